"""Untrusted text as a terminal may show it: hidden characters escaped, cells counted, long lines cut. Knows no report.

A cell is one column of a terminal: a wide character (Han, emoji) takes two, a combining one none.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from listlint.regex import lazy

# Controls and terminal escapes, soft hyphen, joiners and zero widths, bidi marks and overrides, line and paragraph
# separators, invisible operators, Hangul fillers, the byte order mark, shorthand and musical format controls, tags and
# variation supplements, lone surrogates of undecodable file names. Not VS15 and VS16: emoji are full of them.
HIDDEN: Final = lazy(
    "[\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ufeff\uffa0\ufff9-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff\ud800-\udfff]"
)
_NAMED: Final = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
_BYTE, _BMP = 0x100, 0x10000
_EMOJI_STYLE = "\ufe0f"
_SKIN_TONES = "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
_JOINING_JAMO = (("\u1160", "\u11ff"), ("\ud7b0", "\ud7ff"))
_FIRST_MARK = "\u0300"


def visible(text: str) -> str:
    r"""`text` on one line with every hidden character escaped: `\n`, `\x1b`, `\u202e`, `\U000e0041`."""
    if text.isascii() and text.isprintable():
        return text
    return HIDDEN.sub(lambda found: _escaped(found[0]), text)


def width(text: str) -> int:
    """Cells that visible `text` takes.

    East Asian Width (Unicode annex 11) wide and full-width are two, ambiguous one; marks that don't space and joining
    jamo none; an emoji presentation selector widens what it follows; a skin tone joins a wide emoji.
    """
    if text.isascii():
        return len(text)
    cells = last = 0
    for char in text:
        if char == _EMOJI_STYLE:
            cells += last == 1
            last = 2
        elif char in _SKIN_TONES and last == 2:  # noqa: PLR2004 - a wide emoji before it
            continue
        elif (step := 1 if char < _FIRST_MARK else _step(char)) > 0:
            cells += step
            last = step
    return cells


@lru_cache(8192)
def _step(char: str) -> int:
    """Cells that one character takes on its own."""
    from unicodedata import category, east_asian_width  # noqa: PLC0415 - most lines are ASCII and never need the tables

    if category(char) in {"Mn", "Me"} or any(first <= char <= last for first, last in _JOINING_JAMO):
        return 0
    return 2 if east_asian_width(char) in {"W", "F"} else 1


def clip(text: str, cells: int) -> str:
    """`text`, visible, cut at its end to `cells` cells with `…` where something is left out."""
    if len(text) <= cells and width(shown := visible(text)) <= cells:
        return shown
    return _fill(text, cells, 1)


def clip_start(text: str, cells: int) -> str:
    """`text`, visible, cut at its start to `cells` cells with `…` where something is left out."""
    if len(text) <= cells and width(shown := visible(text)) <= cells:
        return shown
    return _fill(text, cells, -1)


def window(line: str, start: int, end: int, cells: int) -> tuple[str, str, str]:
    """What to show of `line` in about `cells` cells: before, within and after code points `[start, end)`, each visible.

    The middle comes first, from its start; then a third of what is left goes to the text before it and the rest to the
    text after it, more to either where the other needs less.
    """
    middle = clip(line[start:end], cells)
    room = max(cells - width(middle), 0)
    if middle.endswith("…") and not line[start:end].endswith("…"):
        return clip_start(line[:start], min(room, cells // 4)), middle, ""
    after = clip(line[end:], room)
    before = clip_start(line[:start], max(room // 3, room - width(after)))
    return before, middle, clip(line[end:], room - width(before))


def _fill(text: str, cells: int, step: int) -> str:
    """As many characters as fit, from the start of `text` (step 1) or from its end (step -1)."""
    if cells < 1:
        return ""
    pieces: list[str] = []
    sizes: list[int] = []
    used = 0
    for char in text[::step]:
        piece = visible(char)
        size = width(piece)
        if used + size > cells:
            break
        pieces.append(piece)
        sizes.append(size)
        used += size
    else:
        return "".join(pieces[::step])
    while pieces and (used > cells - 1 or (step < 0 and sizes[-1] == 0)):
        pieces.pop()
        used -= sizes.pop()
    return "".join([*pieces, "…"][::step])


def _escaped(char: str) -> str:
    r"""One hidden character as Python would write it."""
    point = ord(char)
    if char in _NAMED:
        return _NAMED[char]
    return f"\\x{point:02x}" if point < _BYTE else f"\\u{point:04x}" if point < _BMP else f"\\U{point:08x}"
