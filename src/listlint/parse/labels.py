"""Tells labels from names: of links, fields and sections. Knows plain text and the vocabulary, no Markdown."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from listlint.parse import vocabulary
from listlint.recent import recent
from listlint.regex import lazy

if TYPE_CHECKING:
    from listlint.model import MetaKind

_PART: Final = lazy(
    r"(?:part|vol|volume|chapter|season|episode|lecture|lesson|book|week|day|часть|parte|partie|teil)\b\.?\s*[\divxIVX]+"
    r"|第\s*[\d一二三四五六七八九十]+",
    re.IGNORECASE,
)
_NUMBERING: Final = lazy(r"(?:\d+(?:\.\d+)*[.)、:]?|[ivxIVX]+[.)]|[一二三四五六七八九十]+[、.])\s+")
_WORD: Final = lazy(r"[^\W_]+", re.UNICODE)
_URL: Final = lazy(r"(?:https?://|www\.|ftp://)\S+\Z", re.IGNORECASE)
_PAPER_URL: Final = lazy(
    r"//(?:[\w-]+\.)*(?:arxiv|doi|openreview|aclanthology|biorxiv|medrxiv|semanticscholar)\.org/|\.pdf(?:[?#]|\Z)", re.IGNORECASE
)
_OTHER_URL: Final = lazy(
    r"//(?:[\w-]+\.)*(?:github\.com|gitlab\.com|youtube\.com|youtu\.be|twitter\.com|x\.com|slideshare\.net|colab\.research)\b",
    re.IGNORECASE,
)
_REMARK: Final = lazy(r"\s*[(（][^()（）]{1,40}[)）]\s*\Z")
_GLUE: Final = frozenset(word for word in (*vocabulary.FIELDS, *vocabulary.LABELS, *"和与及的", "下载") if not word.isascii())
"""Words of languages that write without blanks between them, and what joins them."""
_MAX_GLUED: Final = 16
_MAX_NUMBER: Final = 3
"""Digits of a number that only counts links; a year is a name."""
_SHORTCODE: Final = lazy(r":[a-z0-9_+-]{1,40}:")


@recent(4096)
def fold(text: str) -> str:
    """`text` without case, width, symbols and punctuation at its edges."""
    folded = text.lower() if text.isascii() else unicodedata.normalize("NFKC", text).casefold()
    start, end = 0, len(folded)
    while start < end and unicodedata.category(folded[start])[0] not in "LN":
        start += 1
    while end > start and unicodedata.category(folded[end - 1])[0] not in "LN":
        end -= 1
    return folded[start:end]


def is_url(text: str) -> bool:
    """Whether a link's label is nothing but an address."""
    return _URL.match(text) is not None


@recent(4096)
def is_label(text: str) -> bool:
    """Whether a link's label only says what kind of link it is: `paper`, `[Code]`, `2`, `🔗`, an address."""
    if is_url(text):
        return True
    words = _WORD.findall(fold(_SHORTCODE.sub(" ", text)))
    if not words or len(words) > 4:  # noqa: PLR2004 - a longer one is a name
        return not words
    named = [word for word in words if not word.isdigit() and word not in vocabulary.FILLERS]
    if not named:
        return all(len(word) <= _MAX_NUMBER for word in words)
    return all(word in vocabulary.LABELS for word in named)


def is_pointer(text: str) -> bool:
    """Whether a link's label only points: `here`, `this page`, `这里`."""
    return fold(text) in vocabulary.POINTERS


def rank(text: str, url: str = "") -> int:
    """How near a labelled link leads to the thing itself: 0 the paper, 1 its page, 2 code, video and the rest."""
    words = {word for word in _WORD.findall(fold(_SHORTCODE.sub(" ", text))) if not word.isdigit()}
    if words & vocabulary.PAPER:
        return 0
    if words & vocabulary.OTHER:
        return 2
    if words & vocabulary.PAGE or not url or fold(_SHORTCODE.sub(" ", text)):
        return 1
    if _PAPER_URL.search(url) is not None:
        return 0
    return 2 if _OTHER_URL.search(url) is not None else 1


def field_name(label: str) -> str | None:
    """What field a label such as `Authors`, `代码` or `Project page` opens; None where it is no label."""
    folded = fold(_REMARK.sub("", label).rstrip("0123456789 #"))
    if (name := vocabulary.FIELDS.get(folded)) is not None:
        return name
    if (glued := _glued(folded)) is not None:
        return glued
    words = _WORD.findall(folded)
    if 1 < len(words) <= 3 and all(word in vocabulary.FIELDS or word in vocabulary.LABELS or word in vocabulary.FILLERS for word in words):  # noqa: PLR2004
        return next((vocabulary.FIELDS[word] for word in words if word in vocabulary.FIELDS), None)
    return None


def _glued(folded: str) -> str | None:
    """What a label written without blanks opens: `代码和数据集`, `论文下载链接`; None where not all of it is labels."""
    if not 1 < len(folded) <= _MAX_GLUED or folded.isascii():
        return None
    at, name = 0, None
    while at < len(folded):
        word = next((folded[at:end] for end in range(len(folded), at, -1) if folded[at:end] in _GLUE), None)
        if word is None:
            return None
        name = name or vocabulary.FIELDS.get(word) or ("link" if word in vocabulary.LABELS else None)
        at += len(word)
    return name


def is_part(text: str) -> bool:
    """Whether a title names a part of the work above it: `Part 2: ...`, `Vol. 3`."""
    return _PART.match(text.strip()) is not None


def meta_of(title: str) -> MetaKind | None:
    """What a section called `title` is for, where it holds no entries."""
    name = fold(_NUMBERING.sub("", title.strip(), count=1) if title[:1].isdigit() else title)
    name = _NUMBERING.sub("", name, count=1) if _NUMBERING.match(name) else name
    return vocabulary.META.get(" ".join(name.replace("’", "'").split()))
