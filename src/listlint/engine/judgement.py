"""What a plan's rules have to say of a text. Knows no files and repairs nothing."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from listlint.engine.in_sections import in_sections
from listlint.engine.results import Checked
from listlint.engine.suppress import Suppression
from listlint.errors import RuleCrashError
from listlint.parse.kept import Kept
from listlint.records import replace
from listlint.style import infer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from listlint.config.plan import Plan
    from listlint.diagnostic import Diagnostic
    from listlint.edits import Fix, Phase
    from listlint.model import Document
    from listlint.rule import Rule
    from listlint.style import Style, StyleOptions
    from listlint.text import Source, Span


def check(source: Source, plan: Plan) -> Checked:
    """What `plan` has to say of `source`; raises `RuleCrashError` where a rule raises."""
    return Judgement(Asked(Kept(source, plan.repository), plan.style), plan).whole


def check_document(document: Document, plan: Plan) -> Checked:
    """`check` of a text that was read already."""
    return Judgement(Asked(Kept(document.source, plan.repository, document), plan.style), plan).whole


class Asked:
    """One text, and what each rule says of it, asked at most once: plans that ask for the same style may share it.

    The model may be let go of in between; what was said stays.
    """

    def __init__(self, text: Kept, options: StyleOptions) -> None:
        self._text = text
        self._options = options
        self._said: dict[Rule, list[Diagnostic]] = {}

    @property
    def document(self) -> Document:
        """As our parser reads the text."""
        return self._text.document

    @cached_property
    def style(self) -> Style:
        """The house style."""
        return infer(self.document, self._options)

    def say(self, rule: Rule) -> list[Diagnostic]:
        """What `rule` says, without fixes that reach into tables and folds; raises `RuleCrashError` where it raises."""
        if rule not in self._said:
            said = _run(rule, self.document, self.style)
            self._said[rule] = said if rule.everywhere else [_spared(one, self.document) for one in said]
        return self._said[rule]


class Judgement:
    """What a plan has to say of one text; each rule is asked once, when somebody wants to know."""

    def __init__(self, asked: Asked, plan: Plan) -> None:
        self._asked = asked
        self._plan = plan

    @property
    def whole(self) -> Checked:
        """Everything there is to say."""
        return Checked(self._asked.document, self._asked.style, self._diagnostics)

    @cached_property
    def _diagnostics(self) -> tuple[Diagnostic, ...]:
        return judged(self._asked.document, self._plan, self._ask(self._plan.rules))

    @cached_property
    def _all_told(self) -> bool:
        """Whether only all rules together tell what there is to say: which directives are idle, what sections change."""
        return bool(self._plan.in_sections or self._asked.document.directives)

    def upto(self, phase: Phase) -> tuple[Diagnostic, ...]:
        """What the rules say whose fixes are made in `phase` or earlier, and perhaps others'; severities are the rules' own."""
        if self._all_told:
            return self._diagnostics
        return _ordered(self._ask([rule for rule in self._plan.rules if rule.phase <= phase]))

    def _ask(self, rules: Sequence[Rule]) -> list[Diagnostic]:
        return _once([one for rule in rules for one in self._asked.say(rule)], rules)


def judged(document: Document, plan: Plan, found: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """`found` without what directives silence, with what there is to say of the directives, in order, each once."""
    kept = found
    if document.directives:
        suppression = Suppression(document, plan.rules, plan.own)
        kept = [*suppression.keep(found), *suppression.complaints()]
    severities = plan.severities
    told = [replace(one, severity=severities[one.code]) if one.code in severities else one for one in kept]
    return _ordered(in_sections(told, document, plan.in_sections))


def _once(found: list[Diagnostic], rules: Sequence[Rule]) -> list[Diagnostic]:
    """`found` without what another rule says better of every place that is meant (`Rule.yields_to`)."""
    for rule in rules:
        better = [one.span for one in found if one.code in rule.yields_to]
        if better:
            found = [one for one in found if one.code != rule.code or not _is_said(one, better)]
    return found


def _is_said(one: Diagnostic, better: Sequence[Span]) -> bool:
    places = (one.span, *(related.span for related in one.related))
    return all(any(span.overlaps(place) for span in better) for place in places)


def _ordered(found: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """In document order, each once."""
    ordered = sorted(found, key=lambda one: (one.span, one.code, one.message))
    return tuple(one for one, before in zip(ordered, [None, *ordered], strict=False) if one != before)


def _spared(one: Diagnostic, document: Document) -> Diagnostic:
    """`one`, without its fix where that would reach into a table or a fold."""
    if one.fix is None or not document.guarded:
        return one
    for edit in one.fix.edits:
        at = bisect_right(document.guarded, edit.span.start, key=lambda span: span.start)
        around = document.guarded[max(at - 1, 0) : at + 1]
        if any(span.start < edit.span.end and edit.span.start < span.end and not _travels(one.fix, span) for span in around):
            return replace(one, fix=None)
    return one


def _travels(fix: Fix, guarded: Span) -> bool:
    """Whether the fix only takes the whole of `guarded` along to another place."""
    return any(move.piece.contains(guarded) for move in fix.moves)


def _run(rule: Rule, document: Document, style: Style) -> list[Diagnostic]:
    try:
        return list(rule.check(document, style))
    except Exception as error:
        raise RuleCrashError(rule.code, rule.name, error) from error
