"""The program as a process: what it imports, pipes, locales, signals."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import CLEAN, FIXABLE, LEFT

SHOW = "import sys; from listlint.cli import main; code = main({words!r}); print('\\n'.join(sys.modules), file=sys.stderr); sys.exit(code)"


def imported(folder: Path, *words: str) -> set[str]:
    """The top-level modules and listlint's own that a command imports."""
    done = subprocess.run(
        [sys.executable, "-c", SHOW.format(words=words)], cwd=folder, capture_output=True, text=True, check=False, timeout=60
    )
    modules = set(done.stderr.split())
    assert "listlint.cli" in modules, done.stderr
    return modules


HEAVY = {"pyromark", "pydantic", "cmarkgfm", "markdown_it", "mdformat", "rapidfuzz", "pathspec"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "README.md").write_text(CLEAN, encoding="utf-8")
    return tmp_path


def test_the_version_imports_nothing(folder: Path) -> None:
    modules = imported(folder, "--version")
    assert not modules & HEAVY
    assert {name for name in modules if name.startswith("listlint")} == {"listlint", "listlint.cli"}
    assert "argparse" not in modules


@pytest.mark.parametrize("words", [["--help"], ["check", "--help"], ["fix", "--version"], ["chek"], ["check", "--selct"]])
def test_help_and_mistakes_import_neither_parser_nor_rules(folder: Path, words: list[str]) -> None:
    modules = imported(folder, *words)
    assert not modules & (HEAVY | {"listlint.parse", "listlint.registry", "listlint.runner", "listlint.engine"})


def test_a_check_imports_neither_referees_nor_pydantic(folder: Path) -> None:
    for text in (CLEAN, LEFT, FIXABLE):
        (folder / "README.md").write_text(text, encoding="utf-8")
        modules = imported(folder, "check")
        assert "pyromark" in modules
        assert not modules & {"cmarkgfm", "markdown_it", "mdformat", "pydantic", "pathspec"}
        assert "listlint.cli.fix" not in modules


ALLOWED = {
    *("argparse", "array", "bisect", "collections", "contextlib", "copyreg", "datetime", "enum", "errno", "fnmatch", "functools", "gc"),
    *("gettext", "heapq", "html", "importlib", "ipaddress", "itertools", "keyword", "locale", "math", "ntpath", "operator"),
    *("pathlib", "pyromark", "re", "reprlib", "signal", "string", "tomllib", "types", "typing", "unicodedata", "urllib"),
    *("warnings", "weakref"),
}
"""What a check of a list without a configuration may import of what isn't listlint's own; each costs every run."""


def test_a_check_imports_what_it_is_allowed_to(folder: Path) -> None:
    idle = subprocess.run(
        [sys.executable, "-c", "import sys; print('\\n'.join(sys.modules))"], capture_output=True, text=True, check=True, timeout=60
    )
    for text in (CLEAN, LEFT, FIXABLE):
        (folder / "README.md").write_text(text, encoding="utf-8")
        tops = {name.partition(".")[0] for name in imported(folder, "check", "--no-cache") - set(idle.stdout.split())}
        assert {name for name in tops if not name.startswith("_")} - ALLOWED - {"listlint"} == set()


def test_a_check_imports_no_rule_that_does_not_run(folder: Path) -> None:
    modules = imported(folder, "check", "--select", "LL601")
    rules = {name.rpartition(".")[2] for name in modules if name.startswith("listlint.rules.")}
    assert rules == {"trailing_space"}


def test_the_reading_list_is_checked_without_them_either() -> None:
    corpus = Path(__file__).parents[3] / "shared" / "corpus"
    if not (corpus / "reading-list.md").is_file():
        pytest.skip("no corpus here")
    modules = imported(corpus, "check", "reading-list.md")
    assert not modules & {"cmarkgfm", "markdown_it", "mdformat", "pydantic"}


def test_a_configuration_brings_pydantic_and_only_that(folder: Path) -> None:
    (folder / "listlint.toml").write_text('profile = "papers"\n', encoding="utf-8")
    modules = imported(folder, "check")
    assert "pydantic" in modules
    assert not modules & {"cmarkgfm", "markdown_it", "mdformat"}


def test_a_configuration_that_was_valid_before_brings_none(folder: Path) -> None:
    (folder / "listlint.toml").write_text(
        'profile = "papers"\nrequired-version = ">=0"\n[rules.summary-length]\nmaximum = 300\n', encoding="utf-8"
    )
    inline = ("--config", "style.separator=', '")
    imported(folder, "check", *inline)
    for words in (["check"], ["check", *inline], ["check", "--select", "LL1"]):
        (folder / "README.md").write_text(f"{LEFT}{len(words)}\n", encoding="utf-8")
        modules = imported(folder, *words)
        assert "pyromark" in modules
        assert not modules & {"pydantic", "packaging", "pathspec", "listlint.config.schema"}
    assert "pydantic" in imported(folder, "check", "--no-cache")


def process(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "listlint", *words],
        cwd=folder,
        capture_output=True,
        check=False,
        timeout=60,
        env={**os.environ, **environment},
    )


@pytest.mark.parametrize("environment", [{"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "ascii"}, {}])
def test_any_locale_prints_any_list(folder: Path, environment: dict[str, str]) -> None:
    (folder / "清单.md").write_text(LEFT.replace("Title 7", "语言模型 🚀"), encoding="utf-8")
    done = process(folder, "check", "清单.md", "--output-format", "concise", **environment)
    assert done.returncode == 1
    assert done.stdout.decode().startswith("清单.md:9:")
    assert done.stderr == b""


@pytest.mark.skipif(sys.platform != "linux", reason="file names are bytes here")
def test_a_file_name_that_is_no_utf8(folder: Path) -> None:
    name = os.fsdecode(b"caf\xe9.md")
    try:
        (folder / name).write_text(LEFT, encoding="utf-8")
    except OSError:
        pytest.skip("the file system takes only UTF-8")
    done = process(folder, "check", name, "--output-format", "concise")
    assert done.returncode == 1
    assert done.stdout.decode().startswith("caf\\xe9.md:9:")


@pytest.mark.skipif(os.name != "posix", reason="pipes of a shell")
def test_a_reader_that_leaves_early_is_no_error(folder: Path) -> None:
    (folder / "long.md").write_text(CLEAN + "- [x](https://example.org/x) \n" * 3000, encoding="utf-8")
    script = f"'{sys.executable}' -m listlint check long.md --output-format concise | head -n 1"
    done = subprocess.run(["sh", "-c", script], cwd=folder, capture_output=True, check=False, timeout=60)
    assert done.stdout.count(b"\n") == 1
    assert done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk")
def test_a_full_disk_behind_standard_output_is_one_line(folder: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "listlint", "check"], cwd=folder, stdout=full, stderr=subprocess.PIPE, check=False, timeout=60
        )
    assert (done.returncode, done.stderr) == (2, b"error: output: no space left on device\n")


@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.parametrize(("number", "code"), [("SIGINT", 130), ("SIGTERM", 143)])
def test_a_signal_ends_it_without_a_traceback(folder: Path, number: str, code: int) -> None:
    program = (
        "import os, signal, sys\n"
        "from listlint import runner\n"
        "from listlint.cli import main\n"
        f"runner.run = lambda *a, **k: os.kill(os.getpid(), signal.{number}) or signal.pause()\n"
        "sys.exit(main(['check']))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=folder, capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (code, b"", b"")


def test_standard_input_to_standard_output_byte_for_byte(folder: Path) -> None:
    for start, newline in ((b"", "\n"), (b"\xef\xbb\xbf", "\r\n"), (b"", "\r\n")):
        data = start + FIXABLE.replace("\n", newline).encode()
        command = [sys.executable, "-m", "listlint", "fix", "-"]
        done = subprocess.run(command, input=data, cwd=folder, capture_output=True, check=False, timeout=60)
        assert done.stdout == start + CLEAN.replace("\n", newline).encode()
        assert done.returncode == 0
