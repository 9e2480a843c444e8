import pytest

from conferences.recaps.frontmatter import read_front_matter
from conferences.recaps.introductions import introductions
from conferences.recaps.post import take_apart


def introduced(language, sentence):
    text = f"---\nlang: {language}\n---\n\n{sentence}\n"
    post = take_apart(text, read_front_matter(text))
    return [
        (sorted(mention.name for mention in found.people), found.title)
        for found in introductions(post, 0)
        if found.strength >= 2
    ]


@pytest.mark.parametrize(
    ("language", "sentence", "people", "title"),
    [
        ("de", "Danach sprach Jana Krug über schnelle Tests.", ["Jana Krug"], "schnelle Tests"),
        (
            "de",
            "Im Vortrag „Schnelle Tests“ zeigte Jana Krug alles.",
            ["Jana Krug"],
            "Schnelle Tests",
        ),
        (
            "de",
            "Der Vortrag „Schnelle Tests“ von Jana Krug war gut.",
            ["Jana Krug"],
            "Schnelle Tests",
        ),
        ("de", "Jana Krug hielt den Vortrag „Schnelle Tests“.", ["Jana Krug"], "Schnelle Tests"),
        (
            "de",
            "Den Anfang machte Jana Krug mit der Keynote „Schnelle Tests“.",
            ["Jana Krug"],
            "Schnelle Tests",
        ),
        (
            "de",
            "„Schnelle Tests“ von Jana Krug und Tom Beck fand ich spannend.",
            ["Jana Krug", "Tom Beck"],
            "Schnelle Tests",
        ),
        (
            "de",
            "In ihrem Vortrag erklärte Jana Krug, wie Tests laufen.",
            ["Jana Krug"],
            "Tests laufen",
        ),
        (
            "fr",
            "Jean Martin a présenté « Des tests rapides ».",
            ["Jean Martin"],
            "Des tests rapides",
        ),
        ("fr", "Jean Martin a parlé des tests rapides.", ["Jean Martin"], "tests rapides"),
        (
            "fr",
            "La conférence de Jean Martin, « Des tests rapides », était claire.",
            ["Jean Martin"],
            "Des tests rapides",
        ),
        (
            "fr",
            "Ensuite, un atelier, « Des tests rapides », animé par Jean Martin et Zoé Petit.",
            ["Jean Martin", "Zoé Petit"],
            "Des tests rapides",
        ),
        (
            "fr",
            "J'ai assisté à la conférence de Jean Martin sur les tests rapides.",
            ["Jean Martin"],
            "les tests rapides",
        ),
        (
            "es",
            "Luego habló Marta Ruiz sobre las pruebas rápidas.",
            ["Marta Ruiz"],
            "las pruebas rápidas",
        ),
        ("es", "Marta Ruiz habló sobre pruebas rápidas.", ["Marta Ruiz"], "pruebas rápidas"),
        ("es", 'La charla de Marta Ruiz, "Pruebas rápidas".', ["Marta Ruiz"], "Pruebas rápidas"),
        (
            "es",
            "El taller **Pruebas rápidas** a cargo de Marta Ruiz y Juan Soto.",
            ["Juan Soto", "Marta Ruiz"],
            "Pruebas rápidas",
        ),
        ("es", "La charla de Marta Ruiz sobre pruebas rápidas.", ["Marta Ruiz"], "pruebas rápidas"),
        (
            "es",
            "Estuve en **Pruebas rápidas**, en que participaron Marta Ruiz y Juan Soto.",
            ["Juan Soto", "Marta Ruiz"],
            "Pruebas rápidas",
        ),
        ("pt", "Depois falou a Rita Lima sobre testes rápidos.", ["Rita Lima"], "testes rápidos"),
        (
            "pt",
            "A palestra do Caio Souza foi sobre testes rápidos.",
            ["Caio Souza"],
            "testes rápidos",
        ),
        ("pt", 'A Rita Lima apresentou "Testes rápidos".', ["Rita Lima"], "Testes rápidos"),
        (
            "pt",
            "A palestra **Testes rápidos** do amigo Caio Souza.",
            ["Caio Souza"],
            "Testes rápidos",
        ),
        (
            "pt",
            'A oficina "Testes rápidos" com Rita Lima e Caio Souza.',
            ["Caio Souza", "Rita Lima"],
            "Testes rápidos",
        ),
    ],
)
def test_sentence_introduces_a_session(language, sentence, people, title):
    assert introduced(language, sentence) == [(people, title)]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Den Vortrag von Jana Krug habe ich leider verpasst."),
        ("de", "Danke an Jana Krug für die Organisation."),
        ("de", "Verlost wurde das Buch „Schnelle Tests“ von Jana Krug."),
        ("fr", "Il a lu le livre « Des tests rapides » de Jean Martin."),
        ("es", "Gané el libro **Pruebas rápidas** de Marta Ruiz."),
        ("pt", "Ganhei o livro **Testes rápidos** da Rita Lima."),
        ("de", "Beim Essen traf ich Jana Krug wieder."),
        ("fr", "J'ai raté la conférence de Jean Martin."),
        ("fr", "Merci à Jean Martin pour l'accueil."),
        ("fr", "J'ai mangé avec Jean Martin."),
        ("es", "No pude ver la charla de Marta Ruiz."),
        ("es", "Gracias a Marta Ruiz por la invitación."),
        ("es", "Cené con Marta Ruiz y sus amigos."),
        ("pt", "Perdi a palestra do Caio Souza."),
        ("pt", "Obrigado à Rita Lima pelo convite."),
        ("pt", "Almocei com a Rita Lima."),
    ],
)
def test_other_sentence_introduces_none(language, sentence):
    assert introduced(language, sentence) == []
