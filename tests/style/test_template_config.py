"""Templates in a configuration: faults, sections, and what other rules make of them."""

from __future__ import annotations

import pytest

from listlint import engine
from listlint.config import load, select
from listlint.errors import ConfigError
from listlint.text import Source


def said(text: str, configured: str, *rules: str) -> list[str]:
    plan = select.plan(load.from_text(configured), select.selection(select=rules))
    return [f"{one.code} {one.message}" for one in engine.check(Source("list.md", text), plan).diagnostics]


TOOLS = "".join(f"- [tool {number}](https://example.org/{number}) - Counts words.\n" for number in range(5))


def test_a_fault_names_file_line_key_and_place() -> None:
    with pytest.raises(ConfigError) as caught:
        load.from_text('[style]\narxiv = "abs"\nentry = "[{title}](url)"\n')
    assert str(caught.value) == (
        "listlint.toml:3:9: style.entry: entry template has no address, expected {url}\n    [{title}](url)\n                  ^"
    )
    with pytest.raises(ConfigError, match=r'style\.entry-by-section\.Papers: entry template has the unknown field "ur"'):
        load.from_text('[style.entry-by-section]\nPapers = "{title} {ur}"\n')


def test_one_complaint_an_entry() -> None:
    text = f"# Tools\n\n{TOOLS}- [last](https://example.org/l): Counts sheep.\n- [none](https://example.org/n)\n"
    configured = '[style]\nentry = "[{title}]({url}) - {summary}"\n'
    assert said(text, configured, "LL102", "LL122") == ['LL122 entry has ": " before the summary, expected " - "']
    assert [line[:5] for line in said(text, configured, "LL102", "LL103", "LL122")] == ["LL122", "LL103"]


def test_a_section_has_its_own() -> None:
    text = f"# List\n\n## Tools\n\n{TOOLS}\n## Papers\n\n### Old\n\n- [On words](https://example.org/w) - Words.\n\n## Licence\n\n{TOOLS}"
    configured = '[style.entry-by-section]\npapers = "[{title}]({url}): {summary}"\n'
    assert said(text, configured, "LL102", "LL122") == ['LL122 entry has " - " before the summary, expected ": "']


def test_without_a_template_nothing_is_said() -> None:
    assert said(f"# Tools\n\n{TOOLS}- [last](https://example.org/l), counts sheep.\n", "", "LL122") == []
