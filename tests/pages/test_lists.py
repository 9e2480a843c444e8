import pytest

from tests.factories import (
    make_announcement,
    make_conference,
    make_day,
    make_recap,
    make_speaker,
    make_talk,
    make_talk_topic,
    make_topic,
)
from tests.pages.reading import head_link, links, read, texts

LISTS = ["/conferences/", "/talks/", "/speakers/", "/topics/", "/announcements/", "/recaps/"]


@pytest.mark.parametrize("address", LISTS)
def test_empty_list_says_so(client, address):
    page = read(client.get(address))

    assert texts(page, ".//main/div[2]//p") == [
        "There is nothing here yet: it comes with the first recap that is imported.",
        "Import a recap, as an editor",
    ]
    assert links(page, ".//main/div[2]") == ["/admin/conferences/recap/import/"]


@pytest.mark.parametrize(
    ("make", "words", "way"),
    [
        (make_conference, "No recap tells of a talk yet.", "/conferences/"),
        (make_speaker, "No recap tells of a talk yet.", "/talks/"),
        (make_topic, "No recap tells of a talk yet.", "/talks/"),
        (make_day, "No recap tells of a talk on this day.", "/conferences/djangocon-2015/"),
        (make_talk, "Nobody’s notes on this talk can be shown.", "/conferences/djangocon-2015/"),
        (make_recap, "The post itself is not kept here.", "https://example.org/djangocon"),
    ],
)
def test_page_without_talks_or_notes_says_so_and_leads_on(client, make, words, way):
    page = read(client.get(make().get_absolute_url()))

    assert texts(page, ".//p[@class='nothing']") == [words]
    assert [link.get("href") for link in page.iterfind(".//p[@class='more']/a")] == [way]


@pytest.fixture
def paged(client):
    """A function that gets a page by number of a list, or of a detail page with one."""
    make_conference(slug="it")
    make_speaker(slug="it")
    make_topic(slug="it")
    return lambda address, number: client.get(f"{address}?page={number}")


PAGED = [*LISTS, "/conferences/it/", "/speakers/it/", "/topics/it/"]


@pytest.mark.parametrize("address", PAGED)
@pytest.mark.parametrize(
    "number", ["0", "-1", "2", "abc", "1e9", "9" * 20, "9" * 5000, "%00", "1.5", "٢"]
)
def test_page_that_is_not_there_is_not_found(paged, address, number):
    assert paged(address, number).status_code == 404


@pytest.mark.parametrize("address", PAGED)
@pytest.mark.parametrize("number", ["", "1", "１"])
def test_first_page_is_always_there(paged, address, number):
    assert paged(address, number).status_code == 200


def test_list_is_cut_into_pages_of_fifty(client):
    for number in range(51):
        make_speaker(name=f"Speaker {number:02}")

    first, second = (read(client.get(f"/speakers/?page={number}")) for number in (1, 2))

    assert len(texts(first, ".//*[@class='name-index']/li")) == 50
    assert texts(second, ".//*[@class='name-index']/li/a") == ["Speaker 50"]
    assert links(first, ".//*[@class='pagination']") == ["?page=2"]
    assert links(second, ".//*[@class='pagination']") == ["?page=1"]
    assert head_link(first, "canonical") == "http://testserver/speakers/"
    assert head_link(second, "canonical") == "http://testserver/speakers/?page=2"


def test_pages_together_show_every_row_once(client):
    conference = make_conference()
    for number in range(103):
        make_talk(conference=conference, title="Same", slug=f"same-{number}")

    shown = [
        talk.slug
        for number in (1, 2, 3)
        for talk in client.get(f"/talks/?page={number}").context["page_obj"]
    ]

    assert sorted(shown) == sorted(f"same-{number}" for number in range(103))


def test_index_is_in_folded_order(client):
    for name in ("Zoë", "Łukasz", "émile", "Lucy", "Adam", "de Boer"):
        make_speaker(name=name)

    page = read(client.get("/speakers/"))

    assert texts(page, ".//*[@class='name-index']//a") == [
        "Adam",
        "de Boer",
        "émile",
        "Lucy",
        "Łukasz",
        "Zoë",
    ]
    assert texts(page, ".//h2") == ["A", "D", "E", "L", "Z"]


def test_index_leads_to_each_letter(client):
    for name in ("Adam", "Łukasz", "Lucy", "3com"):
        make_topic(name=name)

    page = read(client.get("/topics/"))
    narrowed = read(client.get("/topics/?letter=l"))

    assert texts(page, ".//*[@class='letters']//li") == ["all", "31", "A1", "L2"]
    assert links(page, ".//*[@class='letters']") == [
        "/topics/",
        "?letter=3",
        "?letter=a",
        "?letter=l",
    ]
    assert texts(narrowed, ".//*[@class='name-index']//a") == ["Lucy", "Łukasz"]
    assert head_link(narrowed, "canonical") == "http://testserver/topics/?letter=l"


def test_index_counts_talks(client):
    topic = make_topic(name="Testing")
    for _ in range(2):
        make_talk_topic(topic=topic)

    page = read(client.get("/topics/"))

    assert texts(page, ".//*[@class='name-index']/li") == ["Testing 2 talks"]


@pytest.mark.parametrize("address", LISTS)
def test_unknown_parameters_do_no_harm(client, address):
    make_announcement()

    response = client.get(f"{address}?x=&x=2&tag[]=c")

    assert response.status_code == 200
    assert head_link(read(response), "canonical") == f"http://testserver{address}"


def test_conferences_are_listed_by_year(client):
    for name, year in (("Old", 2010), ("New", 2015), ("Undated", None)):
        make_conference(name=name, year=year)

    page = read(client.get("/conferences/"))

    assert texts(page, ".//h2") == ["2015", "2010", "Year unknown"]
    assert texts(page, ".//li//a[@class='conference']") == ["New", "Old", "Undated"]


def test_kind_is_not_told_twice(client):
    make_talk(title="Keynote", talk_kind="keynote")

    page = read(client.get("/talks/"))

    assert texts(page, ".//main//ul/li")[0] == "Keynote"


def test_talks_are_sentences(client):
    day = make_day(number=1)
    make_talk(day=day, title="Taming tests", talk_kind="keynote")

    page = read(client.get("/talks/"))

    assert texts(page, ".//h2/a") == ["DjangoCon 2015", "only these"]
    assert texts(page, ".//main//ul[@class='wide lines']/li") == ["Taming tests keynote – day 1"]


def test_recaps_of_an_author_are_found_together(client):
    make_recap(title="Mine", author="Ann & Bob")
    make_recap(title="Another's", author="Carol")

    listed = read(client.get("/recaps/"))
    address = next(link for link in links(listed) if "Ann" in link)
    page = read(client.get(address))

    assert texts(page, ".//a[@class='recap']") == ["Mine"]
    assert head_link(page, "canonical") == "http://testserver/recaps/?author=Ann+%26+Bob"
