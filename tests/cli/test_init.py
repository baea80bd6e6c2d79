"""`listlint init` writes the style of a list as it is, and `check` says nothing more of the list afterwards."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conftest import Outcome

CORPUS = Path(__file__).resolve().parents[2] / "../shared/corpus"
LIST = "# List\n\n## Tools\n\n" + "".join(f"- [Name {n:02}](https://example.org/{n}) - A summary.\n" for n in range(24))


def places(run: Callable[..., Outcome], name: str) -> set[tuple[str, int, int]]:
    """Where `check` complains of what."""
    report = json.loads(run("check", name, "--output-format", "json").out)
    return {(one["code"], one["line"], one["column"]) for one in report["diagnostics"]}


def test_writes_what_it_found(run: Callable[..., Outcome], here: Path) -> None:
    (here / "README.md").write_text(LIST, encoding="utf-8")
    outcome = run("init")
    assert (outcome.code, outcome.out) == (0, "wrote listlint.toml\n")
    assert outcome.err == "listlint check README.md would report nothing\n"
    text = (here / "listlint.toml").read_text(encoding="utf-8")
    assert 'separator = " - "  # separator: 24 of 24\n' in text
    assert tomllib.loads(text) == {
        "profile": "default",
        "style": {
            "entry": "[{title}]({url}) - {summary}",
            "separator": " - ",
            "summary": "required",
            "ending": ".",
            "first-letter": "upper",
            "title-decoration": "plain",
            "order": "title",
            "marker": "-",
            "blank-between-items": False,
        },
        "sections": {"known": ["List", "Tools"]},
    }
    assert run("check").code == 0


def test_overwrites_nothing(run: Callable[..., Outcome], here: Path) -> None:
    (here / "README.md").write_text(LIST, encoding="utf-8")
    for name, text in (("listlint.toml", ""), (".listlint.toml", ""), ("pyproject.toml", "[tool.listlint]\n")):
        (here / name).write_text(text, encoding="utf-8")
        outcome = run("init")
        assert (outcome.code, outcome.out) == (2, "")
        assert outcome.err == f"error: {name} exists already, and init overwrites nothing\n"
        assert (here / name).read_text(encoding="utf-8") == text
        (here / name).unlink()
    (here / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    assert run("init").code == 0


def test_names_a_list_that_is_no_readme(run: Callable[..., Outcome], here: Path) -> None:
    (here / "docs").mkdir()
    (here / "docs" / "my list.md").write_text(LIST, encoding="utf-8")
    assert run("init", "docs/my list.md").code == 0
    assert tomllib.loads((here / "listlint.toml").read_text(encoding="utf-8"))["files"] == ["docs/my list.md"]
    assert run("check").code == 0


def test_lines_that_would_report_more_are_comments(run: Callable[..., Outcome], here: Path) -> None:
    other = "\n## Other\n\n" + "".join(f"- [Other {n}](https://example.org/o/{n}): A summary.\n" for n in range(6))
    (here / "README.md").write_text(LIST + other, encoding="utf-8")
    before = places(run, "README.md")
    assert run("init").code == 0
    text = (here / "listlint.toml").read_text(encoding="utf-8")
    assert '# separator = " - "  # separator: 24 of 30; otherwise in Other; check would say 6 more\n' in text
    assert places(run, "README.md") <= before


def test_odd_names_are_good_toml(run: Callable[..., Outcome], here: Path) -> None:
    (here / "README.md").write_text(LIST.replace("## Tools", '## "Quoted" \\\\ 工具 \x7f'), encoding="utf-8")
    assert run("init").code == 0
    tomllib.loads((here / "listlint.toml").read_text(encoding="utf-8"))
    assert run("check").code in {0, 1}


def test_nothing_to_learn_from(run: Callable[..., Outcome], here: Path) -> None:
    assert run("init").code == 2
    assert run("init", "missing.md").code == 2
    (here / "README.md").write_text("", encoding="utf-8")
    assert run("init").code == 0
    assert tomllib.loads((here / "listlint.toml").read_text(encoding="utf-8")) == {"profile": "default", "style": {}}


@pytest.mark.parametrize("name", ["reading-list.md", "Hannibal046", "kdeldycke", "vuejs"])
def test_says_nothing_more_of_real_lists(run: Callable[..., Outcome], here: Path, name: str) -> None:
    path = next(CORPUS.glob(f"{name}*"), None)
    if path is None:
        pytest.skip("the corpus isn't here")
    (here / "README.md").write_bytes(path.read_bytes())
    before = places(run, "README.md")
    assert run("init").code == 0
    assert places(run, "README.md") <= before
