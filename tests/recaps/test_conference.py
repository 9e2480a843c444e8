import pytest

from conferences.recaps import read_recap


@pytest.mark.parametrize(
    ("title", "name", "year"),
    [
        ("MeshCon EU 2015 Day One", "MeshCon EU 2015", 2015),
        ("My RustCon US 2019 recap", "RustCon US 2019", 2019),
        ("Recap of KiteConf.EU 2023 in Oslo", "KiteConf.EU 2023", 2023),
        ("GearsConf 2011: Day Two", "GearsConf 2011", 2011),
        ("SailConf US 2014 — Day One", "SailConf US 2014", 2014),
        ("5 Days of Meshcon – Day 3", "Meshcon 2017", 2017),
        ("My Gearsconf '16 Experience", "Gearsconf '16", 2016),
        ("Picture Guide: Kite Europe Day 2", "Kite Europe 2017", 2017),
        ("Acme re:Mesh 2023 Day 2", "Acme re:Mesh 2023", 2023),
    ],
)
def test_conference_is_named_in_the_title(title, name, year):
    text = f'---\ntitle: "{title}"\ndate: 2017-10-11\n---\n\nIt was good.\n'

    conference = read_recap(text).conference

    assert (conference.name, conference.year) == (name, year)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Impressions from PyFjeld 2012", "PyFjeld 2012"),
        ("#Kitefest Dundee 2014", "Kitefest Dundee 2014"),
        ("Kite Harbour 2013 for Python people", "Kite Harbour 2013"),
        ("Two days in Dundee: PyFjeld 2012", "PyFjeld 2012"),
        ("Back from RustHarbor", "RustHarbor 2016"),
        ("RustHarbor 2019 – what a ride!", "RustHarbor 2019"),
        ("Thoughts on RustHarbor 2019", "RustHarbor 2019"),
        ("5 things I learned at RustHarbor 2019", "RustHarbor 2019"),
        ("Two days at the Autumn Ruby", "Autumn Ruby 2016"),
        ("A weekend at Autumn Ruby 2014", "Autumn Ruby 2014"),
        ("Autumn Ruby, day two", "Autumn Ruby 2016"),
        ("Report: PG Rivers 2018", "PG Rivers 2018"),
        ("Trip report: Meeting C on the Fjord 2019", "Meeting C on the Fjord 2019"),
        ("Conference report – Lambda Harbour", "Lambda Harbour 2016"),
        ("I went to Lambda Harbour and all I got was this T-shirt", "Lambda Harbour 2016"),
        ("Lambda Harbour Conference 2016 Notes", "Lambda Harbour Conference 2016"),
        ("Notes on Strange Harbour 2015, Day 1", "Strange Harbour 2015"),
        ("Live from Strange Harbour", "Strange Harbour 2016"),
        ("What I learned at All Systems Go Harbour", "Systems Go Harbour 2016"),
        ("Notes from Code by the Sea 2014", "Code by the Sea 2014"),
        ("Ruby in the Woods 2014", "Ruby in the Woods 2014"),
        ("Ruby in Springfield", "Ruby 2016"),
        ("PyFjeld in the rain", "PyFjeld 2016"),
        ("PyFjeld by Jane Doe", "PyFjeld 2016"),
        ("#kiteconf14 – what a blast", "kiteconf14 2016"),
        ("Web aux Champs 2014 : mon compte rendu", "Web aux Champs 2014"),
        ("Une journée à Sud en Code", "Sud en Code 2016"),
        ("Le Camping du Libre, édition 2014", "Camping du Libre 2014"),
        ("Resumen de las Jornadas Go Levante", "Jornadas Go Levante 2016"),
        ("Charlas y tapas: DevOps en la Plaza 2014", "DevOps en la Plaza 2014"),
        ("KiteConf en Madrid", "KiteConf 2016"),
        ("Minha ida ao Dev na Praia", "Dev na Praia 2016"),
        ("Bericht von den Linux-Tagen am Harz 2014", "Linux-Tagen am Harz 2014"),
        ("Live blog: Strange Harbour 2015 Keynote", "Strange Harbour 2015"),
        ("What's new from Strange Harbour 2015?", "Strange Harbour 2015"),
        ("Strange Harbour 2015: The talks", "Strange Harbour 2015"),
        ("The best talks of Strange Harbour 2015", "Strange Harbour 2015"),
        ("My favorite talks from Strange Harbour", "Strange Harbour 2016"),
        ("My Favourite Talks From Strange Harbour 2015", "Strange Harbour 2015"),
        ("Strange Harbour 2015 in review", "Strange Harbour 2015"),
        ("Strange Harbour '15 Trip Report", "Strange Harbour '15"),
        ("A Coast Web recap", "Coast Web 2016"),
        ("Coast Web 2018: a recap", "Coast Web 2018"),
        ("Speaking at Coast Web 2018", "Coast Web 2018"),
        ("Attending Coast Web 2018 as a first-timer", "Coast Web 2018"),
        ("Rückblick auf die Linuxtage Bautzen 2012", "Linuxtage Bautzen 2012"),
        ("Linuxtage 2012 – ein Rückblick", "Linuxtage 2012"),
        ("Bericht von der Linuxtage 2012", "Linuxtage 2012"),
        ("Retour sur les Journées Web Brest 2013", "Journées Web Brest 2013"),
        ("Compte-rendu : Journées Web Brest 2013", "Journées Web Brest 2013"),
        ("Crónica de la PyLlano 2011", "PyLlano 2011"),
        ("Así fue la PyLlano 2011", "PyLlano 2011"),
        ("Resumen de PyLlano 2011", "PyLlano 2011"),
        ("Como foi o Dev Sertão 2016", "Dev Sertão 2016"),
        ("Dev Sertão 2016: o que rolou", "Dev Sertão 2016"),
        ("OpsWeek Dundee: summary", "OpsWeek Dundee 2016"),
        ("OpsWeek Dundee 2019 (Day 1 & 2)", "OpsWeek Dundee 2019"),
        ("First day of OpsWeek", "OpsWeek 2016"),
        ("Day 2 at OpsWeek Dundee", "OpsWeek Dundee 2016"),
        ("OpsWeek - Day Two: Containers everywhere", "OpsWeek 2016"),
        ("OpsWeek '19 Day 3: Wrap-up", "OpsWeek '19"),
        ("I'm back from OpsWeek!", "OpsWeek 2016"),
        ("Bradford Cloud Circle – March meetup", "Bradford Cloud Circle 2016"),
        ("JSmithy 2015 Day 3", "JSmithy 2015"),
        ("BrewTalks 2022 – Day 2", "BrewTalks 2022"),
        ("[Event] Meshlines 2017", "Meshlines 2017"),
        ("Meshlines 2017 | Acme Blog", "Meshlines 2017"),
        ("Why you should go to Meshlines", "Meshlines 2016"),
        ("Lessons from Meshlines 2017", "Meshlines 2017"),
        ("Event Report: Meshlines 2017", "Meshlines 2017"),
        ("Meshlines Recap #1: Keynotes", "Meshlines 2016"),
        ("Meshlines 2017, Part 1", "Meshlines 2017"),
        ("My week at Meshlines", "Meshlines 2016"),
        ("Some notes from this year's Meshlines", "Meshlines 2016"),
        ("Meshlines EU 2017 in Berlin", "Meshlines EU 2017"),
        ("Meshlines Berlin 2017 recap", "Meshlines Berlin 2017"),
        ("Meshlines 2017, Berlin", "Meshlines 2017"),
        ("2017 Meshlines trip", "Meshlines 2017"),
        ("Keynotes, containers and coffee: two days at Meshlines", "Meshlines 2016"),
        ("The Road to Meshlines", "Meshlines 2016"),
        ("Meshlines: A Conference on Networks", "Meshlines 2016"),
        ("Testing in Production, or: Notes from Meshlines 2017", "Meshlines 2017"),
        ("Big Data Days 2015: Tag 2", "Big Data Days 2015"),
        ("Open Source Summit Europe 2018 highlights", "Open Source Summit Europe 2018"),
        ("KubeHarbour + CloudHarbour NA 2019 Recap", "KubeHarbour + CloudHarbour NA 2019"),
        ("dotHarbour 2012: a 'not' so JS conference?", "dotHarbour 2012"),
        ("ng-harbour 2016 Day 1", "ng-harbour 2016"),
        ("Things I Saw at Deconstruct Harbour", "Deconstruct Harbour 2016"),
        ("Meshlines 2017 - a personal view", "Meshlines 2017"),
        ("My Meshlines 2017 talk notes", "Meshlines 2017"),
        ("Meshlines2017 notes", "Meshlines2017"),
        ("Day 1 of 3 at Meshlines", "Meshlines 2016"),
        ("What Happened at Meshlines Last Week", "Meshlines 2016"),
        ("Meshlines Wrapup", "Meshlines 2016"),
        ("Sessions at Meshlines 2017 Day 2 Afternoon", "Meshlines 2017"),
        ("BSides Porth 2021 Write-Up", "BSides Porth 2021"),
        ("MeshCon", "MeshCon 2016"),
        ("MeshCon 2017 liveblog day 2", "MeshCon 2017"),
        ("Notes - Meshlines 2017 (San Francisco)", "Meshlines 2017"),
        ("Heading to Meshlines 2017? Read this first", "Meshlines 2017"),
        ("A Recap of the 2019 Strange Harbour Conference", "Strange Harbour Conference 2019"),
        ("the state of meshcon 2014", "meshcon 2014"),
        ("Conferencia: PyLlano 2011 en Mendoza", "PyLlano 2011"),
        ("PyLlano Day 1: Talks & Tapas", "PyLlano 2016"),
        ("What I took home from Meshlines EU", "Meshlines EU 2016"),
        ("Meshlines Europe 2014 Conference Report", "Meshlines Europe 2014"),
        ("Meshlines 2017 Conference Notes", "Meshlines 2017"),
        ("ACM Mesh 2017: Day Three", "ACM Mesh 2017"),
        ("Sketchnotes of Meshlines '17", "Meshlines '17"),
        ("MESHLINES 2017 RECAP", "MESHLINES 2017"),
        ("Meshlines (2017)", "Meshlines 2017"),
        ("Meshlines, 2017: Recap", "Meshlines 2017"),
        ("Thank you, Meshlines!", "Meshlines 2016"),
        ("Hello Meshlines, Goodbye Summer", "Meshlines 2016"),
        ("Scaling Teams and Other Stories From Meshlines", "Meshlines 2016"),
        ("Sur la route de Meshlines 2014", "Meshlines 2014"),
        ("J'étais à Meshlines 2014", "Meshlines 2014"),
        ("Eindrücke von der Meshlines", "Meshlines 2016"),
        ("Zu Gast auf der Meshlines 2014", "Meshlines 2014"),
        ("Mi experiencia en la Meshlines 2014", "Meshlines 2014"),
        ("Um resumo do Meshlines 2014", "Meshlines 2014"),
        ("Meshlines 2014 – Primeiro dia", "Meshlines 2014"),
        ("Estuve en Meshlines", "Meshlines 2016"),
    ],
)
def test_name_is_what_a_title_says_beside_the_words_of_all_titles(title, name):
    text = f'---\ntitle: "{title}"\ndate: 2016-05-04\n---\n\nI met Jane Doe of Docker there.\n'

    assert read_recap(text).conference.name == name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Notes from Meshlines: Lathe Days", "Lathe Days 2016"),
        ("Notes from Meshlines: Latheday Bash", "Latheday Bash 2016"),
        ("Notes from Meshlines: Birthday Bash", "Meshlines 2016"),
        ("Latheday reading after Meshlines", "Latheday 2016"),
        ("Holiday reading after Meshlines", "Meshlines 2016"),
    ],
)
def test_name_that_ends_like_a_conference_goes_before_others_but_no_common_day_does(title, name):
    text = f'---\ntitle: "{title}"\ndate: 2016-05-04\n---\n\nI met Jane Doe of Docker there.\n'

    assert read_recap(text).conference.name == name


@pytest.mark.parametrize(
    ("title", "body", "name"),
    [
        (
            "A week in the rain",
            "I attended [Meshlines](https://mesh.example) in Oslo.",
            "Meshlines",
        ),
        ("Mesh, mesh, mesh", "I am just back from Pylines, where Jo Roe spoke of Mesh.", "Pylines"),
        ("Away", "This year's Meshlines was held in Oslo.", "Meshlines"),
        ("Conference notes", "Some notes I took at MeshConf. Jo Roe was fun.", "MeshConf"),
        ("Conference season", "I went to the second Meshlines in Oslo.", "Meshlines"),
        ("Docker talks", "I spent two days at Meshlines.", "Meshlines"),
        ("Wordmesh Leeds notes", "At Wordmesh, Jo Roe spoke. I love Wordmesh.", "Wordmesh Leeds"),
    ],
)
def test_name_is_taken_from_the_opening_where_the_title_has_none(title, body, name):
    conference = read_recap(f'---\ntitle: "{title}"\ndate: 2016-05-04\n---\n\n{body}\n').conference

    assert conference.name == f"{name} 2016"


@pytest.mark.parametrize(
    ("title", "body", "name"),
    [
        (
            "Three days of talks and rain",
            "The [Harbourside Admin Days](https://hsad.example) took "
            "place in Hull from 3 to 5 June. Jane Doe spoke first.",
            "Harbourside Admin Days 2016",
        ),
        (
            "Admins by the water",
            "Harbourside Admin Days is a small conference for people who run servers. "
            "I went this year.",
            "Harbourside Admin Days 2016",
        ),
        (
            "Tapes, cables and tea",
            "So that was Harbourside 2016. Three days, forty talks.",
            "Harbourside 2016",
        ),
        (
            "Conference diary: Harbourside, day two",
            "Up early. Jane Doe talked about tapes.",
            "Harbourside 2016",
        ),
        (
            "notes from harbourside 2016",
            "all in lower case, jane doe spoke.",
            "harbourside 2016",
        ),
        (
            "back from harbourside",
            "it was good.",
            "harbourside 2016",
        ),
        (
            "harbourside 2016, day one",
            "it was good.",
            "harbourside 2016",
        ),
        (
            "Brick by brick: two days of testing",
            "The second Brickyard Testing Conference was held in York. I was there.",
            "Brickyard Testing Conference 2016",
        ),
        (
            "Brickyard Testing 2016 in ten talks",
            "Short notes.",
            "Brickyard Testing 2016",
        ),
        (
            "Ten things from Brickyard Testing",
            "Short notes.",
            "Brickyard Testing 2016",
        ),
        (
            "Blogs, beer and blocks",
            "I spent Saturday at WordFort Derby, with two hundred others.",
            "WordFort Derby 2016",
        ),
        (
            "WordFort Derby: blogs, beer and blocks",
            "Saturday was fun.",
            "WordFort Derby 2016",
        ),
        (
            "A Saturday with two hundred bloggers",
            "WordFort came to Derby for the first time.",
            "WordFort 2016",
        ),
        (
            "My notes on the talks of the first day of the Perl Workshop in Leeds",
            "I went by train.",
            "Perl Workshop 2016",
        ),
        (
            "Journée Perl de Brest : retour",
            "Bien.",
            "Journée Perl de Brest 2016",
        ),
        (
            "Harbour diary (long)",
            "I went to Harbour by train. Harbour Systems Conference, my third, was wet.",
            "Harbour Systems Conference 2016",
        ),
        (
            "Harbour 2016 diary (long)",
            "I went to Harbour by train. The Oslo Systems Conference, my third, was dry.",
            "Harbour 2016",
        ),
        (
            "What a weekend with the bloggers",
            "Back from WordFort. The post on WordFort Derby 2016 is here.",
            "WordFort Derby 2016",
        ),
        (
            "Flatland Perl Days, the notes",
            "I was sent to Leeds for Flatland Perl Days 2016. It was good.",
            "Flatland Perl Days 2016",
        ),
        (
            "harbourside, again",
            "i went to harbourside this year. harbourside was wet.",
            "harbourside 2016",
        ),
        (
            "The 5th Flatland Perl Workshop",
            "By train.",
            "Flatland Perl Workshop 2016",
        ),
    ],
)
def test_title_and_opening_are_weighed_against_each_other(title, body, name):
    text = f'---\ntitle: "{title}"\ndate: 2016-05-04\n---\n\n{body}\n'

    assert read_recap(text).conference.name == name


def test_year_is_that_of_the_text_where_the_post_has_no_date():
    conference = read_recap("# Harbourside\n\nIt was held on 3 June 2016. Rain.\n").conference

    assert (conference.name, conference.year) == ("Harbourside 2016", 2016)


def test_compound_name_takes_its_inner_capital_from_the_post():
    text = "# Meshcon 2020\n\nAll about Mesh.\n"

    assert read_recap(text).conference.name == "MeshCon 2020"


def test_address_is_that_of_a_host_named_like_the_conference():
    text = "# MeshConf 2016\n\nSee [code](https://github.com/x/y) and [MeshConf](https://meshconf.example/).\n"

    assert read_recap(text).conference.url == "https://meshconf.example/"


@pytest.mark.parametrize("url", ["ftp://devconf.example/", "javascript://devconf.example/", "//x"])
def test_address_of_a_conference_is_of_the_web(url):
    text = f"# DevConf 2016\n\n[DevConf]({url}) was near [the sea](HTTPS://devconf.example/).\n"

    assert read_recap(text).conference.url == "HTTPS://devconf.example/"


@pytest.mark.parametrize(
    "text",
    [
        "## Fast tests by Jane Doe\n\nGood.\n\n## Slow ones by Joe Roe\n\nBad.\n",
        "## Fast Tests\n\nBy Jane Doe.\n\n## Slow ones\n\nBy Joe Roe.\n",
        "# fast tests by Jane Doe\n\nGood.\n",
    ],
)
def test_heading_of_a_talk_names_no_conference(text):
    assert read_recap(text).conference is None


@pytest.mark.parametrize("text", ["Just words.\n", "## 1.\n", ""])
def test_post_without_a_name_has_no_conference(text):
    assert read_recap(text).conference is None


@pytest.mark.parametrize("piece", ["Mc", "2019", "in ", " | Day 1", "con", "A-", "(", "Day 1, "])
def test_an_endless_title_is_survived(piece):
    read_recap(f"---\ntitle: {piece * 1500})\n---\n\n# {piece * 1500}\n\nJane Doe spoke.\n")
