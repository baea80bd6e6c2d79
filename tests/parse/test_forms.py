"""The ways to write an entry: which part of the line is what."""

from __future__ import annotations

import pytest

from listlint.model import Form, Item, Kind
from listlint.parse import parse
from listlint.text import Source

Seen = tuple[str | None, str | None, str | None, str | None]
"""Title, URL, separator as written, summary."""

LINK_FIRST = [
    ("[Tin](https://t.io) - Cuts metal.", ("Tin", "https://t.io", " - ", "Cuts metal.")),
    ("[Tin](https://t.io) – Cuts metal.", ("Tin", "https://t.io", " – ", "Cuts metal.")),
    ("[Tin](https://t.io) — Cuts metal.", ("Tin", "https://t.io", " — ", "Cuts metal.")),
    ("[Tin](https://t.io): Cuts metal.", ("Tin", "https://t.io", ": ", "Cuts metal.")),
    ("[Tin](https://t.io) : Cuts metal.", ("Tin", "https://t.io", " : ", "Cuts metal.")),
    ("[锡](https://t.io)：切割金属。", ("锡", "https://t.io", "：", "切割金属。")),
    ("[锡](https://t.io)--切割金属。", ("锡", "https://t.io", "--", "切割金属。")),
    ("[Tin](https://t.io), cuts metal.", ("Tin", "https://t.io", ", ", "cuts metal.")),
    ("[锡](https://t.io)，切割金属。", ("锡", "https://t.io", "，", "切割金属。")),
    ("[Tin](https://t.io) | Cuts metal.", ("Tin", "https://t.io", " | ", "Cuts metal.")),
    ("[Tin](https://t.io) Cuts all the metal.", ("Tin", "https://t.io", " ", "Cuts all the metal.")),
    ("[Tin](https://t.io). Cuts metal.", ("Tin", "https://t.io", ". ", "Cuts metal.")),
    ("[Tin](https://t.io) -> Cuts metal.", ("Tin", "https://t.io", " -> ", "Cuts metal.")),
    ("[Tin](https://t.io)<br>Cuts metal.", ("Tin", "https://t.io", "<br>", "Cuts metal.")),
    ("**[Tin](https://t.io)** - Cuts metal.", ("Tin", "https://t.io", " - ", "Cuts metal.")),
    ("[**Tin.**](https://t.io) - Cuts metal.", ("Tin", "https://t.io", " - ", "Cuts metal.")),
    ("[Tin][r] - Cuts metal.\n\n[r]: https://t.io", ("Tin", "https://t.io", " - ", "Cuts metal.")),
    ("[Tin](https://t.io)", ("Tin", "https://t.io", None, None)),
    ("[Tin](https://t.io),", ("Tin", "https://t.io", ",", None)),
    ("[Tin](https://t.io) -", ("Tin", "https://t.io", " -", None)),
    ("[ Tin ](https://t.io)", ("Tin", "https://t.io", None, None)),
    ("[[Un]Tin](https://t.io)", ("[Un]Tin", "https://t.io", None, None)),
    ("[tin[cut]](https://t.io) - Cuts.", ("tin[cut]", "https://t.io", " - ", "Cuts.")),
    ("[Tin - Metal cutter](https://t.io)", ("Tin - Metal cutter", "https://t.io", None, None)),
    ("[🔧 Tin](https://t.io) - Cuts metal.", ("Tin", "https://t.io", " - ", "Cuts metal.")),
    ("[Tin](https://t.io) :zap: - Cuts metal.", ("Tin", "https://t.io", " - ", "Cuts metal.")),
    ("[Tin](https://t.io) - 🆓 Cuts metal.", ("Tin", "https://t.io", " - ", "Cuts metal.")),
    ("[Tin](https://t.io) ![s](https://b.io/s.svg) - Cuts metal.", ("Tin", "https://t.io", " - ", "Cuts metal.")),
    ("![s](https://b.io/s.svg) [Tin](https://t.io) - Cuts metal.", ("Tin", "https://t.io", " - ", "Cuts metal.")),
    ("[Tin](https://t.io) <kbd>MIT</kbd> - Cuts metal.", ("Tin", "https://t.io", " - ", "Cuts metal.")),
    ("[Tin](https://t.io) - Cuts metal. [MIT]", ("Tin", "https://t.io", " - ", "Cuts metal.")),
    ("[Tin](https://t.io) - Cuts metal. `MIT` `Go`", ("Tin", "https://t.io", " - ", "Cuts metal.")),
    ("[Tin](https://t.io) - Cuts metal. [website](https://w.io)", ("Tin", "https://t.io", " - ", "Cuts metal.")),
    ("[Tin](https://t.io) - Cuts. ([Demo](https://d.io), [Source Code](https://s.io)) `MIT`", ("Tin", "https://t.io", " - ", "Cuts.")),
    ("[Tin](https://t.io) - Cuts `metal`.", ("Tin", "https://t.io", " - ", "Cuts metal.")),
    ("[Tin](https://t.io) - See the [book](https://b.io) on metal.", ("Tin", "https://t.io", " - ", "See the book on metal.")),
    ("[Tin](https://t.io) by Ann Lee", ("Tin", "https://t.io", None, None)),
    ("[Tin](https://t.io) by [@ann](https://a.io): Cuts metal.", ("Tin", "https://t.io", ": ", "Cuts metal.")),
    ("[Tin.](https://t.io) _Ann Lee, Bob Ray, Cy Fox._ Arxiv 2023.", ("Tin", "https://t.io", None, None)),
    ("[Tin](https://t.io) / [Zinc](https://z.io) - Cut metal.", ("Tin", "https://t.io", " - ", "Cut metal.")),
    ("[Tin](https://t.io), [Zinc](https://z.io) - Cut metal.", ("Tin", "https://t.io", " - ", "Cut metal.")),
    ("Paper: [Tin for All](https://t.io)", ("Tin for All", "https://t.io", None, None)),
    ("2.23 - Metal Weekly - [Tin for All](https://t.io)", ("Tin for All", "https://t.io", None, None)),
    ("**2023.05** [Tin for All](https://t.io)", ("Tin for All", "https://t.io", None, None)),
    ("[arxiv 2023] [Tin for All](https://t.io) [[Code]](https://c.io)", ("Tin for All", "https://t.io", None, None)),
]  # fmt: skip

TITLE_THEN_LINKS = [
    ("**Tin for All**, Ann Lee et al. [[Paper](https://p.io)] [[Code](https://c.io)]", ("Tin for All", "https://p.io", None, None)),
    ("**Tin for All**, Ann Lee et al. [[Code](https://c.io)] [[Paper](https://p.io)]", ("Tin for All", "https://p.io", None, None)),
    ("(ACL 2022) [💬 3D] **Tin for All**, Ann Lee et al. [[Paper](https://p.io)]", ("Tin for All", "https://p.io", None, None)),
    ('Tin: **"Tin for All Seasons"**. 2022. [Paper](https://p.io)', ("Tin for All Seasons", "https://p.io", None, None)),
    ('**Tin**: "Tin for All Seasons", ACL, 2022 (*Acme*). [[Paper](https://p.io)]', ("Tin for All Seasons", "https://p.io", None, None)),
    ("Tin for all seasons (2015), A. Lee et al. [[pdf]](https://p.io)", ("Tin for all seasons", "https://p.io", None, None)),
    ("Tin, and zinc ([:x:](https://arxiv.org/abs/1), [:book:](https://b.io))", ("Tin, and zinc", "https://arxiv.org/abs/1", None, None)),
    ("05/16 - **Tin for All** <br>  ([News](https://n.io)),", ("Tin for All", "https://n.io", None, None)),
    ("10.19 - Tin for All: an agenda ([paper](https://p.io))", ("Tin for All: an agenda", "https://p.io", None, None)),
    ("3.15 - Will tin deliver? (JAMA [doi:10.1/x](https://p.io))", ("Will tin deliver?", "https://p.io", None, None)),
    ("[2021/03] Tin for All Seasons. [[paper](https://p.io)]", ("Tin for All Seasons", "https://p.io", None, None)),
    ("**Tin**: cuts the metal ([link](https://t.io))", ("Tin", "https://t.io", ": ", "cuts the metal")),
    ("**Tin** - [link](https://t.io) - Cuts the metal.", ("Tin", "https://t.io", " - ", "Cuts the metal.")),
    ("Facts on Tin: [#1](https://a.io) & [#2](https://b.io) - Tin is soft.", ("Facts on Tin", "https://a.io", " - ", "Tin is soft.")),
    ("《锡的故事》 [链接](https://t.io)", ("锡的故事", "https://t.io", None, None)),
    ("[Paper](https://p.io) | [Code](https://c.io) | **Tin for All**", ("Tin for All", "https://p.io", None, None)),
]  # fmt: skip

URLS = [
    ("Tin for All，https://t.io/a, 切割金属。", Form.TITLE_THEN_URL, ("Tin for All", "https://t.io/a", ", ", "切割金属。")),
    ("Tin for All，https://t.io/a，切割金属。", Form.TITLE_THEN_URL, ("Tin for All", "https://t.io/a", "，", "切割金属。")),
    ("Tin for All: <https://t.io/a>", Form.TITLE_THEN_URL, ("Tin for All", "https://t.io/a", None, None)),
    ("Tin:\nfor All，https://t.io/a, 切割。|", Form.TITLE_THEN_URL, ("Tin: for All", "https://t.io/a", ", ", "切割。")),
    ("https://t.io/a - Cuts metal.", Form.URL_FIRST, (None, "https://t.io/a", " - ", "Cuts metal.")),
    ("<https://t.io/a>", Form.URL_FIRST, (None, "https://t.io/a", None, None)),
]  # fmt: skip


def first(text: str) -> Item:
    return parse(Source("list.md", text)).items[0]


def seen(item: Item) -> Seen:
    return (
        item.title.text if item.title else None,
        item.link.url if item.link else None,
        item.separator.text if item.separator else None,
        item.summary.text if item.summary else None,
    )


@pytest.mark.parametrize(("line", "parts"), LINK_FIRST, ids=[line[:40] for line, _ in LINK_FIRST])
def test_a_link_opens_the_entry(line: str, parts: Seen) -> None:
    item = first(f"- {line}\n")
    assert (item.kind, item.form, *seen(item)) == (Kind.ENTRY, Form.LINK_FIRST, *parts)


@pytest.mark.parametrize(("line", "parts"), TITLE_THEN_LINKS, ids=[line[:40] for line, _ in TITLE_THEN_LINKS])
def test_a_title_comes_before_labelled_links(line: str, parts: Seen) -> None:
    item = first(f"- {line}\n")
    assert (item.kind, item.form, *seen(item)) == (Kind.ENTRY, Form.TITLE_THEN_LINKS, *parts)


@pytest.mark.parametrize(("line", "form", "parts"), URLS, ids=[line[:40] for line, _, _ in URLS])
def test_an_address_is_the_link(line: str, form: Form, parts: Seen) -> None:
    item = first(f"- {line}\n")
    assert (item.kind, item.form, *seen(item)) == (Kind.ENTRY, form, *parts)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_parts_have_exact_places(newline: str) -> None:
    text = f"# T{newline}{newline}-  Tin:{newline}for All，https://t.io/a，切割。 | {newline}"
    item = first(text)
    assert item.title
    assert item.link
    assert item.separator
    assert item.summary
    assert item.tail
    assert item.marker
    shown = [part.span.of(text) for part in (item.title, item.separator, item.summary, item.tail)]
    assert shown == [f"Tin:{newline}for All", "，", "切割。", "|"]
    assert item.marker.of(text) == "-  "
    assert item.link.span.of(text) == "https://t.io/a"
    assert item.link.rendered == "https://t.io/a，切割。"


def test_a_summary_goes_on_over_indented_lines() -> None:
    text = "- [Tin](https://t.io), first part\n  and *more* of it\n  to the end.\n"
    item = first(text)
    assert item.summary
    assert item.summary.text == "first part and more of it to the end."
    assert item.summary.span.of(text) == "first part\n  and *more* of it\n  to the end."


SPLIT = "1. **Tin for All.**{blank}\n   *Ann Lee, Bob Ray.* [[abs](https://p.io)], 2022.12\n"


@pytest.mark.parametrize("blank", ["", "\n"])
def test_a_split_entry_reads_the_same_with_and_without_its_blank_line(blank: str) -> None:
    item = first(SPLIT.format(blank=blank))
    assert (item.form, *seen(item)) == (Form.TITLE_THEN_LINKS, "Tin for All", "https://p.io", None, None)


def test_links_as_nobody_but_the_author_reads_them_are_verbatim() -> None:
    for line in ("[Tin][https://t.io] - Cuts.", "[Tin] (https://t.io) - Cuts."):
        item = first(f"- {line}\n")
        assert item.verbatim
        assert seen(item) == ("Tin", "https://t.io", " - ", "Cuts.")


def test_stray_brackets_are_no_part_of_the_url() -> None:
    for line in ("[Tin]([https://t.io/a)", "[Tin]((https://t.io/a))"):
        assert seen(first(f"- {line}\n"))[1] == "https://t.io/a"
