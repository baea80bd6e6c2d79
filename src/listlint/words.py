"""Scripts, punctuation and how lines of text join. Knows nothing of Markdown."""

from __future__ import annotations

from typing import Final

_HAN: Final = ((0x2E80, 0x2FDF), (0x3005, 0x3007), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x323AF))
_KANA: Final = ((0x3040, 0x30FF), (0x31F0, 0x31FF), (0xFF66, 0xFF9F))
_WIDE_PUNCTUATION: Final = ((0x3001, 0x3004), (0x3008, 0x303F), (0xFF00, 0xFF0F), (0xFF1A, 0xFF20), (0xFF3B, 0xFF40), (0xFF5B, 0xFF65))


def is_han(char: str) -> bool:
    """Whether `char` is a Han character (Unicode blocks of CJK ideographs and radicals)."""
    return _within(char, _HAN)


def is_cjk(char: str) -> bool:
    """Whether `char` is written without spaces around it: Han, kana, or full-width punctuation."""
    return _within(char, _HAN) or _within(char, _KANA) or _within(char, _WIDE_PUNCTUATION)


def joint(before: str, after: str) -> str:
    """What replaces the line break between two characters of running text: nothing between two CJK ones, else a blank.

    The segment break rule of CSS Text 3, section 4.1.3.
    """
    return "" if is_cjk(before) and is_cjk(after) else " "


def _within(char: str, ranges: tuple[tuple[int, int], ...]) -> bool:
    point = ord(char)
    return any(first <= point <= last for first, last in ranges)
