"""What site generators put between `{{< >}}`, `{{% %}}` or `{% %}` -> Markdown of what it shows."""

import re
from dataclasses import dataclass, field

from .addresses import page_of_player, path_to_show, resolve

# Bounded, and never over a blank line: a stray "{%" must not swallow what follows.
SHORTCODE = re.compile(
    r"\{\{<(?P<angle>(?:[^>\n{]|>(?!\}\})|\{(?!\{)|\n(?!\s*\n)){0,3000}+)>\}\}"
    r"|\{\{%(?P<percent>(?:[^%\n{]|%(?!\}\})|\{(?!\{)|\n(?!\s*\n)){0,3000}+)%\}\}"
    r"|\{%(?P<liquid>(?:[^%\n{]|%(?!\})|\{(?!%)|\n(?!\s*\n)){0,3000}+)%\}"
)
ARGUMENT = re.compile(
    r"(?:(?P<key>[\w-]{1,40})\s?=\s?)?(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"']+))"
)
NAME = re.compile(r"\s*[-~]?\s*(?P<closing>/\s*|end)?(?P<name>[A-Za-z][\w-]{0,60})?")
IMAGES = ("img", "image", "figure", "fig", "picture", "thumbnail", "photo")
LAYOUT = ("class", "style", "width", "height", "id", "align", "target", "size")
SHOWN = ("title", "caption", "alt", "text", "quote", "attr", "label", "author")
ADDRESS = re.compile(
    r"https?://\S+|[\w./%~-]*/[\w./%~-]+|[\w%~-]+\.(?:png|jpe?g|gif|svg|webp)", re.I
)
EMBEDS = {
    "youtube": "https://www.youtube.com/watch?v={}",
    "vimeo": "https://vimeo.com/{}",
    "gist": "https://gist.github.com/{}",
    "tweet": "https://twitter.com/i/status/{}",
    "twitter": "https://twitter.com/i/status/{}",
    "instagram": "https://www.instagram.com/p/{}/",
    "speakerdeck": "https://speakerdeck.com/player/{}",
    "slideshare": "https://www.slideshare.net/slideshow/embed_code/{}",
}
EMBED_ID = re.compile(r"[\w-]{3,60}")
# Those that only steer the generator: nothing of them is seen.
SILENT = ("raw", "more", "toc", "post_url", "link", "ref", "relref", "highlight")
# Templates of other makes write `{% %}` too, and talks about them quote it: only these are ours.
LIQUID = frozenset(
    {*IMAGES, *EMBEDS, *SILENT, "include", "include_relative", "blockquote", "pullquote", "quote"}
    | {"codeblock", "video", "audio", "pdf", "asset_img", "include_code", "jsfiddle"}
)


@dataclass(slots=True)
class Arguments:
    named: dict[str, str] = field(default_factory=dict)
    plain: list[str] = field(default_factory=list)


def shortcode_markdown(found: re.Match[str], base_url: str) -> str | None:
    """Markdown of what a match of SHORTCODE shows; None where that is unknown.

    >>> shortcode_markdown(SHORTCODE.match("{{< youtube abcdefghijk >}}"), "")
    '<https://www.youtube.com/watch?v=abcdefghijk>'
    """
    inner = found[found.lastgroup or 0]
    head = NAME.match(inner)
    name = (head["name"] or "").lower() if head else ""
    if found["liquid"] is not None and name not in LIQUID:
        return escape(found[0])
    if head is None or head["closing"] or name in SILENT:
        return ""
    arguments = _read_arguments(inner[head.end() :])
    if name.startswith("include"):
        del arguments.plain[:1]  # the file, of which nothing is seen
    if name in EMBEDS and (page := _embed(name, arguments)):
        return f"<{page}>"
    is_image = name in IMAGES
    urls = _addresses(arguments)
    text = escape(" ".join(_texts(arguments, is_image=is_image)))
    if len(urls) > 1:
        return " ".join([text, *(_linked(url, "", base_url, is_image=is_image) for url in urls)])
    return _linked(urls[0], text, base_url, is_image=is_image) if urls else text or None


def escape(text: str) -> str:
    """Plain text as Markdown that shows just that, in one line."""
    text = " ".join(text.split())
    text = re.sub(r"&(?=#?\w{1,31};)", "&amp;", text).replace("<", "&lt;")
    text = re.sub(r"([\\`*\[\]])", r"\\\1", text)
    return re.sub(r"(?<![^\W_])_|_(?![^\W_])", r"\\_", text)


def _linked(url: str, text: str, base_url: str, *, is_image: bool) -> str:
    absolute = resolve(page_of_player(url), base_url)
    if not absolute:
        path = path_to_show(url)
        return f"{text} (`{path}`)".strip() if path else text
    if is_image:
        return f"![{text}]({absolute})"
    return f"[{text}]({absolute})" if text else f"<{absolute}>"


def _read_arguments(text: str) -> Arguments:
    arguments = Arguments()
    for found in ARGUMENT.finditer(text):
        value = next(
            (found[name] for name in ("double", "single", "bare") if found[name] is not None), ""
        )
        if found["key"]:
            arguments.named[found["key"].lower()] = value
        else:
            arguments.plain.append(value)
    return arguments


def _embed(name: str, arguments: Arguments) -> str:
    given = [arguments.named.get(key, "") for key in ("id", "key", "user", "code")]
    values = [value for value in (*given, *arguments.plain) if EMBED_ID.fullmatch(value)]
    if name == "gist" and len(values) > 1:
        return EMBEDS[name].format("/".join(values[:2]))
    return EMBEDS[name].format(values[0]) if values else ""


def _addresses(arguments: Arguments) -> list[str]:
    named = [value for key, value in arguments.named.items() if key not in LAYOUT]
    return [value for value in (*named, *arguments.plain) if ADDRESS.fullmatch(value)]


def _texts(arguments: Arguments, *, is_image: bool) -> list[str]:
    """The words among the arguments: captions, quotes, alternative texts."""
    texts = [
        value
        for key, value in arguments.named.items()
        if key not in LAYOUT
        and not ADDRESS.fullmatch(value)
        and (" " in value or key.rstrip("_0123456789") in SHOWN)
    ]
    plain = arguments.plain
    if is_image:
        # Octopress: {% img [class] /path [width] [height] [title] %}
        after = next((n for n, value in enumerate(plain, 1) if ADDRESS.fullmatch(value)), 0)
        texts += [value for value in plain[after:] if not value.isdigit()]
    else:
        texts += [value for value in plain if " " in value]
    return [text for text in dict.fromkeys(texts) if re.search(r"[^\W_]", text)]
