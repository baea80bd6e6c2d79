"""The anchor GitHub gives a heading. Knows the heading's plain text, nothing of Markdown.

Letters of any script, marks, decimal digits, connectors, hyphens stay and blanks become hyphens: GitHub's own pattern is "all
but Word, hyphen, blank", with Ruby's Word (Alphabetic, Mark, Decimal_Number, Connector_Punctuation). So an emoji goes, the
blank after it stays, and so does a variation selector (U+FE0F), invisible as it is (Flet/github-slugger#53).
"""

from __future__ import annotations

import unicodedata
from typing import Final

_KEPT: Final = frozenset(("Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "Pc"))
_LETTERLIKE: Final = ((0x24B6, 0x24E9), (0x1F130, 0x1F149), (0x1F150, 0x1F169), (0x1F170, 0x1F189))
"""Symbols that are Alphabetic: letters in circles and squares."""


class Slugger:
    """Anchors of one document, in the order of its headings: a repeated one is numbered from 1."""

    def __init__(self) -> None:
        self._repeats: dict[str, int] = {}

    def slug(self, title: str) -> str:
        """The anchor of the next heading, whose plain text is `title`; not one that is taken already."""
        base = slug = plain_slug(title)
        while slug in self._repeats:
            self._repeats[base] += 1
            slug = f"{base}-{self._repeats[base]}"
        self._repeats[slug] = 0
        return slug


def plain_slug(title: str) -> str:
    """The anchor of a heading that is the only one of its text."""
    return "".join("-" if char == " " else char for char in title.lower() if _is_kept(char))


def _is_kept(char: str) -> bool:
    if char.isascii():
        return char.isalnum() or char in " -_"
    return unicodedata.category(char) in _KEPT or any(first <= ord(char) <= last for first, last in _LETTERLIKE)
