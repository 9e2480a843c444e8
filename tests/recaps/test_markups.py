"""Posts in other markups become Markdown, and every place is still that of the source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conferences.recaps import read_recap
from conferences.recaps.formats import RECAP_ENDINGS
from conferences.recaps.markups import MARKUPS, to_markdown
from tests.examples import at_least

ORG = """\
* Fast tests by [[https://example.org/jane][Jane Doe]]                :testing:
:PROPERTIES:
:ID: x
:END:
She /likes/ ~pytest~, not *this* one: a*b*c.
# a comment
#+BEGIN_SRC python
# code
#+END_SRC
#+begin_quote
Quoted
#+end_quote
** [[https://example.org]]
"""
ORG_MARKDOWN = """\
# Fast tests by [Jane Doe](https://example.org/jane)



She *likes* `pytest`, not **this** one: a*b*c.

```python
# code
```

> Quoted

## [https://example.org](https://example.org)
"""
ASCIIDOC = """\
== Fast tests by https://example.org/jane[Jane Doe^]
// a comment
.A title
* one *bold*
** two
. first
[source,ruby]
----
== code
----
____
Quoted
____
NOTE: Look at link:slides.pdf[the slides].
////
== hidden
////
image::pic.png[A picture,300]
"""
ASCIIDOC_MARKDOWN = """\
## Fast tests by [Jane Doe](https://example.org/jane)

**A title**
- one **bold**
    - two
1. first

```ruby
== code
```

> Quoted

**Note:** Look at [the slides](slides.pdf).



![A picture](pic.png)
"""
RESTRUCTURED = """\
Fast tests by `Jane Doe`_
=========================

Part
----
See ``code``, :ref:`more` and `slides <https://example.org/s>`__::

    x_y = 1

.. note:: Read `the docs
   of it`.
.. image:: pic.png
   :alt: hidden
.. a comment
   that goes on

Again
=====
.. _jane doe: https://example.org/jane
"""
RESTRUCTURED_MARKDOWN = """\
# Fast tests by [Jane Doe](https://example.org/jane)


## Part

See `code`, *more* and [slides](https://example.org/s):

```
x_y = 1

```

**Note:** Read `the docs
   of it`.
![](pic.png)




# Again


"""
MDX = """\
import A from './a'

## Fast *tests*
<Callout type="x">
Words {/* hidden */} and `<Code>`
</Callout>
```jsx
import B from './b'
<B />
```
"""
MDX_MARKDOWN = """\


## Fast *tests*

Words  and `<Code>`

```jsx
import B from './b'
<B />
```
"""
HTML = """\
<nav><h2>Menu</h2></nav>
<article><h2 class="x">Fast tests by
  <a href="https://example.org/jane">Jane Doe</a></h2>
<p>First *starred*

second &amp; last<br>line</p>
<p># no heading</p>
<p>1. no list</p>
<p><b>Bold <i>both</i></b>, <b> apart </b>, <code>a_b &lt; *c*</code>, <a name="x">named</a>,
<a href="/a_(b)"><em>far</em></a>, <a href="javascript:x y">no</a></p>
<ul><li>one<ul><li><p>inner</p><p>more</p></li></ul></li><li>two</li></ul>
<blockquote><p>Quoted</p></blockquote>
<pre><code class="x">a &lt; b
c</code></pre>
<table><tr><th>Title</th><th>Who</th></tr><tr><td><p>X</p></td><td>Jane</td></tr></table>
<script>"<h2>Hidden</h2>"</script><!-- <h2>hidden</h2> --></article>
"""
HTML_MARKDOWN = """\
## Fast tests by [Jane Doe](https://example.org/jane)

First \\*starred\\* second &amp; last\\
line

\\# no heading

1\\. no list

**Bold *both***, <b> apart </b>, `a_b < *c*`, <a name="x">named</a>, [*far*](</a_(b)>), \
<a href="javascript:x y">no</a>

- one
    - inner

        more

- two

> Quoted

```
a < b
c
```

| Title | Who |
|---|---|
| X | Jane |
"""
POSTS = {
    ".org": (ORG, ORG_MARKDOWN),
    ".adoc": (ASCIIDOC, ASCIIDOC_MARKDOWN),
    ".rst": (RESTRUCTURED, RESTRUCTURED_MARKDOWN),
    ".mdx": (MDX, MDX_MARKDOWN),
    ".html": (HTML, HTML_MARKDOWN),
}
PIECES = (
    *("words ", "Jane Doe ", "\n", "\n\n", " ", "* ", "** ", "== ", "= ", "- ", "1. ", "    "),
    *("----\n", "====\n", "____\n", "////\n", "``", "`", "::", ".. ", ".. note:: ", "_", "|"),
    *("[[", "]]", "][", "https://x.org", "[", "]", "#+BEGIN_SRC\n", "#+END_SRC\n", ":END:\n"),
    *(
        "<p>",
        "</p>",
        "<li>",
        "<ul>",
        "</ul>",
        "<pre>",
        "</pre>",
        "<table>",
        "<tr>",
        "<td>",
        "</tr>",
    ),
    *("<!--", "-->", "<script>", "<blockquote>", "<h2>", "</h2>", "<br>", "&amp;", "<A>", "{/*"),
)


@pytest.mark.parametrize("ending", POSTS)
def test_markup_becomes_markdown(ending):
    source, markdown = POSTS[ending]

    assert to_markdown(source, 0, f"post{ending.upper()}").text == markdown


@pytest.mark.parametrize(
    ("ending", "source", "markdown"),
    [
        # A small letter of another length shifts nothing.
        (".html", "<p>İİ <b>x</b> <!-- y -->z</p>", "İİ **x** z\n"),
        # A site's form round the whole page, an element that never ends, a name that begins alike.
        (".html", "<form><p>a</p></form>", "a\n"),
        (".html", "<nav><p>a</p>", "a\n"),
        (".html", "<head><title>t</title></header><p>a</p>", "<title>t</title>\n\na\n"),
        (".html", "<script>a<p>b</p>", "\n"),
        (".html", "<pre>a\n```\nb</pre>", "````\na\n```\nb\n````\n"),
        (".html", "<p><code>a`b</code></p>", "<code>a\\`b</code>\n"),
        (".html", "<table><tr><td>a|b<tr><td>c</table>", "| a\\|b |\n|---|\n| c |\n"),
        (".adoc", "----\n```\n----\n", "````\n```\n````\n"),
        (".adoc", "Fast tests\n----------\ntext\n", "## Fast tests\n\ntext\n"),
        (".adoc", "no title here\n-----\ncode\n-----\n", "no title here\n```\ncode\n```\n"),
        (".adoc", "image:a[b image:a[b,c]", "image:a[b ![b](a)"),
        (".org", "* Talk   :a:b:  \n", "# Talk\n"),
        (".org", "#+begin_src\n```\n#+end_src\n", "````\n```\n````\n"),
        (".mdx", "import taxes were a topic\n", "import taxes were a topic\n"),
        (".mdx", "export {a} from 'b'\nexport * from 'c'\n\nx\n", "\n\n\nx\n"),
    ],
)
def test_markup_is_read_as_its_own_readers_do(ending, source, markdown):
    assert to_markdown(source, 0, f"post{ending}").text == markdown


@pytest.mark.parametrize("ending", POSTS)
def test_word_keeps_its_place(ending):
    source, _ = POSTS[ending]
    rewriting = to_markdown(source, 0, f"post{ending}")

    for word in ("Fast", "tests"):
        assert rewriting.place(rewriting.text.index(word)) == source.index(word)


def test_markdown_stays_as_it_is():
    assert [to_markdown("== x", 0, path) for path in ("a.md", "a.txt", "", "org")] == [None] * 4


def test_every_markup_is_looked_for_in_a_folder():
    assert sorted(set(MARKUPS) - set(RECAP_ENDINGS)) == []


@at_least(150)
@given(st.lists(st.sampled_from(PIECES), max_size=50), st.sampled_from(sorted(MARKUPS)))
def test_places_go_forward_and_stay_in_the_source(pieces, ending):
    source = "".join(pieces)
    rewriting = to_markdown(source, 0, f"post{ending}")

    places = [rewriting.place(offset) for offset in range(len(rewriting.text) + 1)]

    assert places == sorted(places)
    assert [place for place in places if not 0 <= place <= len(source)] == []


@pytest.mark.parametrize("ending", sorted(MARKUPS))
def test_talk_stands_where_the_source_has_it(ending):
    heading = {
        ".org": "* {}\n",
        ".adoc": "== {}\n",
        ".asciidoc": "== {}\n",
        ".rst": "{}\n============================\n",
        ".mdx": "## {}\n",
        ".htm": "<h2>{}</h2>\n",
        ".html": "<h2>{}</h2>\n",
    }[ending]
    talks = ["Fast tests by Jane Doe", "Slow builds by John Roe"]
    source = "".join(f"{heading.format(talk)}\nIt was a good one.\n\n" for talk in talks)

    outline = read_recap(source, f"post{ending}")

    assert outline.text == source
    assert [(talk.title, talk.speakers[0].name) for talk in outline.talks] == [
        ("Fast tests", "Jane Doe"),
        ("Slow builds", "John Roe"),
    ]
    assert [outline.line_of(talk.start) for talk in outline.talks] == [
        source[: source.index(talk)].count("\n") + 1 for talk in talks
    ]
    assert [
        source[speaker.start : speaker.end] for talk in outline.talks for speaker in talk.speakers
    ] == ["Jane Doe", "John Roe"]


def test_warning_names_the_line_of_the_source():
    talks = "<h2>Fast tests by Jane Doe</h2><p>a</p>\n<h2>Slow builds by John Roe</h2>\n"
    source = f"{talks}<p>It was <widget>good</p>\n"

    assert [warning.line for warning in read_recap(source, "post.html").warnings] == [3]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("post.adoc", "Fast kites (Jane Doe):: They flew.\n\nSlow sails (Joe Roe):: They sank.\n"),
        ("post.adoc", "Fast kites::\nJane Doe. They flew.\n\nSlow sails::\nJoe Roe. They sank.\n"),
        (
            "post.html",
            "<dl><dt>Fast kites</dt><dd>Jane Doe. They flew.</dd>"
            "<dt>Slow sails</dt><dd>Joe Roe. They sank.</dd></dl>",
        ),
        (
            "post.rst",
            "Fast kites\n----------\n\n:Speaker: Jane Doe\n:Room: B\n\nThey flew.\n\n"
            "Slow sails\n----------\n\n:Speaker: Joe Roe\n:Room: B\n\nThey sank.\n",
        ),
        (
            "post.org",
            "- Fast kites (Jane Doe) :: They flew.\n- Slow sails (Joe Roe) :: They sank.\n",
        ),
    ],
)
def test_list_of_definitions_is_read_in_other_markups(path, text):
    talks = read_recap(text, path).talks

    assert [(talk.title, [speaker.name for speaker in talk.speakers]) for talk in talks] == [
        ("Fast kites", ["Jane Doe"]),
        ("Slow sails", ["Joe Roe"]),
    ]


@pytest.mark.parametrize("line", ["image::kite.png[]", "toc::[]", "See std::vector here.", "::"])
def test_asciidoc_line_with_colons_is_no_term(line):
    talks = read_recap(
        f"= Kite Conf 2018\n\n{line}\n\nJane Doe spoke about kites.\n", "p.adoc"
    ).talks

    assert [speaker.name for talk in talks for speaker in talk.speakers] == ["Jane Doe"]
