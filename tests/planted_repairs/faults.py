"""A fault as data, and the list it's planted in. Knows no rule and no kind of fault."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from listlint import engine
from listlint.config import load, select
from listlint.edits import Edit, Shift, apply
from listlint.model import Container, Form
from listlint.parse import parse
from listlint.style import StyleOptions, infer, scope
from listlint.style.places import meets
from listlint.text import Source, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from listlint.config.plan import Plan
    from listlint.model import Document, Item
    from listlint.style import Style

_NEAR: Final = 1
"""Lines beside a line that came or went on which its diagnostic may stand."""


@dataclass(frozen=True)
class Fault:
    """Edits that do to a list what somebody repaired, and what is wrong in a word or two."""

    variant: str
    edits: tuple[Edit, ...]


class Planted:
    """One list, what a plan says of it, and what it says with a fault in it."""

    def __init__(self, name: str, text: str, plan: Plan) -> None:
        self.plan = plan
        self.source = Source(name, text)
        self.document: Document = parse(self.source)
        self._said = self._reports(self.source)

    @cached_property
    def style(self) -> Style:
        """What the list does, whatever the plan says."""
        return infer(self.document, StyleOptions())

    @cached_property
    def entries(self) -> tuple[Item, ...]:
        """Bullets that begin with their link, on one line, outside of tables and folds."""
        return tuple(
            item
            for item in scope.entries(self.document)
            if item.container is Container.LIST_ITEM
            and item.form is Form.LINK_FIRST
            and item.link is not None
            and item.link.kind == "inline"
            and item.marker is not None
            and "\n" not in item.head.of(self.source.text)
            and not meets(item.span, self.document.guarded)
        )

    @property
    def count(self) -> int:
        """How many diagnostics there are without any fault."""
        return sum(len(said) for said in self._said.values())

    def report(self, fault: Fault) -> list[str] | None:
        """The diagnostics that a fault brings about on its lines, as `CODE message`; None where it changes nothing."""
        text = apply(self.source.text, fault.edits)
        if text == self.source.text:
            return None
        source = Source(self.source.name, text)
        shift = Shift(fault.edits)
        found = self._reports(source)
        mine = sorted({line for span in shift.new for line in _lines(source, span)})
        theirs = {line for span in shift.old for line in _lines(self.source, span)}
        known = {said for line in theirs for said in self._said.get(line, ())}
        return [said for line in mine for said in found.get(line, ()) if said not in known]

    def _reports(self, source: Source) -> dict[int, list[str]]:
        """What is said, by line; what names another place stands at that, too."""
        said: dict[int, list[str]] = {}
        for one in engine.check(source, self.plan).diagnostics:
            for span in (one.span, *(related.span for related in one.related)):
                lines = said.setdefault(source.line_of(span.start), [])
                if f"{one.code} {one.message}" not in lines:
                    lines.append(f"{one.code} {one.message}")
        return said


def _lines(source: Source, span: Span) -> Iterable[int]:
    """The lines an edit changed; where whole lines came or went, those beside them, too."""
    first, last = source.line_of(span.start), source.line_of(max(span.end - 1, span.start))
    whole = span.start == source.line_span(first).start and (not len(span) or span.of(source.text).endswith("\n"))
    return range(first - _NEAR * whole, last + 1 + _NEAR * whole)


def plan(profile: str) -> Plan:
    """What a profile asks of a list that comes from nowhere."""
    return select.plan(load.settings(profile=profile), select.selection())


def replaced(span: Span, text: str, variant: str) -> Fault:
    """One stretch written otherwise."""
    return Fault(variant, (Edit(span, text),))


def inserted(at: int, text: str, variant: str) -> Fault:
    """Something that comes in."""
    return Fault(variant, (Edit(Span(at, at), text),))
