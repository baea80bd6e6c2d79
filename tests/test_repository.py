"""What stands around a list: read from disk, only for rules that ask, and never for standard input."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from listlint import runner
from listlint.config import load, select
from listlint.model import Neighbour, Repository
from listlint.repository import Surroundings, remote
from listlint.runner import Target

if TYPE_CHECKING:
    from pathlib import Path

    from listlint.config.plan import Plan

LIST = "# Parsers\n\n- [One](https://example.org/1)\n"
LOCAL = ["LL701", "LL702", "LL703", "LL704", "LL705"]


def planned(*rules: str) -> Plan:
    return select.plan(load.from_text(""), select.selection(select=rules or LOCAL))


def lay(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return root


def said(path: Path, *rules: str) -> list[str]:
    result = runner.run([Target(path.name, path)], lambda _: planned(*rules))
    checked = result.files[0].checked
    assert checked is not None
    return [f"{found.code} {found.message}" for found in checked.diagnostics]


def test_outside_a_repository_only_the_name_is_known(tmp_path: Path) -> None:
    lay(tmp_path, {"readme.md": LIST, "contributing.md": "Please do."})
    assert Surroundings().of(tmp_path / "readme.md") == Repository("readme.md", held=False)
    assert said(tmp_path / "readme.md") == []


def test_a_repository_shows_the_files_that_github_looks_for(tmp_path: Path) -> None:
    files = {
        ".git/config": "",
        "a/b/list.md": LIST,
        "a/contributing.md": "not here",
        "Contributing.rst": "Do.",
        ".github/CODE_OF_CONDUCT.md": "Be kind.",
        "docs/README": "",
    }
    lay(tmp_path, files)
    assert Surroundings().of(tmp_path / "a" / "b" / "list.md") == Repository(
        "a/b/list.md",
        files=(Neighbour(".github/CODE_OF_CONDUCT.md", "Be kind."), Neighbour("Contributing.rst", "Do."), Neighbour("docs/README")),
    )


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"contributing.md": "Do."}, []),
        ({"CONTRIBUTING.md": "Do."}, []),
        ({".github/contributing.md": "Do."}, []),
        ({"docs/Contributing.markdown": "Do."}, []),
        ({"contributing.md": "", ".github/contributing.md": "Do."}, []),
        ({}, ["LL703 repository has no contributing.md, expected guidelines"]),
        ({"contributing.md": " \n"}, ["LL703 contributing.md is empty, expected guidelines"]),
        ({"code-of-conduct.md": "Write to me@example.org."}, ["LL703 repository has no contributing.md, expected guidelines"]),
    ],
)
def test_guidelines_are_looked_for_where_github_looks(tmp_path: Path, files: dict[str, str], expected: list[str]) -> None:
    lay(tmp_path, {".git/HEAD": "", "readme.md": LIST, **files})
    assert said(tmp_path / "readme.md", "LL703") == expected


def test_a_code_of_conduct_with_blanks_names_file_and_line(tmp_path: Path) -> None:
    lay(tmp_path, {".git/HEAD": "", "readme.md": LIST, "code_of_conduct.md": "# Conduct\n\nWrite to [INSERT CONTACT METHOD].\n"})
    assert said(tmp_path / "readme.md", "LL704") == [
        'LL704 code_of_conduct.md has "[INSERT CONTACT METHOD]" on line 3, expected it to be filled in'
    ]


def test_an_address_is_foreign_unless_its_owner_keeps_the_list(tmp_path: Path) -> None:
    lay(tmp_path, {".git/config": "", "readme.md": LIST, "code-of-conduct.md": "Write to somebody@example.org.\n"})
    configured = '[rules.LL704]\nplaceholders = ["somebody@example.org"]\n'
    plan = select.plan(load.from_text(configured), select.selection(select=["LL704"]))
    found = [runner.run([Target("x", tmp_path / "readme.md")], lambda _: plan).files[0].checked]
    (tmp_path / ".git" / "config").write_text('[remote "origin"]\n\turl = git@github.com:Somebody/parsers.git\n', encoding="utf-8")
    found.append(runner.run([Target("x", tmp_path / "readme.md")], lambda _: plan).files[0].checked)
    assert [len(checked.diagnostics) for checked in found if checked is not None] == [1, 0]


def test_only_the_front_page_is_asked_for_a_badge_and_guidelines(tmp_path: Path) -> None:
    lay(tmp_path, {".git/HEAD": "", "readme.md": LIST, "lists/readme.md": LIST})
    assert [line[:5] for line in said(tmp_path / "readme.md")] == ["LL701", "LL703"]
    assert said(tmp_path / "lists" / "readme.md") == []


def test_standard_input_is_left_alone_and_rules_that_do_not_ask_cost_nothing(tmp_path: Path) -> None:
    badge = b"# Parsers\n\n![Build Status](https://travis-ci.org/a/b.svg)\n"
    result = runner.run([Target("readme.md", None, badge)], lambda _: planned())
    assert result.files[0].checked is not None
    assert result.files[0].checked.diagnostics == ()
    lay(tmp_path, {".git/HEAD": "", "readme.md": LIST})
    other = runner.run([Target("readme.md", tmp_path / "readme.md")], lambda _: planned("LL101")).files[0].checked
    assert other is not None
    assert other.document.repository is None


def test_a_lone_file_is_held_to_what_it_shows_itself(tmp_path: Path) -> None:
    lay(tmp_path, {"list.md": "# L [![Awesome](x.svg)](https://awesome.re)\n\n![](https://img.shields.io/travis/a/b.svg)\n"})
    assert [line[:5] for line in said(tmp_path / "list.md")] == ["LL701", "LL702"]


def test_fixing_asks_the_repository_too(tmp_path: Path) -> None:
    lay(tmp_path, {".git/HEAD": "", "readme.md": "# L [![Awesome](x.svg)](https://awesome.re)\n\n- [One](https://example.org/1)\n"})
    file = tmp_path / "readme.md"
    runner.run([Target("readme.md", file)], lambda _: planned("LL701"), mode="fix", unsafe=True)
    assert "(https://awesome.re/badge.svg)](https://awesome.re)" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://github.com/Some/List.git", "github.com/some/list"),
        ("git@github.com:some/list.git", "github.com/some/list"),
        ("ssh://git@github.com/some/list", "github.com/some/list"),
        ("https://user:secret@github.com/some/list/", "github.com/some/list"),
        ("", None),
    ],
)
def test_the_remote_is_read_from_gits_own_file(tmp_path: Path, url: str, expected: str | None) -> None:
    config = f'[core]\n\tbare = false\n[remote "fork"]\n\turl = https://example.org/x/y\n[remote "origin"]\n\turl = {url}\n'
    lay(tmp_path, {".git/config": config})
    assert remote(tmp_path) == expected


def test_a_worktree_has_the_remote_of_its_repository(tmp_path: Path) -> None:
    lay(
        tmp_path,
        {
            "main/.git/config": '[remote "origin"]\n\turl = https://github.com/some/list\n',
            "main/.git/worktrees/w/commondir": "../..\n",
            "w/.git": f"gitdir: {tmp_path}/main/.git/worktrees/w\n",
        },
    )
    assert remote(tmp_path / "w") == "github.com/some/list"


def test_another_repositorys_workflow_is_not_the_lists_own(tmp_path: Path) -> None:
    badge = "![checks](https://github.com/other/tool/actions/workflows/ci.yml/badge.svg)\n"
    lay(tmp_path, {".git/config": '[remote "origin"]\n\turl = https://github.com/some/list\n', "readme.md": f"# L\n\n{badge}"})
    assert said(tmp_path / "readme.md", "LL702") == []
    (tmp_path / "readme.md").write_text(f"# L\n\n{badge.replace('other/tool', 'Some/List')}", encoding="utf-8")
    assert [line[:5] for line in said(tmp_path / "readme.md", "LL702")] == ["LL702"]
