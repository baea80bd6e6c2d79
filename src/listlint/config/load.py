"""Finds and reads configuration files and profiles: the one place that knows where settings come from."""

from __future__ import annotations

import os
import tomllib
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from listlint import pages
from listlint.config.custom import named, specs
from listlint.config.nearest import expected
from listlint.config.settings import Layer, Settings, layer
from listlint.errors import ConfigError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

PYPROJECT: Final = "pyproject.toml"
NAMES: Final = ("listlint.toml", ".listlint.toml", PYPROJECT)
"""In one folder the first of these wins; `pyproject.toml` counts only with a table `[tool.listlint]`."""
_TABLE: Final = ("tool", "listlint")
DEFAULT_PROFILE: Final = "default"


class Configuration:
    """Answers for each file which settings hold; reads every configuration file once.

    `config` names the one file to use, `isolated` none at all, `profile` beats what a file says.
    Every method raises `ConfigError` for a file that can't be understood, and `UsageError` for an unknown profile.
    """

    def __init__(self, config: Path | None = None, *, isolated: bool = False, profile: str | None = None) -> None:
        self._explicit = None if config is None else config.absolute()
        self._isolated = isolated
        self._profile = profile
        self._by_folder: dict[Path, Settings] = {}
        self._by_file: dict[Path | None, Settings] = {}

    def file_for(self, folder: Path) -> Path | None:
        """The configuration file that holds for files in the absolute `folder`."""
        if self._isolated:
            return None
        if self._explicit is not None:
            return self._explicit
        return next((file for place in upwards(folder) if (file := find(place)) is not None), None)

    def for_folder(self, folder: Path) -> Settings:
        """The settings of files in the absolute `folder`."""
        if folder not in self._by_folder:
            self._by_folder[folder] = self._read(self.file_for(folder))
        return self._by_folder[folder]

    def _read(self, file: Path | None) -> Settings:
        if file not in self._by_file:
            # Patterns of a file that stands elsewhere, named by --config, count from where the user stands.
            base = Path.cwd() if file is not None and file == self._explicit else None
            self._by_file[file] = settings(() if file is None else layers(file, base=base), self._profile)
        return self._by_file[file]


def upwards(folder: Path) -> Iterator[Path]:
    """`folder` and those above it, up to the repository's root."""
    for place in (folder, *folder.parents):
        yield place
        if (place / ".git").exists():
            return


def find(folder: Path) -> Path | None:
    """The configuration file in `folder` itself, if there is one."""
    for name in NAMES:
        file = folder / name
        if file.is_file() and (name != PYPROJECT or _table(file) is not None):
            return file
    return None


def layers(file: Path, *, base: Path | None = None, above: tuple[Path, ...] = ()) -> tuple[Layer, ...]:
    """The layers of the absolute `file` and those it extends, the most general first; patterns count from `base`."""
    table = _table(file)
    if table is None:
        raise ConfigError(f"{shown(file)}: has no table [tool.listlint]")
    from listlint.config import schema  # noqa: PLC0415 - pydantic costs more than a check; only a configuration file asks for it

    within = _TABLE if file.name == PYPROJECT else ()
    below = _extended(file, table.get("extend"), above)
    known = named(table) | {word for spec in specs(below) for word in (spec.name, spec.code)}
    table = schema.validate(table, file=shown(file), text=_text(file), within=within, custom=known)
    made = layer(table, shown(file), base or file.parent)
    for spec, other in combinations(specs((*below, made)), 2):
        if spec.code == other.code:
            raise ConfigError(
                f"{shown(file)}: rules.custom: {spec.name} and {other.name} both have the code {spec.code}, expected one each"
            )
    return (*below, made)


def _extended(file: Path, extended: object, above: tuple[Path, ...]) -> tuple[Layer, ...]:
    """The layers of the file that `file` extends, if it does; what is no path, the schema complains of."""
    if not isinstance(extended, str):
        return ()
    target = Path(os.path.normpath(file.parent / Path(extended).expanduser()))
    if target in (*above, file):
        raise ConfigError(f'{shown(file)}: extend: "{extended}" leads back to a file that extends this one')
    # Whoever reads somebody else's repository must not read his own files by its configuration.
    root = next((place for place in file.parents if (place / ".git").exists()), None)
    if root is not None and not target.resolve().is_relative_to(root.resolve()):
        raise ConfigError(f'{shown(file)}: extend: "{extended}" leads out of the repository, expected a file in it')
    if not target.is_file():
        raise ConfigError(f'{shown(file)}: extend: there is no file "{extended}"')
    return layers(target, above=(*above, file))


def settings(found: tuple[Layer, ...] = (), profile: str | None = None) -> Settings:
    """The settings of these configuration layers; `profile` beats the one they name."""
    if profile is not None:
        return Settings(profile, _profile(profile, "--profile", UsageError), found)
    for part in reversed(found):
        if part.profile is not None:
            return Settings(part.profile, _profile(part.profile, f"{part.origin}: profile", ConfigError), found)
    return Settings(DEFAULT_PROFILE, _profile(DEFAULT_PROFILE, "profile", ConfigError), found)


def from_text(text: str, *, name: str = "listlint.toml", base: Path | None = None) -> Settings:
    """The settings of a configuration given as text, as if it stood in `base`; its `extend` is not followed."""
    from listlint.config import schema  # noqa: PLC0415 - see `layers`

    table = _parse(text, name)
    table = schema.validate(table, file=name, text=text, custom=named(table))
    return settings((layer(table, name, base),))


def profiles() -> tuple[str, ...]:
    """The names of the profiles that are shipped."""
    folder = pages.rulebook() / "profiles"
    return tuple(sorted(file.name.removesuffix(".toml") for file in folder.iterdir() if file.name.endswith(".toml")))


def _profile(name: str, asked: str, error: type[ConfigError | UsageError]) -> tuple[Layer, ...]:
    """The layers of a shipped profile. Its shape isn't checked here: the tests have checked it."""
    if name not in profiles():
        raise error(f'{asked}: unknown profile "{name}", {expected(name, profiles())}')
    table = tomllib.loads((pages.rulebook() / "profiles" / f"{name}.toml").read_text(encoding="utf-8"))
    below = _profile(table["extends"], f"profile {name}: extends", ConfigError) if "extends" in table else ()
    return (*below, layer(table, f"profile {name}"))


def _table(file: Path) -> dict[str, Any] | None:
    """The listlint table of `file`, unchecked; None for a `pyproject.toml` without one."""
    text = _text(file)
    if file.name != PYPROJECT:
        return _parse(text, shown(file))
    if "listlint" not in text:
        return None
    tool = _parse(text, shown(file)).get("tool", {})
    table = tool.get("listlint") if isinstance(tool, dict) else None
    return table if isinstance(table, dict) else None


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigError(f"{shown(file)}: is not UTF-8 at byte {error.start}") from None
    except OSError as error:
        raise ConfigError(f"{shown(file)}: can't be read: {(error.strerror or str(error)).lower()}") from None


def _parse(text: str, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{name}: is not TOML: {str(error)[:1].lower()}{str(error)[1:]}") from None


def shown(file: Path) -> str:
    """`file` from where the user stands, where it's below; else whole."""
    here = Path.cwd()
    return printable(file.relative_to(here) if file.is_relative_to(here) else file)


def printable(path: str | os.PathLike[str]) -> str:
    """`path` as text that any reader takes: bytes of a name that are no UTF-8 are escaped, whatever the locale."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
