"""What the entries of a list do: separator, bullet, title marks, ends of summaries, order of parts. Knows no layout."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal

from listlint.model import Container, Form, Kind
from listlint.style import endings, scope
from listlint.style.cases import Case
from listlint.style.facts import Decoration, Ending, Fact, FirstLetter, Marker
from listlint.style.thresholds import MIN_CASES, is_clear
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from listlint.model import Item
    from listlint.style.cases import Placed

_MARKS: Final[dict[str, Marker]] = {"-": "-", "*": "*", "+": "+"}
_OUTSIDE: Final[tuple[tuple[str, Decoration], ...]] = (
    ("**", "bold-outside"),
    ("__", "bold-outside"),
    ("*", "italic-outside"),
    ("_", "italic-outside"),
)
_WITHOUT_FIELDS: Final = frozenset(("title", "summary", "url"))
_INSIDE: Final[tuple[tuple[str, Decoration], ...]] = (
    ("**", "bold-inside"),
    ("__", "bold-inside"),
    ("*", "italic-inside"),
    ("_", "italic-inside"),
    ("`", "code-inside"),
)


def separators(items: Sequence[Placed]) -> list[Case[str]]:
    """What stands between link and summary in each entry that has both."""
    return [
        Case(written(item.separator.text), item.separator.span, section.span)
        for item, section, _ in items
        if item.separator and item.summary and scope.is_link_first(item)
    ]


def written(separator: str) -> str:
    """A separator as it is compared: a run of white space, line breaks among it, is one blank."""
    words = separator.split()
    before = " " if separator[:1].isspace() else ""
    after = " " if separator[-1:].isspace() else ""
    return f"{before}{' '.join(words)}{after}" if words else " "


def summaries(items: Sequence[Placed]) -> list[Case[bool]]:
    """Whether each link-first entry has a summary."""
    return [Case(item.summary is not None, item.head, None) for item, _, _ in items if scope.is_link_first(item)]


def markers(text: str, items: Sequence[Placed], *, nested: bool = False) -> list[Case[Marker]]:
    """The bullets of the items outermost in their sections, or of those nested in others; numbers are none."""
    return [
        Case(_MARKS[text[item.marker.start]], item.marker, section.span)
        for item, section, holder in items
        if item.marker is not None
        and item.container is Container.LIST_ITEM
        and item.kind is not Kind.NAV
        and (holder is not None) == nested
        and text[item.marker.start] in _MARKS
    ]


def decorations(text: str, items: Sequence[Placed]) -> list[Case[Decoration]]:
    """The marks around the title of each link-first entry."""
    return [
        Case(decoration(text, item), item.link.span, section.span)
        for item, section, _ in items
        if item.link is not None and item.link.kind in {"inline", "reference"} and item.title and scope.is_link_first(item)
    ]


def decoration(text: str, item: Item) -> Decoration:
    """The marks around the whole title of a link-first entry."""
    link = item.link
    if link is None:
        return "plain"
    label = link.label.of(text).strip()
    for mark, name in _INSIDE:
        inner = label[len(mark) : -len(mark)]
        if inner and label.startswith(mark) and label.endswith(mark) and mark not in inner:
            return name
    for mark, name in _OUTSIDE:
        if text.endswith(mark, item.head.start, link.span.start) and text.startswith(mark, link.span.end):
            return name
    return "plain"


def ends(text: str, items: Sequence[Placed], wanted: Literal["han", "latin"]) -> list[Case[Ending]]:
    """How the summaries in the script `wanted` end, those apart that end well in any list."""
    found: list[Case[Ending]] = []
    for item, section, _ in items:
        if item.summary is None or not scope.is_certain(item) or item.container is not Container.LIST_ITEM:
            continue
        end = endings.end_of(text, item)
        if end is not None and endings.script(item.summary.text) == wanted:
            found.append(Case(end[0], Span(max(item.summary.span.start, end[1] - 1), end[1]), section.span))
    return found


def first_letters(text: str, items: Sequence[Placed]) -> list[Case[FirstLetter]]:
    """The case of each summary's first letter; a small one only before a word that the list uses otherwise, too: the rest are names."""
    found: list[Case[FirstLetter]] = []
    words: list[str] = []
    for item, section, _ in items:
        if item.summary is None or not scope.is_certain(item) or item.container is not Container.LIST_ITEM:
            continue
        case = endings.first_letter(text, item)
        if case is not None:
            found.append(Case(case, Span(item.summary.span.start, item.summary.span.start + 1), section.span))
            words.append(endings.first_word(item.summary.text).casefold())
    if all(case.value == "upper" for case in found):
        return found
    common = common_words(items)
    return [case for case, word in zip(found, words, strict=True) if case.value == "upper" or word in common]


def common_words(items: Sequence[Placed]) -> frozenset[str]:
    """Words that summaries begin with in a capital, or have several times within; in small letters."""
    within: Counter[str] = Counter()
    first: set[str] = set()
    for item, _, _ in items:
        if item.summary is not None:
            word = endings.first_word(item.summary.text)
            within.update(item.summary.text.lower().split()[1:])
            if word[:1].isupper():
                first.add(word.casefold())
    return frozenset(first | {word for word, count in within.items() if count > 2})  # noqa: PLR2004 - by chance a name stands twice


def parts(item: Item) -> tuple[str, ...]:
    """The names of the entry's parts in the order they stand, each where it stands first: `("title", "authors", "url")`."""
    found: list[tuple[int, str]] = [(each.span.start, each.name) for each in item.fields if item.head.contains(each.span)]
    if item.title is not None:
        found.append((item.title.span.start, "title"))
    if item.summary is not None:
        found.append((item.summary.span.start, "summary"))
    if item.link is not None and item.form is not Form.LINK_FIRST:
        found.append((item.link.span.start, "url"))
    return tuple(dict.fromkeys(name for _, name in sorted(found)))


def field_order(items: Sequence[Placed]) -> Fact[tuple[str, ...]] | None:
    """The order that nearly all entries keep their parts in; None where no field stands in enough of them."""
    rows = [parts(item) for item, _, _ in items if scope.is_certain(item) and item.container is Container.LIST_ITEM]
    counts = Counter(name for row in rows for name in row)
    names = {name for name, count in counts.items() if count >= MIN_CASES}
    while len(names) > 2:  # noqa: PLR2004 - title and one more have nothing to be ordered
        order = _merged(rows, names)
        kept = [row for row in rows if sum(name in names for name in row) > 1 and not _WITHOUT_FIELDS.issuperset(row)]
        broken = Counter(name for row in kept for name in _out_of(order, row))
        count = sum(not _out_of(order, row) for row in kept)
        if is_clear(count, len(kept)):
            return Fact(order, count=count, total=len(kept))
        names.discard(broken.most_common(1)[0][0] if broken else "")
        if not broken:
            return None
    return None


def breaks_order(order: tuple[str, ...], item: Item) -> bool:
    """Whether the parts of the entry stand in another order."""
    return scope.is_certain(item) and item.container is Container.LIST_ITEM and bool(_out_of(order, parts(item)))


def _merged(rows: Sequence[tuple[str, ...]], names: set[str]) -> tuple[str, ...]:
    """`names` by how often each stands before the others."""
    before: Counter[tuple[str, str]] = Counter()
    for row in rows:
        known = [name for name in row if name in names]
        before.update((first, second) for at, first in enumerate(known) for second in known[at + 1 :])
    wins = {one: sum(before[one, two] > before[two, one] for two in names) for one in names}
    losses = {one: sum(before[one, two] < before[two, one] for two in names) for one in names}
    return tuple(sorted(names, key=lambda name: (losses[name] - wins[name], name)))


def _out_of(order: tuple[str, ...], row: tuple[str, ...]) -> list[str]:
    """The names in `row` that stand before one that `order` has before them; the title is never to blame."""
    places = [(order.index(name), name) for name in row if name in order]
    return [name for (one, name), (two, other) in pairwise(places) if one > two for name in (name, other)]
