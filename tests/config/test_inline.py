"""What the command line configures with --config, which versions a configuration is for, and severities by section."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from listlint import __version__, engine
from listlint.config.load import Configuration, from_text
from listlint.config.select import plan, running, selection
from listlint.diagnostic import Severity
from listlint.errors import ConfigError
from listlint.text import Source

if TYPE_CHECKING:
    from pathlib import Path

    from listlint.config.settings import Settings


def inline(here: Path, *texts: str, file: str = "") -> Settings:
    if file:
        (here / "listlint.toml").write_text(file, encoding="utf-8")
    return Configuration(inline=texts).for_folder(here)


# ruff: noqa: E501 - a table of mistakes, messages and what is marked
@pytest.mark.parametrize(
    ("text", "message", "marked"),
    [
        ("selct = []", '--config: unknown key "selct", did you mean "select"?', "selct"),
        ("style.separater = ', '", '--config: unknown key "separater" in [style], did you mean "separator"?', "separater"),
        ("style = { summary = 'always' }", "--config: style.summary: 'always' should be 'required' or 'optional'", "'always'"),
        (
            "severity.missing-sumary = 'info'",
            '--config: severity.missing-sumary: unknown rule "missing-sumary", did you mean "missing-summary"?',
            "missing-sumary",
        ),
        ("severity.LL101 = 'none'", "--config: severity.LL101: 'none' should be 'error', 'warning', 'info' or 'off'", "'none'"),
        ("profile = 'paper'", '--config: profile: unknown profile "paper", did you mean "papers"?', "'paper'"),
        ("extend = 'a.toml'", "--config: extend: stands in a configuration file alone, expected another key", "extend"),
        (
            "profile=papers",
            "--config: is not TOML: invalid value, expected KEY=VALUE with the value as in a configuration file, such as --config 'profile=\"papers\"'",
            "p",
        ),
        ("required-version = '>=99'", f'--config: required-version: this is listlint {__version__}, expected ">=99"', "'>=99'"),
    ],
)
def test_a_faulty_option_is_marked(here: Path, text: str, message: str, marked: str) -> None:
    with pytest.raises(ConfigError) as raised:
        inline(here, text)
    mark = raised.value.mark
    assert mark is not None
    assert (str(raised.value), mark.number, mark.line) == (message, None, text)
    assert mark.line[mark.column - 1 :][: mark.length] == marked


@pytest.mark.parametrize(
    ("text", "line", "marked"),
    [
        ("[style]\nseperator = ', '", "seperator = ', '", "seperator"),
        ("a = 1\r\nselect = ['中', # 1\r\n 'LL1', 'LL1x1']\r\n", "a = 1", "a"),
        ("select = ['LL1', # 1\r\n 'LL1', '中x']\r\n", " 'LL1', '中x']", "'中x'"),
        ("rules.arxiv-url = { versions = 'never' }", "rules.arxiv-url = { versions = 'never' }", "'never'"),
        ("[[sections.overrides]]\nsections = ['A']\nseverity = { LL999 = 'off' }", "severity = { LL999 = 'off' }", "LL999"),
        ("x = 'a\n", "x = 'a", ""),
        ("required-version = 'one'", "required-version = 'one'", "'one'"),
        ("required-version = 1", "required-version = 1", "1"),
    ],
)
def test_a_fault_in_a_file_is_marked(here: Path, text: str, line: str, marked: str) -> None:
    (here / "listlint.toml").write_bytes(text.encode())
    with pytest.raises(ConfigError) as raised:
        Configuration().for_folder(here)
    mark = raised.value.mark
    assert mark is not None
    assert (mark.line, mark.line[mark.column - 1 :][: mark.length]) == (line, marked)
    assert str(raised.value).startswith(f"listlint.toml:{mark.number}:{mark.column}: ")


@pytest.mark.parametrize("wanted", ["", ">=0.0.1", f"=={__version__}", f"~={__version__}", ">=0.0.1,<99"])
def test_a_version_that_is_asked_for(wanted: str) -> None:
    assert from_text(f'required-version = "{wanted}"').profile == "default"


def test_another_version_is_told_before_its_keys_are_unknown() -> None:
    with pytest.raises(ConfigError, match=r'listlint\.toml:2:20: required-version: this is listlint .*, expected ">=99"'):
        from_text('key-of-tomorrow = 1\nrequired-version = ">=99"')


def test_the_command_line_beats_files_and_their_overrides(here: Path) -> None:
    file = 'profile = "links"\nselect = ["LL101"]\n[style]\narxiv = "pdf"\n[[overrides]]\nfiles = ["*.md"]\n[overrides.style]\narxiv = "html"\n'
    assert plan(inline(here, file=file), path=here / "a.md").style.arxiv == "html"
    found = inline(here, "style.arxiv = 'abs'", 'select = ["LL102"]', "profile = 'papers'", "exclude = ['b/']", file=file)
    assert found.profile == "papers"
    assert plan(found, path=here / "a.md").style.arxiv == "abs"
    assert running(found, selection(), here / "a.md") == {"LL102"}
    assert running(found, selection(["LL103"]), here / "a.md") == {"LL103"}
    assert [patterns.lines for patterns in found.excludes()] == [("b/",)]


def test_the_last_option_and_the_last_override_win(here: Path) -> None:
    found = inline(here, 'style.arxiv = "html"', 'style.arxiv = "pdf"')
    assert plan(found).style.arxiv == "pdf"
    some = '[[overrides]]\nfiles = ["docs/**"]\nstyle.arxiv = "html"\n[[overrides]]\nfiles = ["docs/a.md"]\nstyle.arxiv = "pdf"\nseverity.LL1 = "info"\n'
    found = inline(here, file=some)
    assert [plan(found, path=here / name).style.arxiv for name in ("a.md", "docs/b.md", "docs/x/c.md", "docs/a.md")] == [
        None,
        "html",
        "html",
        "pdf",
    ]
    assert plan(found, path=here / "docs/a.md").severities["LL103"] is Severity.INFO


def test_a_rule_that_is_off_does_not_run_unless_the_command_line_names_it() -> None:
    off = from_text('[severity]\nmissing-summary = "off"\nLL6 = "off"\nLL601 = "info"\n')
    assert {"LL103", "LL602"}.isdisjoint(running(off, selection()))
    assert "LL601" in running(off, selection())
    assert running(off, selection(["LL103"])) == {"LL103"}
    assert plan(off).severities == {"LL601": Severity.INFO}


LIST = """\
# List

## Papers

- [a](https://example.org/a), counts.
- [b](https://example.org/b), counts.
- [c](https://example.org/c), counts.
- [d](https://example.org/d)

### Old

- [e](https://example.org/e)

## Tools

- [f](https://example.org/f)
"""


@pytest.mark.parametrize(
    ("configured", "expected"),
    [
        ("", ["d warning", "e warning", "f warning"]),
        ('[[sections.overrides]]\nsections = ["None"]\nseverity.LL103 = "off"', ["d warning", "e warning", "f warning"]),
        ('[[sections.overrides]]\nsections = ["Papers"]\nseverity.LL103 = "info"', ["d info", "e info", "f warning"]),
        ('[[sections.overrides]]\nsections = ["papers"]\nseverity.LL1 = "off"', ["f warning"]),
        ('[[sections.overrides]]\nsections = ["Papers > Old", "Tools"]\nseverity.missing-summary = "off"', ["d warning"]),
        ('severity.LL103 = "error"\n[[sections.overrides]]\nsections = ["Old"]\nseverity.LL103 = "info"', ["d error", "e info", "f error"]),
        (
            '[[sections.overrides]]\nsections = ["Papers"]\nseverity.LL103 = "off"\n[[sections.overrides]]\nsections = ["Old"]\nseverity.LL103 = "info"',
            ["e info", "f warning"],
        ),
    ],
)
def test_severities_by_section(configured: str, expected: list[str]) -> None:
    made = plan(from_text(f'{configured}\n[style]\nsummary = "required"\n'), selection(["LL103"]))
    found = engine.check(Source("a.md", LIST), made).diagnostics
    lines = LIST.splitlines()
    assert [f"{lines[LIST.count(chr(10), 0, one.span.start)][3]} {one.severity}" for one in found] == expected


def test_what_is_off_in_a_section_is_not_fixed_there() -> None:
    text = "# L\n\n## A\n\n- [a](https://example.org/a?utm_source=x)\n\n## B\n\n- [b](https://example.org/b?utm_source=x)\n"
    made = plan(from_text('[[sections.overrides]]\nsections = ["A"]\nseverity.LL202 = "off"\n'), selection(["LL202"]))
    assert engine.fix(Source("a.md", text), made).after.document.text == text.replace("b?utm_source=x", "b")
