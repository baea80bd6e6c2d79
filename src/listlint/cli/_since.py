"""What `check` shows less of: what was there before a change, and what a baseline knows. Knows no format and no rule."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from listlint.cli import _lists
from listlint.errors import UsageError

if TYPE_CHECKING:
    import argparse

    from listlint.cli._lists import View

# ruff: noqa: PLC0415 - only who compares should wait for git


class NarrowArguments(_lists.ListArguments):
    """What `check` is told to leave out."""

    since: str | None
    staged: bool
    baseline: Path | None


def add_narrowing(parser: argparse.ArgumentParser) -> None:
    """The options of `NarrowArguments`."""
    group = parser.add_argument_group("what to leave out")
    group.add_argument(
        "--since", metavar="REV", help="say only what the change since REV brought: from where HEAD left REV to the files as they are"
    )
    group.add_argument("--staged", action="store_true", help="say only what the staged change brings; reads what is staged, not the files")
    group.add_argument("--baseline", type=Path, metavar="FILE", help='leave out what FILE knows, which "listlint baseline" writes')


def views(args: NarrowArguments) -> list[View]:
    """What the options leave out, in the order it's to be done."""
    found: list[View] = []
    if args.since is not None and args.staged:
        raise UsageError("--since and --staged contradict one another")
    if args.since is not None or args.staged:
        from listlint.since import Since, revision

        rev = None if args.since is None else revision(args.since, "--since")
        found.append(Since(rev, _lists.configured(args.config)[0], args.isolated))
    if args.baseline is not None:
        from listlint.baseline import Baseline

        found.append(Baseline.read(args.baseline))
    return found
