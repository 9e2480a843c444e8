"""What rendering costs beside bare Python-Markdown, and how it grows on hostile texts."""

import argparse
import time
from collections.abc import Callable
from pathlib import Path

import markdown
from markdown_it import MarkdownIt

from conferences.rendering import render_markdown
from tests.rendering.generators import GENERATORS

ROOT = Path(__file__).parents[2]
POSTS = (ROOT / "fixtures" / "recaps", ROOT.parent / "shared" / "recaps")
EXTENSIONS = ["fenced_code", "tables", "footnotes", "def_list", "sane_lists"]
RENDERERS: dict[str, Callable[[str], str]] = {
    "bare Python-Markdown": markdown.markdown,
    "with extensions": lambda text: markdown.markdown(text, extensions=EXTENSIONS),
    "markdown-it-py": MarkdownIt("js-default").render,
    "render_markdown": render_markdown,
}


def run(options: argparse.Namespace) -> None:
    compare_on_posts()
    print_growth(4_000 if options.quick else 16_000)


def compare_on_posts() -> None:
    texts = [path.read_text(errors="replace") for folder in POSTS for path in folder.glob("*.md")]
    notes = [text[start : start + 4000] for text in texts for start in range(0, len(text), 4000)]
    seconds = {
        name: sum(best_of(3, render, note) for note in notes) for name, render in RENDERERS.items()
    }
    bare = seconds["bare Python-Markdown"]
    print(f"{len(notes)} notes of up to 4 kB, time of bare Python-Markdown = 1:")
    for name, taken in seconds.items():
        print(f"  {name:22} {taken / bare:5.2f}   ({1000 * taken / len(notes):.2f} ms a note)")


def print_growth(size: int) -> None:
    print(f"hostile texts of {size:,} and {4 * size:,} bytes, the slowest first:")
    rows = []
    for name, generate in GENERATORS.items():
        small = best_of(2, render_markdown, generate(size))
        large = best_of(1, render_markdown, generate(4 * size))
        rows.append((large, small, name))
    for large, small, name in sorted(rows, reverse=True)[:25]:
        print(f"  {name:30} {small:6.3f} s {large:6.3f} s   x{large / small:4.1f}")
    print(f"  all {len(rows)}: {sum(row[0] for row in rows):.1f} s")


def best_of(times: int, render: Callable[[str], str], text: str) -> float:
    """Processor seconds, as others use the machine too."""
    taken = []
    for _ in range(times):
        start = time.process_time()
        render(text)
        taken.append(time.process_time() - start)
    return min(taken)
