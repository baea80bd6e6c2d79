"""Show all rules, or those of a profile."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Literal

from listlint.cli._parser import one_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.config.settings import Settings


class Arguments(argparse.Namespace):
    """What `rules` is told."""

    format: Literal["text", "json"]
    profile: str | None


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
    parser.add_argument("--profile", metavar="NAME", help="show the rules that this profile runs, and as text what else it says")


def run(args: Arguments) -> int:
    """Shows them."""
    from listlint import registry, report  # noqa: PLC0415 - the help must not wait for the rules

    if args.profile is None:
        sys.stdout.write(report.rules(registry.all_rules(), output=args.format))
        return 0
    from listlint.config import load, select  # noqa: PLC0415 - as above

    settings = load.settings(profile=args.profile)
    sys.stdout.write(report.rules([type(rule) for rule in select.plan(settings).rules], output=args.format))
    if args.format == "text":
        sys.stdout.write("".join(_more(settings)))
    return 0


def _more(settings: Settings) -> Iterator[str]:
    """What the profile, and those it extends, say beyond the rules that run."""
    from listlint.cli.config import said, toml  # noqa: PLC0415 - as above

    for part in settings.profiles:
        lines = [f"{key} = {toml(value)}\n" for key, value in said(part) if key.partition(".")[1]]
        yield f"\n# {part.origin}\n" if lines else ""
        yield from lines
