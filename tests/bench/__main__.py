"""python -m tests.bench [NAME ...] [--quick]: runs the benchmarks named, or all.

A benchmark is a module `bench_<name>.py` beside this one with a `run(options)` that prints what
it measured, as ratios to something measured in the same run.
"""

import argparse
from importlib import import_module
from pathlib import Path

NAMES = sorted(
    path.stem.removeprefix("bench_") for path in Path(__file__).parent.glob("bench_*.py")
)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(NAMES))
    parser.add_argument("--quick", action="store_true", help="smaller sizes, rougher figures")
    parser.add_argument(
        "--train",
        type=Path,
        metavar="FOLDER",
        help="topics: learn the weights of evidence from the labelled posts of a folder",
    )
    options = parser.parse_args()
    if unknown := set(options.names) - set(NAMES):
        parser.error(
            f"no such benchmark: {', '.join(sorted(unknown))}; there are {', '.join(NAMES)}"
        )
    for name in options.names or NAMES:
        print(f"== {name}")
        import_module(f"tests.bench.bench_{name}").run(options)


if __name__ == "__main__":
    main()
