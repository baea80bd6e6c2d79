"""The tree of a list, for programs and for people; documents are made by hand so that no parser is in the way."""

from __future__ import annotations

import json

import pytest

from listlint.model import Container, Document, Field, Form, Item, Kind, Link, Part, Section
from listlint.report import tree
from listlint.report.schemas import TreeReport
from listlint.text import Source, Span

TEXT = """\
Before.

# 论文 List

- [contents](#a)
- [more](#b)

## A

- [论文](https://www.arxiv.org/abs/1), 好的 summary [code](https://x.io/c)
  - a remark
- Topic
  - plain name
-
"""


def at(part: str, after: str = "") -> Span:
    start = TEXT.index(part, TEXT.index(after))
    return Span(start, start + len(part))


def part(text: str) -> Part:
    return Part(at(text), text)


def link(text: str, url: str) -> Link:
    return Link("inline", at(f"[{text}]({url})"), at(text), at(url), url, url, text)


def item(kind: Kind, span: Span, title: str | None = None, *children: Item, form: Form | None = None) -> Item:
    named = None if title is None else part(title)
    return Item(kind, Container.LIST_ITEM, span, Span(min(span.start + 2, span.end), span.end), title=named, children=children, form=form)


PAPER, CODE = link("论文", "https://www.arxiv.org/abs/1"), link("code", "https://x.io/c")
FULL = Item(
    Kind.ENTRY,
    Container.LIST_ITEM,
    Span(at("- [论文]").start, at("- a remark").end),
    Span(PAPER.span.start, CODE.span.end),
    form=Form.LINK_FIRST,
    title=part("论文"),
    link=PAPER,
    links=(PAPER, CODE),
    separator=Part(at(", ", "[论文]"), ", "),
    summary=part("好的 summary"),
    fields=(Field("code", CODE.span, "code"),),
    children=(item(Kind.NOTE, at("- a remark")),),
)
TOPIC = item(
    Kind.GROUP,
    Span(at("- Topic").start, at("- plain name").end),
    "Topic",
    item(Kind.ENTRY, at("- plain name"), "plain name", form=Form.UNLINKED),
)
END = len(TEXT) - 1
INNER = Section(2, "A", at("## A"), "a", Span(at("## A").start, END), items=(FULL, TOPIC, item(Kind.EMPTY, Span(END - 1, END))))
NAV = (item(Kind.NAV, at("- [contents](#a)")), item(Kind.NAV, at("- [more](#b)")))
OUTER = Section(1, "论文 List", at("# 论文 List"), "论文-list", Span(at("# 论文").start, END), items=NAV, sections=(INNER,))
FIRST = Section(0, "", None, "", Span(0, at("# 论文").start))
DOCUMENT = Document(Source("list.md", TEXT), (FIRST, OUTER))


def test_json_is_flat_and_in_document_order() -> None:
    report = tree(DOCUMENT, output="json", file="list.md")
    TreeReport.model_validate_json(report)
    read = json.loads(report)
    assert {key: read[key] for key in ("version", "file", "sections")} == {
        "version": 1,
        "file": "list.md",
        "sections": [
            {"level": 0, "title": "", "slug": "", "line": 1, "entries": 0, "meta": None, "parent": None},
            {"level": 1, "title": "论文 List", "slug": "论文-list", "line": 3, "entries": 0, "meta": None, "parent": None},
            {"level": 2, "title": "A", "slug": "a", "line": 8, "entries": 2, "meta": None, "parent": 1},
        ],
    }
    columns = ("line", "end_line", "column", "kind", "title", "parent")
    assert [tuple(row[key] for key in columns) for row in read["items"]] == [
        (5, 5, 1, "nav", None, None),
        (6, 6, 1, "nav", None, None),
        (10, 11, 1, "entry", "论文", None),
        (11, 11, 3, "note", None, 2),
        (12, 13, 1, "group", "Topic", None),
        (13, 13, 3, "entry", "plain name", 4),
        (14, 14, 1, "empty", None, None),
    ]


def test_json_has_every_part_of_an_entry() -> None:
    assert json.loads(tree(DOCUMENT, output="json", file="list.md"))["items"][2] == {
        "line": 10,
        "end_line": 11,
        "column": 1,
        "kind": "entry",
        "form": "link-first",
        "section": ["论文 List", "A"],
        "title": "论文",
        "url": "https://www.arxiv.org/abs/1",
        "links": [
            {"label": "论文", "url": "https://www.arxiv.org/abs/1", "kind": "inline", "line": 10, "column": 3},
            {"label": "code", "url": "https://x.io/c", "kind": "inline", "line": 10, "column": 49},
        ],
        "separator": ", ",
        "summary": "好的 summary",
        "fields": [{"name": "code", "text": "code"}],
        "parent": None,
        "verbatim": False,
    }


def test_text_is_an_outline() -> None:
    assert tree(DOCUMENT, output="text", file="list.md") == (
        "list.md: 2 entries in 2 sections\n"
        "\n"
        " 3  # 论文 List (2 entries)\n"
        " 5    nav: 2 items\n"
        "\n"
        " 8    ## A (2 entries)\n"
        "10      - 论文          arxiv.org +1\n"
        "11        note: a remark\n"
        "12      + Topic (1)\n"
        "13        - plain name  (no link)\n"
        "14      (empty)\n"
    )


def test_a_list_without_anything_is_one_line() -> None:
    assert tree(Document(Source("list.md", ""), ()), output="text", file="list.md") == "list.md: 0 entries in 0 sections\n"
    assert json.loads(tree(Document(Source("list.md", ""), ()), output="json", file="list.md")) == {
        "version": 1,
        "file": "list.md",
        "sections": [],
        "items": [],
    }


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://www.example.org/a?b", "example.org"),
        ("https://user:secret@example.org:8080/a", "example.org:8080"),
        ("//example.org?q=a@b", "example.org"),
        ("HTTP://Example.org", "Example.org"),
        ("#anchor", "#anchor"),
        ("docs/guide.md", "docs/guide.md"),
        ("docs//guide.md", "docs//guide.md"),
        ("mailto:a@b.c", "mailto:a@b.c"),
        ("https://", "https://"),
        ("", "(empty link)"),
        ("https://a\u202eb/", r"a\u202eb"),
    ],
)
def test_the_outline_names_the_domain(url: str, domain: str) -> None:
    span = Span(0, 1)
    entry = Item(Kind.ENTRY, Container.LIST_ITEM, span, span, title=Part(span, "x"), link=Link("inline", span, span, span, url, url, "x"))
    document = Document(Source("list.md", "x\n"), (Section(0, "", None, "", span, items=(entry,)),))
    assert tree(document, output="text", file="list.md").splitlines()[-1] == f"1  - x  {domain}"


def test_navigation_is_counted_and_what_stands_below_it_is_kept() -> None:
    text = "- nav\n  - nav\n    - entry\n"
    entry = Item(Kind.ENTRY, Container.LIST_ITEM, Span(18, 25), Span(20, 25))
    inner = Item(Kind.NAV, Container.LIST_ITEM, Span(8, 25), Span(10, 13), children=(entry,))
    outer = Item(Kind.NAV, Container.LIST_ITEM, Span(0, 25), Span(2, 5), children=(inner,))
    document = Document(Source("list.md", text), (Section(0, "", None, "", Span(0, 25), items=(outer,)),))
    assert tree(document, output="text", file="list.md").splitlines()[2:] == ["1  nav: 2 items", "3    - entry  (no link)"]


def test_two_thousand_levels_are_no_trouble() -> None:
    span = Span(0, 3)
    nested = Item(Kind.ENTRY, Container.LIST_ITEM, span, span)
    for _ in range(2000):
        nested = Item(Kind.ENTRY, Container.LIST_ITEM, span, span, children=(nested,))
    document = Document(Source("list.md", "- x\n"), (Section(0, "", None, "", span, items=(nested,)),))
    assert json.loads(tree(document, output="json", file="list.md"))["items"][-1]["parent"] == 1999
    assert len(tree(document, output="text", file="list.md")) < 200_000
