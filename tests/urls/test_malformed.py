"""What is wrong with an address, and what it was meant to be."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from listlint.urls.malformed import fault, mended


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org",
        "HTTP://example.org/A",
        "http://localhost:8000/a",
        "https://wiki/page",
        "https://…",
        "https://{host}/a",
        "//example.org/a",
        "ftp://example.org",
        "sftp://example.org",
        "mailto:a@example.org",
        "tel:+123",
        "#anchor",
        "./example.org/a",
        "contributing.md",
        "README.ru",
        "LICENSE-CODE",
        "docs/example.com",
        "owner/repository",
        "node.js/intro",
        "http/x.org",
        "URL",
        "https://web.archive.org/web/2017/http://example.org",
        "https://example.org/?u=http://example.com",
        "https://zh.wikipedia.org/wiki/蒙特卡洛（消歧义）",
        "https://fa.wikipedia.org/wiki/می\u200cخواهم",
        "https://en.wikipedia.org/wiki/O'Reilly_(a)",
    ],
)
def test_what_leads_somewhere_has_no_fault(url: str) -> None:
    assert fault(url) is None


@pytest.mark.parametrize(
    ("url", "meant"),
    [
        ("http//example.org/a", "http://example.org/a"),
        ("https//example.org", "https://example.org"),
        ("ttps://example.org/a", "https://example.org/a"),
        ("hhttps://example.org", "https://example.org"),
        ("httos://example.org", "https://example.org"),
        ("htp://example.org", "http://example.org"),
        ("http:///example.org/a", "http://example.org/a"),
        ("http:/example.org", "http://example.org"),
        ("https:example.org", "https://example.org"),
        ("https;//example.org", "https://example.org"),
        ("https:\\\\example.org", "https://example.org"),
        ("http://https://example.org", "https://example.org"),
        ("https://https//example.org", "https://example.org"),
        ("www.example.org", "https://www.example.org"),
        ("github.com/foo/bar", "https://github.com/foo/bar"),
        ("example.co.uk", "https://example.co.uk"),
        ("example.ai/a", "https://example.ai/a"),
        ("foo@example.org", "mailto:foo@example.org"),
        ("https://github,com/foo", "https://github.com/foo"),
        ("https://github.com/\u00a0foo/bar", "https://github.com/foo/bar"),
        ("\u200bhttps://example.org", "https://example.org"),
        ('https://example.org/a"', "https://example.org/a"),
        ("https://example.org/ahttps://example.org/a", "https://example.org/a"),
        ("https://example.org/a](https://example.org/a)", "https://example.org/a"),
    ],
)
def test_what_has_one_reading_is_mended(url: str, meant: str) -> None:
    assert mended(url) == meant


@pytest.mark.parametrize("url", ["", " ", "http://", "https://github.com:foo/bar", "https://example.org/ahttps://example.com/b"])
def test_what_has_none_or_two_is_not(url: str) -> None:
    assert fault(url) is not None
    assert mended(url) is None


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("htps:/\\.,;#?()[]\"' abc@%\u00a0\u200b中")) | st.text())
def test_whatever_comes_back_has_no_fault(url: str) -> None:
    meant = mended(url)
    assert meant is None or fault(meant) is None


@pytest.mark.parametrize("text", ["h" * 100_000, "http://" * 20_000, "a." * 50_000, "https://x" + ")" * 100_000, "[" * 100_000])
def test_long_texts_come_to_an_end(text: str) -> None:
    mended(text)
