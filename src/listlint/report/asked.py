"""What a reporter is given: a run, and how much of it to show in which manner. Knows no format.

A workspace is what a service calls the repository: its reports name files from there, with slashes.
"""

from __future__ import annotations

import os
from functools import cached_property
from typing import TYPE_CHECKING

from listlint.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.engine import Checked, Known
    from listlint.model import Document
    from listlint.runner import FileResult, RunResult
    from listlint.text import Source


@dataclass(frozen=True, slots=True)
class Told:
    """One diagnostic with the file and the text it speaks of."""

    file: FileResult
    checked: Checked | Known
    diagnostic: Diagnostic

    @property
    def path(self) -> str:
        """The file's path as shown."""
        return self.file.path

    @property
    def source(self) -> Source:
        """The text its spans count in."""
        return self.checked.source

    @property
    def document(self) -> Document:
        """That text as it was read; may cost reading it."""
        return self.checked.document

    @property
    def lines(self) -> range:
        """The lines it stands on, from 1."""
        span = self.diagnostic.span
        first = self.source.line_of(span.start)
        return range(first, max(first, self.source.line_of(max(span.end - 1, span.start))) + 1)


@dataclass(frozen=True)
class Report:
    """What to report, and how."""

    run: RunResult
    color: bool = False
    unsafe: bool = False
    """Whether unsafe fixes were asked for anyway."""
    columns: int = 100
    """How many cells wide text may show the list's own lines."""
    limit: int | None = None
    """How many diagnostics to show; None: all."""
    folder: str = ""
    """The folder that relative paths count from, absolute; empty where nobody knows."""
    workspace: str = ""
    """The folder that a service's reports count from, absolute."""

    @cached_property
    def _all(self) -> tuple[Told, ...]:
        found = ((file, file.final) for file in self.run.files)
        return tuple(Told(file, checked, one) for file, checked in found if checked is not None for one in checked.diagnostics)

    @property
    def told(self) -> tuple[Told, ...]:
        """The diagnostics to show, file by file, in document order."""
        return self._all[: self.limit]

    @property
    def omitted(self) -> int:
        """How many diagnostics the limit leaves out."""
        return len(self._all) - len(self.told)

    def within(self, path: str) -> str:
        """`path` from the workspace on, with slashes; absolute where it lies outside."""
        whole = os.path.normpath(os.path.join(self.folder, path))  # noqa: PTH118 - text in, text out
        root = os.path.join(self.workspace, "") if self.workspace else ""  # noqa: PTH118 - as above
        return (whole.removeprefix(root) if root else os.path.normpath(path)).replace(os.sep, "/")


def by_file(report: Report) -> Iterator[tuple[FileResult, list[Told]]]:
    """Every file of the run, those with nothing to show included."""
    told: dict[int, list[Told]] = {}
    for one in report.told:
        told.setdefault(id(one.file), []).append(one)
    for file in report.run.files:
        yield file, told.get(id(file), [])


def more(omitted: int) -> str:
    """The line that says how many diagnostics a limit left out."""
    return f"{omitted} more {'diagnostic' if omitted == 1 else 'diagnostics'} not shown (--max-diagnostics)"
