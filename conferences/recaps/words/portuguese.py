"""The signal words of Portuguese."""

from .table import Words

PORTUGUESE = Words(
    talk=r"palestras?|apresenta[cç][aã]o|apresenta[cç][oõ]es|oficinas?|painel|mesa redonda"
    r"|sess[aã]o|sess[oõ]es|mini-?cursos?|plen[aá]ria|tutoria(?:l|is)|keynotes?|debate",
    presents=r"abriu|encerrou|fechou|falou|palestrou|apresentou|deu|falaram|apresentaram"
    r"|ministrou|ministraram|deram"
    r"|palestraram",
    tells=r"mostrou|explicou|contou|mostraram|contaram|explicaram|comentou|demonstrou|comparou"
    r"|abordou|descreveu|compartilhou",
    by=r"d[oae]|dos|das|por|com|foi d[oae](?: amigo)?",
    about=r"sobre|acerca d[oae]|falou (?:de|do|da)|falaram d[eoa]|apresentou|como|por que"
    r"|em torno de",
    called=r"chamada|intitulada|intitulado|chamado|com o t[ií]tulo",
    at=r"da|do|de|na",
    joins=r"e",
    attended=r"assisti|fui|assistimos|vi|escutei|acompanhei|participei",
    missed=r"perdi|n[aã]o consegui|n[aã]o pude|n[aã]o vi|n[aã]o assisti|n[aã]o deu para"
    r"|gostaria de ter|cancelada",
    not_chosen=r"em vez d[aeo]|ao inv[eé]s d[aeo]|no lugar d[aeo]",
    between=r"(?:escolher|decidir|escolha|d[uú]vida|dividid[ao]) entre",
    former_latter=r"primeir[oa] (?:segund|[uú]ltim)[oa]",
    took_place=r"houve|teve|(?:come[cç]|termin|encerr)ou com|veio|vieram",
    went=r"foi|era|come[cç]ou|tratou",
    own_talk=r"\b(?:dei|apresentei|ministrei) (?:uma?|minha|meu) (?:palestra|oficina|workshop"
    r"|minicurso)\b|(?:minha|meu) (?:pr[oó]pri[oa] )?(?:palestra|oficina|minicurso)\b"
    r"(?=,? ?(?:¶|sobre\b))",
    day=r"dia",
    numbers=r"um|dois|três|quatro|cinco|seis|sete",
    ordinals=r"primeiro|segundo|terceiro|quarto|quinto|sexto|s[eé]timo",
    times=r"(?:segunda|ter[cç]a|quarta|quinta|sexta)(?:-feira)?|s[aá]bado|domingo|manh[aã]|tarde"
    r"|noite",
    no_talk=r"resumo|comida|festa|viagem|conclus[aã]o|b[oô]nus|organiza[cç][aã]o|encerramento"
    r"|almo[cç]o|jantar|caf[eé]|pausa|fotos|links|agradecimentos|local|novidades|an[uú]ncios"
    r"|patrocinadores|hospedagem|impress[oõ]es|conclus[oõ]es",
    missed_heading=r"(?:(?:as palestras|o) que )?(?:(?:eu )?perdi|n[aã]o (?:consegui ver|vi))",
    grammar=r"o|a|os|as|um|uma|em|no|na|do|da|de|por|para|com|sem|sobre|e|ou|se|que|como|quando"
    r"|depois|então|ele|ela|não|mais|muito|bom|pronto|palestra|outro|segundo|voltando|ao|aos|à|às"
    r"|dos|das|nos|nas|num|numa|pelo|pela|pelos|pelas|seu|sua|seus|suas|meu|minha|este|esta|isto"
    r"|esse|essa|isso|aquele|há|era|foi|foram|é|são|está|estão|também|mas|porque|onde|quem|qual"
    r"|antes|durante|entre|até|desde|todo|toda|todos|todas|outra|outros|outras|cada|mesmo|primeiro"
    r"|primeira|segunda|terceiro|terceira|quarto|quarta|último|última|dia|hoje|ontem|amanhã|tarde"
    r"|noite|manhã|sexta|sábado|participaram|participou|moderado|moderada|apresentado|apresentada"
    r"|falou|falaram|começou|tivemos|teve|vimos|obrigado|painel|oficina|sessão|conferência|encontro"
    r"|resumo|conclusão|janeiro|fevereiro|março|maio|junho|julho|agosto|setembro|outubro|novembro"
    r"|dezembro|eu|nós|eles|elas|já|ainda|quase|aqui|ali|lá|assim|sim",
    announces=r"anunci(?:ou|aram|ad[oa]s?|ando|am)|(?:foi|foram|acaba de ser) (?:lan[cç]ad|liberad"
    r"|publicad|abert)[oa]s?|lan[cç](?:ou|aram)|liber(?:ou|aram)|(?:abriu|abriram) o c[oó]digo"
    r"|acab(?:a|am|ou|aram) de (?:lan[cç]ar|liberar|publicar|sair)|saiu a (?:nova )?vers[aã]o"
    r"|j[aá] est[aáã]o? (?:dispon[ií]ve(?:l|is)|pront[oa]|em produ[cç][aã]o)|(?:agora"
    r"|j[aá]) (?:suporta|[eé] (?:livre|c[oó]digo aberto|open[- ]source))|apresent(?:ou|aram) (?:a|o"
    r"|um|uma) nov[oa] (?:vers[aã]o|produto|servi[cç]o|ferramenta)|grande (?:an[uú]ncio"
    r"|novidade) (?:foi|[eé])",
    comes=r"ser[aá] (?:lan[cç]ad|liberad|publicad|anunciad|realizad)[oa]s?|ser[aã]o (?:lan[cç]ad"
    r"|liberad|publicad|anunciad|realizad)[oa]s?|v(?:ai|[aã]o) (?:lan[cç]ar|liberar|sair|chegar"
    r"|acontecer|ganhar|abrir|ser (?:lan[cç]ad|liberad|publicad)[oa]s?)"
    r"|estar[aáã]o? dispon[ií]ve(?:l|is)|sair[aá]|chegar[aá]|promet(?:e|em|eu|eram) (?:lan[cç]ar"
    r"|liberar|publicar|abrir)|est[aáã]o? (?:previst|planejad)[oa]s?|(?:planejam?"
    r"|pretendem?) (?:lan[cç]ar|liberar|publicar|adicionar|suportar)|em breve|no roadmap"
    r"|pr[oó]xim[oa] (?:edi[cç][aã]o|vers[aã]o|confer[eê]ncia)(?: \w+){0,3} (?:ser[aá]|vai|ter[aá]"
    r"|acontece)",
    arrives=r"sai|chega|chegam|come[cç]a|abre|abrem|ser[aá]|ser[aã]o|estar[aá]|vai|v[aã]o",
    later=r"(?:em|no|at[eé]|para|antes de|a partir de|fim de|final de|in[ií]cio de)"
    r" (?:(?:o|a|dia|\d+|de|m[eê]s|fim|final|in[ií]cio) ){0,3}(?:janeiro|fevereiro|mar[cç]o|abril"
    r"|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro|primavera|ver[aã]o|outono"
    r"|inverno|Natal)|(?:no|o) (?:ano|m[eê]s) que vem|no pr[oó]ximo (?:ano|m[eê]s)",
    perhaps_news=r"agora (?:tem|permite|inclui|oferece|pode)|vem com|vir[aá] com",
    planned=r"ser[aá]|ser[aã]o|estar[aá]|ter[aá]|sair[aá]|vai|v[aã]o|pr[oó]xim[oa]s?|planej\w+"
    r"|previst[oa]s?|promet\w+|pretendem?|em breve|ano que vem|no futuro",
    preview=r"em beta|vers[aã]o beta|experimenta(?:l|is)|pr[eé]via",
    no_news=r"v[ií]deos?|fotos|slides|palestras?|sorteios?|almo[cç]o|jantar|festa",
    we=r"eu|n[oó]s|a gente",
    are=r"[eé]|s[aã]o|est[aá]|est[aã]o|ser[aá]|ser[aã]o|foi|foram|v[aã]o|vai|j[aá]|ser|todos|todas"
    r"|tamb[eé]m",
    formerly=r"quando|antes|desde que|depois|at[eé]|se|ano passado|h[aá] \w+ anos|n[aã]o|nunca",
    news_list=r"novidades|an[uú]ncios|not[ií]cias|anunciou|anunciaram|novos recursos"
    r"|novas (?:funcionalidades|ferramentas)|na vers[aã]o \d|lan[cç]amentos|lan[cç]aram|destaques"
    r"|highlights",
    preview_list=r"em beta|experimentais",
    planned_list=r"o que vem|pr[oó]xim[oa]s (?:passos|vers[oõ]es|eventos|recursos)|roadmap|planos"
    r"|para o futuro|previst[oa]s",
    other_list=r"palestras|dicas|perguntas|raz[oõ]es|li[cç][oõ]es|passos|exemplos?|problemas",
    news_heading=r"(?:(?:as|os|outras|outros|mais) )?(?:novidades|an[uú]ncios|not[ií]cias"
    r"|lan[cç]amentos)",
    news_talk=r"novidades|o que h[aá] de novo|roadmap",
    of=r"d[oae]|dos|das",
    given_by=r"por|d[oae]|com|ministrad[oa] por|apresentad[oa] por|conduzid[oa] por|mediad[oa] por",
    verb_first=r"falou|apresentou|mostrou|contou|explicou|palestrou|falaram|apresentaram|mostraram"
    r"|participaram|participou|contaram|explicaram",
    gives=r"apresentou|apresentaram|deu|ministrou|ministraram|trouxe",
    opens=r"(?:veio|vieram)(?=(?: \w{1,3})? §)|come[cç]ou|abriu|encerrou|iniciou|continuou"
    r"|foi a vez|em seguida veio"
    r"|fechou",
    lightning=r"rel[aâ]mpago",
    keynote=r"plen[aá]ria|palestra de abertura|palestra magna",
    workshop=r"oficinas?|minicursos?",
    panel=r"painel|mesa redonda|debate",
    demo=r"demonstra[cç][aã]o",
    social=r"festa|comida|jantar|almo[cç]o|caf[eé]|viagem|patrocinadores|encerramento|resumo"
    r"|conclus[aã]o|agradecimentos",
    telltale=r"que|não|uma|para|com|foi|muito|dos",
    closing=r"no encerramento|para (?:encerrar|terminar|finalizar|concluir)|em (?:resumo|geral)"
    r"|no geral|(?:muito )?obrigad[oa]",
    months=r"janeiro jan|fevereiro fev|março marco mar|abril abr|maio mai|junho jun|julho jul"
    r"|agosto ago|setembro set|outubro out|novembro nov|dezembro dez",
    news_stems=r"anunc|lança|lanca|lanço|liber|publi|abert|abriu|abrir|acaba|acabo|saiu|já|ja"
    r"|agora|apres|grand|será|sera|serão|serao|vai|vão|vao|sairá|saira|chega|prome|previ|plane"
    r"|prete|breve|roadm|próxi|proxi|vem|virá|vira|estar|dispo",
)
