"""Texts that cost some Markdown reader more than their size, each made to a size.

The classes are those of LIBRARIES P4 and of the bugs such readers have had: brackets, tags,
emphasis, code, links, tables, nesting, lists, definitions.
"""

from collections.abc import Callable

Generator = Callable[[int], str]


def repeat(unit: str, *, before: str = "", after: str = "") -> Generator:
    def generate(size: int) -> str:
        room = size - len(before.encode()) - len(after.encode())
        return before + unit * (room // len(unit.encode())) + after

    return generate


def around(left: str, right: str, *, middle: str = "a") -> Generator:
    def generate(size: int) -> str:
        count = (size - len(middle)) // (len(left) + len(right))
        return left * count + middle + right * count

    return generate


def growing(line: Callable[[int], str]) -> Generator:
    """Lines of line(0), line(1), ... as long as they fit."""

    def generate(size: int) -> str:
        lines: list[str] = []
        room = size
        while (room := room - len(line(len(lines)).encode()) - 1) >= 0:
            lines.append(line(len(lines)))
        return "\n".join(lines)

    return generate


def table(*, columns: int, row: str, rule: str = "|-", cell: str = "|a") -> Generator:
    head = f"{cell * columns}|\n{rule * columns}|\n"
    return repeat(row + "\n", before=head)


def wide_table(row: str) -> Generator:
    """Half the size is its one wide row, half are short rows."""

    def generate(size: int) -> str:
        columns = size // 8
        head = f"{'|a' * columns}|\n{'|-' * columns}|\n"
        return head + (row + "\n") * ((size - len(head)) // (len(row) + 1))

    return generate


def one_row(*, head: str, row: str) -> Generator:
    def generate(size: int) -> str:
        columns = (size - 5) // (len(head) + len("|-") + len(row))
        return f"{head * columns}|\n{'|-' * columns}|\n{row * columns}|"

    return generate


def repeated(use: str, *, definition: str) -> Generator:
    """A definition of half the size, used over and over."""

    def generate(size: int) -> str:
        long = definition.replace("LONG", "u" * (size // 2))
        return repeat(f"{use}\n", before=f"{long}\n\n")(size)

    return generate


def split_code(size: int) -> str:
    """Runs of backticks, each of another length, so none closes."""
    return growing(lambda index: "`" * (index + 1))(size).replace("\n", " ")


UNITS = {
    "open brackets": "[",
    "close brackets": "]",
    "pairs of brackets": "[]",
    "images opened": "![",
    "images in images": "![[]()",
    "labels opened": "[a][",
    "labels": "[a][b]",
    "links opened": "[a](",
    "links opened at an angle": "[a](<b",
    "links without end": "[a](b ",
    "links with a title opened": '[a](b "',
    "links with a title in brackets": "[a](b (",
    "links": "[a](b) ",
    "links to hosts": "[a](http://b.c) ",
    "links without text": "[](b)",
    "links with titles": '[a](b "c") ',
    "images": "![a](b) ",
    "images without text": "![](b)",
    "brackets and parentheses": "[(",
    "escaped brackets": "\\[",
    "brackets by line": "[\n",
    "parentheses": "(",
    "data sections": "<![CDATA[",
    "data sections after text": "a <![CDATA[",
    "tags with a blank": "<a ",
    "tags": "<a",
    "tags with an attribute opened": '<a b="',
    "tags with attributes": "<a b=c ",
    "tags closed": "</div>",
    "bold tags": "<b>",
    "bold tags with ids": "<b id=i>",
    "less-than signs": "<",
    "greater-than signs": ">",
    "comments opened": "<!--",
    "comments opened twice": "<!-- a --",
    "declarations": "<!A ",
    "instructions": "<?",
    "div tags": "<div>",
    "div tags by line": "<div>\n",
    "divs of Markdown": '<div markdown="1">\n',
    "list tags": "<ul><li>",
    "script tags": "<script>",
    "addresses": "<http://a.b>",
    "addresses opened": "<http://a ",
    "mail addresses opened": "<a@b",
    "mail addresses": "<a@b.c> ",
    "bare addresses": "http://a.b/ ",
    "www": "www.",
    "entities": "&amp;",
    "entities without end": "&amp",
    "ampersands": "&",
    "numbered entities": "&#x41;",
    "numbered entities opened": "&#",
    "escapes": "\\",
    "escaped backticks": "\\`",
    "escaped signs": "\\*",
    "backticks": "`",
    "code spans": "`a` ",
    "code spans of two": "``a` ",
    "code with a backslash": "`\\",
    "asterisks": "*",
    "underscores": "_",
    "tildes": "~",
    "emphasis opened": "*a ",
    "emphasis": "*a* ",
    "given names in emphasis": "*May* ",
    "emphasis without blanks": "a*b",
    "strong opened": "**a ",
    "strong within words": "a**b",
    "emphasis in strong opened": "*a **b ",
    "emphasis closed twice": "*a_ ",
    "underscores opened": "_a __b ",
    "underscores within words": "a_b",
    "three asterisks": "***a ",
    "alternating emphasis": "*_",
    "emphasis by line": "*\n",
    "strikes opened": "~~a ",
    "strikes": "~~a~~ ",
    "carets": "^",
    "marks": "==a ",
    "lines": "a\n",
    "lines with a break": "a  \n",
    "lines with an escaped break": "a\\\n",
    "paragraphs": "a\n\n",
    "blank lines": "\n",
    "carriage returns": "\r",
    "blanks": " ",
    "tabs": "\t",
    "form feeds": "\f",
    "controls": "\x02",
    "private characters": "\ue02a",
    "emoji": "😀",
    "combining marks": "\u0301",
    "headings": "# a\n",
    "headings without text": "#\n",
    "heading signs": "#",
    "headings closed": "# a #\n",
    "headings by underline": "a\n-\n",
    "rules": "***\n",
    "rules of dashes": "- - -\n",
    "dashes": "-",
    "equals signs": "=",
    "quotes in a line": "> ",
    "quotes by line": "> a\n",
    "quotes and gaps": "> a\n\n",
    "quotes of lists": "> - ",
    "lists of quotes": "* > ",
    "numbers of quotes": "1. > ",
    "items in a line": "- ",
    "items by line": "- a\n",
    "items and gaps": "- a\n\n",
    "items without text": "-\n",
    "items of changing kind": "- a\n+ b\n",
    "numbers by line": "1. a\n",
    "numbers of two kinds": "1. a\n1) b\n",
    "numbers in a line": "1. ",
    "fences": "```\na\n",
    "fences opened": "```\n",
    "fences of a language": "``` c\n",
    "fences of tildes": "~~~\n",
    "indented code": "    a\n",
    "indented code and gaps": "    a\n\n",
    "indented code and lists": "- a\n\n      b\n\n",
    "definitions of links": "[a]: b\n",
    "definitions without end": "[a]: ",
    "definitions with a title opened": "[a]: b '\n",
    "footnote references": "[^1]",
    "footnotes": "[^1]: a\n",
    "inline footnotes": "^[",
    "footnotes opened": "[^",
    "abbreviations": "*[a]: b\n",
    "pipes": "|",
    "pipes by line": "|\n",
    "pipes around": "|a|\n",
    "terms": "a\n: b\n",
    "terms and gaps": "a\n: b\n\n",
    "colons": ": a\n",
    "attributes": "{: a}",
    "attributes after headings": "# a {#b}\n",
    "template tags": "{% a %}",
    "shortcodes": "{{< a >}}\n",
    "mathematics": "$$a",
}

SHAPED: dict[str, Generator] = {
    "brackets around": around("[", "]"),
    "links around": around("[", "](b)"),
    "images around": around("![", "](b)"),
    "parentheses around": around("(", ")"),
    "emphasis around": around("*a ", " b*"),
    "emphasis and strong around": around("*a **b ", " c** d*"),
    "strong around": around("**a ", " b**"),
    "code around": around("` ", " `"),
    "link of parentheses": repeat("(", before="[a]("),
    "fence and blanks": repeat(" ", before="```"),
    "items, text, lines": lambda size: " -" * (size // 3) + "x" + "\n" * (size // 3),
    "quote continued": repeat("b\n", before="> a\n"),
    "title over lines": repeat("c\n", before="[a]: b '"),
    "item continued": repeat("b\n", before="- a\n"),
    "item of paragraphs": repeat("  b\n\n", before="- a\n\n"),
    "definition continued": repeat("b\n", before="a\n: c\n"),
    "definitions of a term": repeat(": b\n", before="a\n"),
    "footnote referred to": repeat("[^1] ", before="[^1]: a\n\n"),
    "footnotes in order": growing(lambda index: f"[^{index}]: [^{index}]"),
    "references in order": growing(lambda index: f"[a{index}]: b"),
    "references used": growing(lambda index: f"[a{index}]: b\n\n[a{index}]\n"),
    "reference repeated": repeated("[a]", definition="[a]: http://e.x/LONG"),
    "reference without text repeated": repeated("[][a]", definition="[a]: http://e.x/LONG"),
    "image reference repeated": repeated("![][a]", definition="[a]: http://e.x/LONG"),
    "title repeated": repeated("[a]", definition="[a]: b 'LONG'"),
    "relative reference repeated": repeated("[a]", definition="[a]: LONG"),
    "backticks of each length": split_code,
    "items nested": growing(lambda index: "  " * index + "- a"),
    "items nested and back": growing(lambda index: "  " * (index % 40) + "- a"),
    "numbers nested": growing(lambda index: "   " * index + "1. a"),
    "quotes nested": growing(lambda index: "> " * index + "a"),
    "quotes and items nested": growing(lambda index: "> - " * index + "a"),
    "quotes nested and back": growing(lambda index: "> " * (index % 50) + "a"),
    "indented more and more": growing(lambda index: " " * index + "a"),
    "fences of each length": growing(lambda index: "`" * (index + 3)),
    "table, short rows": wide_table("|"),
    "table, rows of one cell": wide_table("a|"),
    "table of one column": table(columns=1, row="|"),
    "table of few columns": table(columns=8, row="|a"),
    "table, full": table(columns=8, row="|a" * 8 + "|"),
    "table, aligned": table(columns=8, row="|a" * 8 + "|", rule="|:-:"),
    "table, aligned, short rows": table(columns=30, row="|", rule="|:-:"),
    "table of code": table(columns=8, row="|`a`" * 8 + "|"),
    "table of backticks": table(columns=8, row="|`" * 8 + "|"),
    "table of one wide row": one_row(head="|a", row="|b"),
    "table of wide code": one_row(head="|`a`", row="|`b`"),
    "tables, short rows": repeat(f"{'|a' * 120}|\n{'|-' * 120}|\n" + "|\n" * 500 + "\n"),
    "tables": repeat("|a|\n|-|\n|b|\n\n"),
    "tables without rows": repeat("|a|\n|-|\n\n"),
    "tables in items": repeat("- |a|b|\n  |-|-|\n  |c|d|\n\n"),
    "code in items": repeat("- ```\n  a\n  ```\n"),
    "lists in quotes": repeat("> - a\n>   - b\n"),
    "long word": repeat("a"),
    "one address": repeat("a", before="<http://", after=">"),
    "one code span": repeat("*", before="`", after="`"),
    "one heading": repeat("*a* ", before="# "),
    "one fence": repeat("<\n", before="```\n"),
}

GENERATORS: dict[str, Generator] = {
    **{name: repeat(unit) for name, unit in UNITS.items()},
    **SHAPED,
}
