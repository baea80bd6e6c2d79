"""Where the parts of a link stand: label, destination. Reads the source within one link that pyromark found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from listlint.model import Link
from listlint.regex import lazy
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from listlint.parse.events import Node

_SPACE: Final = frozenset(" \t\n\r")
_WRITTEN: Final = lazy(r"[^ \t\n\r]*")
_STRAY: Final = lazy(r"[\[(（]+(?=(?:https?|ftp)://)")
_PAIRS: Final = (("(", ")"), ("[", "]"))
_CLOSERS: Final = ")]）"


def link(text: str, node: Node, label_text: str, definitions: Mapping[str, str], *, image: bool) -> Link:
    """The link or image `node`, whose label reads `label_text`; `definitions` have the URLs of references as written."""
    data = node.data if isinstance(node.data, dict) else {}
    kind, rendered, key = str(data["link_type"]), str(data["dest_url"]), str(data["id"])
    start, end = node.start, node.end
    if kind in {"Autolink", "Email"}:
        inside = Span(start + 1, end - 1)
        meant = rendered if kind == "Autolink" or ":" in rendered else f"mailto:{rendered}"
        return Link("autolink", Span(start, end), inside, inside, inside.of(text), meant, inside.of(text))
    label_start = start + (2 if node.tag == "image" else 1)
    if kind != "Inline":
        if kind.startswith("Collapsed") and not text.endswith("[]", start, end) and text.startswith("[]", end):
            end += 2
        label = Span(label_start, _reference_label_end(text, node, kind, end))
        return Link("reference", Span(start, end), label, None, definitions.get(key.lower(), rendered), rendered, label_text, image)
    inside_end = node.children[-1].end if node.children else label_start
    joint = text.find("](", inside_end, end)
    joint = joint if joint >= 0 else max(label_start, end - 2)
    destination = _destination(text, joint + 2, end - 1)
    url = destination.of(text)
    if url == rendered:
        rendered = url  # once, not twice
    return Link("inline", Span(start, end), Span(label_start, joint), destination, url, rendered, label_text, image)


def _reference_label_end(text: str, node: Node, kind: str, end: int) -> int:
    if kind.startswith("Shortcut"):
        return end - 1
    inside_end = node.children[-1].end if node.children else node.start + 1
    found = text.find("][", inside_end, end)
    return found if found >= 0 else end - 1


def _destination(text: str, start: int, end: int) -> Span:
    """The destination between `](` and `)`, without the brackets that stray around a URL in it."""
    while start < end and text[start] in _SPACE:
        start += 1
    if start < end and text[start] == "<":
        close = text.find(">", start, end)
        return Span(start + 1, close if close >= 0 else end)
    if text.find("\\", start, end) < 0:
        written = _WRITTEN.match(text, start, end)
        return without_strays(text, start, written.end() if written else start)
    last = start
    while last < end and text[last] not in _SPACE:
        last += 2 if text[last] == "\\" else 1
    last = min(last, end)
    return without_strays(text, start, last)


def without_strays(text: str, start: int, end: int) -> Span:
    """The URL `[start, end)` without opening brackets before its scheme, nor closing ones that nothing in it opens."""
    if (stray := _STRAY.match(text, start, end)) is None:
        return Span(start, end)
    start = stray.end()
    while end > start and text[end - 1] in _CLOSERS:
        closer = text[end - 1]
        opener = next((pair[0] for pair in _PAIRS if pair[1] == closer), "（")
        if text.count(opener, start, end) >= text.count(closer, start, end):
            break
        end -= 1
    return Span(start, end)
