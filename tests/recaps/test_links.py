from conferences.recaps import read_recap


def test_links_of_a_talk_leave_out_the_profiles_of_people():
    outline = read_recap(
        "# PyCon 2020\n\n## Fast tests\n\n[Jane Doe](https://github.com/jane)"
        " and Joe Roe ([@joe](https://twitter.com/joe)) gave a talk with"
        " [code](https://github.com/jane/fast).\n"
    )

    assert [link.url for link in outline.talks[0].links] == ["https://github.com/jane/fast"]


def test_links_of_a_talk_leave_out_the_homepages_of_its_speakers():
    outline = read_recap(
        "## Fast tests by [Jane Doe](https://jane.example/)\n\n"
        "See [the tool](https://tool.example/).\n\n## Slow tests by John Roe\n\nToo.\n"
    )

    assert outline.talks[0].speakers[0].handles == {"website": "https://jane.example/"}
    assert [link.url for link in outline.talks[0].links] == ["https://tool.example/"]
