"""Where a URL in running text was meant to end. Knows no host, and nothing of how GitHub links it.

Facts: GFM 6.9 (trailing punctuation, unbalanced parentheses, entities), but `_` and `~` stay, for identifiers end in them.
Full-width punctuation ends a URL in Chinese and Japanese text, except for balanced brackets in the titles of encyclopedias,
which `https://zh.wikipedia.org/wiki/A（B）` needs.
"""

from __future__ import annotations

import re
from typing import Final

PUNCTUATION_WIDE: Final = "，。；：！？、）】》”’」』（【《“‘「『"
"""Full-width punctuation that isn't meant as part of a bare URL."""

_END: Final = rf"[\s<{PUNCTUATION_WIDE}]"
_TITLED: Final = r"(?ai)/(?:wiki|item)/"
_TITLE_END: Final = r"[\s<，。；、》”’」』]"
_ENTITY: Final = r"&[A-Za-z0-9]{1,32};\Z"
_TAIL: Final = "?!.,:;*\"'>"
_PAIRS: Final = {")": "(", "]": "[", "}": "{", "）": "（", "】": "【"}


def meant(text: str) -> str:
    """The URL at the start of `text` as its author meant it: without brackets round it, glued text, trailing punctuation."""
    text = text.strip()
    if text.startswith("<"):
        text = text[1:].partition(">")[0].strip()
    prefix, colon, rest = text[:6].partition(":")
    if colon and not rest and prefix.lower() in {"arxiv", "doi"}:
        text = prefix + colon + text[len(prefix) + 1 :].lstrip()
    titled = not text.isascii() and re.search(_TITLED, text) is not None
    end = re.search(_TITLE_END if titled else _END, text)
    if end is not None and not _is_sici(text, end):
        text = text[: end.start()]
    return without_tail(text)


def _is_sici(text: str, end: re.Match[str]) -> bool:
    """DOIs of the nineties hold `<` and `>`: `10.1002/(SICI)1097-4571(199009)41:6<391::AID-ASI1>3.0.CO;2-9`."""
    return end[0] == "<" and "(SICI)" in text.upper()[: end.start()] and ">" in text[end.end() :]


def without_tail(text: str) -> str:
    """`text` less trailing punctuation, entities and closing brackets that nothing opened."""
    counts = {bracket: text.count(bracket) for pair in _PAIRS.items() for bracket in pair if bracket in text}
    end = len(text)
    while end:
        last = text[end - 1]
        opening = _PAIRS.get(last)
        if opening is not None:
            if counts[last] <= counts.get(opening, 0):
                break
            counts[last] -= 1
            end -= 1
        elif last == ";" and (entity := re.search(_ENTITY, text[max(0, end - 34) : end])) is not None:
            end -= len(entity[0])
        elif last in _TAIL:
            end -= 1
        else:
            break
    return text[:end]
