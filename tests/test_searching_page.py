"""What the page on searching tells people to type finds something in the sample posts."""

import re

import pytest
from django.core.management import call_command

from conferences.search import search
from tests.documents import ROOT, read

PAGE = read("searching.md")
TYPED = re.findall(r"^\| `(.+?)` \|", PAGE, re.MULTILINE)
ADDRESSES = re.findall(r"`(/[\w./]+(?:\?[^`]+)?)`", PAGE)


@pytest.fixture
def samples(db, capsys):
    call_command("import_recaps", str(ROOT / "fixtures" / "recaps"))


def test_what_is_typed_finds_something_and_addresses_answer(client, samples):
    assert [typed for typed in TYPED if not search(typed).places] == []
    assert {client.get(address).status_code for address in ADDRESSES} == {200}
    assert (len(TYPED), len(ADDRESSES)) == (9, 6)
