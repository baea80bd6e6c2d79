"""Show the sections and entries of a list as they were read."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Literal

from listlint.cli._parser import one_of

# ruff: noqa: PLC0415 - the help must not wait for the parser


class Arguments(argparse.Namespace):
    """What `tree` is told."""

    file: str
    format: Literal["text", "json"]
    stdin_filename: str | None


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `tree`."""
    parser.add_argument("file", metavar="FILE", help="the list, or - for standard input")
    parser.add_argument(
        "--format",
        "--output-format",
        dest="format",
        type=one_of("text", "json"),
        default="text",
        metavar="{text,json}",
        help="default: text",
    )
    parser.add_argument("--stdin-filename", metavar="FILE", help="the name that standard input goes by")


def run(args: Arguments) -> int:
    """Reads and shows."""
    from listlint import report
    from listlint.config.load import printable
    from listlint.parse import parse
    from listlint.runner import Target, read
    from listlint.text import Source

    if args.file == "-":
        target = Target(args.stdin_filename or "<stdin>", None, sys.stdin.buffer.read())
    else:
        target = Target(printable(Path(args.file)), Path(args.file))
    source = Source.decode(target.name, read(target))
    sys.stdout.write(report.tree(parse(source), output=args.format, file=source.name))
    return 0
