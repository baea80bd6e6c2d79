"""Sections, blocks, links and what else a document knows besides its items."""

from __future__ import annotations

import pytest

from listlint.parse import parse
from listlint.text import Source


def outline(text: str) -> list[tuple[int, str, str, str | None]]:
    return [(section.level, section.title, section.slug, section.meta) for section in parse(Source("list.md", text)).all_sections]


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        ("", []),
        ("text\n", [(0, "", "", None)]),
        ("# A\n\n### B\n\n## B\n\n# C\n", [(1, "A", "a", None), (3, "B", "b", None), (2, "B", "b-1", None), (1, "C", "c", None)]),
        ("A\n===\n\nB\n---\n", [(1, "A", "a", None), (2, "B", "b", None)]),
        ('<h1 align="center">A <i>b</i></h1>\n\n- x\n', [(1, "A b", "a-b", None)]),
        ("## 🎵 Audio (3) [↑](#top)\n", [(2, "🎵 Audio (3)", "-audio-3-", None)]),
        ("## 1. Contents\n\n## 参与贡献\n\n## 🎉 What's New\n\n## License\n", [
            (2, "1. Contents", "1-contents", "contents"), (2, "参与贡献", "参与贡献", "contributing"),
            (2, "🎉 What's New", "-whats-new", "news"), (2, "License", "license", "licence"),
        ]),
        ("## Related\n\n## Additional Links\n", [(2, "Related", "related", None), (2, "Additional Links", "additional-links", None)]),
        ("```\n# no\n```\n\n> # no\n", [(0, "", "", None)]),
    ],
)  # fmt: skip
def test_sections(text: str, sections: list[tuple[int, str, str, str | None]]) -> None:
    assert outline(text) == sections


FOLD = """# T

<details>
<summary><b>Tools</b> <kbd>2 things</kbd></summary>

#### Sharp

- [A](https://a.io)

</details>

- [B](https://b.io)

<details>
<summary>more</summary>

- [C](https://c.io)

</details>
"""


def test_a_named_fold_is_a_section_until_it_closes() -> None:
    document = parse(Source("list.md", FOLD))
    assert [
        (section.level, section.title, [item.title and item.title.text for item in section.items]) for section in document.all_sections
    ] == [
        (1, "T", ["B", "C"]),
        (2, "Tools", []),
        (4, "Sharp", ["A"]),
    ]
    assert [item.title and item.title.text for item in document.items] == ["A", "B", "C"]


def test_links_wherever_they_stand() -> None:
    text = (
        "# [a](https://1.io)\n\nsee https://2.io/x，文 and <https://3.io>\n\n| t |\n|--|\n| [b][r] |\n\n"
        "<p><a href='https://4.io'>c</a></p>\n\n[r]: <https://5.io> 'T'\n"
    )
    document = parse(Source("list.md", text))
    assert [(link.kind, link.url, link.rendered, link.text) for link in document.links] == [
        ("inline", "https://1.io", "https://1.io", "a"),
        ("bare", "https://2.io/x", "https://2.io/x，文", "https://2.io/x"),
        ("autolink", "https://3.io", "https://3.io", "https://3.io"),
        ("reference", "https://5.io", "https://5.io", "b"),
        ("html", "https://4.io", "https://4.io", "c"),
    ]
    assert [(each.label, each.url) for each in document.definitions] == [("r", "https://5.io")]


def test_what_no_fix_may_change() -> None:
    text = "---\nkey: v\n---\n\n`c` <b>x</b> <!-- n -->\n\n```\nf\n```\n\n<div>d</div>\n\n[r]: https://r.io\n"
    document = parse(Source("list.md", text))
    shown = [span.of(text) for span in document.opaque]
    assert shown == ["---\nkey: v\n---", "`c`", "<b>", "</b>", "<!-- n -->", "```\nf\n```", "<div>d</div>", "[r]: https://r.io"]


def test_hard_breaks_are_blanks_that_mean_something() -> None:
    text = "- a  \n  b\\\n  c \n  d  \n"
    assert [span.of(text) for span in parse(Source("list.md", text)).breaks] == ["  "]


def test_ids_and_slugs_are_anchors() -> None:
    text = "# A\n\n<a name='b'></a>\n\n- <span id=\"c\">x</span>\n"
    assert parse(Source("list.md", text)).anchors == {"a", "b", "c"}


DEEP = {
    "bullets in a line": "- " * 10_000 + "[a](https://a.io)",
    "quotes": "> " * 10_000 + "x",
    "brackets": "- " + "[" * 10_000 + "x" + "]" * 10_000 + "(https://a.io)",
    "emphasis": "- " + "*a " * 5_000 + "b* " * 5_000,
    "bullets in lines": "".join("  " * depth + "- a\n" for depth in range(300)),
    "glued bullets": "- a\n" + "-[a](https://a.io)\n" * 3_000,
    "a long line": "- [t](https://a.io) - " + "word " * 200_000,
    "a line of labels": "- x " + "[pdf](https://a.io) " * 10_000,
    "a line of tags": "- " + "[MIT] " * 20_000,
}  # fmt: skip


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP.keys())
def test_deep_and_long_lists_are_read(text: str) -> None:
    document = parse(Source("list.md", text))
    assert sum(1 for _ in document.items) >= (0 if text.startswith(">") else 1)
