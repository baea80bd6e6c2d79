"""The table of exit codes, cell by cell, and bad input: one line, exit 2, nothing changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .conftest import CLEAN, FIXABLE, INFO, LEFT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .conftest import Outcome


@pytest.mark.parametrize(
    ("text", "words", "code", "after"),
    [
        (CLEAN, ["check"], 0, CLEAN),
        (INFO, ["check"], 0, INFO),
        (FIXABLE, ["check"], 1, FIXABLE),
        (LEFT, ["check"], 1, LEFT),
        (FIXABLE, ["check", "--ignore", "LL601"], 0, FIXABLE),
        (FIXABLE, ["check", "--select", "LL1,LL2"], 0, FIXABLE),
        (LEFT, ["check", "--select", "missing-summary"], 1, LEFT),
        (LEFT, ["check", "--profile", "links"], 0, LEFT),
        (CLEAN, ["fix"], 0, CLEAN),
        (INFO, ["fix"], 0, INFO),
        (FIXABLE, ["fix"], 0, CLEAN),
        (LEFT, ["fix"], 1, LEFT),
        (LEFT.replace("0), a summary.", "0), a summary. "), ["fix"], 1, LEFT),
        (FIXABLE, ["fix", "--ignore", "LL601"], 0, FIXABLE),
        (CLEAN, ["fix", "--diff"], 0, CLEAN),
        (FIXABLE, ["fix", "--diff"], 1, FIXABLE),
        (LEFT, ["fix", "--diff"], 1, LEFT),
        (INFO, ["fix", "--diff"], 0, INFO),
    ],
)
@pytest.mark.parametrize("output", ["text", "concise", "json"])
def test_exit_code_and_file(  # noqa: PLR0913, PLR0917 - the columns of a table
    run: Callable[..., Outcome], here: Path, text: str, words: list[str], code: int, after: str, output: str
) -> None:
    (here / "README.md").write_text(text, encoding="utf-8", newline="")
    assert run(*words, "--output-format", output).code == code
    assert (here / "README.md").read_bytes() == after.encode()


@pytest.mark.parametrize(
    "words", [["--version"], ["-V"], ["--help"], ["help"], ["help", "check"], ["check", "--help"], ["fix", "--version"]]
)
def test_asking_for_help_or_the_version_is_fine(run: Callable[..., Outcome], words: list[str]) -> None:
    outcome = run(*words)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith(("listlint 0.", "usage: listlint "))


PROSE = "# Prose\n\nNo list.\n"


@pytest.mark.parametrize("command", ["check", "fix"])
@pytest.mark.parametrize(
    ("files", "words", "message"),
    [
        ({}, ["none.md"], "none.md: no such file or folder"),
        ({"a.md": FIXABLE}, ["a.md", "none.md"], "none.md: no such file or folder"),
        ({"a.md": FIXABLE}, [], "there is no README.md in this folder; name a file or a folder"),
        ({"docs/x.txt": ""}, ["docs"], "docs/: no Markdown files in this folder"),
        (
            {"docs/p.md": PROSE},
            ["docs"],
            "docs/: no list among 1 Markdown file (a list has 5 entries or more); name a file to read it anyway",
        ),
        ({"a.md": b"caf\xe9"}, ["a.md"], "a.md: byte 0xe9 at offset 3 is not UTF-8"),
        ({"a.md": b"\xff\xfea\0"}, ["a.md"], "a.md: is UTF-16 text, expected UTF-8"),
        (
            {"a.md": FIXABLE},
            ["a.md", "--select", "LL999"],
            '--select: unknown rule "LL999", expected one of those that "listlint rules" shows',
        ),
        (
            {"a.md": FIXABLE},
            ["a.md", "--ignore", "trailing-spaces"],
            '--ignore: unknown rule "trailing-spaces", did you mean "trailing-space"?',
        ),
        ({"a.md": FIXABLE}, ["a.md", "--profile", "paper"], '--profile: unknown profile "paper", did you mean "papers"?'),
        ({"a.md": FIXABLE}, ["a.md", "--config", "none.toml"], "--config: there is no file none.toml"),
        ({"a.md": FIXABLE}, ["a.md", "--colour", "never"], 'unknown option "--colour", did you mean "--color"?'),
        ({"a.md": FIXABLE}, ["a.md", "--color", "neverr"], '--color: "neverr" is none of its values, did you mean "never"?'),
        (
            {"a.md": FIXABLE},
            ["a.md", "--output-format", "xml"],
            '--output-format: "xml" is none of its values, expected one of 14, such as text, concise, grouped',
        ),
        (
            {"a.md": FIXABLE, "listlint.toml": "selct = []"},
            ["a.md"],
            'listlint.toml:1:1: unknown key "selct", did you mean "select"?\n  1 | selct = []\n    | ^^^^^',
        ),
        (
            {"a.md": FIXABLE, "docs/a.md": FIXABLE, "docs/listlint.toml": "selct = []"},
            ["a.md", "docs/a.md"],
            'docs/listlint.toml:1:1: unknown key "selct", did you mean "select"?\n  1 | selct = []\n    | ^^^^^',
        ),
        (
            {"a.md": FIXABLE, "listlint.toml": "x = ["},
            ["a.md"],
            "listlint.toml:1:6: is not TOML: invalid value at the end of the file\n  1 | x = [\n    |      ^",
        ),
        ({"a.md": FIXABLE}, ["a.md", "-"], "- (standard input) stands alone, but other paths are named"),
        (
            {"a.md": FIXABLE, "listlint.toml": "extend-exclude = ['a.md']"},
            ["a.md"],
            "a.md: left out by the configuration's exclude (--no-exclude reads it); nothing was read",
        ),
        (
            {"a.md": FIXABLE},
            ["a.md", "--stdin-filename", "b.md"],
            '--stdin-filename names standard input, but no "-" stands among the paths',
        ),
    ],
)
def test_bad_input(  # noqa: PLR0913, PLR0917 - the columns of a table
    run: Callable[..., Outcome], here: Path, command: str, files: dict[str, str | bytes], words: list[str], message: str
) -> None:
    for name, text in files.items():
        (here / name).parent.mkdir(exist_ok=True)
        (here / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    before = snapshot(here)
    outcome = run(command, *words, "-q")
    assert (outcome.code, outcome.err) == (2, f"error: {message}\n")
    assert snapshot(here) == before


def snapshot(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_read_only_file_is_not_fixed(run: Callable[..., Outcome], here: Path) -> None:
    path = here / "README.md"
    path.write_text(FIXABLE, encoding="utf-8")
    path.chmod(0o444)
    outcome = run("fix", "--quiet")
    assert (outcome.code, outcome.err) == (2, "error: README.md: is read-only; left as it was\n")
    assert path.read_bytes() == FIXABLE.encode()
    assert sorted(entry.name for entry in here.iterdir()) == [".git", "README.md"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["chek"], 'unknown command "chek", did you mean "check"?'),
        (["--select", "LL1"], 'expected a command before "--select", such as "listlint check"'),
        (["README.md"], 'unknown command "README.md", did you mean "listlint check README.md"?'),
        (["tree"], "listlint tree: expected FILE"),
        (["tree", "none.md"], "none.md: can't be read: no such file or directory"),
        (["tree", "."], ".: can't be read: is a directory"),
        (["tree", "README.md", "b.md"], 'unexpected "b.md"'),
        (["explain", "unlinked-titel"], 'unknown rule "unlinked-titel", did you mean "unlinked-title"?'),
        (["schema", "chek"], '{check,diagnostic,statistics,tree,config}: "chek" is none of its values, did you mean "check"?'),
        (["rules", "--format", "yaml"], '--format/--output-format: "yaml" is none of its values, expected text, json'),
        (["config", "show", "--config", "x.toml", "--isolated"], "--config and --isolated contradict one another"),
    ],
)
def test_usage_errors_name_what_was_meant(run: Callable[..., Outcome], here: Path, words: list[str], message: str) -> None:
    (here / "README.md").write_text(CLEAN, encoding="utf-8")
    outcome = run(*words)
    assert (outcome.code, outcome.out, outcome.err) == (2, "", f"error: {message}\n")


def test_without_a_command_the_commands_are_named(run: Callable[..., Outcome]) -> None:
    outcome = run()
    assert (outcome.code, outcome.out) == (2, "")
    assert "\n    check " in outcome.err


def test_a_hook_that_is_handed_only_excluded_files_lets_the_commit_pass(
    run: Callable[..., Outcome], here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PRE_COMMIT", "1")
    (here / "a.md").write_text(FIXABLE)
    (here / "listlint.toml").write_text("extend-exclude = ['a.md']")
    assert run("check", "a.md").code == 0
    (here / "listlint.toml").write_text("")
    assert run("check", "missing.md").code == 2
