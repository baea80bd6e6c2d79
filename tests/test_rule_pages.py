"""The rule book says what is true: every example of every page is run, with LF and with CRLF.

A report's line is `LINE:COLUMN CODE message`, in document order. `pytest --update-pages` rewrites reports, fixed blocks,
*Options* and the index.
"""

from __future__ import annotations

import pkgutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, get_type_hints

import pytest

import listlint.rules
from listlint import engine, pages
from listlint.config import load, select
from listlint.model import Neighbour, Repository
from listlint.registry import all_rules, codes
from listlint.text import Source

if TYPE_CHECKING:
    from listlint.config.plan import Plan
    from listlint.rule import Rule

BOOK = Path(__file__).parents[1] / "rules"


@pytest.fixture(scope="session", autouse=True)
def _book(update_pages: bool) -> None:  # noqa: FBT001 - pytest passes fixtures by name
    """The rule book, brought up to date first where that is asked for."""
    if not update_pages:
        return
    for rule in all_rules():
        path = BOOK / pages.file_name(rule)
        if path.exists():
            path.write_text(updated(path.read_text(encoding="utf-8"), rule), encoding="utf-8")
    (BOOK / "README.md").write_text(pages.index(all_rules()), encoding="utf-8")


Files = tuple[tuple[str, str], ...]
"""Path and text of a repository's files, the list itself first."""


def plan(rule: type[Rule], configured: str, files: Files = ()) -> Plan:
    """Only `rule`, with the configuration of an example, in the repository that it stands in."""
    made = select.plan(load.from_text(configured), select.selection(select=[rule.code]))
    if not files:
        return made
    return replace(made, repository=Repository(files[0][0], files=tuple(Neighbour(path, text) for path, text in files)))


def report(text: str, rule: type[Rule], configured: str, files: Files = ()) -> tuple[str, ...]:
    """What `rule` says of `text`, a line each."""
    source = Source("list.md", text)
    lines = []
    for found in engine.check(source, plan(rule, configured, files)).diagnostics:
        at = source.position(found.span.start)
        lines.append(f"{at.line}:{at.column} {found.code} {found.message}")
    return tuple(lines)


def repaired(text: str, rule: type[Rule], configured: str, files: Files = (), *, unsafe: bool) -> str:
    """What `fix` with only `rule` makes of `text`."""
    fixed = engine.fix(Source("list.md", text), plan(rule, configured, files), unsafe=unsafe)
    assert fixed.failure is None
    return fixed.after.document.text


def is_unsafe(rule: type[Rule]) -> bool:
    """Whether the page says that the rule's examples need `--unsafe`."""
    return pages.fix_safety(pages.page(rule)) == "unsafe"


def updated(text: str, rule: type[Rule]) -> str:
    """A page with its reports, fixed blocks and options as they are."""
    lines = text.splitlines()
    unsafe = pages.fix_safety(pages.read(text)) == "unsafe"
    configured = bad = current = ""
    files: Files = ()
    beside: Files = ()
    changes: list[tuple[int, int, str]] = []
    for block in pages.blocks(text):
        if block.role == "options":
            configured = block.content
        elif block.role == "files":
            beside = pages.neighbours(block.content)
        elif block.role in {"bad", "good"}:
            bad, current, configured = pages.meant(block.content), configured, ""
            files, beside = beside, ()
        elif block.role == "report":
            changes.append((block.start, block.end, "\n".join(report(bad, rule, current, files))))
        elif block.role == "fixed":
            changes.append((block.start, block.end, pages.shown(repaired(bad, rule, current, files, unsafe=unsafe))))
    for start, end, content in reversed(changes):
        lines[start:end] = content.split("\n")
    start = lines.index("## Options") + 1
    end = next(number for number in range(start, len(lines)) if lines[number].startswith("## "))
    lines[start:end] = ["", *pages.options(rule).split("\n"), ""]
    return "\n".join(lines) + "\n"


EXAMPLES = [
    pytest.param(rule, number, newline, id=f"{rule.code}-{number}-{name}")
    for rule in all_rules()
    for number in range(len(pages.page(rule).examples) if (BOOK / pages.file_name(rule)).exists() else 0)
    for name, newline in (("lf", "\n"), ("crlf", "\r\n"))
]


def example(rule: type[Rule], number: int) -> pages.Example:
    """Read when the test runs: the page may have been rewritten meanwhile."""
    return pages.page(rule).examples[number]


@pytest.mark.parametrize(("rule", "number", "newline"), EXAMPLES)
def test_every_example_is_true(rule: type[Rule], number: int, newline: str) -> None:
    shown = example(rule, number)
    if shown.good is not None:
        assert report(shown.good.replace("\n", newline), rule, shown.options, shown.files) == ()
        return
    assert shown.bad is not None
    bad = shown.bad.replace("\n", newline)
    assert shown.report or rule.code.startswith("LL0")
    assert report(bad, rule, shown.options, shown.files) == shown.report
    fixed = repaired(bad, rule, shown.options, shown.files, unsafe=is_unsafe(rule))
    if shown.fixed is None:
        assert fixed == bad
        return
    assert fixed == shown.fixed.replace("\n", newline)
    assert report(fixed, rule, shown.options, shown.files) == ()
    assert repaired(fixed, rule, shown.options, shown.files, unsafe=is_unsafe(rule)) == fixed


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_every_rule_has_a_whole_page(rule: type[Rule]) -> None:
    page = pages.page(rule)
    assert page.title == f"{rule.code} {rule.name}"
    assert page.sentence.endswith(".")
    assert tuple(page.sections) == pages.SECTIONS
    assert all(page.sections.values())
    assert any(shown.bad for shown in page.examples) or rule.code.startswith("LL0")
    assert any(shown.good for shown in page.examples)
    assert page.sections["Options"] == pages.options(rule)
    assert pages.fix_safety(page) in {"safe", "unsafe", "none"}
    assert rule.summary.endswith(".")


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_a_rule_and_its_module_bear_one_name(rule: type[Rule]) -> None:
    assert rule.__module__ == f"listlint.rules.{rule.name.replace('-', '_')}"
    assert all(isinstance(name, str) for name in get_type_hints(rule.Options))


def test_no_page_without_a_rule() -> None:
    assert {path.name for path in BOOK.glob("LL*.md")} == {pages.file_name(rule) for rule in all_rules()}


def test_the_index_is_up_to_date() -> None:
    assert (BOOK / "README.md").read_text(encoding="utf-8") == pages.index(all_rules())


def test_codes_and_names_are_unique() -> None:
    assert len(codes()) == 2 * len(all_rules())
    assert codes() == {key: rule.code for rule in all_rules() for key in (rule.code, rule.name)}
    modules = [module.name for module in pkgutil.iter_modules(listlint.rules.__path__)]
    assert modules == sorted(rule.name.replace("-", "_") for rule in all_rules())


def test_explain_tells_the_page_and_the_facts_of_the_class() -> None:
    for rule in all_rules():
        text = pages.explain(rule)
        assert text.startswith(f"# {rule.code} {rule.name}\n\nSeverity: {rule.severity}. Fix: ")
        assert pages.page(rule).sentence in text.replace("\n", " ")
