"""Fixing a list leaves alone what isn't an entry: tables, folds, HTML, code, comments, link definitions, front matter.

Where those stand is asked of markdown-it and of plain patterns, never of our own parser.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from markdown_it import MarkdownIt

from listlint import engine
from listlint.config.load import settings
from listlint.config.select import plan
from listlint.text import Source
from listlint.urls import identify

if TYPE_CHECKING:
    from collections.abc import Iterator

CORPUS = Path(__file__).parents[1] / "../shared/corpus"
LISTS = sorted(path for path in CORPUS.glob("*.md") if path.name != "README.md")
URL = re.compile(r"https?://[^\s<>()\[\]\"'|]+", re.IGNORECASE)
ARXIV = re.compile(
    r"https?://(?:[a-z]+\.)?arxiv\.org/+[a-z/]*?(?:papers/\d{4}/)?(\d{4}\.\d{4,5}(?:v\d+)?|[a-z.-]+/\d{7}(?:v\d+)?)(?:\.pdf)?(?![\w.]*\.pdf)",
    re.IGNORECASE,
)
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
FOLD = re.compile(r"<details\b|</details\s*>", re.IGNORECASE)
DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]+\]:[ \t].*$", re.MULTILINE)
FRONT_MATTER = re.compile(r"\A---\r?\n.*?^---\r?$", re.DOTALL | re.MULTILINE)
VERBATIM: Final = frozenset({"fence", "code_block"})
PART: Final = 150_000
BLOCKS: Final = frozenset({"table_open", "html_block"})


def fixed(text: str) -> str:
    """What `fix` makes of `text` with the default profile."""
    done = engine.fix(Source("list.md", text), plan(settings()))
    assert done.failure is None
    return str(done.after.document.source.text)


@cache
def markdown() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("table")


def kept(text: str) -> list[str]:
    """What no fix may change at all: code, comments, front matter."""
    lines = text.splitlines(keepends=True)
    found = [text[slice(*match.span())] for pattern in (COMMENT, FRONT_MATTER) for match in pattern.finditer(text)]
    for token in markdown().parse(text):
        if token.map and token.type in VERBATIM:
            found.append("".join(lines[slice(*token.map)]).rstrip())
        found += [child.content for child in token.children or () if child.type == "code_inline"]
    return found


def respected(text: str) -> list[str]:
    """What only the rules of trailing space and of URLs may touch: tables, HTML, folds, link definitions."""
    lines = text.splitlines(keepends=True)
    found = ["".join(lines[slice(*token.map)]) for token in markdown().parse(text) if token.map and token.type in BLOCKS]
    found += [text[start:end] for start, end in folds(text)]
    found += DEFINITION.findall(text)
    return [without_trailing_space(URL.sub(work, ARXIV.sub(r"arxiv:\1", block))).rstrip() for block in found]


def work(url: re.Match[str]) -> str:
    """What a URL leads to, whichever way it's written."""
    return identify(url[0]).key


def without_trailing_space(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.splitlines())


def folds(text: str) -> Iterator[tuple[int, int]]:
    """From each outermost `<details>` to the tag that closes it."""
    depth = start = 0
    for match in FOLD.finditer(text):
        if match[0][1] != "/":
            start = start if depth else match.start()
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                yield start, match.end()


def ends(text: str) -> str:
    """`text`, or of one that would take long its beginning and its end."""
    if len(text) <= 2 * PART:
        return text
    return text[: text.index("\n", PART) + 1] + text[text.rindex("\n", 0, -PART) + 1 :]


@pytest.mark.parametrize("path", LISTS, ids=[path.name.partition("__")[0].removesuffix(".md") for path in LISTS])
def test_real_lists(path: Path) -> None:
    text = ends(path.read_bytes().decode("utf-8-sig"))
    after = fixed(text)
    assert kept(after) == kept(text)
    assert respected(after) == respected(text)


ENTRIES = "- [One](https://one.io), first.\n" + "".join(f"- [E{n}](https://e{n}.io), number {n}.\n" for n in range(8))
FAULTS = "- Title，https://two.io/，summary\n- \n- [Three](https://three.io) - third.\n\n\n- [Four](https://four.io),"


@pytest.mark.parametrize(
    "block",
    [
        f"```md\n{FAULTS}   \n```",
        "Code:\n\n" + "\n".join(f"    {line}" for line in FAULTS.splitlines()),
        f"<!--\n{FAULTS}  \n-->",
        "| Title，https://two.io/，summary | [Three](https://three.io) - third. |\n|---|:-:|\n|  [Four](https://four.io), |- |",
        f"<details>\n<summary>More，https://two.io/，summary</summary>\n\n{FAULTS}\n\n</details>",
        "<div>\n- Title，https://two.io/，summary\n- \n</div>",
        "[ref]: https://three.io,  'third'",
        "<p><a href=https://two.io/>Title</a>，summary<br></p>",
        "`- Title，https://two.io/，summary`",
    ],
)
def test_a_block_full_of_faults(block: str) -> None:
    text = f"# List\n\n{ENTRIES}\n{block}\n\n## More\n\n{ENTRIES.replace('.io', '.org').replace('[', '[More ')}"
    assert kept(fixed(text)) == kept(text)
    assert without_trailing_space(fixed(text)) == without_trailing_space(text)


def test_front_matter_full_of_faults() -> None:
    text = f"---\ntitle:  Title，https://two.io/，summary   \n\n\nlist:\n- \n- [a](https://a.io) - b\n---\n\n# List\n\n{ENTRIES}"
    assert fixed(text) == text
