"""A file of known diagnostics: read, held against a run, written anew. Knows the file; what a key is, `changes.known` says."""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final

from listlint import records
from listlint.changes.known import ABOUT, Key, keys, unknown
from listlint.config.load import printable
from listlint.errors import UnreadableError, UnwritableError, UsageError
from listlint.records import dataclass
from listlint.report.jsontext import document
from listlint.write import replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from listlint.config.plan import Plan
    from listlint.report.jsontext import Json
    from listlint.rule import Rule
    from listlint.runner import RunResult, Target

VERSION: Final = 1
_SHOWN: Final = 10
_ALWAYS: Final = "LL0"
"""The family of listlint's own codes, which no plan lists."""

Known = dict[str, Counter[Key]]
"""By file, named from the baseline's folder with slashes: how often each key is known."""


@dataclass(frozen=True)
class Baseline:
    """What a baseline's file knows."""

    path: Path
    known: Known

    @classmethod
    def read(cls, path: Path) -> Baseline:
        """The baseline in the file at `path`; raises `UsageError` where there is none, `UnreadableError` where it can't be understood."""
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            raise UsageError(f'{printable(path)}: no such file; "listlint baseline --output {printable(path)}" writes it') from None
        except OSError as error:
            raise UnreadableError(f"{printable(path)}: can't be read: {(error.strerror or str(error)).lower()}") from None
        return cls(path, _known(data, printable(path)))

    def targets(self, targets: Sequence[Target]) -> tuple[Sequence[Target], Sequence[str]]:
        """What is to be read: nothing else."""
        return targets, ()

    def narrow(self, run: RunResult, whole: RunResult, targets: Sequence[Target], plan_for: Callable[[Target], Plan]) -> RunResult:
        """`run` without what is known; stale diagnostics are named in its notes."""
        files, hidden, stale = [], 0, list[str]()
        for file, every, target in zip(run.files, whole.files, targets, strict=True):
            if file.checked is None or every.checked is None or file.trace is not None:
                files.append(file)
                continue
            name = self.name(target)
            rules = plan_for(target).rules
            known = self.known.get(name, Counter[Key]())
            found = keys(every.checked.document, every.checked.diagnostics, rules)
            shown = keys(file.checked.document, file.checked.diagnostics, rules)
            new = unknown(shown, found, known)
            kept = tuple(one for one, is_new in zip(file.checked.diagnostics, new, strict=True) if is_new)
            hidden += len(shown) - len(kept)
            files.append(records.replace(file, checked=records.replace(file.checked, diagnostics=kept)))
            stale += (f"{name}: {key.code} {key.name}, {key.about} {key.place}".rstrip() for key in _stale(known, found, _running(rules)))
        return records.replace(run, files=tuple(files), notes=(*run.notes, *self._notes(hidden, stale)))

    def _notes(self, hidden: int, stale: Sequence[str]) -> Iterator[str]:
        if hidden:
            yield f"{_counted(hidden, 'known diagnostic')} not shown ({printable(self.path)})"
        if stale:
            those = _counted(len(stale), "stale diagnostic")
            yield f'{printable(self.path)}: {those}, which "listlint baseline --prune" removes:'
            yield from (f"  {each}" for each in stale[:_SHOWN])
            if len(stale) > _SHOWN:
                yield f"  and {len(stale) - _SHOWN} more"

    def name(self, target: Target) -> str:
        """What the file of `target` is called in here."""
        return Path(os.path.relpath(target.path or target.name, self.path.parent)).as_posix()

    def write(self) -> None:
        """Writes the file, whole; raises `UnwritableError`."""
        data = _text(self.known).encode()
        try:
            if not self.path.exists():
                self.path.touch()
            before = self.path.read_bytes()
        except OSError as error:
            raise UnwritableError(f"{printable(self.path)}: can't be written: {(error.strerror or str(error)).lower()}") from None
        if before != data:
            replace(self.path, name=printable(self.path), before=before, after=data)

    @property
    def size(self) -> int:
        """How many diagnostics it knows."""
        return sum(count.total() for count in self.known.values())


class Taking:
    """A run written down: `after` is what is known once it's over.

    All that is found in the lists that are read; where it's to `prune`, only what of that was known. Lists that aren't read keep
    what is known of them, but for those that aren't there any more.
    """

    def __init__(self, before: Baseline, *, prune: bool = False) -> None:
        self._before = self.after = before
        self._prune = prune

    def targets(self, targets: Sequence[Target]) -> tuple[Sequence[Target], Sequence[str]]:
        """What is to be read: nothing else."""
        return targets, ()

    def narrow(self, run: RunResult, whole: RunResult, targets: Sequence[Target], plan_for: Callable[[Target], Plan]) -> RunResult:
        """`run` as it is."""
        folder = self._before.path.parent
        known = {name: counted for name, counted in self._before.known.items() if (folder / name).exists()}
        for file, target in zip(whole.files, targets, strict=True):
            if file.checked is None or file.trace is not None:
                continue
            name, rules = self._before.name(target), plan_for(target).rules
            found = Counter(keys(file.checked.document, file.checked.diagnostics, rules))
            before, running = known.get(name, Counter[Key]()), _running(rules)
            others = Counter({key: count for key, count in before.items() if not _ran(key, running)})
            known[name] = others + ((found & before) if self._prune else found)
        self.after = Baseline(self._before.path, known)
        return run


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def _running(rules: Sequence[Rule]) -> frozenset[str]:
    return frozenset(rule.code for rule in rules)


def _ran(key: Key, running: frozenset[str]) -> bool:
    """Whether the rule that `key` is of was asked."""
    return key.code in running or key.code.startswith(_ALWAYS)


def _stale(known: Mapping[Key, int], found: Sequence[Key], running: frozenset[str]) -> Iterator[Key]:
    """What is known and wasn't found, or not as often, of rules that were asked."""
    counted = Counter(found)
    return (key for key, count in sorted(known.items()) if _ran(key, running) and counted[key] < count)


def _text(known: Known) -> str:
    """The baseline as JSON, a diagnostic a line, in an order of its own: a line changes where what is known does."""
    records: list[Json] = [
        {"file": name, "code": key.code, "name": key.name, **({} if key.about == "file" else {key.about: key.place}), "count": count}
        for name, counted in sorted(known.items())
        for key, count in sorted(counted.items())
        if count > 0
    ]
    return document({"version": VERSION, "diagnostics": records})


def _known(data: bytes, shown: str) -> Known:
    try:
        read = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UnreadableError(f"{shown}: is not UTF-8 at byte {error.start}, expected a baseline") from None
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"{shown}: is not JSON: {' '.join(str(error).split())}, expected a baseline") from None
    if not isinstance(read, dict) or not isinstance(read.get("diagnostics"), list):
        raise UnreadableError(f'{shown}: is no baseline, expected what "listlint baseline" writes')
    if read.get("version") != VERSION:
        raise UnreadableError(f"{shown}: is a baseline of version {json.dumps(read.get('version'))[:20]}, expected {VERSION}")
    known: Known = {}
    for number, record in enumerate(read["diagnostics"], 1):
        if (made := _record(record)) is None:
            raise UnreadableError(
                f"{shown}: diagnostic {number} is none, expected file, code, name, one of {', '.join(ABOUT[:-1])}, and count"
            )
        name, key, count = made
        known.setdefault(name, Counter())[key] += count
    return known


def _record(record: object) -> tuple[str, Key, int] | None:
    if not isinstance(record, dict):
        return None
    about = [word for word in ABOUT[:-1] if word in record]
    file, code, name, count = (record.get(word) for word in ("file", "code", "name", "count"))
    place = record[about[0]] if about else ""
    if not (isinstance(file, str) and isinstance(code, str) and isinstance(name, str) and isinstance(place, str)) or len(about) > 1:
        return None
    if not isinstance(count, int) or isinstance(count, bool) or count < 1:
        return None
    return file, Key(code, name, about[0] if about else "file", place), count
