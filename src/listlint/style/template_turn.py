"""Turns a title beside its link into one that is linked, and back, by edits around verbatim slices. Knows one entry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from listlint.edits import Edit, Rewrite
from listlint.records import dataclass
from listlint.style.markup import destination, label_escapes
from listlint.text import Span

if TYPE_CHECKING:
    from listlint.model import Item, Link
    from listlint.style.template import Template

_MARKS: Final = {"*": "*", "_": "_", "`": "`", '"': '"', "“": "”", "「": "」", "《": "》"}
_STOPS: Final = ".,:;。，：；!?！？"
_JOINTS: Final = frozenset(" \t,，、:：;；-–—|｜·.")
_BRACKETS: Final = {"[": "]", "(": ")", "（": "）", "【": "】"}
_ROW: Final = "/|,，、&+·"
_WORDS: Final = """paper pdf abs abstract arxiv doi openreview html preprint link url web website homepage page project code github repo
repository blog post article book docs 论文 原文 文章 链接 网址 主页 官网 项目 代码 論文 リンク サイト コード статья ссылка
    код 논문 링크 코드"""
_KINDS: Final = frozenset(_WORDS.split())
"""Labels that only say what kind of thing a link leads to: no word of the entry is lost with one."""


@dataclass(frozen=True, slots=True)
class Label:
    """A title with the marks around it: `[start, end)` holds them, `text` doesn't."""

    start: int
    text: Span
    end: int
    opening: str
    closing: str


@dataclass(frozen=True, slots=True)
class Turned:
    """The edits that link a title or unlink it, and where the head ends in the old text."""

    message: str
    edits: tuple[Edit, ...]
    end: int
    rewrites: tuple[Rewrite, ...] = ()
    drops: tuple[Span, ...] = ()
    gone: tuple[Span, ...] = ()
    """Links that stand elsewhere afterwards."""


def in_link(text: str, label: Span) -> Label:
    """The title that a link's label holds, whole, without the marks around all of it."""
    start, end = label.start, label.end
    while end - start > 2 and _MARKS.get(text[start]) == text[end - 1]:  # noqa: PLR2004 - more than the pair
        start, end = start + 1, end - 1
    return Label(label.start, Span(start, end), label.end, text[label.start : start], text[end : label.end])


def beside_link(text: str, title: Span, within: Span) -> Label:
    """The title that stands in running text with its marks; a final stop before the closing marks is part of it."""
    stop = title.end
    while stop < within.end and text[stop] in _STOPS:
        stop += 1
    for last in (title.end, stop):
        start, end = title.start, last
        while start > within.start and end < within.end and _MARKS.get(text[start - 1]) == text[end]:
            start, end = start - 1, end + 1
        if end > last:
            return Label(start, Span(title.start, last), end, text[start : title.start], text[last:end])
    return Label(title.start, title, title.end, "", "")


def turn(text: str, item: Item, template: Template) -> Turned | str:
    """The edits that make of the entry's title what `template` has; a string says why that isn't certain."""
    title, link = item.title, item.link
    if title is None or link is None:
        return "has no title with a link"
    if any(newline in title.span.of(text) for newline in "\n\r"):
        return "has a line break in its title"
    if not template.linked:
        return _unlink(text, title.span, link, template)
    around = beside_link(text, title.span, item.head)
    if any(Span(around.start, around.end).overlaps(other.span) for other in item.links):
        return "has a link in its title"
    if link.kind in {"bare", "autolink"}:
        return _link_beside(text, around, link, template)
    return _link_behind(text, item, around, link, template)


def _label_edits(text: str, around: Label, template: Template) -> tuple[Edit, ...] | None:
    """The opening bracket and the escapes within the label; None where it can't be one."""
    escapes = label_escapes(around.text.of(text))
    if escapes is None:
        return None
    first = "\\" if 0 in escapes else ""
    inside = (Edit(Span(at, at), "\\") for at in (around.text.start + escape for escape in escapes if escape))
    return (Edit(Span(around.start, around.text.start), f"[{template.title.opening}{first}"), *inside)


def _link_beside(text: str, around: Label, link: Link, template: Template) -> Turned | str:
    """`title, URL` as `[title](URL)`: the URL stays where it stands."""
    at, url = link.destination, destination(link.url)
    gap = text[around.end : link.span.start]
    edits = _label_edits(text, around, template)
    if edits is None or at is None or url is None or not text.startswith(link.url, at.start):
        return "has a title or an address that can't be written as a link unchanged"
    if not _JOINTS.issuperset(gap) or not gap:
        return "has other text between title and address"
    end = at.start + len(link.url)
    close = Span(end, link.span.end if link.kind == "autolink" else end)
    angle = url != link.url
    edits += (
        Edit(Span(around.text.end, at.start), f"{template.title.closing}]({'<' * angle}"),
        Edit(close, f"{'>' * angle})"),
    )
    swallowed = link.rendered.removeprefix(link.url)
    rewrites = (Rewrite(link.rendered, link.url, swallowed),) if link.rendered != link.url else ()
    return Turned("its title beside its address, expected [title](URL)", edits, max(close.end, end), rewrites, (), (link.span,))


def _link_behind(text: str, item: Item, around: Label, link: Link, template: Template) -> Turned | str:
    """`**title** ... [[paper](URL)]` as `[title](URL) ...`: the label goes, its words declared."""
    edits = _label_edits(text, around, template)
    if link.kind != "inline" or not text.startswith("](", link.label.end):
        return "has a reference for a link"
    if any(char.isalnum() for char in link.text) and link.text.strip("[]() ").casefold() not in _KINDS:
        return "has words of its own for its link's label"
    if edits is None or link.image:
        return "has a title or a label that can't be written as a link unchanged"
    whole = outer(text, link.span)
    start = whole.start
    while start > around.end and text[start - 1] in " \t\u00a0":
        start -= 1
    if whole.start > 0 and text[whole.start - 1] in _BRACKETS:
        return "has its link in brackets with others"
    if any(_in_a_row(text, whole, other.span) for other in item.links if other is not link):
        return "has its link in a row with others"
    target = text[link.label.end + 2 : link.span.end - 1]
    gap = text[around.end : start]
    if gap and _JOINTS.issuperset(gap):
        start = around.end
    if start == around.end:
        edits += (Edit(Span(around.text.end, whole.end), f"{template.title.closing}]({target})"),)
    else:
        edits += (Edit(Span(around.text.end, around.end), f"{template.title.closing}]({target})"), Edit(Span(start, whole.end), ""))
    end = whole.end if start == around.end else around.end
    message = f'its link apart from its title: "{whole.of(text)}", expected [title](URL)'
    return Turned(message, edits, end, (Rewrite(None, link.rendered),), (whole,), (link.span,))


def _in_a_row(text: str, one: Span, other: Span) -> bool:
    """Whether nothing but joints parts two links: `[a](u) / [b](u)`."""
    between = text[one.end : other.start] if one.end <= other.start else text[other.end : one.start]
    return bool(between.strip(" \t")) and not between.strip(f" \t[](){_ROW}") and any(char in between for char in _ROW)


def outer(text: str, span: Span) -> Span:
    """`span` with the brackets that hold nothing else."""
    while span.start > 0 and span.end < len(text) and _BRACKETS.get(text[span.start - 1]) == text[span.end]:
        span = Span(span.start - 1, span.end + 1)
    return span


def _unlink(text: str, title: Span, link: Link, template: Template) -> Turned | str:
    """`[title](URL)` as `**title** URL`."""
    chunk = template.chunk("url")
    if chunk is None or link.kind != "inline" or link.destination is None:
        return "has a reference for a link"
    if chunk.label is not None:
        return f'has no label "{chunk.label}" for its link, and a template adds no words'
    if template.rest[0] is not chunk:
        return "has its address at the title, the template has it elsewhere"
    around = in_link(text, link.label)
    if not around.text.contains(title) or "\\" in around.text.of(text):
        return "has more than its title in the link"
    if destination(link.url) != link.url or link.rendered != link.url or link.destination.end + 1 != link.span.end:
        return "has an address that can't stand bare"
    wanted = template.title
    edits = (
        Edit(Span(link.span.start, around.text.start), wanted.opening),
        Edit(Span(around.text.end, link.destination.start), f"{wanted.closing}{chunk.joint}{chunk.opening}"),
        Edit(Span(link.destination.end, link.span.end), chunk.closing),
    )
    return Turned("a linked title, expected it beside its address", edits, link.span.end, (), (), (link.span,))
