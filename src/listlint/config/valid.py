"""Tables of configurations, checked for their shape; those that were checked before are known. Reads no configuration file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from listlint import cache

if TYPE_CHECKING:
    from listlint.config.original import Original

# ruff: noqa: PLC0415 - what is known already needs nothing of this


class Valid:
    """Checks tables, with the help of a cache where there is one. Faults are never kept: they name files and lines."""

    def __init__(self, store: cache.Cache | None = None) -> None:
        self._store = store

    def table(self, original: Original) -> dict[str, Any]:
        """What a configuration says, as plain data of the right shape: a function of its text and this version alone.

        Whether the rules, files and profiles exist that it names isn't told here. Raises `ConfigError`.
        """
        if self._store is None:
            return _validated(original)
        within = repr(original.within).encode("utf-8", "surrogatepass")
        key = cache.digest(cache.identity_bytes(), within, original.text.encode("utf-8", "surrogatepass"))
        known = _read(self._store.load("configurations", key))
        if known is None:
            known = _validated(original)
            if (data := _written(known)) is not None:
                self._store.store("configurations", key, data)
        return known


def _validated(original: Original) -> dict[str, Any]:
    table = original.table()
    if "required-version" in table:
        from listlint.config import version  # packaging costs 16 ms

        version.require(table["required-version"], original)
    from listlint.config import schema  # pydantic costs more than a check

    return schema.validate(table, original)


def _read(data: bytes | None) -> dict[str, Any] | None:
    if data is None:
        return None
    import json

    try:
        table = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return table if isinstance(table, dict) else None


def _written(table: dict[str, Any]) -> bytes | None:
    """JSON of a table; None where that says something else, as of a tuple or a date."""
    import json

    try:
        data = json.dumps(table).encode("ascii")
    except (TypeError, ValueError, RecursionError):
        return None
    return data if repr(json.loads(data)) == repr(table) else None
