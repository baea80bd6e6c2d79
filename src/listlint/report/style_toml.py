"""A first `listlint.toml` with the style of a list, the counts behind each line. Knows rows of facts, reads no files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from listlint.records import dataclass
from listlint.report.style_facts import LABELS, own, rows
from listlint.report.visible import visible

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from listlint.model import Document
    from listlint.style import Style

_KEYS: Final = {"template": "entry"}
"""Keys that aren't named as their facts."""
_UNWRITTEN: Final = frozenset(("contents",))
"""Facts that aren't for configuration: where something is changes with the list."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One line under `[style]`."""

    key: str
    value: str
    """As TOML."""
    comment: str


def settings(document: Document, style: Style) -> tuple[Setting, ...]:
    """What is known of the list's style, as lines of a configuration; what sections do otherwise stands in the comment."""
    local = own(document, style)
    found = []
    for row in rows(document, style):
        if row.fact is None or row.name in _UNWRITTEN:
            continue
        value = row.fact.value
        if row.name == "summary":
            value = "required" if value else "optional"
        others = [each.title for each in local if any(name == row.name for name, _, _ in each.facts)]
        but = f"; otherwise in {', '.join(others[:3])}{' and more' if len(others) > 3 else ''}" if others else ""  # noqa: PLR2004 - enough
        key = _KEYS.get(row.name, row.name).replace("_", "-")
        found.append(Setting(key, toml(value), visible(f"{LABELS[row.name]}: {row.evidence}{but}")))
    orders = {each.title: fact for each in local for name, fact, _ in each.facts if name == "order" and fact is not None}
    if orders:
        table = ", ".join(f"{toml(title)} = {toml(fact.value)}" for title, fact in orders.items())
        counts = ", ".join(fact.evidence for fact in orders.values())
        found.append(Setting("order-by-section", f"{{ {table} }}", f"neighbours: {counts}"))
    return tuple(found)


def toml(value: object) -> str:
    """A string, number, truth or sequence of them as TOML writes it; JSON's escapes are TOML's."""
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(toml(each) for each in value)}]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


@dataclass(frozen=True)
class Draft:
    """A configuration in the making."""

    name: str
    """The list it's made from, as shown."""
    profile: str
    files: str | None
    """The pattern that means this list; None for the one that is read anyway."""
    style: tuple[Setting, ...]
    known: tuple[str, ...]
    """Section names."""

    def text(self, noisy: Mapping[str, int], *, without: Collection[str] = ()) -> str:
        """The whole file. `noisy` lines, by key with how many more diagnostics they'd bring, are commented out; `without` left out."""
        lines = [f"# The style of {visible(self.name)} as listlint found it, with how many of all cases agree.", ""]
        lines += [f"profile = {toml(self.profile)}", *([f"files = {toml([self.files])}"] if self.files is not None else [])]
        lines += ["", "[style]"]
        for each in self.style:
            if each.key not in without:
                mark, more = ("# ", f"; check would say {noisy[each.key]} more") if each.key in noisy else ("", "")
                lines.append(f"{mark}{each.key} = {each.value}  # {each.comment}{more}")
        if self.known:
            lines += [
                "",
                "[sections]",
                "known = [",
                *(f"    {toml(title)}," for title in self.known),
                f"]  # all {len(self.known)} there are",
            ]
        return "\n".join(lines) + "\n"
