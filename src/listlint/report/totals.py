"""What a run comes to: the figures of every report's end. Knows no format."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from listlint.diagnostic import Severity
from listlint.edits import Safety
from listlint.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.runner import FileResult, RunResult
    from listlint.text import Source


@dataclass(frozen=True, slots=True)
class Totals:
    """Figures over all files of a run."""

    files: int
    """Files that were read."""
    affected: int
    """Files with diagnostics."""
    severities: dict[Severity, int]
    safe: int
    """Diagnostics with a safe fix."""
    unsafe: int
    """Diagnostics with an unsafe fix."""
    fixing: bool
    """Whether it was a fix run; then all else counts what is left."""
    fixed: int
    """Diagnostics whose fixes were made, or would be made where a diff was asked for."""
    changed: int
    """Files they stand in."""
    pending: bool
    """Whether only a diff was asked for."""
    unread: int
    failed: int
    """Files that were read but stayed as they were for an error."""

    @property
    def diagnostics(self) -> int:
        """All of them."""
        return sum(self.severities.values())


def told(run: RunResult) -> Iterator[tuple[str, Source, Diagnostic]]:
    """Every diagnostic of the run with its file's path and the text it counts in."""
    for file in run.files:
        if (checked := file.final) is not None:
            for diagnostic in checked.diagnostics:
                yield file.path, checked.source, diagnostic


def failures(run: RunResult) -> Iterator[tuple[str, str]]:
    """Path and message of every file that couldn't be read, fixed or written."""
    for file in run.files:
        if (message := failure(file)) is not None:
            yield file.path, message


def failure(file: FileResult) -> str | None:
    """Why the file wasn't read, or stayed as it was."""
    return file.error or (file.fixed.failure if file.fixed else None)


def totals(run: RunResult) -> Totals:
    """The figures of `run`."""
    read = [file for file in run.files if file.final is not None]
    diagnostics = [diagnostic for _, _, diagnostic in told(run)]
    changed = [file for file in read if file.fixed and file.fixed.applied and failure(file) is None]
    severities = Counter(diagnostic.severity for diagnostic in diagnostics)
    safeties = Counter(diagnostic.fix.safety for diagnostic in diagnostics if diagnostic.fix)
    return Totals(
        files=len(read),
        affected=len({path for path, _, _ in told(run)}),
        severities={severity: severities[severity] for severity in Severity},
        safe=safeties[Safety.SAFE],
        unsafe=safeties[Safety.UNSAFE],
        fixing=run.mode != "check",
        fixed=sum(len(file.fixed.applied) for file in changed if file.fixed),
        changed=len(changed),
        pending=run.mode == "diff",
        unread=len(run.files) - len(read),
        failed=sum(failure(file) is not None for file in read),
    )
