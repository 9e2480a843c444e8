"""Sentences that introduce a session as English does not: the verb before the speaker, the
genitive by a preposition. Driven by the tables; of English itself there are none.
"""

from collections.abc import Iterator

from .skeleton import PERSON, TITLE
from .words import ENGLISH, Words

WHO, WHAT = f"(?P<who>{PERSON})", f"(?P<what>{TITLE})"
WITHIN = r"[^.§¶;:!?]"
TITLE_SIGNS = r",?:? ?(?:\w{1,4} ){0,2}"
# "del", "do amigo", "unserem Kollegen", "d'"
OF_WHOM = (
    r"(?:(?: (?!(?:e|y|et|und)\b)\w{1,12}){0,2}?| ?une? \w+(?: \w+)?,|(?<=['’])une? \w+,)"
    r"(?:\s|(?<=['’]))"
)

SPEAKING = (
    r"ense[ñn]ar|mostrar|hablar|falar|contar|explicar|presentar|apresentar|parler|raconter"
    r"|expliquer|montrer|pr[eé]senter|sprechen|zeigen|erkl[aä]ren|erz[aä]hlen|vorstellen"
)


def own_rules(words: Words) -> Iterator[tuple[str, int, str]]:
    """Name, strength and pattern of each rule, the surest first."""
    if words is ENGLISH:
        return
    talk = rf"\b(?:{words.talk})\b"
    of = rf"(?<!\w)(?:{words.of})"
    # "la conférence de §, ¶", "la charla de § ¶"
    yield "talk_of_title", 3, rf"{talk}{WITHIN}{{0,40}}?{of}{OF_WHOM}{WHO}{TITLE_SIGNS}{WHAT}"
    # "¶ von §", "¶ a cargo de §", "¶ animé par §", "¶ com §"
    yield (
        "title_given_by",
        3,
        rf"{WHAT},?(?: (?!{words.joins})\w{{2,14}}){{0,2}}? (?:{words.given_by}){OF_WHOM}{WHO}",
    )
    # "Im Vortrag ¶ zeigte §"
    yield (
        "title_verb_first",
        3,
        rf"{WHAT}{WITHIN}{{0,30}}?\b(?:{words.verb_first})\b(?: \w+){{0,2}} {WHO}",
    )
    # "§ a présenté ¶", "§ mit ihrer Keynote ¶", "§ apresentou a palestra ¶"
    yield (
        "gives_title",
        3,
        rf"{WHO},?(?: {WITHIN}{{0,40}}?)? ?\b(?:{words.gives})\b(?: \w+){{0,3}}?:? {WHAT}",
    )
    # "§ com a palestra ¶", "§ mit ihrem Vortrag ¶"
    yield "with_talk", 3, rf"{WHO},? (?:com|con|mit|avec) (?:\w+ ){{0,2}}{talk}:? {WHAT}"
    # "vi a §, de Acme, mostrar", "j'ai écouté § parler"
    yield (
        "heard_speak",
        3,
        rf"\b(?:{words.attended}|h[oö]rten?)\b{WITHIN}{{0,40}} {WHO},?"
        rf"(?: {WITHIN}{{1,30}},)? (?:{SPEAKING})\b",
    )
    # "e a § sobre", "und § über"
    yield (
        "also_on",
        3,
        rf"(?:[,;:]|\b(?:{words.joins})) (?:\w{{1,3}} ){{0,2}}{WHO}"
        r"(?: \([^)§¶]{1,30}\))? (?:sobre|[uü]ber|[aà] propos d\w*|zum thema)\b",
    )
    # "Then § a présenté …": what follows tells of the talk
    yield "presents_first", 3, rf"^(?:\w+,? ){{0,2}}{WHO} (?:{words.presents})\b"
    # "a palestra do §", "der Vortrag von §", "la primera charla del día fue la de §"
    yield "talk_of", 3, rf"{talk}{WITHIN}{{0,40}}?{of}{OF_WHOM}{WHO}"
    # "ich hielt einen Vortrag über", "di una charla sobre"
    yield "own_talk_given", 2, rf"\b(?:{words.own_talk})"
    # "sprach §", "habló §"
    yield "verb_first", 2, rf"\b(?:{words.verb_first})\b(?: (?!§)\w+){{0,2}} {WHO}"
    # "Weiter ging es mit § und ¶", "luego vino § con ¶"
    yield (
        "opens_title",
        3,
        rf"\b(?:{words.opens})\b{WITHIN}{{0,40}}?\s{WHO} (?:{words.joins}|{words.by})"
        rf" (?:\w+ ){{0,2}}{WHAT}",
    )
    # "den Anfang machte §", "em seguida começou §", "comenzó con la plenaria de §"
    yield "opens", 3, rf"\b(?:{words.opens})\b{WITHIN}{{0,40}}?\s{WHO}"
