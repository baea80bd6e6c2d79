"""A few of the documents that `python -m tests.fuzz` makes by the thousand, and all that it has found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.__main__ import mutated
from tests.fuzz.grammar import document
from tests.fuzz.oracle import Verdict, every_rule, judge, plan_of, some_rules
from tests.sweep import CORPUS, pairs, sweep

if TYPE_CHECKING:
    from random import Random

CHANCE = st.randoms(use_true_random=False)
SEED = b"# Tools\n\n- [alpha](http://example.org/a) , counts\n- beta https://example.org/b\xef\xbc\x8cx\n\n\n* c \n"


@given(CHANCE)
@settings(max_examples=60, deadline=None)
def test_lists_by_chance(random: Random) -> None:
    verdict = judge(document(random).encode(), some_rules(random))
    assert verdict.fault is None


@given(CHANCE)
@settings(max_examples=40, deadline=None)
def test_damaged_lists(random: Random) -> None:
    assert judge(mutated(random, [SEED]), every_rule()).fault is None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n",
        b"- \xef\xbb\xbf\n",
        b"\xef\xbb\xbf- a \n",
        b"- [\xe3\x83\xab\xe2\x80\x8b](http://\xe2\x80\x8b2",
        b"[^\n\xf0\x9f\x91\x8d\xf0\x9f\x92\xbb]",
        # a link that was no link leads where one above leads, too: which of two declarations it is, its text tells
        b"[P] (https://arxiv.org/abs/2307.14430) \n- [P](http:arxiv.org/pdf/2307.14430.pdf",
    ],
)
def test_what_was_found(data: bytes) -> None:
    verdict = judge(data, every_rule())
    assert (verdict.fault, verdict.refused) == (None, None)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("-\thttp://example\n-\thttp://example\n-[](#)\r-[](#)", "LL401"),  # what is left is no entry without the one that goes
        ("- [a](http:example.org) b\n- [a](http://example.org) b", "LL401"),  # of two links to one place the sound one stays
        ("[^1]:e\r\rhttp://e、\n1. 、é[^1] ", ""),  # the footnote stands first and is shown last
        ("[B](http://f\ufeffo", "LL204"),  # whether the URL ends before the mark, nobody knows
        ("[e](http://e\u200bm", "LL204"),
        ("http://http://g—", "LL204"),
        ("http://u\n<!--listlint:enable[mixed-separator]\n--> ", ""),  # the blank behind the comment goes a round before it
        ("1. ,\n\n1. <!--listlint:ignore[mixed-separator]-->\n-\n<!--listlint:ignore-next[LL1]-->", ""),  # one comment goes after another
    ],
)
def test_what_was_found_in_lists_by_chance(text: str, code: str) -> None:
    assert judge(text.encode(), plan_of([code]) if code else every_rule()).fault is None


def test_what_is_no_text_is_no_fault() -> None:
    assert judge(b"\xff", plan_of([])) == Verdict()


@pytest.mark.skipif(not CORPUS.is_dir(), reason="no corpus here")
def test_a_sweep_of_one_list() -> None:
    smallest = min(CORPUS.glob("*.md"), key=lambda path: path.stat().st_size)
    assert sweep(smallest, pairs(5, 1)).faults == []
