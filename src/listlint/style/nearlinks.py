"""What was meant as a link but is none: `[a](https://x b)`, `[a] (https://x)`, `[a][https://x]`, `[a][missing]`.

Reads the text between the links that the parser found. Where a bracket is as likely to be just a bracket, it's none.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from typing import TYPE_CHECKING, Final, Literal

from listlint.records import dataclass
from listlint.regex import lazy
from listlint.style.once import once
from listlint.style.places import flags
from listlint.text import Span
from listlint.urls.malformed import mended

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.model import Document

NearKind = Literal["blank", "unclosed", "apart", "square", "wide", "reference"]

_JOINT: Final = lazy(r"\](?: ?[(（]|\[)")
_URL: Final = lazy(r"(?:https?:/{0,2}|www\.)", re.IGNORECASE)
_TITLE: Final = lazy(r"[ \t]+(?:\"[^\"]*\"|'[^']*')[ \t]*\Z")
_AFTER_SLASH: Final = lazy(r"\A(https?://(?:[^\s/?#]+/)?)[ \t]+(?=\S+\Z)", re.IGNORECASE)
_LETTER: Final = lazy(r"[^\W\d_]")
_LONGEST: Final = 400
"""Characters of a label, and a quarter of those of a destination, that are looked at."""


@dataclass(frozen=True, slots=True)
class NearLink:
    """A stretch that was meant as a link. `span` is all of it, `url` what was meant as its destination or its reference."""

    kind: NearKind
    span: Span
    label: Span
    url: str
    meant: str | None = None
    """The URL as it was meant; None where that isn't plain, or for a reference."""


@once
def near_links(document: Document) -> tuple[NearLink, ...]:
    """The near-links of `document` in order, none within another."""
    return tuple(_Scan(document).found())


class _Scan:
    def __init__(self, document: Document) -> None:
        self.text = document.text
        shown = (*document.links, *document.images)
        self.joints = flags(len(self.text) + 1, (link.label.end for link in shown))
        taken = [*document.opaque, *(link.span for link in document.links if link.kind in {"autolink", "bare"})]
        taken += (Span(link.label.end + 1, link.span.end) for link in shown if link.kind != "html")
        taken.sort()
        self.starts = array("i", (span.start for span in taken))
        self.ends = array("i", (span.end for span in taken))
        self.link_starts = array("i", (link.span.start for link in document.links if link.kind != "bare"))

    def found(self) -> Iterator[NearLink]:
        at = 0
        while (match := _JOINT.search(self.text, at)) is not None:
            at = match.start() + 1
            close = match.start()
            if self.joints[close] or self._covers(close):
                continue
            label = self._label(close)
            near = None if label is None else self._near(match, label)
            if near is not None:
                yield near
                at = max(at, near.span.end)

    def _label(self, close: int) -> Span | None:
        """What stands in the bracket that `close` closes, on its line; no link in it, no image mark before it."""
        text, depth, at = self.text, 0, close
        if text[close - 1 : close] == "\\":
            return None
        first = max(close - _LONGEST, 0)
        first = max(text.rfind("\n", first, close) + 1, first)
        while at > first:
            at -= 1
            if text[at] == "]" and text[at - 1] != "\\":
                depth += 1
            elif text[at] == "[" and text[at - 1 : at] != "\\":
                if depth == 0:
                    return self._checked(Span(at + 1, close))
                depth -= 1
        return None

    def _checked(self, label: Span) -> Span | None:
        words = label.of(self.text)
        inside = bisect_right(self.link_starts, label.end)
        if not words.strip() or (inside and self.link_starts[inside - 1] >= label.start):
            return None
        return None if words.startswith("^") or self._covers(label.start) else label

    def _covers(self, at: int) -> bool:
        """Whether `at` stands in a link or in what is opaque."""
        index = bisect_right(self.starts, at)
        return any(self.ends[each] > at for each in range(max(index - 4, 0), index))

    def _near(self, match: re.Match[str], label: Span) -> NearLink | None:
        text, start = self.text, match.end()
        rest = text[start : start + 4 * _LONGEST].partition("\n")[0].rstrip("\r")
        joint = match[0]
        image = text[label.start - 2 : label.start - 1] == "!"
        if joint == "][":
            return None if image else self._reference(label, start, rest)
        if not _URL.match(rest.lstrip()) or (joint != "](" and (image or (" " in joint and _is_box(label.of(text))))):
            return None
        return self._destination(label, start, rest, joint)

    def _destination(self, label: Span, start: int, rest: str, joint: str) -> NearLink | None:
        wide = joint.endswith("（")
        size = _closing(rest, wide=wide)
        if size is None:
            return self._unclosed(label, start, rest, wide=wide)
        span, url = Span(label.start - 1, start + size + 1), rest[:size].strip()
        if wide or rest[size] == "）":
            return NearLink("wide", span, label, url, mended(url) if not _blank(url) else None)
        if " " in joint:
            return None if _blank(url) else NearLink("apart", span, label, url, mended(url))
        if _blank(_TITLE.sub("", url)):
            return NearLink("blank", span, label, url, _joined(url))
        return None

    def _unclosed(self, label: Span, start: int, rest: str, *, wide: bool) -> NearLink | None:
        """`[a](https://x/b_(c)`, `[a](https://x`; the URL ends where a blank does, less punctuation."""
        url = re.split(r"[\s）]|\]\(", rest.strip(), maxsplit=1)[0].rstrip(".,;:，。；")
        whole = len(rest) - len(rest.lstrip()) + len(url)
        if wide or "[" in url or "]" in url or "<" in url:
            return None
        alone = not rest[whole:].strip(".,;: ") or rest.startswith("](", whole)
        meant = mended(url) if url.endswith(")") or alone else None
        return NearLink("unclosed", Span(label.start - 1, start + whole), label, url, meant)

    def _reference(self, label: Span, start: int, rest: str) -> NearLink | None:
        end = rest.find("]")
        if end < 0 or "[" in rest[:end]:
            return None
        span, target = Span(label.start - 1, start + end + 1), rest[:end].strip()
        if _URL.match(target):
            return None if _blank(target) else NearLink("square", span, label, target, mended(target))
        if target.startswith("^") or rest[end + 1 : end + 2] in {"[", "("} or self.text[label.start - 2 : label.start - 1] == "]":
            return None
        return NearLink("reference", span, label, target)


def _closing(rest: str, *, wide: bool) -> int | None:
    """Where the parenthesis closes that was opened before `rest`."""
    depth = 0
    for at, char in enumerate(rest):
        if char in "(（":
            depth += 1
        elif char == ")" or (char == "）" and (wide or depth)):
            if depth == 0:
                return at
            depth -= 1
    wide_end = rest.find("）")
    return wide_end if not wide and wide_end >= 0 and not _blank(rest[:wide_end]) and "（" not in rest[:wide_end] else None


def _joined(url: str) -> str | None:
    """The URL without blanks that no host and no path has: after `//` and after the host's slash."""
    plain = _AFTER_SLASH.sub(r"\1", url)
    return mended(plain) if not _blank(plain) else None


def _is_box(label: str) -> bool:
    """`[x]` and `[1]`, which stand before a URL for themselves."""
    return label.strip().lower() in {"x", ""} or _LETTER.search(label) is None


def _blank(text: str) -> bool:
    return any(char.isspace() for char in text)
