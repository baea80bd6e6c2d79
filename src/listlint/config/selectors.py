"""Every place of a configuration that names rules, and the complaint about one that there isn't. Reads no files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from listlint.config.custom import is_named
from listlint.config.select import unknown

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from listlint.config.original import Original
    from listlint.config.place import Place

_LISTS = ("select", "ignore", "extend-select", "extend-ignore")


def check(table: Mapping[str, Any], original: Original, custom: Collection[str] = ()) -> None:
    """Raises `ConfigError` for the first unknown rule in a table of the right shape; `custom` names the user's own."""
    for place, selector in _selectors(table, ()):
        if (complaint := unknown(selector)) is not None and not is_named(selector, custom):
            key = ".".join(part for part in place if isinstance(part, str))
            raise original.fault(f"{key}: {complaint}", place)


def _selectors(table: Mapping[str, Any], above: Place) -> Iterator[tuple[Place, str]]:
    for key in _LISTS:
        yield from (((*above, key, number), word) for number, word in enumerate(table.get(key, ())))
    for pattern, words in table.get("per-file-ignores", {}).items():
        yield from (((*above, "per-file-ignores", pattern, number), word) for number, word in enumerate(words))
    yield from (((*above, "severity", word), word) for word in table.get("severity", {}))
    for number, part in enumerate(table.get("overrides", ())):
        yield from _selectors(part, (*above, "overrides", number))
    for number, part in enumerate(table.get("sections", {}).get("overrides", ())):
        yield from (((*above, "sections", "overrides", number, "severity", word), word) for word in part["severity"])
