"""Show all rules."""

from __future__ import annotations

import argparse
import sys
from typing import Literal

from listlint.cli._parser import one_of


class Arguments(argparse.Namespace):
    """What `rules` is told."""

    format: Literal["text", "json"]


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `rules`."""
    parser.add_argument(
        "--format",
        "--output-format",
        dest="format",
        type=one_of("text", "json"),
        default="text",
        metavar="{text,json}",
        help="default: text",
    )


def run(args: Arguments) -> int:
    """Shows them."""
    from listlint import registry, report  # noqa: PLC0415 - the help must not wait for the rules

    sys.stdout.write(report.rules(registry.all_rules(), output=args.format))
    return 0
