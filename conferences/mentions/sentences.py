"""The sentence around a place in rendered HTML."""

import re
from html import unescape

from conferences.mentions.words import INLINE
from conferences.rendering import TAG

# "… here. And" but not "Ada B. Turner", "v1.2" or "etc. and"
SENTENCE_END = re.compile(r"(?<=[.!?…])(?<!\b[^\W\d_]\.)[\"”’»)]*\s+(?=[\"“„«‘(¿¡]*[^\W\d_a-z])")
WORDS_BEFORE, WORDS_AFTER = 24, 24
NEAR = 4_000  # signs of HTML to each side that are looked at, whatever the length of the line


def sentence_around(page: str, start: int, end: int) -> list[str]:
    """What the sentence says before, at and after a place; far away words left out.

    >>> sentence_around("<p>Hi. We met <em>Jane Doe</em> there. Bye.</p>", 18, 26)
    ['We met ', 'Jane Doe', ' there.']
    """
    first, last = _block_around(page, start, end)
    name = _shown(page[start:end])
    before, after = _shown_before(page[first:start]), _shown_after(page[end:last])
    # Whether a sentence ends before the name, its first letter tells.
    before = SENTENCE_END.split(before + name[0])[-1][:-1].lstrip()
    after = SENTENCE_END.split(after, maxsplit=1)[0].rstrip()
    return [_last_words(before), name, _first_words(after)]


def _block_around(page: str, start: int, end: int) -> tuple[int, int]:
    first, last = 0, len(page)
    for tag in TAG.finditer(page):
        if tag["name"] in INLINE:
            continue
        if tag.start() >= end:
            last = tag.start()
            break
        first = tag.end()
    return first, last


def _shown_before(page: str) -> str:
    """The end of what stands before; a tag and a word that were cut are left out."""
    if len(page) <= NEAR:
        return _shown(page)
    near = page[-NEAR:]
    tag_end, tag_start = near.find(">") + 1, near.find("<") + 1
    is_in_tag = tag_end and not 0 < tag_start < tag_end
    return _shown(near[tag_end:] if is_in_tag else near).partition(" ")[2]


def _shown_after(page: str) -> str:
    if len(page) <= NEAR:
        return _shown(page)
    near = page[:NEAR]
    is_in_tag = near.rfind("<") > near.rfind(">")
    return _shown(near[: near.rfind("<")] if is_in_tag else near).rpartition(" ")[0]


def _shown(page: str) -> str:
    return re.sub(r"\s+", " ", unescape(TAG.sub("", page)))


def _last_words(text: str) -> str:
    words = text.split(" ")
    return text if len(words) <= WORDS_BEFORE else "… " + " ".join(words[-WORDS_BEFORE:])


def _first_words(text: str) -> str:
    words = text.split(" ")
    return text if len(words) <= WORDS_AFTER else " ".join(words[:WORDS_AFTER]) + " …"
