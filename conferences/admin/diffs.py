"""Two texts, line by line: what went is marked with -, what came with +."""

from difflib import SequenceMatcher

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

AROUND = 2  # unchanged lines shown before and after a change
LINES_COMPARED = 4_000  # of both texts; what longer ones have in common is not looked for
LONG = 80  # characters from which a text is told by its differences

REMOVED = '<del class="line"><b>−</b> {}</del>'
ADDED = '<ins class="line"><b>+</b> {}</ins>'
UNCHANGED = '<span class="line"><b> </b> {}</span>'
SKIPPED = '<span class="skipped">{}</span>'


def is_long(text):
    return len(text) > LONG or "\n" in text


def change_html(old, new):
    """What became of a value: both of them, or, where they are long, the lines that differ."""
    if is_long(old) or is_long(new):
        return line_diff(old, new)
    nothing = format_html("<i>{}</i>", _("nothing"))
    return format_html("<del>{}</del> → <ins>{}</ins>", old or nothing, new or nothing)


def line_diff(old, new):
    """HTML of the lines that differ, with a few around them.

    >>> line_diff("a", "a\\nb")
    '<div class="diff"><span class="line"><b> </b> a</span><ins class="line"><b>+</b> b</ins></div>'
    """
    lines = _lines(old.splitlines(), new.splitlines())
    return format_html('<div class="diff">{}</div>', format_html_join("", "{}", lines))


def _lines(old, new):
    for number, codes in enumerate(_groups(old, new)):
        if number:
            yield [format_html(SKIPPED, "…")]
        for what, start, end, new_start, new_end in codes:
            sign = UNCHANGED if what == "equal" else REMOVED
            yield from ([format_html(sign, line)] for line in old[start:end])
            if what != "equal":
                yield from ([format_html(ADDED, line)] for line in new[new_start:new_end])


def _groups(old, new):
    if len(old) + len(new) > LINES_COMPARED:
        return [[("replace", 0, len(old), 0, len(new))]]
    return SequenceMatcher(None, old, new).get_grouped_opcodes(AROUND)
