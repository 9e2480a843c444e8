"""The formats that front matter comes in, and what only looks like it."""

from pathlib import Path

import pytest

from conferences.recaps.formats import RECAP_ENDINGS, decode
from conferences.recaps.frontmatter import FrontMatter, read_front_matter

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


@pytest.mark.skipif(not POSTS, reason="the sample posts are not here")
@pytest.mark.parametrize("path", POSTS, ids=lambda path: path.stem)
def test_front_matter_of_a_real_post_is_read_whole(path):
    text, _ = decode(path.read_bytes())

    front_matter = read_front_matter(text)

    fenced = text.startswith(("---", "+++", "<!--", "title:"))
    assert fenced == (front_matter.format in ("yaml", "toml", "nikola"))
    assert bool(front_matter.title) == (front_matter.format != "none")
    assert not text[front_matter.end :].lstrip().startswith(("---", "+++", "-->"))
