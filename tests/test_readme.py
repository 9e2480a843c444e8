"""The README has what newcomers, and the scripts in .ci/, look for."""

import re
import struct

import pytest

from tests.documents import ROOT, blocks, read

README = read("README.md")
SCREENSHOTS = [ROOT / path for path in re.findall(r"!\[[^\]]+\]\(([^)]+\.png)\)", README)]


@pytest.mark.parametrize("heading", ["Try it", "Test it"])
def test_heading_has_one_block_of_one_line(heading):
    section = README.split(f"\n## {heading}\n")[1].split("\n## ")[0]

    (block,) = blocks(section, "sh")

    assert block.count("\n") == 1


def test_readme_is_short():
    assert len(README.splitlines()) < 80


def test_readme_shows_two_pages():
    assert len(SCREENSHOTS) == 2


@pytest.mark.parametrize("path", SCREENSHOTS, ids=lambda path: path.name)
def test_screenshot_is_small_and_as_wide_as_a_page(path):
    data = path.read_bytes()
    width, height = struct.unpack(">II", data[16:24])

    assert data.startswith(b"\x89PNG")
    assert len(data) <= 120_000
    assert width == 1280
    assert height <= 1000
