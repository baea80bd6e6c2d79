"""Which files to read: named ones, those of a configuration, and the lists in a folder. Opens no more than it must.

Knows the settings' patterns and git's; what a list is, it asks the parser.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from listlint import cache
from listlint.config.load import printable, shown
from listlint.config.settings import DEFAULT_EXCLUDE, Patterns
from listlint.errors import ExcludedError, ListlintError, UsageError
from listlint.records import dataclass, field
from listlint.text import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from listlint.cache import Cache
    from listlint.config.settings import Settings

SUFFIXES: Final = frozenset({".md", ".markdown", ".mdown", ".mkd", ".mkdn"})
"""What a Markdown file is called, case apart."""
LIST_ENTRIES: Final = 5
"""From how many entries on a Markdown file in a folder is taken for a list."""
_ENOUGH: Final = 16_000
"""How many characters are looked at first."""
_ANSWERS: Final = (b"no list", b"list")
_WILD: Final = frozenset("*?[!\\")


@dataclass(frozen=True)
class Found:
    """The files to read, each once, in the order they were asked for."""

    files: tuple[Path, ...]
    """As named, or below the folder as named: not absolute where the name wasn't."""
    notes: tuple[str, ...] = ()
    """One-line remarks for people."""


@dataclass
class _Finder:
    """The state of one search. `settings_for` takes an absolute folder."""

    settings_for: Callable[[Path], Settings]
    excluding: bool
    store: Cache | None
    files: dict[str, Path] = field(default_factory=dict)
    """By real path: one file is read once, whatever its names."""
    notes: list[str] = field(default_factory=list)
    excluded: list[Path] = field(default_factory=list)

    def take(self, file: Path) -> None:
        self.files.setdefault(os.path.realpath(file), file)

    def leaves_out(self, path: Path, *, folder: bool = False) -> bool:
        """Whether the configuration excludes `path`."""
        absolute = _absolute(path)
        return self.excluding and any(patterns.match(absolute, folder=folder) for patterns in self.settings_for(absolute.parent).excludes())


def find(paths: Sequence[Path], settings_for: Callable[[Path], Settings], *, excluding: bool = True, store: Cache | None = None) -> Found:
    """The files that `paths` name; without any, those of the configuration, else this folder's `README.md`.

    A folder stands for the lists in it; `store` knows which texts are lists. Raises `UsageError` where a path doesn't exist, a
    folder holds no list, or nothing is left to read.
    """
    finder = _Finder(settings_for, excluding, store)
    if missing := [printable(path) for path in paths if not os.path.lexists(path)]:
        raise UsageError(f"{', '.join(missing)}: no such file or folder")
    for path in paths or _default(finder):
        if path.is_dir():
            _take_folder(finder, path)
        elif paths and finder.leaves_out(path):
            finder.excluded.append(path)
        else:
            finder.take(path)
    if finder.excluded:
        names = [printable(path) for path in finder.excluded]
        some = ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")  # noqa: PLR2004 - enough to recognise them
        finder.notes.append(f"{some}: left out by the configuration's exclude (--no-exclude reads {'it' if len(names) == 1 else 'them'})")
    if not finder.files:
        nothing = ExcludedError if len(finder.excluded) == len(paths) > 0 else UsageError
        raise nothing("; ".join([*finder.notes, "nothing was read"]))
    return Found(tuple(finder.files.values()), tuple(finder.notes))


def _default(finder: _Finder) -> list[Path]:
    """What to read where nothing is named."""
    here = Path.cwd()
    if (patterns := finder.settings_for(here).files) is not None:
        return _configured(finder, patterns, here)
    found = sorted(path for path in Path().iterdir() if path.name.casefold() == "readme.md" and path.is_file())
    if not found:
        raise UsageError("there is no README.md in this folder; name a file or a folder")
    return found[:1]


def _configured(finder: _Finder, patterns: Patterns, here: Path) -> list[Path]:
    """The files that the configuration's `files` name; a name without wildcards must exist."""
    named = [patterns.base / line for line in patterns.lines if not _WILD & set(line)]
    for path in named:
        if not path.exists():
            raise UsageError(f'files: the configuration names "{shown(path)}", which doesn\'t exist')
    found = [path for path in named if path.is_file()]
    sought = tuple(line for line in patterns.lines if _WILD & set(line) or (patterns.base / line).is_dir())
    if sought:
        within = Patterns(patterns.base, sought)
        found += (path for path in _walk(finder, patterns.base) if within.match(path))
    if not found:
        raise UsageError(f"files: nothing matches {', '.join(patterns.lines)} in {shown(patterns.base)}")
    return [path.relative_to(here) if path.is_relative_to(here) else path for path in found]


def _take_folder(finder: _Finder, folder: Path) -> None:
    """Takes the lists in `folder`, and says how many of how many Markdown files that is."""
    markdown = lists = 0
    for file in _walk(finder, folder):
        if file.suffix.lower() not in SUFFIXES:
            continue
        markdown += 1
        if _is_list(file, finder.store):
            lists += 1
            finder.take(file)
    name = os.path.join(printable(folder), "")  # noqa: PTH118 - the separator at the end is what's wanted
    if not markdown:
        raise UsageError(f"{name}: no Markdown files in this folder")
    files = f"{markdown} Markdown file{'s' if markdown > 1 else ''}"
    if not lists:
        raise UsageError(f"{name}: no list among {files} (a list has {LIST_ENTRIES} entries or more); name a file to read it anyway")
    finder.notes.append(f"{name}: took {lists} list{'s' if lists > 1 else ''} of {files}")


def _is_list(file: Path, store: Cache | None) -> bool:
    """Whether `file` has the entries of a list; a file that can't be read is taken too, so that the run tells why."""
    try:
        data = file.read_bytes()
        source = Source.decode(file.name, data)
    except (OSError, ListlintError):
        return True
    if store is None:
        return _has_entries(source)
    key = cache.digest(b"list", cache.identity_bytes(), data)
    known = store.load("files", key)
    if known not in _ANSWERS:
        known = _ANSWERS[_has_entries(source)]
        store.store("files", key, known)
    return known == _ANSWERS[True]


def _has_entries(source: Source) -> bool:
    from listlint.parse import parse  # noqa: PLC0415 - a file that's named is read whatever it holds

    start = source.text.rfind("\n", 0, _ENOUGH) + 1 if len(source.text) > _ENOUGH else 0
    # Most lists show themselves early: then the rest needn't be parsed twice.
    if start and len(parse(Source(source.name, source.text[:start])).entries) >= LIST_ENTRIES:
        return True
    return len(parse(source).entries) >= LIST_ENTRIES


def _walk(finder: _Finder, top: Path) -> Iterator[Path]:
    """Every regular file below `top` that neither git nor an exclude leaves out, sorted, links not followed."""
    ignores = _Ignores.above(top)
    yield from _walk_folder(finder, top, ignores)


def _walk_folder(finder: _Finder, folder: Path, ignores: _Ignores) -> Iterator[Path]:
    ignores = ignores.within(folder)
    settings = finder.settings_for(_absolute(folder))
    minded = finder.excluding and settings.excludes_defaults
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        finder.notes.append(f"{printable(folder)}: can't be read: {(error.strerror or str(error)).lower()}; left out")
        return
    for entry in entries:
        path = folder / entry.name
        is_folder = entry.is_dir(follow_symlinks=False)
        if not is_folder and not entry.is_file(follow_symlinks=False):
            continue
        if is_folder and (entry.name == ".git" or (minded and f"{entry.name}/" in DEFAULT_EXCLUDE)):
            continue
        if not is_folder and Path(entry.name).suffix.lower() not in SUFFIXES:
            continue
        if ignores.match(path, folder=is_folder) or finder.leaves_out(path, folder=is_folder):
            continue
        if is_folder:
            yield from _walk_folder(finder, path, ignores)
        else:
            yield path


@dataclass(frozen=True)
class _Ignores:
    """What git ignores at one place of a tree: its files of patterns, the outermost first."""

    patterns: tuple[Patterns, ...] = ()

    @classmethod
    def above(cls, top: Path) -> _Ignores:
        """The patterns of the repository that hold above `top`; none where they ignore `top` itself: it was named."""
        absolute = _absolute(top)
        root = next((place for place in (absolute, *absolute.parents) if (place / ".git").exists()), None)
        if root is None or root == absolute:
            return cls(()) if root is None else cls(_read(root / ".git" / "info" / "exclude", root))
        ignores = cls(_read(root / ".git" / "info" / "exclude", root))
        for place in reversed([place for place in absolute.parents if place.is_relative_to(root)]):
            ignores = ignores.within(place)
        return cls() if ignores.match(absolute, folder=True) else ignores

    def within(self, folder: Path) -> _Ignores:
        """With the `.gitignore` of `folder` itself."""
        return _Ignores(self.patterns + _read(folder / ".gitignore", _absolute(folder)))

    def match(self, path: Path, *, folder: bool) -> bool:
        """Whether git ignores `path`: the innermost file of patterns that says anything decides."""
        absolute = _absolute(path)
        return next(
            (told for patterns in reversed(self.patterns) if (told := patterns.verdict(absolute, folder=folder)) is not None), False
        )


def _read(file: Path, base: Path) -> tuple[Patterns, ...]:
    try:
        lines = tuple(file.read_text(encoding="utf-8", errors="replace").splitlines())
    except OSError:
        return ()
    # Every repository has an `info/exclude` of nothing but comments: no reason to import what reads patterns.
    return (Patterns(base, lines),) if any(line.strip() and not line.startswith("#") for line in lines) else ()


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - `..` goes, links stay: patterns are about names
