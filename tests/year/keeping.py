"""What must hold at any moment of a year, beside what people did."""

from django.test import Client

from conferences.exporting import export_recaps
from conferences.importing.kinds import KINDS, children_of
from conferences.models import Recap, Source, Version
from tests.importing.standing import ADDRESSED
from tests.importing.state import import_posts, no_writes

SOURCED = ("talk", "note", "announcement", "appearance")


def check_bytes(written):
    """Each version that an author ever published is kept, byte for byte."""
    assert written <= {bytes(data) for data in Version.objects.values_list("data", flat=True)}


def check_again(shelf):
    """The posts as they stand at their paths say nothing new."""
    with no_writes():
        outcomes = import_posts(shelf)
    assert {outcome.status for outcome in outcomes} <= {"unchanged"}


def check_sources(hand):
    """What readers see is said by a post, wanted by a person, or what such a wish hangs on."""
    touched = hand.added | {place[:2] for place in hand.edits}
    said = set(Source.objects.current().values_list("key", flat=True))
    for kind in SOURCED:
        for row in KINDS[kind].model.objects.visible().exclude(key__in=said):
            assert is_wanted(row, touched), f"{kind} {row!r} has no source"


def is_wanted(row, touched):
    """Whether a person put it there or edited it, or something that hangs on it.

    A note by hand on a talk that no post has any more would go with the talk.
    """
    if row.by_hand or (row.kind, row.pk) in touched:
        return True
    return any(
        is_wanted(child, touched)
        for kind, relation in children_of(row.kind)
        for child in kind.model.objects.visible().filter(**{relation: row})
    )


def check_export(folder, shelf):
    """Out come the posts that nobody removed, with the bytes that came in."""
    files = {file.read_bytes() for file in export_recaps(folder)}
    standing = Recap.objects.filter(removed="", versions__is_current=True)
    paths = set(standing.values_list("paths__path", flat=True))
    assert files == {data for path, data in shelf.items() if path in paths}


def check_addresses(slugs):
    """Each address that was ever shown answers, or leads straight to one that does."""
    client = Client()
    for kind in ADDRESSED:
        for slug in sorted(slugs.get(kind, ())):
            check_address(client, KINDS[kind].model(slug=slug).get_absolute_url())


def check_address(client, address):
    answer = client.get(address)
    if answer.status_code == 301:
        answer = client.get(answer.url)
    assert answer.status_code in (200, 410), f"{address} answers {answer.status_code}"
