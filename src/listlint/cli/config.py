"""Show which configuration holds, and where each value comes from.

`show` prints the settings of a file with their origins, `file` the configuration file's path, `schema` the JSON Schema
of a configuration file, for editors.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from listlint.cli import _lists
from listlint.cli._parser import one_of

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from listlint.config.settings import Layer, Settings

# ruff: noqa: PLC0415 - the help must not wait for the rules


class Arguments(_lists.ConfigArguments):
    """What `config` is told."""

    what: Literal["show", "file", "schema"]
    file: Path | None


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `config`."""
    parser.add_argument(
        "what",
        type=one_of("show", "file", "schema"),
        metavar="{show,file,schema}",
        help="the settings, the file they come from, or the JSON Schema of such a file",
    )
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="the list they hold for; default: any in this folder")
    _lists.add_config(parser)


def run(args: Arguments) -> int:
    """Shows it."""
    if args.what == "schema":
        from listlint import report

        sys.stdout.write(report.schema("config"))
        return 0
    from listlint.config.load import shown

    configuration = _lists.configuration(args)
    path = None if args.file is None else Path(os.path.abspath(args.file))  # noqa: PTH100 - `..` goes, links stay
    folder = Path.cwd() if path is None else path if path.is_dir() else path.parent
    if args.what == "file":
        file = configuration.file_for(folder)
        print("no configuration file" if file is None else shown(file), file=sys.stdout if file else sys.stderr)
        return 0
    for line in _lines(configuration.for_folder(folder), path):
        print(line)
    return 0


def _lines(settings: Settings, path: Path | None) -> Iterator[str]:
    """`key = value  # origin`, then the rules that run."""
    from listlint.config.select import plan
    from listlint.config.settings import DEFAULT_EXCLUDE
    from listlint.report.catalogue import fields_of

    chosen = plan(settings, path=path)
    origin = next((part.where("profile") for part in reversed(settings.said) if part.profile == settings.profile), "default")
    yield f'profile = "{settings.profile}"  # {origin}'
    told: dict[tuple[object, ...], str] = {}
    for number, part in enumerate((*settings.profiles, *settings.layers, *settings.over(path))):
        for key, value in said(part):
            line = f"{'.'.join(key)} = {toml(value)}  # {part.where(*key)}"
            # Each layer selects from what the one before it left; of everything else the last word counts.
            told[(number, *key) if key[0] in STEPS else key] = line
    yield from told.values()
    if settings.excludes_defaults:
        yield f"exclude = {toml(DEFAULT_EXCLUDE)}  # default"
    for rule in chosen.rules:
        for option, value in fields_of(rule.options).items():
            word = option.replace("_", "-")
            if ("rules", rule.name, word) not in told and ("rules", rule.code, word) not in told:
                yield f"rules.{rule.name}.{word} = {toml(value)}  # default"
    yield "# rules that run: " + (", ".join(f"{rule.code} {rule.name}" for rule in chosen.rules) or "none")


STEPS = frozenset(("select", "ignore", "extend-select", "extend-ignore", "extend-exclude"))
"""Keys of which each layer's value counts."""


def said(part: Layer) -> Iterator[tuple[tuple[str, ...], object]]:
    """What a layer says, by key, the outermost table first."""
    for key in ("select", "ignore", "extend_select", "extend_ignore", "files", "exclude", "extend_exclude"):
        value: object = getattr(part, key)
        if value is not None and (value != () or not key.startswith("extend")):
            yield (key.replace("_", "-"),), value
    for selector, severity in part.severity.items():
        yield ("severity", selector), str(severity or "off")
    for rule, options in part.rules.items():
        for option, value in options.items():
            yield ("rules", rule, option.replace("_", "-")), value
    for key, value in part.style.items():
        yield ("style", key.replace("_", "-")), value
    for key, value in part.sections.items():
        yield ("sections", key.replace("_", "-")), value
    for names, severities in part.section_severities:
        for selector, severity in severities.items():
            yield ("sections", "overrides", ", ".join(names), selector), str(severity or "off")


def toml(value: object) -> str:
    """`value` as it stands in a configuration file."""
    import json

    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False, default=str)
