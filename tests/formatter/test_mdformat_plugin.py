"""mdformat with listlint as its extension, by its API and by its command line, and what it does without."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import mdformat
import mdformat.plugins
import pytest
from mdformat._util import is_md_equal

import listlint.mdformat_plugin
from listlint.formatter.github import GitHub

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
LISTS = sorted(path for path in CORPUS.glob("*.md") if path.name != "README.md" and path.stat().st_size < 110_000)
STYLED = "# L\n\n" + "".join(f"- [a{n}](https://example.org/a{n}), counts.\n" for n in range(9))
SLIP = STYLED + "- [b](https://example.org/b) - counts.\n"

KEPT = [
    "- [a](https://example.org/a), counts.\n<!-- listlint: ignore-next[LL102] -->\n- [b](https://example.org/b) - counts.\n",
    "- a\n  - b\n  <!-- listlint: ignore-next[LL102] -->\n  - c\n",
    "- a\n\n- b\n\n  - c\n  <!-- listlint: ignore-next -->\n  - d\n",
    "<!-- listlint: ignore-next[LL502] -->\n# A\n",
    "[//]: # (START)\n\n- a\n\n[//]: # (END)\n",
    "[//]: # (START)\n- a\n",
    "# A\n\n[b]: https://example.org/A_b 'T'\n[Cc]: <https://example.org/c d>\n\n[b], [Cc]\n",
    "1. a\n2. b\n3. c\n",
    "3. a\n5. b\n10. c\n    - d\n",
    "1) a\n2) b\n",
    "见：https://twitter.com/Francis_YAO_/status/1 好\n",
    "- [a](https://example.org/a), 见https://example.org/_a_/*b*/x 好\n",
    "![see https://example.org/_a_ there](https://example.org/b)\n",
    "[中](https://example.org/中文?a=中)\n",
]
KEPT_ANYWAY = {KEPT[1], KEPT[11], KEPT[12]}


def formatted(text: str) -> str:
    """By the API, validated as mdformat's command line does."""
    once: str = mdformat.text(text, extensions=["listlint"])
    assert is_md_equal(text, once, extensions=["listlint"])
    assert mdformat.text(once, extensions=["listlint"]) == once
    return once


def command(path: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mdformat", *words, str(path)], cwd=path.parent, capture_output=True, text=True, check=False, timeout=60
    )


def test_it_is_found_by_its_name() -> None:
    assert mdformat.plugins.PARSER_EXTENSIONS["listlint"].RENDERERS is listlint.mdformat_plugin.RENDERERS
    assert not getattr(listlint.mdformat_plugin, "CHANGES_AST", False)


@pytest.mark.parametrize("text", KEPT)
def test_what_it_keeps(text: str) -> None:
    assert formatted(text) == text


@pytest.mark.parametrize("text", KEPT)
def test_mdformat_alone_does_not(text: str) -> None:
    if text in KEPT_ANYWAY:
        pytest.skip("these it keeps, too")
    assert mdformat.text(text, extensions=["gfm"]) != text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*   a\n*   b\n", "- a\n- b\n"),
        ("- a\n\n<!-- c -->\n\n- b\n", "- a\n\n<!-- c -->\n\n- b\n"),
        ("> - a\n> <!-- c -->\n> - b\n", "> - a\n>\n> <!-- c -->\n>\n> - b\n"),
        ("|a|b|\n|-|-|\n|c|d|\n", "| a   | b   |\n| --- | --- |\n| c   | d   |\n"),
        ("1.  a\n\n2.  b\n", "1. a\n\n2. b\n"),
        ("- [ ]   a\n", "- [ ] a\n"),
        (
            "*   a\n\n    [x]: https://example.org/x\n    [y]: https://example.org/y\n",
            "- a\n\n  [x]: https://example.org/x\n  [y]: https://example.org/y\n",
        ),
        ("-\n1.\n", "-\n\n1.\n"),
    ],
)
def test_the_rest_is_mdformats(text: str, expected: str) -> None:
    assert formatted(text) == expected


def test_the_lists_own_style_is_applied() -> None:
    assert formatted(SLIP) == SLIP.replace(" - counts", ", counts")
    assert mdformat.text(SLIP, extensions=["listlint"], options={"plugin": {"listlint": {"entry_style": False}}}) == SLIP
    assert mdformat.text(SLIP, extensions=["gfm"]) == SLIP


def test_a_generated_region_and_a_directive_stay_as_they_are() -> None:
    region = f"{STYLED}\n<!-- START x -->\n\n- [b](https://example.org/b) - counts.\n\n<!-- END x -->\n"
    assert formatted(region) == region
    ignored = SLIP.replace(" - counts.", " - counts. <!-- listlint: ignore[mixed-separator] -->")
    assert formatted(ignored) == ignored


def test_the_command_line_finds_the_configuration(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    (tmp_path / "listlint.toml").write_text('[style]\nseparator = ": "\n', encoding="utf-8")
    readme.write_text(SLIP, encoding="utf-8")
    assert command(readme, "--extensions", "gfm", "--check").returncode == 0
    assert command(readme, "--extensions", "listlint", "--check").returncode == 1
    done = command(readme, "--extensions", "listlint")
    assert (done.returncode, done.stderr) == (0, "")
    assert readme.read_text(encoding="utf-8") == SLIP.replace(", counts", ": counts").replace(" - counts", ": counts")
    assert command(readme, "--extensions", "listlint", "--check").returncode == 0


def test_the_command_line_leaves_the_style_alone_where_told(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text(SLIP, encoding="utf-8")
    assert command(readme, "--extensions", "listlint", "--no-entry-style").returncode == 0
    assert readme.read_text(encoding="utf-8") == SLIP
    assert command(readme, "--extensions", "gfm", "--extensions", "listlint").returncode == 0
    assert readme.read_text(encoding="utf-8") == SLIP.replace(" - counts", ", counts")


def test_the_command_line_with_all_that_is_kept(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    text = "\n".join(text for text in KEPT if not text.startswith(("-", "1", "3")))
    readme.write_text(text.replace("\n", "\r\n"), encoding="utf-8", newline="")
    done = command(readme, "--extensions", "listlint", "--end-of-line", "keep")
    assert (done.returncode, done.stderr) == (0, "")
    assert readme.read_bytes().decode() == text.replace("\n", "\r\n")


@pytest.mark.parametrize("path", LISTS, ids=[path.name.partition("__")[0].removesuffix(".md") for path in LISTS])
def test_real_lists_keep_every_destination(path: Path) -> None:
    text = path.read_bytes().decode("utf-8-sig")
    options = {"plugin": {"listlint": {"entry_style": False}}}
    after = mdformat.text(text, extensions=["listlint"], options=options)
    assert destinations(after) == destinations(text)


def destinations(text: str) -> list[str]:
    """Where GitHub's links lead, in order."""
    referee = GitHub()
    pieces = (piece for leaf in referee.leaves(text) for piece in referee.pieces(leaf))
    return [piece.value for piece in pieces if piece.kind in ("link", "bare", "image")]
