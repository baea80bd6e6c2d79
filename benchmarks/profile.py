"""Where the time of a check goes: start-up, reading, style, each rule, the report. `python benchmarks/profile.py LIST`.

Processor time, the least of some runs; rules are asked in their order, so what several share is counted with the first of them.
With `--instructions`, counted instructions of the whole process, where valgrind is there: they don't depend on the machine's mood.
"""

# ruff: noqa: INP001, T201, S603 - a script that runs programs and prints
from __future__ import annotations

import argparse
import gc
import re
import shutil
import subprocess
import sys
import time
from collections import defaultdict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from listlint.cli import SELDOM
from listlint.config.load import from_text
from listlint.config.select import plan
from listlint.engine.judgement import check
from listlint.parse import parse
from listlint.report import render
from listlint.report.asked import Report
from listlint.runner import FileResult, RunResult
from listlint.style import infer
from listlint.text import Source

if TYPE_CHECKING:
    from collections.abc import Callable

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.rule import Rule
    from listlint.style import Style

T = TypeVar("T")

_CHECK = "import sys; from listlint.cli import main; sys.exit(main(['check', '--no-cache', '--isolated', *sys.argv[1:]]))"


def main() -> int:
    """Measures and prints a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("list", type=Path)
    parser.add_argument("--profile", default="default")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--instructions", action="store_true")
    args = parser.parse_args()
    rows = [("python -c pass", _process("pass", [], args.runs)), ("check, whole process", _process(_CHECK, [str(args.list)], args.runs))]
    imports = "import listlint.cli.check, listlint.runner, listlint.report.text, listlint.config.select"
    rows.append(("imports, python's start with them", _process(imports, [], args.runs)))
    rows += sorted(_parts(args.list, args.profile, args.runs).items(), key=lambda row: -row[1])
    for name, seconds in rows:
        print(f"{seconds * 1000:9.1f} ms  {name}")
    if args.instructions and (valgrind := shutil.which("valgrind")) is not None:
        command = [valgrind, "--tool=callgrind", "--callgrind-out-file=/dev/null", sys.executable, "-c", _CHECK, str(args.list)]
        told = subprocess.run(command, capture_output=True, text=True, check=False).stderr
        found = re.search(r"Collected : (\d+)", told)
        print(f"{int(found[1]):,} instructions" if found else "valgrind counted nothing")
    return 0


def _asked(rule: Rule, document: Document, style: Style) -> list[Diagnostic]:
    return list(rule.check(document, style))


def _process(program: str, words: list[str], runs: int) -> float:
    """Seconds of a whole process, by the clock."""
    found = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", program, *words], capture_output=True, check=False)
        found.append(time.perf_counter() - start)
    return min(found)


def _parts(path: Path, profile: str, runs: int) -> dict[str, float]:
    """Seconds of each part, in this process."""
    gc.set_threshold(*SELDOM)
    wanted = plan(from_text(f'profile = "{profile}"\n'))
    found: defaultdict[str, list[float]] = defaultdict(list)

    def timed(name: str, what: Callable[[], T]) -> T:
        start = time.process_time()
        made = what()
        found[name].append(time.process_time() - start)
        return made

    for _ in range(runs):
        source = Source.decode(path.name, path.read_bytes())
        document = timed("reading", partial(parse, source))
        style = timed("style", partial(infer, document, wanted.style))
        for rule in wanted.rules:
            timed(f"{rule.code} {rule.name}", partial(_asked, rule, document, style))
        run = RunResult((FileResult(path.name, checked=check(source, wanted)),))
        timed("report, text", partial(render, Report(run), "text"))
    return {name: min(seconds) for name, seconds in found.items()}


if __name__ == "__main__":
    sys.exit(main())
