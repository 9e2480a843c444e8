import pytest

from conferences.importing.fold import FieldRule, fold_claims

TITLE = FieldRule("title")
TEXT = FieldRule("text", joined=True)
NAME = FieldRule("name", otherwise="name_of_handle")


@pytest.mark.parametrize(
    ("claims", "rule", "folded"),
    [
        ([{"title": "First"}, {"title": "Second"}], TITLE, "First"),
        ([{"title": ""}, {"title": None}, {"title": "Third"}], TITLE, "Third"),
        ([{"title": 0}, {"title": 1}], TITLE, 0),
        ([{}, {"title": ""}], TITLE, None),
        ([], TITLE, None),
        ([{"text": "One."}, {"text": "Two."}, {"text": "One."}], TEXT, "One.\n\nTwo."),
        ([{"name_of_handle": "@ada"}, {"name": "Ada Turner"}], NAME, "Ada Turner"),
        ([{"name": "", "name_of_handle": "@ada"}], NAME, "@ada"),
    ],
)
def test_fold_takes_the_first_that_says_anything(claims, rule, folded):
    assert fold_claims(claims, [rule]) == {rule.name: folded}
