"""What is wrong with an address as it's written, and what it was meant to be where there is one reading. Knows no Markdown.

Only faults that break the link or that no author means; an odd address that leads somewhere is none. Relative paths,
`#anchors`, `mailto:`, `ftp:` and other schemes are fine.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from listlint.regex import lazy
from listlint.urls.address import split

_INVISIBLE: Final = lazy("[\u00a0\u00ad\u200b\u2028\u2029\u3000\ufeff]")
_WEB: Final = lazy(r"https?://", re.IGNORECASE)
_DOUBLED: Final = lazy(r"https?:?/{0,2}(?=https?:?//)", re.IGNORECASE)
_SCHEME: Final = lazy(r"([A-Za-z]{3,8})([:;.,]?)([/\\]{0,4})(?=([^/\\]?))")
_HOST: Final = lazy(r"(?:[a-z0-9-]{1,63}\.){1,6}([a-z]{2,18})(?::[0-9]{1,5})?(?=[/?#]|\Z)", re.IGNORECASE)
_MAIL: Final = lazy(r"[A-Za-z0-9._+-]+@(?:[A-Za-z0-9-]+\.){1,6}[A-Za-z]{2,18}")
_SECOND: Final = lazy(r"(?<=[A-Za-z0-9()\],;|])https?://", re.IGNORECASE)
_QUOTES: Final = "\"'>“”"
_JOINTS: Final = "[](),;| "
_LIKE: Final = 0.75


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_CERTAIN: Final = _names("com org net edu gov io dev co")
"""Top-level domains that no file's name ends in."""
_WITH_PATH: Final = _names("""
    ai app me info tech xyz club site online cloud blog global cn jp kr de uk fr eu us ca ru tw hk br au ch nl se es ua
    in it at be cz dk fi gr ie il no nz pt to tv fm gg so sh
""")
"""Those that a file or a folder may end in: a host only where a path follows, or a domain of the second level stands before it."""


class Fault(NamedTuple):
    """What is there, as the rest of a sentence that begins with the address, and the address without this one fault."""

    what: str
    mended: str | None = None


def fault(url: str) -> Fault | None:
    """The first fault of `url`; None where there is none. Never raises; linear time."""
    if not url.strip():
        return Fault("is empty")
    plain = _INVISIBLE.sub("", url)
    if plain != url and (_WEB.match(plain) or not plain):
        return Fault("holds an invisible character", plain)
    for find in (_doubled, _scheme, _second, _host, _quoted, _schemeless):
        if (found := find(url)) is not None:
            return found
    return None


def mended(url: str) -> str | None:
    """The address that was meant: `url` without any fault; None where one of them has more than one reading."""
    for _ in range(4):
        found = fault(url)
        if found is None:
            return url
        if found.mended is None:
            return None
        url = found.mended
    return None


def _doubled(url: str) -> Fault | None:
    """`http://https://x`."""
    at = 0
    while (match := _DOUBLED.match(url, at)) is not None:
        at = match.end()
    return Fault("has two schemes", url[at:]) if at else None


def _scheme(url: str) -> Fault | None:
    """`http//x`, `ttps://x`, `https:x`, `http:///x`."""
    match = _SCHEME.match(url)
    if match is None:
        return None
    letters, colon, slashes, after = match.groups()
    name = _meant_scheme(letters.lower())
    if name is None or (letters.lower() == name and colon == ":" and slashes == "//"):
        return None
    rest = url[match.end() :]
    written = letters + colon + slashes
    enough = len(slashes) > 1
    if not after:
        return Fault("has no host") if enough else None
    hosted = _HOST.match(rest) is not None or (colon == ":" and slashes == "//")
    if not hosted or not (colon or enough):  # `http/x.org` may be a folder
        return None
    return Fault(f"begins with {written}", f"{name}://{rest}")


def _meant_scheme(letters: str) -> str | None:
    """`https` or `http`, whichever `letters` were meant to be."""
    if letters in {"http", "https"}:
        return letters
    if letters.startswith(("ftp", "sftp", "file")):
        return None
    name = "https" if "s" in letters else "http"
    if {"t", "p"} <= set(letters) <= set("htps"):
        return name
    from difflib import SequenceMatcher  # noqa: PLC0415 - only a mistake should cost it

    return name if SequenceMatcher(None, letters, name).ratio() >= _LIKE else None


def _second(url: str) -> Fault | None:
    """`https://x/ahttps://x/b`; an archive's `/http://` and a parameter's `=http://` are fine."""
    if _WEB.match(url) is None or (match := _SECOND.search(url, 8)) is None:
        return None
    first, second = url[: match.start()].rstrip(_JOINTS), url[match.start() :].rstrip(_JOINTS)
    return Fault("is two URLs in one", first if first == second else None)


def _host(url: str) -> Fault | None:
    """`http://`, `https://github,com/x`, `https://github.com:foo/bar`."""
    if (match := _WEB.match(url)) is None:
        return None
    host = re.split(r"[/?#]", url[match.end() :], maxsplit=1)[0]
    if not host:
        return Fault("has no host")
    if "," in host and _HOST.fullmatch(host.replace(",", ".")):
        return Fault("has a comma in its host", match[0] + host.replace(",", ".") + url[match.end() + len(host) :])
    if host.isascii() and host.strip(".") and "{" not in host and split(url) is None:
        return Fault("has no host that can be")
    return None


def _quoted(url: str) -> Fault | None:
    """`https://example.org/a"`: a quote that was to end an attribute."""
    if _WEB.match(url) is None or url[-1] not in _QUOTES:
        return None
    kept = url.rstrip(_QUOTES)
    return Fault(f"ends in {url[-1]}", kept) if not any(quote in kept for quote in _QUOTES) else None


def _schemeless(url: str) -> Fault | None:
    """`www.example.org`, `example.org/a`, `name@example.org`."""
    if _MAIL.fullmatch(url):
        return Fault("has no mailto:", f"mailto:{url}")
    match = _HOST.match(url)
    if match is None or not match[0].isascii():
        return None
    host = match[0].lower().partition(":")[0]
    labels = host.split(".")
    path = len(url) > match.end() + 1
    known = labels[-1] in _CERTAIN or (labels[-1] in _WITH_PATH and (path or labels[-2] in {*_CERTAIN, "ac"}))
    if host.startswith("www.") or (known and (path or match[0].islower())):
        return Fault("has no scheme", f"https://{url}")
    return None
