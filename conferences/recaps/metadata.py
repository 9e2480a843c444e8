"""A block of front matter -> its fields, all scalars as the strings that were written.

Whatever a block holds, reading ends with fields and warnings: what is not valid YAML, TOML or
JSON is read line by line. Messages name lines, never repeat what stands there.
"""

import json
import re
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeAlias

import yaml

from .outline import ReadingWarning

Value: TypeAlias = "str | list[Value] | dict[str, Value]"

# Deeper front matter says nothing of a post; hostile depth would end in RecursionErrors.
DEPTH_LIMIT = 20

# `title: x`, `"title": "x",` and `title = "x"`
KEY_VALUE = re.compile(
    r"""(?P<key>["']?[^\W\d][\w.-]{0,60}["']?)\s{0,8}[:=](?:\s|$|(?=["'“‘\[]))"""
)
SECTION = re.compile(r"\[{1,2}([\w.-]{1,60})\]{1,2}\s*$")
ITEM = re.compile(r"-(?:\s|$)")
COMMENT = re.compile(r"\s#.*$")
QUOTES = (("'", "'"), ('"', '"'), ("“", "”"), ("”", "”"), ("‘", "’"), ("’", "’"))
TOML_LINE = re.compile(r"at line (\d+)")


@dataclass(frozen=True, slots=True)
class Metadata:
    fields: dict[str, Value] = field(default_factory=dict)
    """Keys as `plain_key` makes them."""
    warnings: tuple[ReadingWarning, ...] = ()


class UnreadableError(Exception):
    """The block is not what its fences say; `line` counts from 0 within it."""

    def __init__(self, reason: str, line: int = 0) -> None:
        super().__init__(reason)
        self.line = line


def plain_key(key: str) -> str:
    """One form for all spellings: `canonicalURL`, `canonical_url` -> `canonicalurl`."""
    return re.sub(r"[\W_]", "", key).lower()


def read_yaml(block: str, first_line: int) -> Metadata:
    return _read(_parse_yaml, "YAML", block, first_line)


def read_toml(block: str, first_line: int) -> Metadata:
    return _read(_parse_toml, "TOML", block, first_line)


def read_json(block: str, first_line: int) -> Metadata:
    return _read(_parse_json, "JSON", block, first_line)


def read_pairs(pairs: Iterable[tuple[str, Value, int]]) -> Metadata:
    """Fields from (key, value, line); of a key that stands twice the last value counts."""
    fields: dict[str, Value] = {}
    warnings = []
    for key, value, line in pairs:
        if plain_key(key) in fields:
            message = "front matter has this key twice: the last one counts"
            warnings.append(ReadingWarning(line=line, message=message))
        fields[plain_key(key)] = value
    return Metadata(fields, tuple(warnings))


Pairs: TypeAlias = list[tuple[str, Value, int]]


def _read(parse: Callable[[str], Pairs], name: str, block: str, first_line: int) -> Metadata:
    """Parsers of other people's making raise more than they say: catch all of it."""
    try:
        pairs, warnings = parse(block), []
    except Exception as error:
        pairs = _parse_lines(block)
        reason = str(error) if isinstance(error, UnreadableError) else f"is not valid {name}"
        line = first_line + _line_of_error(error)
        message = f"front matter {reason}: read line by line"
        warnings = [ReadingWarning(line=line, message=message)]
    metadata = read_pairs((key, value, first_line + line) for key, value, line in pairs)
    return Metadata(metadata.fields, (*warnings, *metadata.warnings))


def _line_of_error(error: Exception) -> int:
    match error:
        case UnreadableError():
            return error.line
        case yaml.MarkedYAMLError():
            return error.problem_mark.line if error.problem_mark else 0
        case tomllib.TOMLDecodeError():
            line = TOML_LINE.search(str(error))
            return int(line[1]) - 1 if line else 0
        case json.JSONDecodeError():
            return error.lineno - 1
    return 0


def _parse_yaml(block: str) -> Pairs:
    """The mapping that the events tell: no types are guessed, no references followed.

    Not a loader: those turn `no` into False and `12:30` into 750, recurse, and follow aliases.
    """
    pairs: Pairs = []
    open_nodes: list[_Node] = []
    for event in yaml.parse(block, Loader=yaml.SafeLoader):
        line = event.start_mark.line if event.start_mark else 0
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise UnreadableError("has anchors or aliases, which are not read", line)
        if isinstance(event, yaml.CollectionStartEvent):
            if len(open_nodes) == DEPTH_LIMIT:
                raise UnreadableError("is nested too deeply", line)
            open_nodes.append(_Node(isinstance(event, yaml.MappingStartEvent), line))
            continue
        if isinstance(event, yaml.ScalarEvent):
            value: Value = event.value
        elif isinstance(event, yaml.CollectionEndEvent):
            node = open_nodes.pop()
            value, line = node.value(), node.line
            pairs = node.pairs
        else:
            continue
        if open_nodes:
            open_nodes[-1].add(value, line)
        elif not isinstance(value, dict):
            raise UnreadableError("is no mapping", line)
    return pairs


class _Node:
    """A list or mapping that is still open."""

    def __init__(self, is_mapping: bool, line: int) -> None:
        self.is_mapping = is_mapping
        self.line = line
        self.items: list[Value] = []
        self.pairs: Pairs = []
        self.key: str | None = None

    def add(self, value: Value, line: int) -> None:
        if not self.is_mapping:
            self.items.append(value)
        elif self.key is None:
            if value == "<<":
                raise UnreadableError("has merge keys, which are not read", line)
            self.key = value if isinstance(value, str) else ""
        else:
            self.pairs.append((self.key, value, line))
            self.key = None

    def value(self) -> Value:
        if self.is_mapping:
            return {plain_key(key): value for key, value, _ in self.pairs}
        return self.items


def _parse_toml(block: str) -> Pairs:
    return _pairs_of(tomllib.loads(block, parse_float=str))


def _parse_json(block: str) -> Pairs:
    """Pairs rather than a dict, so that a key which stands twice is seen."""
    pairs = json.loads(
        block,
        strict=False,
        parse_int=str,
        parse_float=str,
        parse_constant=str,
        object_pairs_hook=_JsonObject,
    )
    return [(key, _as_value(value), 0) for key, value in pairs]


class _JsonObject(list[tuple[str, Any]]):
    """The pairs of an object, told from a list by its type."""


def _pairs_of(table: dict[str, Any]) -> Pairs:
    return [(key, _as_value(value), 0) for key, value in table.items()]


def _as_value(value: Any, depth: int = 0) -> Value:
    if depth == DEPTH_LIMIT:
        raise UnreadableError("is nested too deeply")
    if isinstance(value, _JsonObject):
        value = dict(value)
    match value:
        case dict():
            return {plain_key(key): _as_value(one, depth + 1) for key, one in value.items()}
        case list():
            return [_as_value(one, depth + 1) for one in value]
        case bool():
            return str(value).lower()
        case datetime() | date():
            return value.isoformat()
        case None:
            return ""
    return str(value)


def _parse_lines(block: str) -> Pairs:
    """`key: value` or `key = value` a line, `- item` lines below an empty one."""
    pairs: Pairs = []
    section = ""
    for number, line in enumerate(block.split("\n")):
        stripped = line.strip()
        if heading := SECTION.match(stripped):
            section = heading[1]
            pairs.append((section, {}, number))
        elif ITEM.match(stripped) and pairs:
            _add_item(pairs, stripped[1:])
        elif found := KEY_VALUE.match(stripped):
            value = _written_value(stripped[found.end() :])
            _add_pair(pairs, found["key"], value, number, nested=bool(section) or line != stripped)
    return pairs


def _add_item(pairs: Pairs, item: str) -> None:
    key, value, number = pairs[-1]
    items = value if isinstance(value, list) else [value] if value else []
    pairs[-1] = key, [*items, _written_value(item)], number


def _add_pair(pairs: Pairs, key: str, value: Value, number: int, *, nested: bool) -> None:
    """An indented pair belongs to the empty key above it."""
    if nested and pairs and (pairs[-1][1] == "" or isinstance(pairs[-1][1], dict)):
        outer, inner, line = pairs[-1]
        table = inner if isinstance(inner, dict) else {}
        pairs[-1] = outer, {**table, plain_key(key): value}, line
    elif not nested:
        pairs.append((key, value, number))


def _written_value(text: str) -> Value:
    text = text.strip().removesuffix(",").rstrip()
    if text.startswith("["):
        items = text.strip("[]").split(",")
        return [_unquote(item.strip()) for item in items if item.strip()]
    return _unquote(text)


def _unquote(text: str) -> str:
    for opening, closing in QUOTES:
        if text.startswith(opening):
            end = text.rfind(closing, 1)
            if end > 0:
                return text[1:end].replace("''", "'") if opening == "'" else text[1:end]
    return COMMENT.sub("", text).strip()
