"""Bare URLs: what GitHub makes a link of, and what the author meant. Knows nothing of Markdown's blocks, spans or code.

The rules are those of cmark-gfm's autolink extension (github/cmark-gfm, extensions/autolink.c), checked against it by test.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_START: Final = re.compile(r"(?<![A-Za-z])(?:https?|ftp)://(?=[^\s<])|(?:(?<=[\t\n\f\r *_~(])|\A)www\.", re.ASCII | re.IGNORECASE)
_HOST: Final = re.compile(r"(?:[A-Za-z0-9.\-_]|\\[A-Za-z0-9.\-_\\])*")
_REACH: Final = re.compile(r"[^\t\n\f\r <]*")
_ENTITY: Final = re.compile(r"&[A-Za-z]+;\Z")
_TRIMMED: Final = frozenset("?!.,:;*_~'\"")
_ASCII_PUNCTUATION: Final = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_SPACES: Final = frozenset("\t\n\f\r \u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))))
_LONG_HOST: Final = 10
"""Dots above which cmark-gfm no longer minds underscores."""
_MAIL: Final = re.compile(r"@[A-Za-z0-9.\-_]+")
_MEANT_END: Final = re.compile("[，。；：！？、）】》”’」』（【《“‘「『〈〉〔〕〖〗…·．｜～　\u00a0\u200b\ufeff]")


@dataclass(frozen=True, slots=True)
class BareUrl:
    """A URL or address in running text that GitHub links."""

    meant: Span
    """The URL without the text that is glued to it."""
    rendered: Span
    """What GitHub makes the link's text."""
    prefix: str = ""
    """What GitHub puts before the text to make the destination: `http://`, `mailto:` or nothing."""


def find(text: str, start: int, end: int, stop: int | None = None) -> Iterator[BareUrl]:
    """The bare URLs that begin in `[start, end)`, in order; they reach `stop` (default: `end`) at most.

    `text` before `start` tells whether a URL may begin there. Brackets don't matter here: nothing that stands within an
    open `[` is linked on GitHub, and only the caller knows those.
    """
    stop = end if stop is None else stop
    at = start
    while (found := _next(text, at, end, stop)) is not None:
        yield from _addresses(text, at, found.rendered.start)
        yield found
        at = found.rendered.end
    yield from _addresses(text, at, end)


def _next(text: str, at: int, end: int, stop: int) -> BareUrl | None:
    while (match := _START.search(text, at, end)) is not None:
        host = match.end()
        www = match[0][-1] == "."
        size = _domain(text, match.start() if www else host, stop, short=not www)
        if size and (www or _is_host_start(text[host])):
            reach = _REACH.match(text, match.start() + size if www else host, stop)
            last = _trim(text, match.start(), reach.end() if reach else host)
            return _bare(text, Span(match.start(), last), "http://" if www else "")
        at = host
    return None


def _bare(text: str, rendered: Span, prefix: str) -> BareUrl:
    glued = _MEANT_END.search(text, rendered.start, rendered.end)
    return BareUrl(Span(rendered.start, glued.start()) if glued else rendered, rendered, prefix)


def _is_host_start(char: str) -> bool:
    return char not in _SPACES and char not in _ASCII_PUNCTUATION and not unicodedata.category(char).startswith("P")


def _domain(text: str, start: int, stop: int, *, short: bool) -> int:
    """How many characters from `start` are its host; 0 where an underscore or the want of a dot prevents the link."""
    match = _HOST.match(text, start, stop)
    host = match[0] if match else ""
    labels = host.split(".")
    if len(labels) <= _LONG_HOST + 1 and any("_" in label for label in labels[-2:]):
        return 0
    return len(host) if short or len(labels) > 1 else 0


def _trim(text: str, start: int, end: int) -> int:
    """Where the link ends that reaches from `start` to `end`, trailing punctuation left out."""
    surplus = text.count(")", start, end) - text.count("(", start, end)
    while end > start:
        char = text[end - 1]
        if char == ")" and surplus > 0:
            surplus -= 1
        elif char == ";" and (entity := _entity(text, start, end)):
            end -= entity - 1
        elif char not in _TRIMMED:
            return end
        end -= 1
    return end


def _entity(text: str, start: int, end: int) -> int:
    """Length of the `&name;` that ends at `end`; 0 where there is none."""
    at = end - 2
    while at > start and text[at].isascii() and text[at].isalpha():
        at -= 1
    return end - at if at < end - 2 and text[at] == "&" else 0


def _addresses(text: str, start: int, end: int) -> Iterator[BareUrl]:
    """E-mail and XMPP addresses in `[start, end)`."""
    at = start
    while (match := _MAIL.search(text, at, end)) is not None:
        first = match.start()
        while first > at and ((char := text[first - 1]) in ".+-_" or (char.isascii() and char.isalnum())):
            first -= 1
        at = match.end()
        last = _trim(text, match.start(), match.end())
        if first == match.start() or "." not in text[match.start() : last]:
            continue
        yield BareUrl(Span(first, last), Span(first, last), "mailto:")
