"""What tells the plan for one file from any other, before it's made: making it takes the rules. Reads no files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.cache import packed
from listlint.records import names

if TYPE_CHECKING:
    from pathlib import Path

    from listlint.config.select import Selection
    from listlint.config.settings import Settings

_ELSEWHERE = frozenset({"original", "origin", "place", "base"})
"""Fields of a layer that say where it was written; what its patterns come to is told by the overrides that hold."""


def plan_key(settings: Settings, chosen: Selection, path: Path) -> bytes:
    """All that `select.plan` makes a plan of: two that differ in anything have different keys. Raises `TypeError` for unknown data."""
    return _exact((settings, chosen, settings.over(path)))


def _exact(value: object) -> bytes:
    """`value` as bytes that no other value has: types are told apart, and the order of a table counts, since later entries may win."""
    kind = type(value)
    name = kind.__name__.encode()
    if value is None or kind in (bool, int, float):
        return packed(name, repr(value).encode())
    if isinstance(value, str):
        return packed(name, str(value).encode("utf-8", "surrogatepass"))
    if kind in (tuple, list):
        return packed(name, *map(_exact, value))  # type: ignore[call-overload] # one of the two
    if isinstance(value, dict):
        return packed(name, *(_exact(part) for pair in value.items() for part in pair))
    if hasattr(kind, "__record_fields__"):
        said = (field for field in names(kind) if field not in _ELSEWHERE)
        return packed(name, *(part for field in said for part in (field.encode(), _exact(getattr(value, field)))))
    raise TypeError(f"nothing is known of {kind.__name__}")
