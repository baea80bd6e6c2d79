"""Articles, encyclopedias and documents: Zhihu, WeChat, Medium, Notion, Google, Wikipedia. Knows where their identifiers stand.

Facts: MediaWiki's manual (first letter, underscores, mobile hosts); the rest is convention, seen in pairs in real lists.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from listlint.urls.address import parameter, strip_directive
from listlint.urls.tracking import without
from listlint.urls.work import Found

if TYPE_CHECKING:
    from listlint.urls.address import Address

_NUMBER: Final = r"[0-9]{1,20}"
_IDENTIFIER: Final = r"[A-Za-z0-9_=-]{6,}"
_MEDIUM: Final = r"(?:.*-)?([0-9a-f]{10,12})"
_NOTION: Final = r"(?ai)(?:.*-)?([0-9a-f]{32})"
_UUID: Final = r"(?ai)([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})\Z"
_DOCUMENTS: Final = frozenset(("document", "spreadsheets", "presentation", "forms"))
_VARIANTS: Final = frozenset(("zh", "zh-cn", "zh-hans", "zh-hant", "zh-tw", "zh-hk", "zh-sg", "zh-mo", "zh-my"))


def zhihu(address: Address) -> Found | None:
    """A column's article, a question, or one answer to it."""
    match address.segments:
        case ["p", number, *_] if re.fullmatch(_NUMBER, number):
            return Found("zhihu", f"zhihu:p/{number}", f"https://zhuanlan.zhihu.com/p/{number}")
        case ["question", number, "answer", answer, *_] if re.fullmatch(_NUMBER, number) and re.fullmatch(_NUMBER, answer):
            name = f"question/{number}/answer/{answer}"
        case ["question", number, *_] if re.fullmatch(_NUMBER, number):
            name = f"question/{number}"
        case _:
            return None
    return Found("zhihu", f"zhihu:{name}", f"https://www.zhihu.com/{name}")


def weixin(address: Address) -> Found | None:
    """`/s/ID`, or account, message and place in it; `sn` isn't part of the identity, but without it nothing opens."""
    match address.segments:
        case ["s", name] if re.fullmatch(_IDENTIFIER, name):
            return Found("weixin", f"weixin:{name}", f"https://mp.weixin.qq.com/s/{name}")
        case ["s"]:
            pass
        case _:
            return None
    three = [parameter(address.query, name) for name in ("__biz", "mid", "idx")]
    if not all(three):
        return None
    plain = address._replace(scheme="https")
    query = without(address.query, address.host, referral=True)
    landing = plain._replace(query=query, fragment="" if address.fragment in {"rd", "wechat_redirect"} else address.fragment)
    return Found("weixin", "weixin:" + ":".join(part or "" for part in three), landing.text, plain)


def medium(address: Address) -> Found | None:
    """The hexadecimal number at the end; whose page it's shown on is no difference."""
    segments = address.segments
    if not segments or segments[0] in {"m", "tag", "topic", "search"}:
        return None
    found = re.fullmatch(_MEDIUM, segments[-1])
    return Found("medium", f"medium:{found[1]}") if found else None


def notion(address: Address) -> Found | None:
    """The 32 hexadecimal digits at the end, with or without dashes."""
    last = (address.segments or [""])[-1]
    if (found := re.fullmatch(_NOTION, last)) is not None:
        return Found("notion", f"notion:{found[1].lower()}")
    if (dashed := re.search(_UUID, last[-36:])) is not None:
        return Found("notion", f"notion:{''.join(dashed.groups()).lower()}")
    return None


def google_docs(address: Address) -> Found | None:
    """`/document/d/ID` and its like; a published one (`/d/e/ID/pub`) has an identifier of its own and needs its last word."""
    segments = address.segments
    if not segments or segments[0] not in _DOCUMENTS or "d" not in segments[1:4]:
        return None
    place = segments.index("d", 1)
    match segments[place + 1 :]:
        case ["e", name, *_] if re.fullmatch(_IDENTIFIER, name):
            return Found("gdoc", f"gdoc:{name}")
        case [name, *_] if re.fullmatch(_IDENTIFIER, name):
            fragment = strip_directive(address.fragment)
            mark = f"#{fragment}" if fragment not in {"", "gid=0"} else ""
            return Found("gdoc", f"gdoc:{name}", f"https://docs.google.com/{segments[0]}/d/{name}{_resource_key(address)}{mark}")
    return None


def google_drive(address: Address) -> Found | None:
    """A file or a folder."""
    kind = "file/d"
    match address.segments:
        case ["file", "d", name, *_] | ["file", "u", _, "d", name, *_]:
            pass
        case ["open" | "uc"]:
            name = parameter(address.query, "id") or ""
        case ["drive", *_, "folders", name]:
            kind = "drive/folders"
        case ["folderview"]:
            kind, name = "drive/folders", parameter(address.query, "id") or ""
        case _:
            return None
    if re.fullmatch(_IDENTIFIER, name) is None:
        return None
    return Found("gdrive", f"gdoc:{name}", f"https://drive.google.com/{kind}/{name}{_resource_key(address)}")


def _resource_key(address: Address) -> str:
    """What files shared before September 2021 don't open without (Google Drive's security update)."""
    key = parameter(address.query, "resourcekey") or ""
    return f"?resourcekey={key}" if re.fullmatch(_IDENTIFIER, key) else ""


def wikipedia(address: Address) -> Found | None:
    """Language and title: mobile or not, escaped or not, first letter large or small."""
    language = address.host.partition(".")[0]
    if address.host in {"wikipedia.org", "www.wikipedia.org", "m.wikipedia.org"}:
        language = "en"
    folder, _, title = address.path.lstrip("/").partition("/")
    if not title or (folder != "wiki" and not (language == "zh" and folder in _VARIANTS)):
        return None
    try:
        title = unquote(title, errors="strict")
    except UnicodeDecodeError:
        return None
    if without(address.query, address.host, referral=True):
        return None  # an old revision, a history
    title = re.sub(r"[ _]+", "_", title).strip("_")
    plain = address._replace(scheme="https", host=f"{language}.wikipedia.org")
    return Found("wikipedia", f"wikipedia:{language}:{_capitalised(title)}", plain=plain) if title else None


def _capitalised(title: str) -> str:
    upper = title[0].upper()
    return upper + title[1:] if len(upper) == 1 else title
