"""Which section a configured name means: by its heading, or by its path `Tools > Parsers`. Knows nothing of rules."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.model import Document, Section

PATH: Final = " > "
"""What stands between the headings of a path."""
_SIGNS: Final = ("So", "Sk", "Cf", "Mn")
"""Categories of emoji, their skin tones, joiners and variation selectors."""


class Named(NamedTuple):
    """A section below the list's title."""

    section: Section
    path: tuple[str, ...]
    """The titles from the outermost section to this one, the list's own title left out."""
    siblings: int
    """The number of the row of sections it stands in, side by side with others of its level."""


def title(document: Document) -> Section | None:
    """The section whose heading is the title of the list: the only one of the top level, before all others."""
    headed = [section for section in document.sections if section.heading is not None]
    return headed[0] if len(headed) == 1 and headed[0].sections else None


def sections(document: Document, *, meta: bool = False) -> Iterator[Named]:
    """The sections with a heading but the list's title, in document order; `meta`: contents, licence and the like, too."""
    top = title(document)
    rows = 0
    todo: list[tuple[Section, tuple[str, ...], int]] = [(section, (), 0) for section in reversed(document.sections)]
    while todo:
        section, path, row = todo.pop()
        if section.meta is not None and not meta:
            continue
        own = path if section is top or section.heading is None else (*path, section.title)
        if own is not path:
            yield Named(section, own, row)
        rows += 1
        todo += ((below, own, rows) for below in reversed(section.sections))


def means(name: str, path: tuple[str, ...]) -> bool:
    """Whether a configured name, or the end of a path, is the section at `path`, case apart."""
    wanted = tuple(part.strip().casefold() for part in name.split(PATH))
    return tuple(part.casefold() for part in path[-len(wanted) :]) == wanted


def last(name: str) -> str:
    """The heading that a configured name or path ends in."""
    return name.rpartition(PATH)[2].strip()


def bare(name: str) -> str:
    """`name` without case, white space and emoji: what may be set right without asking."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return "".join(char for char in folded if not char.isspace() and unicodedata.category(char) not in _SIGNS)


def is_exactly(name: str, path: tuple[str, ...]) -> bool:
    """As `means`, but letter by letter."""
    wanted = tuple(part.strip() for part in name.split(PATH))
    return path[-len(wanted) :] == wanted


def means_barely(name: str, path: tuple[str, ...]) -> bool:
    """As `means`, white space and emoji apart, too."""
    wanted = tuple(bare(part) for part in name.split(PATH))
    return tuple(bare(part) for part in path[-len(wanted) :]) == wanted


def slug(name: str) -> str:
    """The anchor GitHub gives a heading of plain letters, digits, blanks and ASCII punctuation that is the only one of its name."""
    return "".join("-" if char == " " else char for char in name.lower() if char.isalnum() or char in " -_")


def respelt(old: str, new: str) -> tuple[tuple[int, int, str], ...] | None:
    """What makes `new` of `old` where case, white space and emoji are all that differs: place in `old`, what stands there.

    Emoji may go and none may come; None where more differs.
    """
    signs = {char for char in old + new if unicodedata.category(char) in _SIGNS}
    if signs and not any(char in signs for char in new):
        skipped = signs
    elif [char for char in old if char in signs] == [char for char in new if char in signs]:
        skipped = set()
    else:
        return None
    mine = [at for at, char in enumerate(old) if not char.isspace() and char not in skipped]
    theirs = [at for at, char in enumerate(new) if not char.isspace()]
    if [old[at].casefold() for at in mine] != [new[at].casefold() for at in theirs]:
        return None
    found: list[tuple[int, int, str]] = []
    here = there = 0
    for one, other in (*zip(mine, theirs, strict=True), (len(old), len(new))):
        if old[here:one] != new[there:other]:
            found += _gap(old, here, one, new[there:other])
        if one < len(old) and old[one] != new[other]:
            found.append((one, one + 1, new[other]))
        here, there = one + 1, other + 1
    return tuple(found)


def _gap(old: str, start: int, end: int, blank: str) -> Iterator[tuple[int, int, str]]:
    """What makes `blank` of the white space and emoji in a stretch: what is kept of it stays where it is."""
    if blank and old.startswith(blank, start) and start < end:
        yield start + len(blank), end, ""
    elif blank and start < end - 1:
        yield start, end - 1, ""
        if old[end - 1] != blank:
            yield end - 1, end, blank
    else:
        yield start, end, blank
