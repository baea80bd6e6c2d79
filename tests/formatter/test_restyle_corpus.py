"""Real lists are restyled and come back. `python -m tests.formatter.test_restyle_corpus` runs all of them and prints figures."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from listlint import engine
from listlint.config.plan import Plan
from listlint.formatter import restyle
from listlint.parse import parse
from listlint.style import StyleOptions, scope
from listlint.style.template import read
from listlint.style.template_infer import infer_template
from listlint.style.template_match import compare
from listlint.text import Source, Span

CORPUS: Final = Path(__file__).parents[3] / "shared/corpus"
HIDDEN: Final = "[{title}]({url}) :: {summary}"
OPENING: Final = re.compile(r"^[ \t]*(?:[-*+]|\d{1,4}[.)])[ \t]+\[[^\]\n]+\]\(http", re.MULTILINE)
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
    """Entries written as the list's template says, or left alone."""
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


def linked(source: Source) -> list[tuple[str, Span]]:
    """Each link-first entry's own text, in order, with its place."""
    document = parse(source)
    items = [item for item in scope.entries(document) if scope.is_link_first(item)]
    return [(item.head.of(source.text), item.head) for item in items]


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
    before, between, after = linked(source), linked(hidden), linked(back)
    assert len(before) == len(between) == len(after)
    document = parse(source)
    fits = [
        not (found := compare(document.text, item, read(template))).differences or bool(found.left)
        for item in scope.entries(document)
        if scope.is_link_first(item)
    ]
    pairs = list(zip(before, between, after, fits, strict=True))
    return Outcome(
        path.name,
        template,
        len(before),
        sum(fits),
        sum(one[0] != other[0] for one, other, _, _ in pairs),
        sum(one[0] == other[0] for one, _, other, _ in pairs),
        sum(one[0] == other[0] for one, _, other, fit in pairs if fit),
        sum(not bare(one[0]) == bare(other[0]) == bare(last[0]) for one, other, last, _ in pairs),
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
