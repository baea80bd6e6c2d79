"""What a run looks like in each format."""

from __future__ import annotations

import json
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listlint.diagnostic import Diagnostic, Related, Severity
from listlint.edits import Edit, Fix, Safety
from listlint.engine import Checked, Fixed
from listlint.model import Document
from listlint.report import render
from listlint.report.asked import Report
from listlint.report.schemas import CheckReport
from listlint.report.visible import HIDDEN, width
from listlint.runner import FileResult, RunResult
from listlint.style import Style
from listlint.text import Source, Span


def checked(text: str, *diagnostics: Diagnostic, name: str = "list.md") -> Checked:
    return Checked(Document(Source(name, text), ()), Style(), diagnostics)


def checking(text: str, *diagnostics: Diagnostic) -> RunResult:
    return RunResult((FileResult("list.md", checked=checked(text, *diagnostics)),))


def at(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start, start + len(part))


def complaint(span: Span, fix: Fix | None = None, *related: Related, severity: Severity = Severity.WARNING) -> Diagnostic:
    return Diagnostic("LL102", "mixed-separator", severity, 'separator is "，", 33 of 38 entries have ", "', span, related, fix)


def replace(text: str, part: str, new: str, safety: Safety = Safety.SAFE) -> Fix:
    return Fix('write ", "', (Edit(at(text, part), new),), safety)


def as_text(run: RunResult, *, unsafe: bool = False, columns: int = 100) -> str:
    return render(Report(run, unsafe=unsafe, columns=columns), "text")


def frame(text: str, span: Span, columns: int = 100) -> list[str]:
    """The source line and its underline."""
    return as_text(checking(text, complaint(span)), columns=columns).split("\n")[1:3]


def test_a_clean_run_is_one_line() -> None:
    run = RunResult(tuple(FileResult(name, checked=checked("text\n")) for name in ("a.md", "b.md", "c.md")))
    assert as_text(run) == "No diagnostics in 3 files\n"
    assert render(Report(run), "concise") == ""


def test_a_run_that_read_nothing_never_sounds_like_success() -> None:
    run = RunResult((FileResult("a.md", error="a.md: byte 0xff at offset 0 is not UTF-8"),))
    assert as_text(run) == "Nothing was read; 1 file not read\n"


def test_text_shows_place_rule_line_related_places_and_fix() -> None:
    text = "# List\n\n- [A](u)，论文\n- [B](v), x\n"
    run = checking(
        text,
        complaint(at(text, "，"), replace(text, "，", ", "), Related(at(text, ", "), "here it's written well")),
        complaint(at(text, "# List"), severity=Severity.INFO),
    )
    assert as_text(run) == (
        'list.md:3:9: LL102 mixed-separator separator is "，", 33 of 38 entries have ", "\n'
        " 3 | - [A](u)，论文\n"
        "   |         ^~\n"
        "   = see list.md:4:9: here it's written well\n"
        '   = fix: write ", "\n'
        "   - - [A](u)，论文\n"
        "   + - [A](u), 论文\n"
        "\n"
        'list.md:1:1: LL102 mixed-separator separator is "，", 33 of 38 entries have ", " (info)\n'
        " 1 | # List\n"
        "   | ^~~~~~\n"
        "\n"
        "2 diagnostics in 1 file (1 fixable with listlint fix)\n"
    )


@pytest.mark.parametrize(
    ("text", "part", "lines"),
    [
        ("- plain text", "plain", [" 1 | - plain text", "   |   ^~~~~"]),
        ("- 论文，代码", "代码", [" 1 | - 论文，代码", "   |         ^~~~"]),
        ("- 🚀🚀 x", "x", [" 1 | - 🚀🚀 x", "   |        ^"]),
        ("- cafe\u0301 x", "x", [" 1 | - cafe\u0301 x", "   |        ^"]),
        ("\t- x", "x", [" 1 |     - x", "   |       ^"]),
        ("- \x1b[2J x", "x", [r" 1 | - \x1b[2J x", "   |           ^"]),
        ("- \u202edcba x", "x", [r" 1 | - \u202edcba x", "   |              ^"]),
        ("- text  \n", "  ", [" 1 | - text", "   |       ^~"]),
        ("- two\n  lines\n", "two\n  li", [" 1 | - two", "   |   ^~~ to line 2"]),
        ("- two\r\n  lines\r\n", "two\r\n  li", [" 1 | - two", "   |   ^~~ to line 2"]),
        ("\n\n\n", "\n", [" 1 |", "   | ^"]),
    ],
)
def test_the_underline_stands_under_the_span(text: str, part: str, lines: list[str]) -> None:
    assert frame(text, at(text, part)) == lines


def test_an_empty_span_is_one_mark_even_behind_the_text() -> None:
    assert frame("- x", Span(3, 3)) == [" 1 | - x", "   |    ^"]
    assert frame("- x\n", Span(4, 4)) == [" 2 |", "   | ^"]


def test_a_long_line_is_cut_around_the_span() -> None:
    text = "- " + "论" * 400 + "HERE" + "文" * 400
    shown, mark = frame(text, at(text, "HERE"), columns=40)
    assert (shown, mark) == (" 1 | …论论论论HERE文文文文文文文文文文…", "   |          ^~~~")
    assert width(shown) <= 40


@pytest.mark.parametrize(
    ("text", "edits", "lines"),
    [
        ("- a，b\n- c\n", [(3, 4, ", ")], ["- - a，b", "+ - a, b"]),
        ("- a \n", [(3, 4, "")], ["- - a␣", "+ - a"]),
        ("a\n\n\nb\n", [(2, 3, "")], ["- ␤"]),
        ("a", [(1, 1, "\n")], []),
        ("- a\n- \n- b\n", [(4, 7, "")], ["- -␣"]),
        ("- a\r\nb，c\r\n", [(3, 5, " "), (6, 7, ", ")], ["- - a", "- b，c", "+ - a b, c"]),
        ("a\nb\nc\nd\n", [(0, 1, "A"), (4, 5, "C"), (6, 7, "D")], ["- a", "+ A", "- c", "- d", "+ C", "+ D"]),
        ("a\n\nb\n\nc\n\nd", [(0, 1, "A"), (3, 4, "B"), (6, 7, "C"), (9, 10, "D")], ["- a", "+ A", "- b", "+ B", "… 2 more places"]),
        ("a\nb\nc\nd\ne\n", [(0, 10, "")], ["- a", "- b", "- c", "- … 2 more lines"]),
        ("x\u202ey\n", [(1, 2, "")], [r"- x\u202ey", "+ xy"]),
    ],
)
def test_a_fix_is_shown_as_the_lines_it_changes(text: str, edits: list[tuple[int, int, str]], lines: list[str]) -> None:
    fix = Fix("mend it", tuple(Edit(Span(start, end), new) for start, end, new in edits))
    shown = as_text(checking(text, complaint(Span(0, 1), fix))).split("\n\n")[0].split("\n")[3:]
    assert shown == ["   = fix: mend it", *(f"   {line}" for line in lines)]


def test_an_unsafe_fix_is_called_so_and_counted_apart() -> None:
    text = "- a，b\n- c，d\n"
    safe, unsafe = complaint(Span(0, 1), replace(text, "，", ", ")), complaint(Span(0, 1), replace(text, "，", "", Safety.UNSAFE))
    assert '   = unsafe fix: write ", "\n' in as_text(checking(text, unsafe))
    for diagnostics, asked, end in [
        ((safe, unsafe), False, "2 diagnostics in 1 file (1 fixable with listlint fix, 1 more with --unsafe)\n"),
        ((safe, unsafe), True, "2 diagnostics in 1 file (2 fixable with listlint fix --unsafe)\n"),
        ((unsafe,), False, "1 diagnostic in 1 file (1 fixable with listlint fix --unsafe)\n"),
        ((safe,), True, "1 diagnostic in 1 file (1 fixable with listlint fix)\n"),
    ]:
        assert as_text(checking(text, *diagnostics), unsafe=asked).endswith(f"\n\n{end}")


def fixing(mode: Literal["fix", "diff"], applied: int, left: int, *, failure: str | None = None, error: str | None = None) -> RunResult:
    after = checked("x\n", *[complaint(Span(0, 1))] * left)
    fixed = Fixed(Source("list.md", "y\n"), after, tuple([complaint(Span(0, 1))] * applied), failure)
    return RunResult((FileResult("list.md", fixed=fixed, error=error, written=mode == "fix"),), mode=mode)


@pytest.mark.parametrize(
    ("run", "end"),
    [
        (fixing("fix", 12, 7), "fixed 12 in 1 file, 7 left"),
        (fixing("fix", 12, 0), "fixed 12 in 1 file, none left"),
        (fixing("fix", 0, 0), "nothing to fix in 1 file, none left"),
        (fixing("fix", 0, 3), "nothing to fix in 1 file, 3 left"),
        (fixing("diff", 12, 7), "would fix 12 in 1 file, 7 left"),
        (fixing("fix", 0, 2, failure="a cycle"), "fixed nothing, 2 left; 1 file left as it was"),
        (fixing("fix", 5, 2, error="list.md: read-only"), "fixed nothing, 2 left; 1 file left as it was"),
    ],
)
def test_after_fixing_the_last_line_tells_what_was_done_and_what_is_left(run: RunResult, end: str) -> None:
    assert as_text(run).splitlines()[-1] == end


def test_files_without_diagnostics_are_told_apart() -> None:
    run = RunResult(
        (
            FileResult("a.md", checked=checked("x\n", complaint(Span(0, 1)))),
            FileResult("b.md", checked=checked("x\n")),
            FileResult("c.md", error="c.md: gone"),
        )
    )
    assert as_text(run).splitlines()[-1] == "1 diagnostic in 1 of 2 files; 1 file not read"


def test_colours_only_on_demand_and_they_change_no_text() -> None:
    text = "- a，b\n"
    run = checking(text, complaint(at(text, "，"), replace(text, "，", ", ")))
    coloured = render(Report(run, color=True), "text")
    assert "\x1b" not in as_text(run)
    assert coloured.count("\x1b[") > 10
    plain = coloured
    for style in ("1", "2", "31", "32", "33;1", "0"):
        plain = plain.replace(f"\x1b[{style}m", "")
    assert plain == as_text(run)


def test_concise_is_a_line_each() -> None:
    text = "- a，b\n- 论文，d\n"
    run = checking(text, complaint(Span(3, 4)), complaint(Span(10, 11)))
    assert render(Report(run, color=True), "concise") == (
        'list.md:1:4: LL102 mixed-separator separator is "，", 33 of 38 entries have ", "\n'
        'list.md:2:5: LL102 mixed-separator separator is "，", 33 of 38 entries have ", "\n'
    )


def test_json_is_one_object() -> None:
    text = "# List\n\n- 论文，b\n"
    fix = Fix("write a comma", (Edit(at(text, "，"), ", "),))
    first = Diagnostic("LL102", "mixed-separator", Severity.WARNING, "is “，”", at(text, "，"), (Related(Span(0, 1), "here"),), fix)
    run = RunResult(
        (FileResult("list.md", checked=checked(text, first)), FileResult("b.md", error="b.md: gone")),
        ("took 1 list of 2 Markdown files",),
    )
    report = render(Report(run, color=True), "json")
    CheckReport.model_validate_json(report)
    assert json.loads(report) == {
        "version": 1,
        "diagnostics": [
            {
                "code": "LL102",
                "name": "mixed-separator",
                "severity": "warning",
                "message": "is “，”",
                "file": "list.md",
                "line": 3,
                "column": 5,
                "end_line": 3,
                "end_column": 6,
                "related": [{"line": 1, "column": 1, "message": "here"}],
                "fix": {
                    "safety": "safe",
                    "message": "write a comma",
                    "edits": [{"line": 3, "column": 5, "end_line": 3, "end_column": 6, "content": ", "}],
                },
            }
        ],
        "summary": {
            "files": 1,
            "diagnostics": 1,
            "severities": {"error": 0, "warning": 1, "info": 0},
            "fixable": 1,
            "fixable_unsafe": 0,
            "fixed": 0,
            "omitted": 0,
            "errors": [{"file": "b.md", "message": "b.md: gone"}],
            "notes": ["took 1 list of 2 Markdown files"],
        },
    }


def test_json_of_a_fix_run_tells_what_was_fixed_and_why_a_file_stayed() -> None:
    summary = json.loads(render(Report(fixing("fix", 12, 1)), "json"))["summary"]
    assert (summary["fixed"], summary["diagnostics"], summary["errors"]) == (12, 1, [])
    summary = json.loads(render(Report(fixing("fix", 0, 1, failure="20 rounds")), "json"))["summary"]
    assert (summary["fixed"], summary["errors"]) == (0, [{"file": "list.md", "message": "20 rounds"}])


OUTPUTS: tuple[Literal["text", "concise", "json"], ...] = ("text", "concise", "json")
CHARACTERS = "a b論論，🚀e\u0301\t\x1b\u202e\u200b\n\r"


@given(st.text(st.sampled_from(CHARACTERS), min_size=1, max_size=80), st.data())
def test_line_and_column_count_code_points_in_every_format(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    fix = Fix("drop it", (Edit(Span(start, end), ""),))
    run = checking(text, complaint(Span(start, end), fix))
    # Line ends, one code point each, counted without `Source`; a CR before LF isn't one.
    ends = [i for i, char in enumerate(text[:start]) if char == "\n" or (char == "\r" and text[i + 1 : i + 2] != "\n")]
    line, column = len(ends) + 1, start - (ends[-1] if ends else -1)
    reports = {output: render(Report(run), output) for output in OUTPUTS}
    assert reports["concise"].startswith(f"list.md:{line}:{column}: LL102 ")
    assert reports["text"].startswith(f"list.md:{line}:{column}: LL102 ")
    (diagnostic,) = CheckReport.model_validate_json(reports["json"]).diagnostics
    assert (diagnostic.line, diagnostic.column) == (line, column)
    assert (diagnostic.end_line, diagnostic.end_column) >= (line, column)
    for report in reports.values():
        assert HIDDEN.search(report.replace("\n", "")) is None


@given(st.text(st.sampled_from("ab 论🚀é，x"), max_size=30), st.text(st.sampled_from("ab论🚀，x"), min_size=1, max_size=8))
def test_the_mark_is_as_wide_as_what_it_marks(before: str, part: str) -> None:
    shown, mark = frame(f"- {before}{part}|", Span(2 + len(before), 2 + len(before) + len(part)))
    assert shown == f" 1 | - {before}{part}|"
    assert width(mark) == width(shown) - 1
    assert mark.endswith(f" ^{'~' * (width(part) - 1)}")


def test_a_long_line_before_and_after_a_fix_is_cut_alike() -> None:
    text = "- " + "论" * 400 + "，" + "x" * 400
    shown = as_text(checking(text, complaint(at(text, "，"), replace(text, "，", ", "))), columns=40).split("\n\n")[0].split("\n")
    assert shown[4:] == ["   - …论论论论论，xxxxxxxxxxxxxxxxxxxxx…", "   + …论论论论论, xxxxxxxxxxxxxxxxxxxxx…"]
