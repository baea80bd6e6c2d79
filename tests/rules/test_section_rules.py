"""LL5: sections there must be, their order, size and depth, titles and headings."""
# ruff: noqa: E501 - a case is a line

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Tried

ENTRIES = "- [a](https://example.org/a)\n- [b](https://example.org/b)\n"
SECTIONS = '[sections]\nknown = ["Machine Learning", "Tools > Parsers", "Notes"]\nallow-new-under = ["Notes"]\naliases = { "ML" = "Machine Learning" }\n'


def listed(*headings: str) -> str:
    """A list with these headings, entries below each."""
    return "".join(f"{heading}\n\n{ENTRIES.replace('/', f'/{number}/', 0)}\n" for number, heading in enumerate(headings))


@pytest.mark.parametrize(
    ("rule", "configured", "text"),
    [
        ("LL501", SECTIONS, listed("# T", "## Machine Learning", "## Tools", "### Parsers", "## Notes", "### Anything", "#### More")),
        ("LL505", "", listed("# T", "## A")),
        ("LL505", '[sections]\nrequired = ["a", "B > C"]\n', listed("# T", "## 🚀 A", "## B", "### C")),
        ("LL505", '[sections]\nrequired = ["License"]\n', "# T\n\n## License\n\nCC0\n"),
        ("LL505", '[sections]\nrequired = ["A"]\naliases = { "Old A" = "A" }\n', listed("# T", "## Old A")),
        ("LL506", '[sections]\norder = ["A", "B", "C"]\n', listed("# T", "## A", "## X", "## C", "## Y")),
        ("LL506", '[sections]\norder = ["A", "B"]\n', listed("# T", "## B", "### A", "## C", "### B")),  # not side by side
        ("LL507", "[sections]\nmin-entries = 2\n", listed("# T", "## A") + "## B\n\ntext\n\n## C\n\n### D\n\n" + ENTRIES),
        ("LL507", "", "# T\n\n## A\n\n- [a](https://example.org/a)\n"),
        ("LL517", "[sections]\nmax-entries = 2\n", listed("# T", "## A", "## B")),
        ("LL518", "[sections]\nmax-depth = 3\n", listed("# T", "## A", "### B")),
        ("LL508", "", "# T\n"),
        ("LL508", "", "T\n=\n"),
        ("LL508", "", "<h1>T</h1>\n\n## A\n"),
        ("LL508", "", '<div align="center">\n\t<img src="logo.svg" alt="T">\n\t<h2>Elsewhere</h2>\n</div>\n\n## A\n'),
        ("LL508", "", '---\ntitle: "T"\n---\n\n## A\n'),
        ("LL509", "", "# T\n\n## A\n\n```\n# a comment\n```\n"),
        ("LL510", "", "### T\n\n## A\n\n### B\n\n## C\n"),
        ("LL510", "", "# T\n\n## A\n\n### B\n\n#### C\n\n# D\n"),
        ("LL511", "", "# my-list\n\n## machine learning\n"),
        ("LL511", '[rules.heading-case]\ntitle = "capital"\n', "# Awesome falsehood\n\n## machine learning\n"),
        ("LL511", '[rules.heading-case]\ntitle = "capital"\n', "# AHA\n"),
        ("LL511", '[rules.heading-case]\nsections = "title"\n', "# t\n\n## Vue.js and the Web\n\n## iOS Tools\n\n## 机器 learning\n\n## .NET\n\n## npm\n"),
        ("LL511", '[rules.heading-case]\nsections = "consistent"\n', "# t\n" + "".join(f"\n## Big Thing {n}\n\n## Small thing {n}\n" for n in range(20))),
        ("LL512", "", "# T\n\n## 目录\n\n- [A](#a)\n- [B](#b)\n- [C](#c)\n\n" + listed("## A", "## B", "## C")),
        ("LL512", "", "# T\n\n## Legend\n\n- [:star:](https://example.org) good\n\n## Index\n\n- [A](#a)\n- [B](#b)\n- [C](#c)\n\n" + listed("## A", "## B", "## C")),
        ("LL519", "", "# T\n\n- [A](#a)\n  - [B](#b)\n  - [C](#c)\n\n" + listed("## A", "### B", "### C", "#### D")),
        ("LL513", "", listed("# T", "## License checkers") + "## Licensing\n\n" + "".join(f"- [a{n}](https://example.org/{n})\n" for n in range(3))),
        ("LL513", "", "# T\n\n## Contributing\n\nDo.\n\n## Footnotes\n\ntext\n"),
        ("LL514", "", "**Parsers**\n\n- [a](https://example.org)\n"),  # no headings at all
        ("LL514", "", "# T\n\n**Read this first.**\n\n- a\n\n**A** and B\n\n- b\n\n**[C](#c)**\n\n- c\n\n**D**\n\ntext\n"),
        ("LL514", "", "# T\n" + "".join(f"\n**A{n}**\n\n- [a](https://example.org/{n})\n" for n in range(6))),
        ("LL515", "", "# T\n\n## What?\n\n## Wow!\n\n## etc.\n\n## Jr.\n\n## U.S.A.\n\n## So on...\n\n## Node.js\n\n<h2>HTML:</h2>\n"),
        ("LL515", "", "# T\n" + "".join(f"\n## A{n}:\n\ntext\n" for n in range(6))),
        ("LL516", "", listed("# T", "## A", "### B", "## C", "### B", "### A")),
        ("LL516", "", "# T\n\n## 🚀\n\ntext\n\n## 🎯\n\ntext\n\n## C\n\ntext\n\n## C++\n\ntext\n\n## C#\n\ntext\n"),
    ],
)  # fmt: skip
def test_silent(tried: type[Tried], rule: str, configured: str, text: str) -> None:
    assert tried(rule, configured).said(text) == []


@pytest.mark.parametrize(
    ("rule", "configured", "text", "said"),
    [
        ("LL505", '[sections]\nrequired = ["A", "B > C"]\n', listed("# T", "## A", "## C"), ['1:1 list has no section "B > C", one is configured as required']),
        ("LL506", '[sections]\norder = ["A", "B", "C", "D"]\n', "# T\n\n## D\n\n## A\n\n## C\n\n## B\n", [
            '3:1 section "D" stands here, expected behind "B"', '7:1 section "C" stands here, expected behind "B"']),
        ("LL507", "[sections]\nmin-entries = 3\n", listed("# T", "## A"), ['6:1 section "A" has 2 entries, at least 3 are configured']),
        ("LL517", "[sections]\nmax-entries = 1\n", listed("# T") + "## A\n\n" + ENTRIES, ['6:1 section "A" has 2 entries, at most 1 are configured']),
        ("LL518", "[sections]\nmax-depth = 2\n", "# T\n\n## A\n\n### B\n", ['5:1 heading "B" is of level 3, the deepest configured is 2']),
        ("LL508", "", "## A\n\ntext\n", ['1:1 first heading "A" is of level 2, expected a title of level 1']),
        ("LL508", "", "> words\n", ["1:1 list has no heading, expected a title of level 1"]),
        ("LL509", "", "# T\n\n# A\n\n# B\n", ['3:1 heading "A" is of level 1 as the title "T", one of 3; expected one']),
        ("LL510", "", "# T\n\n### A\n\n### B\n\n##### C\n", [
            '3:1 heading "A" is of level 3 below "T" of level 1, expected 2; so are 2 headings',
            '7:1 heading "C" is of level 5 below "B" of level 3, expected 4']),
        ("LL511", '[rules.heading-case]\ntitle = "capital"\n', "# my-awesome-list\n", ['1:1 title "my-awesome-list" has "my-awesome-list", expected a capital first, configured']),
        ("LL511", '[rules.heading-case]\nsections = "consistent"\n', "# t\n" + "".join(f"\n## Big Thing {n}\n" for n in range(20)) + "\n## Small thing\n", [
            '43:1 heading "Small thing" has "thing", expected title case, 20 of 21 headings are so']),
        ("LL512", "", listed("# T", "## A", "## B", "## C") + "## Inhalt\n\n- [A](#a)\n- [B](#b)\n- [C](#c)\n", [
            '23:1 contents list stands behind "A" and 2 more, expected before all sections']),
        ("LL519", "[rules.deep-contents]\nlevels = 1\n", "# T\n\n- [A](#a)\n  - [B](#b)\n- [C](#c)\n  - [D](#d)\n\n" + listed("## A", "### B", "## C", "### D"), [
            '3:3 contents list goes on below "A", expected 1 levels at most']),
        ("LL513", "", "# T\n\n# Licence\n\nMIT\n", ['3:1 list has a section "Licence", sections of this kind (licence) are configured as unwanted']),
        ("LL514", "", "# T\n\n__Parsers__:\n\n- a\n", ['3:1 "Parsers" is bold text above a list, expected a heading']),
        ("LL515", "", "# T\n\n## A: #\n\n## 乙：\n", ['3:5 heading "A:" ends in ":", expected none', '5:5 heading "乙：" ends in "：", expected none']),
        ("LL516", "", "# T\n\n## A\n\n## B\n\n## a\n\n## A\n", [
            '7:1 heading "a" is the same as in line 3, expected one section or two names', '9:1 heading "A" is the same as in line 3, expected one section or two names']),
    ],
)  # fmt: skip
def test_said(tried: type[Tried], rule: str, configured: str, text: str, said: list[str]) -> None:
    assert tried(rule, configured).said(text) == said


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("## machine learning\n", "## Machine Learning\n"),
        ("## 🤖 Machine Learning\n\n[see](#-machine-learning)\n", "## Machine Learning\n\n[see](#machine-learning)\n"),
        ("Machine learning 🤖\n---\n", "Machine Learning\n---\n"),
        ("## **Machine** learning\n", "## **Machine** learning\n"),  # markup between the words: nothing is plain
        ("## Machine Lerning\n", "## Machine Lerning\n"),  # a guess
        ("## ML\n", "## ML\n"),
    ],
)
def test_headings_are_spelt_as_configured(tried: type[Tried], before: str, after: str) -> None:
    assert tried("LL501", SECTIONS).fixed(f"# T\n\n{before}\ntext\n") == f"# T\n\n{after}\ntext\n"


def test_an_alias_is_named(tried: type[Tried]) -> None:
    assert tried("LL501", SECTIONS).said("# T\n\n## ML\n\ntext\n") == ['3:1 section "ML" is called "Machine Learning" by the configuration']


def test_heading_punctuation_goes(tried: type[Tried]) -> None:
    assert tried("LL515").fixed("# T\n\n## A: ##\n\n[a](#a)\n") == "# T\n\n## A ##\n\n[a](#a)\n"
