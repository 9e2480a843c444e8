import pytest

from conferences.importing.retold import News, find_retold


def news(key, text, *, status="planned", year=2016, starts="", topics=()):
    return News(key, text, status, year, starts, frozenset(topics))


def pairs(*pieces):
    return [(retold.one.key, retold.other.key) for retold in find_retold(pieces)]


@pytest.mark.parametrize(
    ("planned", "released", "topics", "are_one"),
    [
        ("**Loom 2.0** is planned for spring.", "**Loom 2.0** is out.", ["Loom"], True),
        ("**Loom Watch** is coming.", "**Loom Watch** is available.", ["Loom"], True),
        ("**Spindle** will follow.", "**Spindle**, kept in step, is out.", ["Spindle"], True),
        ("Shared looms are planned.", "Shared looms arrived in 3.1.", [], True),
        ("The first loom written in Silk.", "**The Silk loom** is out.", ["Silk"], True),
        # One that is on the same topic tells of another thing.
        ("**Loom 2.0** is planned.", "**Loom 3.0** is out.", ["Loom"], False),
        ("**Loom 2.0** is planned.", "**Loom Watch** is out.", ["Loom"], False),
        ("Loom will be open source soon.", "**Loom for Tailors** is out.", ["Loom"], False),
        # What all news says is nothing that two of them share.
        ("It will be released next year.", "It was released this year.", ["Loom"], False),
        ("Support is planned.", "Support is available.", ["Loom"], False),
        # One word is not enough where they have no topic in common.
        ("Looms are planned.", "Looms are out.", [], False),
    ],
)
def test_news_of_one_thing_is_told_by_its_words(planned, released, topics, are_one):
    one = news("1", planned, topics=topics)
    other = news("2", released, status="released", year=2018, topics=topics)

    assert pairs(one, other) == ([("1", "2")] if are_one else [])


@pytest.mark.parametrize(
    ("one", "other", "is_later"),
    [
        (("planned", 2016, ""), ("released", 2018, ""), True),
        (("planned", 2016, ""), ("preview", 2018, ""), True),
        (("preview", 2016, ""), ("released", 2018, ""), True),
        (("planned", 2016, "2016-03-01"), ("released", 2016, "2016-11-05"), True),
        (("planned", 2016, ""), ("planned", 2018, ""), False),
        (("released", 2016, ""), ("planned", 2018, ""), False),
        (("planned", 2018, ""), ("released", 2016, ""), False),
        (("planned", 2016, "2016-11-05"), ("released", 2016, "2016-03-01"), False),
        (("planned", 2016, ""), ("released", 2016, "2016-11-05"), False),
        (("planned", None, ""), ("released", 2018, ""), False),
        (("planned", 2016, ""), ("released", None, ""), False),
    ],
)
def test_later_news_is_further_on_its_way(one, other, is_later):
    pieces = [
        news(key, "**Loom 2.0**", status=status, year=year, starts=starts, topics=["Loom"])
        for key, (status, year, starts) in (("1", one), ("2", other))
    ]

    assert pairs(*pieces) == ([("1", "2")] if is_later else [])


def test_word_of_many_tells_nothing():
    plans = [news(str(number), "Loom support in the mill") for number in range(12)]
    release = news("x", "Loom support in the mill", status="released", year=2018)

    assert (len(pairs(*plans[1:], release)), pairs(*plans, release)) == (11, [])
