"""Halfwidth commas between two Han characters. Knows nothing of other punctuation, of URLs and of code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from listlint.edits import Edit, Fix, Phase
from listlint.regex import lazy
from listlint.rule import Rule, RuleOptions
from listlint.style.places import meets
from listlint.style.thresholds import MIN_CASES, is_habit
from listlint.text import Span
from listlint.words import is_han

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document, Link
    from listlint.style import Style

_COMMA: Final = lazy(r"[,，]")
_BLANK: Final = lazy(r"[,，] ?")
_GLUED: Final = lazy(r"[^\s<]*")
"""What GitHub may take into a bare URL."""


class FullwidthPunctuation(Rule):
    """LL605."""

    code = "LL605"
    name = "fullwidth-punctuation"
    summary = "A halfwidth comma stands between two Han characters."
    phase = Phase.TYPOGRAPHY

    class Options(RuleOptions):
        """What counts."""

        blanks: bool = False
        """Whether a comma with a blank behind it counts, too, which goes with it."""

    options: Options

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Commas with a Han character on both sides, outside code, HTML and URLs; silent where the list writes them so."""
        del style
        commas = list(_commas(document, _BLANK if self.options.blanks else _COMMA))
        half = [span for span in commas if document.text[span.start] == ","]
        if len(half) >= MIN_CASES and is_habit(len(half), len(commas)):
            return
        for span in half:
            yield self.diagnostic(
                span,
                f'comma between Han characters is "{span.of(document.text)}", expected "，"',
                fix=Fix('write "，"', (Edit(span, "，"),)),
            )


def _commas(document: Document, sign: re.Pattern[str]) -> Iterator[Span]:
    """The places of the commas between two Han characters."""
    text = document.text
    taken: list[Span] = []
    for span in sorted([*document.opaque, *(_address(text, link) for link in (*document.links, *document.images))]):
        if taken and span.start < taken[-1].end:
            taken[-1] = Span(taken[-1].start, max(span.end, taken[-1].end))
        else:
            taken.append(span)
    for match in sign.finditer(text):
        span = Span(*match.span())
        if is_han(text[span.start - 1 : span.start] or " ") and is_han(text[span.end : span.end + 1] or " ") and not meets(span, taken):
            yield span


def _address(text: str, link: Link) -> Span:
    """The stretch of a link that may be its URL, what is glued to it included."""
    if link.kind == "bare":
        glued = _GLUED.match(text, link.span.start)
        return Span(link.span.start, max(link.span.end, glued.end() if glued else 0))
    return link.span if link.kind in {"autolink", "html"} else Span(link.label.end, link.span.end)
