"""Order is claimed where nearly all neighbours keep it, and what stands out of it is named with its place."""

from __future__ import annotations

import pytest

from listlint.parse import parse
from listlint.style import Fact, Style, StyleOptions, infer
from listlint.style.ordering import Collation, runs, title_key
from listlint.style.orders import misplaced
from listlint.text import Source

NAMES = ("Alpha", "beta", "Čedar", "Delta", "echo", "Foxtrot", "golf", "Hotel", "India", "Juliett", "kilo", "Lima")


def listed(*sections: tuple[str, ...]) -> str:
    """A list with a section for each row of titles."""
    parts = [
        f"## Part {number}\n\n" + "".join(f"- [{title}](https://example.org/{number}/{n})\n" for n, title in enumerate(titles))
        for number, titles in enumerate(sections)
    ]
    return "# List\n\n" + "\n".join(parts)


def style(text: str, wanted: StyleOptions | None = None) -> Style:
    """What a list tells of its style."""
    return infer(parse(Source("list.md", text)), wanted or StyleOptions())


def moves(text: str, wanted: StyleOptions | None = None) -> list[tuple[str, str | None]]:
    """Titles that stand out of order, each with the title it belongs behind."""
    document = parse(Source("list.md", text))
    found = misplaced(document, infer(document, wanted or StyleOptions()))
    return [
        (move.entry.title.text, move.behind.title.text if move.behind is not None and move.behind.title else None)
        for _, _, several in found
        for move in several
        if move.entry.title
    ]


def test_by_title() -> None:
    assert style(listed(NAMES, NAMES)).order == Fact("title", count=22, total=22)
    assert moves(listed(NAMES, NAMES)) == []


def test_too_few_neighbours_tell_nothing() -> None:
    assert style(listed(NAMES[:8])).order is None


def test_no_order_is_said_to_be_none() -> None:
    mixed = ("Delta", "Alpha", "Lima", "beta", "kilo", "Hotel", "India", "echo", "golf", "Foxtrot", "Juliett", "Čedar")
    assert style(listed(mixed)).order == Fact("none", count=6, total=11)


def test_the_misplaced_entry_and_its_place() -> None:
    wrong = (*NAMES[:3], "Kappa", *NAMES[3:])
    assert moves(listed(NAMES, NAMES, wrong)) == [("Kappa", "Juliett")]
    assert moves(listed(NAMES, NAMES, (*NAMES, "Aardvark"))) == [("Aardvark", None)]


def test_groups_and_labels_begin_new_runs() -> None:
    text = listed(NAMES, NAMES) + "\nMore:\n\n- [Alpha](https://example.org/x)\n- [Beta](https://example.org/y)\n"
    assert moves(text) == []
    document = parse(Source("list.md", text))
    assert [len(run.entries) for run in runs(document)] == [12, 12, 2]


def test_a_section_without_order_in_an_ordered_list() -> None:
    mixed = ("Lima", "Alpha", "kilo", "beta", "India", "Delta", "Hotel", "echo", "golf", "Foxtrot", "Juliett", "Čedar")
    text = listed(*[NAMES] * 15, mixed)
    assert style(text).order == Fact("title", count=170, total=176)
    assert moves(text) == []


def test_an_ordered_section_in_a_list_without_order() -> None:
    letters = tuple(f"{first}{second}" for first in "abcdefg" for second in "xyz")
    mixed = ("Lima", "Alpha", "kilo", "beta", "India", "Delta", "Hotel", "echo", "golf", "Foxtrot", "Juliett", "Čedar")
    document = parse(Source("list.md", listed(letters, mixed, mixed)))
    found = infer(document, StyleOptions())
    assert found.order is not None
    assert found.order.value == "none"
    assert [found.of(section).order for section in document.all_sections[1:3]] == [Fact("title", count=20, total=20), found.order]


def test_newest_first() -> None:
    ids = [f"23{12 - n // 3:02}.{15000 - n * 100:05}" for n in range(30)]
    text = "# List\n\n" + "".join(f"- [Paper {n * 7 % 30}](https://arxiv.org/abs/{each})\n" for n, each in enumerate(ids))
    assert style(text).order == Fact("newest", count=29, total=29)
    late = text + "- [Late](https://arxiv.org/abs/2312.20000)\n"
    assert moves(late) == [("Late", None)]


def test_configured_for_a_section_and_those_below() -> None:
    text = listed(NAMES, ("Beta", "Alpha"))
    assert moves(text, StyleOptions(order="none", order_by_section={"part 1": "title"})) == [("Beta", "Alpha")] or moves(
        text, StyleOptions(order="none", order_by_section={"part 1": "title"})
    ) == [("Alpha", None)]
    assert moves(text, StyleOptions(order="none")) == []


@pytest.mark.parametrize(
    ("collation", "before", "after"),
    [
        ("plain", "apple", "Banana"),
        ("plain", "Éclair", "Fig"),
        ("plain", '"Quoted"', "Rest"),
        ("letters", "node-x", "nodez"),
        ("words", "The End", "Theatre"),
        ("articles", "The Apple", "Banana"),
        ("codes", "zeta", "éclair"),
        ("pinyin", "北京", "上海"),
    ],
)
def test_collations(collation: Collation, before: str, after: str) -> None:
    assert title_key(before, collation) < title_key(after, collation)
