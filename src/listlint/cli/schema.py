"""Show the JSON Schema of a report or of the configuration."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from listlint import report
from listlint.cli._parser import one_of

if TYPE_CHECKING:
    from listlint.report import Schema


class Arguments(argparse.Namespace):
    """What `schema` is told."""

    name: Schema


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `schema`."""
    parser.add_argument("name", type=one_of(*report.SCHEMAS), metavar=f"{{{','.join(report.SCHEMAS)}}}", help="what to describe")


def run(args: Arguments) -> int:
    """Shows it."""
    sys.stdout.write(report.schema(args.name))
    return 0
