"""Papers linked where they no longer are, or at somebody's copy. Leaves arXiv's own hosts to LL301."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from listlint.edits import Phase, Safety
from listlint.rule import Rule, RuleOptions
from listlint.style.addresses import places, rewritten
from listlint.urls import LANDING, PAPERS, canonical, identify
from listlint.urls.address import split

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document, Item
    from listlint.style import Style
    from listlint.style.addresses import Place

_MOVED: Final = ("aclweb.org", "aclanthology.info")
"""The ACL Anthology's older homes: the same paper under the same id at aclanthology.org."""
_GONE: Final = ("arxiv-vanity.com", "paperswithcode.com")
"""Sites that are no more: arXiv Vanity; Papers with Code, wound down in July 2025 (paperswithcode/paperswithcode-data#45)."""
_COPIES: Final = (
    "ar5iv.org", "alphaxiv.org", "huggingface.co", "hf.co", "semanticscholar.org", "scirate.com", "papers.cool", "summarizepaper.com",
    "arxiv-sanity-lite.com", "themoonlight.io",
)  # fmt: skip


class PaperHost(Rule):
    """LL304."""

    code = "LL304"
    name = "paper-host"
    summary = "A paper is linked at a host that isn't its own."
    phase = Phase.URL
    everywhere = True

    class Options(RuleOptions):
        """Which hosts to report."""

        mirrors: bool = False
        """Whether living mirrors and aggregators of arXiv's papers count too (ar5iv, alphaXiv, Hugging Face papers and the like)."""

    options: Options

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Links to such hosts, unless the entry has the paper's own link beside it."""
        del style
        owners = _Owners(document)
        for place in places(document):
            host = _host(place.url)
            if not _is_one(host, (*_MOVED, *_GONE, *(_COPIES if self.options.mirrors else ()))):
                continue
            work = identify(place.url, bare=place.bare)
            if work.kind not in {"arxiv", "acl"}:
                if "paperswithcode.com/paper/" in place.url and not owners.beside(place, ""):
                    yield self.diagnostic(place.span, f"{place.url} is at a site that was closed in 2025, expected the paper's own address")
                continue
            expected = _own_address(place)
            if expected == place.url:
                continue
            if not _is_one(host, _MOVED) and owners.beside(place, work.key):
                continue
            safety = Safety.SAFE if _is_one(host, _MOVED) else Safety.UNSAFE
            yield self.diagnostic(
                place.span, f"paper is linked at {host}, expected {expected}", fix=rewritten(document, place, expected, safety)
            )


class _Owners:
    """Which entries link papers at their own hosts."""

    def __init__(self, document: Document) -> None:
        self._items = {link.span: item for item in document.items for link in item.links}

    def beside(self, place: Place, key: str) -> bool:
        """Whether the item that holds `place` links the work `key` (any paper, if empty) at its own host."""
        item = self._items.get(place.link.span) if place.link else None
        return item is not None and any(work_key == key or not key for work_key in _own(item))


def _own_address(place: Place) -> str:
    """The paper at its own host: its page, or its PDF where the ACL Anthology's PDF was linked."""
    page = canonical(place.url, LANDING, bare=place.bare)
    is_pdf = "aclanthology.org" in page and place.url.lower().endswith(".pdf")
    return f"{page.rstrip('/')}.pdf" if is_pdf else page


def _own(item: Item) -> Iterator[str]:
    for link in item.links:
        work = identify(link.url)
        if work.kind in PAPERS and not _is_one(_host(link.url), (*_MOVED, *_GONE, *_COPIES)):
            yield work.key


def _host(url: str) -> str:
    address = split(url)
    return address.host.removeprefix("www.") if address is not None else ""


def _is_one(host: str, of: tuple[str, ...]) -> bool:
    return any(host == each or host.endswith(f".{each}") for each in of)
