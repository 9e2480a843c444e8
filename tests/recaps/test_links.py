from conferences.recaps import read_recap


def test_links_of_a_talk_leave_out_the_profiles_of_people():
    outline = read_recap(
        "# PyCon 2020\n\n## Fast tests\n\n[Jane Doe](https://github.com/jane)"
        " and Joe Roe ([@joe](https://twitter.com/joe)) gave a talk with"
        " [code](https://github.com/jane/fast).\n"
    )

    assert [link.url for link in outline.talks[0].links] == ["https://github.com/jane/fast"]
