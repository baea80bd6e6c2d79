"""Lists with another bullet than the rest of the file. Knows nothing of numbers and of contents lists."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from listlint.edits import Edit, Fix, Phase
from listlint.model import Container
from listlint.regex import lazy
from listlint.rule import Rule
from listlint.style.thresholds import MIN_CASES, SLIP
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document, Item
    from listlint.style import Style

_BULLET: Final = lazy(r"[-*+](?=[ \t]*(?:\[[ xX]\])?\s*\Z)")


class MixedMarker(Rule):
    """LL115."""

    code = "LL115"
    name = "mixed-marker"
    summary = "A list has another bullet than the other lists of the file."
    phase = Phase.LAYOUT

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Runs of items with another bullet than is configured, or than nine in ten have at their depth; lists that touch differ by it."""
        text = document.text
        runs = [(depth, run) for depth, run in _runs(document) if run]
        counts: defaultdict[int, Counter[str]] = defaultdict(Counter)
        for depth, run in runs:
            counts[depth][_bullet(text, run[0])] += len(run)
        for depth, run in sorted(runs, key=lambda found: found[1][0].span.start):
            own = _bullet(text, run[0])
            usual, evidence = _usual(style, depth, counts[depth])
            if usual is None or own == usual or _touches(document, run, usual):
                continue
            markers = [Span(item.marker.start, item.marker.start + 1) for item in run if item.marker]
            fix = Fix(f'write "{usual}"', tuple(Edit(span, usual) for span in markers))
            yield self.diagnostic(markers[0], f'bullet is "{own}", {evidence}', fix=fix)


def _usual(style: Style, depth: int, counts: Counter[str]) -> tuple[str | None, str]:
    """The bullet of a depth, and the words for it in a message."""
    wanted = style.nested_marker if depth else style.marker
    if wanted is not None and wanted.configured:
        return wanted.value, f'configured is "{wanted.value}"'
    (usual, count), total = counts.most_common(1)[0], counts.total()
    if total < MIN_CASES or total - count > SLIP * total:
        return None, ""
    return usual, f'{count} of {total}{" nested ones" if depth else ""} are "{usual}"'


def _runs(document: Document) -> Iterator[tuple[int, list[Item]]]:
    """Items side by side with the same bullet, and how deep they're nested."""
    todo = [(0, section.items) for section in document.all_sections if section.meta != "contents"]
    while todo:
        depth, items = todo.pop()
        run: list[Item] = []
        for item in items:
            inner = depth + (item.container is Container.LIST_ITEM)
            if item.children:
                todo.append((inner, item.children))
            own = _bullet(document.text, item)
            if not own or (run and own != _bullet(document.text, run[-1])):
                yield depth, run
                run = []
            if own:
                run.append(item)
        yield depth, run


def _bullet(text: str, item: Item) -> str:
    """The bullet of a list item; empty where it has none, or two: `- - x`."""
    if item.container is not Container.LIST_ITEM or item.marker is None:
        return ""
    found = _BULLET.match(item.marker.of(text))
    return found[0] if found else ""


def _touches(document: Document, run: Sequence[Item], usual: str) -> bool:
    """Whether the usual bullet, right before or behind the run, would make two lists one."""
    source = document.source
    start, end = run[0].span.start, run[-1].span.end
    first, last = source.line_of(start), source.line_of(end)
    before = source.text[source.line_starts[first - 1] : start].strip()
    while not before and first > 1:
        first -= 1
        before = source.line_span(first).of(source.text).strip()
    behind = source.text[end : source.line_span(last).end].strip()
    while not behind and last < source.line_count:
        last += 1
        behind = source.line_span(last).of(source.text).strip()
    return any(part.startswith((f"{usual} ", f"{usual}\t")) for part in (before, behind))
