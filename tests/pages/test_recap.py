from datetime import date

from conferences.management.commands.create_editor import new_editor
from conferences.recaps import read_recap
from tests.factories import (
    make_announcement,
    make_note,
    make_recap,
    make_source,
    make_talk,
    make_version,
)
from tests.pages.reading import links, read, text_of, texts


def test_recap_names_author_date_licence_and_the_original(client):
    recap = make_recap(
        title="My day",
        author="Ann",
        published=date(2015, 6, 5),
        licence="CC-BY-4.0",
        url="https://www.example.org/my-day",
        language="es",
    )

    page = read(client.get(recap.get_absolute_url()))

    assert texts(page, ".//h1") == ["My day"]
    assert texts(page, ".//*[@class='byline']") == ["Ann, 5 Jun 2015"]
    assert texts(page, ".//*[@class='margin']") == [
        "The original, at example.org Licence: CC-BY-4.0 Language: es"
    ]
    assert links(page)[:3] == ["/recaps/", "/recaps/?author=Ann", "https://www.example.org/my-day"]


def test_recap_shows_the_post_as_written_line_by_line(client):
    text = "---\ntitle: x\n---\n\n# Día\n\n  <b>*kept*</b> {{ 7*7 }}\n\tend"
    recap = make_version(text=text).recap

    page = read(client.get(recap.get_absolute_url()))

    rows = page.findall(".//*[@class='leaf post-line']")
    assert [row.get("id") for row in rows] == [f"L{number}" for number in range(1, 9)]
    assert ["".join(row.find("p").itertext()) for row in rows] == text.split("\n")


def test_recap_marks_passages_with_the_talks_they_became(client):
    version = make_version(text="Hello\n## One\nit was\n\n## Two\nand\nBye\n")
    one, two = make_talk(title="One"), make_talk(title="Two")
    news = make_announcement(talk=two, status="planned")
    for row, line, last_line in ((one, 2, 3), (two, 5, 6), (news, 6, 6)):
        make_source(row=row, version=version, line=line, last_line=last_line)

    page = read(client.get(version.recap.get_absolute_url()))

    marks = {
        row.get("id"): [
            (text_of(link), link.get("href")) for link in row.iterfind("*[@class='margin']//a")
        ]
        for row in page.iterfind(".//*[@class='leaf post-line']")
    }
    assert {line: found for line, found in marks.items() if found} == {
        "L2": [("One", one.get_absolute_url())],
        "L5": [("Two", two.get_absolute_url())],
        "L6": [("planned", f"{two.get_absolute_url()}#announcement-{news.key[:8]}")],
    }
    assert [
        len(passage.findall("*[@id]")) for passage in page.iterfind(".//*[@class='wide post']/div")
    ] == [1, 2, 1, 2, 1]


def test_recap_lists_its_talks_and_their_conference(client):
    version = make_version()
    note = make_note(talk=make_talk(title="Taming tests"), recap=version.recap)
    make_source(row=note.talk, version=version)

    page = read(client.get(version.recap.get_absolute_url()))

    assert texts(page, ".//*[@class='lead']") == ["DjangoCon 2015"]
    assert texts(page, ".//*[@class='wide lines']/li") == ["Taming tests"]


def test_recap_to_be_shown_in_excerpts_shows_its_notes_alone(client):
    version = make_version(
        recap=make_recap(visibility="excerpts"), text="Private words\n\n## Taming tests\n\nNoted\n"
    )
    note = make_note(recap=version.recap, text="Noted")
    make_source(row=note, version=version, line=3, last_line=5)

    response = client.get(version.recap.get_absolute_url())

    page = read(response)
    assert "Private words" not in response.content.decode()
    assert texts(page, ".//article/div") == ["Noted"]
    assert [span.get("id") for span in page.iterfind(".//article/footer/span")] == ["L3"]
    assert links(page, ".//article/footer") == [f"{version.recap.get_absolute_url()}#L3"]


def test_excerpts_have_an_anchor_for_each_line_that_is_linked_to(client):
    version = make_version(recap=make_recap(visibility="excerpts"))
    notes = [make_note(recap=version.recap, order=order) for order in (1, 2)]
    news = make_announcement(talk=notes[1].talk)
    for row, line, last_line in (
        (notes[0], 3, 5),
        (notes[0].talk, 2, 5),
        (notes[1], 5, 9),
        (notes[1].talk, 5, 9),
        (news, 7, 7),
    ):
        make_source(row=row, version=version, line=line, last_line=last_line)

    page = read(client.get(version.recap.get_absolute_url()))

    anchors = [
        [span.get("id") for span in article.iterfind("footer/span[@id]")]
        for article in page.iterfind(".//article")
    ]
    assert anchors == [["L3", "L5"], ["L7"]]


def test_private_recap_is_not_found(client):
    recap = make_version(recap=make_recap(visibility="private")).recap

    assert client.get(recap.get_absolute_url()).status_code == 404


def test_recap_without_post_says_so(client):
    recap = make_recap(url="")

    page = read(client.get(recap.get_absolute_url()))

    assert texts(page, ".//section//p") == ["The post itself is not kept here."]


def test_recap_shows_the_newest_version(client):
    recap = make_version(text="old", is_current=False).recap
    make_version(recap=recap, text="new")

    page = read(client.get(recap.get_absolute_url()))

    assert texts(page, ".//*[@class='leaf post-line']/p") == ["new"]


POST = "# PyCon\n\n## Fast tests by Jane\n\nGood.\n\n## Slow tests by Joe Roe\n\nToo.\n"


def why(client):
    """What the page of an imported post tells of its third line."""
    version = make_version(text=POST, outline=read_recap(POST).as_dict())
    page = read(client.get(version.recap.get_absolute_url()))
    return texts(page, ".//*[@id='L3']/*[@class='why']/li")


def test_recap_tells_editors_what_became_of_a_line_and_why(client):
    client.force_login(new_editor("ed"))

    assert why(client)[:2] == [
        "talk Fast tests headings",
        "speaker Jane headings in doubt: only one name is given: Jane",
    ]


def test_recap_spares_readers_the_rules(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("reader"))

    assert why(client) == []


def test_recap_leads_to_the_other_recaps_of_its_author(client):
    recap = make_recap(title="First days")
    make_recap(title="Second days")
    make_recap(title="Hidden days", visibility="private")
    make_recap(title="Another’s days", author="Bob")

    page = read(client.get(recap.get_absolute_url()))

    more = page.findall(".//section")[-2]
    assert texts(more, "h2") == ["More by Ann Attendee"]
    assert texts(more, ".//a") == ["Second days", "All recaps by this author"]
