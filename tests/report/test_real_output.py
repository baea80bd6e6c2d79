"""What the program itself prints, held to the models its schemas are made of; so neither can change alone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from listlint.model import Kind
from listlint.parse import parse
from listlint.report import tree
from listlint.report.schemas import CheckReport, TreeReport
from listlint.report.visible import HIDDEN
from listlint.text import Source

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "reading-list.md"
LISTS = [EXAMPLE, *sorted((ROOT.parent / "shared" / "corpus").glob("*.md"))]


def listlint(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "listlint", *map(str, arguments)], check=False, capture_output=True, text=True, encoding="utf-8"
    )


def test_check_prints_what_its_schema_says() -> None:
    done = listlint("check", "--isolated", "--output-format", "json", EXAMPLE)
    report = CheckReport.model_validate_json(done.stdout)
    source = Source.decode(EXAMPLE.name, EXAMPLE.read_bytes())
    assert (done.returncode, done.stderr) == (1, "")
    assert report.summary.diagnostics == len(report.diagnostics) > 0
    for one in report.diagnostics:
        assert one.column <= len(source.line_span(one.line)) + 1
        assert (one.line, one.column) <= (one.end_line, one.end_column)


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_tree_prints_what_its_schema_says(path: Path) -> None:
    source = Source.decode(path.name, path.read_bytes())
    document = parse(source)
    output = tree(document, output="json", file=path.name)
    report = TreeReport.model_validate_json(output)
    assert HIDDEN.search(output.replace("\n", "")) is None
    assert [(item.line, item.kind) for item in report.items] == [(source.line_of(item.span.start), item.kind) for item in document.items]
    assert sum(section.entries for section in report.sections) == sum(item.kind is Kind.ENTRY for item in report.items)
    for item, read in zip(report.items, document.items, strict=True):
        assert item.line <= item.end_line <= source.line_count
        assert source.position(read.span.start).column == item.column
        assert item.parent is None or any(child is read for child in document.items[item.parent].children)
    for place, section in enumerate(report.sections):
        assert section.parent is None or section.parent < place


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_the_outline_has_a_line_for_every_section_and_hides_nothing(path: Path) -> None:
    document = parse(Source.decode(path.name, path.read_bytes()))
    outline = tree(document, output="text", file=path.name)
    assert HIDDEN.search(outline.replace("\n", "")) is None
    assert outline.count("\n") >= sum(section.heading is not None for section in document.all_sections)
