"""The signal words of Spanish."""

from .table import Words

SPANISH = Words(
    talk=r"charlas?|ponencias?|plenarias?|talleres|taller|sesi[oó]n|sesiones|conferencias?|panel"
    r"|presentaci[oó]n|presentaciones|exposici[oó]n|exposiciones|mesa redonda|tutoriales|keynotes?",
    presents=r"abri[oó]|cerr[oó]|inaugur[oó]|habl[oó]|present[oó]|dio|dieron|expuso|mostraron"
    r"|comenz[oó] hablando"
    r"|estuvo dada por|hablaron|presentaron|expusieron|imparti[oó]|impartieron|dict[oó]|dictaron"
    r"|brind[oó]|ofreci[oó]",
    tells=r"mostr[oó]|explic[oó]|cont[oó]|nos cont[oó]|coment[oó]|contaron|explicaron|repas[oó]"
    r"|demostr[oó]|analiz[oó]|compar[oó]|describi[oó]|abord[oó]|comparti[oó]",
    by=r"por|de|a cargo de|dada por|con",
    about=r"sobre|acerca de|habl[oó] (?:de|del)|hablaron de|present[oó]|c[oó]mo|por qu[eé]"
    r"|en torno a",
    called=r"llamada|titulada|fue|titulado|llamado|denominad[oa]",
    at=r"de|del|en",
    joins=r"y|e",
    attended=r"asist[ií]|estuve en|vi|fui a|escuch[eé]|presenci[eé]|asistimos|vimos",
    missed=r"no pude|me perd[ií]|me qued[eé] sin|no alcanc[eé]|no asist[ií]|no llegu[eé]"
    r"|hubiera querido|me hubiera gustado|no vi|cancelada|cancelaron",
    not_chosen=r"en lugar de|en vez de|antes que",
    between=r"(?:elegir|decidir\w*|dudaba|dud[eé]|escoger|elecci[oó]n) entre",
    former_latter=r"primer[oa] (?:segund|[uú]ltim)[oa]",
    took_place=r"hubo|(?:empez|comenz|termin|cerr)[oó] con|vino|vinieron|sigui[oó]",
    went=r"fue|era|estuvo|trat[oó]|empez[oó]",
    own_talk=r"\b(?:di|present[eé]|impart[ií]) (?:una?|mi) (?:propia )?(?:charla|ponencia|taller)\b"
    r"|mi (?:propia )?(?:charla|ponencia|taller)\b(?=,? ?(?:¶|sobre\b))",
    day=r"d[ií]a",
    numbers=r"uno|dos|tres|cuatro|cinco|seis|siete",
    ordinals=r"primer|segundo|tercer|cuarto|quinto|sexto|s[eé]ptimo",
    times=r"lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo|ma[nñ]ana|tarde|noche",
    no_talk=r"resumen|comida|fiesta|conclusi[oó]n|conclusiones|viaje|cierre|organizaci[oó]n"
    r"|almuerzo|cena|desayuno|caf[eé]|pausa|fotos|enlaces|agradecimientos|lugar|novedades|anuncios"
    r"|patrocinadores|alojamiento|impresiones|despedida",
    missed_heading=r"(?:(?:las charlas|lo) que )?(?:me perd[ií]|no (?:pude ver|vi))",
    grammar=r"el|la|los|las|un|una|en|de|del|por|para|con|sin|sobre|y|o|si|que|como|cuando|luego"
    r"|finalmente|primero|segunda|tercera|quinta|charla|panel|plenaria|además|gracias|ahora|se|nos"
    r"|me|te|lo|le|les|su|sus|mi|mis|este|esta|esto|estos|estas|ese|esa|eso|aquel|hay|era|fue"
    r"|fueron|es|son|está|están|al|e|u|ni|no|sí|también|pero|porque|donde|dónde|qué|cómo|cuándo"
    r"|quién|después|antes|durante|entre|hasta|desde|muy|más|menos|todo|toda|todos|todas|otro|otra"
    r"|otros|otras|cada|mismo|primer|primera|segundo|tercer|tercero|cuarta|último|última|día|hoy"
    r"|ayer|mañana|tarde|noche|lunes|martes|miércoles|jueves|viernes|sábado|moderado|moderada"
    r"|moderó|presentado|presentada|habló|hablaron|empezó|comenzó|explicaron|participaron|estuvo"
    r"|estuvieron|tuvo|vimos|taller|ponencia|sesión|conferencia|jornada|jornadas|resumen"
    r"|conclusiones|enero|febrero|marzo|mayo|junio|agosto|septiembre|octubre|noviembre|diciembre",
    announces=r"anunci(?:[oó]|aron|ad[oa]s?|ando|an)|(?:fue|fueron|ha sido|han sido) (?:lanzad"
    r"|liberad|publicad|abiert)[oa]s?|lanz(?:[oó]|aron)|liber(?:[oó]|aron)|(?:han?"
    r"|acaban? de) (?:lanzado|liberado|publicado|lanzar|liberar|publicar|salir)|ya (?:est[aá]n?"
    r"|se encuentra) (?:disponibles?|list[oa]|public[oa]|publicad[oa]|en producci[oó]n)"
    r"|(?:est[aá]n?|qued[oó]) (?:disponibles? (?:desde|a partir)|liberad[oa])|sali[oó] (?:la"
    r"|el) (?:nuev[oa] )?(?:versi[oó]n|release)|(?:ahora|ya) (?:soporta|es (?:libre"
    r"|c[oó]digo abierto))|present(?:[oó]|aron) (?:la|el|una|un|su) nuev[oa] (?:versi[oó]n|producto"
    r"|servicio|herramienta)"
    r"|present(?:[oó]|aron) (?:tambi[eé]n )?[^;:]{1,40}, una? (?:\w+ )?nuev[oa]"
    r"|gran(?:des)? (?:anuncios?|novedad(?:es)?) (?:fue|fueron|es|son)",
    comes=r"ser[aá]n? (?:liberad|lanzad|publicad|anunciad|realizad)[oa]s?|se (?:lanzar|liberar"
    r"|publicar|realizar|har|celebrar)[aá]n?|estar[aá]n? disponibles?|saldr[aá]n?|promet(?:e|en"
    r"|i[oó]|ieron) (?:liberar|lanzar|publicar|abrir)|est[aá]n? (?:previst|planead"
    r"|planificad)[oa]s?|(?:planean?|piensan?) (?:lanzar|liberar|publicar|agregar|abrir|soportar)"
    r"|pr[oó]ximamente|en (?:el|la|su) (?:roadmap|hoja de ruta)|(?:la"
    r"|el) pr[oó]xim[oa] (?:edici[oó]n|versi[oó]n|conferencia|[A-Z]\w+)(?: \w+){0,3} (?:ser[aá]"
    r"|se har[aá]|va a|tendr[aá]|incluir[aá])",
    arrives=r"sale|llega|llegan|empieza|comienza|abre|abren|ser[aá]n?|estar[aá]n?",
    later=r"(?:en|el|para|antes de|desde|a|hasta|fin de|fines de|finales de|principios de)"
    r" (?:(?:el|la|\d+|de|mes|fines|finales|principios) ){0,3}(?:enero|febrero|marzo|abril|mayo"
    r"|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|primavera|verano|oto[ñn]o"
    r"|invierno|Navidad)|el (?:pr[oó]ximo (?:año|mes)|(?:año|mes) que viene)",
    perhaps_news=r"ahora (?:tiene|permite|incluye|ofrece|trae|puede)|viene con",
    planned=r"ser[aá]n?|estar[aá]n?|tendr[aá]n?|saldr[aá]n?|se \w+ar[aá]n?|pr[oó]xim[oa]s?"
    r"|planean?|previst[oa]s?|promet\w+|hoja de ruta|el a[nñ]o que viene|va a|van a|en el futuro",
    preview=r"en beta|versi[oó]n beta|experimental(?:es)?|vista previa",
    no_news=r"videos?|v[ií]deos?|fotos|diapositivas|charlas?|ponencias?|sorteo|almuerzo|cena"
    r"|fiesta",
    we=r"yo|nosotros|les|os",
    are=r"es|son|est[aá]n?|ser[aá]n?|fue|fueron|ha|han|sido|ya|se|todav[ií]a|pronto|tambi[eé]n"
    r"|todos|todas",
    formerly=r"cuando|antes|desde que|despu[eé]s|hasta|si|el a[nñ]o pasado|hace \w+ a[nñ]os|no"
    r"|nunca",
    news_list=r"novedades|anuncios|noticias|anunciaron|anunci[oó]|lo nuevo|nuevas (?:funciones"
    r"|funcionalidades|caracter[ií]sticas|herramientas)|en la versi[oó]n \d|lanzaron"
    r"|lo m[aá]s destacado|destacados|highlights",
    preview_list=r"en beta|experimentales",
    planned_list=r"lo que viene|pr[oó]xim[oa]s (?:pasos|versiones|eventos|conferencias|funciones)"
    r"|hoja de ruta|roadmap|planes|a futuro|est[aá]n? previst[oa]s?",
    other_list=r"charlas|ponencias|consejos|preguntas|razones|lecciones|pasos|ejemplos?|problemas",
    news_heading=r"(?:(?:las|los|otras|otros|m[aá]s) )?(?:novedades|anuncios|noticias"
    r"|lanzamientos)",
    news_talk=r"novedades|qu[eé] hay de nuevo|lo nuevo|roadmap|hoja de ruta",
    of=r"de|del|de la|a cargo de",
    given_by=r"por|de|del|a cargo de|con|dada por|dado por|dictad[oa] por|impartid[oa] por"
    r"|presentad[oa] por|moderad[oa] por",
    verb_first=r"habl[oó]|present[oó]|expuso|mostr[oó]|cont[oó]|explic[oó]|dio|dieron|hablaron"
    r"|presentaron|mostraron|explicaron|participaron|particip[oó]|charlaron|contaron",
    gives=r"present[oó]|presentaron|dio|dieron|expuso|trajo|imparti[oó]",
    opens=r"(?:vino|vinieron)(?=(?: \w{1,3})? §)|comenz[oó]|empez[oó]|arranc[oó]|abri[oó]"
    r"|cerr[oó]|sigui[oó]"
    r"|continu[oó]|fue el turno"
    r"|lleg[oó] el turno|inaugur[oó]",
    lightning=r"rel[aá]mpago",
    keynote=r"plenaria|magistral",
    workshop=r"taller(?:es)?",
    panel=r"mesa redonda|panel|debate",
    demo=r"demostraci[oó]n",
    social=r"fiesta|comida|cena|almuerzo|desayuno|viaje|caf[eé]|patrocinadores|cierre|resumen"
    r"|conclusi[oó]n|conclusiones|agradecimientos",
    telltale=r"que|los|las|una|para|con|por|del",
    closing=r"para (?:cerrar|terminar|finalizar|concluir)|en (?:resumen|general|conclusi[oó]n)"
    r"|(?:muchas )?gracias",
    months=r"enero ene|febrero feb|marzo mar|abril abr|mayo may|junio jun|julio jul|agosto ago"
    r"|septiembre setiembre sept sep set|octubre oct|noviembre nov|diciembre dic",
    news_stems=r"anunc|lanza|lanzó|lanzo|liber|publi|abier|acaba|ya|dispo|salió|salio|ahora|prese"
    r"|gran|grand|será|sera|serán|seran|reali|hará|hara|harán|haran|celeb|estar|saldr|prome|previ"
    r"|plane|plani|piens|próxi|proxi|roadm|hoja|viene",
)
