"""What a change did to a list, as text, JSON or Markdown. Knows nothing of versions and how they're compared."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, Final, Literal

from listlint.report.jsontext import document
from listlint.report.markdown import code
from listlint.report.visible import clip, visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from listlint.changes.told import Change, What
    from listlint.report.jsontext import Json

_SIGNS: Final[dict[What, str]] = {"section-added": "+", "added": "+", "section-removed": "-", "removed": "-", "moved": ">"}
_COUNTED: Final[dict[What, tuple[str, str]]] = {
    "added": ("entry added", "entries added"),
    "removed": ("entry removed", "entries removed"),
    "moved": ("entry moved", "entries moved"),
    "retitled": ("entry retitled", "entries retitled"),
    "relinked": ("link changed", "links changed"),
    "resummarised": ("summary changed", "summaries changed"),
    "changed": ("entry changed otherwise", "entries changed otherwise"),
    "section-added": ("section added", "sections added"),
    "section-removed": ("section removed", "sections removed"),
    "section-renamed": ("section renamed", "sections renamed"),
}
_OTHER: Final[dict[What, str]] = {"retitled": "title", "relinked": "link", "resummarised": "summary", "changed": "text"}
_LONGEST: Final = 300
"""Cells of a title or a text: nobody reads more of it in such a report."""


def render(path: str, since: str, changes: Sequence[Change], *, output: Literal["text", "json", "markdown"]) -> str:
    """What was done to the list at `path` since `since`, as whole lines."""
    if output == "json":
        return document({"version": 1, "file": path, "since": since, "changes": [_json(one) for one in changes]})
    if output == "markdown":
        lines = [f"### {code(path)}", "", f"{_counts(changes)} since {code(since)}."]
        for section, group in _by_section(changes):
            lines += ["", f"**{code(section)}**" if section else "", ""] if section else [""]
            lines += (f"- {'~~' if one.is_gone else ''}{_words(one, code)}{'~~' if one.is_gone else ''}" for one in group)
        return "\n".join(lines) + "\n"
    lines = [f"{visible(path)}: {_counts(changes)} since {visible(since)}"]
    for section, group in _by_section(changes):
        lines += ["", visible(section)] if section else [""]
        lines += (f"  {_SIGNS.get(one.what, '~')} {_words(one, _shown)}" for one in group)
    return "\n".join(lines) + "\n"


def _by_section(changes: Sequence[Change]) -> Iterator[tuple[str, list[Change]]]:
    """Neighbours of one section together."""
    for section, group in groupby(changes, key=lambda one: one.section):
        yield " > ".join(section), list(group)


def _counts(changes: Sequence[Change]) -> str:
    counted = Counter(one.what for one in changes)
    told = [f"{counted[what]} {words[counted[what] != 1]}" for what, words in _COUNTED.items() if counted[what]]
    return ", ".join(told) or "nothing changed"


def _words(one: Change, shown: Callable[[str], str]) -> str:
    """One change; `shown` makes the list's own words safe to show."""
    title = shown(one.title)
    if one.what in ("section-added", "section-removed"):
        return f"section {title} {one.what.removeprefix('section-')}"
    if one.what == "section-renamed":
        return f"section {shown(one.before)} is now {title}"
    if one.what in ("added", "removed"):
        return f"{title} {shown(one.url)}" if one.url else title
    if one.what == "moved":
        return f"{title} moved from {shown(one.before) or 'the top'}"
    was = shown(one.before) or "none"
    return f"{title}: {_OTHER[one.what]} was {was}, is {shown(one.after) or 'none'}"


def _shown(text: str) -> str:
    return f'"{clip(text, _LONGEST)}"' if text else ""


def _json(one: Change) -> dict[str, Json]:
    return {
        "what": one.what,
        "title": one.title,
        "section": list(one.section),
        "line": one.line,
        "url": one.url,
        "before": one.before,
        "after": one.after,
    }
