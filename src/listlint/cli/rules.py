"""Show all rules, or those of a profile; `test` runs the examples of a configuration's own rules instead."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from listlint.cli import _one
from listlint.cli._parser import one_of
from listlint.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.config.settings import Settings


class Arguments(argparse.Namespace):
    """What `rules` is told."""

    format: Literal["text", "json"]
    profile: str | None
    what: Literal["test"] | None
    config: Path | None


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `rules`."""
    parser.add_argument("what", nargs="?", type=one_of("test"), metavar="test", help="run the examples of the configuration's own rules")
    parser.add_argument("--config", type=Path, metavar="FILE", help="with test: the configuration, in place of this folder's")
    _one.add_format(parser)
    parser.add_argument("--profile", metavar="NAME", help="show the rules that this profile runs, and as text what else it says")


def run(args: Arguments) -> int:
    """Shows or tests them."""
    if args.what == "test":
        return _test(args)
    if args.config is not None:
        raise UsageError("--config is for rules test")
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


def _test(args: Arguments) -> int:
    """0 where every example holds, else 1; tells those that don't, and rules without any."""
    from listlint.config import custom, load  # noqa: PLC0415 - as above
    from listlint.custom import Custom, made  # noqa: PLC0415 - as above
    from listlint.engine.examples import failures  # noqa: PLC0415 - as above
    from listlint.report.visible import visible  # noqa: PLC0415 - as above

    if args.profile is not None:
        raise UsageError("--profile has no rules to test")
    if args.config is not None and not args.config.is_file():
        raise UsageError(f"--config: there is no file {args.config}")
    settings = load.Configuration(args.config).for_folder(Path.cwd())
    everywhere = [*settings.layers, *(part for layer in settings.layers for part in layer.overrides)]
    rules = [rule for spec in custom.specs(everywhere) if isinstance(rule := made(spec), Custom)]
    failed = 0
    for rule in rules:
        told = list(failures(rule))
        failed += bool(told)
        if not rule.spec.examples:
            told = ["has no examples"]
        sys.stdout.write("".join(f"{rule.code} {rule.name}: {visible(line)}\n" for line in told))
    count = sum(len(rule.spec.examples) for rule in rules)
    sys.stdout.write(f"{len(rules)} rules, {count} examples, {failed or 'no'} rules failed\n")
    return 1 if failed else 0


def _more(settings: Settings) -> Iterator[str]:
    """What the profile, and those it extends, say beyond the rules that run."""
    from listlint.cli.config import said, toml  # noqa: PLC0415 - as above

    for part in settings.profiles:
        lines = [f"{'.'.join(key)} = {toml(value)}\n" for key, value in said(part) if len(key) > 1]
        yield f"\n# {part.origin}\n" if lines else ""
        yield from lines
