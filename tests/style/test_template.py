"""Templates are read into pieces, and their faults are pointed at."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listlint.style.template import LINKS, WORDS, Chunk, TemplateError, read


def test_link_first() -> None:
    template = read("[{title}]({url}), {summary}")
    assert template.linked
    assert template.title == Chunk("title", "", "", "")
    assert template.rest == (Chunk("summary", ", ", "", ""),)


def test_parts_that_vanish_with_their_field() -> None:
    template = read("[**{title}**]({url}){, _{authors}_}{ ({year})} - {summary}")
    assert template.title == Chunk("title", "", "**", "**")
    assert template.rest == (
        Chunk("authors", ", ", "_", "_", optional=True),
        Chunk("year", " ", "(", ")", optional=True),
        Chunk("summary", " - ", "", ""),
    )


def test_title_first() -> None:
    template = read("**{title}**, {authors}, {venue} [[paper]({url})]{ [[code]({code})]}{: {summary}}")
    assert not template.linked
    assert template.title == Chunk("title", "", "**", "**")
    assert template.rest == (
        Chunk("authors", ", ", "", ""),
        Chunk("venue", ", ", "", ""),
        Chunk("url", " ", "[[paper](", ")]", label="paper"),
        Chunk("code", " ", "[[code](", ")]", optional=True, label="code"),
        Chunk("summary", ": ", "", "", optional=True),
    )


def test_bare_addresses_and_autolinks() -> None:
    assert read("{title}, {url}, {summary}").rest[0] == Chunk("url", ", ", "", "")
    assert read('"{title}" <{url}>').rest == (Chunk("url", " ", "<", ">"),)
    assert read("《{title}》：{url}").title == Chunk("title", "", "《", "》")


def test_a_backslash_makes_a_brace_an_ordinary_sign() -> None:
    assert read(r"[{title}]({url}) \{\} {summary}").rest == (Chunk("summary", " {} ", "", ""),)


FAULTS = [
    ("", 0, "entry template doesn't begin with the title, expected {title} as its first field"),
    ("[{titel}]({url})", 2, 'entry template has the unknown field "titel", did you mean "title"?'),
    ("{title} {url} {colour}", 15, f'entry template has the unknown field "colour", expected one of {", ".join((*WORDS, *LINKS))}'),
    ("[{title}]({url}", 15, 'entry template leaves the link open, expected ")"'),
    ("[{title}]({url}), {summary}.", 27, 'entry template ends in ".", expected a field: what ends a summary is part of it'),
    ("[{title}]({url}){, {summary}.}", 28, 'entry template has "." after a field that vanishes, expected "}"'),
    ("[{title}]({url}), {, {summary}}", 16, 'entry template has ", " before a part that vanishes, expected it within its braces'),
    ("{url} - {title}", 0, "entry template doesn't begin with the title, expected {title} as its first field"),
    ("{[{title}]}({url})", 3, "entry template lets the title vanish, expected {title} without further braces"),
    ("[{title}]({url}){summary}", 16, "entry template has nothing before {summary}, expected a separator"),
    ("[{title}]({url}){, {authors} {venue}}", 29, 'entry template has two fields in a part that vanishes, expected "}"'),
    ("[{title}]({url}){, {- {venue}}}", 19, "entry template has a part that vanishes within another, expected a field"),
    ("[{title}]({url}), {summary", 18, 'entry template opens a brace that nothing closes, expected "}"'),
    ("[{title}]({url}){, {summary}", 16, 'entry template opens a brace that nothing closes, expected "}"'),
    ("[{title}]({url})}", 16, 'entry template closes a brace that none opens, expected "\\}" for a brace itself'),
    ("[{title}]({code}) {url}", 11, "entry template links the title to {code}, expected {url}"),
    ("[{title}]({url}) {code}", 18, "entry template has a bare {code}, expected [code]({code})"),
    ("[{title}]({url}) - {title}", 20, "entry template has {title} twice, expected each field once"),
    ("{title}, {summary}", 18, "entry template has no address, expected {url}"),
    ("- {title} {url}", 0, 'entry template begins with "- ", expected the title'),
    ("[**{title}*]({url})", 0, "entry template has other marks before the title than after it, expected the same"),
    ("[{title}]\n({url})", 9, "entry template has a line break, expected one line"),
]


@pytest.mark.parametrize(("text", "at", "complaint"), FAULTS)
def test_faults_are_pointed_at(text: str, at: int, complaint: str) -> None:
    with pytest.raises(TemplateError) as caught:
        read(text)
    assert (caught.value.complaint, caught.value.at) == (complaint, at)
    lines = str(caught.value).split("\n")
    assert lines[0] == complaint
    assert lines[-1] == " " * (at + 4) + "^"


@given(
    st.lists(st.sampled_from(["{", "}", "{title}", "{url}", "{summary}", "[", "](", ")", ", ", " - ", "**", "\\", "x", "\n"])).map("".join)
)
def test_any_text_is_a_template_or_a_fault_within_it(text: str) -> None:
    try:
        template = read(text)
    except TemplateError as error:
        fault = error.at
    else:
        fault = 0 if template.linked or template.chunk("url") is not None else -1
    assert 0 <= fault <= len(text)
