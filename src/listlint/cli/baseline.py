"""Write down what is known to be wrong, so that check speaks of the rest.

`listlint check --baseline FILE` leaves out what FILE knows. A diagnostic is known by its rule and by what it is about (the
work an entry leads to, its title, a section's headings, a line's text), not by its line. Exit 0 where the file is written, else 2.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from listlint.cli import _lists

if TYPE_CHECKING:
    import argparse

# ruff: noqa: PLC0415 - the help must not wait for the rules


class Arguments(_lists.RuleArguments):
    """What `baseline` is told."""

    output: Path
    prune: bool


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `baseline`."""
    parser.add_argument(
        "--output",
        "-o",
        type=Path,
        default=Path("listlint-baseline.json"),
        metavar="FILE",
        help="where to write it; default: listlint-baseline.json; what it knows of other lists stays",
    )
    parser.add_argument("--prune", action="store_true", help="only take out what isn't found any more")
    _lists.add_paths(parser)
    _lists.add_rules(parser)
    _lists.add_files(parser)
    parser.add_argument("-q", "--quiet", action="store_true", help="no remarks")
    parser.add_argument("--debug", action="store_true", help="show the traceback of an internal error")


def run(args: Arguments) -> int:
    """Checks, and writes what is found."""
    from listlint.baseline import Baseline, Taking
    from listlint.config.load import printable

    before = Baseline.read(args.output) if args.prune or args.output.exists() else Baseline(args.output, {})
    taking = Taking(before, prune=args.prune)
    result = _lists.judge(args, "check", views=[taking])
    _lists.remark(result, args)
    if any(file.failed for file in result.files):
        return 2
    taking.after.write()
    if not args.quiet:
        size, gone = taking.after.size, before.size - taking.after.size
        known = f"{printable(args.output)}: {size} known diagnostic{'' if size == 1 else 's'}"
        print(f"{known}, {gone} stale ones removed" if args.prune else known, file=sys.stderr)
    return 0
