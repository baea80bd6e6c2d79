"""Show the sections and entries of a list as they were read."""

from __future__ import annotations

import argparse
import sys
from typing import Literal

from listlint.cli import _one

# ruff: noqa: PLC0415 - the help must not wait for the parser


class Arguments(argparse.Namespace):
    """What `tree` is told."""

    file: str
    format: Literal["text", "json"]
    stdin_filename: str | None


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `tree`."""
    _one.add_list(parser)
    _one.add_format(parser)


def run(args: Arguments) -> int:
    """Reads and shows."""
    from listlint import report
    from listlint.parse import parse

    _, source = _one.read(args.file, args.stdin_filename)
    sys.stdout.write(report.tree(parse(source), output=args.format, file=source.name))
    return 0
