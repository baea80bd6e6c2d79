"""Scripted changes of real lists, and for each what `check --since` says and that it says nothing else."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import pytest

from tests.changes.repositories import CONFIG, CORPUS, EXAMPLE, Bench, Repository, before, behind, git, said

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Expected = list[tuple[str, str]]
    Change = Callable[[Bench], tuple[str, Expected]]

KEPT = """# A kept list

## Contents

- [Alpha](#alpha)
- [Beta](#beta)
- [Gamma](#gamma)
- [Empty soon](#empty-soon)

## Alpha

{alpha}

## Beta

{beta}
- [Beta tail](https://example.org/b/tail/) - Ends in a blank. \n- [Beta torn](https://example.org/b/torn/) - Has a (bracket.

## Gamma

{gamma}


- [Gamma apart](https://example.org/g/apart/) - Stands apart.

## Empty soon

- [Sole](https://example.org/sole/) - The only one here.
""".format(
    alpha="\n".join(f"- [{chr(65 + n)}lpha thing](https://example.org/a/{n}/) - Does what {n} does." for n in range(24)),
    beta="\n".join(f"- [Beta {n}](https://example.org/b/{n * 7 % 11}/) - Says {n} things." for n in range(8)),
    gamma="\n".join(f"- [Gamma {n}](https://example.org/g/{n}/) - Keeps {n} doors." for n in range(6)),
)
"""A list with contents, a section in order, and old debts: a blank, a bracket, a gap."""


def _source(name: str) -> str:
    if name == "kept":
        return KEPT
    file = EXAMPLE if name == "example" else CORPUS / name
    if not file.exists():
        pytest.skip("the real lists are not here")
    return file.read_text(encoding="utf-8")


LISTS = ("kept", "example", "reading-list.md", "agarrharr__awesome-cli-apps__readme.md")


@pytest.fixture(params=LISTS)
def repository(request: pytest.FixtureRequest, tmp_path: Path) -> Repository:
    """A repository around one of the lists."""
    return Repository(tmp_path / "repository", _source(request.param))


# Changes of the text alone: what becomes of it, and what is said of that.


def add_clean(bench: Bench) -> tuple[str, Expected]:
    return behind(bench.text, bench.model, bench.fresh()), []


def add_three_clean(bench: Bench) -> tuple[str, Expected]:
    return behind(bench.text, bench.model, "\n".join(bench.fresh(number) for number in (1, 2, 3))), []


def add_trailing_space(bench: Bench) -> tuple[str, Expected]:
    new = f"{bench.fresh()} "
    return behind(bench.text, bench.model, new), [("LL601", new)]


def add_broken_address(bench: Bench) -> tuple[str, Expected]:
    new = bench.fresh(url="https://https://example.org/x")
    return behind(bench.text, bench.model, new), [("LL204", new)]


def add_impossible_paper(bench: Bench) -> tuple[str, Expected]:
    new = bench.fresh(url="https://arxiv.org/abs/2313.00001")
    return behind(bench.text, bench.model, new), [("LL302", new)]


def add_two_faulty(bench: Bench) -> tuple[str, Expected]:
    new = [f"{bench.fresh(number)} " for number in (1, 2)]
    return behind(bench.text, bench.model, "\n".join(new)), [("LL601", line) for line in new]


def add_duplicate_below(bench: Bench) -> tuple[str, Expected]:
    new = f"{bench.elsewhere} Again.".replace(". Again.", " again.").replace("。 Again.", "，再说一次。")
    return bench.text.rstrip("\n") + f"\n\n## Appended\n\n{new}\n", [("LL401", new), *_unlisted(bench, "## Appended")]


def add_duplicate_above(bench: Bench) -> tuple[str, Expected]:
    return _twice(bench, bench.model, bench.first)


def add_duplicate_of_another_section(bench: Bench) -> tuple[str, Expected]:
    later, earlier = (
        (bench.elsewhere, bench.first) if bench.text.index(bench.elsewhere) > bench.text.index(bench.first) else (bench.model, "")
    )
    return _twice(bench, later, earlier or bench.elsewhere)


def _twice(bench: Bench, line: str, above: str) -> tuple[str, Expected]:
    """`line` once more, otherwise worded, before the line `above`."""
    new = line.rstrip(".。") + " again" + (line[-1] if line[-1] in ".。" else "")
    text = before(bench.text, above, new)
    order = [("LL503", new)] if bench.text is KEPT and above == bench.first else []
    return text, sorted([("LL401", new), *order])


def _unlisted(bench: Bench, heading: str) -> Expected:
    """What a list with contents says of a heading that they lack."""
    return [("LL504", heading)] if bench.checked.style.contents is not None else []


def add_section(bench: Bench) -> tuple[str, Expected]:
    text = bench.text.rstrip("\n") + f"\n\n## Appended\n\n{bench.fresh()}\n"
    return text, _unlisted(bench, "## Appended")


def add_empty_section(bench: Bench) -> tuple[str, Expected]:
    return bench.text.rstrip("\n") + "\n\n## Appended\n", sorted([("LL502", "## Appended"), *_unlisted(bench, "## Appended")])


def add_prose_on_top(bench: Bench) -> tuple[str, Expected]:
    head, _, rest = bench.text.partition("\n")
    return f"{head}\n\nA word about this list.\n{rest}", []


def add_dead_anchor(bench: Bench) -> tuple[str, Expected]:
    head, _, rest = bench.text.partition("\n")
    return f"{head}\n\nSee [there](#no-such-place-at-all).\n{rest}", [("LL209", "See [there](#no-such-place-at-all).")]


def move_to_another_section(bench: Bench) -> tuple[str, Expected]:
    text = behind(bench.text.replace(f"{bench.first}\n", "", 1), bench.elsewhere, bench.first)
    return text, [("LL503", bench.elsewhere)] if bench.text is KEPT else []  # which lost its order by that


def turn_around(bench: Bench) -> tuple[str, Expected]:
    if bench.text is KEPT:
        one, two = (item.span.of(bench.text) for item in bench.plain(bench.section)[3:5])
        text = bench.text.replace(f"{one}\n{two}", f"{two}\n{one}")
        return text, [("LL503", two)]
    lines = [item.span.of(bench.text) for item in bench.plain(bench.section)]
    one, two = lines[0], lines[-1]
    return bench.text.replace(one, "\0").replace(two, one).replace("\0", two), []


def rename_section(bench: Bench) -> tuple[str, Expected]:
    heading = bench.heading(bench.section)
    expected = [("LL504", row) for row in bench.rows(bench.section)[:1]]
    return bench.text.replace(f"{heading}\n", f"{heading} renamed\n", 1), expected


def respace_an_entry(bench: Bench) -> tuple[str, Expected]:
    return bench.text.replace(bench.model, f"{bench.model} "), [("LL601", f"{bench.model} ")]


def respace_a_faulty_entry(bench: Bench) -> tuple[str, Expected]:
    new = f"{bench.faulty.rstrip(' ')}\t"
    expected: Expected = [] if "LL601" in bench.faults[bench.faulty] else [("LL601", new)]
    return bench.text.replace(bench.faulty, new), expected


def edit_a_faulty_entry(bench: Bench) -> tuple[str, Expected]:
    new = re.sub(r"(\w)(\W*)\Z", r"\1x\2", bench.faulty)
    return bench.text.replace(bench.faulty, new), sorted((code, new) for code in bench.faults[bench.faulty])


def edit_a_clean_entry(bench: Bench) -> tuple[str, Expected]:
    return bench.text.replace(bench.model, re.sub(r"(\w)(\W*)\Z", r"\1x\2", bench.model)), []


def edit_into_a_duplicate(bench: Bench) -> tuple[str, Expected]:
    one, two = bench.plain(bench.section)[0], bench.plain(bench.section)[1]
    assert one.title is not None
    assert two.title is not None
    assert one.link is not None
    assert two.link is not None
    new = one.span.of(bench.text).replace(one.link.url, two.link.url).replace(one.title.span.of(bench.text), two.title.span.of(bench.text))
    return bench.text.replace(one.span.of(bench.text), new), [("LL401", new)]


def break_an_old_address(bench: Bench) -> tuple[str, Expected]:
    new = bench.model.replace("](https://", "](https://https://", 1)
    return bench.text.replace(bench.model, new), [("LL204", new)]


def remove_a_clean_entry(bench: Bench) -> tuple[str, Expected]:
    return bench.text.replace(f"{bench.model}\n", "", 1), []


def remove_a_faulty_entry(bench: Bench) -> tuple[str, Expected]:
    return bench.text.replace(f"{bench.faulty}\n", "", 1), []


def empty_a_section(bench: Bench) -> tuple[str, Expected]:
    if bench.text is not KEPT:
        return bench.text, []
    sole = "\n- [Sole](https://example.org/sole/) - The only one here.\n"
    return bench.text.replace(sole, ""), [("LL502", "## Empty soon")]


def remove_a_section(bench: Bench) -> tuple[str, Expected]:
    if bench.text is not KEPT:
        return bench.text, []
    start, end = bench.text.index("## Gamma"), bench.text.index("## Empty")
    return bench.text[:start] + bench.text[end:], [("LL504", "- [Gamma](#gamma)")]


def extra_blank_lines(bench: Bench) -> tuple[str, Expected]:
    if bench.text is not KEPT:
        return bench.text, []
    return bench.text.replace(bench.model, f"{bench.model}\n\n\n\n", 1), [("LL602", "")]


def carriage_returns(bench: Bench) -> tuple[str, Expected]:
    return bench.text.replace("\n", "\r\n"), []


def byte_order_mark(bench: Bench) -> tuple[str, Expected]:
    return f"\ufeff{bench.text}", []


def no_final_newline(bench: Bench) -> tuple[str, Expected]:
    text = bench.text.rstrip("\n")
    return text, [("LL603", text.rpartition("\n")[2])]


def nothing(bench: Bench) -> tuple[str, Expected]:
    return bench.text, []


def empty_bullet(bench: Bench) -> tuple[str, Expected]:
    return behind(bench.text, bench.model, "-"), [("LL105", "-")]


def hidden_character(bench: Bench) -> tuple[str, Expected]:
    new = bench.fresh().replace("[", "[\u200b", 1)
    return behind(bench.text, bench.model, new), [("LL606", new)]


CHANGES: list[Change] = [
    nothing,
    add_clean,
    add_three_clean,
    add_trailing_space,
    add_broken_address,
    add_impossible_paper,
    add_two_faulty,
    add_duplicate_below,
    add_duplicate_above,
    add_duplicate_of_another_section,
    add_section,
    add_empty_section,
    add_prose_on_top,
    add_dead_anchor,
    empty_bullet,
    hidden_character,
    move_to_another_section,
    turn_around,
    rename_section,
    respace_an_entry,
    respace_a_faulty_entry,
    edit_a_faulty_entry,
    edit_a_clean_entry,
    edit_into_a_duplicate,
    break_an_old_address,
    remove_a_clean_entry,
    remove_a_faulty_entry,
    empty_a_section,
    remove_a_section,
    extra_blank_lines,
    carriage_returns,
    byte_order_mark,
    no_final_newline,
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_a_changed_text(repository: Repository, change: Change) -> None:
    text, expected = change(repository.bench)
    repository.write(text)
    assert repository.reported("--since", "HEAD") == sorted(expected)


# Changes that take git.


def _faulty(repository: Repository, number: int = 1) -> str:
    return f"{repository.bench.fresh(number)} "


def test_commits_and_what_is_not_committed_count_alike(repository: Repository) -> None:
    git(repository.root, "switch", "-q", "-c", "topic")
    one, two = _faulty(repository, 1), _faulty(repository, 2)
    text = behind(repository.before, repository.bench.model, one)
    repository.write(text)
    repository.commit()
    repository.write(behind(text, one, two))
    assert repository.reported("--since", "main") == sorted([("LL601", one), ("LL601", two)])


def test_what_others_did_meanwhile_is_theirs(repository: Repository) -> None:
    git(repository.root, "switch", "-q", "-c", "topic")
    mine, theirs = _faulty(repository, 1), _faulty(repository, 2)
    repository.write(behind(repository.before, repository.bench.model, mine))
    repository.commit()
    git(repository.root, "switch", "-q", "main")
    repository.write(behind(repository.before, repository.bench.elsewhere, theirs))
    repository.commit()
    git(repository.root, "switch", "-q", "topic")
    assert repository.reported("--since", "main") == [("LL601", mine)]
    git(repository.root, "merge", "-q", "main")
    assert repository.reported("--since", "main") == [("LL601", mine)]
    git(repository.root, "switch", "-q", "main")
    git(repository.root, "merge", "-q", "--no-ff", "topic")
    assert repository.reported("--since", "HEAD^1") == [("LL601", mine)]
    assert repository.reported("--since", "HEAD^2") == []  # it had merged theirs


def test_only_what_is_staged_is_read(repository: Repository) -> None:
    staged, unstaged = _faulty(repository, 1), _faulty(repository, 2)
    text = behind(repository.before, repository.bench.model, staged)
    repository.write(text)
    git(repository.root, "add", "-A")
    repository.write(behind(text, staged, unstaged))
    assert [code for code, _, _ in repository.check("--staged").found] == ["LL601"]
    assert repository.reported("--since", "HEAD") == sorted([("LL601", staged), ("LL601", unstaged)])
    repository.write(repository.before)
    assert [code for code, _, _ in repository.check("--staged").found] == ["LL601"]


def test_a_renamed_file_is_the_same_file(repository: Repository) -> None:
    git(repository.root, "mv", "README.md", "the list.md")
    assert repository.reported("--since", "HEAD", name="the list.md") == []
    assert repository.reported("--staged", name="the list.md") == []
    new = _faulty(repository)
    repository.write(behind(repository.before, repository.bench.model, new), "the list.md")
    assert repository.reported("--since", "HEAD", name="the list.md") == [("LL601", new)]
    repository.commit()
    assert repository.reported("--since", "HEAD~1", name="the list.md") == [("LL601", new)]


@pytest.mark.parametrize("name", ["a list.md", "liste «é» 列表.md", 'it\'s "quoted".md', "-dash.md", ":colon.md", "sub folder/[x]*.md"])
def test_names_of_files(tmp_path: Path, name: str) -> None:
    repository = Repository(tmp_path, KEPT, name)
    new = _faulty(repository)
    repository.write(behind(KEPT, repository.bench.model, new))
    shown = f"./{name}" if name.startswith("-") else name
    assert repository.reported("--since", "HEAD", name=shown) == [("LL601", new)]
    git(repository.root, "add", "-A")
    assert repository.reported("--staged", name=shown) == [("LL601", new)]


def test_a_new_file_is_new_throughout(repository: Repository) -> None:
    repository.write(repository.before, "docs/another.md")
    assert repository.reported("--since", "HEAD", name="docs/another.md") == repository.reported(name="docs/another.md")
    missing = repository.check("--staged", name="docs/another.md")
    assert (missing.code, missing.err) == (2, "error: docs/another.md: not staged or committed; nothing was read\n")


def test_before_the_first_commit_everything_is_new(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    (tmp_path / "README.md").write_text(KEPT, encoding="utf-8")
    git(tmp_path, "add", "-A")
    staged = said(tmp_path, "check", "--staged", "--output-format", "json")
    assert staged.found == said(tmp_path, "check", "--output-format", "json").found
    since = said(tmp_path, "check", "--since", "HEAD")
    assert (since.code, since.err) == (2, 'error: "HEAD" names no commit of this repository\n')


def test_a_changed_configuration_shows_everything_and_says_so(repository: Repository) -> None:
    every = repository.reported()
    assert repository.reported("--since", "HEAD") == []
    (repository.root / "listlint.toml").write_text(f"# a remark\n{CONFIG}", encoding="utf-8")
    assert repository.reported("--since", "HEAD") == []
    (repository.root / "listlint.toml").write_text(f'ignore = ["LL502"]\n{CONFIG}', encoding="utf-8")
    told = repository.check("--since", "HEAD")
    assert sorted(code for code, _, _ in told.found) == sorted(code for code, _ in every if code != "LL502")
    assert 'listlint.toml changed since "HEAD": all diagnostics are shown' in told.err


def test_a_configuration_that_is_extended_counts_too(repository: Repository) -> None:
    (repository.root / "base.toml").write_text(CONFIG, encoding="utf-8")
    (repository.root / "listlint.toml").write_text('extend = "base.toml"\n', encoding="utf-8")
    repository.commit()
    assert repository.reported("--since", "HEAD") == []
    (repository.root / "base.toml").write_text('ignore = ["LL502"]\n', encoding="utf-8")
    assert 'base.toml changed since "HEAD"' in repository.check("--since", "HEAD").err


def test_a_shallow_clone_says_what_to_fetch(repository: Repository, tmp_path: Path) -> None:
    git(repository.root, "switch", "-q", "-c", "topic")
    new = _faulty(repository)
    repository.write(behind(repository.before, repository.bench.model, new))
    repository.commit()
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth", "1", "--branch", "topic", repository.root.as_uri(), "clone")
    fetch = "this clone is shallow: fetch more with `git fetch --unshallow`, or `git fetch --deepen=100`"
    for rev in ("origin/main", "HEAD~1"):
        told = said(clone, "check", "--since", rev)
        assert told.code == 2
        assert told.err.startswith(f'error: "{rev}" names no commit of this repository; {fetch}')
        assert told.err.count("\n") == 1
    git(clone, "fetch", "-q", "--depth", "1", "origin", "main:refs/remotes/origin/main")
    told = said(clone, "check", "--since", "origin/main")
    assert told.code == 2
    assert told.err.startswith(f'error: "origin/main" and HEAD have no commit in common; {fetch}')
    git(clone, "fetch", "-q", "--unshallow")
    assert [code for code, _, _ in said(clone, "check", "--since", "origin/main", "--output-format", "json").found] == ["LL601"]


def test_the_rest_is_counted(repository: Repository) -> None:
    new = _faulty(repository)
    older = len(repository.reported())
    repository.write(behind(repository.before, repository.bench.model, new))
    told = repository.check("--since", "HEAD")
    assert f'{older} older diagnostic{"" if older == 1 else "s"} not shown: there before the change since "HEAD"\n' in told.err
    assert repository.check("--since", "HEAD", "-q").err == ""


def test_it_works_in_a_folder_below(tmp_path: Path) -> None:
    repository = Repository(tmp_path, KEPT, "docs/README.md")
    new = _faulty(repository)
    repository.write(behind(KEPT, repository.bench.model, new))
    told = said(tmp_path / "docs", "check", "--since", "HEAD", "--output-format", "json")
    assert [code for code, _, _ in told.found] == ["LL601"]


def test_a_hook_is_told_places_from_the_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository = Repository(tmp_path, KEPT, "docs/README.md")
    repository.write(behind(KEPT, repository.bench.model, _faulty(repository)))
    git(tmp_path, "add", "-A")
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", os.path.join(".git", "index"))  # noqa: PTH118 - as git says it
    assert [code for code, _, _ in repository.check("--staged").found] == ["LL601"]


def test_a_list_in_conflict_has_no_staged_version(tmp_path: Path) -> None:
    repository = Repository(tmp_path, KEPT)
    git(tmp_path, "switch", "-q", "-c", "topic")
    repository.write(KEPT.replace("# A kept list", "# A list"))
    repository.commit()
    git(tmp_path, "switch", "-q", "main")
    repository.write(KEPT.replace("# A kept list", "# Another list"))
    repository.commit()
    with pytest.raises(AssertionError):
        git(tmp_path, "merge", "-q", "topic")
    told = repository.check("--staged")
    assert (told.code, told.err) == (2, "error: README.md: is in conflict, so that nothing is staged; settle that first\n")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--since", "nope"), '"nope" names no commit of this repository'),
        (("--since", "--all"), "argument --since: expected one argument"),
        (("--since=--all",), '"--all" names no commit of this repository'),
        (("--since", ""), '--since: "" is no single revision; expected a branch, tag or commit'),
        (("--since", "main..HEAD"), '--since: "main..HEAD" is no single revision; expected a branch, tag or commit'),
        (("--since", "HEAD:README.md"), '"HEAD:README.md" names no commit of this repository'),
        (("--since", "HEAD", "--staged"), "--since and --staged contradict one another"),
    ],
)
def test_what_cannot_be_compared(tmp_path: Path, words: tuple[str, ...], message: str) -> None:
    told = Repository(tmp_path, KEPT).check(*words)
    assert told.code == 2
    assert told.err.removeprefix("error: ").removesuffix("\n") == message.removeprefix("argument ")


def test_without_a_repository_there_is_nothing_to_compare_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "README.md").write_text(KEPT, encoding="utf-8")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    told = said(tmp_path, "check", "--since", "HEAD")
    assert (told.code, told.err) == (2, f"error: {tmp_path}: is in no git repository with a working tree, so there is no earlier version\n")
    monkeypatch.setenv("PATH", "")
    told = said(tmp_path, "check", "--staged")
    assert (told.code, told.err) == (2, "error: git isn't installed, or isn't on the PATH: without it there is no earlier version\n")


def test_standard_input_has_no_history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import io  # noqa: PLC0415
    import sys  # noqa: PLC0415

    Repository(tmp_path, KEPT)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(KEPT.encode())))
    told = said(tmp_path, "check", "--since", "HEAD", "-")
    assert (told.code, told.err) == (2, "error: standard input has no earlier version: --since and --staged take files\n")


def test_a_symbolic_link_is_what_it_leads_to(tmp_path: Path) -> None:
    repository = Repository(tmp_path, KEPT, "docs/list.md")
    (tmp_path / "README.md").symlink_to("docs/list.md")
    repository.commit()
    new = _faulty(repository)
    repository.write(behind(KEPT, repository.bench.model, new))
    assert repository.reported("--since", "HEAD", name="README.md") == [("LL601", new)]
