import pytest

from conferences.recaps.frontmatter import read_front_matter
from conferences.recaps.html_head import read_head

PAGE = """<!DOCTYPE html>
<html lang="pt-br" class="no-js">
<head>
<title>Day two &mdash; notes | Jane's site</title>
<meta property="og:title" content="Day two &mdash; notes">
<meta name="author" content="Jane Doe">
<meta property="article:published_time" content="2019-05-04T10:00:00Z">
<meta name="keywords" content="python, testing">
<link rel="license stylesheet" href="https://creativecommons.org/licenses/by/4.0/">
<link rel="canonical" href="https://jane.example.org/day-two/">
<style>title { color: red }</style>
</head>
<body><h1>Day two</h1></body>
"""


def test_head_of_a_page_is_front_matter():
    front = read_front_matter(PAGE)

    assert front.format == "html"
    assert front.title == "Day two — notes"
    assert front.author == "Jane Doe"
    assert front.published == "2019-05-04T10:00:00Z"
    assert front.language == "pt-br"
    assert front.url == "https://jane.example.org/day-two/"
    assert front.licence == "https://creativecommons.org/licenses/by/4.0/"
    assert front.tags == ("python", "testing")
    assert PAGE[front.end :] == "\n<body><h1>Day two</h1></body>\n"


@pytest.mark.parametrize(
    ("head", "fields"),
    [
        ("<title>\n A &lt;b&gt; </title>", {"title": "\n A <b> "}),
        ("<title></title><meta name=author content=''>", {}),
        ("<meta itemprop=datePublished content=2019-05-04>", {"date": "2019-05-04"}),
        (
            "<meta name=date content=2020><meta name=dc.date content=2019>",
            {"date": "2019"},
        ),
        ("<meta name=author content=A><meta name=author content=B>", {"author": "A"}),
        ("<meta name=description content=x><link rel=next href=y>", {}),
    ],
)
def test_head_says_fields_under_the_keys_of_front_matter(head, fields):
    assert read_head(head) == fields


@pytest.mark.parametrize(
    "text", ["<p>No page</p>", "<html lang=en>never ends", "<h1>x</h1></head>"]
)
def test_what_is_no_page_has_no_head(text):
    assert read_front_matter(text).format == "none"


def test_head_that_is_not_closed_ends_at_the_body():
    text = "<html lang=en><title>x</title><body>Hello"

    assert text[read_front_matter(text).end :] == "<body>Hello"
