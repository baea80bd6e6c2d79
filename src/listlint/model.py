"""What a list is made of: sections, items (entries among them), links, and the exact place of each part.

Made whole by `parse`, never changed. Every span counts code points of the source text; every `text` is plain text as a
reader sees it (markup out, entities decoded, white space collapsed). Knows nothing of files, style or rules.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from listlint.records import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.text import Source, Span

LinkKind = Literal["inline", "reference", "autolink", "bare", "html"]
"""`[t](u)`, `[t][r]`, `<u>`, a bare URL, `<a href="u">`."""

BlockKind = Literal["heading", "list", "table", "paragraph", "quote", "code", "html", "rule", "definition", "footnote", "metadata"]

MetaKind = Literal["contents", "contributing", "licence", "news", "about", "sponsors"]
"""What a section that holds no entries of the list is for."""


class Kind(StrEnum):
    """What an item is: one curated thing, a topic over items, a remark, navigation, or nothing at all."""

    ENTRY = "entry"
    GROUP = "group"
    NOTE = "note"
    NAV = "nav"
    EMPTY = "empty"


class Form(StrEnum):
    """How an entry is written."""

    LINK_FIRST = "link-first"
    TITLE_THEN_URL = "title-then-url"
    TITLE_THEN_LINKS = "title-then-links"
    URL_FIRST = "url-first"
    TABLE_ROW = "table-row"
    HEADING = "heading"
    UNLINKED = "unlinked"
    HTML = "html"


class Container(StrEnum):
    """The Markdown that holds an item."""

    LIST_ITEM = "list-item"
    TABLE_ROW = "table-row"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class Link:
    """One hyperlink. `span` is the whole construct, brackets and all."""

    kind: LinkKind
    span: Span
    label: Span
    """What stands in the brackets; of an autolink or a bare URL, the URL itself."""
    destination: Span | None
    """Where the URL stands in this link; None for a reference link, whose URL stands in its definition."""
    url: str
    """The destination as written and as meant: a bare URL without the text GitHub glues to it."""
    rendered: str
    """The destination as GitHub renders it before percent-encoding: escapes and entities decoded, glued text included."""
    text: str
    """The label as a reader sees it."""
    image: bool = False
    """Whether an image is all there is in the label (a badge)."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of an item: where it stands, and what a reader reads there."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Field:
    """A named bit of an entry: authors, venue, year, date, licence, language, badge, tag, code, note."""

    name: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """A list item, table row, paragraph or heading, as it was read; an entry where `kind` says so."""

    kind: Kind
    container: Container
    span: Span
    """The whole block, marker and children included, up to the end of its last line's text (no newline)."""
    head: Span
    """Its own text: without marker, without nested lists and later blocks, without white space around."""
    marker: Span | None = None
    """From the bullet or number to the first code point of the text; of `- - x` and `* - [ ] x` all of it."""
    form: Form | None = None
    """How it is written; None unless it's an entry."""
    title: Part | None = None
    link: Link | None = None
    """The main link."""
    links: tuple[Link, ...] = ()
    """All hyperlinks of the item itself, nested items apart, in order; badges and images are none."""
    separator: Part | None = None
    """What stands between title or link and summary, white space around it included; `text` is as written. Also where
    nothing follows it (`[t](u),`)."""
    summary: Part | None = None
    """From its first to its last code point; trailing fields and stray punctuation are outside."""
    tail: Part | None = None
    """Stray punctuation after the last part: a lone `|`, a separator with nothing behind it is `separator` instead."""
    fields: tuple[Field, ...] = ()
    children: tuple[Item, ...] = ()
    """Items nested in this one: notes, entries, groups."""
    verbatim: bool = False
    """Read and listed, but not with certainty: never judged by entry rules, never rewritten."""

    def walk(self) -> Iterator[Item]:
        """This item, then everything nested in it, in document order."""
        todo = [self]
        while todo:
            item = todo.pop()
            yield item
            todo += reversed(item.children)


@dataclass(frozen=True, slots=True)
class Block:
    """A block at the top level of the document, with the spans of all of them disjoint and in order."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what follows it up to the next heading of its level or above.

    The implicit first section has level 0, no heading and an empty title.
    """

    level: int
    title: str
    heading: Span | None
    """The heading's lines, without the newline."""
    slug: str
    """The anchor GitHub gives it, numbered where it repeats; empty for the implicit one."""
    span: Span
    """From its heading to the end of its last subsection."""
    blocks: tuple[Block, ...] = ()
    """Its own blocks in order, heading and subsections left out."""
    items: tuple[Item, ...] = ()
    """Its own items at the outermost level, in order; those of subsections are theirs."""
    sections: tuple[Section, ...] = ()
    meta: MetaKind | None = None

    def walk(self) -> Iterator[Section]:
        """This section, then its subsections, in document order."""
        todo = [self]
        while todo:
            section = todo.pop()
            yield section
            todo += reversed(section.sections)


@dataclass(frozen=True, slots=True)
class Definition:
    """A link definition `[label]: url "title"`."""

    label: str
    span: Span
    destination: Span
    url: str


@dataclass(frozen=True, slots=True)
class Directive:
    """A comment that speaks to listlint: `<!-- listlint: ignore[LL102] reason -->`."""

    span: Span
    action: str
    """As written: `ignore`, `ignore-next`, `disable`, `enable`, `ignore-file`."""
    rules: tuple[Part, ...]
    """The codes or names in the brackets; none: every rule."""
    reason: str = ""
    foreign: bool = False
    """Whether it speaks to remark-lint, and so to awesome-lint, in their words: `<!--lint disable awesome-list-item-->`."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A file of the repository that a list stands in."""

    path: str
    """From the repository's root, with slashes."""
    text: str | None = None
    """What it says; None where nobody asked for it."""


@dataclass(frozen=True, slots=True)
class Repository:
    """What stands around a list that was read from a file."""

    path: str
    """Where the list stands, from the repository's root, with slashes; its bare name where no repository holds it."""
    held: bool = True
    """Whether a repository holds it; else no more is known than its name."""
    files: tuple[Neighbour, ...] = ()
    """The files in the root, in `.github` and in `docs`, where GitHub looks for them, in the order it prefers."""
    remote: str | None = None
    """Where it's published: `github.com/owner/name`, in lower case."""

    @property
    def is_front(self) -> bool:
        """Whether the list is a readme that the repository shows on its front page."""
        return self.held and self.path in (file.path for file in self.find("readme"))

    def find(self, stem: str) -> tuple[Neighbour, ...]:
        """The files called `stem`, whatever their suffix; case, `_` and `-` are alike."""
        return tuple(file for file in self.files if _stem(file.path) == stem)


def _stem(path: str) -> str:
    return path.rpartition("/")[2].partition(".")[0].lower().replace("_", "-").replace(" ", "-")


@dataclass(frozen=True)
class Document:
    """One list, whole."""

    source: Source
    sections: tuple[Section, ...]
    """The outermost sections in order; the first is the implicit one where anything stands before a heading."""
    blocks: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()
    """Every hyperlink in document order, wherever it stands (items, prose, headings, tables); HTML ones too."""
    images: tuple[Link, ...] = ()
    """Every image; its `url` is the image's source."""
    definitions: tuple[Definition, ...] = ()
    directives: tuple[Directive, ...] = ()
    opaque: tuple[Span, ...] = ()
    """Code, HTML, comments, link definitions, metadata: bytes no fix may change, in order, blocks and inlines."""
    breaks: tuple[Span, ...] = ()
    """Hard line breaks made with two or more blanks: white space that means something."""
    anchors: frozenset[str] = field(default_factory=frozenset)
    """Every id an in-page link may lead to: heading slugs, `id` and `name` attributes."""
    guarded: tuple[Span, ...] = ()
    """Tables and `<details>`, outermost, in order: only a rule that says so (`Rule.everywhere`) repairs anything in them."""
    repository: Repository | None = None
    """What stands around it; None for a text that comes from no file, or where no rule asked (`Rule.local`)."""

    @property
    def text(self) -> str:
        """The source text."""
        return self.source.text

    @cached_property
    def all_sections(self) -> tuple[Section, ...]:
        """Every section at every level, in document order."""
        return tuple(section for top in self.sections for section in top.walk())

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Every item at every level, in document order."""
        found = (item for section in self.all_sections for top in section.items for item in top.walk())
        return tuple(sorted(found, key=lambda item: item.span.start))  # a section may go on after a subsection in a fold

    @cached_property
    def entries(self) -> tuple[Item, ...]:
        """Every entry that was read with certainty, in document order."""
        return tuple(item for item in self.items if item.kind is Kind.ENTRY and not item.verbatim)
