"""Where reports go: formats, files, GitHub Actions, what fails a run."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import CLEAN, FIXABLE, INFO, LEFT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Outcome

ERROR = CLEAN + "- [Title 7](https://example.org/7，附), a summary.\n- Title 8 https://example.org/8，附带说明，很长\n"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (CLEAN, {"error": 0, "warning": 0, "info": 0, "never": 0}),
        (INFO, {"error": 0, "warning": 0, "info": 1, "never": 0}),
        (LEFT, {"error": 0, "warning": 1, "info": 1, "never": 0}),
        (ERROR, {"error": 1, "warning": 1, "info": 1, "never": 0}),
    ],
    ids=["clean", "info", "warning", "error"],
)
def test_fail_on_says_which_severity_fails(run: Callable[..., Outcome], here: Path, text: str, codes: dict[str, int]) -> None:
    (here / "a.md").write_text(text, encoding="utf-8")
    assert {word: run("check", "a.md", "--fail-on", word).code for word in codes} == codes
    assert run("check", "a.md").code == codes["warning"]


def test_what_could_not_be_done_fails_whatever_is_asked(run: Callable[..., Outcome], here: Path) -> None:
    (here / "a.md").write_bytes(b"\xff")
    assert run("check", "a.md", "--fail-on", "never").code == 2
    (here / "a.md").write_text(FIXABLE, encoding="utf-8")
    assert run("fix", "a.md", "--diff", "--fail-on", "never").code == 1


def test_several_reports_of_one_run(run: Callable[..., Outcome], here: Path) -> None:
    (here / "a.md").write_text(LEFT, encoding="utf-8")
    (here / "old.sarif").write_text("old", encoding="utf-8")
    wanted = ("sarif=old.sarif", "junit=j.xml", "concise", "json=r=1.json")
    done = run("check", "a.md", *(word for one in wanted for word in ("--output-format", one)))
    assert (done.code, done.out) == (1, "a.md:9:4: LL103 missing-summary entry has no summary, 6 of 7 entries have one\n")
    assert json.loads((here / "old.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert (here / "j.xml").read_text(encoding="utf-8").startswith("<?xml")
    assert json.loads((here / "r=1.json").read_text(encoding="utf-8"))["summary"]["diagnostics"] == 1
    assert sorted(path.name for path in here.iterdir()) == [".git", "a.md", "j.xml", "old.sarif", "r=1.json"]


def test_a_report_in_a_file_leaves_standard_output_as_it_was(run: Callable[..., Outcome], here: Path) -> None:
    (here / "a.md").write_text(FIXABLE, encoding="utf-8")
    plain = run("check", "a.md").out
    assert run("check", "a.md", "--output-format", "json=r.json").out == plain
    assert run("fix", "a.md", "--output-format", "json=r.json").code == 0
    assert json.loads((here / "r.json").read_text(encoding="utf-8"))["summary"]["fixed"] == 1


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("json", "sarif"), "--output-format: two formats for standard output; expected FORMAT=FILE for all but one"),
        (("json", "sarif=-"), "--output-format: two formats for standard output; expected FORMAT=FILE for all but one"),
        (("json=x", "sarif=x"), "--output-format: x is named twice"),
        (("json=no/x",), "--output-format: there is no folder no"),
        (("json=",), '--output-format: "json=" names no file, expected json=FILE or json'),
        (("markdown=a.md",), "--output-format: a.md is one of the lists to read; expected another file"),
        (("srif",), '--output-format: "srif" is none of its values, did you mean "sarif"?'),
        (("sarif", "--statistics"), "--statistics has no sarif form; expected text or json"),
        (("json", "--max-diagnostics=-1"), '--max-diagnostics: "-1" is no number, expected 0 or more'),
    ],
)
def test_what_contradicts_itself_is_refused_before_anything_is_written(
    run: Callable[..., Outcome], here: Path, words: tuple[str, ...], message: str
) -> None:
    (here / "a.md").write_text(FIXABLE, encoding="utf-8")
    options = [part for word in words for part in ((word,) if word.startswith("--") else ("--output-format", word))]
    for command in ("check", "fix"):
        done = run(command, "a.md", *options)
        assert (done.code, done.out, done.err) == (2, "", f"error: {message}\n")
        assert (here / "a.md").read_text(encoding="utf-8") == FIXABLE
    assert sorted(path.name for path in here.iterdir()) == [".git", "a.md"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_report_that_cannot_be_written_is_named(run: Callable[..., Outcome], here: Path) -> None:
    (here / "a.md").write_text(LEFT, encoding="utf-8")
    (here / "locked").mkdir(mode=0o500)
    done = run("check", "a.md", "--output-format", "json=locked/x")
    assert (done.code, done.err) == (2, "error: locked/x: can't be written: permission denied\n")


def test_a_report_goes_into_a_device_as_it_stands(run: Callable[..., Outcome], here: Path) -> None:
    (here / "a.md").write_text(LEFT, encoding="utf-8")
    assert run("check", "a.md", "--output-format", "json=/dev/null").code == 1
    done = run("check", "a.md", "--output-format", "json=.git")
    assert (done.code, done.err) == (2, "error: .git: can't be written: is a directory\n")


def test_statistics_count_rules(run: Callable[..., Outcome], here: Path) -> None:
    (here / "a.md").write_text(FIXABLE + "- [Title 7](https://example.org/7)\n", encoding="utf-8")
    done = run("check", "a.md", "--statistics")
    assert (done.code, done.out) == (
        1,
        "1  LL103  [ ] missing-summary\n1  LL601  [*] trailing-space\n[*] fixable with listlint fix\n",
    )
    rows = json.loads(run("check", "a.md", "--statistics", "--output-format", "json").out)["statistics"]
    assert [(row["code"], row["count"], row["fixable"]) for row in rows] == [("LL103", 1, 0), ("LL601", 1, 1)]


def test_a_limit_changes_no_exit_code(run: Callable[..., Outcome], here: Path) -> None:
    (here / "a.md").write_text(LEFT, encoding="utf-8")
    done = run("check", "a.md", "--max-diagnostics", "0", "--output-format", "concise")
    assert (done.code, done.out) == (1, "1 more diagnostic not shown (--max-diagnostics)\n")
    done = run("check", "a.md", "--max-diagnostics", "0", "--output-format", "gitlab")
    assert (done.code, done.out, done.err) == (1, "[]\n", "1 more diagnostic not shown (--max-diagnostics)\n")


@pytest.fixture
def actions(here: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A step of GitHub Actions in a folder of its workspace; the step's summary."""
    summary = tmp_path_factory.mktemp("runner") / "summary.md"
    summary.write_text("Before.\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(here))
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    (here / "docs").mkdir()
    (here / "docs" / "a.md").write_text(LEFT, encoding="utf-8")
    monkeypatch.chdir(here / "docs")
    return summary


ANNOTATION = (
    "::warning file=docs/a.md,line=9,col=4,endColumn=11,title=LL103 missing-summary::entry has no summary, 6 of 7 entries have one\n"
)


def test_github_actions_gets_annotations_and_a_summary_unasked(run: Callable[..., Outcome], actions: Path) -> None:
    for command in ("check", "fix"):
        done = run(command, "a.md", "--output-format", "json=../r.json")
        assert (done.code, done.out.splitlines()[:1]) == (1, ANNOTATION.splitlines())
    text = actions.read_text(encoding="utf-8")
    assert text.startswith("Before.\n### listlint\n\n1 diagnostic in 1 file.\n")
    assert text.count("### listlint") == 2


@pytest.mark.parametrize("output", ["text", "concise", "json"])
def test_a_format_that_is_asked_for_wins(run: Callable[..., Outcome], actions: Path, output: str) -> None:
    done = run("check", "a.md", "--output-format", output)
    assert "::" not in done.out
    assert actions.read_text(encoding="utf-8") == "Before.\n"


def test_a_run_never_fails_for_its_summary(run: Callable[..., Outcome], actions: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    actions.write_bytes(b"x" * (1024 * 1024 - 20))
    done = run("check", "a.md")
    assert (done.code, done.out) == (1, ANNOTATION)
    assert done.err == "the step summary is too long for another report; it is left as it was\n"
    assert actions.stat().st_size == 1024 * 1024 - 20
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(actions.parent / "gone" / "summary.md"))
    done = run("check", "a.md")
    assert (done.code, done.out, done.err) == (1, ANNOTATION, "the step summary can't be written: no such file or directory\n")
    monkeypatch.delenv("GITHUB_STEP_SUMMARY")
    assert run("check", "a.md").out == ANNOTATION
