"""Nothing a note says becomes more than text, formatting and links to the web."""

import re

import html5lib
import pytest

from conferences.rendering import render_inline, render_markdown
from conferences.rendering.cleaning import clean, clean_inline
from tests.rendering.vectors import CONTEXTS, in_context, vectors

VECTORS = vectors(lambda number: f"alert({number})")

# Written anew rather than taken from the allow-list under test.
ALLOWED = {
    "a": {"href", "id", "rel", "title"},
    "code": {"class"},
    "ol": {"start"},
    "td": {"align"},
    "th": {"align"},
}
PLAIN = {"blockquote", "br", "dd", "del", "dl", "dt", "em", "h3", "h4", "h5", "h6", "hr", "li",
         "p", "pre", "strong", "sup", "table", "tbody", "thead", "tr", "ul"}  # fmt: skip
BLOCK = PLAIN | set(ALLOWED)
INLINE = {"a", "br", "code", "del", "em", "strong"}
VALUES = {
    "href": r"(https?://|mailto:)[^\s\\]+|(?!//)[^\s:\\/?#]*([/?#][^\s\\]*)?",
    "id": r"(note|ref)-[0-9a-f]{8}-\d+",
    "rel": "nofollow ugc noopener noreferrer",
    "title": r"[\s\S]*",
    "class": r"language-[\w+#-]+",
    "start": r"\d+",
    "align": r"left|center|right",
}


def violations(page: str, tags: set[str]) -> list[str]:
    """What a browser would find in a page that no note may hold."""
    found = []
    for element in html5lib.parseFragment(page, namespaceHTMLElements=False).iter():
        if element.tag == "DOCUMENT_FRAGMENT":
            continue
        if not isinstance(element.tag, str) or element.tag not in tags:
            found.append(f"<{element.tag}>")
            continue
        for name, value in element.attrib.items():
            allowed = name in ALLOWED.get(element.tag, ()) and re.fullmatch(VALUES[name], value)
            if not allowed or "&" in name:
                found.append(f"<{element.tag} {name}={value}>")
        if element.tag == "a" and "href" in element.attrib and "rel" not in element.attrib:
            found.append("<a> without rel")
    return found


@pytest.mark.parametrize("context", CONTEXTS)
def test_no_vector_leaves_the_allowed_in_a_note(context):
    for vector in VECTORS:
        page = render_markdown(in_context(context, vector))

        assert violations(page, BLOCK) == [], vector
        assert clean(page) == page


@pytest.mark.parametrize("context", CONTEXTS)
def test_no_vector_leaves_the_allowed_in_a_line(context):
    for vector in VECTORS:
        line = render_inline(in_context(context, vector))

        assert violations(line, INLINE) == [], vector
        assert clean_inline(line) == line


def test_unsafe_pages_are_seen_as_such():
    unsafe = [vector for vector in VECTORS if violations(vector, BLOCK)]

    assert len(VECTORS) >= 240
    assert len(unsafe) > 200


@pytest.mark.parametrize("vector", VECTORS)
def test_stored_page_that_was_tampered_with_is_cleaned(vector):
    assert violations(clean(vector), BLOCK) == []


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&Tab;script:alert(1)",
        "java&NewLine;script:alert(1)",
        "javascript&colon;alert(1)",
        "&#106;avascript:alert(1)",
        "&#x6A;avascript:alert(1)",
        "<javascript:alert(1)>",
        "vbscript:alert(1)",
        "data:text/html,alert(1)",
        "data:image/svg+xml,alert(1)",
        "data:image/png;base64,alert(1)",
        "file:///alert(1)",
        "blob:alert(1)",
        "view-source:alert(1)",
    ],
)
@pytest.mark.parametrize("markup", ["[text]({})", "![text]({})", "[text][r]\n\n[r]: {}", "<{}>"])
def test_address_that_could_act_is_no_link_but_keeps_its_text(markup, address):
    page = render_markdown(markup.replace("{}", address))

    assert "href" not in page
    assert ("alert(1)" if markup == "<{}>" else "text") in page


@pytest.mark.parametrize(
    "page",
    [
        '<a href="//evil.example">a</a>',
        '<a href="/\\evil.example">a</a>',
        '<a href="\\\\evil.example">a</a>',
        '<a href="x" id="content" name="y" target="_blank" ping="z">a</a>',
        '<p id="note-1" class="deletelink" style="text-align:center">a</p>',
        '<code class="deletelink language-x">a</code>',
        '<table><tr><td style="position:fixed;background:url(x)">a</td></tr></table>',
        '<table><tr><td align="char" style="text-align:left">a</td></tr></table>',
        '<ol start="1e9" type="a"><li value="3">a</li></ol>',
        '<img src="x" srcset="y 2x">',
        '<a href="http://e.x" rel="opener">a</a>',
    ],
)
def test_attributes_are_held_to_their_values(page):
    assert violations(page, BLOCK)
    assert violations(clean(page), BLOCK) == []
