"""What the README and the docs tell people to do is done here, as it stands there."""

import re
import shlex
import shutil
import subprocess
import time
from urllib.request import urlopen

import pytest
from django.core.management import get_commands, load_command_class
from django.core.management.base import BaseCommand

from conferences.management.commands.import_recaps import Command as ImportRecaps
from conferences.recaps.formats import FRONT_MATTER_LIMIT, LINE_LIMIT, POST_LIMIT, RECAP_ENDINGS
from tests.documents import DOCUMENTS, ROOT, blocks, copy_project, environment, lines, read
from tests.ports import free_port

# They need the network, never end, or are what runs here.
UNTRIED = ("python3 -m venv", ".venv/bin/pip install", ".venv/bin/python -m pytest -q")
ADDRESS = "127.0.0.1:8000"


def commands_of(document):
    """Its command lines, those joined by && one by one."""
    text = document.read_text(encoding="utf-8")
    return [part for line in lines(text, "sh") for part in line.split(" && ")]


COMMANDS = list(dict.fromkeys(part for document in DOCUMENTS for part in commands_of(document)))
TRIED = [
    command
    for command in COMMANDS
    if command not in UNTRIED and not command.startswith(UNTRIED[:2]) and ADDRESS not in command
]
TEXT = "\n".join(document.read_text(encoding="utf-8") for document in DOCUMENTS)
NAMED = sorted(
    {
        words
        for words in re.findall(r"`(?:\.venv/bin/python )?manage\.py ([^`\n]+)`", TEXT)
        if words != "makemigrations"
    }
)
PATHS = sorted(
    set(re.findall(r"`((?:conferences|templates|fixtures|tests|notes|\.ci)/[\w/.]*)`", TEXT))
)
# What the extending page has people make.
TO_BE_MADE = {"conferences/recaps/words/dutch.py"}


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """The home of a stranger with a blog, and a copy of the project with an empty base."""
    home = tmp_path_factory.mktemp("stranger")
    site = copy_project(home)
    shutil.copytree(ROOT / "fixtures/recaps", home / "blog/content/posts")
    assert run(site, ".venv/bin/python manage.py migrate -v0").returncode == 0
    return home


def run(site, command):
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=site,
        env=environment(site.parent),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("command", TRIED)
def test_command_does_what_it_is_told_to(home, command):
    done = run(home / "site", command)

    assert done.returncode == 0, done.stderr


def test_server_of_the_readme_answers(home):
    (command,) = (command for command in COMMANDS if ADDRESS in command)
    address = f"127.0.0.1:{free_port()}"
    arguments = shlex.split(command.replace(ADDRESS, address))
    server = subprocess.Popen(
        [*arguments, "--noreload"], cwd=home / "site", env=environment(home), stderr=subprocess.PIPE
    )
    try:
        status = answer_of(server, f"http://{address}/")
    finally:
        server.terminate()
        server.communicate()

    assert status == 200


def answer_of(server, address):
    """The status of the page, as soon as there is one."""
    for _ in range(300):
        try:
            with urlopen(address) as answer:
                return answer.status
        except OSError:
            assert server.poll() is None, server.stderr.read()
            time.sleep(0.2)
    raise AssertionError("the server did not start in a minute")


@pytest.mark.parametrize("words", NAMED)
def test_command_named_in_a_sentence_exists_with_its_options(words):
    name, *arguments = words.split()
    parser = load_command_class(get_commands()[name], name).create_parser("manage.py", name)
    known = {option for action in parser._actions for option in action.option_strings}

    options = {argument.split("=")[0] for argument in arguments if argument.startswith("--")}

    assert options <= known


@pytest.mark.parametrize("path", PATHS)
def test_path_exists(path):
    assert path in TO_BE_MADE or (ROOT / path).exists()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_links_lead_somewhere(document):
    links = re.findall(r"\]\((?!https?:)([^)\s#]+)", document.read_text(encoding="utf-8"))

    assert [link for link in links if not (document.parent / link).exists()] == []


def test_readme_leads_to_every_page():
    pages = {f"notes/docs/{document.name}" for document in DOCUMENTS if document.parent != ROOT}

    assert pages - set(re.findall(r"\]\((notes/docs/\w+\.md)\)", read("README.md"))) == set()


def test_there_is_something_to_test():
    assert len(TRIED) >= 18
    assert len(PATHS) >= 30
    assert len(NAMED) >= 1


# What the pages say of the program


def test_importing_names_every_option():
    ours, common = ImportRecaps().create_parser("", ""), BaseCommand().create_parser("", "")
    options = {option for action in ours._actions for option in action.option_strings}
    options -= {option for action in common._actions for option in action.option_strings}

    assert {option for option in options if option not in read("importing.md")} == set()


def test_importing_names_every_ending_and_limit():
    text = " ".join(read("importing.md").split())
    (folder,) = re.findall(r"\*\*A folder\*\*.*?What begins", text)
    (size,) = re.findall(r"\*\*Size\*\*.*?Whatever", text)

    assert sorted(re.findall(r"`(\.\w+)`", folder)) == sorted(RECAP_ENDINGS)
    assert [int(number) * 1024 for number in re.findall(r"(\d+) kB", size)] == [
        POST_LIMIT,
        LINE_LIMIT,
        FRONT_MATTER_LIMIT,
    ]


def test_explanation_shown_is_the_one_given(home):
    shown = next(block for block in blocks(read("importing.md"), "") if "└" in block)
    (command,) = (command for command in TRIED if "--explain" in command and "gopher" in command)

    explained = run(home / "site", command).stdout

    assert shown in explained
