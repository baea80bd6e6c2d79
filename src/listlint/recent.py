"""Functions that remember their latest answers, and forget them together. Knows nothing of what they answer."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable

F = TypeVar("F", bound="Callable[..., object]")

_ALL: Final[list[Callable[[], None]]] = []


def recent(size: int) -> Callable[[F], F]:
    """Makes a function remember its `size` latest answers, which nobody may change."""

    def remembering(function: F) -> F:
        cached = lru_cache(maxsize=size)(function)

        def forget() -> None:
            if cached.cache_info().currsize == size:
                cached.cache_clear()

        _ALL.append(forget)
        return cast("F", cached)

    return remembering


def forget() -> None:
    """Makes those forget that are full: of a text with more to ask they hold the end, and in memory the pages all around it."""
    for each in _ALL:
        each()
