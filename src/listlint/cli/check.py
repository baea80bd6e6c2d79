"""Say what is wrong with lists; write nothing, but with --add-ignores.

Exit 0: nothing but remarks of severity info. 1: errors or warnings, or as --fail-on says. 2: something couldn't be read, or the command,
the configuration or a rule's name is wrong.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from listlint.cli import _lists, _output, _since
from listlint.errors import UsageError

if TYPE_CHECKING:
    import argparse

    from listlint.runner import RunResult


class Arguments(_since.NarrowArguments):
    """What `check` is told."""

    add_ignores: bool
    reason: str


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `check`."""
    _lists.add_list_options(parser)
    _since.add_narrowing(parser)
    group = parser.add_argument_group("directives")
    group.add_argument(
        "--add-ignores", action="store_true", help="write directives beside all that is said, so that the next check is silent"
    )
    group.add_argument("--reason", default="", metavar="TEXT", help="what the directives of --add-ignores give as their reason")


def run(args: Arguments) -> int:
    """Checks and reports."""
    if args.add_ignores:
        return _silenced(args)
    if args.reason:
        raise UsageError("--reason is for --add-ignores")
    result = _lists.judge(args, "check", views=_since.views(args))
    _lists.remark(result, args)
    _output.report(result, args, sys.stdout)
    return _output.exit_code(result, args)


def _silenced(args: Arguments) -> int:
    """Writes directives, and says what is left."""
    from listlint.engine.silence import silence  # noqa: PLC0415 - a check has no use for the proof

    if args.since is not None or args.staged or args.baseline is not None:
        raise UsageError("--add-ignores is for all that check says: it doesn't go together with --since, --staged and --baseline")
    if _lists.STDIN in args.paths:
        raise UsageError("--add-ignores writes into files, but standard input is none")
    reason = " ".join(args.reason.split())
    if "--" in reason or not reason.isprintable() or reason[:1] in ("[", ">", "-") or reason.endswith("-"):
        raise UsageError(f'--reason: "{args.reason}" can\'t stand in a comment, expected words without -- and brackets in front')
    result = _lists.judge(args, "fix", repair=lambda source, plan: silence(source, plan, reason))
    _lists.remark(result, args)
    if args.output_format:
        _output.report(result, args, sys.stdout)
    else:
        _tell(result, quiet=args.quiet)
    return _output.exit_code(result, args)


def _tell(result: RunResult, *, quiet: bool) -> None:
    """What is left, a line each, and how much was silenced."""
    from listlint.report import concise  # noqa: PLC0415 - as above
    from listlint.report.asked import Report  # noqa: PLC0415 - as above

    report = Report(result)
    sys.stdout.write(concise.render(report))
    if not quiet:
        silenced = sum(len(file.fixed.applied) for file in result.files if file.fixed is not None and file.error is None)
        print(f"silenced {silenced} {'diagnostic' if silenced == 1 else 'diagnostics'}, {len(report.told) or 'none'} left")
