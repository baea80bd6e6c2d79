"""Every command's exit codes: 0 where it did what it was asked, 1 where something is left to say, 2 where it couldn't be done."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from listlint.cli._parser import commands

from .conftest import CLEAN, FIXABLE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .conftest import Outcome

WRONG = "selct = []\n"
RULES = '[[rules.custom]]\nname = "todo"\nscope = "document"\nkind = "forbid"\npattern = "TODO"\nmessage = "there is a TODO"\n'

TABLE = [
    # what the list is, the configuration, the command, its exit code
    (CLEAN, "", ["check"], 0),
    (FIXABLE, "", ["check"], 1),
    (FIXABLE, "", ["check", "--fail-on", "error"], 0),
    (FIXABLE, "", ["check", "--fail-on", "never"], 0),
    (FIXABLE, "", ["check", "--max-diagnostics", "0"], 1),
    (FIXABLE, "", ["check", "--statistics"], 1),
    (FIXABLE, WRONG, ["check"], 2),
    (FIXABLE, "", ["check", "--since", "nowhere"], 2),
    (FIXABLE, "", ["check", "--since", "HEAD"], 0),
    (FIXABLE, "", ["check", "--add-ignores"], 0),
    (FIXABLE, "", ["check", "--config", "ignore=["], 2),
    (FIXABLE, "", ["fix"], 0),
    (FIXABLE, "", ["fix", "--diff"], 1),
    (FIXABLE, WRONG, ["fix"], 2),
    (FIXABLE, "", ["fix", "--style", "none.md"], 2),
    (CLEAN, "", ["format", "--check", "README.md"], 0),
    (CLEAN.replace("- [Title 3]", "* [Title 3]"), "", ["format", "README.md"], 0),
    (CLEAN, WRONG, ["format", "--check", "README.md"], 2),
    (FIXABLE, "", ["baseline"], 0),
    (FIXABLE, WRONG, ["baseline"], 2),
    (FIXABLE, "", ["baseline", "none.md"], 2),
    (FIXABLE, "", ["baseline", "--prune", "--output", "none.json"], 2),
    (CLEAN, "", ["diff", "HEAD"], 0),
    (CLEAN, "", ["diff", "nowhere"], 2),
    (CLEAN, "", ["diff", "HEAD", "none.md"], 2),
    (FIXABLE, WRONG, ["tree", "README.md"], 0),
    (CLEAN, "", ["tree", "none.md"], 2),
    (CLEAN, "", ["style", "README.md"], 0),
    (CLEAN, WRONG, ["style", "README.md"], 2),
    (CLEAN, "", ["style", "none.md"], 2),
    (CLEAN, "", ["init", "README.md"], 0),
    (CLEAN, 'profile = "default"\n', ["init", "README.md"], 2),
    (CLEAN, "", ["init", "none.md"], 2),
    (CLEAN, "", ["explain", "LL101"], 0),
    (CLEAN, "", ["explain", "LL999"], 2),
    (CLEAN, "", ["rules"], 0),
    (CLEAN, "", ["rules", "--profile", "none"], 2),
    (CLEAN, RULES, ["rules", "test"], 0),
    (CLEAN, WRONG, ["rules", "test"], 2),
    (CLEAN, "", ["config", "show", "README.md"], 0),
    (CLEAN, WRONG, ["config", "show", "README.md"], 2),
    (CLEAN, WRONG, ["config", "file"], 0),
    (CLEAN, WRONG, ["config", "schema"], 0),
    (CLEAN, "", ["schema", "check"], 0),
    (CLEAN, "", ["schema", "none"], 2),
    (CLEAN, "", ["url", "https://arxiv.org/abs/1706.03762"], 0),
    (CLEAN, "", ["url"], 2),
    (CLEAN, "", ["clean"], 0),
    (CLEAN, "", ["clean", "--colour"], 2),
]


@pytest.mark.parametrize(
    ("text", "configuration", "words", "code"), TABLE, ids=[" ".join(words) + f" {code}" for _, _, words, code in TABLE]
)
def test_exit_code(  # noqa: PLR0913, PLR0917 - the columns of a table
    run: Callable[..., Outcome],
    here: Path,
    monkeypatch: pytest.MonkeyPatch,
    text: str,
    configuration: str,
    words: list[str],
    code: int,
) -> None:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("LISTLINT_CACHE_DIR", str(here / "cache"))
    (here / "README.md").write_text(text, encoding="utf-8")
    (here / ".git").rmdir()
    for asked in (("init", "-q"), ("add", "-A"), ("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-q", "-m", "Begin")):
        subprocess.run(["git", *asked], cwd=here, check=True)
    if configuration:
        (here / "listlint.toml").write_text(configuration, encoding="utf-8")
    outcome = run(*words)
    assert outcome.code == code, outcome.out + outcome.err
    assert "Traceback" not in outcome.err
    if code == 2:
        assert outcome.err.startswith("error: ")


def test_no_command_is_forgotten() -> None:
    assert {words[0] for _, _, words, _ in TABLE} == set(commands())
