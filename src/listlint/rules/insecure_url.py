"""URLs that begin with `http`. Knows which hosts are local, and which rules have their own word on a host's form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from listlint.edits import Phase, Safety
from listlint.rule import Rule
from listlint.style.addresses import places, rewritten
from listlint.urls import arxiv, canonical
from listlint.urls.address import split

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style

_LOCAL: Final = (".localhost", ".local", ".internal", ".lan", ".test", ".invalid", ".onion", ".i2p")
_OTHERS: Final = ("doi.org", "aclweb.org", "aclanthology.info", "arxiv-vanity.com")
"""Hosts of LL303 and LL304."""


class InsecureUrl(Rule):
    """LL203."""

    code = "LL203"
    name = "insecure-url"
    summary = "A URL begins with http."
    phase = Phase.URL
    everywhere = True

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Links and link definitions to other people's sites without encryption."""
        del style
        for place in places(document):
            if place.url[:7].lower() != "http://":
                continue
            address = split(place.url)
            if address is None or address.userinfo or _is_local(address.host) or address.host.endswith(_OTHERS):
                continue
            if arxiv.read(place.url) is not None:
                continue  # LL301 and LL302
            expected = f"https{place.url[4:]}" if not address.port else None
            known = canonical(place.url, bare=place.bare).startswith("https://")
            fix = rewritten(document, place, expected, Safety.SAFE if known else Safety.UNSAFE) if expected else None
            yield self.diagnostic(place.span, f"URL is {place.url}, expected https", fix=fix)


def _is_local(host: str) -> bool:
    """Names without a dot, addresses made of numbers, and top-level domains that no certificate is issued for."""
    return "." not in host or host.startswith("[") or host.replace(".", "").isdigit() or host.endswith(_LOCAL)
