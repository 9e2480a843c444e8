"""A line that names a talk -> the ways to read its title and its speakers.

Which part of "Growing Kites: A Field Guide" is a speaker, the line alone does not tell: each
form that fits gives a reading, and all lines of one make decide together (forms.py).
"""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from .given_names import is_given_name, words_in
from .inline import Inline, Mark, Span
from .line_forms import BY, GIVEN, ROLE, SESSION, line_forms
from .people import Mention
from .post import Post
from .skeleton import PERSON, TITLE, TITLE_MARKS, Skeleton, skeleton
from .slots import slot_after, slot_before, slot_behind
from .titles import NUMBER, TAG, TIME, clean_title, is_title_like, without_pictures


@dataclass(slots=True)
class TitleLine:
    """What a heading, bold line or list item says of a talk."""

    title: str
    speakers: list[Mention] = field(default_factory=list)
    evidence: int = 0
    """How sure it is that a talk is named: 0 not at all, 3 as good as certain."""
    rule: str = ""


SURE = 3
"""The evidence of a form that needs no others beside it: "Title by Speaker"."""
LONGEST_PAIR = 250
LONGEST = 500
"""Characters of a line that names a talk, at most."""
# "**Speaker:** Jane Doe": what is marked is no title.
FIELD = re.compile(
    rf"(?:{ROLE}|titles?|talks?|sessions?|rooms?|tracks?|time|when|where|slides?|videos?|links?|topics?"
    r"|abstract|notes?|tags?|level|format|day|date)",
    re.IGNORECASE,
)
# "[slides](…)", "(9/10)", "(Track A, 10:30)" behind the name, where the line ends
MORE = re.compile(
    r"(?:[\s(\[|,/–-]*\b(?:slides?|videos?|recording|notes|code|deck)\b[)\]\s]*"
    r"|\s\(?\d{1,2}\s?/\s?\d{1,2}\)?"
    r"|\s[(\[][^()\[\]§]{0,30}\d(?::\d\d| ?min\w*)[^()\[\]§]{0,20}[)\]])$",
    re.IGNORECASE,
)


# What is marked is the title, what stands beside it the speaker; the notes may follow.
BEHIND_MARKED = re.compile(
    rf"^(?:\s?[(\[](?:slides?|videos?|code)[)\]])?\W{{0,4}}(?:(?:an? )?{SESSION},?\s)?{GIVEN}"
    rf"(?:(?:{BY}|with|w/|mit|con|com|avec|from|de)\s)?\W{{0,2}}"
    rf"(?P<who>{PERSON})(?!['’]s\b(?!,))",
    re.IGNORECASE,
)
NEW_CLAUSE = re.compile(r"\s(?:was|were|is|are|has|had|did)\b")
# "My own talk: X"; "**X**, by me"
OWN = re.compile(
    r"my (?:own )?(?:lightning )?(?:talk|session|workshop|presentation|tutorial|keynote)"
    r"\s?[:–—-]\s?(?P<title>.+)$",
    re.IGNORECASE,
)
BY_ME = re.compile(r"[\s,:(–—-]{1,4}(?:by|with) (?:me|myself|yours truly)\b")
BEFORE_MARKED = re.compile(
    rf"^(?P<who>{PERSON})(?:\s?\([^()]{{1,60}}\)|,\s[^§¶.]{{2,40}})?[\s,:–—|-]{{1,4}}"
    rf"(?:on |about )?\W?(?P<what>{TITLE})",
    re.IGNORECASE,
)
# "Talk: X", "talk on X", "talk, X" after a genitive
TALK_OF = re.compile(
    r"(?:\w+ ){0,2}(?:talk|keynote|presentation|session|workshop|lecture|chat)s?"
    r"(?:\s*[:,–—-]\s*|\s(?:on|about|called|titled)\s|\s(?=[“\"„«]))",
    re.IGNORECASE,
)
TALK_FIRST = (
    *("keynote_speaker", "genitive", "speaker_dash", "speaker_colon", "speaker_comma"),
    *("speaker_about", "by_title"),
)
SAYS_BY = ("title_by", "keynote_by", "genitive", "by_title")


def readings(post: Post, index: int, start: int = 0, end: int | None = None) -> list[TitleLine]:
    """Every way to read a line as a title and its speakers, the surest form first."""
    bones = skeleton(post, index, start, end, marked=False, line=True)
    number = NUMBER.match(bones.text)
    begin = number.end() if number else 0
    tagged = _tag_end(bones.text[begin:])
    offset = begin + tagged
    line = MORE.sub("", bones.text[offset : offset + LONGEST])
    offset += len(line) - len(line := without_pictures(line, behind=False))
    line = without_pictures(line).rstrip(' \n"”’*_')
    if own := OWN.match(line):
        return [_own(post, index, _original(post, index, bones, offset, own, "own"))]
    if PERSON not in line:
        return []
    found = []
    for name, evidence, pattern in line_forms(post.words):
        if name == "title_by_rest" and not tagged:
            continue
        if match := pattern.match(line):
            title = _original(post, index, bones, offset, match, name)
            people = _people(post, bones.group(offset + match.start("who")), name)
            if is_title_like(title) and people:
                found.append(TitleLine(title, people, evidence + bool(tagged), name))
    return found


def _own(post: Post, index: int, title: str) -> TitleLine:
    """The author's own talk."""
    author = Mention(index, 0, 1, 1, post.front.author or "", weight=2)
    return TitleLine(title, [author] if author.name else [], SURE, "own")


def marked_readings(post: Post, index: int) -> list[TitleLine]:
    """The ways to read a block that begins with a marked title and a speaker, or the reverse."""
    block = post.blocks[index]
    found = []
    if span := leading_mark(block.inline):
        if BY_ME.match(block.text, span.end):
            return [_own(post, index, clean_title(block.text[span.start : span.end]))]
        bones = skeleton(post, index, span.end, min(span.end + 200, len(block.text)), marked=False)
        if match := BEHIND_MARKED.match(bones.text):
            people = _before_verb(bones, match.start("who"))
            found.append(_marked(post, index, span, people, "marked_speaker"))
        elif people := slot_behind(post, index, span.end):
            found.append(_marked(post, index, span, people, "marked_speaker", 1))
    bones = skeleton(post, index, 0, min(400, len(block.text)))
    if match := BEFORE_MARKED.match(bones.text):
        people = bones.group(match.start("who"))
        span = bones.title(match.start("what"))
        found.append(_marked(post, index, span, people, "speaker_marked"))
    elif (span := first_mark(block.inline)) and (people := slot_before(post, index, span.start)):
        found.append(_marked(post, index, span, people, "speaker_marked", 1))
    return [line for line in found if line.speakers and _is_title(line.title)]


def _is_title(words: str) -> bool:
    return is_title_like(words) and not FIELD.fullmatch(words)


def _before_verb(bones: Skeleton, place: int) -> list[Mention]:
    """The people at a sign, without a last one with whom a new clause begins: "by Jane Doe, Joe
    was there too"."""
    *others, last = bones.group(place)
    begins = (
        others and last.start - others[-1].outer < 3 and NEW_CLAUSE.match(bones.text, place + 1)
    )
    return others if begins else [*others, last]


def _marked(
    post: Post, index: int, span: Span, people: list[Mention], form: str, evidence: int = 2
) -> TitleLine:
    words = post.blocks[index].text[span.start : span.end]
    evidence += bool(_tag_end(words))
    return TitleLine(clean_title(words), _people(post, people, form), evidence, form)


def first_mark(inline: Inline) -> Span | None:
    """The first words that are marked."""
    return min((*inline.spans[:1], *inline.quotes[:1]), key=lambda s: s.start, default=None)


def leading_mark(inline: Inline) -> Span | None:
    """The marked words that a block begins with, a time or code before them apart."""
    begin = _tag_end(inline.text[:40])
    spans = [s for s in (*inline.spans, *inline.quotes) if s.mark in (*TITLE_MARKS, Mark.QUOTE)]
    leading = [span for span in spans if begin <= span.start <= begin + 1 or span.start <= 1]
    return max(leading, key=lambda span: span.end, default=None)


def plain_line(post: Post, index: int, start: int = 0, end: int | None = None) -> TitleLine:
    """A line that is all title; a time or a code before it says that it is a talk's."""
    text = post.blocks[index].text[start:end]
    return TitleLine(clean_title(text), [], 2 if _tag_end(text) else 0, "")


def lead_readings(post: Post, index: int) -> list[TitleLine]:
    """The ways to read the first words of an item or paragraph, whose notes may follow."""
    found = [*marked_readings(post, index), *two_lines(post, index)]
    for end, at_person in _cuts(post, index):
        lines = readings(post, index, 0, end)
        # "Jane Doe - Visual Studio: a tour" does not end with the second name.
        found += [line for line in lines if not (at_person and _goes_on(line))]
    return found


def two_lines(post: Post, index: int) -> list[TitleLine]:
    """A title on a line and its speaker on the next, which is the last."""
    text = post.blocks[index].text
    end = post.line_end(index) if len(text) < LONGEST_PAIR else len(text)
    if end >= len(text) or post.line_end(index, end) < len(text):
        return []
    people = alone_in(post, index, end) or _full_names(slot_after(post, index, end))
    title = clean_title(text[:end])
    return [TitleLine(title, people, SURE, "two_lines")] if people and is_title_like(title) else []


def _full_names(people: list[Mention]) -> list[Mention]:
    """Those in a speaker's place, where they begin with a name of two words."""
    return without_companies(people) if people and " " in people[0].name else []


def _goes_on(line: TitleLine) -> bool:
    """Whether a line that was cut behind a name must go on: "Talk by Jane Doe: " has no title."""
    return line.rule in TALK_FIRST or line.title.casefold() in ("talk", "session", "presentation")


# "Presented by: §", "Speakers: §", "by §", "§ (Acme)", "§, who builds things at Acme"
ALONE = re.compile(
    rf"^(?:[^§.!?]{{0,30}}\d[^§.!?]{{0,20}}[,.|·•–—-]+\s)?"
    rf"(?:\w+ ){{0,2}}(?:by|who|speakers?(?:\(s\))?|presenters?|von|por|par)?\s*:?\s*{PERSON}"
    r"(?:[,\s(|@·•–—-]{1,3}[^.§]{0,60})?[.)]?$",
    re.IGNORECASE,
)


def alone_in(post: Post, index: int, start: int = 0, end: int | None = None) -> list[Mention]:
    """The people that a line names, where it says little else: "Presented by: Jane Doe"."""
    bones = skeleton(post, index, start, end, marked=False)
    if ALONE.match(without_pictures(bones.text)):
        return without_companies(bones.people[0])
    return []


ENDS_TITLE = re.compile(r"\s*(?:[:.\n]|$|\s[-–—]|\s[A-ZÄÖÜ])")
PERSON_ENDS = re.compile(rf"{PERSON}(?:,\s[^§():.]{{2,40}})?[)\]]?(?=[:.\n]|\s(?:[-–—]|::)\s)")


def _cuts(post: Post, index: int) -> list[tuple[int, bool]]:
    """Where the naming of the talk may end: a marked title, the first sentence, the item; and
    whether only because a name ends there."""
    text = post.blocks[index].text
    cuts = {len(text)} if len(text) < 220 else set()
    cuts |= {end for _, end in post.sentences(index)[:1]}
    for span in post.blocks[index].inline.spans[:3]:
        if span.end - span.start > 8 and ENDS_TITLE.match(text, span.end):
            cuts.add(span.end)
    bones = skeleton(post, index, 0, min(len(text), 400), marked=False)
    named = {bones.original(*m.span())[1] for m in PERSON_ENDS.finditer(bones.text[:300])}
    return sorted((cut, cut not in cuts) for cut in cuts | named if 0 < cut <= 300)


def _tag_end(text: str) -> int:
    tag = TAG.match(text) or TIME.match(text)
    return tag.end() if tag else 0


def _original(
    post: Post, index: int, bones: Skeleton, offset: int, found: re.Match[str], form: str
) -> str:
    first, last = bones.original(offset + found.start("title"), offset + found.end("title"))
    inline = post.blocks[index].inline
    if form in TALK_FIRST and (lead := TALK_OF.match(inline.text, first, last)):
        first = lead.end()
    for span in inline.stretches:
        # Where the title is marked, what follows the mark is no longer it.
        begins = 0 <= span.start - first <= 2 and span.end < last - 3
        marked = inline.text[span.start : span.end].strip()
        if begins and (" " in marked or span.mark is Mark.QUOTE):
            last = span.end
    return clean_title(inline.text[first:last])


def _people(post: Post, people: list[Mention], form: str) -> list[Mention]:
    """Those of a group who look like people; none where the first does not."""
    kept = [mention for mention in people if _is_person(post, mention, form)]
    return without_companies(kept) if kept[:1] == people[:1] else []


def without_companies(people: list[Mention]) -> list[Mention]:
    """ "Jane Doe, Acme": behind a full name and a comma a single word is no one's name."""
    kept = people[:1]
    for before, mention in pairwise(people):
        parted = mention.start - before.outer < 3
        full = " " in mention.name and not (mention is people[-1] and _is_company(mention))
        if full or mention.handles or not parted or " " not in before.name:
            kept.append(mention)
    return kept


def _is_company(mention: Mention) -> bool:
    """Whether a name behind the last comma ends like a company's: "Orvin Insurance"."""
    first, *_, last = mention.name.casefold().split()
    return last in words_in("everyday") and not is_given_name(first) and mention.weight <= 1


def _is_person(post: Post, mention: Mention, form: str) -> bool:
    """Whether a mention may be a speaker; a dash or colon alone proves little."""
    person = post.person(mention)
    if person is not None and (person.weight >= 2 or bool(person.handles)):
        return True
    if form in SAYS_BY:
        return " " in mention.name or mention.weight >= 0
    return 2 <= len(mention.name.split()) <= 5
