"""A run compared with what git has of the same files: leaves only what the change is answerable for.

Knows which version is compared with which; of lists, it asks the engine and `changes`. Reads git, writes nothing.
"""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Final

from listlint import engine, records
from listlint.changes.comparing import Answerable, compare
from listlint.config.load import NAMES, PYPROJECT, printable
from listlint.errors import ListlintError, RuleCrashError, UsageError
from listlint.history import History
from listlint.records import dataclass, field
from listlint.text import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from listlint.config.plan import Plan
    from listlint.runner import FileResult, RunResult, Target

_SHOWN: Final = 3


@dataclass
class Since:
    """What a run is compared with: the commit where the ways to `rev` and to HEAD part.

    Without a `rev` it's HEAD, and what is staged is compared with it.
    """

    rev: str | None
    config: Path | None = None
    """The configuration file that the command line names."""
    isolated: bool = False
    """Whether no configuration file counts."""
    _histories: dict[Path, History] = field(default_factory=dict)
    _bases: dict[Path, str | None] = field(default_factory=dict)
    """By the repository's root."""

    @property
    def _told(self) -> str:
        return "HEAD" if self.rev is None else f'"{self.rev}"'

    def targets(self, targets: Sequence[Target]) -> tuple[list[Target], list[str]]:
        """What is to be read in place of `targets`, and what to remark on it. Raises `UsageError` where git can't compare."""
        for target in targets:
            if target.path is None:
                raise UsageError("standard input has no earlier version: --since and --staged take files")
        for target in targets:
            self._base(target)
        if self.rev is not None:
            return list(targets), []
        staged = [(target, self._staged(target)) for target in targets]
        found = [records.replace(target, data=data) for target, data in staged if data is not None]
        left = [target.name for target, data in staged if data is None]
        some = ", ".join(left[:_SHOWN]) + (f" and {len(left) - _SHOWN} more" if len(left) > _SHOWN else "")
        if not found:
            raise UsageError(f"{some}: not staged or committed; nothing was read")
        return found, [f"{some}: not staged or committed, left out"] if left else []

    def narrow(self, run: RunResult, whole: RunResult, targets: Sequence[Target], plan_for: Callable[[Target], Plan]) -> RunResult:
        """`run` of `targets` with what the change is answerable for; all of it where the configuration changed."""
        del whole
        notes: list[str] = []
        files = []
        older = 0
        for file, target in zip(run.files, targets, strict=True):
            if file.checked is None or file.trace is not None:
                files.append(file)
                continue
            changed = None if self.isolated else self._changed_configuration(target)
            if changed is not None:
                note = f"{changed} changed since {self._told}: all diagnostics are shown"
                notes += [note] if note not in notes else []
            answer = self._answerable(file, target, plan_for)
            shown = file.checked if changed is not None else records.replace(file.checked, diagnostics=answer.diagnostics)
            older += 0 if changed is not None else answer.older
            files.append(records.replace(file, checked=shown, lines=answer.lines))
        if older:
            those = "1 older diagnostic" if older == 1 else f"{older} older diagnostics"
            notes.append(f"{those} not shown: there before the change since {self._told}")
        return records.replace(run, files=tuple(files), notes=(*run.notes, *notes))

    def _answerable(self, file: FileResult, target: Target, plan_for: Callable[[Target], Plan]) -> Answerable:
        checked = file.checked
        if not isinstance(checked, engine.Checked):  # a run that's compared reads all lists itself
            raise TypeError
        every = frozenset(range(1, checked.document.source.line_count + 1))
        data = self.earlier(target)
        if data is None:
            return Answerable(checked.diagnostics, 0, every)
        try:
            source = Source.decode(target.name, data)
        except ListlintError:  # it was no list, or none that anybody could read
            return Answerable(checked.diagnostics, 0, every)
        if source.text == checked.document.text:
            return Answerable((), len(checked.diagnostics), frozenset())
        plan = records.replace(plan_for(target), repository=checked.document.repository)
        try:
            return compare(engine.check(source, plan), checked, plan.rules)
        except RuleCrashError:  # what can't be told of the earlier version doesn't excuse anything
            return Answerable(checked.diagnostics, 0, every)

    def earlier(self, target: Target) -> bytes | None:
        """What the file held before, under whatever name; None where it's new."""
        history, base, name = self._base(target)
        if base is None:
            return None
        data = history.read(base, name)
        if data is None:
            before = history.renamed(base, name, staged=self.rev is None)
            data = history.read(base, before) if before != name else None
        return data

    def _staged(self, target: Target) -> bytes | None:
        history, _, name = self._base(target)
        data = history.read(None, name)
        if data is None and history.conflicts(name):
            raise UsageError(f"{target.name}: is in conflict, so that nothing is staged; settle that first")
        return data

    def _base(self, target: Target) -> tuple[History, str | None, bytes]:
        """The repository, the commit to compare with (None: nothing is committed yet), and what git calls the file."""
        path = Path(os.path.realpath(target.path or "."))
        history = self._histories.get(path.parent)
        if history is None:
            history = self._histories[path.parent] = History(path.parent)
        if history.root not in self._bases:
            since = "HEAD" if self.rev is None else self.rev
            self._bases[history.root] = None if self.rev is None and history.is_empty else history.base(since)
        return history, self._bases[history.root], history.name(path)

    def _changed_configuration(self, target: Target) -> str | None:
        """The configuration file of `target` that says another thing than it did, if any."""
        history, base, _ = self._base(target)
        if base is None:
            return None
        for file in self._configurations(target, history.root):
            try:
                name = history.name(file)
            except UsageError:  # it stands elsewhere
                continue
            if _settings(file.name, history.read(base, name)) != _settings(file.name, file.read_bytes() if file.is_file() else None):
                return printable(os.path.relpath(file))
        return None

    def _configurations(self, target: Target, root: Path) -> Iterator[Path]:
        """Every file that may hold settings of `target`: those there are, and those there may have been."""
        if self.config is not None:
            yield from _extended(self.config.absolute())
            return
        for folder in Path(os.path.abspath(target.path or ".")).parents:  # noqa: PTH100 - links stay: a list belongs where it's called
            for name in NAMES:
                yield from _extended(folder / name)
            if folder == root or (folder / ".git").exists():
                return


def revision(rev: str, asked: str) -> str:
    """`rev`, if it can be a single revision; raises `UsageError` that names what was `asked`."""
    if ".." in rev or not rev.strip():
        raise UsageError(f'{asked}: "{rev}" is no single revision; expected a branch, tag or commit')
    return rev


def _extended(file: Path, above: tuple[Path, ...] = ()) -> Iterator[Path]:
    """`file` and those it extends."""
    yield file
    if file.is_file() and file not in above:
        below = (_settings(file.name, file.read_bytes()) or {}).get("extend")
        if isinstance(below, str):
            yield from _extended(Path(os.path.normpath(file.parent / Path(below).expanduser())), (*above, file))


def _settings(name: str, data: bytes | None) -> dict[str, object] | None:
    """What a configuration file says; None where it says nothing of listlint."""
    if data is None:
        return None
    try:
        table = tomllib.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError):
        return {"unreadable": data}
    if name != PYPROJECT:
        return table
    tool = table.get("tool")
    own = tool.get("listlint") if isinstance(tool, dict) else None
    return own if isinstance(own, dict) else None
