"""Lists and configurations that nobody vouches for: no pattern blows up, nothing leaves the repository, no connection is made."""

from __future__ import annotations

import ast
import importlib
import os
import pkgutil
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import listlint
from listlint.regex import Lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

SIGNS = " \t\n\rax0-_.,:;!?()[]{}<>|/\\*`~#&=+%@$^'\"，。：中é\u200b"
PAIRS = [
    "- ",
    "](",
    "[x",
    "a.",
    "a-",
    "a ",
    "1.",
    "//",
    "&a",
    "<a",
    '="',
    "``",
    "**",
    "\n ",
    "\n- ",
    ": ",
    "http://",
    "www.",
    "https://a.",
    "<!--",
    "%4",
]
SIZE = 1_000 * int(os.environ.get("LISTLINT_LARGE", "2"))
"""`LISTLINT_LARGE=100 pytest tests/test_untrusted.py` feeds 100 kB."""


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every compiled pattern of every module."""
    for module in pkgutil.walk_packages(listlint.__path__, "listlint."):
        if module.name != "listlint.__main__":
            for name, value in vars(importlib.import_module(module.name)).items():
                found = value.compiled() if isinstance(value, Lazy) else value
                if isinstance(found, re.Pattern) and isinstance(found.pattern, str):
                    yield f"{module.name.removeprefix('listlint.')}.{name}", found


PATTERNS = dict(patterns())

NESTED = re.compile(r"[*+}]\)[*+{]")
"""A quantifier on a group that ends in one."""


@pytest.mark.parametrize("name", PATTERNS)
def test_no_pattern_nests_unbounded_quantifiers(name: str) -> None:
    """`(a+)+` is the shape that takes exponential time; possessive and atomic ones don't."""
    for found in NESTED.finditer(PATTERNS[name].pattern):
        assert found[0][2] == "{" or _parted(PATTERNS[name].pattern, found.start()), PATTERNS[name].pattern


def _parted(pattern: str, end: int) -> bool:
    """Whether the group that ends at `end` begins with a sign of its own, which parts its repetitions."""
    depth, at = 0, end + 1
    while at >= 0:
        depth += (pattern[at] == ")") - (pattern[at] == "(")
        if depth == 0:
            break
        at -= 1
    inner = pattern[at + 1 : end].removeprefix("?:")
    return bool(re.match(r"\\?[^\w\s(\[]|\[[^\]]*\]", inner)) and inner[:1] not in "*+"


@pytest.mark.parametrize("start", range(4))
def test_patterns_are_done_with_repetitions(start: int) -> None:
    """Repetitions of each sign or two that a pattern knows, with one at the end that spoils what was matched: none hangs."""
    for pattern in list(PATTERNS.values())[start::4]:
        for bit in (bit for bit in [*SIGNS, *PAIRS] if bit[0] in pattern.pattern or pattern.search(bit)):
            text = bit * (SIZE // len(bit))
            pattern.fullmatch(text + "\0")
            assert sum(1 for _ in pattern.finditer(text + "\0")) <= SIZE + 2


BLOCKED = """
import socket, sys
def refuse(*args, **kwargs):
    raise AssertionError("a connection")
socket.socket.connect = socket.socket.connect_ex = socket.socket.sendto = refuse
socket.create_connection = socket.getaddrinfo = refuse
from listlint.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize("words", [("check",), ("fix", "--unsafe"), ("format",), ("url", "https://arxiv.org/abs/2307.14430"), ("rules",)])
def test_nothing_opens_a_connection(tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "README.md").write_text("- [a](http://example.org/a) , b \n- https://arxiv.org/pdf/2307.14430.pdf\n", encoding="utf-8")
    done = subprocess.run([sys.executable, "-c", BLOCKED, *words], cwd=tmp_path, capture_output=True, check=False, timeout=120)
    assert b"a connection" not in done.stderr + done.stdout
    assert done.returncode in (0, 1)


def test_no_module_knows_the_network_or_runs_anything() -> None:
    forbidden = {"socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "subprocess", "pickle", "marshal", "requests"}
    for path in Path(listlint.__path__[0]).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            allowed = {"subprocess"} if path.name == "history.py" else set()  # git: see the next test
            assert not (forbidden - allowed) & set(names), path
            called = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
            made = {"exec"} if path.name == "records.py" else set()  # initialisers, of the names that fields have in our own code
            assert called not in {"eval", "exec", "compile", "__import__"} - made, path


def test_git_is_all_that_is_started() -> None:
    tree = ast.parse((Path(listlint.__path__[0]) / "history.py").read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("subprocess.")]
    assert [(ast.unparse(call.func), ast.unparse(call.args[0])[:7]) for call in calls] == [("subprocess.run", "['git',")]


def test_a_configuration_reads_no_file_outside_its_repository(tmp_path: Path) -> None:
    (tmp_path / "secret.toml").write_text('profile = "papers"\n', encoding="utf-8")
    root = tmp_path / "repository"
    (root / ".git").mkdir(parents=True)
    (root / "README.md").write_text("- [a](https://example.org/a), b\n", encoding="utf-8")
    (root / "link.toml").symlink_to("../secret.toml")
    for told in ("../secret.toml", str(tmp_path / "secret.toml"), "link.toml"):
        (root / "listlint.toml").write_text(f'extend = "{told}"\n', encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "listlint", "check"], cwd=root, capture_output=True, text=True, check=False, timeout=120
        )
        assert (done.returncode, done.stdout) == (2, "")
        assert "leads out of the repository, expected a file in it" in done.stderr
