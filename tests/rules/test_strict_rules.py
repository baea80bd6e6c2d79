"""What only strict profiles ask: first what must stay silent, then what is found and mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Tried

NAMES = ("Alpha", "Beta", "Delta", "Epsilon", "Eta", "Gamma", "Iota", "Kappa", "Lambda", "Mu")
ROWS = [f"- [{name}](https://{name.lower()}.example/x) - Counts {name.lower()} things.\n" for name in NAMES]
LIST = "".join(ROWS)
REPOSITORIES = "".join(f"- [r{n}](https://github.com/example/r{n})\n" for n in range(20))
HOSTS = "".join(f"- [h{n}](https://h{n}.example/)\n" for n in range(20))


@pytest.mark.parametrize(
    ("code", "configured", "text"),
    [
        ("LL102", "[rules.mixed-separator]\nmissing = true", LIST + "- [Nu](https://nu.example/) and its friends - Count.\n"),
        ("LL102", "[rules.mixed-separator]\nmissing = true", LIST + "- [Nu](https://nu.example/) Pro - Counts on.\n"),
        ("LL102", "[rules.mixed-separator]\nmissing = true", LIST + "- [Nu](https://nu.example/)-based - Counts on.\n"),
        ("LL102", "", LIST + "- [Nu](https://nu.example/) Counts all the sheep.\n"),
        ("LL109", "", LIST.replace(".\n", "\n") * 2 + "- [Nu](https://nu.example/) - Counts;\n"),
        ("LL127", "", "- https://a.example/\n" * 5 + LIST),
        ("LL127", "", "- https://a.example/\n- [A](https://a.example/b)\n"),
        ("LL128", "", "(see)[1] and `(a)[https://a.example/]` and [a](https://a.example/)[https://b.example/](https://b.example/)\n"),
        ("LL211", "", REPOSITORIES + REPOSITORIES.replace(")", "/)")),
        (
            "LL211",
            "",
            "- [a](https://github.com/example/a/)\n- [b](https://web.archive.org/web/1/https://b.example//c)\n- https://c.example//\n",
        ),
        ("LL211", "", HOSTS + "- [a](https://a.example/b)\n"),
        ("LL503", "[rules.unsorted-section]\nshort = true", "".join([*ROWS[5:], *ROWS[:5]])),
        ("LL503", "[rules.unsorted-section]\nshort = true", "".join([ROWS[1], ROWS[0], ROWS[2]])),
        ("LL503", "", "".join([*ROWS[1:8], ROWS[0]])),
        ("LL520", "", "# A\n\n#5 and ##\n\n```\n##No\n```\n\n##### five\n\n#hashtag of a list\n"),
        ("LL605", "[rules.fullwidth-punctuation]\nblanks = true", "甲, 乙\n" * 6 + "甲，乙\n"),
        ("LL605", "", "甲, 乙\n" + "甲，乙\n" * 9),
        ("LL613", "", LIST + LIST.replace("- [", "-   [")),
        ("LL614", "", LIST + "\n" + LIST),
        ("LL614", "[rules.mixed-blank-lines]\nentries = true", "\n".join(ROWS)),
        ("LL614", "[rules.mixed-blank-lines]\nentries = true", LIST + "\nMore:\n\n" + LIST),
    ],
)
def test_silent(tried: type[Tried], code: str, configured: str, text: str) -> None:
    assert tried(code, configured).said(text) == []


@pytest.mark.parametrize(
    ("code", "configured", "text", "said"),
    [
        (
            "LL102",
            "[rules.mixed-separator]\nmissing = true",
            LIST + "- [Nu](https://nu.example/) Counts all the sheep.\n",
            ['11:28 no separator stands before the summary, 10 of 11 entries have " - "'],
        ),
        (
            "LL102",
            "[rules.mixed-separator]\nmissing = true",
            LIST + "- [Nu](https://nu.example/)-Counts all the sheep.\n",
            ['11:28 separator is "-", 10 of 10 entries have " - "'],
        ),
        (
            "LL127",
            "",
            LIST + "- https://nu.example/ - Counts.\n",
            ["11:3 entry shows https://nu.example/ for a title, 10 of 11 have [title](URL)"],
        ),
        ("LL128", "", "- (Nu)[https://nu.example/], counts.\n", ["1:3 link is (Nu)[…], expected [Nu](…)"]),
        (
            "LL211",
            "",
            REPOSITORIES + "- [s](https://github.com/example/s/)\n",
            ["21:7 a slash stands behind a repository, 20 of 21 have none, expected https://github.com/example/s"],
        ),
        (
            "LL211",
            "",
            HOSTS + "- [s](https://s.example)\n",
            ["21:7 no slash stands behind a host, 20 of 21 have one, expected https://s.example/"],
        ),
        (
            "LL503",
            "[rules.unsorted-section]\nshort = true",
            "".join([*ROWS[1:8], ROWS[0]]),
            ['8:4 "Alpha" belongs before "Beta", 7 of 8 neighbours stand by title'],
        ),
        ("LL520", "", "# A\n\n##Tools\n- [a](https://a.example/)\n", ['3:1 no blank stands behind "##", so that this is no heading']),
        (
            "LL605",
            "[rules.fullwidth-punctuation]\nblanks = true",
            "甲, 乙\n" + "甲，乙\n" * 9,
            ['1:2 comma between Han characters is ", ", expected "，"'],
        ),
        (
            "LL614",
            "[rules.mixed-blank-lines]\nentries = true",
            LIST + "\n" + ROWS[0],
            ["12:1 blank line above the entry, 9 of 10 have none"],
        ),
        ("LL109", "", LIST * 2 + LIST[:-2] + ";\n", ['30:48 summary ends with ";", expected "."']),
        ("LL613", "", LIST + "-  [Nu](https://nu.example/)\n", ["11:2 2 blanks stand behind the bullet, 10 of 11 have 1"]),
    ],
)
def test_found(tried: type[Tried], code: str, configured: str, text: str, said: list[str]) -> None:
    assert tried(code, configured).said(text) == said


@pytest.mark.parametrize(
    ("code", "configured", "slip", "mended"),
    [
        (
            "LL102",
            "[rules.mixed-separator]\nmissing = true",
            "- [Nu](https://nu.example/) Counts all sheep.",
            "- [Nu](https://nu.example/) - Counts all sheep.",
        ),
        ("LL211", "", "- [s](https://www.github.com//e/s.git?)", "- [s](https://github.com/e/s)"),
        ("LL612", "", "- [Nu]( https://nu.example/ ) - Counts.", "- [Nu](https://nu.example/) - Counts."),
        ("LL613", "", "-  [Nu](https://nu.example/)", "- [Nu](https://nu.example/)"),
        ("LL520", "", "\n##  More", "\n## More"),
        ("LL605", "[rules.fullwidth-punctuation]\nblanks = true", "\n甲, 乙，丙", "\n甲，乙，丙"),
    ],
)
def test_mended(tried: type[Tried], code: str, configured: str, slip: str, mended: str) -> None:
    for newline in ("\n", "\r\n"):
        text = f"{LIST}{slip}\n".replace("\n", newline)
        assert tried(code, configured).fixed(text, unsafe=True) == f"{LIST}{mended}\n".replace("\n", newline)


def test_idle_definitions_are_a_stock_where_they_are_many(tried: type[Tried]) -> None:
    used = "".join(f"[a{n}][d{n}]\n" for n in range(10)) + "\n"
    definitions = [f"[d{n}]: https://example.org/{n}\n" for n in range(16)]
    assert tried("LL208").lines(used + "".join(definitions[:12])) == [22, 23]
    assert tried("LL208").said(used + "".join(definitions)) == []


def test_a_shortener_that_stands_everywhere_is_the_keepers(tried: type[Tried]) -> None:
    links = [f"- [a{n}](https://amzn.to/{n}x)\n" for n in range(20)]
    assert len(tried("LL205").said("".join(links[:19]))) == 19
    assert tried("LL205").said("".join(links)) == []
