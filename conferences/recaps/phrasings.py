"""The sentences in which a session is introduced, as patterns on their skeletons.

In order, the surest first. `who` is the `§` of the speakers, `what` the `¶` of the title. Every
gap is bounded, so a match costs no more than its sentence.
"""

from collections.abc import Iterator

from .skeleton import PERSON, TITLE
from .words import Words

WHO, WHAT = f"(?P<who>{PERSON})", f"(?P<what>{TITLE})"
WITHIN = r"[^.§¶;:!?]"
# Whoever made the thing that is named gave no talk by that.
MADE = (
    r"(?!(?:creat|develop|ma[dk]|written|maintain|organi|built|found|sponsor|inspir|own)"
    r"\w*)"
)
BY = r"\b(?:by|von|por|par)\b"
FILLER = (
    r"(?: (?:by|with|from|the|a|an|our|again|keynoted?|opening|closing|speaker|talk|given|held|of"
    r"|professor|prof\.?|dr\.?|my|friend|\w+['’]s?|\w+ly|none other than)){0,6}"
    r"(?: (?:[\w-]+ ){1,3}one (?:by|from|with))?"
)
# What stands between a speaker and the verb: ", a chemist at Acme,", "(Acme)", "from Acme",
# "who then". No other subject: "§ was there and I talked".
BETWEEN = (
    rf"(?: [-–—] {WITHIN}{{1,140}}? [-–—](?= ))?"
    r"(?:(?! (?:i(?! (?:believe|think|guess|assume)\b)|we|me|they|you|people|will|would|should"
    rf"|could|can|cannot) ){WITHIN}){{0,70}}?"
)
# "talked to me", "gave him", "spoke with §" are no sessions; "talked to us" is one.
TO_OTHERS = (
    r"(?! (?:(?:to|with|at) )?(?:me|him|them|my|each|some people|§)\b)"
    r"(?! (?:up|away|in|birth|back|her)(?:$|[.,;]| (?:to|that|how)\b))"
    r"(?! (?:the |his |her )[\w'’ ]{1,24} back\b)"
)
ONE_TALK = (
    r"(?:(?:lightning )?(?:talk|session|keynote|presentation|workshop|tutorial"
    r"|panel(?: discussion)?|demo|lecture|bof|charla|palestra|vortrag|conf[eé]rence)"
    r"|(?:workshop|panel|keynote|lab) session|chat(?= (?:by|from|on|about|regarding)\b))"
)
# What is a session where it is somebody's: "§'s deep dive".
ALSO_TALK = (
    r"deep[ -]dives?|intro(?:duction)?s?|overview|tour|walk-?through|live[ -]cod\w+|slot|primer"
)
ORDER = r"(?:first|second|third|fourth|fifth|sixth|next|last|final|another|opening|closing)"
OCCASION = r"(?:day|morning|afternoon|evening|conference|event|show|proceedings|session|track)"
I_GIVE = (
    r"\bi (?:(?:also|then|even|actually|finally|had to|got to|was able to|\w{2,15}ly) ){0,3}"
    r"(?:gave|give|delivered|deliver|held|hold|presented|present|led|ran|did)\b"
)
MY_TALK = r"my (?:own )?(?:lightning )?(?:talk|workshop|presentation|tutorial|charla|palestra)\b"


# One of these words stands in every sentence of the rule: what is quickly seen saves a search.
NEEDS = {
    "turn": ("turn",),
    "own_talk": ("i ", "my "),
    "own_talk_on": ("i spoke", "i talked", "i presented", "i also", "i then"),
    "stage": ("time for", "stage", "heard", "hear from", "handed", "had "),
    "began_with": (" with ", " by "),
    "heard": ("ing ", " talk", " te", " di", " sp", " present", " explain", " sh", " gi", " de"),
    "his_talk": ("his ", "her ", "their "),
    "in_talk": (" his ", " her ", " their ", " an ", " a ", " the "),
    "talk_saw": (" saw", " had", " brought"),
    "presenter": ("presenter", "speaker", "disertante", "palestrante"),
    "made_by": (" by",),
    "opened_by": (" by", " with", " from"),
    "also_about": (" on", " about", " sobre", "ber", " propos"),
    "closes": ("clos", "end", "finish"),
    "title_brackets": ("(",),
    "brackets_title": ("(",),
    "topic_was": ("topic", "title", "theme", "motion"),
    "attended_talk": (" a", "after ", " the ", " this "),
    "ordered_talk": (" was", " is", " covered", " dealt", " focus", " looked", " discussed"),
}


def phrasings(words: Words) -> Iterator[tuple[str, int, str]]:
    """Name, strength (see Rule) and pattern of each."""
    talk = rf"\b(?:{words.talk})\b"
    # "¶, by §", "¶ (¶) delivered by Acme's §", "the ¶ was performed by §"
    yield (
        "title_by",
        3,
        rf"{WHAT}[,:;]?(?: \(¶\))?(?: {MADE}{WITHIN}{{0,24}})? {BY}{WITHIN}{{0,30}}?{WHO}",
    )
    # "¶, where § showed", "¶, in which §"
    yield "title_where", 3, rf"{WHAT},? (?:where|in which|during which) {WHO}"
    # "By §.": of the talk that was named before
    yield "by_line", 3, rf"^(?:(?:presented|given|held|delivered) )?{BY}:? {WHO}(?=[.,;:!]|$)"
    # "¶ (§)", "§ (¶)"
    yield "title_brackets", 3, rf"{WHAT} ?\({WHO}"
    yield "brackets_title", 3, rf"{WHO} ?\({WHAT}\)"
    # "§'s ¶", "§'s great ¶"
    yield "genitive_title", 3, rf"{WHO}(?:['’]s?) (?:{WITHIN}{{0,40}} )?{WHAT}"
    # "§'s great talk", "§'s turn"
    yield (
        "genitive_talk",
        3,
        rf"{WHO}(?:['’]s?|['’]? (?:from|of|at) [\w.-]{{1,30}}(?:['’]s?)?)"
        rf" (?:[\w-]+ ){{0,3}}(?:{words.talk})\b",
    )
    yield "genitive_also", 3, rf"{WHO}(?:['’]s?) (?:[\w-]+ ){{0,2}}(?:{ALSO_TALK})\b"
    yield "turn", 3, rf"{WHO}(?:['’]s?) turn\b"
    # "a palestra do §"
    yield (
        "talk_of",
        3,
        rf"{talk} (?:\w+ ){{0,3}}?(?:d[oae]|von|de la|of)(?: amigo| nosso)? {WHO}",
    )
    # "§ and I gave a workshop", "I gave a talk on x", "time for my own talk", "I spoke about x"
    yield "own_talk_with", 3, rf"{WHO},? and {I_GIVE}{WITHIN}{{0,50}}?{talk}"
    yield (
        "own_talk",
        2,
        rf"{I_GIVE}{WITHIN}{{0,50}}?{talk}"
        rf"|^(?:(?:then|next|later|finally|and),? )?{MY_TALK}"
        r",? (?:on|about|[¶§]|called|went|was|got|took)"
        rf"|\b(?:time for|came|was|i gave|did) my (?:own )?(?:lightning )?talk\b",
    )
    yield "own_talk_on", 2, rf"\bi (?:also |then )?(?:spoke|talked|presented) (?:about|on|{TITLE})"
    # "§ is so and so and gave an engaging talk on", "§ kicked things off with a talk"
    yield (
        "gave_talk",
        3,
        rf"{WHO}{BETWEEN}\b(?:(?:gave|gives|give|held|hold|delivered|deliver|presented|provided|led"
        r"|ran|kicked|opened|closed|wrapped|rounded|hosted|moderated|concluded|were on|was on)\b"
        rf"{TO_OTHERS}[^.§;:!?]{{0,60}}?|(?:had|has|did|do|ended|followed|started|finished|continued"
        rf"|joined|with)\b(?: \w+){{0,3}}? (?:an?|the|his|her|their) (?:[\w-]+ ){{0,4}}?){talk}",
    )
    # "a presentation on x by Acme's §", "talks about ¶ by §"
    yield "talk_by", 3, rf"{talk}[^.§]{{0,110}}?{BY}:?[^.§,]{{0,40}}?{WHO}"
    # "the keynote with §", "the talk from Acme's §", "the panel featured §"
    yield (
        "talk_from",
        3,
        rf"(?:{talk}[^.§¶;:!?]{{0,40}}? from"
        r"|\b(?:keynotes?|sessions?|panel|workshops?|training|tutorial)\b"
        rf"{WITHIN}{{0,50}}? (?:with|featur(?:ing|ed)|included|consist(?:ing|ed) of|made up of"
        rf"|composed of|by))\b{WITHIN}{{0,24}}?{WHO}",
    )
    # "§ (Acme) then talked about", "§ of Acme presented"
    yield "presents", 3, rf"{WHO}{BETWEEN}(?<!-)\b(?:{words.presents})\b{TO_OTHERS}"
    # "Next was §", "first on stage was Acme's §", "then came §"
    yield (
        "next_was",
        3,
        r"\b(?:next|first|then|second|third|final|last|up|stop|finally|afterwards?|later"
        r"|favou?rite|best|highlight)\b"
        rf"{WITHIN}{{0,40}}?\b(?:was|were|is|came|comes)\b:?"
        rf"{FILLER} {WHO}",
    )
    # "the day was opened by §", "followed by §"
    yield (
        "opened_by",
        3,
        r"\b(?:opened|closed|keynoted|started|followed|kicked|ended|concluded|rounded|finished)"
        rf"(?: off| up| out)? (?:by|with|from){FILLER} {WHO}",
    )
    # "First up: §", "Next up, §."
    yield (
        "up",
        3,
        r"^(?:and )?(?:next|first|last|finally|then)(?: up| on stage)?(?: ?[:–—-]|,) ?"
        rf"{WHO}(?=[.,]|$)",
    )
    # "The conference ended with §", "the morning began with Acme's §"
    yield (
        "began_with",
        3,
        rf"\b{OCCASION}\b{WITHIN}{{0,24}}?\b(?:began|begins|started|starts|opened|ended|ends|closed"
        rf"|kicked off|finished|continued|concluded|wrapped up)(?: off| up)?"
        rf" (?:with|by){FILLER} {WHO}",
    )
    # "it was time for §", "the stage was taken by §", "we heard from §"
    yield (
        "stage",
        3,
        r"\b(?:time for|stage (?:was )?(?:taken )?(?:by|to|for|with)|heard? from"
        rf"|handed (?:over )?to|(?:introduced|introducing|welcomed) on stage|we had){FILLER} {WHO}",
    )
    # "§ was the opening keynote", "§ was next"
    yield "was_keynote", 3, rf"{WHO} (?:was|were|is) (?:\w+ ){{0,4}}?(?:{words.talk}|next|up)\b"
    # "listening to § sharing", "watch § discuss"
    yield (
        "heard",
        3,
        rf"\b(?:{words.attended}|hear|heard|hearing|had|with)\b(?:{WITHIN}{{0,16}})? {WHO}(?!['’])"
        rf"{BETWEEN} "
        r"(?:talking|speaking|presenting|sharing|explaining|discussing|showing|giving|telling|tell"
        r"|discuss|talk|speak|present|explain|show|give|share|describe|demo)\b"
        rf"{TO_OTHERS}",
    )
    # "in ¶, § showed", "in her talk ¶, § showed", "with ¶ § told us"
    yield (
        "in_title",
        3,
        rf"\b(?:in|during|with|at)\b(?: {WITHIN}{{0,40}}?)? ?{WHAT},? {WHO}{BETWEEN}"
        rf"\b(?:{words.presents}|{words.tells})\b",
    )
    # "in the second keynote § asked", "the keynote saw §"
    yield (
        "talk_where",
        3,
        rf"\b(?:in|during) (?:an?|the|this|another) (?:[\w-]+ ){{0,4}}?(?:{words.talk}),?"
        rf"(?: (?:on|about) {WITHIN}{{1,40}}?,)? {WHO}",
    )
    yield "talk_saw", 3, rf"{talk} (?:saw|had|brought){FILLER} {WHO}"
    # "§ explained x in his talk"
    yield (
        "in_talk",
        3,
        rf"{WHO}{BETWEEN}\b(?:{words.tells})\b{WITHIN}{{0,80}}? (?:in|during|with) "
        rf"(?:his|her|their|a|an|the) (?:[\w-]+ ){{0,2}}{talk}",
    )
    # "In his first talk (¶), §"; who "he" is, the sentences before say
    yield (
        "his_talk",
        3,
        rf"\b(?:in|during) (?:his|her|their) (?:[\w-]+ ){{0,2}}{talk}"
        rf"(?: \(?{TITLE}\)?)?(?:[^.§]{{0,60}}?{WHO})?",
    )
    # ", and § about x"
    yield (
        "also_about",
        3,
        rf"{WHO}(?:(?<=[,;] .)|(?<=\band .)|(?<=\bthen .)|(?<=\bwhile .)|(?<=\bwhereas .))"
        r"(?: gave one| did so)? (?:on|about|sobre|[uü]ber|[aà] propos de)\b",
    )
    # "an understandable practice made by §"
    yield (
        "made_by",
        2,
        r"\b(?:made|held|provided|presented|given|taught|led|hosted|run)\b"
        rf"{WITHIN}{{0,60}}? by{WITHIN}{{0,20}}?{WHO}",
    )
    # "¶ with §"
    yield "title_with", 2, rf"{WHAT},? (?:with|from) {WHO}"
    # "the session was called ¶", "the first one was labelled ¶"
    yield (
        "called",
        2,
        rf"(?:{talk}|\bones?\b){WITHIN}{{0,60}}?\b(?:{words.called}) (?:was |of )?{WHAT}",
    )
    # "the topic was ¶", "their title: ¶"
    yield (
        "topic_was",
        2,
        rf"\b(?:the|its|his|her|their) (?:topic|title|theme|motion)(?: was| is|:) {WHAT}",
    )
    # "I went to the ¶", "I started the day with ¶"
    yield (
        "attended_title",
        2,
        rf"\b(?:{words.attended}|start(?:ed)? (?:the|my) {OCCASION}(?: off)? with|went on to"
        rf"|moved on to)\b{WITHIN}{{0,60}}?{WHAT}",
    )
    # "the presenter, §", "speaker §"
    yield "presenter", 2, rf"\b(?:presenters?|speakers?|disertantes?|palestrantes?),? {WHO}"
    # "The talk ¶", "the talk I saw (twice) was ¶", "la charla que vi fue ¶"
    yield (
        "talk_title",
        2,
        rf"{talk},?:? (?:(?:on|of|about|was|is|were|the|a|his|her|called|fue|foi|era|que|las?|en"
        r"|los?"
        rf"|\([^()§¶]{{1,20}}\)|for me|i|{words.attended}) ){{0,6}}{WHAT}",
    )
    # "To close this session, §"
    yield (
        "closes",
        2,
        rf"\b(?:clos\w*|end\w*|finish\w*) (?:this|the|that) (?:{words.talk}),? {WHO}",
    )
    # "¶, ¶ and ¶.", after a sentence about talks
    yield "titles_alone", 2, rf"^{WHAT}(?:,? (?:and |then )?{TITLE})+[.!]?$"
    # "¶ was next", "¶ – §."
    yield (
        "title_next",
        2,
        rf"^(?:and |then )?{WHAT},? (?:was|came|is) (?:up )?(?:next|first|last)\b",
    )
    yield "title_dash", 3, rf"^{WHAT} ?[-–—:|,] ?{WHO}[.!]?$"
    # "§ ¶", "§ and § on ¶"
    yield "bare", 2, rf"^{WHO}(?: on| about)?:? {WHAT}"
    yield "with_title", 2, rf"{WHO},? with (?:the |a talk |her |his |their )?{WHAT}"
    # "§ explained", "§ made"
    yield "tells", 1, rf"{WHO}{BETWEEN}\b(?:{words.tells})\b{TO_OTHERS}"
    yield "acts", 1, rf"{WHO},?(?: {WITHIN}{{0,30}}?)? ?\b(?:{words.acts})\b"
    # "I attended a session on x"
    yield (
        "attended_talk",
        2,
        rf"\b(?:{words.attended}|there was|went (?:in)?to|spent {WITHIN}{{0,30}} in|over to"
        r"|after)\b"
        rf"{WITHIN}{{0,30}}? (?:a|an|the|another|this) (?:[\w-]+ ){{0,3}}?{ONE_TALK}"
        rf"(?: (?:by|from|of) {WITHIN}{{1,40}}?)?(?= (?:on|about|called|regarding)\b)",
    )
    # ", a talk on x", after another talk of the sentence
    yield (
        "also_talk",
        2,
        rf"(?:,|\band) (?:an?|another) (?:[\w-]+ ){{0,3}}?{ONE_TALK}(?= (?:on|about)\b)",
    )
    # "The keynote on day two was about", "There were lightning talks"
    described = r"(?:(?!even|some|many|no|also|only)[\w-]+ ){0,2}?"
    of = f"{words.about}|{words.by}"
    panel_of = rf"(?: (?:discussion|session))?(?=(?: \w+){{0,2}} (?:{of})\b|[.,;:]|$)"
    kind = (
        rf"(?P<said>{described}(?:(?:{words.keynote})|(?:{words.lightning})(?: talks?| sessions?)?"
        rf"|(?:{words.panel}){panel_of}))\b"
    )
    yield (
        "kind_told",
        3,
        rf"^(?:[\w' ]{{2,30}}, )?(?:the|a|an|der|die|das|la|el|le|o|a) {kind}"
        rf"(?: (?:on|of|for) (?:the )?(?:\w+ )?day(?: \w+)?)? (?:{words.went})\b",
    )
    yield (
        "kind_held",
        2,
        rf"\b(?:{words.took_place}) (?:(?:an?|the|another|our|eine?n?|die|una?|unas|la|les|des"
        rf"|uma?|umas|as|os) )?{kind}",
    )
    # "My second session was about x", "the last talk of the day covered x"
    yield (
        "ordered_talk",
        2,
        rf"\b{ORDER} (?:[\w-]+ ){{0,2}}?{ONE_TALK}\b{WITHIN}{{0,40}}?\b"
        r"(?:(?:was|is)(?: all| mostly)?(?= (?:about|on|how)\b)|covered|dealt with"
        r"|focus+ed(?= on\b)|looked at|discussed)",
    )
