import pytest

from conferences.recaps import read_recap

OPENING = "# Meshlines 2016\n\nI went to Meshlines.\n\n"
TALKS = [("Slow queries, fast fixes", ["Marta Kowal"]), ("Why we left", ["Tom Okafor", "Ana Lima"])]


def talks_of(table):
    outline = read_recap(OPENING + table)
    return [(talk.title, [speaker.name for speaker in talk.speakers]) for talk in outline.talks]


@pytest.mark.parametrize(
    "table",
    [
        "| Time | Talk | Speaker |\n|---|---|---|\n"
        "| 9:00 | Slow queries, fast fixes | Marta Kowal |\n"
        "| 9:30 | Why we left | Tom Okafor, Ana Lima |\n",
        "| Speaker | Title | Notes |\n|---|---|---|\n"
        "| Marta Kowal | Slow queries, fast fixes | Very good, with graphs and a demo |\n"
        "| Tom Okafor and Ana Lima | Why we left | |\n",
        "| | What | Who |\n|---|---|---|\n"
        "| 9:00 | **Slow queries, fast fixes** | [Marta Kowal](https://mesh.example/m) (Acme) |\n"
        "| 9:30 | [Why we left](https://mesh.example/w) | Tom Okafor & Ana Lima |\n",
        "| When | Session |\n|---|---|\n"
        "| 9:00 | Slow queries, fast fixes (Marta Kowal) |\n"
        "| 9:30 | Why we left (Tom Okafor, Ana Lima) |\n",
        "| Session |\n|---|\n| Marta Kowal: Slow queries, fast fixes |\n"
        "| Tom Okafor and Ana Lima: Why we left |\n",
        "| Hora | Charla | Ponente |\n|---|---|---|\n| | Slow queries, fast fixes | Marta Kowal |\n"
        "| 12:00 | Lunch | |\n| | Why we left | Tom Okafor, Ana Lima |\n",
        "<table><tr><th>Title</th><th>Room</th><th>By</th></tr>\n"
        "<tr><td>Slow queries, fast fixes</td><td></td><td>Marta Kowal</td></tr>\n"
        "<tr><td>Why we left</td><td>B</td><td>Tom Okafor, Ana Lima</td></tr></table>\n",
        "<table>\n<tr>\n<td>Slow queries, fast fixes</td>\n<td>Marta Kowal</td>\n</tr>\n"
        "<tr>\n<td>Why we left</td>\n<td>Tom Okafor and Ana Lima</td>\n</tr>\n</table>\n",
    ],
)
def test_rows_of_a_table_are_talks(table):
    assert talks_of(table) == TALKS


@pytest.mark.parametrize(
    "table",
    [
        "| Person | Role |\n|---|---|\n| Jane Doe | Organiser |\n| Joe Roe | Host |\n",
        "| Name | Company |\n|---|---|\n| Jane Doe | Acme Labs |\n| Joe Roe | Globex Inc |\n",
        "| Prize | Winner |\n|---|---|\n| Best hat | Jane Doe |\n| Best bag | Joe Roe |\n",
        "| Ticket | Price |\n|---|---|\n| Early Bird | 100 |\n| Regular Bird | 200 |\n",
        "| Feature | Docker Swarm | Kubernetes |\n|---|---|---|\n| Rolling updates | yes | yes |\n"
        "| Secrets | no | yes |\n",
        "| Time | What |\n|---|---|\n| 09:00 | Registration |\n| 12:00 | Lunch |\n",
        "| Command | What it does |\n|---|---|\n| docker ps | Lists what runs |\n"
        "| docker rm | Removes what does not run |\n",
        "| Year | City |\n|---|---|\n| 2015 | San Diego |\n| 2016 | New York |\n",
    ],
)
def test_rows_of_other_tables_are_none(table):
    assert talks_of(table) == []


def test_talk_of_a_row_ends_with_the_row():
    text = OPENING + "| Talk | Speaker |\n|---|---|\n| Why we left | Tom Okafor |\n\nBye.\n"

    talk = read_recap(text).talks[0]

    assert text[talk.start : talk.end] == "| Why we left | Tom Okafor |"


def test_all_rows_of_long_tables_are_talks():
    head = "| Talk | Speaker |\n|---|---|\n"
    rows = [f"Fast tests number {number}" for number in range(400)]
    first, second = (
        "".join(f"| {row} | Jane Doe |\n" for row in half) for half in (rows[:300], rows[300:])
    )

    assert talks_of(f"{head}{first}\n{head}{second}") == [(row, ["Jane Doe"]) for row in rows]
