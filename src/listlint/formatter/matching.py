"""Whether a leaf block says after a rewrite what it said before, given what the fixes declare. Knows no parser."""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING, Final, TypeAlias
from urllib.parse import unquote

from listlint.formatter.leaves import href, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from listlint.edits import Rewrite, Wording
    from listlint.formatter.leaves import Piece

_KEPT: Final = {
    "alt": "alternative text or title",
    "code": "code",
    "html": "HTML",
    "break": "line break",
    "box": "check box",
}
_EXCERPT: Final = 40
_IMAGE: Final = "\0image"
"""Stands for the label of an image among the links: it becomes no link, nor a link an image."""


_Links: TypeAlias = list[tuple[str, str | None]]
"""Destination and label's words of each link and image, in order; the label of a bare URL is None."""


class Leaves:
    """Compares pairs of leaves; each declared rewrite counts once."""

    def __init__(self, rewrites: Sequence[Rewrite]) -> None:
        self._left = list(rewrites)
        self._text = ""
        """The words of the leaf as it was."""
        self._tails = ""
        """What swallowing URLs have given back so far: links in it are no surprise."""

    def difference(
        self, before: Sequence[Piece], after: Sequence[Piece], *, folded: bool = False, worded: Sequence[Wording] = ()
    ) -> str | None:
        """What differs beyond what is declared, in a few words; None where nothing does.

        `folded`: the case of letters apart; `worded`: these words apart.
        """
        for kind, name in _KEPT.items():
            old, new = ([piece.value for piece in pieces if piece.kind == kind] for pieces in (before, after))
            if old != new:
                return f"{name} would change: {_apart(old, new)}"
        fold = _Folding(worded, folded=folded)
        old_links, new_links = (
            [(to, None if label is None else fold(label)) for to, label in _links(pieces)] for pieces in (before, after)
        )
        tails: dict[int, str] = {}
        born: dict[int, str] = {}
        self._text = _words(before, tails)
        if (reason := self._links_differ(old_links, new_links, tails, born)) is not None:
            return reason
        old_words, new_words = _words(before, tails), _words(after, {})
        if fold(old_words) not in (fold(new_words), fold(_words(after, born))):
            return f"the text would change: {_excerpt(old_words, new_words)}"
        return None

    def _links_differ(self, old: _Links, new: _Links, tails: dict[int, str], born: dict[int, str]) -> str | None:
        """Walks both sequences of links.

        Fills `tails` with what they give back, and `born` with the URLs of links that are declared as new: readers saw
        them as text before.
        """
        i = j = 0
        while i < len(old) or j < len(new):
            here = old[i] if i < len(old) else None
            there = new[j] if j < len(new) else None
            if here is not None and there is not None and (tail := self._leads(here[0], there[0])) is not None:
                if (None not in (here[1], there[1]) or _IMAGE in (here[1], there[1])) and here[1] != there[1]:
                    return f"the link to {unquote(here[0])} would get another label"
                shown = unquote(here[0])
                tails[i] = shown + tail if here[1] is None and there[1] == words(shown) else tail  # the URL was, and stays, a label
                self._tails += href(tail)
                i, j = i + 1, j + 1
            elif here is not None and (tail := self._leads(here[0], None)) is not None:
                tails[i] = tail
                i += 1
            elif there is not None and there[0] and there[0] in self._tails:
                j += 1
            elif there is not None and (rewrite := self._declared(there[0])) is not None:
                born[j] = rewrite
                j += 1
            elif here is None and there is not None:
                return f"a link to {unquote(there[0])} would be new"
            elif here is not None and there is not None:
                return f"the link to {unquote(here[0])} would lead to {unquote(there[0])}"
            elif here is not None:
                return f"the link to {unquote(here[0])} would go away"
        return None

    def _leads(self, before: str, after: str | None) -> str | None:
        """The text given back where the declared rewrites lead from one destination to the other; None: they don't."""
        if before == after:
            return ""
        left, tail, at = list(self._left), "", before
        while at != after:
            step = next((rewrite for rewrite in left if rewrite.before is not None and href(rewrite.before) == at), None)
            if step is None:
                return None
            left.remove(step)
            tail = unescape(step.tail) + tail
            if step.after is None:
                if after is not None:
                    return None
                break
            at = href(step.after)
        self._left = left
        return tail

    def _declared(self, after: str) -> str | None:
        """The URL of a new link as first declared, one that stands in the text rather than another; None where it isn't."""
        for rewrite in sorted(self._left, key=lambda one: one.after is None or words(one.after) not in self._text):
            if rewrite.before is not None or rewrite.after is None:
                continue
            others = self._left
            self._left = [other for other in others if other is not rewrite]
            if self._leads(href(rewrite.after), after) is not None:
                return rewrite.after
            self._left = others
        return None


class _Folding:
    """Makes of words what is compared: words that were declared to become others have one form with them."""

    def __init__(self, worded: Sequence[Wording], *, folded: bool) -> None:
        self._folded = folded
        forms: dict[str, str] = {}
        for number, wording in enumerate(worded):
            pair = [self._cased(words(text)) for text in (wording.before, wording.after)]
            mark = next((forms[text] for text in pair if text in forms), f"\0{number}\0")
            forms |= {text: mark for text in pair if text and pair[0] != pair[1]}
        self._forms = sorted(forms.items(), key=lambda form: -len(form[0]))

    def __call__(self, text: str) -> str:
        text = self._cased(text)
        for written, mark in self._forms:
            text = text.replace(written, mark)
        return text

    def _cased(self, text: str) -> str:
        return text.casefold() if self._folded else text


def _links(pieces: Sequence[Piece]) -> _Links:
    found: _Links = []
    opened: list[int] = []
    for piece in pieces:
        if piece.kind in ("bare", "image"):
            found.append((href(piece.value), None if piece.kind == "bare" else _IMAGE))
        elif piece.kind == "link":
            opened.append(len(found))
            found.append((href(piece.value), ""))
        elif piece.kind == "label" and opened:
            opened.pop()
        elif opened and piece.kind in ("text", "code"):
            destination, label = found[opened[-1]]
            found[opened[-1]] = (destination, (label or "") + words(piece.value))
    return found


def _words(pieces: Sequence[Piece], given: dict[int, str]) -> str:
    """The words of a leaf in order, with a mark for each thing that must keep its place among them.

    `given` has the text that stands behind a link, by the link's number.
    """
    parts: list[str] = []
    opened: list[int] = []
    number = 0
    for piece in pieces:
        if piece.kind in ("text", "code"):
            parts.append(words(piece.value))
        elif piece.kind in ("image", "html", "break", "box", "cell"):
            parts.append("¦")
        elif piece.kind == "label" and opened:
            parts.append(words(given.get(opened.pop(), "")))
        elif piece.kind == "bare":
            parts.append(words(given.get(number, "")))
        if piece.kind == "link":
            opened.append(number)
        number += piece.kind in ("link", "bare", "image")
    return "".join(parts)


def _apart(old: list[str], new: list[str]) -> str:
    """The first values that differ; how many there are where values are lost or won."""
    if len(old) != len(new):
        return f"{len(old)} became {len(new)}"
    return next(_excerpt(one, other) for one, other in zip(old, new, strict=True) if one != other)


def _excerpt(old: str, new: str) -> str:
    """The first place where two texts part."""
    at = next((at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), min(len(old), len(new)))
    start = max(at - _EXCERPT // 2, 0)
    return f"`{old[start : start + _EXCERPT]}` became `{new[start : start + _EXCERPT]}`"
