"""How mdformat renders a list: comments stay where they touch, definitions, numbers and bare URLs as written. Knows no style.

An extension in mdformat's sense, on top of its gfm extension. Parsing gives the same HTML as without it, so mdformat's own
validation stays on.
"""

from __future__ import annotations

from importlib import metadata
from typing import TYPE_CHECKING, Final, cast
from urllib.parse import quote

from listlint.formatter.commonmark import take_bare_url

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline
    from mdformat.plugins import ParserExtensionInterface
    from mdformat.renderer import RenderContext, RenderTreeNode
    from mdformat.renderer.typing import Postprocess, Render

TOUCH: Final = "\ufdd0"
"""Stands where a comment or a definition touches its neighbour until the blank line between them is taken out; a noncharacter."""
_CONTAINERS: Final = frozenset({"bullet_list", "ordered_list", "list_item", "blockquote"})
_ESCAPED: Final = {ord(char): quote(char) for char in "\\<>"}


def gfm() -> ParserExtensionInterface:
    """Mdformat's gfm extension."""
    (found,) = metadata.entry_points(group="mdformat.parser_extension", name="gfm")
    return cast("ParserExtensionInterface", found.load())


def update_mdit(mdit: MarkdownIt) -> None:
    """Sets a parser up: lists are written for GitHub, so its dialect comes with it."""
    extensions = mdit.options["parser_extension"]
    if (dialect := gfm()) not in extensions:
        extensions.append(dialect)
        dialect.update_mdit(mdit)
    mdit.options["inline_definitions"] = True
    mdit.normalizeLink = _as_written  # type: ignore[method-assign] # meant to be replaced, says markdown-it's documentation
    mdit.core.ruler.after("block", "listlint_definitions", _definitions)
    mdit.inline.ruler.before("linkify", "listlint_url", _bare_url)


def _as_written(url: str) -> str:
    """A destination as in the source, no letter outside ASCII encoded; what would be read otherwise when written again is."""
    return url.translate(_ESCAPED)


def _definitions(state: StateCore) -> None:
    """Gives each link definition its own source; hidden, it renders to no HTML."""
    lines = state.src.split("\n")
    for token in state.tokens:
        if token.type == "definition" and token.map is not None:
            token.hidden = True
            first, *more = lines[slice(*token.map)]
            start = first.index("[")
            if more and token.level:
                token.content = f'[{token.meta["label"]}]: <{token.meta["url"]}> "{token.meta["title"]}"'.removesuffix(' ""')
            else:
                token.content = "\n".join([first[start:], *more]).rstrip()


def _bare_url(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """A URL that GitHub links, after whatever character, is one piece; no emphasis begins in it, nothing is escaped."""
    url = take_bare_url(state, silent=silent)
    if url is None:
        return False
    token = state.push("listlint_url_open", "", 1)
    token.hidden = True
    token.meta = {"source": url}
    state.push("text", "", 0).content = url
    state.push("listlint_url_close", "", -1).hidden = True
    return True


def _url(node: RenderTreeNode, context: RenderContext) -> str:
    del context
    return str(node.meta["source"])


def _definition(node: RenderTreeNode, context: RenderContext) -> str:
    del context
    return node.content


def _ordered_list(node: RenderTreeNode, context: RenderContext) -> str:
    """Every item with the number and the mark behind it that it has in the source."""
    items = []
    for item in node.children:
        marker = f"{item.info or 1}{item.markup} "
        with context.indented(len(marker)):
            first, *rest = item.render(context).split("\n")
        indented = (" " * len(marker) + line if line else "" for line in rest)
        items.append("\n".join([marker + first if first else marker.rstrip(), *indented]))
    loose = any(child.type == "paragraph" and not child.hidden for item in node.children for child in item.children)
    return ("\n\n" if loose else "\n").join(items)


def _mark_touching(text: str, node: RenderTreeNode, context: RenderContext) -> str:
    """Marks the ends of a comment or definition that touch a neighbour in the source."""
    del context
    if node.parent is None or node.parent.type not in ("root", "list_item") or not is_glue(node):
        return text
    before, after = node.previous_sibling, node.next_sibling
    start = TOUCH if before is not None and touch(before, node) else ""
    end = TOUCH if after is not None and touch(node, after) and not is_glue(after) else ""
    return f"{start}{text}{end}"


def is_glue(node: RenderTreeNode) -> bool:
    """Whether `node` may touch its neighbours: a comment, which may be a directive, or a definition, which may be a marker."""
    return node.type == "definition" or (node.type == "html_block" and node.content.lstrip().startswith("<!--"))


def touch(one: RenderTreeNode, other: RenderTreeNode) -> bool:
    """Whether no blank line stands between two blocks that follow one another."""
    return other.map is not None and last_line(one) >= other.map[0]


def last_line(node: RenderTreeNode) -> int:
    """The line (from 0) behind a block's last, without the blank lines that markdown-it counts to a list."""
    while node.type in _CONTAINERS and node.children:
        node = node.children[-1]
    return node.map[1] if node.map is not None else -1


def _join(text: str, node: RenderTreeNode, context: RenderContext) -> str:
    """Takes the blank lines out again where blocks touch in the source; definitions stand where they stood."""
    if node.type == "root":
        context.env["used_refs"].clear()
    return text.replace(f"{TOUCH}\n\n", "\n").replace(f"\n\n{TOUCH}", "\n").replace(TOUCH, "")


RENDERERS: Final[Mapping[str, Render]] = {
    "listlint_url": _url,
    "definition": _definition,
    "ordered_list": _ordered_list,
}
POSTPROCESSORS: Final[Mapping[str, Postprocess]] = {
    "html_block": _mark_touching,
    "definition": _mark_touching,
    "list_item": _join,
    "root": _join,
}
