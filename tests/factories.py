"""One row of each model, valid by default; `changes` are its fields.

What a row needs and the caller does not give, is made: a talk comes with a conference.
"""

from datetime import date
from hashlib import sha256

from conferences.models import (
    Announcement,
    AnnouncementTopic,
    Appearance,
    Conference,
    Day,
    Handle,
    Link,
    Note,
    OldAddress,
    Recap,
    Run,
    Source,
    Speaker,
    SpeakerName,
    Talk,
    TalkTopic,
    Topic,
    TopicAlias,
    Version,
)
from conferences.recaps.outline import Outline

# The catalogue


def make_conference(**changes):
    return Conference.objects.create(**{"name": "DjangoCon 2015", "year": 2015} | changes)


def make_day(**changes):
    return Day.objects.create(**_with(changes, conference=make_conference, number=1))


def make_talk(**changes):
    """A talk; on the day's conference where a day is given."""
    if changes.get("day"):
        changes = {"conference": changes["day"].conference} | changes
    return Talk.objects.create(**_with(changes, conference=make_conference, title="Taming tests"))


def make_link(**changes):
    return Link.objects.create(**_with(changes, talk=make_talk, url="https://example.org/slides"))


def make_announcement(**changes):
    """An announcement; at the talk's conference and day where a talk is given."""
    if talk := changes.get("talk"):
        changes = {"conference": talk.conference, "day": talk.day} | changes
    return Announcement.objects.create(
        **_with(changes, conference=make_conference, text="Tests run in parallel.")
    )


# People


def make_speaker(**changes):
    """A speaker with one spelling, the name itself."""
    speaker = Speaker.objects.create(**{"name": "Jane Doe"} | changes)
    make_speaker_name(speaker=speaker, name=speaker.name)
    return speaker


def make_speaker_name(**changes):
    return SpeakerName.objects.create(**_with(changes, speaker=make_speaker, name="J. Doe"))


def make_handle(**changes):
    return Handle.objects.create(
        **_with(changes, speaker=make_speaker, site="github", handle="janedoe")
    )


def make_appearance(**changes):
    """A speaker on a talk, credited by name."""
    if "speaker" not in changes:
        changes["speaker"] = make_speaker()
    if changes["speaker"]:
        changes = {"credited_as": changes["speaker"].name} | changes
    return Appearance.objects.create(**_with(changes, talk=make_talk))


# Topics


def make_topic(**changes):
    """A topic; its name is unique, so one without a name gets a numbered one."""
    return Topic.objects.create(**{"name": f"Topic {Topic.objects.count() + 1}"} | changes)


def make_topic_alias(**changes):
    return TopicAlias.objects.create(**_with(changes, topic=make_topic, name="k8s"))


def make_talk_topic(**changes):
    """A topic of a talk: `talk` and `topic`."""
    row = _with(changes, talk=make_talk, topic=make_topic)
    return TalkTopic.objects.create(content_object=row.pop("talk"), tag=row.pop("topic"), **row)


def make_announcement_topic(**changes):
    """A topic of an announcement: `announcement` and `topic`."""
    row = _with(changes, announcement=make_announcement, topic=make_topic)
    return AnnouncementTopic.objects.create(
        content_object=row.pop("announcement"), tag=row.pop("topic"), **row
    )


# Posts


def make_recap(**changes):
    return Recap.objects.create(
        **{
            "title": "My days at DjangoCon",
            "author": "Ann Attendee",
            "published": date(2015, 6, 5),
            "language": "en",
            "url": "https://example.org/djangocon",
        }
        | changes
    )


def make_note(**changes):
    return Note.objects.create(
        **_with(changes, talk=make_talk, recap=make_recap, text="Fixtures grow old.")
    )


def make_run(**changes):
    return Run.objects.create(**changes)


def make_version(*, text="First line\n\nThird line\n", **changes):
    """The current version of a recap, of a post that says `text`."""
    data = text.encode()
    return Version.objects.create(
        **_with(
            changes,
            recap=make_recap,
            run=make_run,
            data=data,
            sha256=sha256(data).hexdigest(),
            reader=1,
            outline=Outline(text=text).as_dict(),
        )
    )


def make_source(*, row, **changes):
    """Where a version speaks of `row`: its first line."""
    return Source.objects.create(
        kind=row.kind,
        key=row.key,
        **_with(
            changes,
            version=make_version,
            entry="talks/0",
            says={},
            start=0,
            end=10,
            line=1,
            last_line=1,
            rule="headings",
        ),
    )


# Addresses


def make_old_address(*, row, **changes):
    """A slug that `row` once had."""
    return OldAddress.objects.create(
        **{"kind": row.kind, "key": row.key, "slug": "old-name"} | changes
    )


def _with(changes, **defaults):
    """`changes` and what they leave out; a default that makes a row does so only then."""
    missing = {name: value for name, value in defaults.items() if name not in changes}
    return changes | {
        name: value() if callable(value) else value for name, value in missing.items()
    }
