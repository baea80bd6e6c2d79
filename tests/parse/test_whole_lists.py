"""What only the neighbours of a line tell: paragraphs, folds, credits, recurring labels, indentation."""

from __future__ import annotations

import pytest

from listlint.model import Container, Item
from listlint.parse import parse
from listlint.text import Source

Row = tuple[str, str | None, str | None, str | None]
"""Kind, title, URL, summary."""


def items(text: str) -> list[Item]:
    document = parse(Source("list.md", text))
    return [inner for top in document.sections for section in top.walk() for item in section.items for inner in item.walk()]


def rows(text: str) -> list[Row]:
    return [
        (
            str(item.kind),
            item.title.text if item.title else None,
            item.link.url if item.link else None,
            item.summary.text if item.summary else None,
        )
        for item in items(text)
    ]


SILENT = {
    "two numbered paragraphs are too few": "1、[锡](https://a.io)：切割\n\n2、[锌](https://b.io)：弯曲\n",
    "prose with an address below": "Read this first.\nhttps://a.io\n\nSome words.\n",
    "paragraphs with labelled links in a sentence": "See the [paper](https://a.io) of it.\n\nAnd the [code](https://b.io) too.\n\nAnd [docs](https://c.io).\n",
    "folds without links": "<details><summary>A</summary>\n\ntext\n</details>\n<details><summary>B</summary>\n\ntext\n</details>\n",
    "bold paragraphs above paragraphs of prose": "**Note**\n\nAll of it is good.\n\n**Tip**\n\nRead it twice.\n",
}


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT.keys())
def test_no_entries(text: str) -> None:
    assert rows(text) == []


def test_numbered_paragraphs_are_entries() -> None:
    text = "".join(f"{n}、[锡{n}](https://a.io/{n})：切割第 {n} 种\n\n" for n in range(1, 4))
    assert rows(text)[1] == ("entry", "锡2", "https://a.io/2", "切割第 2 种")


def test_titles_above_their_addresses_are_entries() -> None:
    text = "".join(f"{n}.주석 자료 {name}        \nhttps://a.io/{n}\n\n" for n, name in enumerate("가나다", 1))
    assert rows(text)[2] == ("entry", "주석 자료 다", "https://a.io/3", None)


REFERENCE = (
    '**[{n}]** Lee, Ann, Bob B. Ray, and Cy Fox. "**{title}**." Metal Letters 18.7 (2006): 1-27. [[pdf]](https://p.io/{n}) {rest}\n\n'
)


def test_references_are_entries() -> None:
    text = "".join(
        REFERENCE.format(n=n, title=title, rest=rest)
        for n, title, rest in [
            (1, "Tin for all seasons", "**(Tin)** :star:"),
            (2, "Zinc and brass", ""),
            (3, "Lead in time", "**(The first of them, and still the best to read)** :star::star:"),
        ]
    )
    assert rows(text) == [
        ("entry", "Tin for all seasons", "https://p.io/1", None),
        ("entry", "Zinc and brass", "https://p.io/2", None),
        ("entry", "Lead in time", "https://p.io/3", "(The first of them, and still the best to read)"),
    ]


def test_bold_titles_over_paragraphs_of_fields() -> None:
    text = "**Tin for All**\n\n论文：https://p.io\n\n代码：https://c.io\n"
    assert rows(text) == [("entry", "Tin for All", "https://p.io", None)]


@pytest.mark.parametrize("label", ["论文下载链接", "论文2", "代码和数据集", "代码（即将公开）", "主页", "解读1"])
def test_glued_labels_are_fields(label: str) -> None:
    text = f"**Tin for All**\n\n- 论文：https://p.io\n- {label}：https://c.io\n- Oral\n"
    assert [row[0] for row in rows(text)] == ["entry", "note", "note", "note"]


FOLD = """<details><summary><b><a href="https://a.io/{n}">{name}</a></b> (⭐ 2K) - Cuts {n}. <code>MIT</code></summary>

- [Shop](https://s.io/{n}) (9 · 3):
</details>
"""


def test_folds_that_are_links_are_entries_and_what_they_hold_is_theirs() -> None:
    text = "".join(FOLD.format(n=n, name=name) for n, name in enumerate(("Tin", "Zinc", "Lead")))
    found = items(text)
    assert [(str(item.kind), str(item.container)) for item in found] == [("entry", "html"), ("note", "list-item")] * 3
    assert rows(text)[2] == ("entry", "Zinc", "https://a.io/1", "Cuts 1.")
    assert found[2].span.of(text).endswith("</details>")
    assert found[2].container is Container.HTML


def test_names_where_summaries_stand_are_credits() -> None:
    names = ["Ann Lee (PDF)", "Bob Ray, Cy Fox", "D. E. Kay (HTML)", "Acme", 'Eve "Evi" Moon (PDF)', "Compiled from talks (PDF)"]
    text = "".join(f"- [Book {n}](https://a.io/{n}) - {name}\n" for n, name in enumerate(names))
    assert [row[3] for row in rows(text)] == [None] * 5 + ["Compiled from talks (PDF)"]
    assert [(field.name, field.text) for field in items(text)[1].fields] == [("authors", "Bob Ray, Cy Fox")]


def test_short_summaries_in_capitals_are_none() -> None:
    text = "".join(
        f"- [tool{n}](https://a.io/{n}) - {name}\n" for n, name in enumerate(["Image Viewer", "Web Server", "Parser", "Text Editor"])
    )
    assert [row[3] for row in rows(text)] == ["Image Viewer", "Web Server", "Parser", "Text Editor"]


def test_names_after_commas_are_credits_where_nothing_else_is() -> None:
    text = "".join(f"- [On tin {n}](https://a.io/{n}), {name}.\n" for n, name in enumerate(["Ann Lee", "Bob Ray", "Cy Fox"]))
    assert [row[3] for row in rows(text)] == [None] * 3
    text += "- [On zinc](https://z.io), how to bend it.\n"
    assert [row[3] for row in rows(text)] == ["Ann Lee.", "Bob Ray.", "Cy Fox.", "how to bend it."]


def test_what_recurs_below_entries_is_a_label() -> None:
    text = "".join(
        f"- [Course {n}](https://a.io/{n}) - All.\n  - [Problem Sets](https://p.io/{n})\n  - [Zinc {n}](https://z.io/{n}) - Bends.\n"
        for n in range(4)
    )
    assert [row[0] for row in rows(text)] == ["entry", "note", "entry"] * 4


def test_links_to_the_repository_itself_are_navigation() -> None:
    text = "- [How to help](CONTRIBUTING.md)\n- [Questions](https://github.com/x/y/issues)\n- [API](https://a.io)\n- [Terms](LICENSE)\n"
    assert [row[0] for row in rows(text)] == ["nav"] * 4


def test_an_item_indented_too_little_hangs_below_the_one_before() -> None:
    text = (
        "  * Tin [[Paper]](https://a.io)\n   * Ann Lee, Bob Ray, Tin for All, ACL, 2014.\n  * Foundry\n   * [Zinc](https://z.io) - Bends.\n"
    )
    assert [row[0] for row in rows(text)] == ["entry", "note", "group", "entry"]


CITED = [
    ("Ann Lee, Bob Ray and Cy Fox, Tin for all seasons, ACL, 2014. [[Paper]](https://p.io)", "Tin for all seasons"),
    ('Ann Lee, bob ray, Cy Fox, "Tin for all seasons", ICLR 2016. [[Paper](https://p.io)]', "Tin for all seasons"),
    ("Tin: melting and bending *Ann Lee et al. IEEE* [[paper](https://p.io)]", "Tin: melting and bending"),
    ("The Use of Tin, Hard Zinc, and Soft Lead in Art ([paper](https://p.io))", "The Use of Tin, Hard Zinc, and Soft Lead in Art"),
    ("Tin for all [[Paper]] (https://p.io)", "Tin for all"),
    ("Tin - The Metal - All of It https://p.io", "Tin - The Metal - All of It"),
]


@pytest.mark.parametrize(("line", "title"), CITED)
def test_titles_in_lines_without_markup(line: str, title: str) -> None:
    assert rows(f"- {line}\n") == [("entry", title, "https://p.io", None)]


LINKED = [
    ("[Tin](https://t.io) 📇 ☁️/🏠 - Cuts metal.", "Cuts metal."),
    ("[Tin](https://t.io) (1981) and The [Zinc](https://z.io) (1990): On metals.", "On metals."),
    ("[Tin](https://t.io) (for metal, but it works just as well with wood).", "(for metal, but it works just as well with wood)."),
    ("[Tin](https://t.io) (PDF, older versions)", None),
]


@pytest.mark.parametrize(("line", "summary"), LINKED)
def test_what_stands_behind_a_link(line: str, summary: str | None) -> None:
    assert rows(f"- {line}\n") == [("entry", "Tin", "https://t.io", summary)]


def test_a_comment_is_no_part_of_a_separator() -> None:
    (item,) = items("- [Tin](https://t.io) <!-- stars --> - Cuts.\n")
    assert item.separator is not None
    assert item.separator.text == " - "


def test_an_address_below_a_numbered_item_is_its_link() -> None:
    text = "1. Tin : The metal, all of it\nin one place\n\nhttps://t.io\n\n2. Zinc\nhttps://z.io\n"
    assert [row[:3] for row in rows(text)] == [("entry", "Tin", "https://t.io"), ("entry", "Zinc", "https://z.io")]


def test_a_name_linked_to_nothing_is_an_entry() -> None:
    assert rows("- [**Tin**]()\n")[0][:2] == ("entry", "Tin")
