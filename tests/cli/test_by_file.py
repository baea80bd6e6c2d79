"""What a check found in one file is known to later runs: they say the same, byte for byte, and do less."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from listlint import registry
from listlint.config import load, select
from listlint.config.plan_key import plan_key
from listlint.report import FORMATS

from .conftest import CLEAN, FIXABLE, INFO, LEFT

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

PROGRAM = """
import sys
from listlint.cli import main
from listlint import engine, discovery
heard = []
def hearing(name):
    real = getattr(engine, name)
    def hear(source, *rest, **more):
        heard.append(f"{name} {source.name}")
        return real(source, *rest, **more)
    setattr(engine, name, hear)
hearing("check"), hearing("fix")
code = main(sys.argv[2:])
import os
os.write(int(os.environ["TOLD_BY"]), "\\n".join([*heard, "modules", *sys.modules]).encode())
sys.exit(code)
"""

pytestmark = pytest.mark.skipif(os.name != "posix", reason="descriptors that are handed on")


class Told:
    """One run in a process of its own."""

    def __init__(self, folder: Path, *words: str) -> None:
        read, write = os.pipe()
        command = [sys.executable, "-P", "-c", PROGRAM, "-", *words]
        env = {**os.environ, "TOLD_BY": str(write)}
        with subprocess.Popen(command, cwd=folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, pass_fds=[write]) as process:
            os.close(write)
            with os.fdopen(read, "rb") as answer:
                heard, _, modules = answer.read().decode().partition("modules\n")
            self.out, self.err = process.communicate(timeout=60)
        self.said = process.returncode, self.out, self.err
        self.asked = sorted(heard.splitlines())
        """What the engine was asked."""
        self.modules = set(modules.split("\n"))


TEXTS = {"a.md": FIXABLE, "b.md": CLEAN, "c.md": LEFT, "d.md": INFO, "crlf.md": FIXABLE.replace("\n", "\r\n"), "bom.md": "\ufeff" + FIXABLE}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Lists in a repository, and a cache beside it."""
    monkeypatch.setenv("LISTLINT_CACHE_DIR", str(tmp_path / "cache"))
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)
    place = tmp_path / "lists"
    (place / ".git").mkdir(parents=True)
    write(place)
    return place


def write(folder: Path) -> None:
    for name, text in TEXTS.items():
        (folder / name).write_bytes(text.encode())
    (folder / "bad.md").write_bytes(b"\xff")
    (folder / "prose.md").write_text("# Words\n", encoding="utf-8")


def checks(*names: str) -> list[str]:
    return sorted(f"check {name}" for name in names)


def test_a_list_that_changed_is_the_only_one_that_is_checked(folder: Path) -> None:
    first = Told(folder, "check", ".")
    assert first.asked == checks(*TEXTS)
    again = Told(folder, "check", ".")
    assert (again.said, again.asked) == (first.said, [])
    (folder / "c.md").write_text(CLEAN + "\n- [No summary](https://example.org/no)\n", encoding="utf-8")
    changed = Told(folder, "check", ".")
    assert changed.asked == checks("c.md")
    assert changed.said == Told(folder, "check", "--no-cache", ".").said


def test_where_all_is_known_nothing_is_imported_that_reads_lists(folder: Path) -> None:
    (folder / "bad.md").unlink()
    Told(folder, "check", ".")
    modules = Told(folder, "check", ".").modules
    rooms = {name.split(".")[1] for name in modules if name.startswith("listlint.")}
    assert rooms & {"parse", "style", "rules", "rule", "custom", "repository", "model", "formatter", "urls"} == set()
    assert modules & {"pyromark", "pydantic", "pathspec", "listlint.engine.judgement", "listlint.config.plan"} == set()


@pytest.mark.parametrize("output", FORMATS)
def test_every_format_says_the_same(folder: Path, output: str) -> None:
    words = ["--output-format", output, "."]
    alone = Told(folder, "check", "--no-cache", *words).said
    Told(folder, "check", ".")
    known = Told(folder, "check", *words)
    assert (known.said, known.asked) == (alone, [])


@pytest.mark.parametrize(
    "words",
    [
        ["--statistics"],
        ["--max-diagnostics", "1"],
        ["--color", "always"],
        ["--fail-on", "info", "-q"],
        ["--output-format", "json", "--output-format", "sarif=out.sarif"],
    ],
)
def test_other_options_of_output_cost_no_check(folder: Path, words: list[str]) -> None:
    Told(folder, "check", ".")
    known = Told(folder, "check", *words, ".")
    assert known.asked == []
    assert known.said == Told(folder, "check", "--no-cache", *words, ".").said


@pytest.mark.parametrize(
    "words", [["fix"], ["fix", "--unsafe"], ["fix", "--diff"], ["fix", "--diff", "--unsafe", "--output-format", "json"]]
)
def test_only_what_a_fix_would_change_is_read_by_one(folder: Path, words: list[str]) -> None:
    alone = Told(folder, *words, "--no-cache", ".").said
    after = {name: (folder / name).read_bytes() for name in TEXTS}
    write(folder)
    Told(folder, "check", ".")
    known = Told(folder, *words, ".")
    assert known.said == alone
    assert {name: (folder / name).read_bytes() for name in TEXTS} == after
    assert known.asked == sorted(f"fix {name}" for name in ("a.md", "crlf.md", "bom.md"))
    again = Told(folder, *words, ".")
    assert again.said == Told(folder, *words, "--no-cache", ".").said
    assert again.asked == ([] if "--diff" not in words else known.asked)
    assert Told(folder, "check", ".").asked == []


def test_a_fix_that_only_unsafe_makes_is_known_to_be_left(folder: Path) -> None:
    text = CLEAN + "- [Title 5](https://example.org/5), a summary.\n"
    (folder / "twice.md").write_text(text, encoding="utf-8")
    words = ["--select", "LL401", "twice.md"]
    assert Told(folder, "check", *words).said[0] == 1
    assert Told(folder, "fix", *words).asked == []
    assert (folder / "twice.md").read_text(encoding="utf-8") == text
    assert Told(folder, "fix", "--unsafe", *words).asked == ["fix twice.md"]


CONFIGURATIONS = [
    "",
    'ignore = ["LL1"]',
    'ignore = ["LL601"]',
    'extend-ignore = ["LL601"]',
    'select = ["LL6"]',
    'extend-select = ["LL102"]',
    'profile = "papers"',
    '[severity]\nLL601 = "error"',
    '[severity]\nLL601 = "info"',
    '[style]\nseparator = ": "',
    '[sections]\nknown = ["A"]',
    '[sections]\nrequired = ["A"]',
    "[rules.trailing-space]",
    "[rules.summary-length]\nmaximum = 9",
    "[rules.summary-length]\nmaximum = 10",
    '[[rules.custom]]\nname = "mine"\nscope = "entry.title"\nkind = "forbid"\npattern = "x"',
    '[[rules.custom]]\nname = "mine"\nscope = "entry.title"\nkind = "forbid"\npattern = "y"',
    '[[overrides]]\nfiles = ["*.md"]\nignore = ["LL601"]',
    '[[overrides]]\nfiles = ["*.txt"]\nignore = ["LL601"]',
    '[[sections.overrides]]\nsections = ["A"]\nseverity = { LL601 = "off" }',
    '[[sections.overrides]]\nsections = ["B"]\nseverity = { LL601 = "off" }',
    '[[sections.overrides]]\nsections = ["A"]\nseverity = { LL601 = "info" }',
]


def test_what_a_list_is_held_to_is_told_apart(tmp_path: Path) -> None:
    chosen: list[Sequence[str]] = [(), ("LL6",), ("LL601",)]
    path = tmp_path / "list.md"
    keys = [
        plan_key(load.from_text(text, base=tmp_path), select.selection(select=words), path) for text in CONFIGURATIONS for words in chosen
    ]
    assert len(set(keys)) == len(CONFIGURATIONS) * len(chosen)
    for text in CONFIGURATIONS:
        assert len({plan_key(load.from_text(text, base=tmp_path), select.selection(), path) for _ in range(2)}) == 1


def test_an_override_holds_for_its_files(tmp_path: Path) -> None:
    settings = load.from_text('[[overrides]]\nfiles = ["a.md"]\nignore = ["LL601"]', base=tmp_path)
    keys = [plan_key(settings, select.selection(), tmp_path / name) for name in ("a.md", "b.md", "c.md")]
    assert keys[0] != keys[1] == keys[2]


@pytest.mark.parametrize("text", [text for text in CONFIGURATIONS if text])
def test_another_configuration_is_another_check(folder: Path, text: str) -> None:
    Told(folder, "check", ".")
    (folder / "listlint.toml").write_text(f"{text}\n", encoding="utf-8")
    assert Told(folder, "check", ".").said == Told(folder, "check", "--no-cache", ".").said
    assert Told(folder, "check", ".").said == Told(folder, "check", "--no-cache", ".").said


def test_what_stands_around_a_list_is_looked_at_every_time(folder: Path) -> None:
    words = ["check", "--select", "LL703", "--output-format", "concise", "b.md"]
    local = [rule for rule in registry.all_rules() if rule.local]
    words[2] = ",".join(rule.code for rule in local)
    first = Told(folder, *words)
    (folder / "contributing.md").write_text("# Contributing\n\nSend a pull request.\n", encoding="utf-8")
    (folder / "README.md").write_text(CLEAN, encoding="utf-8")
    again = Told(folder, *words)
    assert first.asked == again.asked == checks("b.md")
    assert again.said == Told(folder, *words, "--no-cache").said


@pytest.mark.parametrize("words", [["--no-cache"], ["--since", "HEAD"], ["--baseline", "known.json"]])
def test_who_compares_or_uses_no_cache_reads_all(folder: Path, words: list[str]) -> None:
    shutil.rmtree(folder / ".git")
    subprocess.run(["git", "init", "-q", "."], cwd=folder, check=True)
    subprocess.run(["git", "add", "b.md"], cwd=folder, check=True)
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    subprocess.run(["git", *who, "commit", "-q", "-m", "List"], cwd=folder, check=True)
    (folder / "known.json").write_text('{"version": 1, "diagnostics": []}', encoding="utf-8")
    Told(folder, "check", ".")
    assert Told(folder, "check", *words, "b.md", "c.md").asked[-2:] == checks("b.md", "c.md")


def entries(folder: Path, kind: str = "files") -> list[Path]:
    return sorted((folder.parent / "cache" / kind).iterdir())


def test_a_crash_is_never_kept(folder: Path) -> None:
    program = (
        "import sys\n"
        "from listlint import registry\n"
        "from listlint.cli import main\n"
        "def check(*_): raise ZeroDivisionError\n"
        "registry.rule('LL601').check = check\n"
        "sys.exit(main(['check', 'a.md', '--select', 'LL601']))\n"
    )
    done = subprocess.run([sys.executable, "-P", "-c", program], cwd=folder, capture_output=True, check=False, timeout=60)
    assert (done.returncode, b"LL000" in done.stdout) == (2, True)
    assert not (folder.parent / "cache" / "files").exists()


def _damaged(data: bytes) -> list[bytes]:
    return [b"", data[:10], data[:-1], data + b"x", bytes([data[0] ^ 1]) + data[1:], data[:16] + b"[[]]"]


@pytest.mark.parametrize("kind", ["files", "configurations"])
def test_a_damaged_entry_is_none(folder: Path, kind: str) -> None:
    (folder / "listlint.toml").write_text('ignore = ["LL1"]\n', encoding="utf-8")
    said = Told(folder, "check", ".").said
    for way in range(6):
        for entry in entries(folder, kind):
            entry.write_bytes(_damaged(entry.read_bytes())[way])
        again = Told(folder, "check", ".")
        assert again.said == said
        assert (again.asked == checks(*TEXTS)) == (kind == "files")


@pytest.mark.parametrize("words", [["--cache-dir", "/dev/null/x"], ["--no-cache"]])
def test_without_a_cache_nothing_is_kept(folder: Path, words: list[str]) -> None:
    said = Told(folder, "check", ".", *words).said
    again = Told(folder, "check", ".", *words)
    assert (again.said, again.asked) == (said, checks(*TEXTS))
    assert not (folder.parent / "cache").exists()


def test_a_folder_of_ones_choice(folder: Path) -> None:
    words = ["check", ".", "--cache-dir", str(folder.parent / "mine")]
    Told(folder, *words)
    assert Told(folder, *words).asked == []
    assert not (folder.parent / "cache").exists()
    Told(folder, "clean", "--cache-dir", str(folder.parent / "mine"))
    assert Told(folder, *words).asked == checks(*TEXTS)


def test_runs_side_by_side_say_the_same(folder: Path) -> None:
    command = [sys.executable, "-P", "-m", "listlint", "check", "."]
    runs = [subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE) for _ in range(4)]
    assert len({run.communicate(timeout=60)[0] for run in runs}) == 1
    assert not list((folder.parent / "cache" / "files").glob("*.tmp"))


def test_a_whole_run_is_still_told_again(folder: Path) -> None:
    command = [sys.executable, "-P", "-m", "listlint", "check", "a.md"]
    for _ in range(2):
        subprocess.run(command, cwd=folder, check=False, capture_output=True, timeout=60)
    assert len(entries(folder, "runs")) == 1


def test_a_rule_that_yields_is_asked_no_earlier_than_the_one_that_says_it_better() -> None:
    """Else a fix run, which asks phase by phase, would make fixes that a check doesn't show: `Known.needs_no_fix` would be wrong."""
    for rule in registry.all_rules():
        for code in rule.yields_to:
            assert registry.rule(code).phase <= rule.phase, rule


def test_text_that_a_directive_or_a_section_silences(folder: Path) -> None:
    (folder / "a.md").write_text(FIXABLE.replace("# List\n", "# List\n\n<!-- listlint: disable[LL601] -->\n"), encoding="utf-8")
    Told(folder, "check", "a.md")
    known = Told(folder, "fix", "--output-format", "json", "a.md")
    assert json.loads(known.out)["summary"]["fixed"] == 0
    assert known.asked == []
