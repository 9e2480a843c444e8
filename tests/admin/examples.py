"""A row of every model in the admin, each with relations of its own; `n` tells them apart."""

from conferences import models
from tests.factories import (
    make_announcement,
    make_announcement_topic,
    make_appearance,
    make_conference,
    make_day,
    make_handle,
    make_link,
    make_note,
    make_old_address,
    make_recap,
    make_run,
    make_source,
    make_speaker,
    make_speaker_name,
    make_talk,
    make_talk_topic,
    make_topic,
    make_topic_alias,
    make_version,
)


def make_listed_talk(n):
    talk = make_talk(day=make_day(), title=f"Talk {n}")
    return make_appearance(talk=talk).talk


def make_conflict(n):
    return models.Conflict.objects.create(
        kind="talk",
        key=make_talk().key,
        field="title",
        base="Old",
        said="New",
        value="Mine",
        run=make_run(),
    )


def make_decision(n):
    keys = {"key": make_talk().key, "other_key": make_talk().key}
    return models.Decision.objects.create(ruling="merge", kind="talk", run=make_run(), **keys)


def make_identity(n):
    return models.Identity.objects.create(
        kind="talk", key=f"{n:032}", row_key=make_talk().key, token=f"conference | talk {n}"
    )


def make_mention(n):
    return models.Mention.objects.create(
        text_kind="note",
        text_key=make_note().key,
        start=1,
        end=5,
        kind="topic",
        key=make_topic().key,
    )


EXAMPLES = {
    models.Announcement: lambda n: make_announcement(talk=make_talk(day=make_day())),
    models.AnnouncementTopic: lambda n: make_announcement_topic(),
    models.Appearance: lambda n: make_appearance(),
    models.Conference: lambda n: make_conference(name=f"Conference {n}"),
    models.Conflict: make_conflict,
    models.Day: lambda n: make_day(),
    models.Decision: make_decision,
    models.Handle: lambda n: make_handle(handle=f"jane{n}"),
    models.Identity: make_identity,
    models.Link: lambda n: make_link(),
    models.Mention: make_mention,
    models.Note: lambda n: make_note(),
    models.OldAddress: lambda n: make_old_address(row=make_talk(), slug=f"old-{n}"),
    models.Recap: lambda n: make_recap(title=f"Recap {n}"),
    models.RecapPath: lambda n: models.RecapPath.objects.create(
        recap=make_recap(), path=f"posts/{n}.md"
    ),
    models.Run: lambda n: make_run(counts={"created": n}),
    models.Source: lambda n: make_source(row=make_talk(), doubt="a guess" if n % 2 else ""),
    models.Speaker: lambda n: make_speaker(name=f"Speaker {n}"),
    models.SpeakerName: lambda n: make_speaker_name(),
    models.Talk: make_listed_talk,
    models.TalkTopic: lambda n: make_talk_topic(),
    models.Topic: lambda n: make_topic(),
    models.TopicAlias: lambda n: make_topic_alias(name=f"alias {n}"),
    models.Version: lambda n: make_version(),
}
