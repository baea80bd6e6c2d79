"""Entries whose separator between link and summary isn't the list's. Knows nothing of entries without a summary."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from listlint.edits import Edit, Fix, Phase
from listlint.regex import lazy
from listlint.rule import Rule, RuleOptions
from listlint.style import scope, written
from listlint.style.thresholds import MIN_CASES, is_convention
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document, Item, Part, Section
    from listlint.style import Style

_SHORTCODE: Final = lazy(r"\s*:[a-z0-9_+-]{1,40}:")
_GAP: Final = lazy(r" {1,3}(?=[A-Z][\w-]{0,40} [a-z]+ \S|[A-Z][a-z]{2,40} \w+ [a-z])| ?[-–—:](?=[^\W\d_]{2,40} \w)")
_DASH: Final = lazy(r"\s[-–—]\s")
_LISTING: Final = frozenset(",，、/|&+")
"""What stands between the links of an enumeration."""
_CONJUNCTION: Final = 4
"""Characters that may stand between such a comma and the next link: `, or [b](v)`."""


class MixedSeparator(Rule):
    """LL102."""

    code = "LL102"
    name = "mixed-separator"
    summary = "An entry has another separator between link and summary than the list."
    phase = Phase.SEPARATOR

    class Options(RuleOptions):
        """What counts."""

        missing: bool = False
        """Whether a summary that begins as a sentence does, with nothing but blanks before it, lacks its separator."""

    options: Options

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Link-first entries on one line up to their summary, but for sections with a convention of their own, or with none."""
        if style.template is not None or style.section_templates:  # LL122 says it of a configured template
            return
        for section in scope.sections(document):
            usual = style.of(section).separator
            if usual is None:
                continue
            expected = f'configured is "{usual.value}"' if usual.configured else f'{usual.evidence} entries have "{usual.value}"'
            items = [item for top in section.items for item in top.walk() if item.separator is not None and scope.is_link_first(item)]
            others = sum(_is_other(document.text, item, usual.value) for item in items)
            if not usual.configured and others >= MIN_CASES and not is_convention(len(items) - others, len(items)):
                continue
            if self.options.missing:
                yield from self._missing(document, section, usual.value, expected)
            for item in items:
                own = item.separator
                if own is None:
                    continue
                odd = usual.configured and item.summary is not None and "\N{NO-BREAK SPACE}" in own.text
                if odd or _is_other(document.text, item, usual.value):
                    fix = Fix(f'write "{usual.value}"', (Edit(own.span, usual.value),))
                    yield self.diagnostic(own.span, f'separator is "{own.text}", {expected}', fix=fix)

    def _missing(self, document: Document, section: Section, usual: str, expected: str) -> Iterator[Diagnostic]:
        """Summaries that follow their link with a blank, or a sign without any; what goes on with the title begins small."""
        for item in (item for top in section.items for item in top.walk() if scope.is_link_first(item) and item.link is not None):
            gap = None if item.link is None else _GAP.match(document.text, item.link.span.end, item.head.end)
            if gap is None or written(gap[0]) == usual or (item.separator is not None and item.separator.text.strip()):
                continue
            said = f"no separator stands before the summary, {expected}" if not gap[0].strip() else f'separator is "{gap[0]}", {expected}'
            yield self.diagnostic(Span(*gap.span()), said, fix=Fix(f'write "{usual}"', (Edit(Span(*gap.span()), usual),)))


def _is_other(text: str, item: Item, usual: str) -> bool:
    """Whether the entry's separator is a real one and not the usual one: no mere blank, no emoji, no comma before a further link."""
    own, summary = item.separator, item.summary
    if own is None or summary is None or not own.text.strip() or written(own.text) == usual or "\n" in own.text or "\r" in own.text:
        return False
    if _SHORTCODE.match(text, own.span.start, summary.span.end):
        return False
    return not (_LISTING.issuperset(own.text.strip()) and _goes_on(item, summary))


def _goes_on(item: Item, summary: Part) -> bool:
    """Whether a comma goes on with the title rather than begin the summary: a further link follows, or a dash does."""
    near = any(0 <= link.span.start - summary.span.start <= _CONJUNCTION for link in item.links)
    return near or _DASH.search(summary.text) is not None
