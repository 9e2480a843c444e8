"""The signal words of Spanish."""

from .table import Words

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
