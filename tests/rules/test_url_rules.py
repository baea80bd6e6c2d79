"""LL202 to LL206, LL210, LL303, LL304: what a URL is made of, and where it leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Tried


@pytest.mark.parametrize(
    "text",
    [
        "[a](https://example.org/?id=7&t=42&source=x)\n",
        "[a](https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=42)\n",
        "[a](https://github.com/foo/bar?ref=main)\n",
        "[a](https://example.org/?ref=list)\n",
        "[a](https://example.org/?utm_source=x&utm_medium=sponsor)\n",
        '<a href="https://example.org/?utm_source=x">Banner</a>\n\n- [a](https://example.org/a)\n',
        "`https://example.org/?utm_source=x`\n",
    ],
)
def test_tracking_parameter_is_silent(tried: type[Tried], text: str) -> None:
    assert tried("LL202").said(text) == []


@pytest.mark.parametrize(
    ("url", "plain"),
    [
        ("https://example.org/a?utm_source=x", "https://example.org/a"),
        ("https://example.org/a?b=%20+c&fbclid=x&d=中文#e", "https://example.org/a?b=%20+c&d=中文#e"),
        ("https://x.com/a/status/1?s=20", "https://x.com/a/status/1"),
        ("https://github.com/a/b?tab=readme-ov-file#c", "https://github.com/a/b#c"),
    ],
)
def test_tracking_parameters_go_and_nothing_else(tried: type[Tried], url: str, plain: str) -> None:
    for shape in ("[a]({})", "<{}>", "| [a]({}) |\n| - |"):
        assert tried("LL202").fixed(f"{shape}\n".format(url)) == f"{shape}\n".format(plain)


def test_tracking_parameter_in_html_and_definitions_is_left(tried: type[Tried]) -> None:
    text = '- [b]\n\n<a href="https://example.org/?utm_source=x">x</a>\n\n[b]: https://example.org/?utm_source=x\n'
    assert tried("LL202").lines(text) == [3, 5]
    assert tried("LL202").fixed(text, unsafe=True) == text


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org",
        "http://localhost/a",
        "http://127.0.0.1:8000/",
        "http://[::1]/",
        "http://printer.local/",
        "http://abcdef.onion/",
        "http://arxiv.org/abs/2307.14430",
        "http://dx.doi.org/10.1000/182",
        "http://aclweb.org/anthology/P15-1033",
    ],
)
def test_insecure_url_is_silent(tried: type[Tried], url: str) -> None:
    assert tried("LL203").said(f"[a]({url})\n") == []


def test_insecure_url_is_safe_where_the_owner_says_https(tried: type[Tried]) -> None:
    text = "[a](http://example.org/a) [b](http://github.com/a/b) [c](http://example.org:8080/c)\n"
    assert tried("LL203").fixed(text) == text.replace("http://github", "https://github")
    assert tried("LL203").fixed(text, unsafe=True) == text.replace("http://github", "https://github").replace(
        "http://example.org/", "https://example.org/"
    )


@pytest.mark.parametrize(
    "text",
    [
        "- [a](docs/a.md) [b](#b) [c](mailto:c@example.org) [d](ftp://example.org) [e](//example.org)\n",
        "- [a](https://en.wikipedia.org/wiki/F_(letter)) (see [b](https://example.org/b))\n",
        "- a (b\n  and [c](https://example.org/c)), d\n",
        "- [MIT] (see https://example.org)\n- [ ] (https://example.org)\n- [x] (https://example.org)\n",
        "- `[a](https://example.org/ b)` <!-- [a](https://example.org/ b) -->\n",
        "```\n[a](https://example.org/ b)\n```\n",
        "- [a]( https://example.org/a )\n- [b](https://example.org/b 'a title')\n- [c](<https://example.org/c d>)\n",
        "- \\[a](https://example.org/ b)\n- f(a)[i](j) [see](this or that)\n",
        "- ![](https://example.org/a.png) ![b]()\n- <ip:port>\n",
        "- [a](https://web.archive.org/web/2020/https://example.org/a)\n",
        "- [A][a] [MIT][Linux]\n\n[a]: https://example.org/a\n",
        "- [Paper](URL)\n",
        "- [a](https://arxiv.org/pdf/1511.07289.pdfhttps://arxiv.org/abs/1511.07289)\n",
    ],
)
def test_malformed_url_is_silent(tried: type[Tried], text: str) -> None:
    assert tried("LL204").said(text) == []


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("- [a](ttps://example.org/a), b\n", "- [a](https://example.org/a), b\n"),
        ("- [a](www.example.org), b\n", "- [a](https://www.example.org), b\n"),
        ("- [a]((https://example.org/a)), b\n", "- [a](https://example.org/a), b\n"),
        ("- [a](([https://example.org/a])), b\n", "- [a](https://example.org/a), b\n"),
        ("- [a](https://example.org/a)), b\n", "- [a](https://example.org/a), b\n"),
        (
            "- a [b](https://example.org/b)), ([c](https://example.org/c)), ([d](https://example.org/d))\n",
            "- a [b](https://example.org/b), ([c](https://example.org/c)), ([d](https://example.org/d))\n",
        ),
        ("- [a] (https://example.org/a), b\n", "- [a](https://example.org/a), b\n"),
        ("- [[pdf]] (https://example.org/a), b\n", "- [[pdf]](https://example.org/a), b\n"),
        ("- [a][https://example.org/a], b\n", "- [a](https://example.org/a), b\n"),
        ("- [a]（https://example.org/a）, b\n", "- [a](https://example.org/a), b\n"),
        ("- [a](https://example.org/a）, b\n", "- [a](https://example.org/a), b\n"),
        ("- [a](https://example.org/a\n", "- [a](https://example.org/a)\n"),
        ("- [a](https://example.org/b_(c), d\n", "- [a](https://example.org/b_(c)), d\n"),
        ("| a |\n| - |\n| [a](ttps://example.org/a) |\n", "| a |\n| - |\n| [a](https://example.org/a) |\n"),
    ],
)
def test_malformed_url_is_mended_where_there_is_one_reading(tried: type[Tried], text: str, mended: str) -> None:
    assert len(tried("LL204").said(text)) == 1
    assert tried("LL204").fixed(text) == mended
    assert tried("LL204").fixed(text.replace("\n", "\r\n")) == mended.replace("\n", "\r\n")


@pytest.mark.parametrize(
    "text",
    [
        "- [a]()\n",
        "- [a](<>)\n",
        "- [a](https://example.org/a b)\n",
        "- [a](https://example.org/ahttps://example.org/b)\n",
        "- [a](https://example.org/a, and more\n",
        "- [![a](https://example.org/a.svg](https://example.org/a)\n",
        "- <a href='ttps://example.org/a'>a</a>\n",
        "- [a]\n\n[a]: ttps://example.org/a\n",
    ],
)
def test_malformed_url_is_left_where_there_is_none(tried: type[Tried], text: str) -> None:
    assert len(tried("LL204").said(text)) == 1
    assert tried("LL204").fixed(text, unsafe=True) == text


def test_a_blank_is_taken_out_of_a_url_on_request(tried: type[Tried]) -> None:
    text = "- [a](https://example.org/ a), b\n"
    assert tried("LL204").fixed(text) == text
    assert tried("LL204").fixed(text, unsafe=True) == "- [a](https://example.org/a), b\n"


@pytest.mark.parametrize(
    "url", ["https://youtu.be/dQw4w9WgXcQ", "https://bitly.com/", "https://t.me/a", "https://maps.app.goo.gl/a", "https://goo.gl/maps/a"]
)
def test_url_shortener_is_silent(tried: type[Tried], url: str) -> None:
    assert tried("LL205").said(f"[a]({url})\n") == []


def test_url_shorteners_are_known_by_name(tried: type[Tried]) -> None:
    text = "[a](https://bit.ly/3a) [b](http://www.tinyurl.com/b) <https://t.co/c>\n"
    assert tried("LL205").said(text)[0] == "1:5 https://bit.ly/3a hides where it leads, expected the address behind it"
    assert tried("LL205").lines(text) == [1, 1, 1]


@pytest.mark.parametrize(
    "url",
    [
        "https://git@example.org/a",
        "https://user:password@example.org/",
        "https://USER:<PASS>@example.org/",
        "ftp://anonymous:me@example.org/",
        "https://example.org/@name:tag",
        "https://example.org/a-task-of-sk-learning-models",
        "https://medium.com/@a/risk-and-more-0123456789ab",
    ],
)
def test_credentials_in_url_is_silent(tried: type[Tried], url: str) -> None:
    assert tried("LL206").said(f"[a](<{url}>)\n") == []


@pytest.mark.parametrize(
    "url", ["https://me:s3cr3tWord@example.org/", "ftp://me:s3cr3tWord@example.org/", "https://ghp_s3cr3tWord0123456789@github.com/a/b"]
)
def test_credentials_are_never_repeated(tried: type[Tried], url: str) -> None:
    said = tried("LL206").said(f"[a]({url})\n")
    assert len(said) == 1
    assert "s3cr3t" not in said[0]


@pytest.mark.parametrize(
    "text", ["<https://example.org>\n", "`https://example.org`\n", "me@example.org\n", "见https://example.org/a，代码\n"]
)
def test_bare_url_is_silent(tried: type[Tried], text: str) -> None:
    assert tried("LL210").said(text) == []


def test_bare_url_gets_angle_brackets(tried: type[Tried]) -> None:
    text = "See https://example.org/a_b, and www.example.org.\n"
    assert tried("LL210").lines(text) == [1, 1]
    assert tried("LL210").fixed(text) == "See <https://example.org/a_b>, and www.example.org.\n"


@pytest.mark.parametrize(
    "url",
    [
        "https://doi.org/10.1000/182",
        "https://dl.acm.org/doi/10.1145/3355390",
        "https://www.doi.org/",
        "https://doi.org/abcd",
        "https://example.org/10.1000/182",
        "http://arxiv.org/abs/2307.14430",
    ],
)
def test_doi_url_is_silent(tried: type[Tried], url: str) -> None:
    assert tried("LL303").said(f"[a]({url})\n") == []


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("http://dx.doi.org/10.1000/ABC", "https://doi.org/10.1000/ABC"),
        ("http://doi.org/10.1000/182", "https://doi.org/10.1000/182"),
        ("https://www.doi.org/10.1000/182", "https://doi.org/10.1000/182"),
        ("https://doi.org/https://doi.org/10.1000/182", "https://doi.org/10.1000/182"),
        ("doi:10.1000/182", "https://doi.org/10.1000/182"),
        ("10.1000/182", "https://doi.org/10.1000/182"),
        ("http://dx.doi.org/10.48550/arXiv.2307.14430", "https://doi.org/10.48550/arXiv.2307.14430"),
        ("http://dx.doi.org/10.1016/S2589-7500(23)00202-9", "https://doi.org/10.1016/S2589-7500(23)00202-9"),
    ],
)
def test_doi_url_is_written_as_its_resolver_does(tried: type[Tried], url: str, written: str) -> None:
    assert tried("LL303").fixed(f"[a]({url})\n") == f"[a]({written})\n"


@pytest.mark.parametrize(
    "text",
    [
        "[a](https://huggingface.co/papers/2307.14430) [b](https://ar5iv.org/abs/2307.14431)\n",
        "- [a](https://arxiv.org/abs/2307.14430), [b](https://www.arxiv-vanity.com/papers/2307.14430/)\n",
        "- [a](https://arxiv.org/abs/2307.14430), [b](https://paperswithcode.com/paper/b)\n",
        "- [a](https://paperswithcode.com/), [b](https://www.aclweb.org/), [c](https://www.arxiv-vanity.com/)\n",
        "- [a](https://cn.arxiv.org/abs/2307.14430)\n",
    ],
)
def test_paper_host_is_silent(tried: type[Tried], text: str) -> None:
    assert tried("LL304").said(text) == []


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("http://aclweb.org/anthology/P15-1033.pdf", "https://aclanthology.org/P15-1033.pdf"),
        ("https://www.aclweb.org/anthology/2020.acl-demos.24/", "https://aclanthology.org/2020.acl-demos.24/"),
    ],
)
def test_paper_host_moves_with_its_owner(tried: type[Tried], url: str, written: str) -> None:
    assert tried("LL304").fixed(f"[a]({url})\n") == f"[a]({written})\n"


def test_paper_host_is_left_on_request_only(tried: type[Tried]) -> None:
    text = "- [a](https://www.arxiv-vanity.com/papers/2307.14430/)\n- [b](https://arxiv.org/abs/2307.14431), [c](https://www.arxiv-vanity.com/papers/2307.14432/)\n"
    assert tried("LL304").fixed(text) == text
    assert tried("LL304").lines(text) == [1, 2]
    mended = text.replace("www.arxiv-vanity.com/papers/2307.14430/", "arxiv.org/abs/2307.14430")
    assert tried("LL304").fixed(text, unsafe=True) == mended.replace("www.arxiv-vanity.com/papers/2307.14432/", "arxiv.org/abs/2307.14432")
