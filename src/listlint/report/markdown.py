"""A summary in Markdown for the page of a CI run: what was found by section and rule, each complaint folded below. Knows no service.

What comes of a list is shown as code, with every mark as a character reference: no link, mention, table or tag can come of it.
GitHub shows nothing at all of a summary above 1 MiB, so a long one is cut, and says so.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from listlint.edits import Safety
from listlint.report.asked import by_file, more
from listlint.report.text import last_line
from listlint.report.totals import failures, totals
from listlint.report.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from listlint.model import Section
    from listlint.report.asked import Report, Told

LIMIT: Final = 900 * 1024
"""Bytes of a whole report."""
_ROWS: Final = 200
_LONGEST: Final = 300
"""Characters of a message or a name; more is of no help on such a page."""
_MARKS: Final = {ord(char): f"&#{ord(char)};" for char in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"}
_END: Final = "</details>\n"
_CUT: Final = "\nThis summary is cut: it would be too long to be shown.\n"


def render(report: Report) -> str:
    """A headline, a table by file, section and rule, and the complaints of each file folded."""
    parts = [f"### listlint\n\n{last_line(totals(report.run), unsafe=report.unsafe)}.\n"]
    failed = [message for _, message in failures(report.run)]
    parts += (f"\n- {code(message)}\n" for message in failed[:_ROWS])
    parts += [f"\n- {len(failed) - _ROWS} more files failed.\n"] if len(failed) > _ROWS else []
    if report.told:
        parts.append("\n" + "".join(_table(report.told)))
    used = sum(map(_size, parts)) + _size(_CUT)
    for file, told in by_file(report):
        if told:
            lines, whole = _fitting(_details(file.path, told), LIMIT - used)
            parts += lines
            used += sum(map(_size, lines))
            if not whole:
                return "".join([*parts, _CUT])
    return "".join([*parts, f"\n{more(report.omitted)}\n" if report.omitted else ""])


def _fitting(lines: Iterable[str], room: int) -> tuple[list[str], bool]:
    """As many lines of a folded part as fit in `room` bytes, its end with them; and whether all do."""
    fitting: list[str] = []
    room -= _size(_END)
    for line in lines:
        room -= _size(line)
        if room < 0:
            return ([*fitting, _END] if fitting else []), False
        fitting.append(line)
    return [*fitting, _END], True


def _table(told: Sequence[Told]) -> Iterator[str]:
    """Rows in document order, the first ones of a long table only."""
    counts: Counter[tuple[str, str, str]] = Counter()
    fixable: Counter[tuple[str, str, str]] = Counter()
    for one in told:
        key = one.path, _section(one), f"{one.diagnostic.code} {one.diagnostic.name}"
        counts[key] += 1
        fixable[key] += one.diagnostic.fix is not None and one.diagnostic.fix.safety is Safety.SAFE
    yield "| file | section | rule | count | fixable |\n| --- | --- | --- | ---: | ---: |\n"
    for key, count in list(counts.items())[:_ROWS]:
        path, section, rule = key
        yield f"| {code(path)} | {code(section)} | {rule} | {count} | {fixable[key]} |\n"
    if len(counts) > _ROWS:
        yield f"\n{len(counts) - _ROWS} more rows are left out.\n"


def _details(path: str, told: Sequence[Told]) -> Iterator[str]:
    yield f"\n<details><summary>{code(path)}: {len(told)}</summary>\n\n| line | rule | what |\n| ---: | --- | --- |\n"
    for one in told:
        diagnostic = one.diagnostic
        yield f"| {one.lines[0]} | {diagnostic.code} {diagnostic.name} | {code(diagnostic.message)} |\n"
    yield "\n"


def _section(told: Told) -> str:
    """The heading above it; empty where there is none."""
    at = told.diagnostic.span.start
    found: Section | None = None
    for section in told.document.all_sections:
        if section.span.start <= at <= section.span.end:
            found = section
    return "" if found is None else found.title


def code(text: str) -> str:
    """A list's own words as code in which nothing means anything; empty where there are none."""
    shown = visible(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")
    return f"<code>{shown.translate(_MARKS)}</code>" if shown else ""


def _size(text: str) -> int:
    return len(text.encode("utf-8"))
