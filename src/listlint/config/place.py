"""Where keys and values stand in a TOML text: `tomllib` doesn't tell. Reads only what is valid; knows no key's meaning."""

from __future__ import annotations

import tomllib
from typing import Final, NamedTuple

from listlint.regex import lazy
from listlint.text import Span

Place = tuple[int | str, ...]
"""Keys from the outermost table to the key; array elements by number, from 0."""

_BLANK: Final = lazy(r"(?:[ \t\r\n]|#[^\n]*+)*+")
_KEY: Final = lazy(r'"(?:[^"\\]|\\.)*+"|\'[^\']*+\'|[^\s.=\]"\'#{}\[,]++')
_DOT: Final = lazy(r"[ \t]*+\.[ \t]*+")
_SCALAR: Final = lazy(
    r'"""(?s:\\.|[^\\])*?"""(?:"{1,2}(?!"))?'
    r"|'''(?s:.)*?'''(?:'{1,2}(?!'))?"
    r'|"(?:[^"\\]|\\.)*+"'
    r"|'[^']*+'"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:.+-]++"
    r"|[^\s,\]}#]++"
)


class Spot(NamedTuple):
    """Where a key and its value stand; a table's value is its header, an array element's key is the element itself."""

    key: Span
    value: Span


def spot(text: str, place: Place) -> Spot | None:
    """Where the key at `place` stands in the valid `text`, or the innermost key above it that is found."""
    found = spots(text)
    while place and place not in found:
        place = place[:-1]
    return found.get(place)


def line_of(text: str, place: Place) -> int | None:
    """The line, from 1, of what `spot` finds."""
    found = spot(text, place)
    return None if found is None else text.count("\n", 0, found.key.start) + 1


def spots(text: str) -> dict[Place, Spot]:
    """Every key, header and array element of the valid `text`."""
    return _Scan(text).found


class _Scan:
    """One reading of a text; `found` is what came of it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._counts: dict[Place, int] = {}
        self.found: dict[Place, Spot] = {}
        table: Place = ()
        self._blank()
        while self._at < len(text):
            if text[self._at] == "[":
                table = self._header()
            else:
                self._pair(table)
            self._blank()

    def _blank(self) -> None:
        match = _BLANK.match(self._text, self._at)
        self._at = match.end() if match else self._at

    def _names(self) -> list[tuple[str, Span]]:
        """A dotted key."""
        names: list[tuple[str, Span]] = []
        while (match := _KEY.match(self._text, self._at)) is not None:
            names.append((_bare(match[0]), Span(*match.span())))
            self._at = match.end()
            if (dot := _DOT.match(self._text, self._at)) is None:
                break
            self._at = dot.end()
        return names

    def _header(self) -> Place:
        start = self._at
        several = self._text.startswith("[[", start)
        self._at += 2 if several else 1
        self._spaces()
        names = self._names()
        self._at = self._text.find("]", self._at) + (2 if several else 1)
        whole = Span(start, self._at)
        place: Place = ()
        for number, (name, span) in enumerate(names, 1):
            place = (*place, name)
            if number < len(names):
                self.found.setdefault(place, Spot(span, span))
            elif several:
                self._counts[place] = self._counts.get(place, -1) + 1
                self.found.setdefault(place, Spot(whole, whole))
            if place in self._counts:
                place = (*place, self._counts[place])
        self.found.setdefault(place, Spot(whole, whole))
        return place

    def _spaces(self) -> None:
        while self._text[self._at : self._at + 1] in {" ", "\t"}:
            self._at += 1

    def _pair(self, table: Place) -> None:
        """`key = value`; every table that a dotted key opens stands where its name does."""
        start = self._at
        names = self._names()
        self._spaces()
        self._at += 1
        self._spaces()
        place = table
        for name, span in names[:-1]:
            place = (*place, name)
            self.found.setdefault(place, Spot(span, span))
        if not names or self._at >= len(self._text):  # not valid after all: what was found so far is enough for a message
            self._at = max(self._at, start + 1)
            return
        place = (*place, names[-1][0])
        at = self._at
        self._value(place)
        self.found[place] = Spot(names[-1][1], Span(at, self._at))

    def _value(self, place: Place) -> None:
        first = self._text[self._at : self._at + 1]
        if first not in {"[", "{"}:
            match = _SCALAR.match(self._text, self._at)
            self._at = match.end() if match else len(self._text)
            return
        self._at += 1
        number = 0
        self._blank()
        while self._at < len(self._text) and self._text[self._at] not in "]}":
            start = self._at
            if first == "[":
                self._value((*place, number))
                self.found[*place, number] = Spot(Span(start, self._at), Span(start, self._at))
                number += 1
            else:
                self._pair(place)
            self._blank()
            if self._text[self._at : self._at + 1] == ",":
                self._at += 1
                self._blank()
        self._at += 1


def _bare(key: str) -> str:
    """A key as `tomllib` names it."""
    if key[0] == '"' and "\\" in key:
        return next(iter(tomllib.loads(f"{key} = 0")))
    return key[1:-1] if key[0] in "\"'" else key
