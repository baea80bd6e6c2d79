"""The action's script, run as a runner of GitHub's would run it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ACTION = (ROOT / "action.yml").read_text(encoding="utf-8")
GOOD = "# T\n\n- [One](https://one.example.org/), the first.\n"
OLD_FAULT = "- [Two](https://arxiv.org/abs/9999.99999), an old one.\n"
NEW_FAULT = "- [Three](https://arxiv.org/abs/9999.88888), 50% new::error::\n"

pytestmark = pytest.mark.skipif(shutil.which("bash") is None or os.name != "posix", reason="runners have bash")


@dataclass(frozen=True)
class Step:
    """What a step came to."""

    code: int
    out: str
    err: str
    outputs: str
    summary: str


def git(folder: Path, *words: str) -> str:
    names = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    command = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *words]
    return subprocess.run(command, cwd=folder, env=names, capture_output=True, text=True, check=True).stdout.strip()


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A checkout with one list in its second commit."""
    folder = tmp_path / "work space"
    folder.mkdir()
    (folder / "README.md").write_text(GOOD + OLD_FAULT, encoding="utf-8")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "Begin")
    (folder / "README.md").write_text(GOOD + OLD_FAULT + NEW_FAULT, encoding="utf-8")
    git(folder, "commit", "-q", "-a", "-m", "Add")
    return folder


def step(workspace: Path, **inputs: str) -> Step:
    """The script with these inputs, listlint being installed already."""
    runner = workspace.parent / "runner"
    installed = runner / "listlint/bin/listlint"
    installed.parent.mkdir(parents=True, exist_ok=True)
    installed.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m listlint "$@"\n', encoding="utf-8")
    installed.chmod(0o755)
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("GIT", "LISTLINT_", "PRE_COMMIT"))}
    files = {"GITHUB_OUTPUT": runner / "output", "GITHUB_STEP_SUMMARY": runner / "summary"}
    environment = {
        **kept,
        **{name: str(file) for name, file in files.items()},
        "GITHUB_ACTIONS": "true",
        "GITHUB_WORKSPACE": str(workspace),
        "GITHUB_ACTION_PATH": str(ROOT),
        "RUNNER_TEMP": str(runner),
        "LISTLINT_CACHE_DIR": str(runner / "cache"),
        **{f"LISTLINT_{name}": value for name, value in {"PATHS": "README.md", "PYTHON": sys.executable, **inputs}.items()},
    }
    done = subprocess.run(
        ["bash", str(ROOT / "action/check.sh")], cwd=workspace, env=environment, capture_output=True, text=True, check=False, timeout=120
    )
    read = [file.read_text(encoding="utf-8") if file.exists() else "" for file in files.values()]
    return Step(done.returncode, done.stdout, done.stderr, *read)


def annotated(done: Step) -> list[str]:
    return re.findall(r"^::(?:error|warning|notice).*?line=(\d+)", done.out, re.MULTILINE)


def test_everything_is_annotated_outside_pull_requests(workspace: Path) -> None:
    done = step(workspace, SINCE="auto", BASE="")
    assert (done.code, done.outputs, annotated(done)) == (1, "exit-code=1\n", ["4", "5"])
    assert "LL302" in done.summary


def test_a_pull_request_answers_for_what_it_did(workspace: Path) -> None:
    done = step(workspace, SINCE="auto", BASE=git(workspace, "rev-parse", "HEAD~1"))
    assert (done.code, annotated(done)) == (1, ["5"])


def test_a_shallow_checkout_fetches_what_it_needs(workspace: Path) -> None:
    base = git(workspace, "rev-parse", "HEAD~1")
    shallow = workspace.parent / "shallow"
    git(workspace.parent, "clone", "-q", "--depth=1", f"file://{workspace}", str(shallow))
    done = step(shallow, SINCE="auto", BASE=base)
    assert (done.code, annotated(done)) == (1, ["5"])


def test_a_shallow_checkout_that_can_not_fetch_is_told_how(workspace: Path) -> None:
    base = git(workspace, "rev-parse", "HEAD~1")
    shallow = workspace.parent / "shallow"
    git(workspace.parent, "clone", "-q", "--depth=1", f"file://{workspace}", str(shallow))
    git(shallow, "remote", "set-url", "origin", "file:///nowhere")
    done = step(shallow, SINCE="auto", BASE=base)
    assert (done.code, done.outputs) == (2, "exit-code=2\n")
    assert "fetch-depth: 0" in done.err


def test_inputs_reach_the_command_and_nothing_else(workspace: Path) -> None:
    (workspace / "two words.md").write_text(GOOD + OLD_FAULT, encoding="utf-8")
    done = step(workspace, PATHS="README.md\r\ntwo words.md\n", FAIL_ON="never", ARGS="--select=LL302\n\n--ignore=LL1", SARIF="out.sarif")
    assert (done.code, annotated(done)) == (0, ["4", "5", "4"])
    assert "LL302" in done.summary
    assert (workspace / "out.sarif").read_text(encoding="utf-8").startswith("{")
    for word in ("$(touch owned)", "`touch owned`", "; touch owned", "--output-format=json=x; touch owned"):
        assert step(workspace, PATHS=word, PROFILE=word, ARGS=word).code == 2
    assert not (workspace / "owned").exists()


def test_a_python_that_is_too_old_is_one_annotation(workspace: Path) -> None:
    old = workspace.parent / "python"
    old.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    old.chmod(0o755)
    done = step(workspace, PYTHON=str(old))
    assert (done.code, done.outputs, done.out.count("\n")) == (2, "exit-code=2\n", 1)
    assert done.out.startswith("::error title=listlint::")


def test_no_input_is_part_of_a_script() -> None:
    assert [line for line in re.findall(r"run: (.*)", ACTION) if "${{" in line] == []
    assert set(re.findall(r"\$\{\{ inputs\.([\w-]+) \}\}", ACTION)) == set(
        re.findall(r"^  ([\w-]+):\n    description", ACTION, re.MULTILINE)
    ) - {"exit-code"}
