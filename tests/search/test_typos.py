"""What those find who mistype a word, or give too many."""

import pytest

from conferences.models import SearchDoc
from conferences.search import search_loosely, suggest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("kubernets", "kubernetes"),
        ("Garzia", "garcia"),
        ("-lathe kubernets", "-lathe kubernetes"),
        ("kubernetes", ""),
        ("xyzzy", ""),
        ("cubernetes", "kubernetes"),
        ("ubernetes", "kubernetes"),
        ("ukbernetes", "kubernetes"),
        ("kubernets xyzzy", ""),
        ("", ""),
    ],
)
def test_suggestion_is_a_query_that_finds_something(library, text, better):
    assert suggest(text).text == better


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["rolling", "updates"], ["Rolling updates of gears", "Lathes"]),
        (["roling", "udpates"], ["Rolling updates of gears", "Lathes"]),
        (["updates", "rolling", "xyzzy", "plugh"], ["Rolling updates of gears", "Lathes"]),
        (["rolling", "xyzzy", "plugh"], []),
        (["xyzzy"], []),
        ([], []),
    ],
)
def test_loose_search_forgives_typos_and_words_too_many(library, words, found):
    by_key = dict(SearchDoc.objects.values_list("key", "title"))

    assert [by_key[key] for _kind, key in search_loosely(words).places] == found


def test_loose_search_mends_a_few_words_and_no_more(library, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        assert search_loosely([f"kubernetz{number}" for number in range(50)]).places == ()
