"""Finds the template that a list's entries are written by. Knows no configuration."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from listlint.model import Container, Form
from listlint.style import scope, template_match, template_turn
from listlint.style.facts import Fact
from listlint.style.infer import written
from listlint.style.template import TemplateError, read
from listlint.style.thresholds import MAJORITY, MIN_CASES, is_convention, is_habit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from listlint.model import Document, Item
    from listlint.text import Span

_FIELDS: Final = ("authors", "venue", "year", "date")
"""Fields that a template may be inferred with: those that stand between title and summary by custom."""


def infer_template(document: Document) -> Fact[str] | None:
    """The template of most entries with how many of them it fits; None where none prevails."""
    text = document.text
    items = [item for item in scope.entries(document) if item.container is Container.LIST_ITEM and item.form]
    certain = [item for item in items if template_match.uncertain(item) is None]
    linked = [item for item in certain if item.form is Form.LINK_FIRST]
    beside = [item for item in certain if item.form is not Form.LINK_FIRST]
    if is_convention(len(linked), len(items)):
        wanted = _linked(text, linked)
    elif is_convention(len(beside), len(items)):
        wanted = _beside(text, beside)
    else:
        return None
    if wanted is None:
        return None
    try:
        template = read(wanted)
    except TemplateError:
        return None
    count = sum(template_match.compare(text, item, template).fits for item in certain)
    return Fact(wanted, count=count, total=len(items)) if is_convention(count, len(items)) else None


def _linked(text: str, items: Sequence[Item]) -> str | None:
    marks = Counter(template_turn.in_link(text, item.link.label).opening for item in items if item.link)
    opening, count = marks.most_common(1)[0]
    if not is_convention(count, marks.total()):
        opening = ""
    summary = _summary(items)
    return None if summary is None else f"[{opening}{{title}}{opening[::-1]}]({{url}}){_fields(text, items)}{summary}"


def _beside(text: str, items: Sequence[Item]) -> str | None:
    titles = Counter((around.opening, around.closing) for around in _labels(text, items))
    (opening, closing), count = titles.most_common(1)[0]
    links = Counter(_link(text, item) for item in items)
    link, linked = links.most_common(1)[0]
    summary = _summary(items)
    if summary is None or not link or not is_convention(count, titles.total()) or not is_convention(linked, links.total()):
        return None
    fields = _fields(text, items)
    return f"{opening}{{title}}{closing}{fields}{link}{summary}"


def _labels(text: str, items: Sequence[Item]) -> list[template_turn.Label]:
    return [template_turn.beside_link(text, item.title.span, item.head) for item in items if item.title]


def _link(text: str, item: Item) -> str:
    """How the main link is written, with the joint before it; empty where that can't be told."""
    link = item.link
    if link is None or item.title is None:
        return ""
    span = template_turn.outer(text, link.span)
    start = _joint(text, item, span)
    before = text[span.start : link.span.start]
    after = text[link.span.end : span.end]
    joint = written(text[start : span.start]) if start < span.start else ""
    if link.kind == "inline":
        return f"{joint}{before}[{link.text}]({{url}}){after}" if not set("{}[]") & set(link.text) else ""
    return f"{joint}<{{url}}>" if link.kind == "autolink" else f"{joint}{before}{{url}}{after}"


def _summary(items: Sequence[Item]) -> str | None:
    """The part of the template that the summary is; empty where hardly any entry has one, None where they differ."""
    with_summary = [item for item in items if item.summary is not None]
    if len(with_summary) < MIN_CASES:
        return ""
    joints = Counter(written(item.separator.text) if item.separator else "" for item in with_summary)
    joint, count = joints.most_common(1)[0]
    if not joint.strip() or not is_convention(count, joints.total()):
        return None if is_habit(len(with_summary), len(items)) else ""
    part = f"{_escaped(joint)}{{summary}}"
    return part if len(with_summary) >= MAJORITY * len(items) else f"{{{part}}}"


def _fields(text: str, items: Sequence[Item]) -> str:
    """The parts for fields that many entries have, each written by custom, in the order they stand in."""
    found: list[tuple[float, str]] = []
    for name in _FIELDS:
        spans = [(item, each.span) for item in items for each in item.fields if each.name == name and item.head.contains(each.span)]
        if len(spans) < MIN_CASES or not is_habit(len(spans), len(items)):
            continue
        written_as = Counter(_field(text, item, span) for item, span in spans)
        (joint, opening, closing), count = written_as.most_common(1)[0]
        if not joint or not is_convention(count, written_as.total()):
            continue
        part = f"{_escaped(joint)}{opening}{{{name}}}{closing}"
        places = sorted(span.start - item.head.start for item, span in spans)
        found.append((places[len(places) // 2], part if len(spans) >= MAJORITY * len(items) else f"{{{part}}}"))
    return "".join(part for _, part in sorted(found))


def _field(text: str, item: Item, span: Span) -> tuple[str, str, str]:
    """The joint before a field and the marks around it; an empty joint where it can't be told."""
    around = template_turn.in_link(text, span)
    joint = text[_joint(text, item, span) : span.start]
    return ("", "", "") if "\n" in joint or not joint else (written(joint), around.opening, around.closing)


def _joint(text: str, item: Item, span: Span) -> int:
    """Where the joint before `span` begins."""
    ends = [*(other.span.end for other in item.fields), *(link.span.end for link in item.links)]
    if item.title is not None:
        ends.append(item.title.span.end)
    bound = max((end for end in ends if end <= span.start), default=span.start)
    start = span.start
    while start > bound and text[start - 1] in template_match.JOINTS:
        start -= 1
    return start


def _escaped(joint: str) -> str:
    return joint.replace("{", "\\{").replace("}", "\\}")
