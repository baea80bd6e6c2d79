"""Files in, results out: reads each list, has the engine check or fix it, writes what is proved. Prints nothing.

Knows no configuration file and no command line: `plan_for` says what each file is held to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, Self

from listlint import engine, records
from listlint.diagnostic import Diagnostic, Severity
from listlint.engine import Checked, Fixed
from listlint.errors import ListlintError, RuleCrashError, UnreadableError
from listlint.records import dataclass
from listlint.text import Source, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from listlint.config.plan import Plan
    from listlint.engine import Known
    from listlint.remembered import Remembered
    from listlint.repository import Surroundings
    from listlint.sharing import Shared

    Repair = Callable[[Source, Plan], Fixed]
    """What makes another text of a list, in place of the engine's fixes."""
    Progress = Callable[[int, int], None]
    """Told how many bytes are read, of how many that must be."""

# ruff: noqa: PLC0415 - a run on files whose checks are known needs nothing that reads lists

Mode = Literal["check", "fix", "diff"]
"""Report; repair and write; repair and write nothing."""

_ORDER: Final = tuple(Severity)
"""The worst first."""
CRASH: Final = "LL000"
"""The code of a crash in one file."""


@dataclass(frozen=True)
class Target:
    """One file to read: its name as shown, and where it stands; `data`, where it isn't to be read from there, or stands nowhere."""

    name: str
    path: Path | None
    data: bytes | None = None


@dataclass(frozen=True)
class FileResult:
    """What came of one file: `checked` in mode check and where the repaired text couldn't be written, `fixed` otherwise, or `error`."""

    path: str
    """As shown."""
    checked: Checked | Known | None = None
    fixed: Fixed | None = None
    error: str | None = None
    """One line that begins with the path: why it couldn't be read or written."""
    written: bool = False
    trace: str | None = None
    """The traceback behind an LL000 diagnostic."""
    lines: frozenset[int] | None = None
    """Its new and altered lines, from 1, where it was compared with an earlier version."""

    @property
    def final(self) -> Checked | Known | None:
        """The list as it stands, or as it would stand after fixing."""
        return self.fixed.after if self.fixed is not None else self.checked

    @property
    def changed(self) -> bool:
        """Whether fixing made another text of it, written or not."""
        return self.fixed is not None and self.fixed.after.source.text != self.fixed.before.text

    @property
    def failed(self) -> bool:
        """Whether it couldn't be read, judged, repaired or written."""
        if self.error is not None or (self.fixed is not None and self.fixed.failure is not None):
            return True
        return self.final is None or any(diagnostic.code == CRASH for diagnostic in self.final.diagnostics)

    def faulty(self, least: Severity) -> bool:
        """Whether anything of severity `least` or above is left."""
        found = self.final.diagnostics if self.final is not None else ()
        return any(_ORDER.index(diagnostic.severity) <= _ORDER.index(least) for diagnostic in found)


@dataclass(frozen=True)
class RunResult:
    """What came of all files, in the order they were found."""

    files: tuple[FileResult, ...]
    notes: tuple[str, ...] = ()
    """One-line remarks: `docs/: took 3 lists of 12 Markdown files`."""
    mode: Mode = "check"

    @property
    def exit_code(self) -> Literal[0, 1, 2]:
        """2 where a file failed or none was read, 1 where errors or warnings are left or a diff is shown, else 0."""
        return self.exit_code_at(Severity.WARNING)

    def exit_code_at(self, least: Severity | None) -> Literal[0, 1, 2]:
        """`exit_code` where `least` is the least severity that fails a run; None: no diagnostic does, but a file or a diff."""
        if not self.files or any(file.failed for file in self.files):
            return 2
        left = least is not None and any(file.faulty(least) for file in self.files)
        return 1 if left or (self.mode == "diff" and any(file.changed for file in self.files)) else 0


@dataclass(frozen=True)
class Memory:
    """What earlier runs found, and which key stands for what a file is held to; None: nothing of it is known or kept."""

    checks: Remembered
    held: Callable[[Target], bytes | None]

    def recall(self, target: Target, mode: Mode, *, unsafe: bool) -> FileResult | None:
        """What a run would make of `target`, where that takes no more than what a check of it found."""
        held = self.held(target)
        if held is None:
            return None
        try:
            known = self.checks.load(Source.decode(target.name, read(target)), held)
        except ListlintError:
            return None
        if known is None or mode == "check":
            return None if known is None else FileResult(target.name, checked=known)
        return FileResult(target.name, fixed=Fixed(known.source, known)) if known.needs_no_fix(unsafe=unsafe) else None

    def keep(self, result: FileResult, target: Target, plan: Plan) -> None:
        """Keeps what a check of the file, as it stands or would stand after fixing, finds in it."""
        held = self.held(target)
        settled = result.fixed is None or result.fixed.settled
        if held is not None and settled and not result.failed and result.final is not None:
            self.checks.keep(result.final, held, plan)


def run(  # noqa: PLR0913 - all that a run is told, by name
    targets: Iterable[Target],
    plan_for: Callable[[Target], Plan],
    *,
    mode: Mode = "check",
    unsafe: bool = False,
    notes: Sequence[str] = (),
    repair: Repair | None = None,
    memory: Memory | None = None,
    jobs: int | None = 1,
    progress: Progress | None = None,
) -> RunResult:
    """Every target held to its plan. Asks for all plans first: a faulty configuration stops the run before anything is written.

    What `memory` knows of takes no plan; `repair` makes other texts than the engine does, of which it knows nothing. `jobs` is
    how many processes read lists, None: as many as it takes. Files are written by this one alone, in their order.
    """
    every = tuple(targets)
    known = {} if memory is None else {target: memory.recall(target, mode, unsafe=unsafe) for target in every}
    planned = _planned([target for target in every if known.get(target) is None], plan_for)
    if mode == "fix":
        from listlint.write import clear

        clear({target.path.resolve().parent for target in every if target.path is not None})
    files: list[FileResult] = []
    try:
        with _Reading(planned, mode, 1 if repair is not None else jobs, progress, unsafe=unsafe) as reading:
            for target in every:
                result = known.get(target)
                if result is None:
                    made = reading.made(target)
                    result = run_one(target, planned[target], mode=mode, unsafe=unsafe, repair=repair, made=made)
                    reading.done(target)
                    if memory is not None:
                        memory.keep(result, target, planned[target])
                files.append(result)
    except (KeyboardInterrupt, SystemExit) as leaving:
        if written := [file.path for file in files if file.written]:
            leaving.add_note(f"interrupted; written before that: {', '.join(written)}; no other file was changed")
        raise
    return RunResult(tuple(files), tuple(notes), mode)


def _planned(targets: Sequence[Target], plan_for: Callable[[Target], Plan]) -> dict[Target, Plan]:
    """What each target is held to."""
    if not targets:
        return {}
    from listlint.repository import Surroundings

    around = Surroundings()
    return {target: _placed(target, plan_for(target), around) for target in targets}


class _Reading:
    """Files while they're read, by this process or by workers, and how much of them is done."""

    def __init__(self, planned: dict[Target, Plan], mode: Mode, jobs: int | None, progress: Progress | None, *, unsafe: bool) -> None:
        self._targets = every = tuple(planned)
        self._sizes = {target: _size(target) for target in every}
        self._numbers = {target: number for number, target in enumerate(every)}
        self._total = sum(self._sizes.values())
        self._done = 0
        self._progress = progress
        self._shared: Shared | None = None
        if len(every) > 1 and jobs != 1:
            from listlint import sharing

            def work(number: int) -> bytes:
                target = every[number]
                return sharing.answer(target.name, read(target), planned[target], fixing=mode != "check", unsafe=unsafe)

            sizes = tuple(self._sizes.values())
            if (count := sharing.workers(sizes, jobs)) > 1:
                self._shared = sharing.Shared(sizes, work, count)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._shared is not None:
            self._shared.close()

    def made(self, target: Target) -> bytes | None:
        """What a worker sent of it."""
        if self._shared is None:
            return None
        return self._shared.take(self._numbers[target], lambda number: self.done(self._targets[number]))

    def done(self, target: Target) -> None:
        """It was read; what comes after a worker's answer takes no time."""
        self._done += self._sizes.pop(target, 0)
        if self._progress is not None:
            self._progress(self._done, self._total)


def run_one(  # noqa: PLR0913 - as `run`
    target: Target,
    plan: Plan,
    *,
    mode: Mode = "check",
    unsafe: bool = False,
    repair: Repair | None = None,
    made: bytes | None = None,
) -> FileResult:
    """One target read, judged, and in mode fix written; whatever goes wrong with it stays with it. `made`: what a worker sent of it."""
    try:
        data = read(target)
        source = Source.decode(target.name, data)
    except ListlintError as error:
        return FileResult(target.name, error=str(error))
    try:
        taken = None if made is None else _taken(source, data, made, mode)
        del data  # a fix takes memory enough; `source` gives it back
        judged = taken or _judged(source, plan, mode, unsafe=unsafe, repair=repair)
    except Exception as error:  # noqa: BLE001 - the one place: a crash in one file must not stop the others
        return _crashed(source, error, mode)
    if not isinstance(judged, Fixed):
        return FileResult(target.name, checked=judged)
    result = FileResult(target.name, fixed=judged)
    if mode == "diff" or target.path is None or judged.failure is not None or not result.changed:
        return result
    from listlint.write import replace

    try:
        replace(target.path, name=target.name, before=source.encode(), after=source.encode(judged.after.source.text))
    except ListlintError as error:
        # The old file stands, and so do its complaints: those of the text that couldn't be written would name the wrong lines.
        return FileResult(target.name, checked=engine.check(source, plan), error=str(error))
    return FileResult(target.name, fixed=judged, written=True)


def _taken(source: Source, data: bytes, made: bytes, mode: Mode) -> Known | Fixed | None:
    """What a worker made of it; None where it read something else."""
    from listlint import sharing

    return sharing.taken(made, source, data, fixing=mode != "check")


def _judged(source: Source, plan: Plan, mode: Mode, *, unsafe: bool, repair: Repair | None) -> Checked | Fixed:
    if mode == "check":
        return engine.check(source, plan)
    return engine.fix(source, plan, unsafe=unsafe) if repair is None else repair(source, plan)


def _size(target: Target) -> int:
    """Bytes, 0 where nobody knows."""
    if target.path is None or target.data is not None:
        return len(target.data or b"")
    try:
        return target.path.stat().st_size
    except OSError:
        return 0


def _placed(target: Target, plan: Plan, around: Surroundings) -> Plan:
    """`plan` with what stands around the list, where a rule asks for it."""
    if target.path is None or not any(rule.local for rule in plan.rules):
        return plan
    return records.replace(plan, repository=around.of(target.path))


def read(target: Target) -> bytes:
    """The bytes of `target`; raises `UnreadableError` with the system's reason."""
    if target.path is None or target.data is not None:
        return target.data or b""
    try:
        return target.path.read_bytes()
    except OSError as error:
        raise UnreadableError(f"{target.name}: can't be read: {reason(error)}") from error


def reason(error: OSError) -> str:
    """The system's own words, in lower case: `permission denied`."""
    return (error.strerror or str(error)).lower()


def _crashed(source: Source, error: Exception, mode: Mode) -> FileResult:
    told = str(error) if isinstance(error, RuleCrashError) else f"{type(error).__name__}: {error}"
    message = f"internal error: {' '.join(told.split())}"
    from listlint.model import Document
    from listlint.style import Style

    checked = Checked(Document(source, ()), Style(), (Diagnostic(CRASH, "internal-error", Severity.ERROR, message, Span(0, 0)),))
    import traceback

    trace = "".join(traceback.format_exception(error))
    if mode == "check":
        return FileResult(source.name, checked=checked, trace=trace)
    return FileResult(source.name, fixed=Fixed(source, checked), trace=trace)
