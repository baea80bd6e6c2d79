"""One paragraph of an item, part by part: title, main link, separator, summary, fields. Knows no other items."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from listlint.model import Form, Link, Part
from listlint.parse import labels, meta_text, vocabulary
from listlint.parse.drafts import Parts
from listlint.parse.inlines import LINK, Flow, joined, visible
from listlint.parse.openings import BROKEN, field, opening
from listlint.parse.tails import has_words, read_tail
from listlint.parse.titles import QUOTES, lead_title, open_bracket, quoted_title, skip_ornaments, split_name, strong_title, trim
from listlint.regex import lazy
from listlint.text import Span

if TYPE_CHECKING:
    from listlint.parse.inlines import Mark, Piece

_BROKEN_LABEL: Final = lazy(r"\s*\[{1,2}([^\[\]]{1,30})\]{1,2}\s*\Z")
_PREFIX: Final = lazy(r"(.{1,80}?)\s*(?:[-–—|]|[:：])\s*\Z", re.DOTALL)
_PADDING: Final = QUOTES + "[](){}（）【】*_ \t\n"
_MAX_PREFIX_WORDS: Final = 6
_MAX_LEAD_WORDS: Final = 3
_BRACKET_REACH: Final = 60
_MIN_STRONG_WORDS: Final = 3


def read(flow: Flow, start: int = 0) -> Parts:  # noqa: C901, PLR0911 - a decision list
    """The parts of `flow` from view index `start`, were it an entry."""
    parts = Parts()
    at = opening(flow, parts, start)
    view = flow.view
    if (broken := BROKEN.match(view, at)) is not None:
        return _broken(flow, broken, parts)
    first = view.find(LINK, at)
    if first < 0:
        return _unlinked(flow, at, parts)
    lead = view[at:first].strip(_PADDING)
    piece = flow.piece(first)
    labelled = _is_labelled(flow, first)
    if not has_words(lead):
        return _opens_with_link(flow, first, parts)
    if labelled and (cited := _quoted_within(flow, at, first)) is not None:
        return _reference(flow, at, cited, parts)
    mark = strong_title(flow, at, first)
    if mark is not None and (named := _quoted_after(flow, mark, first)) is not None:
        return _title_then_links(flow, *named, parts, after=named[1] + 1)
    if mark is not None and _is_strong_title(flow, at, mark.first, mark.last):
        return _title_then_links(flow, mark.first, mark.last, parts)
    if (quoted := quoted_title(view, at, first)) is not None:
        return _title_then_links(flow, *quoted, parts, after=quoted[1] + 1)
    if labelled or piece.link is None:
        parts.prose = _points_away(flow, at, first)
        end = _bracket_start(view, at, first)
        if _is_bare(piece) and (cut := _BROKEN_LABEL.search(view, max(at, end - _BRACKET_REACH), end)) is not None:
            parts.broken = labels.is_label(cut[1])  # `Title [[pdf]] (https://...)`
            end = cut.start() if parts.broken else end
        if (cited := meta_text.citation(view[at:end])) is not None:
            field(flow, parts, "authors", at, at + cited[0])
            at, parts.prose = at + cited[1], False
        end = lead_title(flow, at, end)
        parts.named = _is_bare(piece)
        return _title_then_links(flow, at, end, parts)
    return _text_then_link(flow, at, first, parts)


def _is_bare(piece: Piece) -> bool:
    return piece.link is not None and (piece.link.kind in {"bare", "autolink"})


def _is_labelled(flow: Flow, at: int) -> bool:
    """Whether the link at `at` is only a label: by its words, or by the brackets it stands in."""
    link = flow.piece(at).link
    if link is None:
        return False
    return labels.is_label(link.text) or _is_bracketed(flow, at)


def _points_away(flow: Flow, at: int, first: int) -> bool:
    """Whether the link at `first` is a word of the sentence before it: `see [here](u)`, `code is at [GitHub](u)`."""
    link = flow.piece(first).link
    if link is None or _is_bracketed(flow, first):
        return False
    words = flow.view[at:first].split()
    return labels.is_pointer(link.text) or words[-1].casefold() in vocabulary.JOINTS


def _is_bracketed(flow: Flow, at: int) -> bool:
    """Whether a bracket that opened a little before the link still is open there."""
    near = flow.view[max(0, at - _BRACKET_REACH) : at]
    return bool(near) and open_bracket(near, 0, len(near)) < len(near)


def _bracket_start(view: str, at: int, first: int) -> int:
    while first > at and (view[first - 1].isspace() or view[first - 1] in "[(（【"):
        first -= 1
    return first


def _is_strong_title(flow: Flow, at: int, first: int, last: int) -> bool:
    """Whether the bold stretch is the title: it opens the text, or follows a short name and is longer."""
    if skip_ornaments(flow.view, at, len(flow.view)) >= first or not has_words(flow.view[at:first]):
        return True
    before, text = flow.plain(at, first).split(), flow.plain(first, last).split()
    return len(text) >= _MIN_STRONG_WORDS and len(before) <= _MAX_PREFIX_WORDS


def _quoted_after(flow: Flow, mark: Mark, last: int) -> tuple[int, int] | None:
    """The quoted title behind a short bold name: `**Name**: "Title of the work"`."""
    at = mark.last
    while at < last and (flow.view[at].isspace() or flow.view[at] in ":：,-–—"):
        at += 1
    quoted = quoted_title(flow.view, at, last)
    return quoted if quoted is not None and len(flow.plain(*quoted).split()) >= _MIN_STRONG_WORDS else None


def _quoted_within(flow: Flow, first: int, last: int) -> tuple[int, int] | None:
    """The quoted title behind its authors: `A. Author, B. Author: "Title of the work"`."""
    opener = next((at for at in range(first, last) if flow.view[at] in '"“«「《'), None)
    if opener is None:
        return None
    before = flow.plain(first, opener)
    if meta_text.kind(before) != "authors" and not (before[-1:] in ",." and meta_text.are_mostly_names(before)):
        return None
    return quoted_title(flow.view, opener, last)


def _part(flow: Flow, first: int, last: int) -> Part | None:
    first, last = trim(flow.view, first, last)
    return Part(flow.source(first, last, inner=True), flow.plain(first, last)) if first < last else None


def link_title(text: str, piece: Piece) -> Part | None:
    """The title that a link's label is; `text` is the source."""
    if piece.link is None:
        return None
    if piece.link.kind == "html":
        return Part(piece.link.label, piece.link.text) if piece.link.text else None
    if piece.link.kind == "bare":
        return None
    if piece.label is not None:
        return _part(piece.label, 0, len(piece.label.view))
    start, end = piece.link.label.start, piece.link.label.end
    first, last = trim(visible(text[start:end]), 0, end - start)
    if first >= last:
        return None
    title = joined(text[start + first : start + last])
    span = piece.link.label if last - first == end - start else Span(start + first, start + last)
    return Part(span, piece.link.text if title == piece.link.text else title)  # one object for both, as a rule


def _finish(flow: Flow, start: int, parts: Parts, *, linked: bool) -> Parts:
    tail = read_tail(flow, start, linked=linked)
    parts.separator, parts.tail = tail.separator, tail.stray
    parts.add(*tail.fields)
    parts.broken = parts.broken or tail.broken
    if tail.summary is not None:
        parts.summary = Part(flow.source(*tail.summary), flow.plain(*tail.summary))
    return parts


def _opens_with_link(flow: Flow, first: int, parts: Parts) -> Parts:
    """A link with nothing before it; where it is only a label, the name may follow it."""
    piece = flow.piece(first)
    if piece.link is None:
        return parts
    if _is_labelled(flow, first) or _is_bare(piece):
        mark = strong_title(flow, first, len(flow.view))
        if mark is not None and not has_words(flow.view[first + 1 : mark.first].replace(LINK, "")):
            return _title_then_links(flow, mark.first, mark.last, parts)
        other = next((index for index in _links(flow) if index > first and not _is_labelled(flow, index)), None)
        if other is not None and not has_words(flow.view[first + 1 : other].replace(LINK, "")) and not _is_bare(piece):
            first, piece = other, flow.piece(other)
    parts.form = Form.LINK_FIRST
    parts.link = piece.link
    if _is_bare(piece) or (piece.link and labels.is_url(piece.link.text)):
        parts.form = Form.URL_FIRST
    else:
        parts.title = link_title(flow.source_text, piece)
        parts.named = True
    _finish(flow, first + 1, parts, linked=True)
    if parts.summary is not None and parts.title is not None and labels.is_label(parts.title.text):
        parts.prose = parts.separator is None or not parts.separator.text.strip()
    return parts


def _broken(flow: Flow, match: re.Match[str], parts: Parts) -> Parts:
    """`[title][https://...]` or `[title] (https://...)`: no link to anybody but its author."""
    parts.form, parts.named, parts.broken = Form.LINK_FIRST, True, True
    parts.title = _part(flow, match.start(1), match.end(1))
    if match[2] == LINK:
        parts.link = flow.piece(match.start(2)).link
    else:
        span = flow.source(match.start(2), match.end(2))
        url = match[2]
        parts.link = Link("bare", span, span, span, url, url, url)
    return _finish(flow, match.end(), parts, linked=True)


def _links(flow: Flow) -> list[int]:
    return [piece.at for piece in flow.links]


def main_link(flow: Flow) -> Link | None:
    """Of links that are labels, the first of those that lead to the thing itself."""
    links = [piece.link for piece in flow.links if piece.link is not None and piece.link.url]
    return min(links, key=lambda link: labels.rank(link.text, link.url), default=None)


def _title_then_links(flow: Flow, first: int, last: int, parts: Parts, *, after: int | None = None) -> Parts:
    """A title in plain, bold or quoted text; the links are labels or bare URLs."""
    parts.title = _part(flow, first, last)
    parts.link = main_link(flow)
    parts.named = True
    parts.form = Form.TITLE_THEN_LINKS
    after = last if after is None else after
    at = flow.view.find(LINK, after)
    joint = flow.view[after:at] if at >= 0 else ""
    if parts.link is not None and parts.link.kind in {"bare", "autolink"} and at >= 0:
        parts.form = Form.TITLE_THEN_URL
        if not has_words(joint):
            return _finish(flow, at + 1, parts, linked=True)
    return _finish(flow, after, parts, linked=False)


def _reference(flow: Flow, at: int, title: tuple[int, int], parts: Parts) -> Parts:
    """A citation: authors, the title in quotes, where it appeared, then labelled links."""
    field(flow, parts, "authors", at, title[0] - 1)
    after = _bracket_start(flow.view, title[1] + 1, flow.view.find(LINK, title[1]))
    if has_words(flow.view[title[1] + 1 : after]):
        field(flow, parts, "venue", title[1] + 1, after)
    return _title_then_links(flow, *title, parts, after=after)


def _text_then_link(flow: Flow, at: int, first: int, parts: Parts) -> Parts:
    """Words, then a link whose label is a name."""
    lead = flow.view[at:first]
    piece = flow.piece(first)
    prefix = _PREFIX.match(lead)
    words = len(lead.split())
    if prefix is not None and labels.meta_of(prefix[1]) is not None:
        prefix, words = None, _MAX_NAME_WORDS
    if (prefix is not None and words <= _MAX_PREFIX_WORDS + 1 and not _is_enumeration(flow, lead)) or words <= _MAX_LEAD_WORDS:
        field(flow, parts, "tag", at, first)
        parts.form, parts.link, parts.title = Form.LINK_FIRST, piece.link, link_title(flow.source_text, piece)
        parts.named, parts.prefixed = prefix is not None, True
        return _finish(flow, first + 1, parts, linked=True)
    if words < _MAX_NAME_WORDS and (split := split_name(flow.view, at, first)) is not None and split[0] - at < _MAX_NAME_CHARS * 2:
        _title_then_links(flow, at, split[0], parts)
        parts.link = None
        parts.form = Form.UNLINKED
        return parts
    if _ends_in_editions(flow, at, first):
        end = lead_title(flow, at, first)
        return _title_then_links(flow, at, end, parts)
    parts.form, parts.link, parts.title, parts.prose = Form.LINK_FIRST, piece.link, link_title(flow.source_text, piece), True
    return parts


def _is_enumeration(flow: Flow, lead: str) -> bool:
    """Whether the words before the link only announce several of them: `More tools of this kind: [a](u), [b](u)`."""
    return len(flow.links) > 2 and lead.rstrip()[-1:] in ":：" and len(lead.split()) > _MAX_LEAD_WORDS  # noqa: PLR2004 - several


def _ends_in_editions(flow: Flow, at: int, first: int) -> bool:
    """Whether the text before `first` is a title, and nothing but short links follows it: editions, hosts, parts."""
    lead = flow.view[at:first].strip()
    if has_words(flow.view[first:].replace(LINK, "")) or any(char in ".。，；!！?？" for char in lead):
        return False
    if lead.split()[-1].casefold() in vocabulary.JOINTS or any(
        link.link and len(link.link.text.split()) > _MAX_LEAD_WORDS for link in flow.links
    ):
        return False
    return lead[:1].isupper() or not lead[:1].islower()


def _unlinked(flow: Flow, at: int, parts: Parts) -> Parts:
    """No link at all: a name, a name with a summary, or running text."""
    view, end = flow.view, len(flow.view)
    parts.form = Form.UNLINKED
    mark = strong_title(flow, at, end)
    if mark is not None and (named := _quoted_after(flow, mark, end)) is not None:
        parts.title, parts.named = _part(flow, *named), True
        return _finish(flow, named[1] + 1, parts, linked=False)
    if mark is not None and _is_strong_title(flow, at, mark.first, mark.last):
        parts.title, parts.named = _part(flow, mark.first, mark.last), True
        return _finish(flow, mark.last, parts, linked=False)
    if (quoted := quoted_title(view, at, end)) is not None:
        parts.title, parts.named = _part(flow, *quoted), True
        return _finish(flow, quoted[1] + 1, parts, linked=False)
    if (split := split_name(view, at, end)) is not None and len(view[at : split[0]].split()) <= _MAX_PREFIX_WORDS:
        parts.title, parts.named = _part(flow, at, split[0]), True
        return _finish(flow, split[0], parts, linked=False)
    last = lead_title(flow, at, end)
    parts.title = _part(flow, at, last)
    if last < end:
        parts.named = True
        return _finish(flow, last, parts, linked=False)
    parts.prose = not _is_name(flow.plain(at, end))
    return parts


_ENDS: Final = ".!?。！？;；"
_MAX_NAME_WORDS: Final = 16
_MAX_NAME_CHARS: Final = 40


def _is_name(text: str) -> bool:
    """Whether plain text without any mark may be the name of a thing rather than a sentence."""
    words = text.split()
    if len(words) > _MAX_NAME_WORDS or (len(words) < _MAX_LEAD_WORDS and len(text) > _MAX_NAME_CHARS):
        return False
    if any(char in "，。；！" for char in text):
        return False
    return not (text[-1:] in _ENDS and len(words) > _MAX_LEAD_WORDS) and not (
        meta_text.is_authors(text) and (text.count(",") > 1 or "et al" in text)
    )
