"""What importing promises, each as a property of random posts."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conferences.importing.kinds import KINDS
from conferences.importing.rows import values_of
from conferences.models import Conflict, Decision, Note, Speaker, Talk, Version
from conferences.recaps.folding import fold
from conferences.recaps.formats import decode
from conferences.recaps.outline import Outline
from tests.importing.posts import SENTENCES, TalkText, post_texts
from tests.importing.state import (
    fresh_base,
    import_posts,
    no_writes,
    stored_state,
    visible_state,
)

pytestmark = pytest.mark.django_db

posts = st.lists(post_texts, min_size=1, max_size=4, unique=True).map(
    lambda texts: {f"/posts/{i}.md": text.data() for i, text in enumerate(texts)}
)


@given(posts)
def test_nothing_is_lost(posts):
    with fresh_base():
        import_posts(posts)

        kept = {v.sha256: v for v in Version.objects.all()}
        assert {bytes(v.data) for v in kept.values()} == set(posts.values())
        for version in kept.values():
            text, _warnings = decode(bytes(version.data))
            passages = Outline.from_dict(version.outline).passages
            assert "".join(text[p.start : p.end] for p in passages) == text


@given(posts)
def test_importing_again_changes_nothing(posts):
    with fresh_base():
        import_posts(posts)
        before = stored_state()

        with no_writes():
            outcomes = import_posts(posts)
            read_again = import_posts(posts, reread=True)

        assert {outcome.status for outcome in outcomes + read_again} == {"unchanged"}
        assert stored_state() == before


@given(posts, st.randoms(use_true_random=False))
def test_order_does_not_matter(posts, random):
    with fresh_base():
        import_posts(posts)
        expected = visible_state()
    shuffled = list(posts.items())
    random.shuffle(shuffled)

    with fresh_base():
        import_posts(dict(shuffled))

        assert visible_state() == expected


@given(
    post_texts,
    st.lists(st.sampled_from(("Cutting threads", "Gears for ever", "C++", "C#")), unique=True),
)
def test_a_second_recap_adds_notes_and_leaves_the_first_alone(text, titles):
    talks = tuple(
        TalkText(title, speakers=(("Ada Turner", ""),), sentences=SENTENCES[:2], news=())
        for title in [*titles, "Oil"]
    )
    first = replace(text, talks=talks)
    second = replace(
        first,
        author="Cora Copy",
        published="2016-01-01",
        talks=tuple(replace(talk, sentences=SENTENCES[2:]) for talk in reversed(talks)),
    )
    with fresh_base():
        import_posts({"/one.md": first.data()})
        slugs = set(Talk.objects.values_list("slug", flat=True))
        notes = list(Note.objects.order_by("pk").values())

        import_posts({"/two.md": second.data()})

        assert list(Note.objects.order_by("pk").values())[: len(notes)] == notes
        assert set(Talk.objects.values_list("slug", flat=True)) == slugs
        assert [talk.notes.count() for talk in Talk.objects.all()] == [2] * len(talks)


@given(st.lists(post_texts, min_size=1, max_size=3, unique=True))
def test_names_alone_tie_nobody(texts):
    """Near names without accounts stay as many people as the posts name."""
    texts = [replace(text, talks=tuple(map(without_accounts, text.talks))) for text in texts]
    named = {fold(name) for text in texts for talk in text.talks for name, _ in talk.speakers}
    with fresh_base():
        import_posts({f"/{number}.md": text.data() for number, text in enumerate(texts)})

        assert not Decision.objects.filter(kind="speaker").exists()
        people = [fold(speaker.name) for speaker in Speaker.objects.visible()]
        assert len(people) == len(set(people))
        assert set(people) <= named


def without_accounts(talk):
    return replace(talk, speakers=tuple({name: (name, "") for name, _ in talk.speakers}.values()))


EDITABLE = {
    "conference": ("name", "place"),
    "talk": ("title", "language"),
    "speaker": ("name",),
    "note": ("text",),
    "announcement": ("text",),
    "appearance": ("credited_as", "role"),
    "recap": ("author", "licence"),
}


@given(post_texts, post_texts, st.data())
def test_edits_win(one, other, data):
    """Whatever is imported after an edit, the edited field holds what the person wrote."""
    with fresh_base():
        import_posts({"/a.md": one.data()})
        edits = _edit_some_rows(data)

        import_posts({"/a.md": other.data(), "/b.md": one.data()})
        import_posts({"/a.md": one.data()})

        for kind, key, field, value in edits:
            row = KINDS[kind].model.objects.get(key=key)
            # A row that another turned out to be lives on in that one.
            row = row.merged_into or row
            assert values_of(KINDS[kind], row)[field] == value
            assert row.removed == ""


def _edit_some_rows(data):
    """Change up to four fields of rows that stand, as the admin would; what was changed."""
    fields = sorted(
        (kind, key, field)
        for kind, names in EDITABLE.items()
        for key in KINDS[kind].model.objects.visible().values_list("key", flat=True)
        for field in names
    )
    chosen = data.draw(st.lists(st.sampled_from(fields), max_size=4, unique=True))
    for kind, key, field in chosen:
        KINDS[kind].model.objects.filter(key=key).update(**{field: f"by hand {field}"})
    return [(kind, key, field, f"by hand {field}") for kind, key, field in chosen]


@given(post_texts, st.sampled_from(SENTENCES))
def test_a_note_that_both_changed_is_a_conflict_with_all_three_values(text, sentence):
    talk = TalkText("Gears that never wear out", (("Ada Turner", ""),), (sentence,), ())
    one = replace(text, talks=(talk,))
    other = replace(text, talks=(replace(talk, sentences=("Now something else.",)),))
    with fresh_base():
        import_posts({"/a.md": one.data()})
        base = Note.objects.get().text
        Note.objects.update(text="By hand.")

        (outcome,) = import_posts({"/a.md": other.data()})

        conflict = Conflict.objects.get()
        said = Note.objects.get().said["text"]
        assert (conflict.base, conflict.value, conflict.said) == (base, "By hand.", said)
        assert Note.objects.get().text == "By hand."
        assert outcome.conflicts == 1
