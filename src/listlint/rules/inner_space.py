"""Blanks too many or too few within a line. Knows nothing of code, tables, indents, and what stands after a marker."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections import Counter, defaultdict
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from listlint.edits import Edit, Fix, Phase
from listlint.regex import lazy
from listlint.rule import Rule
from listlint.style.places import flags
from listlint.style.prose import in_tables, masked
from listlint.style.thresholds import MIN_CASES, MIN_CLEAR, SLIP, is_habit
from listlint.text import Span
from listlint.words import is_han

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document, Link
    from listlint.style import Style


class _Case(NamedTuple):
    """One way of writing a blank wrongly."""

    wrong: re.Pattern[str]
    """Its group `at` is what is replaced. Begins with a sign, so that the others are passed over quickly, and looks behind it."""
    text: str
    """What is written instead."""
    says: str


_LATIN: Final = r"A-Za-z\u00c0-\u024f"
_STARTS: Final = "The|This|It|An?|You|For|With|Also|And|In|If|Built|Supports|Written|Includes|Uses|Allows|Provides"
_SUFFIXES: Final = "ing|ed|ers?|ful|ish|ly|able|ized"
"""What a word goes on with behind a bracket or a link: `insane(ly fast)`, `[test](u)able`."""
_JOINT: Final = r"\x01"


def _case(wrong: str, text: str, says: str) -> _Case:
    return _Case(lazy(wrong), text, f"{says}, expected {'one' if text else 'none'}")


_CASES: Final = (
    _case(r"(?P<at>  (?<=\S  ) *)(?=[^\s\\])", " ", "{} blanks stand there"),
    _case(rf",(?<=[{_LATIN}]{{2}},)(?P<at>)(?=[{_LATIN}]{{2}})", " ", "no blank stands behind the comma"),
    _case(rf"[.!?](?<=[a-z]{{2}}[.!?])(?P<at>)(?=(?:{_STARTS}) )", " ", "no blank stands between sentences"),
    _case(r"(?P<at> (?=[ ,.])(?<=[^\s,;|] ) *)(?=[,.](?:\s|\Z)|,[A-Za-z])", "", "a blank stands before the mark"),
    _case(r"[(（](?P<at> +)(?=[^\s*_)])", "", "a blank stands behind the bracket"),
    _case(r"(?P<at> (?=[ )）])(?<=[^\s(（] ) *)(?=[)）])", "", "a blank stands before the bracket"),
    _case(rf"(?P<at>)\((?<=[a-z]{{3}}\()(?=[a-z]{{2,}} [a-z]{{2}})(?!(?:{_SUFFIXES})\b)", " ", "no blank stands before the bracket"),
    _case(r"\)(?<=[a-z] [a-z]{3}\))(?P<at>)(?=[a-z]{3})", " ", "no blank stands behind the bracket"),
    _case(rf"(?P<at>){_JOINT}(?!{_JOINT})(?<=[{_LATIN}]{{2}}{_JOINT})", " ", "no blank stands before the link"),
    _case(
        rf"{_JOINT}(?!{_JOINT})(?<={_JOINT}{{2}})(?P<at>)(?=[{_LATIN}]{{3,40}}(?:-[{_LATIN}]{{1,40}}){{0,5}}(?:[\s,.;:!?]|\Z))(?![a-z]{{0,5}}(?:{_SUFFIXES})\b)",
        " ",
        "no blank stands behind the link",
    ),
)


class InnerSpace(Rule):
    """LL612."""

    code = "LL612"
    name = "inner-space"
    summary = "A blank is doubled, missing, or one too many within a line."
    phase = Phase.TYPOGRAPHY

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Slips in running text; where the same two signs meet so at three places in ten, it's the list's habit."""
        del style
        text = masked(document)
        kept = _Kept(document)
        found = [*self._in_text(document, text, kept), *self._in_labels(document, kept), *self._in_destinations(document)]
        yield from sorted(found, key=lambda one: one.span)

    def _in_text(self, document: Document, text: str, kept: _Kept) -> Iterator[Diagnostic]:
        """One diagnostic for each kind of slip in a line."""
        padding = flags(len(text) + 1, (at for link in document.links for at in (link.label.start, link.label.end)))
        badges = [link.span for link in (*document.links, *document.images) if link.image]
        between = {badge.end for badge in badges}, {badge.start for badge in badges}
        found: list[tuple[Span, _Case]] = []
        for case in _CASES:
            spans = [Span(*match.span("at")) for match in case.wrong.finditer(text)]
            by_signs: defaultdict[tuple[str, str], list[Span]] = defaultdict(list)
            for span in spans:
                tag = document.text[span.start - 1] == ">" or document.text[span.end] == "<"
                if span.start in between[0] and span.end in between[1]:
                    continue
                if not (case.text and span and tag) and not kept.meets(_around(span)) and not (padding[span.start] or padding[span.end]):
                    by_signs[_kind(text[span.start - 1]), _kind(text[span.end])].append(span)
            for (before, after), slips in by_signs.items():
                if len(slips) < MIN_CASES or not _is_custom(len(slips), len(slips) + _count(text, before, case.text, after)):
                    found += [(span, case) for span in slips]
        found.sort(key=lambda one: (one[1].says, one[0]))
        for (_, case), same in groupby(found, key=lambda one: (document.source.line_of(one[0].start), one[1])):
            yield self._said([span for span, _ in same], case)

    def _in_labels(self, document: Document, kept: _Kept) -> Iterator[Diagnostic]:
        """Blanks at the ends of link texts, but for sections in which they are written so."""
        found: defaultdict[int, list[Diagnostic]] = defaultdict(list)
        links: Counter[int] = Counter()
        starts = [section.span.start for section in document.all_sections]
        for link in document.links:
            label = link.label.of(document.text)
            if link.kind not in {"inline", "reference"} or not label.strip() or "\n" in label or "://" in label or kept.meets(link.label):
                continue
            place = bisect_right(starts, link.span.start)
            links[place] += 1
            first, last = len(label) - len(label.lstrip(" ")), len(label) - len(label.rstrip(" "))
            if first:
                found[place].append(self._padded(Span(link.label.start, link.label.start + first), "begins with"))
            if last and not _is_in_anchor(link):
                found[place].append(self._padded(Span(link.label.end - last, link.label.end), "ends in"))
        for place, padded in found.items():
            if len(padded) < MIN_CASES or not is_habit(len(padded), links[place]):
                yield from padded

    def _in_destinations(self, document: Document) -> Iterator[Diagnostic]:
        """Blanks between a link's parenthesis and its URL, at either end."""
        for link in document.links:
            if link.kind != "inline" or link.destination is None or not len(link.destination):
                continue
            before = Span(document.text.rfind("(", link.label.end, link.destination.start) + 1, link.destination.start)
            behind = Span(link.destination.end, link.span.end - 1)
            edits = [Edit(span, "") for span in (before, behind) if len(span) and not span.of(document.text).strip(" ")]
            if edits:
                yield self.diagnostic(
                    edits[0].span, "a blank stands between parenthesis and URL, expected none", fix=Fix("remove the blank", tuple(edits))
                )

    def _padded(self, span: Span, verb: str) -> Diagnostic:
        return self.diagnostic(span, f"link text {verb} a blank, expected none", fix=Fix("remove the blank", (Edit(span, ""),)))

    def _said(self, spans: list[Span], case: _Case) -> Diagnostic:
        fix = Fix("write one blank" if case.text else "remove the blank", tuple(Edit(span, case.text) for span in spans))
        return self.diagnostic(spans[0], case.says.format(len(spans[0])), fix=fix)


def _is_in_anchor(link: Link) -> bool:
    """Whether a contents row was made from its heading, blank at the end and all: `[Tools ](#tools-)`."""
    return link.url.startswith("#") and link.url.endswith("-")


def _is_custom(count: int, total: int) -> bool:
    """Whether so many are no slips: three in ten, or one in ten of so many that they come from a template."""
    return is_habit(count, total) or (count >= MIN_CLEAR and count >= SLIP * total)


def _kind(char: str) -> str:
    """What stands for a sign where signs are counted: letters alike, digits alike; a pattern."""
    if is_han(char):
        return r"[\u3400-\u9fff]"
    if char.isalpha():
        return f"[{_LATIN}]"
    return r"\d" if char.isdigit() else re.escape(char)


def _count(text: str, before: str, blanks: str, after: str) -> int:
    return sum(1 for _ in re.finditer(f"(?<={before}){blanks}(?={after})", text))


def _around(span: Span) -> Span:
    return Span(max(span.start - 1, 0), span.end + 1)


class _Kept:
    """White space that means something or is another rule's affair: around markers, between parts, at the edges of lines, in tables."""

    def __init__(self, document: Document) -> None:
        self._source = document.source
        self._tables = in_tables(document)
        self._last: tuple[int, tuple[tuple[int, int], ...]] = (0, ())
        self._texts = array("i", [0]) * (len(document.source.line_starts) + 1)
        """By line, where the text of an item begins."""
        for item in document.items:
            if item.marker is not None:
                self._texts[document.source.line_of(item.marker.end)] = item.marker.end

    def meets(self, span: Span) -> bool:
        """Whether `span` shares a code point with any."""
        first, last = self._source.line_of(span.start), self._source.line_of(max(span.end - 1, span.start))
        return any(start < span.end and span.start < end for line in range(first, last + 1) for start, end in self._of(line))

    def _of(self, line: int) -> tuple[tuple[int, int], ...]:
        """Where it stands in a line, from 1; the last answer is remembered, for a paragraph may be one line, and long."""
        if self._last[0] != line:
            self._last = line, self._found(line)
        return self._last[1]

    def _found(self, line: int) -> tuple[tuple[int, int], ...]:
        if line > self._source.line_count:
            return ()
        start, end = (span := self._source.line_span(line)).start, span.end
        content = span.of(self._source.text)
        if line in self._tables:
            return ((start, end),)
        text = self._texts[line]
        inner = len(content.lstrip(" \t>#"))
        return (start, min(max(end - inner, text), end)), (max(start + len(content.rstrip()), text), end)
