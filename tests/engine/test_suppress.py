"""Directives: what they silence, what they don't, and what is said of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

import pytest

from listlint import engine
from listlint.config.plan import Plan
from listlint.diagnostic import Severity
from listlint.rule import Rule
from listlint.rules.unknown_directive import UnknownDirective
from listlint.rules.unused_directive import UnusedDirective
from listlint.text import Source, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style


class _Finds(Rule):
    """Complains of each occurrence of a sign."""

    sign: ClassVar[str]

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """One diagnostic a sign."""
        del style
        for match in re.finditer(re.escape(self.sign), document.text):
            yield self.diagnostic(Span(*match.span()), f"there is {self.sign}")


class Query(_Finds):
    """LL901."""

    code = "LL901"
    name = "query"
    summary = "A test's own."
    sign = "?"


class Dollar(_Finds):
    """LL902."""

    code = "LL902"
    name = "dollar"
    summary = "A test's own."
    sign = "$"


def said(text: str, *rules: Rule) -> list[str]:
    """What is said of `text`, as `line code`, by the two rules or by those given."""
    checked = engine.check(Source("list.md", text), Plan(rules or (Query(), Dollar())))
    return [f"{checked.document.source.line_of(one.span.start)} {one.code}" for one in checked.diagnostics]


SILENCED = {
    "an entry": "- a ? <!-- listlint: ignore[LL901] because -->\n- b\n",
    "by name": "- a ? <!-- listlint: ignore[query] -->\n- b\n",
    "whatever its case": "- a ? <!-- listlint: ignore[ll901] -->\n- b\n",
    "by every rule": "- a ?$ <!-- listlint: ignore -->\n- b\n",
    "by two rules": "- a ?$ <!-- listlint: ignore[LL901, dollar] -->\n- b\n",
    "all lines of an entry": "- a ?\n  goes on ?\n  and on <!-- listlint: ignore[LL901] -->\n- b\n",
    "the note of an entry": "- a <!-- listlint: ignore[LL901] -->\n  - note ?\n- b\n",
    "the next entry": "<!-- listlint: ignore-next[LL901] -->\n- a ?\n- b\n",
    "the next entry after a blank line": "<!-- listlint: ignore-next[LL901] -->\n\n- a ?\n- b\n",
    "an entry between entries": "- a\n<!-- listlint: ignore-next[LL901] -->\n- b ?\n- c\n",
    "the next heading": "<!-- listlint: ignore-next[LL901] -->\n## A ?\n\n- b\n",
    "a heading": "## A ? <!-- listlint: ignore[LL901] -->\n\n- b\n",
    "the next paragraph": "<!-- listlint: ignore-next[LL901] -->\n\nprose ?\nmore ?\n\n- b\n",
    "a paragraph": "prose ?\nmore <!-- listlint: ignore[LL901] -->\n\n- b\n",
    "a table row": "| a |\n| - |\n| [x](https://example.org/) ? <!-- listlint: ignore[LL901] --> |\n",
    "a range": "- a\n\n<!-- listlint: disable[LL901] -->\n\n- b ?\n\n<!-- listlint: enable[LL901] -->\n\n- c\n",
    "a range without end": "- a\n\n<!-- listlint: disable[LL901] -->\n\n- b ?\n\n# C ?\n",
    "a range enabled at once": "<!-- listlint: disable -->\n\n- b ?$\n\n<!-- listlint: enable -->\n\n- c\n",
    "a file": "- a ?\n\n# B ?\n\n<!-- listlint: ignore-file[LL901] -->\n",
    "a file, for every rule": "- a ?\n\n# B $\n\n<!-- listlint: ignore-file -->\n",
    "the end of a file": "<!-- listlint: ignore-file[LL901] -->\n- a ?",
}


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("name", SILENCED)
def test_silences(name: str, newline: str) -> None:
    assert said(SILENCED[name].replace("\n", newline)) == []


@pytest.mark.parametrize("name", SILENCED)
def test_what_silences_is_used(name: str) -> None:
    assert said(SILENCED[name], Query(), Dollar(), UnusedDirective(), UnknownDirective()) == []


HEARD = {
    "another rule": ("- a $ <!-- listlint: ignore[LL901] -->\n- b\n", ["1 LL902"]),
    "another entry": ("- a <!-- listlint: ignore[LL901] -->\n- b ?\n", ["2 LL901"]),
    "an entry nested in it": ("- [a](https://e.org/a) ? <!-- listlint: ignore -->\n  - [b](https://e.org/b) ?\n", ["2 LL901"]),
    "the entry after the next": ("<!-- listlint: ignore-next[LL901] -->\n- a\n- b ?\n", ["3 LL901"]),
    "what follows a range": ("<!-- listlint: disable -->\n\n- a ?\n\n<!-- listlint: enable -->\n\n- b ?\n", ["7 LL901"]),
    "a rule enabled again": ("<!-- listlint: disable -->\n\n- a ?$\n\n<!-- listlint: enable[LL901] -->\n\n- b ?$\n", ["7 LL901"]),
    "a rule of two enabled again": (
        "<!-- listlint: disable[LL901,LL902] -->\n\n- a\n\n<!-- listlint: enable[LL902] -->\n\n- b ?$\n",
        ["7 LL902"],
    ),
    "a directive in code": ("- a ? `<!-- listlint: ignore[LL901] -->`\n- b\n", ["1 LL901"]),
    "a directive in a fence": ("```\n<!-- listlint: ignore-file -->\n```\n\n- a ?\n", ["5 LL901"]),
    "a directive in indented code": ("prose\n\n    <!-- listlint: ignore-file -->\n\n- a ?\n", ["5 LL901"]),
    "a directive of remark-lint in code": ("```\n<!--lint disable-->\n```\n\n- a ?\n", ["5 LL901"]),
    "an unknown action": ("- a ? <!-- listlint: silence[LL901] -->\n- b\n", ["1 LL901"]),
    "an unknown rule": ("- a ? <!-- listlint: ignore[LL999] -->\n- b\n", ["1 LL901"]),
}


@pytest.mark.parametrize("name", HEARD)
def test_does_not_silence(name: str) -> None:
    text, expected = HEARD[name]
    assert said(text) == expected


UNUSED = {
    "a rule that finds nothing": ("- a <!-- listlint: ignore[LL901] -->\n- b $\n", "- a\n- b $\n"),
    "every rule": ("- a <!-- listlint: ignore -->\n- b\n", "- a\n- b\n"),
    "the second of two": ("- a ? <!-- listlint: ignore[LL901, LL902] why -->\n", "- a ? <!-- listlint: ignore[LL901] why -->\n"),
    "the first of two": ("- a $ <!-- listlint: ignore[LL901, LL902] -->\n", "- a $ <!-- listlint: ignore[LL902] -->\n"),
    "both": ("- a <!-- listlint: ignore[LL901, LL902] -->\n", "- a\n"),
    "next, with nothing behind": ("- a\n\n<!-- listlint: ignore-next -->\n", "- a\n\n"),
    "a range": ("# A\n\n<!-- listlint: disable[LL901] -->\n\n- a\n", "# A\n\n- a\n"),
    "enabled before": ("# A\n\n<!-- listlint: enable[LL901] -->\n\n- a\n", "# A\n\n- a\n"),
    "in the middle of a line": ("- a <!-- listlint: ignore --> b\n- c\n", "- a  b\n- c\n"),
}


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("name", UNUSED)
def test_an_idle_directive_is_taken_out(name: str, newline: str) -> None:
    text, expected = (one.replace("\n", newline) for one in UNUSED[name])
    plan = Plan((UnusedDirective(), Query(), Dollar()))
    assert [one.code for one in engine.check(Source("list.md", text), plan).diagnostics if one.code == "LL002"] == ["LL002"]
    fixed = engine.fix(Source("list.md", text), plan)
    assert (fixed.after.document.text, fixed.failure) == (expected, None)
    assert [one.code for one in fixed.after.diagnostics if one.code == "LL002"] == []


def test_a_rule_that_does_not_run_makes_no_directive_idle() -> None:
    assert said("- a <!-- listlint: ignore[LL401] -->\n- b\n", UnusedDirective(), Query()) == []


MISSPELT = {
    "ignor[LL901]": 'unknown directive "ignor", did you mean "ignore"?',
    "igonre-next": 'unknown directive "igonre-next", did you mean "ignore-next"?',
    "file-ignore": 'unknown directive "file-ignore", did you mean "ignore-file"?',
    "disable-next-line": 'unknown directive "disable-next-line", did you mean "ignore-next"?',
    "skip": 'unknown directive "skip", expected ignore, ignore-next, disable, enable, ignore-file',
    "": 'unknown directive "", expected ignore, ignore-next, disable, enable, ignore-file',
    "ignore[LL901": 'directive is "ignore[LL901", expected ignore[RULES], with codes or names and commas between them',
    "ignore[]": 'directive is "ignore[]", expected ignore[RULES], with codes or names and commas between them',
    "ignore[query, bong]": 'unknown rule "bong", expected one of those that "listlint rules" shows',
    "ignore[duplicate-lnik]": 'unknown rule "duplicate-lnik", did you mean "duplicate-link"?',
}


@pytest.mark.parametrize("directive", MISSPELT)
def test_what_is_unknown_is_said(directive: str) -> None:
    text = f"- a ? <!-- listlint: {directive} -->\n"
    checked = engine.check(Source("list.md", text), Plan((UnknownDirective(), Query())))
    assert [(one.severity, one.message) for one in checked.diagnostics if one.code == "LL003"] == [(Severity.ERROR, MISSPELT[directive])]


def test_a_directive_may_silence_what_is_said_of_directives_by_name_only() -> None:
    assert said("- a <!-- listlint: ignore[LL002, LL901] -->\n- b\n", UnusedDirective(), Query()) == []
    assert said("<!-- listlint: ignore-file -->\n- a <!-- listlint: ignor -->\n", UnknownDirective()) == ["2 LL003"]


def test_severities_are_the_plans() -> None:
    plan = Plan((Query(),), {"LL901": Severity.INFO})
    assert [one.severity for one in engine.check(Source("list.md", "- a ?\n"), plan).diagnostics] == [Severity.INFO]


def test_diagnostics_come_in_order_each_once() -> None:
    assert said("- a $?\n- ? b\n", Dollar(), Query(), Query()) == ["1 LL902", "1 LL901", "2 LL901"]
