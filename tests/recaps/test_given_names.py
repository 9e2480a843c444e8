import pytest

from conferences.recaps.given_names import is_given_name


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("Jane", True),
        ("zoë", True),
        ("Jean-Luc", True),
        ("Docker", False),
        ("Java", False),
        ("London", False),
        ("The", False),
        ("", False),
    ],
)
def test_given_name_is_known_whatever_its_case(word, known):
    assert is_given_name(word) is known
