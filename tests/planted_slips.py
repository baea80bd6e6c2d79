"""Plants slips in real lists and measures how many `check` finds and `fix` takes back: `python tests/planted_slips.py [NAME ...]`.

For each list that has an inferred separator, final punctuation or order, as many as 20 entries are changed against it at
random, or as many as its convention bears: a list of 30 entries with 20 strange separators has none any more. Knows the
rules by their codes, nothing of how they work.
"""

from __future__ import annotations

import random
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from listlint import engine
from listlint.config import load, select
from listlint.edits import Edit, apply
from listlint.parse import parse
from listlint.style import Style, StyleOptions, endings, infer
from listlint.style.ordering import Collation, Run, runs, title_key
from listlint.style.places import meets
from listlint.style.survey import Survey
from listlint.style.thresholds import CLEAR, MAJORITY
from listlint.text import Source, Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from listlint.config.plan import Plan
    from listlint.model import Document, Section
    from listlint.style.cases import Case

CORPUS = Path(__file__).resolve().parents[1] / "../shared/corpus"
SLIPS = 20
SEED = 5
BROKEN = 2
"""Neighbours that an entry on its way through a row puts out of order at most."""
SEPARATORS = (" - ", " – ", " — ", ": ", " : ", "：", "，")


@dataclass(frozen=True)
class Outcome:
    """What came of one list and one kind of slip; entries, but `false` counts diagnostics."""

    kind: str
    planted: int = 0
    found: int = 0
    false: int = 0
    restored: int = 0

    def __add__(self, other: Outcome) -> Outcome:
        return Outcome(
            self.kind,
            self.planted + other.planted,
            self.found + other.found,
            self.false + other.false,
            self.restored + other.restored,
        )

    def __str__(self) -> str:
        return f"{self.kind:10} planted {self.planted:4}  found {self.found:4}  false {self.false:3}  restored {self.restored:4}"


@dataclass(frozen=True)
class _Read:
    source: Source
    document: Document
    style: Style

    @classmethod
    def of(cls, name: str, text: str) -> _Read:
        source = Source(name, text)
        document = parse(source)
        return cls(source, document, infer(document, StyleOptions()))


def separators(read: _Read, chance: random.Random) -> Outcome:
    """Another separator in front of a summary."""
    usual = read.style.separator
    if usual is None:
        return Outcome("separator")
    room = int(usual.count - MAJORITY * usual.total)
    cases = [case for case in Survey(read.document).separator if _usual(read, case, "separator")]
    picked = _picked(read, [case.span for case in cases], min(SLIPS, room), chance)
    others = [other for other in SEPARATORS if other != usual.value]
    return _by_line("separator", read, [Edit(span, chance.choice(others)) for span in picked], "LL102", unsafe=False)


def stops(read: _Read, chance: random.Random) -> Outcome:
    """A final stop taken away, or put behind a summary where the list has none."""
    total = Outcome("ending")
    for name in ("ending", "ending_han"):
        usual = read.style.ending if name == "ending" else read.style.ending_han
        if usual is None:
            continue
        room = int(usual.count - CLEAR * usual.total)
        places = []
        for item in read.document.entries:
            end = endings.end_of(read.document.text, item)
            if end is None or end[0] != usual.value or item.summary is None or item.separator is None:
                continue
            if (endings.script(item.summary.text) == "han") == (name == "ending_han"):
                places.append(Span(end[1] - (usual.value != "none"), end[1]))
        known = {case.span.end for case in Survey(read.document).cases(name) if _usual(read, case, name)}
        picked = _picked(read, [span for span in places if span.end in known], min(SLIPS, room), chance)
        edits = [Edit(span, "." if usual.value == "none" else "") for span in picked]
        total += _by_line("ending", read, edits, "LL109", unsafe=True)
    return total


def moves(read: _Read, chance: random.Random) -> Outcome:
    """An entry that stands somewhere else in its run, one a run."""
    sections = {section.span: section for section in read.document.all_sections}
    able = [run for run in runs(read.document) if _is_ordered(read, run, sections)]
    room: dict[int, int] = {}
    picked: list[Run] = []
    for run in chance.sample(able, len(able)):
        fact = read.style.of(sections[run.section.span]).order
        if fact is not None and len(picked) < SLIPS:
            left = room.setdefault(id(fact), int(fact.count - CLEAR * fact.total))
            if left >= BROKEN:
                room[id(fact)] -= BROKEN
                picked.append(run)
    total = Outcome("order")
    edits: list[Edit] = []
    moved: list[tuple[str, set[str]]] = []
    text = read.document.text
    for run in picked:
        places = [(at, to) for at in range(len(run.entries)) for to in range(len(run.entries)) if at != to and _is_wrong(run, at, to)]
        if not places:
            continue
        at, to = chance.choice(places)
        new = _with_move(len(run.entries), at, to)
        pieces = [entry.span.of(text) for entry in run.entries]
        edits += (Edit(run.entries[place].span, pieces[piece]) for place, piece in enumerate(new) if place != piece)
        near = {pieces[to]} if abs(at - to) == 1 else set()
        moved.append((pieces[at], {pieces[at], *near}))
    before = _named(read.source)
    source = Source(read.source.name, apply(text, edits))
    after = _named(source)
    new_ones = [piece for piece in after if piece not in before]
    found = sum(any(piece in accepted for piece in after) for _, accepted in moved)
    false = sum(not any(piece in accepted for _, accepted in moved) for piece in new_ones)
    fixed = engine.fix(source, _plan("LL503"), unsafe=True).after.document
    back = {entry.span.of(fixed.text): _above(fixed, run, at) for run in runs(fixed) for at, entry in enumerate(run.entries)}
    was = {entry.span.of(text): _above(read.document, run, at) for run in runs(read.document) for at, entry in enumerate(run.entries)}
    restored = sum(back.get(piece) == was[piece] for piece, _ in moved)
    return total + Outcome("order", len(moved), found, false, restored)


def _with_move(count: int, at: int, to: int) -> list[int]:
    new = [place for place in range(count) if place != at]
    new.insert(to, at)
    return new


def _is_wrong(run: Run, at: int, to: int) -> bool:
    """Whether the entry moved `to` another place stands out of order however blanks, punctuation and articles count."""
    titles = [item.title.text if item.title is not None else "" for item in run.entries]
    moved = [titles[place] for place in _with_move(len(titles), at, to)]
    ways: tuple[Collation, ...] = ("plain", "letters", "words", "articles")
    return all((keys := [title_key(title, way) for title in moved]) != sorted(keys) for way in ways)


def _above(document: Document, run: Run, at: int) -> str:
    return run.entries[at - 1].span.of(document.text) if at else ""


def _is_ordered(read: _Read, run: Run, sections: dict[Span, Section]) -> bool:
    fact = read.style.of(sections[run.section.span]).order
    bullets = all(item.marker is not None and item.marker.of(read.document.text)[0] in "-*+" for item in run.entries)
    return fact is not None and fact.value == "title" and bullets and len(run.entries) > BROKEN


def _named(source: Source) -> list[str]:
    """The entries that LL503 names, as written."""
    checked = engine.check(source, _plan("LL503"))
    text = source.text
    entries = [item for item in checked.document.entries if item.title is not None]
    by_title = {item.title.span.start: item.span.of(text) for item in entries if item.title is not None}
    return [by_title[one.span.start] for one in checked.diagnostics if one.span.start in by_title]


def _usual(read: _Read, case: Case[object] | Case[str], name: str) -> bool:
    """Whether the case does what its list does, in a section that does so, too."""
    section = next((one for one in read.document.all_sections if one.span == case.section), None)
    fact = getattr(read.style.of(section) if section is not None else read.style, name)
    return fact is not None and fact == getattr(read.style, name) and case.value == fact.value


def _picked(read: _Read, spans: list[Span], count: int, chance: random.Random) -> list[Span]:
    """As many of `spans` at random, no two on a line, none in a table or a fold: there check speaks and fix does nothing."""
    by_line = {read.source.line_of(span.start): span for span in spans if not meets(span, read.document.guarded)}
    return sorted(chance.sample(list(by_line.values()), max(0, min(count, len(by_line)))))


def _by_line(kind: str, read: _Read, edits: list[Edit], code: str, *, unsafe: bool) -> Outcome:
    """Slips that stay on their lines, so lines tell which is which."""
    if not edits:
        return Outcome(kind)
    planted = {read.source.line_of(edit.span.start) for edit in edits}
    source = Source(read.source.name, apply(read.source.text, edits))
    before, after = _lines(read.source, code), _lines(source, code)
    fixed = engine.fix(source, _plan(code), unsafe=unsafe).after.document.source
    restored = sum(fixed.line_span(line).of(fixed.text) == read.source.line_span(line).of(read.source.text) for line in planted)
    return Outcome(kind, len(planted), len(planted & after), len(after - planted - before), restored)


def _lines(source: Source, code: str) -> set[int]:
    return {source.line_of(one.span.start) for one in engine.check(source, _plan(code)).diagnostics}


def _plan(code: str) -> Plan:
    return select.plan(load.from_text(""), select.selection(select=[code]))


KINDS: tuple[Callable[[_Read, random.Random], Outcome], ...] = (separators, stops, moves)


def lists(*names: str) -> list[Path]:
    """The corpus lists, or those whose names begin so."""
    if not (CORPUS / "INDEX.tsv").exists():
        return []
    found = [CORPUS / line.split("\t")[0] for line in (CORPUS / "INDEX.tsv").read_text(encoding="utf-8").splitlines()[1:]]
    found += [CORPUS / "reading-list.md", CORPUS / "reading-list-earlier.md"]
    return [path for path in found if not names or path.name.startswith(names)]


def measure(path: Path) -> list[Outcome]:
    """The outcome of each kind of slip on one list."""
    read = _Read.of(path.name, path.read_bytes().decode("utf-8").removeprefix("\ufeff"))
    return [kind(read, random.Random(f"{SEED} {path.name}")) for kind in KINDS]  # noqa: S311 - the same slips in every run


def main(names: list[str]) -> int:
    """Prints a line for each list and kind, then the sums."""
    sums: dict[str, Outcome] = {}
    for path in lists(*names):
        for outcome in measure(path):
            if outcome.planted:
                print(f"{path.name[:32]:32}  {outcome}", flush=True)  # noqa: T201 - a script
                sums[outcome.kind] = sums.get(outcome.kind, Outcome(outcome.kind)) + outcome
    for outcome in sums.values():
        print(f"{'all':32}  {outcome}")  # noqa: T201 - as above
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
