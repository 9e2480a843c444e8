"""The signal words of French."""

from .table import Words

FRENCH = Words(
    talk=r"conf(?:[eé]rence)?s?|pr[eé]sentations?|ateliers?|retour d.exp[eé]rience|pl[eé]ni[eè]re"
    r"|sessions?|interventions?|table ronde|expos[eé]s?|tutoriels?|keynotes?",
    presents=r"a ouvert|a conclu|a cl[oô]tur[eé]|a fait une (?:pr[eé]sentation|d[eé]mo"
    r"|conf[eé]rence)"
    r"|est venue? (?:nous )?(?:parler|pr[eé]senter|montrer)"
    r"|a (?:ensuite|aussi|[eé]galement|enfin) (?:parl|pr[eé]sent|montr|expliqu)[eé]|a parl[eé]"
    r"|a pr[eé]sent[eé]|nous a pr[eé]sent[eé]|a donn[eé]|ont pr[eé]sent[eé]"
    r"|a anim[eé]|ont anim[eé]|est intervenue?|a propos[eé]|ont parl[eé]|nous a parl[eé]"
    r"|ont donn[eé]",
    tells=r"a montr[eé]|a expliqu[eé]|nous a racont[eé]|a racont[eé]|ont montr[eé]|ont expliqu[eé]"
    r"|a d[eé]montr[eé]|a comment[eé]|a compar[eé]|est revenue? sur|a partag[eé]|a abord[eé]"
    r"|a d[eé]taill[eé]|a d[eé]crit",
    by=r"par|de|d.|pr[eé]sent[eé]e? par|avec",
    about=r"sur|au sujet de|[aà] propos de|parl[eé] (?:de|du|des|d['’])|pr[eé]sent[eé]|comment"
    r"|pourquoi|autour de",
    called=r"intitul[eé]e?|appel[eé]e?|nomm[eé]e?|sous le titre",
    at=r"de chez|de|du|chez|d",
    joins=r"et",
    attended=r"assist[eé]|participer|vu|suivi|[eé]cout[eé]|suis all[eé]e?|assistais",
    missed=r"rat[eé]|manqu[eé]|pas pu|pas assist[eé]|pas vu|aurais aim[eé]|loup[eé]e?|annul[eé]e?",
    not_chosen=r"au lieu de|plut[oô]t que|[aà] la place de",
    between=r"(?:choisir|choix|h[eé]sit\w+) entre",
    former_latter=r"premi(?:er|[eè]re) (?:second|derni(?:er|[eè]re))e?",
    took_place=r"il y (?:a|avait|a eu|eut)|(?:commenc|d[eé]but|termin)\w+ (?:par|avec)"
    r"|suivie?s? (?:par|de|d)",
    went=r"[eé]tait|fut|a [eé]t[eé]|portait|a commenc[eé]",
    own_talk=r"j['’]ai (?:[\w-]+ ){0,2}?(?:donn[eé]|pr[eé]sent[eé]|anim[eé]|fait) (?:une?|ma|mon)"
    r" (?:conf[eé]rence|pr[eé]sentation|talk|atelier)\b"
    r"|m(?:a|on) (?:propre )?(?:conf[eé]rence|pr[eé]sentation|talk|atelier)\b(?=,? ?(?:¶|sur\b))",
    day=r"jour(?:n[eé]e)?",
    numbers=r"un|deux|trois|quatre|cinq|six|sept",
    ordinals=r"premier|deuxi[eè]me|troisi[eè]me|quatri[eè]me|cinqui[eè]me|sixi[eè]me|septi[eè]me",
    times=r"(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|matin(?:[eé]e)?|apr[eè]s-midi"
    r"|soir(?:[eé]e)?"
    r"|nuit",
    no_talk=r"conclusion|repas|voyage|organisation|bilan|la question|les projets|des outils"
    r"|de bonnes id[eé]es|une rencontre.*|conclusions|d[eé]jeuner|d[iî]ner|pause|soir[eé]e"
    r"|remerciements|photos|liens|lieu|r[eé]sum[eé]|nouveaut[eé]s|annonces|quoi de neuf"
    r"|h[eé]bergement|les rencontres|ap[eé]ro",
    missed_heading=r"(?:(?:les conf[eé]rences|ce) que j.ai |les |conf[eé]rences )?"
    r"(?:rat[eé]e?s?|manqu[eé]e?s?|loup[eé]e?s?|pas vu(?:es?)?)",
    grammar=r"le|la|les|un|une|des|du|de|au|aux|en|dans|sur|par|pour|avec|sans|et|ou|mais|si|que"
    r"|qui|comme|quand|puis|ensuite|enfin|il|elle|nous|vous|je|ce|cette|cela|après|lors|merci|on"
    r"|plusieurs|cependant|l|d|n|s|c|j|qu|ils|elles|leur|leurs|son|sa|ses|mon|ma|mes|notre|nos"
    r"|votre|ces|cet|ceci|celui|celle|est|sont|était|étaient|fut|a|ont|avait|y|où|dont|quoi|quel"
    r"|quelle|pourquoi|comment|aussi|donc|car|ni|ne|pas|plus|moins|très|tout|toute|tous|toutes"
    r"|autre|autres|chaque|même|premier|première|deuxième|second|seconde|troisième|dernier|dernière"
    r"|jour|journée|aujourd|hier|demain|matin|après-midi|soir|lundi|mardi|mercredi|jeudi|vendredi"
    r"|samedi|dimanche|avant|pendant|entre|jusqu|depuis|chez|vers|voici|voilà|animé|animée|présenté"
    r"|présentée|conférence|présentation|atelier|table|bilan|bravo|janvier|février|mars|avril|mai"
    r"|juin|juillet|août|septembre|octobre|novembre|décembre|hélas|bref|dommage|quelques",
    announces=r"annonc(?:[eé]e?s?|ent|ant|aient|ait)|(?:a|ont) [eé]t[eé] (?:annonc|publi|lanc"
    r"|lib[eé]r|d[eé]voil|ouvert)[eé]?e?s?|(?:vient|viennent) (?:tout juste )?de (?:sortir"
    r"|para[iî]tre|publier|lancer|lib[eé]rer)|(?:a|ont) (?:sorti|lanc[eé]|d[eé]voil[eé]"
    r"|publi[eé]) (?:la|le|les|une?|leur|sa|son)|(?:est|sont) (?:enfin|d[eé]sormais|maintenant"
    r"|officiellement) (?:disponibles?|sorti(?:e|es|s)?|stables?|libres?|open[- ]source|en ligne)"
    r"|est sortie?|(?:d[eé]sormais|enfin) disponibles?|(?:supporte|prend en charge"
    r"|g[eè]re) (?:d[eé]sormais|maintenant)|(?:la|l.) ?(?:grande|grosse|principale) (?:annonce"
    r"|nouveaut[eé])",
    comes=r"ser(?:a|ont) (?:bient[oô]t |ensuite )?(?:publi|lanc|lib[eé]r|annonc|organis"
    r"|livr)[eé]e?s?|ser(?:a|ont) (?:bient[oô]t )?disponibles?|sortir(?:a|ont)|arriver(?:a|ont)"
    r"|(?:est|sont) (?:pr[eé]vu|planifi[eé])e?s?|aura lieu|se (?:tiendra|d[eé]roulera)"
    r"|bient[oô]t disponibles?|(?:pr[eé]voi(?:t|ent)|compte(?:nt)?|envisage(?:nt)?) (?:de "
    r"|d.)?(?:sortir|publier|lancer|ajouter|supporter|lib[eé]rer)|(?:pour"
    r"|dans) la prochaine version|la prochaine (?:version|[eé]dition)(?: \w+){0,3} (?:sera|aura"
    r"|apportera|se)|sur la (?:feuille de route|roadmap)",
    arrives=r"sort|sortent|arrive|arrivent|commence|ouvre|d[eé]marre|passe|sera|seront|devrait",
    later=r"(?:en|le|d[eè]s|avant|pour|[aà]|au|d.ici|d[eé]but|fin) (?:(?:la|le|fin|d[eé]but|mois|de"
    r"|du|prochain|\d+(?:er)?) ){0,3}(?:janvier|f[eé]vrier|mars|avril|mai|juin|juillet|ao[uû]t"
    r"|septembre|octobre|novembre|d[eé]cembre|printemps|[eé]t[eé]|automne|hiver|No[eë]l|T[1-4])"
    r"|(?:l.ann[eé]e|l.an|le mois|la semaine) prochaine?",
    perhaps_news=r"(?:a|propose|permet|inclut|offre) (?:d[eé]sormais|maintenant)|est disponible",
    planned=r"ser(?:a|ont)|sortir(?:a|ont)|arriver(?:a|ont)|aura|auront|pr[eé]vue?s?|prochaine?s?"
    r"|bient[oô]t|feuille de route|roadmap|se tiendra|va|vont|[aà] venir",
    preview=r"b[eê]ta|exp[eé]rimenta(?:l|le|ux|les)|aper[cç]u|pr[eé]version",
    no_news=r"vid[eé]os?|photos?|slides|supports|conf[eé]rences?|tombola|repas|d[iî]ner|soir[eé]e",
    we=r"je|j.ai|nous|on|vous",
    are=r"est|sont|[eé]tait|sera|seront|ont|a|[eé]t[eé]|bient[oô]t|d[eé]j[aà]|aussi|toutes|tous",
    formerly=r"quand|lorsque|avant|depuis que|apr[eè]s|jusqu.[aà]|si|l.an dernier"
    r"|l.ann[eé]e derni[eè]re|pas|jamais",
    news_list=r"nouveaut[eé]s|annonces|actualit[eé]s|annonc[eé]e?s?|quoi de neuf"
    r"|nouvelles (?:fonctionnalit[eé]s|fonctions|versions)|dans la version \d|temps forts"
    r"|points forts",
    preview_list=r"en b[eê]ta|exp[eé]rimentales",
    planned_list=r"[aà] venir|prochaines? (?:[eé]tapes|versions?|[eé]v[eé]nements)"
    r"|feuille de route|roadmap|pr[eé]vues?|pr[eé]vus|ce qui arrive",
    other_list=r"conf[eé]rences|pr[eé]sentations|conseils|questions|raisons|le[cç]ons|[eé]tapes"
    r"|exemples?|probl[eè]mes",
    news_heading=r"(?:(?:les|autres|des) )*(?:nouveaut[eé]s|annonces|actualit[eé]s|sorties)",
    news_talk=r"nouveaut[eé]s|quoi de neuf|feuille de route|roadmap|actualit[eé]s",
    of=r"de|du|d['’]|par|avec",
    given_by=r"par|de|d['’]|avec|anim[eé]e?s? par|pr[eé]sent[eé]e?s? par|donn[eé]e?s? par",
    verb_first=r"parlait|intervenait|c.[eé]tait au tour d[e'’]|place [aà]",
    gives=r"(?:a|ont|nous a|nous ont) (?:ensuite )?(?:pr[eé]sent[eé]|donn[eé]|anim[eé]|propos[eé])"
    r"|pr[eé]sente|donnait|pr[eé]sentait",
    opens=r"a commenc[eé]|a d[eé]but[eé]|ouverte?|(?:a|ont) encha[iî]n[eé]|suivie?|a continu[eé]"
    r"|termin[eé]e?|c.est|c.[eé]tait|au tour",
    lightning=r"[eé]clair",
    keynote=r"pl[eé]ni[eè]re|conf[eé]rence d.ouverture",
    workshop=r"ateliers?",
    panel=r"table ronde|d[eé]bat",
    demo=r"d[eé]monstration",
    social=r"f[eê]te|repas|d[iî]ner|d[eé]jeuner|caf[eé]|pause|soir[eé]e|voyage|sponsors|bilan"
    r"|conclusion|remerciements|ap[eé]ro",
    telltale=r"les|des|une|est|pour|dans|nous|qui",
    closing=r"pour (?:finir|conclure|terminer|clore)|au final|en (?:r[eé]sum[eé]|conclusion)|merci"
    r"|un grand merci",
    months=r"janvier janv|février fevrier févr fév|mars|avril avr|mai|juin|juillet juil|août aout"
    r"|septembre sept|octobre oct|novembre nov|décembre decembre déc",
    news_stems=r"annon|publi|lance|lancé|libér|liber|dévoi|devoi|ouver|vient|vienn|sorti|dispo"
    r"|désor|desor|maint|enfin|offic|suppo|prend|gère|gere|grand|gross|princ|sera|seron|arriv|prévu"
    r"|prevu|plani|aura|tiend|dérou|derou|bient|prévo|prevo|compt|envis|proch|feuil|roadm",
)
