import pytest

from conferences.management.commands.create_editor import new_editor
from tests.pages.reading import links, read
from tests.shelf import LISTS, make_shelf

FOOTER = ".//body/footer"
ROWS = {
    "/conferences/pycon-2015/": "conference",
    "/conferences/pycon-2015/day/1/": "day",
    "/talks/the-talk/": "talk",
    "/speakers/jane-doe/": "speaker",
    "/topics/testing/": "topic",
    "/recaps/the-recap/": "recap",
}


@pytest.mark.parametrize(("address", "kind"), ROWS.items())
def test_page_of_a_row_leads_to_its_form(client, address, kind):
    row = getattr(make_shelf(), kind)

    (form,) = links(read(client.get(address)), FOOTER)

    assert form == f"/admin/conferences/{kind}/{row.pk}/change/"
    client.force_login(new_editor("ed"))
    assert client.get(form).status_code == 200


@pytest.mark.parametrize("address", ["/", "/search/", "/no-such-page/", *LISTS])
def test_other_pages_lead_to_the_first_page_of_the_admin(client, address):
    assert links(read(client.get(address)), FOOTER) == ["/admin/"]
