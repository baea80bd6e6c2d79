"""The proof: what is right passes, and every wrong fix is withheld."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import pytest

from listlint import engine
from listlint.config.plan import Plan
from listlint.edits import Edit, Fix, Phase, Rewrite, Safety
from listlint.rule import Rule
from listlint.rules.withheld_fix import WithheldFix
from listlint.text import Source, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style

LIST = """\
---
title: Example
---

# A list

See the [guide][g] and `a  b`. <!-- keep: me -->

[g]: https://example.org/guide "The guide"
[//]: # (START)

- [Alpha](https://example.org/a), first \\[one\\](x) and [more](https://example.org/more).
- [Beta](https://example.org/b_c), second of C++ and C# things.
- Gamma, https://example.org/_g_/x, third one, 50% better.
- Delta，https://example.org/d，第四个方法。
  - a note with ![badge](https://example.org/i.png "icon")
  - [x] done

* [Epsilon](https://example.org/e)

3. three
4. four

| name | what |
| --- | :-: |
| [Zeta](https://example.org/z) | a table |
| [Eta](https://example.org/h) | of two rows |

## More

Some prose␠␠
with a hard break.

```sh
run me
```

<div align="center">

text

</div>

> quoted
""".replace("␠", " ")


class _Injected(Rule):
    """Complains of one text alone, and offers the edits it was made with."""

    code = "LL999"
    name = "injected"
    everywhere = True
    summary = "A test's own."
    phase = Phase.STRUCTURE
    original: ClassVar[str] = ""
    changes: ClassVar[tuple[tuple[str, str], ...]] = ()
    rewrites: ClassVar[tuple[Rewrite, ...]] = ()
    drops: ClassVar[tuple[str, ...]] = ()
    safety: ClassVar[Safety] = Safety.SAFE

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """One diagnostic while nothing is changed."""
        del style
        text = document.text
        if text != self.original:
            return
        edits = tuple(Edit(_span(text, old), new) for old, new in self.changes)
        fix = Fix("inject", tuple(sorted(edits)), self.safety, self.rewrites, tuple(_span(text, drop) for drop in self.drops))
        yield self.diagnostic(edits[0].span, "injected", fix=fix)


def _span(text: str, part: str) -> Span:
    at = text.index(part)
    return Span(at, at + len(part))


def fix(
    text: str,
    *changes: tuple[str, str],
    rewrites: tuple[Rewrite, ...] = (),
    drops: tuple[str, ...] = (),
    safety: Safety = Safety.SAFE,
) -> tuple[str, list[str]]:
    """The text after a run with that one fix, and the messages of LL005."""
    values = {"original": text, "changes": changes, "rewrites": rewrites, "drops": drops, "safety": safety}
    rule = type("Injected", (_Injected,), values)()
    fixed = engine.fix(Source("list.md", text), Plan((WithheldFix(), rule)), unsafe=safety is Safety.UNSAFE)
    assert fixed.failure is None
    said = [one.message for one in fixed.after.diagnostics if one.code == "LL005"]
    return fixed.after.document.text, said


RIGHT = {
    "a separator": ("(https://example.org/a), first", "(https://example.org/a) - first"),
    "white space": ("second of", "second  of"),
    "final punctuation": ("50% better.", "50% better"),
    "a full-width comma": ("Gamma, https", "Gamma： https"),
    "emphasis": ("third one", "third *one*"),
    "an escape that isn't needed": ("\\[one", "[one"),
    "a blank line": ("\n\n## More", "\n\n\n## More"),
    "a marker of a whole list": ("* [Epsilon]", "+ [Epsilon]"),
    "a URL in angle brackets": ("https://example.org/_g_/x,", "<https://example.org/_g_/x>,"),
    "heading style": ("## More\n", "More\n---\n"),
    "a fence's neighbour": ("hard break.", "hard break!"),
    "padding in a table": ("| a table |", "|  a table  |"),
}


@pytest.mark.parametrize("name", RIGHT)
def test_right_fixes_pass(name: str) -> None:
    old, new = RIGHT[name]
    text, said = fix(LIST, (old, new))
    assert said == []
    assert text == LIST.replace(old, new)


def test_a_declared_rewrite_passes() -> None:
    rewrite = Rewrite("https://example.org/a", "https://example.org/aa")
    assert fix(LIST, ("example.org/a)", "example.org/aa)"), rewrites=(rewrite,)) == (LIST.replace("org/a)", "org/aa)"), [])


def test_a_linked_title_passes_and_gives_swallowed_text_back() -> None:
    old, new = "Delta，https://example.org/d，第四个方法。", "[Delta](https://example.org/d), 第四个方法。"
    rewrite = Rewrite("https://example.org/d，第四个方法。", "https://example.org/d", "，第四个方法。")
    assert fix(LIST, (old, new), rewrites=(rewrite,)) == (LIST.replace(old, new), [])


def test_a_linked_title_needs_no_declaration_where_nothing_was_swallowed() -> None:
    old, new = "Gamma, https://example.org/_g_/x, third", "[Gamma](https://example.org/_g_/x), third"
    assert fix(LIST, (old, new)) == (LIST.replace(old, new), [])


def test_a_url_that_is_its_own_label_may_get_a_scheme() -> None:
    text = LIST.replace("[Beta](https://example.org/b_c)", "[example.org](example.org)")
    rewrite = Rewrite("example.org", "https://example.org")
    assert fix(text, ("](example.org)", "](https://example.org)"), rewrites=(rewrite,)) == (
        text.replace("](example.org)", "](https://example.org)"),
        [],
    )
    assert fix(text, ("[example.org](example.org)", "[example](https://example.org)"), rewrites=(rewrite,))[0] == text


def test_an_empty_bullet_may_go() -> None:
    text = LIST.replace("3. three", "-\n- Theta\n\n3. three")
    assert fix(text, ("-\n- Theta", "- Theta")) == (text.replace("-\n- Theta", "- Theta"), [])


def test_an_unsafe_fix_may_drop_what_it_declares() -> None:
    line = "- [Beta](https://example.org/b_c), second of C++ and C# things.\n"
    rewrites = (Rewrite("https://example.org/b_c", None),)
    assert fix(LIST, (line, ""), drops=(line.strip(),), rewrites=rewrites, safety=Safety.UNSAFE) == (LIST.replace(line, ""), [])


def test_an_entry_that_owes_its_reading_to_what_is_dropped_stays() -> None:
    text = "-\thttp://example\n-\thttp://example\n-[](#)\r-[](#)"
    line = "-\thttp://example\n-["
    rewrites = (Rewrite("http://example", None),)
    assert fix(text, (line, "-["), drops=("-\thttp://example",), rewrites=rewrites, safety=Safety.UNSAFE)[0] == text


WRONG: dict[str, tuple[tuple[str, str], ...]] = {
    "drops a word": (("second of", "of"),),
    "adds a word": (("second of", "second one of"),),
    "drops a digit": (("50%", "5%"),),
    "drops a Han character": (("第四个", "第四"),),
    "drops a percent sign": (("50%", "50"),),
    "drops the signs of a name": (("C++", "C"),),
    "moves a word": (("third one", "one third"),),
    "moves a word to the next entry": (("things.\n- Gamma", "\n- things Gamma"),),
    "swaps two links": (
        ("(https://example.org/a)", "(https://example.org/more)"),
        ("(https://example.org/more).", "(https://example.org/a)."),
    ),
    "swaps the links of two entries": (
        ("(https://example.org/e)", "(https://example.org/z)"),
        ("(https://example.org/z)", "(https://example.org/e)"),
    ),
    "cuts a URL": (("org/b_c", "org/b"),),
    "changes the case of a URL": (("org/z)", "org/Z)"),),
    "escapes an underscore in a link that needs none, twice": (("org/b_c", "org/b\\\\_c"),),
    "escapes an underscore in a bare URL": (("org/_g_/x", "org/\\_g_/x"),),
    "glues text to a bare URL": (("/x, third", "/x，third"),),
    "takes text off a bare URL undeclared": (("/d，第四", "/d ，第四"),),
    "loses an entry": (("* [Epsilon](https://example.org/e)\n", ""),),
    "loses an entry to the one above": (("things.\n- Gamma", "things.\n  Gamma"),),
    "makes an entry of a part": (("first \\[one", "first\n- \\[one"),),
    "nests an entry": (("\n- Gamma", "\n  - Gamma"),),
    "takes a note out of its entry": (("  - a note", "- a note"),),
    "ticks off a box": (("[x] done", "[ ] done"),),
    "breaks a table": (("| --- | :-: |", "| --- |"),),
    "changes a column's alignment": (("| :-: |", "| --- |"),),
    "moves a word to the next cell": (("| a table |", "a | table |"),),
    "parts a table": (("| a table |\n", "| a table |\n\n"),),
    "unescapes a bracket": (("\\[one\\](x)", "[one](x)"),),
    "deletes a link definition": (('[g]: https://example.org/guide "The guide"\n', ""),),
    "changes a link definition": (("org/guide", "org/guides"),),
    "deletes a marker that looks like a definition": (("[//]: # (START)\n", ""),),
    "changes a code block": (("run me", "run  me"),),
    "changes a fence's language": (("```sh", "```bash"),),
    "collapses blanks in a code span": (("`a  b`", "`a b`"),),
    "turns code into text": (("`a  b`", "a  b"),),
    "deletes a comment": ((" <!-- keep: me -->", ""),),
    "opens a comment": (("<!-- keep: me -->", "keep: me"),),
    "changes HTML": (('align="center"', "align='center'"),),
    "changes front matter": (("title: Example", "title:  Example"),),
    "changes a heading's level": (("## More", "### More"),),
    "changes a heading's words": (("# A list", "# The list"),),
    "turns a heading into text": (("## More", "More"),),
    "turns text into a heading": (("> quoted", "# quoted"),),
    "joins two lists": (("\n* [Epsilon]", "- [Epsilon]"),),
    "loosens a list": (("things.\n- Gamma", "things.\n\n- Gamma"),),
    "renumbers a list's start": (("3. three", "1. three"),),
    "renumbers an item": (("4. four", "7. four"),),
    "loses a hard line break": (("prose  \n", "prose\n"),),
    "makes a hard line break": (("a note with", "a note  \n    with"),),
    "takes a quote's mark": (("> quoted", "quoted"),),
    "moves a link to other words": (("third one", "[third](https://example.org/z) one"),),
    "gives a link another label": (("[Zeta](https://example.org/z) | a table", "Zeta | [a table](https://example.org/z)"),),
    "drops an image": (('![badge](https://example.org/i.png "icon")', "badge"),),
    "changes an image's text": (("![badge]", "![a badge]"),),
    "changes a link's title": (('"The guide"', '"A guide"'),),
    "unlinks a link": (("[Epsilon](https://example.org/e)", "Epsilon"),),
    "opens a fence": (("with a hard break.", "with a hard break.\n```"),),
    "begins with a setext underline": (("with a hard break.", "with a hard break.\n==="),),
    "changes nothing": (("a table", "a table"),),
}


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("name", WRONG)
def test_wrong_fixes_are_withheld(name: str, newline: str) -> None:
    text = LIST.replace("\n", newline)
    changes = tuple((old.replace("\n", newline), new.replace("\n", newline)) for old, new in WRONG[name])
    after, said = fix(text, *changes)
    assert after == text
    assert len(said) == 1
    assert said[0].startswith("fix of LL999 injected is withheld: ")


def test_a_safe_fix_drops_no_word() -> None:
    text, said = fix(LIST, ("second of", "of"), drops=("second ",))
    assert (text, said) == (LIST, ["fix of LL999 injected is withheld: a safe fix would drop `second `"])


def test_nothing_beyond_the_declared_is_dropped() -> None:
    line = "- [Beta](https://example.org/b_c), second of C++ and C# things.\n"
    rewrites = (Rewrite("https://example.org/b_c", None),)
    text, said = fix(LIST, (line, ""), drops=("second of",), rewrites=rewrites, safety=Safety.UNSAFE)
    assert (text, len(said)) == (LIST, 1)


def test_a_rewrite_covers_no_other_link() -> None:
    rewrite = Rewrite("https://example.org/b_c", "https://example.org/b")
    text, said = fix(LIST, ("org/b_c", "org/b"), ("org/e)", "org/b)"), rewrites=(rewrite,))
    assert (text, len(said)) == (LIST, 1)


def test_a_paragraph_right_above_a_table_has_its_place() -> None:
    text = "above [t](https://example.org/pdf)\n| a | b |\n| - | - |\n| 1 | 2 |\n"
    rewrite = Rewrite("https://example.org/pdf", "https://example.org/abs")
    assert fix(text, ("org/pdf", "org/abs"), rewrites=(rewrite,)) == (text.replace("pdf", "abs"), [])
    assert fix(text, ("| a |", "| aa |"))[0] == text
    assert fix(text, ("| a |", "|  a |")) == (text.replace("| a |", "|  a |"), [])


@pytest.mark.parametrize("html", ["<div></div>", "<!-- c -->", "<div>\nx\n</div>"])
def test_blanks_behind_html_may_go(html: str) -> None:
    text = f"{html}  \n\n- a\n"
    assert fix(text, ("  \n", "\n")) == (text.replace("  \n", "\n"), [])


def test_an_open_fence_may_get_its_final_newline() -> None:
    text = "- a\n\n```sh\nrun"
    assert fix(text, ("run", "run\n")) == (text + "\n", [])


def test_a_comment_in_html_may_go_where_that_is_declared() -> None:
    text = "<div>\n<!-- note: x -->\n</div>\n\n- a\n"
    comment = "<!-- note: x -->"
    assert fix(text, (comment + "\n", ""), drops=(comment,)) == (text.replace(comment + "\n", ""), [])
    assert fix(text, ("</div>", ""), drops=("</div>",))[0] == text


def test_a_url_that_was_text_may_become_a_declared_link() -> None:
    old, new = "(see [this] (example.org/x y) here)", "(see [this](https://example.org/xy) here)"
    text = LIST.replace("third one", old)
    rewrite = Rewrite(None, "https://example.org/xy")
    assert fix(text, (old, new), rewrites=(rewrite,))[0] == text
    near = "(see [this]( https://example.org/x y ) here)"
    text = LIST.replace("third one", near).replace("https://example.org/_g_/x, ", "")
    assert fix(text, (near, new))[0] == text


def test_an_image_may_be_rewritten_as_declared_and_not_turned_into_a_link() -> None:
    rewrite = Rewrite("https://example.org/i.png", "https://example.org/j.png")
    assert fix(LIST, ("i.png", "j.png"), rewrites=(rewrite,)) == (LIST.replace("i.png", "j.png"), [])
    assert fix(LIST, ("i.png", "j.png"))[0] == LIST
    assert fix(LIST, ("![badge]", "[badge]"))[0] == LIST
