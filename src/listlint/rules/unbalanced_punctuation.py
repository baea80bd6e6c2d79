"""Brackets and quotation marks without a partner. Knows nothing of apostrophes, code and URLs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from listlint.edits import Edit, Fix, Phase
from listlint.regex import lazy
from listlint.rule import Rule
from listlint.style.nearlinks import near_links
from listlint.style.parentheses import is_open
from listlint.style.places import meets
from listlint.style.prose import MASK, masked, paragraphs
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style

_PAIRS: Final = {
    "(": ")",
    "[": "]",
    "{": "}",
    "（": "）",
    "［": "］",
    "｛": "｝",
    "〔": "〕",
    "【": "】",
    "「": "」",
    "『": "』",
    "《": "》",
    "〈": "〉",
    "«": "»",
    "“": "”",
}
_OPENERS: Final = {closer: opener for opener, closer in _PAIRS.items()}
_WIDTHS: Final = {"(": "（", "[": "［", "{": "｛", "（": "(", "［": "[", "｛": "{"}
"""The same bracket, half and full width."""
_OTHERS: Final = frozenset("„‟‚‹›")
"""Quotation marks of languages that pair them otherwise: a text with one of them is left alone."""
_APART: Final = lazy(
    r"[\\:;=8\[($\"](?:"  # what they begin with comes first: that is looked for quickly
    r"(?<=\\)[()\[\]{}\"]"  # escaped
    r"|(?:(?<=[:;=])|(?<=8)(?=[-'^]))(?<![^\s\0][:;=8])[-'^]?[()\[\]{}](?![^\s.,*_\0])"  # faces
    r"|(?<=[\[(])-?[\d.]{1,9}, ?[-\d.∞]{1,9}[)\]]"  # half-open intervals
    r"|(?<=\$)[^$\r\n]{1,200}\$|(?<=\")\"\")"  # formulas
)
_COUNTED: Final = lazy(r"(?:\A|[\s(（,，:：;；.。\0\1])[A-Za-z0-9]{1,3}\Z")
"""What stands before the bracket in `1)`, `a)`, `iv)`."""
_MARKS: Final = lazy("[" + re.escape("".join((*_PAIRS, *_OPENERS, '"'))) + "]")


class UnbalancedPunctuation(Rule):
    """LL607."""

    code = "LL607"
    name = "unbalanced-punctuation"
    summary = "A bracket or a quotation mark has no partner."
    phase = Phase.TYPOGRAPHY

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """The first mark without a partner of each paragraph, item, heading and cell, and brackets closed in another width."""
        del style
        text = masked(document)
        text = _APART.sub(lambda match: MASK * len(match[0]), text)
        foreign = any(mark in text for mark in _OTHERS)
        spans = (span for span in paragraphs(document, text) if not foreign or _OTHERS.isdisjoint(span.of(text)))
        found = [one for span in spans for one in self._unpaired(text, span)]
        broken = sorted(_broken_links(document)) if found else []
        yield from (one for one in found if not meets(one.span, broken))

    def _unpaired(self, text: str, span: Span) -> Iterator[Diagnostic]:
        opened: list[int] = []
        lone: list[tuple[int, str]] = []
        mixed: list[Diagnostic] = []
        for match in _MARKS.finditer(text, span.start, span.end):
            at, char = match.start(), match[0]
            top = text[opened[-1]] if opened else ""
            if char == '"' and top != '"':
                if text[at - 1 : at].isdigit():
                    continue  # inches
                # A quotation within brackets ends within them; one that began outside may end outside.
                opened.append(at)
            elif char in _PAIRS:
                opened.append(at)
            elif char == '"' or (top and _PAIRS.get(top) == char):
                opened.pop()
            elif top and _WIDTHS.get(top) == _OPENERS[char]:
                mixed.append(self._mixed(opened.pop(), at, text))
            else:
                place = next((n for n in range(len(opened) - 1, -1, -1) if _PAIRS.get(text[opened[n]]) == char), None)
                if place is None and _COUNTED.search(text, max(at - 4, 0), at):
                    continue
                if place is None:
                    lone.append((at, "opened by nothing"))
                else:
                    lone += [(other, "never closed") for other in opened[place + 1 :]]
                    del opened[place:]
        lone += [(other, "never closed") for other in opened]
        if lone:
            at, what = min(lone)
            yield self.diagnostic(Span(at, at + 1), f'"{text[at]}" is {what}, expected {_partner(text[at])}')
            return
        yield from mixed

    def _mixed(self, opener: int, closer: int, text: str) -> Diagnostic:
        right = _PAIRS[text[opener]]
        span = Span(closer, closer + 1)
        return self.diagnostic(
            span,
            f'"{text[opener]}" is closed by "{text[closer]}", expected "{right}"',
            fix=Fix(f'write "{right}"', (Edit(span, right),)),
        )


def _broken_links(document: Document) -> Iterator[Span]:
    """Where a parenthesis too many or too few breaks a link: LL204 says that."""
    yield from (near.span for near in near_links(document))
    for link in document.links:
        end = link.span.end
        if link.kind == "inline" and document.text.startswith(")", end) and not is_open(document.text, link.span.start):
            yield Span(end, end + 1)


def _partner(mark: str) -> str:
    if mark == '"':
        return "another one"
    return f'"{_PAIRS.get(mark) or _OPENERS[mark]}" {"behind" if mark in _PAIRS else "before"} it'
