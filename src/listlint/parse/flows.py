"""Makes flows of inline nodes and collects what the document says inline: links, images, opaque spans, hard breaks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, cast

from listlint.model import Link
from listlint.parse import autolinks, html
from listlint.parse.inlines import BREAK, IMAGE, LINK, Flow, Mark, MarkKind, Piece, joined, visible
from listlint.parse.links import link as read_link
from listlint.regex import lazy
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from listlint.parse.autolinks import BareUrl
    from listlint.parse.events import Node

_MARKS: Final[dict[str, MarkKind]] = {"strong": "strong", "emphasis": "emphasis", "strike": "strike"}
_TAG_MARKS: Final[dict[str, MarkKind]] = {
    "b": "strong", "strong": "strong", "i": "emphasis", "em": "emphasis", "s": "strike", "del": "strike", "kbd": "kbd", "code": "code",
}  # fmt: skip
_TAG: Final = lazy(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")
_MAY_BE_URL: Final = lazy(r"://|www\.|@", re.IGNORECASE)
_BREAKERS: Final = frozenset({"link", "image", "code-span", "inline-html", "note"})
_VOID: Final = frozenset({"br", "img", "hr", "wbr", "input", "source"})


class Reader:
    """Reads the inline content of one document; every node is to be read once."""

    def __init__(self, text: str, definitions: Mapping[str, str]) -> None:
        self.text = text
        self._definitions = definitions
        self.links: list[Link] = []
        self.images: list[Link] = []
        self.opaque: list[Span] = []
        self.breaks: list[Span] = []
        self.comments: list[Span] = []
        self.ids: list[str] = []

    def flow(self, nodes: Sequence[Node], *, bare: bool = True) -> Flow:
        """The flow of `nodes`, siblings in order; `bare`: whether bare URLs in it are links."""
        return _Builder(self, nodes, bare=bare).build()

    def html(self, span: Span) -> None:
        """Collects the links and images in HTML that no flow is made of."""
        self.opaque.append(span)
        self.comments += html.comments(self.text, span.start, span.end)
        self.ids += html.ids(self.text, span.start, span.end)
        for image in html.images(self.text, span.start, span.end):
            self.images.append(
                Link("html", image.span, image.span, image.source, image.source.of(self.text), image.url, image.alt, image=True)
            )
        for anchor in html.anchors(self.text, span.start, span.end):
            self.links.append(anchor_link(self.text, anchor))


def anchor_link(text: str, anchor: html.Anchor) -> Link:
    """The `<a href>` as a link."""
    image = not anchor.label_text and "<img" in anchor.label.of(text).lower()
    return Link("html", anchor.span, anchor.label, anchor.destination, anchor.destination.of(text), anchor.url, anchor.label_text, image)


class _Builder:
    """One flow in the making."""

    def __init__(self, reader: Reader, nodes: Sequence[Node], *, bare: bool) -> None:
        self.reader = reader
        self.text = reader.text
        self.nodes = nodes
        self.pieces: list[Piece] = []
        self.marks: list[Mark] = []
        self.open: tuple[Mark, ...] = ()
        self.at = 0
        self.bare: list[BareUrl] = self._bare_urls() if bare and nodes else []
        self.next_bare = 0

    def build(self) -> Flow:
        nodes = self.nodes
        todo: list[Node | Mark] = list(reversed(nodes))
        skip_to = -1
        while todo:
            node = todo.pop()
            if isinstance(node, Mark):
                node.last = self.at
                self.open = tuple(mark for mark in self.open if mark is not node)
                continue
            if node.start < skip_to:
                continue
            swallowed = self._swallowed(node.start)
            if (kind := _MARKS.get(node.tag)) is not None:
                if not swallowed:
                    todo.append(self._mark(kind, node.start, node.end))
                todo += reversed(node.children)
                continue
            if swallowed and node.tag in _BREAKERS:
                continue
            if node.tag == "inline-html":
                skip_to = max(skip_to, self._inline_html(node, todo))
                continue
            self._leaf(node)
        for mark in self.open:
            mark.last = self.at
        span = Span(nodes[0].start, nodes[-1].end) if nodes else Span(0, 0)
        return Flow(self.text, self.pieces, self.marks, span)

    def _leaf(self, node: Node) -> None:
        match node.tag:
            case "text":
                self._text(node)
            case "code-span":
                self._code(node)
            case "soft" | "hard":
                self._break(node)
            case "link":
                self._link(node)
            case "image":
                self._image(node)
            case _:
                pass

    def _add(  # noqa: PLR0913, PLR0917 - a piece in its order
        self, view: str, start: int, end: int, text: str, link: Link | None = None, label: Flow | None = None
    ) -> None:
        self.pieces.append(Piece(self.at, view, start, end, text, self.open, link, label))
        self.at += len(view)

    def _mark(self, kind: MarkKind, start: int, end: int) -> Mark:
        mark = Mark(kind, start, end, self.at)
        self.marks.append(mark)
        self.open = (*self.open[-8:], mark)
        return mark

    def _text(self, node: Node) -> None:
        start, end, text = node.start, node.end, cast("str", node.data)
        exact = len(text) == end - start
        while self.next_bare < len(self.bare) and (url := self.bare[self.next_bare].meant).start < end:
            if url.end > start:
                if url.start > start and exact:
                    self._run(start, url.start)
                if url.start >= start:
                    self._bare(self.bare[self.next_bare])
                if url.end >= end:
                    return
                start = url.end
            self.next_bare += 1
        if start == node.start:
            self._add(visible(text), start, end, text)
        else:
            self._run(start, end)

    def _run(self, start: int, end: int) -> None:
        """Adds source text that reads as it is written."""
        text = self.text[start:end]
        self._add(visible(text), start, end, text)

    def _swallowed(self, at: int) -> bool:
        """Whether `at` lies inside a bare URL: what Markdown sees there isn't on GitHub."""
        while self.next_bare < len(self.bare) and self.bare[self.next_bare].meant.end <= at:
            self.next_bare += 1
        return self.next_bare < len(self.bare) and self.bare[self.next_bare].meant.start < at

    def _bare(self, url: BareUrl) -> None:
        meant, rendered = url.meant.of(self.text), url.prefix + url.rendered.of(self.text)
        link = Link("bare", url.meant, url.meant, url.meant, meant, rendered, meant)
        self.reader.links.append(link)
        self._add(LINK, url.meant.start, url.meant.end, meant, link)

    def _code(self, node: Node) -> None:
        self.reader.opaque.append(Span(node.start, node.end))
        data = cast("str", node.data)
        if not data:
            return
        mark = self._mark("code", node.start, node.end)
        at = self.text.find(data, node.start, node.end)
        if at >= 0:
            self._add(visible(data), at, at + len(data), data)
        else:
            self._add(visible(data), node.start, node.end, data)
        mark.last = self.at
        self.open = self.open[:-1]

    def _break(self, node: Node) -> None:
        blanks = len(self.text[node.start : node.end].rstrip("\r\n"))
        if node.tag == "hard" and blanks >= 2:  # noqa: PLR2004 - two blanks are what makes the break
            self.reader.breaks.append(Span(node.start, node.start + blanks))
        self._add(BREAK, node.start, node.end, BREAK)

    def _link(self, node: Node) -> None:
        label = None
        image = False
        if (shown := self._as_written(node)) is None:
            label = self.reader.flow(node.children, bare=False)
            image = bool(label.view) and not label.view.replace(IMAGE, "").strip()
            shown = " ".join(piece.text for piece in label.pieces if piece.view == IMAGE) if image else label.plain()
        link = read_link(self.text, node, joined(shown), self.reader._definitions, image=image)  # noqa: SLF001 - one class in two
        self.reader.links.append(link)
        self._add(IMAGE if image else LINK, node.start, link.span.end, link.text, link, label)

    def _as_written(self, node: Node) -> str | None:
        """The label of a link that is one run of text right between its brackets, without escapes and entities."""
        if len(node.children) != 1 or (inside := node.children[0]).tag != "text" or inside.start != node.start + 1:
            return None
        text = cast("str", inside.data)
        closed = self.text.startswith("]", inside.end) and len(text) == inside.end - inside.start
        return text if closed and text.strip() else None

    def _image(self, node: Node) -> None:
        alt: list[str] = []
        todo = list(reversed(node.children))
        while todo:
            inner = todo.pop()
            alt.append(inner.data if isinstance(inner.data, str) and inner.tag in {"text", "code-span"} else "")
            todo += reversed(inner.children)
        link = read_link(self.text, node, joined("".join(alt)), self.reader._definitions, image=True)  # noqa: SLF001 - one class in two
        self.reader.images.append(link)
        self._add(IMAGE, node.start, link.span.end, link.text, link)

    def _inline_html(self, node: Node, todo: list[Node | Mark]) -> int:
        """Reads one tag or comment; answers up to where the nodes are read with it."""
        span = Span(node.start, node.end)
        tag = _TAG.match(self.text, node.start, node.end)
        if tag is None:
            self.reader.opaque.append(span)
            self.reader.comments += html.comments(self.text, node.start, node.end)
            return node.end
        name, closing = tag[2].lower(), bool(tag[1])
        if name == "a" and not closing and (close := self._close(todo)) is not None:
            anchor = next(html.anchors(self.text, node.start, close.end), None)
            if anchor is not None and anchor.span.end == close.end:
                self._anchor(anchor)
                return close.end
        self.reader.opaque.append(span)
        self.reader.ids += html.ids(self.text, node.start, node.end)
        if name == "br":
            self._add(BREAK, node.start, node.end, BREAK)
        elif name == "img":
            self._html_image(span)
        elif not closing and name not in _VOID:
            self._mark(_TAG_MARKS.get(name, "tag"), node.start, node.end)
        elif closing:
            self._close_mark(name, node)
        return node.end

    def _close_mark(self, name: str, node: Node) -> None:
        for mark in reversed(self.open):
            opened = _TAG.match(self.text, mark.start, mark.end)
            if opened is not None and opened[2].lower() == name:
                mark.end, mark.last = node.end, self.at
                self.open = tuple(other for other in self.open if other is not mark)
                return

    def _html_image(self, span: Span) -> None:
        for image in html.images(self.text, span.start, span.end):
            link = Link("html", image.span, image.span, image.source, image.source.of(self.text), image.url, image.alt, image=True)
            self.reader.images.append(link)
            self._add(IMAGE, span.start, span.end, image.alt, link)

    def _anchor(self, anchor: html.Anchor) -> None:
        link = anchor_link(self.text, anchor)
        self.reader.opaque.append(link.span)
        self.reader.links.append(link)
        for image in html.images(self.text, anchor.label.start, anchor.label.end):
            self.reader.images.append(
                Link("html", image.span, image.span, image.source, image.source.of(self.text), image.url, image.alt, image=True)
            )
        self._add(IMAGE if link.image else LINK, link.span.start, link.span.end, link.text, link)

    def _close(self, todo: list[Node | Mark]) -> Node | None:
        """The `</a>` among the siblings still to be read."""
        for other in reversed(todo):
            if isinstance(other, Mark):
                return None
            if other.tag == "inline-html" and self.text[other.start : other.start + 3].lower() == "</a":
                return other
            if other.tag == "inline-html" and self.text[other.start : other.start + 2].lower() == "<a":
                return None
        return None

    def _bare_urls(self) -> list[BareUrl]:
        """The bare URLs of the nodes, begun in plain text: links, images, code and HTML hold none."""
        content = Span(self.nodes[0].start, self.nodes[-1].end)
        if _MAY_BE_URL.search(self.text, content.start, content.end) is None:
            return []
        return list(autolinks.within(self.text, content, self._runs()))

    def _runs(self) -> list[Span]:
        """Where plain text stands, what touches as one."""
        runs: list[Span] = []
        todo = list(reversed(self.nodes))
        while todo:
            node = todo.pop()
            if node.tag == "text":
                start = runs.pop().start if runs and runs[-1].end == node.start else node.start
                runs.append(Span(start, node.end))
            elif node.tag not in _BREAKERS:
                todo += reversed(node.children)
        return runs
