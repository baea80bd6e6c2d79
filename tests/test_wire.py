"""What is found as bytes: what comes back is what went, and nothing else comes back."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listlint import wire
from listlint.diagnostic import Diagnostic, Related, Severity
from listlint.edits import Edit, Fix, Indent, Move, Rewrite, Safety, Wording
from listlint.records import names
from listlint.text import Span

LENGTH = 100
SPANS = st.tuples(st.integers(0, LENGTH), st.integers(0, LENGTH)).map(lambda pair: Span(*sorted(pair)))
TEXTS = st.text(st.characters(), max_size=5)
MAYBE = st.none() | TEXTS


def tuples(of: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(of, max_size=2).map(tuple)


FIXES = st.builds(
    Fix,
    message=TEXTS,
    edits=tuples(st.builds(Edit, SPANS, TEXTS)),
    safety=st.sampled_from(Safety),
    rewrites=tuples(st.builds(Rewrite, MAYBE, MAYBE, TEXTS)),
    drops=tuples(SPANS),
    splits=tuples(SPANS),
    moves=tuples(st.builds(Move, SPANS, SPANS)),
    recases=tuples(SPANS),
    wordings=tuples(st.builds(Wording, SPANS, TEXTS, TEXTS)),
    contents=tuples(SPANS),
    indents=tuples(st.builds(Indent, SPANS, SPANS)),
)
DIAGNOSTICS = st.builds(
    Diagnostic,
    code=TEXTS,
    name=TEXTS,
    severity=st.sampled_from(Severity),
    message=TEXTS,
    span=SPANS,
    related=tuples(st.builds(Related, SPANS, TEXTS)),
    fix=st.none() | FIXES,
)
ONE = Diagnostic("LL1", "name", Severity.INFO, "message", Span(1, 2), (Related(Span(0, 1), "there"),), Fix("fix", (Edit(Span(3, 4), ""),)))


@given(st.lists(DIAGNOSTICS, max_size=3).map(tuple))
def test_what_went_comes_back(found: tuple[Diagnostic, ...]) -> None:
    assert wire.heard(wire.unpacked(wire.packed(wire.told(found))), LENGTH) == found


@pytest.mark.parametrize("kind", [Diagnostic, Related, Fix, Edit, Rewrite, Move, Wording, Indent])
def test_no_field_is_forgotten(kind: type) -> None:
    fields = {
        Diagnostic: ("code", "name", "severity", "message", "span", "related", "fix"),
        Related: ("span", "message"),
        Fix: tuple("message edits safety rewrites drops splits moves recases wordings contents indents".split()),  # noqa: SIM905
        Edit: ("span", "text"),
        Rewrite: ("before", "after", "tail"),
        Move: ("place", "piece"),
        Wording: ("span", "before", "after"),
        Indent: ("item", "beside"),
    }
    assert names(kind) == fields[kind]


def _variants(value: object) -> list[object]:
    """`value` with one part of it another thing, for each part."""
    others: list[object] = [None, 7, "x", [], {}, True]
    found = [other for other in others if other != value]
    if isinstance(value, list):
        found += [[*value[:at], other, *value[at + 1 :]] for at, one in enumerate(value) for other in _variants(one)]
        found += [[*value, None]]
    return found


def test_whatever_is_something_else_is_refused_or_as_good_as_any() -> None:
    for value in _variants(wire.unpacked(wire.packed(wire.told([ONE])))):
        try:
            found = wire.heard(value, LENGTH)
        except ValueError:
            continue
        assert wire.unpacked(wire.packed(wire.told(found))) == value


@pytest.mark.parametrize("span", [-1, int(Span(2, 1)), int(Span(0, LENGTH + 1)), 1 << 90, float(Span(0, 1)), True, "1", [0, 1], None])
def test_a_span_lies_in_its_text(span: object) -> None:
    with pytest.raises(ValueError, match="in place of"):
        wire.heard([["LL1", "name", "info", "message", span, [], None]], LENGTH)


@pytest.mark.parametrize("data", [b"", b"\xff", b"[", b"[" * 100_000, json.dumps("é", ensure_ascii=False).encode("latin-1")])
def test_what_is_no_json_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whoever reads it says what's wrong
        wire.unpacked(data)
