"""How often each rule complained: the answer to --statistics. Knows no diagnostic's place."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from listlint.edits import Safety
from listlint.report.jsontext import Json, document
from listlint.report.totals import told

if TYPE_CHECKING:
    from listlint.runner import RunResult


def as_text(run: RunResult) -> str:
    """A line a rule, the most frequent first: `12  LL102  [*] mixed-separator`; empty where there is nothing to say."""
    counted = _counted(run)
    if not counted:
        return ""
    width = len(str(counted[0][2]))
    lines = [f"{count:>{width}}  {code}  {_mark(count, safe, unsafe)} {name}" for code, name, count, safe, unsafe in counted]
    marks = {line[width + 9 : width + 12] for line in lines}
    legend = [f"{mark} {meaning}" for mark, meaning in _MEANINGS.items() if mark in marks]
    return "\n".join([*lines, *legend]) + "\n"


def as_json(run: RunResult) -> str:
    """One object: `version`, `statistics`."""
    rows: list[Json] = [
        {"code": code, "name": name, "count": count, "fixable": safe, "fixable_unsafe": unsafe}
        for code, name, count, safe, unsafe in _counted(run)
    ]
    return document({"version": 1, "statistics": rows})


_MEANINGS = {
    "[*]": "fixable with listlint fix",
    "[-]": "some of them fixable with listlint fix",
    "[!]": "fixable with listlint fix --unsafe, all or some of them",
}


def _mark(count: int, safe: int, unsafe: int) -> str:
    if safe:
        return "[*]" if safe == count else "[-]"
    return "[!]" if unsafe else "[ ]"


def _counted(run: RunResult) -> list[tuple[str, str, int, int, int]]:
    """Code, name, how often, how many with a safe and with an unsafe fix; the most frequent first."""
    counts: Counter[tuple[str, str]] = Counter()
    fixable: Counter[tuple[str, Safety]] = Counter()
    for _, _, one in told(run):
        counts[one.code, one.name] += 1
        if one.fix is not None:
            fixable[one.code, one.fix.safety] += 1
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return [(code, name, count, fixable[code, Safety.SAFE], fixable[code, Safety.UNSAFE]) for (code, name), count in ordered]
