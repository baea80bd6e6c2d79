"""The links the tree knows are those GitHub's own renderer makes: on real lists and on generated ones."""

from __future__ import annotations

import html
import re
from collections import Counter
from pathlib import Path
from typing import Final
from urllib.parse import quote

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options
from hypothesis import given
from hypothesis import strategies as st

from listlint.parse import parse
from listlint.text import Source

CORPUS = Path(__file__).parents[2] / "../shared/corpus"
LISTS = sorted(path for path in CORPUS.glob("*.md") if path.name != "README.md")
ANCHOR = re.compile(r'<a href="([^"]*)"([^>]*)>')
PUNCTUATION = "-_.!~*'();/?:@&=+$,%#"
"""What cmark leaves as it is in a destination, letters and digits apart."""

EXPLAINED: Final = {
    # file: links only the tree knows, links only GitHub makes, why
    "hollobit__GenAI_LLM_timeline__README.md": (
        10,
        0,
        "an `<img>` line between two items opens an HTML block for cmark-gfm alone, up to the next blank line: the items stay entries",
    ),
    "llm-jp__awesome-japanese-llm__README.md": (1, 0, "a footnote that nothing refers to isn't shown on GitHub; it is in the file"),
}


def known(text: str) -> Counter[str]:
    """Destinations as GitHub would percent-encode them, of the links the tree knows, raw HTML apart."""
    document = parse(Source("list.md", text))
    return Counter(quote(link.rendered, safe=PUNCTUATION) for link in document.links if link.kind != "html")


def on_github(text: str) -> Counter[str]:
    """Destinations of the links GitHub makes: raw HTML is left out by its renderer, links to and from footnotes here."""
    page = cmarkgfm.github_flavored_markdown_to_html(text, Options.CMARK_OPT_FOOTNOTES)
    return Counter(html.unescape(url) for url, rest in ANCHOR.findall(page) if "footnote" not in rest)


def test_real_lists() -> None:
    if not LISTS:
        pytest.skip("no corpus")
    total, apart = 0, {}
    for path in LISTS:
        text = path.read_bytes().decode("utf-8-sig")
        ours, theirs = known(text), on_github(text)
        total += theirs.total()
        if ours != theirs:
            apart[path.name] = ((ours - theirs).total(), (theirs - ours).total())
    assert apart == {name: (ours, theirs) for name, (ours, theirs, _) in EXPLAINED.items() if (CORPUS / name).is_file()}
    assert sum(ours + theirs for ours, theirs in apart.values()) <= total * 0.001


@pytest.mark.parametrize(
    "text",
    [
        "- [a](u)，b [c]( <u v> 't' ) <https://x.io/?a=b&c> <a@b.io>",
        "[a][r] [r][] [r] [no][no]\n\n[r]: https://x.io/é",
        "[open https://x.io\n\n[shut] https://x.io\n\n\\[ https://x.io",
        "https://x.io/[a](u) https://x.io/`a`",
        "https://x.io/，b www.x.io) a@b.io。",
        "| a |\n|---|\n| www.x.io |\n|www.y.io|",
        "[https://x.io](https://y.io) ![https://x.io](i) [![i](j)](k)",
        "`https://x.io`\n\n```\nhttps://x.io\n```\n\n    https://x.io\n\n<!-- https://x.io [a](u) -->",
        "<p>\nhttps://x.io [a](u)\n\nhttps://y.io [b](v)\n</p>",
        "> - https://x.io\n>   [a\n>   b](u)",
        "# https://x.io [a](u)\n\nhttps://y.io\n---\n",
        "*https://x.io/a_b_c* **[a](u)** ~~https://y.io/~~",
        "see[^1]\n\n[^1]: https://x.io [a](u)",
        "[a](u\\_v&amp;w) [b](x(y)z)",
        "<b>https://x.io</b> <a href='u'>b</a>",
        "- [ ] https://x.io\n- [x] [a](u)",
        "[a]() [](u) []()",
        "---\n## A\n- [a](u)\n---\n\n---\nhttps://x.io\n\n---\n",
    ],
)
def test_small_ones(text: str) -> None:
    assert known(text) == on_github(text)
    assert known(text.replace("\n", "\r\n")) == on_github(text)


def test_front_matter_holds_no_links() -> None:
    text = "---\ntitle: https://x.io\n\nlinks: [a](u)\n---\n\n[b](v)\n"
    assert known(text) == Counter("v")
    assert parse(Source("list.md", text)).opaque[0].of(text) == text[: text.index("\n\n[b]")]


def test_a_link_glued_to_a_bare_url_by_full_width_punctuation_is_read_as_meant() -> None:
    text = "https://x.io/，[a](u)"
    assert on_github(text) == Counter([quote("https://x.io/，[a](u)", safe=PUNCTUATION)])
    assert known(text) == Counter([quote("https://x.io/，[a](u)", safe=PUNCTUATION), "u"])


URLS = st.sampled_from(
    [
        "https://x.io",
        "http://y.io/a_b_c",
        "https://z.io/?a=b&c=d#e",
        "https://例子.测试/路径",
        "www.w.io/(a)",
        "https://arxiv.org/abs/2305.14705v1",
    ]
)
WORDS = st.sampled_from(
    [
        "word",
        "深度学习",
        "“quoted”",
        "（注）",
        "&amp;",
        "5 * 3",
        "a_b",
        "C#",
        "（",
        "，",
        "*em*",
        "**bold**",
        "~~gone~~",
        "[x]",
        "]",
        "\\[",
        "é!",
    ]
)
INLINES = st.one_of(
    WORDS,
    URLS,
    URLS.map(lambda url: f"（{url}）"),
    URLS.map(lambda url: f"({url}),"),
    URLS.map(lambda url: f"*{url}*"),
    URLS.map(lambda url: f"[{url}](https://out.io)"),
    st.builds("[{}]({})".format, WORDS.filter(lambda word: word not in {"]", "\\["}), URLS),
    st.builds("**[{}]({})**".format, st.just("bold"), URLS),
    st.builds("[![badge](https://i.io/i.svg)]({} 'title')".format, URLS),
    st.builds("![image]({})".format, URLS),
    st.builds("<{}>".format, URLS),
    st.builds("`{}`".format, URLS),
    st.builds("<a href='{}'>html</a>".format, URLS),
    st.sampled_from(
        ["[ref]", "[text][ref]", "[ref][]", "[none][none]", "a.b@x.io", "<a@b.io>", "<br>", "<!-- [a](u) -->", "[]()", "[a]()"]
    ),
)
LINES = st.builds(
    lambda parts, joints: "".join(part + joint for part, joint in zip(parts, joints, strict=False)).strip(),
    st.lists(INLINES, min_size=1, max_size=5),
    st.lists(st.sampled_from([" ", " - ", ", ", " — ", " / "]), min_size=5, max_size=5),
)
BLOCKS = st.one_of(
    LINES,
    st.builds("- {}".format, LINES),
    st.builds("- {}\n  - {}\n    {}\n- {}".format, LINES, LINES, LINES, LINES),
    st.builds("1. {}\n\n   {}".format, LINES, LINES),
    st.builds("* [ ] {}".format, LINES),
    st.builds("## {}".format, LINES),
    st.builds("> {}\n> {}".format, LINES, LINES),
    st.builds("| a | b |\n|---|---|\n| {} | {} |".format, LINES, LINES),
    st.builds("```\n{}\n```".format, LINES),
    st.builds("<details><summary>{}</summary>\n\n{}\n\n</details>".format, LINES, LINES),
    st.builds("<!-- {} -->".format, LINES.filter(lambda line: "--" not in line)),
)


@given(st.lists(BLOCKS, min_size=1, max_size=5), st.sampled_from(["\n", "\r\n"]))
def test_generated_lists(blocks: list[str], newline: str) -> None:
    text = "\n\n".join([*blocks, "[ref]: https://ref.io/é\n"]).replace("\n", newline)
    assert known(text) == on_github(text)
