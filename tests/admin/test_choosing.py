"""All of a plan is applied, or the posts that were chosen; many posts come portion by portion."""

import pytest

from conferences import models
from conferences.admin.applying import PORTION, PORTION_SIZE, portion_of
from conferences.importing.posts import Post
from tests.admin.conftest import told
from tests.admin.uploading import DAY, NOTHING, OTHER_DAY, apply, counts, upload

RECAPS = "/admin/conferences/recap/"
TWO = ("one.md", DAY), ("two.md", OTHER_DAY)
SHORT = """\
---
title: "Day {number} at LatheConf 2014"
---
## Turning part {number}

At LatheConf 2014 we turned it.
"""


def statuses(response):
    return {post.name: post.status for post in response.context["plan"].posts}


def paths():
    return set(models.RecapPath.objects.values_list("path", flat=True))


def another(client, response):
    """Whether a plan is shown once more instead of the list of recaps."""
    return response.status_code == 200 and told(response)[-1].endswith("this is the new plan.")


# Some of them


def test_all_posts_are_chosen_at_first(editor_client):
    page = upload(editor_client, *TWO).content.decode()

    assert page.count('name="choose"') == page.count("checked>") == 2


def test_what_is_left_out_is_untouched_and_offered_again(editor_client):
    apart = OTHER_DAY.replace("LatheConf", "GearConf")
    response = upload(editor_client, TWO[0], ("two.md", apart))

    done = apply(editor_client, response, left_out=["two.md"])
    again = upload(editor_client, TWO[0], ("two.md", apart))

    assert done.url == RECAPS
    assert told(done)[-1] == "Left out: 1."
    assert paths() == {"upload:one.md"}
    assert models.Conference.objects.get().name == "LatheConf 2014"
    assert statuses(again) == {"one.md": "unchanged", "two.md": "created"}


def test_nothing_chosen_writes_nothing(editor_client):
    response = upload(editor_client, *TWO)

    done = apply(editor_client, response, left_out=["one.md", "two.md"])

    assert (done.url, told(done)) == (RECAPS, ["Left out: 2."])
    assert counts() == NOTHING


def test_what_others_do_without_the_left_out_is_shown_first(editor_client):
    response = upload(editor_client, *TWO)

    without = apply(editor_client, response, left_out=["one.md"])

    assert another(editor_client, without)
    assert counts() == NOTHING
    assert statuses(without) == {"one.md": "left out", "two.md": "created"}
    assert without.content.decode().count("checked>") == 1
    done = apply(editor_client, without, left_out=["one.md"])
    assert done.url == RECAPS
    assert paths() == {"upload:two.md"}


def test_post_chosen_after_all_is_planned_with_the_others(editor_client):
    without = apply(editor_client, upload(editor_client, *TWO), left_out=["one.md"])

    after_all = apply(editor_client, without)

    assert another(editor_client, after_all)
    assert statuses(after_all) == {"one.md": "created", "two.md": "created"}
    apply(editor_client, after_all)
    assert paths() == {"upload:one.md", "upload:two.md"}


# What to look at


def test_doubts_and_likely_doubles_stand_in_the_plan(editor_client):
    apply(editor_client, upload(editor_client, ("one.md", DAY)))

    response = upload(editor_client, ("two.md", OTHER_DAY.replace("Bo Millar", "Millar Bo")))

    (post,) = response.context["plan"].posts
    alike = {row.label: row.alike.partition(":")[0] for row in post.rows if row.alike}
    assert alike == {
        "Millar Bo": "“Bo Millar”",
        "Cutting threads by foot": "“Cutting threads by hand”",
    }
    assert post.summary.endswith(", 2 likely a double")
    assert models.Speaker.objects.filter(name="Millar Bo").count() == 0
    apply(editor_client, response)
    assert models.Speaker.objects.filter(name="Millar Bo").count() == 1


def test_guessed_conference_is_in_doubt(editor_client):
    nameless = DAY.replace("LatheConf 2014", "Turning").replace("(https://lathe.example)", "")

    response = upload(editor_client, ("one.md", nameless))

    (post,) = response.context["plan"].posts
    doubts = {row.kind: row.doubt for row in post.rows if row.doubt}
    assert doubts["conference"] == "the name is guessed"
    assert "In doubt: the name is guessed" in response.content.decode()


# Many of them


@pytest.mark.parametrize(
    ("sizes", "count"),
    [
        ([10] * 3, 3),
        ([10] * 50, PORTION),
        ([PORTION_SIZE // 2] * 3, 2),
        ([PORTION_SIZE * 2, 10], 1),
        ([10, PORTION_SIZE], 1),
    ],
)
def test_portion_is_what_one_request_has_time_for(sizes, count):
    posts = [Post(f"{n}.md", "", bytes(size)) for n, size in enumerate(sizes)]

    assert portion_of(posts) == posts[:count]


def test_fifty_posts_are_shown_and_applied_portion_by_portion_in_one_run(editor_client, editor):
    files = [(f"{n:02}.md", SHORT.format(number=n)) for n in range(1, 51)]
    response, shown = upload(editor_client, *files), []

    while response.status_code == 200:
        context = response.context
        shown.append((context["first"], context["last"], context["total"]))
        response = apply(editor_client, response, left_out=["03.md", "30.md"])

    run = models.Run.objects.get()
    assert shown == [(1, 20, 50), (21, 40, 50), (41, 50, 50)]
    assert models.Recap.objects.count() == 48
    assert run.versions.count() == 48
    assert told(response)[0].endswith(f": {run.counts['new']} new.")
    assert paths() == {f"upload:{name}" for name, _text in files} - {"upload:03.md", "upload:30.md"}


def test_run_of_somebody_else_is_not_added_to(editor_client, admin_user):
    theirs = models.Run.objects.create(user=admin_user)

    for number in (theirs.pk, "999", "x", "9" * 50):
        response = upload(editor_client, ("one.md", DAY.replace("Day 1", f"Day {number}"[:40])))
        apply(editor_client, response, run=number)

    assert theirs.versions.count() == 0
    assert models.Version.objects.count() == 4
