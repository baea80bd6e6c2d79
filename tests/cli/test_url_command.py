"""`listlint url`: a line of output for each line of input, whatever is in it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conftest import Outcome

ARXIV = "https://arxiv.org/pdf/2307.14430.pdf"


def test_tsv_has_url_kind_key_and_canonical_form(run: Callable[..., Outcome]) -> None:
    outcome = run("url", "--format", "tsv", ARXIV, "https://arxiv.org/abs/2313.01234", "../a.md", "mailto:A@B.com")
    assert outcome.code == 0
    assert outcome.out.splitlines() == [
        f"{ARXIV}\tarxiv\tarxiv:2307.14430\thttps://arxiv.org/abs/2307.14430",
        "https://arxiv.org/abs/2313.01234\tinvalid-arxiv\t\thttps://arxiv.org/abs/2313.01234",
        "../a.md\trelative\t\t",
        "mailto:A@B.com\tother-scheme\turl:mailto:A@B.com\tmailto:A@B.com",
    ]


def test_every_line_of_standard_input_gets_its_line(run: Callable[..., Outcome]) -> None:
    outcome = run("url", "--format", "tsv", "-", stdin=b"https://a.com\r\n\nhttps://a.com/\xe2\x80\xa8\xff\thttp\nhttps://b.com")
    lines = outcome.out.split("\n")
    assert [line.count("\t") for line in lines] == [3, 3, 3, 3, 0]
    assert lines[0] == "https://a.com\turl\turl:a.com\thttps://a.com"


def test_no_url_means_standard_input(run: Callable[..., Outcome]) -> None:
    assert run("url", "--format", "tsv", stdin=b"#a\n").out == "#a\trelative\t\t\n"


def test_json_is_a_list_of_objects(run: Callable[..., Outcome]) -> None:
    work = {"url": ARXIV, "kind": "arxiv", "key": "arxiv:2307.14430", "canonical": "https://arxiv.org/abs/2307.14430"}
    assert json.loads(run("url", ARXIV, "--format", "json").out) == [work]


def test_text_shows_the_canonical_form_where_it_differs(run: Callable[..., Outcome]) -> None:
    assert run("url", "https://a.com/b", ARXIV).out == (
        "https://a.com/b\n  url              url:a.com/b\n"
        f"{ARXIV}\n  arxiv            arxiv:2307.14430\n  canonical        https://arxiv.org/abs/2307.14430\n"
    )


def test_an_unknown_format_is_named(run: Callable[..., Outcome]) -> None:
    outcome = run("url", "--format", "xml", ARXIV)
    assert (outcome.code, outcome.out) == (2, "")
