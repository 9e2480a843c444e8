import pytest

from conferences.recaps import read_recap


@pytest.mark.parametrize(
    ("title", "name", "year"),
    [
        ("DockerCon EU 2015 Day One", "DockerCon EU 2015", 2015),
        ("My PyCon US 2019 recap", "PyCon US 2019", 2019),
        ("Recap of PGConf.EU 2024 in Athens", "PGConf.EU 2024", 2024),
        ("RailsConf 2012: Day Two", "RailsConf 2012", 2012),
        ("JSConf US 2013 — Day One", "JSConf US 2013", 2013),
        ("4 Days of Dockercon – Day 2", "Dockercon 2017", 2017),
        ("My Hashiconf '17 Experience", "Hashiconf '17", 2017),
        ("Gif Guide: React Europe Day 2", "React Europe 2017", 2017),
        ("AWS re:Invent 2024 Day 2", "AWS re:Invent 2024", 2024),
    ],
)
def test_conference_is_named_in_the_title(title, name, year):
    text = f'---\ntitle: "{title}"\ndate: 2017-10-11\n---\n\nIt was good.\n'

    conference = read_recap(text).conference

    assert (conference.name, conference.year) == (name, year)


def test_compound_name_takes_its_inner_capital_from_the_post():
    text = "# Djangocon 2020\n\nAll about Django.\n"

    assert read_recap(text).conference.name == "DjangoCon 2020"


def test_address_is_that_of_a_host_named_like_the_conference():
    text = "# DevConf 2016\n\nSee [code](https://github.com/x/y) and [DevConf](https://devconf.example/).\n"

    assert read_recap(text).conference.url == "https://devconf.example/"


@pytest.mark.parametrize("text", ["Just words.\n", "## 1.\n", ""])
def test_post_without_a_name_has_no_conference(text):
    assert read_recap(text).conference is None


@pytest.mark.parametrize("piece", ["Mc", "2019", "in ", " | Day 1", "con", "A-", "(", "Day 1, "])
def test_an_endless_title_is_survived(piece):
    read_recap(f"---\ntitle: {piece * 1500})\n---\n\n# {piece * 1500}\n\nJane Doe spoke.\n")
