"""GitHub's own renderer, cmark-gfm, as a referee. Knows nothing of lists.

Raw HTML is left out of its output, so that every tag in it is one it made; what stands in raw HTML is for the other
referee and for the parser to compare.
"""

from __future__ import annotations

from functools import cache
from html import unescape
from typing import TYPE_CHECKING, Final

from listlint.formatter.leaf_list import LeafList
from listlint.formatter.leaves import Path, Piece, joined
from listlint.regex import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator

    from listlint.formatter.leaves import Leaf

_EXTENSIONS: Final = ("table", "autolink", "strikethrough", "tasklist")
_HTML: Final = "<!-- raw HTML omitted -->"
_BLOCK: Final = lazy(r"<(/?)(ul|ol|li|blockquote|section|table|thead|tbody|tr|t[hd]|pre|p|h[1-6]|hr)\b([^>]*)>")
_LEAVES: Final = frozenset({"p", "pre", "h1", "h2", "h3", "h4", "h5", "h6"})
_LINES: Final = lazy(r' data-sourcepos="(\d+):\d+-(\d+):\d+"')
_INLINE: Final = lazy(r"<code>([^<]*)</code>|<(/?)(a|img|br|input)\b([^>]*)>|(<!-- raw HTML omitted -->)|\0|<[^>]*>")
_ATTRIBUTE: Final = lazy(r'([a-z]+)="([^"]*)"')


class GitHub:
    """See `Referee`."""

    name = "GitHub's renderer"

    def leaves(self, text: str) -> LeafList:
        """The leaf blocks of `text` in order."""
        return _Reader(_render()(text)).leaves

    def pieces(self, leaf: Leaf) -> tuple[Piece, ...]:
        """What a reader finds in `leaf`."""
        return joined(_pieces(leaf.content))


@cache
def _render() -> Callable[[str], str]:
    from cmarkgfm import _cmark, cmark  # noqa: PLC0415 - only when something is rewritten

    options = cmark.Options.CMARK_OPT_SOURCEPOS | cmark.Options.CMARK_OPT_GITHUB_PRE_LANG | cmark.Options.CMARK_OPT_FOOTNOTES
    cmark.core_extensions_ensure_registered()
    extensions = [cmark.find_syntax_extension(name) for name in _EXTENSIONS]
    free_tree, free_text, trim = _freeing(_cmark.__file__)

    def render(text: str) -> str:
        trim(0)
        parser = cmark.parser_new(options)
        try:
            for extension in extensions:
                cmark.parser_attach_syntax_extension(parser, extension)
            cmark.parser_feed(parser, text)
            root = cmark.parser_finish(parser)
            html = _cmark.lib.cmark_render_html(root, options, cmark.parser_get_syntax_extensions(parser))
        finally:
            cmark.parser_free(parser)
        free_tree(int(_cmark.ffi.cast("uintptr_t", root)))
        # Of `[^`, a line break and a character of several bytes, cmark-gfm shows a piece.
        shown = str(_cmark.ffi.string(html).decode("utf-8", "replace"))
        free_text(int(_cmark.ffi.cast("uintptr_t", html)))
        trim(0)
        return shown

    return render


def _freeing(library: str) -> tuple[Callable[[int], object], Callable[[int], object], Callable[[int], object]]:
    """What frees a tree and a text of cmark's, by address: cmarkgfm keeps both for ever, fifty times the text a rendering.

    Last what hands to the system what the C library keeps of them for later, in which Python makes no objects. Where these
    functions aren't to be had, they do nothing.
    """
    import ctypes  # noqa: PLC0415 - see above

    try:
        shown = ctypes.CDLL(library)
        found = shown.cmark_node_free, shown.free
    except (OSError, AttributeError):
        return _nothing, _nothing, _nothing
    for function in found:
        function.argtypes, function.restype = [ctypes.c_void_p], None
    return (*found, getattr(shown, "malloc_trim", _nothing))


def _nothing(of: int) -> None:
    """Does nothing."""


class _Reader:
    """Reads the block tags of cmark-gfm's HTML; text directly in a list item is a tight paragraph."""

    def __init__(self, html: str) -> None:
        self.leaves = LeafList()
        self._path = Path()
        self._lines = (0, 0)
        """First and last line of the block just opened; zeros where the next leaf's place isn't known."""
        self._row: list[str] = []
        self._torn = False
        """Whether the paragraph above is one that a table was torn off: cmark-gfm then has no place for it, and a wrong
        one for the table's first row."""
        self._kind = ""
        at = 0
        for tag in _BLOCK.finditer(html):
            text, at = html[at : tag.start()], tag.end()
            if tag[1]:
                self._close(tag[2], text)
            else:
                self._open(tag[2], tag[3], text)
        self._loose(html[at:])

    def _open(self, name: str, attributes: str, text: str) -> None:
        lines = _LINES.search(attributes)
        kind = name + _LINES.sub("", attributes)
        if name in ("td", "th"):
            self._row[0] += f" {kind}"
            return
        self._loose(text)
        self._lines = (int(lines[1]), int(lines[2])) if lines else (0, 0)
        if name == "hr":
            self._leaf("hr", "")
        elif name == "tr":
            self._row = [kind]
            if self._torn:
                self._lines, self._torn = (0, 0), False
        elif name in _LEAVES:
            self._kind = kind
            self._torn = self._lines == (0, 0)
        else:
            self._path.enter(kind)

    def _close(self, name: str, text: str) -> None:
        if name in ("td", "th"):
            self._row.append(text)
        elif name == "tr":
            self._leaf(self._row[0], "\0".join(self._row[1:]))
        elif name in _LEAVES:
            self._leaf(self._kind, text)
        else:
            self._loose(text)
            self._path.leave()
            self._lines = (0, 0)

    def _loose(self, text: str) -> None:
        """Text between block tags: a tight paragraph, HTML blocks, or both."""
        content = text.strip("\n")
        if not content:
            return
        html = not content.replace(_HTML, "").strip()
        first = 0 if html else self._lines[0]
        self._lines = (first, first + content.count("\n"))
        self._leaf("html" if html else "text", content)

    def _leaf(self, kind: str, content: str) -> None:
        self.leaves.add(*self._lines, self._path.shape(kind), content)
        self._lines = (0, 0)


def _pieces(content: str) -> Iterator[Piece]:
    at = 0
    for tag in _INLINE.finditer(content):
        yield Piece("text", unescape(content[at : tag.start()]))
        at = tag.end()
        yield from _piece(tag)
    yield Piece("text", unescape(content[at:]))


def _piece(tag: re.Match[str]) -> Iterator[Piece]:
    if tag[1] is not None:
        yield Piece("code", unescape(tag[1]))
    elif tag[5] or tag[0] == "\0":
        yield Piece("html" if tag[5] else "cell", "")
    elif tag[3] == "br":
        yield Piece("break", "")
    elif tag[3] == "input":
        yield Piece("box", tag[4])
    elif tag[3] is not None:
        found = {name: unescape(value) for name, value in _ATTRIBUTE.findall(tag[4])}
        if tag[2]:
            yield Piece("label", "")
        elif tag[3] == "a":
            yield Piece("link", found.get("href", ""))
        else:
            yield Piece("image", found.get("src", ""))
            yield Piece("alt", found.get("alt", ""))
        if "title" in found:
            yield Piece("alt", found["title"])
