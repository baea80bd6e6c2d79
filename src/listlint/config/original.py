"""The text that settings were read from, and complaints that point into it. Reads no files, knows no key's meaning."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any, Final

from listlint.config.place import spot
from listlint.errors import ConfigError, Mark
from listlint.records import dataclass
from listlint.regex import lazy
from listlint.text import Span

if TYPE_CHECKING:
    from listlint.config.place import Place

_WHERE: Final = lazy(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
"""How `tomllib` ends its messages; lines and columns from 1."""


@dataclass(frozen=True)
class Original:
    """A configuration as it was written."""

    name: str
    """As shown: `listlint.toml`, `--config`."""
    text: str
    within: Place = ()
    """The table in it that is listlint's."""
    option: bool = False
    """Whether it's a command-line option: one line, without a number."""

    def table(self) -> dict[str, Any]:
        """What it says, unchecked; raises `ConfigError` where it is no TOML."""
        try:
            table: Any = tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            raise self._no_toml(str(error)) from None
        for key in self.within:
            table = table.get(key, {}) if isinstance(table, dict) else {}
        return table if isinstance(table, dict) else {}

    def line_of(self, place: Place) -> int | None:
        """The line, from 1, of a key or of the innermost one above it that stands there."""
        found = None if self.option else spot(self.text, (*self.within, *place))
        return None if found is None else self.text.count("\n", 0, found.key.start) + 1

    def fault(self, message: str, place: Place, *, value: bool = False) -> ConfigError:
        """The complaint about the key at `place`, or about its value."""
        found = spot(self.text, (*self.within, *place))
        return self._at(message, None if found is None else found.value if value else found.key)

    def _no_toml(self, told: str) -> ConfigError:
        where = _WHERE.search(told)
        message = f"is not TOML: {told[:1].lower()}{told[1 : where.start() if where else None]}"
        if self.option:
            message += ", expected KEY=VALUE with the value as in a configuration file, such as --config 'profile=\"papers\"'"
        if where is None:
            return self._at(message, None)
        lines = self.text.split("\n")
        if where[1] is None:
            message = message.replace(", expected KEY", " at its end, expected KEY") if self.option else f"{message} at the end of the file"
            line, column = len(lines), len(lines[-1]) + 1
            if not lines[-1] and line > 1:
                line, column = line - 1, len(lines[-2]) + 1
        else:
            line, column = int(where[1]), int(where[2])
        start = sum(len(one) + 1 for one in lines[: line - 1]) + column - 1
        return self._at(message, Span(start, start + 1))

    def _at(self, message: str, span: Span | None) -> ConfigError:
        if span is None:
            return ConfigError(f"{self.name}: {message}")
        start = self.text.rfind("\n", 0, span.start) + 1
        line = self.text[start:].partition("\n")[0].rstrip("\r")
        number, column = self.text.count("\n", 0, start) + 1, span.start - start + 1
        mark = Mark(None if self.option else number, line, column, max(1, min(span.end - start, len(line)) - column + 1))
        return ConfigError(f"{self.name}{'' if self.option else f':{number}:{column}'}: {message}", mark)
