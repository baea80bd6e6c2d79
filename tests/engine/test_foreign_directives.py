"""Directives that lists wrote for remark-lint and awesome-lint still hold."""

from __future__ import annotations

import pytest

from listlint import engine
from listlint.config import load, select
from listlint.text import Source

FAULT = "- [a](https://example.org/{}) - small.\n"
CONFIGURED = '[style]\nfirst-letter = "upper"\n'
PLAN = select.plan(load.from_text(CONFIGURED), select.selection(select=["LL108", "LL002", "LL003"]))


def lines(text: str) -> list[tuple[int, str]]:
    """The line and code of every diagnostic."""
    source = Source("list.md", text)
    return [(source.position(found.span.start).line, found.code) for found in engine.check(source, PLAN).diagnostics]


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        ("<!--lint disable awesome-list-item-->", []),
        ("<!-- lint disable awesome-list-item -->", []),
        ("<!--lint disable remark-lint:awesome-list-item double-link-->", []),
        ("<!--lint disable-->", []),
        ("<!--lint ignore awesome-list-item-->", [(5, "LL108")]),
        ("<!--lint ignore-->", [(5, "LL108")]),
        ("<!--lint disable double-link-->", [(4, "LL108"), (5, "LL108")]),
        ("<!--lint disable no-such-rule-->", [(4, "LL108"), (5, "LL108")]),
        ("<!--lint enable awesome-list-item-->", [(4, "LL108"), (5, "LL108")]),
        ("<!--linted disable awesome-list-item-->", [(4, "LL108"), (5, "LL108")]),
        ("<!-- a lint disable awesome-list-item -->", [(4, "LL108"), (5, "LL108")]),
    ],
)
def test_they_silence_what_answers_to_them(comment: str, expected: list[tuple[int, str]]) -> None:
    text = f"# T\n\n{comment}\n{FAULT.format(1)}{FAULT.format(2)}"
    assert lines(text) == expected


def test_enable_ends_disable() -> None:
    text = f"<!--lint disable awesome-list-item-->\n\n{FAULT.format(1)}\n<!--lint enable awesome-list-item-->\n\n{FAULT.format(2)}"
    assert lines(text) == [(7, "LL108")]


def test_nothing_is_said_of_them() -> None:
    assert lines("# T\n\n<!--lint disable awesome-list-item-->\n\ntext\n") == []
