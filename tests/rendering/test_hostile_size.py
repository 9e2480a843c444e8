"""No text holds a worker, fills the memory or loses a word, whatever it is made of.

Every generator runs in a process apart, which is given up after `PATIENCE` seconds: a renderer
that hangs fails one test and not the run. How long they take is told by
`python -m tests.bench rendering`.
"""

import logging
import multiprocessing
import os
import sys
from collections.abc import Iterator
from multiprocessing.pool import Pool

import pytest
from markdown_it import MarkdownIt

from conferences.rendering import render_inline, render_markdown
from tests.rendering.generators import GENERATORS
from tests.rendering.pages import words

FULL = 64_000
SIZE = FULL if os.environ.get("TESTS_REQUIRE_ALL") == "1" else 8_000
PATIENCE = 30
GROWTH = 20


class Apart:
    """One process that renders; a new one after each that hung."""

    def __init__(self) -> None:
        self.pool: Pool | None = None

    def call(self, function, *arguments):
        self.pool = self.pool or multiprocessing.get_context("spawn").Pool(1)
        try:
            return self.pool.apply_async(function, arguments).get(PATIENCE)
        except multiprocessing.TimeoutError:
            self.close()
            raise

    def close(self) -> None:
        if self.pool:
            self.pool.terminate()
        self.pool = None


@pytest.fixture(scope="module")
def apart() -> Iterator[Apart]:
    apart = Apart()
    yield apart
    apart.close()


def render_generated(name: str, size: int) -> tuple[int, int, int, list[str]]:
    """The sizes of text, page and line, and what was logged."""
    records: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: records.append(record.getMessage())
    logging.getLogger("conferences.rendering").addHandler(handler)
    text = GENERATORS[name](size)
    page, line = render_markdown(text), render_inline(text)
    logging.getLogger("conferences.rendering").removeHandler(handler)
    return len(text.encode()), len(page.encode()), len(line.encode()), records


@pytest.mark.parametrize("name", GENERATORS)
def test_page_is_made_and_stays_small(name, apart):
    text, page, line, records = apart.call(render_generated, name, SIZE)

    assert records == []
    assert 0.9 * SIZE < text <= SIZE
    assert page <= GROWTH * text
    assert line <= GROWTH * text


@pytest.mark.parametrize("name", GENERATORS)
def test_no_word_is_lost(name):
    text = GENERATORS[name](2_000)

    assert not words(MarkdownIt("js-default").render(text)) - words(render_markdown(text))


@pytest.mark.parametrize("mark", ["> ", "- ", "1. ", "> - ", "* > 1. "])
@pytest.mark.parametrize("depth", [15, 16, 17, 101, 150, 5000])
def test_deep_nesting_keeps_the_text(mark, depth):
    assert words(render_markdown(mark * depth + "text"))["text"] == 1


@pytest.mark.parametrize("text", ["> " * 200 + "text", "- " * 200 + "text", "[" * 500 + "text"])
def test_little_room_on_the_stack_keeps_the_text(text):
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(depth_of_stack() + 120)
    try:
        page = render_markdown(text)
    finally:
        sys.setrecursionlimit(limit)

    assert words(page)["text"] == 1


def depth_of_stack() -> int:
    depth, frame = 0, sys._getframe()
    while frame:
        depth, frame = depth + 1, frame.f_back
    return depth
