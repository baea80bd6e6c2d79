"""Say in words what changed in a list since a revision: entries and sections that came, went, moved, or say another thing.

Compares the commit where the ways to REV and to HEAD part with the file as it stands. Exit 0 where both could be read, else 2.
"""

from __future__ import annotations

import argparse
import sys
from typing import Literal

from listlint.cli import _one
from listlint.cli._parser import one_of
from listlint.errors import UsageError

# ruff: noqa: PLC0415 - the help must not wait for git


class Arguments(argparse.Namespace):
    """What `diff` is told."""

    rev: str
    file: str
    output_format: Literal["text", "json", "markdown"]


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `diff`."""
    parser.add_argument("rev", metavar="REV", help="a branch, tag or commit")
    parser.add_argument("file", nargs="?", default="README.md", metavar="FILE", help="the list; default: README.md")
    parser.add_argument(
        "--output-format",
        "--format",
        type=one_of("text", "json", "markdown"),
        default="text",
        metavar="{text,json,markdown}",
        help="default: text; markdown is for a comment or release notes",
    )


def run(args: Arguments) -> int:
    """Compares and tells."""
    from listlint.changes.matching import match
    from listlint.changes.told import changes
    from listlint.parse import parse
    from listlint.report import changes as report
    from listlint.since import Since, revision
    from listlint.text import Source

    if args.file == "-":
        raise UsageError("standard input has no earlier version: diff takes a file")
    since = Since(revision(args.rev, "REV"))
    target, source = _one.read(args.file, None)
    since.targets([target])
    before = since.earlier(target)
    old = parse(Source.decode(f"{target.name} at {args.rev}", before or b""))
    told = list(changes(match(old, parse(source))))
    sys.stdout.write(report.render(target.name, args.rev, told, output=args.output_format))
    return 0
