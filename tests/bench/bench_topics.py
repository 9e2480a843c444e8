"""How the weights of the evidence on topics are learned from labelled posts, and what they give.

With `--train` they are learned from a folder's posts and the fixtures, and written to
conferences/recaps/topics/weights.json; without it the weights stay as they are. Either way the
figures of each fold are printed with weights learned on the posts of all other authors: so well
unseen posts are read.
"""

import argparse
import json
import math
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from conferences.recaps.conference import find_conference
from conferences.recaps.formats import decode
from conferences.recaps.frontmatter import read_front_matter
from conferences.recaps.markups import to_markdown
from conferences.recaps.post import Post, take_apart
from conferences.recaps.talks import find_talks
from conferences.recaps.topics import choosing, weights
from conferences.recaps.topics.page import lay_out
from tests.bench.bench_reading import ROOT, SHARED, load_scorer, posts_of

WEIGHTS = Path(weights.__file__).with_name("weights.json")
FOLDS = 6
STRENGTH = 1.0
"""How strongly weights are held near zero."""
ROUNDS = 12
MARGIN = 0.008
"""How much F1 is given up for more topics: one too many is easier to reject than one to miss."""
THRESHOLDS = tuple(-step / 10 for step in range(6, 22, 2))
LEAST = -2.0

FIXTURES = ROOT / "fixtures" / "recaps"

Evidence = Mapping[str, float]


@dataclass(frozen=True)
class Labelled:
    """A post's terms with the evidence on them, whether its label names each, and all it names."""

    author: str
    terms: list[choosing.Weighed]
    are_wanted: list[bool]
    wanted: frozenset[str]


def run(options: argparse.Namespace) -> None:
    folder = options.train or SHARED / "recaps"
    if not (SHARED / "score_recaps.py").exists() or not folder.exists():
        print("no labelled posts here")
        return
    scorer = load_scorer()
    posts, fixtures = (read_all(each, scorer) for each in (folder, FIXTURES))
    threshold = print_folds(posts, fixtures, scorer)
    if options.train:
        learned = learn([*posts, *fixtures])
        write_weights(learned, threshold)
        print_row("all, learned from all", [(posts, learned)], threshold, scorer)
    else:
        print_row("all, as shipped", [(posts, weights.WEIGHTS)], weights.THRESHOLD, scorer)


def read_all(folder: Path, scorer: ModuleType) -> list[Labelled]:
    labelled = (path for path in posts_of(folder) if path.with_suffix(".json").exists())
    return [read_labelled(path, scorer) for path in labelled]


def read_labelled(path: Path, scorer: ModuleType) -> Labelled:
    label = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    post = read_post(path)
    drafts = find_talks(post)
    conference = find_conference(post, drafts)
    name = conference.name if conference else ""
    terms = choosing.weigh_terms(lay_out(post, drafts), post, drafts, name)
    wanted = frozenset(scorer.plain(topic) for topic in label["topics"])
    are_wanted = [scorer.plain(term.name) in wanted for term, _ in terms]
    author = label.get("source", {}).get("repo") or path.stem
    return Labelled(author, terms, are_wanted, wanted)


def read_post(path: Path) -> Post:
    text, _ = decode(path.read_bytes())
    front = read_front_matter(text)
    rewriting = to_markdown(text, front.end, path.name)
    return take_apart(rewriting.text if rewriting else text, front, path.name)


def print_folds(
    posts: Sequence[Labelled], fixtures: Sequence[Labelled], scorer: ModuleType
) -> float:
    """The figures of each fold by weights learned without it; the threshold good for all."""
    folds = [[post for post in posts if fold_of(post) == fold] for fold in range(FOLDS)]
    held_out = [
        (fold, learn([*(post for post in posts if post not in fold), *fixtures]))
        for fold in folds
        if fold
    ]
    reached = {threshold: figures(held_out, threshold, scorer)[2] for threshold in THRESHOLDS}
    best = min(t for t, f1 in reached.items() if f1 >= max(reached.values()) - MARGIN)
    for number, (fold, learned) in enumerate(held_out):
        print_row(f"fold {number}, unseen: {len(fold)}", [(fold, learned)], best, scorer)
    print_row("all, each unseen", held_out, best, scorer)
    return best


def fold_of(post: Labelled) -> int:
    return zlib.crc32(post.author.encode()) % FOLDS


def print_row(
    name: str,
    parts: Sequence[tuple[Sequence[Labelled], Evidence]],
    threshold: float,
    scorer: ModuleType,
) -> None:
    precision, recall, f1 = figures(parts, threshold, scorer)
    print(f"  {name:24} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}")


def figures(
    parts: Sequence[tuple[Sequence[Labelled], Evidence]], threshold: float, scorer: ModuleType
) -> tuple[float, float, float]:
    right = found = wanted = 0
    for posts, learned in parts:
        for post in posts:
            chosen = choosing.choose(post.terms, learned, threshold, LEAST)
            names = {scorer.plain(term.name) for term, _ in chosen}
            right += len(names & post.wanted)
            found += len(names)
            wanted += len(post.wanted)
    return scorer.f1(right, found, wanted)


def learn(posts: Sequence[Labelled]) -> dict[str, float]:
    """Weights by logistic regression: Newton's steps on the penalised likelihood."""
    rows = [
        ({"always": 1.0, **evidence}, is_wanted)
        for post in posts
        for (_, evidence), is_wanted in zip(post.terms, post.are_wanted, strict=True)
    ]
    names = sorted({name for evidence, _ in rows for name in evidence})
    places = {name: place for place, name in enumerate(names)}
    sparse = [([(places[n], v) for n, v in row.items()], wanted) for row, wanted in rows]
    held = [0.01 if name == "always" else STRENGTH for name in names]
    learned = [0.0] * len(names)
    for _ in range(ROUNDS):
        slope, bend = derivatives(sparse, learned, held)
        step = solve(bend, slope)
        learned = [weight - change for weight, change in zip(learned, step, strict=True)]
    return dict(zip(names, learned, strict=True))


def derivatives(
    rows: Sequence[tuple[list[tuple[int, float]], bool]],
    learned: Sequence[float],
    held: Sequence[float],
) -> tuple[list[float], list[list[float]]]:
    slope = [strength * weight for strength, weight in zip(held, learned, strict=True)]
    bend = [[0.0] * len(held) for _ in held]
    for place, strength in enumerate(held):
        bend[place][place] = strength
    for row, wanted in rows:
        chance = 1 / (1 + math.exp(-sum(learned[place] * value for place, value in row)))
        spread = chance * (1 - chance)
        for place, value in row:
            slope[place] += (chance - wanted) * value
            line = bend[place]
            for other, weight in row:
                line[other] += spread * value * weight
    return slope, bend


def solve(matrix: list[list[float]], wanted: list[float]) -> list[float]:
    """The solution of the linear equations, by elimination; the matrix is positive definite."""
    rows = [[*row, value] for row, value in zip(matrix, wanted, strict=True)]
    size = len(rows)
    for pivot in range(size):
        for row in rows[pivot + 1 :]:
            if factor := row[pivot] / rows[pivot][pivot]:
                for column in range(pivot, size + 1):
                    row[column] -= factor * rows[pivot][column]
    solution = [0.0] * size
    for place in reversed(range(size)):
        known = sum(rows[place][later] * solution[later] for later in range(place + 1, size))
        solution[place] = (rows[place][size] - known) / rows[place][place]
    return solution


def write_weights(learned: Mapping[str, float], threshold: float) -> None:
    ranked = sorted(learned.items(), key=lambda row: (-row[1], row[0]))
    table = {
        "threshold": threshold,
        "least": LEAST,
        "weights": {name: round(weight, 2) for name, weight in ranked},
    }
    WEIGHTS.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")
    print(f"  {len(ranked)} weights written to {WEIGHTS.name}")
