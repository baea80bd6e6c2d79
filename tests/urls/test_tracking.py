"""Tracking parameters: what must stay first, then what goes, and the rest byte for byte as it was."""

from __future__ import annotations

import pytest

from listlint.urls.tracking import Untracked, strip

STAY = [
    "",
    "#utm_source=x",
    "https://medium.com/@a/b-1?source=friends_link&sk=c",
    "mailto:a@b.com?utm_source=x",
    "https://example.com/utm_source=x",
    "https://example.com/?source=db&cid=1&tag=a&s=1&t=2&via=x&context=oer",
    "https://example.com/?si=1",
    "https://github.com/foo/bar?tab=MIT-1-ov-file",
    "https://github.com/foo?tab=repositories",
    "https://www.youtube.com/watch?v=9szizM-XUCg&t=30s&list=PL1",
    "https://mp.weixin.qq.com/s?__biz=MzI0&mid=1&idx=1&sn=1a",
    "https://notyoutube.com/?si=1",
    "https://example.com/?ref=x",
    "https://medium.com/a-20dbab8c2791?sk=friend",
]

GO = [
    ("https://example.com/?utm_source=a", "https://example.com/", ("utm_source",)),
    ("https://example.com/?a=%20+&utm_source=a&b=#c?d", "https://example.com/?a=%20+&b=#c?d", ("utm_source",)),
    ("https://example.com/?UTM_Source=a&fbclid=b&z", "https://example.com/?z", ("UTM_Source", "fbclid")),
    ("https://example.com/?a=1&amp;utm_source=x", "https://example.com/?a=1", ("amp;utm_source",)),
    ("https://youtu.be/9szizM-XUCg?si=a&t=3", "https://youtu.be/9szizM-XUCg?t=3", ("si",)),
    ("https://x.com/a/status/1?s=20&t=b", "https://x.com/a/status/1", ("s", "t")),
    ("https://github.com/foo/bar?tab=readme-ov-file#b", "https://github.com/foo/bar#b", ("tab",)),
    ("https://www.amazon.co.uk/dp/1?pd_rd_w=a&tag=b&ref_=c", "https://www.amazon.co.uk/dp/1?tag=b", ("pd_rd_w", "ref_")),
    ("https://zh.wikipedia.org/wiki/中文?wprov=a", "https://zh.wikipedia.org/wiki/中文", ("wprov",)),
]

ASKED = [
    ("https://example.com/?ref=x&a=1", "https://example.com/?a=1", ("ref",)),
    ("https://gitlab.com/a/b?ref=dev", "https://gitlab.com/a/b?ref=dev", ()),
    ("https://codeberg.org/a/b?ref=dev", "https://codeberg.org/a/b?ref=dev", ()),
    ("https://medium.com/a-20dbab8c2791?sk=friend", "https://medium.com/a-20dbab8c2791", ("sk",)),
]


@pytest.mark.parametrize("url", STAY)
def test_parameters_that_mean_something_stay(url: str) -> None:
    assert strip(url) == Untracked(url, ())


@pytest.mark.parametrize(("url", "expected", "names"), GO)
def test_trackers_go_and_the_rest_stays(url: str, expected: str, names: tuple[str, ...]) -> None:
    assert strip(url) == Untracked(expected, names)


@pytest.mark.parametrize(("url", "expected", "names"), ASKED)
def test_referrers_go_on_request(url: str, expected: str, names: tuple[str, ...]) -> None:
    assert strip(url, referral=True) == Untracked(expected, names)
