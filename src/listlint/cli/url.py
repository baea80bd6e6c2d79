"""Show which work a URL leads to: kind, key and the address as its owner writes it."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING, Literal, NamedTuple

from listlint.cli._parser import one_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_CONTROLS = {**{code: f"%{code:02X}" for code in range(0x20)}, 0x7F: "%7F"}


class Arguments(argparse.Namespace):
    """What `url` is told."""

    urls: list[str]
    format: Literal["text", "tsv", "json"]


class _Row(NamedTuple):
    url: str
    kind: str
    key: str
    canonical: str


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `url`."""
    parser.add_argument("urls", nargs="*", metavar="URL", help="URLs; none, or - among them: one URL a line from standard input")
    parser.add_argument(
        "--format",
        "--output-format",
        dest="format",
        type=one_of("text", "tsv", "json"),
        default="text",
        metavar="{text,tsv,json}",
        help="default: text; tsv has url, kind, key and canonical form, one line for each URL",
    )


def run(args: Arguments) -> int:
    """Shows them."""
    rows = map(_row, _asked(args.urls or ["-"]))
    if args.format == "tsv":
        for row in rows:
            sys.stdout.write("\t".join(field.translate(_CONTROLS) for field in row) + "\n")
    elif args.format == "json":
        sys.stdout.write(json.dumps([row._asdict() for row in rows], ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.writelines(_table(list(rows)))
    return 0


def _asked(urls: Iterable[str]) -> Iterator[str]:
    for url in urls:
        if url != "-":
            yield url
            continue
        if hasattr(sys.stdin, "reconfigure"):
            sys.stdin.reconfigure(encoding="utf-8-sig", errors="replace", newline="\n")
        for line in sys.stdin:
            yield line.rstrip("\r\n")


def _row(url: str) -> _Row:
    from listlint.urls import LANDING, canonical, identify  # noqa: PLC0415 - the help must not wait for them

    work = identify(url)
    return _Row(url, work.kind, work.key, "" if work.kind == "relative" else canonical(url, LANDING))


def _table(rows: list[_Row]) -> Iterator[str]:
    """A block a URL: what it is and how it's written, the input above where it's another."""
    for row in rows:
        shown = _Row(*(field.translate(_CONTROLS) for field in row))
        yield f"{shown.url}\n  {shown.kind:16} {shown.key or '-'}\n"
        if shown.canonical not in ("", shown.url):
            yield f"  {'canonical':16} {shown.canonical}\n"
