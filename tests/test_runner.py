"""What comes of files: read, judged, written, or told why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from listlint import runner
from listlint.config.plan import Plan
from listlint.diagnostic import Diagnostic, Severity
from listlint.edits import Edit, Fix, Phase
from listlint.engine import Checked, Fixed
from listlint.model import Document
from listlint.rule import Rule
from listlint.runner import FileResult, RunResult, Target
from listlint.style import Style
from listlint.text import Source, Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from listlint.runner import Mode

TEXT = "# List\n\n- [Title](https://example.org/), a summary \n"
DATA = TEXT.encode()


class Blanks(Rule):
    """Blanks at the end of a line, in one place."""

    code = "LL990"
    name = "some-blank"
    summary = "A line ends in a blank."
    phase = Phase.LAYOUT

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """See the class."""
        del style
        if (at := document.text.find("summary ")) >= 0:
            span = Span(at + 7, at + 8)
            yield self.diagnostic(span, "line ends in a blank", fix=Fix("remove the blank", (Edit(span, ""),)))


class Crashes(Rule):
    """Raises on some lists."""

    code = "LL991"
    name = "some-crash"
    summary = "Crashes."

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """See the class."""
        del style
        if "crash" in document.text:
            raise ZeroDivisionError("division by\nzero")
        yield from ()


PLAN = Plan((Blanks(), Crashes()))


def plan_for(target: Target) -> Plan:
    del target
    return PLAN


def checked(*severities: Severity, code: str = "LL990", text: str = TEXT) -> Checked:
    found = tuple(Diagnostic(code, "some-blank", severity, "message", Span(0, 1)) for severity in severities)
    return Checked(Document(Source("a.md", text), ()), Style(), found)


def fixed(*severities: Severity, text: str = TEXT, failure: str | None = None) -> Fixed:
    return Fixed(Source("a.md", TEXT), checked(*severities, text=text), failure=failure)


ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


@pytest.mark.parametrize(
    ("mode", "files", "code"),
    [
        ("check", [FileResult("a.md", checked=checked())], 0),
        ("check", [FileResult("a.md", checked=checked(INFO, INFO))], 0),
        ("check", [FileResult("a.md", checked=checked(INFO, WARNING))], 1),
        ("check", [FileResult("a.md", checked=checked(ERROR))], 1),
        ("check", [FileResult("a.md", checked=checked()), FileResult("b.md", checked=checked(ERROR))], 1),
        ("check", [FileResult("a.md", error="a.md: is not UTF-8")], 2),
        ("check", [FileResult("a.md", checked=checked(ERROR)), FileResult("b.md", error="b.md: is not UTF-8")], 2),
        ("check", [FileResult("a.md", checked=checked(ERROR, code="LL000"))], 2),
        ("check", [], 2),
        ("fix", [FileResult("a.md", fixed=fixed())], 0),
        ("fix", [FileResult("a.md", fixed=fixed(INFO))], 0),
        ("fix", [FileResult("a.md", fixed=fixed(text="new"), written=True)], 0),
        ("fix", [FileResult("a.md", fixed=fixed(WARNING, text="new"), written=True)], 1),
        ("fix", [FileResult("a.md", fixed=fixed(text="new"), error="a.md: is read-only")], 2),
        ("fix", [FileResult("a.md", fixed=fixed(failure="a cycle"))], 2),
        ("fix", [], 2),
        ("diff", [FileResult("a.md", fixed=fixed())], 0),
        ("diff", [FileResult("a.md", fixed=fixed(INFO))], 0),
        ("diff", [FileResult("a.md", fixed=fixed(WARNING))], 1),
        ("diff", [FileResult("a.md", fixed=fixed(text="new"))], 1),
        ("diff", [FileResult("a.md", fixed=fixed(text="new")), FileResult("b.md", error="b.md: gone")], 2),
    ],
)
def test_exit_code(mode: Mode, files: list[FileResult], code: int) -> None:
    assert RunResult(tuple(files), mode=mode).exit_code == code


def test_check_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(DATA)
    result = runner.run([Target("a.md", path)], plan_for)
    assert [(file.path, file.written, file.changed) for file in result.files] == [("a.md", False, False)]
    assert [one.code for file in result.files if file.checked for one in file.checked.diagnostics] == ["LL990"]
    assert path.read_bytes() == DATA
    assert result.exit_code == 1


@pytest.mark.parametrize("data", [DATA, b"\xef\xbb\xbf" + DATA, DATA.replace(b"\n", b"\r\n"), DATA.replace(b"\n", b"\r")])
def test_fix_writes_and_keeps_the_bytes_around(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(data)
    result = runner.run([Target("a.md", path)], plan_for, mode="fix")
    assert [(file.written, file.error) for file in result.files] == [(True, None)]
    assert path.read_bytes() == data.replace(b"summary ", b"summary")
    assert result.exit_code == 0


def test_diff_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(DATA)
    result = runner.run([Target("a.md", path)], plan_for, mode="diff")
    assert [(file.written, file.changed) for file in result.files] == [(False, True)]
    assert path.read_bytes() == DATA
    assert result.exit_code == 1


def test_standard_input_is_never_written() -> None:
    result = runner.run([Target("<stdin>", None, DATA)], plan_for, mode="fix")
    assert [(file.path, file.written, file.changed) for file in result.files] == [("<stdin>", False, True)]


@pytest.mark.parametrize("mode", ["check", "fix", "diff"])
def test_a_crash_stays_with_its_file(tmp_path: Path, mode: Mode) -> None:
    (tmp_path / "a.md").write_bytes(DATA + b"crash\n")
    (tmp_path / "b.md").write_bytes(DATA)
    result = runner.run([Target(name, tmp_path / name) for name in ("a.md", "b.md")], plan_for, mode=mode)
    first, second = result.files
    assert first.final is not None
    assert [(one.code, one.name, one.message) for one in first.final.diagnostics] == [
        ("LL000", "internal-error", "internal error: LL991 some-crash raised ZeroDivisionError: division by zero")
    ]
    assert first.trace is not None
    assert "Traceback" in first.trace
    assert (first.written, second.written) == (False, mode == "fix")
    assert (tmp_path / "a.md").read_bytes() == DATA + b"crash\n"
    assert result.exit_code == 2


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"caf\xe9\n", "a.md: byte 0xe9 at offset 3 is not UTF-8"),
        (b"\xff\xfea\0", "a.md: is UTF-16 text, expected UTF-8"),
        (b"a\0b", "a.md: has a NUL byte at offset 1, expected UTF-8 text"),
        (None, "a.md: can't be read: no such file or directory"),
    ],
)
@pytest.mark.parametrize("mode", ["check", "fix", "diff"])
def test_what_cannot_be_read(tmp_path: Path, mode: Mode, data: bytes | None, message: str) -> None:
    path = tmp_path / "a.md"
    if data is not None:
        path.write_bytes(data)
    result = runner.run([Target("a.md", path)], plan_for, mode=mode)
    assert result == RunResult((FileResult("a.md", error=message),), mode=mode)
    assert result.exit_code == 2
    assert data is None or path.read_bytes() == data


def test_a_read_only_file_is_checked_but_not_fixed(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(DATA)
    path.chmod(0o444)
    assert runner.run([Target("a.md", path)], plan_for).exit_code == 1
    result = runner.run([Target("a.md", path)], plan_for, mode="fix")
    assert [(file.error, file.written) for file in result.files] == [("a.md: is read-only; left as it was", False)]
    assert path.read_bytes() == DATA


def test_a_fault_in_any_plan_stops_the_run_before_it_writes(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(DATA)

    def faulty(target: Target) -> Plan:
        if target.name == "b.md":
            raise LookupError
        return PLAN

    with pytest.raises(LookupError):
        runner.run([Target("a.md", path), Target("b.md", path)], faulty, mode="fix")
    assert path.read_bytes() == DATA
