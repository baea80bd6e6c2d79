"""How a summary begins and ends: final punctuation by script, case of the first letter. Knows one entry, no list."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final, Literal

from listlint.regex import lazy
from listlint.style.thresholds import HAN
from listlint.text import Span

if TYPE_CHECKING:
    from listlint.model import Item
    from listlint.style.facts import Ending, FirstLetter

_LETTER: Final = lazy(r"[^\W\d_]")
_WIDE: Final = lazy("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_MARKUP: Final = "*_~ \t\r\n\ufe0f"
_SHORTCODE: Final = lazy(r":[a-z0-9_+-]{1,40}:\Z")
_ABBREVIATED: Final = lazy(r"(?i)(?:\betc|\binc|\bltd|\bal|\bvs|\bco|\bcorp|\bjr|\b[a-z]\.[a-z])\.\Z")
_WORD: Final = lazy(r"[^\W_](?:[\w.+#/&'’-]*\w)?")
_NAMES: Final = frozenset(
    """awk bash cat cron curl diff ffmpeg git gcc grep jq jquery less ls make man nginx npm npx numpy nvm pandas perl php pip pnpm
    rsync sed ssh sqlite sudo tar tmux top vim webpack wget xargs yaml yarn zsh""".split()  # noqa: SIM905 - words read better so
)
"""Programs that begin with a small letter wherever they stand."""


_CASED: Final = ("LATIN", "GREEK", "CYRILLIC")
"""Scripts whose sentences begin with a capital. Georgian has capitals in Unicode and doesn't use them so."""


def script(text: str) -> Literal["han", "latin"]:
    """Which script's punctuation ends `text`: Chinese and Japanese, or any other."""
    if text.isascii():
        return "latin"
    wide = len(_WIDE.findall(text))
    return "han" if wide and wide >= HAN * (len(_LETTER.findall(text)) - wide) else "latin"


def end_of(text: str, item: Item) -> tuple[Ending, int] | None:
    """How the entry's summary ends, and the offset behind its last word, where a final stop would stand.

    None where there is no telling, or nothing is missing whatever the list does: it ends in a URL, in a question, an
    exclamation or an ellipsis, in a quotation, in a bracket or a mark that ends a sentence within, in a colon or an
    abbreviation, in a picture.
    """
    if item.summary is None:
        return None
    start, end = item.summary.span.start, item.summary.span.end
    while end > start and text[end - 1] in _MARKUP:
        end -= 1
    last = text[end - 1 : end]
    if last == "。":
        return "。", end
    if last == ".":
        sure = not text.endswith("..", start, end) and not _ABBREVIATED.search(text, max(start, end - 8), end)
        return (".", end) if sure else None
    if any(link.span.end == end and (link.kind in {"bare", "autolink"} or link.text.startswith("http")) for link in item.links):
        return None
    return ("none", item.summary.span.end) if _ends_in_word(text, item, Span(start, end)) else None


def _ends_in_word(text: str, item: Item, summary: Span) -> bool:
    """Whether the last thing in `summary` is a word, a number or a link in running text, rather than a mark of any kind."""
    end = summary.end
    last = text[end - 1 : end]
    if last == ")":
        return any(link.span.end == end and link.kind == "inline" and not link.image for link in item.links)
    if last in "`%+#":
        return True
    return bool(last) and unicodedata.category(last)[0] in "LMN" and not _SHORTCODE.search(text, max(summary.start, end - 42), end)


def first_letter(text: str, item: Item) -> FirstLetter | None:
    """The case of the summary's first letter.

    None where the first word isn't plain words of the entry's own: a letter without case, a number, a link, code, a
    name that has its own way (iOS, npm, Web2py, NASA).
    """
    if item.summary is None:
        return None
    start = item.summary.span.start
    char = text[start : start + 1]
    if not char.isalpha() or char.upper() == char.lower() or not _has_sentences(char):
        return None
    match = _WORD.match(text, start, item.summary.span.end)
    word = match[0] if match else char
    if is_name(word) or (item.title is not None and word.casefold() in item.title.text.casefold().split()):
        return None
    return "upper" if char.isupper() else "lower"


def first_word(text: str) -> str:
    """The word that `text` begins with; empty where it begins with none."""
    match = _WORD.match(text)
    return match[0] if match else ""


def _has_sentences(char: str) -> bool:
    return char.isascii() or unicodedata.name(char, "").startswith(_CASED)


def is_name(word: str) -> bool:
    """Whether `word` keeps its case wherever it stands: a program, or not letters alone, or with a capital inside."""
    plain = word.isalpha() or re.fullmatch(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", word) is not None
    if not plain or word in _NAMES:
        return True
    return len(word) > 1 and any(char.isupper() for char in word[1:])
