"""A run over lists whose titles and names are made of what formats trip over, and readers of places in each format's unit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from listlint.diagnostic import Diagnostic, Related, Severity
from listlint.edits import Edit, Fix, Safety
from listlint.engine import Checked
from listlint.parse import parse
from listlint.runner import FileResult, RunResult
from listlint.style import Style
from listlint.text import Source, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

PIECES = (
    "plain",
    "🚀🚀 ship",
    "大语言模型，论文",
    "e\u0301clair a\u0308",
    "👩‍👩‍👧 family",
    "100% sure, isn't: it",
    "]]> <b>&amp;</b> <!-- x -->",
    "::error::no %0A::warning::no",
    "##vso[task.complete]; ]x ##[error]y",
    "| cell `tick` @somebody #1 [x](y) <script>",
    "\"quoted\" \\ 'single'",
    "\u202ereversed\u200b\ufeff",
    "\x1b[31mred\x07",
)
NAMES = (
    "list.md",
    "docs/🚀 读书, 50%: ]]> ;list.md",
    "e\u0301 'a' \"b\" &<x>|`.md",
    "::error::a\nb\rc\td.md",
    "\u202ename\x1b.md",
)


@dataclass(frozen=True)
class Marked:
    """What a report must point to: a file, the text it counts in, and where."""

    name: str
    source: Source
    span: Span
    message: str


def document(newline: str) -> str:
    entries = [f"- [{piece}](https://example.org/{number}) ，{piece}" for number, piece in enumerate(PIECES)]
    return newline.join(["# Títle 目录 🚀 | `x` <i>", "", *entries, ""])


def marks(name: str, newline: str) -> tuple[FileResult, list[Marked]]:
    """A file in which each piece's second place is complained of, the message being the piece with a line break."""
    source = Source(name, document(newline))
    text = source.text
    found, marked = [], []
    for number, piece in enumerate(PIECES):
        start = text.index(f"/{number}) ，") + len(f"/{number}) ")
        span = Span(start + 1, start + 1 + len(piece))
        fix = Fix("write\nit 🚀", (Edit(Span(start - 1, start + 1), ", "),), list(Safety)[number % 2])
        message = f"is “{piece}”,\nexpected: another"
        severity = list(Severity)[number % 3]
        found.append(Diagnostic(f"LL10{number % 3 + 1}", "some-rule", severity, message, span, (Related(Span(0, 1), piece),), fix))
        marked.append(Marked(name, source, span, message))
    last = Span(text.index("# "), text.index("[plain]"))
    found.append(Diagnostic("LL501", "over-lines", Severity.WARNING, "goes over lines", last, (), None))
    marked.append(Marked(name, source, last, "goes over lines"))
    return FileResult(name, checked=Checked(parse(source), Style(), tuple(found))), marked


def run(names: tuple[str, ...] = NAMES) -> tuple[RunResult, list[Marked]]:
    """All names, every other one with CRLF, a file without complaint, and one that couldn't be read."""
    files, marked = [], []
    for number, name in enumerate(names):
        file, found = marks(name, "\r\n" if number % 2 else "\n")
        files.append(file)
        marked += found
    files.append(FileResult("clean.md", checked=Checked(parse(Source("clean.md", "# x\n")), Style(), ())))
    files.append(FileResult("gone ]]>%.md", error="gone ]]>%.md: can't be read: \x1b]no such file"))
    return RunResult(tuple(files), mode="check"), marked


def pointed(source: Source, start: tuple[int, int], end: tuple[int, int], *, unit: str = "points") -> str:
    """What stands between two places (line, column from 1), counted in code points or in UTF-8 bytes without help of `Source`."""
    lines = list(_lines(source.text))

    def offset(line: int, column: int) -> int:
        before = sum(map(len, lines[: line - 1]))
        here = lines[line - 1] if line <= len(lines) else ""
        if unit == "bytes":
            return before + len(here.encode()[: column - 1].decode())
        return before + column - 1

    return source.text[offset(*start) : offset(*end)]


def _lines(text: str) -> Iterator[str]:
    """Lines with their ends: LF or CRLF."""
    while text:
        at = text.find("\n")
        yield text[: at + 1] if at >= 0 else text
        text = text[at + 1 :] if at >= 0 else ""


MARKUP = frozenset(("div", "h3", "p", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "code", "details", "summary"))
"""All that a summary is made of."""
