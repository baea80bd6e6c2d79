"""The page on rules of one's own says what is true: its configuration is read, and its examples hold."""

from __future__ import annotations

import re
from pathlib import Path

from listlint import custom, patterns
from listlint.config import load
from listlint.config.custom import specs
from listlint.custom import Custom
from listlint.engine.examples import failures

PAGE = (Path(__file__).parents[1] / "docs" / "custom-rules.md").read_text(encoding="utf-8")


def test_the_examples_of_the_page_hold() -> None:
    text = PAGE.partition("```toml\n")[2].partition("```")[0]
    rules = [custom.made(spec) for spec in specs(load.from_text(text).layers)]
    assert len(rules) == 7
    assert [line for rule in rules if isinstance(rule, Custom) for line in failures(rule)] == []
    assert {rule.spec.kind for rule in rules if isinstance(rule, Custom)} == {
        "forbid",
        "require",
        "replace",
        "length",
        "one-of",
        "consistent",
    }


def test_the_page_knows_the_limits() -> None:
    assert patterns.REACH == patterns.LONGEST == 500
    assert len(re.findall(r"\b500\b", PAGE)) == 3


def test_every_example_of_a_refused_pattern_is_refused() -> None:
    for pattern in ("(a+)+", "(a|ab)*", ".*.*", r"\w+\d+"):
        assert f"`{pattern}`" in PAGE
        try:
            patterns.compiled(pattern)
        except patterns.PatternError:
            continue
        raise AssertionError(pattern)
    assert patterns.compiled("[^,]*,[^,]*")
