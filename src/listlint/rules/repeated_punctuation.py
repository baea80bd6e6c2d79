"""Punctuation marks that stand twice. Knows nothing of code and URLs, and takes an ellipsis for one mark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from listlint.edits import Edit, Fix, Phase, Safety
from listlint.regex import lazy
from listlint.rule import Rule, RuleOptions
from listlint.style.prose import masked
from listlint.text import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style

_SLIPS: Final = lazy(
    r"([,，、；;])\1+(?![,;])|(?<!。)。。(?!。)"  # a run of them is an ellipsis in Chinese
    r"|(?<=[^\W\d_])\.\.(?=\s|\Z)|(?<=[)\]\1\"”])\.\.(?=\s|\Z)"  # a file's or a folder's dots are part of a path
    r"|[。．]\.(?=\s|\Z)"
)
_TWO: Final = lazy(r"[,，、；;。．.](?=[,，、；;。．.])")
"""What each slip begins with: found quickly, which six alternatives are not."""
_LOUD: Final = lazy(r"[!！]{2,}|[?？]{2,}")


class RepeatedPunctuation(Rule):
    """LL608."""

    code = "LL608"
    name = "repeated-punctuation"
    summary = "A punctuation mark stands twice."
    phase = Phase.TYPOGRAPHY

    class Options(RuleOptions):
        """What can be configured."""

        loud: bool = False
        """Whether `!!` and `??` are too much, too."""

    options: Options

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Doubled commas, semicolons and full stops in running text."""
        del style
        text = masked(document)
        found = [(match, Safety.SAFE) for match in _slips(text)]
        if self.options.loud:
            found += [(match, Safety.UNSAFE) for match in _LOUD.finditer(text)]
        for match, safety in sorted(found, key=lambda one: one[0].start()):
            span = Span(match.start(), match.end())
            one = match[0][0]
            yield self.diagnostic(
                span, f'"{match[0]}" stands there, expected "{one}"', fix=Fix(f'write "{one}"', (Edit(span, one),), safety)
            )


def _slips(text: str) -> Iterator[re.Match[str]]:
    done = 0
    for two in _TWO.finditer(text):
        if two.start() >= done and (match := _SLIPS.match(text, two.start())) is not None:
            done = match.end()
            yield match
