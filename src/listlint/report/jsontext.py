"""JSON as text: long lists an element a line, hidden characters escaped. Knows no report."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeAlias

from listlint.report.visible import HIDDEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Json: TypeAlias = "str | int | bool | Sequence[Json] | Mapping[str, Json] | None"


def document(value: Mapping[str, Json]) -> str:
    """`value` as one object, its lists of objects with a line for each, and a final newline.

    Written piece by piece because the standard library's encoder is several times slower once it indents.
    """
    return "{\n" + ",\n".join(f'  "{key}": {_member(part)}' for key, part in value.items()) + "\n}\n"


def lines(values: Iterable[Json]) -> str:
    """Each of `values` on a line of its own."""
    return "".join(f"{_dump(value)}\n" for value in values)


def array(values: Sequence[Json]) -> str:
    """`values` as one array, an element a line, and a final newline."""
    return "[\n" + ",\n".join(f"  {_dump(value)}" for value in values) + "\n]\n" if values else "[]\n"


def pretty(value: Json) -> str:
    """`value` indented throughout, for reports that nest deeply."""
    return _escaped(json.dumps(value, ensure_ascii=False, indent=1)) + "\n"


def _member(value: Json) -> str:
    if not isinstance(value, list) or not value:
        return _dump(value)
    return "[\n" + ",\n".join(f"    {_dump(element)}" for element in value) + "\n  ]"


def _dump(value: Json) -> str:
    return _escaped(json.dumps(value, ensure_ascii=False))


def _escaped(text: str) -> str:
    """JSON's text with hidden characters escaped, but for the line breaks that indent it: inside strings they're escaped already."""
    if text.isascii() and text.isprintable():
        return text
    return HIDDEN.sub(lambda found: found[0] if found[0] == "\n" else json.dumps(found[0])[1:-1], text)
