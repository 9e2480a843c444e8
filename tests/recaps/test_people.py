import pytest

from conferences.recaps.blocks import read_blocks
from conferences.recaps.mentions import find_mentions
from conferences.recaps.people import People
from conferences.recaps.post import is_uncased
from conferences.recaps.words import words_of

ENGLISH = words_of("en")


def mentions_in(text, language="en"):
    return find_mentions(read_blocks(text), words_of(language), frozenset())


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A talk by Jane Doe.", ["Jane Doe"]),
        ("by J. B. Doe and Ives van der Roe", ["J. B. Doe", "Ives van der Roe"]),
        ("by Ottavio De Roe", ["Ottavio De Roe"]),
        ("by Joe Abel Roe III", ["Joe Abel Roe III"]),
        ("by Joe R.", ["Joe R."]),
        ("Acme's Jane Doe spoke", ["Jane Doe"]),
        ("CEO Jane Doe spoke", ["Jane Doe"]),
        ("by [Jane Doe](https://e.org) Then", ["Jane Doe"]),
        ("Scaling – Will Hills", ["Will Hills"]),
        ("Next, Professor Zoë O'Neil spoke", ["Zoë O'Neil"]),
        ("Then The Talk On Monday", []),
        ("HTTP and JSON", []),
        ("`Jane Doe`", []),
    ],
)
def test_names_are_found_by_their_form(text, names):
    assert [m.name for m in mentions_in(text) if " " in m.name] == names


# A name that may be read in several ways would hold this test for ever.
@pytest.mark.parametrize(
    "run",
    ["A.", "A. ", "A.B.", "A.B. ", "A.Bb ", "Aa ", "Aa.", "A(B) ", "de A."],
)
@pytest.mark.parametrize("end", ["9", "9 there", "", "b", ".b"])
def test_names_survive_hostile_text(run, end):
    found = mentions_in(f"We saw {run * 400}{end}\n\nA talk by Jane Doe.")

    assert [mention.name for mention in found][-1:] == ["Jane Doe"]


@pytest.mark.parametrize(
    ("text", "handles"),
    [
        ("Jane Doe ([@jd](https://twitter.com/jd)) spoke", {"twitter": "jd"}),
        ("Jane Doe([@jd](https://twitter.com/jd)) spoke", {"twitter": "jd"}),
        ("Jane Doe (@jd) spoke", {"twitter": "jd"}),
        ("[Jane Doe](https://github.com/jd) spoke", {"github": "jd"}),
        ("[Jane Doe](https://jane.example/) spoke", {"website": "https://jane.example/"}),
        ("Jane Doe ([w](https://j.example)|[t](https://twitter.com/jd)) spoke", {"twitter": "jd"}),
        ("[Jane Doe](https://conf.example/speakers/jane) spoke", {}),
        ('Jane Doe ("A title, @home") spoke', {}),
        ("Jane Doe spoke. Write to me @ home", {}),
    ],
)
def test_handles_stand_on_a_name_or_behind_it(text, handles):
    (jane,) = (mention for mention in mentions_in(text) if mention.name == "Jane Doe")

    assert jane.handles == handles


def test_bare_handle_is_a_mention_without_name():
    assert [(m.name, m.handles) for m in mentions_in("> @jd's talk")] == [("", {"twitter": "jd"})]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Talk by Jane Doe. Later Jane spoke.", "Jane"),
        ("Talk by Jessie Frazier. Later Jessie Frazzier spoke.", "Jessie Frazzier"),
        ("Talk by J. Doe. Later Jane Doe spoke.", "J. Doe"),
        ("Talk by Jane Doe. Later Jane Roe Doe spoke.", "Jane Doe"),
    ],
)
def test_other_spellings_are_the_same_person(text, name):
    mentions = mentions_in(text)
    people = People(mentions)

    persons = {id(people.of(m)) for m in mentions if people.of(m)}
    (known,) = {people.of(m).name for m in mentions if m.name == name}

    assert len(persons) == 1
    assert known in ("Jane Doe", "Jessie Frazier", "Jane Roe Doe")


@pytest.mark.parametrize(
    "text",
    [
        "Talk by Jane Doe and John Doe.",
        "Talk by Jane Doe and Jane Roe.",
        "Talk by Jane Doe. Talk by Ann Jane Doe Roe.",
        "Talk by J. Doe. Jane Doe and John Doe spoke.",
    ],
)
def test_different_names_are_different_people(text):
    mentions = mentions_in(text)
    people = People(mentions)
    full = [m for m in mentions if len(m.name.split(" ")[0]) > 2]

    assert len({id(people.of(m)) for m in full}) == 2


def test_first_name_of_two_people_is_nobodys():
    mentions = mentions_in("Talk by Jane Doe and Jane Roe. Jane was good.")

    assert People(mentions).of(mentions[-1]) is None


def test_handle_joins_a_first_name_to_its_full_name():
    mentions = mentions_in("Talk by Jane Doe. [Jane](https://twitter.com/jd) spoke.")

    assert People(mentions).of(mentions[0]).handles == {"twitter": "jd"}


def test_german_nouns_need_more_than_a_capital():
    weights = {
        m.name: m.weight for m in mentions_in("Ein Vortrag von Jana Roth über Freie Bahn", "de")
    }

    assert weights["Jana Roth"] > 0 > weights["Freie Bahn"]


@pytest.mark.parametrize(
    ("text", "likelier"),
    [
        ("Jane Doe spoke. Fast Doe spoke.", "Jane Doe"),
        ("Jane Doe spoke. Thanks to Joe Roe.", "Jane Doe"),
        ("Jane Doe spoke. I met Joe Roe.", "Jane Doe"),
        ("Jane Doe spoke. We had lunch with St. Roe and Joe Roe.", "Jane Doe"),
        ("by Zoe Doe. The book by Joe Roe.", "Zoe Doe"),
    ],
)
def test_name_weighs_more_by_what_it_does(text, likelier):
    mentions = [m for m in mentions_in(text) if " " in m.name]

    assert max(mentions, key=lambda m: m.weight).name == likelier


def test_company_of_a_speaker_is_no_person():
    weights = {m.name: m.weight for m in mentions_in("Jane Doe, a chemist at Acme, presented it.")}

    assert weights["Jane Doe"] > 0 > weights["Acme"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jane DOE and Joe ROE spoke", ["Jane DOE", "Joe ROE"]),
        ("After Jane Doe I left", ["Jane Doe"]),
        ("Use Docker CLI", []),
    ],
)
def test_last_name_may_be_in_capitals(text, names):
    assert [m.name for m in mentions_in(text) if " " in m.name] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("a talk by jane doe and joe roe on tests", ["jane doe", "joe roe"]),
        ("jane doe talked, and jane talked well", ["jane doe", "jane"]),
        ("we all use docker compose and mark the lines", []),
    ],
)
def test_names_in_a_post_without_capitals(text, names):
    found = find_mentions(read_blocks(text), ENGLISH, frozenset(), uncased=True)

    assert [mention.name for mention in found] == names


@pytest.mark.parametrize(
    ("text", "uncased"),
    [("all of it is lower case, says jane doe", True), ("Not all of it.", False)],
)
def test_post_is_uncased_where_nothing_has_a_capital(text, uncased):
    assert is_uncased(text) is uncased


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A tour of tests with Kubernetes Mandiu.", "Kubernetes Mandiu"),
        ("by Zorp Home. The Zorp Lens and the Zorp Clock are new.", "Zorp Home"),
    ],
)
def test_product_is_no_person(text, name):
    (weight,) = (mention.weight for mention in mentions_in(text) if mention.name == name)

    assert weight < 1


@pytest.mark.parametrize(
    "text",
    [
        "A talk by Jane Docker.",
        "A talk by Orvin Lens.",
        "A talk by Jane Home. Jane Lens and Jane Clock were there.",
    ],
)
def test_person_named_like_a_product_is_one(text):
    assert mentions_in(text)[0].weight >= 1
