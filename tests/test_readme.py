"""What the README tells people to do can be done."""

import re
import shlex
from pathlib import Path

import pytest
from django.core.management import get_commands, load_command_class

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = sorted(
    {
        line.strip()
        for text in [
            *re.findall(r"`([^`\n]+)`", README),
            *re.findall(r"```sh\n(.*?)```", README, re.S),
        ]
        for part in text.splitlines()
        for line in part.split("&&")
        if "manage.py " in line
    }
)
DIRECTORIES = sorted(set(re.findall(r"`((?:conferences|templates|fixtures)/[\w/.]*)`", README)))


@pytest.mark.parametrize("heading", ["Try it", "Test it"])
def test_heading_has_one_block_of_one_line(heading):
    section = README.split(f"\n## {heading}\n")[1].split("\n## ")[0]

    (block,) = re.findall(r"```sh\n(.*?)```", section, re.S)

    assert block.count("\n") == 1


@pytest.mark.parametrize("command", COMMANDS)
def test_command_exists_with_its_options(command):
    name, *arguments = shlex.split(command.split("manage.py ", 1)[1])
    parser = load_command_class(get_commands()[name], name).create_parser("manage.py", name)
    known = {option for action in parser._actions for option in action.option_strings}

    options = {argument.split("=")[0] for argument in arguments if argument.startswith("--")}

    assert options <= known


@pytest.mark.parametrize("path", DIRECTORIES)
def test_path_exists(path):
    assert (ROOT / path).exists()


def test_there_are_commands_and_paths_to_test():
    assert len(COMMANDS) >= 8
    assert len(DIRECTORIES) >= 8
