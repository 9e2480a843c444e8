"""The signal words of German."""

from .table import Words

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
