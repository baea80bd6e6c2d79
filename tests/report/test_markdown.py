"""The step summary, as GitHub renders it: nothing in a list becomes markup, and it is never too long to be shown."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from cmarkgfm import github_flavored_markdown_to_html
from cmarkgfm.cmark import Options
from lxml import html

from listlint.diagnostic import Diagnostic, Severity
from listlint.engine import Checked
from listlint.parse import parse
from listlint.report import markdown
from listlint.report.asked import Report
from listlint.report.visible import visible
from listlint.runner import FileResult, RunResult
from listlint.style import Style
from listlint.text import Source, Span
from tests.report.hostile import MARKUP, NAMES, run

RUN, MARKED = run()


def rendered(report: Report) -> html.HtmlElement:
    return html.fromstring(f"<div>{github_flavored_markdown_to_html(markdown.render(report), Options.CMARK_OPT_UNSAFE)}</div>")


def test_a_hostile_list_becomes_text_and_nothing_else() -> None:
    page = rendered(Report(RUN))
    assert {node.tag for node in page.iter()} <= MARKUP
    assert not page.xpath("//a | //script | //img | //i | //b")
    told = [cell.text_content() for cell in page.xpath("//details//td[3]/code")]
    assert told == [visible(one.message) for one in MARKED]
    folded = [summary.text_content() for summary in page.xpath("//summary")]
    assert folded == [f"{visible(name)}: {len(MARKED) // len(NAMES)}" for name in NAMES]
    for code in page.xpath("//code"):
        assert not list(code)


def test_the_table_counts_by_section_and_rule() -> None:
    table, *_ = rendered(Report(RUN)).xpath("//table")
    rows = [[cell.text_content() for cell in row] for row in table.xpath(".//tr")]
    assert rows[0] == ["file", "section", "rule", "count", "fixable"]
    assert rows[1] == ["list.md", "Títle 目录 🚀 | x", "LL101 some-rule", "5", "3"]
    assert sum(int(row[3]) for row in rows[1:]) == len(MARKED)


def many(count: int, message: str, files: int = 1) -> RunResult:
    source = Source("a.md", "# x\n\ntext\n")
    told = tuple(Diagnostic("LL102", "mixed-separator", Severity.WARNING, message, Span(5, 9)) for _ in range(count))
    checked = Checked(parse(source), Style(), told)
    return RunResult(tuple(FileResult(f"{number}-{'名' * 60}.md", checked=checked) for number in range(files)))


@pytest.mark.parametrize(
    "result",
    [many(30_000, "short"), many(5_000, "🚀" * 500), many(2_000, "|" * 400), many(1, "x", 8_000), many(9, "x", 3_000)],
    ids=["many", "wide", "escaped", "files", "files and complaints"],
)
def test_it_is_never_longer_than_github_shows(result: RunResult) -> None:
    text = markdown.render(Report(result))
    assert len(text.encode()) <= markdown.LIMIT < 1024 * 1024
    assert "This summary is cut" in text
    assert text.count("<details>") == text.count("</details>")


def test_files_that_failed_make_it_no_longer_either() -> None:
    failed = tuple(FileResult(f"{number}.md", error=f"{number}.md: {'e' * 400}") for number in range(5_000))
    assert len(markdown.render(Report(replace(RUN, files=failed))).encode()) <= markdown.LIMIT


def test_a_clean_run_is_two_lines() -> None:
    text = markdown.render(Report(RunResult(RUN.files[-2:-1])))
    assert re.fullmatch(r"### listlint\n\nNo diagnostics in 1 file\.\n", text)
