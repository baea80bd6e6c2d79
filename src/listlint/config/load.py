"""Finds and reads configuration files and profiles: the one place that knows where settings come from."""

from __future__ import annotations

import os
import tomllib
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from listlint.book import rulebook
from listlint.config.custom import named, specs
from listlint.config.nearest import expected
from listlint.config.original import Original
from listlint.config.selectors import check
from listlint.config.settings import Layer, Settings, layer
from listlint.config.valid import Valid
from listlint.errors import ConfigError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

PYPROJECT: Final = "pyproject.toml"
NAMES: Final = ("listlint.toml", ".listlint.toml", PYPROJECT)
"""In one folder the first of these wins; `pyproject.toml` counts only with a table `[tool.listlint]`."""
_TABLE: Final = ("tool", "listlint")
DEFAULT_PROFILE: Final = "default"


class Configuration:
    """Answers for each file which settings hold; reads every configuration file once.

    `config` names the one file to use, `isolated` none at all; each of `inline` is TOML that beats what files say, and
    `profile` beats all of it.
    Every method raises `ConfigError` for a file that can't be understood, and `UsageError` for an unknown profile.
    """

    def __init__(
        self,
        config: Path | None = None,
        *,
        isolated: bool = False,
        profile: str | None = None,
        inline: Sequence[str] = (),
        valid: Valid | None = None,
    ) -> None:
        self._explicit = None if config is None else config.absolute()
        self._isolated = isolated
        self._profile = profile
        self._inline = tuple(inline)
        self._valid = valid or Valid()
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
            found = () if file is None else layers(file, base=base, valid=self._valid)
            self._by_file[file] = settings(found, self._profile, inlined(self._inline, found, self._valid))
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


def layers(file: Path, *, base: Path | None = None, above: tuple[Path, ...] = (), valid: Valid | None = None) -> tuple[Layer, ...]:
    """The layers of the absolute `file` and those it extends, the most general first; patterns count from `base`."""
    valid = valid or Valid()
    original = Original(shown(file), _text(file), _TABLE if file.name == PYPROJECT else ())
    if file.name == PYPROJECT and _table(file) is None:
        raise ConfigError(f"{original.name}: has no table [tool.listlint]")
    table = valid.table(original)
    below = _extended(file, table.get("extend"), original, above, valid)
    made = layer(table, original.name, base or file.parent, original=original)
    check(table, original, _named(table, below))
    for spec, other in combinations(specs((*below, made)), 2):
        if spec.code == other.code:
            raise ConfigError(
                f"{original.name}: rules.custom: {spec.name} and {other.name} both have the code {spec.code}, expected one each"
            )
    return (*below, made)


def inlined(texts: Sequence[str], below: tuple[Layer, ...] = (), valid: Valid | None = None) -> tuple[Layer, ...]:
    """The layers of what `--config` says on the command line, above those of a file."""
    valid = valid or Valid()
    made: list[Layer] = []
    for text in texts:
        original = Original("--config", text, option=True)
        table = valid.table(original)
        if "extend" in table:
            raise original.fault("extend: stands in a configuration file alone, expected another key", ("extend",))
        check(table, original, _named(table, (*below, *made)))
        made.append(layer(table, "command line", Path.cwd(), original=original))
    return tuple(made)


def _named(table: Mapping[str, Any], below: tuple[Layer, ...]) -> frozenset[str]:
    """What may name the user rules of a table and of the layers below it."""
    return named(table) | {word for spec in specs(below) for word in (spec.name, spec.code)}


def _extended(file: Path, extended: str | None, original: Original, above: tuple[Path, ...], valid: Valid) -> tuple[Layer, ...]:
    """The layers of the file that `file` extends, if it does."""
    if extended is None:
        return ()

    def refused(why: str) -> ConfigError:
        return original.fault(f"extend: {why}", ("extend",), value=True)

    target = Path(os.path.normpath(file.parent / Path(extended).expanduser()))
    if target in (*above, file):
        raise refused(f'"{extended}" leads back to a file that extends this one')
    # Whoever reads somebody else's repository must not read his own files by its configuration.
    root = next((place for place in file.parents if (place / ".git").exists()), None)
    if root is not None and not target.resolve().is_relative_to(root.resolve()):
        raise refused(f'"{extended}" leads out of the repository, expected a file in it')
    if not target.is_file():
        raise refused(f'there is no file "{extended}"')
    return layers(target, above=(*above, file), valid=valid)


def settings(found: tuple[Layer, ...] = (), profile: str | None = None, inline: tuple[Layer, ...] = ()) -> Settings:
    """The settings of these configuration layers, and of the command line's; `profile` beats the one they name."""
    if profile is not None:
        return Settings(profile, _profile(profile, "--profile", UsageError), found, inline)
    for part in reversed((*found, *inline)):
        if part.profile is not None:
            return Settings(part.profile, _chosen(part.profile, part.original), found, inline)
    return Settings(DEFAULT_PROFILE, _profile(DEFAULT_PROFILE, "profile", ConfigError), found, inline)


def _chosen(name: str, original: Original | None) -> tuple[Layer, ...]:
    """The layers of the profile that a configuration names."""
    if name not in profiles() and original is not None:
        raise original.fault(f'profile: unknown profile "{name}", {expected(name, profiles())}', ("profile",), value=True)
    return _profile(name, "profile", ConfigError)


def from_text(text: str, *, name: str = "listlint.toml", base: Path | None = None) -> Settings:
    """The settings of a configuration given as text, as if it stood in `base`; its `extend` is not followed."""
    original = Original(name, text)
    table = Valid().table(original)
    check(table, original, named(table))
    return settings((layer(table, name, base, original=original),))


def profiles() -> tuple[str, ...]:
    """The names of the profiles that are shipped."""
    folder = rulebook() / "profiles"
    return tuple(sorted(file.name.removesuffix(".toml") for file in folder.iterdir() if file.name.endswith(".toml")))


def _profile(name: str, asked: str, error: type[ConfigError | UsageError]) -> tuple[Layer, ...]:
    """The layers of a shipped profile. Its shape isn't checked here: the tests have checked it."""
    if name not in profiles():
        raise error(f'{asked}: unknown profile "{name}", {expected(name, profiles())}')
    table = tomllib.loads((rulebook() / "profiles" / f"{name}.toml").read_text(encoding="utf-8"))
    below = _profile(table["extends"], f"profile {name}: extends", ConfigError) if "extends" in table else ()
    return (*below, layer(table, f"profile {name}"))


def _table(file: Path) -> dict[str, Any] | None:
    """The unchecked listlint table of a `pyproject.toml`; None where it has none."""
    text = _text(file)
    tool = Original(shown(file), text).table().get("tool", {}) if "listlint" in text else {}
    table = tool.get("listlint") if isinstance(tool, dict) else None
    return table if isinstance(table, dict) else None


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigError(f"{shown(file)}: is not UTF-8 at byte {error.start}") from None
    except OSError as error:
        raise ConfigError(f"{shown(file)}: can't be read: {(error.strerror or str(error)).lower()}") from None


def shown(file: Path) -> str:
    """`file` from where the user stands, where it's below; else whole."""
    here = Path.cwd()
    return printable(file.relative_to(here) if file.is_relative_to(here) else file)


def printable(path: str | os.PathLike[str]) -> str:
    """`path` as text that any reader takes: bytes of a name that are no UTF-8 are escaped, whatever the locale."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
