"""The few things a list says in HTML: anchors, images, headings, ids, folds. A scanner of tags, not an HTML parser.

Knows nothing of Markdown. Whatever stands in a comment is invisible. Linear in the length of the text.
"""

from __future__ import annotations

import html
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

from listlint.records import dataclass
from listlint.regex import lazy
from listlint.text import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_TAG: Final = lazy(r"<(/?)([A-Za-z][A-Za-z0-9-]*)(?=[\s/>])")
_ID: Final = lazy(r"(?i)(?:id|name)\s*=")
_FOLD: Final = lazy(r"(?i)</?(?:details|summary)")
_ATTRIBUTE: Final = lazy(
    r"""[\s/]*+([^\s"'<>/=]++)(?:\s*+=\s*+(?:"\s*+([^"]*+)"|'\s*+([^']*+)'|([^\s"'<>`]+)))?""",
)
"""A name, then a value in double, single or no quotes."""
_TAG_END: Final = lazy(r"[\s/]*+>")
_ENTITY: Final = lazy(r"&(?:#[0-9]{1,7}|#[Xx][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_APART: Final = frozenset(
    {"br", "hr", "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "table", "tr", "td", "th", "summary", "details", *_HEADINGS}
)
"""Tags that part words where no blank does."""

DetailsKind = Literal["open", "close", "summary"]


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag as written."""

    span: Span
    name: str
    """Lower case."""
    closing: bool
    attributes: tuple[tuple[str, Span, str], ...] = ()
    """Name in lower case, span of the value without its quotes, decoded value; the first of a name counts."""

    def get(self, name: str) -> tuple[Span, str] | None:
        """Where the value of attribute `name` stands and what it says."""
        return next(((span, value) for key, span, value in self.attributes if key == name), None)


@dataclass(frozen=True, slots=True)
class Anchor:
    """`<a href="url">label</a>`; the span is the opening tag's where the element isn't closed."""

    span: Span
    destination: Span
    url: str
    label: Span
    label_text: str


@dataclass(frozen=True, slots=True)
class Image:
    """`<img src="url" alt="text">`."""

    span: Span
    source: Span
    url: str
    alt: str


@dataclass(frozen=True, slots=True)
class Heading:
    """`<h1>` to `<h6>`, closed."""

    level: int
    span: Span
    title: str


@dataclass(frozen=True, slots=True)
class Fold:
    """A tag of `<details>`, or a whole `<summary>`, whose `text` is plain."""

    kind: DetailsKind
    span: Span
    text: str = ""


def comments(text: str, start: int, end: int) -> Iterator[Span]:
    """The `<!-- comments -->` that begin in `[start, end)`; one that isn't closed reaches `end`."""
    while (opening := text.find("<!--", start, end)) >= 0:
        close = text.find("-->", opening + 2, end)
        start = close + 3 if close >= 0 else end
        yield Span(opening, start)


@lru_cache(maxsize=4)
def tags(text: str, start: int, end: int) -> tuple[Tag, ...]:
    """The tags in `[start, end)`, comments left out; links, images, ids and folds are sought in the same piece one after the other."""
    hidden = list(comments(text, start, end))
    found: list[Tag] = []
    for at, until in zip([start, *(span.end for span in hidden)], [*(span.start for span in hidden), end], strict=True):
        found += _tags(text, at, until)
    return tuple(found)


def _tags(text: str, at: int, end: int) -> Iterator[Tag]:
    while (match := _TAG.search(text, at, end)) is not None:
        at = match.end()
        attributes: dict[str, tuple[str, Span, str]] = {}
        while (attribute := _ATTRIBUTE.match(text, at, end)) is not None:
            at = attribute.end()
            name = attribute[1].lower()
            attributes.setdefault(name, (name, *_value(text, attribute)))
        if (close := _TAG_END.match(text, at, end)) is not None:
            at = close.end()
            yield Tag(Span(match.start(), at), match[2].lower(), match[1] == "/", tuple(attributes.values()))


def _value(text: str, attribute: re.Match[str]) -> tuple[Span, str]:
    """Where the attribute's value stands, white space around it left out, and what it says; empty where it has none."""
    group = attribute.lastindex or 1
    if group == 1:
        return Span(attribute.end(), attribute.end()), ""
    start = attribute.start(group)
    span = Span(start, start + len(attribute[group].rstrip()))
    return span, decoded(span.of(text))


def _elements(text: str, start: int, end: int, names: frozenset[str]) -> Iterator[tuple[Tag, Tag | None]]:
    """Opening tags of `names` with their closing ones; an element that opens again before it closes isn't closed."""
    opened: Tag | None = None
    for tag in tags(text, start, end):
        if tag.name not in names:
            continue
        if opened is not None:
            yield opened, tag if tag.closing and tag.name == opened.name else None
        opened = None if tag.closing else tag
    if opened is not None:
        yield opened, None


def anchors(text: str, start: int, end: int) -> Iterator[Anchor]:
    """The `<a>` elements with a destination that begin in `[start, end)`."""
    for opening, closing in _elements(text, start, end, frozenset({"a"})):
        if (href := opening.get("href")) is None:
            continue
        label = Span(opening.span.end, closing.span.start if closing else opening.span.end)
        span = Span(opening.span.start, closing.span.end if closing else opening.span.end)
        yield Anchor(span, href[0], href[1], label, plain(label.of(text)))


def images(text: str, start: int, end: int) -> Iterator[Image]:
    """The `<img>` tags with a source in `[start, end)`."""
    if "<img" not in text[start:end].lower():
        return
    for tag in tags(text, start, end):
        if tag.name == "img" and not tag.closing and (src := tag.get("src")) is not None:
            alt = tag.get("alt")
            yield Image(tag.span, src[0], src[1], alt[1] if alt else "")


def headings(text: str, start: int, end: int) -> Iterator[Heading]:
    """The `<h1>` to `<h6>` elements in `[start, end)`; one that isn't closed is none."""
    for opening, closing in _elements(text, start, end, frozenset(_HEADINGS)):
        if closing is not None:
            title = plain(text[opening.span.end : closing.span.start])
            yield Heading(_HEADINGS[opening.name], Span(opening.span.start, closing.span.end), title)


def ids(text: str, start: int, end: int) -> Iterator[str]:
    """The values of `id` and `name` on any tag in `[start, end)`: what `#fragment` may lead to."""
    if _ID.search(text, start, end) is None:
        return
    for tag in tags(text, start, end):
        yield from (value for key, _, value in tag.attributes if key in {"id", "name"} and value)


def details(text: str, start: int, end: int) -> Iterator[Fold]:
    """The `<details>`, `</details>` and whole `<summary>` elements in `[start, end)`, in order."""
    if _FOLD.search(text, start, end) is None:
        return
    opened: Tag | None = None
    for tag in tags(text, start, end):
        if tag.name == "details":
            yield Fold("close" if tag.closing else "open", tag.span)
            opened = None
        elif tag.name == "summary" and not tag.closing:
            opened = tag
        elif tag.name == "summary" and opened is not None:
            yield Fold("summary", Span(opened.span.start, tag.span.end), plain(text[opened.span.end : tag.span.start]))
            opened = None


def plain(markup: str) -> str:
    """`markup` as a reader sees it: tags and comments out, entities decoded, white space collapsed."""
    gaps = [(span, "") for span in comments(markup, 0, len(markup))]
    gaps += [(tag.span, " " if tag.name in _APART else "") for tag in tags(markup, 0, len(markup))]
    pieces: list[str] = []
    at = 0
    for span, blank in sorted(gaps):
        pieces += (markup[at : span.start], blank)
        at = span.end
    pieces.append(markup[at:])
    return " ".join(decoded("".join(pieces)).split())


def decoded(markup: str) -> str:
    """`markup` with its entities decoded; one without a semicolon isn't one: URLs are full of `&copy=`."""
    return _ENTITY.sub(lambda match: html.unescape(match[0]), markup) if "&" in markup else markup
