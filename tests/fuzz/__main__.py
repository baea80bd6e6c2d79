"""The command: fixes lists by chance for a while, in all processors, and prints what must not be, as small as it gets."""

# ruff: noqa: S311, T201 - a command, which prints; and chance keeps no secret

from __future__ import annotations

import argparse
import gc
import os
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final, NamedTuple

from listlint.parse import kept
from tests.fuzz.grammar import damaged, document
from tests.fuzz.oracle import Verdict, every_rule, judge, plan_of, some_rules

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT: Final = Path(__file__).parents[2]
_BATCH: Final = 200
"""Documents between two looks at the clock."""
_SHOWN: Final = 20
_BYTES: Final = ("ff", "80", "c3", "eda080", "efbbbf", "00", "0d", "0a", "20", "85", "e280a8", "5b", "5d28", "60", "7c")
"""In hexadecimal, what byte by byte is put in."""


class Found(NamedTuple):
    """A document that shows a fault."""

    fault: str
    data: bytes
    codes: tuple[str, ...]
    """The rules it was fixed with."""


class Tally(NamedTuple):
    """What one process did."""

    documents: int
    changed: int
    cpu: float
    """Seconds."""
    refused: Counter[str]
    withheld: Counter[str]
    found: list[Found]


def main(argv: Sequence[str] | None = None) -> int:
    """0 where nothing was found, 1 where something was."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    args = parser.parse_args(argv)
    seed = Random().randrange(2**32) if args.seed is None else args.seed
    until = time.time() + args.seconds
    with ProcessPoolExecutor(args.processes) as pool:
        tallies = list(pool.map(run, [seed + number for number in range(args.processes)], [until] * args.processes))
    return _report(seed, tallies)


def run(seed: int, until: float) -> Tally:
    """Fixes documents until that time has come."""
    random, start = Random(seed), time.process_time()
    if seed % 2:  # every other process lets go of models as of very long texts
        vars(kept)["LONG"] = -1
    pool = _seeds()
    gc.freeze()
    documents = changed = 0
    refused: Counter[str] = Counter()
    withheld: Counter[str] = Counter()
    found: dict[str, Found] = {}
    while time.time() < until:
        for _ in range(_BATCH):
            data = document(random).encode() if random.random() < 0.5 else mutated(random, pool)
            plan = every_rule() if random.random() < 0.2 else some_rules(random)
            verdict = judge(data, plan)
            documents += 1
            changed += verdict.changed
            withheld.update(verdict.withheld)
            if verdict.refused is not None:
                refused[verdict.refused[:90]] += 1
            if verdict.fault is not None and _kind(verdict) not in found and len(found) < _SHOWN:
                found[_kind(verdict)] = _smallest(Found(verdict.fault, data, tuple(rule.code for rule in plan.rules)))
    return Tally(documents, changed, time.process_time() - start, refused, withheld, list(found.values()))


def mutated(random: Random, pool: Sequence[bytes]) -> bytes:
    """Some lines of a real list or of a rule's page, changed as text or byte by byte."""
    lines = random.choice(pool).splitlines(keepends=True)
    at = random.randrange(len(lines))
    data = b"".join(lines[at : at + random.choice((1, 2, 3, 5))])[:600]
    if random.random() < 0.6:
        return damaged(data.decode(errors="replace"), random).encode(errors="replace")
    for _ in range(random.choice((1, 2, 5))):
        at = random.randrange(len(data) + 1)
        data = data[:at] + bytes.fromhex(random.choice((*_BYTES, f"{random.randrange(256):02x}"))) + data[at + random.choice((0, 1)) :]
    return data


def _seeds() -> list[bytes]:
    """Real lists where there are some, and every example of the rule book."""
    lists = sorted((ROOT / "../shared/corpus").glob("*.md"))
    pages = [b"\n".join(path.read_bytes().split(b"```")[3::2]) for path in sorted((ROOT / "rules").glob("LL*.md"))]
    return [data for data in [*(path.read_bytes() for path in lists), *pages, *pages] if data]


def _kind(verdict: Verdict) -> str:
    """Faults of one kind are shown once."""
    fault = verdict.fault or ""
    return fault[:60] if "second run" not in fault else fault


def _smallest(found: Found) -> Found:
    """The smallest document that shows a fault of that kind, found by cutting out ever smaller bits; a few hundred tries."""
    plan = plan_of(found.codes)
    word = found.fault.split()[0]
    data, size, tries = found.data, len(found.data) // 2, 0
    while size and tries < 400:
        at = 0
        while at < len(data) and tries < 400:
            tries += 1
            smaller = data[:at] + data[at + size :]
            verdict = judge(smaller, plan)
            if verdict.fault is not None and verdict.fault.split()[0] == word:
                data, found = smaller, found._replace(data=smaller, fault=verdict.fault)
            else:
                at += size
        size //= 2
    return found


def _report(seed: int, tallies: Sequence[Tally]) -> int:
    documents = sum(tally.documents for tally in tallies)
    cpu = sum(tally.cpu for tally in tallies)
    refused = sum((tally.refused for tally in tallies), Counter[str]())
    withheld = sum((tally.withheld for tally in tallies), Counter[str]())
    found = [one for tally in tallies for one in tally.found]
    each = 1000 * cpu / max(documents, 1)
    print(f"{documents} documents, {sum(tally.changed for tally in tallies)} repaired, {each:.2f} ms each, seed {seed}")
    print(f"{sum(refused.values())} left as they were:", *(f"  {count} {reason}" for reason, count in refused.most_common(12)), sep="\n")
    print("withheld:", *(f"{code} {count}" for code, count in withheld.most_common(15)))
    for one in found:
        codes = "all rules" if len(one.codes) > 14 else " ".join(one.codes)
        print(f"\nFAULT {one.fault}\n  {one.data!r}\n  {codes}")
    print(f"\n{len(found)} kinds of faults")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
