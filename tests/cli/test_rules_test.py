"""`listlint rules test` runs the examples of a configuration's own rules, `listlint explain` shows such a rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Outcome

GOOD = """\
[[rules.custom]]
name = "email"
scope = "entry.summary"
kind = "replace"
pattern = "e-mail"
replacement = "email"
examples = [
  { bad = "- [A](https://a.example/), e-mail.", fixed = "- [A](https://a.example/), email." },
  { good = "- [A](https://a.example/), email." },
]
"""
BAD = """
[[rules.custom]]
name = "todo"
scope = "document"
kind = "forbid"
pattern = "TODO"
examples = [{ bad = "todo" }, { good = "TODO" }]

[[rules.custom]]
name = "bare"
scope = "document"
kind = "length"
max = 9
"""


def test_examples_that_hold(run: Callable[..., Outcome], here: Path) -> None:
    (here / "listlint.toml").write_text(GOOD, encoding="utf-8")
    outcome = run("rules", "test")
    assert (outcome.code, outcome.out, outcome.err) == (0, "1 rules, 2 examples, no rules failed\n", "")


def test_examples_that_do_not_hold_are_told_by_number(run: Callable[..., Outcome], here: Path) -> None:
    (here / "mine.toml").write_text(GOOD.replace('email." },\n  { good', 'mail." },\n  { good') + BAD, encoding="utf-8")
    outcome = run("rules", "test", "--config", "mine.toml")
    assert outcome.code == 1
    assert outcome.out.splitlines() == [
        "X001 email: example 1 is fixed as '- [A](https://a.example/), email.', expected '- [A](https://a.example/), mail.'",
        "X002 todo: example 1 is bad, but the rule says nothing of it",
        'X002 todo: example 2 is good, but line 1: line has "TODO", which is configured as unwanted',
        "X003 bare: has no examples",
        "3 rules, 4 examples, 2 rules failed",
    ]


def test_what_makes_no_sense_is_refused(run: Callable[..., Outcome], here: Path) -> None:
    del here
    assert run("rules", "tset").code == 2
    assert run("rules", "--config", "x.toml").code == 2
    assert run("rules", "test", "--config", "none.toml").code == 2
    assert run("rules", "test", "--profile", "awesome").code == 2


def test_rules_of_ones_own_are_chosen_on_the_command_line(run: Callable[..., Outcome], here: Path) -> None:
    (here / "listlint.toml").write_text(GOOD, encoding="utf-8")
    (here / "list.md").write_text("- [A](https://a.example/), e-mail.\n", encoding="utf-8")
    assert run("check", "--select", "email", "list.md").code == 1
    assert run("check", "--select", "X001", "--output-format", "concise", "list.md").out.startswith("list.md:1:28: X001 email ")
    assert run("check", "--select", "emial", "list.md").code == 2
    assert run("fix", "--unsafe", "--select", "X", "list.md").code == 0
    assert (here / "list.md").read_text(encoding="utf-8") == "- [A](https://a.example/), email.\n"


def test_explain_shows_a_rule_of_ones_own(run: Callable[..., Outcome], here: Path) -> None:
    (here / "listlint.toml").write_text(
        GOOD + '\n[[overrides]]\nfiles = ["a.md"]\n' + BAD.replace("[[rules", "[[overrides.rules"), encoding="utf-8"
    )
    shown = run("explain", "email")
    assert (shown.code, shown.err) == (0, "")
    assert shown.out.splitlines() == [
        "# X001 email",
        "",
        "A rule of this configuration: replace in entry.summary.",
        "",
        "Severity: warning. Fix: unsafe.",
        "",
        "## Configured in",
        "",
        "- listlint.toml, `[[rules.custom]]`",
        "",
        "## What it looks for",
        "",
        "- scope: `entry.summary`",
        "- kind: `replace`",
        "- pattern: `e-mail`",
        "- replacement: `email`",
        "",
        "## Examples",
        "",
        "```md bad",
        "- [A](https://a.example/), e-mail.",
        "```",
        "",
        "```md fixed",
        "- [A](https://a.example/), email.",
        "```",
        "",
        "```md good",
        "- [A](https://a.example/), email.",
        "```",
    ]
    assert run("explain", "x001").out == shown.out
    assert "- listlint.toml [[overrides]] 1, `[[rules.custom]]`" in run("explain", "bare").out.splitlines()
    assert run("explain", "bare").out.endswith("## Examples\n\nNone.\n")
    assert run("explain", "emial").err == 'error: unknown rule "emial", did you mean "email"?\n'
    assert run("explain", "email", "--isolated").code == 2


def test_explain_shows_hidden_characters_and_backticks(run: Callable[..., Outcome], here: Path) -> None:
    text = """[[rules.custom]]
name = "odd"
scope = "document"
kind = "forbid"
pattern = '`\\x1b'
message = "a\\u001b[31mb"
examples = [{bad = "```"}]
"""
    (here / "listlint.toml").write_text(text, encoding="utf-8")
    out = run("explain", "odd").out
    assert "\na\\x1b[31mb\n" in out
    assert "- pattern: `` `\\x1b ``\n" in out
    assert "````md bad\n```\n````\n" in out
