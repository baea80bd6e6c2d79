"""What a plan's rules have to say of a text. Knows no files and repairs nothing."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from listlint.engine.results import Checked
from listlint.engine.suppress import Suppression
from listlint.errors import RuleCrashError
from listlint.parse import parse
from listlint.style import infer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from listlint.config.plan import Plan
    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.rule import Rule
    from listlint.style import Style
    from listlint.text import Source


def check(source: Source, plan: Plan) -> Checked:
    """What `plan` has to say of `source`; raises `RuleCrashError` where a rule raises."""
    return check_document(parse(source), plan)


def check_document(document: Document, plan: Plan) -> Checked:
    """`check` of a text that was read already."""
    style = infer(document, plan.style)
    found = [one if rule.everywhere else _spared(one, document) for rule in plan.rules for one in _run(rule, document, style)]
    return Checked(document, style, judged(document, plan, found))


def judged(document: Document, plan: Plan, found: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """`found` without what directives silence, with what there is to say of the directives, in order, each once."""
    suppression = Suppression(document, plan.rules)
    kept = [*suppression.keep(found), *suppression.complaints()]
    severities = plan.severities
    with_severity = (replace(one, severity=severities[one.code]) if one.code in severities else one for one in kept)
    return tuple(sorted(dict.fromkeys(with_severity), key=lambda one: (one.span, one.code, one.message)))


def _spared(one: Diagnostic, document: Document) -> Diagnostic:
    """`one`, without its fix where that would reach into a table or a fold."""
    if one.fix is None or not document.guarded:
        return one
    for edit in one.fix.edits:
        at = bisect_right(document.guarded, edit.span.start, key=lambda span: span.start)
        around = document.guarded[max(at - 1, 0) : at + 1]
        if any(span.start < edit.span.end and edit.span.start < span.end for span in around):
            return replace(one, fix=None)
    return one


def _run(rule: Rule, document: Document, style: Style) -> list[Diagnostic]:
    try:
        return list(rule.check(document, style))
    except Exception as error:
        raise RuleCrashError(rule.code, rule.name, error) from error
