"""Show the house style of a list: what it mostly does, and which lines differ."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from listlint.cli import _lists, _one

if TYPE_CHECKING:
    import argparse

# ruff: noqa: PLC0415 - the help must not wait for the parser and the rules


class Arguments(_lists.ConfigArguments):
    """What `style` is told."""

    file: str
    format: Literal["text", "json"]
    stdin_filename: str | None


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `style`."""
    _one.add_list(parser)
    _one.add_format(parser)
    _lists.add_config(parser)


def run(args: Arguments) -> int:
    """Reads, infers and shows; what the configuration says of the style counts."""
    from listlint.config.select import plan
    from listlint.parse import parse
    from listlint.report import style as report
    from listlint.style import infer

    target, source = _one.read(args.file, args.stdin_filename)
    path = Path(os.path.abspath(target.path or target.name))  # noqa: PTH100 - `..` goes, links stay: patterns are about names
    wanted = plan(_lists.configuration(args).for_folder(path.parent), path=path).style
    document = parse(source)
    style = infer(document, wanted)
    render = report.as_json if args.format == "json" else report.as_text
    sys.stdout.write(render(document, style, source.name))
    return 0
