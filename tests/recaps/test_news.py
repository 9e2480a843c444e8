import pytest

from conferences.recaps.news import Said, list_status, said_in, signals_of
from conferences.recaps.outline import Status
from conferences.recaps.words import words_of

RELEASED, PREVIEW, PLANNED = Status.RELEASED, Status.PREVIEW, Status.PLANNED


def said(language, sentence, year=None):
    return said_in(sentence, 0, len(sentence), signals_of(words_of(language)), year)


@pytest.mark.parametrize(
    ("language", "sentence", "status"),
    [
        ("en", "Acme announced that its compiler is free.", RELEASED),
        ("en", "They also unveiled a new phone.", RELEASED),
        ("en", "The company launched Widget Cloud on stage.", RELEASED),
        ("en", "Widget 2.0 was released during the conference.", RELEASED),
        ("en", "Widget 3 is out.", RELEASED),
        ("en", "The editor is now open source.", RELEASED),
        ("en", "Acme has open sourced its build tool.", RELEASED),
        ("en", "They open-sourced Widget that morning.", RELEASED),
        ("en", "Widget is coming to Windows.", PLANNED),
        ("en", "The service is generally available in Europe.", RELEASED),
        ("en", "Widget now supports Windows.", RELEASED),
        ("en", "The new API is rolling out this week.", RELEASED),
        ("en", "She introduced a new package manager.", RELEASED),
        ("en", "The biggest announcement of the day was Widget.", RELEASED),
        ("en", "Widget is now available in public beta.", PREVIEW),
        ("en", "Acme announced an early access programme.", PREVIEW),
        ("en", "Widget 4 will be released in May.", PLANNED),
        ("en", "Widget 4 will drop support for old phones.", PLANNED),
        ("en", "Support for Windows is planned.", PLANNED),
        ("en", "A mobile client is on the roadmap.", PLANNED),
        ("en", "A hosted version is coming soon.", PLANNED),
        ("en", "The team plans to open source the server.", PLANNED),
        ("en", "Widget 5 ships on the 25th.", PLANNED),
        ("en", "Backups of several regions land in Q1.", PLANNED),
        ("en", "Her group is opening a museum of kites from the first of June.", PLANNED),
        ("en", "They open sourced it, and a plugin is coming in November.", PLANNED),
        ("en", "Kites will be stable, no longer experimental, in Widget 1.3.", PLANNED),
        ("en", "Widget will get local builds in its next major release.", PLANNED),
        ("de", "Widget 5 erscheint Ende März.", PLANNED),
        ("fr", "Widget 5 sort en mars.", PLANNED),
        ("es", "Widget 5 sale en marzo.", PLANNED),
        ("pt", "O Widget 5 sai em março.", PLANNED),
        ("en", "Next year's conference will be held in Springfield.", PLANNED),
        ("en", "It was announced that the next edition takes place in Springfield.", PLANNED),
        ("de", "Die DrachenTage 2031 wird drei Tage dauern.", PLANNED),
        ("es", "Sara presentó también *cometas.es*, una web nueva.", RELEASED),
        ("de", "Acme hat auf der Bühne Widget 3 angekündigt.", RELEASED),
        ("de", "Die Werkzeuge wurden gestern veröffentlicht.", RELEASED),
        ("de", "Widget ist ab sofort verfügbar.", RELEASED),
        ("de", "Widget unterstützt jetzt auch Windows.", RELEASED),
        ("de", "Widget ist jetzt als öffentliche Beta verfügbar.", PREVIEW),
        ("de", "Version 4 soll im Herbst erscheinen.", PLANNED),
        ("de", "Unterstützung für Windows ist geplant.", PLANNED),
        ("de", "Die nächste Konferenz findet im März 2030 in Musterstadt statt.", PLANNED),
        ("fr", "Acme a annoncé la version 3 de Widget.", RELEASED),
        ("fr", "Le code a été publié ce matin.", RELEASED),
        ("fr", "Widget est désormais disponible.", RELEASED),
        ("fr", "L'équipe vient de sortir Widget 3.", RELEASED),
        ("fr", "Widget Mobile est désormais disponible en bêta.", PREVIEW),
        ("fr", "Widget 4 sera publié en mai.", PLANNED),
        ("fr", "La prochaine édition aura lieu à Exempleville.", PLANNED),
        ("fr", "La prise en charge de Windows est prévue.", PLANNED),
        ("es", "Acme anunció la versión 3 de Widget.", RELEASED),
        ("es", "El código fue liberado esta semana.", RELEASED),
        ("es", "Widget ya está disponible para Windows.", RELEASED),
        ("es", "Widget ya está disponible en beta.", PREVIEW),
        ("es", "Widget 4 será publicado en mayo.", PLANNED),
        ("es", "El soporte para Windows está previsto.", PLANNED),
        ("es", "La próxima edición será en Villa Nueva.", PLANNED),
        ("pt", "A Acme anunciou a versão 3 do Widget.", RELEASED),
        ("pt", "O código foi liberado nesta semana.", RELEASED),
        ("pt", "O Widget já está disponível para Windows.", RELEASED),
        ("pt", "O Widget já está disponível em beta.", PREVIEW),
        ("pt", "O Widget 4 será lançado em maio.", PLANNED),
        ("pt", "O suporte a Windows está previsto.", PLANNED),
        ("pt", "A próxima edição será em Recife.", PLANNED),
    ],
)
def test_sentence_of_news_has_its_status(language, sentence, status):
    assert said(language, sentence) == Said(status, sure=True)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "She planned her work well."),
        ("en", "As announced, lunch was at noon."),
        ("en", "When the service was released, nobody came."),
        ("en", "He asked whether Widget was not announced too early?"),
        ("en", "The slides will be released next week."),
        ("en", "The videos are now available."),
        ("en", "I will be released from hospital soon."),
        ("en", "We plan to launch our site with it."),
        ("en", "Tail calls are not on the roadmap."),
        ("en", "He launched into a long story."),
        ("en", "The talk introduced a new way of thinking."),
        ("en", "The cache is expected to be small."),
        ("en", "Problems are due to allocations."),
        ("en", "The talks start in May."),
        ("en", "The kite ship went down in the spring."),
        ("en", "I will be in Springfield in May."),
        ("en", "The cache opens files in two steps."),
        ("de", "Die Folien kommen im März."),
        ("en", "They announced:"),
        ("de", "Als die Version veröffentlicht wurde, war ich krank."),
        ("de", "Die Folien werden bald veröffentlicht."),
        ("de", "Ich werde nächstes Jahr wieder hinfahren."),
        ("fr", "Quand le site a été lancé, personne n'est venu."),
        ("fr", "Les vidéos seront bientôt disponibles."),
        ("es", "Cuando fue lanzado el servicio, había tres tablas."),
        ("es", "Las fotos estarán disponibles pronto."),
        ("pt", "Quando o serviço foi lançado, havia três tabelas."),
        ("pt", "Os vídeos serão publicados em breve."),
    ],
)
def test_other_sentence_is_no_news(language, sentence):
    assert said(language, sentence) is None


@pytest.mark.parametrize(
    ("sentence", "year", "is_news"),
    [
        ("Widget was released in 2015.", 2015, True),
        ("Widget was released in 2009.", 2015, False),
        ("Widget was released in 2009.", None, True),
        ("Widget 4 will be released in 2016.", 2015, True),
    ],
)
def test_release_of_a_year_before_the_post_is_no_news(sentence, year, is_news):
    assert (said("en", sentence, year) is not None) == is_news


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Widget now has a dark theme."),
        ("de", "Widget bietet jetzt ein dunkles Thema."),
        ("fr", "Widget propose maintenant un thème sombre."),
        ("es", "Widget ahora tiene un tema oscuro."),
        ("pt", "Widget agora tem um tema escuro."),
    ],
)
def test_sentence_may_be_news_among_other_news(language, sentence):
    assert said(language, sentence) == Said(RELEASED, sure=False)


@pytest.mark.parametrize(
    ("language", "lead", "status"),
    [
        ("en", "The announcements of the keynote:", RELEASED),
        ("en", "What's new:", RELEASED),
        ("en", "New features that I liked:", RELEASED),
        ("en", "The roadmap as they see it:", PLANNED),
        ("en", "What's next:", PLANNED),
        ("en", "Coming soon:", PLANNED),
        ("en", "Also in beta:", PREVIEW),
        ("en", "Some talks that were announced:", None),
        ("en", "Her advice:", None),
        ("en", "Three lessons:", None),
        ("de", "Die Neuigkeiten:", RELEASED),
        ("de", "Was kommt:", PLANNED),
        ("de", "Ihre Tipps:", None),
        ("fr", "Les annonces :", RELEASED),
        ("fr", "À venir :", PLANNED),
        ("fr", "Ses conseils :", None),
        ("es", "Las novedades:", RELEASED),
        ("es", "Lo que viene:", PLANNED),
        ("es", "Sus consejos:", None),
        ("pt", "As novidades:", RELEASED),
        ("pt", "O que vem por aí:", PLANNED),
        ("pt", "As dicas dela:", None),
    ],
)
def test_lead_in_tells_what_its_list_is(language, lead, status):
    assert list_status(lead, signals_of(words_of(language))) == status


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Her tool goes public next month.", PLANNED),
        ("They've published the data set.", RELEASED),
        ("Kite Wars 2 (demo out NOW).", RELEASED),
        ("The kite plans: a tool that'll be open source in autumn.", PLANNED),
        ("She says beta is coming shortly.", PLANNED),
        ("Will be in Kitebase 2.0.", PLANNED),
        ("They told us there's going to be another one in 2031.", PLANNED),
        ("next KiteCon: May 2031, Oslo.", PLANNED),
        ("Closing: KiteCon 2031 = Oslo.", RELEASED),
    ],
)
def test_sentence_is_news_without_announcing(sentence, status):
    assert said("en", sentence, 2030) == Said(status, sure=True)


@pytest.mark.parametrize(
    "sentence",
    [
        "I took another one in the break.",
        "The next talk: kites in 2029.",
        "We are coming to you with kites.",
        "I ran out now and then.",
        "They've published a paper on kites.",
        "I'll be open to questions.",
    ],
)
def test_sentence_in_such_words_is_no_news(sentence):
    assert said("en", sentence, 2030) is None
