"""Finds out a list's style from its entries and links. Knows nothing of rules."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, Literal

from listlint.style import scope
from listlint.style.facts import ArxivForm, Fact, Style, StyleOptions
from listlint.style.template import read
from listlint.style.thresholds import MIN_CASES, is_convention
from listlint.urls import arxiv

if TYPE_CHECKING:
    from listlint.model import Document, Item


_FORMS: Final[dict[str, ArxivForm]] = {"abs": "abs", "pdf": "pdf", "html": "html"}


def infer(document: Document, wanted: StyleOptions) -> Style:
    """The style of `document`: what `wanted` configures, and what the list itself tells."""
    linked = [item for item in scope.entries(document) if scope.is_link_first(item)]
    joint, required = _templated(wanted)
    return Style(
        separator=_separator(linked, wanted.separator or joint),
        summary=_summary(linked, wanted.summary or required),
        arxiv=_arxiv(document, wanted.arxiv),
        template=Fact(wanted.entry, configured=True) if wanted.entry else None,
        section_templates=tuple(wanted.entry_by_section.items()),
        sections=wanted.sections,
    )


def _templated(wanted: StyleOptions) -> tuple[str | None, Literal["required", "optional"] | None]:
    """What a configured entry template says of separator and summary."""
    if wanted.entry is None:
        return None, None
    template = read(wanted.entry)
    summary = template.chunk("summary")
    if summary is None:
        return None, "optional"
    joint = summary.joint if template.linked else None
    return joint, None if wanted.entry_by_section else "optional" if summary.optional else "required"


def written(separator: str) -> str:
    """A separator as it is compared: a run of white space, line breaks among it, is one blank."""
    words = separator.split()
    before = " " if separator[:1].isspace() else ""
    after = " " if separator[-1:].isspace() else ""
    return f"{before}{' '.join(words)}{after}" if words else " "


def _separator(linked: list[Item], wanted: str | None) -> Fact[str] | None:
    if wanted:
        return Fact(wanted, configured=True)
    counts = Counter(written(item.separator.text) for item in linked if item.separator and item.summary)
    if not counts:
        return None
    (best, count), total = counts.most_common(1)[0], counts.total()
    return Fact(best, count=count, total=total) if is_convention(count, total) and best.strip() else None


def _summary(linked: list[Item], wanted: str | None) -> Fact[bool] | None:
    if wanted:
        return Fact(wanted == "required", configured=True)
    count, total = sum(item.summary is not None for item in linked), len(linked)
    return Fact(value=True, count=count, total=total) if is_convention(count, total) else None


def _arxiv(document: Document, wanted: ArxivForm | None) -> Fact[ArxivForm] | None:
    """Fewer links than a convention needs still have a majority; more need a clear one."""
    if wanted:
        return Fact(wanted, configured=True)
    papers = [paper for link in document.links if (paper := arxiv.read(link.url)) and paper.id and paper.own]
    counts = Counter(_FORMS[paper.form] for paper in papers if paper.form in _FORMS)
    if not counts:
        return None
    (best, count), total = counts.most_common(1)[0], counts.total()
    clear = is_convention(count, total) if total >= MIN_CASES else count * 2 > total
    return Fact(best, count=count, total=total) if clear else None
