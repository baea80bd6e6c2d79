"""The facts of a list's style as rows: label, value in words, evidence, and the lines that differ. Knows no format."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from listlint.model import Container
from listlint.records import dataclass
from listlint.style import scope, template_match
from listlint.style.entry_cases import breaks_order
from listlint.style.facts import Contents, Fact
from listlint.style.orders import misplaced
from listlint.style.survey import Survey
from listlint.style.template import read
from listlint.style.template_infer import infer_template

if TYPE_CHECKING:
    from collections.abc import Sequence

    from listlint.model import Document, Section
    from listlint.style import Style
    from listlint.style.cases import Case
    from listlint.text import Span

LABELS: Final = {
    "template": "entry template",
    "separator": "separator",
    "summary": "summary",
    "ending": "end of summaries",
    "ending_han": "end of Chinese ones",
    "first_letter": "first letter",
    "field_order": "order of parts",
    "title_decoration": "title marks",
    "order": "order of entries",
    "arxiv": "arXiv links",
    "doi": "DOI links",
    "han_latin": "Han and Latin",
    "marker": "bullet",
    "nested_marker": "nested bullet",
    "indent": "nested indent",
    "blank_between_items": "between entries",
    "blank_before_heading": "before a heading",
    "blank_after_heading": "after a heading",
    "blank_before_list": "before a list",
    "contents": "contents list",
}
"""The facts in the order they're shown, with their labels."""

_WORDS: Final[dict[str, dict[object, str]]] = {
    "summary": {True: "each has one", False: "none"},
    "order": {"title": "by title", "newest": "newest first", "oldest": "oldest first", "none": "none kept"},
    "ending": {".": '"."', "。": '"。"', "none": "no final stop"},
    "ending_han": {".": '"."', "。": '"。"', "none": "no final stop"},
    "first_letter": {"upper": "capital", "lower": "small"},
    "han_latin": {"spaced": "a blank between", "tight": "no blank between"},
    "blank_between_items": {True: "a blank line", False: "no blank line"},
    "indent": {"tab": "a tab"},
}


@dataclass(frozen=True, slots=True)
class Differing:
    """One place that doesn't do as the list does."""

    line: int
    value: str
    """What is there, in words."""


@dataclass(frozen=True, slots=True)
class Row:
    """One fact; `fact` None: the list doesn't tell, and `rivals` says what there is, the commonest first, if anything."""

    name: str
    label: str
    fact: Fact[object] | None
    words: str
    evidence: str
    differing: tuple[Differing, ...] = ()
    rivals: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Own:
    """What a section does otherwise than its list: facts in words, `None` where it keeps to nothing."""

    title: str
    line: int
    facts: tuple[tuple[str, Fact[object] | None, str], ...]
    """Name, fact, words."""


def rows(document: Document, style: Style) -> tuple[Row, ...]:
    """Every fact, known or not, in the order of `LABELS`."""
    survey = Survey(document)
    homes = {section.span: section for section in document.all_sections}
    found = []
    for name, label in LABELS.items():
        fact: Fact[object] | None = getattr(style, name)
        if name == "template" and fact is None:
            fact = infer_template(document)
        if fact is None:
            found.append(Row(name, label, None, "", "", rivals=_rivals(name, survey.cases(name))))
        else:
            differing = _differing(survey, style, homes, name, fact)
            found.append(Row(name, label, fact, words(document, name, fact.value), _evidence(name, fact), differing))
    return tuple(found)


def own(document: Document, style: Style) -> tuple[Own, ...]:
    """The sections that keep another style than the list."""
    found = []
    for section in document.all_sections:
        local = style.of(section)
        changed = [name for name in LABELS if name != "template" and getattr(local, name) != getattr(style, name)]
        if changed and section.heading is not None:
            facts: list[tuple[str, Fact[object] | None, str]] = []
            for name in changed:
                fact: Fact[object] | None = getattr(local, name)
                facts.append((name, fact, "mixed" if fact is None else f"{words(document, name, fact.value)} ({_evidence(name, fact)})"))
            found.append(Own(section.title, document.source.line_of(section.heading.start), tuple(facts)))
    return tuple(found)


def words(document: Document, name: str, value: object) -> str:
    """A fact's value as a keeper reads it."""
    known = _WORDS.get(name, {})
    if value in known:
        return known[value]
    if isinstance(value, Contents):
        levels = f"level {value.first_level}" if value.depth == 1 else f"levels {value.first_level} to {value.last_level}"
        return f"line {document.source.line_of(value.span.start)}, headings of {levels}"
    if isinstance(value, int):
        what = "blank" if name == "indent" else "blank line"
        return f"{value or 'no'} {what}{'s' if value > 1 else ''}"
    if isinstance(value, tuple):
        return ", ".join(str(each) for each in value)
    return json.dumps(value, ensure_ascii=False) if name == "separator" else str(value)


def _evidence(name: str, fact: Fact[object]) -> str:
    if fact.configured:
        return "configured"
    if name == "contents":
        return f"lists {fact.count} of {fact.total}"
    if name == "order":
        return f"{fact.count} of {fact.total} neighbours" + (" against the alphabet" if fact.value == "none" else "")
    return fact.evidence


def _rivals(name: str, cases: Sequence[Case[object]]) -> tuple[tuple[str, int], ...]:
    counts: dict[object, int] = {}
    for case in cases:
        counts[case.value] = counts.get(case.value, 0) + 1
    known = _WORDS.get(name, {})
    quoted = name == "separator"
    said = sorted(counts.items(), key=lambda pair: -pair[1])[:3]
    return tuple((known.get(value) or (json.dumps(value, ensure_ascii=False) if quoted else str(value)), count) for value, count in said)


def _differing(survey: Survey, style: Style, homes: dict[Span, Section], name: str, fact: Fact[object]) -> tuple[Differing, ...]:
    document = survey.document
    line = document.source.line_of
    if name == "template":
        return _off_template(document, str(fact.value))
    if name == "order":
        return tuple(Differing(line(move.entry.span.start), "out of order") for _, _, moves in misplaced(document, style) for move in moves)
    if name == "field_order":
        order = fact.value if isinstance(fact.value, tuple) else ()
        return tuple(Differing(line(each.item.head.start), "other order") for each in survey.items if breaks_order(order, each.item))
    found = []
    for case in survey.cases(name):
        here = fact if case.section is None or case.section not in homes else getattr(style.of(homes[case.section]), name)
        if here is not None and case.value != here.value:
            found.append(Differing(line(case.span.start), words(document, name, case.value)))
    return tuple(sorted(found, key=lambda each: each.line))


def _off_template(document: Document, text: str) -> tuple[Differing, ...]:
    """The list-item entries that aren't written as the template says, or can't be compared."""
    template = read(text)
    items = [item for item in scope.entries(document) if item.container is Container.LIST_ITEM]
    off = [item for item in items if not template_match.compare(document.text, item, template).fits]
    return tuple(Differing(document.source.line_of(item.head.start), "other form") for item in off)
