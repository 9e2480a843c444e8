"""python -m tests.fuzz [--seconds N] [--corpus DIR]: reads bytes that nobody would write.

Atheris (pip install atheris) drives: it mutates the sample posts and keeps what reaches new lines
of the reader. Each input must give an outline whose passages tile the text, or one line of
error, in time that grows with its length. The first that does not is kept as `crash-…` or
`slow-…` in the corpus folder, and the run ends with a traceback; else it prints its totals.
"""

import argparse
import os
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["conferences.recaps"]):
    from conferences.recaps import read_recap
    from conferences.recaps.formats import RECAP_ENDINGS
    from conferences.recaps.outline import RecapError

FIXTURES = Path(__file__).parents[2] / "fixtures" / "recaps"
LONGEST = 16 * 1024
# Of the processor, instrumented; what is worse than linear passes it by far.
SECONDS = 2.0
SECONDS_A_BYTE = 0.002


class Target:
    """Reads an input: its first byte chooses the ending of the post's path."""

    def __init__(self, corpus: Path, seconds: float) -> None:
        self.corpus = corpus
        self.seconds = seconds
        self.counts: Counter[str] = Counter()
        self.slowest = 0.0
        self.began = time.monotonic()

    def __call__(self, data: bytes) -> None:
        if time.monotonic() - self.began > self.seconds:
            print(self.totals(), flush=True)
            os._exit(0)  # the driver would not come back, nor let exit handlers run
        ending = RECAP_ENDINGS[data[0] % len(RECAP_ENDINGS)] if data else ".md"
        started = time.process_time()
        self.counts[self.read(data[1:], f"post{ending}")] += 1
        self.check_time(data, time.process_time() - started)

    def read(self, source: bytes, path: str) -> str:
        try:
            outline = read_recap(source, path)
        except RecapError as error:
            if "\n" in str(error):
                raise
            return "refused"
        places = [0, *(passage.end for passage in outline.passages)]
        assert [passage.start for passage in outline.passages] == places[:-1]
        assert places[-1] == len(outline.text)
        return "with talks" if outline.talks else "without talks"

    def check_time(self, data: bytes, seconds: float) -> None:
        self.slowest = max(self.slowest, seconds)
        if seconds > SECONDS + SECONDS_A_BYTE * len(data):
            path = self.corpus / f"slow-{hash(data) & 0xFFFFFFFF:08x}"
            path.write_bytes(data)
            raise AssertionError(f"{len(data)} bytes took {seconds:.1f} s: {path}")

    def totals(self) -> str:
        counts = ", ".join(f"{count} {name}" for name, count in sorted(self.counts.items()))
        minutes = (time.monotonic() - self.began) / 60
        return (
            f"{self.counts.total()} inputs in {minutes:.1f} minutes: {counts};"
            f" the slowest took {self.slowest:.2f} s"
        )


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=int, default=60, help="how long (default: 60)")
    parser.add_argument("--corpus", type=Path, help="where inputs are kept (default: nowhere)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        corpus = options.corpus or Path(folder)
        corpus.mkdir(parents=True, exist_ok=True)
        for number, post in enumerate(sorted(FIXTURES.glob("*.*"))):
            (corpus / f"seed-{post.name}").write_bytes(bytes([number]) + post.read_bytes())
        target = Target(corpus, options.seconds)
        arguments = [
            f"-max_len={LONGEST}",
            f"-artifact_prefix={corpus}/",
            "-verbosity=0",
        ]
        atheris.Setup([sys.argv[0], *arguments, str(corpus)], target)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
