from datetime import date

import pytest
from django.db.models import UniqueConstraint

from conferences import models
from conferences.admin.forms import TAKEN
from conferences.admin.rows import models_by_kind
from tests.admin.conftest import address_of, errors_of
from tests.factories import make_conference, make_day


def test_conference_is_added_with_its_days(submit):
    submit(
        models.Conference,
        **{
            "name": "DjangoCon",
            "year": 2015,
            "days-TOTAL_FORMS": 2,
            "days-0-number": 1,
            "days-1-date": "2015-06-02",
        },
    )

    conference = models.Conference.objects.get()
    assert conference.slug == "djangocon-2015"
    assert [(day.number, day.date) for day in conference.days.all()] == [
        (1, None),
        (None, date(2015, 6, 2)),
    ]


def test_conference_ends_after_it_starts(submit):
    response = submit(make_conference(), starts="2015-06-02", ends="2015-06-01")

    assert errors_of(response) == {"ends": ["It ends before it starts."]}


def test_day_needs_a_number_or_a_date(submit):
    response = submit(make_day(), number="")

    assert errors_of(response) == {"number": ["Give the day a number or a date."]}


@pytest.mark.parametrize(("field", "value"), [("number", "1"), ("date", "2015-06-01")])
def test_day_is_there_once(submit, field, value):
    day = make_day(number=1, date=date(2015, 6, 1))
    other = make_day(conference=day.conference, number=2, date=date(2015, 6, 2))

    response = submit(other, **{field: value})

    assert list(errors_of(response)) == [field]


def test_two_new_days_of_one_number_are_refused(submit):
    response = submit(
        make_conference(),
        **{"days-TOTAL_FORMS": 2, "days-0-number": 1, "days-1-number": 1},
    )

    message = "The conference has another day of this number."
    assert errors_of(response) == {"number": [message]}


def test_number_of_a_removed_day_is_free(submit):
    day = make_day(number=1, removed="person")

    submit(day.conference, **{"days-TOTAL_FORMS": 1, "days-0-number": 1})

    assert day.conference.days.filter(removed="", number=1).count() == 1


def test_day_stays_with_its_conference(editor_client):
    response = editor_client.get(address_of(make_day()))

    assert "conference" not in response.context["adminform"].form.fields


def test_every_constraint_has_its_message_and_field():
    constraints = {
        constraint.name: model
        for model in models_by_kind().values()
        for constraint in model._meta.constraints
        if isinstance(constraint, UniqueConstraint)
    }

    assert constraints.keys() == TAKEN.keys()
    for name, model in constraints.items():
        assert TAKEN[name][0] in {field.name for field in model._meta.fields}
