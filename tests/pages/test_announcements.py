import pytest

from tests.factories import make_announcement, make_conference, make_talk
from tests.pages.reading import head_link, links, read, texts


def test_announcements_are_grouped_by_conference_newest_first(client):
    old = make_announcement(conference=make_conference(name="Old", year=2010), text="Then")
    new = make_announcement(conference=make_conference(name="New", year=2015), text="Now")

    page = read(client.get("/announcements/"))

    assert texts(page, ".//h2/a[@class='conference']") == ["New", "Old"]
    assert [
        row.get("id") for row in page.iterfind(".//main//ul[@class='wide announcements']/li")
    ] == [
        f"announcement-{new.key[:8]}",
        f"announcement-{old.key[:8]}",
    ]


def test_announcements_are_narrowed_by_status_and_conference(client):
    here, there = make_conference(name="Here"), make_conference(name="There")
    make_announcement(conference=here, text="Done", status="released")
    make_announcement(conference=here, text="Some day", status="planned")
    make_announcement(conference=there, text="Elsewhere", status="planned")

    page = read(client.get("/announcements/?conference=here-2015&status=planned"))

    assert texts(page, ".//*[@class='prose']") == ["Some day"]
    assert head_link(page, "canonical") == (
        "http://testserver/announcements/?status=planned&conference=here-2015"
    )


@pytest.mark.parametrize("at", ["1", "%00", "g1234567", "123456789"])
def test_place_that_is_none_is_not_found(client, at):
    make_announcement(text="Something")

    assert client.get(f"/announcements/?at={at}").status_code == 404


def test_announcement_is_on_the_page_its_address_opens(client):
    conference = make_conference()
    rows = [make_announcement(conference=conference, order=order) for order in range(120)]

    for row in (rows[0], rows[49], rows[50], rows[119]):
        page = read(client.get(row.get_absolute_url().partition("#")[0]))
        anchor = row.get_absolute_url().partition("#")[2]
        assert page.find(f".//li[@id='{anchor}']") is not None


def test_pages_from_there_go_on(client):
    conference = make_conference()
    rows = [make_announcement(conference=conference, order=order) for order in range(120)]

    page = read(client.get(f"/announcements/?at={rows[60].key[:8]}"))

    assert links(page, ".//*[@class='pagination']") == ["?page=1", "?page=3"]


def test_announcement_names_its_talk(client):
    talk = make_talk(title="Taming tests")
    news = make_announcement(talk=talk, text="Done")

    page = read(client.get("/announcements/"))
    (address,) = links(page, ".//*[@class='whence']")
    told = read(client.get(talk.get_absolute_url()))

    assert texts(page, ".//*[@class='whence']") == ["Taming tests"]
    assert address == f"{talk.get_absolute_url()}#announcement-{news.key[:8]}"
    assert texts(told, f".//*[@id='announcement-{news.key[:8]}']") == ["Done released"]
