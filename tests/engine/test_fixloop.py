"""The fix loop: what settles, what is withheld, and what stops a run."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

import pytest

from listlint import engine
from listlint.config.plan import Plan
from listlint.edits import Edit, Fix, Phase, Rewrite, Safety
from listlint.errors import RuleCrashError
from listlint.rule import Rule
from listlint.rules.withheld_fix import WithheldFix
from listlint.text import Source, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.engine import Fixed
    from listlint.model import Document
    from listlint.style import Style

LIST = "# Tools\n\n- [alpha](https://example.org/a)! counts words.\n- [beta](https://example.org/b)! counts lines.\n"


class _Swap(Rule):
    """Complains of each match of `pattern` and writes `text` in its place."""

    pattern: ClassVar[str]
    text: ClassVar[str]
    safety: ClassVar[Safety] = Safety.SAFE

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """One diagnostic a match."""
        del style
        for match in re.finditer(self.pattern, document.text):
            span = Span(*match.span())
            yield self.diagnostic(span, f"there is {match[0]}", fix=Fix("swap", (Edit(span, match.expand(self.text)),), self.safety))


def rule(code: str, pattern: str, text: str, phase: Phase = Phase.SEPARATOR, safety: Safety = Safety.SAFE) -> Rule:
    """A rule that swaps texts."""
    values = {"code": code, "name": f"rule-{code[2:]}", "summary": ".", "phase": phase, "pattern": pattern, "text": text, "safety": safety}
    made = type("Swap", (_Swap,), values)()
    assert isinstance(made, Rule)
    return made


def fix(text: str, *rules: Rule, unsafe: bool = False) -> Fixed:
    """A run with `rules` and LL005; a list that stays as it is says why."""
    fixed = engine.fix(Source("list.md", text), Plan((WithheldFix(), *rules)), unsafe=unsafe)
    if fixed.failure is not None:
        assert fixed.after.document.text == text
        assert fixed.applied == ()
    return fixed


def made(fixed: Fixed) -> list[str]:
    """The codes of what was applied, in order."""
    return [one.code for one in fixed.applied]


def said(fixed: Fixed) -> list[str]:
    """What is left to say."""
    return [f"{one.code} {one.message}" for one in fixed.after.diagnostics]


def test_a_list_without_faults_stays() -> None:
    fixed = fix(LIST, rule("LL901", r"\?", "!"))
    assert (fixed.after.document.text, made(fixed), said(fixed), fixed.failure) == (LIST, [], [], None)


def test_fixes_that_do_not_meet_are_made_in_one_round() -> None:
    fixed = fix(LIST, rule("LL901", r"!", ","))
    assert fixed.after.document.text == LIST.replace("!", ",")
    assert (made(fixed), said(fixed), fixed.failure) == (["LL901", "LL901"], [], None)


def test_an_unsafe_fix_waits_to_be_asked_for() -> None:
    unsafe = rule("LL901", r"!", ",", safety=Safety.UNSAFE)
    assert fix(LIST, unsafe).after.document.text == LIST
    assert fix(LIST, unsafe, unsafe=True).after.document.text == LIST.replace("!", ",")


def test_touching_fixes_wait_for_one_another() -> None:
    fixed = fix("- a!?\n- b\n", rule("LL901", r"!", "."), rule("LL902", r"\?", ";"))
    assert (fixed.after.document.text, made(fixed)) == ("- a.;\n- b\n", ["LL901", "LL902"])


def test_the_longer_of_two_fixes_at_one_place_comes_first() -> None:
    fixed = fix("- a!?\n- b\n", rule("LL901", r"!", "."), rule("LL902", r"!\?", ";"))
    assert (fixed.after.document.text, made(fixed)) == ("- a;\n- b\n", ["LL902"])


def test_an_earlier_phase_comes_first_wherever_it_stands() -> None:
    rules = (rule("LL901", r"!", ",", Phase.LAYOUT), rule("LL902", r"lines\.", "lines;", Phase.STRUCTURE))
    assert made(fix(LIST, *rules)) == ["LL902", "LL901", "LL901"]


def rounds(text: str, *rules: Rule) -> list[str]:
    """The codes of each round's fixes, told by the text their spans count in."""
    fixed = fix(text, *rules)
    assert fixed.failure is None
    return [f"{one.code} {one.span.start}" for one in fixed.applied]


def test_fixes_of_several_phases_in_lines_apart_are_made_in_one_round() -> None:
    text = "- a! b?\n- c\n- d? e\n"
    fixed = rounds(text, rule("LL901", r"!", "...", Phase.STRUCTURE), rule("LL902", r"\?", ";", Phase.LAYOUT))
    assert fixed == ["LL901 3", "LL902 15", "LL902 8"]  # the last one stood beside an earlier phase's, and moved by two


def test_one_phase_after_the_other_where_several_at_once_are_not_proved() -> None:
    """What the first uncovers would hide behind what the second repairs."""
    text = "- a! b\n- c\n- d? e\n"
    fixed = rounds(text, rule("LL901", r"!", "?", Phase.STRUCTURE), rule("LL902", r"\?", ";", Phase.LAYOUT))
    assert fixed == ["LL901 3", "LL902 3", "LL902 14"]


def test_a_fix_that_is_not_proved_keeps_no_other_phase_waiting() -> None:
    text = "- a! b\n- c\n- d? e\n- f\n"
    fixed = fix(text, rule("LL901", r"!", "x", Phase.STRUCTURE), rule("LL902", r"\?", ";", Phase.LAYOUT))
    assert (fixed.after.document.text, made(fixed)) == (text.replace("?", ";"), ["LL902"])
    assert [one.diagnostic.code for one in fixed.withheld] == ["LL901"]


def test_a_fix_may_uncover_what_a_later_phase_repairs() -> None:
    rules = (rule("LL901", r"!", "?", Phase.STRUCTURE), rule("LL902", r"\?", ",", Phase.SEPARATOR))
    fixed = fix(LIST, *rules)
    assert (fixed.after.document.text, made(fixed)) == (LIST.replace("!", ","), ["LL901", "LL901", "LL902", "LL902"])


def test_a_fix_may_not_undo_an_earlier_phase() -> None:
    rules = (rule("LL901", r"!", "?", Phase.LAYOUT), rule("LL902", r"\?", ",", Phase.STRUCTURE))
    fixed = fix(LIST, *rules)
    assert fixed.after.document.text == LIST
    assert said(fixed) == ["LL005 fix of LL901 rule-901 is withheld: LL902 would complain 1 times, not 0", "LL901 there is !"] * 2


@pytest.mark.parametrize(
    ("phases", "circle"),
    [
        ((Phase.SEPARATOR, Phase.SEPARATOR), "LL901 -> LL902 -> LL901"),
        ((Phase.STRUCTURE, Phase.LAYOUT), "LL901 -> LL902 -> LL901"),
    ],
)
def test_two_rules_that_undo_each_other_write_nothing(phases: tuple[Phase, Phase], circle: str) -> None:
    fixed = fix(LIST, rule("LL901", r"!", "?", phases[0]), rule("LL902", r"\?", "!", phases[1]))
    assert fixed.failure == f"fixes go in a circle ({circle}), nothing written"
    assert fixed.after.document.text == LIST


def test_three_rules_in_a_circle_are_named() -> None:
    fixed = fix(LIST, rule("LL901", r"!", "?"), rule("LL902", r"\?", ";"), rule("LL903", r";", "!"))
    assert fixed.failure == "fixes go in a circle (LL901 -> LL902 -> LL903 -> LL901), nothing written"


def test_what_does_not_settle_writes_nothing() -> None:
    fixed = fix("- a!\n- b\n", rule("LL901", r"!(\.*)", r"!\1."))
    assert fixed.failure == "fixes of LL901 don't settle in 20 rounds, nothing written"


def test_what_settles_in_the_last_round_is_written() -> None:
    fixed = fix("- a!\n- b\n", rule("LL901", r"!(\.{0,19})(?!\.)", r"!\1."))
    assert (fixed.after.document.text, fixed.failure) == ("- a!" + 20 * "." + "\n- b\n", None)


def test_growth_is_stopped() -> None:
    fixed = fix("- a!\n- b\n", rule("LL901", r"!(\.*)", r"!\1\1" + 30000 * "."))
    assert fixed.failure == "fixes of LL901 make the text grow without end, nothing written"


def test_a_fix_that_repairs_nothing_is_withheld() -> None:
    fixed = fix(LIST, rule("LL901", r"alpha", "alpha"), rule("LL902", r"(!) counts l", r"\1  counts l"))
    assert fixed.after.document.text == LIST.replace("! counts l", "!  counts l")
    assert said(fixed) == ["LL005 fix of LL901 rule-901 is withheld: it changes nothing", "LL901 there is alpha"]


def test_a_complaint_that_stays_withholds_its_fix() -> None:
    fixed = fix("- a!\n- b\n", rule("LL901", r"a!", "a!!"))
    assert said(fixed) == ["LL005 fix of LL901 rule-901 is withheld: LL901 would still complain", "LL901 there is a!"]


def test_what_fails_the_proof_is_withheld_and_the_rest_goes_on() -> None:
    bad = rule("LL902", r"(words|of)", "")
    fixed = fix(LIST * 8, rule("LL901", r"!", ","), bad, rule("LL903", r"lines\.", "lines;"))
    assert fixed.after.document.text == LIST.replace("!", ",").replace("lines.", "lines;") * 8
    assert made(fixed) == ["LL901", "LL901", "LL903"] * 8 or sorted(made(fixed)) == ["LL901"] * 16 + ["LL903"] * 8
    assert (
        said(fixed)
        == [
            "LL005 fix of LL902 rule-902 is withheld: the text would change: `alphacountswords` became `alphacounts` (GitHub's renderer)",
            "LL902 there is words",
        ]
        * 8
    )


def test_a_withheld_fix_is_offered_no_more() -> None:
    fixed = fix(LIST, rule("LL902", r"words", ""))
    assert [one.fix for one in fixed.after.diagnostics] == [None, None]


def test_a_withheld_fix_is_reported_where_its_place_has_gone() -> None:
    fixed = fix(LIST, rule("LL901", r"!", " - ", Phase.LAYOUT), rule("LL902", r"lines", "", Phase.STRUCTURE))
    text = fixed.after.document.text
    assert [one.span.of(text) for one in fixed.after.diagnostics] == ["lines", "lines"]


def test_fixes_that_fail_only_together_are_made_one_by_one_or_not_at_all() -> None:
    # Each blank alone is free; two of them before the line break make it a hard one.
    text = "- a\n  b\n- c\n"
    one, two = rule("LL901", r"a(?=\n| \n)", "a "), rule("LL902", r"(?<=a)(?=\n)|(?<=a )(?=\n)", " ")
    fixed = fix(text, one, two)
    assert fixed.failure is None
    assert "a  \n" not in fixed.after.document.text


def test_without_the_rule_a_withheld_fix_is_only_not_made() -> None:
    fixed = engine.fix(Source("list.md", LIST), Plan((rule("LL902", r"words", ""),)))
    assert (fixed.after.document.text, said(fixed)) == (LIST, ["LL902 there is words"])


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_newlines_stay(newline: str) -> None:
    rules = (rule("LL901", r"!", ","), rule("LL902", r"[ \t]+(?=[\r\n])", "", Phase.LAYOUT))
    text = LIST.replace("lines.", "lines. ")
    expected = fix(text, *rules).after.document.text.replace("\n", newline)
    assert fix(text.replace("\n", newline), *rules).after.document.text == expected


def test_a_rule_that_raises_is_named() -> None:
    with pytest.raises(RuleCrashError, match=r"LL901 rule-901 raised error: ") as caught:
        fix(LIST, rule("LL901", r"(", ""))
    assert (caught.value.code, caught.value.name) == ("LL901", "rule-901")
    assert isinstance(caught.value.__cause__, re.error)


def test_no_fix_is_made_twice() -> None:
    rules = (rule("LL901", r"!", ","), rule("LL902", r"words", "", Phase.STRUCTURE))
    once = fix(LIST, *rules)
    twice = fix(once.after.document.text, *rules)
    assert twice.after.document.text == once.after.document.text
    assert (made(twice), said(twice)) == ([], said(once))


class _Again(Rule):
    """Takes out a line that stands there already."""

    code = "LL904"
    name = "again"
    summary = "A test's own."

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """One diagnostic a line."""
        del style
        seen: set[str] = set()
        for line in range(1, document.source.line_count + 1):
            span, whole = document.source.line_span(line), document.source.full_line_span(line)
            text = span.of(document.text)
            if text and text in seen:
                yield self.diagnostic(span, "again", fix=Fix("remove it", (Edit(whole, ""),), Safety.UNSAFE, drops=(span,)))
            seen.add(text)


def test_what_an_unsafe_fix_drops_is_no_loss_of_the_whole() -> None:
    text = LIST + LIST.replace("# Tools\n\n", "") + "- [gamma](https://example.org/c)! counts sheep.\n"
    fixed = fix(text, rule("LL901", "!", ","), _Again(), unsafe=True)
    assert fixed.failure is None
    assert fixed.after.document.text == (LIST + "- [gamma](https://example.org/c)! counts sheep.\n").replace("!", ",")
    assert made(fixed) == ["LL901"] * 5 + ["LL904"] * 2


def test_many_bad_fixes_are_withheld_each_for_its_own_reason() -> None:
    text = "# A\n\n" + "".join(f"- word{number} goes! on\n" for number in range(40))
    fixed = fix(text, rule("LL901", "!", ","), rule("LL902", r"word\d", "word"))
    assert fixed.after.document.text == text.replace("!", ",")
    assert [one.code for one in fixed.after.diagnostics] == ["LL005", "LL902"] * 40
    assert "`word39goeson` became" in fixed.after.diagnostics[-2].message


class _Renew(Rule):
    """Gives the last link of a line to `old` another destination, and an exclamation mark for a comma before it."""

    old: ClassVar[str]
    new: ClassVar[str]
    sign: ClassVar[str]

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """One diagnostic a line."""
        del style
        for match in re.finditer(rf"(?m)^- \w+({self.sign}).*\(({re.escape(self.old)})\)", document.text):
            edits = (Edit(Span(*match.span(1)), "!"), Edit(Span(*match.span(2)), self.new))
            fix = Fix("renew", edits if self.sign == "," else edits[1:], rewrites=(Rewrite(self.old, self.new),))
            yield self.diagnostic(Span(*match.span(2)), f"there is {self.old}", fix=fix)


def renew(code: str, old: str, new: str, sign: str, phase: Phase) -> Rule:
    """A rule that changes a destination."""
    made = type("Renew", (_Renew,), {"code": code, "name": f"rule-{code[2:]}", "old": old, "new": new, "sign": sign, "phase": phase})()
    assert isinstance(made, Rule)
    return made


def test_where_the_whole_is_not_proved_only_that_place_stays() -> None:
    # The round of LL901 leads the second link elsewhere, the round of LL902 the first: each is proved. As one rewrite,
    # there are two ways from the same destination, and the first link is taken the wrong one.
    line = "- both, [one](https://e.org/a) and [two](https://e.org/a).\n"
    rules = (
        renew("LL901", "https://e.org/a", "https://e.org/c", ",", Phase.STRUCTURE),
        renew("LL902", "https://e.org/a", "https://e.org/b", "!", Phase.LINK),
        rule("LL903", r" \?", "?", Phase.LAYOUT),
    )
    text = f"# T\n\n{line}- other ?\n"
    fixed = fix(text, *rules)
    assert (fixed.failure, fixed.after.document.text) == (None, text.replace(" ?", "?"))
    assert made(fixed) == ["LL903"]
    assert [one.partition(":")[0] for one in said(fixed)] == ["LL005 fix of LL901 rule-901 is withheld", "LL901 there is https"]
    assert "as a whole, the link to https://e.org/a would lead to https://e.org/b" in said(fixed)[0]
    assert [one.fix for one in fixed.after.diagnostics] == [None, None]
    assert made(fix(fixed.after.document.text, *rules)) == []


def test_what_another_fix_makes_possible_is_not_left_to_a_second_run() -> None:
    # Without its blank the line ends in a backslash: a hard line break, until the next line is none any more.
    rules = (rule("LL901", r"(?<=\\) (?=\n)", "", Phase.STRUCTURE), rule("LL902", r"\n(?=more)", "\n\n", Phase.LAYOUT))
    fixed = fix("- a\n\ntext\\ \nmore\n", *rules)
    assert fixed.failure is None
    assert made(fix(fixed.after.document.text, *rules)) == []


def test_a_withheld_fix_tells_what_it_was_tried_on() -> None:
    fixed = fix(LIST, rule("LL902", r"words", ""))
    assert [(one.diagnostic.code, one.text, one.reason.partition(":")[0]) for one in fixed.withheld] == [
        ("LL902", LIST, "the text would change")
    ]
