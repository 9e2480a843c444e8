"""Addresses on the web that readers may be led to."""

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError

LONGEST = 2000


def check_web_address(url: str, limit: int = LONGEST) -> None:
    """Raise ValueError, saying why, unless `url` is empty or a plain http(s) address.

    >>> check_web_address("javascript:alert(1)")
    Traceback (most recent call last):
    ValueError: the address 'javascript:alert(1)' does not begin with http:// or https://
    """
    if not url:
        return
    shown = repr(url if len(url) <= 60 else url[:59] + "…")
    if len(url) > limit:
        raise ValueError(f"the address {shown} has {len(url)} characters; the limit is {limit}")
    if not url.casefold().startswith(("http://", "https://")):
        raise ValueError(f"the address {shown} does not begin with http:// or https://")
    if any(sign.isspace() or not sign.isprintable() for sign in url):
        raise ValueError(f"the address {shown} holds blanks or control characters")
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise ValueError(f"the address {shown} is malformed: {error}") from error
    if "@" in parts.netloc:
        raise ValueError(f"the address {shown} holds a user name, which may mislead")
    if not parts.hostname:
        raise ValueError(f"the address {shown} names no host")


def validate_web_address(url: str) -> None:
    """The same for forms and models."""
    try:
        check_web_address(url)
    except ValueError as error:
        raise ValidationError(str(error)) from error
