import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conferences.recaps.formats import FRONT_MATTER_LIMIT, RECAP_ENDINGS, decode
from conferences.recaps.frontmatter import FrontMatter, read_front_matter
from conferences.recaps.outline import ReadingWarning, RecapError

RECAPS = Path(__file__).parents[3] / "shared" / "recaps"
POSTS = sorted(path for path in RECAPS.glob("*") if path.suffix in RECAP_ENDINGS)

HUGO = """+++
title = "Day one"
date ="2015-11-17T19:30:49+01:00"
draft = true
tags = ["docker", "Go"]
categories = []
canonicalURL = "https://example.org/day-one/"
[params]
author = "Jane Doe"
language = "pt_BR"
+++
"""
JEKYLL = """---
layout: post
title: "Day one: the keynote"
date: 2009-08-05 11:12:13 -03:00
author:
  display_name: jd
  first_name: Jane
  last_name: Doe
tags:
- docker
- Go
category: conferences, travel
license: CC BY 4.0
...
"""
NIKOLA = """<!--
.. title: Day one
.. date: 2015-11-17 19:30:49 UTC
.. tags: docker, Go
.. author: Jane Doe
.. description: Words: here
.. status: draft
-->
"""
PELICAN = """Title: Day one
Date: 2015-11-17 19:30
Tags: docker,
      Go
Authors: Jane Doe
Status: draft

"""
HEXO = """title: Day one
date: 2015-11-17 19:30:00
tags:
- docker
- Go
---
"""
JSON = '{\n  "title": "Day one", "draft": false, "date": "2015-11-17",\n  "tags": ["a", "b"]\n}\n'
DOCINFO = """#######
Day one
#######

:date: 2015-11-17 19:30
:tags: docker, Go
:author: Jane Doe
:lang: fr

"""
ASCIIDOC = "= Day one\nJane Doe <jane@example.org>\nv1.0, 2015-11-17\n:lang: en\n"
ORG = "#+TITLE: Day one\n#+DATE: <2015-11-17 Tue 19:30>\n#+FILETAGS: :docker:Go:\n"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            HUGO,
            {
                "format": "toml",
                "title": "Day one",
                "author": "Jane Doe",
                "published": "2015-11-17T19:30:49+01:00",
                "language": "pt-BR",
                "url": "https://example.org/day-one/",
                "draft": True,
                "tags": ("docker", "Go"),
            },
        ),
        (
            JEKYLL,
            {
                "format": "yaml",
                "title": "Day one: the keynote",
                "author": "Jane Doe",
                "published": "2009-08-05T11:12:13-03:00",
                "licence": "CC BY 4.0",
                "tags": ("docker", "Go"),
                "categories": ("conferences", "travel"),
            },
        ),
        (
            NIKOLA,
            {
                "format": "nikola",
                "title": "Day one",
                "author": "Jane Doe",
                "published": "2015-11-17T19:30:49+00:00",
                "draft": True,
                "tags": ("docker", "Go"),
            },
        ),
        (
            NIKOLA[5:-4],
            {
                "format": "nikola",
                "title": "Day one",
                "author": "Jane Doe",
                "published": "2015-11-17T19:30:49+00:00",
                "draft": True,
                "tags": ("docker", "Go"),
            },
        ),
        (
            PELICAN[:-1],
            {
                "format": "pelican",
                "title": "Day one",
                "author": "Jane Doe",
                "published": "2015-11-17T19:30:00",
                "draft": True,
                "tags": ("docker", "Go"),
            },
        ),
        (
            HEXO,
            {
                "format": "yaml",
                "title": "Day one",
                "published": "2015-11-17T19:30:00",
                "tags": ("docker", "Go"),
            },
        ),
        (
            JSON,
            {"format": "json", "title": "Day one", "published": "2015-11-17", "tags": ("a", "b")},
        ),
        (
            DOCINFO[:-1],
            {
                "format": "docinfo",
                "title": "Day one",
                "author": "Jane Doe",
                "published": "2015-11-17T19:30:00",
                "language": "fr",
                "tags": ("docker", "Go"),
            },
        ),
        (
            ASCIIDOC,
            {
                "format": "asciidoc",
                "title": "Day one",
                "author": "Jane Doe",
                "published": "2015-11-17",
                "language": "en",
            },
        ),
        (
            ORG,
            {
                "format": "org",
                "title": "Day one",
                "published": "2015-11-17T19:30:00",
                "tags": ("docker", "Go"),
            },
        ),
        ("+++\n+++\n", {"format": "toml"}),
        ("---\n---\n", {"format": "yaml"}),
    ],
)
def test_front_matter_reads_each_format(head, expected):
    front_matter = read_front_matter(f"{head}\nThe talks.\n")

    assert front_matter == FrontMatter(**expected, end=len(head))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "Plain words: with a colon.\n",
        "Summary: it was great\n\nDay one.\n",
        "Keynote: Jane Doe\n\nGood.\n",
        "Title without a value",
        "---\n\nSome text: here\n\n---\n\nMore.\n",
        "---\n\nDate: we met in May.\nThen we talked.\nAnd ate.\n\n---\n",
        "---\n- a\n- b\n---\n",
        "---\njust a string\n---\n",
        "---\nNever closed, no key\n",
        "--- \n",
        "***\n\nA rule.\n",
        "+++\n\nWords between pluses.\n\n+++\n",
        "{% include x %}\n",
        '{"not": "metadata"}\n',
        "<!-- more -->\nText\n",
        "<!--\njust: words\n-->\n",
        ".. image:: x.png\n",
        ":smile: what a day\n",
        "Day one\n=======\n\nText\n",
        "# Title: x\n",
        "=Not AsciiDoc\n",
        "#+begin_src\nx\n",
    ],
)
def test_front_matter_takes_no_prose(text):
    assert read_front_matter(text) == FrontMatter()


@pytest.mark.parametrize(
    ("value", "title"),
    [
        ("no", "no"),
        ("2019", "2019"),
        ("~", "~"),
        ("12:30:45", "12:30:45"),
        ("010", "010"),
        ("1_000", "1_000"),
        ("'what''s new'", "what's new"),
        ('"a\\u0000b\\nc"', "a b c"),
        ('"\\ud800x"', "x"),
        ("!!python/object/apply:os.system x", "x"),
        (">-\n  two\n  lines", "two lines"),
        ("PyCon: day 2", "PyCon: day 2"),
        ("@jane", "@jane"),
        ('100% "fun"', '100% "fun"'),
        ("C# in depth # not this", "C# in depth"),
    ],
)
def test_front_matter_takes_a_title_as_written(value, title):
    text = f"---\ntitle: {value}\nlayout: post\n---\n"

    front_matter = read_front_matter(text)

    assert (front_matter.title, front_matter.end) == (title, len(text))


@pytest.mark.parametrize(
    ("lines", "line", "message"),
    [
        ("title: PyCon: day 2", 2, "front matter is not valid YAML: read line by line"),
        ("title: x\nauthor: @nick", 3, "front matter is not valid YAML: read line by line"),
        ("title: x\n\ttags: a", 3, "front matter is not valid YAML: read line by line"),
        (
            "title: &a x\ntags: *a",
            2,
            "front matter has anchors or aliases, which are not read: read line by line",
        ),
        (
            "title: x\n<<: {draft: true}",
            3,
            "front matter has merge keys, which are not read: read line by line",
        ),
        ("title: x\ntitle: y", 3, "front matter has this key twice: the last one counts"),
        (
            "title: x\ndate: 2015-13-45",
            2,
            "front matter has a date that is incomplete or impossible: left out",
        ),
        (
            "title: x\ndate: May 2015",
            2,
            "front matter has a date that is incomplete or impossible: left out",
        ),
        (
            "title: x\ntags: " + "[" * 5000,
            3,
            "front matter is nested too deeply: read line by line",
        ),
        ("title: x\ntags: \x85\x80", 2, "front matter is not valid YAML: read line by line"),
    ],
)
def test_front_matter_names_the_line_of_what_it_cannot_read(lines, line, message):
    front_matter = read_front_matter(f"---\n{lines}\n---\nText")

    assert front_matter.warnings == (ReadingWarning(line=line, message=message),)
    assert front_matter.published is None


def test_front_matter_reads_malformed_yaml_line_by_line():
    text = (
        "---\ntitle: PyCon: day 2\nauthor:\n  name: Jane Doe\n  url: x\ndate: '2015-11-17'\n"
        'tags:\n- a\n- b: c\ncategories: [d, "e"]\nwhat is this\ndraft: true # not yet\n---\n'
    )

    front_matter = read_front_matter(text)

    assert front_matter == FrontMatter(
        format="yaml",
        title="PyCon: day 2",
        author="Jane Doe",
        published="2015-11-17",
        draft=True,
        tags=("a", "b: c"),
        categories=("d", "e"),
        end=len(text),
        warnings=(
            ReadingWarning(line=2, message="front matter is not valid YAML: read line by line"),
        ),
    )


@pytest.mark.parametrize(
    ("lines", "changes"),
    [
        ("date = 2014-06-21T10:00Z", {"published": "2014-06-21T10:00Z"}),
        ("title = 'what''s new'", {"title": "what's new"}),
        ("title = “Day one”", {"title": "Day one"}),
        ('title = "C:\\d"', {"title": "C:\\d"}),
        ('title = "x"\ntitle = "y"', {"title": "y"}),
        ("tags = ['a', b]\n[params]\nauthor = Jane", {"tags": ("a", "b"), "author": "Jane"}),
        ("title = " + "[" * 9000, {}),
    ],
)
def test_front_matter_is_as_lenient_as_hugo(lines, changes):
    text = f"+++\n{lines}\n+++\n"

    front_matter = read_front_matter(text)

    messages = {warning.message for warning in front_matter.warnings}
    assert "front matter is not valid TOML: read line by line" in messages
    assert front_matter == FrontMatter(
        format="toml", **changes, end=len(text), warnings=front_matter.warnings
    )


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("---\ntitle: x\ntags:\n- a\n", "\nText\n"),
        ("---\ntitle: x\ntags:\n- a\n", "Text without a blank line\n"),
        ("+++\ntitle = 'x'\ntags = ['a']\n", "\nText\n"),
        ("<!--\n.. title: x\n.. tags: a\n", "\nText\n"),
    ],
)
def test_front_matter_that_never_ends_goes_as_far_as_it_can(head, body):
    front_matter = read_front_matter(head + body)

    assert (front_matter.title, front_matter.tags, front_matter.end) == ("x", ("a",), len(head))
    assert front_matter.warnings == (
        ReadingWarning(line=2, message="front matter is not closed: read as far as it goes"),
    )


@pytest.mark.parametrize(
    ("lines", "author"),
    [
        ("author: Jane Doe <jane@example.org>", "Jane Doe"),
        ("authors: [Jane Doe, Joe Roe]", "Jane Doe, Joe Roe"),
        ("authors:\n- name: Jane Doe\n- login: joe", "Jane Doe, joe"),
        ("author: {name: Jane Doe, url: x}", "Jane Doe"),
        ("author: '@jane'", "@jane"),
        ("author: null", None),
        ("author: []", None),
        ("author:", None),
    ],
)
def test_front_matter_reads_authors_however_given(lines, author):
    assert read_front_matter(f"---\ntitle: x\n{lines}\n---\n").author == author


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Jane van Doe <jane@example.org>", "Jane van Doe"),
        ("Jane Doe", "Jane Doe"),
        ("What a conference this was", None),
        ("Great!", None),
        ("", None),
    ],
)
def test_front_matter_takes_the_line_below_an_asciidoc_title_for_its_author(line, author):
    assert read_front_matter(f"= Day one\n{line}\n\nText\n").author == author


@pytest.mark.parametrize(
    ("lines", "url"),
    [
        ("canonical_url: https://example.org/a", "https://example.org/a"),
        ("canonicalURL: /a\noriginal_url: http://example.org/b", "http://example.org/b"),
        ("url: /posts/a/", ""),
        ("permalink: https://me:secret@example.org/", ""),
        ("url: javascript:alert(1)", ""),
        ("url: //example.org/a", ""),
        ("url: 'https://'", ""),
        ("url: 'https://[x/'", ""),
        ("url: 'https://example.org/a b'", ""),
        ("link: https://elsewhere.example/", ""),
        ("post_title: x\nlink: https://example.org/mine/", "https://example.org/mine/"),
    ],
)
def test_front_matter_takes_only_absolute_addresses(lines, url):
    assert read_front_matter(f"---\ntitle: x\n{lines}\n---\n").url == url


@pytest.mark.parametrize(
    ("lines", "draft"),
    [
        ("draft: true", True),
        ("draft: 'yes'", True),
        ("draft: false", False),
        ("published: false", True),
        ("published: true", False),
        ("published: 2015-11-02", False),
        ("status: draft", True),
        ("status: publish", False),
        ("layout: draft", False),
    ],
)
def test_front_matter_knows_a_draft(lines, draft):
    assert read_front_matter(f"---\ntitle: x\n{lines}\n---\n").draft is draft


def test_front_matter_refuses_what_is_too_long():
    filler = "description: " + "x" * 8000
    text = f"\n---\ntitle: x\n{filler}\nsummary: {filler}\n{filler}\n---\n"

    with pytest.raises(RecapError) as caught:
        read_front_matter(text)

    size = len(text) - len("\n---\n---\n")
    assert str(caught.value) == (
        f"the front matter has {size} bytes, at most {FRONT_MATTER_LIMIT} are read: shorten it"
    )
    assert caught.value.line == 3


@pytest.mark.parametrize(
    "block",
    [
        "a: &a [x, x]\n" + "".join(f"a{n}: &a{n} [*a, *a]\n" for n in range(9)),
        "title: " + "[" * 15000,
        "title: " + "{" * 15000,
        "title:\n" + "- " * 7000,
        "title: " + "9" * 15000,
        "title: x\n? " * 1000,
        "%YAML 9.9\ntitle: x",
        "title: !!binary x\ndate: !!timestamp 2015-99-99",
        "title: |\n " + "x\n " * 5000,
    ],
)
def test_front_matter_survives_hostile_blocks(block):
    text = f"---\nlayout: post\n{block}\n---\n"

    assert read_front_matter(text).end == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "---\n" * 50_000,
        "---\n" + "[" * 50_000,
        "+++\n" + "a." * 50_000,
        '{"title": ' + "[" * 50_000,
        '{"a":' * 20_000,
        ".. a: b\n" * 20_000,
        "title: x\n" * 20_000,
        ": " * 50_000,
        "\n" * 100_000,
        "#\n" * 50_000,
    ],
)
def test_front_matter_survives_hostile_texts(text):
    try:
        end = read_front_matter(text).end
    except RecapError:
        end = 0

    assert 0 <= end <= len(text)


# Small ones: what is longer than any front matter is refused.
VALUES = st.recursive(
    st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3)
    ),
    max_leaves=10,
)


@settings(max_examples=50)
@given(st.dictionaries(st.sampled_from(["title", "author", "date", "tags", "draft"]), VALUES))
def test_front_matter_survives_any_values(fields):
    for text in (
        json.dumps({**fields, "slug": "x"}),
        f"---\nslug: x\ntitle: {json.dumps(fields)}\n---\n",
        "+++\nslug = 1\n"
        + "\n".join(f"{key} = {value}" for key, value in fields.items())
        + "\n+++",
    ):
        front_matter = read_front_matter(text)

        assert 0 <= front_matter.end <= len(text)
        assert "\n" not in front_matter.title


@settings(max_examples=200)
@given(
    st.sampled_from(["---\n", "+++\n", "{", "<!--\n.. ", "title: ", "= ", "#+", ":date: ", ""]),
    st.text("ab:.=-+#\n\t [](){}'\"&*!|>%@`,<\x85", max_size=60),
    st.sampled_from(["---\n", "+++\n", "}", "-->", "\n\n", ""]),
)
def test_front_matter_survives_any_text(opening, text, closing):
    whole = f"{opening}{text}\n{closing}"

    front_matter = read_front_matter(whole)

    assert 0 <= front_matter.end <= len(whole)
    assert (front_matter.end == 0) == (front_matter.format == "none")


@pytest.mark.skipif(not POSTS, reason="the sample posts are not here")
@pytest.mark.parametrize("path", POSTS, ids=lambda path: path.stem)
def test_front_matter_of_a_real_post_is_read_whole(path):
    text, _ = decode(path.read_bytes())

    front_matter = read_front_matter(text)

    fenced = text.startswith(("---", "+++", "<!--", "title:"))
    assert fenced == (front_matter.format in ("yaml", "toml", "nikola"))
    assert bool(front_matter.title) == (front_matter.format != "none")
    assert not text[front_matter.end :].lstrip().startswith(("---", "+++", "-->"))
