"""Badges that tell whether a list's own checks passed: readers of a list don't build it. Knows no network."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from listlint.regex import lazy
from listlint.rule import Rule, RuleOptions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document, Link
    from listlint.style import Style
    from listlint.text import Span

_SERVICE: Final = lazy(
    r"https?://(?:[a-z0-9-]{1,60}\.){0,3}(?:travis-ci\.(?:org|com)|circleci\.com|appveyor\.com|semaphoreci\.com)(?:[/:]|\Z)"
    r"|https?://(?:img|badgen)\.(?:shields\.io|net)/(?:travis|circleci|appveyor|azure-devops/build|gitlab/pipeline|"
    r"github/(?:actions/)?workflow/status|github/checks)"
    r"|https?://[a-z0-9.-]{1,80}/[^\s?#]{1,200}/badges/[^\s?#]{1,80}/pipeline\.svg",
    re.IGNORECASE,
)
_WORKFLOW: Final = lazy(
    r"https?://github\.com/([^/\s]{1,80}/[^/\s]{1,120})/(?:actions/)?workflows/[^\s?#]{1,200}/badge\.svg", re.IGNORECASE
)
_SAYS: Final = lazy(r"\bbuild(?: |-|_)?status\b", re.IGNORECASE)


class CiBadge(Rule):
    """LL702."""

    code = "LL702"
    name = "ci-badge"
    summary = "The list shows a badge of its own continuous integration."
    local = True

    class Options(RuleOptions):
        """Which badges are judged."""

        html: bool = False
        """Whether those written in HTML are judged, too."""

    options: Options

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Images outside entries: an entry's are about the project that it lists, as the badge of another repository's workflow is."""
        del style
        if document.repository is None:
            return
        links = [link for link in document.links if link.image]
        entries = sorted(item.head for item in document.entries)
        for image in document.images:
            if (image.kind == "html" and not self.options.html) or _within(image.span, entries):
                continue
            around = next((link.url for link in links if link.span.contains(image.span)), "")
            if _tells(image, around, document.repository.remote):
                yield self.diagnostic(image.span, f'badge "{image.text or image.url}" is about the list\'s own checks, expected none')


def _within(span: Span, entries: Sequence[Span]) -> bool:
    at = bisect_right(entries, span.start, key=lambda entry: entry.start) - 1
    return at >= 0 and entries[at].contains(span)


def _tells(image: Link, around: str, remote: str | None) -> bool:
    """Whether a badge is about the checks of the list's own repository, as far as that's known."""
    for url in (image.url, around):
        if (workflow := _WORKFLOW.match(url)) is not None:
            return remote is None or remote == f"github.com/{workflow[1].lower()}"
        if _SERVICE.match(url):
            return True
    return bool(_SAYS.search(image.text))
