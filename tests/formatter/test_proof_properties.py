"""The proof against chance: whatever random edit it lets through has lost nothing that GitHub's HTML shows."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape

from cmarkgfm import github_flavored_markdown_to_html
from hypothesis import given, settings
from hypothesis import strategies as st

from listlint.edits import Edit, Fix, apply
from listlint.formatter.proof import Change, prove
from listlint.formatter.reading import Reading
from listlint.text import Source, Span

LIST = """\
# List

See [guide] and `a  b` <!-- c -->

[guide]: https://e.org/g

- [Alpha](https://e.org/a_b), first \\[1\\] *em* **st**
- Beta，https://e.org/b，中文。
- [Gamma] https://e.org/_c_ 3%
  - note
1. one
2. two

| a | b |
| - | - |
| [x](https://e.org/x) | y |

## End
<b>bold</b> text␠␠
more
""".replace("␠", " ")
BITS = [
    "",
    " ",
    "\n",
    "\n\n",
    "-",
    "- ",
    "*",
    "_",
    "`",
    "[",
    "]",
    "(",
    ")",
    "|",
    "#",
    "\\",
    "<",
    ">",
    "，",
    "    ",
    "x",
    "~~",
    "&",
    ":",
    "[guide]",
]
HREF = re.compile(r'(?:href|src)="([^"]*)"')
LABELLED = re.compile(r'<a href="([^"]*)">([^<]*)</a>')
TAG = re.compile(r"<[^>]*>")
HEADING = re.compile(r"<h[1-6]")


def changed(text: str, edits: tuple[Edit, ...]) -> tuple[Reading, Reading, Change]:
    """What `prove` wants to know of `text` and `edits`."""
    before, after = (Reading(Source("x", one)) for one in (text, apply(text, edits)))
    return before, after, Change.of([Fix("", edits)])


def seen(text: str) -> tuple[Counter[str], str, list[str], int]:
    """Destinations, letters and digits, headings and list items of GitHub's HTML, read with plain patterns."""
    html = github_flavored_markdown_to_html(text)
    plain = LABELLED.sub(lambda link: "" if unescape(link[1]) and "://" in link[2] else link[2], html)
    words = "".join(char for char in unescape(TAG.sub("", plain)) if char.isalnum())
    return Counter(HREF.findall(html)), words, HEADING.findall(html), html.count("<li")


@given(st.data())
@settings(max_examples=400, deadline=None)
def test_what_is_proved_has_lost_nothing(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(LIST)))
    end = min(start + data.draw(st.integers(0, 4)), len(LIST))
    edits = (Edit(Span(start, end), data.draw(st.sampled_from(BITS))),)
    before, after, change = changed(LIST, edits)
    if not prove(before, after, change):
        assert seen(after.source.text) == seen(LIST)


@given(st.integers(0, len(LIST)), st.integers(0, 60))
@settings(max_examples=200, deadline=None)
def test_nothing_that_says_something_can_be_cut_out(start: int, size: int) -> None:
    gone = LIST[start : start + size]
    before, after, change = changed(LIST, (Edit(Span(start, min(start + size, len(LIST))), ""),))
    if re.search(r"[a-z0-9中文]", gone):
        assert prove(before, after, change)


def test_the_same_text_is_proved() -> None:
    before, after, change = changed(LIST, ())
    assert prove(before, after, change) == ()


def test_another_text_than_the_edits_make_is_refused() -> None:
    before, after, _ = changed(LIST, (Edit(Span(0, 0), "\n"),))
    assert [failure.reason for failure in prove(before, after, Change(()))] == ["the text is not what the edits make of it"]
