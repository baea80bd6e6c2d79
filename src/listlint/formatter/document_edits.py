"""What differs between two renderings of a block, as the smallest edits that leave its words where they are. Knows no Markdown."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from listlint.edits import Edit
from listlint.regex import lazy
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_WORD: Final = lazy(r"([^\W_]+)")
_LINE: Final = lazy(r"([^\r\n]*)(\r\n|\r|\n|$)")
_Line = tuple[int, str, str]
"""Where it begins, its text, its newline."""


def between(old: str, new: str, start: int) -> tuple[Edit, ...]:
    """The edits that make `new` of `old`, which begins at offset `start`: line by line, and in a line gap by gap."""
    before, after = _lines(old), _lines(new)
    edits: list[Edit] = []
    matcher = SequenceMatcher(None, _keys(before), _keys(after), autojunk=False)
    for tag, first, last, other_first, other_last in matcher.get_opcodes():
        if tag == "equal":
            for one, other in zip(before[first:last], after[other_first:other_last], strict=True):
                edits += _within_line(one[1], other[1], one[0])
                if one[2] != other[2] and not (one[2] and other[2]):
                    edits.append(Edit(Span(one[0] + len(one[1]), one[0] + len(one[1]) + len(one[2])), other[2]))
            continue
        begin = before[first][0] if first < len(before) else len(old)
        end = before[last][0] if last < len(before) else len(old)
        text = "".join(line + newline for _, line, newline in after[other_first:other_last])
        edits.append(_lines_edit(old, begin, end, text))
    return tuple(Edit(Span(edit.span.start + start, edit.span.end + start), edit.text) for edit in apart(edits))


def _lines_edit(old: str, begin: int, end: int, text: str) -> Edit:
    """Whole lines replaced, inserted or removed; what stands behind them, an entry maybe, isn't touched if that can be."""
    newline = _ending(old[:end])
    if begin == end and begin and newline and text.endswith(newline):
        return Edit(Span(begin - len(newline), begin - len(newline)), newline + text.removesuffix(newline))
    if begin < end and text and newline and text.endswith(newline):
        return Edit(Span(begin, end - len(newline)), text.removesuffix(newline))
    if not text and begin and newline:
        return Edit(Span(begin - len(_ending(old[:begin])), end - len(newline)), "")
    return Edit(Span(begin, end), text)


def _ending(text: str) -> str:
    return "\r\n" if text.endswith("\r\n") else text[-1:] if text.endswith(("\r", "\n")) else ""


def blank(text: str, span: Span, wanted: str) -> Edit:
    """The edit that makes `wanted` blank lines of those in `span`, which may be empty behind a line; the next line isn't touched."""
    if span.start == span.end:
        at = span.start - len(_ending(text[: span.start]))
        return Edit(Span(at, at), wanted)
    (edit,) = _trimmed(span.of(text), wanted, span.start, ends_first=True)
    return edit


def apart(edits: Iterable[Edit]) -> Iterator[Edit]:
    """`edits`, which are in order, with an insertion and what is replaced behind it as one."""
    waiting: Edit | None = None
    for edit in edits:
        if waiting is not None and waiting.span.start == edit.span.start:
            waiting = Edit(edit.span, waiting.text + edit.text)
            continue
        if waiting is not None:
            yield waiting
        waiting = edit
    if waiting is not None:
        yield waiting


def _lines(text: str) -> list[_Line]:
    return [(match.start(), match[1], match[2]) for match in _LINE.finditer(text) if match[0]]


def _keys(lines: Sequence[_Line]) -> list[str]:
    """What tells a line from others: its words; of a blank line those before it, so that no two are alike by chance."""
    keys: list[str] = []
    above = ""
    for _, text, _ in lines:
        words = "".join(_WORD.findall(text))
        keys.append(words or f"\n{above}{text.strip()}")
        above = words or above
    return keys


def _within_line(old: str, new: str, start: int) -> Iterator[Edit]:
    """Edits for two lines with the same words, the indentation apart from what follows it."""
    if old == new:
        return
    indent, indented = len(old) - len(old.lstrip(" \t")), len(new) - len(new.lstrip(" \t"))
    yield from _trimmed(old[:indent], new[:indented], start, ends_first=True)
    ours, theirs = _WORD.split(old[indent:]), _WORD.split(new[indented:])
    at = start + indent
    if ours[1::2] != theirs[1::2]:
        yield from _trimmed(old[indent:], new[indented:], at)
        return
    for one, other in zip(ours, theirs, strict=True):
        yield from _trimmed(one, other, at)
        at += len(one)


def _trimmed(old: str, new: str, start: int, *, ends_first: bool = False) -> Iterator[Edit]:
    """One edit without what both begin or end with; `ends_first`: what both end with is found first."""
    if old == new:
        return
    room = min(len(old), len(new))
    tail = _alike(old[::-1], new[::-1], room) if ends_first else 0
    head = _alike(old, new, room - tail)
    tail = tail or _alike(old[::-1], new[::-1], room - head)
    yield Edit(Span(start + head, start + len(old) - tail), new[head : len(new) - tail])


def _alike(one: str, other: str, most: int) -> int:
    return next((at for at in range(most) if one[at] != other[at]), most)
