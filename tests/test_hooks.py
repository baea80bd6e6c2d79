"""The hooks listlint offers, run by pre-commit as a list's repository would run them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BAD = """\
# Good reads

## Tools

- [One](https://one.example.org/), the first
- [Two](https://two.example.org/), the second
- [Three](https://three.example.org/), the third
- [Four](https://four.example.org/), the fourth
- [Five](https://five.example.org/), the fifth
- Six，https://six.example.org/, the sixth
"""
GOOD = BAD.replace("Six，https://six.example.org/,", "[Six](https://six.example.org/),")
COPIED = ("pyproject.toml", "LICENSE", "README.md", ".pre-commit-hooks.yaml", "src", "rules")


def run(
    *arguments: str | Path, cwd: Path, check: bool = False, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*map(str, arguments)],
        cwd=cwd,
        env={**_clean(os.environ), **(environment or {})},
        check=check,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def _clean(environment: os._Environ[str]) -> dict[str, str]:
    """Without what git tells the hooks it runs, in case this test runs in one."""
    return {key: value for key, value in environment.items() if not key.startswith(("GIT_", "PRE_COMMIT"))}


def commit(folder: Path) -> None:
    for arguments in (
        ("init", "-q"),
        ("add", "-A"),
        ("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-q", "-m", "Begin"),
    ):
        run("git", *arguments, cwd=folder, check=True)


def pre_commit(*arguments: str | Path, cwd: Path, home: Path | None = None) -> subprocess.CompletedProcess[str]:
    places = None if home is None else {"PRE_COMMIT_HOME": str(home)}
    return run(sys.executable, "-m", "pre_commit", *arguments, cwd=cwd, environment=places)


def test_the_manifest_and_our_own_configuration_are_valid() -> None:
    for arguments in (("validate-manifest", ".pre-commit-hooks.yaml"), ("validate-config", ".pre-commit-config.yaml")):
        done = pre_commit(*arguments, cwd=ROOT)
        assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_hooks_take_one_batch_of_lists_by_name() -> None:
    manifest = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    assert re.findall(r"- id: (\S+)", manifest) == ["listlint", "listlint-fix"]
    assert re.findall(r"entry: (.+)", manifest) == ["listlint check", "listlint fix"]
    assert manifest.count("require_serial: true") == 2
    (pattern,) = set(re.findall(r"files: (.+)", manifest))
    assert [bool(re.search(pattern, name)) for name in ("README.md", "docs/readme.md", "NOTREADME.md", "readme.markdown")] == [
        True,
        True,
        False,
        False,
    ]


@pytest.fixture(scope="module")
def offered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This working tree as a repository that pre-commit can install from."""
    folder = tmp_path_factory.mktemp("offered") / "listlint"
    folder.mkdir()
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, folder / name)
    commit(folder)
    return folder


def test_check_reports_and_fix_repairs_until_the_next_run_passes(offered: Path, tmp_path: Path) -> None:
    home, user = tmp_path / "home", tmp_path / "user"
    user.mkdir()
    readme = user / "README.md"
    readme.write_text(BAD, encoding="utf-8", newline="\n")
    (user / "other.md").write_text(BAD, encoding="utf-8", newline="\n")
    for name in ("docs/README.md", "drafts/README.md"):
        (user / name).parent.mkdir()
        (user / name).write_text(BAD, encoding="utf-8", newline="\n")
    (user / "listlint.toml").write_text('extend-exclude = ["drafts/"]\n', encoding="utf-8")
    commit(user)

    def hooks(*names: str) -> subprocess.CompletedProcess[str]:
        return pre_commit("try-repo", offered, *names, "--all-files", "--verbose", "--color", "never", cwd=user, home=home)

    checked = hooks("listlint")
    if "An unexpected error has occurred" in checked.stdout and "pip" in checked.stdout:
        pytest.skip(f"pip could not install the hook's environment: {checked.stdout.strip().splitlines()[-1]}")
    assert (checked.returncode, readme.read_text(encoding="utf-8")) == (1, BAD), checked.stdout + checked.stderr
    assert "README.md:10:3: LL101 unlinked-title" in checked.stdout
    assert "docs/README.md:10:3: LL101 unlinked-title" in checked.stdout
    assert "other.md" not in checked.stdout
    assert "drafts/README.md: left out by the configuration" in checked.stdout
    assert "drafts/README.md:10" not in checked.stdout

    fixed = hooks("listlint-fix")
    assert (fixed.returncode, readme.read_text(encoding="utf-8")) == (1, GOOD), fixed.stdout + fixed.stderr
    assert "files were modified by this hook" in fixed.stdout
    assert (user / "docs/README.md").read_text(encoding="utf-8") == GOOD
    assert [(user / name).read_text(encoding="utf-8") for name in ("other.md", "drafts/README.md")] == [BAD, BAD]

    again = hooks()
    assert (again.returncode, readme.read_text(encoding="utf-8")) == (0, GOOD), again.stdout + again.stderr
