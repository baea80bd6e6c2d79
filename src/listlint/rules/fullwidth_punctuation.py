"""Halfwidth commas between two Han characters. Knows nothing of other punctuation, of URLs and of code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from listlint.edits import Edit, Fix, Phase
from listlint.rule import Rule
from listlint.style.places import meets
from listlint.style.thresholds import MIN_CASES, is_habit
from listlint.text import Span
from listlint.words import is_han

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document, Link
    from listlint.style import Style

_COMMA: Final = re.compile(r"[,，]")
_GLUED: Final = re.compile(r"[^\s<]*")
"""What GitHub may take into a bare URL."""


class FullwidthPunctuation(Rule):
    """LL605."""

    code = "LL605"
    name = "fullwidth-punctuation"
    summary = "A halfwidth comma stands between two Han characters."
    phase = Phase.TYPOGRAPHY

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Commas with a Han character on both sides, outside code, HTML and URLs; silent where the list writes them so."""
        del style
        commas = list(_commas(document))
        half = [at for at in commas if document.text[at] == ","]
        if len(half) >= MIN_CASES and is_habit(len(half), len(commas)):
            return
        for at in half:
            span = Span(at, at + 1)
            yield self.diagnostic(
                span,
                'comma between Han characters is ",", expected "，"',
                fix=Fix('write "，"', (Edit(span, "，"),)),
            )


def _commas(document: Document) -> Iterator[int]:
    """The places of the commas between two Han characters."""
    text = document.text
    taken: list[Span] = []
    for span in sorted([*document.opaque, *(_address(text, link) for link in (*document.links, *document.images))]):
        if taken and span.start < taken[-1].end:
            taken[-1] = Span(taken[-1].start, max(span.end, taken[-1].end))
        else:
            taken.append(span)
    for match in _COMMA.finditer(text):
        at = match.start()
        if is_han(text[at - 1 : at] or " ") and is_han(text[at + 1 : at + 2] or " ") and not meets(Span(at, at + 1), taken):
            yield at


def _address(text: str, link: Link) -> Span:
    """The stretch of a link that may be its URL, what is glued to it included."""
    if link.kind == "bare":
        glued = _GLUED.match(text, link.span.start)
        return Span(link.span.start, max(link.span.end, glued.end() if glued else 0))
    return link.span if link.kind in {"autolink", "html"} else Span(link.label.end, link.span.end)
