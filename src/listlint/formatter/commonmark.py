"""markdown-it-py as a referee, with tables, strikethrough and GitHub's bare URLs. Knows nothing of lists.

Blocks are read at once, inline content only of the leaves somebody asks about: it's two thirds of a parse.
"""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Literal

from listlint.formatter.leaf_list import LeafList
from listlint.formatter.leaves import Path, Piece, joined
from listlint.parse.autolinks import find
from listlint.regex import lazy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    from listlint.formatter.leaves import Leaf, PieceKind

_SCHEME: Final = lazy(r"(?<![A-Za-z])(?:https?|ftp)$", re.IGNORECASE)
_LONGEST_SCHEME: Final = 6
_KINDS: Final[dict[str, PieceKind]] = {
    "text": "text",
    "text_special": "text",
    "softbreak": "text",
    "hardbreak": "break",
    "code_inline": "code",
    "html_inline": "html",
    "link_close": "label",
}


class CommonMark:
    """See `Referee`; `leaves` must have been asked for the text whose leaves `pieces` gets."""

    name = "markdown-it"

    def __init__(self) -> None:
        self._definitions: dict[str, object] = {}

    def leaves(self, text: str) -> LeafList:
        """The leaf blocks of `text` in order."""
        self._definitions = {}
        return _Blocks(_tokens()(text, self._definitions)).leaves

    def pieces(self, leaf: Leaf) -> tuple[Piece, ...]:
        """What a reader finds in `leaf`."""
        kind = leaf.shape.rpartition("/")[2]
        if kind.startswith(("fence", "code", "html")):
            return (Piece("code", leaf.content),)
        found: list[Piece] = []
        for number, cell in enumerate(leaf.content.split("\0")):
            found += [Piece("cell", "")] * bool(number)
            tokens: list[Token] = []
            _parser().inline.parse(cell, _parser(), self._definitions, tokens)
            found += _pieces(tokens)
        return joined(found)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - only when something is rewritten

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.options["maxNesting"] = 100
    parser.inline.ruler.before("link", "bare-url", _bare_url)
    # The destination is compared as written; validateLink stays, for it decides what is a link at all.
    parser.normalizeLink = _as_written  # type: ignore[method-assign] # meant to be replaced, says markdown-it's documentation
    return parser


@cache
def _tokens() -> Callable[[str, dict[str, object]], list[Token]]:
    """What makes block tokens of a text and gathers its link definitions, as `MarkdownIt.parse` does without inlines."""
    from markdown_it.rules_block import StateBlock  # noqa: PLC0415 - as above
    from markdown_it.rules_core import StateCore, normalize  # noqa: PLC0415
    from markdown_it.token import Token  # noqa: PLC0415

    nothing: Any = MappingProxyType({})

    class Blocks(StateBlock):
        """Blocks whose tokens share their empty attributes: two dictionaries each are half of what tokens take."""

        def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
            token = Token(ttype, tag, nesting, nothing, meta=nothing, block=True)
            self.level -= nesting < 0
            token.level = self.level
            self.level += nesting > 0
            self.tokens.append(token)
            return token

    def tokens(text: str, definitions: dict[str, object]) -> list[Token]:
        core = StateCore(text, _parser(), definitions)
        normalize(core)
        blocks = Blocks(core.src, _parser(), definitions, [])
        _parser().block.tokenize(blocks, 0, blocks.lineMax)
        return blocks.tokens

    return tokens


def _bare_url(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    url = take_bare_url(state, silent=silent)
    if url is None:
        return False
    state.push("link_open", "a", 1).attrs = {"href": url}
    state.push("text", "", 0).content = url
    state.push("link_close", "a", -1)
    return True


def take_bare_url(state: StateInline, *, silent: bool) -> str | None:
    """The URL that GitHub links here, taken out of what is left to read; None where there is none."""
    if silent or state.linkLevel or state.src[state.pos] != ":":
        return None
    scheme = _SCHEME.search(state.pending[-_LONGEST_SCHEME:])
    if scheme is None:
        return None
    start = state.pos - len(scheme[0])
    found = next(find(state.src, start, min(state.pos + 3, state.posMax), stop=state.posMax), None)
    if found is None or found.rendered.start != start:
        return None
    state.pending = state.pending[: -len(scheme[0])]
    state.pos = found.rendered.end
    return found.rendered.of(state.src)


def _as_written(url: str) -> str:
    return url


class _Blocks:
    """Reads markdown-it's block tokens."""

    def __init__(self, tokens: list[Token]) -> None:
        self.leaves = LeafList()
        self._path = Path()
        self._lines = (0, 0)
        self._kind = ""
        self._row: list[str] | None = None
        for token in tokens:
            if token.map:
                self._lines = (token.map[0] + 1, token.map[1])
            if token.type == "inline":
                self._inline(token.content)
            elif token.tag in ("tr", "th", "td"):
                self._table(token)
            elif token.nesting == 0:
                # Blanks behind HTML are none of it, as our parser has it, and an open fence needs no final newline.
                content = token.content.rstrip() if token.type == "html_block" else token.content.removesuffix("\n")
                self._leaf(f"{token.type} {token.info}", content)
            elif token.type in ("paragraph_open", "heading_open"):
                self._kind = "text" if token.hidden else token.tag
            elif token.nesting > 0:
                self._path.enter(f"{token.tag}{token.attrGet('start') or ''}")
            elif token.type not in ("paragraph_close", "heading_close"):
                self._path.leave()

    def _inline(self, content: str) -> None:
        if self._row is None:
            self._leaf(self._kind, content)
        else:
            self._row.append(content)

    def _table(self, token: Token) -> None:
        if token.type == "tr_open":
            self._row = ["tr"]
        elif self._row is not None and token.type == "tr_close":
            self._leaf(self._row[0], "\0".join(self._row[1:]))
            self._row = None
        elif self._row is not None and token.nesting > 0:
            self._row[0] += f" {token.tag} {token.attrGet('style') or ''}"

    def _leaf(self, kind: str, content: str) -> None:
        self.leaves.add(*self._lines, self._path.shape(kind), content)


def _pieces(tokens: list[Token]) -> Iterator[Piece]:
    for token in tokens:
        kind = _KINDS.get(token.type)
        if kind is not None:
            yield Piece(kind, token.content)
        elif token.type == "link_open":
            yield Piece("link", str(token.attrGet("href") or ""))
        elif token.type == "image":
            yield Piece("image", str(token.attrGet("src") or ""))
            yield Piece("alt", token.content)
        if title := token.attrGet("title"):
            yield Piece("alt", str(title))
