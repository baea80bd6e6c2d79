"""URLs that can't be followed as they're written, and brackets that were meant as links. Knows nothing of dead sites."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from listlint.diagnostic import Severity
from listlint.edits import Edit, Fix, Phase, Rewrite, Safety
from listlint.rule import Rule
from listlint.style.addresses import Place, places, rewritten
from listlint.style.nearlinks import NearLink, near_links
from listlint.style.parentheses import is_open
from listlint.style.places import meets
from listlint.text import Span
from listlint.urls import arxiv
from listlint.urls.malformed import fault, mended

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style

_NEAR: Final = {
    "blank": "URL {url} has white space in it",
    "unclosed": "parenthesis before {url} isn't closed",
    "apart": "white space parts [{label}] from its URL",
    "square": "URL of [{label}] stands in square brackets",
    "wide": "URL of [{label}] stands in full-width parentheses",
}
_OPENERS: Final = "[(（"
_SHOWN: Final = 100


class MalformedUrl(Rule):
    """LL204."""

    code = "LL204"
    name = "malformed-url"
    summary = "A URL can't be followed as it is written."
    severity = Severity.ERROR
    phase = Phase.LINK
    everywhere = True

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Faults in destinations, then in what is no link for them, in document order."""
        del style
        found = [*self._destinations(document), *self._near_links(document), *self._surplus(document)]
        yield from sorted(found, key=lambda one: one.span)

    def _destinations(self, document: Document) -> Iterator[Diagnostic]:
        for place in places(document, images=True):
            if (stray := _stray(document, place)) is not None:
                yield self.diagnostic(*stray[:2], fix=stray[2])
                continue
            found = fault(place.url)
            if found is None or not _applies(place, found.what) or _has_bad_id(place.url):
                continue
            if not place.url.strip() and place.link is not None:
                shown = place.link.text or "the brackets"
                yield self.diagnostic(place.link.span, f'destination of "{_cut(shown)}" is empty, expected a URL')
                continue
            meant = mended(place.url)
            expected = f", expected {meant}" if meant else ", expected one that leads somewhere"
            fix = rewritten(document, place, meant) if meant else None
            yield self.diagnostic(place.span, f"{_cut(place.url)} {found.what}{expected}", fix=fix)

    def _near_links(self, document: Document) -> Iterator[Diagnostic]:
        for near in near_links(document):
            if near.kind == "reference":
                continue
            label = " ".join(near.label.of(document.text).split())
            said = _NEAR[near.kind].format(url=_cut(near.url), label=_cut(label))
            mark = "!" if _is_image(document.text, near) else ""
            expected = f"{mark}[{_cut(label)}]({near.meant or 'URL'})"
            yield self.diagnostic(near.span, f"{said}, expected {expected}", fix=_near_fix(document, near))

    def _surplus(self, document: Document) -> Iterator[Diagnostic]:
        """`[a](https://x))` where nothing opens the second parenthesis."""
        text = document.text
        for link in document.links:
            end = link.span.end
            if link.kind != "inline" or not text.startswith(")", end) or meets(Span(end, end + 1), document.opaque):
                continue
            if is_open(text, link.span.start) or "(" in link.label.of(text):
                continue
            span = Span(end, end + 1)
            fix = None if meets(span, document.guarded) else Fix("remove it", (Edit(span, ""),))
            yield self.diagnostic(span, "parenthesis after the link closes nothing, expected none", fix=fix)


def _applies(place: Place, what: str) -> bool:
    """Whether a fault counts there: images may be files, GitHub makes URLs of bare hosts, `<ip:port>` is a placeholder."""
    link = place.link
    if link is not None and link.kind in {"bare", "autolink"}:
        return place.url[:4].lower() == "http"
    return not (place.image and what in {"is empty", "has no scheme"})


def _stray(document: Document, place: Place) -> tuple[Span, str, Fix | None] | None:
    """A destination that opens with a bracket: `[a]([https://x])`, `[a]((https://x))`."""
    link = place.link
    if link is None or link.kind != "inline" or link.rendered[:1] not in tuple(_OPENERS):
        return None
    url = mended(place.url)
    said = f"destination opens with {link.rendered[0]}, expected {url or 'a URL'}"
    whole = Span(link.label.end + 2, link.span.end - 1)
    if (
        url is None
        or meets(whole, document.guarded)
        or any(char.isspace() for char in whole.of(document.text))
        or meets(whole, document.opaque)
    ):
        return place.span, said, None
    return place.span, said, Fix(f"write {url}", (Edit(whole, url),), rewrites=(Rewrite(link.rendered, url),))


def _is_image(text: str, near: NearLink) -> bool:
    return text[near.label.start - 2 : near.label.start - 1] == "!"


def _near_fix(document: Document, near: NearLink) -> Fix | None:
    """The link put right; None where the URL that was meant isn't plain, or stands where no fix may write."""
    text = document.text
    if near.meant is None or any(char in near.meant for char in " <>") or meets(near.span, document.opaque):
        return None
    if _is_image(text, near) or meets(near.span, document.guarded):
        return None
    edits = (Edit(Span(near.label.end, near.span.end), f"]({near.meant})"),)
    if near.kind == "blank":
        head, blank, _ = near.url.partition(" ")
        start = text.find(near.url, near.label.end, near.span.end)
        gone = Span(start + len(head + blank), start + len(near.url))
        return Fix("write the link", edits, Safety.UNSAFE, (Rewrite(head, near.meant),), (gone,)) if blank and start >= 0 else None
    links = [link for link in document.links if link.span.overlaps(near.span)]
    if any(link.kind == "bare" and not link.url.startswith(near.meant) and near.meant.startswith(link.url) for link in links):
        return None  # a character in the URL ends it or is none of it: which, nobody knows
    inside = [link.rendered for link in links]
    if near.kind == "square":
        inside.append(f"{near.url}]")  # what markdown-it makes a link of
    return Fix("write the link", edits, rewrites=(*(Rewrite(url, None) for url in inside), Rewrite(None, near.meant)))


def _has_bad_id(url: str) -> bool:
    """Whether LL302 has said it: an arXiv link whose id can't be, for what is glued to it."""
    paper = arxiv.read(url)
    return paper is not None and paper.id is None


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
