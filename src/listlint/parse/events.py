"""pyromark's events as trees of nodes with code point offsets. Knows nothing of lists, entries or links."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias, cast

import pyromark
from pyromark import Options

from listlint.regex import lazy
from listlint.text import ByteMap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    _Event = str | Mapping[str, str | Mapping[str, object]]
    """A name, or a name with what is to know of it, which of `Start` and `End` is a name again."""

Tag: TypeAlias = Literal[
    "document", "heading", "paragraph", "list", "item", "quote", "code", "html", "table", "head", "row", "cell", "rule", "footnote",
    "metadata", "text", "code-span", "link", "image", "strong", "emphasis", "strike", "soft", "hard", "inline-html", "note", "task", "raw",
]  # fmt: skip

OPTIONS: Final = Options.ENABLE_TABLES | Options.ENABLE_FOOTNOTES | Options.ENABLE_STRIKETHROUGH | Options.ENABLE_TASKLISTS
"""Without pulldown-cmark's metadata blocks: those stand anywhere, and whatever is between two `---` would be one."""

_FRONT_MATTER: Final = lazy(r"---[ \t]*\r?\n\s*+[\w\"'][\w \"'.-]*+:[ \t\r\n](?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)")
"""At the very start, with a key on its first line, to the next `---` or `...`."""
_VISIBLE: Final = lazy(r"[^\r\n]")

_OPENING: Final[dict[str, Tag]] = {
    "Paragraph": "paragraph",
    "Heading": "heading",
    "BlockQuote": "quote",
    "CodeBlock": "code",
    "HtmlBlock": "html",
    "List": "list",
    "Item": "item",
    "FootnoteDefinition": "footnote",
    "Table": "table",
    "TableHead": "head",
    "TableRow": "row",
    "TableCell": "cell",
    "Emphasis": "emphasis",
    "Strong": "strong",
    "Strikethrough": "strike",
    "Link": "link",
    "Image": "image",
}
_LEAVES: Final[dict[str, Tag]] = {
    "Text": "text",
    "Code": "code-span",
    "Html": "raw",
    "InlineHtml": "inline-html",
    "FootnoteReference": "note",
    "SoftBreak": "soft",
    "HardBreak": "hard",
    "Rule": "rule",
    "TaskListMarker": "task",
}
INLINE: Final[frozenset[Tag]] = frozenset(
    ("text", "code-span", "link", "image", "strong", "emphasis", "strike", "soft", "hard", "inline-html", "note", "task")
)
_PADDED: Final[frozenset[Tag]] = frozenset(("list", "item", "paragraph", "heading", "quote", "table", "html", "rule", "footnote"))
"""Blocks whose range may begin with the white space before them, the newline of the line above where a tab indents them."""
_SPACE: Final = " \t\r\n"
_IN_PIECES: Final[frozenset[Tag]] = frozenset(("document", "list", "table"))
"""What comes bare, before what it holds."""
_HOLDS_BLOCKS: Final[frozenset[Tag]] = frozenset(("document", "item", "quote", "footnote"))


class Node:
    """One node: `[start, end)` in code points, as pyromark gives it (blocks reach over their last newline)."""

    __slots__ = ("children", "data", "end", "start", "tag")

    def __init__(self, tag: Tag, start: int, end: int, data: object = None) -> None:
        self.tag = tag
        self.start = start
        self.end = end
        self.data = data
        self.children: list[Node] = []

    def __repr__(self) -> str:
        return f"Node({self.tag}, {self.start}, {self.end}, {self.data!r}, {len(self.children)})"


def stream(text: str) -> Iterator[Node]:  # noqa: C901, PLR0912 - calls in it would cost as much as all else
    """The nodes at the top of `text`, in order, each when it's whole; but a list or table comes bare, and then each of its items or rows.

    So a long list needn't be held all at once. Inline nodes right under an item (of a tight list) come in a paragraph of their own.
    """
    if (front := front_matter(text)) > 0:
        yield Node("metadata", 0, front)
        text = without_front_matter(text)
    root = Node("document", 0, len(text))
    point = None if text.isascii() else ByteMap(text).point
    open_nodes = [root]
    events = cast("Iterable[tuple[_Event, Mapping[str, int]]]", pyromark.events_with_range(text, options=OPTIONS))
    name: str
    data: str | Mapping[str, object] | None
    for event, reach in events:
        if isinstance(event, str):
            tag, data, started = _LEAVES[event], None, False
        else:
            [(name, data)] = event.items()
            if name == "End":
                closed = _OPENING[data if isinstance(data, str) else next(iter(data))]
                while open_nodes[-1].tag != closed:
                    open_nodes.pop()
                open_nodes.pop()
                if len(open_nodes) <= 2 and open_nodes[-1].tag in _IN_PIECES:  # noqa: PLR2004 - the root, and a list in it
                    yield from open_nodes[-1].children
                    open_nodes[-1].children = []
                continue
            started = name == "Start"
            if not started:
                tag = _LEAVES[name]
            elif isinstance(data, str):
                tag, data = _OPENING[data], None
            else:
                [(name, data)] = cast("Mapping[str, Mapping[str, object]]", data).items()
                tag = _OPENING[name]
        start, end = reach["start"], reach["end"]
        node = Node(tag, start, end, data) if point is None else Node(tag, point(start), point(end), data)
        if tag in _PADDED and text[node.start] in _SPACE:
            node.start = _first_text(text, node.start, node.end)
        parent = _parent(open_nodes, node)
        if parent is root and tag in _IN_PIECES:
            yield from root.children
            root.children = []
            yield node
        else:
            parent.children.append(node)
        if started:
            open_nodes.append(node)
    yield from root.children


def front_matter(text: str) -> int:
    """Where the front matter that `text` begins with ends; 0 where it has none."""
    match = _FRONT_MATTER.match(text)
    return match.end() if match else 0


def without_front_matter(text: str) -> str:
    """`text` with blanks for its front matter, so that every offset holds."""
    front = front_matter(text)
    return _VISIBLE.sub(" ", text[:front]) + text[front:]


def _first_text(text: str, start: int, end: int) -> int:
    at = start
    while at < end and text[at] in _SPACE:
        at += 1
    return at if at < end else start


def _parent(open_nodes: list[Node], node: Node) -> Node:
    """Where `node` belongs; opens or closes the paragraph that tight items leave out."""
    parent = open_nodes[-1]
    if node.tag in INLINE:
        if parent.tag in _HOLDS_BLOCKS:
            implicit = Node("paragraph", node.start, node.end)
            parent.children.append(implicit)
            open_nodes.append(implicit)
            return implicit
        if parent.tag == "paragraph" and node.end > parent.end:
            parent.end = node.end
        return parent
    while parent.tag == "paragraph":
        open_nodes.pop()
        parent = open_nodes[-1]
    return parent
