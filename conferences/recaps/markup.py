"""The markup of real posts -> plain Markdown: raw HTML, shortcodes, kramdown, relative links.

One pass over the text; no recursion, no backtracking, so that hostile text costs no more than
honest text. What is not known as markup stays as the words it is.
"""

import html
import re
from collections.abc import Callable
from textwrap import dedent

from .addresses import page_of_player
from .brackets import Brackets
from .elements import Elements, Frame
from .html_elements import (
    BLOCKS,
    CODE,
    EMPTY,
    LISTS,
    PAIRED,
    PLAYING,
    code_block,
    code_span,
    guard_line,
    read_attributes,
    without_tags,
)
from .lookahead import Lookahead
from .markup_tokens import TAG_NAME, TOKEN
from .note_source import Source
from .outline import ReadingWarning
from .shortcodes import SHORTCODE, escape, shortcode_markdown

LANGUAGE_CLASS = re.compile(r"class=[\"'][^\"'<>]{0,80}?language-([\w+#-]{1,30})")
FENCED = re.compile(r"[ \t>*+.)0-9-]*(?:```|~~~)|\s*$")
KEPT_TAG = "what looks like a tag of HTML is kept as text"


def plain_markdown(source: Source, base_url: str) -> tuple[str, list[str], list[ReadingWarning]]:
    """The Markdown, the labels it refers to, and what could not be turned."""
    writer = _Writer(source, base_url)
    return writer.write(), list(dict.fromkeys(writer.brackets.labels)), writer.all_warnings()


class _Writer:
    def __init__(self, source: Source, base_url: str) -> None:
        self.source = source
        self.text = source.text
        self.base_url = base_url
        self.elements = Elements(base_url)
        self.brackets = Brackets(self.elements, source.definitions)
        self.warnings: list[ReadingWarning] = []
        self.ahead = Lookahead(self.text)

    def write(self) -> str:
        place = 0
        for start, end in [*self.source.code, (len(self.text), len(self.text))]:
            place = self.scan(place, start)
            self.add_code(self.text[place:end])
            place = max(place, end)
        self.elements.close_all()
        return "".join(self.elements.pieces)

    def add_code(self, code: str) -> None:
        """As it is; indented code in an element would lose its indentation, and gets a fence."""
        if self.elements.frames and not FENCED.match(code):
            self.elements.add_block(code_block(dedent(code), ""), "")
        else:
            self.add(code)

    def all_warnings(self) -> list[ReadingWarning]:
        for line in self.elements.unclosed:
            self.warnings.append(ReadingWarning(line=line, message=KEPT_TAG))
        first = {warning.line: warning for warning in reversed(self.warnings)}
        return [first[line] for line in sorted(first)]

    def scan(self, place: int, end: int) -> int:
        """Takes the text up to `end`, or further where markup reaches over it."""
        self.ahead.limit = end
        while match := TOKEN.search(self.text, place, end):
            self.add_words(place, match.start())
            handler: Callable[[re.Match[str]], int] = getattr(self, f"on_{match.lastgroup}")
            place = handler(match)
        self.add_words(place, end)
        return max(place, end)

    def add(self, piece: str) -> None:
        self.elements.pieces.append(piece)

    def warn(self, place: int, message: str) -> None:
        line = self.source.line_of(place)
        self.warnings.append(ReadingWarning(line=line, message=message))

    def is_literal(self, place: int) -> bool:
        block = self.source.html_block(place)
        return bool(block) and self.elements.is_literal(block)

    # Words

    def add_words(self, start: int, end: int) -> None:
        """Words between tokens, cut where a raw HTML block begins or ends."""
        while start < end:
            block, stop = self.source.html_block(start), self.source.next_change(start, end)
            words = self.text[start:stop]
            is_first = self.elements.at_line_start()
            if is_first and self.source.column(start):
                # What is dropped before them must not make words the head of a line.
                words = guard_line(words)
            if not block:
                self.add(words)
            elif self.elements.is_literal(block):
                self.add_plain(self.text[start:stop])
            else:
                self.add(re.sub(r"\n[ \t>]+", "\n", words.lstrip() if is_first else words))
            start = stop

    def add_plain(self, words: str) -> None:
        """Text of an HTML block: blanks as a browser has them, no Markdown."""
        shown = escape(words)
        frames = self.elements.frames
        at_start = self.elements.at_line_start() and not (frames and frames[-1].name == "a")
        lead = " " if words[:1].isspace() and not at_start else ""
        trail = " " if words[-1:].isspace() and shown else ""
        self.add(f"{lead}{guard_line(shown) if at_start else shown}{trail}")

    def add_token(self, match: re.Match[str]) -> int:
        """A token that is text here."""
        if self.is_literal(match.start()):
            self.add_plain(match[0])
        else:
            self.add(match[0])
        return match.end()

    def on_escape(self, match: re.Match[str]) -> int:
        return self.add_token(match)

    def on_address(self, match: re.Match[str]) -> int:
        self.add(match[0])
        return match.end()

    def on_angle(self, match: re.Match[str]) -> int:
        self.add("&lt;")
        return match.end()

    def on_entity(self, match: re.Match[str]) -> int:
        """Decoded where it cannot be markup; "&lt;", "&#42;" and "&#10;" stay as they are."""
        sign = html.unescape(match[0])
        if sign == match[0]:
            self.add(match[0])
        elif self.is_literal(match.start()):
            self.add("&amp;") if sign == "&" else self.add_plain(sign)
        elif sign in "\"'" or (not sign.isascii() and sign != "\ufffd" and sign.strip()):
            self.add(sign)
        else:
            self.add("\u00a0" if sign == "\u00a0" else match[0])
        return match.end()

    # Code

    def on_ticks(self, match: re.Match[str]) -> int:
        ticks, after = match[0], match.end()
        closing = self.ahead.closing_ticks(ticks, after)
        if closing is None or not self.is_one_line(after, closing):
            # Kept from pairing with others, should what stands between be dropped.
            self.add(ticks.replace("`", "\\`"))
            return after
        # At the head of a line a tag, or three ticks, would be a block.
        folded = r"\n[ \t]*(?=<)" if len(ticks) < 3 else r"\n[ \t>]*"
        span = re.sub(folded, " ", self.text[match.start() : closing + len(ticks)])
        self.elements.add_span(span)
        return closing + len(ticks)

    def is_one_line(self, start: int, end: int) -> bool:
        """Whether Markdown takes both places as one run of text, however it is wrapped."""
        is_unbroken = self.source.next_change(start, end + 1) > end
        both_contained = self.source.is_contained(start) == self.source.is_contained(end)
        return is_unbroken and both_contained and not self.is_literal(start)

    def on_code(self, name: str, match: re.Match[str]) -> int:
        end = self.ahead.closing_tag(name, match.end())
        inner = self.text[match.end() : end.start()] if end else "\n\n"
        if end is None or ("\n\n" in inner and name != "pre"):
            self.keep_tag(match)
            return match.end()
        code = html.unescape(without_tags(inner))
        if name == "pre":
            language = LANGUAGE_CLASS.search(match[0] + inner[:300])
            block = code_block(code, language[1] if language else "")
            self.elements.add_block(block, self.prefix(match.start()))
        else:
            self.elements.add_span(code_span(code))
        return end.end()

    # Links

    def on_open(self, match: re.Match[str]) -> int:
        if self.is_literal(match.start()):
            return self.add_token(match)
        self.brackets.open(self.text, match)
        return match.end()

    def on_close(self, match: re.Match[str]) -> int:
        if self.is_literal(match.start()):
            return self.add_token(match)
        return self.brackets.close(self.text, match)

    # What is not shown, or shown by something else

    def on_comment(self, match: re.Match[str]) -> int:
        end = self.ahead.end_of_comment(match.end())
        if end is None:
            self.add("&lt;!--")
        return end or match.end()

    def on_attributes(self, match: re.Match[str]) -> int:
        return self.add_token(match) if self.is_literal(match.start()) else match.end()

    def on_shortcode(self, match: re.Match[str]) -> int:
        found = SHORTCODE.match(self.text, match.start(), self.ahead.limit)
        if found is None:
            self.add("{")
            return match.start() + 1
        shown = shortcode_markdown(found, self.base_url)
        if shown is None:
            self.warn(match.start(), "a shortcode is left out: what it shows is not known")
        self.add(shown or "")
        return found.end()

    # Tags

    def on_tag(self, match: re.Match[str]) -> int:
        found = TAG_NAME.match(match[0])
        name = found[1].lower() if found else ""
        if match[0].startswith("</"):
            self.on_closing_tag(name, match)
        elif name in ("script", "style"):
            return self.on_script(name, match)
        elif name in CODE:
            return self.on_code(name, match)
        elif name in EMPTY:
            self.elements.add_empty(name, read_attributes(match[0]), self.prefix(match.start()))
        elif name in PAIRED:
            self.on_opening_tag(name, match)
        else:
            self.keep_tag(match)
        return match.end()

    def keep_tag(self, match: re.Match[str]) -> None:
        self.warn(match.start(), KEPT_TAG)
        rest = match[0][1:]
        self.add("&lt;" + (escape(rest) if self.is_literal(match.start()) else rest))

    def on_script(self, name: str, match: re.Match[str]) -> int:
        """Nobody sees scripts and styles; one that is only spoken of stands within a line."""
        source = read_attributes(match[0]).get("src", "")
        end = self.ahead.closing_tag(name, match.end())
        if end is None or not (source or self.source.html_block(match.start())):
            self.keep_tag(match)
            return match.end()
        if (page := page_of_player(source)) != source:
            self.add(f"<{page}>")
        elif not source.endswith("widgets.js"):
            self.warn(match.start(), f"a {name} is left out")
        return end.end()

    def on_opening_tag(self, name: str, match: re.Match[str]) -> None:
        place, attributes = match.start(), read_attributes(match[0])
        block, prefix = self.source.html_block(place), self.prefix(place)
        frame = Frame(
            name=name,
            attributes=attributes,
            html_block=block,
            prefix=prefix,
            line=self.source.line_of(place),
            literal="" if attributes or block else "&lt;" + match[0][1:],
        )
        lead = self.break_before(name, place, prefix) if name in BLOCKS else ""
        self.elements.open(frame, lead)
        if name in PLAYING:
            self.elements.add_player(attributes)
        if match[0].endswith("/>"):
            self.elements.close(name)

    def on_closing_tag(self, name: str, match: re.Match[str]) -> None:
        """One without an opening belongs to an element that began before the note."""
        if name in PAIRED:
            self.elements.close(name)
        elif name not in CODE and name not in EMPTY:
            self.keep_tag(match)

    def prefix(self, place: int) -> str:
        """Elements that stand in an open one are indented with it."""
        return "" if self.elements.frames else self.source.prefix(place)

    def break_before(self, name: str, place: int, prefix: str) -> str:
        """Ends the paragraph before a block, unless it is the first of its line."""
        if self.elements.frames and self.elements.frames[-1].name == "li":
            return "" if name in LISTS else "\n\n"
        if not self.source.is_contained(place):
            return "\n\n"
        if self.source.column(place) <= len(prefix) or not prefix:
            return ""
        return f"\n{prefix.rstrip()}\n{prefix}"
