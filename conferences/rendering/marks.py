"""Stand-ins: how literal text passes through Python-Markdown without being read.

Every ASCII sign of a note that markdown-it-py calls text has a stand-in here, so that the only
`*`, `[`, `|` or `#` Python-Markdown ever meets are those written by `blocks` and `inline`.
The stand-ins are lone halves of surrogate pairs: no real text can hold one, and one that were
forgotten could not be encoded, let alone be shown.
"""

import html
import re
import string

BASE = 0xDC00


def _stand_in(sign: str) -> str:
    return chr(BASE + ord(sign))


SIGNS = string.punctuation + "\n\t "
# Form feeds mean nothing on a page and nothing in Markdown, where a blank would.
PAGE_BREAKS = {ord(sign): _stand_in(" ") for sign in "\x0b\x0c"}
PUNCTUATION = {ord(sign): _stand_in(sign) for sign in string.punctuation} | PAGE_BREAKS
STAND_INS = {ord(sign): _stand_in(sign) for sign in SIGNS} | PAGE_BREAKS
MEANT = {ord(_stand_in(sign)): html.escape(sign) for sign in SIGNS}

# Marks of our own, above the stand-ins.
TIGHT = chr(BASE + 0x80)  # on both ends of a paragraph that shows no <p>; two of them: nothing
CODE = chr(BASE + 0x81)  # on both ends of a code span
BREAK = chr(BASE + 0x83)  # a line break; as "  \n" 20,000 of them in a paragraph took 1.7 s
LANGUAGE = chr(BASE + 0x82)  # on both ends of a code block's language

# What no page can hold: controls, lone halves, non-characters.
UNUSABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
LANGUAGE_MARK = re.compile(f"<code>{LANGUAGE}([^{LANGUAGE}]*){LANGUAGE}")


def usable(text: str) -> str:
    """The text with one kind of line end and without characters no page can hold.

    >>> usable("a\\x00b\\r\\nc")
    'a�b\\nc'
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return UNUSABLE.sub("\ufffd", text)


def literal(text: str) -> str:
    """The text with stand-ins for every sign that could be markup."""
    return text.translate(PUNCTUATION)


def opaque(text: str) -> str:
    """As `literal`, for blanks and line ends too: code, addresses."""
    return text.translate(STAND_INS)


def unmark(page: str) -> str:
    """The HTML with every stand-in and mark turned into what it means."""
    page = LANGUAGE_MARK.sub(_code_tag, page.translate(MEANT)).replace(BREAK, "<br>")
    return page.replace(f"<p>{TIGHT}", "").replace(f"{TIGHT}</p>", "").replace(TIGHT, "")


def _code_tag(match: re.Match[str]) -> str:
    language = match[1]
    return f'<code class="language-{language}">' if language else "<code>"
