"""`python -m tests.planted_repairs FOLDER`: plants one fault at a time in the lists of a folder, prints what is reported.

A fault counts as reported where a diagnostic stands on its lines that doesn't stand there without it.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.planted_repairs import entries, whole
from tests.planted_repairs.faults import Planted, plan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from listlint.config.plan import Plan
    from tests.planted_repairs.faults import Fault

KINDS: Final[dict[str, Callable[[Planted], Iterator[Fault]]]] = {
    "duplicate link": entries.duplicate_link,
    "one link, two titles": entries.shared_link,
    "arXiv form": entries.arxiv_form,
    "URL hygiene": entries.url_hygiene,
    "separator": entries.separator,
    "space after marker": entries.marker_space,
    "first letter": entries.first_letter,
    "final stop": entries.final_stop,
    "missing description": entries.missing_description,
    "repeated title": entries.repeated_title,
    "broken link syntax": entries.link_syntax,
    "bare URL": entries.bare_url,
    "title without link": entries.title_without_link,
    "order": entries.order,
    "contents": whole.contents,
    "dead anchor": whole.dead_anchor,
    "empty or repeated heading": whole.headings,
    "trailing space": whole.trailing_space,
    "blank line": whole.blank_line,
    "inner space": whole.inner_space,
    "product name": whole.product_name,
    "accidental nesting": entries.nesting,
    "Chinese": whole.chinese,
}


class Arguments(argparse.Namespace):
    """What the command is told."""

    folder: Path
    profile: str
    seed: int
    variants: int
    kind: list[str]
    largest: int
    misses: bool


def main() -> int:
    """Prints a line a kind, then the diagnostics a list has without any fault."""
    asked = argparse.ArgumentParser(prog="python -m tests.planted_repairs", description=__doc__)
    asked.add_argument("folder", type=Path, metavar="FOLDER")
    asked.add_argument("--profile", default="awesome-strict")
    asked.add_argument("--seed", type=int, default=7)
    asked.add_argument("--variants", type=int, default=1, metavar="N", help="faults of each variant in each list")
    asked.add_argument("--kind", action="append", default=[], metavar="WORD", help="only kinds with this in their names")
    asked.add_argument("--largest", type=int, default=150_000, metavar="CHARACTERS", help="leave out lists that are longer")
    asked.add_argument("--misses", action="store_true", help="show what wasn't reported, and which codes reported the rest")
    told = asked.parse_args(namespace=Arguments())
    lists = list(_lists(told.folder, plan(told.profile), told.largest))
    if not lists:
        asked.error(f"no lists of at most {told.largest} characters in {told.folder}, expected Markdown files")
    total: Counter[bool] = Counter()
    for kind, faults in KINDS.items():
        if not told.kind or any(word.casefold() in kind.casefold() for word in told.kind):
            total += _measure(kind, faults, lists, told)
    counts = sorted(lst.count for lst in lists)
    print(f"all kinds: {total[True]} of {total.total()} reported")  # noqa: T201 - a script
    print(f"diagnostics a list without a fault: median {statistics.median(counts)}, {counts}")  # noqa: T201 - as above
    return 0


def _lists(folder: Path, asked: Plan, largest: int) -> Iterator[Planted]:
    for path in sorted(folder.glob("*.md")):
        text = path.read_bytes().decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n")
        if len(text) <= largest:
            yield Planted(path.name, text, asked)


def _measure(kind: str, faults: Callable[[Planted], Iterator[Fault]], lists: list[Planted], told: Arguments) -> Counter[bool]:
    found: defaultdict[str, Counter[bool]] = defaultdict(Counter)
    for lst in lists:
        chance = random.Random(f"{told.seed} {kind} {lst.source.name}")  # noqa: S311 - the same faults in every run
        by_variant: defaultdict[str, list[Fault]] = defaultdict(list)
        for fault in faults(lst):
            by_variant[fault.variant].append(fault)
        for variant, able in by_variant.items():
            for fault in chance.sample(able, min(told.variants, len(able))):
                said = lst.report(fault)
                if said is None:
                    continue
                found[variant][bool(said)] += 1
                if told.misses:
                    at = lst.source.line_of(fault.edits[0].span.start)
                    shown = ", ".join(sorted({one.split()[0] for one in said})) if said else "MISSED"
                    print(f"  {variant}: {lst.source.name[:24]}:{at} {shown} {fault.edits[0].text[:70]!r}")  # noqa: T201 - a script
    total = sum(found.values(), Counter())
    each = ", ".join(f"{variant} {counts[True]}/{counts.total()}" for variant, counts in found.items())
    print(f"{kind:28}{total[True]:4} of {total.total():4}  {each}", flush=True)  # noqa: T201 - as above
    return total


if __name__ == "__main__":
    sys.exit(main())
