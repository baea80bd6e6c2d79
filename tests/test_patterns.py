"""Patterns that others wrote: the useful ones are taken, those that could be slow aren't."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listlint.patterns import LONGEST, REACH, PatternError, compiled

TAKEN = [
    "foo",
    r"\bTODO\b",
    "https?://",
    r"(?i)\be-?mail\b",
    r"^[A-Z].*\.$",
    ".*foo",
    r"\(\d{4}\)$",
    "[^,]*,[^,]*,",
    "(?:abc)*d",
    "(?:great|good)",
    r"\s+$",
    "^$",
    r"\[(?P<year>\d{4})-(?P<month>\d\d)\]",
    "[一-龥]+[A-Za-z]",
    "a{2,5}b",
    "x{}",
    r"(?:, \d+)? \(",
    "[]a]+",
    r"\w+foo,",
    r"^\w+(?: \w{3})?$",
    "[[]",
    "(?:|a)b",
    r"(?:\d{4}-)+x",
    "",
]
REFUSED = [
    ("(a+)+$", "repeats a repetition"),
    ("(a|a)*b", "repeats alternatives that begin alike"),
    ("(a|ab)*c", "repeats alternatives that begin alike"),
    (r"(?:\w|_)*", "repeats alternatives that begin alike"),
    (".*.*x", "can match the same text"),
    (".*foo.*", "can match the same text"),
    (r"\s*,?\s*x", "can match the same text"),
    (r"\w+\d+", "can match the same text"),
    ("(?i)a*A*", "can match the same text"),
    ("a?a?", "can match the same text"),
    (r"[\u4e00-\u9fff]+[\u5000-\u5001]+", "can match the same text"),
    ("[一-九]*[七-龥]*", "can match the same text"),
    ("(?=a)b", "looks around"),
    ("(?<!a)b", "looks around"),
    ("(?>a)", "looks around or sets flags"),
    ("(?s).", "looks around or sets flags"),
    (r"(a)\1", "reference back"),
    (r"(?P<n>a)(?P=n)", "looks around"),
    ("(?:a?){30}", "repeats a repetition"),
    ("(?:(?:a|b)?)*", "repeats a repetition"),
    ("(?:a|a)" * 8, "begin alike"),
    ("(?:a)?" * 10, "begin alike"),
    ("a++", "keeps what it took"),
    ("a{2000}", "reaches beyond"),
    ("(?:(?:a{30}){30}){30}b", "reaches beyond"),
    ("(?:^)*", "repeats nothing"),
    ("(", "is no regular expression"),
    ("a" * (LONGEST + 1), "characters long"),
    ("(" * 240 + ")" * 240, "deeper than"),
]


@pytest.mark.parametrize("pattern", TAKEN)
def test_a_harmless_pattern_means_what_python_means(pattern: str) -> None:
    for text in (
        "",
        "foo",
        "a TODO b",
        "https://e-mail",
        "Abc. d.",
        "x{} (2024)",
        "一二a",
        "aab,b,",
        "[2024-01]",
        "2024-x",
        "good b ] [",
        "a_foo, ",
    ):
        mine, theirs = compiled(pattern).search(text), re.search(pattern, text)
        assert (mine and mine.span()) == (theirs and theirs.span())


@pytest.mark.parametrize(("pattern", "reason"), REFUSED, ids=range(len(REFUSED)))
def test_a_pattern_that_could_be_slow_is_refused_with_its_reason(pattern: str, reason: str) -> None:
    with pytest.raises(PatternError, match=re.escape(reason)):
        compiled(pattern)


@pytest.mark.parametrize("pattern", TAKEN)
@pytest.mark.parametrize("unit", ["a", "foo", "1", "(1234", "A.", " \t", "2024-", "[2020-", ", 1", "一", "abc"])
def test_the_worst_texts_come_to_an_end(pattern: str, unit: str) -> None:
    text = (unit * 20_000)[:20_000] + "\0"
    assert all(match.end() <= len(text) for match in compiled(pattern).finditer(text))


def test_a_repetition_goes_only_so_far_unless_the_pattern_is_tied_to_the_beginning() -> None:
    far = "x" + "a" * (REACH + 1) + "y"
    assert compiled("xa*y").search(far) is None
    assert compiled("^xa*y").search(far) is not None
    assert compiled("xa*y").search(far.replace("a", "", 1)) is not None


SMALL = st.recursive(
    st.sampled_from(["a", "b", ".", r"\w", "[ab]", "[^a]", r"\b", "^", "$"]),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map("".join),
        st.tuples(inner, inner).map(lambda pair: f"(?:{pair[0]}|{pair[1]})"),
        st.tuples(inner, st.sampled_from(["*", "+", "?", "{2}", "{1,3}", "*?"])).map(lambda pair: f"(?:{pair[0]}){pair[1]}"),
    ),
    max_leaves=8,
)


@given(SMALL)
def test_what_is_taken_is_quick_on_any_text(pattern: str) -> None:
    try:
        found = compiled(pattern)
    except PatternError:
        return
    for text in ("a" * 300 + "!", "ab" * 150 + "!", "b" * 300):
        mine, theirs = found.search(text), re.search(pattern, text)
        assert (mine and mine.span()) == (theirs and theirs.span())


@given(st.text(alphabet="ab(|)*+?{}[]^$\\.,1x:?", max_size=12))
def test_any_text_is_taken_or_refused(pattern: str) -> None:
    try:
        compiled(pattern)
    except PatternError as error:
        assert str(error)  # noqa: PT017 - either is right
