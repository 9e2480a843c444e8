"""The signal words of Portuguese."""

from .table import Words

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
