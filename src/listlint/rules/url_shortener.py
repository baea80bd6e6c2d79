"""Links through a shortener: nobody sees where they lead, and they die with it. Knows shorteners by name."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from listlint.rule import Rule
from listlint.style.addresses import places
from listlint.style.thresholds import MIN_CLEAR
from listlint.urls.address import split

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style
    from listlint.style.addresses import Place


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SHORTENERS: Final = _names("""
    bit.ly bitly.com goo.gl t.co tinyurl.com ow.ly is.gd v.gd buff.ly git.io cutt.ly rebrand.ly rb.gy tiny.cc adf.ly j.mp lnkd.in
    shorturl.at shorturl.asia t.ly u.nu qr.ae b23.tv amzn.to fb.me wp.me dlvr.it ift.tt hubs.ly trib.al zpr.io x.gd urlz.fr bl.ink kutt.it
    clck.ru vk.cc goo.su reurl.cc ppt.cc lihi.cc pse.is me2.do han.gl naver.me tr.im soo.gd po.st snip.ly tny.im s.coop
    t.cn url.cn dwz.cn suo.im suo.nz mrw.so dwz.win w.url.cn sourl.cn tb.cn u.jd.com 3.cn
""")
"""Hosts that do nothing but redirect by an opaque code; an owner's own short links (youtu.be, aka.ms, hf.co, t.me) are none."""


class UrlShortener(Rule):
    """LL205."""

    code = "LL205"
    name = "url-shortener"
    summary = "A link goes through a URL shortener."

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Links and link definitions to a shortener's codes, but for one that stands so often that the keeper chose it.

        A shortener's own front page is fine, and so is what a program set in HTML.
        """
        del style
        found: defaultdict[str, list[Place]] = defaultdict(list)
        for place in places(document):
            if place.link is not None and place.link.kind == "html":
                continue
            address = split(place.url)
            if address is None or address.host.removeprefix("www.") not in _SHORTENERS or not address.segments:
                continue
            if address.host == "goo.gl" and address.segments[0] in {"maps", "forms"}:
                continue  # these go on after the shortener's end
            found[address.host].append(place)
        for place in sorted((place for alike in found.values() if len(alike) < MIN_CLEAR for place in alike), key=lambda one: one.span):
            yield self.diagnostic(place.span, f"{place.url} hides where it leads, expected the address behind it")
