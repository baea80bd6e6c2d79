"""LL504: contents that say what the headings say, or less on purpose, then each way to be stale."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Tried

NAMES = ["Words", "Lines", "Bytes", "Stars", "Trees"]


def contents(names: list[str], *, mark: str = "-") -> str:
    return "".join(f"{mark} [{name}](#{name.lower()})\n" for name in names)


def headings(names: list[str]) -> str:
    return "".join(f"\n## {name}\n\n- [{name} of it](https://example.org/{name})\n" for name in names)


def page(rows: str, names: list[str]) -> str:
    return f"# List\n\n{rows}{headings(names)}"


@pytest.mark.parametrize(
    "text",
    [
        page(contents(NAMES), NAMES),
        page(contents(NAMES, mark="1."), NAMES),
        page(contents(NAMES), [*NAMES, "License", "Contributing", "References"]),
        page(contents(NAMES[:3]), NAMES),
        page(contents(["📦 Words", *NAMES[1:]]).replace("📦 words", "words"), NAMES),
        page(contents(NAMES).replace("[Words]", "[**Words** (12)]"), NAMES),
        page(contents(NAMES).replace("[Words]", "[Wor]"), NAMES),
        page(contents(NAMES).replace("#words", "#Words"), NAMES),
        page(contents(NAMES), NAMES).replace("## Words\n", "## Words\n\n### Long ones\n\n- [x](https://example.org/x)\n"),
        page(contents(NAMES).replace("#words", "#w"), NAMES).replace("## Words", '<a name="w"></a>\n\n## Words'),
        page(contents(NAMES).replace("(#", "(#user-"), NAMES),
        "# List\n\n## Words\n\n- [x](https://example.org/x)\n",
    ],
)
def test_stale_contents_is_silent(tried: type[Tried], text: str) -> None:
    assert tried("LL504").said(text) == []


@pytest.mark.parametrize(
    ("rows", "names", "said"),
    [
        (contents([*NAMES, "Pages"]), NAMES, ['8:3 contents list "Pages", no heading has the anchor #pages']),
        (contents(NAMES), [*NAMES, "Clouds"], ['29:1 heading "Clouds" is not in the contents, 5 are']),
        (contents(NAMES).replace("[Words]", "[Sheep]"), NAMES, ['3:4 contents say "Sheep", the heading is "Words"']),
        (contents(NAMES).replace("#words", "#word"), NAMES, ['3:3 "Words" leads to #word, its heading is #words']),
        (
            contents(["Words", "Stars", "Lines", "Bytes", "Trees"]),
            NAMES,
            ['4:3 contents list "Stars" here, its heading stands behind "Bytes"'],
        ),
    ],
)
def test_stale_contents_is_found_once_a_fault(tried: type[Tried], rows: str, names: list[str], said: list[str]) -> None:
    for newline in ("\n", "\r\n"):
        assert tried("LL504").said(page(rows, names).replace("\n", newline)) == said


def test_stale_contents_knows_repeated_headings_by_where_they_stand(tried: type[Tried]) -> None:
    rows = "- [One](#one)\n  - [Web](#web)\n- [Two](#two)\n  - [Web](#web)\n"
    text = "# List\n\n" + rows + "".join(f"\n## {name}\n\n### Web\n\n- [x](https://example.org/{name})\n" for name in ("One", "Two"))
    assert tried("LL504").said(text) == ['6:5 "Web" leads to #web, its heading is #web-1']
    assert tried("LL504").said(text.replace("  - [Web](#web)\n\n", "  - [Web](#web-1)\n\n")) == []


def test_stale_contents_leads_rows_to_their_headings(tried: type[Tried]) -> None:
    for newline in ("\n", "\r\n"):
        text = page(contents(NAMES).replace("#words", "#word"), NAMES).replace("\n", newline)
        assert tried("LL504").fixed(text) == page(contents(NAMES), NAMES).replace("\n", newline)


def test_stale_contents_puts_rows_in_order_with_what_is_nested(tried: type[Tried]) -> None:
    below = "\n### Red\n\n- [Red of it](https://example.org/red)\n"
    rows = contents(NAMES).replace("- [Stars](#stars)\n", "- [Stars](#stars)\n  - [Red](#red)\n")
    mixed = "- [Stars](#stars)\n  - [Red](#red)\n" + contents([name for name in NAMES if name != "Stars"])
    names = headings(NAMES).replace("\n## Trees", f"{below}\n## Trees")
    assert tried("LL504").fixed(f"# List\n\n{mixed}{names}") == f"# List\n\n{rows}{names}"


GONE = contents(["Words", "Pages", "Bytes", "Lines", "Goats", "Trees"]).replace("[Goats](#goats)", "[Sheep](#stars)")
STALE = page(GONE, [*NAMES, "Clouds"])
FRESH = page(contents([*NAMES, "Clouds"]), [*NAMES, "Clouds"])


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_stale_contents_writes_the_rows_anew(tried: type[Tried], newline: str) -> None:
    assert tried("LL504").fixed(STALE.replace("\n", newline)) == FRESH.replace("\n", newline)


@pytest.mark.parametrize("mark", ["1.", "2)"])
def test_stale_contents_writes_numbers_as_they_are(tried: type[Tried], mark: str) -> None:
    assert tried("LL504").fixed(page(contents(["Words", "Stars", "Lines", "Bytes", "Trees"], mark=mark), NAMES)) == page(
        contents(NAMES, mark=mark), NAMES
    )


def test_stale_contents_counts_on(tried: type[Tried]) -> None:
    names = [f"Part{letter}" for letter in "abcdefghijkl"]
    rows = contents(names, mark="N.")
    fresh, stale = (
        page("".join(f"{at}{line[1:]}\n" for at, line in enumerate(text.splitlines(), 1)), names)
        for text in (rows, rows.replace("N. [Partb](#partb)\n", "").replace("[Partf](#partf)", "[Gone](#gone)\nN. [Partf](#partf)"))
    )
    assert tried("LL504").fixed(stale) == fresh


def test_stale_contents_writes_rows_as_the_others_are(tried: type[Tried]) -> None:
    heads = headings(["🔢 Words (3)", "📏 Lines (4)", "💾 Bytes (1)", "⭐ Stars (2)", "🌲 Trees (5)"])
    rows = "".join(
        f"* **[{name}](#-{name.lower()}-{count})**\n" for name, count in (("Words", 3), ("Bytes", 1), ("Stars", 2), ("Trees", 5))
    )
    added = rows.replace("* **[Bytes]", "* **[Lines](#-lines-4)**\n* **[Bytes]")
    assert tried("LL504").fixed(f"# List\n\n{rows}{heads}") == f"# List\n\n{added}{heads}"


@pytest.mark.parametrize(
    ("rows", "left"),
    [
        (contents([*NAMES, "Pages"]).replace("[Pages](#pages)", "[Pages](#pages) of old"), 1),
        (contents([*NAMES, "Pages"]) + "  - [Leaves](#leaves)\n", 2),
        (contents(NAMES).replace("](", "] ⭐](").replace("[", "[["), 0),
        (contents(NAMES[:-1]).replace(")\n", ") ⭐\n"), 1),
    ],
)
def test_stale_contents_leaves_what_says_more(tried: type[Tried], rows: str, left: int) -> None:
    text = page(rows, NAMES)
    fixed = tried("LL504").fixed(text)
    assert len(tried("LL504").said(fixed)) == left
    assert fixed == text


def test_a_renamed_heading_is_one_fault(tried: type[Tried]) -> None:
    text = page(contents(["Words", "Pages", "Bytes", "Stars", "Trees"]), NAMES)
    assert tried("LL504").said(text) == ['4:3 contents list "Pages", the heading there is "Lines"']
    assert tried("LL504").fixed(text) == page(contents(NAMES), NAMES)


def test_what_stands_before_the_first_listed_heading_need_not_be_listed(tried: type[Tried]) -> None:
    assert tried("LL504").said(page(contents(NAMES), ["Read this first", *NAMES])) == []


def test_complete_contents_list_every_heading_beside_a_listed_one(tried: type[Tried]) -> None:
    text = "# T\n\n- [A](#a)\n  - [B](#b)\n- [C](#c)\n- [G](#g)\n\n" + "".join(
        f"{heading}\n\ntext\n\n" for heading in ("## A", "### B", "### D", "## C", "### E", "## F", "## G", "## Contributing")
    )
    assert tried("LL504").said(text) == ['28:1 heading "F" is not in the contents, 4 are']  # the others may be left out on purpose
    assert tried("LL504", "[rules.stale-contents]\ncomplete = true").said(text) == [
        '3:3 contents don\'t list the heading "F" beside "A"',
        '4:5 contents don\'t list the heading "D" beside "B"',
    ]
