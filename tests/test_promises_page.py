"""The table of promises names tests that are there."""

import re
from importlib import import_module

import pytest

from tests.documents import ROOT

PAGE = (ROOT / "tests/promises.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`tests/([\w/]+)\.py::(\w+)`", PAGE)))


def test_all_twelve_promises_are_there():
    numbers = re.findall(r"^\| (\d+)\. .*", PAGE, re.MULTILINE)

    assert numbers == [str(number) for number in range(1, 13)]


def test_every_case_is_there():
    cases = re.findall(r"^\| (P?\d+) \|", PAGE, re.MULTILINE)

    open_cases = [str(number) for number in range(34, 58)]
    assert cases == open_cases + [f"P{number}" for number in range(1, 19)]


@pytest.mark.parametrize(("path", "name"), NAMED)
def test_named_test_is_there(path, name):
    assert callable(getattr(import_module(f"tests.{path.replace('/', '.')}"), name))
