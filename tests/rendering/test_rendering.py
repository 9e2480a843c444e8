import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from conferences.rendering import (
    NOTE_LIMIT,
    NoteTooLong,
    check_note,
    plain_text,
    render_inline,
    render_markdown,
)
from tests.rendering.pages import outline

REL = 'rel="nofollow ugc noopener noreferrer"'


def lines(page: str) -> str:
    """The page with one line end between blocks, for comparing."""
    return "\n".join(line.strip() for line in page.split("\n") if line.strip())


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("", ""),
        (" \n\n ", ""),
        ("a\nb", "<p>a\nb</p>"),
        ("a  \nb\\\nc", "<p>a<br>\nb<br>\nc</p>"),
        ("*a* **b** a_b_c", "<p><em>a</em> <strong>b</strong> a_b_c</p>"),
        ("***c***", "<p><em><strong>c</strong></em></p>"),
        ("*a **b** c*", "<p><em>a <strong>b</strong> c</em></p>"),
        ("**d *e* f**", "<p><strong>d <em>e</em> f</strong></p>"),
        ("*a*__b__", "<p><em>a</em><strong>b</strong></p>"),
        ("*a *b* c*", "<p><em>a b c</em></p>"),
        ("~~gone~~", "<p><del>gone</del></p>"),
        ("`a*b` ``c`d``", "<p><code>a*b</code> <code>c`d</code></p>"),
        ("a &amp; b &copy; &lt;i&gt;", "<p>a &amp; b © &lt;i&gt;</p>"),
        ("\\*a\\* \\# \\[x]", "<p>*a* # [x]</p>"),
        ("1986\\. A year", "<p>1986. A year</p>"),
        ("#tag and #other", "<p>#tag and #other</p>"),
        ("***", "<hr>"),
        ("{{< x >}} {% y %} {{ 7*7 }} %s", "<p>{{&lt; x &gt;}} {% y %} {{ 7*7 }} %s</p>"),
        ("klzzwxh:0001 \x02wzxhzdk:0\x03", "<p>klzzwxh:0001 �wzxhzdk:0�</p>"),
    ],
)  # fmt: skip
def test_inline_markup_is_rendered(text, page):
    assert render_markdown(text) == page


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("# a", "<h3>a</h3>"),
        ("## a ##", "<h4>a</h4>"),
        ("a\n===\nb\n---", "<h3>a</h3>\n<h4>b</h4>"),
        ("### a", "<h5>a</h5>"),
        ("#### a\n##### b\n###### c", "<h6>a</h6>\n<h6>b</h6>\n<h6>c</h6>"),
        ("#", "<h3></h3>"),
        ("# a *b* `#c`", "<h3>a <em>b</em> <code>#c</code></h3>"),
    ],
)
def test_headings_stand_below_those_of_the_page(text, page):
    assert render_markdown(text) == page


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("Notes:\n* a\n* b", "<p>Notes:</p><ul><li>a</li><li>b</li></ul>"),
        ("- a\n  - b\n  - c\n- d", "<ul><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ul>"),
        ("1. a\n   - b", "<ol><li>a<ul><li>b</li></ul></li></ol>"),
        ("- a\n\n  b\n- c", "<ul><li><p>a</p><p>b</p></li><li><p>c</p></li></ul>"),
        ("- a\n  ```\n  b\n    c\n  ```", "<ul><li>a<pre><code>b\n  c\n</code></pre></li></ul>"),
        ("2) a\n3) b", '<ol start="2"><li>a</li><li>b</li></ol>'),
        ("> q\n- a", "<blockquote><p>q</p></blockquote><ul><li>a</li></ul>"),
        ("> - a\n>   - b", "<blockquote><ul><li>a<ul><li>b</li></ul></li></ul></blockquote>"),
        ("- > a\n- # b", "<ul><li><blockquote><p>a</p></blockquote></li><li><h3>b</h3></li></ul>"),
        ("- a\n+ b", "<ul><li>a</li></ul><ul><li>b</li></ul>"),
        ("- a\n\n\n      b", "<ul><li><p>a</p><pre><code>b\n</code></pre></li></ul>"),
        ("-     a\n-", "<ul><li><pre><code>a\n</code></pre></li><li></li></ul>"),
        ("- - a\n  - b", "<ul><li><ul><li>a</li><li>b</li></ul></li></ul>"),
        ("-\ta\n\n\tb", "<ul><li><p>a</p><p>b</p></li></ul>"),
        ("- a\n\n***\n\n- b", "<ul><li>a</li></ul><hr><ul><li>b</li></ul>"),
        ("> a\n\n> b", "<blockquote><p>a</p></blockquote><blockquote><p>b</p></blockquote>"),
        ("10. a\n    - b", '<ol start="10"><li>a<ul><li>b</li></ul></li></ol>'),
        ("- a\n  | b |\n  |---|\n  | d |", "<ul><li>a<table><thead><tr><th>b</th></tr></thead>"
         "<tbody><tr><td>d</td></tr></tbody></table></li></ul>"),
    ],
)  # fmt: skip
def test_what_reads_as_a_list_is_shown_as_one(text, page):
    assert outline(render_markdown(text)) == outline(page)


def test_table_keeps_its_alignment():
    page = render_markdown("| a | b | c | d |\n|:--|:-:|--:|---|\n| `x\\|y` | *e* | 1 |")

    assert lines(page) == lines("""
        <table>
        <thead>
        <tr>
        <th align="left">a</th>
        <th align="center">b</th>
        <th align="right">c</th>
        <th>d</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td align="left"><code>x|y</code></td>
        <td align="center"><em>e</em></td>
        <td align="right">1</td>
        <td></td>
        </tr>
        </tbody>
        </table>
    """)


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("```c++\n\n  a\n```", '<pre><code class="language-c++">\n  a\n</code></pre>'),
        ("~~~\n```\n~~~", "<pre><code>```\n</code></pre>"),
        ("```\n```", "<pre><code>\n</code></pre>"),
        ("```\n\n\n  a  \n\n```", "<pre><code>\n\n  a  \n\n</code></pre>"),
        ("    a\n\n        b", "<pre><code>a\n\n    b\n</code></pre>"),
        ("```py\nnever closed", '<pre><code class="language-py">never closed\n</code></pre>'),
        ('``` "><img src=x\na\n```', "<pre><code>a\n</code></pre>"),
        ("``` deletelink\na\n```", '<pre><code class="language-deletelink">a\n</code></pre>'),
    ],
)  # fmt: skip
def test_code_is_shown_as_written(text, page):
    assert render_markdown(text) == page


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("[a](http://e.x/?b=1&c=2)", f'<p><a href="http://e.x/?b=1&amp;c=2" {REL}>a</a></p>'),
        ("[a](//e.x 'b \"c')", "<p>a</p>"),
        ("[a](b 'c \"d')", f'<p><a href="b" title="c &quot;d" {REL}>a</a></p>'),
        ("[*a*][r]\n\n[r]: http://e.x", f'<p><a href="http://e.x" {REL}><em>a</em></a></p>'),
        ("<http://e.x> <a@e.x>", f'<p><a href="http://e.x" {REL}>http://e.x</a> '
         f'<a href="mailto:a@e.x" {REL}>a@e.x</a></p>'),
        ("[](http://e.x)", f'<p><a href="http://e.x" {REL}>http://e.x</a></p>'),
        ("![a *b*](http://e.x/i.png)", f'<p><a href="http://e.x/i.png" {REL}>a b</a></p>'),
        ("![](http://e.x/i.png)", f'<p><a href="http://e.x/i.png" {REL}>http://e.x/i.png</a></p>'),
        ("[![a](http://e.x/i.png)](http://e.x)", f'<p><a href="http://e.x" {REL}>a</a></p>'),
        ("[a](talk.html)", f'<p><a href="talk.html" {REL}>a</a></p>'),
        ("[a](ftp://e.x) [b](tel:1)", "<p>a b</p>"),
        ("[a](//evil.x) [b](/\\evil.x)", f'<p>a <a href="/%5Cevil.x" {REL}>b</a></p>'),
        ("[a](javascript:b)", "<p>[a](javascript:b)</p>"),
    ],
)  # fmt: skip
def test_links_lead_only_where_they_may(text, page):
    assert render_markdown(text) == page


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("slides.pdf", "http://e.x/2015/slides.pdf"),
        ("/about", "http://e.x/about"),
        ("//other.x/a", "http://other.x/a"),
        ("#top", "http://e.x/2015/recap.html#top"),
        ("https://other.x/a", "https://other.x/a"),
    ],
)
def test_relative_links_are_resolved_against_the_base(address, target):
    page = render_markdown(f"[a]({address})", base="http://e.x/2015/recap.html")

    assert page == f'<p><a href="{target}" {REL}>a</a></p>'


def test_base_that_names_no_host_resolves_nothing():
    page = render_markdown("[a](b) [c](http://e.x)", base="http://[")

    assert page == f'<p><a href="b" {REL}>a</a> <a href="http://e.x" {REL}>c</a></p>'


@pytest.mark.parametrize(
    "definition",
    [f"[a]: http://e.x/{'u' * 1988}", f"[a]: b '{'u' * 1999}'"],
    ids=["address", "title"],
)
def test_what_references_repeat_ends_somewhere(definition):
    text = f"{definition}\n\n" + "[a] " * 1000

    page = render_markdown(text)

    assert len(text) * 8 + 4096 >= page.count("<a ") * 2000 > len(text) * 8
    assert plain_text(page).split() == ["a"] * 1000


def test_long_base_is_not_repeated_without_end():
    page = render_markdown("[a](b) " * 1000, base=f"http://e.x/{'u' * 500}/")

    assert len(page) < 20 * len("[a](b) " * 1000)
    assert plain_text(page).split() == ["a"] * 1000


def test_table_that_would_grow_too_much_is_shown_as_written():
    text = f"{'|a' * 200}|\n{'|-' * 200}|\n" + "|\n" * 200

    assert render_markdown(text) == f"<pre><code>{text}</code></pre>"


def test_small_tables_may_grow():
    assert render_markdown("|a|b|\n|:-:|:-:|\n|\n|\n|").count("<td") == 6


def test_paragraph_of_endless_spans_keeps_its_text():
    page = render_markdown("*a* `b` " * 5000)

    assert page == f"<p>{('a b ' * 5000).strip()}</p>"


def test_footnotes_link_both_ways_where_they_stand():
    page = render_markdown("A[^1] b[^why] c[^1] d[^2]\n\n[^1]: *One*.\n[^why]: Two.")

    assert outline(page) == [
        "<p>", "A", "<sup>", "<a href=#note-a975fc7b-1>", "1", "</a>", "</sup>",
        "b", "<sup>", "<a href=#note-a975fc7b-2>", "why", "</a>", "</sup>",
        "c", "<sup>", "<a href=#note-a975fc7b-1>", "1", "</a>", "</sup>", "d[^2]", "</p>",
        "<p>", "<sup>", "<a href=#ref-a975fc7b-1>", "1", "</a>", "</sup>",
        "<em>", "One", "</em>", ".", "</p>",
        "<p>", "<sup>", "<a href=#ref-a975fc7b-2>", "why", "</a>", "</sup>", "Two.", "</p>",
    ]  # fmt: skip
    assert page.count(' id="ref-a975fc7b-1"') == page.count(' id="note-a975fc7b-1"') == 1


def test_footnotes_of_two_notes_have_different_ids():
    first, second = (render_markdown(f"{word}[^1]\n\n[^1]: b") for word in ("a", "c"))

    assert first.count("#note-") == 1
    assert first.replace("<p>a", "<p>c") != second


def test_definitions_are_rendered():
    page = render_markdown("Swarm\n: many engines\n: one\n  cluster\n\nEngine\n: *runs* it")

    assert outline(page) == outline(
        "<dl><dt>Swarm</dt><dd>many engines</dd><dd>one cluster</dd>"
        "<dt>Engine</dt><dd><em>runs</em> it</dd></dl>"
    )


@pytest.mark.parametrize(
    "text",
    ["", "note\n\n: a", "a : b", ": a", "12:30\n:30 later", "a\n:b"],
)
def test_a_colon_alone_defines_nothing(text):
    assert "<dl>" not in render_markdown(text)


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("<!-- a -->\n\nb", "<p>&lt;!-- a --&gt;</p>\n<p>b</p>"),
        ("List<int> and Option<T>", "<p>List&lt;int&gt; and Option&lt;T&gt;</p>"),
        ("a < b > c <3 <?php", "<p>a &lt; b &gt; c &lt;3 &lt;?php</p>"),
        ("<title>\n\n# a", "<p>&lt;title&gt;</p>\n<h3>a</h3>"),
    ],
)
def test_html_is_shown_as_text(text, page):
    assert render_markdown(text) == page


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("**Swarm** is `out`", "<strong>Swarm</strong> is <code>out</code>"),
        ("- a\n\n# b", "- a # b"),
        ("    a", "a"),
        ("> a | b\n|-|-|", "&gt; a | b |-|-|"),
        ("![a](http://e.x/i.png)", f'<a href="http://e.x/i.png" {REL}>a</a>'),
        ("<b>a</b>[^1]", "&lt;b&gt;a&lt;/b&gt;[^1]"),
        ("", ""),
    ],
)
def test_inline_text_is_one_line_without_blocks(text, line):
    assert render_inline(text) == line


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<h3>a</h3>\n<p>b <em>c</em>d &amp; &lt;e&gt;</p>", "a\nb cd & <e>"),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", "a\nb"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a\nb"),
        ("<p>a<br>b</p><hr><pre><code>c\n  d</code></pre>", "a\nb\nc\nd"),
        ('<p><a href="x" title="a > b">c</a></p>', "c"),
        ("<p>a<sup><a>1</a></sup>, b</p>", "a 1 , b"),
        ("", ""),
        ("a < b <", "a < b <"),
    ],
)
def test_plain_text_is_what_a_reader_sees(page, text):
    assert plain_text(page) == text


def test_note_at_the_limit_is_accepted():
    check_note("ä" * (NOTE_LIMIT // 2))


def test_note_over_the_limit_is_refused_with_its_size():
    with pytest.raises(NoteTooLong) as refusal:
        check_note("ä" * (NOTE_LIMIT // 2) + "a")

    assert str(refusal.value) == (
        "This text is 64,001 bytes long, 64,000 is the most: please shorten it."
    )


def test_text_over_the_limit_is_shown_as_it_stands():
    assert render_markdown("*a* " * 20_000) == f"<pre>{'*a* ' * 20_000}</pre>"
    assert render_inline("*a* " * 20_000) == ("*a* " * 20_000).strip()


@pytest.mark.parametrize("text", ["\ud800", "a\x00b", "\ufffe\uffff", "\x1b[0m", "\udc2aa\udc2a"])
def test_what_no_page_can_hold_is_replaced(text):
    page = render_markdown(text)

    assert page.encode().decode() == page
    assert "�" in page
    assert "<em>" not in page


def test_threads_do_not_disturb_each_other():
    texts = [
        f"# {number}\n\n" + f"- *{number}* [a](http://e.x/{number})\n" * 40 for number in range(8)
    ]
    alone = [render_markdown(text) for text in texts]
    start = threading.Barrier(8)

    def render(text):
        start.wait()
        return [render_markdown(text) for _ in range(5)]

    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(render, texts))

    assert together == [[page] * 5 for page in alone]
