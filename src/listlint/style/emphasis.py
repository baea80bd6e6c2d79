"""Emphasis as it's written, where that can be told from the text alone. Knows nothing of which way is right."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from listlint.style.prose import masked
from listlint.text import Span

if TYPE_CHECKING:
    from listlint.model import Document

_ONE: Final = re.compile(r"(?<![\w*_\\])([*_])(?=[^\s*_])[^*_\r\n]*(?<=[^\s*_\\])\1(?![\w*_])")
_TWO: Final = re.compile(r"(?<![\w*_\\])(\*\*|__)(?=[^\s*_])[^*_\r\n]*(?<=[^\s*_\\])\1(?![\w*_])")


def stretches(document: Document, *, strong: bool) -> list[tuple[Span, str]]:
    """Each stretch with its marks, and the mark, `*` or `_`; what holds another mark, or touches a word, is left out."""
    return [(Span(*match.span()), match[1][0]) for match in (_TWO if strong else _ONE).finditer(masked(document))]
