"""User rules in configuration files: codes, selection, layers, and every mistake told by file, line and key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from listlint.config import load, select
from listlint.config.load import Configuration
from listlint.errors import ConfigError, UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from listlint.config.settings import Settings

HEAD = '[[rules.custom]]\nname = "mine"\n'
FORBID = 'scope = "document"\nkind = "forbid"\n'


def codes(settings: Settings, path: Path | None = None) -> list[str]:
    return [f"{rule.code} {rule.name}" for rule in select.plan(settings, path=path).rules if rule.code.startswith("X")]


def rule(name: str, code: str = "", pattern: str = "x") -> str:
    given = f'code = "{code}"\n' if code else ""
    return f'[[rules.custom]]\nname = "{name}"\n{given}{FORBID}pattern = "{pattern}"\n'


def test_rules_without_a_code_are_numbered_in_order_around_those_with_one() -> None:
    text = rule("one") + rule("two", "X001") + rule("three")
    assert codes(load.from_text(text)) == ["X001 two", "X002 one", "X003 three"]


def test_select_is_about_the_rules_there_are_and_ignore_about_all() -> None:
    assert codes(load.from_text('select = ["LL101"]\n' + rule("one"))) == ["X001 one"]
    assert codes(load.from_text('ignore = ["X001"]\n' + rule("one") + rule("two"))) == ["X002 two"]
    assert codes(load.from_text('ignore = ["one", "LL1"]\n' + rule("one") + rule("two"))) == ["X002 two"]
    assert codes(load.from_text('extend-ignore = ["X"]\n' + rule("one"))) == []


def test_the_command_line_selects_them_by_name_code_and_family() -> None:
    settings = load.from_text(rule("one") + rule("two"))
    own = select.custom_names(settings)
    for word, expected in {"one": ["X001"], "x002": ["X002"], "X": ["X001", "X002"], "LL101": ["LL101"]}.items():
        assert [made.code for made in select.plan(settings, select.selection([word], own=own)).rules] == expected
    assert "X001" not in [made.code for made in select.plan(settings, select.selection(ignore=["one"], own=own)).rules]
    with pytest.raises(UsageError, match='unknown rule "three"'):
        select.selection(["three"], own=own)
    with pytest.raises(UsageError, match='unknown rule "X001"'):
        select.selection(["X001"])


def test_a_configuration_that_extends_may_name_and_replace_the_rules_it_builds_on(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "base.toml").write_text(rule("one", pattern="a") + rule("two"), encoding="utf-8")
    (tmp_path / "listlint.toml").write_text('extend = "base.toml"\nignore = ["two"]\n' + rule("one", "X050", "b"), encoding="utf-8")
    assert codes(Configuration().for_folder(tmp_path)) == ["X050 one"]


def test_an_override_has_rules_for_some_files(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    text = (
        '[[overrides]]\nfiles = ["a.md"]\nignore = ["one"]\n[[overrides.rules.custom]]\nname = "two"\n'
        + FORBID
        + 'pattern = "y"\n'
        + rule("one")
    )
    (tmp_path / "listlint.toml").write_text(text, encoding="utf-8")
    settings = Configuration().for_folder(tmp_path)
    assert codes(settings, tmp_path / "a.md") == ["X002 two"]
    assert codes(settings, tmp_path / "b.md") == ["X001 one"]


# ruff: noqa: E501 - a table of mistakes and messages
MISTAKES = [
    (HEAD + FORBID, '1:1: rules.custom: kind "forbid" needs the key "pattern"'),
    (HEAD + FORBID + "pattern = '(a+)+'", "5:11: rules.custom.pattern: `(a+)+`: `(a+)+` repeats a repetition, expected one"),
    (HEAD + FORBID + "pattern = '('", "5:11: rules.custom.pattern: `(`: is no regular expression: missing ), unterminated subpattern at position 0"),
    (HEAD + FORBID + "pattern = 'a*'", "5:11: rules.custom.pattern: `a*` matches an empty text, expected something to match"),
    (HEAD + FORBID + "pattern = 'a'\nmax = 3", '1:1: rules.custom: kind "forbid" takes no "max"'),
    (HEAD + FORBID + "patern = 'a'", '5:1: unknown key "patern" in [rules.custom], did you mean "pattern"?'),
    (HEAD + 'kind = "forbid"', '1:1: [rules.custom] needs the key "scope"'),
    (
        HEAD + 'scope = "entry.titel"\nkind = "length"\nmax = 3',
        '3:9: rules.custom.scope: "entry.titel" is no scope, expected entry.title, entry.url, entry.summary, entry.field.NAME, section.title or document',
    ),
    (
        HEAD + 'scope = "document"\nkind = "deny"',
        "4:8: rules.custom.kind: 'deny' should be 'forbid', 'require', 'replace', 'length', 'one-of' or 'consistent'",
    ),
    ('[[rules.custom]]\nname = "duplicate-link"', '2:8: rules.custom.name: "duplicate-link" is a rule that listlint has, expected another name (and 2 more)'),
    ('[[rules.custom]]\nname = "Mine"', '2:8: rules.custom.name: "Mine" is no name, expected small letters, digits and hyphens (and 2 more)'),
    (HEAD + 'code = "LL1"\n' + FORBID, '3:8: rules.custom.code: "LL1" is no code of a custom rule, expected X and three digits, such as X001'),
    (rule("one", "X001") + rule("two", "X001"), '9:8: rules.custom.code: "X001" is another rule\'s, expected another code'),
    (rule("one") + rule("one"), '7:8: rules.custom.name: "one" is another rule\'s, expected another name'),
    (HEAD + 'scope = "document"\nkind = "length"', '1:1: rules.custom: kind "length" needs the key "min" or "max"'),
    (HEAD + 'scope = "document"\nkind = "length"\nmin = 5\nmax = 3', "1:1: rules.custom: min is 5, expected at most max, 3"),
    (
        HEAD + 'scope = "entry.title"\nkind = "replace"\npattern = "a"\nreplacement = \'\\2\'',
        "6:15: rules.custom.replacement: '\\\\2' can't be filled in: invalid group reference 2 at position 1",
    ),
    (HEAD + FORBID + 'pattern = "a"\nexamples = [{ bad = "a", good = "b" }]', '6:13: rules.custom.examples: an example has "bad" or "good", expected one of them'),
    (HEAD + FORBID + 'pattern = "a"\nexamples = [{ bad = "a", fixed = "b" }]', '1:1: rules.custom: kind "forbid" fixes nothing, expected no "fixed" in its examples'),
    ('ignore = ["other"]\n' + rule("mine"), '1:11: ignore: unknown rule "other", expected one of those that "listlint rules" shows'),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message"), MISTAKES, ids=range(len(MISTAKES)))
def test_every_mistake_is_told_by_file_line_and_key(text: str, message: str) -> None:
    with pytest.raises(ConfigError) as raised:
        load.from_text(text)
    assert str(raised.value) == f"listlint.toml:{message}"
