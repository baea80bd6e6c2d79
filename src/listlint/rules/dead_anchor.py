"""In-page links that lead nowhere on GitHub. Knows the anchors GitHub makes; nothing of other files."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, unquote

from listlint.diagnostic import Related
from listlint.edits import Edit, Fix, Phase, Rewrite
from listlint.regex import lazy
from listlint.rule import Rule, RuleOptions
from listlint.style.places import meets
from listlint.style.thresholds import MIN_CASES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document, Link
    from listlint.style import Style

_ALWAYS: Final = frozenset(("", "top", "readme", "readme-ov-file", "start-of-content"))
"""What a repository's page has whatever the list says."""
_ELSEWHERE: Final = lazy(r"[/!:]|L[0-9]+(?:C[0-9]+)?(?:-L?[0-9]+(?:C[0-9]+)?)?\Z|fn:?|_(?:ftn|toc)", re.IGNORECASE)
"""Routes, text fragments, lines of code, footnotes, bookmarks of word processors."""
_OWN_ID: Final = lazy(r"\{:?\s?#([^\s{}]{1,80})[^{}\n]{0,80}\}")
"""A heading's own id in kramdown, Pandoc and their like."""
_CLOSE: Final = 0.7
_GUESSES: Final = 50
"""Nearest anchors that are looked for in one list: each look is at all of them."""


class DeadAnchor(Rule):
    """LL209."""

    code = "LL209"
    name = "dead-anchor"
    summary = "An in-page link matches no heading."
    phase = Phase.URL
    everywhere = True
    yields_to = ("LL504",)
    cause = "elsewhere"

    class Options(RuleOptions):
        """How strict to be."""

        ignore_case: bool = True
        """Whether `#Usage` leads to the heading Usage, as it does on GitHub and not everywhere."""

    options: Options

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Each target that is no anchor, at its first link; silent where most targets are none: another renderer's."""
        del style
        fold = _folded if self.options.ignore_case else _plain
        known = {fold(anchor) for anchor in (*document.anchors, *_OWN_ID.findall(document.text))}
        wanted: dict[str, list[Link]] = {}
        for link in document.links:
            if link.url.startswith("#") and link.destination is not None and not _ELSEWHERE.match(link.url[1:]):
                wanted.setdefault(_target(link), []).append(link)
        dead = {target: links for target, links in wanted.items() if target.lower() not in _ALWAYS and fold(target) not in known}
        if len(wanted) >= MIN_CASES and 2 * len(dead) > len(wanted):
            return
        anchors = _Anchors(document.anchors) if dead else None
        for target, links in dead.items():
            same = anchors.same(target) if anchors else None
            near = anchors.nearest(target) if anchors and not same else None
            hint = f", expected {_written(same)}" if same else f", the nearest is {_written(near)}" if near else ", expected one that is"
            also = tuple(Related(link.span, "leads there, too") for link in links[1:])
            fix = _fix(document, links, same) if same else None
            yield self.diagnostic(links[0].span, f"#{target} is the anchor of no heading{hint}", fix=fix, related=also)


def _target(link: Link) -> str:
    return unquote(link.url[1:]).removeprefix("user-content-")


def _plain(anchor: str) -> str:
    """`anchor` less hyphens at its end, which stand for blanks that GitHub leaves there: `# Title ![badge](x)`."""
    return anchor.rstrip("-")


def _folded(anchor: str) -> str:
    return _plain(anchor).casefold()


def _bones(anchor: str) -> str:
    """Letters and digits alone, folded: what two spellings of one anchor have in common."""
    return "".join(char for char in unicodedata.normalize("NFKC", anchor).casefold() if char.isalnum())


class _Anchors:
    """The anchors of a document, and which of them was meant by a target that is none."""

    def __init__(self, anchors: frozenset[str]) -> None:
        self._all = anchors
        self._by_bones: dict[str, list[str]] = {}
        for anchor in sorted(anchors):
            self._by_bones.setdefault(_bones(anchor), []).append(anchor)
        self._guesses = _GUESSES

    def same(self, target: str) -> str | None:
        """The one anchor of the same letters and digits, if it's the only one and its heading isn't repeated."""
        found = self._by_bones.get(_bones(target) or "#", [])
        return found[0] if len(found) == 1 and f"{found[0]}-1" not in self._all else None

    def nearest(self, target: str) -> str | None:
        """The anchor most like `target`, if one is."""
        from difflib import get_close_matches  # noqa: PLC0415 - only a mistake should cost it

        self._guesses -= 1
        near = get_close_matches(target.lower(), sorted(self._all), n=1, cutoff=_CLOSE) if self._guesses >= 0 else []
        return near[0] if near else None


def _written(anchor: str) -> str:
    """A link to `anchor`: letters readable, what can't be seen escaped, such as the sign that makes an emoji of a symbol."""
    return "#" + "".join(char if char.isalnum() or char in "-_" else quote(char) for char in anchor)


def _fix(document: Document, links: list[Link], anchor: str) -> Fix | None:
    """Every link to the target led to `anchor`; None where one stands where no fix may write."""
    spans = [link.destination for link in links if link.destination is not None]
    if any(meets(span, document.opaque) or link.rendered != link.url for span, link in zip(spans, links, strict=True)):
        return None
    written = _written(anchor)
    edits = tuple(Edit(span, written) for span in spans)
    return Fix(f"write {written}", edits, rewrites=tuple(Rewrite(link.rendered, written) for link in links))
