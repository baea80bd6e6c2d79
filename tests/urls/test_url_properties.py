"""What holds for every string: nothing raises, a rewrite leads to the same work and stays as it is, browsers agree."""

from __future__ import annotations

import random
import re
from functools import cache
from pathlib import Path

import can_ada
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from listlint.urls import LANDING, PLAIN, Policy, arxiv, canonical, identify
from listlint.urls import hosts as table
from listlint.urls.address import may_hold, split

CORPUS = Path(__file__).parents[3] / "shared/corpus"
POLICIES = [PLAIN, LANDING, Policy(referral=True, form="pdf", drop_version=True)]

HOSTS = sorted(name.removeprefix(".") for name in table._READERS)  # noqa: SLF001 - every reader is to be met
WORDS = "abs pdf 2307.14430v2 hep-th 9901001 10.1145 3383652 foo Bar.git tree main wiki 中文 .. . watch status 16277814318826"
WORDS += " paper hash P18-1001.pdf video BV15P4y137jb d document a（b） %7E%e4%b8 x."
PAIRS = "id=OkZ5UrVpo6 v=9szizM-XUCg t=30s utm_source=x ref=y a=%20+b p=3 list=PLu0W __biz=M== mid=1 idx=2 sn=1)"
FRAGMENTS = ["", "#", "#readme", "#/a", "#!b", "#:~:text=a", "#S3.", "#é)"]


def joined(scheme: str, host: str, path: list[str], rest: tuple[list[str], str, str]) -> str:
    query, fragment, tail = rest
    asked = "?" + "&".join(query) if query else ""
    return f"{scheme}{host}/{'/'.join(path)}{asked}{fragment}{tail}"


addresses = st.builds(
    joined,
    st.sampled_from(["https://", "http://", "//", "", "HTTPS://www.", "http:/"]),
    st.sampled_from([*HOSTS, "example.com", "EXAMPLE.com:80", "user@example.com", "例子.测试", "[::1]", "bücher.example"]),
    st.lists(st.sampled_from([*WORDS.split(), ""]), max_size=5),
    st.tuples(
        st.lists(st.sampled_from([*PAIRS.split(), ""]), max_size=4),
        st.sampled_from(FRAGMENTS),
        st.sampled_from(["", ".", ")", "，代码", "}", "/", " b", "&amp;"]),
    ),
)
WILD = st.text(st.characters(codec="utf-8"), max_size=60)
SURROGATES = st.text(st.characters(), max_size=20)


def holds(url: str) -> None:
    for bare in (True, False):
        work = identify(url, bare=bare)
        for policy in POLICIES:
            written = canonical(url, policy, bare=bare)
            assert canonical(written, policy, bare=bare) == written
            assert identify(written, bare=bare) == work


@settings(max_examples=600)
@given(addresses)
@example("https://example.com/a.?ref=x")
@example("https://example.com/?a&ref.&ref.&ref.")
def test_a_rewrite_leads_to_the_same_work_and_stays(url: str) -> None:
    holds(url)


@settings(max_examples=500)
@given(WILD | SURROGATES | st.builds(lambda host, rest: f"https://{host}{rest}", st.sampled_from(HOSTS), WILD | SURROGATES))
@example("http://[::1")
@example("https://\ud800.com/\udfff")
@example("https://a.com:99999999999999999999/")
@example("https://x/%")
@example("<")
def test_no_string_raises(url: str) -> None:
    holds(url)


NAMES = st.from_regex(r"[a-z][a-z0-9-]{0,8}[a-z](\.[a-z][a-z0-9]{1,6}){1,2}", fullmatch=True)
PATHS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="#?"), max_size=30)


@settings(max_examples=400)
@given(NAMES, PATHS, st.sampled_from(["", "?b=1&a=%41+c&é='", "?utm_source=x"]), st.sampled_from(["", "#/é`", "#x"]))
def test_browsers_write_the_same_address(name: str, path: str, query: str, fragment: str) -> None:
    url = f"HTTP://{name}:80/{path}{query}{fragment}"
    assert identify(can_ada.parse(url).href, bare=False) == identify(url, bare=False)


ODD_HOSTS = [
    "https://faß.de/",
    "https://例子.测试/路径",
    "http://BÜCHER.example",
    "http://ex%41mple.com/",
    "https:\\\\a.com\\b",
    "http:a.com",
]
ODD_HOSTS += ["http://127.1", "http://0x7f.0.0.1/", "http://0xC0A80001", "http://192.168.257", "http://010.1.1.1", "http://1.example/"]


@pytest.mark.parametrize("url", ODD_HOSTS)
def test_browsers_read_the_same_host(url: str) -> None:
    assert identify(can_ada.parse(url).href, bare=False) == identify(url, bare=False)


@cache
def corpus_urls() -> list[str]:
    texts = [path.read_text(encoding="utf-8") for path in sorted(CORPUS.glob("*.md"))]
    return sorted({url for text in texts for url in re.findall(r"https?://[^\s<>()\"]+|(?<=\]\()[^)\s]+", text)})


@pytest.mark.skipif(not CORPUS.exists(), reason="the real lists aren't here")
def test_every_real_url_keeps_its_work() -> None:
    for url in corpus_urls()[::7]:
        holds(url)


@pytest.mark.skipif(not CORPUS.exists(), reason="the real lists aren't here")
def test_browsers_write_real_addresses_the_same() -> None:
    for url in corpus_urls()[::5]:
        if not url.startswith("http"):
            continue
        try:
            written = can_ada.parse(url).href
        except ValueError:
            continue
        assert identify(written, bare=False) == identify(url, bare=False), url


NOISE = random.Random(7)  # noqa: S311 - a test
LONG = [
    bytes(NOISE.randrange(256) for _ in range(100_000)).decode("latin-1"),
    "https://" + "a." * 50_000,
    "https://" + "é" * 100_000,
    "https://example.com/" + "../a" * 25_000,
    "https://example.com/" + ")" * 100_000,
    "https://example.com/" + "&amp;" * 20_000,
    "https://example.com/?" + "ref.&" * 20_000,
    "https://example.com/?" + "utm_a.&" * 15_000,
    "https://doi.org/10.1145/" + "(" * 50_000 + ")" * 50_000,
    "https://www.nature.com/articles/" + "a" * 100_000 + "!",
    "https://www.biorxiv.org/content/10.1101/" + "1." * 50_000 + "x",
    "https://medium.com/" + "-" * 100_000,
    "https://proceedings.neurips.cc/paper/2020/hash/" + "a" * 32 + "-" + "A_" * 50_000,
    "https://papers.nips.cc/paper/1-" + ".pdf" * 25_000 + "/",
    "https://arxiv.org/abs/" + "a-" * 50_000,
    "https://arxiv.org/" + "abs/" * 25_000,
    "https://en.wikipedia.org/wiki/" + "_ " * 50_000,
    "https://scirate.com/" + "arxiv/" * 16_000,
]


@pytest.mark.parametrize("text", LONG, ids=range(len(LONG)))
def test_long_texts_end(text: str) -> None:
    """No clock: quadratic work on 100,000 characters would take minutes, and somebody would look."""
    holds(text)


@given(st.one_of(addresses, WILD))
@example("https://arx\tiv.org/abs/2307.14430")
@example("https://%61rxiv.org/abs/2307.14430")
@example("https://ａｒｘｉｖ.org/abs/2307.14430")
@example("HTTPS://XXX.LANL.GOV/abs/hep-th/9901001")
@example("https://ar5iv.labs.arxiv.org/html/2307.14430")
def test_what_is_on_arxiv_may_be(url: str) -> None:
    address = split(url)
    paper = None if address is None else arxiv.read_address(address)
    assert arxiv.read(url) == paper
    if address is not None:
        assert may_hold(url, (address.host,))
        assert may_hold(url, (address.host.rpartition(".")[2],))
