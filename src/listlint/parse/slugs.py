"""The anchor GitHub gives a heading. Knows the heading's plain text, nothing of Markdown."""

from __future__ import annotations

import unicodedata

_MARKS = frozenset({"Mn", "Mc", "Me", "Nd", "Nl", "Pc", "Lu", "Ll", "Lt", "Lm", "Lo"})


class Slugger:
    """Anchors of one document, in the order of its headings: a repeated one is numbered."""

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}

    def slug(self, title: str) -> str:
        """The anchor of the next heading, whose plain text is `title`."""
        base = slug = plain_slug(title)
        while slug in self._taken:
            self._taken[base] += 1
            slug = f"{base}-{self._taken[base]}"
        self._taken[slug] = 0
        return slug


def plain_slug(title: str) -> str:
    """The anchor of a heading that stands alone: lower case, punctuation and symbols out, blanks to hyphens."""
    return "".join("-" if char in " -" else char for char in title.lower() if char in " -_" or unicodedata.category(char) in _MARKS)
