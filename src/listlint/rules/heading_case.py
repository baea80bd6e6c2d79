"""Headings that aren't written in the configured case. Knows English: other languages have no title case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from listlint.regex import lazy
from listlint.rule import Rule, RuleOptions
from listlint.style import naming
from listlint.style.endings import is_name
from listlint.style.thresholds import is_clear

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document, Section
    from listlint.style import Style

_WORD: Final = lazy(r"[^\W\d_][\w.+#/&'’-]*")
_SMALL: Final = frozenset(
    """a an and are as at but by en for from if in into is it nor of off on onto or over per so than that the to up upon via
    vs with within without yet""".split()  # noqa: SIM905 - words read better so
)
"""Words that stay small in a title."""


class HeadingCase(Rule):
    """LL511."""

    code = "LL511"
    name = "heading-case"
    summary = "A heading isn't written in the configured case."

    class Options(RuleOptions):
        """`capital`: begins with a capital; `title`: every word of weight does; `consistent`: as nearly all headings do."""

        title: Literal["any", "capital", "title"] = "any"
        """The list's title."""
        sections: Literal["any", "capital", "title", "consistent"] = "any"
        """All other headings."""

    options: Options

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Headings in scripts that have case; names with a way of their own (iOS, npm) keep it."""
        del style
        own = {section.span.start for section, _, _ in naming.sections(document)}
        heads = [section for section in document.all_sections if section.heading is not None and section.slug]
        top = heads[0] if heads and heads[0].level == 1 else None
        usual, told = self._usual([section for section in heads if section is not top and section.span.start in own])
        for section in heads:
            wanted = self.options.title if section is top else usual if section.span.start in own else "any"
            word = _small_word(section, wanted)
            if word is None or section.heading is None:
                continue
            what = "title" if section is top else "heading"
            expected = "title case" if wanted == "title" else "a capital first"
            more = told if section is not top else "configured"
            yield self.diagnostic(section.heading, f'{what} "{section.title}" has "{word}", expected {expected}, {more}')

    def _usual(self, heads: list[Section]) -> tuple[Literal["any", "capital", "title"], str]:
        """The case that headings are held to, and why."""
        if self.options.sections != "consistent":
            return self.options.sections, "configured"
        cased = [section for section in heads if _WORD.search(section.title)]
        for case in ("title", "capital"):
            # A heading of one word tells a title from a sentence no more than a capital does.
            told = [section for section in cased if case == "capital" or len(_WORD.findall(section.title)) > 1]
            kept = sum(_small_word(section, case) is None for section in told)
            if is_clear(kept, len(told)):
                return case, f"{kept} of {len(told)} headings are so"
        return "any", ""


def _small_word(section: Section, wanted: Literal["any", "capital", "title"]) -> str | None:
    """The first word that should begin with a capital and doesn't."""
    if wanted == "any" or not section.title.isascii():
        return None
    for at, match in enumerate(_WORD.finditer(section.title)):
        word = match[0].rstrip(".'-/")
        if at == 0 or (wanted == "title" and word not in _SMALL):
            glued = section.title[max(0, match.start() - 1) : match.start()]
            if word[:1].islower() and not is_name(word) and glued not in (*"._-/@#`'", ")"):
                return word
        if wanted == "capital":
            return None
    return None
