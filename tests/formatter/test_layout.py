"""Layout: what a list mostly does is done everywhere, what it doesn't tell stays, and nothing else is touched."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from listlint import engine, registry
from listlint.config import load
from listlint.formatter import layout
from listlint.formatter.github import GitHub
from listlint.formatter.layout_regions import regions
from listlint.parse import parse
from listlint.text import Source

if TYPE_CHECKING:
    from tests.conftest import Tried

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
LISTS = sorted(path for path in CORPUS.glob("*.md") if path.name != "README.md" and path.stat().st_size < 400_000)


def entries(count: int, bullet: str = "-", name: str = "a") -> str:
    return "".join(f"{bullet} [{name}{n}](https://example.org/{name}{n}), counts.\n" for n in range(count))


def formatted(text: str, configured: str = "") -> str:
    """The text as `format` makes it, which formatting leaves as it is."""
    plan = layout.plan(load.from_text(configured))
    done = engine.fix(Source("list.md", text), plan)
    assert done.failure is None
    once: str = done.after.document.text
    assert engine.fix(done.after.document.source, plan).after.document.text == once
    return once


def lay(text: str) -> list[tuple[str, str]]:
    """What GitHub makes of a text: shapes and content of its leaf blocks."""
    return [(leaf.shape, leaf.content) for leaf in GitHub().leaves(text)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# A\n" + entries(3) + "\n# B\n\n" + entries(3, "*"),  # too few to tell
        "# A\n\n" + entries(5) + "\n# B\n\n" + entries(5, "*"),  # no majority
        "# A\n\n" + entries(20) + "* [b](https://example.org/b), alone.\n",  # lists that touch
        "# A\n\n" + entries(20) + "\n* [b](https://example.org/b), alone.\n\n" + entries(3, name="c"),
        "# A\n\n" + "".join(f"* [a{n}](https://example.org/a{n}), counts.\n  - [b{n}](https://example.org/b{n})\n" for n in range(9)),
        "# A\n\n## Contents\n\n* [B](#b)\n* [C](#c)\n\n## B\n\n" + entries(20),
        "# A\n\n" + entries(20) + "\n1. one\n2. two\n",
        "# A\n\n" + entries(20) + "\n```md\n* x   \n\n\n* y\n```\n",
        "# A\n\n" + entries(20) + "\n<div>\n* x   \n</div>\n",
        "# A\n\n" + entries(20) + "\n| a   | b |   \n|:--- | - |\n|  c | d |   \n",
    ],
)
def test_what_the_list_does_not_tell_stays(text: str) -> None:
    assert formatted(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# A\n\n" + entries(20) + "\n# B\n\n" + entries(2, "*", "b"), "# A\n\n" + entries(20) + "\n# B\n\n" + entries(2, "-", "b")),
        ("# A\n\n" + entries(20, "*") + "\n# B\n\n+ [ ] b\n", "# A\n\n" + entries(20, "*") + "\n# B\n\n* [ ] b\n"),
        ("# A\n\n" + entries(3) + "- [b](https://example.org/b)  \n\n\n\n", "# A\n\n" + entries(3) + "- [b](https://example.org/b)\n"),
    ],
)
def test_what_it_mostly_does_is_done(text: str, expected: str) -> None:
    assert formatted(text) == expected
    assert formatted(text.replace("\n", "\r\n")) == expected.replace("\n", "\r\n")


def test_indents_follow_the_majority_with_all_that_stands_below() -> None:
    nested = "".join(f"- [a{n}](https://example.org/a{n})\n  - counts.\n" for n in range(30))
    odd = "- [b](https://example.org/b)\n    - counts\n      on\n        - and on\n\n    - back\n"
    even = "- [b](https://example.org/b)\n  - counts\n    on\n    - and on\n\n  - back\n"
    assert formatted(nested + odd) == nested + even


@pytest.mark.parametrize("odd", ["- [b](https://example.org/b)\n\t- tab\n", "1. [b](https://example.org/b)\n   - three\n", "- - twice\n"])
def test_indents_that_are_no_matter_of_taste_stay(odd: str) -> None:
    text = "".join(f"- [a{n}](https://example.org/a{n})\n  - counts.\n" for n in range(10)) + "\n# More\n\n" + odd
    assert formatted(text) == text


def test_blank_lines_come_and_go_with_the_majority() -> None:
    head = "".join(f"## S{n}\n\n{entries(2, name=f's{n}')}\n" for n in range(11))
    assert formatted(f"{head}## Odd\n{entries(2)}") == f"{head}## Odd\n\n{entries(2)}"
    tight = head.replace("\n\n- ", "\n- ")
    assert formatted(f"{tight}## Odd\n\n{entries(2)}") == f"{tight}## Odd\n{entries(2)}"
    assert formatted(head.replace(".\n\n##", ".\n##", 1)) == head.removesuffix("\n")


REGIONS = [
    "<!-- START doctoc generated TOC -->\n* [B](#b)  \n\n\n* [C](#c)\n<!-- END doctoc generated TOC -->",
    "<!-- ALL-CONTRIBUTORS-LIST:START - Do not remove -->\n* x  \n<!-- ALL-CONTRIBUTORS-LIST:END -->",
    "<!-- toc -->\n\n* [B](#b)  \n\n<!-- tocstop -->",
    "<!--START_SECTION:waka-->\n* x  \n<!--END_SECTION:waka-->",
    "[//]: # (AUTO-GENERATED START)\n\n* x  \n\n[//]: # (AUTO-GENERATED END)",
    "<!-- prettier-ignore-start -->\n\n* x  \n\n<!-- prettier-ignore-end -->",
    "<!-- prettier-ignore -->\n* x  \n* y",
    "<!-- listlint: disable -->\n\n* x  \n\n<!-- listlint: enable -->",
]


@pytest.mark.parametrize("region", REGIONS)
def test_regions_of_others_stay(region: str) -> None:
    text = f"# A\n\n{entries(40)}\n## B\n\n{region}\n\n## C\n\n"
    assert formatted(text + "* c  \n") == text + "- c\n"
    document = parse(Source("list.md", text))
    assert [span.of(text).rstrip("\n") for span in regions(document)] == [region]


def test_comments_that_only_speak_of_a_start_open_nothing() -> None:
    text = f"<!-- start with the tools -->\n\n# A\n\n{entries(3)}\n<!-- the end of tools -->\n"
    assert regions(parse(Source("list.md", text))) == ()


def test_a_configuration_may_ignore_a_rule_but_not_select_others_away() -> None:
    text = "# A\n\n" + entries(20) + "\n# B\n\n* b  \n"
    assert formatted(text, "ignore = ['LL601']") == text.replace("* b", "- b")
    assert formatted(text, "select = ['LL3']") == text.replace("* b  ", "- b")


def test_what_is_configured_needs_no_majority() -> None:
    text = "# A\n* a\n    * b\n\n\n\n# B\n\n+ c\n"
    told = "[style]\nmarker = '-'\nnested-marker = '*'\nindent = 2\nblank-before-heading = 2\nblank-after-heading = 1\n"
    assert formatted(text, told) == "# A\n\n- a\n  * b\n\n\n# B\n\n- c\n"


def test_rules_of_layout_are_rules() -> None:
    known = registry.codes()
    assert set(layout.LAYOUT) - {"stale-contents"} <= set(known)


@pytest.mark.parametrize("path", LISTS, ids=[path.name.partition("__")[0].removesuffix(".md") for path in LISTS])
def test_real_lists_show_the_same(path: Path) -> None:
    text = path.read_bytes().decode("utf-8-sig")
    plan = layout.plan(load.settings())
    blanks = replace(plan, rules=tuple(rule for rule in plan.rules if rule.name != "stale-contents"))  # which changes words
    for wanted in (plan, blanks):
        done = engine.fix(Source("list.md", text), wanted)
        assert (done.failure, done.withheld) == (None, ())
    assert lay(done.after.document.text) == lay(text)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["- a", "* b", "  - c", "    * d", "## H", "", "", "text", "```", "1. n", "<!-- c -->", "| a | b |", "|-|-|", "  "]
        ),
        max_size=30,
    )
)
def test_any_text_shows_the_same(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert lay(formatted(text)) == lay(text)


def test_messages_count(tried: type[Tried]) -> None:
    assert tried("LL115").said("# A\n\n" + entries(20) + "\n# B\n\n* b\n") == ['26:1 bullet is "*", 20 of 21 are "-"']
    nested = "".join(f"- [a{n}](https://example.org/a{n})\n  - counts.\n" for n in range(10))
    assert tried("LL613").said(nested + "- b\n   - c\n") == ["22:1 nested list is indented by 3, 10 of 11 are by 2"]
