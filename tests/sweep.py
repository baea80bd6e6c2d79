"""The command `python -m tests.sweep`: fixes every list of a folder with all rules, with each alone, and with pairs by chance.

Nothing may fail, be lost, or be left for a second run.
"""

# ruff: noqa: S311, T201 - a command, which prints; and chance keeps no secret

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import combinations
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final, NamedTuple

from listlint.engine.texts import Texts
from listlint.text import Source
from tests.fuzz.oracle import every_rule, judge, plan_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CORPUS: Final = Path(__file__).parents[1] / "../shared/corpus"
_ROOM: Final = 2_000_000
"""Code points of texts that the runs of one list share; at least three of its texts."""


class Swept(NamedTuple):
    """What came of one list."""

    name: str
    runs: int
    withheld: Counter[str]
    faults: list[str]


def pairs(count: int, seed: int) -> list[tuple[str, str]]:
    """That many pairs of rules by chance."""
    every = list(combinations([rule.code for rule in every_rule().rules], 2))
    return Random(seed).sample(every, min(count, len(every)))


def sweep(path: Path, chosen: Sequence[tuple[str, str]]) -> Swept:
    """Fixes one list with all rules, each alone, and the pairs; where a set of rules offers no fix, there is nothing to do."""
    data, withheld, faults, runs = path.read_bytes(), Counter[str](), list[str](), 0
    texts = Texts(max(_ROOM, 3 * len(data)))
    for codes in _sets(data, texts, chosen):
        verdict = judge(data, plan_of(codes) if codes else every_rule(), texts)
        runs += 1
        withheld.update(verdict.withheld)
        faults += [f"{'+'.join(codes) or 'all rules'}: {fault}" for fault in (verdict.fault, verdict.refused) if fault]
    return Swept(path.name, runs, withheld, faults)


def _sets(data: bytes, texts: Texts, chosen: Sequence[tuple[str, str]]) -> Iterator[tuple[str, ...]]:
    """The sets of rules that have something to repair; empty: all of them."""
    yield ()
    checked = texts.judge(texts.read(Source.decode("list.md", data)), every_rule()).judgement.whole
    offering = {one.code for one in checked.diagnostics if one.fix is not None}
    yield from ((code,) for code in sorted(offering))
    yield from (pair for pair in sorted(chosen) if not offering.isdisjoint(pair))


def main(argv: Sequence[str] | None = None) -> int:
    """0 where nothing was found, 1 where something was."""
    parser = argparse.ArgumentParser(prog="python -m tests.sweep", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=CORPUS)
    parser.add_argument("--pairs", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    args = parser.parse_args(argv)
    start = time.time()
    chosen = pairs(args.pairs, args.seed)
    lists = sorted(args.folder.glob("*.md"), key=lambda path: path.stat().st_size)
    runs, faults, withheld = 0, 0, Counter[str]()
    with ProcessPoolExecutor(args.processes) as pool:
        for swept in pool.map(partial(sweep, chosen=chosen), lists):
            runs, faults = runs + swept.runs, faults + len(swept.faults)
            withheld.update(swept.withheld)
            print(f"{swept.name}: {swept.runs} runs", *(f"  FAULT {fault}" for fault in swept.faults), sep="\n", flush=True)
    print(f"{len(lists)} lists, {runs} runs with something to repair, {faults} faults, {time.time() - start:.0f} s, seed {args.seed}")
    print("withheld:", *(f"{code} {count}" for code, count in withheld.most_common()))
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
