"""What a complaint is known by when lines move, as a service wants it: digits, all different. Knows no format."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

from listlint.changes.known import keys

if TYPE_CHECKING:
    from collections.abc import Sequence

    from listlint.report.asked import Told

_LENGTH = 32


def fingerprints(told: Sequence[Told]) -> list[str]:
    """One a diagnostic, made of its path and of what a baseline knows it by; of those that are alike, each is the first, the second ..."""
    found = []
    seen: Counter[str] = Counter()
    for one, key in zip(told, _keys(told), strict=True):
        alike = digest(one.path, *key)
        seen[alike] += 1
        found.append(digest(alike, str(seen[alike])))
    return found


def _keys(told: Sequence[Told]) -> list[tuple[str, ...]]:
    """What each complaint is about; every document is cut once."""
    asked: dict[int, list[Told]] = {}
    for one in told:
        asked.setdefault(id(one.document), []).append(one)
    known = {name: iter(keys(group[0].document, [one.diagnostic for one in group], ())) for name, group in asked.items()}
    return [next(known[id(one.document)]) for one in told]


def digest(*parts: str) -> str:
    """Hexadecimal digits that stand for `parts`."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "backslashreplace")).hexdigest()[:_LENGTH]
