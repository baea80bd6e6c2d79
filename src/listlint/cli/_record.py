"""What a run is made of: what it prints, and every file it depends on, so that `_replay` may tell it again. Knows nothing of lists.

A run is kept where that's all known: it names its lists, and reads nothing beside them but the configuration files on the way up.
Whatever else it opens, lists or starts (a folder, git, a baseline), Python's audit events tell, and then it isn't kept.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import listlint
from listlint.cli._replay import seen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import TextIO

    from listlint.cli._replay import Run, What, Witness

_CODE: Final = (".py", ".pyc", ".so", ".pyd", ".dll", ".pth")
_INSTALLED: Final = frozenset({"site-packages", "dist-packages"})
_LISTED: Final = frozenset({"os.listdir", "os.scandir"})
_OUTSIDE: Final = ("subprocess.", "socket.", "os.system", "os.exec", "os.posix_spawn", "os.rename", "os.remove", "os.rmdir", "os.mkdir")


class Recording:
    """One run while it's made."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._printed: list[tuple[int, bytes]] = []
        self._witnesses: tuple[Witness, ...] | None = None
        self._touched: set[str] = set()
        self._open = True
        self._spoiled = False
        sys.addaudithook(self._hear)
        for number, stream in ((1, sys.stdout), (2, sys.stderr)):
            setattr(stream, "write", self._kept(number, stream))  # noqa: B010 - a method of this one stream

    def look(self, paths: Sequence[str], config: Path | None, *, repairs: bool) -> None:
        """Takes down how the files are that the run depends on; to be called before it reads any."""
        witnesses = tuple(_witnesses(paths, config, repairs=repairs))
        if paths and all(type(seen(path, "content")) is bytes for path in paths):
            self._witnesses = witnesses

    def spoil(self) -> None:
        """The run did something that telling it again wouldn't do."""
        self._spoiled = True

    def close(self, code: int | None) -> None:
        """Keeps the run that ended with `code`, where it may be told again."""
        self._open = False
        for stream in (sys.stdout, sys.stderr):
            vars(stream).pop("write", None)
        if code not in (0, 1) or self._witnesses is None or self._spoiled:
            return
        known = self._touched <= {path for path, _, _ in self._witnesses}
        if known and all(seen(path, what) == state for path, what, state in self._witnesses):
            self._run.keep(self._witnesses, self._printed, code)

    def _kept(self, number: int, stream: TextIO) -> Callable[[str], int]:
        write = stream.write

        def keep(text: str) -> int:
            self._printed.append((number, text.encode("utf-8", "backslashreplace")))
            return write(text)

        return keep

    def _hear(self, event: str, arguments: tuple[object, ...]) -> None:
        """An audit event of Python's (docs.python.org/3/library/audit_events.html)."""
        if not self._open:
            return
        if event == "open" or event in _LISTED:
            path = arguments[0]
            if isinstance(path, str | bytes | os.PathLike):
                name = os.path.abspath(os.fsdecode(path))  # noqa: PTH100 - `..` goes, links stay
                if not _is_ours(name) and not name.startswith(self._run.store.place):
                    self._touched.add(name)
        elif event.startswith(_OUTSIDE) and not self._is_kept(arguments):
            self.spoil()

    def _is_kept(self, arguments: tuple[object, ...]) -> bool:
        """Whether an event is about the cache itself."""
        path = arguments[0] if arguments else None
        return isinstance(path, str) and path.startswith(self._run.store.place)


_current: Recording | None = None


def begin(run: Run) -> None:
    """From here on what is printed is kept."""
    global _current  # noqa: PLW0603 - a process makes one run
    _current = Recording(run)


def current() -> Recording | None:
    """The recording of this process's run; None where none is made."""
    return _current


def end(code: int | None) -> None:
    """The run ended with `code`."""
    global _current  # noqa: PLW0603 - see above
    if _current is not None:
        _current.close(code)
        _current = None


def _is_ours(path: str) -> bool:
    """Whether `path` belongs to Python, to listlint or to what is installed beside it."""
    if path.endswith(_CODE) or path in sys.path or path == os.devnull:
        return True
    package = os.path.dirname(listlint.__file__)  # noqa: PTH120
    rulebook = os.path.join(os.path.dirname(os.path.dirname(package)), "rules")  # noqa: PTH118, PTH120 - in a checkout
    installed = [place for place in sys.path if os.path.basename(place) in _INSTALLED]  # noqa: PTH119
    return any(f"{path}{os.sep}".startswith(f"{place}{os.sep}") for place in (package, rulebook, os.path.dirname(os.__file__), *installed))  # noqa: PTH120


def _witnesses(paths: Iterable[str], config: Path | None, *, repairs: bool) -> Iterator[Witness]:
    """All that a run on these files depends on: the files, and each configuration file that is or could be above them."""
    from listlint.config.load import NAMES, upwards  # noqa: PLC0415 - with the rest that a check needs

    absolute = [Path(os.path.abspath(path)) for path in paths]  # noqa: PTH100 - `..` goes, links stay, as where settings are sought
    for path in dict.fromkeys([*absolute, *([] if config is None else [config.absolute()])]):
        yield _witness(path, "content")
    for folder in dict.fromkeys(place for path in absolute for place in upwards(path.parent)):
        yield _witness(folder / ".git", "existence")
        for name in NAMES:
            yield _witness(folder / name, "content")
    if len(absolute) > 1:  # one file is read once, whatever its names
        yield from (_witness(path, "place") for path in absolute)
    if repairs:
        for place in dict.fromkeys(os.path.realpath(path.parent) for path in absolute):
            yield _witness(Path(place), "leftovers")


def _witness(path: Path, what: What) -> Witness:
    name = os.fspath(path)
    return name, what, seen(name, what)
