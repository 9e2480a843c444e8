"""python -m conferences.recaps POST...: print what each post says, one JSON object a post."""

import json
import sys
from pathlib import Path

from . import read_recap
from .outline import RecapError
from .reading import as_reading


def main(paths: list[str]) -> int:
    """Exit status: 0 all read, 1 some not, 2 no path given."""
    if not paths:
        print("usage: python -m conferences.recaps POST...", file=sys.stderr)
        return 2
    failed = 0
    for path in paths:
        try:
            outline = read_recap(Path(path).read_bytes(), path)
        except RecapError as error:
            print(f"{path}:{error.line}: error: {error}", file=sys.stderr)
            failed = 1
            continue
        except OSError as error:
            print(f"{path}: error: {error.strerror}", file=sys.stderr)
            failed = 1
            continue
        print(json.dumps(as_reading(outline, path), ensure_ascii=False, indent=2))
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
