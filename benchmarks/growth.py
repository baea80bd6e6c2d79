"""Whether time grows with the list: 20 times the list, at most 22 times the time, whatever its shape. `python benchmarks/growth.py`.

Every list is checked in a process of its own, whose start-up isn't counted.
"""

# ruff: noqa: INP001, T201, S603 - a script that runs itself and prints
from __future__ import annotations

import argparse
import gc
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Final

from listlint import engine
from listlint.cli import SELDOM
from listlint.config.load import from_text
from listlint.config.select import plan
from listlint.text import Source

if TYPE_CHECKING:
    from collections.abc import Callable

BAR: Final = 22.0
TIMES: Final = 20


def _entry(number: int) -> str:
    return f"- [Tool {number}](https://example.org/{number}) - Does what number {number} does.\n"


def _usual(count: int) -> str:
    return "# List\n" + "".join(
        f"\n## Section {at}\n\n" + "".join(map(_entry, range(at, min(at + 20, count)))) for at in range(0, count, 20)
    )


SHAPES: Final[dict[str, tuple[int, Callable[[int], str]]]] = {
    "a list like others": (1_000, _usual),
    "one huge section": (1_000, lambda count: "# List\n\n" + "".join(map(_entry, range(count)))),
    "sections": (5_000, lambda count: "# List\n" + "".join(f"\n## Section {at}\n" for at in range(count))),
    "deep nesting": (100, lambda count: "".join("  " * (at % 200) + _entry(at) for at in range(count * 10))),
    "one huge table": (
        1_000,
        lambda count: (
            "| name | what |\n| --- | --- |\n" + "".join(f"| [T{at}](https://example.org/{at}) | does {at} |\n" for at in range(count))
        ),
    ),
    "duplicates": (500, lambda count: "# List\n\n" + "".join(_entry(at % 7) for at in range(count))),
    "one paragraph": (2_000, lambda count: " ".join(f"word{at} (and [link](https://example.org/{at}))," for at in range(count)) + "\n"),
    "blank lines": (5_000, lambda count: "word\n\n\n" * count),
}


def main() -> int:
    """Measures every shape; 1 where one grows faster than it may."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--profile", default="default")
    parser.add_argument("--scale", type=float, default=1.0, help="how large the smallest list of each shape is")
    parser.add_argument("--only", help="shapes whose name holds this")
    parser.add_argument("--one", nargs=2, metavar=("SHAPE", "COUNT"), help="what this program asks itself: seconds and size of one list")
    args = parser.parse_args()
    if args.one:
        print(*_measured(SHAPES[args.one[0]][1](int(args.one[1])), args.profile))
        return 0
    worst = 0.0
    for name, (count, _) in SHAPES.items():
        if args.only and args.only not in name:
            continue
        (one, small), (other, large) = (_asked(name, int(count * args.scale * times), args.profile) for times in (1, TIMES))
        growth = TIMES * (other / large) / (one / small)  # longer numbers make it more than twenty times the text
        worst = max(worst, growth)
        told = "   ".join(f"{size / 1000:8.0f} kB {seconds:8.3f} s" for seconds, size in ((one, small), (other, large)))
        print(f"{name:20} {told}   {growth:6.1f} times", flush=True)
    print(f"worst: {worst:.1f} times, expected at most {BAR:g}")
    return int(worst > BAR)


def _asked(name: str, count: int, profile: str) -> tuple[float, int]:
    """Seconds and characters of the quickest of three processes, which have nothing in memory yet."""
    command = [sys.executable, __file__, "--profile", profile, "--one", name, str(count)]
    told = [subprocess.run(command, capture_output=True, text=True, check=True).stdout.split() for _ in range(3)]
    return min(float(seconds) for seconds, _ in told), int(told[0][1])


def _measured(text: str, profile: str) -> tuple[float, int]:
    gc.set_threshold(*SELDOM)
    wanted = plan(from_text(f'profile = "{profile}"\n'))
    engine.check(Source("README.md", "# List\n\n- [A](https://example.org/) - A thing.\n"), wanted)  # imports, and compiles expressions
    start = time.process_time()
    engine.check(Source("README.md", text), wanted)
    return time.process_time() - start, len(text)


if __name__ == "__main__":
    sys.exit(main())
