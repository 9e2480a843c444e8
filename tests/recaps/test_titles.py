import pytest

from conferences.recaps.frontmatter import read_front_matter
from conferences.recaps.naming import plain_line, readings
from conferences.recaps.post import take_apart
from conferences.recaps.titles import clean_title, kind_of


def read(line):
    text = f"- {line}\n\nTalks by Jane Doe and by Joe Roe.\n"
    post = take_apart(text, read_front_matter(text))
    found = [*readings(post, 0), plain_line(post, 0)][0]
    return found.title, [mention.name for mention in found.speakers]


@pytest.mark.parametrize(
    ("line", "title", "speakers"),
    [
        ("Fast tests by Jane Doe", "Fast tests", ["Jane Doe"]),
        ("Fast tests, by [Jane Doe](u) and Joe Roe (Acme)", "Fast tests", ["Jane Doe", "Joe Roe"]),
        ("“Fast tests” by Jane Doe.", "Fast tests", ["Jane Doe"]),
        ("Fast tests (Jane Doe, Joe Roe)", "Fast tests", ["Jane Doe", "Joe Roe"]),
        ("Fast – and slow – tests – Jane Doe", "Fast – and slow – tests", ["Jane Doe"]),
        ("Fast tests &#8211; Jane Doe", "Fast tests", ["Jane Doe"]),
        ("Fast tests: Jane Doe", "Fast tests", ["Jane Doe"]),
        ("Fast tests with Jane Doe", "Fast tests", ["Jane Doe"]),
        ("Fast tests from Jane Doe & Joe Roe", "Fast tests", ["Jane Doe", "Joe Roe"]),
        ("Jane Doe - Fast tests", "Fast tests", ["Jane Doe"]),
        ("Jane Doe: Fast tests", "Fast tests", ["Jane Doe"]),
        ("Jane Doe's Talk: Fast tests", "Fast tests", ["Jane Doe"]),
        ("Jane Doe on fast tests", "fast tests", ["Jane Doe"]),
        ("Fast tests, Jane Doe, Acme", "Fast tests", ["Jane Doe"]),
        ("[K6] Why tests? Keynote by Jane Doe", "Why tests?", ["Jane Doe"]),
        ("Trash Talk: Tests, by Jane Doe", "Trash Talk: Tests", ["Jane Doe"]),
        ("Fast tests", "Fast tests", []),
        ("Fast by Design", "Fast by Design", []),
    ],
)
def test_title_line_gives_title_and_speakers(line, title, speakers):
    assert read(line) == (title, speakers)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("STG351 - Backups at scale.", "Backups at scale"),
        ("CON5107: Backups", "Backups"),
        ("[K6] Backups", "Backups"),
        ("10:30 - 11:00 Backups", "Backups"),
        ("“Backups!”", "Backups!"),
        ("Keynote: Backups", "Keynote: Backups"),
        ("Backups...", "Backups..."),
        ("C++", "C++"),
        ("", ""),
    ],
)
def test_title_is_cleaned_of_codes_and_quotes(text, title):
    assert clean_title(text) == title


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Keynote: tests", "keynote"),
        ("Lighting talks", "lightning talk"),
        ("A workshop on tests", "workshop"),
        ("Q&A panel", "panel"),
        ("Democracy", "talk"),
        ("Tests", "talk"),
    ],
)
def test_kind_is_read_from_the_words(text, kind):
    assert kind_of(text).value == kind


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ('"Kites" and other lies', '"Kites" and other lies'),
        ('Kites, strings and "and"', 'Kites, strings and "and"'),
        ('Strings? Sails? "Yes."', 'Strings? Sails? "Yes."'),
        ("“Kites” and “sails”", "“Kites” and “sails”"),
        ("Plenum: « Les cerfs-volants »", "Plenum: « Les cerfs-volants »"),
        ("« Les cerfs-volants »", "Les cerfs-volants"),
        ("»Drachen« und du", "»Drachen« und du"),
        ("»Drachen«", "Drachen"),
        ('"Kites', "Kites"),
        ('The 19" kite', 'The 19" kite'),
        ('"', ""),
    ],
)
def test_title_keeps_quotes_that_pair_within_it(text, title):
    assert clean_title(text) == title
    assert clean_title(title) == title
