"""Faults of sections, contents and text. Knows lists, nothing of how rules find a fault."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from listlint.edits import Edit
from listlint.model import Kind
from listlint.style.places import meets
from listlint.text import Span
from tests.planted_repairs.faults import Fault, inserted, replaced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.model import Item
    from tests.planted_repairs.faults import Planted

_SLIPS: Final = {
    "JavaScript": ("Javascript", "javascript", "JavaSript"),
    "GitHub": ("Github", "github", "GitHUB"),
    "TypeScript": ("Typescript", "typescript"),
    "Node.js": ("NodeJS", "Node.JS", "Nodejs", "NodeJs"),
    "macOS": ("MacOS", "Mac OS", "OSX"),
    "PostgreSQL": ("Postgresql", "PostgresSQL", "postgres"),
    "MySQL": ("Mysql", "MySql"),
    "iOS": ("IOS", "ios"),
    "Python": ("python",),
    "PyTorch": ("Pytorch", "pytorch"),
    "TensorFlow": ("Tensorflow", "tensorflow"),
    "Linux": ("linux",),
    "YouTube": ("Youtube", "youtube"),
    "LaTeX": ("Latex",),
    "WebSocket": ("Websocket", "websocket"),
    "Kubernetes": ("kubernetes",),
    "Docker": ("docker",),
    "jQuery": ("JQuery", "Jquery"),
    "GraphQL": ("GraphQl", "Graphql"),
    "MongoDB": ("MongoDb", "Mongodb"),
    "OpenAI": ("OpenAi",),
    "Redis": ("redis",),
    "Windows": ("windows",),
    "JSON": ("Json",),
    "HTML": ("Html",),
}
_NAMES: Final = re.compile(rf"(?<![\w./-])(?:{'|'.join(map(re.escape, _SLIPS))})(?![\w/-]|\.\w)")
_HAN_LATIN: Final = re.compile(r"(?<=[\u4e00-\u9fff]) (?=[A-Za-z])|(?<=[A-Za-z]) (?=[\u4e00-\u9fff])")
_HAN_TOUCH: Final = re.compile(r"(?<=[\u4e00-\u9fff])(?=[A-Za-z])|(?<=[A-Za-z])(?=[\u4e00-\u9fff])")
_HAN_SIGN: Final = re.compile(r"(?<=[\u4e00-\u9fff])[，。；：！？](?=[\u4e00-\u9fff]|$)")
_ASCII: Final = dict(zip("，。；：！？", ",.;:!?", strict=True))
_WORDS: Final = re.compile(r"(?<=[a-z]{3}) (?=[a-z]{3})")
_COMMA: Final = re.compile(r"(?<=[a-z]), (?=[a-z])")
_BRACKET: Final = re.compile(r"(?<=[a-z]) \((?=[a-z])")


def contents(lst: Planted) -> Iterator[Fault]:
    """A contents list that isn't what the headings are."""
    rows = [item for item in _rows(lst) if not item.children and item.links]
    for before, item in zip([None, *rows], rows, strict=False):
        link = item.links[0]
        line = lst.source.full_line_span(lst.source.line_of(item.span.start))
        if link.destination is None or link.label.of(lst.source.text) != link.text or len(link.text) < 5:
            continue
        yield Fault("no row", (Edit(line, ""),))
        yield replaced(link.destination, f"{link.url}s", "leads nowhere")
        yield replaced(link.destination, f"#{link.text.lower().replace(' ', '_')}x", "made up")
        yield replaced(link.label, f"{link.text[:2]}{link.text[3]}{link.text[2]}{link.text[4:]}", "misspelt")
        yield replaced(link.label, f"{link.text} Tools", "another name")
        yield inserted(line.end, line.of(lst.source.text).replace(link.text, "Bygone").replace(link.url, "#bygone"), "row too many")
        if before is not None and lst.source.line_of(before.span.start) + 1 == lst.source.line_of(item.span.start):
            text = lst.source.text
            yield Fault("swapped", (Edit(before.head, item.head.of(text)), Edit(item.head, before.head.of(text))))


def _rows(lst: Planted) -> Iterator[Item]:
    place = lst.style.contents
    for item in lst.document.items:
        if place is not None and place.value.span.contains(item.span) and item.kind is Kind.NAV:
            yield item


def dead_anchor(lst: Planted) -> Iterator[Fault]:
    """A link within the page, outside of the contents, that leads nowhere; or a heading renamed under the contents."""
    place = lst.style.contents
    for link in lst.document.links:
        if link.url.startswith("#") and link.destination is not None and link.kind == "inline":
            if place is None or not place.value.span.contains(link.span):
                yield replaced(link.destination, f"{link.url}-old", "beside the contents")
            else:
                yield replaced(link.destination, f"{link.url}-", "stale")
                yield replaced(
                    link.destination, link.url.replace("-", "--") if "-" in link.url else f"#-{link.url[1:]}", "of an emoji that went"
                )


def headings(lst: Planted) -> Iterator[Fault]:
    """Empty, repeated and misshapen headings."""
    for section in lst.document.all_sections:
        if section.heading is None or section.level < 2 or not section.items or section.meta is not None:
            continue
        text = section.heading.of(lst.source.text)
        if not text.startswith("#") or "\n" in text or meets(section.heading, lst.document.guarded):
            continue
        marks = "#" * section.level
        yield inserted(section.heading.start, f"{text}\n\n", "twice, the first empty")
        yield inserted(section.span.end, f"\n{text}\n\n- [New one](https://new-one.example/) - A new one.\n\n", "once more below")
        yield inserted(section.heading.start, f"{marks} Fresh topic\n\n", "nothing below")
        yield inserted(section.heading.start, f"{marks}\n\n", "no words")
        yield replaced(section.heading, f"{text}:", "colon")
        yield replaced(section.heading, text.replace(f"{marks} ", marks), "no blank")
        yield replaced(section.heading, text.replace(f"{marks} ", f"{marks}  "), "two blanks")
        if section.level < 5:
            yield replaced(section.heading, f"##{text}", "two levels deeper")


def trailing_space(lst: Planted) -> Iterator[Fault]:
    """Blanks at a line's end."""
    for item in lst.entries:
        end = lst.source.line_span(lst.source.line_of(item.head.end)).end
        yield inserted(end, " ", "one")
        yield inserted(end, "  ", "two")
        yield inserted(end, "\t", "tab")
    for section in lst.document.all_sections:
        if section.heading is not None and section.level > 1:
            yield inserted(lst.source.line_span(lst.source.line_of(section.heading.start)).end, " ", "behind a heading")


def blank_line(lst: Planted) -> Iterator[Fault]:
    """A blank line too many or too few."""
    text = lst.source.text
    for section in lst.document.all_sections:
        if section.heading is None or section.level < 2 or meets(section.heading, lst.document.guarded):
            continue
        start = section.heading.start
        after = lst.source.full_line_span(lst.source.line_of(section.heading.end)).end
        yield inserted(start, "\n", "too many before a heading")
        if section.items and text[after : after + 1] == "\n":
            yield replaced(Span(after, after + 1), "", "none behind a heading")
            yield inserted(after, "\n", "too many behind a heading")
        if text[start - 2 : start] == "\n\n" and text[start - 3 : start - 2] != "\n":
            yield replaced(Span(start - 1, start), "", "none before a heading")
    for before, item in zip(lst.entries, lst.entries[1:], strict=False):
        if lst.source.line_of(before.span.end) + 1 == lst.source.line_of(item.span.start):
            yield inserted(lst.source.line_span(lst.source.line_of(item.span.start)).start, "\n", "between entries")


def inner_space(lst: Planted) -> Iterator[Fault]:
    """A doubled or missing blank inside a line."""
    for item in lst.entries:
        if item.summary is None or item.separator is None or item.marker is None:
            continue
        shown = item.summary.span.of(lst.source.text)
        start = item.summary.span.start
        for pattern, variants in (
            (_WORDS, (("doubled", "  "),)),
            (_COMMA, (("none behind a comma", ","), ("before a comma", " , "))),
            (_BRACKET, (("none before a bracket", "("), ("inside a bracket", " ( "))),
        ):
            for found in list(pattern.finditer(shown))[:1]:
                span = Span(start + found.start(), start + found.end())
                if not meets(span, lst.document.opaque) and not any(link.span.overlaps(span) for link in lst.document.links):
                    yield from (replaced(span, other, variant) for variant, other in variants)
        yield inserted(item.separator.span.end, " ", "behind the separator")
        yield inserted(item.separator.span.start, " ", "before the separator")
        yield inserted(item.marker.end, " ", "behind the marker")


def product_name(lst: Planted) -> Iterator[Fault]:
    """A product spelt as its makers don't."""
    for item in lst.entries:
        if item.summary is None:
            continue
        for found in list(_NAMES.finditer(item.summary.span.of(lst.source.text)))[:1]:
            span = Span(item.summary.span.start + found.start(), item.summary.span.start + found.end())
            if meets(span, lst.document.opaque) or any(link.span.overlaps(span) for link in lst.document.links):
                continue
            yield from (replaced(span, slip, f"{found[0]} as {slip}") for slip in _SLIPS[found[0]])


def chinese(lst: Planted) -> Iterator[Fault]:
    """Punctuation and spacing in Chinese."""
    for item in lst.document.entries:
        if item.summary is None or meets(item.span, lst.document.guarded):
            continue
        shown = item.summary.span.of(lst.source.text)
        for pattern in (_HAN_LATIN, _HAN_TOUCH, _HAN_SIGN):
            for found in list(pattern.finditer(shown))[:1]:
                span = Span(item.summary.span.start + found.start(), item.summary.span.start + found.end())
                if meets(span, lst.document.opaque) or any(link.span.overlaps(span) for link in lst.document.links):
                    continue
                if pattern is _HAN_SIGN:
                    yield replaced(span, _ASCII[found[0]], "ASCII sign")
                    yield replaced(span, f"{_ASCII[found[0]]} ", "ASCII sign and blank")
                    yield replaced(span, found[0] * 2, "doubled sign")
                elif _keeps(lst, spaced=pattern is _HAN_LATIN):
                    yield replaced(span, "" if pattern is _HAN_LATIN else " ", "no blank" if pattern is _HAN_LATIN else "blank")


def _keeps(lst: Planted, *, spaced: bool) -> bool:
    """Whether the list mostly has it so."""
    counts = [len(pattern.findall(lst.source.text)) for pattern in (_HAN_LATIN, _HAN_TOUCH)]
    most = counts[0] if spaced else counts[1]
    return most >= 4 * (sum(counts) - most) and most >= 20
