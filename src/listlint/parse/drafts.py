"""Items in the making: what stands where, before anybody has said what it is. Knows no words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from listlint.model import Container, Kind
from listlint.parse.inlines import LINK
from listlint.records import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from listlint.model import Field, Form, Link, Part
    from listlint.parse.inlines import Flow
    from listlint.text import Span


T = TypeVar("T")


@dataclass(slots=True)
class Parts:
    """What an item says, part by part, were it an entry."""

    form: Form | None = None
    title: Part | None = None
    link: Link | None = None
    separator: Part | None = None
    summary: Part | None = None
    tail: Part | None = None
    fields: Sequence[Field] = ()
    label: str = ""
    """The field label the item opens with (`Paper:`), folded."""
    prose: bool = False
    """Whether it is a sentence rather than a titled thing."""
    broken: bool = False
    """Whether its link is none to CommonMark."""
    prefixed: bool = False
    """Whether words stand before the link that is its title."""
    named: bool = False
    """Whether the title was told by markup (link, bold, quotes) or by a separator, not just by being the whole text."""

    def add(self, *fields: Field) -> None:
        """More fields, behind the others."""
        for each in fields:
            self.fields = _with(self.fields, each)


_NOTHING: Final = Parts()


@dataclass(slots=True, eq=False)
class Draft:
    """A list item, table row, paragraph or heading that may be an entry."""

    container: Container
    start: int
    end: int
    marker: Span | None = None
    flows: Sequence[Flow] = ()
    """Its own paragraphs, in order; of a row its cells."""
    children: Sequence[Draft] = ()
    parent: Draft | None = None
    ordered: bool = False
    quoted: bool = False
    verbatim: bool = False
    group: int = 0
    """Start of the list, table or block it belongs to: items of one list share it."""
    header: tuple[str, ...] = ()
    """Of a row, the plain text of its table's header cells."""
    kind: Kind = Kind.NOTE
    parts: Parts = field(default_factory=Parts)
    head: Span | None = None
    """Where its text stands, once the flows are let go of; see `kinds.press`."""
    opens: Link | None = None
    """The link it opens with, as `head`."""
    links: tuple[Link, ...] | None = None
    """What `kinds` finds in `flows`; None before it's asked."""
    outside: tuple[Link, ...] | None = None
    """Those of them that lead to another address."""

    @property
    def view(self) -> str:
        """The view of its text; of a linked item that was pressed no more than a link."""
        return "".join([flow.view for flow in self.flows]) if self.head is None else LINK

    @property
    def flow(self) -> Flow | None:
        """Its first paragraph."""
        return self.flows[0] if self.flows else None

    def adopt(self, child: Draft) -> None:
        """Nests `child` in it, behind the others."""
        self.children = _with(self.children, child)

    def add(self, flow: Flow) -> None:
        """One more paragraph, behind the others."""
        self.flows = _with(self.flows, flow)

    def empty(self) -> None:
        """Lets go of what it holds: of a long list, drafts and what became of them don't fit side by side."""
        self.flows, self.children, self.parts, self.parent, self.opens, self.links, self.outside = (), (), _NOTHING, None, None, None, None


def _with(those: Sequence[T], one: T) -> Sequence[T]:
    """`those` and `one` behind them, a list that grows from two on: most items have one paragraph and nothing nested in them."""
    if not those:
        return (one,)
    grown = those if isinstance(those, list) else list(those)
    grown.append(one)
    return grown


@dataclass(frozen=True, slots=True)
class Head:
    """A heading: Markdown's, or HTML's where `flow` is None."""

    start: int
    end: int
    level: int
    title: str
    flow: Flow | None = None
    nested: bool = False
    """Whether it stands in a quote or an item, where it opens no section."""
    close: int | None = None
    """Where the section ends, where that isn't left to the next heading: the end of a fold."""
