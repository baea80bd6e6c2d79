"""LL6: punctuation, names and blanks in running text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

if TYPE_CHECKING:
    from tests.conftest import Tried


@pytest.mark.parametrize(
    "text",
    [
        "- `github` https://x.org/github <https://x.org/github> [a](https://x.org/github) <b title='github'>x</b>\n",
        "- awesome-github, @github, #github, github.com, github/docs, my_github, ~/github, :github:, github::x, $github\n",
        "- [javascript](https://github.com/airbnb/javascript) and [nuxt](https://www.example.com/package/nuxt)\n",
        "- [github]: x\n\n[ref]: https://example.org/github 'github'\n",
        "- How to react to users; the angular velocity; a notion of spring; guard rails; the net result; net profit 8\n",
        "- Nginx, NGINX, nginx, VS Code, VSCode, Visual Studio Code, npm, K8s, Wasm\n",
        "- The Spring Framework and Spring boot; GitHub's; DALL·E\n",
        "- php[architect]; open windows, open doors; MICROSOFT RESEARCH LICENSE\n",
        "".join(f"- [T{n}](https://example.org/{n}) ([github](https://example.org/{n}/x))\n" for n in range(5)),
        "".join(f"- Arxiv {n}\n" for n in range(10)),
        "```\ngithub\n```\n<p>github</p>\n",
    ],
)
def test_name_case_is_silent(tried: type[Tried], text: str) -> None:
    assert tried("LL609").said(text) == []


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("- Github's API\n", "- GitHub's API\n"),
        ("用github做\n", "用GitHub做\n"),
        ("# nodejs\n", "# Node.js\n"),
        ("- [Github](https://example.org/x)\n", "- [GitHub](https://example.org/x)\n"),
        ("- **youtube**, (Javascript)\n", "- **YouTube**, (JavaScript)\n"),
        ("- git hub and stack overflow\n", "- GitHub and Stack Overflow\n"),
        ("- Javascript-based\n", "- JavaScript-based\n"),
        ("| a |\n| - |\n| Github |\n", "| a |\n| - |\n| Github |\n"),
        ("- OS X\n", "- OS X\n"),
        ("## stackoverflow\n", "## stackoverflow\n"),
        ("- the spring framework\n", "- the spring framework\n"),
    ],
)
def test_names_are_written_as_they_write_themselves(tried: type[Tried], text: str, mended: str) -> None:
    assert tried("LL609").said(text) != []
    assert tried("LL609").fixed(text) == mended


def test_ambiguous_names_need_a_word_from_a_person(tried: type[Tried]) -> None:
    assert tried("LL609").fixed("- on windows, linux\n", unsafe=True) == "- on Windows, Linux\n"
    text = "- the spring framework, net core, [parcel](https://example.org)\n"
    assert tried("LL609").fixed(text, unsafe=True) == "- the Spring framework, .NET core, [Parcel](https://example.org)\n"
    assert tried("LL609", "[rules.name-case]\nambiguous = false").said(text) == []


def test_names_can_be_added_and_left_alone(tried: type[Tried]) -> None:
    configured = '[rules.name-case]\nnames = ["WebSub | WEBSUB = web sub"]\nignore = ["github"]'
    assert tried("LL609", configured).said("- Github websub WEBSUB Web sub\n") == [
        '1:10 name is "websub", expected "WebSub"',
        '1:24 name is "Web sub", expected "WebSub"',
    ]


@pytest.mark.parametrize(
    "text",
    [
        "- [a](https://x.org/a_(b)) (c [d] {e}) “f” «g» （h）【i】「j」《k》\n",
        "- the users' 'quotes’ and it’s; 15\" wide; 1) one 2) two; iv) four; :) :-( ;)\n",
        "- `(` and https://x.org/( and ![(](x.png) and $f(x$ and \\( here\n",
        "1) one\n2) two\n",
        "| ( | ) |\n| - | - |\n| a | b |\n".replace("( | )", "a | b"),
        "- [ ] open\n- [x] done\n\n[^1]: note [a]\n",
        "- „Zitat“ and »noch eins«\n".replace("»noch eins«", "mehr"),
        "- (one\n  two)\n",
        "⟨a\n",
        "- set it (it is = 8)\n",
        "- [![stars](https://x.org/a](https://x.org/b)\n- [a](https://x.org/a))\n",
    ],
)
def test_unbalanced_punctuation_is_silent(tried: type[Tried], text: str) -> None:
    assert tried("LL607").said(text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- a (b\n- cccc)\n", ['1:5 "(" is never closed, expected ")" behind it', '2:7 ")" is opened by nothing, expected "(" before it']),
        ("# A “b\n", ['1:5 "“" is never closed, expected "”" behind it']),
        ('- a "b" "c\n', ['1:9 """ is never closed, expected another one']),
        ("- 「甲』\n", ['1:3 "「" is never closed, expected "」" behind it']),
        ("- a [b](https://x.org) (c]\n", ['1:24 "(" is never closed, expected ")" behind it']),
        ("| a |\n| - |\n| b ( |\n", ['3:5 "(" is never closed, expected ")" behind it']),
    ],
)
def test_marks_without_a_partner_are_found(tried: type[Tried], text: str, said: list[str]) -> None:
    assert tried("LL607").said(text) == said


def test_a_bracket_takes_its_partners_width(tried: type[Tried]) -> None:
    assert tried("LL607").fixed("- 甲（乙)丙(丁）\n") == "- 甲（乙）丙(丁)\n"


@pytest.mark.parametrize(
    "text", ["- a... b…… c。。。 ../d `a,,b` https://x.org/a,,b e!! f??\n", "- A. B, etc., and more.\n", "- C++ :: std\n"]
)
def test_repeated_punctuation_is_silent(tried: type[Tried], text: str) -> None:
    assert tried("LL608").said(text) == []


@pytest.mark.parametrize(
    ("text", "mended"),
    [("- a,, b;; c..\n", "- a, b; c.\n"), ("- 甲，，乙。。\n", "- 甲，乙。\n"), ("- [a](https://x.org)..\n", "- [a](https://x.org).\n")],
)
def test_repeated_punctuation_is_one_mark(tried: type[Tried], text: str, mended: str) -> None:
    assert tried("LL608").fixed(text) == mended


@pytest.mark.parametrize(
    "text",
    [
        "-   a b\n1.  c\n> -  d\n#  e\n",
        "- a `b  c` <b  d='e'>f</b> [g](https://x.org  'h') ![i  j](k.png)\n",
        "| a  | b |\n| -  | - |\n| c  | d |\n",
        "a  \nb\n",
        "```\na  b ,c\n```\n\n    a  b\n",
        "- a [star](https://x.org)s, [run](https://x.org)ning, f(x), word(s), 1,000, a,b, e.g. .NET\n",
        "- **a** , b\n".replace(" ,", ","),
        "".join(f"- a{n}.  B\n" for n in range(5)),
        "".join(f"- [ a{n} ](https://x.org/{n})\n" for n in range(5)),
        "- :smile: ( )\n- [ ] a\n- [x] b\n",
        "- 用 GPT 做，很好。\n",
        "- [aaa](https://x.org)[bbb](https://x.org/b)\n",
        "- a <b>c  </b> d\n- e<br>  f\n",
        "- insane(ly slow but good), call(ed or not)\n",
        "- [Tools ](#tools-)\n",
        "- [a](https://x.org/a)model-2b-65d4)\n- [b](https://x.org/b)name/repo\n",
    ],
)
def test_inner_space_is_silent(tried: type[Tried], text: str) -> None:
    assert tried("LL612").said(text) == []


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("- a  b   c\n", "- a b c\n"),
        ("- aa ,bb , cc .\n", "- aa, bb, cc.\n"),
        ("- one,two\n", "- one, two\n"),
        ("- [Tools ](#tools)\n", "- [Tools](#tools)\n"),
        ("- see [a](https://x.org)state-of-the-art.\n", "- see [a](https://x.org) state-of-the-art.\n"),
        ("- a <b>c</b> d  e\n", "- a <b>c</b> d e\n"),
        ("- aa ( b c )\n", "- aa (b c)\n"),
        ("- [ a ](https://x.org)\n", "- [a](https://x.org)\n"),
        ("- see[a](https://x.org)and so\n", "- see [a](https://x.org) and so\n"),
        ("- Goes.The end\n", "- Goes. The end\n"),
        ("- tool(written in go)\n", "- tool (written in go)\n"),
    ],
)
def test_inner_space_is_mended(tried: type[Tried], text: str, mended: str) -> None:
    assert tried("LL612").said(text) != []
    assert tried("LL612").fixed(text) == mended


@given(text=st.text(alphabet='- ab,.()[]`<>"“”（）\n\r|*G\\ithub', max_size=60))
def test_text_fixes_end_on_any_text(tried: type[Tried], text: str) -> None:
    for code in ("LL607", "LL608", "LL609", "LL612"):
        tried(code).fixed(text)
