"""What importing does to rows, case by case."""

from dataclasses import replace

import pytest

from conferences.models import (
    Announcement,
    Appearance,
    Decision,
    Identity,
    Link,
    OldAddress,
    Run,
    Source,
    Speaker,
    Talk,
    Topic,
)
from conferences.recaps import read_recap
from tests.factories import make_handle, make_speaker
from tests.importing.posts import PostText, TalkText
from tests.importing.state import import_posts, stored_state

pytestmark = pytest.mark.django_db

ADA, ADA_AT_TWITTER = ("Ada Turner", ""), ("Ada Turner", "https://twitter.com/adaturns")
MISSPELT = ("Ada Tuner", "https://twitter.com/adaturns")
GEARS = TalkText(
    "Gears that never wear out", (ADA,), ("Oil matters more than speed.",), ("GearBox 2.0 is out.",)
)
THREADS = TalkText("Cutting threads by hand", (ADA,), ("Measure twice and cut once.",), ())
POST = PostText(("GearConf 2015", ""), 1, "Ann Attendee", "2015-05-03", (GEARS, THREADS))
OTHER = replace(POST, author="Ben Beside", published="2015-05-04")


def import_text(path, text, **options):
    (outcome,) = import_posts({path: text.data()}, **options)
    return outcome


def test_every_row_has_a_source_that_holds_its_lines():
    import_text("/a.md", POST)

    text = POST.data().decode()
    talk = Talk.objects.get(title="Cutting threads by hand")
    (source,) = Source.objects.current().of(talk)
    assert text.splitlines()[source.line - 1] == "## Cutting threads by hand"
    assert text[source.start : source.end].startswith("## Cutting threads by hand")


def test_a_dropped_talk_is_hidden_and_comes_back():
    import_text("/a.md", POST)
    talk = Talk.objects.get(title="Cutting threads by hand")

    import_text("/a.md", replace(POST, talks=(GEARS,)))
    talk.refresh_from_db()
    assert talk.removed == "unsaid"

    import_text("/a.md", POST)
    talk.refresh_from_db()
    assert talk.removed == ""


def test_a_dropped_talk_that_a_person_edited_stays():
    import_text("/a.md", POST)
    Talk.objects.filter(title="Cutting threads by hand").update(language="nl")

    import_text("/a.md", replace(POST, talks=(GEARS,)))

    assert Talk.objects.get(title="Cutting threads by hand").removed == ""


def test_a_talk_removed_by_a_person_stays_removed():
    import_text("/a.md", POST)
    Talk.objects.filter(title="Cutting threads by hand").update(removed="person")

    import_text("/a.md", replace(POST, talks=(THREADS, GEARS)))
    import_text("/b.md", OTHER)

    assert Talk.objects.get(title="Cutting threads by hand").removed == "person"
    assert Talk.objects.count() == 2


def test_a_new_title_keeps_the_talk_and_remembers_its_address():
    import_text("/a.md", POST)
    talk = Talk.objects.get(title="Cutting threads by hand")

    import_text("/a.md", replace(POST, talks=(GEARS, replace(THREADS, title="Threads by hand"))))

    renamed = Talk.objects.get(pk=talk.pk)
    assert (renamed.title, renamed.slug) == ("Threads by hand", "threads-by-hand-gearconf-2015")
    assert Talk.objects.count() == 2
    assert list(OldAddress.objects.values_list("kind", "slug", "key")) == [
        ("talk", talk.slug, talk.key)
    ]


def test_a_retitled_talk_is_met_by_others_under_both_titles():
    import_text("/a.md", POST)
    import_text("/a.md", replace(POST, talks=(GEARS, replace(THREADS, title="Threads by hand"))))

    import_text("/b.md", OTHER)
    import_text(
        "/c.md",
        replace(OTHER, author="Cora", talks=(replace(THREADS, title="Threads by hand"),)),
    )

    assert Talk.objects.get(title="Threads by hand").notes.count() == 3
    assert Talk.objects.count() == 2


def test_a_handle_joins_two_names_and_leaves_a_receipt():
    import_text("/a.md", replace(POST, talks=(replace(GEARS, speakers=(ADA,)),)))
    import_text("/b.md", replace(OTHER, talks=(replace(THREADS, speakers=(MISSPELT,)),)))
    assert Speaker.objects.visible().count() == 2

    import_text(
        "/c.md",
        replace(OTHER, author="C", talks=(replace(GEARS, speakers=(ADA_AT_TWITTER,)),)),
    )

    (speaker,) = Speaker.objects.visible()
    assert (speaker.name, speaker.slug) == ("Ada Turner", "ada-turner")
    assert sorted(speaker.names.visible().values_list("name", flat=True)) == [
        "Ada Tuner",
        "Ada Turner",
    ]
    appearances = Appearance.objects.visible().filter(speaker=speaker)
    assert appearances.values("talk").distinct().count() == 2
    decision = Decision.objects.get()
    gone = Speaker.objects.get(removed="merged")
    assert (decision.key, decision.other_key) == (speaker.key, gone.key)
    assert gone.merged_into == speaker


def test_a_renamed_speaker_is_still_met():
    import_text("/a.md", POST)
    Speaker.objects.update(name="Augusta Turner")

    import_text("/b.md", OTHER)

    speaker = Speaker.objects.get()
    assert speaker.name == "Augusta Turner"
    assert speaker.appearances.count() == 2


def test_a_name_that_two_people_bear_appears_without_a_speaker():
    for handle in ("ada", "adaturns"):
        make_handle(speaker=make_speaker(name="Ada Turner"), site="github", handle=handle)

    import_text("/a.md", replace(POST, talks=(GEARS,)))

    appearance = Appearance.objects.get()
    assert (appearance.credited_as, appearance.speaker) == ("Ada Turner", None)
    assert Speaker.objects.count() == 2


def test_an_announcement_whose_wording_changed_keeps_its_row():
    import_text("/a.md", POST)
    before = Announcement.objects.get()
    Announcement.objects.update(status="preview")

    news = ("GearBox 2.0 is out, at last.",)
    import_text("/a.md", replace(POST, talks=(replace(GEARS, news=news), THREADS)))

    after = Announcement.objects.get()
    assert (after.pk, after.text, after.status) == (before.pk, news[0], "preview")


def test_two_announcements_that_a_post_now_words_alike_are_one_from_then_on():
    news = ("GearBox 2.0 is out.", "GearBox 3.0 is planned for May.")
    import_text("/a.md", replace(POST, talks=(replace(GEARS, news=news),)))
    first = Announcement.objects.get(text=news[0])

    alike = replace(POST, talks=(replace(GEARS, news=("GearBox 2.5 is out.",) * 2),))
    import_posts({"/a.md": alike.data()})
    import_posts({"/a.md": alike.data() + b"\n"})

    assert list(Announcement.objects.visible()) == [first]


def test_a_run_begins_with_the_first_change():
    import_text("/a.md", POST)
    import_text("/a.md", POST)

    assert Run.objects.count() == 1


def test_history_tells_which_import_changed_a_row():
    import_text("/a.md", POST)
    import_text("/a.md", replace(POST, talks=(GEARS, replace(THREADS, title="Threads by hand"))))

    talk = Talk.objects.get(title="Threads by hand")
    runs = Run.objects.order_by("pk").values_list("pk", flat=True)
    reasons = talk.history.order_by("pk").values_list("history_change_reason", flat=True)
    assert list(reasons) == [f"import {run}: /a.md" for run in runs]


@pytest.mark.parametrize(
    ("data", "status", "reason"),
    [
        (b"Just a few words about lunch.\n", "skipped", "names neither a conference nor a talk"),
        (
            b"---\ntitle: PyCon 2015\ndraft: true\n---\n\n## Gears by Ada Turner\n",
            "skipped",
            "is a draft",
        ),
    ],
)
def test_what_is_no_recap_is_skipped_and_leaves_nothing(data, status, reason):
    before = stored_state()

    (outcome,) = import_posts({"/a.md": data})

    assert (outcome.status, outcome.reason) == (status, reason)
    assert stored_state() == before


def test_too_many_talks_are_refused_whole_with_the_line():
    talks = tuple(replace(GEARS, title=f"Gears number {n} of many") for n in range(501))
    before = stored_state()

    outcome = import_text("/a.md", replace(POST, talks=talks))

    assert outcome.status == "failed"
    assert outcome.reason == "501 talks in one post; the limit is 500: split the post"
    assert outcome.line > 500
    assert stored_state() == before


def test_no_two_identities_mean_one_key():
    import_text("/a.md", POST)

    kinds = Identity.objects.values_list("kind", flat=True)
    assert sorted(kinds) == ["announcement", "conference", "day", "talk", "talk"]


def test_a_topic_that_no_talk_and_no_news_names_makes_no_row():
    text = POST.data().replace(
        b"These are my notes.", b"I flew with `AeroLathe` and **AeroLathe**."
    )

    import_posts({"/a.md": text})

    assert "AeroLathe" in [topic.name for topic in read_recap(text).topics]
    attached = Topic.objects.filter(talk_rows__isnull=False) | Topic.objects.filter(
        announcement_rows__isnull=False
    )
    assert set(Topic.objects.all()) == set(attached)


def test_topics_by_other_names_are_one_topic():
    texts = [
        replace(post, talks=(replace(GEARS, title=title, sentences=(sentence,)),))
        for post, title, sentence in [
            (POST, "Gears on K8s", "All of it runs on `k8s`."),
            (OTHER, "Gears on Kubernetes", "All of it runs on `Kubernetes`."),
        ]
    ]
    for path, text in zip(("/a.md", "/b.md"), texts, strict=True):
        import_text(path, text)

    (topic,) = Topic.objects.filter(name__in=["K8s", "k8s", "Kubernetes"])
    assert topic.name == "Kubernetes"
    assert topic.talk_rows.count() == 2


def test_an_address_that_misleads_is_left_out_with_a_warning_and_the_rest_kept():
    bad = "https://me:pw@evil.example/slides"
    links = f"See the [slides]({bad}) and the [video](https://example.org/video)."
    text = replace(POST, talks=(replace(GEARS, sentences=(links,)),))

    outcome = import_text("/a.md", text)

    (link,) = Link.objects.all()
    assert link.url == "https://example.org/video"
    reason = f"left out: the address '{bad}' holds a user name, which may mislead"
    assert [(w.line, w.message) for w in outcome.warnings] == [(13, reason)]
