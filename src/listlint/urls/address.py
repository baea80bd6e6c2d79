"""A web address taken apart, as browsers take it apart. Knows no host by name.

Facts: WHATWG URL Standard (white space, backslashes, slashes after the scheme, host case, default ports, dot segments),
RFC 3986 6.2.2 (escapes of unreserved characters say the same as the characters).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import quote, unquote

from listlint.recent import recent
from listlint.regex import lazy

if TYPE_CHECKING:
    from collections.abc import Sequence

BLANK: Final = "".join(map(chr, range(0x21)))
"""What browsers take off both ends of an address."""

_INNER_BLANK: Final = {9: None, 10: None, 13: None}
_PORTS: Final = {"http": "80", "https": "443"}
_HOST: Final = lazy(r"[a-z0-9_.!$&'()*+,;=~\"{}`-]+")
_PLAIN: Final = lazy(r"[A-Za-z0-9/._~:@!$&'()*+,;=-]*")
_ESCAPE: Final = r"%[0-9A-Fa-f]{2}"
_UNRESERVED: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_LONGEST_HOST: Final = 253
_LONGEST_PORT: Final = 65535


class Address(NamedTuple):
    """The parts of an http(s) address; `scheme` is empty where the author wrote `//host`, `port` where it's the default one.

    Host is lower-case ASCII; the path has its dot segments resolved and needless escapes decoded; query and fragment
    stand as written, without `?` and `#`.
    """

    scheme: str
    userinfo: str
    host: str
    port: str
    path: str
    query: str
    fragment: str

    @property
    def text(self) -> str:
        """The address put together again; `https` where no scheme was written, no empty query, no empty fragment."""
        user = f"{self.userinfo}@" if self.userinfo else ""
        port = f":{self.port}" if self.port else ""
        query = f"?{self.query}" if self.query else ""
        fragment = f"#{self.fragment}" if self.fragment else ""
        return f"{self.scheme or 'https'}://{user}{self.host}{port}{self.path}{query}{fragment}"

    @property
    def segments(self) -> list[str]:
        """The segments of the path that aren't empty, as written."""
        return [segment for segment in self.path.split("/") if segment]


def may_hold(url: str, names: Sequence[str]) -> bool:
    """Whether one of `names`, in small letters, may be part of the host of `url`: said without taking it apart, sometimes wrongly yes."""
    if not url.isascii() or "%" in url or not url.isprintable():
        return True
    url = url.lower()
    for name in names:  # noqa: SIM110 - asked of every URL several times
        if name in url:
            return True
    return False


@recent(8192)
def split(url: str) -> Address | None:
    """The parts of `url`; None where it isn't http(s) or `//host`, or its host or port is none."""
    url = url.strip(BLANK)
    if not url.isprintable():
        url = url.translate(_INNER_BLANK)
    head, colon, rest = url.partition(":")
    scheme = head.lower()
    if not colon or scheme not in _PORTS:
        if not url.startswith("//"):
            return None
        scheme, rest = "", url
    rest, _, fragment = rest.partition("#")
    rest, _, query = rest.partition("?")
    rest = rest.replace("\\", "/").lstrip("/")
    authority, slash, path = rest.partition("/")
    userinfo, _, authority = authority.rpartition("@")
    written, port = _host_and_port(authority)
    host = _ascii_host(written)
    if host is None or port is None:
        return None
    if port == _PORTS[scheme or "https"]:
        port = ""
    return Address(scheme, userinfo, host, port, _tidy_path(slash + path), query, fragment)


def _host_and_port(authority: str) -> tuple[str, str | None]:
    """Host and port as decimal digits; the port is empty where there is none and None where it is no number."""
    host, colon, port = authority.rpartition(":")
    if not colon or authority.endswith("]"):
        return authority, ""
    if not port:
        return host, ""
    if len(port) > len(str(_LONGEST_PORT)) or not (port.isascii() and port.isdigit()):
        return host, None
    return host, str(int(port)) if int(port) <= _LONGEST_PORT else None


@recent(4096)
def _ascii_host(host: str) -> str | None:
    """Lower-case ASCII form of a host; None where it can't be one. `[v6]` addresses stay as they are."""
    if host.isascii() and "%" not in host:
        host = host.lower()
        if host.startswith("[") and host.endswith("]"):
            return host if set(host[1:-1]) <= set("0123456789abcdef:.") and ":" in host else None
        if not host.rstrip(".").rpartition(".")[2][:1].isdigit():
            return host if _HOST.fullmatch(host) and host.strip(".") else None
    elif len(host) > _LONGEST_HOST:
        return None
    from listlint.urls import hostname  # noqa: PLC0415 - needed for one link in a thousand

    host = hostname.to_ascii(host)
    if re.fullmatch(r"(?:[0-9]+|0x[0-9a-f]*)", host.rstrip(".").rpartition(".")[2]):
        return hostname.ipv4(host)
    return host if _HOST.fullmatch(host) and host.strip(".") else None


def _tidy_path(path: str) -> str:
    if "%" in path:
        path = re.sub(_ESCAPE, _plain_escape, path)
    if "/." not in path:
        return path
    kept: list[str] = []
    segments = path.split("/")[1:]
    for segment in segments:
        if segment == "..":
            del kept[-1:]
        elif segment != ".":
            kept.append(segment)
    if segments[-1] in {".", ".."}:
        kept.append("")
    return "/" + "/".join(kept)


def _plain_escape(escape: re.Match[str]) -> str:
    character = chr(int(escape[0][1:], 16))
    return character if character in _UNRESERVED else escape[0].upper()


def encode(text: str) -> str:
    """`text` of a path or fragment with everything escaped that a browser escapes, for comparison only."""
    if _PLAIN.fullmatch(text):
        return text
    return re.sub(_ESCAPE, _plain_escape, quote(text, safe="/%:@!$&'()*+,;=~[]", errors="surrogatepass"))


def parameter(query: str, name: str) -> str | None:
    """The first value of a query parameter, escapes decoded; None where there is none. `&amp;` of a careless paste counts as `&`."""
    if name not in query:
        return None
    for pair in query.split("&"):
        key, _, value = pair.partition("=")
        if key in {name, f"amp;{name}"}:
            return unquote(value) if "%" in value else value
    return None


def strip_directive(fragment: str) -> str:
    """The fragment less `:~:text=...`, which says what to highlight and never reaches the page (WICG text fragments)."""
    return fragment.partition(":~:")[0]
