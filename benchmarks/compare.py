"""listlint against other linters and formatters, whole processes, as ratios: `python benchmarks/compare.py FOLDER`.

FOLDER holds real lists. The Python tools are installed into a virtual environment of the benchmark's own (`--work`), listlint
from this checkout and compiled; those of node into a folder beside it. Runs are interleaved, so that a busy machine is busy for
all. What isn't there, or can't be installed, is named and left out. Prints one table and each bar, and writes JSON (`--json`).
"""

# ruff: noqa: INP001, T201, S603 - a script that runs programs and prints
from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).resolve().parent
CLASSES: Final = {"60-100 kB": (60_000, 100_000), "300-500 kB": (300_000, 500_000), "1.9 MB": (1_500_000, 2_500_000)}
PYTHON_TOOLS: Final = ("rumdl", "mdformat", "mdformat-gfm", "pymarkdownlnt")
NODE_TOOLS: Final = ("markdownlint-cli2", "awesome-lint", "remark-cli")
PEERS: Final = frozenset({"rumdl", "mdformat", "pymarkdown", "markdownlint-cli2", "awesome-lint", "remark"})
SLOW: Final = frozenset({"pymarkdown", "awesome-lint", "markdownlint-cli2", "remark"})
"""Run no more often than `--slow` says, and one file of each class only."""
_LIMIT: Final = 120
"""Seconds after which a program is ended; what it took is more than that."""


@dataclass
class Measured:
    """The runs of one program on one thing."""

    seconds: list[float] = field(default_factory=list)
    peak: int = 0
    """Bytes."""

    @property
    def median(self) -> float:
        """Seconds."""
        return statistics.median(self.seconds)


def main() -> int:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--work", type=Path, default=HERE / ".work")
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--slow", type=int, default=1, help="runs of the programs that take seconds")
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    bench = args.work.absolute() / "python"
    tools = _tools(bench, _installed(args.work.absolute()))
    print("left out:", ", ".join(sorted(PEERS - set(tools))) or "nothing")
    results = _measured(args, tools, bench)
    _table(results)
    _bars(results)
    if args.json:
        plain = {thing: {name: {"seconds": one.seconds, "peak": one.peak} for name, one in row.items()} for thing, row in results.items()}
        args.json.write_text(json.dumps(plain, indent=2) + "\n", encoding="utf-8")
    return 0


def _installed(work: Path) -> Path | None:
    """Makes the environments; the folder of node's programs, if there is node."""
    python = work / "python" / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", work / "python"], check=True)
    subprocess.run([python, "-m", "pip", "install", "-q", *PYTHON_TOOLS], check=False)
    subprocess.run([python, "-m", "pip", "install", "-q", HERE.parent], check=True)
    subprocess.run([python, "-m", "pip", "install", "-q", "--no-deps", "--force-reinstall", HERE.parent], check=True)
    programs = work / "node" / "node_modules" / ".bin"
    if not programs.exists() and (npm := shutil.which("npm")) is not None:
        programs.parent.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run([npm, "install", "--no-audit", "--no-fund", "--silent", *NODE_TOOLS], cwd=programs.parent.parent, check=False)
    return programs if programs.exists() else None


def _tools(bench: Path, node: Path | None) -> dict[str, list[str]]:
    """Command lines that a path is added to, of what is there."""
    found = bench / "bin"
    wanted: dict[str, list[str | Path]] = {
        "listlint": [found / "listlint", "check", "--no-cache"],
        "listlint warm": [found / "listlint", "check"],
        "rumdl": [found / "rumdl", "check", "--no-cache"],
        "mdformat": [found / "mdformat", "--check"],
        "pymarkdown": [found / "pymarkdown", "scan"],
    }
    if node is not None:
        wanted["markdownlint-cli2"] = [node / "markdownlint-cli2"]
        wanted["awesome-lint"] = [node / "awesome-lint"]
        wanted["remark"] = [node / "remark", "--no-stdout", "--quiet"]
    return {name: [os.fspath(word) for word in words] for name, words in wanted.items() if Path(words[0]).exists()}


def _measured(args: argparse.Namespace, tools: dict[str, list[str]], bench: Path) -> dict[str, dict[str, Measured]]:
    python = os.fspath(bench / "bin" / "python")
    lists = sorted(args.folder.glob("*.md"), key=lambda file: file.stat().st_size)
    results: dict[str, dict[str, Measured]] = {}
    large = CLASSES["300-500 kB"]
    for name, (least, most) in CLASSES.items():
        files = [file for file in lists if least <= file.stat().st_size < most]
        programs = {**tools, "python -c pass": [python, "-c", "pass"], "pyromark": [python, "-c", _READING]}
        results[name] = _interleaved(programs, [[os.fspath(file.absolute())] for file in files], args)
    whole = {name: words for name, words in tools.items() if name in {"listlint", "rumdl", "mdformat", "markdownlint-cli2"}}
    files = [os.fspath(file.absolute()) for file in lists]
    results["all files"] = _interleaved(whole, [files], args)
    results["fix of ten entries"] = _fixing(tools, [file for file in lists if large[0] <= file.stat().st_size < large[1]], args)
    alike = args.work.absolute() / "alike.md"
    alike.write_text("# List\n\n" + "".join(_ALIKE.format(number) for number in range(5_000)), encoding="utf-8")
    results["fix, 5,000 alike"] = _fixing(tools, [alike], args)
    return results


_ALIKE: Final = "- [Title {0}](https://example.org/{0}) - A summary that says what it is good for.\n"


_READING: Final = "import sys, pyromark; sys.argv[1:] and list(pyromark.events_with_range(open(sys.argv[1], encoding='utf-8').read()))"


def _interleaved(programs: dict[str, list[str]], things: list[list[str]], args: argparse.Namespace) -> dict[str, Measured]:
    """Every program on everything in turn; of a slow one only the first thing, a few times."""
    measured: dict[str, Measured] = {}
    for name, words in programs.items():  # fills the caches of files, and listlint's
        if name not in SLOW:
            for thing in things:
                _timed([*words, *thing], args)
    for run in range(args.runs):
        for number, thing in enumerate(things):
            for name, words in programs.items():
                if name in SLOW and (run >= args.slow or number):
                    continue
                seconds, peak = _timed([*words, *thing], args)
                one = measured.setdefault(name, Measured())
                one.seconds.append(seconds)
                one.peak = max(one.peak, peak)
    return measured


def _timed(command: list[str], args: argparse.Namespace) -> tuple[float, int]:
    """Seconds and peak memory in bytes of one process, its output going into a pipe nobody reads slowly."""
    env = {**os.environ, "LISTLINT_CACHE_DIR": os.fspath(args.work.absolute() / "cache")}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, env=env) as process:
        assert process.stdout is not None  # noqa: S101 - for mypy
        end = threading.Timer(_LIMIT, process.kill)
        end.start()
        while process.stdout.read(1 << 16):
            pass
        end.cancel()
        _, _, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = 0
    return seconds, used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def _fixing(tools: dict[str, list[str]], lists: list[Path], args: argparse.Namespace) -> dict[str, Measured]:
    """`listlint fix` of settled `lists` with two blanks in place of one in ten lines of each, and mdformat on the same files."""
    measured: dict[str, Measured] = {}
    place = args.work.absolute() / "README.md"
    fix = [*tools["listlint"][:1], "fix", "--no-cache"]
    programs = {"listlint": fix}
    if "mdformat" in tools:
        programs["mdformat"] = tools["mdformat"][:1]
    planted = []
    for file in lists:
        place.write_bytes(file.read_bytes())
        _timed([*fix, os.fspath(place)], args)
        planted.append(_planted(place.read_text(encoding="utf-8")))
    for _ in range(args.runs):
        for text in planted:
            for name, words in programs.items():
                place.write_text(text, encoding="utf-8")
                seconds, peak = _timed([*words, os.fspath(place)], args)
                one = measured.setdefault(name, Measured())
                one.seconds.append(seconds)
                one.peak = max(one.peak, peak)
    return measured


def _planted(text: str) -> str:
    """`text` with a blank doubled in ten lines of bullets, far apart."""
    lines = text.split("\n")
    able = [at for at, line in enumerate(lines) if line.lstrip().startswith(("- ", "* ")) and re.search(r"[a-z] [a-z]+ ", line)]
    for at in able[len(able) // 20 :: max(len(able) // 10, 1)][:10]:
        lines[at] = re.sub(r"([a-z]) ([a-z]+ )", r"\1  \2", lines[at], count=1)
    return "\n".join(lines)


def _table(results: dict[str, dict[str, Measured]]) -> None:
    print(f"\n{'':20} {'program':20} {'median s':>9} {'least s':>9} {'MiB':>6} {'x listlint':>10}  runs")
    for thing, row in results.items():
        base = row["listlint"].median if "listlint" in row else None
        for name, one in row.items():
            ratio = f"{one.median / base:10.2f}" if base else f"{'':10}"
            print(f"{thing:20} {name:20} {one.median:9.3f} {min(one.seconds):9.3f} {one.peak / 2**20:6.0f} {ratio}  {len(one.seconds)}")


def _bars(results: dict[str, dict[str, Measured]]) -> None:
    """Each bar, with what was measured."""
    print()
    small, large, largest, every = (results[name] for name in (*CLASSES, "all files"))
    for what, row, name, most in (
        ("cold, 60-100 kB, times rumdl", small, "rumdl", 1.6),
        ("cold, 300-500 kB, times rumdl", large, "rumdl", 1.5),
        ("cold, all files, times rumdl", every, "rumdl", 1.2),
    ):
        _bar(what, _ratio(row, "listlint", name), most)
    for name, least in (("markdownlint-cli2", 15), ("awesome-lint", 40), ("mdformat", 8)):
        _bar(f"cold, 300-500 kB, times as fast as {name}", _ratio(large, name, "listlint"), least, least=True)
    for what, row in (("60-100 kB", small), ("300-500 kB", large)):
        _bar(f"warm, {what}, times python -c pass", _ratio(row, "listlint warm", "python -c pass"), 2.0)
    _bar("peak MiB, 300-500 kB", large["listlint"].peak / 2**20 if "listlint" in large else None, 60)
    _bar("peak MiB, 1.9 MB", largest["listlint"].peak / 2**20 if "listlint" in largest else None, 160)
    for what in ("fix of ten entries", "fix, 5,000 alike"):
        _bar(f"{what}, seconds", results[what]["listlint"].median if results[what] else None, 1.5)
        _bar(f"{what}, times mdformat", _ratio(results[what], "listlint", "mdformat"), 1.0)


def _ratio(row: dict[str, Measured], above: str, below: str) -> float | None:
    return row[above].median / row[below].median if above in row and below in row else None


def _bar(what: str, value: float | None, bar: float, *, least: bool = False) -> None:
    if value is None:
        print(f"  ?    {what}: not measured")
        return
    met = value >= bar if least else value <= bar
    print(f"  {'met' if met else 'NOT'}  {what}: {value:.2f}, expected at {'least' if least else 'most'} {bar:g}")


if __name__ == "__main__":
    sys.exit(main())
