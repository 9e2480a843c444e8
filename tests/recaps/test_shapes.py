import pytest

from conferences.recaps import read_recap

OPENING = (
    "---\ntitle: Meshlines 2016 recap\n---\n\nI went to Meshlines in Oslo. Here are my notes.\n\n"
)
TALKS = [
    ("Slow queries: a field guide", ["Marta Kowal"]),
    ("Why We Left Microservices", ["Tom Okafor", "Ana Lima"]),
    ("Two Years of Rust – and counting", ["Nils Bergqvist"]),
    ("Hypermedia", ["Ingrid Vasstrand"]),
]
NOTES = [
    "The main point was to measure before changing anything, and the live demo worked.",
    "A good discussion of trade-offs.\n\n- Measure first - then optimise\n- Caching: hard",
    "A great overview of the field with many examples, which I will try at work.",
    "I did not know half of this. The slides are full of code.",
]


def post_of(form, *, beside=""):
    told = [
        form.format(title=title, speakers=" and ".join(speakers), notes=notes, number=number)
        for number, ((title, speakers), notes) in enumerate(zip(TALKS, NOTES, strict=True), 1)
    ]
    return OPENING + beside + "\n\n".join(told) + "\n"


def talks_of(text):
    return [(talk.title, [s.name for s in talk.speakers]) for talk in read_recap(text).talks]


@pytest.mark.parametrize(
    "form",
    [
        "## {title} - {speakers}\n\n{notes}",
        "### {title} — {speakers}\n\n{notes}",
        "## {speakers} - {title}\n\n{notes}",
        "## {speakers}: {title}\n\n{notes}",
        "## {title} ({speakers})\n\n{notes}",
        "## {title} ({speakers}, Acme)\n\n{notes}",
        "## {title} by {speakers}\n\n{notes}",
        '## "{title}", by {speakers}\n\n{notes}',
        "## {title}\n\n*{speakers}*\n\n{notes}",
        "## {title}\n\n{speakers}, Acme\n\n{notes}",
        "## {title}\n\nby {speakers}\n\n{notes}",
        "## {title}\n*by {speakers} ([@x{number}](https://twitter.com/x{number}))*\n\n{notes}",
        "## {title}\n\nPresented by: {speakers}\n\n{notes}",
        "## {title}\n\n**Speaker:** {speakers}\n\n{notes}",
        "## {title}\n\nSpeaker(s): {speakers}, Acme\n\n{notes}",
        "## {title}, {speakers}, Acme\n\n{notes}",
        "## {title}, {speakers}\n\n{notes}",
        "## {title}: {speakers}\n\n{notes}",
        '## "{title}" - {speakers} (@x{number})\n\n{notes}',
        "## 0{number}:30 {title} - {speakers}\n\n{notes}",
        "## 0{number}:30 – {title} ({speakers})\n\n{notes}",
        "## [{title}](https://mesh.example/{number}) - {speakers}\n\n{notes}",
        "##{title} - {speakers}\n\n{notes}",
        "{title} - {speakers}\n-------\n\n{notes}",
        "## {title} with {speakers}\n\n{notes}",
        "## {speakers} on {title}\n\n{notes}",
        "## CON{number}234: {title} - {speakers}\n\n{notes}",
        "## [K{number}] {title}\n\n_{speakers}_\n\n{notes}",
        "## {title} | {speakers}\n\n{notes}",
        "## {title} {{#talk-{number}}}\n\n{speakers} gave this talk. {notes}",
        "**{title} - {speakers}**\n\n{notes}",
        "**{title}** - {speakers}\n\n{notes}",
        "**{title}** by {speakers}\n\n{notes}",
        "**{title}** w/ {speakers}\n\n{notes}",
        "**{title}**  \n{speakers}\n\n{notes}",
        "**{title}**\n{speakers}, Acme\n\n{notes}",
        "{title}\n{speakers}, Acme\n\n{notes}",
        "## {title}\n\n**Speaker:** {speakers}, Acme\n**Link:** <https://mesh.example>\n\n{notes}",
        "**{speakers}: {title}**\n\n{notes}",
        "**{title}**\n\n{speakers} talked about it. {notes}",
        "**{title}** ({speakers}). {notes}",
        "**{title} ({speakers})** {notes}",
        "**{title}** - {speakers}: {notes}",
        "[{title}](https://mesh.example/{number}) - {speakers}\n\n{notes}",
        "[{title}](https://mesh.example/{number}) by [{speakers}](https://twitter.com/x{number})\n\n{notes}",
        "### {title}\n\n_{speakers}, Senior Engineer at Acme_\n\n{notes}",
        "## {speakers}, Acme: {title}\n\n{notes}",
        "## {speakers} (Acme) - {title}\n\n{notes}",
        "## {title} // {speakers}\n\n{notes}",
        "## {title} - {speakers} ⭐⭐⭐\n\n{notes}",
        "## 🎤 {title} - {speakers}\n\n{notes}",
        "## **{title}** - {speakers}\n\n{notes}",
        "## {title} - *{speakers}*\n\n{notes}",
        "## {title} - [{speakers}](https://twitter.com/x{number})\n\n{notes}",
        "## “{title}” – {speakers}\n\n{notes}",
        "## {title}\n\n{notes}\n\nFollow {speakers} on [Twitter](https://twitter.com/x{number}).",
        "## {title}\n\n{speakers} | [Slides](https://mesh.example/{number})\n\n{notes}",
        "## {title}\n\nA talk by {speakers}. {notes}",
        "**{number}. {title}** – {speakers}\n\n{notes}",
        "**0{number}:30 {title}** ({speakers})\n\n{notes}",
        "**0{number}:30 - {title} - {speakers}**\n\n{notes}",
        "__{title}__ ({speakers})\n\n{notes}",
        "[{title}](https://mesh.example/{number})\n\n{speakers} talked about it. {notes}",
        "## {title} · {speakers}\n\n{notes}",
        "## {speakers} • {title}\n\n{notes}",
        "## {title} → {speakers}\n\n{notes}",
        "## {speakers} » {title}\n\n{notes}",
        "## {speakers} / {title}\n\n{notes}",
        "## {title} ft. {speakers}\n\n{notes}",
        "## {title} (with {speakers})\n\n{notes}",
        "## {number}. {speakers} — {title}\n\n{notes}",
        "## {title} - {speakers} - Acme Inc.\n\n{notes}",
        "## {speakers} @ Acme: {title}\n\n{notes}",
        "## {speakers} — “{title}” (Track A, 10:30)\n\n{notes}",
        "## {title}\n\n🎤 {speakers}\n\n{notes}",
        "## {title}\n\n👤 **{speakers}** · Acme\n\n{notes}",
        "## {title}\n\n10:30, Room 3, {speakers}\n\n{notes}",
        "## {title}\n\nWho: {speakers}\n\n{notes}",
        "## {title}\n\n{speakers}. {notes}",
        "## {title}\n### {speakers}\n\n{notes}",
        "### {speakers}\n#### {title}\n\n{notes}",
        "### {speakers}\n\n**{title}**\n\n{notes}",
        '### {speakers}\n\n"{title}"\n\n{notes}',
        "**{speakers}**\n\n*{title}*\n\n{notes}",
        "### {speakers}\n\n{title}\n\n{notes}",
        "### {title}\n\n_{speakers} - Acme_\n\n{notes}",
        "### {speakers}, Acme\n\n*{title}* · 25 min\n\n{notes}",
        "### {speakers} – Acme\n\n**Talk:** {title}\n\n{notes}",
        "### 🎤 {speakers} @ Acme\n\n> {title}\n\n{notes}",
        "### {speakers} (@x{number})\n\n*{title}* ([video](/v))\n\n{notes}",
        "**{speakers}** – _{title}_: {notes}",
        "<h3>{title}</h3>\n<h4>{speakers}</h4>\n<p>{notes}</p>",
        "Talk: {title}  \nSpeaker: {speakers}  \n\n{notes}",
        "“{title}” was presented by {speakers}. {notes}",
        "{speakers}’s “{title}” was great. {notes}",
        "{title} - {speakers}\n\n{notes}",
        "{title} by {speakers}\n\n{notes}",
    ],
)
def test_talk_with_notes_is_read_in_any_form(form):
    assert talks_of(post_of(form, beside="## The venue\n\nAn old hall by the sea.\n\n")) == TALKS


@pytest.mark.parametrize(
    "form",
    [
        "- {title} - {speakers}",
        "- [{title}](https://mesh.example/{number}) by {speakers}",
        "- [{title}](https://mesh.example/{number}) by {speakers}. {notes}",
        "- **{title}** ({speakers}): {notes}",
        "* **{title}** by {speakers} - {notes}",
        "- {speakers} - {title}",
        "- {speakers}: {title}",
        "- *{title}*, {speakers}",
        "- *{title}*, {speakers}. {notes}",
        "{number}. {title} – {speakers}",
        "- **{speakers}**, *{title}*: {notes}",
        '- "{title}" by {speakers} (Acme) - {notes}',
        "- {title} ({speakers})\n\n    {notes}\n",
        '- **{speakers}**: "{title}". {notes}',
        "- **{speakers}** (Acme) - {title}",
        "- **{title}**  \n  {speakers}\n",
        "- {title}\n  - Speaker: {speakers}\n  - {notes}",
        "- **{title}**\n  - {speakers}\n  - {notes}",
        "- {title} - {speakers} ([slides](https://mesh.example/{number}))",
        "- {title} by {speakers} [[video](https://mesh.example/{number})]",
        "- {title}\n    - {speakers}\n    - {notes}",
        "- {speakers} on {title}\n  - {notes}",
        "- 0{number}:30 – {speakers}: “{title}”\n  - {notes}",
        "- **Talk {number}:** {title} by {speakers}",
        "- _{title}_. {speakers}. {notes}",
        "- “{title}”: {speakers} explained how. {notes}",
        "- [{title}](https://mesh.example/{number}): {speakers} explains how. {notes}",
        "- {speakers}, *{title}*. {notes}",
        "- {speakers}'s *{title}*. {notes}",
        "- {title} — a talk by {speakers}. {notes}",
        "- {title}. Speaker: {speakers}. {notes}",
        "- {speakers} (@x{number}): {title}",
        "- {title} [{speakers}]",
        "- {title}; {speakers}",
        "- {title} | {speakers} | Acme",
        "+ {title}\n  by {speakers}",
        "- [{title}](https://mesh.example/{number}) ({speakers}, Acme). {notes}",
        "- **{speakers}** (Acme): *{title}*. {notes}",
        "- **{title}** with {speakers}: {notes}",
        "- *{speakers}* – **{title}** – {notes}",
        "- (0{number}:30) {title} / {speakers}",
        "- {number}h: {title} - {speakers}",
        "- 0{number}:30-0{number}:30 {title} – {speakers}",
        "- [x] {title} ({speakers})",
        "- {title} -- {speakers}",
        '- "{title}", {speakers} of Acme',
        '- {speakers}: "{title}" ([slides](https://mesh.example/{number}))',
        "- {title} by {speakers} ([video](https://mesh.example/{number}), [slides](https://mesh.example/{number}))",
        "- {title} ({speakers}): {notes}",
        "- {title} ({speakers}) – {notes}",
        "* **{speakers}, Acme**: {title}. {notes}",
        "- Talk by {speakers}: {title}",
        "- {title}, {speakers}: {notes}",
        "- {title} · {speakers}",
        "- {speakers} ~ {title}",
        "- [ ] {speakers} - {title}",
        "- {title} w/ {speakers}",
        "- {speakers}'s talk “{title}”: {notes}",
    ],
)
def test_talk_in_a_list_is_read_in_any_form(form):
    text = post_of(form.replace("{notes}", "Very good.")).replace("\n\n-", "\n-")

    assert talks_of(text) == TALKS


@pytest.mark.parametrize(
    "body",
    [
        "## Measure first\n\nGraphs help.\n\n## Caching is hard\n\nIt is.\n\n"
        "## Teams matter\n\nA lot.",
        "**Measure first**\n\nGraphs help.\n\n**Caching is hard**\n\nIt is.\n\n"
        "**Teams matter**\n\nYes.",
        "## Takeaways\n\n"
        "- Measure first - then optimise\n- Docker Compose: great for tests\n"
        "- Visual Studio - now free\n- Google Cloud: cheap",
        "Thanks to:\n\n- Jane Doe for organising\n- Joe Roe (Acme), the host\n- Ann Poe",
        "## Sponsors\n\n- Acme Inc. - gold\n- Globex - silver\n- Initech Labs - bronze",
        "Some links:\n\n"
        "- [Docker docs](https://docs.example)\n- [Slides](https://s.example) by Acme",
        "## Oslo, Norway\n\nA lovely town.\n\n## Grand Hotel\n\nGood beds.\n\n"
        "## Old Harbour\n\nBoats.",
        "## Food\n\nJane Doe brought cake.\n\n## Friends\n\nI met Joe Roe and Ann Poe.",
        "## Docker Compose\n\nIt supports networks.\n\n## Docker Swarm\n\nIt is out of beta.",
        'Quotes:\n\n- "Measure first" - Jane Doe\n- "Never on Friday" - Joe Roe',
        "The tools:\n\n- Old Makefiles → Visual Studio\n- Big Servers » Google Cloud"
        "\n- Mocks · Fakes",
        "## Jane Doe\n\n**Thanks for the bed!**\n\n## Joe Roe\n\nHe drove us home.",
        "## Jane Doe\n\nHad cake.\n\nAnd tea.\n\n## Joe Roe\n\nHad tea.\n\nAnd cake.",
        "**Speaker**: the best one was funny.\n\n**Speaker**: the worst one was Jane Doe.",
        "Books to read:\n\n- *The Art of Doing* by Jane Doe\n- *Deep Nets* by Joe Roe",
        "Talks I missed:\n\n- The Art of Doing by Jane Doe\n- Deep Nets by Joe Roe",
        "## Talks I still want to watch\n\n- The Art of Doing by Jane Doe\n- Deep Nets by Joe Roe",
        "People I met:\n\n- **Jane Doe** - works on Docker\n- **Joe Roe** - writes Rust",
        "*Photo: the harbour, by Jane Doe*\n\nText.\n\n*Photo: the hall, by Joe Roe*\n\nText.",
        "Roadmap:\n\n"
        "- **Networking**: new drivers\n- **Storage**: volumes\n- **Security**: seccomp",
    ],
)
def test_what_is_only_written_like_talks_is_none(body):
    assert talks_of(f"{OPENING}{body}\n") == []


def test_lines_of_one_make_tell_which_part_is_the_speaker():
    text = (
        f"{OPENING}## Growing Kites: A Field Guide\n\nBy Jane Doe. Good.\n\n"
        "## Marta Kowal: Slow queries\n\nGraphs.\n\n## Tom Okafor: Lost services\n\nSad.\n"
    )

    assert talks_of(text) == [
        ("Growing Kites: A Field Guide", ["Jane Doe"]),
        ("Slow queries", ["Marta Kowal"]),
        ("Lost services", ["Tom Okafor"]),
    ]


TOLD = "**Fast tests** by Jane Doe. Good.\n\n**Slow tests** by Joe Roe. Not bad.\n\n"


@pytest.mark.parametrize(
    ("items", "listed"),
    [
        (
            "- Lost services - Tom Okafor\n- Hypermedia - Ingrid Vasstrand",
            [("Lost services", ["Tom Okafor"]), ("Hypermedia", ["Ingrid Vasstrand"])],
        ),
        ("- Measure first - then optimise\n- Mocks - by Tom Okafor", []),
        ("- Never mock - Tom Okafor\n- Mock little - Tom Okafor", []),
    ],
)
def test_list_behind_the_notes_is_of_talks_where_each_item_has_a_speaker(items, listed):
    talks = [("Fast tests", ["Jane Doe"]), ("Slow tests", ["Joe Roe"])]

    assert talks_of(f"{OPENING}{TOLD}In the afternoon:\n\n{items}\n") == talks + listed


@pytest.mark.parametrize(
    ("heading", "other"),
    [
        ("Monday", "Tuesday"),
        ("The morning", "Afternoon, in short"),
        ("Friday evening", "Saturday talks"),
        ("After lunch", "Sunday: the last talks"),
        ("Viernes", "La tarde"),
    ],
)
def test_heading_that_only_says_when_is_no_title(heading, other):
    language = "lang: es\n" if heading == "Viernes" else ""
    text = (
        f"---\n{language}title: Meshlines 2016\n---\n\n## {heading}\n\n"
        f'**"Fast tests"** by Jane Doe was good.\n\n## {other}\n\n'
        '**"Slow tests"** by Joe Roe was not.\n'
    )

    assert talks_of(text) == [("Fast tests", ["Jane Doe"]), ("Slow tests", ["Joe Roe"])]


def test_title_that_begins_with_a_day_is_one():
    text = f"{OPENING}## Friday is for deploying\n\nBy Jane Doe.\n\n## Mocks\n\nBy Joe Roe.\n"

    assert talks_of(text) == [("Friday is for deploying", ["Jane Doe"]), ("Mocks", ["Joe Roe"])]


AMONG = (
    "## Slow tests\n\nThis talk: Joe Roe measured them all.\n\n"
    "## Lost services\n\nIn this talk Tom Okafor looked for them.\n\n"
)


@pytest.mark.parametrize(
    ("notes", "is_talk"),
    [
        ("Of course. Marta Kowal wrote her first in 2010 and came to say sorry.", True),
        ("Of course. I wrote my first in 2010 and am sorry.", False),
    ],
)
def test_heading_among_talks_is_one_where_someone_new_is_named(notes, is_talk):
    text = f"{OPENING}{AMONG}## Mocks: an apology\n\n{notes}\n\n## Biscuits\n\nAdequate.\n"

    talk = ("Mocks: an apology", ["Marta Kowal"])
    assert [found for found in talks_of(text) if found[0] == talk[0]] == [talk] * is_talk


AROUND = "## Slow tests\n\nBy Jane Doe.\n\n{}## Old tests\n\nBy Joe Roe.\n"


def told_among(section):
    text = f"---\ntitle: PyCon 2020\nauthor: Au Thor\n---\n\n{AROUND.format(section)}"
    return [
        (talk.title, [person.name for person in talk.speakers])
        for talk in read_recap(text).talks
        if talk.title not in ("Slow tests", "Old tests")
    ]


@pytest.mark.parametrize(
    ("section", "talks"),
    [
        ("## My talk: Fast kites\n\nIt went well.\n\n", [("Fast kites", ["Au Thor"])]),
        ("## My own session: Fast kites\n\nIt went well.\n\n", [("Fast kites", ["Au Thor"])]),
        (
            "## Keynote\n\nAnn Poe gave the talk “Kites at sea”.\n\n",
            [("Kites at sea", ["Ann Poe"])],
        ),
        (
            "## Keynote (the wet one)\n\nAnn Poe gave the talk “Kites at sea”.\n\n",
            [("Kites at sea", ["Ann Poe"])],
        ),
        (
            "## Kites, live\n\n### with all of us, led by Ann Poe\n\nWe flew.\n\n",
            [("Kites, live", ["Ann Poe"])],
        ),
        (
            "## Session 1: Sails\n\n**Kites at sea, or not?** Presented by Ann Poe. Wet.\n\n"
            "**Do sails rot? A study.** Presented by Zoe Fox. Dry.\n\n",
            [("Kites at sea, or not?", ["Ann Poe"]), ("Do sails rot? A study", ["Zoe Fox"])],
        ),
        ("## My kite: a story\n\nBy Ann Poe.\n\n", [("My kite: a story", ["Ann Poe"])]),
        ("## What I missed in Rust\n\nBy Ann Poe.\n\n", [("What I missed in Rust", ["Ann Poe"])]),
        ("## Day two keynote\n\nAnn Poe spoke.\n\n", [("Day two keynote", ["Ann Poe"])]),
        ("## Day 2: Keynotes\n\nIt rained.\n\n", []),
        ("## Missed\n\nThe keynote by Ann Poe.\n\n", []),
        ("## Talks I only saw later\n\n“Kites at sea” by Ann Poe.\n\n", []),
        ("## Not talks\n\nAnn Poe had a kite.\n\n", []),
        ("## News from the board\n\nAnn Poe had a kite.\n\n", []),
    ],
)
def test_section_among_talks_is_one_or_none(section, talks):
    assert told_among(section) == talks


@pytest.mark.parametrize(
    ("item", "speakers"),
    [
        ("**Kites at sea** – panel with Ann Poe and Zoe Fox", ["Ann Poe", "Zoe Fox"]),
        ("**Kites at sea** – Ann Poe, Orvin Insurance", ["Ann Poe"]),
        ("**Kites at sea** – Ann Poe, Orvin Tebb", ["Ann Poe", "Orvin Tebb"]),
        ("**Kites at sea**, by me! It went well.", ["Au Thor"]),
        ("**Kites at sea**, by meadows", []),
    ],
)
def test_item_among_talks_names_its_speakers(item, speakers):
    text = (
        "---\ntitle: PyCon 2020\nauthor: Au Thor\n---\n\nThe talks:\n\n"
        f"- **Slow tests** – Jane Doe\n- {item}\n- **Old tests** – Joe Roe\n"
    )

    assert [s.name for s in read_recap(text).talks[1].speakers] == speakers


def test_item_of_what_was_missed_is_no_talk():
    text = (
        "# PyCon 2020\n\n## Talks\n\n- **Slow tests** – Jane Doe\n- **Old tests** – Joe Roe\n"
        "- I also wanted to see the kite talk but the room was full.\n"
    )

    assert [talk.title for talk in read_recap(text).talks] == ["Slow tests", "Old tests"]
