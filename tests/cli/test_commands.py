"""What each command says, where it says it, and what it leaves alone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from listlint import registry
from listlint.cli import _console

from .conftest import CLEAN, FIXABLE, LEFT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .conftest import Outcome


def test_diagnostics_on_standard_output_remarks_on_standard_error(run: Callable[..., Outcome], here: Path) -> None:
    (here / "docs").mkdir()
    (here / "docs" / "a.md").write_text(FIXABLE, encoding="utf-8")
    outcome = run("check", "docs", "--output-format", "concise")
    assert outcome.out.startswith("docs/a.md:4:")
    assert " LL601 trailing-space " in outcome.out
    assert outcome.err == "docs/: took 1 list of 1 Markdown file\n"
    assert run("check", "docs", "--output-format", "concise", "--quiet").err == ""


def test_quiet_says_nothing_of_a_clean_list(run: Callable[..., Outcome], here: Path) -> None:
    (here / "README.md").write_text(CLEAN, encoding="utf-8")
    assert run("check").out != ""
    assert run("check", "-q").out == ""
    assert json.loads(run("check", "-q", "--output-format", "json").out)["diagnostics"] == []


def test_json_is_all_there_is_on_standard_output(run: Callable[..., Outcome], here: Path) -> None:
    (here / "README.md").write_text(LEFT, encoding="utf-8")
    report = json.loads(run("check", "--output-format", "json").out)
    assert [(one["code"], one["line"], one["file"]) for one in report["diagnostics"]] == [("LL103", 9, "README.md")]


def test_paths_and_options_in_any_order(run: Callable[..., Outcome], here: Path) -> None:
    for name in ("a.md", "b.md"):
        (here / name).write_text(FIXABLE, encoding="utf-8")
    outcome = run("check", "a.md", "--output-format", "concise", "b.md", "--select", "LL6", "--select", "LL101,LL102")
    assert [line.split(":")[0] for line in outcome.out.splitlines()] == ["a.md", "b.md"]


def test_the_diff_alone_is_on_standard_output(run: Callable[..., Outcome], here: Path) -> None:
    (here / "README.md").write_text(FIXABLE, encoding="utf-8")
    outcome = run("fix", "--diff")
    assert outcome.out.splitlines()[:2] == ["--- README.md", "+++ README.md"]
    assert [line for line in outcome.out.splitlines()[2:] if line[0] in "+-"] == [
        "-- [Title 1](https://example.org/1), a summary. ",
        "+- [Title 1](https://example.org/1), a summary.",
    ]
    assert outcome.err == "would fix 1 in 1 file, none left\n"


def test_standard_input_goes_by_its_name(run: Callable[..., Outcome], here: Path) -> None:
    (here / "docs").mkdir()
    (here / "docs" / "listlint.toml").write_text('ignore = ["LL601"]', encoding="utf-8")
    assert run("check", "-", stdin=FIXABLE.encode()).code == 1
    assert run("check", "-", "--stdin-filename", "docs/a.md", stdin=FIXABLE.encode()).code == 0
    outcome = run("check", "-", "--stdin-filename", "a.md", "--output-format", "concise", stdin=FIXABLE.encode())
    assert outcome.out.startswith("a.md:4:")


def test_standard_input_that_is_no_text(run: Callable[..., Outcome]) -> None:
    outcome = run("fix", "-", stdin=b"\xff")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("error: <stdin>: byte 0xff at offset 0 is not UTF-8\n")


def test_tree_rules_and_explain(run: Callable[..., Outcome], here: Path) -> None:
    (here / "README.md").write_text(CLEAN, encoding="utf-8")
    tree = json.loads(run("tree", "README.md", "--format", "json").out)
    assert [item["title"] for item in tree["items"]] == [f"Title {n}" for n in range(6)]
    assert run("tree", "-", stdin=CLEAN.encode()).code == 0
    assert len(json.loads(run("rules", "--format", "json").out)) > 0
    for rule in registry.all_rules():
        assert run("explain", rule.name).out.startswith(f"# {rule.code} {rule.name}\n")
        assert run("explain", rule.code.lower()).code == 0


@pytest.mark.parametrize("name", ["check", "diagnostic", "statistics", "tree", "config"])
def test_schemas_are_json(run: Callable[..., Outcome], name: str) -> None:
    assert json.loads(run("schema", name).out)["type"] == "object"


def test_config_tells_origins(run: Callable[..., Outcome], here: Path) -> None:
    assert run("config", "file").err == "no configuration file\n"
    (here / "listlint.toml").write_text(
        'profile = "papers"\n[style]\nseparator = "，"\n[[overrides]]\nfiles = ["a.md"]\nselect = ["LL101"]\n', encoding="utf-8"
    )
    assert run("config", "file").out == "listlint.toml\n"
    lines = run("config", "show", "a.md").out.splitlines()
    assert lines[0] == 'profile = "papers"  # listlint.toml:1'
    assert 'style.separator = "，"  # listlint.toml:3' in lines
    assert 'select = ["LL101"]  # listlint.toml:6 [[overrides]] 1' in lines
    assert "rules.unlinked-title." not in "".join(lines)
    assert 'style.summary = "optional"  # command line' in run("config", "show", "--config", 'style.summary = "optional"').out.splitlines()
    assert any(line.startswith("exclude = [") and line.endswith("  # default") for line in lines)
    assert 'rules.arxiv-url.versions = "keep"  # default' in run("config", "show").out.splitlines()
    assert lines[-1] == "# rules that run: LL101 unlinked-title"
    assert "LL102 mixed-separator" in run("config", "show").out.splitlines()[-1]


class Terminal:
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        """It is."""
        return True


@pytest.mark.parametrize(
    ("wish", "environment", "expected"),
    [
        ("auto", {}, True),
        ("auto", {"NO_COLOR": "1"}, False),
        ("auto", {"NO_COLOR": ""}, True),
        ("auto", {"TERM": "dumb"}, False),
        ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ("always", {"NO_COLOR": "1"}, True),
        ("never", {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colours_on_a_terminal(wish: _console.Color, environment: dict[str, str], *, expected: bool) -> None:
    assert _console.colored(wish, Terminal(), environment) is expected  # type: ignore[arg-type] # all that's asked of it


@pytest.mark.parametrize(
    ("environment", "expected"),
    [({}, False), ({"FORCE_COLOR": "1"}, True), ({"CLICOLOR_FORCE": "1"}, True), ({"FORCE_COLOR": "0"}, False)],
)
def test_colours_in_a_pipe(
    run: Callable[..., Outcome], here: Path, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], *, expected: bool
) -> None:
    (here / "README.md").write_text(LEFT, encoding="utf-8")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in run("check").out) is expected
