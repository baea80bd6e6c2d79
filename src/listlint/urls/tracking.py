"""Query parameters that tell who sent the reader, not what is shown. Knows parameters by name; knows no works.

A short list of our own. A name is here when at least two of ClearURLs, Brave's clean-urls list and AdGuard's TrackParamFilter
drop it everywhere (the last line of `_GLOBAL`: one of them), or when its host is known to use it so.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from listlint.recent import recent
from listlint.urls.address import split


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_GLOBAL: Final = _names("""
    fbclid gclid msclkid yclid twclid mc_eid mc_cid _hsenc __hsfp __hssc __hstc hsctatracking _gl _ga vero_id vero_conv
    oly_anon_id oly_enc_id wickedid rb_clickid s_cid _openstat ml_subscriber fb_ref fb_source gclsrc dclid gbraid wbraid
    ysclid srsltid mkt_tok irclickid _branch_match_id guccounter cmpid wt_mc
    gad_source ymclid ttclid _hsmi _branch_referrer spm xtor at_campaign ck_subscriber_id _bhlid __twitter_impression
""")
_FAMILIES: Final = ("utm_", "mtm_", "pk_", "itm_", "guce_", "fb_action_")
_TWITTER: Final = _names("s t ref_src ref_url cxt")
_YOUTUBE: Final = _names("si feature pp app ab_channel nohtml5")
_GOOGLE: Final = _names("usp pli")
_AMAZON: Final = _names("ref ref_ qid sr sprefix crid dib dib_tag psc _encoding content-id")
_AMAZON_FAMILIES: Final = ("pd_rd_", "pf_rd_")
_HOSTS: Final = {
    "instagram.com": _names("igsh igshid"),
    "open.spotify.com": _names("si"),
    "youtube.com": _YOUTUBE,
    "youtu.be": _YOUTUBE,
    "youtube-nocookie.com": _YOUTUBE,
    "twitter.com": _TWITTER,
    "x.com": _TWITTER,
    "medium.com": _names("source gi"),
    "towardsdatascience.com": _names("source gi"),
    "bilibili.com": _names("""
        spm_id_from vd_source from_spmid seid unique_k buvid p_rtd is_story_h5 mid plat_id bbid ts timestamp
        share_source share_medium share_plat share_session_id share_tag share_from share_times
    """),
    "docs.google.com": _GOOGLE,
    "drive.google.com": _GOOGLE,
    "colab.research.google.com": _GOOGLE,
    "linkedin.com": _names("trk trackingId refId lipi rcm"),
    "reddit.com": _names("share_id ref_source rdt"),
    "zhihu.com": _names("share_code"),
    "wikipedia.org": _names("wprov"),
    "notion.so": _names("pvs"),
    "notion.site": _names("pvs"),
    "mp.weixin.qq.com": _names("""
        chksm scene subscene srcid sharer_sharetime sharer_shareid sharer_shareinfo sharer_shareinfo_first mpshare clicktime
        enterid ascene exportkey pass_ticket wx_header sessionid from isappinstalled devicetype nettype abtest_cookie
        countrycode fontgear fontscale session_us
    """),
    "github.com": _names("notification_referrer_id tab=readme-ov-file"),
}
"""Host (and its subdomains) to names, or to whole pairs where only one value says nothing."""

_REFERRAL: Final = _names("ref referrer")
_REFERRAL_HOSTS: Final = {"medium.com": _names("sk"), "towardsdatascience.com": _names("sk")}
"""A friend's key opens an article to readers who don't pay: it goes only when asked."""

_KEPT: Final = frozenset(("source=friends_link",))
"""Pairs that stay whatever the name: Medium's friend links are handed out with it, and it says no more than that."""

_REF_IS_A_BRANCH: Final = ("git", "codeberg.", "bitbucket.", "prismic.", "ieeexplore.")


@recent(4096)
def _of_host(host: str) -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    """Names to drop by default, names to drop on request, and families of names, of a lower-case host."""
    default, referral = _GLOBAL, _REFERRAL
    families: tuple[str, ...] = _FAMILIES
    if any(label.startswith(_REF_IS_A_BRANCH) for label in (host, host.partition(".")[2])):
        referral = frozenset()
    if host.removeprefix("www.").startswith("amazon."):
        default, families = default | _AMAZON, families + _AMAZON_FAMILIES
    tail = host
    while tail:
        default |= _HOSTS.get(tail, frozenset())
        referral |= _REFERRAL_HOSTS.get(tail, frozenset())
        tail = tail.partition(".")[2]
    return default, referral, families


def _is_tracker(pair: str, host: str, *, referral: bool) -> bool:
    name = pair.partition("=")[0].removeprefix("amp;")
    default, asked, families = _of_host(host)
    lower = name.lower()
    if pair.lower() in _KEPT:
        return False
    if name in default or lower in default or pair in default or lower.startswith(families):
        return True
    if lower.startswith("action_") and lower.endswith("_map"):
        return True
    return referral and lower in asked


def without(query: str, host: str, *, referral: bool = False) -> str:
    """`query` (without `?`) less the parameters that track; what stays is byte-identical. `referral` takes `ref` out too."""
    if not query:
        return query
    pairs = query.split("&")
    kept = [pair for pair in pairs if not _is_tracker(pair, host, referral=referral)]
    return query if len(kept) == len(pairs) else "&".join(kept)


def names(query: str, host: str, *, referral: bool = False) -> list[str]:
    """The names of the tracking parameters in `query`, in their order, once each."""
    pairs = query.split("&") if query else []
    return list(dict.fromkeys(pair.partition("=")[0] for pair in pairs if _is_tracker(pair, host, referral=referral)))


class Untracked(NamedTuple):
    """A URL less its tracking parameters, and their names."""

    url: str
    names: tuple[str, ...]


def strip(url: str, *, referral: bool = False) -> Untracked:
    """`url` less the parameters that track, every other character as it stands; unchanged where it isn't http(s)."""
    address = split(url)
    if address is None or not address.query:
        return Untracked(url, ())
    found = names(address.query, address.host, referral=referral)
    if not found:
        return Untracked(url, ())
    page, mark, fragment = url.partition("#")
    page, _, query = page.partition("?")
    kept = without(query, address.host, referral=referral)
    return Untracked(page + ("?" + kept if kept else "") + mark + fragment, tuple(found))
