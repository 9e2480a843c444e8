import html
import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from conferences.recaps.formats import RECAP_ENDINGS, decode
from conferences.recaps.frontmatter import read_front_matter
from conferences.recaps.notes import link_definitions, note_markdown
from conferences.recaps.outline import ReadingWarning
from tests.examples import at_least

RECAPS = Path(__file__).parents[3] / "shared" / "recaps"
POSTS = sorted(path for path in RECAPS.glob("*") if path.suffix in RECAP_ENDINGS)


def note_of(source, **options):
    return note_markdown(source, [(0, len(source))], **options)[0]


@pytest.mark.parametrize(
    ("source", "note"),
    [
        ("Some *Markdown*, [a](https://e.org).\n", "Some *Markdown*, [a](https://e.org)."),
        ("<p>One.</p>\n<p>Two<br>lines.</p>\n", "One.\n\nTwo  \nlines."),
        ("<b>bold </b>and <i>slanted</i>", "**bold** and *slanted*"),
        ("<strong><b>twice</b></strong>", "**twice**"),
        (
            'A <a href="https://e.org/a b" class="x">far\nlink</a>.',
            "A [far link](https://e.org/a%20b).",
        ),
        ('<img src="https://e.org/a.png" alt="A [b]">', "![A \\[b\\]](https://e.org/a.png)"),
        (
            '<a href="https://e.org"><img src="https://e.org/a.png"></a>',
            "[![](https://e.org/a.png)](https://e.org)",
        ),
        ("<h2>Big <b>one</b></h2>\ntext", "Big **one**\n\ntext"),
        ("text\n\n<h3>Small one</h3>\nmore", "text\n\n### Small one\n\nmore"),
        ("<ul>\n  <li>a</li>\n  <li><p>b</p></li>\n</ul>", "- a\n- b"),
        ("<ol><li>a<li>b<ul><li>c</ul></ol>", "1. a\n2. b\n   - c"),
        ("<blockquote><p>a</p><p>b</p></blockquote>c", "> a\n>\n> b\n\nc"),
        ("a <code>x &lt; `y`</code>", "a `` x < `y` ``"),
        ("<pre><code class='language-go'>a &lt; b\n  c</code></pre>", "```go\na < b\n  c\n```"),
        ("a\n\n<hr/>\n\nb", "a\n\n---\n\nb"),
        ("<div class='x'>\n\n*a*\n\n</div>", "*a*"),
        ("<div>*a* <span>b</span></div>", "*a* b"),
        ("<p>snake_case *not* [x](y)</p>", "snake_case \\*not\\* \\[x\\](y)"),
        ("<p># no heading</p>\n<p>1. no list</p>", "\\# no heading\n\n1\\. no list"),
        (
            "<table><tr><th>a</th><th>b</th></tr><tr><td>1|2<td>3</table>",
            "| a | b |\n| --- | --- |\n| 1\\|2 | 3 |",
        ),
        ("<table><tr><td>only <b>one</b></td></tr></table>", "only **one**"),
        (
            "<div>\n\n    <p>one</p>\n\n    <ul>\n      <li>a</li>\n    </ul>\n\n</div>",
            "one\n\n- a",
        ),
        ("<table><tr><td><pre>a\n  b</pre></td></tr></table>", "```\na\n  b\n```"),
        ("> <p>in a quote</p>\n\n- <b>x</b><p>y</p>", "> in a quote\n\n- **x**\n\n  y"),
    ],
)
def test_note_turns_html_into_markdown(source, note):
    assert note_of(source) == note


@pytest.mark.parametrize(
    ("source", "note"),
    [
        ("`<b>` and\n\n```\n<b>x</b> {% raw %} &amp;\n```", None),
        ("a\n\n    <b>indented code</b>", None),
        ("a < b, 3<4, <3, a <- b", "a < b, 3<4, <3, a &lt;- b"),
        ("List<int> and Option<T>", "List&lt;int> and Option&lt;T>"),
        ("the <section> element", "the &lt;section> element"),
        ("the <script> tag matters\n\nmore", "the &lt;script> tag matters\n\nmore"),
        ("<!-- never closed", "&lt;!-- never closed"),
        ("<<!-- x -->script>", "&lt;script>"),
        ("<?php echo 1 ?>", "&lt;?php echo 1 ?>"),
        ("{{ 7*7 }} {% load static %} {:ok, pid}", None),
        ("`unclosed <b>bold</b>", "\\`unclosed **bold**"),
        (r"\<b\> \[a\]", r"\<b\> \[a\]"),
        ("<https://e.org/a_b_> <me@e.org>", None),
    ],
)
def test_note_keeps_what_is_no_markup(source, note):
    assert note_of(source) == (source if note is None else note)


@pytest.mark.parametrize(
    ("source", "note"),
    [
        ("it&#8217;s &eacute;&mdash;&quot;x&quot;", 'it’s é—"x"'),
        ("&lt;script&gt; &amp;lt; &#42;a&#42; a&#10;- b", None),
        ("&unknown; AT&T &", None),
        ("<p>&lt;b&gt; &amp;amp; &#42;a&#42;</p>", "&lt;b> &amp;amp; \\*a\\*"),
        ("a&nbsp;b", "a\u00a0b"),
    ],
)
def test_note_decodes_entities_that_are_no_markup(source, note):
    assert note_of(source) == (source if note is None else note)


@pytest.mark.parametrize(
    ("source", "note"),
    [
        ("a <!-- more --> b", "a  b"),
        ("<!--\nnot\n\nseen\n-->\na", "a"),
        ('x\n{: .center}\n![a](https://e.org/a){:width="9"}', "x\n\n![a](https://e.org/a)"),
        ('[a](https://e.org){:target="_blank"} b', "[a](https://e.org) b"),
        ("a\n\n## Heading {#here}\n", "a\n\n## Heading"),
        ("{{< youtube abc-def_123 >}}", "<https://www.youtube.com/watch?v=abc-def_123>"),
        ("{% youtube abc-def_123 %}", "<https://www.youtube.com/watch?v=abc-def_123>"),
        ('{{% vimeo id="12345" %}}', "<https://vimeo.com/12345>"),
        ("{{< gist jane 12345 >}}", "<https://gist.github.com/jane/12345>"),
        ('{{< tweet user="jane" id="12345" >}}', "<https://twitter.com/i/status/12345>"),
        ("{% img left https://e.org/a.png 240 120 The hall %}", "![The hall](https://e.org/a.png)"),
        (
            '{{< figure src="https://e.org/a.png" title="The hall" width="9" >}}',
            "![The hall](https://e.org/a.png)",
        ),
        ('{% include quote.html text="Words *said*" %}', "Words \\*said\\*"),
        ("{% highlight ruby %}\na <b>\n{% endhighlight %}", "```ruby\na <b>\n```"),
        ('{{< highlight go "linenos=table" >}}\nx\n{{< /highlight >}}', "```go\nx\n```"),
        ("{{< note >}}kept{{< /note >}}", "kept"),
        ("[a]({{ site.baseurl }}/b)", "a (`/b`)"),
        ('[a]({{< ref "b.md" >}})', "a"),
        (
            '<iframe src="//www.youtube.com/embed/abc-def_123"></iframe>',
            "<https://www.youtube.com/watch?v=abc-def_123>",
        ),
        (
            '<script src="https://gist.github.com/jane/12345.js"></script>',
            "<https://gist.github.com/jane/12345>",
        ),
        ('a\n<script async src="//platform.twitter.com/widgets.js"></script>', "a"),
        ("<style>p { x }</style>\n\na", "a"),
    ],
)
def test_note_shows_what_the_site_showed(source, note):
    assert note_of(source) == note


@pytest.mark.parametrize(
    ("source", "base_url", "note"),
    [
        (
            "[a](/b) ![c](d.png)",
            "https://e.org/x/y",
            "[a](https://e.org/b) ![c](https://e.org/x/d.png)",
        ),
        ("[a](/b) ![c](d.png)", "", "a (`/b`) c (`d.png`)"),
        ("[a](#b) [c](//f.org/) [d](www.g.org)", "", "a [c](https://f.org/) [d](http://www.g.org)"),
        ("[a](javascript:x) [b](data:x) ![c](data:image/png;base64,x)", "", "a b c"),
        ("[a](ftp://e.org/x)", "", "a (`ftp://e.org/x`)"),
        ("[a](mailto:me@e.org)", "", "[a](mailto:me@e.org)"),
        ("[a](https://e.org/x_(y) 'T')", "", "[a](https://e.org/x_(y) 'T')"),
        ("[![a](/b.png)](https://e.org)", "", "[a (`/b.png`)](https://e.org)"),
        ("<a href='/b'>a</a> <img src='c.png' alt='d'>", "", "a (`/b`) d (`c.png`)"),
        ("<a href='javascript:x'>a</a>", "https://e.org/", "a"),
    ],
)
def test_note_resolves_or_prints_relative_addresses(source, base_url, note):
    assert note_of(source, base_url=base_url) == note


@pytest.mark.parametrize(
    ("source", "note"),
    [
        ("## Scaling by Jane Doe\nIt went well.", "It went well."),
        ("Scaling\n-------\n\nIt went well.", "It went well."),
        (
            "## Scaling - Jane Doe, at last\nIt went well.",
            "**Scaling - Jane Doe, at last**\n\nIt went well.",
        ),
        ("## [Scaling](https://e.org) by [Jane Doe](https://e.org/jane)\nWell.", "Well."),
        ("## [Scaling][a]\nWell.\n\n[a]: http://a.b", "[Scaling][a]\n\nWell.\n\n[a]: http://a.b"),
        ("## [Scaling](/x)\nWell.", "Scaling (`/x`)\n\nWell."),
        ("**Scaling** - Jane Doe\n\nIt went well.", "It went well."),
        ("**Scaling**\nIt went well.", "**Scaling**\nIt went well."),
        ("Jane Doe talked of scaling.\n\nWell.", "Jane Doe talked of scaling.\n\nWell."),
        ("- **Scaling** by Jane Doe\n    - one\n        - two\n", "- one\n    - two"),
        ("## Scaling\n### Jane Doe\nWell.", "### Jane Doe\nWell."),
        ("##Scaling", ""),
    ],
)
def test_note_drops_an_opening_that_says_nothing_more(source, note):
    assert note_of(source, title="Scaling", speakers=["Jane Doe"]) == note


@pytest.mark.parametrize(
    ("source", "start", "note"),
    [
        (
            "- Talk one\n  wrapped\n\n  more\n  - sub\n    - deep\n",
            0,
            "Talk one\nwrapped\n\nmore\n- sub\n  - deep",
        ),
        ("- Talk one\n  wrapped\n", 2, "Talk one\nwrapped"),
        ("  * Talk\n    * sub\n", 0, "Talk\n* sub"),
        ("1. Talk\n   more", 0, "Talk\nmore"),
        ("- a\n- b\n", 0, "- a\n- b"),
        ("- Talk\n\n      code?\n", 0, "Talk\n\n code?"),
        ("- Talk\n\n  ```\n    x\n  ```\n", 0, "Talk\n\n```\n  x\n```"),
        ("> Talk\n> more\n", 2, "Talk\nmore"),
        ("> Talk\n> more\n", 0, "> Talk\n> more"),
        ("First. 2. is no list", 7, "2\\. is no list"),
        ("\tTalk\n\tmore", 1, "Talk\nmore"),
    ],
)
def test_note_brings_an_item_to_the_margin(source, start, note):
    assert note_markdown(source, [(start, len(source))])[0] == note


def test_note_joins_stretches():
    text = "- One by Jane\n- Two by Joe\n\nJane went on.\n"

    note, _ = note_markdown(text, [(0, 14), (28, len(text))])

    assert note == "One by Jane\n\nJane went on."


def test_note_ends_with_the_definitions_it_uses():
    text = (
        "A [talk][1], [slides][], [it] and a note[^n].\n\nOther [x][2]\n\n"
        '[1]: https://e.org/1 "One"\n[slides]: /s\n[2]: https://e.org/2\n[IT]: <https://e.org/3>\n'
        "[^n]: Said [there][2].\n\n    And *more*.\n[^m]: Elsewhere.\n"
    )

    note, warnings = note_markdown(text, [(0, 47)], definitions=link_definitions(text))

    assert note == (
        "A [talk][1], slides (`/s`), [it] and a note[^n].\n\n"
        "[^n]: Said [there][2].\n\n    And *more*.\n\n"
        '[1]: https://e.org/1 "One"\n[IT]: https://e.org/3\n[2]: https://e.org/2'
    )
    assert warnings == []


@pytest.mark.parametrize(
    ("text", "definitions"),
    [
        ("a\n[b]: https://e.org\n", "[b]: https://e.org"),
        ("[Note]: important\n[Or]: done.\n[^1]: a\n    b\n\nc", "[^1]: a\n    b"),
        ("```\n[b]: https://e.org\n```\n~~~\n[c]: /d", ""),
        ("    [b]: https://e.org", ""),
    ],
)
def test_link_definitions_finds_definitions(text, definitions):
    assert link_definitions(text) == definitions


@pytest.mark.parametrize(
    ("source", "warnings"),
    [
        (
            "a\n\nb <video x=1>c</video> <int>",
            [(3, "what looks like a tag of HTML is kept as text")],
        ),
        ("a\nthe <main> tag", [(2, "what looks like a tag of HTML is kept as text")]),
        ("a\n\n{{< gallery >}}", [(3, "a shortcode is left out: what it shows is not known")]),
        ("a\n\n<script>\nx()\n</script>\n", [(3, "a script is left out")]),
        ("<b>a</b> <!-- x --> `<int>`", []),
    ],
)
def test_note_warns_of_what_it_cannot_turn(source, warnings):
    found = note_markdown(f"before\n{source}", [(7, 7 + len(source))])[1]

    assert found == [ReadingWarning(line=line + 1, message=text) for line, text in warnings]


WORDS = re.compile(r"w\d+x")
SOUP = st.lists(
    st.integers(0, 99).map("w{}x".format)
    | st.sampled_from([" ", "\n", "\n\n", "    ", "- ", "> ", "1. ", "# ", "```\n", "~~~\n", "=\n"])
    | st.sampled_from(
        ["*", "**", "_", "`", "``", "[", "![", "](", "]", ")", "\\", "|", "&lt;", "&"]
    )
    | st.sampled_from(
        ["<b>", "</b>", "<i>", "<p>", "</p>", "<ul>", "<li>", "</ul>", "<td>", "<br>"]
    )
    | st.sampled_from(
        ["<a href='/x'>", "</a>", "<div>", "</div>", "<pre>", "</pre>", "<h2>", "</h2>"]
    )
    | st.sampled_from(["<table>", "<tr>", "</table>", "<code>", "</code>", "<blockquote>", "<int>"])
    | st.sampled_from(["<!--", "{%", "{{<", "{:", "<", "<script>", "[^1]", "[^1]: ", "]: e"]),
    max_size=40,
).map("".join)


@at_least(300)
@given(SOUP)
@example("<b>w1x\n\n</td><table>w2x<tr>w3x</b>")
@example("[<b>w1x](/x)</b> w2x")
@example("<pre>{{<w1x> </pre>")
@example("<pre>w1x\n\n<code>w2x</pre>")
def test_note_loses_no_word(source):
    note = note_of(source)

    assert set(WORDS.findall(source)) - set(WORDS.findall(note)) == set()


MARKUP = st.lists(
    st.sampled_from(["&lt;", "script", "&gt;", "<", ">", "<!--", "-->", "&#60;", "&amp;lt;", "\\<"])
    | st.sampled_from(
        ["<b>", "</b>", "<p>", "</p>", "<pre>", "</pre>", "<td>", "<x y='", "'>", '"']
    )
    | st.sampled_from(
        ["\n", "\n\n", "    ", "`", "/", "!", "?", "a", "{%", "%}", "<br>", "- ", "|"]
    ),
    max_size=25,
).map("".join)
READER = MarkdownIt("commonmark")


def raw_html(tokens):
    for token in tokens:
        if token.type.startswith("html"):
            yield token.content
        yield from raw_html(token.children or [])


@at_least(300)
@given(SOUP | MARKUP)
@example("<<!-- x -->script>")
@example("`<p>`</b>`")
@example("<ul>\n\n    <b>")
@example("&lt;```\n```\n<p>")
@example("~~~\n=\n<b>")
def test_note_holds_no_html(source):
    assert list(raw_html(READER.parse(note_of(source)))) == []


@at_least(100)
@given(st.text(max_size=200), st.integers(0, 50), st.integers(0, 200))
def test_note_survives_any_stretch(text, start, end):
    note, warnings = note_markdown(text, [(start, end), (0, start)], title=text[:9])

    assert note == note.strip("\n")
    assert all(1 <= warning.line <= text.count("\n") + 1 for warning in warnings)


# Quadratic work would hold this test for minutes, recursion would end it.
@pytest.mark.parametrize(
    "unit",
    [
        *("[", "![", "[a](", "[a][", "]", "<", "<a ", '<a "', "<b>", "</b>", "<div>", "<ul><li>"),
        *("<blockquote>", "<table><tr><td>", "<p>", "<pre>", "<code>", "`", "`a\n\n", "<!--", "{%"),
        *("{{<", "{% img /a.png %}", '{:a="', "&lt;", "\\", "> ", "- ", " -", "~~~\n", "#", "\n"),
        *("[a]: http://b\n[a]\n", "[^1]", "[^a]: b\n\n    c\n\n", "<script>", "<br>", "a\n~~~~\n"),
    ],
)
def test_note_survives_hostile_text(unit):
    source = unit * (64 * 1024 // len(unit))

    note = note_of(source, definitions=link_definitions(source))

    assert len(note) < 20 * len(source)


HIDDEN = re.compile(
    r"<!--.*?-->|<(script|style)\b.*?</\1>|</?[a-z][^<>]*>|\{\{[<%].*?[%>]\}\}|\{%.*?%\}|\{:[^}]*\}"
    r"|https?://[^\s)<>\"]*|\]\([^()\s]*(\s\"[^\"]*\"|\s'.*?')?\)",
    re.S,
)


@pytest.mark.skipif(not POSTS, reason="the sample posts are not here")
@pytest.mark.parametrize("path", POSTS, ids=lambda path: path.stem)
def test_note_loses_no_word_of_a_real_post(path):
    text, _ = decode(path.read_bytes())
    body = text[read_front_matter(text).end :]

    note = note_of(body, definitions=link_definitions(body))

    seen = html.unescape(HIDDEN.sub(" ", body))
    kept = set(re.findall(r"[^\W_]+", html.unescape(note)))
    assert set(re.findall(r"[^\W_]+", seen)) - kept == set()
