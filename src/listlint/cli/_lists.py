"""What `check` and `fix` share: their options, and the way from paths to results. Knows no format and no rule."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from listlint.cli import _console, _output, _progress, _record
from listlint.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from listlint.cache import Cache
    from listlint.config.load import Configuration
    from listlint.config.plan import Plan
    from listlint.config.select import Selection
    from listlint.config.settings import Settings
    from listlint.engine import Fixed
    from listlint.runner import Memory, Mode, Repair, RunResult, Target

# ruff: noqa: PLC0415 - the help and a mistake in the options must not wait for the parser and the rules

STDIN = "-"


class ConfigArguments(argparse.Namespace):
    """Where settings come from."""

    config: list[str]
    isolated: bool
    profile: str | None


class FileArguments(ConfigArguments):
    """Which lists to read, and how much to say of them."""

    paths: list[str]
    quiet: bool
    debug: bool
    no_exclude: bool
    stdin_filename: str | None


class RuleArguments(FileArguments):
    """Which rules to run on them."""

    select: list[str]
    extend_select: list[str]
    ignore: list[str]


class ListArguments(RuleArguments, _output.OutputArguments):
    """What `check` and `fix` are told."""

    no_cache: bool
    cache_dir: str | None
    jobs: int | None


def add_config(parser: argparse.ArgumentParser) -> None:
    """The options of `ConfigArguments`."""
    group = parser.add_argument_group("configuration")
    group.add_argument(
        "--config",
        action="append",
        default=[],
        metavar="{FILE,KEY=VALUE}",
        help="use this configuration file and no other, or let a key have this value, as in a file; may be repeated",
    )
    group.add_argument("--isolated", action="store_true", help="use no configuration file")
    group.add_argument("--profile", metavar="NAME", help="start from this profile, whatever the configuration says")


def add_paths(parser: argparse.ArgumentParser) -> None:
    """Which lists to read."""
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="files, folders (the lists in them), or - for standard input; without any, the configured files, else README.md",
    )


def add_files(parser: argparse.ArgumentParser) -> None:
    """The rest of what `FileArguments` has, but for how much to say."""
    add_config(parser)
    group = parser.add_argument_group("files")
    group.add_argument("--no-exclude", action="store_true", help="read what the configuration excludes, too")
    group.add_argument("--stdin-filename", metavar="FILE", help="the name that standard input goes by, for messages and settings")


def add_rules(parser: argparse.ArgumentParser) -> None:
    """Which rules to run."""
    group = parser.add_argument_group("rules", "RULES are codes, names or prefixes such as LL3, with commas; may be repeated")
    group.add_argument(
        "--select", action="append", default=[], metavar="RULES", help="run these; a prefix takes the profile's of that family"
    )
    group.add_argument(
        "--extend-select", action="append", default=[], metavar="RULES", help="run these besides; a prefix takes its whole family"
    )
    group.add_argument("--ignore", action="append", default=[], metavar="RULES", help="leave these out")


def add_list_options(parser: argparse.ArgumentParser) -> None:
    """The options of `ListArguments`."""
    add_paths(parser)
    add_rules(parser)
    add_files(parser)
    group = parser.add_argument_group("speed")
    group.add_argument(
        "-j",
        "--jobs",
        type=_jobs,
        default=None,
        metavar="{auto,N}",
        help="how many processes read lists; default: auto, as many as there are processors where that pays, else one",
    )
    group.add_argument("--no-cache", action="store_true", help="neither use nor keep what earlier runs found")
    group.add_argument("--cache-dir", metavar="FOLDER", help="keep it here; else in LISTLINT_CACHE_DIR or the system's folder")
    _output.add_output(parser)


def _jobs(value: str) -> int | None:
    if value == "auto":
        return None
    if not value.isdecimal() or not int(value):
        raise argparse.ArgumentTypeError(f'"{value}" is no number of processes, expected 1 or more, or auto')
    return int(value)


def configuration(args: ConfigArguments) -> Configuration:
    """The source of settings that the options ask for."""
    from listlint.config.load import Configuration
    from listlint.config.valid import Valid

    file, inline = configured(args.config)
    if file is not None and args.isolated:
        raise UsageError("--config and --isolated contradict one another")
    if file is not None and not file.is_file():
        raise UsageError(f"--config: there is no file {file}")
    return Configuration(file, isolated=args.isolated, profile=args.profile, inline=inline, valid=Valid(kept(args)))


def kept(args: ConfigArguments) -> Cache | None:
    """Where the options let a run use and keep what runs find; None where they don't, and for commands that don't ask."""
    from listlint import cache

    place = cache.folder(args.cache_dir) if isinstance(args, ListArguments) and not args.no_cache else None
    return None if place is None else cache.Cache(place)


def configured(words: Sequence[str]) -> tuple[Path | None, list[str]]:
    """The file that the values of --config name, and the TOML among them."""
    inline = [word for word in words if "=" in word and not os.path.lexists(word)]
    files = [word for word in words if word not in inline]
    if len(files) > 1:
        raise UsageError(f"--config: expected one file, found {', '.join(files)}")
    return Path(files[0]) if files else None, inline


class View(Protocol):
    """What a run is narrowed to."""

    def targets(self, targets: Sequence[Target]) -> tuple[Sequence[Target], Sequence[str]]:
        """What is to be read in place of `targets`, and what to remark on it."""

    def narrow(self, run: RunResult, whole: RunResult, targets: Sequence[Target], plan_for: Callable[[Target], Plan]) -> RunResult:
        """`run` without what isn't to be shown; `whole` is the run as it was before any view narrowed it."""


def judge(  # noqa: PLR0913 - all that a run is told, by name
    args: RuleArguments,
    mode: Mode,
    *,
    unsafe: bool = False,
    through: Callable[[Plan], Plan] | None = None,
    views: Iterable[View] = (),
    repair: Repair | None = None,
) -> RunResult:
    """The run that the options ask for; `through` may make other plans of theirs, `views` show less of what it finds.

    `repair` makes another text of a list in place of the rules' fixes.
    """
    from listlint import runner
    from listlint.config.select import custom_names, plan, selection

    if (recording := _record.current()) is not None and through is None:
        recording.look(args.paths, configured(args.config)[0], repairs=mode == "fix")
    settings_for = configuration(args).for_folder
    targets, notes = gather(args, settings_for)
    if isinstance(args, ListArguments):
        _output.check_output(args, (target.path for target in targets))
    views = tuple(views)
    for view in views:
        targets, more = view.targets(targets)
        notes = (*notes, *more)
    own = {word for path in map(_place, targets) for word in custom_names(settings_for(path.parent))}
    chosen = selection(args.select, args.extend_select, args.ignore, own=own)

    def plan_for(target: Target) -> Plan:
        path = _place(target)
        made = plan(settings_for(path.parent), chosen, path)
        return made if through is None else through(made)

    memory = None
    if (store := kept(args)) is not None and through is None and repair is None and not views:  # a view compares what was read
        memory = _memory(store, settings_for, chosen)
    jobs = _processes(args) if through is None and not views else 1  # both look at what was read
    with _progress.Progress(shown=_progress.wanted(quiet=args.quiet)) as progress:
        result = whole = runner.run(
            targets, plan_for, mode=mode, unsafe=unsafe, notes=notes, repair=repair, memory=memory, jobs=jobs, progress=progress
        )
    for view in views:
        result = view.narrow(result, whole, targets, plan_for)
    return result


def _processes(args: RuleArguments) -> int | None:
    """How many are to read lists; None: as many as it takes. A report that asks this one to read them again leaves little to others."""
    if not isinstance(args, ListArguments):
        return 1
    return 1 if args.jobs is None and _output.reads(args) else args.jobs


def _memory(store: Cache, settings_for: Callable[[Path], Settings], chosen: Selection) -> Memory:
    """What earlier runs found in files that were held to the same."""
    from listlint.config.plan_key import plan_key
    from listlint.remembered import Remembered
    from listlint.runner import Memory

    def held(target: Target) -> bytes | None:
        path = _place(target)
        try:
            return plan_key(settings_for(path.parent), chosen, path)
        except TypeError:
            return None

    return Memory(Remembered(store), held)


def _place(target: Target) -> Path:
    return Path(os.path.abspath(target.path or target.name))  # noqa: PTH100 - `..` goes, links stay: patterns are about names


def gather(args: FileArguments, settings_for: Callable[[Path], Settings]) -> tuple[Sequence[Target], tuple[str, ...]]:
    """The lists that the options name, and what is to be remarked on finding them."""
    from listlint.config.load import printable
    from listlint.discovery import find
    from listlint.runner import Target

    if STDIN in args.paths:
        if len(args.paths) > 1:
            raise UsageError("- (standard input) stands alone, but other paths are named")
        return [Target(args.stdin_filename or "<stdin>", None, sys.stdin.buffer.read())], ()
    if args.stdin_filename is not None:
        raise UsageError('--stdin-filename names standard input, but no "-" stands among the paths')
    found = find([Path(path) for path in args.paths], settings_for, excluding=not args.no_exclude, store=kept(args))
    return [Target(printable(path), path) for path in found.files], found.notes


def remark(result: RunResult, args: FileArguments) -> None:
    """What isn't about a list goes to standard error: remarks, files that failed, tracebacks."""
    for note in () if args.quiet else result.notes:
        print(note, file=sys.stderr)
    for file in result.files:
        if file.error is not None:
            _console.complain(file.error)
        elif file.fixed is not None and file.fixed.failure is not None:
            _console.complain(f"{file.path}: {file.fixed.failure.removeprefix(f'{file.path}: ')}")
        if file.trace is not None and args.debug:
            print(file.trace, end="", file=sys.stderr)
        if args.debug and file.fixed is not None and (file.fixed.withheld or file.fixed.failure):
            print(_debugged(file.path, file.fixed), file=sys.stderr)


def own_up(result: RunResult) -> None:
    """Says on standard error of which files a rule or listlint itself made nothing, where no report would."""
    for file in result.files:
        if file.trace is not None and file.final is not None:
            _console.complain(f"{file.path}: {file.final.diagnostics[0].message}")


def _debugged(path: str, fixed: Fixed) -> str:
    """One line of JSON, in ASCII, with everything that a report of withheld fixes needs; spans count in code points from 0."""
    import json

    texts = list(dict.fromkeys([fixed.before.text, *(one.text for one in fixed.withheld)]))
    withheld = [
        {
            "rule": f"{one.diagnostic.code} {one.diagnostic.name}",
            "message": one.diagnostic.message,
            "reason": one.reason,
            "edits": [[edit.span.start, edit.span.end, edit.text] for edit in one.diagnostic.fix.edits] if one.diagnostic.fix else [],
            "text": texts.index(one.text),
        }
        for one in fixed.withheld
    ]
    return json.dumps({"path": path, "failure": fixed.failure, "withheld": withheld, "texts": texts})
