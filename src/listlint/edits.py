"""Edits as data: what a fix changes, whether it's safe, and how edits become a new text. Knows nothing of lists."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable


class Safety(StrEnum):
    """Safe: changes how something is written, never what it says. Unsafe: may change meaning or drop words."""

    SAFE = "safe"
    UNSAFE = "unsafe"


class Phase(IntEnum):
    """Order of repairs: a URL must be ended before the punctuation behind it is touched."""

    STRUCTURE = 1
    LINK = 2
    URL = 3
    SEPARATOR = 4
    TYPOGRAPHY = 5
    LAYOUT = 6


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replace the code points of `span` by `text`; an empty span inserts."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A declared change of one link's destination, as GitHub renders it.

    `before` None: a new link; `after` None: a link that goes away. `tail` is text that a swallowing bare URL gives
    back to the reader: `before` is `https://x.io/，代码`, `after` is `https://x.io/`, `tail` is `，代码`.
    """

    before: str | None
    after: str | None
    tail: str = ""


@dataclass(frozen=True, slots=True)
class Fix:
    """A repair: edits that go together, and what they are declared to change beyond layout.

    `drops` are spans whose visible words go away on purpose (unsafe fixes only, and the text of a bare URL that
    becomes a destination is no word). Whatever isn't declared must survive; the proof checks it.
    """

    message: str
    edits: tuple[Edit, ...]
    safety: Safety = Safety.SAFE
    rewrites: tuple[Rewrite, ...] = ()
    drops: tuple[Span, ...] = ()

    @property
    def span(self) -> Span:
        """The smallest span that holds every edit: two fixes whose spans meet wait for one another."""
        return Span(min(edit.span.start for edit in self.edits), max(edit.span.end for edit in self.edits))


def apply(text: str, edits: Iterable[Edit]) -> str:
    """`text` with all `edits` made; raises `ValueError` where two of them overlap or share an insertion point."""
    parts: list[str] = []
    at = 0
    last: Edit | None = None
    for edit in sorted(edits):
        if last is not None and (edit.span.start < at or edit.span.start == last.span.start):
            raise ValueError(f"edits overlap at {edit.span.start}")
        parts += (text[at : edit.span.start], edit.text)
        at, last = edit.span.end, edit
    parts.append(text[at:])
    return "".join(parts)


def unified_diff(name: str, before: str, after: str) -> str:
    """The unified diff of two texts; empty where they are the same. Lines end only at LF, so CR shows as it stands."""
    if before == after:
        return ""
    old, new = before.split("\n"), after.split("\n")
    lines = difflib.unified_diff(_lines(old), _lines(new), name, name)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _lines(parts: list[str]) -> list[str]:
    """The pieces between LFs as lines, the last without a newline and left out where it's empty."""
    lines = [f"{part}\n" for part in parts[:-1]]
    return [*lines, parts[-1]] if parts[-1] else lines
