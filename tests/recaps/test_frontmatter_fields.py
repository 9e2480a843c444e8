"""What front matter says of a post: title, author, address, draft."""

import pytest

from conferences.recaps.frontmatter import read_front_matter


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
