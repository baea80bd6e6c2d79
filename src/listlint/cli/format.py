"""Lay lists out: bullets, indents, blank lines and white space as each list mostly has them; no word changes.

With - (standard input) the formatted text goes to standard output. What a list doesn't tell stays as it is, and so do code,
HTML, tables and whatever a program generates. --document renders everything anew with mdformat, tables included; a block
that mdformat would damage stays as it is and is named.
Exit 0: everything is formatted. 1: with --check or --diff something would change. 2: something couldn't be read or written,
or the command or the configuration is wrong.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from listlint.cli import _lists
from listlint.records import dataclass, field, replace

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from listlint.config.plan import Plan
    from listlint.engine import Fixed
    from listlint.runner import FileResult, RunResult, Target
    from listlint.text import Source

# ruff: noqa: PLC0415 - the help and a mistake in the options must not wait for the parser and the rules


class Arguments(_lists.FileArguments):
    """What `format` is told."""

    check: bool
    diff: bool
    document: bool


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `format`."""
    _lists.add_paths(parser)
    group = parser.add_argument_group("formatting")
    group.add_argument("--check", action="store_true", help="say what would change, write nothing")
    group.add_argument("--diff", action="store_true", help="show the unified diff, write nothing")
    group.add_argument("--document", action="store_true", help="render everything anew with mdformat")
    _lists.add_files(parser)
    group = parser.add_argument_group("output")
    group.add_argument("-q", "--quiet", action="store_true", help="say nothing but what --check and --diff find, and no remarks")
    group.add_argument("--debug", action="store_true", help="show the traceback of an internal error")


def run(args: Arguments) -> int:
    """Formats, writes and reports."""
    from listlint import runner
    from listlint.formatter import layout

    settings_for = _lists.configuration(args).for_folder

    def plan_for(target: Target) -> Plan:
        path = Path(os.path.abspath(target.path or target.name))  # noqa: PTH100 - `..` goes, links stay: patterns are about names
        return layout.plan(settings_for(path.parent), path)

    targets, notes = _lists.gather(args, settings_for)
    repairs = _Repairs(document=args.document)
    result = runner.run(targets, plan_for, mode="diff" if args.check or args.diff else "fix", notes=notes, repair=repairs)
    _lists.remark(result, args)
    _lists.own_up(result)
    _report(result, args, repairs)
    if not result.files or any(file.failed for file in result.files):
        return 2
    return int((args.check or args.diff) and any(file.changed for file in result.files))


@dataclass
class _Repairs:
    """Formats one list after the other, and remembers what to say of each."""

    document: bool
    places: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """By file name, what would change: `LINE:COLUMN: message`."""
    kept: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """By file name, the blocks that stay as they are: `LINE: reason`."""

    def __call__(self, source: Source, plan: Plan) -> Fixed:
        from listlint import engine

        if self.document:
            return self._rendered(source)
        fixed = engine.fix(source, plan)
        if fixed.after.document.text != source.text:
            found = [one for one in engine.check(source, plan).diagnostics if one.fix is not None]
            places = ((source.position(one.span.start), f"{one.code} {one.name} {one.message}") for one in found)
            self.places[source.name] = tuple(f"{at.line}:{at.column}: {message}" for at, message in places)
        return fixed

    def _rendered(self, source: Source) -> Fixed:
        from listlint.edits import apply
        from listlint.engine import Checked, Fixed
        from listlint.formatter import document
        from listlint.parse import parse
        from listlint.style import Style

        before = parse(source)
        made = document.render(before)
        lines = ((source.line_of(kept.span.start), kept) for kept in made.kept)
        self.kept[source.name] = tuple(f"{line}: {kept.kind} stays as it is: {kept.reason}" for line, kept in lines)
        after = replace(source, text=apply(source.text, made.edits))
        spots = dict.fromkeys(source.line_of(edit.span.start) for edit in made.edits)
        self.places[source.name] = tuple(f"{line}: would be written otherwise" for line in spots)
        return Fixed(source, Checked(parse(after), Style(), ()), failure=made.refused)


def _report(result: RunResult, args: Arguments, repairs: _Repairs) -> None:
    """What would change or the text on standard output, the summary where it can't be taken for either."""
    from listlint.edits import unified_diff

    piped = _lists.STDIN in args.paths
    changed = [file for file in result.files if file.changed]
    for file in () if args.quiet else result.files:
        for line in repairs.kept.get(file.path, ()):
            print(f"{file.path}:{line}", file=sys.stderr)
    for file in changed:
        if args.diff and file.fixed is not None:
            sys.stdout.write(unified_diff(file.path, file.fixed.before.text, file.fixed.after.document.text))
        elif args.check:
            print(*(f"{file.path}:{place}" for place in repairs.places.get(file.path, ())), sep="\n")
    if piped and not args.check and not args.diff:
        _pass_on(result.files)
    if not args.quiet and result.files:
        print(_summary(result.files, args), file=sys.stderr if args.diff or piped else sys.stdout)


def _pass_on(files: Sequence[FileResult]) -> None:
    for file in files:
        if file.fixed is not None:
            sys.stdout.flush()
            sys.stdout.buffer.write(file.fixed.before.encode(file.fixed.after.document.text))


def _summary(files: Sequence[FileResult], args: Arguments) -> str:
    """`1 list formatted, 2 as they should be, 1 failed`."""
    failed = sum(file.failed for file in files)
    changed = sum(file.changed and not file.failed for file in files)
    told = [
        (changed, "would be formatted" if args.check or args.diff else "formatted"),
        (len(files) - changed - failed, "formatted already"),
        (failed, "failed"),
    ]
    shown = [f"{count} {words}" for count, words in told if count]
    first, _, rest = shown[0].partition(" ")
    return ", ".join([f"{first} list{'s' if first != '1' else ''} {rest}", *shown[1:]])
