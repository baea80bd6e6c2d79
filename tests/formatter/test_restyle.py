"""Whole lists restyled: by a template, and back; what stays, and why."""

from __future__ import annotations

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listlint import engine
from listlint.config.plan import Plan
from listlint.errors import UsageError
from listlint.formatter import restyle
from listlint.parse import parse
from listlint.style import StyleOptions
from listlint.text import Source

LIST: Final = """# Tools

Intro with a [link](https://example.org) - not an entry.

- [alpha](https://example.org/a) - Counts words.
- [beta](https://example.org/b) – Counts lines.
- [gamma](https://example.org/c) counts bytes.
- [delta](https://example.org/d)
- [epsilon](https://example.org/e), [zeta](https://example.org/z) - Count stars.
<!-- listlint: ignore-next[LL122] as it is -->
- [eta](https://example.org/h) - Counts sheep.

## License

- [MIT](https://example.org/mit) - A licence.
"""


def made(text: str, template: str) -> tuple[str, tuple[str, ...]]:
    """`text` restyled, and what is said of the lines that stay."""
    wanted = StyleOptions(entry=template)
    fixed = engine.fix(Source("list.md", text), restyle.plan(Plan(()), wanted), unsafe=True)
    assert fixed.failure is None
    after = fixed.after
    return after.document.text, restyle.grouped(restyle.left(after.document, after.diagnostics, wanted))


def test_entries_take_the_template_and_the_rest_stays() -> None:
    text, said = made(LIST, "[{title}]({url}) :: {summary}")
    assert text == LIST.replace(" - Counts words", " :: Counts words").replace(" – Counts lines", " :: Counts lines")
    assert said == (
        "left line 7: has only a blank before its summary",
        "left line 9: has several links before its summary",
        "left line 11: is kept by a directive",
    )


def test_line_endings_stay() -> None:
    crlf = LIST.replace("\n", "\r\n")
    assert made(crlf, "[{title}]({url}), {summary}")[0] == made(LIST, "[{title}]({url}), {summary}")[0].replace("\n", "\r\n")


def test_twice_is_once() -> None:
    once = made(LIST, "**{title}** {url}: {summary}")[0]
    assert made(once, "**{title}** {url}: {summary}")[0] == once


def test_titles_before_their_links_become_links() -> None:
    papers = """# Papers

1. **On the counting of words**, Ann Author et al. [[Paper](https://example.org/a)] [[Code](https://example.org/c)]
2. **On the counting of sheep** [pdf](https://example.org/b)
3. **On sleep** [The long story](https://example.org/s)
4. On stars https://example.org/t
"""
    text, said = made(papers, "[{title}]({url}){, {authors}}")
    assert (
        text
        == """# Papers

1. [On the counting of words](https://example.org/a), Ann Author et al. [[Code](https://example.org/c)]
2. [On the counting of sheep](https://example.org/b)
3. **On sleep** [The long story](https://example.org/s)
4. [On stars](https://example.org/t)
"""
    )
    assert said == ("left line 5: has words of its own for its link's label",)


def test_a_title_may_leave_its_link() -> None:
    text = made(LIST, "{title}, {url}, {summary}")[0]
    assert "- alpha, https://example.org/a, Counts words.\n" in text
    assert "- delta, https://example.org/d\n" in text
    assert "- [MIT](https://example.org/mit) - A licence.\n" in text


def test_an_entry_that_would_be_read_otherwise_stays() -> None:
    tools = "- [alpha](https://example.org/a) - Counts words.\n- [beta - a tool](https://example.org/b) - Counts lines.\n"
    text, said = made(tools, "{title} - {url} - {summary}")
    assert text == tools.replace("[alpha](https://example.org/a)", "alpha - https://example.org/a")
    assert said == ("left line 2: would be read as another entry",)


def test_many_lines_are_counted() -> None:
    found = [restyle.Left(line, "has several paragraphs") for line in range(1, 21)]
    assert restyle.grouped(iter(found)) == ("left lines 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 8 more: has several paragraphs",)


READABLE = ["[{title}]({url}), {summary}", "[{title}]({url}) :: {summary}", "[{title}]({url}) ~ {summary}", "**{title}** [[paper]({url})]"]


@pytest.mark.parametrize("template", READABLE)
def test_a_template_that_reads_back(template: str) -> None:
    assert restyle.readable(template).text == template


@pytest.mark.parametrize("template", ["[{title}]({url}) @@ {summary}", "[{title}]({url}) {summary}{{note}}", "*{title}*{url}"])
def test_a_template_that_does_not(template: str) -> None:
    with pytest.raises(Exception, match=r"couldn.t read again|nothing before"):
        restyle.readable(template)


def test_the_template_of_a_list() -> None:
    tools = "".join(f"- [tool {number}](https://example.org/{number})：统计。\n" for number in range(5))
    assert restyle.template_of(parse(Source("list.md", tools))) == "[{title}]({url})：{summary}"
    with pytest.raises(UsageError, match=r"list\.md: no entry template prevails in it"):
        restyle.template_of(parse(Source("list.md", "# Nothing\n")))


NAMES: Final = st.text("abc[]*_`\\(){}<>&é中：, -", min_size=1, max_size=12).map(str.strip).filter(bool)
SUMMARIES: Final = st.text("abcXYZ 中，。,.:;-–*_`[]()<>&", min_size=3, max_size=24)
SEPARATORS: Final = st.sampled_from([" - ", " – ", ", ", ": ", "：", " :: ", " "])


@given(st.lists(st.tuples(NAMES, SEPARATORS, SUMMARIES), max_size=8), st.sampled_from(READABLE))
def test_no_letter_and_no_address_is_lost(entries: list[tuple[str, str, str]], template: str) -> None:
    lines = [f"- [{name}](https://example.org/{at}){separator}{summary}" for at, (name, separator, summary) in enumerate(entries)]
    text = "\n".join(lines) + "\n"
    after, _ = made(text, template)
    assert [char for char in after if char.isalnum()] == [char for char in text if char.isalnum()]
    assert made(after, template)[0] == after
