"""A git repository around one list, for tests of what a change is answerable for. Knows no expectation."""

from __future__ import annotations

import dataclasses
import json
import os
import re
import subprocess
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from listlint import engine
from listlint.cli import main
from listlint.config import load, select
from listlint.model import Form
from listlint.parse import parse
from listlint.text import Source

if TYPE_CHECKING:
    from listlint.model import Item, Section

CONFIG = 'extend-select = ["LL503"]\n\n[rules.duplicate-link]\nacross-sections = false\n'
EXAMPLE = Path(__file__).parents[2] / "examples/reading-list.md"
CORPUS = Path(__file__).parents[2] / "../shared/corpus"
_NAMES = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.org"}
_ALONE = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}


def git(folder: Path, *words: str) -> str:
    """What git says to `words`; it must not refuse."""
    environment = {**os.environ, **_NAMES, **_ALONE}
    done = subprocess.run(["git", *words], cwd=folder, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode().strip()


@dataclass(frozen=True)
class Said:
    """What a run of listlint came to."""

    code: int
    out: str
    err: str

    @cached_property
    def found(self) -> list[tuple[str, int, str]]:
        """Code, line and message of each diagnostic."""
        return [(one["code"], one["line"], one["message"]) for one in json.loads(self.out)["diagnostics"]]


@dataclass
class Repository:
    """One repository with one list, `before`, committed on the branch `main` along with a configuration."""

    root: Path
    before: str
    name: str = "README.md"
    config: str = CONFIG
    bench: Bench = field(init=False)

    def __post_init__(self) -> None:
        self.root.mkdir(parents=True, exist_ok=True)
        git(self.root, "init", "-q", "-b", "main")
        git(self.root, "config", "core.autocrlf", "false")
        if self.config:
            (self.root / "listlint.toml").write_text(self.config, encoding="utf-8")
        self.write(self.before)
        self.commit()
        self.bench = Bench(self.before)

    def write(self, text: str, name: str | None = None) -> None:
        """Makes `text` the list."""
        file = self.root / (name or self.name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())

    def commit(self) -> None:
        """Commits all there is."""
        git(self.root, "add", "-A")
        git(self.root, "commit", "-q", "-m", "a change")

    def check(self, *words: str, name: str | None = None) -> Said:
        """What `listlint check WORDS` says of the list."""
        return said(self.root, "check", *words, "--output-format", "json", name or self.name)

    def reported(self, *words: str, name: str | None = None) -> list[tuple[str, str]]:
        """Code and line of each diagnostic of `check`, the line as it stands in the working tree."""
        lines = re.split(r"\r?\n", (self.root / (name or self.name)).read_text(encoding="utf-8-sig"))
        return sorted((code, lines[line - 1]) for code, line, _ in self.check(*words, name=name).found)


def said(folder: Path, *words: str) -> Said:
    """What `listlint WORDS`, called in `folder`, says."""
    import contextlib  # noqa: PLC0415
    import io  # noqa: PLC0415

    out, err = io.StringIO(), io.StringIO()
    here = Path.cwd()
    os.chdir(folder)
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = main(words)
    finally:
        os.chdir(here)
    return Said(code, out.getvalue(), err.getvalue())


class Bench:
    """What there is in a list to change: a faultless entry, a faulty one, sections."""

    def __init__(self, text: str) -> None:
        self.text = text
        plan = select.plan(load.from_text(CONFIG))
        self.checked = engine.check(Source("README.md", text), dataclasses.replace(plan))
        self.document = self.checked.document
        self.faults: dict[str, list[str]] = {}
        for one in self.checked.diagnostics:
            self.faults.setdefault(self.line(one.span.start), []).append(one.code)

    def line(self, offset: int) -> str:
        """The line at `offset`."""
        source = self.document.source
        return source.line_span(source.line_of(offset)).of(self.text)

    @cached_property
    def section(self) -> Section:
        """The section with the most plain entries."""
        return max(self.document.all_sections, key=lambda section: len(self.plain(section)))

    @cached_property
    def other(self) -> Section:
        """Another section with plain entries, the last one."""
        return next(section for section in reversed(self.document.all_sections) if section is not self.section and self.plain(section))

    def plain(self, section: Section) -> list[Item]:
        """Entries on a line of their own that nothing is said of, whose line is no other's."""
        return [
            item
            for item in section.items
            if item.form is Form.LINK_FIRST
            and item.title is not None
            and item.summary is not None
            and item.link is not None
            and item.link.kind == "inline"
            and not item.children
            and len(item.links) == 1
            and self.line(item.span.start) == item.span.of(self.text)
            and self.text.count(item.span.of(self.text)) == 1
            and not self.faults.get(item.span.of(self.text))
        ]

    @cached_property
    def model(self) -> str:
        """The line of the last plain entry of the section."""
        return self.plain(self.section)[-1].span.of(self.text)

    @cached_property
    def first(self) -> str:
        """The line of the first plain entry of the section."""
        return self.plain(self.section)[0].span.of(self.text)

    @cached_property
    def elsewhere(self) -> str:
        """The line of a plain entry of another section."""
        return self.plain(self.other)[-1].span.of(self.text)

    @cached_property
    def faulty(self) -> str:
        """The line of a faulty entry with a summary: the first whose line is no other's."""
        for item in self.document.entries:
            line = item.span.of(self.text)
            if item.summary is not None and not item.children and "\n" not in line:
                whole = self.line(item.span.start)
                if self.faults.get(whole) and self.text.count(whole) == 1 and whole.startswith(line):
                    return whole
        raise AssertionError

    def fresh(self, number: int = 1, *, url: str | None = None) -> str:
        """A clean entry that the list doesn't have: the model's form, another title and URL."""
        item = self.plain(self.section)[-1]
        assert item.title is not None
        assert item.link is not None
        made = self.model.replace(item.title.span.of(self.text), f"{item.title.span.of(self.text)} and Part {'I' * number}", 1)
        return made.replace(f"]({item.link.url}", f"]({url or f'https://example.org/fresh/{number}'}", 1)

    def heading(self, section: Section) -> str:
        """The line of a section's heading."""
        assert section.heading is not None
        return section.heading.of(self.text)

    def rows(self, section: Section) -> list[str]:
        """The lines whose link leads to `section`."""
        return [self.line(link.span.start) for link in self.document.links if link.url.lower() == f"#{section.slug}".lower()]


def behind(text: str, line: str, new: str) -> str:
    """`text` with a line `new` behind `line`."""
    assert text.count(line) == 1, line
    return text.replace(line, f"{line}\n{new}")


def before(text: str, line: str, new: str) -> str:
    """`text` with a line `new` before `line`."""
    assert text.count(line) == 1, line
    return text.replace(line, f"{new}\n{line}")


def entries_of(text: str) -> int:
    """How many entries a list has."""
    return len(parse(Source("README.md", text)).entries)
