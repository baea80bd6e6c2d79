"""What must be true of a real reading list in Chinese and English, without configuration."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from listlint import engine
from listlint.config import load, select
from listlint.text import Source

FILE = Path(__file__).parents[1] / "../shared/corpus/reading-list.md"
pytestmark = pytest.mark.skipif(not FILE.exists(), reason="the real lists are not here")

REPORTED = {
    *((4, code) for code in ("LL101", "LL106")),
    *((5, code) for code in ("LL107", "LL301")),
    *((6, code) for code in ("LL101", "LL301")),
    (7, "LL101"),
    *((8, code) for code in ("LL101", "LL301")),
    *((9, code) for code in ("LL101", "LL201")),
    *((line, "LL502") for line in (16, 17, 18, 45, 61)),
    *((line, "LL602") for line in (39, 44, 60, 63, 90)),
    *((41, code) for code in ("LL103", "LL107")),
    *((52, code) for code in ("LL103", "LL107", "LL601")),
    (66, "LL301"),
    *((81, code) for code in ("LL105", "LL601")),
}
LEFT = {"LL103": 2, "LL502": 5}
FIXED = {
    4: "- [Mixture-of-Experts Meets Instruction Tuning: A Winning Combination for Large Language Models]"
    "(https://arxiv.org/abs/2305.14705), ",
    6: "- [LongNet: Scaling Transformers to 1,000,000,000 Tokens](https://arxiv.org/abs/2307.02486), ",
    7: "- [Demystifying GPT Self-Repair for Code Generation](https://arxiv.org/abs/2306.09896), ",
    8: "- [Flacuna: Unleashing the Problem Solving Power of Vicuna using FLAN Fine-Tuning](https://arxiv.org/abs/2307.02053), ",
    9: "- [InterCode: Standardizing and Benchmarking Interactive Coding with Execution Feedback](https://intercode-benchmark.github.io/), ",
}
"""How the repaired lines begin, by the line their entry begins on."""
TOUCHED = {4, 5, 6, 7, 8, 9, 41, 52, 66, 81}
BLANK = {38, 39, 43, 44, 59, 60, 62, 63, 89, 90}


def text(newline: str) -> str:
    """The list with `newline` at its line ends."""
    return FILE.read_bytes().decode("utf-8").replace("\n", newline)


def diagnostics(written: str) -> list[tuple[int, str]]:
    """Line and code of everything that the default profile says."""
    source = Source("reading-list.md", written)
    checked = engine.check(source, select.plan(load.settings()))
    return [(source.position(found.span.start).line, found.code) for found in checked.diagnostics]


def repaired(written: str) -> str:
    """What the default profile's safe fixes make of it."""
    fixed = engine.fix(Source("reading-list.md", written), select.plan(load.settings()))
    assert fixed.failure is None
    return fixed.after.document.text


NEWLINES = pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])


@NEWLINES
def test_exactly_the_known_faults_are_reported(newline: str) -> None:
    assert sorted(diagnostics(text(newline))) == sorted(REPORTED)


@NEWLINES
def test_fix_leaves_only_what_a_keeper_must_write(newline: str) -> None:
    left = [code for _, code in diagnostics(repaired(text(newline)))]
    assert {code: left.count(code) for code in left} == LEFT


@NEWLINES
def test_a_second_fix_changes_nothing(newline: str) -> None:
    once = repaired(text(newline))
    assert repaired(once) == once


@NEWLINES
def test_the_newlines_stay(newline: str) -> None:
    once = repaired(text(newline))
    assert once.count("\n") == once.count(newline)
    assert once.replace(newline, "\n") == repaired(text("\n"))


@NEWLINES
def test_links_are_made_and_summaries_stay(newline: str) -> None:
    before, after = text(newline).split(newline), repaired(text(newline)).split(newline)
    for line, begin in FIXED.items():
        made = next(candidate for candidate in after if candidate.startswith(begin))
        old = before[line] if line == 4 else before[line - 1]
        url_end = old.index("https://")
        rest = old[url_end:].split(", " if line != 9 else "，", 1)[1]
        assert made == begin + rest.removesuffix("|")


@NEWLINES
def test_no_other_line_is_touched(newline: str) -> None:
    before, after = text(newline).split(newline), repaired(text(newline)).split(newline)
    changed = set()
    for tag, start, end, *_ in difflib.SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes():
        if tag != "equal":
            changed |= set(range(start + 1, max(end, start + 1) + 1))
    assert changed >= TOUCHED
    assert changed <= TOUCHED | BLANK
    assert len(before) - len(after) == 1 + 1 + 5
