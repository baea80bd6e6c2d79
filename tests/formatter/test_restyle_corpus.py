"""Real lists are restyled and come back. `python -m tests.formatter.test_restyle_corpus` runs all of them and prints figures."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from listlint import engine
from listlint.config.plan import Plan
from listlint.formatter import restyle
from listlint.model import Kind
from listlint.parse import parse
from listlint.style import StyleOptions, scope
from listlint.style.template import read
from listlint.style.template_infer import infer_template
from listlint.text import Source

if TYPE_CHECKING:
    from listlint.model import Item

CORPUS: Final = Path(__file__).parents[3] / "shared/corpus"
HIDDEN: Final = "[{title}]({url}) :: {summary}"
OPENING: Final = re.compile(r"^[ \t]*(?:[-*+]|\d{1,4}[.)])[ \t]+[^\[\n]{0,40}\[[^\]\n]+\]\(http", re.MULTILINE)
"""What a link-first entry looks like, at a glance."""
MIN_LINKED: Final = 20
SAMPLE: Final = 4
"""Every so many lists the test takes one, the smallest always; the command takes all."""


@dataclass(frozen=True)
class Outcome:
    """What became of the link-first entries of one list, there and back."""

    name: str
    template: str
    entries: int
    own: int
    """Entries with the very joint that the list's template has, and those left alone: the others come back as the list's."""
    hidden: int
    """Entries that were written otherwise."""
    back: int
    own_back: int
    lost: int
    """Entries whose words or addresses aren't all there."""


def lists() -> list[Path]:
    """The lists with enough link-first entries, the smallest first."""
    paths = sorted(CORPUS.glob("*__*.md"), key=lambda path: path.stat().st_size) + sorted(CORPUS.glob("reading-list.md"))
    return [path for path in paths if len(OPENING.findall(path.read_text(encoding="utf-8-sig"))) >= MIN_LINKED]


def source_of(path: Path) -> Source:
    return Source.decode(path.name, path.read_bytes())


def entries(source: Source) -> list[Item]:
    """Every entry, certain or not, in order: restyling adds none and takes none away."""
    return [item for item in parse(source).items if item.kind is Kind.ENTRY]


def restyled(source: Source, template: str) -> Source:
    options = StyleOptions(entry=template)
    fixed = engine.fix(source, restyle.plan(Plan((), style=options), options), unsafe=True)
    assert fixed.failure is None, fixed.failure
    return fixed.after.document.source


def bare(text: str) -> str:
    """`text` without what joints are made of."""
    return "".join(char for char in text if char.isalnum())


def there_and_back(path: Path) -> Outcome:
    source = source_of(path)
    fact = infer_template(parse(source))
    template = fact.value if fact else "[{title}]({url}) - {summary}"
    hidden = restyled(source, HIDDEN)
    back = restyled(hidden, template)
    joint = chunk.joint if (chunk := read(template).chunk("summary")) else ""
    items = entries(source)
    own = set(scope.entries(parse(source)))
    chosen = [at for at, item in enumerate(items) if item in own and scope.is_link_first(item)]
    before, between, after = ([item.head.of(text.text) for item in entries(text)] for text in (source, hidden, back))
    assert len(before) == len(between) == len(after)
    fits = [before[at] == between[at] or ((part := items[at].separator) is not None and part.text == joint) for at in chosen]
    pairs = [(before[at], between[at], after[at], fit) for at, fit in zip(chosen, fits, strict=True)]
    return Outcome(
        path.name,
        template,
        len(chosen),
        sum(fits),
        sum(one != other for one, other, _, _ in pairs),
        sum(one == last for one, _, last, _ in pairs),
        sum(one == last for one, _, last, fit in pairs if fit),
        sum(not bare(one) == bare(other) == bare(last) for one, other, last, _ in pairs),
    )


@pytest.mark.parametrize("path", lists()[::SAMPLE], ids=lambda path: path.name)
def test_entries_come_back(path: Path) -> None:
    outcome = there_and_back(path)
    assert outcome.lost == 0
    assert outcome.own_back >= 0.99 * outcome.own


def main() -> int:
    """Prints a line for each list, and the sum."""
    found = []
    for path in lists():
        found.append(there_and_back(path))
        one = found[-1]
        share, own = 100 * one.back / max(one.entries, 1), 100 * one.own_back / max(one.own, 1)
        sys.stdout.write(
            f"{one.name[:40]:40} {one.template:36} entries {one.entries:5}, hidden {one.hidden:5}, back {share:6.2f} %, "
            f"of {one.own:5} in the list's own style {own:6.2f} %, lost {one.lost}\n"
        )
        sys.stdout.flush()
    return 0 if all(one.own_back >= 0.99 * one.own and not one.lost for one in found) else 1


if __name__ == "__main__":
    sys.exit(main())
