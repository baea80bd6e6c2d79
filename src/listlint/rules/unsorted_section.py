"""Entries that stand out of the order their section keeps. Knows nothing of sections that keep none."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Final

from listlint.diagnostic import Related
from listlint.edits import Fix, Move, Phase, Safety, moved
from listlint.model import Container
from listlint.rule import Rule, RuleOptions
from listlint.style.ordering import title_key
from listlint.style.orders import misplaced, moves_of, nearly

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document, Item
    from listlint.style import Style
    from listlint.style.ordering import Collation, Run
    from listlint.style.ordering import Move as Misplaced
    from listlint.text import Span

_COLLATIONS: Final[tuple[Collation, ...]] = ("plain", "letters", "words", "articles")
_WAYS: Final = {"title": "by title", "newest": "newest first", "oldest": "oldest first"}


class UnsortedSection(Rule):
    """LL503."""

    code = "LL503"
    name = "unsorted-section"
    summary = "An entry stands out of the order that its section keeps."
    phase = Phase.LAYOUT
    cause = "beside"

    class Options(RuleOptions):
        """What counts."""

        short: bool = False
        """Whether a section counts that tells too little of its order, but stands in it save for one entry."""

    options: Options

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """The fewest entries that must move, each with the place it belongs to."""
        found_in = [*misplaced(document, style), *(nearly(document, style) if self.options.short else ())]
        for run, usual, found in sorted(found_in, key=lambda one: one[0].entries[0].span):
            always = _misplaced_always(run) if usual.value == "title" else {id(move.entry) for move in found}
            moves = [move for move in found if id(move.entry) in always]
            way = _WAYS[usual.value]
            told = f"{way} is configured" if usual.configured else f"{usual.evidence} neighbours stand {way}"
            fix = _fix(document, run.entries, moves)
            for move in moves:
                where = f'behind "{_name(move.behind)}"' if move.behind is not None else f'before "{_name(run.entries[0])}"'
                related = () if move.behind is None else (Related(move.behind.head, "it belongs behind this"),)
                yield self.diagnostic(_place(move.entry), f'"{_name(move.entry)}" belongs {where}, {told}', fix=fix, related=related)


def _misplaced_always(run: Run) -> set[int]:
    """The entries, by `id`, that stand out of order however blanks, hyphens and articles count.

    Of two neighbours that changed places, collations may blame either one: then it's both, and the list's own collation chooses. So it
    does where each blames somebody else: out of order the run is.
    """
    found = [{id(move.entry) for move in moves_of(run, "title", collation)} for collation in _COLLATIONS]
    always = set.intersection(*found)
    for one, two in pairwise(run.entries) if any(blamed != always for blamed in found) else ():
        if all(title_key(_name(one), collation) > title_key(_name(two), collation) for collation in _COLLATIONS):
            always |= {id(one), id(two)}
    return always if always or not all(found) else set.union(*found)


def _name(item: Item) -> str:
    return item.title.text if item.title is not None else ""


def _place(item: Item) -> Span:
    return item.title.span if item.title is not None else item.head


def _fix(document: Document, entries: Sequence[Item], moves: Sequence[Misplaced]) -> Fix | None:
    """The run in order, each entry with all that is nested in it; None where an entry can't go as it stands.

    Numbered entries would take their numbers along, and an entry with a directive stays where it is.
    """
    text = document.text
    if any(not _may_move(document, item) for item in entries) or len({_indent(document, item) for item in entries}) > 1:
        return None
    going = {id(move.entry) for move in moves}
    order = [item for item in entries if id(item) not in going]
    behind: defaultdict[int, list[Item]] = defaultdict(list)
    for move in moves:
        behind[id(move.behind)].append(move.entry)
    order = [*behind[id(None)], *chain.from_iterable((item, *behind[id(item)]) for item in order)]
    changed = tuple(Move(place.span, piece.span) for place, piece in zip(entries, order, strict=True) if place is not piece)
    return Fix("put the entries in order", moved(text, changed), Safety.UNSAFE, moves=changed) if changed else None


def _may_move(document: Document, item: Item) -> bool:
    if item.container is not Container.LIST_ITEM or item.marker is None or item.marker.of(document.text)[0] not in "-*+":
        return False
    return not any(item.span.overlaps(directive.span) for directive in document.directives)


def _indent(document: Document, item: Item) -> str:
    line = document.source.line_span(document.source.line_of(item.span.start))
    return document.text[line.start : item.span.start]
