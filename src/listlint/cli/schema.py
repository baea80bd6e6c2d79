"""Show the JSON Schema of a report or of the configuration."""

from __future__ import annotations

import argparse
import sys
from typing import Literal

from listlint.cli._parser import one_of


class Arguments(argparse.Namespace):
    """What `schema` is told."""

    name: Literal["check", "tree", "config"]


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `schema`."""
    parser.add_argument("name", type=one_of("check", "tree", "config"), metavar="{check,tree,config}", help="what to describe")


def run(args: Arguments) -> int:
    """Shows it."""
    from listlint import report  # noqa: PLC0415 - pydantic comes with it

    sys.stdout.write(report.schema(args.name))
    return 0
