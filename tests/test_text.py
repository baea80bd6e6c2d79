"""Source and places in it: lines, columns, newlines, bytes, and what isn't a text."""

from __future__ import annotations

import copy
import pickle
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listlint.errors import UnreadableError
from listlint.text import BOM, ByteMap, Position, Source, Span

TEXTS = st.text(st.sampled_from("ab \r\n\x0b\x0c\x85\u2028é中🙂"), max_size=60)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("a", ["a"]),
        ("a\n", ["a"]),
        ("a\r\nb\r\n", ["a", "b"]),
        ("a\rb\r", ["a", "b"]),
        ("a\n\r\nb\r\rc", ["a", "", "b", "", "c"]),
        ("a\x85b\u2028c\x0cd\x0be\n", ["a\x85b\u2028c\x0cd\x0be"]),
    ],
)
def test_lines(text: str, lines: list[str]) -> None:
    source = Source("x", text)
    found = [source.line_span(line).of(text) for line in range(1, source.line_count + 1)]
    assert found == (lines if text else [])


@pytest.mark.parametrize(
    ("text", "newline"),
    [
        ("", "\n"),
        ("a", "\n"),
        ("a\r\nb\r\nc\n", "\r\n"),
        ("a\nb\nc\r\n", "\n"),
        ("a\rb\rc\n", "\r"),
        ("a\r\nb\n", "\n"),
        ("a\r\nb\r", "\r\n"),
    ],
)
def test_newline(text: str, newline: str) -> None:
    assert Source("x", text).newline == newline


@given(TEXTS)
def test_lines_cover_the_text(text: str) -> None:
    source = Source("x", text)
    lines = [source.full_line_span(line) for line in range(1, source.line_count + 1)]
    assert "".join(line.of(text) for line in lines) == text
    assert all(one.end == other.start for one, other in pairwise(lines))
    assert all(source.line_span(number).of(text) == line.of(text).rstrip("\r\n") for number, line in enumerate(lines, 1))


@given(TEXTS)
def test_positions_count_lines_and_code_points(text: str) -> None:
    source = Source("x", text)
    line = column = 1
    for at, char in enumerate(text):
        assert source.position(at) == Position(line, column)
        ends = char == "\n" or (char == "\r" and text[at + 1 : at + 2] != "\n")
        line, column = (line + 1, 1) if ends else (line, column + 1)
    assert source.position(len(text)) == Position(line, column)


@given(TEXTS)
def test_crlf_moves_no_line(text: str) -> None:
    lf = text.replace("\r", "")
    one, other = Source("x", lf), Source("x", lf.replace("\n", "\r\n"))
    assert one.line_count == other.line_count
    assert [one.line_span(n).of(one.text) for n in range(1, one.line_count + 1)] == [
        other.line_span(n).of(other.text) for n in range(1, other.line_count + 1)
    ]


@given(TEXTS, st.booleans())
def test_bytes_survive(text: str, bom: bool) -> None:  # noqa: FBT001 - hypothesis passes by position
    data = (BOM if bom else b"") + text.encode()
    source = Source.decode("x", data)
    assert (source.text, source.bom, source.encode()) == (text, bom, data)


@given(st.text(st.sampled_from("aé中🙂\n"), max_size=1200))
def test_byte_offsets_become_code_points(text: str) -> None:
    places = ByteMap(text)
    at = 0
    for number, char in enumerate(text):
        assert places.point(at) == number
        at += len(char.encode())
    assert places.point(at) == len(text)


@given(st.binary(max_size=40))
def test_bytes_are_a_text_or_refused_in_one_line(data: bytes) -> None:
    try:
        outcome: Source | str = Source.decode("x.md", data)
    except UnreadableError as error:
        outcome = str(error)
    if isinstance(outcome, str):
        assert outcome.startswith("x.md: ")
        assert "\n" not in outcome
    else:
        assert outcome.encode() == data


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("title".encode("utf-16"), "x.md: is UTF-16 text, expected UTF-8"),
        (b"\xfe\xff\x00a", "x.md: is UTF-16 text, expected UTF-8"),
        (b"a\0b", "x.md: has a NUL byte at offset 1, expected UTF-8 text"),
        (b"caf\xe9 x", "x.md: byte 0xe9 at offset 3 is not UTF-8"),
        (BOM + b"caf\xe9", "x.md: byte 0xe9 at offset 6 is not UTF-8"),
        ("中".encode()[:2], "x.md: byte 0xe4 at offset 0 is not UTF-8"),
        (b"\xed\xa0\x80", "x.md: byte 0xed at offset 0 is not UTF-8"),
    ],
)
def test_what_is_no_text(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        Source.decode("x.md", data)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("one", "other", "overlaps", "contains"),
    [
        (Span(0, 2), Span(2, 4), False, False),
        (Span(0, 3), Span(2, 4), True, False),
        (Span(0, 5), Span(2, 4), True, True),
        (Span(2, 4), Span(2, 4), True, True),
        (Span(2, 2), Span(2, 4), False, False),
        (Span(2, 4), Span(3, 3), True, True),
    ],
)
def test_spans(one: Span, other: Span, *, overlaps: bool, contains: bool) -> None:
    assert (one.overlaps(other), one.contains(other), bool(one)) == (overlaps, contains, True)


OFFSETS = st.integers(0, 2**30 - 1)


@given(OFFSETS, OFFSETS, OFFSETS, OFFSETS)
def test_a_span_is_one_integer(start: int, end: int, first: int, last: int) -> None:
    one, other = Span(start, end), Span(first, last)
    assert (one.start, one.end) == (start, end)
    assert len(Span(min(start, end), max(start, end))) == abs(end - start)
    assert bool(one)
    assert Span.packed(int(one)) == one
    assert type(Span.packed(int(one))) is Span
    assert (one < other, one == other) == ((start, end) < (first, last), (start, end) == (first, last))
    assert repr(one) == f"Span(start={start}, end={end})"
    assert pickle.loads(pickle.dumps(one)) == copy.copy(one) == one  # noqa: S301 - of our own making


@given(TEXTS)
def test_lines_are_what_stands_between_newlines(text: str) -> None:
    source = Source("x", text)
    assert list(source.lines()) == [source.line_span(line).of(text) for line in range(1, source.line_count + 1)]
