"""MDX: Markdown in which modules are imported and components stand like tags of HTML."""

import re

from .rewriting import Rewriting

# A fence or code is passed by; what belongs to the site's own program is left out.
TOKEN = re.compile(
    r"^[ \t]{0,3}(?P<fence>`{3,}|~{3,})[^\n]*\n"
    r"|(?P<code>`[^`\n]{1,500}`)"
    r"|^(?:import[ \t]+(?:[\w*{][^\n]{0,500}[ \t]from[ \t]+)?['\"]"
    r"|export[ \t]+(?:(?:const|let|var|default|function|async|class)\b|[{*]))"
    r"[^\n]*\n(?:(?!import|export)[^\n]+\n)*"
    r"|(?P<comment>\{/\*)"
    r"|</?[A-Z][\w.]{0,60}(?:[ \t\n/][^<>]{0,2000})?>|</?>",
    re.MULTILINE | re.DOTALL,
)


def rewrite_mdx(rewriting: Rewriting, begin: int) -> None:
    """Without imports, exports, comments and the tags of components; their words stay."""
    source = rewriting.source
    last_closing = source.rfind("*/}")
    while match := TOKEN.search(source, begin):
        end = match.end()
        is_kept = bool(match["fence"] or match["code"])
        if match["fence"]:
            closing = source.find(f"\n{match['fence']}", end - 1)
            end = closing + 1 + len(match["fence"]) if closing >= 0 else len(source)
        elif match["comment"]:
            is_kept = end > last_closing
            end = end if is_kept else source.find("*/}", end) + len("*/}")
        kept = end if is_kept else match.start()
        rewriting.keep(begin, kept)
        rewriting.put("\n" * source.count("\n", kept, end), kept)
        begin = end
    rewriting.keep(begin, len(source))
