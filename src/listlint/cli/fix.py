"""Repair lists: make every safe fix, write, say what is left.

With - (standard input) the repaired text goes to standard output and the report to standard error.
Exit 0: everything is repaired. 1: errors or warnings are left, or --diff shows a change. 2: something couldn't be read or
written, or the command, the configuration or a rule's name is wrong.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from listlint.cli import _lists, _output, _restyle
from listlint.records import replace

if TYPE_CHECKING:
    import argparse

    from listlint.runner import RunResult


class Arguments(_lists.ListArguments):
    """What `fix` is told."""

    diff: bool
    unsafe: bool
    style: str | None


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `fix`."""
    _lists.add_list_options(parser)
    group = parser.add_argument_group("fixing")
    group.add_argument("--diff", action="store_true", help="show the unified diff, write nothing")
    group.add_argument("--unsafe", action="store_true", help="make unsafe fixes, too: they may change meaning or drop words")
    group.add_argument(
        "--style", metavar="STYLE", help="restyle entries, and do nothing else: a template, a list or a configuration to follow"
    )


def run(args: Arguments) -> int:
    """Fixes, writes and reports."""
    result = _restyled(args) if args.style is not None else _lists.judge(args, "diff" if args.diff else "fix", unsafe=args.unsafe)
    _lists.remark(result, args)
    if args.diff:
        _show_diff(result, args)
    elif _lists.STDIN in args.paths:
        for file in result.files:
            if file.fixed is not None:
                sys.stdout.flush()
                sys.stdout.buffer.write(file.fixed.before.encode(file.fixed.after.source.text))
        _output.report(result, args, sys.stderr, unsafe=args.unsafe)
    else:
        _output.report(result, args, sys.stdout, unsafe=args.unsafe)
    return _output.exit_code(result, args)


def _restyled(args: Arguments) -> RunResult:
    """A run that writes entries by the template asked for; which lines stay as they are is remarked."""
    from listlint.formatter import restyle  # noqa: PLC0415 - only a restyling run needs it

    style = _restyle.wanted(args.style or "")
    result = _lists.judge(args, "diff" if args.diff else "fix", unsafe=True, through=lambda plan: restyle.plan(plan, style))
    return replace(result, notes=(*result.notes, *_restyle.remarks(result, style)))


def _show_diff(result: RunResult, args: Arguments) -> None:
    """The diff alone on standard output, so that it can be applied; what is left on standard error."""
    from listlint.edits import unified_diff  # noqa: PLC0415 - only a diff needs difflib
    from listlint.report.text import last_line  # noqa: PLC0415 - with everything else that reports
    from listlint.report.totals import totals  # noqa: PLC0415 - as above

    for file in result.files:
        if file.fixed is not None and file.changed:
            sys.stdout.write(unified_diff(file.path, file.fixed.before.text, file.fixed.after.source.text))
    if args.output_format:
        _output.report(result, args, sys.stderr, unsafe=args.unsafe)
        return
    _lists.own_up(result)
    if not args.quiet:
        print(last_line(totals(result), unsafe=args.unsafe), file=sys.stderr)
