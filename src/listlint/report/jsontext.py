"""JSON as text: long lists an element a line, hidden characters escaped. Knows no report."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeAlias

from listlint.report.visible import HIDDEN

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Json: TypeAlias = "str | int | bool | Sequence[Json] | Mapping[str, Json] | None"


def document(value: Mapping[str, Json]) -> str:
    """`value` as one object, its lists of objects with a line for each, and a final newline.

    Written piece by piece because the standard library's encoder is several times slower once it indents.
    """
    return "{\n" + ",\n".join(f'  "{key}": {_member(part)}' for key, part in value.items()) + "\n}\n"


def _member(value: Json) -> str:
    if not isinstance(value, list) or not value:
        return _dump(value)
    return "[\n" + ",\n".join(f"    {_dump(element)}" for element in value) + "\n  ]"


def _dump(value: Json) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if text.isascii() and text.isprintable() else HIDDEN.sub(lambda found: json.dumps(found[0])[1:-1], text)
