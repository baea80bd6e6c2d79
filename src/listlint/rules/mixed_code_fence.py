"""Code fences of another kind than the rest. Knows nothing of the code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from listlint.rule import Rule, RuleOptions
from listlint.style.usual import usual
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style

_WAYS: Final = {"```": "backticks", "~~~": "tildes"}


class MixedCodeFence(Rule):
    """LL618."""

    code = "LL618"
    name = "mixed-code-fence"
    summary = "A code fence is made of other signs than the others."

    class Options(RuleOptions):
        """What can be configured."""

        fence: Literal["consistent", "backticks", "tildes"] = "consistent"
        """What fences are made of; `consistent`: as nine in ten."""

    options: Options

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Fenced code wherever it stands; code that holds a fence itself may need the other kind."""
        del style
        text = document.text
        fences = [(span, _WAYS[mark]) for span in document.opaque if (mark := text[span.start : span.start + 3]) in _WAYS]
        fences = [(span, way) for span, way in fences if "\n" in span.of(text)]
        expected = usual([way for _, way in fences], self.options.fence)
        for span, way in fences:
            if expected is not None and way != expected.value and ("```" if way == "tildes" else "~~~") not in span.of(text):
                place = Span(span.start, span.start + len("```"))
                yield self.diagnostic(place, f"code fence is of {way}, expected {expected.value}, {expected.told}")
