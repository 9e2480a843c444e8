"""The signal words of each language: one table a language, the same columns in all.

A column is an alternation for a pattern, its parts plain words or small patterns. Posts mix
languages, so each language reads with English behind it. English is complete; to add to
another language is to add words to its row.
"""

from collections import Counter
from dataclasses import dataclass, fields
from functools import lru_cache


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Alternations, without brackets around them."""

    talk: str = ""
    """What a session is called: "talk", "keynote"."""
    presents: str = ""
    """What only someone who gives a session does: "talked", "gave a presentation"."""
    tells: str = ""
    """What a speaker does, but others too: "showed", "explained"."""
    by: str = ""
    """Stands between a session and its speaker: "by", "from"."""
    about: str = ""
    """Stands between a session and its subject: "about", "on"."""
    called: str = ""
    """Stands before a title: "called", "titled"."""
    joins: str = ""
    """Joins two speakers: "and"."""
    attended: str = ""
    """What the author did at a session: "attended", "watched"."""
    missed: str = ""
    """Says that the author was not there, or not yet."""
    day: str = ""
    ordinals: str = ""
    """First to seventh, in order, parted by `|`."""
    no_talk: str = ""
    """In a heading: what is no session. "lunch", "summary"."""
    capitalises: bool = False
    """Whether every noun has a capital, so that a capital proves no name."""
    grammar: str = ""
    """Small words: articles, pronouns, adverbs; plain words."""
    common: str = ""
    """Capitalised at the start of a sentence or in a title, but in no one's name; plain words."""


ENGLISH = Words(
    talk=r"talks?|sessions?|keynotes?|presentations?|workshops?|tutorials?|panels?|demos?"
    r"|lectures?|chats?(?! with)|speech|plenary|trainings?|unsession|q ?(?:&|and) ?a|fireside chat"
    r"|opening|closing",
    presents=r"talked|talks about|spoke|speaks|presented|presents|presenting|gave|gives|delivered"
    r"|delivers|held|keynoted|lectured|took the stage|performed|was up|took over"
    r"|kicked off|opened the|closed the|opened up|talking|speaking|went on stage"
    r"|started (?:off|by|with|out)|was comparing|(?:told|made|walked|took|showed|introduced"
    r"|reminded|assured|taught|gave) us|was next|was first|was the (?:\w+ )?keynote",
    tells=r"showed|shows|showcased|explained|explains|told|tells|discussed|discusses"
    r"|demoe?d|demonstrated|demonstrates|introduced|introduces|described|describes|walked|covered"
    r"|covers|shared|shares|sharing|outlined|argued|reminded|taught|led|leads|hosted|did|made"
    r"|provided|continued|went|jumped|came|started|explored|announced|talk about|unveiled"
    r"|tell|discuss|dived|had (?:some|a)|immediately|offered|reviewed|convinced|focused",
    by=r"by|from|of|with|featuring|presenters?|speakers?",
    about=r"about|on|regarding|concerning|covering|around|into|where|how|how to|why|of|entitled",
    called=r"called|titled|entitled|named|labell?ed|topic was|session was|talk was",
    joins=r"and|&|plus|as well as|along with|together with",
    attended=r"attended|watched|saw|went to|sat in on|checked out|joined|caught|listened to"
    r"|listening to|visited|enjoyed|pivoted|headed|dropped into|attend|see|watch|check out|catch",
    missed=r"missed|miss|skipped|couldn.t attend|could not attend|didn.t attend|unable to attend"
    r"|didn.t (?:see|get to|make)|wasn.t able|sad to|wish|wanted to|will be giving|last year"
    r"|replay of|tomorrow",
    day=r"day",
    ordinals="first|second|third|fourth|fifth|sixth|seventh",
    no_talk=r"venue|organi[sz]ation|food|part(?:y|ies)|lunch|dinner|brunch|breakfast|breaks?|coffee"
    r"|summary|conclusions?|wrap(?:ping)?[ -]?up|that.s a wrap|closing thoughts|final thoughts"
    r"|thoughts|sponsors?|booths?|expo|travel|trip|hotel|mixers?|meet-?ups?|networking event"
    r"|hallway|reflect(?:ing|ions?)|retrospective|take-?aways|overall|introduction|intro"
    r"|overview|about the (?:conference|event)|the (?:conference|event|talks|people|place|content)"
    r"|talks and speakers|favou?rites?.*|highlights?|upcoming.*|next (?:year|steps)|announcements?"
    r"|surprises|disappointments|fun stuff|the crazy|feedback.*|swag|resources|links|references"
    r"|photos?|pictures|videos?|slides|committee.*|social event|after.?party|award.*|ta da"
    r"|some ideas|the good|the bad|getting there|arrival|registration|see you.*|talks|sessions"
    r"|keynotes and talks|agenda|schedule|what.s next|outro|end of the day.*|bonus|p\.?s\.?",
    grammar=r"beyond|everybody|nobody|a|an|the|this|that|these|those|it|its|he|she|they|we|i|you|his|her|their|my|our|your"
    r"|in|on|at|of|for|to|by|with|from|as|and|or|but|nor|so|if|then|than|when|while|where|who"
    r"|what|which|why|how|after|before|during|since|until|because|although|though|however|also"
    r"|next|later|first|second|third|last|finally|now|today|yesterday|tomorrow|day|days|here"
    r"|there|both|all|any|some|many|most|more|much|few|other|another|each|every|no|not|only"
    r"|just|even|still|again|too|very|really|quite|overall|best|great|good|new|big|hot|open"
    r""
    r"|is|are|was|were|be|been|has|have|had|do|does|did|can|could|will|would|should|may|might"
    r"|must|let|lets|get|make|made|using|use|used|building|build|built|creating|writing|running"
    r"|making|managing|understanding|working|moving|going|getting|introducing|thinking|scaling"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april"
    r"|june|july|august|september|october|november|december|professor|prof|dr|mr|mrs|ms|sir"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirty|thanks|thank|hello"
    r"|hi|hey|yes|well|like|up|down|off|out|over|under|into|about|around|between|without|within"
    r"|everything|something|nothing|everyone|someone|people|user|users|customer|customers|world"
    r"|check|come|came|came|see|look|read|watch|found|based|related|key|main|top|high|low|long",
    common=r"talk|talks|session|sessions|keynote|keynotes|presentation|workshop|tutorial|panel|demo"
    r"|conference|conf|summit|meetup|event|events|speaker|speakers|presenter|presenters|slides|video"
    r"|videos|notes|recap|review|summary|report|blog|post|posts|link|links|photo|image"
    r"|source|code|software|hardware|web|internet|online|cloud|data|server|client|service"
    r"|services|system|systems|platform|tool|tools|toolkit|library|framework|api|apis|app|apps"
    r"|application|applications|project|projects|program|programming|language|languages|design"
    r"|development|developer|developers|engineer|engineering|engine|team|teams|community|company"
    r"|enterprise|business|product|products|security|network|networks|networking|testing|test"
    r"|tests|performance|architecture|infrastructure|machine|learning|deep|artificial"
    r"|intelligence|science|research|technology|technologies|computer|computing|mobile|digital"
    r"|storage|memory|database|databases|content|trust|driven|functional|reactive|continuous"
    r"|integration|delivery|deployment|production|lightning|general|special|introduction|intro"
    r"|guide|part|chapter|version|release|beta|preview|update|updates|news|future|state|art"
    r"|history|story|year|years|week|month|morning|afternoon|evening|night|lunch|dinner|party"
    r"|ceo|cto|cio|vp|founder|co-founder|director|manager|lead|author|creator|maintainer|host"
    r"|university|institute|foundation|society|group|inc|ltd|llc|corp|gmbh|labs|lab|studio"
    r"|america|europe|american|european|english|german|french|spanish"
    r"|real|time|life|back|end|front|full|stack|things|thing|way|ways|lessons|practices"
    r"|short|room|track|center|centre|hotel|city|airport|restaurant|pub|bar"
    r"|museum",
)

SPANISH = Words(
    talk=r"charlas?|ponencias?|plenarias?|talleres|taller|sesi[oó]n|sesiones|conferencias?|panel",
    presents=r"habl[oó]|present[oó]|dio|dieron|expuso|mostraron|comenz[oó] hablando"
    r"|estuvo dada por",
    tells=r"mostr[oó]|explic[oó]|cont[oó]|nos cont[oó]|coment[oó]",
    by=r"por|de|a cargo de|dada por|con",
    about=r"sobre|acerca de|de",
    called=r"llamada|titulada|fue",
    joins=r"y|e",
    attended=r"asist[ií]|estuve en|vi",
    missed=r"no pude|me perd[ií]",
    day=r"d[ií]a",
    ordinals="primer|segundo|tercer|cuarto|quinto|sexto|s[eé]ptimo",
    no_talk=r"resumen|comida|fiesta|conclusi[oó]n|conclusiones|viaje|cierre|organizaci[oó]n",
    grammar=r"el|la|los|las|un|una|en|de|del|por|para|con|sin|sobre|y|o|si|que|como|cuando|luego"
    r"|finalmente|primero|segunda|tercera|quinta|charla|panel|plenaria|además|gracias|ahora",
)
PORTUGUESE = Words(
    talk=r"palestras?|apresenta[cç][aã]o|apresenta[cç][oõ]es|oficinas?|painel|mesa redonda",
    presents=r"falou|palestrou|apresentou|deu",
    tells=r"mostrou|explicou|contou",
    by=r"d[oae]|dos|das|por|com|foi d[oae](?: amigo)?",
    about=r"sobre|acerca",
    called=r"chamada|intitulada",
    joins=r"e",
    attended=r"assisti|fui",
    missed=r"perdi|n[aã]o consegui",
    day=r"dia",
    ordinals="primeiro|segundo|terceiro|quarto|quinto|sexto|s[eé]timo",
    no_talk=r"resumo|comida|festa|viagem|conclus[aã]o|b[oô]nus|organiza[cç][aã]o|encerramento",
    grammar=r"o|a|os|as|um|uma|em|no|na|do|da|de|por|para|com|sem|sobre|e|ou|se|que|como|quando"
    r"|depois|então|ele|ela|não|mais|muito|bom|pronto|palestra|outro|segundo|voltando",
)
GERMAN = Words(
    capitalises=True,
    talk=r"vortrag|vortr[aä]ge|vortrags|workshop|keynote|podiumsdiskussion",
    presents=r"sprach|referierte|hielt|pr[aä]sentierte",
    tells=r"zeigte|erkl[aä]rte|erz[aä]hlte|stellte",
    by=r"von|mit",
    about=r"[uü]ber|zu|zum|zur",
    called=r"namens|mit dem titel",
    joins=r"und",
    attended=r"besucht|gesehen|angeschaut",
    missed=r"verpasst|leider nicht|ausgefallen",
    day=r"tag",
    ordinals="erster|zweiter|dritter|vierter|f[uü]nfter|sechster|siebter",
    no_talk=r"fazit|zusammenfassung|essen|anreise|abreise|party|pause|mittag\w*|social event",
    grammar=r"der|die|das|ein|eine|einen|einem|im|in|am|an|auf|von|zu|zum|mit|ohne|und|oder|aber"
    r"|wenn|dann|danach|hier|es|er|sie|ich|wir|vortrag|freitag|samstag|sonntag|montag|dienstag|fand|war|ist|hat|ja|nein|durch|einen|dieser"
    r"|mittwoch|donnerstag|nach|vor|bei|für|fur|nochmal|alles|herr|frau|als|auch|sehr",
)
FRENCH = Words(
    talk=r"conf(?:[eé]rence)?s?|pr[eé]sentations?|ateliers?|retour d.exp[eé]rience|pl[eé]ni[eè]re",
    presents=r"a parl[eé]|a pr[eé]sent[eé]|nous a pr[eé]sent[eé]|a donn[eé]",
    tells=r"a montr[eé]|a expliqu[eé]|nous a racont[eé]|a racont[eé]",
    by=r"par|de|d.|pr[eé]sent[eé]e? par|avec",
    about=r"sur|de|au sujet de",
    called=r"intitul[eé]e?|appel[eé]e?",
    joins=r"et",
    attended=r"assist[eé]|participer|vu",
    missed=r"rat[eé]|manqu[eé]",
    day=r"jour",
    ordinals="premier|deuxi[eè]me|troisi[eè]me|quatri[eè]me|cinqui[eè]me|sixi[eè]me|septi[eè]me",
    no_talk=r"conclusion|repas|voyage|organisation|bilan|la question|les projets|des outils"
    r"|de bonnes id[eé]es|une rencontre.*",
    grammar=r"le|la|les|un|une|des|du|de|au|aux|en|dans|sur|par|pour|avec|sans|et|ou|mais|si|que"
    r"|qui|comme|quand|puis|ensuite|enfin|il|elle|nous|vous|je|ce|cette|cela|après|lors"
    r"|merci|on|pour|plusieurs|cependant",
)
LANGUAGES = {"en": ENGLISH, "es": SPANISH, "pt": PORTUGUESE, "de": GERMAN, "fr": FRENCH}

# Words that few texts of another language hold.
TELLTALE = {
    "es": frozenset(["que", "los", "las", "una", "para", "con", "por", "del"]),
    "pt": frozenset(["que", "não", "uma", "para", "com", "foi", "muito", "dos"]),
    "de": frozenset(["und", "der", "die", "das", "ist", "nicht", "mit", "ein"]),
    "fr": frozenset(["les", "des", "une", "est", "pour", "dans", "nous", "qui"]),
    "en": frozenset(["the", "and", "was", "with", "that", "for", "this", "of"]),
}


@lru_cache(maxsize=16)
def small_words(words: Words) -> frozenset[str]:
    """The column `grammar`."""
    return frozenset(words.grammar.split("|"))


@lru_cache(maxsize=16)
def common_words(words: Words) -> frozenset[str]:
    """The columns `grammar` and `common`."""
    return small_words(words) | frozenset(words.common.split("|"))


@lru_cache(maxsize=16)
def words_of(language: str) -> Words:
    """The words of a language ("pt-BR" is "pt"), English behind its own."""
    own = LANGUAGES.get(language[:2].casefold(), ENGLISH)
    if own is ENGLISH:
        return ENGLISH
    joined = {
        column.name: f"{getattr(own, column.name)}|{getattr(ENGLISH, column.name)}"
        for column in fields(Words)
        if column.name not in ("ordinals", "capitalises")  # of the language alone
    }
    return Words(**joined, ordinals=own.ordinals, capitalises=own.capitalises)


def language_of(text: str) -> str:
    """The language whose commonest words are most frequent; English where none are.

    >>> language_of("Der Vortrag war gut und die Party ist nicht das Ende")
    'de'
    """
    words = Counter(text[:6000].casefold().split())
    counts = {
        language: sum(words[word] for word in telltale) for language, telltale in TELLTALE.items()
    }
    return max(counts, key=lambda language: (counts[language], language == "en"))
