"""What only the whole document tells: link texts that recur as labels, summaries that are credits. Knows no Markdown."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from listlint.model import Container, Field, Kind
from listlint.parse import kinds, labels, meta_text
from listlint.regex import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from listlint.parse.drafts import Draft

_MIN_PARENTS: Final = 3
_MIN_SHARE: Final = 4
"""One in how many linked items with links below has the text: what fewer have is a name that happens to be common."""
_MIN_CREDITS: Final = 4
_MIN_AFTER_COMMA: Final = 3
_COMMAS: Final = frozenset((",", "，"))
_EXTRA: Final = lazy(r"\s*[(（][^()（）]{0,80}[)）]|\s+-\s+(?:19|20)\d\d\b|\"[^\"]{0,30}\"|[*:_]")
"""What may stand beside names: formats and remarks in brackets, a year, a nickname in quotes."""


def recurring(drafts: Iterable[Draft]) -> frozenset[str]:
    """The link texts, folded, that open an item under many of the linked items: `Lecture Notes`, `Assignments`."""
    parents: dict[str, set[int]] = defaultdict(set)
    every: set[int] = set()
    for draft in kinds.walk(drafts):
        if draft.parent is None or draft.container is not Container.LIST_ITEM:
            continue
        link = draft.opens if draft.flow is None else kinds.opens(draft.flow)
        if link is not None and (kinds.own_links(draft.parent) or draft.parent.container is Container.HTML):
            parents[labels.fold(link.text)].add(id(draft.parent))
            every.add(id(draft.parent))
    return frozenset(
        text for text, above in parents.items() if text and len(above) >= _MIN_PARENTS and len(above) * _MIN_SHARE >= len(every)
    )


def credit(drafts: Iterable[Draft]) -> None:
    """Makes authors of what stands where a summary would, where the list mostly names people there: `[Title](u) - Ann Lee (PDF)`."""
    told: dict[str, list[Draft]] = defaultdict(list)
    for draft in kinds.walk(drafts):
        parts = draft.parts
        if (
            draft.kind is Kind.ENTRY
            and draft.container is Container.LIST_ITEM
            and parts.separator is not None
            and parts.summary is not None
            and parts.summary.span.start >= parts.separator.span.end
        ):
            told[parts.separator.text.strip()].append(draft)
    for separator, entries in told.items():
        named = [draft for draft in entries if draft.parts.summary is not None and _names_people(draft.parts.summary.text)]
        if _is_habit(separator, named, len(entries)):
            for draft in named:
                _credit(draft)


def _is_habit(separator: str, named: list[Draft], size: int) -> bool:
    if separator in _COMMAS:
        return len(named) >= _MIN_AFTER_COMMA and len(named) * 10 >= size * 9
    if len(named) < _MIN_CREDITS or len(named) * 5 < size * 3:
        return False
    sure = sum(meta_text.are_people(_bare(draft.parts.summary.text)) for draft in named if draft.parts.summary is not None)
    return sure > 1 and sure * 5 >= len(named)


def _bare(text: str) -> str:
    return _EXTRA.sub("", text).strip(" .,")


def _names_people(text: str) -> bool:
    bare = _bare(text)
    return bool(bare) and (meta_text.is_name(bare) or meta_text.are_people(bare))


def _credit(draft: Draft) -> None:
    parts = draft.parts
    if parts.summary is None:
        return
    parts.add(Field("authors", parts.summary.span, parts.summary.text))
    parts.summary = parts.separator = None
