"""Bare URLs: what GitHub makes a link of, and what the author meant. Knows nothing of Markdown's blocks, spans or code.

The rules are those of cmark-gfm's autolink extension (github/cmark-gfm, extensions/autolink.c), quirks included; a test
asks cmark-gfm itself.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from listlint.records import dataclass
from listlint.regex import lazy
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_HINTS: Final = ("://", "www.", "@")
_START: Final = lazy(r"(?<![A-Za-z])(?i:https?|ftp)://|www\.", re.ASCII)
_BEFORE_WWW: Final = frozenset("\t\n\f\r *_~(")
_HOST: Final = lazy(r"(?:\\?[^\t\n\f\r !-,/:-@\[-^`{-~\u0080-\U0010ffff])*")
_REACH: Final = lazy(r"[^\t\n\f\r <]*")
_MAX_DOTS: Final = 10
"""A host with more dots may have underscores anywhere: cmark-gfm gives up counting."""
_TRIMMED: Final = frozenset("?!.,:;*_~'\"")
_PUNCTUATION: Final = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_SPACES: Final = frozenset(map(chr, (9, 10, 12, 13, 32, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)))
_GLUE: Final = lazy(r"[，。；：！？、…—～｜）】》〉〕〗”’」』＞］｝（【《〈〔〖“‘「『＜［｛\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]")
"""What ends a URL in its author's mind: full-width punctuation, quotes, blanks outside ASCII, zero-width ones."""
_LOCAL: Final = lazy(r"[A-Za-z0-9.+_-]")
_DOMAIN: Final = lazy(r"[A-Za-z0-9_/.-]*")
_DOT: Final = lazy(r"\.(?![A-Za-z0-9])")
_BRACKET: Final = lazy(r"[\[\]]")


@dataclass(frozen=True, slots=True)
class BareUrl:
    """A URL or an address in running text that GitHub links."""

    meant: Span
    """The URL without the text that is glued to it."""
    rendered: Span
    """All that GitHub makes a link of."""
    prefix: str = ""
    """What GitHub puts before it to make the destination: `http://`, `mailto:` or nothing."""


def within(text: str, content: Span, runs: Iterable[Span]) -> Iterator[BareUrl]:
    """The bare URLs of one leaf block (or table cell), in order.

    `content` is its inline content, `runs` the stretches of plain text in it: outside code, links, images, `<…>`. Where
    a bracket is open GitHub links no URL, only addresses. A URL may reach beyond its run; what Markdown saw inside
    `rendered` isn't there on GitHub.
    """
    plain = list(runs)
    if not any(text.find(hint, run.start, run.end) >= 0 for run in plain for hint in _HINTS):
        return
    depth, at = 0, content.start
    for run in plain:
        at = max(at, run.start)
        while at < run.end:
            bracket = _bracket(text, at, run.end)
            end = bracket if bracket is not None else run.end
            for found in find(text, at, end, origin=content.start, stop=content.end) if depth == 0 else _addresses(text, at, end):
                yield found
                at = found.rendered.end
            if at > end or bracket is None:
                at = max(at, end)
                continue
            depth = depth + 1 if text[bracket] == "[" else max(depth - 1, 0)
            at = bracket + 1


def find(text: str, start: int, end: int, *, origin: int = 0, stop: int | None = None) -> Iterator[BareUrl]:
    """The bare URLs and addresses that begin in `[start, end)`, in order; a URL reaches `stop` (default: `end`) at most.

    The text before `start` tells whether a link may begin there, but not what lies before `origin`, where the inline
    content of the block begins.
    """
    stop = end if stop is None else stop
    while (found := _url(text, start, end, origin, stop)) is not None:
        yield from _addresses(text, start, found.rendered.start)
        yield found
        start = found.rendered.end
    yield from _addresses(text, start, end)


def _url(text: str, at: int, end: int, origin: int, stop: int) -> BareUrl | None:
    """The first URL that begins in `[at, end)`."""
    while (match := _START.search(text, at, end)) is not None:
        start, at = match.span()
        if match[0] == "www.":
            may = start == origin or text[start - 1] in _BEFORE_WWW
            size = _host(text, start, stop) if may else None
            if size is None or "." not in text[start : start + size]:
                continue
            at, prefix = start + size, "http://"
        else:
            if at >= stop or not _starts_host(text[at]) or (size := _host(text, at, stop)) is None:
                continue
            at, prefix = at + size, ""
        reach = _REACH.match(text, at, stop)
        rendered = Span(start, _trim(text, start, reach.end() if reach else at))
        glue = _GLUE.search(text, start, rendered.end)
        meant = Span(start, _trim(text, start, glue.start())) if glue else rendered
        return BareUrl(meant, rendered, prefix)
    return None


def _starts_host(char: str) -> bool:
    return char not in _SPACES and char not in _PUNCTUATION and not unicodedata.category(char).startswith("P")


def _host(text: str, start: int, stop: int) -> int | None:
    """How many characters of `text` from `start` are host; None where an underscore in it prevents the link.

    The first character is taken for granted, the last one before `stop` isn't looked at, and nothing after a character
    outside ASCII, as in cmark-gfm.
    """
    match = _HOST.match(text, start + 1, max(stop - 1, start + 1)) if text[start].isascii() else None
    host = match[0] if match else ""
    labels = host.split(".")
    if len(labels) <= _MAX_DOTS + 1 and any("_" in label for label in labels[-2:]):
        return None
    return 1 + len(host)


def _trim(text: str, start: int, end: int) -> int:
    """Where the link ends that reaches from `start` to `end`: punctuation, an entity and unbalanced `)` left out."""
    surplus = text.count(")", start, end) - text.count("(", start, end)
    while end > start:
        char = text[end - 1]
        if char == ")" and surplus > 0:
            surplus -= 1
        elif char not in _TRIMMED:
            return end
        end = _before_entity(text, start, end) if char == ";" else end - 1
    return end


def _before_entity(text: str, start: int, end: int) -> int:
    """Where the `&name;` begins that ends at `end`; one back where there is none."""
    at = end - 2
    while at > start and text[at].isascii() and text[at].isalpha():
        at -= 1
    return at if at < end - 2 and text[at] == "&" else end - 1


def _bracket(text: str, start: int, end: int) -> int | None:
    """Where the first bracket in `[start, end)` stands that no backslash takes the meaning from."""
    for match in _BRACKET.finditer(text, start, end):
        at = match.start()
        while at > 0 and text[at - 1] == "\\":
            at -= 1
        if (match.start() - at) % 2 == 0:
            return match.start()
    return None


def _addresses(text: str, start: int, end: int) -> Iterator[BareUrl]:
    """The e-mail and XMPP addresses in `[start, end)`."""
    scheme, dotted = "", False
    while (at := text.find("@", start, end)) >= 0:
        first, scheme = _local_part(text, start, at, scheme)
        domain = _DOMAIN.match(text, at + 1, end)
        last = _domain_end(text, at + 1, domain.end() if domain else at + 1, scheme)
        dotted = dotted or "." in text[at:last]
        start = at + 1 if first == at else last
        if first < at and last < end and text[last] == "@":
            start = at + 1  # cmark-gfm tries the next "@" and keeps what it has seen: a scheme, a dot
            continue
        if first < at and dotted and text[last - 1].isalpha():
            start = _trim(text, at, last)
            span = Span(first, start)
            yield BareUrl(span, span, "" if scheme else "mailto:")
        scheme, dotted = "", False


def _domain_end(text: str, start: int, end: int, scheme: str) -> int:
    """Where the host ends that may reach from `start` to `end`: a dot needs a letter or digit behind it."""
    dot = _DOT.search(text, start, end)
    end = dot.start() if dot else end
    slash = -1 if scheme == "xmpp:" else text.find("/", start, end)
    return slash if slash >= 0 else end


def _local_part(text: str, start: int, at: int, scheme: str) -> tuple[int, str]:
    """Where the address before the `@` at `at` begins, and its scheme if it has one."""
    first = at
    while first > start:
        if text[first - 1] != ":":
            if _LOCAL.match(text, first - 1) is None:
                break
        elif found := next((name for name in ("mailto:", "xmpp:") if _has_scheme(text, start, first, name)), ""):
            scheme = found if scheme != "xmpp:" else scheme
        else:
            break
        first -= 1
    return first, scheme


def _has_scheme(text: str, start: int, end: int, scheme: str) -> bool:
    """Whether `scheme` ends at `end`, begins in the run, and no letter or digit stands before it."""
    begin = end - len(scheme)
    before = text[begin - 1] if begin > 0 else " "
    return begin >= start and text.startswith(scheme, begin) and not (before.isascii() and before.isalnum())
