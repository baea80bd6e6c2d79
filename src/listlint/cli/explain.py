"""Show the page of a rule: why it complains, with examples, options, and what its fix may do.

A rule of one's own is looked for in this folder's configuration.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from listlint.cli import _lists
from listlint.errors import UsageError

if TYPE_CHECKING:
    import argparse

    from listlint.config.settings import Layer, Settings
    from listlint.custom_spec import Spec

# ruff: noqa: PLC0415 - the help must not wait for the rules


class Arguments(_lists.ConfigArguments):
    """What `explain` is told."""

    rule: str


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `explain`."""
    parser.add_argument("rule", metavar="RULE", help="a rule's code or name")
    _lists.add_config(parser)


def run(args: Arguments) -> int:
    """Shows it."""
    from listlint import pages, registry
    from listlint.config.nearest import expected
    from listlint.config.select import code_of

    code = code_of(args.rule)
    if code is not None:
        sys.stdout.write(pages.explain(registry.rule(code)))
        return 0
    from listlint.custom import made
    from listlint.report.custom_page import page

    settings = _lists.configuration(args).for_folder(Path.cwd())
    own = _own(settings)
    spec = next((spec for spec in own if args.rule.lower() in {spec.name, spec.code.lower()}), None)
    if spec is None:
        raise UsageError(f'unknown rule "{args.rule}", {expected(args.rule, [*registry.codes(), *(spec.name for spec in own)])}')
    sys.stdout.write(page(spec, [layer.origin for layer in _everywhere(settings) if _has(layer, spec)], made(spec).summary))
    return 0


def _own(settings: Settings) -> tuple[Spec, ...]:
    """The rules that the configuration spells out, with the codes they have in the folder; those of overrides alone come last."""
    from listlint.config.custom import specs

    general = specs(settings.layers)
    names = {spec.name for spec in general}
    return (*general, *(spec for spec in specs(_everywhere(settings)) if spec.name not in names))


def _everywhere(settings: Settings) -> list[Layer]:
    return [*settings.layers, *(part for layer in settings.layers for part in layer.overrides)]


def _has(layer: Layer, spec: Spec) -> bool:
    return any(other.name == spec.name for other in layer.custom)
