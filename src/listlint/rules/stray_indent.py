"""Entries that are nested in their neighbour, or stand beside the topic they belong to, by a slip. Knows nothing of what they are about."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from listlint.edits import Edit, Fix, Indent, Phase, Safety
from listlint.model import Container, Form, Kind
from listlint.regex import lazy
from listlint.rule import Rule, RuleOptions
from listlint.style import scope
from listlint.style.thresholds import MIN_CASES, SLIP
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document, Item
    from listlint.style import Style
    from listlint.text import Source

_FEWEST: Final = 3
"""Fewer bullets side by side don't tell which of them is the stray one."""
_FEW: Final = 2
"""So many nested entries may be a slip; more are meant."""

_WORD: Final = lazy(r"[^\W_]{3,}")
_COMMON: Final = frozenset(("and", "com", "for", "from", "github", "http", "https", "org", "the", "with", "www"))
_SHARED: Final = frozenset(
    """arxiv.org bitbucket.org codeberg.org dev.to doi.org gist.github.com github.com gitlab.com huggingface.co
    marketplace.visualstudio.com medium.com openreview.net sourceforge.net twitter.com x.com
    youtube.com""".split()  # noqa: SIM905 - words read better so
)
"""Hosts of many projects."""


class StrayIndent(Rule):
    """LL121."""

    code = "LL121"
    name = "stray-indent"
    summary = "An entry is indented otherwise than its neighbours, so that it reads as a part of one, or as none."
    phase = Phase.STRUCTURE

    class Options(RuleOptions):
        """What counts."""

        related: bool = False
        """Whether a lone nested entry counts though it may be about the one that holds it."""

        short: bool = False
        """Whether a single stray entry counts in lists of three and four, too."""

    options: Options

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Lone nested entries among entries that nest none, lone entries beside topics, and ragged bullets."""
        del style
        found = [one for group in scope.groups(document) for one in self._in_group(document, group.items, nested=group.holder is not None)]
        yield from sorted(found, key=lambda one: one.span)

    def _in_group(self, document: Document, items: Sequence[Item], *, nested: bool) -> Iterator[Diagnostic]:
        bullets = [item for item in items if item.container is Container.LIST_ITEM and item.marker is not None]
        if len(bullets) < (_FEWEST if self.options.short else MIN_CASES):
            return
        yield from self._ragged(document, bullets)
        if nested:
            return
        yield from self._sunken(document, bullets)
        yield from self._risen(document, bullets)

    def _ragged(self, document: Document, items: Sequence[Item]) -> Iterator[Diagnostic]:
        """Bullets of one list that stand a blank or more beside the others'; they read as the others do."""
        columns = {item.span: column for item in items if (column := _column(document.source, item)) is not None}
        usual, count = Counter(columns.values()).most_common(1)[0] if columns else (0, 0)
        if len(columns) - count > max(self.options.short, SLIP * len(columns)):
            return
        for item in items:
            column = columns.get(item.span, usual)
            if column != usual:
                fix = _moved(document, item, usual - column)
                yield self.diagnostic(
                    item.span, f"entry is indented by {column}, {count} of {len(columns)} beside it are by {usual}", fix=fix
                )

    def _sunken(self, document: Document, items: Sequence[Item]) -> Iterator[Diagnostic]:
        """Entries nested in an entry, where no other entry of the list holds any."""
        parents = [item for item in items if item.children]
        if len(parents) > max(1, SLIP * len(items)) or sum(item.kind is Kind.ENTRY for item in items) < (1 - SLIP) * len(items):
            return
        for parent in parents:
            children = parent.children
            alike = scope.is_link_first(parent) and all(_is_like(child, parent) for child in children)
            related = not self.options.related and any(_is_related(child, parent) for child in children)
            if not alike or related or len(children) > _FEW:
                continue
            title = parent.title.text if parent.title else ""
            for number, child in enumerate(children):
                fix = _placed(document, children[number:], parent)
                said = f'entry is nested in "{title}", expected it beside it, as {len(items)} others are'
                yield self.diagnostic(child.span, said, fix=fix)

    def _risen(self, document: Document, items: Sequence[Item]) -> Iterator[Diagnostic]:
        """Entries between topics that hold entries; the first and the last may stand alone."""
        groups = [item for item in items if item.kind is Kind.GROUP and item.children]
        entries = [item for item in items if scope.is_link_first(item) and not item.children]
        if len(groups) < MIN_CASES or len(entries) > SLIP * len(items) or len(groups) + len(entries) < len(items):
            return
        alone = {item.span for item in entries} - {items[-1].span}
        for before, item in pairwise(items):
            if item.span not in alone or before.kind is not Kind.GROUP or not _is_like(item, before.children[-1]):
                continue
            fix = _placed(document, (item,), before.children[-1])
            yield self.diagnostic(item.span, f"entry stands beside {len(groups)} topics, expected it in the one above it", fix=fix)


def _is_like(child: Item, other: Item) -> bool:
    """Whether an entry is written as another: its link first, a summary if the other has one."""
    if not scope.is_link_first(child) or child.children or other.form is not Form.LINK_FIRST:
        return False
    return (child.summary is None) == (other.summary is None) and (child.separator is None) == (other.separator is None)


def _is_related(child: Item, parent: Item) -> bool:
    """Whether an entry may be a part of another: a word of the other's title stands in its title or address, or they share a place."""
    if child.title is None or parent.title is None or child.link is None or parent.link is None:
        return True
    ours, theirs = child.title.text.casefold(), parent.title.text.casefold()
    about = f"{ours} {child.link.url.casefold()}"
    words = [word for word in _WORD.findall(theirs) if word not in _COMMON]
    return ours in theirs or any(word in about for word in words) or _place(child.link.url) == _place(parent.link.url)


def _place(url: str) -> str:
    """What pages of one project share: the host, and on a host of many projects the first folder."""
    host, _, path = url.casefold().removeprefix("http://").removeprefix("https://").removeprefix("www.").partition("/")
    return f"{host}/{path.partition('/')[0]}" if host in _SHARED else host


def _column(source: Source, item: Item) -> int | None:
    """How many blanks stand before the bullet; None where anything else does."""
    if item.marker is None:
        return None
    before = source.text[source.line_starts[source.line_of(item.marker.start) - 1] : item.marker.start]
    return None if before.strip(" ") or source.text[item.marker.start] not in "-*+" else len(before)


def _placed(document: Document, items: Sequence[Item], beside: Item) -> Fix | None:
    """`items`, which follow one another, brought into the list that `beside` stands in."""
    columns = [_column(document.source, item) for item in (*items, beside)]
    if any(column is None for column in columns):
        return None
    moved = [_moved(document, item, (columns[-1] or 0) - (column or 0)) for item, column in zip(items, columns, strict=False)]
    edits = [edit for fix in moved if fix is not None for edit in fix.edits]
    if not edits or None in moved:
        return None
    title = beside.title.text if beside.title else ""
    indents = tuple(Indent(item.span, beside.span) for item in items)
    return Fix(f'put it beside "{title}"', tuple(edits), Safety.UNSAFE, indents=indents)


def _moved(document: Document, item: Item, by: int) -> Fix | None:
    """Every line of an item moved by so many columns; None where a line can't be."""
    source = document.source
    edits = []
    for line in range(source.line_of(item.span.start), source.line_of(max(item.span.end - 1, item.span.start)) + 1):
        span = source.line_span(line)
        text = span.of(source.text)
        if not text.strip():
            continue
        if by < 0 and not text.startswith(" " * -by):
            return None
        edits.append(Edit(Span(span.start, span.start + max(-by, 0)), " " * max(by, 0)))
    return Fix(f"indent by {abs(by)} {'more' if by > 0 else 'less'}", tuple(edits))
