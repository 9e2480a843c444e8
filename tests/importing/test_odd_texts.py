"""Posts in unusual bytes, and titles and names in unusual letters."""

from dataclasses import replace

import pytest

from conferences import models
from tests.importing.posts import PostText, TalkText
from tests.importing.state import import_posts

pytestmark = pytest.mark.django_db

GEARS = TalkText("Gears that never wear out", (("José Müller", ""),), ("Oil — more oil.",), ())
POST = PostText(("GearConf 2015", ""), 1, "Ann Attendee", "2015-05-03", (GEARS,))
TEXT = POST.data().decode()


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(TEXT.replace("\n", "\r\n").encode(), id="CRLF"),
        pytest.param(TEXT.replace("\n", "\r").encode(), id="CR"),
        pytest.param(b"\xef\xbb\xbf" + TEXT.encode(), id="byte order mark"),
        pytest.param(TEXT.rstrip("\n").encode(), id="no newline at the end"),
        pytest.param(TEXT.replace("—", "-").encode("latin-1"), id="latin-1"),
        pytest.param(TEXT.encode("cp1252"), id="cp1252"),
        pytest.param(TEXT.encode("utf-16"), id="UTF-16"),
        pytest.param(TEXT.replace("Oil", "O\0i\x1bl\u202e\u2028").encode(), id="controls"),
    ],
)
def test_a_post_in_unusual_bytes_is_kept_as_it_was(data):
    (outcome,) = import_posts({"/a.md": data})

    assert (outcome.status, outcome.reason) == ("created", "")
    assert bytes(models.Version.objects.get().data) == data
    assert [talk.title for talk in models.Talk.objects.visible()] == [GEARS.title]


TITLES = ("王小明", "Ψ", "???", "C", "C++", "C#", ".NET", "F#", "Long " * 60)


def test_titles_of_unusual_letters_have_pages_of_their_own(client):
    talks = tuple(replace(GEARS, title=title.strip()) for title in TITLES)
    import_posts({"/a.md": replace(POST, talks=talks).data()})

    addresses = {talk.title: talk.get_absolute_url() for talk in models.Talk.objects.visible()}
    assert set(addresses) == {title.strip() for title in TITLES}
    assert len(set(addresses.values())) == len(TITLES)
    assert {client.get(address).status_code for address in addresses.values()} == {200}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jose\u0301 Mu\u0308ller", "José Müller"),
        ("José MÜLLER", "José Müller"),
        ("Jo Strauß", "Jo Strauss"),
        ("Al\ufb01e Turner", "Alfie Turner"),
        ("Ada\u00a0Turner", "Ada Turner"),
    ],
)
def test_a_name_in_other_letters_is_the_same_person(one, other):
    posts = {
        f"/{number}.md": replace(
            POST,
            author=f"Author {number}",
            talks=(replace(GEARS, title=f"Gears part {number} of many", speakers=((name, ""),)),),
        ).data()
        for number, name in enumerate((one, other))
    }

    import_posts(posts)

    (speaker,) = models.Speaker.objects.visible()
    assert speaker.appearances.visible().count() == 2
