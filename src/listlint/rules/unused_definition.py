"""Link definitions that no link uses. Knows that some of them are comments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from listlint.regex import lazy
from listlint.rule import Rule
from listlint.style.thresholds import MIN_CASES, is_habit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Definition, Document, Link
    from listlint.style import Style

_REFERENCE: Final = lazy(r"\]\s?\[([^\[\]]*)\]\Z")
_COMMENTS: Final = frozenset(("//", "comment", "comments", "#", "_", "-", "<>", ""))


class UnusedDefinition(Rule):
    """LL208."""

    code = "LL208"
    name = "unused-definition"
    summary = "No link uses a link definition."
    cause = "elsewhere"

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Link definitions whose label no link and no image names; where three in ten are so, they are a stock kept for later."""
        del style
        if not document.definitions:
            return
        links = (*document.links, *document.images)
        used = {_fold(_label(document.text, link)) for link in links if link.kind == "reference"}
        known = [definition for definition in document.definitions if not _is_comment(definition)]
        idle = [definition for definition in known if _fold(definition.label) not in used]
        if len(idle) >= MIN_CASES and is_habit(len(idle), len(known)):
            return
        for definition in idle:
            yield self.diagnostic(definition.span, f'no link uses the definition "{definition.label}", expected [text][{definition.label}]')


def _label(text: str, link: Link) -> str:
    """The label that a reference link names: its own text where it has no other."""
    whole = link.span.of(text)
    named = _REFERENCE.search(whole)
    return named[1] if named and named[1].strip() else link.label.of(text)


def _fold(label: str) -> str:
    """Labels match whatever their case and white space (CommonMark 6.3)."""
    return " ".join(label.split()).casefold()


def _is_comment(definition: Definition) -> bool:
    """`[//]: # (words)`, `[comment]: <> (words)`: nothing that a link could lead to."""
    return definition.url.strip() in {"", "#", "/", "/dev/null", "."} or definition.label.strip().casefold() in _COMMENTS
