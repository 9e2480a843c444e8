"""Front matter that is malformed, never ends, is too long or hostile."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conferences.recaps.formats import FRONT_MATTER_LIMIT
from conferences.recaps.frontmatter import FrontMatter, read_front_matter
from conferences.recaps.outline import ReadingWarning, RecapError
from tests.examples import at_least


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


@at_least(50)
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


@at_least(200)
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
