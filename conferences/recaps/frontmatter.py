"""Front matter: what a post says of itself before it begins.

Read are Hugo, Jekyll and Hexo (TOML, YAML, JSON), Nikola, Pelican, reStructuredText, AsciiDoc,
Org and the head of HTML. Nothing here raises for its content; only front matter beyond the limit
does.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from .dates import parse_date
from .fences import (
    ASCIIDOC_AUTHOR,
    ASCIIDOC_REVISION,
    DOCINFO_LINE,
    NIKOLA_LINE,
    ORG_LINE,
    PELICAN_LINE,
    Block,
    find_block,
)
from .formats import FRONT_MATTER_LIMIT, UNWANTED
from .html_head import read_head
from .metadata import Metadata, Value, read_json, read_pairs, read_toml, read_yaml
from .outline import ReadingWarning, RecapError

TITLE_KEYS = ("title", "posttitle", "headline", "metatitle")
AUTHOR_KEYS = ("author", "authors", "byline", "creator")
DATE_KEYS = (
    "date",
    "published",
    "publishdate",
    "publishedat",
    "datepublished",
    "pubdate",
    "postdate",
    "created",
    "createdat",
    "revdate",
)
LANGUAGE_KEYS = ("lang", "language", "locale")
URL_KEYS = (
    "canonicalurl",
    "canonical",
    "canonicallink",
    "originalurl",
    "original",
    "posturl",
    "url",
    "permalink",
    "guid",
)
LICENCE_KEYS = ("license", "licence", "rights")
# Hugo, Zola and others let these tables hold what is no field of their own.
NESTING_KEYS = ("params", "extra", "taxonomies")

TRUE = ("true", "yes", "on", "1")
FALSE = ("false", "no", "off", "0")
NOTHING = ("", "~", "null", "none", "nil")
UNPUBLISHED = ("draft", "pending", "private")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")
MAIL = re.compile(r"\s{0,8}<[^<>\s]{0,200}@[^<>\s]{0,200}>")
ORG_DATE = re.compile(r"[<\[](\d{4}-\d\d-\d\d)(?: [^\W\d_]+\.?)?(?: (\d\d:\d\d))?[>\]]")


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    format: str = "none"
    """toml, yaml, json, nikola, pelican, docinfo, asciidoc, org, html or none."""
    title: str = ""
    author: str | None = None
    published: str | None = None
    """ISO date or date-time, only where it is given whole."""
    language: str = ""
    """As "en" or "pt-BR"; empty where not said."""
    url: str = ""
    """The post's own address, only where it is absolute."""
    licence: str = ""
    draft: bool = False
    tags: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    end: int = 0
    """Offset at which the post's body begins."""
    warnings: tuple[ReadingWarning, ...] = ()


def read_front_matter(text: str) -> FrontMatter:
    """What the head of a post says of it; a post without front matter begins at 0.

    >>> read_front_matter("+++\\ntitle = 'Day one'\\n+++\\nHello").title
    'Day one'
    >>> read_front_matter("---\\n\\nAfter a rule: text.\\n\\n---\\n").format
    'none'
    """
    block = find_block(text)
    if block is None:
        return FrontMatter()
    first_line = text.count("\n", 0, block.start) + 1
    if block.format != "html":  # which holds the styles and scripts of its site as well
        _refuse_too_long(text[block.start : block.stop], first_line)
    metadata = _read_block(text[block.start : block.stop], block, first_line)
    return _Fields(metadata, block, first_line).front_matter()


def _refuse_too_long(block: str, first_line: int) -> None:
    size = len(block.encode())
    if size > FRONT_MATTER_LIMIT:
        raise RecapError(
            f"the front matter has {size} bytes, at most {FRONT_MATTER_LIMIT} are read: shorten it",
            line=first_line,
        )


def _read_block(block_text: str, block: Block, first_line: int) -> Metadata:
    readers = {"yaml": read_yaml, "toml": read_toml, "json": read_json}
    if reader := readers.get(block.format):
        return reader(block_text, first_line)
    if block.format == "html":
        return read_pairs((key, value, first_line) for key, value in read_head(block_text).items())
    return read_pairs(_line_pairs(block_text, block.format, first_line))


LINE_PATTERNS = {
    "nikola": NIKOLA_LINE,
    "docinfo": DOCINFO_LINE,
    "asciidoc": DOCINFO_LINE,
    "org": ORG_LINE,
    "pelican": PELICAN_LINE,
}


def _line_pairs(block: str, name: str, first_line: int) -> list[tuple[str, Value, int]]:
    """Pairs of a format that has one a line; an indented line continues the one above."""
    pairs: list[tuple[str, Value, int]] = []
    for number, line in enumerate(block.split("\n"), first_line):
        if found := LINE_PATTERNS[name].match(line.rstrip()):
            pairs.append((found[1], (found[2] or "").strip(), number))
        elif line[:1].isspace() and pairs:
            key, value, begun = pairs[-1]
            pairs[-1] = key, f"{value} {line.strip()}", begun
        elif name == "asciidoc":
            pairs += _asciidoc_pairs(line, number)
    return pairs


def _asciidoc_pairs(line: str, number: int) -> Iterator[tuple[str, Value, int]]:
    if ASCIIDOC_AUTHOR.match(line):
        yield "author", line, number
    elif revision := ASCIIDOC_REVISION.match(line):
        yield "revdate", revision[1], number


class _Fields:
    """Fields of any format -> what they mean for a post."""

    def __init__(self, metadata: Metadata, block: Block, first_line: int) -> None:
        nested = [metadata.fields.get(key) for key in NESTING_KEYS]
        tables = [table for table in nested if isinstance(table, dict)]
        self.fields = {key: value for table in tables for key, value in table.items()}
        self.fields |= metadata.fields
        self.block = block
        self.first_line = first_line
        self.warnings = list(metadata.warnings)
        if not block.closed:
            self.warn("front matter is not closed: read as far as it goes")

    def front_matter(self) -> FrontMatter:
        published = self.published()
        return FrontMatter(
            format=self.block.format,
            title=self.first(TITLE_KEYS) or self.block.title,
            author=self.author(),
            published=published,
            language=self.language(),
            url=self.url(),
            licence=self.first(LICENCE_KEYS),
            draft=self.is_draft(),
            tags=self.names("tags", "tag", "filetags"),
            categories=self.names("categories", "category"),
            end=self.block.end,
            warnings=tuple(sorted(self.warnings, key=lambda warning: warning.line)),
        )

    def warn(self, message: str) -> None:
        self.warnings.append(ReadingWarning(line=self.first_line, message=message))

    def first(self, keys: tuple[str, ...]) -> str:
        """The first of several fields that says something."""
        for key in keys:
            value = self.fields.get(key, "")
            if isinstance(value, dict):
                value = value.get("name", "")
            if isinstance(value, str) and (text := _tidy(value)):
                return text
        return ""

    def author(self) -> str | None:
        for key in AUTHOR_KEYS:
            people = [_person(one) for one in _as_list(self.fields.get(key, ""))]
            if name := ", ".join(person for person in people if person):
                return name
        return None

    def published(self) -> str | None:
        for key in DATE_KEYS:
            text = self.first((key,))
            if text.lower() in (*NOTHING, *TRUE, *FALSE):
                continue
            if found := ORG_DATE.fullmatch(text):
                text = " ".join(part for part in found.groups() if part)
            if published := parse_date(text):
                return published
            self.warn("front matter has a date that is incomplete or impossible: left out")
        return None

    def language(self) -> str:
        text = self.first(LANGUAGE_KEYS).removesuffix(".UTF-8")
        return text.replace("_", "-") if LANGUAGE.fullmatch(text) else ""

    def url(self) -> str:
        # WordPress exports call the post's address its link; elsewhere that is another page.
        keys = (*URL_KEYS, "link") if "posttitle" in self.fields else URL_KEYS
        urls = (self.first((key,)) for key in keys)
        return next((url for url in urls if _is_absolute(url)), "")

    def is_draft(self) -> bool:
        return (
            self.first(("draft",)).lower() in TRUE
            or self.first(("published",)).lower() in FALSE
            or self.first(("status", "poststatus")).lower() in UNPUBLISHED
        )

    def names(self, *keys: str) -> tuple[str, ...]:
        found = [name for key in keys for name in self.split(self.fields.get(key, ""))]
        return tuple(dict.fromkeys(name for name in found if name.lower() not in NOTHING))

    def split(self, value: Value) -> Iterator[str]:
        sign = ":" if self.block.format == "org" else ","
        for one in _as_list(value):
            if isinstance(one, str):
                yield from (_tidy(part.strip(" []\"'")) for part in one.split(sign))


def _as_list(value: Value) -> list[Value]:
    """A value as the list it may be; lists in lists (Hexo's sub-categories) are flattened."""
    if not isinstance(value, list):
        return [value]
    return [inner for one in value for inner in (one if isinstance(one, list) else [one])]


def _person(value: Value) -> str:
    """The name of an author given as text, or as a table of the parts of the name."""
    if isinstance(value, dict):
        parts = {key: _tidy(part) for key, part in value.items() if isinstance(part, str)}
        whole = f"{parts.get('firstname', '')} {parts.get('lastname', '')}".strip()
        value = parts.get("name") or whole or parts.get("displayname") or parts.get("login", "")
    if not isinstance(value, str) or value.strip().lower() in NOTHING:
        return ""
    return _tidy(MAIL.sub("", value))


def _tidy(text: str) -> str:
    """One line, without what escapes in YAML or JSON may have smuggled in."""
    return " ".join(UNWANTED.sub(" ", text).split())


def _is_absolute(url: str) -> bool:
    if not re.fullmatch(r"https?://[^\s<>\"'\\]{1,2000}", url):
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return bool(parts.hostname) and "@" not in parts.netloc
