"""Words that say nothing: doubled ones, openings, and those that a list knows itself. Knows English openings only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from listlint.edits import Edit, Fix, Phase, Safety
from listlint.regex import lazy
from listlint.rule import Rule, RuleOptions
from listlint.style import scope
from listlint.style.prose import masked
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style

_TWICE: Final = lazy(
    r"(?<![\w'’.-])(a|an|and|are|as|at|be|by|for|from|in|is|it|of|on|or|the|to|with|your)([ ]+)\1(?![\w'’-])", re.IGNORECASE
)
_NAMES: Final = frozenset(("at", "in", "is", "it", "on"))
"""Words that may well follow themselves: what it is is, log in in a browser."""
_OPENING: Final = lazy(
    r"(?:This|It) is (?:an? )?(?=\w)|It['’]s an? (?=\w)"
    r"|This (?:repo|repository|project|library|tool|package|website|site|app) (?:is|provides|contains) (?=\w)"
    r"|(?:Link to|Click here|Website of|Homepage of) (?=\w)",
    re.IGNORECASE,
)


class RedundantWords(Rule):
    """LL611."""

    code = "LL611"
    name = "redundant-words"
    summary = "A text has words that say nothing."
    phase = Phase.TYPOGRAPHY

    class Options(RuleOptions):
        """What can be configured."""

        words: tuple[str, ...] = ()
        """Words that say nothing in this list, `"iOS"` in a list of things for iOS; case apart."""
        openings: bool = True
        """Whether summaries mustn't begin with "This is a" and the like."""

    options: Options

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Words that stand twice anywhere in running text, and empty words in summaries."""
        del style
        text = masked(document)
        found = [self._twice(match) for match in _TWICE.finditer(text) if match[1].lower() not in _NAMES and _is_once_more(match)]
        known = [word for word in self.options.words if word.strip()]
        pattern = re.compile(rf"(?i)(?<![\w-])(?:{'|'.join(map(re.escape, known))})(?![\w-])") if known else None
        for item in scope.entries(document):
            if item.summary is None:
                continue
            span = item.summary.span
            opening = _OPENING.match(text, span.start, span.end) if self.options.openings else None
            if opening:
                place = Span(opening.start(), opening.end() - len(opening[0]) + len(opening[0].rstrip()))
                found.append(self.diagnostic(place, f'summary begins with "{opening[0].rstrip()}", expected what comes after it'))
            word = pattern.search(text, span.start, span.end) if pattern else None
            if word:
                found.append(self.diagnostic(Span(*word.span()), f'summary says "{word[0]}", which holds for the whole list'))
        yield from sorted(found, key=lambda one: one.span)

    def _twice(self, match: re.Match[str]) -> Diagnostic:
        again = Span(match.end(1), match.end())
        fix = Fix(f'remove "{match[1]}"', (Edit(again, ""),), Safety.UNSAFE, drops=(again,))
        return self.diagnostic(Span(*match.span()), f'"{match[1]}" stands twice, expected it once', fix=fix)


def _is_once_more(match: re.Match[str]) -> bool:
    """Whether the second word is written as the first, a capital at the beginning apart: `vitamin A a day` is not."""
    first, second = match[1], match[0][-len(match[1]) :]
    return second.islower() and (first == second or first == second.capitalize()) and first != "A"
