"""`[style] prefer = "list"`: the list's own majority comes before what is configured."""

from __future__ import annotations

from listlint.parse import parse
from listlint.style import StyleOptions, infer
from listlint.text import Source

CONFIGURED = StyleOptions(separator=" - ", marker="-", ending=".")
PREFERRING = StyleOptions(prefer="list", separator=" - ", marker="-", ending=".")


def listing(separator: str, words: str, count: int = 10) -> str:
    """A list of entries that are alike."""
    return "# T\n\n" + "".join(f"* [a{n}](https://example.org/{n}){separator}{words}\n" for n in range(count))


def facts(text: str, wanted: StyleOptions) -> tuple[object, ...]:
    """Separator, marker and ending, and whether each is configured."""
    style = infer(parse(Source("list.md", text)), wanted)
    found = (style.separator, style.marker, style.ending)
    return tuple((fact.value, fact.configured) if fact else None for fact in found)


def test_what_is_configured_holds() -> None:
    assert facts(listing(": ", "the words"), CONFIGURED) == ((" - ", True), ("-", True), (".", True))


def test_the_lists_own_majority_comes_first() -> None:
    assert facts(listing(": ", "the words"), PREFERRING) == ((": ", False), ("*", False), ("none", False))


def test_what_is_configured_holds_where_the_list_does_not_tell() -> None:
    assert facts("# T\n\ntext\n", PREFERRING) == ((" - ", True), ("-", True), (".", True))
