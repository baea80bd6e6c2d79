"""A run that was made before, on the same files, is told again: what it printed and its exit code. Knows nothing of lists.

Imports next to nothing. What a run depends on, and whether it may be told again, `_record` finds out when it's made.
"""

from __future__ import annotations

import os
import stat
import sys

from listlint import cache

TYPE_CHECKING = False  # `typing` costs more than all this
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Final, Literal

    What = Literal["content", "existence", "place", "leftovers"]
    State = bytes | str | bool | None
    Witness = tuple[str, What, State]
    """A path, what of it matters, and how that is."""

RECORDED: Final = frozenset({"check", "fix"})
"""The commands whose runs are kept."""
COMPARING: Final = frozenset({"--since", "--staged", "--baseline"})
"""Options of runs that are never kept: what git has changes without any file that they read."""
ENVIRONMENT: Final = (
    "CLICOLOR_FORCE",
    "FORCE_COLOR",
    "NO_COLOR",
    "PRE_COMMIT",
    "TERM",
    "HOME",
    "COLUMNS",
    "GITHUB_ACTIONS",
    "CI",
    "GITHUB_WORKSPACE",
    "CI_PROJECT_DIR",
    "BUILD_SOURCESDIRECTORY",
    "GITHUB_STEP_SUMMARY",
)
"""What of the environment a run may depend on."""
LEFTOVER: Final = ".listlint-"
"""How the temporary files of a run begin that was killed; a run that repairs clears them away."""
_STREAMS: Final = (1, 2)


class Run:
    """A run as it was asked for, and where it's kept."""

    def __init__(self, store: cache.Cache, key: bytes) -> None:
        self.store = store
        self.key = key

    @classmethod
    def asked(cls, words: list[str]) -> Run | None:
        """The run that a command line stands for; None where it isn't kept."""
        if not words or words[0] not in RECORDED or "--no-cache" in words or sys.stdout is None or sys.stderr is None:
            return None
        if any(word.partition("=")[0] in COMPARING for word in words):
            return None
        place = cache.folder(_chosen(words))
        if place is None:
            return None
        try:
            around = [(name, os.environ.get(name)) for name in ENVIRONMENT]
            key = repr((cache.identity_bytes(), words, os.getcwd(), around, [_stream(number) for number in _STREAMS]))  # noqa: PTH109
        except OSError:
            return None
        return cls(cache.Cache(place), cache.digest(key.encode("utf-8", "surrogatepass")))

    def replay(self) -> int | None:
        """Prints what the run printed; its exit code. None, and nothing printed, where it's unknown or the files are others now."""
        data = self.store.load("runs", self.key)
        if data is None:
            return None
        code, count, *rest = cache.unpacked(data)
        witnesses, printed = rest[: 3 * int(count)], rest[3 * int(count) :]
        for path, what, state in zip(witnesses[::3], witnesses[1::3], witnesses[2::3], strict=True):
            if _named(seen(_text(path), _text(what))) != state:  # type: ignore[arg-type] # one of `What`: we wrote it
                return None
        for number, text in zip(printed[::2], printed[1::2], strict=True):
            _write(int(number), text)
        return int(code)

    def keep(self, witnesses: Iterable[Witness], printed: Iterable[tuple[int, bytes]], code: int) -> None:
        """Keeps a run for `replay`."""
        seen_then = [part for path, what, state in witnesses for part in (_bytes(path), _bytes(what), _named(state))]
        said = [part for number, text in printed for part in (b"%d" % number, text)]
        self.store.store("runs", self.key, cache.packed(b"%d" % code, b"%d" % (len(seen_then) // 3), *seen_then, *said))


def seen(path: str, what: What) -> State:
    """How it is with `path`.

    Existence: whether there is anything. Place: where its links lead. Leftovers: whether a folder has some.
    Content: a digest, None where nothing is there, True for what is no file, False where the system refuses to tell.
    """
    if what == "content":
        return _content(path)
    if what == "existence":
        return os.path.exists(path)  # noqa: PTH110 - pathlib costs more than all this
    if what == "place":
        return os.path.realpath(path)
    try:
        return any(name.startswith(LEFTOVER) for name in os.listdir(path))  # noqa: PTH208
    except OSError:
        return None


def _named(state: State) -> bytes:
    """A state as bytes that no other state has."""
    if isinstance(state, bytes):
        return b"b" + state
    return b"s" + _bytes(state) if isinstance(state, str) else repr(state).encode()


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogatepass")


def _content(path: str) -> State:
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116
            return True
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123
            return cache.digest(file.readall())
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError:
        return False


def _chosen(words: list[str]) -> str | None:
    """The folder that the option names, as far as that can be told without knowing the options."""
    for at, word in enumerate(words):
        if word == "--cache-dir" and at + 1 < len(words):
            return words[at + 1]
        if word.startswith("--cache-dir="):
            return word.partition("=")[2]
    return None


def _stream(number: int) -> int:
    """How wide the terminal behind a stream is; -1 where there is none."""
    if not os.isatty(number):
        return -1
    try:
        return os.get_terminal_size(number).columns
    except OSError:
        return 0


def _write(number: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(number, rest) :]
