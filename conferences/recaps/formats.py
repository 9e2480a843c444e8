"""Bytes of a post -> tidy text: decoded, newlines as \\n, nothing a database would refuse.

Every character stays on the line it has in the file: what cannot be kept is replaced one for
one, never dropped, so line numbers in messages are those the author sees. A letter and the
accent written after it, as some editors do, are the one letter that they show.
"""

import codecs
import re
import unicodedata

from .outline import ReadingWarning, RecapError

RECAP_ENDINGS = (
    *(".md", ".markdown", ".mdx", ".txt"),
    *(".rst", ".adoc", ".asciidoc", ".html", ".htm", ".org"),
)
"""File endings that a walk through a folder takes for posts."""

# The largest real post we know is 22 kB, its longest line 4 kB.
POST_LIMIT = 512 * 1024
LINE_LIMIT = 20 * 1024
FRONT_MATTER_LIMIT = 16 * 1024

# First bytes of what is certainly no text; archives are refused unread.
SIGNATURES = (
    (b"PK\x03\x04", "a zip archive"),
    (b"PK\x05\x06", "a zip archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh91AY", "a bzip2 archive"),
    (b"\xfd7zXZ\0", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"Rar!\x1a\x07", "a rar archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"%PDF-", "a PDF document"),
    (b"\xd0\xcf\x11\xe0", "an Office document"),
    (b"SQLite format 3\0", "a database"),
    (b"\x7fELF", "a program"),
)
TAR_MARK = slice(257, 262)

# UTF-32 first: its little-endian mark begins with that of UTF-16.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# A lone surrogate as careless programs write it; in UTF-8 it is an error.
SURROGATE_BYTES = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

CONTROL_BYTES = bytes(code for code in range(0x20) if chr(code) not in "\t\n\r\f")
# "e" and a combining acute accent after it.
WITH_MARKS = re.compile(r"[^\W\d_][\u0300-\u036f]+")
UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


def decode(source: bytes) -> tuple[str, tuple[ReadingWarning, ...]]:
    """The text of a post and what had to be replaced in it.

    >>> decode(b"Caf\\xc3\\xa9\\r\\n")
    ('Café\\n', ())
    >>> decode(b"Caf\\xe9")[0]
    'Café'
    """
    _refuse_what_is_no_post(source)
    text, warnings = _decode(source)
    text, more_warnings = _replace_unwanted(_normalise_newlines(_compose(text)))
    _refuse_long_lines(text)
    return text, (*warnings, *more_warnings)


def _refuse_what_is_no_post(source: bytes) -> None:
    if len(source) > POST_LIMIT:
        raise RecapError(
            f"the post has more than {POST_LIMIT} bytes, the most that is read: split it"
        )
    for signature, name in SIGNATURES:
        if source.startswith(signature):
            raise RecapError(f"not a post but {name}: give the text file itself")
    if source[TAR_MARK] == b"ustar":
        raise RecapError("not a post but a tar archive: give the text file itself")
    marked = any(source.startswith(mark) for mark, _ in BYTE_ORDER_MARKS)
    controls = len(source) - len(source.translate(None, CONTROL_BYTES))
    if not marked and controls > max(16, len(source) // 20):
        raise RecapError(
            f"not a post: {controls} of its {len(source)} bytes are control characters,"
            " so it is binary or UTF-16 without a mark: save it as UTF-8"
        )


def _decode(source: bytes) -> tuple[str, list[ReadingWarning]]:
    for mark, encoding in BYTE_ORDER_MARKS:
        if source.startswith(mark):
            return _decode_as(encoding, source, len(mark))
    return _decode_as("utf-8", source, 0)


def _decode_as(encoding: str, source: bytes, begin: int) -> tuple[str, list[ReadingWarning]]:
    body = source[begin:]
    try:
        return body.decode(encoding), []
    except UnicodeDecodeError as error:
        read_before = _normalise_newlines(body[: error.start].decode(encoding, "replace"))
        line = read_before.count("\n") + 1
        offset = begin + error.start
    if encoding == "utf-8":
        text, remedy = _decode_mixed(body), "was read as Windows-1252"
    else:
        text, remedy = body.decode(encoding, "replace"), f"was replaced by {REPLACEMENT}"
    message = f"byte {offset} is not {encoding.upper()} and {remedy}: save the post as UTF-8"
    return text, [ReadingWarning(line=line, message=message)]


def _decode_mixed(body: bytes) -> str:
    """UTF-8 where it is that, Windows-1252 byte by byte where it is not.

    Files are often mended by hand: one pasted quote must not spoil every other accent.
    """
    body = SURROGATE_BYTES.sub(REPLACEMENT.encode(), body)
    text = body.decode("utf-8", "surrogateescape")
    stray = sum("\udc80" <= character <= "\udcff" for character in text)
    if stray * 2 > len(text):
        raise RecapError(
            f"not a post: {stray} of its {len(body)} bytes are neither UTF-8"
            " nor likely in Windows-1252: save it as UTF-8"
        )
    return text.translate(WINDOWS_1252)


def _compose(text: str) -> str:
    return WITH_MARKS.sub(lambda letter: unicodedata.normalize("NFC", letter[0]), text)


def _windows_1252() -> dict[int, str]:
    """What each byte that `surrogateescape` kept stands for; the five unassigned as in Latin-1."""
    return {
        0xDC00 + byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte)
        for byte in range(0x80, 0x100)
    }


WINDOWS_1252 = _windows_1252()


def _normalise_newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _replace_unwanted(text: str) -> tuple[str, list[ReadingWarning]]:
    first = UNWANTED.search(text)
    if first is None:
        return text, []
    line = text.count("\n", 0, first.start()) + 1
    text, count = UNWANTED.subn(REPLACEMENT, text)
    noun = "character" if count == 1 else "characters"
    message = f"{count} control {noun} replaced by {REPLACEMENT}"
    return text, [ReadingWarning(line=line, message=message)]


def _refuse_long_lines(text: str) -> None:
    for number, line in enumerate(text.encode().split(b"\n"), start=1):
        if len(line) > LINE_LIMIT:
            raise RecapError(
                f"the line has {len(line)} bytes, at most {LINE_LIMIT} are read: break it",
                line=number,
            )
