"""Texts that would run a script, or make a page lie, where Markdown is shown without care.

`vectors.txt` holds one a line, with ⏎ and ⇥ for line ends and tabs; those with an encoded part
are made here. CALL is the call that must not happen, such as `alert(1)`.
"""

import base64
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

WRITTEN = (Path(__file__).parent / "vectors.txt").read_text().splitlines()

# Where a text may stand in a note.
CONTEXTS = {
    "alone": "{}",
    "in a line": "before {} after",
    "in an item": "- item\n\n  {}\n- next",
    "in a quote": "> {}",
    "in a cell": "| {} | b |\n|---|---|\n| c | {} |",
    "in a heading": "# {}",
    "as a link's text": "[{}](http://e.x)",
    "as a link's address": "[a]({}) [b](<{}> '{}')",
    "as a reference": "[a] ![b][a]\n\n[a]: {} '{}'",
}


def vectors(call: Callable[[int], str]) -> list[str]:
    """All vectors; `call(n)` is what the n-th one tries to run."""
    return [make(call(number)) for number, make in enumerate(_makers())]


def in_context(context: str, vector: str) -> str:
    return CONTEXTS[context].replace("{}", vector)


def _makers() -> Iterator[Callable[[str], str]]:
    for line in WRITTEN:
        yield _filled(line.replace("⏎", "\n").replace("⇥", "\t"), str)
    for encode in (_decimal, _hexadecimal, _padded, _percent, _spaced, _mixed):
        for template in (
            '<a href="CALL">x</a>',
            '<iframe src="CALL"></iframe>',
            "[x](CALL)",
            "[x][y]\n\n[y]: CALL",
            "<CALL>",
        ):
            yield _filled(template, lambda call, encode=encode: encode(f"javascript:{call}"))
    for template in ('<a href="CALL">x</a>', '<object data="CALL"></object>', "[x](CALL)"):
        yield _filled(template, _data_address)


def _filled(template: str, encode: Callable[[str], str]) -> Callable[[str], str]:
    return lambda call: template.replace("CALL", encode(call))


def _decimal(text: str) -> str:
    return "".join(f"&#{ord(sign)};" for sign in text)


def _hexadecimal(text: str) -> str:
    return "".join(f"&#x{ord(sign):X};" for sign in text)


def _padded(text: str) -> str:
    """Entities without a semicolon, which browsers read too."""
    return "".join(f"&#{ord(sign):07d}" for sign in text)


def _percent(text: str) -> str:
    return "".join(f"%{ord(sign):02x}" for sign in text)


def _spaced(text: str) -> str:
    """With controls and blanks that a browser drops from a scheme."""
    return f"\x01 {text[:4]}\t{text[4:6]}\r{text[6:]}"


def _mixed(text: str) -> str:
    return _decimal(text[:4]) + text[4:8].upper() + _hexadecimal(text[8:11]) + text[11:]


def _data_address(call: str) -> str:
    script = base64.b64encode(f"<script>{call}</script>".encode()).decode()
    return f"data:text/html;base64,{quote(script)}"
