"""Which rules run: profile, configuration and command line, one over the other."""

from __future__ import annotations

from pathlib import Path

import pytest

from listlint import registry
from listlint.book import rulebook
from listlint.config.load import from_text, profiles, settings
from listlint.config.select import Selection, expand, plan, running, selection
from listlint.diagnostic import Severity
from listlint.errors import UsageError
from listlint.style import StyleOptions

PROFILE = running(settings(), Selection())
ALL = frozenset(rule.code for rule in registry.all_rules())
LL1 = frozenset(code for code in PROFILE if code.startswith("LL1"))
LINKS = running(from_text('profile = "links"'), Selection())


def chosen(*, select: str = "", extend: str = "", ignore: str = "", config: str = "", path: str | None = None) -> frozenset[str]:
    base = Path("/lists")
    given = selection([select], [extend], [ignore])
    return running(from_text(config, base=base), given, None if path is None else base / path)


def test_the_default_profile_runs_rules() -> None:
    assert "LL101" in PROFILE
    assert LL1 < PROFILE <= ALL


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        ({}, PROFILE),
        ({"select": "LL101"}, {"LL101"}),
        ({"select": "unlinked-title"}, {"LL101"}),
        ({"select": "ll101"}, {"LL101"}),
        ({"select": "Unlinked-Title"}, {"LL101"}),
        ({"select": "LL1"}, LL1),
        ({"select": "LL101,LL301"}, {"LL101", "LL301"}),
        ({"select": "LL101, LL1"}, LL1),
        ({"select": "LL"}, PROFILE),
        ({"ignore": "LL1"}, PROFILE - LL1),
        ({"ignore": "arxiv-url"}, PROFILE - {"LL301"}),
        ({"select": "LL1", "ignore": "LL102"}, LL1 - {"LL102"}),
        ({"select": "LL102", "ignore": "LL1"}, {"LL102"}),
        ({"select": "LL101", "extend": "LL301"}, {"LL101", "LL301"}),
        # The configuration narrows and widens the profile.
        ({"config": 'select = ["LL1"]'}, LL1),
        ({"config": 'select = ["LL1"]\nextend-select = ["LL301"]'}, LL1 | {"LL301"}),
        ({"config": 'ignore = ["LL1"]'}, PROFILE - LL1),
        ({"config": 'extend-ignore = ["LL1"]'}, PROFILE - LL1),
        ({"config": 'select = ["LL102"]\nignore = ["LL1"]'}, {"LL102"}),
        ({"config": 'profile = "links"'}, LINKS - {"LL103"}),
        # A rule named in full runs whatever else says no; a prefix doesn't bring back what was left out.
        ({"config": 'ignore = ["LL102"]', "select": "LL102"}, {"LL102"}),
        ({"config": 'ignore = ["LL102"]', "select": "LL1"}, LL1 - {"LL102"}),
        ({"config": 'profile = "links"', "select": "LL103"}, {"LL103"}),
        ({"config": 'profile = "links"', "select": "LL1"}, (LL1 | {"LL114", "LL126"}) - {"LL103"}),
        # A prefix on the command line takes the profile's rules, whatever the configuration selects.
        ({"config": 'select = ["LL1"]', "select": "LL301,LL4"}, {"LL301"} | {code for code in PROFILE if code.startswith("LL4")}),
        # Files of their own.
        ({"config": '[[overrides]]\nfiles = ["docs/"]\nselect = ["LL101"]', "path": "docs/a.md"}, {"LL101"}),
        ({"config": '[[overrides]]\nfiles = ["docs/"]\nselect = ["LL101"]', "path": "a.md"}, PROFILE),
        ({"config": '[[overrides]]\nfiles = ["docs/"]\nselect = ["LL101"]'}, PROFILE),
        ({"config": '[per-file-ignores]\n"*.zh.md" = ["LL1"]', "path": "docs/a.zh.md"}, PROFILE - LL1),
        ({"config": '[per-file-ignores]\n"/*.zh.md" = ["LL1"]', "path": "docs/a.zh.md"}, PROFILE),
        ({"config": '[per-file-ignores]\n"*.md" = ["LL101"]', "path": "a.md", "select": "LL101"}, {"LL101"}),
    ],
)
def test_rules_that_run(case: dict[str, str], expected: frozenset[str]) -> None:
    assert chosen(**case) == expected


def test_extending_by_a_prefix_takes_the_whole_family() -> None:
    assert chosen(config='select = ["LL601"]\nextend-select = ["LL1"]') == expand(["LL1"]) | {"LL601"}


@pytest.mark.parametrize(
    ("select", "message"),
    [
        ("X", '--select: unknown rule "X", expected one of those that "listlint rules" shows'),
        ("LL999", '--select: unknown rule "LL999", expected one of those that "listlint rules" shows'),
        ("LL1O1", '--select: unknown rule "LL1O1", did you mean "LL101"?'),
        ("LL101,unlinked-titel", '--select: unknown rule "unlinked-titel", did you mean "unlinked-title"?'),
    ],
)
def test_unknown_rule(select: str, message: str) -> None:
    with pytest.raises(UsageError) as raised:
        selection([select])
    assert str(raised.value) == message


def test_a_selection_that_leaves_nothing() -> None:
    with pytest.raises(UsageError, match="no such rule to run"):
        plan(settings(), selection(["LL101"], [], ["LL101"]))


def test_plan_carries_options_severities_and_style() -> None:
    text = """
        [severity]
        LL3 = "info"
        arxiv-url = "error"
        [rules.LL301]
        versions = "drop"
        [sections]
        known = ["Papers", "代码"]
        [style]
        separator = " - "
        arxiv = "pdf"
    """
    made = plan(from_text(text))
    assert {rule.code: vars(rule.options) for rule in made.rules}["LL301"] == {"versions": "drop"}
    assert made.severities == {code: Severity.ERROR if code == "LL301" else Severity.INFO for code in PROFILE if code.startswith("LL3")}
    assert made.style == StyleOptions(separator=" - ", arxiv="pdf", sections=("Papers", "代码"))
    assert [rule.code for rule in made.rules] == sorted(PROFILE)


def test_without_configuration_options_are_the_rules_own() -> None:
    made = plan(settings())
    assert all(rule.options == type(rule).Options() for rule in made.rules)
    assert (made.severities, made.style) == ({}, StyleOptions())


def test_overrides_change_options_and_style() -> None:
    text = '[[overrides]]\nfiles = ["zh/"]\n[overrides.style]\nseparator = "，"\n[overrides.severity]\nLL101 = "info"'
    base = Path("/lists")
    found = from_text(text, base=base)
    assert plan(found, path=base / "a.md").style == StyleOptions()
    assert plan(found, path=base / "zh/a.md").style == StyleOptions(separator="，")
    assert plan(found, path=base / "zh/a.md").severities == {"LL101": Severity.INFO}


@pytest.mark.parametrize("profile", profiles())
def test_profiles_have_the_shape_of_a_configuration_and_name_rules_that_exist(profile: str) -> None:

    text = (rulebook() / "profiles" / f"{profile}.toml").read_text(encoding="utf-8")
    body = "\n".join(line for line in text.splitlines() if not line.startswith("extends"))
    from_text(body, name=f"{profile}.toml")
    assert plan(settings(profile=profile)).rules
