"""What must hold at any moment of a year, beside what people did."""

from django.test import Client

from conferences.exporting import export_recaps
from conferences.importing.kinds import KINDS, children_of
from conferences.models import OldAddress, Recap, Removed, Source, Version
from tests.importing import hands
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
    """What readers see is said by a post, wanted by a person, or what such rows hang on."""
    touched = hand.added | {place[:2] for place in hand.edits}
    said = set(Source.objects.current().values_list("key", flat=True))
    for kind in SOURCED:
        for row in KINDS[kind].model.objects.visible().exclude(key__in=said):
            known = row.by_hand or (kind, row.pk) in touched or is_hung_on(row)
            assert known, f"{kind} {row!r} has no source"


def is_hung_on(row):
    return any(
        child.model.objects.visible().filter(**{relation: row}).exists()
        for child, relation in children_of(row.kind)
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
            allowed = (404,) if is_withheld(kind, slug) else (200, 410)
            check_address(client, KINDS[kind].model(slug=slug).get_absolute_url(), allowed)


def check_address(client, address, allowed):
    answer = client.get(address)
    if answer.status_code == 301:
        answer = client.get(answer.url)
    assert answer.status_code in allowed, f"{address} answers {answer.status_code}"


def is_withheld(kind, slug):
    """Whether the row stands, but what it is part of was removed or is not for readers."""
    objects = KINDS[kind].model.objects
    row = objects.filter(slug=slug).first()
    row = row or objects.get(key=OldAddress.objects.get(kind=kind, slug=slug).key)
    row = hands.final(row)
    return row.removed in ("", Removed.HIDDEN) and not objects.visible().filter(pk=row.pk).exists()
