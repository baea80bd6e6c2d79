"""Sites that show arXiv's papers under arXiv's identifiers. Knows where the identifier stands in their addresses.

Facts: the sites' own addresses as lists use them. The identifier is trusted only where it could be one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from listlint.urls import arxiv
from listlint.urls.address import parameter
from listlint.urls.papers import arxiv_found
from listlint.urls.work import Found

if TYPE_CHECKING:
    from listlint.urls.address import Address

_DEEPEST: Final = 5
_LEADING: Final = r"[0-9]{4}\.[0-9]{4,5}(?:v[0-9]{1,3})?(?![0-9])"


def own(address: Address) -> Found | None:
    """ArXiv itself, its mirrors, and ar5iv."""
    paper = arxiv.read_address(address)
    if paper is None:
        return None
    if paper.id is None:
        return Found("invalid-arxiv", "")
    return Found("arxiv", f"arxiv:{paper.id}", f"https://arxiv.org/abs/{paper.id}")


def in_path(address: Address) -> Found | None:
    """The identifier is a segment of the path, or two."""
    segments = address.segments[:_DEEPEST]
    looks: Found | None = None
    for index, segment in enumerate(segments):
        pair = "/".join(segments[index : index + 2])
        found = arxiv_found(segment) or (arxiv_found(pair) if "/" in pair else None)
        if found is not None and found.key:
            return found
        looks = looks or found
    return looks


def in_query(address: Address) -> Found | None:
    """The identifier is the parameter `pid`."""
    return arxiv_found(parameter(address.query, "pid") or "")


def before_title(address: Address) -> Found | None:
    """The identifier begins a segment behind `/paper/`."""
    match address.segments[:_DEEPEST]:
        case [*_, "paper", name] | [*_, "paper", name, _] if (found := re.match(_LEADING, name)) is not None:
            return arxiv_found(found[0])
    return None
