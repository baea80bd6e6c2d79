"""What stands around a list on disk: the repository's other files, as far as rules ask, and where it is published.

Reads folders, a few texts and git's own configuration file; runs no program and asks no network. Knows no rule.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from listlint.model import Neighbour, Repository

if TYPE_CHECKING:
    from collections.abc import Iterator

_FOLDERS: Final = (".github", "", "docs")
"""Where GitHub looks for a readme and for community files, in this order (its help on default community health files)."""
_READ: Final = ("contributing", "code-of-conduct", "code_of_conduct")
"""How the names of files begin whose texts rules ask for."""
_LONGEST: Final = 1_000_000
"""Bytes of such a file that are read."""
_ORIGIN: Final = '[remote "origin"]'


class Surroundings:
    """Answers for files; reads each repository once."""

    def __init__(self) -> None:
        self._known: dict[Path, tuple[tuple[Neighbour, ...], str | None]] = {}

    def of(self, path: Path) -> Repository:
        """What stands around the file at `path`; whatever can't be read isn't there."""
        absolute = Path(os.path.abspath(path))  # noqa: PTH100 - links stay: a list belongs where it's called
        root = next((folder for folder in absolute.parents if (folder / ".git").exists()), None)
        if root is None:
            return Repository(_shown(absolute.name), held=False)
        if root not in self._known:
            self._known[root] = tuple(_neighbours(root)), remote(root)
        files, published = self._known[root]
        return Repository(_shown(absolute.relative_to(root).as_posix()), files=files, remote=published)


def _neighbours(root: Path) -> Iterator[Neighbour]:
    for folder in _FOLDERS:
        try:
            names = sorted(entry.name for entry in os.scandir(root / folder) if entry.is_file())
        except OSError:
            continue
        for name in names:
            path = f"{folder}/{name}" if folder else name
            asked = name.lower().replace(" ", "-").startswith(_READ)
            yield Neighbour(_shown(path), _text(root / path) if asked else None)


def _shown(name: str) -> str:
    """A name as text: bytes that are no UTF-8 are escaped."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _text(file: Path) -> str:
    try:
        with file.open("rb") as opened:
            return opened.read(_LONGEST).decode("utf-8-sig", "replace")
    except OSError:
        return ""


def remote(root: Path) -> str | None:
    """Where git says that the repository at `root` comes from, `github.com/owner/name`; None where it doesn't say."""
    url = _origin(_git_folder(root / ".git") / "config")
    if url is None:
        return None
    place = url.partition("://")[2] or url.replace(":", "/", 1)
    place = place.partition("@")[2] or place
    return place.strip("/").removesuffix(".git").lower() or None


def _git_folder(git: Path) -> Path:
    """The folder of git's own files; a worktree and a submodule have a file that names it."""
    try:
        named = git.read_text(encoding="utf-8").partition("gitdir:")[2].strip() if git.is_file() else ""
        folder = git.parent / named if named else git
        common = folder / "commondir"
        return folder / common.read_text(encoding="utf-8").strip() if common.is_file() else folder
    except (OSError, UnicodeDecodeError):
        return git


def _origin(config: Path) -> str | None:
    try:
        lines = config.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None
    inside = False
    for line in map(str.strip, lines):
        if line.startswith("["):
            inside = line == _ORIGIN
        elif inside and line.partition("=")[0].strip() == "url":
            return line.partition("=")[2].strip()
    return None
