"""`listlint style` says what a list mostly does, with counts, and which lines differ."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conftest import Outcome

READING_LIST = Path(__file__).resolve().parents[2] / "../shared/corpus/reading-list.md"
LIST = (
    "# List\n\n"
    + "".join(f"- [Name {n:02}](https://example.org/{n}), a summary.\n" for n in range(20))
    + "- [Other](https://example.org/other): Another.\n\n"
    + "## Else\n\n"
    + "".join(f"* [Else {n}](https://example.org/else/{n}) - a summary.\n" for n in range(5))
)


def test_as_a_keeper_reads_it(run: Callable[..., Outcome], here: Path) -> None:
    (here / "a.md").write_text(LIST, encoding="utf-8")
    outcome = run("style", "a.md")
    assert (outcome.code, outcome.err) == (0, "")
    lines = outcome.out.splitlines()
    assert lines[0] == "a.md: the style of 26 entries"
    shown = [" ".join(line.split()) for line in lines]
    assert 'separator "," 20 of 26' not in shown
    assert "summary each has one 26 of 26" in shown
    assert 'end of summaries "." 26 of 26' in shown
    assert "order of entries by title 24 of 24 neighbours" in shown
    assert "not known, so nothing is held to it:" in shown
    assert 'separator: ", " 20, " - " 5, ": " 1' in shown


def test_lines_that_differ(run: Callable[..., Outcome], here: Path) -> None:
    (here / "a.md").write_text(LIST.partition("## Else")[0], encoding="utf-8")
    lines = run("style", "a.md").out.splitlines()
    at = next(at for at, line in enumerate(lines) if line.startswith("separator"))
    assert lines[at].split()[-3:] == ["20", "of", "21"]
    assert lines[at + 1].strip() == '": " on line 23'


def test_as_json(run: Callable[..., Outcome], here: Path) -> None:
    (here / "a.md").write_text(LIST.partition("## Else")[0], encoding="utf-8")
    report = json.loads(run("style", "a.md", "--format", "json").out)
    facts = {each["fact"]: each for each in report["facts"]}
    assert (report["version"], report["file"], report["sections"]) == (1, "a.md", [])
    assert facts["separator"] == {
        "fact": "separator",
        "value": ", ",
        "configured": False,
        "count": 20,
        "total": 21,
        "differing": [{"line": 23, "value": '": "'}],
    }
    assert facts["arxiv"] == {"fact": "arxiv", "value": None, "configured": False, "count": 0, "total": 0, "differing": []}


def test_configured_facts_say_so(run: Callable[..., Outcome], here: Path) -> None:
    (here / "a.md").write_text(LIST, encoding="utf-8")
    (here / "listlint.toml").write_text('[style]\nseparator = " - "\norder = "none"\n', encoding="utf-8")
    shown = [" ".join(line.split()) for line in run("style", "a.md").out.splitlines()]
    assert 'separator " - " configured' in shown
    assert "order of entries none kept configured" in shown
    assert run("style", "a.md", "--isolated").out != run("style", "a.md").out


def test_a_list_that_tells_nothing(run: Callable[..., Outcome]) -> None:
    outcome = run("style", "-", stdin=b"")
    assert outcome.code == 0
    assert outcome.out.startswith("<stdin>: the style of 0 entries\n\n\nnot known")


def test_control_characters_are_shown_as_escapes(run: Callable[..., Outcome], here: Path) -> None:
    (here / "a.md").write_text("# L\n\n" + "".join(f"- [N {n}](https://e.org/{n}) \u202e- w\n" for n in range(6)), encoding="utf-8")
    assert "\u202e" not in run("style", "a.md").out


@pytest.mark.skipif(not READING_LIST.exists(), reason="the corpus isn't here")
def test_the_reading_list(run: Callable[..., Outcome]) -> None:
    report = json.loads(run("style", str(READING_LIST), "--format", "json").out)
    facts = {each["fact"]: each for each in report["facts"]}
    values = {name: each["value"] for name, each in facts.items() if each["value"] is not None}
    assert values == {
        "template": "[{title}]({url}), {summary}",
        "separator": ", ",
        "summary": True,
        "ending_han": "。",
        "title_decoration": "plain",
        "order": "none",
        "arxiv": "abs",
        "han_latin": "tight",
        "marker": "-",
        "blank_between_items": False,
        "blank_after_heading": 0,
    }
    assert (facts["separator"]["count"], facts["separator"]["total"]) == (29, 29)
