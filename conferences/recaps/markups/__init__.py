"""Posts that are not written in Markdown -> Markdown, every place kept.

The rest of the reader knows Markdown alone. A new markup is a file with a function that goes
through the source and says what becomes of it, and a row here.
"""

from collections.abc import Callable

from .asciidoc import rewrite_asciidoc
from .html import rewrite_html
from .mdx import rewrite_mdx
from .org import rewrite_org
from .restructured import rewrite_restructured
from .rewriting import Rewriting

__all__ = ["MARKUPS", "Rewriting", "to_markdown"]

MARKUPS: dict[str, Callable[[Rewriting, int], None]] = {
    ".adoc": rewrite_asciidoc,
    ".asciidoc": rewrite_asciidoc,
    ".htm": rewrite_html,
    ".html": rewrite_html,
    ".mdx": rewrite_mdx,
    ".org": rewrite_org,
    ".rst": rewrite_restructured,
}


def to_markdown(text: str, begin: int, path: str) -> Rewriting | None:
    """The text in Markdown, from `begin` on; None where the ending of its path is Markdown's.

    >>> to_markdown("* Talk\\n[[https://x.org][X]]\\n", 0, "a.org").text
    '# Talk\\n[X](https://x.org)\\n'
    """
    for ending, rewrite in MARKUPS.items():
        if path.casefold().endswith(ending):
            rewriting = Rewriting(text)
            rewriting.keep(0, begin)
            rewrite(rewriting, begin)
            return rewriting
    return None
