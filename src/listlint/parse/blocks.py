"""Trees of nodes as headings and items in the making. Knows structure, no words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from listlint.model import Container
from listlint.parse.drafts import Draft, Head
from listlint.regex import lazy
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from listlint.parse.events import Node
    from listlint.parse.flows import Reader
    from listlint.parse.inlines import Flow

_PIECES: Final = frozenset(("item", "head", "row"))
"""What comes after the list or table that it's a piece of."""
_GLUED: Final = lazy(r"[-*+]\Z")
_DIRECTIVE: Final = lazy(r"<!--\s*listlint\s*:[^<>]*-->")
_MARKER: Final = lazy(r"[-*+]|\d{1,9}[.)]")
_BLANK: Final = " \t\r\n\v\f"


class _Step(NamedTuple):
    """One node still to be read."""

    node: Node
    owner: Draft | None
    """The item it stands in; None at the top."""
    quoted: bool = False
    whole: Node | None = None
    """Of an item its list, of a row its table."""


class Walker:
    """One walk over a document, in document order, every node once."""

    def __init__(self, text: str, reader: Reader) -> None:
        self.text = text
        self.reader = reader
        self.heads: list[Head] = []
        self.drafts: list[Draft] = []
        """The outermost ones, paragraphs among them."""
        self.html: list[Span] = []
        """HTML blocks outside of items and quotes."""
        self.tops: list[Node] = []
        """The nodes at the top, without what they hold."""
        self.tables: list[Span] = []
        """All of them, wherever they stand."""
        self._todo: list[_Step] = []
        self._groups: dict[int, int] = {}
        """The group of each list, by its start; a list after a directive joins the one before."""
        self._before_directive: int | None = None
        self._after_directive = 0
        self._header: tuple[str, ...] = ()
        """The cells of the last table's head."""
        self._nowhere = Draft(Container.PARAGRAPH, 0, 0)

    def walk(self, nodes: Iterable[Node]) -> Iterator[Draft]:
        """Reads `nodes`, as `events.stream` gives them; answers with the outermost drafts, each when it's whole."""
        known = 0
        for node in nodes:
            if node.tag in _PIECES:
                self._todo.append(_Step(node, None, whole=self.tops[-1]))
            else:
                self.tops.append(node)
                self._todo.append(_Step(node, None))
            self._all_todo()
            node.children = []
            yield from self.drafts[known:]
            known = len(self.drafts)

    def _all_todo(self) -> None:  # noqa: C901, PLR0912 - a table of tags
        while self._todo:
            step = self._todo.pop()
            match step.node.tag:
                case "item":
                    self._item(step)
                case "list":
                    self._join(step)
                    self._queue(step.node, step.owner, quoted=step.quoted)
                case "paragraph":
                    self._paragraph(step)
                case "heading":
                    self._heading(step)
                case "table":
                    self.tables.append(Span(step.node.start, step.node.end))
                    self._header = ()
                    self._queue(step.node, step.owner, quoted=False)
                case "head":
                    self._header = tuple(flow.plain() for flow in self._cells(step.node))
                case "row":
                    self._row(step)
                case "html":
                    self._html(step)
                case "code" | "metadata":
                    self.reader.opaque.append(self._span(step.node))
                case "quote":
                    self._queue(step.node, step.owner, quoted=True)
                case "footnote":
                    self._queue(step.node, self._nowhere, quoted=True)
                case _:
                    pass

    def _join(self, step: _Step) -> None:
        """Makes one list of two that nothing but directives divide: a comment on its own line ends a list in Markdown."""
        before = self._before_directive if step.owner is None and not step.quoted else None
        if before is not None and self.text[self._after_directive : step.node.start].strip():
            before = None
        self._before_directive = None if step.owner is None else self._before_directive
        self._groups[step.node.start] = before if before is not None else step.node.start

    def _queue(self, node: Node, owner: Draft | None, *, quoted: bool) -> None:
        self._todo += (_Step(child, owner, quoted, node) for child in reversed(node.children))

    def _span(self, node: Node) -> Span:
        """The node without the blank lines and indentation at its edges."""
        return Span(node.start, self._end(node.start, node.end))

    def _end(self, start: int, end: int) -> int:
        while end > start and self.text[end - 1] in _BLANK:
            end -= 1
        return end

    def _add(self, draft: Draft, owner: Draft | None) -> None:
        draft.parent = owner
        if owner is None:
            self.drafts.append(draft)
        elif owner is not self._nowhere:
            owner.adopt(draft)

    def _item(self, step: _Step) -> None:
        item = inner = step.node
        while len(inner.children) == 1 and inner.children[0].tag == "list" and len(inner.children[0].children) == 1:
            deeper = inner.children[0].children[0]
            if "\n" in self.text[inner.start : deeper.start]:
                break
            inner = deeper
        siblings = step.whole or item
        span = self._span(item)
        draft = Draft(Container.LIST_ITEM, span.start, span.end, group=self._groups.get(siblings.start, siblings.start), quoted=step.quoted)
        draft.ordered = siblings.data is not None
        draft.marker = self._marker(item.start, inner)
        self._add(draft, step.owner)
        owner = self._nowhere if step.owner is self._nowhere else draft
        self._queue(inner, owner, quoted=False)

    def _marker(self, start: int, inner: Node) -> Span:
        """From the first bullet to the text; the bullet alone where there is no text."""
        if inner.children and inner.children[0].tag == "paragraph":
            nodes = inner.children[0].children
            first = nodes[1] if nodes[0].tag == "task" and len(nodes) > 1 else nodes[0]
            return Span(start, first.start)
        match = _MARKER.match(self.text, inner.start)
        return Span(start, match.end() if match else inner.start)

    def _paragraph(self, step: _Step) -> None:
        nodes = [node for node in step.node.children if node.tag != "task"]
        owner = step.owner
        if owner is not None and owner.container is Container.LIST_ITEM and not step.quoted:
            self._item_text(nodes, owner)
            return
        if not nodes:
            return
        flow = self.reader.flow(nodes)
        if owner is not None:
            return
        draft = Draft(Container.PARAGRAPH, step.node.start, self._end(step.node.start, step.node.end), quoted=step.quoted)
        draft.group = step.node.start
        draft.flows = (flow,)
        self.drafts.append(draft)

    def _item_text(self, nodes: list[Node], owner: Draft) -> None:
        """A paragraph of an item, cut where a line of it opens with a bullet glued to a link."""
        start = 0
        for at in range(1, len(nodes) - 1):
            if self._is_glued(nodes, at):
                owner.add(self.reader.flow(nodes[start : at - 1]))
                owner = self._cut(owner, nodes[at])
                start = at + 1
        if nodes[start:]:
            owner.add(self.reader.flow(nodes[start:]))

    def _cut(self, owner: Draft, bullet: Node) -> Draft:
        """The item that begins at the glued `bullet`; what is still to come of `owner` goes to it."""
        cut = Draft(Container.LIST_ITEM, bullet.start, owner.end, Span(bullet.start, bullet.end), group=owner.group)
        cut.verbatim = True
        owner.end = self._end(owner.start, bullet.start)
        self._add(cut, owner.parent)
        at = len(self._todo) - 1
        while at >= 0 and self._todo[at].owner is owner:
            self._todo[at] = self._todo[at]._replace(owner=cut)
            at -= 1
        return cut

    def _is_glued(self, nodes: list[Node], at: int) -> bool:
        node = nodes[at]
        return (
            node.tag == "text"
            and nodes[at - 1].tag in {"soft", "hard"}
            and _GLUED.match(str(node.data)) is not None
            and nodes[at + 1].tag == "link"
            and nodes[at + 1].start == node.end
        )

    def _heading(self, step: _Step) -> None:
        node = step.node
        span = self._span(node)
        flow = self.reader.flow(node.children)
        level = int(str(node.data["level"])[1]) if isinstance(node.data, dict) else 1
        nested = step.owner is not None or step.quoted
        if step.owner is not self._nowhere:
            self.heads.append(Head(span.start, span.end, level, flow.plain(), flow, nested))

    def _cells(self, row: Node) -> tuple[Flow, ...]:
        return tuple([self.reader.flow(cell.children) for cell in row.children])

    def _row(self, step: _Step) -> None:
        span = self._span(step.node)
        table = step.whole or step.node
        draft = Draft(Container.TABLE_ROW, span.start, span.end, group=table.start, header=self._header)
        draft.flows = self._cells(step.node)
        self._add(draft, step.owner)

    def _html(self, step: _Step) -> None:
        span = self._span(step.node)
        self.reader.html(span)
        if step.owner is None and not step.quoted:
            self.html.append(span)
            if _DIRECTIVE.fullmatch(self.text, span.start, span.end) is not None and self.drafts:
                last = self.drafts[-1]
                self._before_directive = last.group if last.container is Container.LIST_ITEM else None
                self._after_directive = span.end
