"""Lists that several processes read: which are worth it, what a worker sends of each, and how that is taken. Opens no file.

A worker sends what it found, never the model of a list, which is ten times as large as its text and more. What it can't tell (a
file that can't be read, a rule that crashed) it leaves to the process that asked, which comes to the same by itself.
"""

from __future__ import annotations

import contextlib
import sys
from typing import TYPE_CHECKING, Final

from listlint import engine, pool, wire
from listlint.cache import digest
from listlint.engine import Fixed, Known
from listlint.engine.results import Withheld
from listlint.text import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from listlint.config.plan import Plan
    from listlint.engine import Checked

SAVED: Final = 60_000
"""Bytes that others must be able to read meanwhile.

Two processors, real lists, checks of the default profile with one process and with two (2026-11, milliseconds, by kB that the
other one takes over): 23: 224, 204; 61: 346, 316; 74: 418, 352; 100: 532, 402; 214: 999, 628; 2600: 8725, 4866. Each
process compiles the regular expressions for itself, which takes 20 to 60 of them. Where the other processor is busy with something
else, two take as long as one.
"""
_DIGEST: Final = len(digest())
_ANYWHERE: Final = sys.maxsize


def workers(sizes: Sequence[int], jobs: int | None) -> int:
    """How many processes are to read lists of so many bytes; `jobs`: as many as somebody asked for."""
    most = min(jobs or pool.processors(), len(sizes))
    if most < 2 or not pool.possible():  # noqa: PLR2004 - one is no others
        return 1
    last = max(*sizes, sum(sizes) // most)
    return most if jobs is not None or sum(sizes) - last >= SAVED else 1


class Shared:
    """The answers of workers, for whoever wants them in another order than they come."""

    def __init__(self, sizes: Sequence[int], work: Callable[[int], bytes], count: int) -> None:
        """The largest lists are begun first, so that none of them is left when all others are done."""
        order = sorted(range(len(sizes)), key=lambda at: -sizes[at])
        self._coming: Iterator[tuple[int, bytes | None]] = pool.shared(order, work, count)
        self._answers: dict[int, bytes | None] = {}

    def take(self, number: int, heard: Callable[[int], None]) -> bytes | None:
        """The answer about list `number`, once; None where there is none. Each that comes meanwhile is `heard`."""
        while number not in self._answers:
            if (coming := next(self._coming, None)) is None:
                return None
            self._answers[coming[0]] = coming[1]
            heard(coming[0])
        return self._answers.pop(number)

    def close(self) -> None:
        """Ends the workers."""
        self._coming.close()  # type: ignore[attr-defined] # a generator


def answer(name: str, data: bytes, plan: Plan, *, fixing: bool, unsafe: bool) -> bytes:
    """What a worker sends of a list with this content; raises whatever reading it raises."""
    source = Source.decode(name, data)
    told = _told(engine.fix(source, plan, unsafe=unsafe)) if fixing else wire.told(engine.check(source, plan).diagnostics)
    return digest(data) + wire.packed(told)


def taken(sent: bytes | None, source: Source, data: bytes, *, fixing: bool) -> Known | Fixed | None:
    """What `sent` says of a list; None where it says nothing, or speaks of another content."""
    if sent is None or sent[:_DIGEST] != digest(data):
        return None
    with contextlib.suppress(ValueError):
        told = wire.unpacked(sent[_DIGEST:])
        return _heard(told, source) if fixing else Known(source, wire.heard(told, len(source.text)))
    return None


def _told(fixed: Fixed) -> wire.Json:
    after: Checked | Known = fixed.after
    return [
        after.source.text,
        wire.told(after.diagnostics),
        wire.told(fixed.applied),
        fixed.failure,
        [[wire.told([one.diagnostic]), one.reason, one.text] for one in fixed.withheld],
        fixed.settled,
    ]


def _heard(value: wire.Json, source: Source) -> Fixed:
    text, left, applied, failure, withheld, settled = wire.fields(value, 6)
    after = Source(source.name, wire.text(text), source.bom)
    found = []
    for one in withheld if isinstance(withheld, list) else ():
        (diagnostic, reason, tried) = wire.fields(one, 3)
        found.append(Withheld(wire.heard(diagnostic, _ANYWHERE)[0], wire.text(reason), wire.text(tried)))
    return Fixed(
        source,
        Known(after, wire.heard(left, len(after.text))),
        wire.heard(applied, _ANYWHERE),
        None if failure is None else wire.text(failure),
        tuple(found),
        settled is True,
    )
