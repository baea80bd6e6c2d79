"""Lists by chance: every form of entry, script, newline and directive, and damage. Draws from a `Random` alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

WORDS: Final = [
    "alpha",
    "Beta",
    "GAMMA",
    "counts",
    "words.",
    "of",
    "C++",
    "C#",
    "50%",
    "R&D",
    "a_b_c",
    "*star*",
    "**bold**",
    "`co de`",
    "don't",
    "第四个",
    "方法",
    "，",
    "。",
    "代码：",
    "「引用」",
    "日本語",
    "ツール",
    "한국어",
    "кириллица",
    "العربية",
    "עברית\u200f",
    "हिन्दी",
    "ไทย",
    "👩\u200d💻",
    "❤️",
    "é",
    "é",
    "\xa0",
    "\u200b",
    "\u202e",
    "\x1b[31m",
    "\x0c",
    "\x85",
    "\u2028",
    "\xad",
    "\ufeff",
    "&amp;",
    "&lt;",
    "\\[x\\]",
    "[x]",
    "[1]",
    "(2023)",
    "2023",
    "—",
    " - ",
    ":",
    "|",
    "\\|",
    "<b>b</b>",
    "<br>",
    "~~no~~",
    "#tag",
    "@who",
    "$x_1$",
    "!",
    "...",
    "http",
    "https:",
    "www.example.org",
    "me@example.org",
    "[^1]",
    "\\",
    "\\*",
    "<",
    ">",
    "  ",
    "\t",
    "<!-- c -->",
    "^",
    "_",
    "*",
    "`",
    "TODO",
]
HOSTS: Final = [
    "example.org",
    "EXAMPLE.org",
    "www.example.org",
    "github.com",
    "arxiv.org",
    "例子.测试",
    "localhost:8080",
    "user:pw@example.org",
]
PATHS: Final = [
    "",
    "/",
    "/a",
    "/b_c_d",
    "/x(y)",
    "/x)",
    "/a?utm_source=x&q=1",
    "/a#b",
    "/%E4%B8%AD",
    "/中文",
    "/a,b;c",
    "/a.",
    "/a'",
    "/*a*",
    "/~u/",
    "/a//b",
    "/abs/2307.14430",
    "/pdf/2307.14430v2.pdf",
    "/html/2307.14430",
    "/abs/9999.99999",
    "/owner/repo",
    "/owner/repo.git",
    "/owner/repo/tree/main",
]
URLS: Final = [
    "https://doi.org/10.1145/3292500",
    "http://dx.doi.org/10.1145/3292500.",
    "https://bit.ly/3abc",
    "htp://example.org",
    "https:/example.org",
    "https://https://example.org",
    "https://example .org/x",
    "https://arxiv.org/abs/2307.14430",
    "http://arxiv.org/pdf/2307.14430.pdf",
    "https://openreview.net/forum?id=abc",
    "https://openreview.net/pdf?id=abc",
    "#anchor",
    "docs/a.md",
    "mailto:me@example.org",
    "",
    "x y",
    "https://www.semanticscholar.org/paper/x/0123456789012345678901234567890123456789",
    "https://alphaxiv.org/abs/2307.14430",
    "javascript:1",
    "https://huggingface.co/papers/2307.14430",
    "https://aclanthology.org/P18-1001.pdf",
    "https://youtu.be/dQw4w9WgXcQ",
    "ftp://example.org/x",
]
MARKERS: Final = ("- ", "- ", "- ", "* ", "+ ", "1. ", "2) ", "-\t", "-   ", "- [ ] ", "- [x] ", "• ", "-", "-- ")
SEPARATORS: Final = (", ", ", ", ", ", " - ", " – ", ": ", "，", "：", " ", "", " | ", ". ", "! ", "、", ",", " -", "— ")
CODES: Final = ("LL101", "LL102", "LL401", "LL6", "mixed-separator", "LL999", "nonsense", "")
ACTIONS: Final = ("ignore", "ignore-next", "disable", "enable", "ignore-file", "ignroe")
NEWLINES: Final = ("\n", "\n", "\n", "\n", "\r\n", "\r\n", "\r", "mixed")
NOISE: Final = (
    *"[]()<>*_`|#\\!~&:;,.，。：-+=\"'\t \n",
    *("\n\n", "\n- ", "\n  ", "\n    ", "```", "<!--", "-->", "](", "[[", "<div>", "</div>", "\n===\n", "\n---\n", "\n> ", "\n|", "\r"),
    *("https://", "\u200b", "\u202e", "\x00", "\x1b", "\ufeff", "http://x.y/，z", "<details>", "$$", "\n\n\n\n", "![", "\\\n", "  \n"),
)


def document(random: Random) -> str:
    """A list of a few lines, damaged one time in three."""
    lines: list[str] = []
    if random.random() < 0.05:
        lines += ["---", f"title: {_phrase(random)}", "---", ""]
    if random.random() < 0.5:
        lines += [f"# {_phrase(random)}", ""]
    for _ in range(random.choice((1, 1, 1, 1, 2))):
        lines += _section(random)
    text = "\n".join(lines) + random.choice(("\n", "\n", "\n", "", "\n\n", " \n"))
    if random.random() < 0.35:
        text = damaged(text, random)
    newline = random.choice(NEWLINES)
    if newline == "mixed":
        return "".join(random.choice(("\n", "\r\n", "\r")) if char == "\n" else char for char in text)
    return text if newline == "\n" else text.replace("\n", newline)


def damaged(text: str, random: Random) -> str:
    """`text` with one to four bits cut out, doubled, swapped or put in."""
    for _ in range(random.choice((1, 1, 2, 4))):
        at = random.randrange(len(text) + 1)
        end = min(at + random.choice((0, 1, 1, 2, 9)), len(text))
        to = random.randrange(len(text) + 1)
        text = random.choice(
            (
                text[:at] + text[end:],
                text[:at] + random.choice(NOISE) + text[end:],
                text[:at] + random.choice(NOISE) + text[at:],
                text[:to] + text[at:end] + text[to:],
            )
        )
    return text


def _section(random: Random) -> list[str]:
    level = random.choice(("## ", "## ", "### ", "#", "", "###### ", "setext", "html"))
    name = random.choice(("Tools", "工具", "Related lists", _phrase(random), "Contents", "License"))
    heading = {"setext": f"{name}\n---", "html": f"<h2>{name}</h2>", "": ""}.get(level, f"{level}{name}")
    lines = [heading] + [""] * random.choice((1, 1, 1, 0, 3)) if heading else []
    marker, separator = random.choice(MARKERS), random.choice(SEPARATORS)
    form = random.choice(FORMS)
    for _ in range(random.choice((1, 1, 2, 3))):
        if random.random() < 0.25:
            marker, separator, form = random.choice(MARKERS), random.choice(SEPARATORS), random.choice(FORMS)
        lines += _entry(random, marker, form(random, separator))
    if random.random() < 0.15:
        lines += random.choice(ASIDES)(random)
    return [*lines, *[""] * random.choice((0, 1, 1, 2, 3))]


def _entry(random: Random, marker: str, text: str) -> list[str]:
    blanks = random.choice(("", "", "", "", " ", "  ", "\t"))
    note = f" <!-- listlint: {random.choice(ACTIONS)}[{random.choice(CODES)}] -->" if random.random() < 0.04 else ""
    lines = [marker + text + note + blanks]
    chance = random.random()
    if chance < 0.08:
        lines.append(f"  {marker}{_phrase(random)}")
    elif chance < 0.12:
        lines += ["", f"    {_phrase(random)}"]
    elif chance < 0.2:
        lines.append(random.choice(("", "  ", "> ", "   ")) + _phrase(random))
    elif chance < 0.26:
        lines.append("")
    return lines


def _phrase(random: Random) -> str:
    return " ".join(random.choices(WORDS, k=random.choice((1, 2, 3, 4))))


def _url(random: Random) -> str:
    if random.random() < 0.4:
        return random.choice(URLS)
    return f"{random.choice(('https', 'https', 'http', 'HTTPS'))}://{random.choice(HOSTS)}{random.choice(PATHS)}"


def _link(random: Random, label: str) -> str:
    url = _url(random)
    return random.choice((f"[{label}]({url})",) * 5 + (f"[{label}](<{url}>)", f'[{label}]({url} "t")', f"<{url}>", f"[{label}] ({url})"))


FORMS: Final[tuple[Callable[[Random, str], str], ...]] = (
    lambda random, by: f"{_link(random, _phrase(random))}{by}{_phrase(random)}",
    lambda random, by: f"[alpha]({_url(random)}){by}counts words",
    lambda random, by: f"{_phrase(random)}{by}{_url(random)}{by}{_phrase(random)}",
    lambda random, _: f"{_phrase(random)}, {_url(random)}",
    lambda random, by: f"**{_phrase(random)}**{by}{_link(random, 'Paper')} {_link(random, 'Code')}",
    lambda random, by: f"{_url(random)}{by}{_phrase(random)}",
    lambda random, _: _url(random),
    lambda random, by: f"**{_link(random, _phrase(random))}**{by}{_phrase(random)}",
    lambda random, by: f"[{_phrase(random)}][r]{by}{_phrase(random)}",
    lambda random, by: f"[![badge]({_url(random)})]({_url(random)}){by}{_phrase(random)}",
    lambda random, by: f'<a href="{_url(random)}">{_phrase(random)}</a>{by}{_phrase(random)}',
    lambda random, _: _phrase(random),
    lambda random, _: random.choice(("", " ", ",", "[]()", "**", "- ", "<!-- x -->")),
    lambda random, by: f"{_phrase(random)} (2023){by}{_link(random, 'pdf')}{by}_A. Author_, *Venue*",
)
ASIDES: Final[tuple[Callable[[Random], list[str]], ...]] = (
    lambda random: ["", "| name | what |", "| --- | :-: |", f"| {_link(random, _phrase(random))} | {_phrase(random)} |", ""],
    lambda random: ["", "```sh", _phrase(random), random.choice(("```", "")), ""],
    lambda random: ["", f"[r]: {_url(random)}", "[//]: # (mark)", ""],
    lambda random: ["<details>", "", f"- {_link(random, _phrase(random))}", "", "</details>", ""],
    lambda random: ["", f"> {_phrase(random)}", ""],
    lambda random: ["", f"{_phrase(random)} {_url(random)}", ""],
    lambda random: ["", "<p align=center>", f"  <a href='{_url(random)}'>x</a>", "</p>", ""],
    lambda random: [f"- [{_phrase(random)}](#tools)", "  - [x](#x)"],
    lambda random: ["", f"    {_phrase(random)}", "", "***", ""],
    lambda _: ["[^1]: note", ""],
    lambda random: [f"<!-- listlint: {random.choice(ACTIONS)}[{random.choice(CODES)}] -->"],
)
