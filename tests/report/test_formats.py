"""Each format against its published schema or a strict parser, on titles and file names that are out to break it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest
from lxml import etree

from listlint.edits import Edit, apply
from listlint.report import FORMATS, render, statistics
from listlint.report.asked import Report
from listlint.report.schemas import CheckReport, ReportedDiagnostic, StatisticsReport
from listlint.report.visible import HIDDEN, visible
from listlint.runner import FileResult, RunResult
from tests.report.hostile import NAMES, PIECES, Marked, marks, pointed, run

SCHEMAS = Path(__file__).parent / "schemas"
RUN, MARKED = run()
REPORT = Report(RUN, folder="/work/space/here", workspace="/work/space")
COUNT = len(MARKED)


def valid(instance: object, name: str) -> None:
    schema = json.loads((SCHEMAS / name).read_text(encoding="utf-8"))
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    kind(schema, format_checker=kind.FORMAT_CHECKER).validate(instance)


def xml(text: str, name: str) -> Any:  # noqa: ANN401 - lxml ships no types
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=False)
    schema = etree.XMLSchema(etree.parse(str(SCHEMAS / name)))
    root = etree.fromstring(text.encode(), parser)
    schema.assertValid(root)
    return root


def storable(name: str) -> str:
    """A file's name as XML can hold it: what it can't is escaped."""
    return "".join(visible(char) if char == "\x1b" else char for char in name)


@pytest.mark.parametrize("output", FORMATS)
def test_no_report_shows_a_character_that_nobody_sees(output: str) -> None:
    (output_,) = (one for one in FORMATS if one == output)
    text = render(REPORT, output_)
    assert HIDDEN.search(text.replace("\n", "")) is None
    assert text.endswith("\n")


@pytest.mark.parametrize("output", FORMATS)
def test_a_run_without_complaints_is_valid_too(output: str) -> None:
    (output_,) = (one for one in FORMATS if one == output)
    text = render(Report(RunResult(RUN.files[-2:-1])), output_)
    check = {"sarif": "sarif-2.1.0.json", "gitlab": "gitlab.json", "rdjson": "rdjson.json"}
    if output in check:
        valid(json.loads(text), check[output])
    elif output in {"junit", "checkstyle"}:
        xml(text, f"{output}.xsd")
    elif output not in {"text", "grouped", "json", "markdown"}:
        assert text == ""


def test_json_and_its_lines_are_what_their_schemas_say() -> None:
    whole = CheckReport.model_validate_json(render(REPORT, "json"))
    lines = render(REPORT, "jsonl").splitlines()
    assert [ReportedDiagnostic.model_validate_json(line) for line in lines] == list(whole.diagnostics)
    assert [one.file for one in whole.diagnostics] == [one.name for one in MARKED]
    for one, marked in zip(whole.diagnostics, MARKED, strict=True):
        assert one.message == marked.message
        assert pointed(marked.source, (one.line, one.column), (one.end_line, one.end_column)) == marked.span.of(marked.source.text)


def test_sarif_is_valid_and_counts_code_points() -> None:
    log = json.loads(render(REPORT, "sarif"))
    valid(log, "sarif-2.1.0.json")
    (sarif,) = log["runs"]
    assert sarif["columnKind"] == "unicodeCodePoints"
    assert sarif["invocations"][0]["executionSuccessful"] is False
    rules = sarif["tool"]["driver"]["rules"]
    assert len(sarif["results"]) == COUNT
    for result, marked in zip(sarif["results"], MARKED, strict=True):
        assert result["ruleId"] == rules[result["ruleIndex"]]["id"]
        assert result["message"]["text"] == visible(marked.message)
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uriBaseId"] == "%SRCROOT%"
        uri = place["artifactLocation"]["uri"]
        assert re.fullmatch(r"[\w.~/%'()!*-]+", uri, re.ASCII), uri
        assert unquote(uri) == f"here/{marked.name}"
        region = place["region"]
        start, end = (region["startLine"], region["startColumn"]), (region["endLine"], region["endColumn"])
        assert pointed(marked.source, start, end) == marked.span.of(marked.source.text)
        for fix in result.get("fixes", ()):
            ((change,), (replaced,)) = (fix["artifactChanges"], fix["artifactChanges"][0]["replacements"])
            assert change["artifactLocation"] == place["artifactLocation"]
            gone = replaced["deletedRegion"]
            start, end = (gone["startLine"], gone["startColumn"]), (gone["endLine"], gone["endColumn"])
            assert (pointed(marked.source, start, end), replaced["insertedContent"]["text"]) == (" ，", ", ")


def test_sarif_brings_the_rule_book_along() -> None:
    rules = {rule["id"]: rule for rule in json.loads(render(REPORT, "sarif"))["runs"][0]["tool"]["driver"]["rules"]}
    assert "## Why" in rules["LL101"]["help"]["markdown"]
    assert rules["LL101"]["shortDescription"]["text"].endswith(".")


def moved(text: str) -> str:
    """Two lines more at the top."""
    return text.replace("\n- ", "\nAnother line.\n\n- ", 1)


@pytest.mark.parametrize("output", ["sarif", "gitlab"])
def test_fingerprints_differ_from_one_another_and_survive_moves_of_lines(output: str) -> None:
    def prints(report: Report) -> list[str]:
        if output == "gitlab":
            return [issue["fingerprint"] for issue in json.loads(render(report, "gitlab"))]
        return [result["partialFingerprints"]["listlint/v1"] for result in json.loads(render(report, "sarif"))["runs"][0]["results"]]

    from listlint.diagnostic import Diagnostic, Severity  # noqa: PLC0415
    from listlint.engine import Checked  # noqa: PLC0415
    from listlint.parse import parse  # noqa: PLC0415
    from listlint.style import Style  # noqa: PLC0415
    from listlint.text import Source, Span  # noqa: PLC0415

    def of(text: str) -> Report:
        found = [Span(at, at + 1) for at in (text.index(f"/{number}) ，") for number in range(len(PIECES)))]
        told = [Diagnostic("LL102", "mixed-separator", Severity.WARNING, "m", span) for span in [*found, found[0]]]
        return Report(RunResult((FileResult("a.md", checked=Checked(parse(Source("a.md", text)), Style(), tuple(told))),)))

    text = marks("a.md", "\n")[1][0].source.text
    first = prints(of(text))
    assert len(set(first)) == len(first) == len(PIECES) + 1
    assert prints(of(moved(text))) == first


def test_gitlab_is_valid_and_names_files_from_the_workspace() -> None:
    issues = json.loads(render(REPORT, "gitlab"))
    valid(issues, "gitlab.json")
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == COUNT + 1
    for issue, marked in zip(issues, MARKED, strict=False):
        assert issue["location"]["path"] == f"here/{marked.name}"
        line = pointed(marked.source, (issue["location"]["lines"]["begin"], 1), (issue["location"]["lines"]["end"] + 1, 1))
        assert marked.span.of(marked.source.text) in line


@pytest.mark.parametrize("output", ["rdjson", "rdjsonl"])
def test_reviewdog_gets_bytes_and_suggestions_that_are_right(output: str) -> None:
    if output == "rdjson":
        whole = json.loads(render(REPORT, "rdjson"))
    else:
        whole = {"diagnostics": [json.loads(line) for line in render(REPORT, "rdjsonl").splitlines()]}
    valid(whole, "rdjson.json")
    failed, *told = whole["diagnostics"]
    assert failed["location"] == {"path": "gone ]]>%.md"}
    for one, marked in zip(told, MARKED, strict=True):
        assert one["location"]["path"] == marked.name
        assert slice_of(one["location"]["range"], marked) == marked.span.of(marked.source.text)
        for suggestion in one["suggestions"]:
            piece = marked.span.of(marked.source.text)
            assert (slice_of(suggestion["range"], marked), suggestion["text"]) == (f" ，{piece}", f", {piece}")
    assert sum(len(one["suggestions"]) for one in told) == len(NAMES) * len(PIECES)


def slice_of(place: dict[str, dict[str, int]], marked: Marked) -> str:
    start, end = ((place[name]["line"], place[name]["column"]) for name in ("start", "end"))
    return pointed(marked.source, start, end, unit="bytes")


def test_checkstyle_is_valid_and_counts_code_points() -> None:
    root = xml(render(REPORT, "checkstyle"), "checkstyle.xsd")
    assert [file.get("name") for file in root] == [storable(file.path) for file in RUN.files]
    told = [error for file in root for error in file if error.get("source") != "listlint"]
    for error, marked in zip(told, MARKED, strict=True):
        at = int(error.get("line")), int(error.get("column"))
        assert pointed(marked.source, at, (at[0] + 9, 1)).startswith(marked.span.of(marked.source.text)[:4])
        assert error.get("message") == visible(marked.message)


def test_junit_is_valid_and_its_figures_add_up() -> None:
    root = xml(render(REPORT, "junit"), "junit.xsd")
    assert [suite.get("name") for suite in root] == [storable(file.path) for file in RUN.files]
    for node in (root, *root):
        cases = node.findall(".//testcase")
        counts = [len(cases), len(node.findall(".//failure")), len(node.findall(".//error"))]
        assert [int(node.get(key)) for key in ("tests", "failures", "errors")] == counts
    messages = [failure.get("message") for failure in root.iter("failure")]
    assert messages == [visible(one.message) for one in MARKED if not is_info(one)]


def is_info(marked: Marked) -> bool:
    return any(visible(marked.message) == f"is “{visible(piece)}”,\\nexpected: another" for piece in PIECES[2::3])


COMMAND = re.compile(r"::(?P<kind>error|warning|notice) (?P<properties>[^\n]*?)::(?P<data>[^\n]*)")


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """GitHub's commands as its runner reads them: the properties end at the first `::`."""
    found = []
    for line in text.splitlines():
        match = COMMAND.fullmatch(line)
        assert match is not None, line
        properties = dict(pair.split("=", 1) for pair in match["properties"].split(","))
        decoded = {key: decode(value, {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}) for key, value in properties.items()}
        found.append((match["kind"], decoded, decode(match["data"], {"%0D": "\r", "%0A": "\n", "%25": "%"})))
    return found


def decode(text: str, codes: dict[str, str]) -> str:
    for code, char in codes.items():
        text = text.replace(code, char)
    return text


@pytest.mark.parametrize("name", NAMES)
def test_github_commands_are_read_back_as_they_were_meant(name: str) -> None:
    file, marked = marks(name, "\n")
    read = commands(render(Report(RunResult((file,)), folder="/work/space", workspace="/work/space"), "github"))
    assert len(read) == COUNT / len(NAMES)
    shown = "".join(char if char in "\n\r" else visible(char) for char in name)
    messages = {visible(one.message): one for one in marked}
    for _, properties, data in read:
        one = messages.pop(data)
        assert properties["file"] == shown
        start = int(properties["line"]), int(properties.get("col", 1))
        if "col" in properties:
            assert "endLine" not in properties
            assert pointed(one.source, start, (start[0], int(properties["endColumn"]))) == one.span.of(one.source.text)
        else:
            assert pointed(one.source, start, (int(properties["endLine"]), 1)).startswith("# T")
    assert messages == {}


def test_github_shows_ten_of_a_kind_and_says_how_many_more() -> None:
    lines = render(REPORT, "github").splitlines()
    kinds = [line.split(" ")[0] for line in lines]
    assert {kind: kinds.count(kind) for kind in set(kinds)} == {"::error": 10, "::warning": 10, "::notice": 10, "listlint:": 1}
    assert (
        lines[-1] == f"listlint: {COUNT + 1 - 30} more diagnostics not shown here (16 errors, 15 warnings, 10 notices beyond 10 of a kind)"
    )
    one = render(Report(RunResult((*RUN.files[:2], RUN.files[-1]))), "github").splitlines()
    assert one[-1] == "::notice title=listlint::1 more diagnostic not shown here (1 error beyond 10 of a kind)"


def test_github_shows_changed_lines_first() -> None:
    file = RUN.files[0]

    def shown(lines: frozenset[int] | None) -> list[int]:
        text = render(Report(RunResult((replace(file, lines=lines),))), "github")
        return [int(line) for line in re.findall(r"^::\w+ [^:]*?\bline=(\d+)", text, re.MULTILINE)]

    first, *_, last = shown(None)
    assert first != last
    assert shown(frozenset({last}))[0] == last


@pytest.mark.parametrize("name", NAMES)
def test_azure_commands_are_read_back_as_they_were_meant(name: str) -> None:
    file, marked = marks(name, "\n")
    lines = render(Report(RunResult((file,)), folder="/w", workspace="/w"), "azure").splitlines()
    shown = "".join(char if char in "\n\r" else visible(char) for char in name)
    codes = {"%0D": "\r", "%0A": "\n", "%5D": "]", "%3B": ";", "%AZP25": "%"}
    for line, one in zip(lines, marked, strict=True):
        match = re.fullmatch(r"##vso\[task\.logissue (?P<properties>[^\]]*)\](?P<data>.*)", line)
        assert match is not None, line
        properties = {key: decode(value, codes) for key, value in (pair.split("=", 1) for pair in match["properties"].split(";") if pair)}
        assert properties["type"] in {"error", "warning"}
        assert properties["sourcepath"] == shown
        at = int(properties["linenumber"]), int(properties["columnnumber"])
        assert pointed(one.source, at, (at[0] + 9, 1)).startswith(one.span.of(one.source.text)[:4])
        data = decode(match["data"], {"%0D": "\r", "%0A": "\n", "%AZP25": "%"})
        assert data.endswith(f": {visible(one.message)}")


def test_concise_and_grouped_tell_every_complaint_once() -> None:
    concise = render(REPORT, "concise").splitlines()
    assert len(concise) == COUNT
    grouped = render(REPORT, "grouped")
    for one in MARKED:
        assert grouped.count(f" {visible(one.message)}") >= len(NAMES)
    assert [line for line in grouped.splitlines() if not line.startswith(" ") and line.endswith(":")] == [f"{visible(n)}:" for n in NAMES]


def test_a_limit_shows_so_many_and_says_how_many_more() -> None:
    report = Report(RUN, limit=3)
    assert render(report, "concise").splitlines()[3:] == [f"{COUNT - 3} more diagnostics not shown (--max-diagnostics)"]
    assert len(json.loads(render(report, "json"))["diagnostics"]) == 3
    assert json.loads(render(report, "json"))["summary"]["omitted"] == COUNT - 3
    assert json.loads(render(report, "json"))["summary"]["diagnostics"] == COUNT


def test_statistics_count_by_rule_with_the_most_frequent_first() -> None:
    counted = StatisticsReport.model_validate_json(statistics(REPORT, output="json")).statistics
    assert sum(one.count for one in counted) == COUNT
    assert [one.count for one in counted] == sorted((one.count for one in counted), reverse=True)
    text = statistics(REPORT, output="text").splitlines()
    assert text[0] == "25  LL101  [-] some-rule"
    assert text[3:] == [" 5  LL501  [ ] over-lines", "[-] some of them fixable with listlint fix"]


def test_a_suggestion_is_the_fix() -> None:
    """What reviewdog is told to write is what `apply` writes."""
    whole = json.loads(render(REPORT, "rdjson"))["diagnostics"][1:]
    for one, marked in zip(whole, MARKED, strict=True):
        for suggestion in one["suggestions"]:
            start = marked.source.text.index(slice_of(suggestion["range"], marked), marked.span.start - 2)
            piece = slice_of(suggestion["range"], marked)
            span = type(marked.span)(start, start + len(piece))
            changed = apply(marked.source.text, [Edit(span, suggestion["text"])])
            assert changed.count(" ，") == marked.source.text.count(" ，") - 1
