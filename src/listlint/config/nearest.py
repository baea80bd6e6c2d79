"""The valid word that was probably meant. Knows nothing of what the words are for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def nearest(word: str, choices: Iterable[str], *, cutoff: float = 0.5) -> str | None:
    """The choice most like `word`, case apart; None where none is at least `cutoff` like it (0 to 1, as difflib counts)."""
    from difflib import get_close_matches  # noqa: PLC0415 - 10 ms that only a mistake should cost

    folded = {choice.casefold(): choice for choice in choices}
    found = get_close_matches(word.casefold(), sorted(folded), n=1, cutoff=cutoff)
    return folded[found[0]] if found else None


def expected(word: str, choices: Iterable[str], *, limit: int = 8) -> str:
    """The end of a message about the unknown `word`: the nearest choice, or all of them where they are few."""
    known = list(choices)
    if (near := nearest(word, known)) is not None:
        return f'did you mean "{near}"?'
    if len(known) <= limit:
        return f"expected {', '.join(known)}"
    return f"expected one of {len(known)}, such as {', '.join(known[:3])}"
