"""Which files are read."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from listlint.config.load import Configuration
from listlint.discovery import Found, find
from listlint.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

LIST = "# List\n\n" + "".join(f"- [Title {n}](https://example.org/{n}), summary.\n" for n in range(5))
SHORT = "# No list\n\nProse only.\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git" / "info").mkdir(parents=True)
    return tmp_path


def write(here: Path, *lists: str, **others: str) -> None:
    for name, text in {**dict.fromkeys(lists, LIST), **others}.items():
        (here / name).parent.mkdir(parents=True, exist_ok=True)
        (here / name).write_text(text, encoding="utf-8")


def found(here: Path, *paths: str, excluding: bool = True) -> Found:
    return find([here.__class__(path) for path in paths], Configuration().for_folder, excluding=excluding)


def names(result: Found) -> list[str]:
    return [file.as_posix() for file in result.files]


def test_a_folder_gives_its_lists_and_says_how_many(here: Path) -> None:
    write(here, "docs/a.md", "docs/deep/B.MARKDOWN", "docs/notes.txt", **{"docs/c.md": SHORT})
    result = found(here, "docs")
    assert names(result) == ["docs/a.md", "docs/deep/B.MARKDOWN"]
    assert result.notes == ("docs/: took 2 lists of 3 Markdown files",)


def test_a_list_behind_much_prose_is_a_list(here: Path) -> None:
    write(
        here,
        **{
            "a.md": "Words without end.\n\n" * 2000 + LIST,
            "b.md": LIST + "Words.\n\n" * 5000,
            "c.md": "Words.\n\n" * 5000,
            "d.md": "word " * 9000,
        },
    )
    assert names(found(here, ".")) == ["a.md", "b.md"]


def test_a_named_file_is_read_whatever_it_is(here: Path) -> None:
    write(here, "a.txt", **{"b.md": SHORT})
    assert found(here, "a.txt", "./b.md") == Found((here.__class__("a.txt"), here.__class__("b.md")))


@pytest.mark.parametrize("name", ["README.md", "readme.md", "ReadMe.MD"])
def test_without_paths_the_readme_is_read(here: Path, name: str) -> None:
    write(here, name, "other.md")
    assert names(found(here)) == [name]


def test_without_paths_the_configured_files_are_read(here: Path) -> None:
    write(here, "README.md", "docs/a.md", "docs/b.md", "docs/skip/c.md", **{"listlint.toml": 'files = ["docs/*.md"]'})
    assert names(found(here)) == ["docs/a.md", "docs/b.md"]
    write(here, **{"listlint.toml": 'files = ["docs/b.md", "README.md"]'})
    assert names(found(here)) == ["docs/b.md", "README.md"]
    write(here, "docs/README.md", "zh/x.md", **{"listlint.toml": 'files = ["README.md", "docs/b*", "zh"]'})
    assert names(found(here)) == ["README.md", "docs/b.md", "zh/x.md"]
    assert names(found(here, "docs/a.md")) == ["docs/a.md"]


@pytest.mark.parametrize(
    ("ignore", "expected"),
    [
        ({".gitignore": "b.md\n"}, ["a.md", "docs/c.md"]),
        ({".gitignore": "docs/\n"}, ["a.md", "b.md"]),
        ({".gitignore": "*.md\n!a.md\n"}, ["a.md"]),
        ({"docs/.gitignore": "*\n"}, ["a.md", "b.md"]),
        ({".gitignore": "c.md\n", "docs/.gitignore": "!c.md\n"}, ["a.md", "b.md", "docs/c.md"]),
        ({".gitignore": "/c.md\n"}, ["a.md", "b.md", "docs/c.md"]),
        ({".git/info/exclude": "a.md\n"}, ["b.md", "docs/c.md"]),
    ],
)
def test_what_git_ignores_is_left_out(here: Path, ignore: dict[str, str], expected: list[str]) -> None:
    write(here, "a.md", "b.md", "docs/c.md", **ignore)
    assert names(found(here, ".")) == expected


def test_patterns_above_the_folder_hold_too(here: Path) -> None:
    write(here, "docs/a.md", "docs/b.md", **{".gitignore": "/docs/b.md\n"})
    assert names(found(here, "docs")) == ["docs/a.md"]


def test_what_is_named_is_read_though_git_ignores_it(here: Path) -> None:
    write(here, "build/a.md", **{".gitignore": "build/\n"})
    assert names(found(here, "build/a.md")) == ["build/a.md"]
    assert names(found(here, "build")) == ["build/a.md"]


def test_other_peoples_folders_are_left_out(here: Path) -> None:
    write(here, "a.md", "node_modules/x/README.md", ".venv/lib/README.md", ".git/x.md")
    assert names(found(here, ".")) == ["a.md"]
    assert names(found(here, "node_modules")) == ["node_modules/x/README.md"]
    write(here, **{"listlint.toml": "exclude = []"})
    assert names(found(here, ".")) == [".venv/lib/README.md", "a.md", "node_modules/x/README.md"]


def test_excludes_beat_named_files_and_say_so_once(here: Path) -> None:
    write(here, "a.md", "old/b.md", "old/c.md", **{"listlint.toml": 'extend-exclude = ["old/"]'})
    result = found(here, "a.md", "old/b.md", "old/c.md")
    assert names(result) == ["a.md"]
    assert result.notes == ("old/b.md, old/c.md: left out by the configuration's exclude (--no-exclude reads them)",)
    assert names(found(here, ".")) == ["a.md"]
    assert names(found(here, "old/b.md", excluding=False)) == ["old/b.md"]


def test_a_file_is_read_once_whatever_its_names(here: Path) -> None:
    write(here, "a.md", "docs/b.md")
    (here / "link.md").symlink_to("a.md")
    (here / "docs" / "loop").symlink_to(here)
    assert names(found(here, "link.md", "a.md", "./a.md", str(here / "a.md"))) == ["link.md"]
    assert names(found(here, ".")) == ["a.md", "docs/b.md"]
    assert names(found(here, "docs", "docs/b.md")) == ["docs/b.md"]


@pytest.mark.parametrize(
    ("paths", "message"),
    [
        (["none.md"], "none.md: no such file or folder"),
        (["a.md", "none.md", "b/"], "none.md, b: no such file or folder"),
        (["empty"], f"empty{os.sep}: no Markdown files in this folder"),
        (["prose"], f"prose{os.sep}: no list among 1 Markdown file (a list has 5 entries or more); name a file to read it anyway"),
        ([], "there is no README.md in this folder; name a file or a folder"),
        (
            ["old/b.md"],
            "old/b.md: left out by the configuration's exclude (--no-exclude reads it); nothing was read",
        ),
    ],
)
def test_nothing_to_read_is_an_error(here: Path, paths: list[str], message: str) -> None:
    write(here, "a.md", "old/b.md", **{"prose/p.md": SHORT, "empty/x.txt": "", "listlint.toml": 'extend-exclude = ["old/"]'})
    with pytest.raises(UsageError) as raised:
        found(here, *paths)
    assert str(raised.value) == message


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ('["none.md"]', 'files: the configuration names "none.md", which doesn\'t exist'),
        ('["docs/*.md"]', "files: nothing matches docs/*.md in"),
    ],
)
def test_configured_files_must_exist(here: Path, files: str, message: str) -> None:
    write(here, "README.md", **{"listlint.toml": f"files = {files}"})
    with pytest.raises(UsageError) as raised:
        found(here)
    assert str(raised.value).startswith(message)


def test_a_file_that_cannot_be_read_is_taken_so_that_the_run_tells_why(here: Path) -> None:
    (here / "docs").mkdir()
    (here / "docs" / "latin.md").write_bytes(b"\xff\xfe")
    assert names(found(here, "docs")) == ["docs/latin.md"]
