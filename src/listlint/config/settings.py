"""What profiles and configuration files ask for, as data: layers, and the settings they fold into. Reads no files."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from listlint.config.custom import spec_of
from listlint.diagnostic import Severity
from listlint.records import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from pathspec import GitIgnoreSpec

    from listlint.config.original import Original
    from listlint.config.place import Place
    from listlint.custom_spec import Spec

DEFAULT_EXCLUDE = (".git/", ".hg/", ".svn/", ".tox/", ".venv/", "venv/", "node_modules/", "site-packages/")
"""Folders that hold other people's Markdown; only walking minds them."""

OFF = "off"
"""In place of a severity: the rule is silent."""

CUSTOM = "custom"
"""The key beside the rules' names in `[rules]` that has rules of the user's own."""


@dataclass(frozen=True)
class Patterns:
    """Patterns as in .gitignore, counted from `base`."""

    base: Path
    lines: tuple[str, ...]

    def match(self, path: Path, *, folder: bool = False) -> bool:
        """Whether the absolute `path` is meant; what lies outside `base` never is."""
        return self.verdict(path, folder=folder) or False

    def verdict(self, path: Path, *, folder: bool = False) -> bool | None:
        """As `match`; False only where a pattern with `!` takes it back, None where no pattern speaks of it."""
        if path == self.base or not path.is_relative_to(self.base):
            return None
        return _spec(self.lines).check_file(path.relative_to(self.base).as_posix() + ("/" if folder else "")).include


@cache
def _spec(lines: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - 50 ms that only patterns should cost

    try:
        return GitIgnoreSpec.from_lines(lines)
    except ValueError:  # git takes no notice of a pattern that makes no sense, such as a lone backslash
        return GitIgnoreSpec.from_lines([line for line in lines if not line.rstrip().endswith("\\")])


@dataclass(frozen=True, kw_only=True)
class Layer:
    """One table of settings and where it stands. None means: says nothing, the layer below decides."""

    origin: str
    """For people: `profile default`, `listlint.toml`."""
    original: Original | None = None
    """The text it was read from; profiles have none."""
    place: Place = ()
    """Where its table stands in the text."""
    base: Path | None = None
    """The folder its patterns count from; profiles have no patterns."""
    profile: str | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    extend_ignore: tuple[str, ...] = ()
    files: tuple[str, ...] | None = None
    """Of a configuration: what to read where no path is named; of an override: the files it holds for."""
    exclude: tuple[str, ...] | None = None
    extend_exclude: tuple[str, ...] = ()
    severity: Mapping[str, Severity | None] = field(default_factory=dict)
    """By code, name or prefix, as written; None is off."""
    section_severities: tuple[tuple[tuple[str, ...], Mapping[str, Severity | None]], ...] = ()
    """Names of sections, with the severities that hold in them."""
    rules: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    """Options by code or name, as written; keys in snake case, values as the options' types want them."""
    custom: tuple[Spec, ...] = ()
    """User rules."""
    style: Mapping[str, object] = field(default_factory=dict)
    sections: Mapping[str, object] = field(default_factory=dict)
    """Keys in snake case."""
    overrides: tuple[Layer, ...] = ()

    def where(self, *key: str) -> str:
        """Where it says something of `key`, for people: `listlint.toml:3`."""
        line = None if self.original is None else self.original.line_of((*self.place, *key))
        if self.original is None or line is None:
            return self.origin
        return f"{self.original.name}:{line}{self.origin.removeprefix(self.original.name)}"

    def holds_for(self, path: Path | None) -> bool:
        """Whether this override is about the absolute `path`."""
        return path is not None and self.base is not None and Patterns(self.base, self.files or ()).match(path)


def layer(table: Mapping[str, Any], origin: str, base: Path | None = None, *, original: Original | None = None, place: Place = ()) -> Layer:
    """The layer that a configuration table of the right shape makes; what it names needn't exist."""
    overrides = [
        layer(part, f"{origin} [[overrides]] {number + 1}", base, original=original, place=("overrides", number))
        for number, part in enumerate(table.get("overrides", ()))
    ]
    for pattern, ignored in table.get("per-file-ignores", {}).items():
        overrides.append(
            Layer(
                origin=f"{origin} [per-file-ignores]",
                original=original,
                place=("per-file-ignores", pattern),
                base=base,
                files=(pattern,),
                ignore=tuple(ignored),
            )
        )
    sections = dict(table.get("sections", {}))
    by_section = sections.pop("overrides", ())
    return Layer(
        origin=origin,
        original=original,
        place=place,
        base=base,
        profile=table.get("profile"),
        select=_strings(table, "select"),
        ignore=_strings(table, "ignore"),
        extend_select=_strings(table, "extend-select") or (),
        extend_ignore=_strings(table, "extend-ignore") or (),
        files=_strings(table, "files"),
        exclude=_strings(table, "exclude"),
        extend_exclude=_strings(table, "extend-exclude") or (),
        severity=_severities(table),
        section_severities=tuple((tuple(part["sections"]), _severities(part)) for part in by_section),
        rules={key: _plain(options) for key, options in table.get("rules", {}).items() if key != CUSTOM},
        custom=tuple(spec_of(rule) for rule in table.get("rules", {}).get(CUSTOM, ())),
        style=_plain(table.get("style", {})),
        sections=_plain(sections),
        overrides=tuple(overrides),
    )


def _severities(table: Mapping[str, Any]) -> dict[str, Severity | None]:
    return {key: None if value == OFF else Severity(value) for key, value in table.get("severity", {}).items()}


def _strings(table: Mapping[str, Any], key: str) -> tuple[str, ...] | None:
    return tuple(table[key]) if key in table else None


def _plain(table: Mapping[str, Any]) -> dict[str, object]:
    """Keys as Python names, arrays as tuples: what the frozen dataclasses take."""
    return {key.replace("-", "_"): tuple(value) if isinstance(value, list) else value for key, value in table.items()}


@dataclass(frozen=True)
class Settings:
    """What holds for the files of one folder."""

    profile: str
    profiles: tuple[Layer, ...]
    """The profile and those it extends, the most general first."""
    layers: tuple[Layer, ...] = ()
    """The configuration file and those it extends, the most general first; empty without one."""
    inline: tuple[Layer, ...] = ()
    """What the command line configures, in its order."""

    def over(self, path: Path | None) -> tuple[Layer, ...]:
        """What beats the configuration file on the absolute `path`: its overrides, then the command line; later ones win."""
        own = (part for layer in self.layers for part in layer.overrides if part.holds_for(path))
        last = (part for layer in self.inline for part in (layer, *layer.overrides) if part is layer or part.holds_for(path))
        return (*own, *last)

    @property
    def said(self) -> tuple[Layer, ...]:
        """Everything but profiles and overrides."""
        return (*self.layers, *self.inline)

    def excludes(self) -> Iterator[Patterns]:
        """What the configuration leaves out, even where it's named on the command line."""
        for at, part in enumerate(self.said):
            if part.base is None:
                continue
            replaced = any(later.exclude is not None for later in self.said[at + 1 :])
            if lines := (() if replaced else part.exclude or ()) + part.extend_exclude:
                yield Patterns(part.base, lines)

    @property
    def excludes_defaults(self) -> bool:
        """Whether `DEFAULT_EXCLUDE` still holds: no layer has an `exclude` of its own."""
        return all(part.exclude is None for part in self.said)

    @property
    def files(self) -> Patterns | None:
        """What to read where no path is named."""
        for part in reversed(self.said):
            if part.files is not None and part.base is not None:
                return Patterns(part.base, part.files)
        return None
