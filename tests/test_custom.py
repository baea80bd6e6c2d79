"""Rules that a configuration spells out: what they leave alone, what they say, what their fixes make of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from listlint import engine
from listlint.config import load, select
from listlint.diagnostic import Severity
from listlint.text import Source

if TYPE_CHECKING:
    from listlint.config.plan import Plan


def plan(rule: str) -> Plan:
    return select.plan(load.from_text(f'[[rules.custom]]\nname = "mine"\n{rule}'), select.selection(select=["mine"], own=["mine"]))


def said(rule: str, text: str) -> list[str]:
    source = Source("list.md", text)
    found = engine.check(source, plan(rule)).diagnostics
    return [f"{at.line}:{at.column} {one.message}" for one in found if (at := source.position(one.span.start))]


def fixed(rule: str, text: str, *, unsafe: bool = True) -> str:
    done = engine.fix(Source("list.md", text), plan(rule), unsafe=unsafe)
    assert done.failure is None
    assert not done.withheld
    return done.after.document.text


LIST = """\
# Tools

Write `e-mail` to us. <!-- e-mail -->

## E-mail

- [E-mail kit](https://example.org/e-mail), sends e-mail.
- [Two](https://example.org/2), *E-mail* and [e-mail](https://example.org/e-mail).
- [Three](https://example.org/3)
"""

# ruff: noqa: E501 - tables of rules and texts
SILENT = [
    ('scope = "entry.title"\nkind = "forbid"\npattern = "sends"', LIST),
    ('scope = "document"\nkind = "forbid"\npattern = "(?i)write e"', LIST),
    ('scope = "document"\nkind = "forbid"\npattern = "`e-mail`|-- e-mail"', "`e-mail`\n\n<!-- e-mail -->\n"),
    ('scope = "entry.summary"\nkind = "require"\npattern = "."', LIST),
    ('scope = "entry.field.year"\nkind = "one-of"\nvalues = ["2024"]', LIST),
    ('scope = "entry.summary"\nkind = "length"\nmax = 200', LIST),
    ('scope = "entry.summary"\nkind = "consistent"\npattern = "(?i)e-mail"', LIST.replace("*E-mail*", "*e-mail*")),
    (
        'scope = "entry.summary"\nkind = "consistent"\npattern = "PDF|pdf"',
        "- [A](https://a.example/), PDF.\n- [B](https://b.example/), pdf.\n",
    ),
    ('scope = "entry.title"\nkind = "replace"\npattern = "(?i)github"\nreplacement = "GitHub"', "- [GitHub](https://a.example/)\n"),
]


@pytest.mark.parametrize(("rule", "text"), SILENT, ids=range(len(SILENT)))
def test_what_is_left_alone(rule: str, text: str) -> None:
    assert said(rule, text) == []


SAID = [
    ('scope = "entry.title"\nkind = "forbid"\npattern = "(?i)e-mail"', ['7:4 title has "E-mail", which is configured as unwanted']),
    ('scope = "section.title"\nkind = "forbid"\npattern = "^E"', ['5:4 section title has "E", which is configured as unwanted']),
    (
        'scope = "entry.summary"\nkind = "forbid"\npattern = "(?i)e-mail"\nmessage = \'not "{found}"\'',
        ['7:51 not "e-mail"', '8:34 not "E-mail"', '8:47 not "e-mail"'],
    ),
    (
        'scope = "document"\nkind = "forbid"\npattern = "^- .*mail[.]$"',
        ['7:1 line has "- [E-mail kit](https://example.org/e-mail), sends e-mail.", which is configured as unwanted'],
    ),
    ('scope = "document"\nkind = "require"\npattern = "Licence"', ["1:1 list has nothing like `Licence`, expected it somewhere"]),
    ('scope = "entry.summary"\nkind = "require"', ["9:3 entry has no summary, expected one"]),
    ('scope = "entry.field.year"\nkind = "require"', [f"{line}:3 entry has no field year, expected one" for line in (7, 8, 9)]),
    ('scope = "entry.url"\nkind = "require"\npattern = "[a-z]$"', [
        '8:9 URL is "https://example.org/2", expected one like `[a-z]$`',
        '9:11 URL is "https://example.org/3", expected one like `[a-z]$`',
    ]),
    ('scope = "entry.title"\nkind = "length"\nmin = 4', ["8:4 title is 3 characters long, expected at least 4"]),
    ('scope = "entry.title"\nkind = "length"\nmax = 5', ["7:4 title is 10 characters long, expected at most 5"]),
    ('scope = "entry.title"\nkind = "one-of"\nvalues = ["Two", "Three"]', ['7:4 title is "E-mail kit", expected Two or Three']),
    (
        'scope = "entry.summary"\nkind = "consistent"\npattern = "(?i)e-mail"',
        ['8:34 summary has "E-mail", 2 of 3 have "e-mail"'],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "expected"), SAID, ids=range(len(SAID)))
def test_what_is_said(rule: str, expected: list[str]) -> None:
    assert said(rule, LIST) == expected
    crlf = said(rule, LIST.replace("\n", "\r\n"))
    assert crlf == expected


WORDS = 'scope = "entry.summary"\nkind = "replace"\npattern = "(?i)e-mail"\nreplacement = "email"\n'
FIXED = [
    (WORDS, LIST, LIST.replace("sends e-mail", "sends email").replace("*E-mail* and [e-mail]", "*email* and [email]")),
    (WORDS.replace("entry.summary", "entry.title"), LIST, LIST.replace("[E-mail kit]", "[email kit]")),
    (
        'scope = "entry.url"\nkind = "replace"\npattern = "^https://old[.]example/(.*)$"\nreplacement = \'https://new.example/x/\\1\'',
        "- [A](https://old.example/a_b), first.\n- <https://old.example/c>\n- [C](https://c.example/)\n",
        "- [A](https://new.example/x/a_b), first.\n- <https://new.example/x/c>\n- [C](https://c.example/)\n",
    ),
    (
        'scope = "document"\nkind = "replace"\npattern = "colour(s?)"\nreplacement = \'color\\1\'',
        'Of colours. `colour` [colour](https://example.org/colour "x") https://example.org/colour\n',
        'Of colors. `colour` [color](https://example.org/colour "x") https://example.org/colour\n',
    ),
    ('scope = "entry.summary"\nkind = "replace"\npattern = "[.]$"\nreplacement = ""', "- [A](https://a.example/), first.\n", "- [A](https://a.example/), first\n"),
    ('scope = "entry.title"\nkind = "replace"\npattern = "A"\nreplacement = "AA"', "- [A](https://a.example/)\n", "- [A](https://a.example/)\n"),
    ('scope = "section.title"\nkind = "replace"\npattern = "Tools"\nreplacement = "Kit"', "# Tools\n\nSee [tools](#tools).\n", "# Tools\n\nSee [tools](#tools).\n"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "before", "after"), FIXED, ids=range(len(FIXED)))
def test_what_is_replaced(rule: str, before: str, after: str) -> None:
    assert fixed(rule, before) == after
    assert fixed(rule, after) == after
    assert fixed(rule, before, unsafe=False) == before


def test_a_replacement_configured_as_safe_needs_no_leave() -> None:
    assert fixed(WORDS + 'safety = "safe"', "- [A](https://a.example/), e-mail.\n", unsafe=False) == "- [A](https://a.example/), email.\n"


@pytest.mark.parametrize(
    "new", ["[x](https://evil.example/)", "`x`", "<b>", "![](x.png)", "https://evil.example/", "www.evil.example", "&nbsp;"]
)
def test_a_replacement_that_makes_more_than_words_is_withheld(new: str) -> None:
    rule = f'scope = "entry.summary"\nkind = "replace"\npattern = "word"\nreplacement = \'{new}\''
    text = "- [A](https://a.example/), a word.\n"
    done = engine.fix(Source("list.md", text), plan(rule), unsafe=True)
    assert done.after.document.text in (text, text.replace("word", new))
    assert done.withheld or new == "&nbsp;"


def test_severity_and_directives_are_as_for_any_rule() -> None:
    configured = '[severity]\nmine = "error"\n[[rules.custom]]\nname = "mine"\nscope = "document"\nkind = "forbid"\npattern = "TODO"\n'
    text = "TODO <!-- listlint: ignore[X001] later -->\n\nTODO <!-- listlint: ignore[mine] later -->\n\nTODO\n"
    made = select.plan(load.from_text(configured))
    found = [one for one in engine.check(Source("list.md", text), made).diagnostics if one.code[:3] in ("LL0", "X00")]
    assert [(one.code, one.name, one.severity, one.span.start) for one in found] == [("X001", "mine", Severity.ERROR, text.rindex("TODO"))]
    without = select.plan(load.from_text('ignore = ["mine"]\n' + configured))
    assert not [one for one in engine.check(Source("list.md", text), without).diagnostics if one.code[:3] in ("LL0", "X00")]
