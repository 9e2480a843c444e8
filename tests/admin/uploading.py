"""Posts uploaded and the plan of them sent back, as an editor does."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from conferences import models

IMPORT = reverse("admin:conferences_recap_import")
DAY = """\
---
title: "LatheConf 2014 Day 1"
author: Ann
date: 2014-05-06
---
[LatheConf 2014](https://lathe.example) was loud.

## Cutting threads by hand

By [Ada Turner](https://twitter.com/adaturns).

Measure twice, cut once.

## Gears that never wear out

By Bo Millar.

Measure them as well.
"""
OTHER_DAY = DAY.replace("Day 1", "Day 2").replace("by hand", "by foot").replace("Gears", "Belts")


def upload(client, *files, **values):
    """Send files, given as (name, text or bytes)."""
    sent = [
        SimpleUploadedFile(name, data.encode() if isinstance(data, str) else data)
        for name, data in files
    ]
    return client.post(IMPORT, {"files": sent} | values)


def answer(response, left_out=(), **changes):
    """What the form under the plan sends, with all posts chosen but those left out."""
    names, data = zip(*response.context["sent"], strict=True)
    chosen = [
        f"{post.digest} {post.handle}"
        for post in response.context["plan"].posts
        if post.handle not in left_out
    ]
    run, total = response.context["run"], response.context["total"]
    sent = {"name": list(names), "data": list(data), "choose": chosen, "total": total}
    return sent | {"run": run.pk if run else ""} | changes


def apply(client, response, left_out=(), **changes):
    return client.post(IMPORT, answer(response, left_out, **changes))


def errors_of(response):
    return {name: list(errors) for name, errors in response.context["form"].errors.items()}


def counts():
    return {
        model: model.objects.count()
        for model in (models.Recap, models.Version, models.Talk, models.Run, models.RecapPath)
    }


NOTHING = dict.fromkeys(
    [models.Recap, models.Version, models.Talk, models.Run, models.RecapPath], 0
)
