"""Entries held to templates: what fits, what differs, what is left, and what the edits make of it."""

from __future__ import annotations

import pytest

from listlint.edits import Safety, apply
from listlint.model import Kind
from listlint.parse import parse
from listlint.style.template import read
from listlint.style.template_match import Comparison, compare
from listlint.text import Source

LINKED = "[{title}]({url}), {summary}"
BESIDE = "**{title}**{, {authors}} [[paper]({url})]{ [[code]({code})]}"


def held(entry: str, template: str) -> tuple[Comparison, str]:
    """What comes of holding `entry` to `template`, and the entry afterwards."""
    text = f"- {entry}\n"
    document = parse(Source("list.md", text))
    item = next(item for item in document.items if item.kind is Kind.ENTRY)
    found = compare(text, item, read(template))
    fix = found.fix()
    return found, text[2:-1] if fix is None else apply(text, fix.edits)[2:-1]


FITS = [
    ("[Alpha](https://x.org/a), counts words.", LINKED),
    ("[Alpha](https://x.org/a),  counts words.", LINKED),
    ("[**Alpha**](https://x.org/a), counts words.", LINKED),
    ("[Alpha](https://x.org/a) `MIT` - Counts words. [More](https://x.org/m)", "[{title}]({url}) - {summary}"),
    ("[Alpha](https://x.org/a)", "[{title}]({url}){, {summary}}"),
    ("[**Alpha**](https://x.org/a) :: Counts.", "[**{title}**]({url}) :: {summary}"),
    ("**On counting words**, Ann Author et al. [[Paper](https://x.org/a)] [[code](https://x.org/c)]", BESIDE),
    ("**On counting words: A Survey.** *Ann Author, Bob Builder.* [[paper](https://x.org/a)]", BESIDE),
]


@pytest.mark.parametrize(("entry", "template"), FITS)
def test_fits(entry: str, template: str) -> None:
    assert held(entry, template) == (Comparison(), entry)


def test_only_a_missing_field_is_no_reason_to_write() -> None:
    assert held("[Alpha](https://x.org/a)", LINKED) == (Comparison(missing=("summary",)), "[Alpha](https://x.org/a)")


WRITTEN = [
    ("[Alpha](https://x.org/a) – Counts words.", LINKED, "[Alpha](https://x.org/a), Counts words."),
    ("[Alpha](https://x.org/a)： 统计字数。", LINKED, "[Alpha](https://x.org/a), 统计字数。"),
    ("[Alpha](https://x.org/a) :zap: - Counts words.", LINKED, "[Alpha](https://x.org/a) :zap:, Counts words."),
    ("[Alpha](https://x.org/a) - Counts.", "[**{title}**]({url}) - {summary}", "[**Alpha**](https://x.org/a) - Counts."),
    ("[__Alpha__](https://x.org/a) - Counts.", "[**{title}**]({url}) - {summary}", "[**Alpha**](https://x.org/a) - Counts."),
    ("Alpha， https://x.org/a， counts words.", LINKED, "[Alpha](https://x.org/a), counts words."),
    ("Alpha Beta <https://x.org/a>", LINKED, "[Alpha Beta](https://x.org/a)"),
    ("**Alpha** [[paper](https://x.org/a)]", LINKED, "[Alpha](https://x.org/a)"),
    ("**Alpha [1 beta gamma**, 2022. [Paper](https://x.org/a)", LINKED, r"[Alpha \[1 beta gamma](https://x.org/a), 2022."),
    (
        "**On words: A Survey.** *Ann Author, Bob Builder.* [[paper](https://x.org/a)] [[code](https://x.org/c)]",
        "[{title}]({url}) {authors}",
        "[On words: A Survey.](https://x.org/a) *Ann Author, Bob Builder.* [[code](https://x.org/c)]",
    ),
    ("[Alpha](https://x.org/a) - Counts.", "**{title}** {url} - {summary}", "**Alpha** https://x.org/a - Counts."),
    ("[Alpha](https://x.org/a) - Counts.", "{title} <{url}>: {summary}", "Alpha <https://x.org/a>: Counts."),
    ("**On words**; Ann Author et al. ([paper](https://x.org/a))", BESIDE, "**On words**, Ann Author et al. [[paper](https://x.org/a)]"),
]


@pytest.mark.parametrize(("entry", "template", "expected"), WRITTEN)
def test_is_written_anew_and_then_fits(entry: str, template: str, expected: str) -> None:
    assert held(entry, template)[1] == expected
    found, again = held(expected, template)
    assert (found.differences, found.left, again) == ((), "", expected)


LEFT = [
    ("[Alpha](https://x.org/a) counts words.", LINKED, "has only a blank before its summary"),
    ("[Alpha](https://x.org/a), [Beta](https://x.org/b) - Count words.", LINKED, "has several links before its summary"),
    ("[Alpha](https://x.org/a) -\n  Counts words.", LINKED, "has a line break before the summary"),
    ("<https://x.org/a> - Counts words.", LINKED, "has no title with a link"),
    ("**Alpha** [The making of it](https://x.org/a)", LINKED, "has words of its own for its link's label"),
    ("**Alpha** [[paper](https://x.org/a), [code](https://x.org/b)]", LINKED, "has its link in brackets with others"),
    ("**Alpha** [paper](https://x.org/a) / [code](https://x.org/b)", LINKED, "has its link in a row with others"),
    ("[Alpha](https://x.org/a) - Counts.", "**{title}** [paper]({url})", 'has no label "paper" for its link, and a template adds no words'),
    ("[Alpha](https://x.org/a_(b)) - Counts.", "{title} - {summary} {url}", "has its address at the title, the template has it elsewhere"),
    ("[Alpha](/alpha.md) - Counts.", "{title} {url} - {summary}", "has an address that can't stand bare"),
    ("**Alpha** [[pdf](https://x.org/a)]", BESIDE, 'has another label than "paper" for the address'),
    ("[*A* and *B*](https://x.org/a) - Counts.", "[**{title}**]({url}) - {summary}", "has marks within its title"),
]


@pytest.mark.parametrize(("entry", "template", "reason"), LEFT)
def test_is_left_with_the_reason(entry: str, template: str, reason: str) -> None:
    found, after = held(entry, template)
    assert (found.left, after) == (reason, entry)


def test_what_differs_is_told_with_what_was_expected() -> None:
    found, _ = held("Alpha，https://x.org/a；counts words.", LINKED)
    assert [each.message for each in found.differences] == [
        "its title beside its address, expected [title](URL)",
        '"；" before the summary, expected ", "',
    ]
    found, _ = held("[Alpha](https://x.org/a) – Counts words.", "[**{title}**]({url}), {authors} - {summary}")
    assert [each.message for each in found.differences] == [
        'no marks around the title, expected "**"',
        '" – " before the summary, expected " - "',
    ]
    assert found.missing == ("authors",)


def test_a_label_that_goes_is_declared() -> None:
    text = "- **Alpha** [[paper](https://x.org/a)]\n"
    item = parse(Source("list.md", text)).items[0]
    fix = compare(text, item, read(LINKED)).fix()
    assert fix is not None
    assert fix.safety is Safety.UNSAFE
    assert [span.of(text) for span in fix.drops] == ["[[paper](https://x.org/a)]"]
    assert [(rewrite.before, rewrite.after) for rewrite in fix.rewrites] == [(None, "https://x.org/a")]
