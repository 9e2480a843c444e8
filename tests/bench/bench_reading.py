"""How well posts are read, fold by fold; what reading costs; how it grows on hostile texts."""

import argparse
import importlib.util
import random
import time
import zlib
from contextlib import suppress
from pathlib import Path
from types import ModuleType

import markdown

from conferences.recaps import read_recap
from conferences.recaps.formats import POST_LIMIT, RECAP_ENDINGS
from conferences.recaps.outline import RecapError
from conferences.recaps.reading import as_reading
from tests.bench.bench_rendering import best_of
from tests.rendering.generators import GENERATORS

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
LABELLED = (SHARED / "recaps", ROOT / "tests" / "recaps" / "posts")
POSTS = (ROOT / "fixtures" / "recaps", SHARED / "recaps")
FOLDS = 4


def run(options: argparse.Namespace) -> None:
    for folder in LABELLED:
        if folder.exists() and (SHARED / "score_recaps.py").exists():
            print_scores(folder)
    compare_on_posts()
    print_growth(8_000 if options.quick else 32_000)


def print_scores(folder: Path) -> None:
    """The figures of `score_recaps.py` for all labelled posts of a folder and for each fold."""
    scorer = load_scorer()
    posts = [path for path in posts_of(folder) if path.with_suffix(".json").exists()]
    print(f"{folder.parent.name}/{folder.name}, F1 or share right:")
    print(f"  {'':12}{''.join(f'{name[:9]:>11}' for name in (*scorer.AREAS, *scorer.SHARES))}")
    print_row(scorer, f"all {len(posts)}", posts)
    for fold in range(FOLDS):
        chosen = [path for path in posts if zlib.crc32(path.stem.encode()) % FOLDS == fold]
        print_row(scorer, f"fold {fold}: {len(chosen)}", chosen)


def print_row(scorer: ModuleType, name: str, posts: list[Path]) -> None:
    totals = {area: [0, 0, 0] for area in scorer.AREAS}
    right = dict.fromkeys(scorer.SHARES, 0)
    for path in posts:
        counts, shares = score(scorer, path)
        for area in scorer.AREAS:
            totals[area] = [a + b for a, b in zip(totals[area], counts[area], strict=True)]
        for share in scorer.SHARES:
            right[share] += shares[share]
    figures = [scorer.f1(*totals[area])[2] for area in scorer.AREAS]
    figures += [right[share] / max(1, len(posts)) for share in scorer.SHARES]
    overall = sum(figures) / len(figures)
    print(f"  {name:12}{''.join(f'{figure:11.3f}' for figure in figures)}   overall {overall:.3f}")


def score(scorer: ModuleType, path: Path) -> tuple[dict[str, list[int]], dict[str, bool]]:
    label = scorer.json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    reading = as_reading(read_recap(path.read_bytes(), path.name), path.name)
    return scorer.score_post(label, reading, path)


def load_scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_recaps", SHARED / "score_recaps.py")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer


def posts_of(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*") if path.suffix in RECAP_ENDINGS)


def compare_on_posts() -> None:
    texts = [(path.name, path.read_text(errors="replace")) for f in POSTS for path in posts_of(f)]
    bare = sum(best_of(3, markdown.markdown, text) for _, text in texts)
    read = sum(best_of(3, lambda text, path=path: read_recap(text, path), t) for path, t in texts)
    print(f"{len(texts)} posts, time of markdown.markdown = 1:")
    print(f"  read_recap {read / bare:5.2f}   ({1000 * read / len(texts):.1f} ms a post)")


def print_growth(size: int) -> None:
    """Time at one, two and four times a size; twice the text should take twice as long."""
    print(
        f"hostile texts of {size:,}, {2 * size:,} and {4 * size:,} characters, the slowest first:"
    )
    rows = []
    for name, generate in GENERATORS.items():
        taken = [seconds(wrapped(generate(size * times))) for times in (1, 2, 4)]
        rows.append((taken[2], taken, name))
    for _, taken, name in sorted(rows, reverse=True)[:15]:
        growth = taken[2] / max(taken[1], 1e-9)
        print(f"  {name:30} {' '.join(f'{t:7.3f} s' for t in taken)}   x{growth:4.1f}")
    text = random_text(POST_LIMIT - 1)
    print(f"  words up to the cap of {POST_LIMIT:,} bytes: {seconds(text):.1f} s")


def seconds(text: str) -> float:
    start = time.process_time()
    with suppress(RecapError):  # binary or beyond a cap: refusing it takes its time too
        read_recap(text, "post.md")
    return time.process_time() - start


def wrapped(text: str) -> str:
    """The text in lines that are not too long to be read."""
    return "\n".join(text[start : start + 5_000] for start in range(0, len(text), 5_000))


def random_text(length: int) -> str:
    """Words, names, headings and items as a post has them, but without end."""
    pieces = ("Jane Doe ", "talked about ", "Docker ", "and ", "the network. ", "\n\n", "\n- ")
    choose = random.Random(1)
    text = "".join(choose.choices((*pieces, "\n\n## Fast tests by Joe Roe\n\n"), k=length // 6))
    return text[:length]
