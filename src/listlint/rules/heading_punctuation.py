"""Headings that end in punctuation. Knows nothing of question and exclamation marks: those may be meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from listlint.edits import Edit, Fix, Phase
from listlint.regex import lazy
from listlint.rule import Rule, RuleOptions
from listlint.style.places import meets
from listlint.style.thresholds import MIN_CASES, is_habit
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document, Section
    from listlint.style import Style

_CLOSING: Final = lazy(r"[ \t]*#*[ \t]*\Z")
_ABBREVIATED: Final = lazy(r"(?:\b(?:etc|misc|inc|ltd|co|corp|jr|sr|vs|al|no|vol|ed|eds)|\b[^\W\d_]|\.)\.\Z", re.IGNORECASE)


class HeadingPunctuation(Rule):
    """LL515."""

    code = "LL515"
    name = "heading-punctuation"
    summary = "A heading ends in punctuation."
    phase = Phase.TYPOGRAPHY

    class Options(RuleOptions):
        """What a heading mustn't end in."""

        marks: str = ".,;:。，；：、"
        """The marks, each a character."""

    options: Options

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Markdown headings; abbreviations and ellipses may end so. Silent where headings of the list mostly do."""
        del style
        heads = [section for section in document.all_sections if section.heading is not None and section.slug]
        found = [(section, at) for section in heads if (at := self._end(document, section)) is not None]
        if len(found) >= MIN_CASES and is_habit(len(found), len(heads)):
            return
        for section, at in found:
            mark = Span(at - 1, at)
            fix = None if meets(mark, document.opaque) else Fix("remove it", (Edit(mark, ""),))
            yield self.diagnostic(mark, f'heading "{section.title}" ends in "{mark.of(document.text)}", expected none', fix=fix)

    def _end(self, document: Document, section: Section) -> int | None:
        """The offset behind the mark that ends the heading."""
        text = document.text
        if section.heading is None or text.startswith("<", section.heading.start) or not section.title.endswith(tuple(self.options.marks)):
            return None
        if _ABBREVIATED.search(section.title[-8:]) or section.title.endswith("。。"):
            return None
        line = document.source.line_span(document.source.line_of(section.heading.start))
        end = line.start + len(_CLOSING.sub("", line.of(text), count=1))
        single = section.title.endswith(text[end - 1]) and not section.title[:-1].endswith(tuple(self.options.marks))
        return end if end > line.start and single else None
