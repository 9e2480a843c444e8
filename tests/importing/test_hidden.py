"""What only a recap tells that readers do not see, they do not see either."""

from dataclasses import replace

import pytest
from hypothesis import given

from conferences import models
from conferences.importing.kinds import KINDS
from conferences.search import search
from tests.admin.conftest import list_of
from tests.importing import hands
from tests.importing.posts import PostText, TalkText, post_texts
from tests.importing.state import fresh_base, import_posts, visible_state

pytestmark = pytest.mark.django_db

ADA, BO = ("Ada Turner", ""), ("Bo Millar", "")
NEWS = ("GearBox 2.0 is out, with support for helical gears.",)
GEARS = TalkText("Gears that never wear out", (ADA,), ("Oil matters more than speed.",), ())
THREADS = TalkText("Cutting threads by hand", (BO,), ("Measure twice and cut once.",), NEWS)
OPEN = PostText(("GearConf 2015", ""), 1, "Ann Attendee", "2015-05-04", (GEARS,))
SECRET = replace(OPEN, author="Ben Beside", published="2015-05-03", talks=(GEARS, THREADS))


def hide(recap, visibility="private"):
    hands.edit(recap, visibility=visibility)


@pytest.fixture
def secret():
    import_posts({"/open.md": OPEN.data(), "/secret.md": SECRET.data()})
    return models.Recap.objects.get(author="Ben Beside")


PAGES = ("/", "/talks/", "/announcements/", "/speakers/", "/topics/", "/conferences/")


def test_talks_speakers_and_news_that_only_a_private_recap_tells_are_hidden(client, secret):
    talk = models.Talk.objects.get(title=THREADS.title)
    told = (THREADS.title, "Bo Millar", "helical gears")
    before = "".join(client.get(page).content.decode() for page in PAGES)

    hide(secret)

    after = "".join(client.get(page).content.decode() for page in PAGES)
    assert [(text in before, text in after) for text in told] == [(True, False)] * 3
    assert (GEARS.title in after, "Ada Turner" in after) == (True, True)
    assert client.get(talk.get_absolute_url()).status_code == 404
    assert search("helical").places == ()


def test_what_is_hidden_is_seen_in_the_admin(admin_client, secret):
    hide(secret)

    for model, text in ((models.Talk, THREADS.title), (models.Announcement, "helical gears")):
        page = admin_client.get(list_of(model)).content.decode()
        assert (text in page, "only hidden recaps say it" in page) == (True, True)


def test_where_others_tell_it_too_a_private_recap_has_no_say():
    first = replace(SECRET, talks=(replace(GEARS, speakers=(BO, ADA)),))
    import_posts({"/open.md": OPEN.data(), "/secret.md": first.data()})

    hide(models.Recap.objects.get(author="Ben Beside"))

    talk = models.Talk.objects.get()
    assert [str(row) for row in talk.appearances.visible()] == ["Ada Turner"]


def test_a_new_version_of_a_private_recap_is_hidden_as_well(client, secret):
    hide(secret)

    new = TalkText("A lathe in every kitchen", (BO,), ("Mind the chips.",), ())
    import_posts({"/secret.md": replace(SECRET, talks=(GEARS, new)).data()})

    assert models.Talk.objects.get(title=new.title).removed == "hidden"
    assert [talk.title for talk in models.Talk.objects.visible()] == [GEARS.title]


def test_what_another_recap_tells_later_is_shown(secret):
    hide(secret)

    import_posts({"/c.md": replace(OPEN, author="Cora", talks=(THREADS,)).data()})

    assert [talk.removed for talk in models.Talk.objects.order_by("pk")] == ["", ""]


def test_a_removed_recap_tells_nothing_until_it_is_back(secret):
    before = visible_state()

    hands.remove(secret)
    assert [talk.title for talk in models.Talk.objects.visible()] == [GEARS.title]

    hands.bring_back(secret)
    assert visible_state() == before


def test_what_is_brought_back_stays_hidden_while_only_a_private_recap_tells_it(client, secret):
    talk = models.Talk.objects.get(title=THREADS.title)
    hands.remove(talk)
    hide(secret)

    hands.bring_back(talk)

    talk.refresh_from_db()
    assert (talk.removed, talk.by_hand) == ("hidden", False)
    assert client.get(talk.get_absolute_url()).status_code == 404
    hide(secret, "whole")
    talk.refresh_from_db()
    assert talk.removed == ""


def test_what_a_reader_sees_told_is_brought_back_to_readers(secret):
    talk = models.Talk.objects.get(title=GEARS.title)
    hands.remove(talk)
    hide(secret)

    hands.bring_back(talk)

    talk.refresh_from_db()
    assert (talk.removed, models.Run.objects.filter(what="visibility").count()) == ("", 1)


def test_what_a_person_put_on_a_hidden_talk_is_there_when_it_is_shown_again(secret):
    talk = models.Talk.objects.get(title=THREADS.title)
    hands.add("note", talk=talk, text="I was there.")

    hide(secret)
    hide(secret, "whole")

    assert models.Note.objects.visible().filter(talk=talk).count() == 2


@given(post_texts, post_texts)
def test_every_row_that_readers_see_is_told_by_a_recap_that_they_see(one, other):
    with fresh_base():
        import_posts({"/a.md": one.data(), "/b.md": other.data()})
        before = visible_state()
        hidden = models.Recap.objects.order_by("pk").last()

        hide(hidden)

        seen = models.Source.objects.visible()
        told = set(seen.values_list("kind", "key"))
        shown = {(name, row.key) for name in KINDS for row in hands.present(name)}
        assert shown - told == set()
        hide(hidden, "whole")
        assert visible_state() == before
