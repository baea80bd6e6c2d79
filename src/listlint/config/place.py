"""Where a key stands in a TOML text: `tomllib` doesn't tell. Good enough for messages, no parser."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

Place = tuple[int | str, ...]
"""Keys from the outermost table to the key; array elements by number, from 0."""


def line_of(text: str, place: Place) -> int | None:
    """The line, from 1, of the key at `place`, or of the innermost key above it that is found."""
    places = list(_places(text))
    while place:
        for line, found in places:
            if found[-len(place) :] == place:
                return line
        place = place[:-1]
    return None


def _places(text: str) -> Iterator[tuple[int, Place]]:
    """Line and whole place of every table header and every key that starts a line."""
    table: Place = ()
    arrays: Counter[tuple[str, ...]] = Counter()
    for number, line in enumerate(text.splitlines(), 1):
        stripped = line.strip()
        if stripped.startswith("["):
            names = _names(stripped.split("#")[0].strip().strip("[]"))
            if stripped.startswith("[["):
                arrays[names] += 1
            elif stripped.endswith(",") or "]" not in stripped:
                continue
            table = _numbered(names, arrays)
            yield number, table
        elif "=" in stripped and not stripped.startswith("#"):
            yield number, (*table, *_names(stripped.split("=")[0]))


def _numbered(names: tuple[str, ...], arrays: Counter[tuple[str, ...]]) -> Place:
    place: list[int | str] = []
    for end in range(1, len(names) + 1):
        place.append(names[end - 1])
        if arrays[names[:end]]:
            place.append(arrays[names[:end]] - 1)
    return tuple(place)


def _names(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in dotted.strip().split("."))
