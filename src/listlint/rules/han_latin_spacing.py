"""Han and Latin text that meet otherwise than in the rest of the list. Knows nothing of which way is right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from listlint.edits import Edit, Fix, Phase
from listlint.regex import lazy
from listlint.rule import Rule
from listlint.style.places import meets
from listlint.style.text_cases import han_latin
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style

_QUOTED: Final = lazy(r"「[^「」\n]{1,80}」|《[^《》\n]{1,80}》|“[^“”\n]{1,80}”")
"""Names are written as their bearers write them."""
_WORDS: Final = {"spaced": "a blank", "tight": "no blank"}


class HanLatinSpacing(Rule):
    """LL604."""

    code = "LL604"
    name = "han-latin-spacing"
    summary = "A blank between Han and Latin text, or none, where the list writes it otherwise."
    phase = Phase.TYPOGRAPHY

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Places where a Han character meets a Latin letter or a digit; URLs, code and headings, whose anchors depend on it, apart."""
        usual = style.han_latin
        if usual is None:
            return
        headings = [section.heading for section in document.all_sections if section.heading is not None]
        quoted = [Span(*match.span()) for match in _QUOTED.finditer(document.text)]
        told = "configured" if usual.configured else f"{usual.evidence} places have it"
        for case in han_latin(document):
            if case.value == usual.value or meets(case.span, headings) or meets(case.span, quoted):
                continue
            between = Span(case.span.start + 1, case.span.end - 1)
            shown = case.span.of(document.text)
            yield self.diagnostic(
                case.span,
                f'"{shown}" has {_WORDS[case.value]} between Han and Latin text, expected {_WORDS[usual.value]}, {told}',
                fix=Fix(
                    "put a blank" if usual.value == "spaced" else "remove the blank", (Edit(between, " " * (usual.value == "spaced")),)
                ),
            )
