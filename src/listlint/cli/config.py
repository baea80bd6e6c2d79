"""Show which configuration holds, and where each value comes from.

`show` prints the settings of a file with their origins, `file` the configuration file's path.
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

    what: Literal["show", "file"]
    file: Path | None


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `config`."""
    parser.add_argument("what", type=one_of("show", "file"), metavar="{show,file}", help="the settings, or the file they come from")
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="the list they hold for; default: any in this folder")
    _lists.add_config(parser)


def run(args: Arguments) -> int:
    """Shows it."""
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

    chosen = plan(settings, path=path)
    origin = next((part.origin for part in reversed(settings.layers) if part.profile is not None), "default")
    yield f'profile = "{settings.profile}"  # {origin}'
    for part in (*settings.profiles, *settings.layers, *settings.over(path)):
        for key, value in said(part):
            yield f"{key} = {toml(value)}  # {part.origin}"
    yield "# rules that run: " + (", ".join(f"{rule.code} {rule.name}" for rule in chosen.rules) or "none")


def said(part: Layer) -> Iterator[tuple[str, object]]:
    """What a layer says, by dotted key."""
    for key in ("select", "ignore", "extend_select", "extend_ignore", "files", "exclude", "extend_exclude"):
        value: object = getattr(part, key)
        if value is not None and (value != () or not key.startswith("extend")):
            yield key.replace("_", "-"), value
    for selector, severity in part.severity.items():
        yield f"severity.{selector}", str(severity)
    for rule, options in part.rules.items():
        for option, value in options.items():
            yield f"rules.{rule}.{option.replace('_', '-')}", value
    for key, value in part.style.items():
        yield f"style.{key.replace('_', '-')}", value
    for key, value in part.sections.items():
        yield f"sections.{key.replace('_', '-')}", value


def toml(value: object) -> str:
    """`value` as it stands in a configuration file."""
    import json

    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False, default=str)
