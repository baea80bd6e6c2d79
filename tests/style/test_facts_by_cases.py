"""What is a case of what, what counts as a convention, and what leaves a fact unknown."""

from __future__ import annotations

import pytest

from listlint.parse import parse
from listlint.style import Fact, Style, StyleOptions, infer
from listlint.style.endings import end_of, first_letter, script
from listlint.text import Source


def style(text: str, wanted: StyleOptions | None = None) -> Style:
    """What a list tells of its style."""
    return infer(parse(Source("list.md", text)), wanted or StyleOptions())


def rows(*lines: str, head: str = "# List\n\n") -> str:
    """A list of these lines."""
    return head + "".join(f"{line}\n" for line in lines)


def entries(count: int, text: str = "- [Name {n}](https://example.org/{n}) - Some words.") -> list[str]:
    """`count` entries alike."""
    return [text.replace("{n}", str(n)) for n in range(count)]


@pytest.mark.parametrize(
    ("summary", "end"),
    [
        ("Ends well.", "."),
        ("Ends without", "none"),
        ("以句号结束。", "。"),
        ("没有句号", "none"),
        ("Read https://example.org/x", None),
        ("Is it?", None),
        ("It is!", None),
        ("真的吗？", None),
        ("And so on…", None),
        ("And so on...", None),
        ("Things, tools etc.", None),
        ("Built by Acme Inc.", None),
        ('He said "so it is."', None),
        ("It is so (for now.)", None),
        ("For a few (of them)", None),
        ("These are:", None),
        ("Nice :tada:", None),
        ("Nice 🎉", "none"),
        ("Uses [that](https://example.org/y)", "none"),
        ("Uses `code`", "none"),
        ("Works in C++", "none"),
        ("Is **bold.**", "."),
    ],
)
def test_ends(summary: str, end: str | None) -> None:
    document = parse(Source("list.md", f"# List\n\n- [Name](https://example.org/) - {summary}\n"))
    found = end_of(document.text, document.entries[0])
    assert (found[0] if found else None) == end


@pytest.mark.parametrize(
    ("summary", "case"),
    [
        ("A tool.", "upper"),
        ("a tool.", "lower"),
        ("iOS apps.", None),
        ("npm packages.", None),
        ("NASA data.", None),
        ("x86 code.", None),
        ("name of things.", None),
        ("3 tools.", None),
        ("`code` first.", None),
        ("工具。", None),
        ("Über alles.", "upper"),
        ("инструмент.", "lower"),
    ],
)
def test_first_letters(summary: str, case: str | None) -> None:
    document = parse(Source("list.md", f"# List\n\n- [Name](https://example.org/) - {summary}\n"))
    assert first_letter(document.text, document.entries[0]) == case


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Words", "latin"),
        ("слова", "latin"),
        ("工具", "han"),
        ("提出REALM，基于bert的方法", "han"),
        ("A tool for 中文 text processing", "latin"),
        ("", "latin"),
    ],
)
def test_scripts(text: str, found: str) -> None:
    assert script(text) == found


def test_endings_need_many_cases_that_agree() -> None:
    assert style(rows(*entries(19))).ending is None
    assert style(rows(*entries(20))).ending == Fact(".", count=20, total=20)
    bare = entries(2, "- [Bare {n}](https://example.org/b{n}) - Some words")
    assert style(rows(*entries(38), *bare)).ending == Fact(".", count=38, total=40)
    assert style(rows(*entries(37), *bare)).ending is None


def test_endings_by_script() -> None:
    chinese = entries(25, "- [Name {n}](https://example.org/c{n}) - 一些词。")
    found = style(rows(*entries(25), *chinese))
    assert (found.ending, found.ending_han) == (Fact(".", count=25, total=25), Fact("。", count=25, total=25))


def test_sections_of_their_own() -> None:
    text = rows(*entries(30), "", "## Other", "", *entries(6, "- [Other {n}](https://example.org/o{n}): Some words."))
    document = parse(Source("list.md", text))
    found = infer(document, StyleOptions())
    other = document.all_sections[1]
    assert found.separator == Fact(" - ", count=30, total=36)
    assert found.of(other).separator == Fact(": ", count=6, total=6)
    assert found.of(document.all_sections[0]) is found


def test_few_slips_make_no_section_of_its_own() -> None:
    text = rows(*entries(30), "", "## Other", "", *entries(4, "- [Other {n}](https://example.org/o{n}): Some words."))
    assert style(text).local == {}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("- [Name {n}](https://example.org/{n})", "plain"),
        ("- [**Name {n}**](https://example.org/{n})", "bold-inside"),
        ("- **[Name {n}](https://example.org/{n})**", "bold-outside"),
        ("- [`name{n}`](https://example.org/{n})", "code-inside"),
        ("- [*Name {n}*](https://example.org/{n})", "italic-inside"),
        ("- _[Name {n}](https://example.org/{n})_", "italic-outside"),
        ("- [**Name** {n}](https://example.org/{n})", "plain"),
    ],
)
def test_title_marks(line: str, found: str) -> None:
    assert style(rows(*entries(20, line))).title_decoration == Fact(found, count=20, total=20)


def test_bullets_outermost_and_nested() -> None:
    lines = [line for n in range(6) for line in (f"* [Name {n}](https://example.org/{n})", f"    - a note {n}")]
    found = style(rows(*lines))
    assert found.marker == Fact("*", count=6, total=6)
    assert found.nested_marker == Fact("-", count=6, total=6)
    assert found.indent == Fact(4, count=6, total=6)


def test_a_tab_is_an_indent() -> None:
    lines = [line for n in range(6) for line in (f"- [Name {n}](https://example.org/{n})", f"\t- a note {n}")]
    assert style(rows(*lines)).indent == Fact("tab", count=6, total=6)


def test_blank_lines() -> None:
    text = "# List\n\nIntro.\n\n" + "".join(
        f"## Part {n}\n- [One {n}](https://example.org/a{n})\n\n- [Two {n}](https://example.org/b{n})\n\n\n" for n in range(6)
    )
    found = style(text)
    assert found.blank_between_items == Fact(value=True, count=6, total=6)
    assert found.blank_after_heading == Fact(0, count=6, total=7)
    assert found.blank_before_heading == Fact(2, count=5, total=6)


def test_doi_form() -> None:
    line = "- [Paper {n}](https://doi.org/10.1000/{n})"
    old = "- [Old](http://dx.doi.org/10.1000/old)"
    assert style(rows(*entries(6, line), old)).doi == Fact("https://doi.org", count=6, total=7)
    assert style(rows(*entries(3, line), old)).doi is None


def test_spacing_is_no_matter_of_links_and_code() -> None:
    tight = entries(25, "- [Name {n}](https://example.org/中a文) - 用API做。")
    code = entries(9, "- [Code {n}](https://example.org/c{n}) - 用 `中 a` 做。")
    assert style(rows(*tight, *code)).han_latin == Fact("tight", count=50, total=50)


def test_order_of_parts() -> None:
    line = "- **Name {n}**, Ann Example and Bob Example, 2023. [[paper](https://example.org/{n})]"
    found = style(rows(*entries(25, line))).field_order
    assert found is None or found.value[0] == "title"


def test_contents_list() -> None:
    names = [f"Part {n}" for n in range(5)]
    toc = "".join(f"- [{name}](#{name.lower().replace(' ', '-')})\n" for name in names[:4])
    body = "".join(f"\n## {name}\n\n- [One](https://example.org/{name[-1]})\n" for name in names)
    found = style(f"# List\n\n## Contents\n\n{toc}{body}").contents
    assert found is not None
    assert (found.value.first_level, found.value.last_level, found.value.depth) == (2, 2, 1)
    assert found.evidence == "4 of 5"
