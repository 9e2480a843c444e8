"""Which names are found in a text, and which words that look like names are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conferences.mentions.finding import Names, Page, find_names
from conferences.mentions.names import Name
from conferences.mentions.sentences import sentence_around
from conferences.mentions.words import blank_out
from conferences.rendering import TAG, Link, linked_html, plain_text, render_markdown

NAMES = {
    "speaker": [
        *("Jane Doe", "Łukasz Młyn", "Rose", "Rose Garden", "José García-Pérez", "J. Doe"),
        *("Ana Silva", "Mary Ellen Page", "Ludwig van Berg"),
    ],
    "topic": [
        *("Go", "C", "Swift", "Rust", "C++", "C#", ".NET", "Node.js", "Docker", "Docker Swarm"),
        *("Continuous integration", "AT&T", "Flask", "R", "CI", "GraphQL", "Golang", "k8s", "2015"),
        *("Getting started", "Open source"),
    ],
    "talk": [
        *("Docker networking deep dive", "Hello World", "Keynote", "Opening keynote"),
        *("The state of it all", "What is new", "Docker: from zero to hero"),
    ],
}


def found_in(html, names=NAMES, **about):
    """The texts at the places found, after rendering as a paragraph where it is no HTML."""
    html = html if html.startswith("<") else f"<p>{html}</p>"
    known = [Name(kind, name, name) for kind, own in names.items() for name in own]
    found = find_names(Page(html), Names(n for n in known if n.is_linkable), **about)
    return [" ".join(plain_text(html[place.start : place.end]).split()) for place in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Then Jane Doe spoke.", ["Jane Doe"]),
        ("Jane Doe’s talk, by Łukasz Młyn", ["Jane Doe", "Łukasz Młyn"]),
        ("(Lukasz Mlyn)", ["Lukasz Mlyn"]),
        ("JANE\nDOE shouted", ["JANE DOE"]),
        ("with José García-Pérez and Jose Garcia Perez", ["José García-Pérez"]),
        ("by Ludwig van Berg", ["Ludwig van Berg"]),
        ("Mary Ellen Page codes", ["Mary Ellen Page"]),
        ("in C++, C# and .NET", ["C++", "C#", ".NET"]),
        ("Node.js and node.js", ["Node.js"]),
        ("docker and Docker", ["docker"]),
        ("Docker Swarm, then Docker", ["Docker Swarm", "Docker"]),
        ("AT&amp;T", ["AT&T"]),
        ("continuous integration", ["continuous integration"]),
        ("open source", ["open source"]),
        ("CI for all", ["CI"]),
        ("graphql or GraphQL", ["graphql"]),
        ("Golang, k8s", ["Golang", "k8s"]),
        ("the talk “Docker networking deep dive”", ["Docker networking deep dive"]),
        ('the talk "docker Networking Deep Dive"', ["docker Networking Deep Dive"]),
        ("in Docker networking deep dive he", ["Docker networking deep dive"]),
        ("in <em>Hello World</em>", ["Hello World"]),
        ("in “The State of It All”", ["The State of It All"]),
        ("“Docker: from zero to hero”", ["Docker: from zero to hero"]),
    ],
)
def test_names_are_found(text, found):
    assert found_in(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Go on, let us Go. Go!",
        "the C drive, plan C, vitamin C",
        "a Swift answer, and Taylor Swift",
        "Rust never sleeps; Rust",
        "R and r",
        "Rose rose. A rose, Rose.",
        "a beer in the Rose Garden",
        "J. Doe",
        "jane doe, jane Doe",
        "Jane. Doe",
        "Jane, Doe",
        "Jane Doe Street",
        "Janet Jane Doe",
        "Jane Doe-Smith, Jane Doe/x, Jane Doe’Artagnan",
        "Ana Silva Santos",
        "Jane <em>Doe</em>",
        "Jane<br>Doe",
        "<p>Jane</p><p>Doe</p>",
        "<p>x<em>Docker</em></p>",
        "dockerize, Docker-based, non-Docker, docker.io, @docker, /docker, docker/x, #docker",
        "don’t Docker’ll",
        "a flask of tea",
        "ci dessous",
        "in 2015",
        "getting started",
        "hello world, “hello world”, Hello World",
        "“Keynote” and “Opening keynote”",
        "the state of it all, What is new",
        "a networking deep dive",
        "C+ or C-",
    ],
)
def test_what_only_looks_like_a_name_is_not(text):
    assert found_in(text) == []


@pytest.mark.parametrize(
    "html",
    [
        "<h3>Docker</h3>",
        "<p><code>Docker</code></p>",
        "<pre><code>Docker\nJane Doe</code></pre>",
        '<p><a href="/x" title="Jane Doe">Docker <em>Jane Doe</em></a></p>',
        '<p><sup><a id="ref-0-1" href="#x">Docker</a></sup></p>',
    ],
)
def test_nothing_is_linked_in_code_links_and_headings(html):
    assert found_in(html) == []
    assert found_in(f"{html}<p>Docker</p>") == ["Docker"]


def test_only_the_first_place_of_a_name_is_found():
    names = [Name("topic", "1", "Docker"), Name("topic", "1", "Moby project")]
    page = Page("<p>The Moby project, Docker, Docker, Moby project.</p>")

    found = find_names(page, Names(names))

    assert [(place.start, place.end) for place in found] == [(7, 19)]


def test_name_of_several_people_is_nobodys():
    two = [Name("speaker", "1", "Jane Doe"), Name("speaker", "2", "Jane DOE")]

    assert find_names(Page("<p>Jane Doe</p>"), Names(two)) == []


def test_title_of_several_talks_is_the_one_at_the_same_conference():
    title = "Docker networking deep dive"
    names = Names(Name("talk", key, title, within=key.upper()) for key in ("a", "b"))
    page = Page(f"<p>“{title}”</p>")

    assert find_names(page, names) == []
    assert [place.key for place in find_names(page, names, within="B")] == ["b"]


def test_a_text_does_not_link_to_what_it_is_about():
    names = Names([Name("topic", "1", "Docker")])

    assert find_names(Page("<p>Docker</p>"), names, itself="1") == []


def test_person_goes_before_a_topic_of_the_same_name():
    names = Names(Name(kind, kind, "Ada Turner") for kind in ("topic", "speaker"))

    assert [place.kind for place in find_names(Page("<p>Ada Turner</p>"), names)] == ["speaker"]


def test_a_text_holds_a_bounded_number_of_places():
    people = [f"Jane D{'abcdefghij'[n % 10]}{'klmnopqrstuv'[n // 10]}" for n in range(120)]
    names = {"speaker": people}

    assert len(found_in(", ".join(people), names)) == 100


WORDS = st.sampled_from(
    [name for own in NAMES.values() for name in own]
    + ["`Docker`", "[Jane Doe](http://x.org)", "# C++", "\n\n", "*", "**", "“", "”", "<b>", "&amp;"]
    + ["&", "the", "Doe", "|", "- ", "    ", "a\u0301", "\u00a0", "1.", "<", ">"]
)


@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_links_change_nothing_of_what_is_read(text):
    html = render_markdown(text)
    known = [Name(kind, name, name) for kind, own in NAMES.items() for name in own]
    found = find_names(Page(html), Names(name for name in known if name.is_linkable))
    links = [
        Link(place.start, place.end, plain_text(html[place.start : place.end]), "/x/", "topic")
        for place in found
    ]

    page = linked_html(html, links)

    assert len(blank_out(html)) == len(html)
    assert plain_text(page) == plain_text(html)
    assert page.count('<a class="topic" href="/x/">') == len(found)
    assert TAG.sub("", page) == TAG.sub("", html)


@pytest.mark.parametrize(
    ("html", "sentence"),
    [
        ("<p>One. Then <em>Docker</em> came, v1.2. Two.</p>", ["Then ", "Docker", " came, v1.2."]),
        ("<p>One is here. Docker is there.</p>", ["", "Docker", " is there."]),
        ("<ul><li>first</li><li>Docker</li></ul>", ["", "Docker", ""]),
        ("<p>A &amp; b<br>c “Docker” &lt;d&gt;</p>", ["c “", "Docker", "” <d>"]),
        ('<p>See <a href="/x">it</a>! Is it Docker? Yes.</p>', ["Is it ", "Docker", "?"]),
        (f"<p>{'a ' * 30}Docker{' b' * 30}</p>", [f"… {'a ' * 23}", "Docker", f"{' b' * 23} …"]),
    ],
)
def test_sentence_around_a_place(html, sentence):
    start = html.index("Docker")

    assert sentence_around(html, start, start + len("Docker")) == sentence


@pytest.mark.parametrize("word", ["word", "*em*", "&", "[a b](http://x.org/c)", "w" * 50])
def test_sentence_of_a_long_line_is_looked_for_near_the_place(word):
    html = render_markdown(f"{f'{word} ' * 900}Docker {f'{word} ' * 900}")
    start = html.index("Docker")
    shown = plain_text(render_markdown(word))
    around = " ".join([shown] * 24).split(" ")

    assert sentence_around(html, start, start + len("Docker")) == [
        f"… {' '.join(around[-23:])} ",
        "Docker",
        f" {' '.join(around[:23])} …",
    ]


def test_namesakes_are_judged_once():
    title = "Docker networking deep dive"
    names = Names(Name("talk", str(number), title) for number in range(2_000))
    page = Page(f"<p>{title} {title}</p>")
    asked = {
        id(alike) for place in (0, 4) for _, own in names.at(page.words, place) for alike in own
    }

    assert len(asked) == 1
    assert find_names(page, names) == []


def test_links_are_left_out_where_the_text_is_another_by_now():
    link = Link(3, 9, "Docker", "/topics/docker/", "topic")

    assert linked_html("<p>Podman</p>", [link]) == "<p>Podman</p>"
    assert linked_html('<a title="Docker">x</a>', [Link(10, 16, "Docker", "/x/", "topic")]) == (
        '<a title="Docker">x</a>'
    )


def test_nothing_is_linked_in_the_title_of_a_link_however_it_is_escaped():
    html = '<a title="></a> Docker <img src=x onerror=alert(1)>">x</a>'
    start = html.index("Docker")
    link = Link(start, start + 6, "Docker", "/topics/docker/", "topic")

    assert found_in(html) == []
    assert sentence_around(f"<p>{html} Docker</p>", len(html) + 4, len(html) + 10) == [
        "x ",
        "Docker",
        "",
    ]
    assert linked_html(html, [link]) == html
