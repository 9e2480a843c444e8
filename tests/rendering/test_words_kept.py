import logging
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from conferences.rendering import NOTE_LIMIT, render_markdown
from conferences.rendering.cleaning import clean
from tests.examples import at_least
from tests.rendering.pages import outline, words

RECAPS = Path(__file__).parents[3] / "shared" / "recaps"
MEASURE = MarkdownIt("js-default")

# Lines that mean something to each other, so that documents made of them are full of structure.
# fmt: off
LINES = [
    "a", "b *c* d", "- a", "* b", "+ c", "1. a", "2) b", "  - n", "    - m", "   x", "    code",
    "> q", "> - r", ">> z", "> ```", "```", "``` py", "~~~", "# h", "## h2 #", "---", "***", "===",
    "  second", "    third", "<div>", "<b>i</b>", "&amp; &lt;", "`c` ``d`e``", "***x***",
    "**b *i* b**", "~~s~~", "a < b", "List<int>", "-", "1.", "10. x", "- - y", "- > z", "-     cd",
    "1. ```", "> ", "* * *", "_a_b_ __c__", "*a*__b__", "   - three", " 1. one", "é ñ ü 漢字", "#t",
    "<title>", "<!-- x", "<?php", "x <script>", "\\*e\\* \\# f", "http://bare.x/y",
    "<http://auto.x>", "",
]
LINKED = [
    "[x](y)", '- [l](http://e.x/ "t") c', "[r]", "[r]: http://z.x", "[^1]", "w[^1] [^n]",
    "[^1]: a *note*", "[^n]: http://n.x", "t\n: d", "y\\\nz", "x  \nz",
]
# fmt: on
WHOLE = ["|a|b|\n|:-|-|\n|c|d|", "* a\n\n  b", "- a\n\n      b", "\tt"]
SIGNS = "ab1 \n\n\t-*+_>`~#|[]()!<&;:=\\\"'.^/{}$é😀\u00a0\u2028\f\x00\r"

documents = st.lists(st.sampled_from(LINES + LINKED + WHOLE), min_size=1, max_size=14).map(
    "\n".join
)
strings = st.text(st.sampled_from(SIGNS), max_size=60) | st.text(max_size=60)


def as_ours(parts: list[str]) -> list[str]:
    """Headings two levels down, <del> for <s>, columns aligned by attribute."""
    names = {f"h{level}": f"h{min(level + 2, 6)}" for level in range(1, 7)} | {"s": "del"}
    parts = [part.replace(" style=text-align:", " align=") for part in parts]
    return [re.sub(r"(?<=[</])(?:h\d|s)(?=>)", lambda name: names[name[0]], part) for part in parts]


@given(documents | strings)
@at_least(400)
def test_every_word_is_on_the_page(text):
    assert not words(MEASURE.render(text)) - words(render_markdown(text))


@given(st.lists(st.sampled_from(LINES + WHOLE), max_size=14).map("\n".join))
@at_least(400)
def test_page_is_built_as_markdown_it_reads_the_text(text):
    assert outline(render_markdown(text)) == as_ours(outline(MEASURE.render(text)))


@given(documents | strings)
@at_least(200)
def test_page_is_clean_and_the_same_again(text):
    page = render_markdown(text)

    assert clean(page) == page
    assert render_markdown(text) == page


def test_no_text_needs_the_fallback(caplog):
    @given(documents | strings)
    @at_least(200)
    def render(text):
        render_markdown(text)

    with caplog.at_level(logging.ERROR, logger="conferences.rendering"):
        render()

    assert caplog.records == []


@pytest.mark.parametrize("path", sorted(RECAPS.glob("*.md")) or [None], ids=str)
def test_every_word_of_a_real_post_is_on_its_page(path):
    if path is None:
        pytest.skip("no posts in ../shared/recaps")
    text = path.read_text(errors="replace")
    if len(text.encode()) > NOTE_LIMIT:
        pytest.skip("longer than a note may be")

    assert not words(MEASURE.render(text)) - words(render_markdown(text))
