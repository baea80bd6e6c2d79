"""Regular expressions that others wrote: only those that can't be made slow are taken. Knows nothing of rules.

Python's engine goes back and tries again, so some patterns take for ever on some texts. What is taken here costs, for
each place of a text, no more than the pattern's length times `REACH`:

- a repetition holds no other, nor alternatives that begin alike;
- two repetitions that could share a text are kept apart by a character that the first can't match;
- few groups have alternatives that begin alike;
- no repetition goes further than `REACH` characters, unless the pattern is tied to the beginning of the text;
- no look-around, no back-references.

Which characters a bit of a pattern matches, it's asked itself, with every character that the pattern names and samples of others.
"""

from __future__ import annotations

import re
import warnings
from functools import cache
from typing import Final

from listlint.records import dataclass, field

REACH: Final = 500
"""How far a repetition goes, in characters."""
LONGEST: Final = 500
"""How long a pattern may be."""
_WAYS: Final = 64
"""In how many ways alternatives that begin alike may be combined."""
_DEEPEST: Final = 20
_SAMPLES: Final = "".join(map(chr, range(128))) + "éßÄЖжαΩ中文。，、「」ｆあア한กअ\u00a0\u2003\u2028–—“”…😀²٣"
_QUANTIFIER: Final = re.compile(r"\?|\*|\+|\{(?P<low>\d{0,6})(?P<comma>,?)(?P<high>\d{0,6})\}")
_ESCAPED: Final = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", re.DOTALL)
_CODE_POINT: Final = re.compile(r"\\(?:x|u|U)([0-9A-Fa-f]{2,8})")
_GROUP: Final = re.compile(r"\((?:\?:|\?P<[A-Za-z_][A-Za-z0-9_]{0,60}>|(?!\?))")
_ZERO: Final = frozenset({"\\A", "\\Z", "\\b", "\\B"})


class PatternError(ValueError):
    """A pattern that isn't taken; the message says why, in half a sentence."""


Characters = frozenset[str]


@dataclass(frozen=True)
class _One:
    """What matches one character."""

    characters: Characters


@dataclass(frozen=True)
class _Anchor:
    """What matches a place."""

    text: str


@dataclass(frozen=True)
class _Group:
    alternatives: tuple[tuple[_Node, ...], ...]


@dataclass(frozen=True)
class _Repeat:
    node: _Node
    low: int
    high: int | None
    text: str


_Node = _One | _Anchor | _Group | _Repeat


@dataclass(frozen=True)
class _Live:
    """A repetition that may still give back what it took."""

    characters: Characters
    text: str


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """`pattern`, ready for `search`; raises `PatternError` where it's faulty or could be slow."""
    if len(pattern) > LONGEST:
        raise PatternError(f"is {len(pattern)} characters long, expected at most {LONGEST}")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            re.compile(pattern)
        except (re.error, OverflowError, RecursionError) as error:
            raise PatternError(f"is no regular expression: {error}") from None
        reader = _Reader(pattern)
        whole = reader.alternatives()
        if reader.at < len(pattern):
            raise PatternError(f"`{pattern[reader.at :]}` can't be read")
        for alternative in whole.alternatives:
            _Flow().through(alternative, ())
        anchored = all(nodes and nodes[0] in (_Anchor("^"), _Anchor("\\A")) for nodes in whole.alternatives)
        return re.compile(pattern if anchored else "".join(reader.bounded))


@dataclass
class _Reader:
    """Reads a pattern that Python's own compiler has taken already; `bounded` is what it becomes."""

    pattern: str
    at: int = 0
    bounded: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._depth = 0
        self.flags = re.NOFLAG
        if self.pattern.startswith("(?i)"):
            self.flags, self.at = re.IGNORECASE, len("(?i)")
            self.bounded.append("(?i)")
        named = (chr(int(digits, 16)) for digits in _CODE_POINT.findall(self.pattern) if int(digits, 16) <= 0x10FFFF)  # noqa: PLR2004 - Unicode ends there
        known = {*_SAMPLES, *self.pattern, *named}
        self._universe = frozenset(known | {other for char in known for other in (char.lower(), char.upper()) if len(other) == 1})

    def alternatives(self) -> _Group:
        """Up to the end, or the bracket that closes the group."""
        found = [self._sequence()]
        while self.pattern.startswith("|", self.at):
            self._take(1)
            found.append(self._sequence())
        return _Group(tuple(found))

    def _sequence(self) -> tuple[_Node, ...]:
        nodes: list[_Node] = []
        while self.at < len(self.pattern) and self.pattern[self.at] not in "|)":
            start = self.at
            node = self._node()
            nodes.append(self._repeated(node, start))
        return tuple(nodes)

    def _node(self) -> _Node:
        char = self.pattern[self.at]
        if char == "(":
            return self._group()
        if char in "^$":
            self._take(1)
            return _Anchor(char)
        if char == "[":
            return self._one(self._take(self._set_end() - self.at))
        if char == "\\":
            escape = _ESCAPED.match(self.pattern, self.at)
            text = self._take(len(escape[0]) if escape else 2)
            if text in _ZERO:
                return _Anchor(text)
            if text[1].isdigit() or text[1] in "NG":
                raise PatternError(f"`{text}` is a reference back or a number, expected none")
            return self._one(text)
        return self._one(self._take(1))

    def _group(self) -> _Group:
        opened = _GROUP.match(self.pattern, self.at)
        if opened is None:
            raise PatternError(
                f"`{self.pattern[self.at : self.at + 4]}…` looks around or sets flags, expected only `(…)`, `(?:…)` or `(?P<name>…)`"
            )
        self._take(len(opened[0]))
        self._depth += 1
        if self._depth > _DEEPEST:
            raise PatternError(f"has groups in one another deeper than {_DEEPEST}")
        group = self.alternatives()
        self._depth -= 1
        self._take(1)
        return group

    def _set_end(self) -> int:
        """The offset behind the `]` of the set that begins here."""
        at = self.at + 1
        at += self.pattern.startswith("^", at)
        at += self.pattern.startswith("]", at)
        while self.pattern[at] != "]":
            at += 2 if self.pattern[at] == "\\" else 1
        return at + 1

    def _one(self, text: str) -> _One:
        asked = re.compile(text if len(text) > 1 or text == "." else re.escape(text), self.flags)
        return _One(frozenset(char for char in self._universe if asked.fullmatch(char)))

    def _repeated(self, node: _Node, start: int) -> _Node:
        """`node` with the quantifier behind it, if there is one."""
        found = _QUANTIFIER.match(self.pattern, self.at)
        if found is None or found[0] == "{}":
            return node
        self.at = found.end()
        low, high = _bounds(found)
        width = max(_width(node), 1)
        if max(low, high or 0) * width > REACH:
            raise PatternError(f"`{self.pattern[start : self.at]}` reaches beyond {REACH} characters")
        self.bounded.append(found[0] if high is not None else f"{{{low},{REACH // width}}}")
        if self.pattern.startswith("?", self.at):
            self._take(1)
        elif self.pattern.startswith("+", self.at):
            raise PatternError(f"`{found[0]}+` keeps what it took, expected `{found[0]}`")
        return _Repeat(node, low, high, self.pattern[start : self.at])

    def _take(self, count: int) -> str:
        text = self.pattern[self.at : self.at + count]
        self.at += count
        self.bounded.append(text)
        return text


def _bounds(found: re.Match[str]) -> tuple[int, int | None]:
    if (simple := {"?": (0, 1), "*": (0, None), "+": (1, None)}.get(found[0])) is not None:
        return simple
    low = int(found["low"] or 0)
    if not found["comma"]:
        return low, low
    return low, int(found["high"]) if found["high"] else None


@dataclass
class _Flow:
    """Goes through a pattern with the repetitions that may still give back; raises `PatternError` where another could share their text."""

    ways: int = 1

    def through(self, nodes: tuple[_Node, ...], live: tuple[_Live, ...]) -> tuple[_Live, ...]:
        """What may still give back behind `nodes`."""
        for node in nodes:
            live = self._past(node, live)
        return live

    def _past(self, node: _Node, live: tuple[_Live, ...]) -> tuple[_Live, ...]:
        match node:
            case _One(characters):
                return tuple(one for one in live if one.characters & characters)
            case _Group(alternatives):
                if _begin_alike(alternatives):
                    self.ways *= len(alternatives)
                self._must_be_few()
                return tuple(dict.fromkeys(one for nodes in alternatives for one in self.through(nodes, live)))
            case _Repeat():
                return self._past_repeat(node, live)
        return live

    def _past_repeat(self, node: _Repeat, live: tuple[_Live, ...]) -> tuple[_Live, ...]:
        if node.high is None or node.high > 1:
            _must_be_plain(node.node, node.text)
        if node.low == node.high:
            return self._past(node.node, live) if node.low else live
        here = _Live(_characters(node.node), node.text)
        if not here.characters:
            raise PatternError(f"`{node.text}` repeats nothing")
        shared = next((one for one in live if one.characters & here.characters), None)
        if shared is not None and not (node.high == 1 and isinstance(node.node, _Group)):
            apart = f"expected something between them that `{shared.text}` can't match"
            raise PatternError(f"`{shared.text}` and `{node.text}` can match the same text, {apart}")
        self.ways *= 1 if shared is None else 2
        self._must_be_few()
        inner = self._past(node.node, live) if node.high == 1 else ()
        return tuple(dict.fromkeys((*(() if node.low else live), *inner, here)))

    def _must_be_few(self) -> None:
        if self.ways > _WAYS:
            raise PatternError("too many alternatives begin alike, expected fewer groups of them")


def _width(node: _Node) -> int:
    """How many characters `node` matches at most; a repetition without end counts as one."""
    match node:
        case _One():
            return 1
        case _Group(alternatives):
            return max(sum(map(_width, nodes)) for nodes in alternatives)
        case _Repeat():
            return _width(node.node) * (node.high or 1)
        case _:
            return 0


def _must_be_plain(node: _Node, text: str) -> None:
    match node:
        case _Repeat(low=low, high=high) if low != high:
            raise PatternError(f"`{text}` repeats a repetition, expected one")
        case _Repeat():
            _must_be_plain(node.node, text)
        case _Group(alternatives):
            if _begin_alike(alternatives):
                raise PatternError(f"`{text}` repeats alternatives that begin alike, expected different beginnings")
            for one in (one for nodes in alternatives for one in nodes):
                _must_be_plain(one, text)
        case _:
            pass


def _begin_alike(alternatives: tuple[tuple[_Node, ...], ...]) -> bool:
    seen: set[str] = set()
    for nodes in alternatives:
        first, empty = _first(nodes)
        if len(alternatives) > 1 and (empty or seen & first):
            return True
        seen |= first
    return False


def _first(nodes: tuple[_Node, ...]) -> tuple[Characters, bool]:
    """What `nodes` may begin with, and whether they may match nothing."""
    found: Characters = frozenset()
    for node in nodes:
        begins, empty = _begins(node)
        found |= begins
        if not empty:
            return found, False
    return found, True


def _begins(node: _Node) -> tuple[Characters, bool]:
    match node:
        case _One(characters):
            return characters, False
        case _Group(alternatives):
            pairs = [_first(nodes) for nodes in alternatives]
            return frozenset().union(*(begins for begins, _ in pairs)), any(empty for _, empty in pairs)
        case _Repeat():
            begins, empty = _begins(node.node)
            return begins, empty or node.low == 0
        case _:
            return frozenset(), True


def _characters(node: _Node) -> Characters:
    """Every character that `node` may match anywhere."""
    match node:
        case _One(characters):
            return characters
        case _Group(alternatives):
            return frozenset().union(*(_characters(one) for nodes in alternatives for one in nodes))
        case _Repeat():
            return _characters(node.node)
        case _:
            return frozenset()
