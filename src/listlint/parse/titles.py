"""Where a title begins and ends in a view: ornaments, tags and dates before it, marks and stops around it. Knows no links."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from listlint.parse import meta_text
from listlint.parse.inlines import IMAGE, LINK
from listlint.regex import lazy

if TYPE_CHECKING:
    from listlint.parse.inlines import Flow, Mark

QUOTES: Final = "\"“”„«»‘’'「」『』《》〈〉"
_OPENERS: Final = '"“„«‘「『《〈'
_CLOSING: Final = {'"': '"', "“": "”", "„": "“”", "«": "»", "「": "」", "『": "』", "《": "》", "〈": "〉", "‘": "’"}
_STOPS: Final = ".,:;。，：；、|-–—"
_SHORTCODE: Final = lazy(r":[a-z0-9_+-]{1,40}:")
_NUMBER: Final = lazy(r"\d{1,3}[.)]\s+")
_YEARED: Final = lazy(r"\s*[(（\[][^()（）\[\]]{0,40}(?:19|20)\d\d[^()（）\[\]]{0,20}[)）\]]")
_SPACED_DASH: Final = lazy(r"\s+[-–—―]{1,2}\s+")
_COLON: Final = lazy(r"[:：]\s+|：")
_COMMA: Final = lazy(r"[,，.。;]\s+(?:by\s+)?|\s+by\s+|，|\s*[(（](?=by\s)")
_MAX_NAME: Final = 4
"""Words of a name that a dash divides from what is said of it; behind more of them the dash is the title's own."""
_MAX_CUTS: Final = 24
_MIN_QUOTED: Final = 8


def is_ornament(char: str) -> bool:
    """Whether `char` is an emoji, a symbol or a joiner of such."""
    if char.isascii():
        return char in "^`"
    return (
        unicodedata.category(char) in {"So", "Sk"}
        or char in "\ufe0f\ufe0e\u200d\u20e3\u200b\u2060\ufffc\ufffd\ufeff"
        or "\U0001f3fb" <= char <= "\U0001f3ff"
    )


def skip_ornaments(view: str, at: int, end: int) -> int:
    """The first index from `at` that is no white space, emoji, shortcode or image."""
    start = at
    while at < end:
        char = view[at]
        if char.isspace() or char == IMAGE or is_ornament(char):
            at += 1
        elif char == ":" and (match := _SHORTCODE.match(view, at, end)):
            at = match.end()
        elif char in "0123456789#*" and view[at + 1 : at + 3] in {"\ufe0f\u20e3", "\u20e3"}:
            at += 2
        elif char in "/|+&" and at > start and at + 1 < end and is_ornament(view[at - 1]) and is_ornament(view[at + 1]):
            at += 1  # one of two symbols: `☁️/🏠`
        else:
            break
    return at


def trim(view: str, first: int, last: int) -> tuple[int, int]:
    """The title in view `[first, last)`: without ornaments, numbering, quotes around all of it, final stops."""
    first = skip_ornaments(view, first, last)
    if (number := _NUMBER.match(view, first, last)) is not None and number.end() < last:
        first = skip_ornaments(view, number.end(), last)
    first, last = _shrink(view, first, last)
    if last - first > 1 and view[first] in _CLOSING and view[last - 1] in _CLOSING[view[first]]:
        inside = view[first + 1 : last - 1]
        if view[first] not in inside and view[last - 1] not in inside:
            first, last = _shrink(view, first + 1, last - 1)
    return first, last


def _shrink(view: str, first: int, last: int) -> tuple[int, int]:
    while first < last and view[first].isspace():
        first += 1
    while last > first:
        char = view[last - 1]
        if char.isspace() or char in _STOPS or char in (LINK, IMAGE) or (is_ornament(char) and char not in "®©™°"):
            if char == "." and _is_abbreviation(view, first, last):
                break
            last -= 1
        elif char == ":" or (char.isalnum() is False and char in "([（"):
            last -= 1
        else:
            code = max(view.rfind(" :", first, last), view.rfind("\n:", first, last))
            if char == ":" and code >= 0 and _SHORTCODE.fullmatch(view, code + 1, last):
                last = code
                continue
            break
    return first, last


def _is_abbreviation(view: str, first: int, last: int) -> bool:
    """Whether the stop at the end belongs to the word: `etc.`, `Inc.`, `A.I.`, an ellipsis."""
    return view.startswith(("...", "..", ".I."), max(first, last - 3), last) or view[max(first, last - 5) : last].endswith(
        (" etc.", " Inc.", "...", "..")
    )


def strong_title(flow: Flow, first: int, last: int) -> Mark | None:
    """The bold stretch within view `[first, last)` that is a name: the first with letters that is no label before a colon."""
    for mark in flow.marks:
        if mark.first >= last:
            break
        if mark.kind != "strong" or mark.first < first or mark.last > last:
            continue
        text = flow.view[mark.first : mark.last].strip()
        if LINK in text or not any(char.isalnum() for char in text):
            continue
        if text[-1] in ":：" or flow.view[mark.last : mark.last + 1] in {":", "："}:
            longer = next(
                (other for other in flow.marks if other.kind == "strong" and other.first > mark.last and other.last <= last), None
            )
            if longer is not None and longer.last - longer.first > mark.last - mark.first:
                continue
        return mark
    return None


def quoted_title(view: str, first: int, last: int) -> tuple[int, int] | None:
    """The inside of the quotation that opens at `first`."""
    if first >= last or view[first] not in _OPENERS:
        return None
    for closing in _CLOSING[view[first]]:
        close = view.find(closing, first + 1, last)
        if close - first > _MIN_QUOTED:
            return first + 1, close
    return None


def lead_title(flow: Flow, first: int, last: int) -> int:
    """Where the title ends in view `[first, last)`, the text before labelled links: before year, authors, venue."""
    view = flow.view
    last = _before_credit(flow, first, _before_bracket(view, first, last))
    if (year := _YEARED.search(view, first, last)) is not None and year.start() > first:
        return year.start()
    dash = _SPACED_DASH.search(view, first, last)
    if (
        dash is not None
        and _SPACED_DASH.search(view, dash.end(), last) is None
        and len(view[first : dash.start()].split()) <= _MAX_NAME
        and any(char.isalnum() for char in view[dash.end() : last])
    ):
        return dash.start()
    for count, cut in enumerate(_COMMA.finditer(view, first, last)):
        if count > _MAX_CUTS:
            break
        rest = flow.plain(cut.end(), last)
        if cut.start() > first and rest.strip(" .,;:([（") and _is_credit(rest, by="by" in cut[0]):
            return cut.start()
    return last


def _is_credit(rest: str, *, by: bool) -> bool:
    """Whether the text after a comma, a stop or `by` names people, a venue or a date: the title ended before it."""
    if meta_text.are_surely_authors(rest):
        return True
    if by:
        return len(rest.split()) == 2 and meta_text.is_name(rest)  # noqa: PLR2004 - first name and last name
    found = meta_text.kind(rest)
    return found in {"date", "venue"} or (found == "authors" and not meta_text.is_authors(rest))


def open_bracket(view: str, first: int, last: int) -> int:
    """Where the first bracket opens that isn't closed before `last`; `last` where there is none."""
    opened: list[int] = []
    for at in range(first, last):
        if view[at] in "([（【":
            opened.append(at)
        elif view[at] in ")]）】" and opened:
            opened.pop()
    return opened[0] if opened else last


def _before_credit(flow: Flow, first: int, last: int) -> int:
    """Where the text ends that stands before its authors in italics, `last` where they aren't set apart so."""
    end = last
    while end > first and not flow.view[end - 1].isalnum() and flow.view[end - 1] not in ")]）】":
        end -= 1
    for mark in flow.marks:
        if mark.kind != "emphasis" or not first < mark.first < end <= mark.last:
            continue
        if meta_text.is_credited(flow.plain(mark.first, mark.last)) and any(char.isalnum() for char in flow.view[first : mark.first]):
            return mark.first
    return last


def _before_bracket(view: str, first: int, last: int) -> int:
    """Where the text ends that stands before a bracket still open at `last`."""
    at = open_bracket(view, first, last)
    return at if any(char.isalnum() for char in view[first:at]) else last


def split_name(view: str, first: int, last: int) -> tuple[int, int] | None:
    """`name - text` or `name: text`: where the separator stands."""
    dash = _SPACED_DASH.search(view, first, last)
    colon = _COLON.search(view, first, last)
    found = min(
        (match for match in (dash, colon) if match is not None and match.start() > first), key=lambda match: match.start(), default=None
    )
    if found is None or not any(char.isalnum() for char in view[found.end() : last]):
        return None
    return found.start(), found.end()
