"""What the commands that show one list have in common: its name, the form it is shown in, and reading it. Knows no command."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from listlint.cli._parser import one_of

if TYPE_CHECKING:
    import argparse

    from listlint.runner import Target
    from listlint.text import Source

# ruff: noqa: PLC0415 - the help must not wait for the runner


def add_list(parser: argparse.ArgumentParser) -> None:
    """`FILE` and `--stdin-filename`."""
    parser.add_argument("file", metavar="FILE", help="the list, or - for standard input")
    parser.add_argument("--stdin-filename", metavar="FILE", help="the name that standard input goes by")


def add_format(parser: argparse.ArgumentParser) -> None:
    """`--format text|json`."""
    parser.add_argument(
        "--format",
        "--output-format",
        dest="format",
        type=one_of("text", "json"),
        default="text",
        metavar="{text,json}",
        help="default: text",
    )


def read(file: str, stdin_filename: str | None) -> tuple[Target, Source]:
    """The list that is named, and its text; raises `UnreadableError`."""
    from listlint.config.load import printable
    from listlint.runner import Target
    from listlint.runner import read as bytes_of
    from listlint.text import Source

    if file == "-":
        target = Target(stdin_filename or "<stdin>", None, sys.stdin.buffer.read())
    else:
        target = Target(printable(Path(file)), Path(file))
    return target, Source.decode(target.name, bytes_of(target))
