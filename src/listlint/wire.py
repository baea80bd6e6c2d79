"""What a check or a fix found as bytes, and back: for the cache, and between processes. Data only, whoever wrote it.

JSON, in which each record is the list of its fields. Whatever isn't exactly what was written, with spans that lie in its
text, is refused: what comes back may be shown, and its edits made.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NoReturn

from listlint.diagnostic import Diagnostic, Related, Severity
from listlint.edits import Edit, Fix, Indent, Move, Rewrite, Safety, Wording
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import TypeVar

    T = TypeVar("T")

Json = object
"""What JSON knows."""


def packed(value: Json) -> bytes:
    """`value` as bytes; lone surrogates are kept."""
    return json.dumps(value, separators=(",", ":")).encode("ascii")


def unpacked(data: bytes) -> Json:
    """What `packed` made `data` of; raises `ValueError`."""
    try:
        return json.loads(data)
    except RecursionError as error:
        raise ValueError(str(error)) from None


def told(diagnostics: Iterable[Diagnostic]) -> Json:
    """Diagnostics as JSON knows them."""
    return [
        [one.code, one.name, one.severity, one.message, one.span, [[other.span, other.message] for other in one.related], _fix(one.fix)]
        for one in diagnostics
    ]


def _fix(fix: Fix | None) -> Json:
    if fix is None:
        return None
    return [
        fix.message,
        [[edit.span, edit.text] for edit in fix.edits],
        fix.safety,
        [[one.before, one.after, one.tail] for one in fix.rewrites],
        fix.drops,
        fix.splits,
        [[one.place, one.piece] for one in fix.moves],
        fix.recases,
        [[one.span, one.before, one.after] for one in fix.wordings],
        fix.contents,
        [[one.item, one.beside] for one in fix.indents],
    ]


def heard(value: Json, length: int) -> tuple[Diagnostic, ...]:
    """The diagnostics that `told` made `value` of, on a text of `length` code points; raises `ValueError` where it's anything else."""
    return _Hearing(length).diagnostics(value)


class _Hearing:
    """Reads what stands in one text."""

    def __init__(self, length: int) -> None:
        self._length = length

    def diagnostics(self, value: Json) -> tuple[Diagnostic, ...]:
        return self._each(value, self._diagnostic)

    def _diagnostic(self, value: Json) -> Diagnostic:
        code, name, severity, message, span, related, fix = fields(value, 7)
        made = None if fix is None else self._fix(fix)
        others = self._each(related, self._related)
        return Diagnostic(text(code), text(name), Severity(text(severity)), text(message), self._span(span), others, made)

    def _related(self, value: Json) -> Related:
        span, message = fields(value, 2)
        return Related(self._span(span), text(message))

    def _fix(self, value: Json) -> Fix:
        message, edits, safety, rewrites, drops, splits, moves, recases, wordings, contents, indents = fields(value, 11)
        return Fix(
            text(message),
            self._each(edits, self._edit),
            Safety(text(safety)),
            self._each(rewrites, self._rewrite),
            self._each(drops, self._span),
            self._each(splits, self._span),
            self._each(moves, lambda one: Move(*self._two(one))),
            self._each(recases, self._span),
            self._each(wordings, self._wording),
            self._each(contents, self._span),
            self._each(indents, lambda one: Indent(*self._two(one))),
        )

    def _edit(self, value: Json) -> Edit:
        span, new = fields(value, 2)
        return Edit(self._span(span), text(new))

    def _rewrite(self, value: Json) -> Rewrite:
        before, after, tail = fields(value, 3)
        return Rewrite(None if before is None else text(before), None if after is None else text(after), text(tail))

    def _wording(self, value: Json) -> Wording:
        span, before, after = fields(value, 3)
        return Wording(self._span(span), text(before), text(after))

    def _two(self, value: Json) -> tuple[Span, Span]:
        first, second = fields(value, 2)
        return self._span(first), self._span(second)

    def _span(self, value: Json) -> Span:
        span = Span.packed(value) if type(value) is int and value >= 0 else _refuse(value)
        return span if span.start <= span.end <= self._length else _refuse(value)

    @staticmethod
    def _each(value: Json, made: Callable[[Json], T]) -> tuple[T, ...]:
        return tuple(map(made, value)) if isinstance(value, list) else _refuse(value)


def fields(value: Json, count: int) -> Sequence[Json]:
    """The `count` members of a list; raises `ValueError`."""
    return value if isinstance(value, list) and len(value) == count else _refuse(value)


def text(value: Json) -> str:
    """A string; raises `ValueError`."""
    return value if isinstance(value, str) else _refuse(value)


def _refuse(value: Json) -> NoReturn:
    raise ValueError(f"{type(value).__name__} in place of something else")
