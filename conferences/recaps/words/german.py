"""The signal words of German."""

from .table import Words

GERMAN = Words(
    talk=r"vortrag|vortr[aä]ge|vortrags|workshop|keynote|podiumsdiskussion|sitzungen?|referate?"
    r"|beitrag|beitr[aä]ge|kurzvortr[aä]ge?|er[oö]ffnungsvortrag|abschlussvortrag|diskussionsrunde"
    r"|schulung",
    presents=r"er[oö]ffnete|schloss|gab eine[n]? (?:\w+ )?(?:[uüUÜ]berblick|[eE]inf[uü]hrung"
    r"|[eE]inblick)"
    r"|sprach|referierte|hielt|pr[aä]sentierte|(?:hat|haben) (?:\w+ ){0,6}(?:gesprochen"
    r"|vorgetragen|pr[aä]sentiert)|sprachen|hielten|pr[aä]sentierten|referierten|trug vor"
    r"|trugen vor",
    tells=r"zeigte|erkl[aä]rte|erz[aä]hlte|stellte|zeigten|erkl[aä]rten|erz[aä]hlten|stellten"
    r"|beschrieb|demonstrierte|erl[aä]uterte|berichtete|verglich|f[uü]hrte",
    by=r"von|mit",
    about=r"[uü]ber|zu|zum|zur|zum thema|wie|warum|rund um|pr[aä]sentierte",
    called=r"namens|mit dem titel|unter dem titel|hie[sß]+|betitelt",
    at=r"von|vom|bei|der",
    joins=r"und",
    attended=r"besucht|gesehen|angeschaut|besuchte|h[oö]rte|sah ich|war ich (?:in|bei|im)|ging ich",
    missed=r"verpasst|leider nicht|ausgefallen|verpasste|nicht geschafft|nicht gesehen"
    r"|h[aä]tte ich gerne?|entfiel|fiel aus|nicht besuchen|nicht besucht",
    not_chosen=r"statt|anstatt|anstelle von|anstelle de[sr]",
    between=r"(?:entscheiden|entscheidung|wahl|w[aä]hlen|hin- und hergerissen|schwankte) zwischen",
    former_latter=r"erstere\w* letztere\w*",
    took_place=r"gab es|folgten?|begann\w* mit|endete\w* mit|startete\w* mit",
    went=r"war|waren|ist|begann|handelte|drehte",
    own_talk=r"(?:habe ich|ich habe)\b[^.;]{0,40}\b(?:vortrag|talk"
    r"|workshop)\b(?=[^.;]{0,60}\bgehalten)"
    r"|(?:hielt ich|ich hielt)\b[^.;]{0,40}\b(?:vortrag|talk|workshop)\b"
    r"|mein(?:e|en|em)? (?:eigene[rn]? )?(?:vortrag|talk|workshop)\b(?=,? ?(?:¶|[uü]ber\b|zu))",
    day=r"tag",
    numbers=r"eins|zwei|drei|vier|fünf|sechs|sieben",
    ordinals=r"erste[rnms]?|zweite[rnms]?|dritte[rnms]?|vierte[rnms]?|f[uü]nfte[rnms]?"
    r"|sechste[rnms]?|siebte[rnms]?",
    times=r"(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|(?:vor|nach)mittag|morgen"
    r"|abend|nacht",
    no_talk=r"fazit|zusammenfassung|essen|anreise|abreise|party|pause|mittag\w*|social event"
    r"|mittagspause|kaffeepause|abendveranstaltung|danksagung|links|bilder|fotos|organisation"
    r"|r[uü]ckblick|sonstiges|ausblick|neuigkeiten|ank[uü]ndigungen|verpflegung|unterkunft|hotel",
    capitalises=True,
    missed_heading=r"(?:(?:was|vortr[aä]ge,? die|die vortr[aä]ge,? die) ich )?"
    r"(?:leider )?(?:verpasst(?: habe)?|nicht gesehen(?: habe)?)",
    grammar=r"der|die|das|ein|eine|einen|einem|im|in|am|an|auf|von|zu|zum|mit|ohne|und|oder|aber"
    r"|wenn|dann|danach|hier|es|er|sie|ich|wir|vortrag|freitag|samstag|sonntag|montag|dienstag|fand"
    r"|war|ist|hat|ja|nein|durch|dieser|mittwoch|donnerstag|nach|vor|bei|für|fur|nochmal|alles|herr"
    r"|frau|als|auch|sehr|des|dem|den|eines|einer|kein|keine|mein|meine|meinem|unser|unsere|sein"
    r"|seine|ihr|ihre|ihrer|ihrem|wie|was|wer|wo|warum|wann|welche|welcher|welches|dieses|diese"
    r"|diesem|jede|jeder|jedes|alle|viele|einige|mehr|nur|noch|schon|immer|wieder|heute|gestern"
    r"|morgen|abend|jetzt|nun|so|da|dort|dabei|damit|dazu|davon|davor|zuvor|zuerst|zunächst"
    r"|anschließend|später|schließlich|außerdem|ebenfalls|leider|insgesamt|zwischen|über|unter|um"
    r"|bis|seit|während|wegen|ob|weil|dass|denn|doch|jedoch|sondern|sowie|man|sich|uns|ihm|ihn"
    r"|ihnen|du|sind|waren|hatte|hatten|haben|wird|werden|wurde|wurden|kann|können|soll|muss|möchte"
    r"|gab|ging|kam|kamen|sprach|zeigte|erzählte|danke|vielen|vorträge|vortrags|workshop|keynote"
    r"|tag|tage|erster|erste|ersten|zweiter|zweite|dritter|dritte|letzter|letzte|nächste|nächster"
    r"|neue|neuer|neues|moderation|moderiert|januar|februar|märz|mai|juni|juli|september|oktober"
    r"|november|dezember",
    announces=r"angek[uü]ndigt|k[uü]ndigten?\b[^.;]{2,80}?\ban|(?:wurde|wurden|hat|haben|ist"
    r"|sind)\b[^.;]{0,60}?\b(?:ver[oö]ffentlicht|freigegeben|erschienen|bekannt ?gegeben"
    r"|quelloffen gemacht)|(?:gab|gaben)\b[^.;]{2,60}?\bbekannt|ver[oö]ffentlichten?|(?:ist"
    r"|sind) (?:jetzt|nun|endlich|ab sofort|seit heute|seit gestern"
    r"|offiziell) (?:\w+ ){0,4}(?:verf[uü]gbar|da|frei|stabil|fertig|open|quelloffen|erh[aä]ltlich"
    r"|drau[sß]en)|ab sofort|unterst[uü]tzt (?:jetzt|nun|ab sofort)|enth[uü]llt(?:e|en)?"
    r"|stellten? (?:\w+ ){0,4}(?:neue[nrs]?|erste[nrs]?) (?:\w+ )?(?:Version|Produkt|Dienst"
    r"|Werkzeug|Release)|gro(?:ß|ss)e (?:Ank[uü]ndigung|Neuigkeit)(?:en)? (?:war|waren|ist)",
    comes=r"(?:wird|werden|soll|sollen)\b[^.;]{0,70}?\b(?:ver[oö]ffentlicht|erscheinen|freigegeben"
    r"|stattfinden|ausgeliefert|verf[uü]gbar|mitbringen|nachgereicht|abgek[uü]ndigt|erh[aä]ltlich)"
    r"|(?:ist|sind|war|waren)\b[^.;,]{0,40}?\b(?:geplant|vorgesehen)|kommt (?:im|in (?:Version )?\d"
    r"|mit Version|n[aä]chste\w*|demn[aä]chst|bald)|erscheint"
    r"|finde[nt]\b[^;!?]{2,60}?\b(?:n[aä]chste[nsmr]? Jahr|20\d\d)|(?:auf|in) der Roadmap"
    r"|[Dd]emn[aä]chst|(?:die|der|das) n[aä]chste (?:Version|Ausgabe|Release) (?:wird|bringt|soll"
    r"|kommt|erscheint)|(?:plant|planen|will|wollen)\b[^.;]{2,60}?\b(?:zu ver[oö]ffentlichen"
    r"|ver[oö]ffentlichen|herauszubringen|herausbringen)|\b(?:19|20)\d\d (?:wird|dauert)",
    arrives=r"erscheint|kommt|kommen|startet|starten|beginnt|[oö]ffnet|wird|werden|soll|sollen",
    later=r"(?:im|bis|ab|zum|anfang|ende|mitte|seit dem) (?:(?:ende|anfang|des|der|den|dem"
    r"|n[aä]chsten|kommenden|\d+\.) ){0,3}(?:Januar|Februar|M[aä]rz|April|Mai|Juni|Juli|August"
    r"|September|Oktober|November|Dezember|Fr[uü]hjahr|Fr[uü]hling|Sommer|Herbst|Winter|Q[1-4]"
    r"|Quartal|Jahr|Jahres|Weihnachten)|n[aä]chste[snm]? (?:Jahr|Woche|Monat)",
    perhaps_news=r"(?:hat|haben|bietet|enth[aä]lt|kann|k[oö]nnen|erlaubt|l[aä]uft|bringt) (?:jetzt"
    r"|nun)",
    planned=r"wird|werden|soll|sollen|geplant|vorgesehen|n[aä]chste\w*|kommt|k[uü]nftig"
    r"|zuk[uü]nftig|demn[aä]chst|bald|Roadmap|plant|planen|erscheint",
    preview=r"beta(?:version|phase)?|experimentell\w*|vorabversion|vorschau",
    no_news=r"videos?|aufzeichnung(?:en)?|folien|fotos|bilder|vortr[aä]ge|vortrag|verlosung|essen",
    we=r"ich|wir|ihr|sie",
    are=r"ist|sind|war|waren|wird|werden|wurde|wurden|soll|sollen|alle|auch|jetzt|bald|schon|noch",
    formerly=r"als|bevor|nachdem|seit|bis|wenn|falls|letztes Jahr|vor \w+ Jahren|nicht|nie|kein\w*",
    news_list=r"neuigkeiten|neuerungen|ank[uü]ndigungen|angek[uü]ndigt|neu (?:in|ist|sind)"
    r"|was ist neu|neue (?:Funktionen|Features|Produkte|Werkzeuge)|in Version \d|Nachrichten"
    r"|h[oö]hepunkte|highlights",
    preview_list=r"in der Beta|experimentelle Funktionen|Beta-Funktionen",
    planned_list=r"was kommt|geplant|roadmap|n[aä]chste (?:Schritte|Versionen|Termine)"
    r"|kommende \w+|ausblick|zukunftspl[aä]ne",
    other_list=r"vortr[aä]ge|tipps|fragen|gr[uü]nde|lektionen|schritte|beispiele?|probleme|regeln",
    news_heading=r"(?:(?:die|weitere|andere|alle) )?(?:neuigkeiten|ank[uü]ndigungen|neuerungen"
    r"|nachrichten)",
    news_talk=r"neuigkeiten|neues (?:in|von|aus)|was ist neu|neuerungen|roadmap",
    of=r"von|vom|mit",
    given_by=r"von|vom|mit|gehalten von|geleitet von|moderiert von",
    verb_first=r"(?:hat|haben)(?=[^.]{0,100}\b(?:gesprochen|vorgetragen|gezeigt|erz[aä]hlt"
    r"|pr[aä]sentiert|vorgestellt|erkl[aä]rt)\b)|sprach(?:en)?|referierten?|hielt(?:en)?"
    r"|zeigten?|erz[aä]hlten?|erkl[aä]rten?"
    r"|pr[aä]sentierten?|demonstrierten?|berichteten?|stellten?|erl[aä]uterten?|f[uü]hrten?",
    gives=r"pr[aä]sentierten?|hielt(?:en)?|sprach(?:en)?|zeigten?|mit (?:seinem|ihrem|seiner|ihrer"
    r"|dem|der|einem|einer)",
    opens=r"war(?=[^.]{0,60}\b(?:an der reihe|dran)\b)|den (?:anfang|auftakt|abschluss) macht\w*"
    r"|(?:es )?folgten?|weiter ging es"
    r"|ging es weiter|begann\w*|er[oö]ffnet\w*|startet\w*|schloss\w*|endet\w*",
    lightning=r"blitzvortr[aä]ge?|kurzvortr[aä]ge?",
    keynote=r"er[oö]ffnungsvortrag|hauptvortrag",
    workshop=r"schulung|kurs",
    panel=r"podiumsdiskussion|diskussionsrunde",
    demo=r"vorf[uü]hrung",
    social=r"pause|essen|mittagessen|abendessen|fr[uü]hst[uü]ck|kaffee|getr[aä]nke|anreise|abreise"
    r"|sponsoren|mittagspause|abendveranstaltung|fazit|zusammenfassung|danksagung",
    telltale=r"und|der|die|das|ist|nicht|mit|ein",
    closing=r"zum (?:schluss|abschluss)|insgesamt|alles in allem|fazit|vielen dank|danke",
    months=r"januar jänner jan|februar feb|märz maerz mrz|april apr|mai|juni jun|juli jul"
    r"|august aug|september sept sep|oktober okt|november nov|dezember dez",
    news_stems=r"angek|kündi|kundi|verof|veröf|freig|ersch|bekan|quell|verfü|verfu|sofor|jetzt|nun"
    r"|endli|offiz|unter|enthü|enthu|stell|große|gross|wird|werde|soll|solle|gepla|vorge|kommt"
    r"|finde|roadm|demnä|demna|nächs|nachs|plant|plane|will|wolle|herau|bald",
)
