"""Complaints by what they are about, whatever line it stands in: the keys of a baseline. Knows no files and no form of writing."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from listlint.changes.units import cut
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from listlint.changes.units import Cut, Unit
    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.rule import Rule

_LONGEST: Final = 200
"""Characters of a text that tell a line from others."""

ABOUT: Final = ("entry", "section", "line", "file")
"""What a complaint may be about."""


class Key(NamedTuple):
    """What a complaint is about: a rule's code, and what it names."""

    code: str
    name: str
    """The rule's."""
    about: str
    """One of `ABOUT`."""
    place: str
    """What an entry leads to, else its title, else its text; the headings down to a section's; a line's text."""


def keys(document: Document, diagnostics: Sequence[Diagnostic], rules: Iterable[Rule]) -> list[Key]:
    """The key of each diagnostic of `document`."""
    version = cut(document)
    by_code = {rule.code: rule for rule in rules}
    return [_key(version, one, by_code.get(one.code)) for one in diagnostics]


def unknown(keyed: Sequence[Key], all_keys: Iterable[Key], known: Mapping[Key, int]) -> list[bool]:
    """Which of `keyed`, some of `all_keys`, are more than `known` counts: the last ones of each key."""
    left = Counter({key: count - known.get(key, 0) for key, count in Counter(all_keys).items()})
    found = []
    for key in reversed(keyed):
        found.append(left[key] > 0)
        left[key] -= 1
    return found[::-1]


def _key(version: Cut, one: Diagnostic, rule: Rule | None) -> Key:
    # A blank line is nobody's: it stays when what stands around it changes places.
    if one.span == Span(0, 0) or (rule is not None and rule.local) or version.is_gap(one.span.start):
        return Key(one.code, one.name, "file", "")
    units = [version.units[version.at(one.span.start)]]
    if rule is not None and rule.cause == "either":  # which of the two is blamed, their order decides
        units += (version.units[version.at(related.span.start)] for related in one.related)
    about, place = min(map(_named, units))
    return Key(one.code, one.name, about, place)


def _named(unit: Unit) -> tuple[str, str]:
    if unit.kind == "item" or unit.item is not None:
        return "entry", (unit.work or unit.title or unit.words)[:_LONGEST]
    if unit.kind == "heading":
        return "section", " > ".join((*unit.path, unit.title))[:_LONGEST]
    return ("line", unit.words[:_LONGEST]) if unit.words else ("file", "")
