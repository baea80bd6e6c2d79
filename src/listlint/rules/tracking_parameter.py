"""URLs that tell who sent the reader. Knows nothing of how they are written otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from listlint.edits import Phase, Safety
from listlint.regex import lazy
from listlint.rule import Rule, RuleOptions
from listlint.style.addresses import places, rewritten
from listlint.urls import tracking

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style
    from listlint.style.addresses import Place

_OWN_TAG: Final = lazy(r"(?:^|&)utm_[a-z]{1,20}=[^&]{0,60}?(?:github|awesome|readme)")


class TrackingParameter(Rule):
    """LL202."""

    code = "LL202"
    name = "tracking-parameter"
    summary = "A URL has parameters that track the reader."
    phase = Phase.URL
    everywhere = True
    yields_to = ("LL301",)

    class Options(RuleOptions):
        """What counts."""

        referral: bool = False
        """Whether `ref` and other parameters that mean something on some sites count too; removing those is an unsafe fix."""

        own_tags: bool = False
        """Whether `utm_` parameters that name GitHub or an awesome list count too: somebody put them there for this very list."""

    options: Options

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Links and link definitions with such parameters; sponsors' are what they pay for."""
        del style
        first = document.entries[0].span.start if document.entries else 0
        for place in places(document):
            if "?" not in place.url or _is_sponsored(place, first):
                continue
            if not self.options.own_tags and _OWN_TAG.search(unquote(place.url.partition("?")[2]).lower()):
                continue
            plain = tracking.strip(place.url)
            found = tracking.strip(place.url, referral=True) if self.options.referral else plain
            if not found.names:
                continue
            safety = Safety.SAFE if found == plain else Safety.UNSAFE
            named = f"parameter{'s' if len(found.names) > 1 else ''} {', '.join(found.names)}"
            yield self.diagnostic(
                place.span, f"URL has tracking {named}, expected {found.url}", fix=rewritten(document, place, found.url, safety)
            )


def _is_sponsored(place: Place, first_entry: int) -> bool:
    """A banner above the entries, or a parameter that says sponsor."""
    banner = place.link is not None and place.link.kind == "html" and place.span.start < first_entry
    return banner or "sponsor" in unquote(place.url.partition("?")[2]).lower()
