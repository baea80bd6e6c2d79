"""Whether the examples of a user's rule hold: it complains of the bad ones, mends them as said, and leaves the good ones alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.config.plan import Plan
from listlint.engine.fixloop import fix
from listlint.engine.judgement import check
from listlint.text import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.custom import Custom
    from listlint.custom_spec import Example


def failures(rule: Custom) -> Iterator[str]:
    """What doesn't hold, a line each: `example 2 ...`, counted from 1."""
    for number, example in enumerate(rule.spec.examples, 1):
        for complaint in _failures(rule, example):
            yield f"example {number} {complaint}"


def _failures(rule: Custom, example: Example) -> Iterator[str]:
    said = _said(rule, example.good if example.bad is None else example.bad)
    if example.bad is None:
        yield from (f"is good, but {line}" for line in said)
        return
    if not said:
        yield "is bad, but the rule says nothing of it"
        return
    if example.fixed is None:
        return
    fixed = fix(_source(example.bad), Plan((rule,)), unsafe=True)
    text = fixed.after.document.text
    if fixed.failure is not None:
        yield f"can't be fixed: {fixed.failure}"
    elif text != _source(example.fixed).text:
        yield f"is fixed as {text.rstrip()!r}, expected {example.fixed.rstrip()!r}"
    else:
        yield from (f"is fixed, but {line}" for line in _said(rule, text))


def _said(rule: Custom, text: str | None) -> list[str]:
    source = _source(text or "")
    return [f"line {source.line_of(one.span.start)}: {one.message}" for one in check(source, Plan((rule,))).diagnostics]


def _source(text: str) -> Source:
    return Source("example", text if text.endswith("\n") else f"{text}\n")
