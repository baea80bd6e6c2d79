"""Characters that nobody sees: controls, zero widths, bidi overrides. Knows where scripts and emoji need them.

Joiners and marks by script: Unicode Standard 23.2, and UTS 51 for emoji.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from listlint.edits import Edit, Fix, Phase
from listlint.regex import lazy
from listlint.rule import Rule
from listlint.style.places import meets
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style

# Not tab, newlines and form feed; not variation selectors, which emoji and Han are full of.
_HIDDEN: Final = lazy(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb"
    "\U000e0001-\U000e007f]"
)
_JOINERS: Final = "\u200c\u200d"
_MARKS: Final = "\u061c\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069"
_OVERRIDES: Final = "\u202d\u202e"
_EMPTY: Final = "\u200b\u2060\ufeff"
"""Taken away, they leave nothing but what is seen already."""
_TAGS: Final = "\U000e0001"
_FLAG: Final = lazy("\U0001f3f4[\U000e0020-\U000e007f]*$")
_JOINED: Final = lazy(
    "[\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u17ff\u1800-\u18af\u1a20-\u1aff\u1b00-\u1c4f\ua840-\uabff\ufb50-\ufefc\U00010a00-\U00011fff]"
)
"""Scripts whose letters join or stack: Arabic, Syriac, those of India and their kin, Khmer, Mongolian."""
_UNSPACED: Final = lazy("[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u1950-\u1aaf]")
"""Scripts without blanks between words, where U+200B lets a line break: Thai, Lao, Tibetan, Burmese, Khmer."""
_RIGHT_TO_LEFT: Final = frozenset({"R", "AL"})
_LONGEST_FLAG: Final = 8
_NEAR: Final = 80
"""How far from its words a mark of direction stands at most."""


class InvisibleCharacter(Rule):
    """LL606."""

    code = "LL606"
    name = "invisible-character"
    summary = "A character that nobody sees stands in the text."
    phase = Phase.TYPOGRAPHY

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Each run of them, where no script or emoji needs it; in code only what turns the text around."""
        del style
        text = document.text
        if text.isascii() and not _HIDDEN.search(text):
            return
        last = -1
        for match in _HIDDEN.finditer(text):
            at = match.start()
            if at < last or _is_needed(document, at):
                continue
            last = at + 1
            while last < len(text) and _HIDDEN.match(text, last) and not _is_needed(document, last):
                last += 1
            span = Span(at, last)
            if meets(span, document.opaque) and not set(_OVERRIDES) & set(span.of(text)):
                continue
            yield self.diagnostic(span, f"invisible {_names(span.of(text))}, expected none", fix=_fix(document, span))


def _is_needed(document: Document, at: int) -> bool:
    text, char = document.text, document.text[at]
    before, after = text[max(at - 1, 0) : at], text[at + 1 : at + 2]
    if char in _JOINERS:
        return bool(_JOINED.match(before)) or (char == "\u200d" and _is_emoji(before) and _is_emoji(after))
    if char in _MARKS:
        return any(unicodedata.bidirectional(one) in _RIGHT_TO_LEFT for one in text[max(at - _NEAR, 0) : at + _NEAR] if one not in _MARKS)
    if char == "\u200b":
        return bool(_UNSPACED.match(before) or _UNSPACED.match(after))
    return char >= _TAGS and _FLAG.search(text[max(at - _LONGEST_FLAG, 0) : at]) is not None


def _is_emoji(char: str) -> bool:
    return bool(char) and (char == "\ufe0f" or unicodedata.category(char) in {"So", "Sk"})


def _names(run: str) -> str:
    """`U+200B ZERO WIDTH SPACE`, with how many more there are."""
    name = unicodedata.name(run[0], "control character")
    more = f" and {len(run) - 1} more" if len(run) > 1 else ""
    return f"U+{ord(run[0]):04X} {name}{more}"


def _fix(document: Document, span: Span) -> Fix | None:
    """Takes the run out of the middle of a text, where it is no part of a link or of code."""
    around = document.text[max(span.start - 1, 0) : span.start].strip(), document.text[span.end : span.end + 1].strip()
    if not all(around) or set(span.of(document.text)) - set(_EMPTY) or meets(span, document.opaque) or _is_in_link(document, span):
        return None
    return Fix("remove it", (Edit(span, ""),))


def _is_in_link(document: Document, span: Span) -> bool:
    at = bisect_right(document.links, span.start, key=lambda link: link.span.start)
    return any(span.overlaps(link.span) for link in document.links[max(at - 2, 0) : at])
