"""Where reports go and in which format: the options, the files, what GitHub Actions is given unasked. Knows no rule."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from listlint.cli import _console, _record
from listlint.cli._parser import one_of
from listlint.errors import UnwritableError, UsageError
from listlint.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from listlint.diagnostic import Severity
    from listlint.report import Format
    from listlint.report.asked import Report
    from listlint.runner import RunResult

# ruff: noqa: PLC0415 - a run that says nothing shouldn't wait for what writes reports

FailOn = Literal["error", "warning", "info", "never"]
_FOR_PEOPLE: Final = ("text", "concise", "grouped")
_WORKSPACES: Final = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR", "BUILD_SOURCESDIRECTORY")
"""Where GitHub, GitLab and Azure say that they checked the repository out."""
_SUMMARY_LIMIT: Final = 1024 * 1024
"""Bytes of a step's summary: of more than that, GitHub shows nothing."""


@dataclass(frozen=True)
class Output:
    """One report to write."""

    format: Format
    file: Path | None = None
    """None: where the command says, mostly standard output."""


class OutputArguments(argparse.Namespace):
    """What to say, and where."""

    quiet: bool
    output_format: list[Output]
    statistics: bool
    fail_on: FailOn
    max_diagnostics: int | None
    color: _console.Color


def add_output(parser: argparse.ArgumentParser) -> None:
    """The options of `OutputArguments`, and `--debug`."""
    from listlint.report import FORMATS

    group = parser.add_argument_group("output")
    group.add_argument(
        "--output-format",
        type=_output,
        action="append",
        default=[],
        metavar="FORMAT[=FILE]",
        help=f"one of {', '.join(FORMATS)}; may be repeated with a FILE each; default: text, in GitHub Actions github and a step summary",
    )
    group.add_argument("--statistics", action="store_true", help="show how often each rule complains instead of each complaint")
    group.add_argument("--max-diagnostics", type=_number, metavar="N", help="show no more than N; the exit code stays the same")
    group.add_argument(
        "--fail-on",
        type=one_of("error", "warning", "info", "never"),
        default="warning",
        metavar="{error,warning,info,never}",
        help="the least severity that makes the exit code 1, default: warning",
    )
    group.add_argument(
        "--color", type=one_of("auto", "always", "never"), default="auto", metavar="{auto,always,never}", help="default: auto"
    )
    group.add_argument("-q", "--quiet", action="store_true", help="say nothing where there is nothing to complain of, and no remarks")
    group.add_argument(
        "--debug", action="store_true", help="show the traceback of an internal error, and what a report of a withheld fix needs"
    )


def check_output(args: OutputArguments, lists: Iterable[Path | None]) -> None:
    """Raises `UsageError` where the options contradict one another, or name a folder that isn't there or one of `lists`."""
    files = [output.file for output in args.output_format if output.file is not None]
    if len(args.output_format) - len(files) > 1:
        raise UsageError("--output-format: two formats for standard output; expected FORMAT=FILE for all but one")
    real = {os.path.realpath(path) for path in lists if path is not None} if files else ()
    for file in files:
        if os.path.realpath(file) in real:
            raise UsageError(f"--output-format: {file} is one of the lists to read; expected another file")
        if files.count(file) > 1:
            raise UsageError(f"--output-format: {file} is named twice")
        if not file.parent.is_dir():
            raise UsageError(f"--output-format: there is no folder {file.parent}")
    if args.statistics and _asked(args) not in (*_FOR_PEOPLE, "json", None):
        raise UsageError(f"--statistics has no {_asked(args)} form; expected text or json")


def reads(args: OutputArguments) -> bool:
    """Whether a report asks how lists were read, not only what was found in them."""
    from listlint.report import READING

    summarised = _in_actions() and bool(os.environ.get("GITHUB_STEP_SUMMARY"))
    return summarised or any(output.format in READING for output in args.output_format)


def report(result: RunResult, args: OutputArguments, stream: TextIO, *, unsafe: bool = False) -> None:
    """Every report that was asked for: one on `stream`, the others in their files."""
    from listlint import report as reporters
    from listlint.report.asked import Report

    folder = str(Path.cwd())
    told = Report(
        result,
        color=_console.colored(args.color, stream),
        unsafe=unsafe,
        columns=_console.columns(stream, 100),
        limit=args.max_diagnostics,
        folder=folder,
        workspace=next((os.path.realpath(os.environ[name]) for name in _WORKSPACES if os.environ.get(name)), folder),
    )
    if (recording := _record.current()) is not None and (_in_actions() or any(one.file is not None for one in args.output_format)):
        recording.spoil()
    write_files(told, args)
    output = _asked(args) or ("github" if _in_actions() and not args.statistics else "text")
    if output == "github" and _in_actions():
        _summarise(told)
    if args.quiet and output in _FOR_PEOPLE and not any(file.final and file.final.diagnostics for file in result.files):
        return
    if args.statistics:
        stream.write(reporters.statistics(told, output="json" if output == "json" else "text"))
        return
    stream.write(reporters.render(told, output))
    if told.omitted and output not in (*_FOR_PEOPLE, "json", "github"):
        from listlint.report.asked import more

        print(more(told.omitted), file=sys.stderr)


def write_files(told: Report, args: OutputArguments) -> None:
    """The reports that have files of their own."""
    from listlint import report as reporters

    for output in args.output_format:
        if output.file is not None:
            _publish(output.file, reporters.render(told, output.format))


def exit_code(result: RunResult, args: OutputArguments) -> Literal[0, 1, 2]:
    """What the run comes to with --fail-on."""
    from listlint.diagnostic import Severity

    least: Severity | None = None if args.fail_on == "never" else Severity(args.fail_on)
    return result.exit_code_at(least)


def _asked(args: OutputArguments) -> Format | None:
    """The format that was asked for without a file."""
    return next((output.format for output in args.output_format if output.file is None), None)


def _in_actions() -> bool:
    return os.environ.get("GITHUB_ACTIONS") == "true"


def _summarise(told: Report) -> None:
    """Appends to the step's summary where there is room; a run never fails for it."""
    from listlint.report import markdown

    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return
    text = markdown.render(told).encode("utf-8")
    try:
        with Path(path).open("ab") as file:
            if file.tell() + len(text) > _SUMMARY_LIMIT:
                print("the step summary is too long for another report; it is left as it was", file=sys.stderr)
                return
            file.write(text)
    except OSError as error:
        print(f"the step summary can't be written: {(error.strerror or str(error)).lower()}", file=sys.stderr)


def _publish(file: Path, text: str) -> None:
    """The whole report in `file`, or the file as it was; a device or a pipe is just written to."""
    from listlint.write import publish

    try:
        publish(file, text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise UnwritableError(f"{file}: can't be written: {(error.strerror or str(error)).lower()}") from error


def _output(value: str) -> Output:
    from listlint.report import FORMATS

    name, equals, file = value.partition("=")
    format_: Format = one_of(*FORMATS)(name)  # type: ignore[assignment] # one of them, or it raises
    if equals and not file:
        raise argparse.ArgumentTypeError(f'"{value}" names no file, expected {name}=FILE or {name}')
    return Output(format_, Path(file) if file and file != "-" else None)


def _number(value: str) -> int:
    if not value.isdecimal():
        raise argparse.ArgumentTypeError(f'"{value}" is no number, expected 0 or more')
    return int(value)
