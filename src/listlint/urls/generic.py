"""The key of an address whose host has no rules of its own. Knows what servers may tell apart, and folds some of it: weak.

Facts: RFC 3986 6.2.2 and 6.2.3; WHATWG URL Standard (what a browser escapes); `www.`, a trailing slash, the order of the query
and a plain fragment rarely lead elsewhere; a fragment that begins with `/` or `!` is a page of a single-page site.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, unquote_to_bytes

from listlint.urls.address import encode
from listlint.urls.tracking import without

if TYPE_CHECKING:
    from listlint.urls.address import Address

_PLAIN: Final = r"[A-Za-z0-9_.~-]*"


def generic_key(address: Address) -> str:
    """Host less `www.`, port, path without trailing slash, sorted query without trackers, and the fragment of a route."""
    host = address.host
    if host.startswith("www.") and host.count(".") > 1:
        host = host[4:]
    port = f":{address.port}" if address.port else ""
    route = f"#{encode(address.fragment)}" if address.fragment.startswith(("/", "!")) else ""
    return f"url:{host}{port}{encode(address.path).rstrip('/')}{comparable_query(address)}{route}"


def comparable_query(address: Address) -> str:
    """`?` and the query sorted by name, one way of escaping, trackers and referrers out; empty where nothing is left.

    `&amp;`, as Markdown writes `&`, counts as `&`. Bytes that are no UTF-8 stay different from one another: many old Chinese
    sites escape GBK.
    """
    query = without(address.query, address.host, referral=True)
    if not query:
        return ""
    pairs = sorted(_pair(pair) for pair in query.split("&") if pair)
    return "?" + "&".join(pairs) if pairs else ""


def _pair(pair: str) -> str:
    name, _, value = pair.partition("=")
    return f"{_part(name.removeprefix('amp;'))}={_part(value)}"


def _part(text: str) -> str:
    if re.fullmatch(_PLAIN, text):
        return text
    raw = unquote_to_bytes(text.replace("+", " ").encode("utf-8", "surrogatepass"))
    return quote(raw, safe="").replace("%20", "+")
