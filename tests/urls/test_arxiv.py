"""arXiv's identifiers and addresses: what is none first, then every form arXiv has or had."""

from __future__ import annotations

import pytest

from listlint.urls.arxiv import ArxivUrl, canonical, is_valid_id, read

NO_PAPER = [
    "",
    "2307.14430",
    "https://example.com/abs/2307.14430",
    "https://notarxiv.org/abs/2307.14430",
    "https://arxiv.org",
    "https://arxiv.org/",
    "https://arxiv.org/list/cs.CL/recent",
    "https://arxiv.org/a/tong_d_1.html",
    "https://arxiv.org/html/2307.14430v1/x1.png",
    "https://info.arxiv.org/help/arxiv_identifier.html",
    "https://status.arxiv.org/abs/2307.14430",
    "https://huggingface.co/papers/2307.14430",
    "http://[::1",
    "mailto:help@arxiv.org",
]

IMPOSSIBLE = [
    "2313.01234",
    "2300.01234",
    "2510.1240",
    "1412.12345",
    "2307.00000",
    "0703.0001",
    "2307.144301",
    "xxxx.xxxxx",
    "2506.XXXXX",
    "2401.v1",
    "2310.03693.pdfs",
    "hep-th/9901000",
    "hep-th/01001",
    "hep-th/9106001",
    "hep-th/0704001",
    "hep-xx/9901001",
    "stat/0612001",
    "alg-geom/9801001",
    "2307.14430v0",
    "２３０７.14430",
]

POSSIBLE = [
    "2307.14430",
    "2307.14430v12",
    "2307.14430V2",
    "0704.0001",
    "1412.7878",
    "1501.00001",
    "9912.99999",
    "hep-th/9107001",
    "HEP-TH/9901001",
    "hepth/9901001",
    "math.CA/0611800v2",
    "cond-mat.str-el/0102536",
    "astro-ph/0703999",
    "alg-geom/9202001",
]

ID = "2307.14430"
FORMS: list[tuple[str, ArxivUrl, str]] = [
    ("http://arxiv.org/abs/2307.14430", ArxivUrl(ID, None, "abs", "arxiv.org"), "https://arxiv.org/abs/2307.14430"),
    ("https://www.arxiv.org/abs/2307.14430", ArxivUrl(ID, None, "abs", "www.arxiv.org"), "https://arxiv.org/abs/2307.14430"),
    ("//arxiv.org/abs/2307.14430", ArxivUrl(ID, None, "abs", "arxiv.org"), "https://arxiv.org/abs/2307.14430"),
    ("https://arxiv.org//abs/2307.14430", ArxivUrl(ID, None, "abs", "arxiv.org"), "https://arxiv.org/abs/2307.14430"),
    ("https://arxiv.org/abs//2307.14430/", ArxivUrl(ID, None, "abs", "arxiv.org"), "https://arxiv.org/abs/2307.14430"),
    ("https://arxiv.org/abs/arXiv:2307.14430", ArxivUrl(ID, None, "abs", "arxiv.org"), "https://arxiv.org/abs/2307.14430"),
    ("https://arxiv.org/abs?id=2307.14430", ArxivUrl(ID, None, "abs", "arxiv.org"), "https://arxiv.org/abs/2307.14430"),
    ("https://arxiv.org/abs/2307.14430?context=cs.CL", ArxivUrl(ID, None, "abs", "arxiv.org"), "https://arxiv.org/abs/2307.14430"),
    ("https://arxiv.org/abs/2307.14430?fmt=txt", ArxivUrl(ID, None, "abs", "arxiv.org"), "https://arxiv.org/abs/2307.14430?fmt=txt"),
    ("https://arxiv.org/abs/2307.14430V2", ArxivUrl(ID, 2, "abs", "arxiv.org"), "https://arxiv.org/abs/2307.14430v2"),
    ("https://arxiv.org/pdf/2307.14430v2.pdf", ArxivUrl(ID, 2, "pdf", "arxiv.org"), "https://arxiv.org/pdf/2307.14430v2"),
    ("https://arxiv.org/pdf/2307.14430.pdf?utm_source=a", ArxivUrl(ID, None, "pdf", "arxiv.org"), "https://arxiv.org/pdf/2307.14430"),
    ("https://arxiv.org/pdf/2307.14430.pdf#page=3", ArxivUrl(ID, None, "pdf", "arxiv.org"), "https://arxiv.org/pdf/2307.14430#page=3"),
    ("https://arxiv.org/html/2307.14430v1#S3", ArxivUrl(ID, 1, "html", "arxiv.org"), "https://arxiv.org/html/2307.14430v1#S3"),
    ("https://browse.arxiv.org/html/2307.14430v1/", ArxivUrl(ID, 1, "html", "browse.arxiv.org"), "https://arxiv.org/html/2307.14430v1"),
    ("http://cn.arxiv.org/abs/2307.14430", ArxivUrl(ID, None, "abs", "cn.arxiv.org"), "https://arxiv.org/abs/2307.14430"),
    (
        "http://xxx.lanl.gov/abs/hep-th/9901001",
        ArxivUrl("hep-th/9901001", None, "abs", "xxx.lanl.gov"),
        "https://arxiv.org/abs/hep-th/9901001",
    ),
    ("https://arxiv.org/e-print/2307.14430", ArxivUrl(ID, None, "e-print", "arxiv.org"), "https://arxiv.org/src/2307.14430"),
    ("https://arxiv.org/src/2307.14430/anc", ArxivUrl(ID, None, "src", "arxiv.org", "/anc"), "https://arxiv.org/src/2307.14430/anc"),
    ("https://arxiv.org/ftp/arxiv/papers/2307/2307.14430.pdf", ArxivUrl(ID, None, "ftp", "arxiv.org"), "https://arxiv.org/pdf/2307.14430"),
    (
        "https://arxiv.org/ftp/hep-th/papers/9901/9901001.pdf",
        ArxivUrl("hep-th/9901001", None, "ftp", "arxiv.org"),
        "https://arxiv.org/pdf/hep-th/9901001",
    ),
    (
        "http://arxiv.org/PS_cache/arxiv/pdf/0706/0706.0001v1.pdf",
        ArxivUrl("0706.0001", 1, "ps_cache", "arxiv.org"),
        "https://arxiv.org/pdf/0706.0001v1",
    ),
    ("https://arxiv.org/pdf/cs/0703084.pdf", ArxivUrl("cs/0703084", None, "pdf", "arxiv.org"), "https://arxiv.org/pdf/cs/0703084"),
    ("https://arxiv.org/abs/math.CA/0611800v2", ArxivUrl("math/0611800", 2, "abs", "arxiv.org"), "https://arxiv.org/abs/math/0611800v2"),
    ("https://arxiv.org/abs/2404.01657）。", ArxivUrl("2404.01657", None, "abs", "arxiv.org"), "https://arxiv.org/abs/2404.01657"),
    ("https://arxiv.org/abs/2404.01657%EF%BC%89", ArxivUrl("2404.01657", None, "abs", "arxiv.org"), "https://arxiv.org/abs/2404.01657"),
    ("http://arxiv.org/abs/2303.18223}", ArxivUrl("2303.18223", None, "abs", "arxiv.org"), "https://arxiv.org/abs/2303.18223"),
    (
        "https://ar5iv.labs.arxiv.org/html/2307.14430",
        ArxivUrl(ID, None, "html", "ar5iv.labs.arxiv.org"),
        "https://ar5iv.labs.arxiv.org/html/2307.14430",
    ),
]


@pytest.mark.parametrize("url", NO_PAPER)
def test_other_pages_are_no_papers_and_stay_as_they_are(url: str) -> None:
    assert read(url) is None
    assert canonical(url, form="abs") == url


@pytest.mark.parametrize("text", IMPOSSIBLE)
def test_impossible_identifiers_are_told_and_never_repaired(text: str) -> None:
    assert not is_valid_id(text)
    url = f"http://arxiv.org/abs/{text}"
    paper = read(url)
    assert paper is not None
    assert paper.id is None
    assert canonical(url, form="pdf", drop_version=True) == url


@pytest.mark.parametrize("text", POSSIBLE)
def test_possible_identifiers(text: str) -> None:
    assert is_valid_id(text)


@pytest.mark.parametrize(("url", "expected", "written"), FORMS)
def test_forms_are_read_and_written_with_the_smallest_change(url: str, expected: ArxivUrl, written: str) -> None:
    assert read(url) == expected
    assert canonical(url) == written
    assert canonical(written) == written


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://arxiv.org/pdf/2307.14430v2.pdf", "https://arxiv.org/abs/2307.14430v2"),
        ("https://arxiv.org/html/2307.14430", "https://arxiv.org/abs/2307.14430"),
        ("https://arxiv.org/html/2307.14430#S3", "https://arxiv.org/html/2307.14430#S3"),
        ("https://arxiv.org/src/2307.14430", "https://arxiv.org/src/2307.14430"),
        ("https://ar5iv.org/html/2307.14430", "https://ar5iv.org/html/2307.14430"),
    ],
)
def test_a_wished_form_keeps_the_version_and_whatever_points_into_the_page(url: str, expected: str) -> None:
    assert canonical(url, form="abs") == expected


def test_a_version_goes_only_when_asked() -> None:
    assert canonical("https://arxiv.org/pdf/2307.14430v2", drop_version=True) == "https://arxiv.org/pdf/2307.14430"
