"""Restyles a whole list: which template is meant, the plan that gets it there, and which entries stay as they are, and why.

The engine makes the fixes, behind the proof. Knows no files.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from listlint import registry
from listlint.config.plan import Plan
from listlint.edits import Shift, apply
from listlint.errors import UsageError
from listlint.parse import parse
from listlint.records import dataclass, replace
from listlint.rules.entry_template import EntryTemplate
from listlint.style import infer, scope
from listlint.style.template import read
from listlint.style.template_infer import infer_template
from listlint.style.template_match import compare
from listlint.text import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document, Item
    from listlint.style import Style, StyleOptions
    from listlint.style.template import Template

RULE: Final = "LL122"
_WITHHELD: Final = "LL005"
_OTHERS: Final = ("LL101", _WITHHELD)
"""Titles beside their URL are LL101's where a list mostly links them."""
_SHOWN: Final = 12
"""Lines named of one reason."""


@dataclass(frozen=True, slots=True)
class Left:
    """An entry that stays as it is: its line, from 1, and why."""

    line: int
    reason: str


class Restyling(EntryTemplate):
    """LL122, offering only such fixes as leave an entry that is read as before: same title, same address, same summary."""

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """As LL122; a fix that the parser wouldn't follow is left out."""
        found = tuple(super().check(document, style))
        edits = [edit for one in found if one.fix is not None for edit in one.fix.edits]
        after = parse(replace(document.source, text=apply(document.text, edits)))
        starts = {item.span.start: item for item in after.items}
        shift = Shift(edits)
        heads = sorted(document.items, key=lambda item: item.head.start)
        for one in found:
            item = heads[bisect_right(heads, one.span.start, key=lambda item: item.head.start) - 1]
            same = one.fix is None or _says(item) == _says(starts.get(shift.after(item.span.start)))
            yield one if same else replace(one, fix=None)


def _says(item: Item | None) -> tuple[str, str, str] | None:
    """Title, address and summary, as a reader takes them."""
    if item is None or item.title is None or item.link is None:
        return None
    return item.title.text, item.link.url, item.summary.text if item.summary is not None else ""


def plan(base: Plan, wanted: StyleOptions) -> Plan:
    """The plan that holds entries to the templates of `wanted`, and does nothing else; `base` lends what else it knows.

    Its fixes are to be made with `unsafe`: the label of a link that moves to the title goes, and the user has asked for it.
    """
    rules = (*(registry.rule(code)() for code in _OTHERS), Restyling())
    style = replace(base.style, entry=wanted.entry, entry_by_section=wanted.entry_by_section)
    return Plan(rules, base.severities, style)


def template_of(document: Document) -> str:
    """The template that a list is written by; raises `UsageError` where none prevails."""
    fact = infer_template(document)
    if fact is None:
        raise UsageError(f"{document.source.name}: no entry template prevails in it, expected a list with one, or a template itself")
    return fact.value


def readable(text: str) -> Template:
    """The template that `text` writes.

    Raises `TemplateError` where it writes none, `UsageError` where listlint wouldn't find the parts of an entry so written.
    """
    template = read(text)
    sample = _sample(template)
    document = parse(Source("sample", f"- {sample}\n"))
    item = next(iter(document.items), None)
    if item is None or item.title is None or item.title.text != "Alpha Beta" or item.link is None:
        raise UsageError(f'"{text}" would write entries such as "{sample}", whose title and link listlint couldn\'t read again')
    if template.chunk("summary") is not None and (item.summary is None or item.summary.text != "Counts every star."):
        raise UsageError(f'"{text}" would write entries such as "{sample}", whose summary listlint couldn\'t read again')
    return template


def _sample(template: Template) -> str:
    """An entry with title, address and summary."""
    title = f"{template.title.opening}Alpha Beta{template.title.closing}"
    values = {"summary": "Counts every star.", "url": "https://example.org/alpha"}
    parts = [f"[{title}]({values['url']})" if template.linked else title]
    parts += (f"{chunk.joint}{chunk.opening}{values[chunk.name]}{chunk.closing}" for chunk in template.rest if chunk.name in values)
    return "".join(parts)


def left(document: Document, diagnostics: Sequence[Diagnostic], wanted: StyleOptions) -> Iterator[Left]:
    """The entries of a restyled list that aren't written as their template says, in document order.

    `diagnostics` are what is left to say of it. An entry without a field isn't among them: there is nothing to write.
    """
    withheld = [one for one in diagnostics if one.code == _WITHHELD]
    said = {one.span.start for one in diagnostics if one.code == RULE}
    for item, template in scope.templated(document, infer(document, wanted)):
        comparison = compare(document.text, item, template)
        if comparison.left or comparison.differences:
            reason = comparison.left or next(
                (one.message.partition("withheld: ")[2] for one in withheld if item.span.contains(one.span)),
                "would be read as another entry" if any(item.span.start <= at < item.span.end for at in said) else "is kept by a directive",
            )
            yield Left(document.source.line_of(item.head.start), reason)


def grouped(found: Iterator[Left]) -> tuple[str, ...]:
    """A line for each reason: which lines, and why."""
    lines: defaultdict[str, list[int]] = defaultdict(list)
    for each in found:
        lines[each.reason].append(each.line)
    return tuple(f"left {_counted(numbers)}: {reason}" for reason, numbers in lines.items())


def _counted(numbers: list[int]) -> str:
    shown = ", ".join(map(str, numbers[:_SHOWN]))
    more = f" and {len(numbers) - _SHOWN} more" if len(numbers) > _SHOWN else ""
    return f"{'line' if len(numbers) == 1 else 'lines'} {shown}{more}"
