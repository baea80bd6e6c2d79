"""LL207 to LL209: references, definitions, anchors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Tried

DEFINED = "\n\n[a]: https://example.org/a\n"


@pytest.mark.parametrize(
    "text",
    [
        "- [A][a] and [a][] and [a]" + DEFINED,
        "- A tool. [MIT][Linux] [1][2]\n",
        "- [[pdf]][code]\n- [ ][a]\n- [x][y]\n- x[A][i]\n",
        "- [A](https://example.org)[B](https://example.org/b)\n- [A][B](https://example.org/b)\n",
        "- `[A][b]` <!-- [A][b] -->\n- [A]\n- [^1][^2]\n",
        "- [1][2]\n- [A][https://example.org]\n",
    ],
)
def test_undefined_reference_is_silent(tried: type[Tried], text: str) -> None:
    assert tried("LL207").said(text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- [A][b], a tool.\n", '1:3 nothing defines "b", expected a definition [b]: URL'),
        ("- [A][], a tool.\n", '1:3 nothing defines "A", expected a definition [A]: URL'),
        ("- [A][a], and [B][example]" + DEFINED, '1:15 nothing defines "example", expected a definition [example]: URL'),
        ("- [A][example]\n- [B][exmaple]\n\n[example]: https://example.org/\n", '2:3 nothing defines "exmaple", expected "example"?'),
    ],
)
def test_undefined_reference_is_told(tried: type[Tried], text: str, said: str) -> None:
    assert tried("LL207").said(text) == [said]


@pytest.mark.parametrize(
    "text",
    [
        "[A][a]" + DEFINED,
        "[a] and [B  C][]" + DEFINED + "[b c]: https://example.org/b\n",
        "[![a]](https://example.org)" + DEFINED,
        "[![A][a]][b]" + DEFINED + "[b]: https://example.org/b\n",
        "| [A][a] |\n| - |" + DEFINED,
        "[//]: # (a remark)\n\n[comment]: <> (another)\n",
    ],
)
def test_unused_definition_is_silent(tried: type[Tried], text: str) -> None:
    assert tried("LL208").said(text) == []


def test_unused_definition_is_told(tried: type[Tried]) -> None:
    text = "`[A][a]`" + DEFINED
    assert tried("LL208").said(text) == ['3:1 no link uses the definition "a", expected [text][a]']
    assert tried("LL208").fixed(text, unsafe=True) == text


@pytest.mark.parametrize(
    "text",
    [
        "[a](#b)\n\n## B\n",
        "[a](#B)\n\n## B\n",
        "[a](#b-1) [c](#user-content-b)\n\n## B\n\n## B\n",
        "[a](#title-)\n\n# Title ![badge](https://example.org/a.svg)\n",
        "[a](#) [b](#top) [c](#readme) [d](#/route) [e](#L10-L20) [f](#fn:1) [g](#:~:text=x)\n",
        '[a](#b)\n\n<a name="b"></a>\n',
        "[a](#%E4%B8%AD%E6%96%87) [b](#中文)\n\n## 中文\n",
        "[a](other.md#nowhere) [b](https://example.org/#nowhere)\n",
        "[a](#own)\n\n## Title {#own}\n",
        "".join(f"[a](#_{n})\n" for n in range(9)) + "\n## B\n",
        "[a](#b) [c](#c) [d](#d)\n\n## [B](https://example.org/b)\n\n## [C](https://example.org/c)\n\n## [D](https://example.org/d)\n",
    ],
)
def test_dead_anchor_is_silent(tried: type[Tried], text: str) -> None:
    assert tried("LL209").said(text) == []


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("[a](#b--c) and [d](#b--c)\n\n## B, C\n", "[a](#b-c) and [d](#b-c)\n\n## B, C\n"),
        ("[a](#b)\n\n## 🚀 B\n", "[a](#-b)\n\n## 🚀 B\n"),
        ("[a](#-b)\n\n## \u2699\ufe0f B\n", "[a](#%EF%B8%8F-b)\n\n## \u2699\ufe0f B\n"),
    ],
)
def test_dead_anchor_is_mended_where_one_heading_has_its_letters(tried: type[Tried], text: str, mended: str) -> None:
    assert len(tried("LL209").said(text)) == 1
    assert tried("LL209").fixed(text) == mended


@pytest.mark.parametrize("text", ["[a](#editor)\n\n## Editors\n", "[a](#b)\n\n## 🚀 B\n\n## 🔥 B\n", '<a href="#b">a</a>\n\n## 🚀 B\n'])
def test_dead_anchor_is_left_where_it_is_a_guess(tried: type[Tried], text: str) -> None:
    assert tried("LL209").lines(text) == [1]
    assert tried("LL209").fixed(text, unsafe=True) == text
