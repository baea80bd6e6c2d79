"""Write a first listlint.toml: the style of a list as it is, with the counts behind each line.

A line that would have `check` say more of the list than without any configuration is written as a comment. Refuses to
overwrite. Exit 2 where a configuration file exists already, or the list can't be read.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final

from listlint.errors import UnwritableError, UsageError
from listlint.records import replace

if TYPE_CHECKING:
    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.report.style_toml import Draft

# ruff: noqa: PLC0415 - the help must not wait for the parser and the rules

_NAME: Final = "listlint.toml"
_SPECIAL: Final = frozenset("\\*?[]!#")


class Arguments(argparse.Namespace):
    """What `init` is told."""

    file: Path | None


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `init`."""
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="the list to learn from; default: README.md")


def run(args: Arguments) -> int:
    """Learns, writes, and says what `check` would report now."""
    from listlint.config.load import printable
    from listlint.discovery import find
    from listlint.parse import parse
    from listlint.runner import Target, read
    from listlint.text import Source

    folder, path = _places(args.file)
    _refuse(folder)
    if path is None:
        from listlint.config.load import from_text

        path = find([], lambda _: from_text("")).files[0]
    name = printable(path)
    document = parse(Source.decode(name, read(Target(name, path))))
    text, found = _quiet(document, _draft(document, name, None if args.file is None else _pattern(path, folder)))
    target = folder / _NAME
    try:
        with target.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise UnwritableError(f"{printable(target)}: can't be written: {(error.strerror or str(error)).lower()}") from error
    print(f"wrote {printable(os.path.relpath(target))}")
    print(f"listlint check {name} would report {_counted(found)}", file=sys.stderr)
    return 0


def _places(file: Path | None) -> tuple[Path, Path | None]:
    """Where the configuration goes, and the list: into this folder where the list is in it or below, else beside the list."""
    here = Path.cwd()
    if file is None:
        return here, None
    whole = Path(os.path.abspath(file))  # noqa: PTH100 - `..` goes, links stay: patterns are about names
    return (here, file) if whole.is_relative_to(here) else (whole.parent, file)


def _refuse(folder: Path) -> None:
    from listlint.config.load import find as configured
    from listlint.config.load import printable

    known = configured(folder)
    if known is not None:
        raise UsageError(f"{printable(os.path.relpath(known))} exists already, and init overwrites nothing")


def _pattern(path: Path, folder: Path) -> str:
    """The pattern that means this file alone."""
    inner = Path(os.path.abspath(path)).relative_to(folder).as_posix()  # noqa: PTH100 - as above
    return "".join(f"\\{char}" if char in _SPECIAL else char for char in inner)


def _counted(found: tuple[Diagnostic, ...]) -> str:
    if not found:
        return "nothing"
    counts = Counter(f"{one.code} {one.name}" for one in found)
    said = ", ".join(f"{count} {name}" for name, count in sorted(counts.items()))
    return f"{len(found)}: {said}"


def _draft(document: Document, name: str, files: str | None) -> Draft:
    """All that is known of the list's style."""
    from listlint.report.style_toml import Draft, settings
    from listlint.style import StyleOptions, infer, scope

    style = infer(document, StyleOptions())
    titles = (section.title for section in scope.sections(document) if section.heading is not None and section.title)
    return Draft(name, _profile(document), files, settings(document, style), tuple(dict.fromkeys(titles)))


def _quiet(document: Document, draft: Draft) -> tuple[str, tuple[Diagnostic, ...]]:
    """The configuration whose lines in force say nothing new of the list, and all that `check` says then."""
    before = frozenset((one.code, one.span) for one in _said(document, ""))

    def more(text: str) -> int:
        return sum((one.code, one.span) not in before for one in _said(document, text))

    noisy: dict[str, int] = {}
    keys = [setting.key for setting in draft.style]
    if more(f'profile = "{draft.profile}"'):
        draft = replace(draft, profile="default")
    if more(draft.text(noisy)):
        for key in keys:
            if said := more(draft.text(noisy, without=[other for other in keys if other != key])):
                noisy[key] = said
    for key in keys:  # lines that bring something new only together
        if key not in noisy and (said := more(draft.text(noisy))):
            noisy[key] = said
    text = draft.text(noisy)
    return text, _said(document, text)


def _said(document: Document, configuration: str) -> tuple[Diagnostic, ...]:
    from listlint.config import load, select
    from listlint.engine.judgement import check_document

    return check_document(document, select.plan(load.from_text(configuration))).diagnostics


def _profile(document: Document) -> str:
    """The profile that suits: papers where most entries lead to one, awesome by its name, links without summaries."""
    from listlint.style import scope
    from listlint.urls import identity
    from listlint.urls.work import PAPERS

    linked = [item for item in scope.entries(document) if item.link is not None]
    papers = sum(identity.identify(item.link.url).kind in PAPERS for item in linked if item.link is not None)
    if papers * 2 > len(linked):
        return "papers"
    titles = [section.title for section in document.all_sections if section.heading is not None]
    if titles and titles[0].casefold().startswith("awesome"):
        return "awesome"
    bare = sum(item.summary is None for item in linked)
    return "links" if linked and bare * 10 > len(linked) * 9 else "default"
