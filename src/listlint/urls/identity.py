"""Which work a link leads to, and how its address may be rewritten. Two functions, kept apart; knows no host by name but four.

`identify` may fold hard, for what it returns is compared and never written; `canonical` changes as few characters as it can.
Whatever `canonical` returns leads to what `identify` said of the original, and comes back unchanged from a second round.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from listlint.recent import recent
from listlint.urls.address import BLANK, split, strip_directive
from listlint.urls.bare import meant
from listlint.urls.generic import generic_key
from listlint.urls.hosts import SECURE, reader
from listlint.urls.tracking import without
from listlint.urls.work import Found, Work, work

if TYPE_CHECKING:
    from listlint.urls.address import Address
    from listlint.urls.arxiv import Form

_SCHEME: Final = r"[A-Za-z][A-Za-z0-9+.-]{0,30}:"
_ROUNDS: Final = 4


class Policy(NamedTuple):
    """What `canonical` may do beyond the owner's own spelling of the page that the author chose.

    `landing`: the work's own page whatever page, host, version or place in it the author chose. `referral`: `ref` and other
    parameters that mean something on some sites go too. `form`: abs, pdf or html for arXiv's own links (None: as written).
    """

    landing: bool = False
    referral: bool = False
    form: Form | None = None
    drop_version: bool = False


PLAIN: Final = Policy()
"""What a safe fix may do."""

LANDING: Final = Policy(landing=True, referral=True)
"""The one address for a work: equal works, equal addresses, as far as the address tells."""


@recent(8192)
def identify(url: str, *, bare: bool = True) -> Work:
    """The work that `url` leads to. Never raises; 20 microseconds.

    `bare`: the text is a URL as it stands in running text, so glued punctuation isn't part of it; false for a destination
    in `[]()` or `<>`, where a URL may end in a full-width bracket. `relative` and `invalid-arxiv` have an empty key.
    """
    text = _trimmed(url, bare=bare)
    found, address = _read(text)
    if found.kind == "url" and not found.key:
        return work("url", generic_key(found.plain or address) if address is not None else f"url:{text}")
    return work(found.kind, found.key)


def _trimmed(url: str, *, bare: bool) -> str:
    return meant(url) if bare else url.strip(BLANK)


@recent(1024)
def _read(text: str) -> tuple[Found, Address | None]:
    """What is found in `text`, and its parts where it's a web address."""
    address = split(text)
    if address is not None:
        return _of_host(address), address
    if (named := _by_name(text)) is not None:
        return named, None
    if (assumed := _without_scheme(text)) is not None:
        return _read(assumed)
    scheme = re.match(_SCHEME, text)
    if scheme is None:
        return Found("relative", ""), None
    kind = "url" if scheme[0].lower() in {"http:", "https:"} else "other-scheme"
    return Found(kind, f"url:{text}"), None


def _by_name(text: str) -> Found | None:
    """`arXiv:2307.14430`, `doi:10.1145/1`, `10.1145/1`."""
    start = text[:6].lower()
    if not start.startswith(("arxiv:", "doi:", "10.")):
        return None
    from listlint.urls import papers  # noqa: PLC0415 - most lists have no such links

    name = text.partition(":")[2].lstrip()
    if start == "arxiv:":
        return papers.arxiv_found(name.partition(" ")[0]) or Found("invalid-arxiv", "")
    return papers.doi_found(name if start.startswith("doi:") else text)


def _of_host(address: Address) -> Found:
    read = reader(address.host)
    found = None if read is None or address.port else read(address)
    secure = found is not None and found.kind != "url"
    if secure or address.host.removeprefix("www.") in SECURE:
        found = found or Found("url", "")
        return found._replace(plain=(found.plain or address)._replace(scheme="https"))
    return found or Found("url", "")


def _without_scheme(text: str) -> str | None:
    """`https://` before `github.com/foo/bar` and `www.example.com`: hosts that the table knows, or that say `www.`."""
    host, slash, _ = text.partition("/")
    host = host.lower()
    if not slash and not host.startswith("www."):
        return None
    if "." not in host or ":" in host or host.startswith("."):
        return None
    return f"https://{text}" if reader(host) is not None else (f"http://{text}" if host.startswith("www.") else None)


@recent(4096)
def canonical(url: str, policy: Policy = PLAIN, *, bare: bool = True) -> str:
    """The address of the same work as its owner writes it: the smallest edit of `url` that `policy` allows.

    Readable text is never escaped, a query never rebuilt, the case of a name never changed. A URL with a password, one that
    can't be read and an impossible arXiv identifier come back as they are. Never raises.
    """
    text = _trimmed(url, bare=bare)
    known = identify(url, bare=bare)
    if known.kind in {"relative", "invalid-arxiv", "other-scheme"}:
        return url
    for _ in range(_ROUNDS):
        written = _trimmed(_written(text, policy), bare=bare)
        if written == text:
            return text if identify(text, bare=bare) == known else url
        text = written
    return url


def _written(text: str, policy: Policy) -> str:
    found, address = _read(text)
    if address is None:
        return found.landing if policy.landing and found.landing else text
    if address.userinfo:
        return text
    if policy.landing and found.landing is not None:
        return found.landing
    if found.kind == "arxiv" and not address.host.endswith("doi.org"):
        from listlint.urls import arxiv  # noqa: PLC0415 - as above

        if arxiv.is_host(address.host):
            return arxiv.canonical(text, form=policy.form, drop_version=policy.drop_version)
    plain = found.plain or address
    query = without(plain.query, address.host, referral=policy.referral)
    written = plain._replace(query=query, fragment=strip_directive(plain.fragment)).text
    return written if policy.landing or text.isascii() else _with_host_as_written(written, plain.host, text)


def _with_host_as_written(written: str, host: str, text: str) -> str:
    """An author's `例子.测试` stays readable; Punycode is for keys and for the landing page."""
    authority = re.split(r"[/?#\\]", text.partition("//")[2], maxsplit=1)[0].partition(":")[0]
    return written if authority.isascii() else written.replace(host, authority, 1)
