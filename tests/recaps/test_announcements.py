import pytest

from conferences.recaps import read_recap

POST = "# PyCon 2020\n\n## Fast tests by Jane Doe\n\nA good talk.\n\n{}\n"


def news_in(text):
    outline = read_recap(POST.format(text))
    return [(news.text, news.status.value) for news in outline.announcements]


@pytest.mark.parametrize(
    ("item", "status"),
    [
        ("**Acme** is here.", "released"),
        ("**Acme** enters public beta.", "preview"),
        ("**Acme** starts as a private beta.", "preview"),
        ("**Acme** is experimental.", "preview"),
        ("**Acme** is coming soon as a preview.", "preview"),
        ("**Acme** is out of beta.", "released"),
        ("**Acme** is still planned.", "planned"),
        ("**Acme** is going to follow.", "planned"),
    ],
)
def test_item_under_news_has_the_status_it_states(item, status):
    assert news_in(f"Announced:\n\n- {item}") == [(item, status)]


@pytest.mark.parametrize(
    "cue", ["Some news:", "News from that talk:", "New in 1.9:", "## News\n", "### More news\n"]
)
def test_list_after_a_cue_is_news(cue):
    assert news_in(f"{cue}\n\n- **Acme** has wings.") == [("**Acme** has wings.", "released")]


@pytest.mark.parametrize("cue", ["She showed:", "## Newspapers\n", "## New ideas\n", "In short:"])
def test_list_after_other_words_is_no_news(cue):
    assert news_in(f"{cue}\n\n- **Acme** has wings.") == []


@pytest.mark.parametrize(
    ("text", "news"),
    [
        (
            "It was fun. A new parser is planned for 2.0.",
            [("A new parser is planned for 2.0.", "planned")],
        ),
        (
            "- One\n\n  Acme will be released in May.",
            [("Acme will be released in May.", "planned")],
        ),
        ("She planned her work well.", []),
    ],
)
def test_sentence_that_is_news_is_found(text, news):
    assert news_in(text) == news
