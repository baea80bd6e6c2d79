"""Contents lists written anew: what is proved, and every way in which a rule might do more."""

from __future__ import annotations

import pytest

from listlint.edits import Edit, Fix, apply
from listlint.formatter.proof import Change, prove
from listlint.formatter.reading import Reading
from listlint.text import Source, Span

ROWS = "- [Words](#words)\n- [Pages](#pages)\n- [Sheep](#stars)\n- **[Trees](#trees)** of it\n  - [Oaks](#oaks)\n"
REST = """
## Words

- [a](https://example.org/a) - Counts.

## Lines (4)

- [b](https://example.org/b) - Counts.

## Stars

- [c](https://example.org/c) - Counts.

## Trees

### Oaks

- [d](https://example.org/d) - Counts.
"""
LIST = f"# List\n\n{ROWS}{REST}"


def failures(text: str, *pairs: tuple[str, str], reach: str = ROWS) -> list[str]:
    """What speaks against each first text of `pairs` having become the second in the contents."""
    edits = []
    for old, new in pairs:
        at = text.index(old)
        edits.append(Edit(Span(at, at + len(old)), new))
    at = text.index(reach)
    fix = Fix("contents", tuple(sorted(edits)), contents=(Span(at, at + len(reach)),))
    after = apply(text, fix.edits)
    before, now = Reading(Source("list.md", text)), Reading(Source("list.md", after))
    return [failure.reason for failure in prove(before, now, Change.of([fix]))]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "pair",
    [
        ("- [Pages](#pages)\n", ""),
        ("- [Pages](#pages)\n", "- [Lines (4)](#lines-4)\n"),
        ("- [Words](#words)\n", "- [Words](#words)\n- [Lines](#lines-4)\n"),
        ("- [Words](#words)\n- [Pages](#pages)\n", "- [Pages](#pages)\n- [Words](#words)\n"),
        ("Sheep", "Stars"),
        ("- [Words](#words)\n- [Pages](#pages)\n- [Sheep](#stars)\n", "- [Stars](#stars)\n- [Words](#words)\n"),
        (ROWS[: ROWS.index("- **")], "- [Words](#words)\n- [**Lines**](#lines-4)\n- [Stars](#stars)\n"),
    ],
)
def test_rows_come_go_and_change_places(newline: str, pair: tuple[str, str]) -> None:
    old, new = (each.replace("\n", newline) for each in pair)
    assert failures(LIST.replace("\n", newline), (old, new), reach=ROWS.replace("\n", newline)) == []


def test_rows_take_other_numbers() -> None:
    rows = "1. [Words](#words)\n2. [Pages](#pages)\n3. [Stars](#stars)\n"
    text = f"# List\n\n{rows}{REST}"
    assert failures(text, (rows, "1. [Words](#words)\n2. [Stars](#stars)\n"), reach=rows) == []
    assert failures(text, (rows, "2. [Words](#words)\n3. [Stars](#stars)\n"), reach=rows) != []


NEW = "a new row would not be what a heading says, with a link to it (GitHub's renderer)"
GONE = "a row would go that leads somewhere or says more than its link (GitHub's renderer)"


@pytest.mark.parametrize(
    ("pair", "reason"),
    [
        (("Sheep", "Goats"), NEW),
        (("Sheep", "Words"), NEW),
        (("Sheep", "12. Stars"), NEW),
        (("Sheep", "Stars (9)"), NEW),
        (("[Sheep](#stars)", "[Stars](#stars) of old"), NEW),
        (("[Sheep](#stars)", "[Stars](#stars) ⭐"), NEW),
        (("[Sheep](#stars)", "[Stars](#words)"), NEW),
        (("[Sheep](#stars)", "[Stars](https://example.org/stars)"), NEW),
        (("[Sheep](#stars)", "[Stars](#stars) [Words](#words)"), NEW),
        (("[Sheep](#stars)", "[Stars](#stars) ![x](y.png)"), NEW),
        (("[Sheep](#stars)", "[Stars](#stars) `x`"), NEW),
        (("[Sheep](#stars)", "[Stars](#stars) <b>x</b>"), NEW),
        (("[Sheep](#stars)", "Stars"), NEW),
        (("- [Sheep](#stars)\n", "[Stars](#stars)\n"), None),
        (("- [Sheep](#stars)\n", "- [Lines](#lines-4)\n"), GONE),
        (("- [Sheep](#stars)\n", ""), GONE),
        (("- [Words](#words)\n", ""), GONE),
        (("- **[Trees](#trees)** of it\n", "- [Trees](#trees)\n"), GONE),
        (("- [Words](#words)\n- [Pages](#pages)\n", "- [Words](#words)\n  - [Pages](#pages)\n"), None),
        (("- [Pages](#pages)\n", "* [Pages](#pages)\n"), None),
        (("- [Pages](#pages)\n", "- [Pages](#pages)\n<!-- x -->\n"), None),
        (("- [Pages](#pages)\n", "\ntext\n\n"), None),
        (("- [Pages](#pages)\n", "- \n"), None),
    ],
)
def test_nothing_else_may_change(pair: tuple[str, str], reason: str | None) -> None:
    found = failures(LIST, pair)
    assert len(found) == 1
    assert reason in {None, found[0]}


def test_a_row_takes_what_is_nested_along() -> None:
    trees = "- **[Trees](#trees)** of it\n  - [Oaks](#oaks)\n"
    rest = ROWS.replace(trees, "")
    assert failures(LIST, (ROWS, trees + rest)) == []
    stray = "- [Words](#words)\n  - [Oaks](#oaks)\n" + rest.replace("- [Words](#words)\n", "") + "- **[Trees](#trees)** of it\n"
    assert failures(LIST, (ROWS, stray)) == ["a row would stand in another one"]


def test_nothing_beside_the_contents_may_change() -> None:
    assert failures(LIST, ("Counts.", "Counted.")) == ["a fix of the contents would reach beyond them"]
    assert failures(LIST, ("Counts.", "Counted."), reach=LIST) != []
    assert failures(LIST, ("## Words", "## Verbs"), reach=LIST) != []
    assert failures(LIST, ("- [a](https://example.org/a) - Counts.\n", ""), reach=LIST) != []
    assert failures(LIST, ("# List\n\n", "# List\n\n- [Words](#words)\n\n"), reach=LIST) != []
