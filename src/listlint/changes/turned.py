"""A complaint of two places, told from the other one. Knows the words in which rules name a place: its line, and its title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from listlint.diagnostic import Related
from listlint.records import replace

if TYPE_CHECKING:
    from listlint.changes.units import Cut
    from listlint.diagnostic import Diagnostic


def turned(one: Diagnostic, version: Cut, other: int) -> Diagnostic:
    """`one`, that blames the later place, blaming the one it names as `related`, the unit `other`.

    It has no fix: that would take the later place away.
    """
    source = version.document.source
    place, named = version.units[version.at(one.span.start)], version.units[other]
    message = re.sub(rf"\bline {source.line_of(named.start)}\b", f"line {source.line_of(place.start)}", one.message)
    if place.item is not None and place.item.title is not None and named.item is not None and named.item.title is not None:
        message = message.replace(f'where "{named.item.title.text}"', f'where "{place.item.title.text}"')
    first = one.related[0]
    words = first.message.replace("listed here first", "listed here before").replace("the first", "the other")
    return replace(one, message=message, span=first.span, related=(Related(one.span, words), *one.related[1:]), fix=None)
