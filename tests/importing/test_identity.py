import pytest

from conferences.importing.identity import (
    conference_tokens,
    is_generic,
    talk_tokens,
    without_year,
)


@pytest.mark.parametrize(
    ("title", "generic"),
    [
        ("Keynote", True),
        ("Opening Keynote", True),
        ("Day two keynote", True),
        ("Lightning talks", True),
        ("Lightning Talks 2", True),
        ("General session", True),
        ("Q&A", True),
        ("Panel discussion", True),
        ("Keynote: gears that never wear out", False),
        ("Closing the loop", False),
        ("Opening doors", False),
        ("The keynote nobody gave", False),
        ("Demo or die", False),
        ("", False),
        ("???", False),
    ],
)
def test_is_generic(title, generic):
    assert is_generic(title) is generic


@pytest.mark.parametrize(
    ("name", "year", "series"),
    [
        ("DockerCon EU 2015", 2015, "DockerCon EU"),
        ("DockerCon EU '15", 2015, "DockerCon EU"),
        ("2015 Python Summit", 2015, "Python Summit"),
        ("EuroPython", 2015, "EuroPython"),
        ("2015", 2015, "2015"),
        ("PyCon 2014", None, "PyCon 2014"),
        ("20155 Conf", 2015, "20155 Conf"),
    ],
)
def test_without_year(name, year, series):
    assert without_year(name, year) == series


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        (("DockerCon EU 2015", 2015, ""), ("Dockercon EU", 2015, ""), True),
        (("DockerCon EU 2015", 2015, ""), ("DockerCon EU 2014", 2014, ""), False),
        (("A 2015", 2015, "https://www.a.org/"), ("B", 2015, "http://a.org"), True),
        (("A 2014", 2014, "https://a.org/"), ("B 2015", 2015, "https://a.org/"), False),
        (("A 2015", 2015, ""), ("B 2015", 2015, ""), False),
    ],
)
def test_conferences_share_a_token(one, other, share):
    assert bool(set(conference_tokens(*one)) & set(conference_tokens(*other))) is share


def tokens(**changes):
    talk = {"title": "", "subject": "", "day": "", "speakers": ()} | changes
    return set(talk_tokens("conference", talk.pop("recap", "recap"), **talk))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param(
            {"title": "Gears!", "day": "day 1"}, {"title": "gears", "recap": "b"}, True, id="title"
        ),
        pytest.param({"title": "C++"}, {"title": "C#"}, False, id="signs tell"),
        pytest.param({"title": "???"}, {"title": "!!!"}, False, id="signs alone tell"),
        pytest.param(
            {"title": "Keynote", "day": "day 1"},
            {"title": "Keynote", "day": "day 2"},
            False,
            id="generic, another day",
        ),
        pytest.param(
            {"title": "Keynote", "speakers": ("Ada T", "Bo M")},
            {"title": "keynote", "speakers": ("Bo M", "Ada T"), "recap": "b"},
            True,
            id="generic, same people",
        ),
        pytest.param(
            {"title": "Keynote", "day": "day 1", "speakers": ("Ada T", "Bo M")},
            {"title": "Keynote", "day": "day 1", "speakers": ("Bo M", "Cy N"), "recap": "b"},
            True,
            id="generic, one speaker in common",
        ),
        pytest.param(
            {"title": "Keynote", "day": "day 1", "speakers": ("Ada T",)},
            {"title": "Keynote", "day": "day 1", "speakers": ("Bo M",), "recap": "b"},
            False,
            id="generic, nobody in common",
        ),
        pytest.param(
            {"title": "Keynote"}, {"title": "Keynote", "recap": "b"}, False, id="generic alone"
        ),
        pytest.param(
            {"subject": "gears"}, {"subject": "gears", "recap": "b"}, False, id="untitled"
        ),
        pytest.param({"subject": "gears"}, {"subject": "Gears"}, True, id="untitled, same recap"),
    ],
)
def test_talks_share_a_token(one, other, same):
    assert bool(tokens(**one) & tokens(**other)) is same
