"""Configuration files: which one holds, how they build on one another, and what is said of a faulty one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from listlint.config.load import Configuration, find
from listlint.config.select import Selection, running
from listlint.errors import ConfigError, ListlintError, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def write(here: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        (here / name).parent.mkdir(parents=True, exist_ok=True)
        (here / name).write_text(text, encoding="utf-8")


ONE = 'select = ["LL101"]'
TWO = 'select = ["LL102"]'
PYPROJECT = f"[project]\nname = 'x'\n[tool.listlint]\n{ONE}"


@pytest.mark.parametrize(
    ("files", "folder", "expected"),
    [
        ({}, ".", None),
        ({"listlint.toml": ONE}, ".", "listlint.toml"),
        ({".listlint.toml": ONE}, ".", ".listlint.toml"),
        ({"pyproject.toml": PYPROJECT}, ".", "pyproject.toml"),
        ({"pyproject.toml": "[project]\nname = 'listlint'"}, ".", None),
        ({"pyproject.toml": "[tool.other]"}, ".", None),
        ({"listlint.toml": ONE, ".listlint.toml": TWO, "pyproject.toml": PYPROJECT}, ".", "listlint.toml"),
        ({"listlint.toml": ONE, "docs/a.md": ""}, "docs", "listlint.toml"),
        ({"listlint.toml": ONE, "docs/listlint.toml": TWO}, "docs", "docs/listlint.toml"),
        ({"listlint.toml": ONE, "docs/pyproject.toml": "[tool.other]"}, "docs", "listlint.toml"),
        ({"listlint.toml": ONE, "inner/.git/HEAD": "", "inner/docs/a.md": ""}, "inner/docs", None),
    ],
)
def test_the_nearest_file_wins(here: Path, files: dict[str, str], folder: str, expected: str | None) -> None:
    write(here, files)
    found = Configuration().file_for(here / folder)
    assert found == (None if expected is None else here / expected)


def test_isolated_and_explicit_files(here: Path) -> None:
    write(here, {"listlint.toml": ONE, "other.toml": TWO})
    assert Configuration(isolated=True).file_for(here) is None
    assert running(Configuration(here / "other.toml").for_folder(here), Selection()) == {"LL102"}
    assert Configuration(profile="links").for_folder(here).profile == "links"


def test_extend_builds_on_another_file(here: Path) -> None:
    write(
        here,
        {
            "base/lint.toml": 'profile = "papers"\nselect = ["LL101"]\nextend-select = ["LL301"]\nextend-exclude = ["old/"]\n'
            '[style]\nsummary = "required"',
            "listlint.toml": 'extend = "base/lint.toml"\nselect = ["LL102"]\n[style]\narxiv = "abs"',
        },
    )
    found = Configuration().for_folder(here)
    assert found.profile == "papers"
    assert running(found, Selection()) == {"LL102", "LL301"}
    assert [dict(layer.style) for layer in found.layers] == [{"summary": "required"}, {"arxiv": "abs"}]
    assert [(patterns.base, patterns.lines) for patterns in found.excludes()] == [(here / "base", ("old/",))]


def test_exclude_replaces_and_extend_exclude_adds(here: Path) -> None:
    write(here, {"base.toml": 'exclude = ["a/"]\nextend-exclude = ["b/"]', "listlint.toml": 'extend = "base.toml"\nexclude = ["c/"]'})
    found = Configuration().for_folder(here)
    assert [patterns.lines for patterns in found.excludes()] == [("b/",), ("c/",)]
    assert not found.excludes_defaults


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("selct = []", 'listlint.toml:1:1: unknown key "selct", did you mean "select"?'),
        ("\n[sevrity]\nLL1 = 'info'", 'listlint.toml:2:1: unknown key "sevrity", did you mean "severity"?'),
        ("[style]\nseperator = ', '", 'listlint.toml:2:1: unknown key "seperator" in [style], did you mean "separator"?'),
        (
            "[rules.LL301]\n\nversion = 'keep'",
            'listlint.toml:3:1: unknown key "version" in [rules.LL301], did you mean "versions"?',
        ),
        ("[rules.arxiv-urls]\n", 'listlint.toml:1:1: unknown rule "arxiv-urls" in [rules], did you mean "arxiv-url"?'),
        (
            "[rules.arxiv-url]\nversions = 'never'",
            "listlint.toml:2:12: rules.arxiv-url.versions: 'never' should be 'keep' or 'drop'",
        ),
        ("profile = 3", "listlint.toml:1:11: profile: 3 should be a valid string"),
        ("profile = 'paper'", 'listlint.toml:1:11: profile: unknown profile "paper", did you mean "papers"?'),
        ("select = ['LL101', 'emty-entry']", 'listlint.toml:1:20: select: unknown rule "emty-entry", did you mean "empty-entry"?'),
        ("[severity]\nLL101 = 'fatal'", "listlint.toml:2:9: severity.LL101: 'fatal' should be 'error', 'warning', 'info' or 'off'"),
        (
            "[severity]\nLLXY = 'info'",
            'listlint.toml:2:1: severity.LLXY: unknown rule "LLXY", expected one of those that "listlint rules" shows',
        ),
        (
            "[[overrides]]\nfiles = ['a']\n[[overrides]]\nfile = ['b']",
            'listlint.toml:4:1: unknown key "file" in [overrides], did you mean "files"? (and 1 more)',
        ),
        ("[[overrides]]\nselect = ['LL101']", 'listlint.toml:1:1: [overrides] needs the key "files"'),
        ("select = [", "listlint.toml:1:11: is not TOML: invalid value at the end of the file"),
        ("extend = 'none.toml'", 'listlint.toml:1:10: extend: there is no file "none.toml"'),
        ("extend = 'listlint.toml'", 'listlint.toml:1:10: extend: "listlint.toml" leads back to a file that extends this one'),
    ],
)
def test_faulty_files_are_told_by_file_line_and_key(here: Path, text: str, message: str) -> None:
    write(here, {"listlint.toml": text})
    with pytest.raises(ConfigError) as raised:
        Configuration().for_folder(here)
    assert "\n" not in str(raised.value)
    assert str(raised.value) == message


def test_a_fault_in_pyproject_is_told_by_its_line(here: Path) -> None:
    write(here, {"pyproject.toml": "[project]\nselct = 1\n[tool.listlint]\nselct = []"})
    with pytest.raises(ConfigError, match=r'pyproject\.toml:4:1: unknown key "selct"'):
        Configuration().for_folder(here)


def test_extending_in_a_circle(here: Path) -> None:
    write(here, {"listlint.toml": 'extend = "b.toml"', "b.toml": 'extend = "listlint.toml"'})
    with pytest.raises(ConfigError, match="leads back"):
        Configuration().for_folder(here)


def test_a_file_that_is_no_text(here: Path) -> None:
    (here / "listlint.toml").write_bytes(b"# \xff")
    with pytest.raises(ConfigError, match="is not UTF-8 at byte 2"):
        Configuration().for_folder(here)


def test_an_unknown_profile_on_the_command_line(here: Path) -> None:
    with pytest.raises(UsageError, match='--profile: unknown profile "awsome", did you mean "awesome"'):
        Configuration(profile="awsome").for_folder(here)


def test_a_byte_order_mark_and_both_spellings_of_option_keys(here: Path) -> None:
    (here / "listlint.toml").write_bytes(b"\xef\xbb\xbf" + ONE.encode())
    assert find(here) == here / "listlint.toml"
    assert running(Configuration().for_folder(here), Selection()) == {"LL101"}


def test_every_configuration_error_is_the_users_to_mend() -> None:
    assert issubclass(ConfigError, ListlintError)
