"""The rule book: finds `rules/` in the wheel or in a checkout, reads its pages. Knows nothing of configuration.

A page is Markdown: `# CODE name`, one sentence, then the sections *Why*, *Examples*, *Options*, *Fix safety*. Its
examples are fenced blocks whose info string's second word is their role: `md bad`, `text report`, `md fixed`, `md good`,
`toml options`, `text files`. Options and files belong to the next `bad` or `good`, report and fixed to the `bad` before
them. Files are those of the repository that the list stands in, `PATH` or `PATH: TEXT` a line, the list itself first.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from dataclasses import fields
from typing import TYPE_CHECKING, Final, get_args, get_type_hints

from listlint.book import rulebook
from listlint.records import dataclass, field, replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from listlint.rule import Rule

SECTIONS: Final = ("Why", "Examples", "Options", "Fix safety")
_PICTURES: Final = {"␠": " ", "␉": "\t", "⍽": "\N{NO-BREAK SPACE}"}
_NEWLINE: Final = "␤"
"""At the end of a line: makes a blank line at the end of an example visible."""
_END: Final = "␄"
"""At the end of the last line: the file ends here, without a newline."""
_DASHES: Final = frozenset("`~")


@dataclass(frozen=True, slots=True)
class Example:
    """A faulty list with what is said of it and made of it, or a good one; texts as they are, no control pictures."""

    bad: str | None = None
    report: tuple[str, ...] = ()
    """`LINE:COLUMN CODE message`, one a diagnostic."""
    fixed: str | None = None
    """What the fix makes of it; None where nothing changes."""
    good: str | None = None
    options: str = ""
    """The configuration it needs, TOML as in `listlint.toml`."""
    files: tuple[tuple[str, str], ...] = ()
    """The files of the repository, path and text, the list itself first; none: the list comes from no file."""


@dataclass(frozen=True, slots=True)
class Page:
    """What the rule book says of one rule."""

    title: str
    """`LL301 arxiv-url`."""
    sentence: str
    sections: Mapping[str, str]
    """The Markdown below each heading."""
    examples: tuple[Example, ...]
    text: str = field(repr=False)
    """The whole page."""


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of a page: its role and the lines (from 0, half-open) its content has in the page."""

    role: str
    start: int
    end: int
    content: str


def file_name(rule: type[Rule]) -> str:
    """What the page of `rule` is called."""
    return f"{rule.code}-{rule.name}.md"


def page(rule: type[Rule]) -> Page:
    """The page of `rule`; raises `FileNotFoundError` where the rule book has none."""
    return read(rulebook().joinpath(file_name(rule)).read_text(encoding="utf-8"))


def read(text: str) -> Page:
    """The page that `text` is."""
    title = sentence = ""
    sections: dict[str, list[str]] = {}
    current: list[str] | None = None
    inside = {line for block in blocks(text) for line in range(block.start, block.end)}
    for number, line in enumerate(text.splitlines()):
        if number not in inside and line.startswith("## "):
            current = sections.setdefault(line[3:].strip(), [])
        elif current is not None:
            current.append(line)
        elif line.startswith("# "):
            title = line[2:].strip()
        elif line.strip():
            sentence = f"{sentence} {line.strip()}".strip()
    bodies = {name: "\n".join(lines).strip("\n") for name, lines in sections.items()}
    return Page(title, sentence, bodies, tuple(_examples(blocks(text))), text)


def blocks(text: str) -> tuple[Block, ...]:
    """The fenced blocks of a page that have a role, in order."""
    found: list[Block] = []
    lines = text.splitlines()
    fence, role, start = "", "", 0
    for number, line in enumerate(lines):
        mark = line[: len(line) - len(line.lstrip(line[:1]))] if line[:1] in _DASHES else ""
        if fence:
            if mark.startswith(fence) and not line[len(mark) :].strip():
                found += [Block(role, start, number, "\n".join(lines[start:number]))] if role else []
                fence = ""
        elif len(mark) >= len("```"):
            fence, words = mark, line[len(mark) :].split()
            role, start = words[1] if len(words) > 1 else "", number + 1
    return tuple(found)


def shown(text: str) -> str:
    """`text` as an example shows it: white space that can't be seen as control pictures, the last newline left out."""
    lines = text.split("\n")
    ended = not lines[-1]
    lines = [_visible(line) for line in (lines[:-1] if ended else lines)]
    while_blank = len(lines)
    while while_blank and not lines[while_blank - 1]:
        while_blank -= 1
        lines[while_blank] = _NEWLINE
    return "\n".join(lines) + ("" if ended else _END)


def meant(content: str) -> str:
    """The text that an example shows."""
    for picture, char in _PICTURES.items():
        content = content.replace(picture, char)
    lines = [line.removesuffix(_NEWLINE) for line in content.split("\n")]
    text = "\n".join(lines)
    return text.removesuffix(_END) if text.endswith(_END) else f"{text}\n" if content else ""


def options(rule: type[Rule]) -> str:
    """The *Options* section of the page of `rule`: each option with its default, its values and what it is for."""
    meanings = _meanings(rule.Options)
    hints = get_type_hints(rule.Options)
    lines = []
    for option in fields(rule.Options):
        values = [_toml(value) for value in get_args(hints[option.name]) if isinstance(value, str | int)]
        choice = f", one of {', '.join(f'`{value}`' for value in values)}" if values else ""
        lines.append(f"- `{option.name.replace('_', '-')}` (default `{_toml(option.default)}`{choice}): {meanings[option.name]}")
    return "\n".join(lines) or "None."


def explain(rule: type[Rule]) -> str:
    """The page as `listlint explain` prints it: what the class knows stands below the title."""
    read_page = page(rule)
    head, _, rest = read_page.text.partition("\n")
    return f"{head}\n\nSeverity: {rule.severity}. Fix: {fix_safety(read_page)}.\n{rest}".rstrip("\n") + "\n"


def fix_safety(of: Page) -> str:
    """The first word of *Fix safety* in lower case: `safe`, `unsafe` or `none` (`No fix` is none, too)."""
    word = (of.sections.get("Fix safety") or "none").split()[0].strip(".,:;").lower()
    return "none" if word == "no" else word


def index(rules: tuple[type[Rule], ...]) -> str:
    """The text of `rules/README.md`."""
    rows = [
        f"| [{rule.code}]({file_name(rule)}) | `{rule.name}` | {rule.severity} | {fix_safety(of)} | {of.sentence} |"
        for rule, of in ((rule, page(rule)) for rule in rules)
    ]
    head = [
        "# The rule book",
        "",
        "One page a rule; `listlint explain RULE` prints it. This index is generated: `pytest --update-pages`.",
        "",
        "| code | name | severity | fix | what it reports |",
        "| --- | --- | --- | --- | --- |",
    ]
    return "\n".join([*head, *rows, ""])


def _examples(found: tuple[Block, ...]) -> Iterator[Example]:
    configured, fixed = "", None
    files: tuple[tuple[str, str], ...] = ()
    report: tuple[str, ...] = ()
    open_bad: Example | None = None
    for block in found:
        if block.role in {"bad", "good", "options", "files"} and open_bad is not None:
            yield replace(open_bad, report=report, fixed=fixed)
            open_bad, report, fixed = None, (), None
        match block.role:
            case "options":
                configured = f"{block.content}\n"
            case "files":
                files = neighbours(block.content)
            case "bad":
                open_bad = Example(bad=meant(block.content), options=configured, files=files)
                configured, files = "", ()
            case "good":
                yield Example(good=meant(block.content), options=configured, files=files)
                configured, files = "", ()
            case "report":
                report = tuple(line for line in block.content.splitlines() if line)
            case "fixed":
                fixed = meant(block.content)
    if open_bad is not None:
        yield replace(open_bad, report=report, fixed=fixed)


def neighbours(content: str) -> tuple[tuple[str, str], ...]:
    """The files that a `text files` block names, with their texts."""
    named = (line.partition(": ") for line in content.splitlines() if line)
    return tuple((path, text) for path, _, text in named)


def _visible(line: str) -> str:
    body = line.rstrip(" \t")
    tail = line[len(body) :].replace(" ", "␠")
    return (body + tail).replace("\t", "␉").replace("\N{NO-BREAK SPACE}", "⍽")


def _meanings(of: type) -> dict[str, str]:
    """The docstrings below the attributes of a class, which Python itself forgets."""
    body = ast.parse(textwrap.dedent(inspect.getsource(of))).body[0]
    found: dict[str, str] = {}
    if isinstance(body, ast.ClassDef):
        for before, after in zip(body.body, body.body[1:], strict=False):
            if not isinstance(before, ast.AnnAssign) or not isinstance(before.target, ast.Name):
                continue
            if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant) and isinstance(after.value.value, str):
                found[before.target.id] = " ".join(after.value.value.split())
    return found


def _toml(value: object) -> str:
    """A default as TOML writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, tuple):
        return f"[{', '.join(_toml(one) for one in value)}]"
    return str(value)
