"""Finds out a list's style from its entries, links and layout. Knows nothing of rules."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, Literal, TypeVar, cast

from listlint.records import replace
from listlint.style.cases import differing, majority
from listlint.style.contents import contents
from listlint.style.entry_cases import field_order, written
from listlint.style.facts import ArxivForm, Fact, Style, StyleOptions
from listlint.style.orders import infer_orders
from listlint.style.survey import Survey
from listlint.style.template import read
from listlint.style.thresholds import MIN_CASES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from listlint.model import Document, Section
    from listlint.style.cases import Case
    from listlint.style.facts import Order
    from listlint.text import Span

__all__ = ["infer", "written"]

T = TypeVar("T")

CLEAR: Final = frozenset(("title_decoration", "ending", "ending_han", "first_letter", "han_latin"))
"""Facts that nearly all cases must agree on."""
BY_SECTION: Final = ("separator", "marker", "title_decoration", "ending", "ending_han", "first_letter", "blank_between_items")
"""Facts that sections may have of their own."""


def infer(document: Document, wanted: StyleOptions) -> Style:
    """The style of `document`: what `wanted` configures, and what the list itself tells."""
    of = Survey(document)
    facts = _Facts(of, wanted)
    joint, required = _templated(wanted)
    summary = wanted.summary or required
    style = Style(
        separator=facts.settle("separator", wanted.separator or joint, lambda cases: _spoken(majority(cases))),
        summary=facts.settle("summary", None if summary is None else summary == "required", lambda cases: _true(majority(cases))),
        arxiv=facts.settle("arxiv", wanted.arxiv, _arxiv),
        doi=facts.settle("doi", wanted.doi),
        template=Fact(wanted.entry, configured=True) if wanted.entry else None,
        section_templates=tuple(wanted.entry_by_section.items()),
        marker=facts.settle("marker", wanted.marker),
        nested_marker=facts.settle("nested_marker", wanted.nested_marker),
        indent=facts.settle("indent", wanted.indent),
        title_decoration=facts.settle("title_decoration", wanted.title_decoration),
        field_order=_settled(wanted.field_order, field_order(of.items), first=facts.first),
        ending=facts.settle("ending", wanted.ending),
        ending_han=facts.settle("ending_han", wanted.ending_han),
        first_letter=facts.settle("first_letter", wanted.first_letter),
        han_latin=facts.settle("han_latin", wanted.han_latin),
        blank_between_items=facts.settle("blank_between_items", wanted.blank_between_items),
        blank_before_heading=facts.settle("blank_before_heading", wanted.blank_before_heading),
        blank_after_heading=facts.settle("blank_after_heading", wanted.blank_after_heading),
        blank_before_list=facts.settle("blank_before_list", wanted.blank_before_list),
        contents=contents(document),
        sections=wanted.sections,
        section_options=wanted.section_options,
    )
    return _by_section(style, document, wanted, facts)


class _Facts:
    """Settles one fact after the other, for the whole list and for sections of their own."""

    def __init__(self, survey: Survey, wanted: StyleOptions) -> None:
        self.first = wanted.prefer == "list"
        self.own: dict[Span, dict[str, Fact[object] | None]] = {}
        """By section, what it does otherwise than the list; None where it keeps to nothing."""
        self._survey = survey

    def settle(self, name: str, given: T | None, found: Callable[[Sequence[Case[T]]], Fact[T] | None] | None = None) -> Fact[T] | None:
        """The fact `name`: as `given`, or as `found` in its cases, which without it is what most of them do."""
        cases = cast("list[Case[T]]", self._survey.take(name))
        clear = name in CLEAR and not self.first
        fact = _settled(given, majority(cases, clear=clear) if found is None else found(cases), first=self.first)
        if name in BY_SECTION and fact is not None and not fact.configured:
            for span, other in differing(cases, fact, clear=clear).items():
                self.own.setdefault(span, {})[name] = other
        return fact


def _settled(wanted: T | None, found: Fact[T] | None, *, first: bool) -> Fact[T] | None:
    """What is configured, else what was found; what was found `first`."""
    return found if wanted is None or (first and found is not None) else Fact(wanted, configured=True)


def _spoken(found: Fact[str] | None) -> Fact[str] | None:
    """A mere blank is no separator."""
    return found if found is not None and found.value.strip() else None


def _true(found: Fact[bool] | None) -> Fact[bool] | None:
    return found if found is not None and found.value else None


def _arxiv(cases: Sequence[Case[ArxivForm]]) -> Fact[ArxivForm] | None:
    """Fewer links than a convention needs still have a majority; more need a clear one."""
    if len(cases) >= MIN_CASES or not cases:
        return majority(cases)
    best, count = Counter(case.value for case in cases).most_common(1)[0]
    return Fact(best, count=count, total=len(cases)) if count * 2 > len(cases) else None


def _by_section(style: Style, document: Document, wanted: StyleOptions, facts: _Facts) -> Style:
    """`style` with the whole style of each section that keeps another."""
    orders = infer_orders(document)
    style = replace(style, order=_settled(wanted.order, orders.whole, first=wanted.prefer == "list"))
    own = facts.own
    if wanted.order is None:
        for span, found in orders.sections.items():
            own.setdefault(span, {})["order"] = found
    for span, chosen in _configured_orders(document, wanted).items():
        own.setdefault(span, {})["order"] = chosen
    local = {span: replace(style, **facts) for span, facts in own.items()}
    return replace(style, local=local)


def _configured_orders(document: Document, wanted: StyleOptions) -> dict[Span, Fact[Order]]:
    """The orders configured for sections, which hold for those below unless they have their own."""
    named = {name.casefold(): order for name, order in wanted.order_by_section.items()}
    found: dict[Span, Fact[Order]] = {}
    todo: list[tuple[Section, Order | None]] = [(section, None) for section in document.sections] if named else []
    while todo:
        section, inherited = todo.pop()
        order = named.get(section.title.casefold(), inherited)
        if order is not None:
            found[section.span] = Fact(order, configured=True)
        todo += ((below, order) for below in section.sections)
    return found


def _templated(wanted: StyleOptions) -> tuple[str | None, Literal["required", "optional"] | None]:
    """What a configured entry template says of separator and summary."""
    if wanted.entry is None:
        return None, None
    template = read(wanted.entry)
    summary = template.chunk("summary")
    if summary is None:
        return None, "optional"
    joint = summary.joint if template.linked else None
    return joint, None if wanted.entry_by_section else "optional" if summary.optional else "required"
