"""Stable keys of rows: what a row is, as 32 hexadecimal digits."""

import json
from hashlib import sha256
from secrets import token_hex


def key_of(kind: str, *parts: object) -> str:
    """The key of the row that `kind` and `parts` identify; equal parts give equal keys."""
    text = json.dumps([kind, *parts], ensure_ascii=False, sort_keys=True)
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def new_key(kind: str) -> str:
    """A key for a row made by hand, which no recap identifies."""
    return key_of(kind, "by hand", token_hex(16))
