import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from conferences import models
from conferences.admin.saving import save_edit
from tests.factories import (
    make_announcement,
    make_appearance,
    make_conference,
    make_day,
    make_link,
    make_note,
    make_speaker,
    make_talk,
    make_talk_topic,
)


def history_of(client, row):
    name = f"admin:conferences_{row._meta.model_name}_history"
    return client.get(reverse(name, args=[row.pk]))


def edit(row, user, **changes):
    for name, value in changes.items():
        setattr(row, name, value)
    save_edit(row, changes, user=user)


def newest_changes(response):
    return [(field, str(html)) for field, html in response.context["page_obj"][0].changes]


@pytest.fixture
def talk(db):
    return make_talk(title="Old title")


def test_entry_tells_each_changed_field(editor_client, editor, talk):
    day = make_day(conference=talk.conference, number=2)
    edit(talk, editor, title="New <title>", language="en", day=day, talk_kind="keynote")

    response = history_of(editor_client, talk)

    nothing = "<i>nothing</i>"
    assert sorted(newest_changes(response)) == [
        ("day", f"<del>{nothing}</del> → <ins>{day}</ins>"),
        ("kind", "<del>talk</del> → <ins>keynote</ins>"),
        ("language", f"<del>{nothing}</del> → <ins>en</ins>"),
        ("slug", "<del>old-title-djangocon-2015</del> → <ins>new-title-djangocon-2015</ins>"),
        ("title", "<del>Old title</del> → <ins>New &lt;title&gt;</ins>"),
    ]


def test_entry_tells_texts_line_by_line(editor_client, editor):
    note = make_note(text="First\n\nsecond\n\nthird")
    edit(note, editor, text="First\n\n<b>2nd</b>\n\nthird")

    ((field, html),) = newest_changes(history_of(editor_client, note))

    assert field == "text"
    assert '<del class="line"><b>−</b> second</del>' in html
    assert '<ins class="line"><b>+</b> &lt;b&gt;2nd&lt;/b&gt;</ins>' in html
    assert html.count('<span class="line">') == 4


def test_entry_tells_who_and_why(editor_client, editor, talk):
    talk._change_reason = "It was a <keynote>"
    edit(talk, editor, talk_kind="keynote")

    page = history_of(editor_client, talk).content.decode()

    assert "<td>ed</td>" in page
    assert "<td>It was a &lt;keynote&gt;</td>" in page


def test_history_of_a_talk_tells_of_what_stands_on_its_page(editor_client, editor, talk):
    appearance = make_appearance(talk=talk, speaker=make_speaker(name="Jane"))
    note = make_note(talk=talk, text="Short")
    topic, news, link = (
        make_talk_topic(talk=talk),
        make_announcement(talk=talk),
        make_link(talk=talk),
    )
    make_note()
    edit(note, editor, text="Shorter")

    around = history_of(editor_client, talk).context["around"]

    rows = [note, link, news, topic, note, appearance]
    told = [(entry.row_kind, entry.id, entry.history_type) for entry in around]
    assert told == [(row.kind, row.pk, "~+"[n > 0]) for n, row in enumerate(rows)]
    assert [field for field, _html in around[0].changes] == ["text"]
    assert editor_client.get(around[0].address).status_code == 200


def test_history_of_rows_that_one_may_not_see_is_not_told(client, django_user_model, talk):
    helper = django_user_model.objects.create_user("helper", is_staff=True)
    helper.user_permissions.set(Permission.objects.filter(codename__in=["view_talk", "view_link"]))
    make_note(talk=talk)
    make_link(talk=talk)
    client.force_login(helper)

    around = history_of(client, talk).context["around"]

    assert [entry.row_kind for entry in around] == ["link"]


def test_history_costs_the_same_for_few_rows_around_and_many(
    editor_client, editor, talk, django_assert_num_queries, django_assert_max_num_queries
):
    def add_rows():
        make_appearance(talk=talk, speaker=make_speaker())
        make_talk_topic(talk=talk)
        note = make_note(talk=talk, recap=None)
        edit(note, editor, text="Other")
        edit(note, editor, talk=make_talk(conference=make_conference()))
        edit(note, editor, talk=talk)

    add_rows()
    history_of(editor_client, talk)
    with django_assert_max_num_queries(25) as few:
        history_of(editor_client, talk)
    for _ in range(5):
        add_rows()

    with django_assert_num_queries(len(few)):
        history_of(editor_client, talk)


def test_row_without_rows_around_has_one_table(editor_client):
    note = make_note()

    page = history_of(editor_client, note).content.decode()

    assert page.count('class="history"') == 1
    assert models.Note.history.count() == 1
