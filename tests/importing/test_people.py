import pytest

from conferences.importing.match.people import Known, is_full_name, match_people, tokens_of
from conferences.recaps.outline import SpeakerEntry


def speaker(name, **handles):
    credited = name or next(iter(handles.values()))
    return SpeakerEntry(
        name=name, credited_as=credited, handles=handles, start=0, end=0, rule="test"
    )


def known(*rows):
    """A base that knows people, each by a key and entries that say their tokens."""
    found = {}
    for key, *entries in rows:
        for entry in entries:
            for token in tokens_of(entry):
                found.setdefault(token.key, set()).add(key)
    return Known(found)


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("Jane Doe", True),
        ("Łukasz Młyn", True),
        ("王小明", True),
        ("J. Doe", True),
        ("Jane", False),
        ("Łukasz", False),
        ("janedoe", False),
        ("", False),
        ("王", False),
    ],
)
def test_is_full_name(name, full):
    assert is_full_name(name) is full


def test_one_name_is_one_person_whatever_the_case_and_accents():
    one, other = match_people([speaker("Łukasz Młyn"), speaker("LUKASZ MLYN")], known(), "r")

    assert one == other


def test_a_handle_ties_two_names():
    entries = [speaker("Ada Turner", twitter="ada"), speaker("Ada Tuner", twitter="Ada")]

    one, other = match_people(entries, known(), "r")

    assert one == other


def test_near_equal_names_are_two_people():
    one, other = match_people([speaker("Ada Turner"), speaker("Ada Tuner")], known(), "r")

    assert one.key != other.key


def test_a_shared_homepage_ties_nobody():
    entries = [
        speaker("Ada Turner", website="https://acme.example"),
        speaker("Bo Millar", website="https://acme.example"),
    ]

    one, other = match_people(entries, known(), "r")

    assert one.key != other.key


def test_a_first_name_alone_is_nobody_known():
    base = known(("ada", speaker("Ada Turner"), speaker("Ada", twitter="ada")))

    assert match_people([speaker("Ada")], base, "r") == [None]


def test_name_and_handle_of_two_known_people_join_them():
    base = known(("b", speaker("Ada Turner")), ("a", speaker(None, github="ada")))

    (person,) = match_people([speaker("Ada Turner", github="ada")], base, "r")

    assert (person.key, person.others) == ("a", ("b",))


def test_a_name_that_two_people_bear_means_neither():
    base = known(("a", speaker("John Smith")), ("b", speaker("John Smith")))

    assert match_people([speaker("John Smith")], base, "r") == [None]


def test_a_handle_tells_which_of_two_namesakes():
    base = known(
        ("a", speaker("John Smith", github="js")), ("b", speaker("John Smith", github="john"))
    )

    (person,) = match_people([speaker("John Smith", github="john")], base, "r")

    assert (person.key, person.others) == ("b", ())
