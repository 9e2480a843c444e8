"""Files and texts that are no posts, are too many or too large, and their names."""

import gzip
import io
import re
import tarfile
import zipfile

import pytest

from conferences import models
from conferences.admin import uploads
from tests.admin.uploading import (
    DAY,
    IMPORT,
    NOTHING,
    OTHER_DAY,
    apply,
    counts,
    errors_of,
    upload,
)

ZIP = io.BytesIO()
with zipfile.ZipFile(ZIP, "w") as archive:
    archive.writestr("../one.md", DAY)
TAR = io.BytesIO()
with tarfile.open(fileobj=TAR, mode="w") as archive:
    archive.addfile(tarfile.TarInfo("../../one.md"), io.BytesIO())


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("a.md", b"", "a.md: the file is empty."),
        ("b.md", b"\xff" * 300, "b.md: not a post: 300 of its 300 bytes are neither UTF-8"),
        ("c.md", b"\x89PNG\r\n\x1a\n" + bytes(99), "c.md: not a post but a PNG image"),
        ("d.md", bytes(99), "d.md: not a post: 99 of its 99 bytes are control characters"),
        ("e.md", b"x\n" * 5_000_000, "e.md: the post has 10000000 bytes, at most 524288 are read"),
        ("f.md", b"x\n" * 300_000, "f.md: the post has 600000 bytes, at most 524288 are read"),
        ("g.zip", ZIP.getvalue(), "g.zip: not a post but a zip archive"),
        ("h.md", ZIP.getvalue(), "h.md: not a post but a zip archive"),
        ("i.md.gz", gzip.compress(bytes(40_000_000)), "i.md.gz: not a post but a gzip archive"),
        ("j.tar", TAR.getvalue(), "j.tar: not a post but a tar archive"),
        ("<img src=x>.md", b"", "<img src=x>.md: the file is empty."),
        ("../../etc/passwd", b"", "passwd: the file is empty."),
        ("x" * 400 + ".md", b"", "x" * 252 + ".md: the file is empty."),
        ("two\nlines.md", b"", "twolines.md: the file is empty."),
    ],
)
def test_bad_file_is_refused_by_name(editor_client, settings, tmp_path, name, data, error):
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)

    response = upload(editor_client, ("one.md", DAY), (name, data))

    (found,) = errors_of(response)["files"]
    assert found.startswith(error)
    assert "<img" not in response.content.decode()
    assert counts() == NOTHING
    assert list(tmp_path.iterdir()) == []


def test_utf16_with_its_mark_is_a_post(editor_client):
    apply(editor_client, upload(editor_client, ("one.md", DAY.encode("utf-16"))))

    assert models.Talk.objects.filter(title="Cutting threads by hand").count() == 1


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("../../etc/passwd.md", "upload:passwd.md"),
        ("<img src=x>.md", "upload:<img src=x>.md"),
        ("x" * 400 + ".md", "upload:" + "x" * 252 + ".md"),
        ("two\nlines.md", "upload:twolines.md"),
        ("näh 中.md", "upload:näh 中.md"),
    ],
)
def test_name_of_a_file_is_only_a_name(editor_client, name, path):
    response = upload(editor_client, (name, DAY))
    apply(editor_client, response)

    assert "<img src" not in response.content.decode()
    assert models.RecapPath.objects.get().path == path


def test_too_many_files_are_told(editor_client):
    response = upload(editor_client, *[(f"{n}.md", DAY) for n in range(201)])

    assert errors_of(response) == {"files": ["201 posts, at most 200 at once: take fewer."]}
    assert counts() == NOTHING


def test_files_may_be_no_larger_together_than_a_request(editor_client, settings):
    size = uploads.TOGETHER_LIMIT * 4 // 3 + 100_000
    assert size < settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    text = "word\n" * 100_000

    response = upload(editor_client, *[(f"{n}.md", text) for n in range(9)])

    (error,) = errors_of(response)["files"]
    assert re.fullmatch(r"4\.3\sMB, at most 4\.0\sMB at once: take fewer\.", error)


def test_two_files_of_one_name_are_refused(editor_client):
    response = upload(editor_client, ("one.md", DAY), ("one.md", OTHER_DAY))

    assert errors_of(response) == {"files": ["one.md: there are two files of this name."]}


@pytest.mark.parametrize(
    ("values", "errors"),
    [
        ({}, {"files": ["Choose a file, or paste a text."]}),
        ({"text": "  \n"}, {"files": ["Choose a file, or paste a text."]}),
        ({"text": DAY}, {"text": ["Give the text a file name below."]}),
        ({"text": DAY, "name": "../a.md"}, {"text": ["../a.md: not a file name."]}),
        ({"text": DAY, "name": "a\\b.md"}, {"text": ["a\\\\b.md: not a file name."]}),
        ({"text": DAY, "name": "a\u202eb.md"}, {"text": ["a\\u202eb.md: not a file name."]}),
        (
            {"text": DAY, "name": "x" * 256},
            {"name": ["Ensure this value has at most 255 characters (it has 256)."]},
        ),
    ],
)
def test_text_needs_a_name(editor_client, values, errors):
    response = editor_client.post(IMPORT, values)

    assert errors_of(response) == errors
    assert counts() == NOTHING
