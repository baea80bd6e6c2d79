"""Regular expressions that are compiled when they are first asked: a run needs few of those that its modules hold.

Compiling all of them takes longer than reading a list of 20 kB.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, cast

if TYPE_CHECKING:
    from collections.abc import Callable

_METHODS: Final = (
    "match",
    "fullmatch",
    "search",
    "finditer",
    "findall",
    "sub",
    "subn",
    "split",
    "pattern",
    "flags",
    "groups",
    "groupindex",
)


class Lazy:
    """Stands for a compiled expression: what it's asked first compiles it, and from then on it answers for itself."""

    def __init__(self, text: str, flags: int) -> None:
        self._text = text
        self._flags = flags

    def __getattr__(self, name: str) -> Callable[..., object]:
        """Called once: what the compiled expression has becomes this one's own."""
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = self.compiled()
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        return cast("Callable[..., object]", self.__dict__[name])

    def compiled(self) -> re.Pattern[str]:
        """The expression itself; raises `re.error` where it is none."""
        return re.compile(self._text, self._flags)


def lazy(text: str, flags: int = 0) -> re.Pattern[str]:
    """The expression, for its methods alone; functions of `re` don't take it."""
    return cast("re.Pattern[str]", Lazy(text, flags))
