"""Where a list's URLs stand, and how one is written anew. Knows no rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.edits import Edit, Fix, Rewrite, Safety
from listlint.records import dataclass
from listlint.style.once import once
from listlint.style.places import meets
from listlint.text import Span

if TYPE_CHECKING:
    from listlint.model import Document, Link


@dataclass(frozen=True, slots=True)
class Place:
    """A URL where it stands: in a link, in an image, or in a link definition (`link` is None)."""

    span: Span
    url: str
    link: Link | None
    image: bool = False

    @property
    def bare(self) -> bool:
        """Whether the URL stands in running text, where punctuation glued to it is no part of it."""
        return self.link is not None and self.link.kind == "bare"


def places(document: Document, *, images: bool = False) -> tuple[Place, ...]:
    """The URLs of links and link definitions (and `images`) in document order; a reference link's URL stands in its definition."""
    found = _places(document)
    if not images or not document.images:
        return found
    shown = (Place(image.destination, image.url, image, image=True) for image in document.images if image.destination is not None)
    return tuple(sorted((*found, *shown), key=lambda place: (place.span, place.link is None, place.image)))


@once
def _places(document: Document) -> tuple[Place, ...]:
    found = [Place(link.destination, link.url, link) for link in document.links if link.destination is not None]
    found += (Place(definition.destination, definition.url, None) for definition in document.definitions)
    return tuple(sorted(found, key=lambda place: place.span))


def rewritten(document: Document, place: Place, expected: str, safety: Safety = Safety.SAFE) -> Fix | None:
    """The fix that writes `expected` for the URL; None where it's written with escapes or stands where no fix may write."""
    link, at = place.link, place.span
    if link is None or not document.text.startswith(place.url, at.start) or meets(at, document.opaque):
        return None
    if link.kind == "bare":
        glued = link.rendered.removeprefix(link.url)
        if glued == link.rendered:
            return None
    elif link.rendered != link.url:
        return None
    else:
        glued = ""
    edit = Edit(Span(at.start, at.start + len(place.url)), expected)
    return Fix(f"write {expected}", (edit,), safety, (Rewrite(link.rendered, expected + glued),))
