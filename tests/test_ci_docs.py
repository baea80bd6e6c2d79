"""The recipes of docs/ci.md: each file has the shape its reader asks for, and each command runs."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "docs/ci.md").read_text(encoding="utf-8")
BLOCKS = dict(re.findall(r"^```\w+ (\S+)\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL))
COMMANDS = sorted({command.strip() for command in re.findall(r"(?:run: |exec |- |`)(listlint (?:check|diff) [^`|\n]+)", TEXT)})
LIST = "# T\n\n- [One](https://one.example.org/), the first.\n"


def checked(*words: str) -> subprocess.CompletedProcess[str]:
    """What a schema's reader says."""
    command = [sys.executable, "-m", "check_jsonschema", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)


def test_there_are_recipes() -> None:
    assert {name.rpartition("/")[2] for name in BLOCKS} >= {
        "lists.yml",
        "plain.yml",
        ".gitlab-ci.yml",
        ".pre-commit-config.yaml",
        "pre-commit",
    }
    assert len(COMMANDS) == 5


@pytest.mark.parametrize("name", [name for name in BLOCKS if name.endswith((".yml", ".yaml"))])
def test_a_recipe_has_the_shape_its_reader_asks_for(name: str, tmp_path: Path) -> None:
    file = tmp_path / Path(name).name
    file.write_text(BLOCKS[name], encoding="utf-8")
    if name.startswith(".pre-commit"):
        command = [sys.executable, "-m", "pre_commit", "validate-config", str(file)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    else:
        schema = "vendor.gitlab-ci" if "gitlab" in name else "vendor.github-workflows"
        done = checked("--builtin-schema", schema, *(["--data-transform", "gitlab-ci"] if "gitlab" in name else []), str(file))
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_recipe_with_a_key_too_many_has_not(tmp_path: Path) -> None:
    file = tmp_path / "lists.yml"
    file.write_text(BLOCKS[".github/workflows/lists.yml"].replace("runs-on", "run-on"), encoding="utf-8")
    assert checked("--builtin-schema", "vendor.github-workflows", str(file)).returncode == 1


def test_the_action_has_the_shape_that_github_asks_for() -> None:
    done = checked("--builtin-schema", "vendor.github-actions", str(ROOT / "action.yml"))
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_table_has_every_input_of_the_action_with_its_default() -> None:
    action = (ROOT / "action.yml").read_text(encoding="utf-8")
    inputs = re.findall(r"^  ([\w-]+):\n    description: .*\n    default: (.*)$", action, re.MULTILINE)
    rows = re.findall(r"^\| `([\w-]+)` \| (?:`(.*?)`)? ?\|", TEXT, re.MULTILINE)
    assert [(name, default.strip('"')) for name, default in inputs] == rows


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_a_recipe_runs(command: str, tmp_path: Path) -> None:
    names = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "GITHUB_"))}
    environment = {**names, "GITHUB_BASE_REF": "main", "LISTLINT_CACHE_DIR": str(tmp_path / "cache")}
    folder = tmp_path / "repository"
    folder.mkdir()
    (folder / "README.md").write_text(LIST, encoding="utf-8")
    for words in (
        ("init", "-q", "-b", "main"),
        ("add", "-A"),
        ("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-q", "-m", "Begin"),
        ("update-ref", "refs/remotes/origin/main", "HEAD"),
    ):
        subprocess.run(["git", *words], cwd=folder, env=environment, check=True)
    asked = [word.replace("$GITHUB_BASE_REF", "main") for word in shlex.split(command)]
    done = subprocess.run(
        [sys.executable, "-m", *asked], cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stdout + done.stderr
