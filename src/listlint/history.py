"""Earlier versions of files, as git keeps them. Runs git, writes nothing and asks no network; knows nothing of lists."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Final

from listlint.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

_FETCH: Final = (
    "this clone is shallow: fetch more with `git fetch --unshallow`, or `git fetch --deepen=100`; "
    "in GitHub Actions, check out with fetch-depth: 0"
)
_KEPT: Final = ("GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY")
"""What git tells its hooks, perhaps counted from the folder it called them in."""
_DROPPED: Final = ("GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_PREFIX")
"""What it tells them of where they are called; a file is in the repository that stands around it."""
_QUIET: Final = {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"}
_RENAMED_PARTS: Final = 3
"""Status, old name, new name."""


class History:
    """The repository around one folder. Every method raises `UsageError` where git can't answer."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        done = self._run("rev-parse", "--show-toplevel")
        if done.returncode != 0:
            shown = os.fsencode(folder).decode("utf-8", "backslashreplace")
            if b"dubious ownership" in done.stderr:
                raise UsageError(
                    f"{shown}: belongs to somebody else, so git doesn't read it; `git config --global --add safe.directory {shown}`"
                )
            raise UsageError(f"{shown}: is in no git repository with a working tree, so there is no earlier version")
        self.root = Path(os.fsdecode(done.stdout.rstrip(b"\n")))
        self._renamed: dict[tuple[str, str | None], dict[bytes, bytes]] = {}

    def commit(self, rev: str) -> str:
        """The commit that `rev` names, as its hash."""
        found = self._ask("rev-parse", "--verify", "--quiet", "--end-of-options", f"{rev}^{{commit}}")
        if found is None:
            raise UsageError(f'"{rev}" names no commit of this repository' + (f"; {_FETCH}" if self.is_shallow else ""))
        return found.decode().strip()

    def base(self, rev: str, other: str = "HEAD") -> str:
        """The commit where the ways to `rev` and to `other` part."""
        found = self._ask("merge-base", self.commit(rev), self.commit(other))
        if found is None:
            raise UsageError(f'"{rev}" and {other} have no commit in common' + (f"; {_FETCH}" if self.is_shallow else ""))
        return found.decode().split()[0]

    @property
    def is_shallow(self) -> bool:
        """Whether older commits are missing."""
        return self._ask("rev-parse", "--is-shallow-repository") == b"true\n"

    @property
    def is_empty(self) -> bool:
        """Whether nothing is committed yet."""
        return self._ask("rev-parse", "--verify", "--quiet", "HEAD") is None

    def name(self, path: Path) -> bytes:
        """What git calls the file at `path`; links are followed."""
        real = Path(os.path.realpath(path))
        root = Path(os.path.realpath(self.root))
        if not real.is_relative_to(root):
            raise UsageError(f"{path}: leads out of the repository, and so has no earlier version")
        return os.fsencode(real.relative_to(root).as_posix())

    def read(self, commit: str | None, name: bytes) -> bytes | None:
        """What `name` holds in a commit, or with None in the index; None where there is no such file."""
        where = b":0:" if commit is None else commit.encode() + b":"
        kind = self._ask("cat-file", "-t", os.fsdecode(where + name))
        if kind is None and self._ask("rev-parse", "--verify", "--quiet", "--end-of-options", os.fsdecode(where + name)) is not None:
            raise UsageError(f"{os.fsdecode(name)}: this clone lacks the file's earlier version; fetch it with `git fetch --refetch`")
        return self._ask("cat-file", "blob", os.fsdecode(where + name)) if kind == b"blob\n" else None

    def conflicts(self, name: bytes) -> bool:
        """Whether `name` is in conflict: the index has several versions of it."""
        return bool(self._ask("ls-files", "--unmerged", "-z", "--", f":(top,literal){os.fsdecode(name)}"))

    def renamed(self, commit: str, name: bytes, *, to: str | None = None, staged: bool = False) -> bytes:
        """What the file that is now called `name` was called in `commit`; now is the commit `to`, the index, or the disk."""
        now = to or ("--cached" if staged else None)
        if (commit, now) not in self._renamed:
            words = [commit, *([] if now is None else [now])] if now != "--cached" else ["--cached", commit]
            told = self._ask("diff", "--no-ext-diff", "--name-status", "--find-renames", "--diff-filter=R", "-z", *words, "--") or b""
            parts = told.split(b"\0")[:-1]
            rows = [parts[at : at + _RENAMED_PARTS] for at in range(0, len(parts), _RENAMED_PARTS)]
            self._renamed[commit, now] = {new: old for _, old, new in rows}
        return self._renamed[commit, now].get(name, name)

    def _ask(self, *words: str) -> bytes | None:
        """What git answers to `words`; None where it refuses."""
        done = self._run(*words)
        return done.stdout if done.returncode == 0 else None

    def _run(self, *words: str) -> subprocess.CompletedProcess[bytes]:
        try:
            return subprocess.run(  # noqa: S603 - no shell, and no word of a user stands where an option may
                ["git", "-c", "core.fsmonitor=false", *words],  # noqa: S607 - git is where the user has it
                cwd=self._folder,
                env=_environment(os.environ, Path.cwd()),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
            )
        except FileNotFoundError:
            raise UsageError("git isn't installed, or isn't on the PATH: without it there is no earlier version") from None


def _environment(given: Mapping[str, str], here: Path) -> dict[str, str]:
    """`given`, with the files that a hook is told counted from the root, and no question asked."""
    kept = {name: value for name, value in given.items() if name not in _DROPPED}
    return {**kept, **{name: str(here / given[name]) for name in _KEPT if given.get(name)}, **_QUIET}
