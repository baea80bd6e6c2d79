"""What is found out about a document once, however many rules ask. Knows nothing of what that is."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from listlint.model import Document

T = TypeVar("T")


def once(function: Callable[[Document], T]) -> Callable[[Document], T]:
    """`function`, which must answer with what nobody changes, or with a memory of such answers.

    The document itself remembers the answer, as it does its entries.
    """
    name = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def remembered(document: Document) -> T:
        known: dict[str, T] = vars(document)
        if name not in known:
            known[name] = function(document)
        return known[name]

    return remembered
