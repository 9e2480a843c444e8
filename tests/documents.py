"""The README and the pages in notes/docs/, and a copy of the project to try them in."""

import os
import re
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "notes" / "docs").glob("*.md"))]

FENCED = re.compile(r"^```(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LEFT_OUT = (".*", "__pycache__", "*.egg-info", "db.sqlite3*", "secret_key.txt", "staticfiles")
KEPT = ("PATH", "LANG", "LC_ALL", "TMPDIR")


def read(name):
    return next(path for path in DOCUMENTS if path.name == name).read_text(encoding="utf-8")


def blocks(text, language):
    """What stands in the fenced blocks of a language, in order."""
    return [block for name, block in FENCED.findall(text) if name == language]


def lines(text, language):
    """The command lines in the blocks of a language, in order."""
    return [line for block in blocks(text, language) for line in block.splitlines() if line]


def copy_project(folder):
    """The project as it stands here, without what was made by running it; gives the copy."""
    copy = folder / "site"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(*LEFT_OUT))
    (copy / ".venv").symlink_to(sys.prefix)
    return copy


def environment(home, **more):
    """Of a stranger: nothing of the settings of who runs the tests."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    return kept | {"HOME": str(home)} | more
