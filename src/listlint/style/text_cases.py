"""How a list writes what it says everywhere: arXiv and DOI links, spacing between scripts. Knows no entries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from listlint.regex import lazy
from listlint.style.cases import Case
from listlint.style.places import meets
from listlint.text import Span
from listlint.urls import arxiv

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from listlint.model import Document
    from listlint.style.facts import ArxivForm, DoiForm, HanLatin

_FORMS: Final[dict[str, ArxivForm]] = {"abs": "abs", "pdf": "pdf", "html": "html"}
_DOI: Final = lazy(r"(?i)(https?)://((?:dx\.|www\.)?doi\.org)/10\.")
_DOIS: Final[dict[str, DoiForm]] = {
    "https://doi.org": "https://doi.org",
    "http://doi.org": "http://doi.org",
    "https://dx.doi.org": "https://dx.doi.org",
    "http://dx.doi.org": "http://dx.doi.org",
    "https://www.doi.org": "https://www.doi.org",
}
_HAN: Final = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_RUN: Final = lazy(f"[{_HAN}]+")
_LATIN: Final = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")


def arxiv_forms(document: Document) -> list[Case[ArxivForm]]:
    """The form of each link to a paper on arXiv."""
    found: list[Case[ArxivForm]] = []
    for link in document.links:
        paper = arxiv.read(link.url)
        if paper is not None and paper.id and paper.own and paper.form in _FORMS:
            found.append(Case(_FORMS[paper.form], link.destination or link.span, None))
    return found


def doi_forms(document: Document) -> list[Case[DoiForm]]:
    """What each DOI link begins with."""
    found: list[Case[DoiForm]] = []
    for link in document.links:
        match = _DOI.match(link.url)
        start = f"{match[1]}://{match[2]}".lower() if match else ""
        if start in _DOIS:
            found.append(Case(_DOIS[start], link.destination or link.span, None))
    return found


def han_latin(document: Document) -> list[Case[HanLatin]]:
    """Where a Han character and a Latin letter or a digit meet, or a blank stands between them; never in a URL or in code."""
    taken = _taken(document)
    return [
        Case("spaced" if len(gap) else "tight", span, None)
        for gap in _edges(document.text)
        if not meets(span := Span(gap.start - 1, gap.end + 1), taken)
    ]


def _edges(text: str) -> Iterator[Span]:
    """The gaps between Han and Latin, empty or a blank each; a pattern for both sides would look behind at every code point."""
    for run in _RUN.finditer(text):
        start, end = run.span()
        blank = text[start - 1 : start] == " "
        if text[start - 1 - blank : start - blank] in _LATIN:
            yield Span(start - blank, start)
        blank = text[end : end + 1] == " "
        if text[end + blank : end + blank + 1] in _LATIN:
            yield Span(end, end + blank)


def _taken(document: Document) -> Sequence[Span]:
    """Stretches without running text, disjoint and in order."""
    spans = [*document.opaque]
    for link in (*document.links, *document.images):
        if link.kind in {"autolink", "bare"}:
            spans.append(link.span)
        elif link.kind != "html":
            spans.append(Span(link.label.end + 1, link.span.end))
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined
