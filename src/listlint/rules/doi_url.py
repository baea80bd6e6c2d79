"""DOI links that aren't written as doi.org writes them. Knows nothing of publishers' own pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from listlint.edits import Phase, Safety
from listlint.regex import lazy
from listlint.rule import Rule
from listlint.style.addresses import places, rewritten
from listlint.urls import canonical, identify
from listlint.urls.address import may_hold, split

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style

_NAMED: Final = lazy(r"(?:doi:\s*)?(10\.[0-9]{4,9}[^/\s]*/\S+)", re.IGNORECASE)
_RESOLVERS: Final = frozenset(("doi.org", "www.doi.org", "dx.doi.org"))


class DoiUrl(Rule):
    """LL303."""

    code = "LL303"
    name = "doi-url"
    summary = "A DOI is not linked as https://doi.org/ writes it."
    phase = Phase.URL
    everywhere = True

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Links and link definitions to a DOI by an older resolver, without https, with a prefix, or by the name alone."""
        del style
        for place in places(document):
            expected = _expected(place.url, bare=place.bare)
            if expected is not None and expected != place.url:
                yield self.diagnostic(
                    place.span, f"DOI link is {place.url}, expected {expected}", fix=rewritten(document, place, expected, Safety.SAFE)
                )


def _expected(url: str, *, bare: bool) -> str | None:
    """The address of the same DOI at doi.org; None where `url` is no link to a DOI there."""
    named = _NAMED.fullmatch(url)
    address = split(url) if named is None and may_hold(url, ("doi.org",)) else None
    if named is None and (address is None or address.host not in _RESOLVERS or address.userinfo):
        return None
    if identify(url, bare=bare).kind not in {"doi", "arxiv", "acl"}:
        return None
    return canonical(url, bare=bare) if named is None else f"https://doi.org/{named[1]}"
