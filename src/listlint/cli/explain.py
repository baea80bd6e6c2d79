"""Show the page of a rule: why it complains, with examples, options, and what its fix may do."""

from __future__ import annotations

import argparse
import sys

from listlint.errors import UsageError

# ruff: noqa: PLC0415 - the help must not wait for the rules


class Arguments(argparse.Namespace):
    """What `explain` is told."""

    rule: str


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `explain`."""
    parser.add_argument("rule", metavar="RULE", help="a rule's code or name")


def run(args: Arguments) -> int:
    """Shows it."""
    from listlint import pages, registry
    from listlint.config.nearest import expected
    from listlint.config.select import code_of

    code = code_of(args.rule)
    if code is None:
        raise UsageError(f'unknown rule "{args.rule}", {expected(args.rule, registry.by_key())}')
    sys.stdout.write(pages.page(registry.by_key()[code]).text)
    return 0
