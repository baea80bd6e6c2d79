"""A text whose model may be let go of, and is read anew for who asks again. Knows neither rules nor fixes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar, cast

from listlint.parse.document import parse
from listlint.recent import forget
from listlint.records import replace

if TYPE_CHECKING:
    from collections.abc import Callable

    from listlint.model import Document, Repository
    from listlint.text import Source

T = TypeVar("T")

LONG: Final = 500_000
"""Code points, about what GitHub still renders. Of a shorter text two models fit side by side, and to take one apart takes time."""


class Kept:
    """A text, and its model as long as somebody may still want it: a model takes ten times the text and more."""

    def __init__(self, source: Source, repository: Repository | None = None, document: Document | None = None) -> None:
        """`repository` is what stands around the list, `document` the model where the text was read already."""
        self.source = source
        self._repository = repository
        self._document = None if document is None else self._placed(document)
        self._told: dict[Callable[[Document], object], object] = {}

    @property
    def document(self) -> Document:
        """As our parser reads it."""
        if self._document is None:
            self._document = self._placed(parse(self.source))
        return self._document

    def tell(self, what: Callable[[Document], T]) -> T:
        """What `what` finds in the document, asked once; the answer must not hold the document."""
        if what not in self._told:
            self._told[what] = what(self.document)
        return cast("T", self._told[what])

    def let_go(self) -> None:
        """Forgets the document of a long text, but not what was told of it."""
        if len(self.source.text) > LONG:
            self._document = None
            forget()

    def _placed(self, document: Document) -> Document:
        return document if self._repository is None else replace(document, repository=self._repository)
