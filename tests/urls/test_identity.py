"""Which work a link leads to: what stays apart first, then what is one, then how it's written."""

from __future__ import annotations

import pytest

from listlint.urls import LANDING, PLAIN, Policy, Work, both_are, canonical, describe, identify, join
from listlint.urls import hosts as table

DIFFERENT = [
    ("https://openreview.net/forum?id=OkZ5UrVpo6", "https://openreview.net/forum?id=okz5UrVpo6"),
    ("https://youtu.be/9szizM-XUCg", "https://youtu.be/9szizM-xUCg"),
    ("https://github.com/foo/bar", "https://github.com/foo/bar/tree/dev"),
    ("https://github.com/foo/bar", "https://github.com/foo/bar#installation"),
    ("https://github.com/foo/bar/blob/main/A.md", "https://github.com/foo/bar/blob/main/a.md"),
    ("https://github.com/foo", "https://github.com/foo/foo"),
    ("https://gitlab.com/foo/bar?ref=dev", "https://gitlab.com/foo/bar"),
    ("https://www.bilibili.com/video/BV15P4y137jb", "https://www.bilibili.com/video/BV15P4y137jb?p=3"),
    ("https://arxiv.org/abs/2510.1240", "https://arxiv.org/abs/2510.01240"),
    ("https://example.com/#/a", "https://example.com/#/b"),
    ("https://example.com/a", "https://example.com/A"),
    ("https://example.com//a", "https://example.com/a"),
    ("https://example.com/?q=%C4%E3", "https://example.com/?q=%BA%C3"),
    ("https://example.com:8080/", "https://example.com/"),
    ("https://example.com/a%2Fb", "https://example.com/a/b"),
    ("https://en.wikipedia.org/wiki/MIT", "https://de.wikipedia.org/wiki/MIT"),
    ("https://zh.wikipedia.org/wiki/A（B）", "https://zh.wikipedia.org/wiki/A（C）"),
    ("https://en.wikipedia.org/w/index.php?title=A&oldid=1", "https://en.wikipedia.org/w/index.php?title=A&oldid=2"),
    ("https://doi.org/10/abcd", "https://doi.org/10/abce"),
    ("https://faß.de/", "https://fass.de/"),
    ("https://www.semanticscholar.org/paper/0796f6cd7f0403a854d67d525e9b32af3b277331", "https://api.semanticscholar.org/CorpusID:37220927"),
]

SAME: list[tuple[str, list[str]]] = [
    (
        "arxiv:2307.14430",
        [
            "https://arxiv.org/abs/2307.14430v3",
            "https://api.semanticscholar.org/arXiv:2307.14430",
            "https://www.semanticscholar.org/arxiv/2307.14430",
            "https://arxiv-sanity-lite.com/?rank=pid&pid=2307.14430",
            "https://www.summarizepaper.com/en/arxiv-id/2307.14430v1/",
            "https://www.themoonlight.io/paper/2307.14430/review",
            "https://www.alphaxiv.org/zh/overview/2307.14430v2",
            "https://hf.co/papers/2307.14430",
            "https://arxiv.org/cits/2307.14430",
            "https://arxiv.org/vc/arxiv/papers/2307/2307.14430.pdf",
            "http://de.arxiv.org/pdf/2307.14430",
            "https://dx.doi.org/10.48550/arXiv.2307.14430",
            "arXiv: 2307.14430 [cs.CL]",
            "arxiv.org/abs/2307.14430",
        ],
    ),
    (
        "arxiv:hep-th/9901001",
        ["https://ar5iv.org/abs/hep-th/9901001", "https://scirate.com/arxiv/hep-th/9901001", "https://arxiv.org/abs/hepth/9901001"],
    ),
    ("", ["https://huggingface.co/papers/2313.01234", "https://doi.org/10.48550/arXiv.2313.01234", "arXiv:nonsense", "#top", "a/b.md", ""]),
    (
        "doi:10.1002/(sici)1097-4571(199009)41:6<391::aid-asi1>3.0.co;2-9",
        [
            "https://doi.org/10.1002/(SICI)1097-4571(199009)41:6%3C391::AID-ASI1%3E3.0.CO;2-9",
            "https://doi.org/10.1002/(SICI)1097-4571(199009)41:6<391::AID-ASI1>3.0.CO;2-9",
            "https://onlinelibrary.wiley.com/doi/abs/10.1002/(SICI)1097-4571(199009)41:6%3C391::AID-ASI1%3E3.0.CO;2-9",
        ],
    ),
    (
        "doi:10.1145/3383652",
        ["https://doi.org/https://doi.org/10.1145/3383652", "https://www.semanticscholar.org/paper/DOI:10.1145/3383652"],
    ),
    (
        "doi:10.1101/622803",
        ["https://www.biorxiv.org/content/10.1101/622803v4", "https://www.medrxiv.org/content/10.1101/622803v1.full-text"],
    ),
    ("doi:10.1007/s11263-015-0816-y", ["https://link.springer.com/article/10.1007%2Fs11263-015-0816-y"]),
    ("doi:10.1162/tacl_a_00343", ["https://doi.org/10.1162/tacl_a_00343"]),
    (
        "acl:P18-1001",
        [
            "http://anthology.aclweb.org/P18-1001",
            "https://aclanthology.info/papers/P18-1001/p18-1001",
            "https://aclanthology.org/P18-1001v2.pdf",
            "https://doi.org/10.3115/v1/P18-1001",
        ],
    ),
    (
        "openreview:OkZ5UrVpo6",
        ["https://openreview.net/attachment?id=OkZ5UrVpo6&name=pdf", "https://openreview.net/references/pdf?id=OkZ5UrVpo6"],
    ),
    ("url:openreview.net/pdf/00.pdf", ["https://openreview.net/pdf/00.pdf"]),
    (
        "neurips:#7181",
        ["https://papers.nips.cc/paper/7181-attention-is-all-you-need.pdf", "http://papers.neurips.cc/paper/7181-attention-is-all"],
    ),
    ("pmlr:r3/foo01a", ["http://proceedings.mlr.press/r3/foo01a.html", "https://proceedings.mlr.press/r3/foo01a/foo01a.pdf"]),
    ("github:foo/bar", ["https://github.com/Foo/Bar.git", "https://github.com/foo/bar?tab=readme-ov-file#readme", "github.com/foo/bar"]),
    ("url:github.com/topics/awesome", ["https://github.com/topics/awesome/"]),
    ("hf:datasets/foo/bar", ["https://huggingface.co/datasets/Foo/bar", "https://hf.co/datasets/foo/bar/tree/main"]),
    ("url:huggingface.co/blog/foo", ["https://huggingface.co/blog/foo"]),
    ("youtube:9szizM-XUCg", ["https://music.youtube.com/watch?v=9szizM-XUCg", "https://youtu.be/9szizM-XUCg?t=30"]),
    (
        "tweet:1627781431882661891",
        ["https://nitter.net/a/status/1627781431882661891#m", "https://mobile.twitter.com/i/web/status/1627781431882661891"],
    ),
    ("bilibili:av170001", ["https://www.bilibili.com/video/AV170001?p=1"]),
    ("zhihu:question/123/answer/456", ["https://www.zhihu.com/question/123/answer/456?utm_psn=1"]),
    ("weixin:MzI0==:1:2", ["http://mp.weixin.qq.com/s?__biz=MzI0%3D%3D&mid=1&idx=2&sn=1a#wechat_redirect"]),
    ("medium:20dbab8c2791", ["https://medium.com/@rbranson/ten-things-20dbab8c2791?sk=a", "https://medium.com/p/20dbab8c2791"]),
    ("notion:0123456789abcdef0123456789abcdef", ["https://a.notion.site/Page-01234567-89ab-cdef-0123-456789abcdef"]),
    (
        "gdoc:1hAn4D2bkfcn",
        ["https://drive.google.com/uc?export=download&id=1hAn4D2bkfcn", "https://drive.google.com/drive/folders/1hAn4D2bkfcn"],
    ),
    ("wikipedia:zh:中文", ["https://zh.m.wikipedia.org/zh-cn/%E4%B8%AD%E6%96%87", "https://zh.wikipedia.org/wiki/中文#歷史"]),
    ("url:example.com/a?b=1&c=2", ["https://www.example.com:443/a/?c=2&utm_source=x&b=1#part", "HTTP://EXAMPLE.com/./a?b=1&c=2&ref=y"]),
    ("url:http://[::1", ["http://[::1"]),
]


@pytest.mark.parametrize(("first", "second"), DIFFERENT)
def test_different_works_stay_apart(first: str, second: str) -> None:
    assert identify(first) != identify(second)


@pytest.mark.parametrize(("key", "urls"), SAME)
def test_one_work_has_one_key(key: str, urls: list[str]) -> None:
    assert {url: identify(url).key for url in urls} == dict.fromkeys(urls, key)


@pytest.mark.parametrize(
    "url",
    [
        "https://example.com/a?ref=x",
        "https://openreview.net/pdf?id=OkZ5UrVpo6",
        "https://github.com/Foo/Bar#readme",
        "https://github.com/foo/bar/tree/main",
        "https://youtu.be/9szizM-XUCg?t=30",
        "https://dl.acm.org/doi/abs/10.1145/3643780",
        "https://huggingface.co/papers/2307.14430",
        "https://arxiv.org/pdf/2307.14430v2",
        "https://zh.wikipedia.org/wiki/中文（消歧义）",
        "https://例子.测试/路径",
        "https://user:pw@example.com/?utm_source=x",
        "http://example.com/",
        "https://towardsdatascience.com/a-20dbab8c2791?sk=friend",
        "https://arxiv.org/abs/2510.1240",
    ],
)
def test_a_plain_policy_leaves_what_the_author_chose(url: str) -> None:
    assert canonical(url, PLAIN) == url


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://dx.doi.org/10.1145/3383652", "https://doi.org/10.1145/3383652"),
        ("https://doi.org/doi:10.1145/3383652", "https://doi.org/10.1145/3383652"),
        ("http://dx.doi.org/10/abcd", "https://doi.org/10/abcd"),
        ("http://www.aclweb.org/anthology/P18-1001.pdf", "https://aclanthology.org/P18-1001.pdf"),
        ("http://www.github.com/Foo/Bar.git", "https://github.com/Foo/Bar"),
        ("https://github.com/foo/bar/tree/dev/", "https://github.com/foo/bar/tree/dev/"),
        ("https://youtu.be/9szizM-XUCg?si=a&t=30", "https://youtu.be/9szizM-XUCg?t=30"),
        ("https://example.com/?b=%20+&utm_source=x&a=1#s", "https://example.com/?b=%20+&a=1#s"),
        ("https://例子.测试/路径?utm_source=x", "https://例子.测试/路径"),
        ("http://arxiv.org//abs/2307.14430v2", "https://arxiv.org/abs/2307.14430v2"),
    ],
)
def test_a_plain_policy_writes_as_the_owner_does(url: str, expected: str) -> None:
    assert canonical(url, PLAIN) == expected


def test_arxiv_forms_and_versions_follow_the_policy() -> None:
    assert canonical("https://arxiv.org/pdf/2307.14430v2.pdf", Policy(form="abs", drop_version=True)) == "https://arxiv.org/abs/2307.14430"


def test_a_delimited_destination_keeps_what_running_text_would_lose() -> None:
    url = "https://example.com/Foo_Inc."
    assert canonical(url, LANDING, bare=False) == url
    assert identify(url, bare=False).key == "url:example.com/Foo_Inc."


def test_a_work_is_told_in_words() -> None:
    assert both_are(identify("arXiv:2307.14430")) == "both are arXiv 2307.14430"
    assert both_are(identify("https://example.com/a")) == "both lead to example.com/a"
    assert describe(identify("https://github.com/Foo/Bar")) == "GitHub foo/bar"


ARXIV, DOI, OTHER = Work("arxiv", "arxiv:1", strong=True), Work("doi", "doi:1", strong=True), Work("arxiv", "arxiv:2", strong=True)
CODE = Work("github", "github:a/b", strong=True)


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        ([], {}),
        ([[ARXIV], [DOI]], {}),
        ([[ARXIV, CODE]], {}),
        ([[ARXIV, OTHER, DOI]], {}),
        ([[ARXIV, DOI], [OTHER, DOI]], {"arxiv:1": ARXIV, "doi:1": ARXIV}),
        ([[DOI, ARXIV], [ARXIV, Work("acl", "acl:1", strong=True)]], {"doi:1": DOI, "arxiv:1": DOI, "acl:1": DOI}),
    ],
)
def test_names_of_one_paper_are_joined_but_never_two_of_a_kind(groups: list[list[Work]], expected: dict[str, Work]) -> None:
    assert join(groups) == expected


@pytest.mark.parametrize("name", sorted(table._READERS))  # noqa: SLF001 - names of readers are text, so nothing else checks them
def test_every_host_of_the_table_has_a_reader(name: str) -> None:
    assert callable(table.reader(name.removeprefix(".")))
