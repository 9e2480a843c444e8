"""What the word before a term says of it, and the word after: tables, one row a sign."""

_BEFORE = {
    "about": "about on regarding covering into sobre über sur",
    "using": "using use uses used with via through in usando mit avec",
    "a firm": "at from by",
}
_AFTER = {
    "a thing": "framework library libraries project tool tools plugin plugins extension extensions"
    " language protocol api apis driver module modules engine platform pattern patterns server"
    " servers database databases compiler app apps application applications cluster clusters"
    " container containers integration code template templates operator client backend users"
    " community support",
    "does": "is are was has does provides supports allows can lets makes will uses works offers"
    " gives which",
    "acts": "talked spoke gave presented said says told showed shows talks explained asked went"
    " started began discussed demoed demonstrated described mentioned shared introduced who",
    "people": "founder founders ceo cto engineer engineers team gmbh inc ltd ag employee employees"
    " guys folks people booth office",
}
_ARTICLES = "the a an our their how el la los die das le les"

BEFORE = {word: sign for sign, words in _BEFORE.items() for word in words.split()}
AFTER = {word: sign for sign, words in _AFTER.items() for word in words.split()}
ARTICLES = frozenset(_ARTICLES.split())
