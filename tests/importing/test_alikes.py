import pytest

from conferences.importing.alikes import Called, alike_people, alike_titles, alike_topics


def whys(find, *names):
    return sorted(alike.why for alike in find(Called(str(n), name) for n, name in enumerate(names)))


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Ada Turner", "Turner Ada", "“Ada Turner” and “Turner Ada” are the same words"),
        ("Ada Turner", "A. Turner", "“A. Turner” may be short for “Ada Turner”"),
        ("Chris Baker", "Christopher Baker", "“Chris Baker” may be short for “Christopher Baker”"),
        ("Ada Turner", "Ada M. Turner", "“Ada Turner” may be short for “Ada M. Turner”"),
        ("Ada Turner", "Ada Tuner", "“Ada Turner” and “Ada Tuner” differ in one letter"),
        ("Ada Turner", "Bo Turner", ""),
        ("Ada Turner", "Ada Miller", ""),
        ("Anna Li", "Hans Li", ""),
        ("Ada", "Ada Turner", ""),
    ],
)
def test_alike_people(one, other, why):
    assert whys(alike_people, one, other) == ([why] if why else [])


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Node.js", "NodeJS", "“Node.js” and “NodeJS” differ in signs, spaces or the plural alone"),
        (
            "Container",
            "Containers",
            "“Container” and “Containers” differ in signs, spaces or the plural alone",
        ),
        ("ML", "Machine learning", "“ML” are the initials of “Machine learning”"),
        ("Kubernetes", "Kubernets", "“Kubernetes” and “Kubernets” differ in one letter"),
        ("C++", "C#", ""),
        ("C", "C++", ""),
        ("Java", "JavaScript", ""),
        ("Python 2.7", "Python 3.7", ""),
        ("Go", "Gophers", ""),
    ],
)
def test_alike_topics(one, other, why):
    assert why in ["", *whys(alike_topics, one, other)]
    assert bool(whys(alike_topics, one, other)) == bool(why)


@pytest.mark.parametrize(
    ("one", "other", "is_alike"),
    [
        ("Gears that never wear out", "Gears which never wear out", True),
        ("Cutting threads by hand", "Cutting threads by hand: a tour", True),
        ("Gears that never wear out", "Cutting threads by hand", False),
        ("Scaling Rails", "Scaling Django", False),
    ],
)
def test_alike_titles(one, other, is_alike):
    assert bool(whys(alike_titles, one, other)) is is_alike


def test_titles_are_told_as_one_or_by_the_words_they_share():
    assert whys(alike_titles, "General session", "General session", "General session two") == [
        "both are called “General session”",
        "“General session” and “General session two” share 2 of 3 words",
        "“General session” and “General session two” share 2 of 3 words",
    ]


def test_only_titles_within_one_conference_are_compared():
    here, there = Called("1", "Gears for ever", "a"), Called("2", "Gears for ever", "b")

    assert alike_titles([here, there]) == set()


def test_what_many_are_called_says_nothing():
    assert whys(alike_people, *(f"{letter}ohn Smith" for letter in "JABCDEFGHIKLMNOP")) == []
