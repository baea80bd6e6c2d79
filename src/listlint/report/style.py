"""The style of a list for people, as columns, and for programs, as JSON. Knows facts as rows, not how they were found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from listlint.model import Kind
from listlint.report import style_facts
from listlint.report.jsontext import Json
from listlint.report.jsontext import document as as_object
from listlint.report.visible import clip, visible, width
from listlint.style.facts import Contents

if TYPE_CHECKING:
    from collections.abc import Sequence

    from listlint.model import Document
    from listlint.report.style_facts import Differing, Own, Row
    from listlint.style import Style
    from listlint.style.facts import Fact

_WIDEST: Final = 44
"""Cells of a value, above which its evidence follows without a column."""
_SHOWN: Final = 8
"""Lines that differ, named one by one."""
_TITLE: Final = 40


def as_text(document: Document, style: Style, file: str) -> str:
    """Known facts with their evidence and the lines that differ, then sections of their own style, then what isn't known."""
    rows = style_facts.rows(document, style)
    entries = sum(item.kind is Kind.ENTRY for item in document.items)
    lines = [f"{visible(file)}: the style of {entries} {'entry' if entries == 1 else 'entries'}", ""]
    known = [row for row in rows if row.fact is not None]
    label = max((len(row.label) for row in known), default=0)
    value = min(max((width(visible(row.words)) for row in known), default=0), _WIDEST)
    for row in known:
        text = visible(row.words)
        lines.append(f"{row.label:<{label}}  {text}{' ' * (value - width(text))}  {row.evidence}")
        lines += (f"{'':<{label}}    {line}" for line in _grouped(row.differing))
    lines += _sections(style_facts.own(document, style))
    lines += _unknown([row for row in rows if row.fact is None])
    return "\n".join(lines) + "\n"


def _grouped(differing: Sequence[Differing]) -> list[str]:
    """`", " on lines 3, 8 and 4 more`, a line for each other value."""
    by_value: dict[str, list[int]] = {}
    for each in differing:
        by_value.setdefault(each.value, []).append(each.line)
    found = []
    for value, numbers in by_value.items():
        lines = list(dict.fromkeys(numbers))
        more = f" and {len(lines) - _SHOWN} more" if len(lines) > _SHOWN else ""
        found.append(f"{visible(value)} on line{'s' if len(lines) > 1 else ''} {', '.join(map(str, lines[:_SHOWN]))}{more}")
    return found


def _sections(own: Sequence[Own]) -> list[str]:
    if not own:
        return []
    lines = ["", "sections of their own:"]
    for each in own:
        said = ", ".join(f"{style_facts.LABELS[name]} {words}" for name, _, words in each.facts)
        lines.append(f"  line {each.line}, {clip(each.title, _TITLE)}: {visible(said)}")
    return lines


def _unknown(rows: Sequence[Row]) -> list[str]:
    if not rows:
        return []
    mixed = [row for row in rows if row.rivals]
    lines = ["", "not known, so nothing is held to it:"]
    lines += (f"  {row.label}: {visible(', '.join(f'{words} {count}' for words, count in row.rivals))}" for row in mixed)
    rest = [row.label for row in rows if not row.rivals]
    return [*lines, f"  {', '.join(rest)}"] if rest else lines


def as_json(document: Document, style: Style, file: str) -> str:
    """One object: `version`, `file`, `facts` (all of them, unknown ones with value null) and `sections` of their own style."""
    facts: list[Json] = [
        {
            "fact": row.name,
            "value": None if row.fact is None else _value(document, row.fact.value),
            "configured": row.fact is not None and row.fact.configured,
            "count": row.fact.count if row.fact else 0,
            "total": row.fact.total if row.fact else sum(count for _, count in row.rivals),
            "differing": [{"line": each.line, "value": each.value} for each in row.differing],
        }
        for row in style_facts.rows(document, style)
    ]
    sections: list[Json] = [
        {"section": each.title, "line": each.line, "facts": {name: _own(document, fact) for name, fact, _ in each.facts}}
        for each in style_facts.own(document, style)
    ]
    return as_object({"version": 1, "file": file, "facts": facts, "sections": sections})


def _own(document: Document, fact: Fact[object] | None) -> Json:
    if fact is None:
        return None
    return {"value": _value(document, fact.value), "configured": fact.configured, "count": fact.count, "total": fact.total}


def _value(document: Document, value: object) -> Json:
    if isinstance(value, Contents):
        return {"line": document.source.line_of(value.span.start), "first_level": value.first_level, "last_level": value.last_level}
    return list(value) if isinstance(value, tuple) else cast("Json", value)
