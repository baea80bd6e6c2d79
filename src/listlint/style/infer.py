"""Finds out a list's style from its entries, links and layout. Knows nothing of rules."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, Literal, TypeVar

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
    from collections.abc import Sequence

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
    first = wanted.prefer == "list"
    joint, required = _templated(wanted)
    summary = wanted.summary or required
    style = Style(
        separator=_settled(wanted.separator or joint, _spoken(majority(of.separator)), first=first),
        summary=_settled(None if summary is None else summary == "required", _true(majority(of.summary)), first=first),
        arxiv=_settled(wanted.arxiv, _arxiv(of.arxiv), first=first),
        doi=_settled(wanted.doi, majority(of.doi), first=first),
        template=Fact(wanted.entry, configured=True) if wanted.entry else None,
        section_templates=tuple(wanted.entry_by_section.items()),
        marker=_settled(wanted.marker, majority(of.marker), first=first),
        nested_marker=_settled(wanted.nested_marker, majority(of.nested_marker), first=first),
        indent=_settled(wanted.indent, majority(of.indent), first=first),
        title_decoration=_settled(wanted.title_decoration, majority(of.title_decoration, clear=not first), first=first),
        field_order=_settled(wanted.field_order, field_order(of.items), first=first),
        ending=_settled(wanted.ending, majority(of.ending, clear=not first), first=first),
        ending_han=_settled(wanted.ending_han, majority(of.ending_han, clear=not first), first=first),
        first_letter=_settled(wanted.first_letter, majority(of.first_letter, clear=not first), first=first),
        han_latin=_settled(wanted.han_latin, majority(of.han_latin, clear=not first), first=first),
        blank_between_items=_settled(wanted.blank_between_items, majority(of.blank_between_items), first=first),
        blank_before_heading=_settled(wanted.blank_before_heading, majority(of.blank_before_heading), first=first),
        blank_after_heading=_settled(wanted.blank_after_heading, majority(of.blank_after_heading), first=first),
        blank_before_list=_settled(wanted.blank_before_list, majority(of.blank_before_list), first=first),
        contents=contents(document),
        sections=wanted.sections,
        section_options=wanted.section_options,
    )
    return _by_section(style, document, wanted, of)


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


def _by_section(style: Style, document: Document, wanted: StyleOptions, of: Survey) -> Style:
    """`style` with the whole style of each section that keeps another."""
    orders = infer_orders(document)
    style = replace(style, order=_settled(wanted.order, orders.whole, first=wanted.prefer == "list"))
    own: dict[Span, dict[str, Fact[object] | None]] = {}
    for name in BY_SECTION:
        usual: Fact[object] | None = getattr(style, name)
        if usual is not None and not usual.configured:
            for span, fact in differing(of.cases(name), usual, clear=name in CLEAR and wanted.prefer == "configuration").items():
                own.setdefault(span, {})[name] = fact
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
