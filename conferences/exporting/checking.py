"""What a row in a file must be before it is a row of the base.

The file may come from anywhere. What its fields cannot hold is refused by name, and so is what
would lead the program astray later: an address that is no web address, a claim of fields that
no kind of row has.
"""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from conferences.exporting.tables import NUMBER, OF_MODEL, Table, is_user
from conferences.exporting.values import from_file
from conferences.importing.kinds import KINDS
from conferences.importing.posts import Overrides
from conferences.models import CatalogueRow
from conferences.recaps.outline import Outline

NUMBER_LIMIT = 10**12
KEY = re.compile(r"[0-9a-f]{32}")
NAME_LIMIT = 150

Names = Mapping[Any, Mapping[Any, int]]
"""The numbers of the rows of each model, by what others call them: key or number."""


class RowError(ValueError):
    """A value that no row can have: field, value, and why."""


def number_of(values: Any) -> int:
    """The number of a row."""
    number = values.get(NUMBER) if isinstance(values, dict) else None
    if type(number) is not int or not 0 < number < NUMBER_LIMIT:
        raise RowError(f"its row is {_shown(number)}, not a number from 1 to {NUMBER_LIMIT}")
    return number


def name_of(table: Table, values: dict[str, Any]) -> Any:
    """What other rows call the row: its key, else its number."""
    if not table.has_keys:
        return values[NUMBER]
    key = values.get("key")
    if not isinstance(key, str) or not KEY.fullmatch(key):
        raise RowError(f"key is {_shown(key)}, not 32 hexadecimal digits")
    return key


def row_of(table: Table, values: dict[str, Any], names: Names, users: Callable[[str], int]) -> Any:
    """The row, not saved yet. Raises RowError."""
    _check_fields(table, values)
    row = table.model(pk=values[NUMBER])
    for field in table.fields:
        value = values[field.name]
        try:
            setattr(row, field.attname, _value(field, value, names, users))
        except ValidationError as error:
            reason = " ".join(error.messages)
            raise RowError(f"{field.name} is {_shown(value)}: {reason}") from error
        except RowError as error:
            raise RowError(f"{field.name} is {_shown(value)}: {error}") from error
    if problem := _problem(row):
        raise RowError(problem)
    return row


def _check_fields(table: Table, values: dict[str, Any]) -> None:
    wanted = {NUMBER, *(field.name for field in table.fields)}
    if missing := wanted - values.keys():
        raise RowError(f"has no {' and no '.join(sorted(missing))}")
    if unknown := values.keys() - wanted:
        raise RowError(f"has {_shown(min(unknown))}, which no {table.name} has")


def _value(field: Any, value: Any, names: Names, users: Callable[[str], int]) -> Any:
    if value is None:
        if not field.null:
            raise RowError("must be something")
        return None
    if is_user(field):
        return users(_text(value, NAME_LIMIT))
    if field.is_relation:
        return _number_named(field.related_model, value, names)
    if field.get_internal_type() == "JSONField":
        return from_file(value)
    return _plain(field, from_file(value))


def _number_named(model: Any, value: Any, names: Names) -> int:
    known = names.get(model, {})
    if not isinstance(value, str | int) or value not in known:
        raise RowError(f"no {OF_MODEL[model].name} of the export is called so")
    return known[value]


def _text(value: Any, limit: int) -> str:
    if not isinstance(value, str) or not 0 < len(value) <= limit:
        raise RowError(f"not a text of at most {limit} signs")
    return value


def _plain(field: Any, value: Any) -> Any:
    """A text, number, truth or date that the field can hold."""
    wanted = PYTHON_TYPES.get(field.get_internal_type(), str)
    if type(value) is not wanted:
        raise RowError(f"not {TOLD[wanted]}")
    value = field.to_python(value)
    if isinstance(value, datetime) and value.tzinfo is None:
        raise RowError("a time of no time zone")
    if field.choices and value not in dict(field.flatchoices) and value != field.get_default():
        raise RowError(f"must be one of: {', '.join(map(str, dict(field.flatchoices)))}")
    for validator in field.validators:
        # Recaps may lead to hosts that forms would not take: our own check is enough.
        if value != "" and not isinstance(validator, URLValidator):
            validator(value)
    return value


PYTHON_TYPES = {
    "BooleanField": bool,
    "PositiveIntegerField": int,
    "PositiveSmallIntegerField": int,
}
TOLD = {str: "a text", bool: "true or false", int: "a whole number"}


def _problem(row: Any) -> str:
    """What is wrong with what the row tells of others; empty where nothing is."""
    if isinstance(row, CatalogueRow):
        return _problem_of_claims("said", row.kind, row.said)
    return PROBLEMS.get(type(row).__name__, lambda row: "")(row)


def _problem_of_claims(name: str, kind: str, says: Any) -> str:
    """Whether somebody says of a kind of row what it cannot be."""
    if says is None:
        return ""
    if not isinstance(says, dict):
        return f"{name} is {_shown(says)}, not an object"
    rules = KINDS[kind].rules if kind in KINDS else ()
    known = {name for rule in rules for name in (rule.name, rule.otherwise)}
    for field, value in says.items():
        if field not in known:
            return f"{name} tells of {_shown(field)}, which no {kind} has"
        if not isinstance(value, str | int | None):
            return f"{name}.{field} is {_shown(value)}, not a text or number"
    return ""


def _problem_of_version(row: Any) -> str:
    if not re.fullmatch(r"[0-9a-f]{64}", row.sha256):
        return f"sha256 is {_shown(row.sha256)}, not 64 hexadecimal digits"
    try:
        Overrides(**row.overrides)
        Outline.from_dict(row.outline)
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        return f"its outline or overrides are none ({type(error).__name__}: {error})"
    return ""


def _problem_of_receipt(row: Any) -> str:
    if row.kind not in KINDS:
        return f"kind is {_shown(row.kind)}: must be one of: {', '.join(KINDS)}"
    return "" if isinstance(row.receipt, dict) else "its receipt is not an object"


def _problem_of_source(row: Any) -> str:
    if row.kind not in KINDS:
        return f"kind is {_shown(row.kind)}: must be one of: {', '.join(KINDS)}"
    if not isinstance(row.says, dict):
        return f"says is {_shown(row.says)}, not an object"
    return _problem_of_claims("says", row.kind, row.says)


def _problem_of_run(row: Any) -> str:
    is_sound = isinstance(row.arguments, list) and isinstance(row.counts, dict)
    return "" if is_sound else "arguments must be a list, counts an object"


PROBLEMS: dict[str, Callable[[Any], str]] = {
    "Run": _problem_of_run,
    "Version": _problem_of_version,
    "Source": _problem_of_source,
    "Decision": _problem_of_receipt,
}


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:59] + "…"
