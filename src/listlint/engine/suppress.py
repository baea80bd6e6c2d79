"""Directives: which diagnostics they silence, and what there is to say of the directives themselves.

`ignore` at the end of an entry's line speaks of that entry, entries nested in it apart; `ignore-next` of the next item,
heading or paragraph; `disable` of everything up to its `enable`; `ignore-file` of the file. Knows no rule but LL002 and
LL003, whose diagnostics it makes.
"""

from __future__ import annotations

from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Final

from listlint.config.custom import is_named
from listlint.config.nearest import expected
from listlint.config.select import expand, unknown
from listlint.edits import Edit, Fix
from listlint.engine.foreign import codes_of
from listlint.engine.nest import Nest
from listlint.model import Kind
from listlint.records import dataclass
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from listlint.diagnostic import Diagnostic
    from listlint.model import Directive, Document, Item, Part
    from listlint.rule import Rule

UNUSED: Final = "LL002"
UNKNOWN: Final = "LL003"
ACTIONS: Final = ("ignore", "ignore-next", "disable", "enable", "ignore-file")
_ELSEWHERE: Final = {
    "disable-file": "ignore-file",
    "disable-line": "ignore",
    "disable-next": "ignore-next",
    "disable-next-line": "ignore-next",
    "file-ignore": "ignore-file",
    "ignore-next-line": "ignore-next",
    "noqa": "ignore",
}
"""What other linters call our actions."""


@dataclass(frozen=True, slots=True)
class _Scope:
    """Where one name in a directive, or a directive without names, silences what."""

    directive: int
    part: int
    """Which of its names; -1 where it has none."""
    codes: frozenset[str] | None
    """None: every rule but those about directives."""
    span: Span
    spared: frozenset[str] = frozenset()
    """Codes enabled again."""

    def covers(self, diagnostic: Diagnostic) -> bool:
        code = diagnostic.code
        named = code not in (UNUSED, UNKNOWN) and code not in self.spared if self.codes is None else code in self.codes
        return named and self.span.start <= diagnostic.span.start < self.span.end


class Suppression:
    """The directives of one document; ask `complaints` after `keep`."""

    def __init__(self, document: Document, rules: Sequence[Rule], own: frozenset[str] = frozenset()) -> None:
        self._document = document
        self._own = own
        self._rules = {rule.code: rule for rule in rules}
        self._names = {rule.name: rule.code for rule in rules}
        self._used: set[tuple[int, int]] = set()
        scopes = list(self._read()) if document.directives else []
        local = {"ignore", "ignore-next"}
        self._wide = [scope for scope in scopes if document.directives[scope.directive].action not in local]
        self._local = Nest((scope.span, scope) for scope in scopes if document.directives[scope.directive].action in local)

    def keep(self, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """Those that no directive silences."""
        for diagnostic in found:
            start = diagnostic.span.start
            near = chain(self._wide, self._local.around(Span(start, start + 1)))
            covering = [scope for scope in near if scope.covers(diagnostic)]
            self._used |= {(scope.directive, scope.part) for scope in covering}
            if not covering:
                yield diagnostic

    def complaints(self) -> Iterator[Diagnostic]:
        """LL003 for what can't be understood, LL002 for what silenced nothing, where these rules run."""
        if (rule := self._rules.get(UNKNOWN)) is not None:
            yield from self.keep(self._unknown(rule))
        if (rule := self._rules.get(UNUSED)) is not None:
            yield from self.keep(list(self._unused(rule)))

    def _codes(self, part: Part, *, foreign: bool = False) -> frozenset[str]:
        """The codes a name stands for; none: it's unknown."""
        text = part.text
        if foreign:
            return codes_of(text)
        if text.upper() in self._rules:
            return frozenset({text.upper()})
        if text.lower() in self._names:
            return frozenset({self._names[text.lower()]})
        return expand([text])

    def _unknown(self, rule: Rule) -> Iterator[Diagnostic]:
        for directive in self._document.directives:
            if directive.foreign:
                continue
            if directive.action not in ACTIONS:
                yield rule.diagnostic(directive.span, _misspelt(directive.action))
                continue
            for part in directive.rules:
                if not self._codes(part) and not is_named(part.text, self._own):
                    yield rule.diagnostic(part.span, unknown(part.text) or f'unknown rule "{part.text}"')

    def _unused(self, rule: Rule) -> Iterator[Diagnostic]:
        for index, directive in enumerate(self._document.directives):
            if directive.foreign or directive.action not in ACTIONS:
                continue
            idle = [number for number, part in enumerate(directive.rules) if self._is_idle(index, number, directive, part)]
            if not directive.rules and (index, -1) not in self._used:
                yield rule.diagnostic(directive.span, f"{directive.action} silences nothing", fix=self._removal(directive))
            elif idle:
                names = ", ".join(directive.rules[number].text for number in idle)
                whole = len(idle) == len(directive.rules)
                fix = self._removal(directive) if whole else _shortened(directive, idle)
                yield rule.diagnostic(directive.span, f"{directive.action} silences nothing of {names}", fix=fix)

    def _is_idle(self, index: int, number: int, directive: Directive, part: Part) -> bool:
        codes = self._codes(part)
        judged = directive.action == "enable" or any(code in self._rules for code in codes)
        return judged and bool(codes) and UNUSED not in codes and (index, number) not in self._used

    def _removal(self, directive: Directive) -> Fix:
        """The comment taken out, with the blanks before it or the line it has to itself, and one of two blank lines that meet."""
        source, span = self._document.source, directive.span
        first, last = source.line_span(source.line_of(span.start)), source.line_of(span.end)
        before, after = source.text[first.start : span.start], source.text[span.end : source.line_span(last).end]
        gone = span
        if not before.strip() and not after.strip():
            joins = last < source.line_count and self._is_blank(source.line_of(first.start) - 1) and self._is_blank(last + 1)
            gone = Span(first.start, source.full_line_span(last + joins).end)
        elif not after.strip():
            gone = Span(first.start + len(before.rstrip()), source.line_span(last).end)
        return Fix("remove the directive", (Edit(gone, ""),), drops=(span,))

    def _is_blank(self, line: int) -> bool:
        source = self._document.source
        return line < 1 or not source.line_span(line).of(source.text).strip()

    def _read(self) -> Iterator[_Scope]:
        end = len(self._document.text) + 1
        running: list[_Scope] = []
        for index, directive in enumerate(self._document.directives):
            at = directive.span.start
            scopes = list(self._of(index, directive))
            match directive.action:
                case "disable":
                    running += (_replaced(scope, Span(at, end)) for scope in scopes)
                case "enable":
                    still = []
                    for scope in running:
                        closed, left = self._enable(scope, scopes, at)
                        yield from closed
                        still += left
                    running = still
                case "ignore-file":
                    yield from (_replaced(scope, Span(0, end)) for scope in scopes)
                case "ignore" | "ignore-next":
                    span = self._around(directive) if directive.action == "ignore" else self._behind(directive)
                    yield from (_replaced(scope, span) for scope in scopes)
        yield from running

    def _of(self, index: int, directive: Directive) -> Iterator[_Scope]:
        if not directive.rules:
            yield _Scope(index, -1, None, directive.span)
        for number, part in enumerate(directive.rules):
            yield _Scope(index, number, self._codes(part, foreign=directive.foreign), directive.span)

    def _enable(self, running: _Scope, enabling: list[_Scope], at: int) -> tuple[list[_Scope], list[_Scope]]:
        """What of a running scope ends at `at`, and what goes on."""
        for scope in enabling:
            shared = scope.codes is None or running.codes is None or scope.codes & running.codes
            if not shared:
                continue
            self._used.add((scope.directive, scope.part))
            ended = _replaced(running, Span(running.span.start, at))
            if scope.codes is None:
                return [ended], []
            rest = Span(at, running.span.end)
            if running.codes is None:
                running = _Scope(running.directive, running.part, None, rest, running.spared | scope.codes)
            else:
                running = _Scope(running.directive, running.part, running.codes - scope.codes, rest)
            closed, left = self._enable(running, enabling[enabling.index(scope) + 1 :], at)
            return [ended, *closed], left
        return [], [running]

    def _around(self, directive: Directive) -> Span:
        """The lines of the entry, heading or paragraph that a directive stands in; of the directive where it stands alone."""
        item = next(self._items.around(directive.span), None)
        if item is not None:
            return self._own_lines(item)
        return next(self._texts.around(directive.span), None) or self._lines(directive.span)

    def _behind(self, directive: Directive) -> Span:
        """The lines of the next item, heading or paragraph."""
        item, text = self._items.behind(directive.span.end), self._texts.behind(directive.span.end)
        if item is not None and (text is None or self._lines(item.span).start <= text.start):
            return self._own_lines(item)
        return text or directive.span

    @cached_property
    def _items(self) -> Nest[Item]:
        return Nest((item.span, item) for item in self._document.items)

    @cached_property
    def _texts(self) -> Nest[Span]:
        """The lines of each heading and paragraph outside lists."""
        blocks = (block.span for block in self._document.blocks if block.kind in ("heading", "paragraph"))
        return Nest((span, self._lines(span)) for span in blocks)

    def _own_lines(self, item: Item) -> Span:
        """An item's lines up to the first entry nested in it."""
        nested = (child.span.start for child in item.walk() if child is not item and child.kind is Kind.ENTRY)
        lines = self._lines(item.span)
        first = self._document.source.line_of(item.span.start)
        start = next((start for start in nested if self._document.source.line_of(start) > first), None)
        return lines if start is None else Span(lines.start, self._lines(Span(start, start)).start)

    def _lines(self, span: Span) -> Span:
        """`span` from the beginning of its first line to where the next line begins, the end of the file included."""
        source = self._document.source
        end = source.full_line_span(source.line_of(max(span.start, span.end - 1))).end
        return Span(source.line_starts[source.line_of(span.start) - 1], end + (end == len(source.text)))


def _misspelt(action: str) -> str:
    """What to say of an action that there isn't."""
    name = action.partition("[")[0].rstrip()
    if name in ACTIONS:
        return f'directive is "{action}", expected {name}[RULES], with codes or names and commas between them'
    meant = _ELSEWHERE.get(name.lower())
    return f'unknown directive "{action}", ' + (f'did you mean "{meant}"?' if meant else expected(name, ACTIONS))


def _replaced(scope: _Scope, span: Span) -> _Scope:
    return _Scope(scope.directive, scope.part, scope.codes, span, scope.spared)


def _shortened(directive: Directive, idle: list[int]) -> Fix:
    """The names taken out that silence nothing."""
    parts = directive.rules
    kept = [number for number in range(len(parts)) if number not in idle]
    gone = [Span(parts[number].span.start, parts[number + 1].span.start) for number in idle if number < kept[-1]]
    if kept[-1] < len(parts) - 1:
        gone.append(Span(parts[kept[-1]].span.end, parts[-1].span.end))
    return Fix("shorten the directive", tuple(Edit(span, "") for span in gone), drops=tuple(gone))
