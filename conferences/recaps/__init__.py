"""Reading: from the bytes of a recap post to an `Outline`. Pure: knows nothing of Django."""

from .outline import Outline
from .reader import read

__all__ = ["read_recap"]


def read_recap(source: bytes | str, path: str = "") -> Outline:
    """What a recap post says.

    Raises RecapError for bytes that are no text and for posts beyond the caps, nothing else.

    >>> outline = read_recap("# PyCon 2020\\n\\n## Fast tests by Jane Doe\\n\\nA good talk.\\n")
    >>> [(talk.title, talk.speakers[0].name) for talk in outline.talks]
    [('Fast tests', 'Jane Doe')]
    """
    return read(source, path)
