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


@pytest.mark.parametrize(
    ("text", "news"),
    [
        # One item says it, as many words of news stand in the others.
        (
            "She told:\n\n- **Acme** was released today.\n- **Widget** has a new owner.\n- Thanks.",
            ["**Acme** was released today.", "**Widget** has a new owner.", "Thanks."],
        ),
        # One among many that teach is news alone.
        (
            "She told:\n\n- Test.\n- Measure.\n- Acme was released today.\n- Sleep.",
            ["Acme was released today."],
        ),
        # The item around a list leads it in.
        ("- Announcements:\n  - Acme\n  - Widget\n- Lunch", ["Acme", "Widget"]),
        ("- Lessons:\n  - Acme\n  - Widget", []),
        # What is said of a product among others' news has its colon inside or after the bold.
        (
            "Her highlights:\n\n- **Acme:** faster\n- **Widget**: free",
            ["**Acme:** faster", "**Widget**: free"],
        ),
        ("Three tips:\n\n- **Name:** things\n- **Test**: them", []),
    ],
)
def test_list_is_news_by_its_lead_in_or_its_items(text, news):
    assert [said for said, _ in news_in(text)] == news


def test_list_under_a_talk_of_what_is_new_is_news():
    text = "# PyCon 2020\n\n## What's new in Acme 5 by Jane Doe\n\n- Wings\n- A tail\n"

    news = read_recap(text + "\n## Fast tests by Joe Roe\n\n- Test\n").announcements

    assert [one.text for one in news] == ["Wings", "A tail"]


def test_title_that_sounds_like_news_is_blank_only_where_its_talk_is_told():
    told = "".join(f'"Release {n} is out" by Jane Doe was good. It was dry.\n' for n in range(200))

    news = read_recap(f"{told}{'It rained. ' * 200}\nRelease 3 is out.").announcements

    assert [entry.text for entry in news] == ["Release 3 is out."]
