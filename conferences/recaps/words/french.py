"""The signal words of French."""

from .table import Words

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
