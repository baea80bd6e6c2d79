"""Holds one entry to a template: which joints differ, and the edits that put it together as the template says.

Only joints are ever replaced; what the template doesn't name stays where it stands. Knows no documents and no rules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from listlint.edits import Edit, Fix, Rewrite, Safety
from listlint.model import Container, Form
from listlint.records import dataclass, field
from listlint.style import template_turn
from listlint.style.infer import written
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from listlint.model import Item, Link
    from listlint.style.template import Chunk, Template

JOINTS: Final = frozenset(" \t\u00a0\u3000,，、;；:：-–—―−‐|｜·•.。→>=~/»")
_OPENERS: Final = "([（【<*_`\"'“「《"
_CLOSING: Final = dict(zip(_OPENERS, ")]）】>*_`\"'”」》", strict=True))
_CONTAINERS: Final = {
    Container.TABLE_ROW: "a table row",
    Container.PARAGRAPH: "a paragraph",
    Container.HEADING: "a heading",
    Container.HTML: "HTML",
}
_STOPS: Final = tuple(".。!?！？…")
_NAMES: Final = {"url": "the address"}


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where an entry and its template part."""

    span: Span
    message: str
    """What is there, then what the template has: `" - " before the summary, expected ", "`."""
    edits: tuple[Edit, ...] = ()
    rewrites: tuple[Rewrite, ...] = ()
    drops: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """What comes of holding an entry to a template."""

    differences: tuple[Difference, ...] = ()
    missing: tuple[str, ...] = ()
    """Fields that the template has, not as a part that vanishes, and the entry hasn't."""
    left: str = ""
    """Why the entry stays as it is though it differs, or can't be compared at all; empty where it needn't."""

    @property
    def fits(self) -> bool:
        """Whether the entry is written as the template says."""
        return not self.differences and not self.missing and not self.left

    def fix(self) -> Fix | None:
        """The entry put together anew; None where there is nothing to do, or not with certainty."""
        edits = _joined(sorted(edit for each in self.differences for edit in each.edits))
        if self.left or not edits:
            return None
        drops = tuple(span for each in self.differences for span in each.drops)
        rewrites = tuple(rewrite for each in self.differences for rewrite in each.rewrites)
        return Fix("write the entry as the template says", edits, Safety.UNSAFE if drops else Safety.SAFE, rewrites, drops)


def compare(text: str, item: Item, template: Template) -> Comparison:
    """`item`, an entry, held to `template`."""
    if (reason := uncertain(item)) is not None:
        return Comparison(left=reason)
    return _Comparing(text, item, template).compare()


def uncertain(item: Item) -> str | None:
    """Why `item` can't be held to any template; None where it can."""
    if item.container is not Container.LIST_ITEM:
        return f"is {_CONTAINERS[item.container]}, no list item"
    return "can't be read with certainty" if item.verbatim else _unreadable(item)


def _unreadable(item: Item) -> str | None:
    if item.title is None or item.link is None or item.form not in {Form.LINK_FIRST, Form.TITLE_THEN_LINKS, Form.TITLE_THEN_URL}:
        return "has no title with a link"
    if not item.head.contains(item.link.span) or (item.summary is not None and not item.head.contains(item.summary.span)):
        return "has several paragraphs"
    if item.link.kind == "html":
        return "has an HTML link"
    return None


@dataclass(slots=True)
class _Comparing:
    """One entry on its way to a comparison."""

    text: str
    item: Item
    template: Template
    found: list[Difference] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    left: str = ""
    gone: list[Span] = field(default_factory=list)
    """What the head's edits take away."""

    def compare(self) -> Comparison:
        at = self._head()
        for chunk in self.template.rest:
            if self.left:
                break
            core = self._core(chunk)
            if core is None:
                if not chunk.optional and not (chunk.name == "url" and self._turned):
                    self.missing.append(chunk.name)
                continue
            if core.start < at:
                self.left = f"has {_called(chunk)} elsewhere than the template"
                break
            self._chunk(chunk, core, at)
            at = core.end
        return Comparison(tuple(self.found), tuple(self.missing), self.left)

    @property
    def _turned(self) -> bool:
        return self.template.linked is not (self.item.form is Form.LINK_FIRST)

    def _head(self) -> int:
        """Compares the title with what is around it; where it ends."""
        title, link = self.item.title, self.item.link
        if title is None or link is None:
            raise AssertionError
        if self._turned:
            turned = template_turn.turn(self.text, self.item, self.template)
            if isinstance(turned, str):
                self.left = turned
                return title.span.end
            self.found.append(Difference(title.span, turned.message, turned.edits, turned.rewrites, turned.drops))
            self.gone += turned.gone
            return turned.end
        if self.template.linked:
            self._marks(template_turn.in_link(self.text, link.label))
            return link.span.end
        around = template_turn.beside_link(self.text, title.span, self.item.head)
        self._marks(around)
        return around.end

    def _marks(self, around: template_turn.Label) -> None:
        """A template without marks says nothing of them."""
        wanted = self.template.title
        if not wanted.opening or (around.opening, around.closing) == (wanted.opening, wanted.closing):
            return
        shown = f'"{around.opening}" around the title' if around.opening else "no marks around the title"
        edits = (
            Edit(Span(around.start, around.text.start), wanted.opening),
            Edit(Span(around.text.end, around.end), wanted.closing),
        )
        if any(mark in around.text.of(self.text) for mark in "*_`<"):
            self.left = "has marks within its title"
        self.found.append(Difference(around.text, f'{shown}, expected "{wanted.opening}"', edits))

    def _core(self, chunk: Chunk) -> Span | None:
        """Where the field's own words stand; of a link, all of it."""
        if chunk.name == "summary":
            return self.item.summary.span if self.item.summary else None
        if chunk.is_link:
            link = self._link(chunk)
            if link is None or any(gone.overlaps(link.span) for gone in self.gone):
                return None
            angled = link.kind == "autolink" and chunk.opening.endswith("<")
            return Span(link.span.start + 1, link.span.end - 1) if angled else link.span
        for each in self.item.fields:
            if each.name == chunk.name and self.item.head.contains(each.span):
                return each.span
        return None

    def _link(self, chunk: Chunk) -> Link | None:
        if chunk.name == "url":
            return None if self._turned else self.item.link
        names = {chunk.name, (chunk.label or chunk.name).casefold()}
        return next((link for link in self.item.links if link is not self.item.link and link.text.casefold() in names), None)

    def _chunk(self, chunk: Chunk, core: Span, at: int) -> None:
        """Compares what stands before and after `core`; `at`: where the chunk before ends."""
        bound = max([at, *(end for end in self._ends() if end <= core.start)])
        if "\n" in self.text[bound : core.start] or "\r" in self.text[bound : core.start]:
            self.left = self.left or f"has a line break before {_called(chunk)}"
            return
        if chunk.name == "summary":
            self._summary(chunk, core, at)
            return
        opening = chunk.opening if chunk.label is None else chunk.opening[: -len(f"[{chunk.label}](")]
        closing = chunk.closing if chunk.label is None else chunk.closing[1:]
        core, before, after = self._around(core, bound, opening, is_link=chunk.is_link)
        self._label(chunk)
        start = _run(self.text, bound, before.start)
        self._joint(chunk, Span(start, before.start))
        if opening and (before.of(self.text), after.of(self.text)) != (opening, closing):
            shown = before.of(self.text) or "nothing"
            edits = (Edit(before, opening), Edit(after, closing))
            self.found.append(Difference(core, f'"{shown}" around {_called(chunk)}, expected "{opening}"', edits))

    def _summary(self, chunk: Chunk, core: Span, at: int) -> None:
        own = self.item.separator
        if own is None or own.span.start < at:
            self.left = self.left or "has nothing that parts title and summary"
        elif any(at <= link.span.start < own.span.start and not link.image for link in self.item.links):
            self.left = self.left or "has several links before its summary"
        elif not own.text.strip() and chunk.joint.strip():
            self.found.append(Difference(own.span, f'only a blank before the summary, expected "{chunk.joint}"'))
            self.left = self.left or "has only a blank before its summary"
        else:
            start = min(own.span.end, core.start)
            self._joint(chunk, Span(own.span.start, start))

    def _joint(self, chunk: Chunk, span: Span) -> None:
        found, expected = span.of(self.text), chunk.joint
        if written(found) == written(expected) and bool(found) == bool(expected):
            return
        if any(char.isalnum() for char in expected):
            if self.text.endswith(expected, 0, span.end):
                return
            self.left = self.left or f'has no "{expected.strip()}" before {_called(chunk)}'
        elif not found.strip() and expected.strip() and self.text[: span.start].rstrip('*_`"”])')[-1:] in _STOPS:
            return  # the stop parts them already
        elif not found:
            self.left = self.left or f"has something else before {_called(chunk)}"
        message = f'"{found}" before {_called(chunk)}, expected "{expected}"'
        self.found.append(Difference(span, message, (Edit(span, expected),)))

    def _label(self, chunk: Chunk) -> None:
        link = self._link(chunk)
        if link is None or chunk.label is None or link.text.casefold() == chunk.label.casefold():
            return
        self.left = self.left or f'has another label than "{chunk.label}" for {_called(chunk)}'
        self.found.append(Difference(link.label, f'the label "{link.text}", expected "{chunk.label}"'))

    def _around(self, core: Span, bound: int, wanted: str, *, is_link: bool) -> tuple[Span, Span, Span]:
        """`core` without the marks and brackets around it, and those; none where the template has none."""
        if not wanted:
            return core, Span(core.start, core.start), Span(core.end, core.end)
        text, start, end = self.text, core.start, core.end
        while not is_link and len(core) > 2 and _CLOSING.get(text[core.start]) == text[core.end - 1]:  # noqa: PLR2004 - more than the pair
            core = Span(core.start + 1, core.end - 1)
        while start > bound and _CLOSING.get(text[start - 1]) == text[end : end + 1]:
            start, end = start - 1, end + 1
        return core, Span(start, core.start), Span(core.end, end)

    def _ends(self) -> Iterator[int]:
        """Where anything that was read ends."""
        yield from (each.span.end for each in self.item.fields)
        yield from (link.span.end for link in self.item.links)
        if self.item.summary is not None:
            yield self.item.summary.span.end


def _run(text: str, bound: int, end: int) -> int:
    """Where the joint that ends at `end` begins: white space and punctuation, without a stop that ends other words."""
    start = end
    while start > bound and text[start - 1] in JOINTS:
        start -= 1
    if start > bound:
        while start < end and text[start] in ".。":
            start += 1
    return start


def _joined(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """`edits` in order, those that touch as one, those that change nothing left out."""
    found: list[Edit] = []
    for edit in edits:
        if found and found[-1].span.end == edit.span.start:
            found[-1] = Edit(Span(found[-1].span.start, edit.span.end), found[-1].text + edit.text)
        else:
            found.append(edit)
    return tuple(edit for edit in found if edit.text or edit.span.start < edit.span.end)


def _called(chunk: Chunk) -> str:
    return _NAMES.get(chunk.name, f"the {chunk.name}")
