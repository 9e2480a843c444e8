import gzip
import io
import tarfile
import unicodedata
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conferences.recaps.formats import LINE_LIMIT, POST_LIMIT, decode
from conferences.recaps.outline import ReadingWarning, RecapError


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (b"", ""),
        ("Łukasz – «día»\n".encode(), "Łukasz – «día»\n"),
        ("\ufeffdía".encode(), "día"),
        ("día\r\n2".encode("utf-16"), "día\n2"),
        (b"\xfe\xff" + "día".encode("utf-16-be"), "día"),
        ("día".encode("utf-32"), "día"),
        (b"a\r\nb\rc\r\r\nd", "a\nb\nc\n\nd"),
        ("form\u2028feed\u202e\x85".encode(), "form\u2028feed\u202e\x85"),
    ],
)
def test_decode_reads_unicode_and_newlines(source, text):
    assert decode(source) == (text, ())


@pytest.mark.parametrize(
    ("source", "text", "line", "message"),
    [
        (
            "one\ntwo caf\xe9".encode("latin-1"),
            "one\ntwo café",
            2,
            "byte 11 is not UTF-8 and was read as Windows-1252: save the post as UTF-8",
        ),
        (
            "one é\r\rthe “quote".encode() + b"\x94",
            "one é\n\nthe “quote”",
            3,
            "byte 20 is not UTF-8 and was read as Windows-1252: save the post as UTF-8",
        ),
        (
            b"cut \xe2\x80",
            "cut â€",
            1,
            "byte 4 is not UTF-8 and was read as Windows-1252: save the post as UTF-8",
        ),
        (
            b"\xff\xfea\0\n\0\x00\xd8b\0",
            "a\n\ufffdb",
            2,
            "byte 6 is not UTF-16-LE and was replaced by \ufffd: save the post as UTF-8",
        ),
        (b"one\ntwo\0 \x07\x7f", "one\ntwo\ufffd \ufffd\ufffd", 2, "3 control characters"),
        (b"page\x0cbreak", "page\ufffdbreak", 1, "1 control character"),
    ],
)
def test_decode_replaces_and_tells_where(source, text, line, message):
    if message.startswith(("1", "3")):
        message += " replaced by \ufffd"

    assert decode(source) == (text, (ReadingWarning(line=line, message=message),))


def test_decode_replaces_a_lone_surrogate_one_for_one():
    text, warnings = decode("a\ud800b\n\udfffc".encode("utf-8", "surrogatepass"))

    assert text == "a\ufffdb\n\ufffdc"
    assert [warning.line for warning in warnings] == [1]


def make_zip():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("../post.md", "# Post")
    return stream.getvalue()


def make_tar():
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("post.md"))
    return stream.getvalue()


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (make_zip(), "not a post but a zip archive: give the text file itself"),
        (gzip.compress(b"# Post"), "not a post but a gzip archive: give the text file itself"),
        (make_tar(), "not a post but a tar archive: give the text file itself"),
        (b"\x89PNG\r\n\x1a\n", "not a post but a PNG image: give the text file itself"),
        (b"%PDF-1.7", "not a post but a PDF document: give the text file itself"),
        (
            b"\0" * 20 + b"a",
            "not a post: 20 of its 21 bytes are control characters, so it is binary"
            " or UTF-16 without a mark: save it as UTF-8",
        ),
        (
            "A post".encode("utf-16-le") * 9,
            "not a post: 54 of its 108 bytes are control characters, so it is binary"
            " or UTF-16 without a mark: save it as UTF-8",
        ),
        (
            b"\xff" * 9,
            "not a post: 9 of its 9 bytes are neither UTF-8 nor likely in Windows-1252:"
            " save it as UTF-8",
        ),
        (
            b"a\n" * (POST_LIMIT // 2) + b"a",
            "the post has more than 524288 bytes, the most that is read: split it",
        ),
    ],
)
def test_decode_refuses_what_is_no_post(source, message):
    with pytest.raises(RecapError) as caught:
        decode(source)

    assert str(caught.value) == message
    assert caught.value.line == 0


def test_decode_refuses_a_long_line_by_number():
    with pytest.raises(RecapError) as caught:
        decode(b"a\n" + b"b" * (LINE_LIMIT + 1) + b"\n")

    assert str(caught.value) == "the line has 20481 bytes, at most 20480 are read: break it"
    assert caught.value.line == 2


def test_decode_reads_up_to_its_limits():
    line = b"b" * (LINE_LIMIT - 1) + b"\n"
    source = line * (POST_LIMIT // LINE_LIMIT)
    source += b"c" * (POST_LIMIT - len(source))

    assert decode(source) == (source.decode(), ())


@given(st.binary(max_size=300) | st.text().map(lambda text: text.encode("utf-8", "replace")))
def test_decode_yields_clean_text_or_an_error(source):
    try:
        text, warnings = decode(source)
    except RecapError as error:
        text, warnings = str(error), ()

    assert decode(text.encode()) == (text.removeprefix("\ufeff"), ())
    assert all(1 <= warning.line <= text.count("\n") + 1 for warning in warnings)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]) | st.just("\n"), max_size=80))
def test_decode_keeps_every_character(text):
    decoded, warnings = decode(b"\xef\xbb\xbf" + text.encode())

    assert unicodedata.normalize("NFD", decoded) == unicodedata.normalize("NFD", text)
    assert (decoded.count("\n"), warnings) == (text.count("\n"), ())


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Jose\u0301 Mu\u0308ller", "José Müller"),
        ("Vie\u0323\u0302t", "Việt"),
        ("x\u0301", "x\u0301"),
        ("\u0301 1\u0301", "\u0301 1\u0301"),
        ("\u212bngstrom \uf900", "\u212bngstrom \uf900"),
    ],
)
def test_decode_writes_a_letter_and_its_accent_as_one(source, text):
    assert decode(source.encode()) == (text, ())
