"""Addresses of rows: made of what they are called, never by counting what exists."""

from conferences.recaps.folding import slugify


def make_slug(kind: str, text: str, key: str, *, always: bool = False) -> str:
    """The slug of a row called `text`.

    Six digits of `key` follow where the words alone cannot tell rows apart: where
    none are left, where they were cut, and where `always` says so.
    """
    slug = slugify(text)
    if not slug:
        return f"{kind.replace(' ', '-')}-{key[:6]}"
    is_cut = len(slug) < len(slugify(text, limit=len(text) * 20 + 1))
    return f"{slug}-{key[:6]}" if always or is_cut else slug
