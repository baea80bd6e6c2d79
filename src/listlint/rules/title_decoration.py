"""Titles that aren't set as the list sets them: plain, bold, italic, as code. Knows nothing of titles without a link."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from listlint.edits import Edit, Fix, Phase
from listlint.rule import Rule
from listlint.style import scope
from listlint.style.cases import placed
from listlint.style.entry_cases import decoration
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document, Link
    from listlint.style import Style
    from listlint.style.facts import Decoration

_NAMES: Final[dict[Decoration, str]] = {
    "plain": "plain",
    "bold-inside": "bold within its link",
    "bold-outside": "bold around its link",
    "italic-inside": "italic within its link",
    "italic-outside": "italic around its link",
    "code-inside": "code",
}


class TitleDecoration(Rule):
    """LL116."""

    code = "LL116"
    name = "title-decoration"
    summary = "A title is set otherwise than the list's titles: plain, bold, italic or as code."
    phase = Phase.LINK

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Titles of link-first entries, in sections that set theirs one way."""
        for item, section, _ in placed(document):
            usual = style.of(section).title_decoration
            if usual is None or item.link is None or item.title is None or not scope.is_link_first(item):
                continue
            own = decoration(document.text, item)
            if item.link.kind not in {"inline", "reference"} or own in {usual.value, "code-inside"}:
                continue  # names of packages are set as code beside titles that aren't any
            told = "configured" if usual.configured else f"{usual.evidence} are"
            yield self.diagnostic(
                item.title.span,
                f"title is {_NAMES[own]}, expected {_NAMES[usual.value]}, {told}",
                fix=_fix(document.text, item.link, own, usual.value),
            )


def _fix(text: str, link: Link, own: Decoration, usual: Decoration) -> Fix | None:
    """Other marks around the same words; None where code would come: what it means is for the keeper to say."""
    if usual == "code-inside":
        return None
    label = link.label.of(text)
    inner = Span(link.label.start + len(label) - len(label.lstrip()), link.label.end - len(label) + len(label.rstrip()))
    size = _size(own)
    outer = Span(link.span.start - size, link.span.end + size) if own.endswith("outside") else link.span
    edits = []
    if own.endswith("inside"):
        edits += [Edit(Span(inner.start, inner.start + size), ""), Edit(Span(inner.end - size, inner.end), "")]
    if own.endswith("outside"):
        edits += [Edit(Span(outer.start, link.span.start), ""), Edit(Span(link.span.end, outer.end), "")]
    mark = "*" * _size(usual)
    if usual.endswith("inside"):
        edits = _with(edits, inner, mark)
    elif usual.endswith("outside"):
        edits = _with(edits, outer, mark)
    return Fix(f"set it {usual.partition('-')[0]}", tuple(sorted(edits)))


def _size(decoration: Decoration) -> int:
    return {"bold": 2, "italic": 1}.get(decoration.partition("-")[0], 0)


def _with(edits: list[Edit], around: Span, mark: str) -> list[Edit]:
    """`edits` and `mark` on both sides of `around`, in place of what is removed there."""
    removed = {edit.span for edit in edits}
    opening = next((span for span in removed if span.start == around.start), Span(around.start, around.start))
    closing = next((span for span in removed if span.end == around.end), Span(around.end, around.end))
    kept = [edit for edit in edits if edit.span not in {opening, closing}]
    return [*kept, Edit(opening, mark), Edit(closing, mark)]
