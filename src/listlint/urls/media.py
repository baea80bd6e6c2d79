"""Videos and tweets. Knows where their identifiers stand.

Facts: YouTube's help names no length for its identifiers, eleven characters are what there is; upper and lower case differ on
YouTube and Bilibili; a tweet's number is unique whoever is named before it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from listlint.urls.address import parameter
from listlint.urls.work import Found

if TYPE_CHECKING:
    from listlint.urls.address import Address

_VIDEO: Final = r"[A-Za-z0-9_-]{11}"
_LIST: Final = r"[A-Za-z0-9_-]{2,64}"
_NUMBER: Final = r"[0-9]{1,20}"
_USER: Final = r"[A-Za-z0-9_]{1,20}"
_BV: Final = r"BV[A-Za-z0-9]{10}"
_AV: Final = r"(?ai)av([0-9]{1,20})"
_PLAYERS: Final = frozenset(("embed", "shorts", "live", "v", "e"))


def youtube(address: Address) -> Found | None:
    """A video under any of its addresses, or a playlist where no video is named. The time to start at is no other video."""
    video = ""
    match address.segments:
        case [name] if address.host.endswith("youtu.be"):
            video = name
        case ["embed", "videoseries"] | ["playlist"]:
            pass
        case [player, name, *_] if player in _PLAYERS:
            video = name
        case ["watch", *_]:
            video = (parameter(address.query, "v") or "").partition("?")[0]
        case _:
            return None
    playlist = parameter(address.query, "list") or ""
    if not video and re.fullmatch(_LIST, playlist):
        return Found("youtube-playlist", f"youtube-playlist:{playlist}", f"https://www.youtube.com/playlist?list={playlist}")
    if re.fullmatch(_VIDEO, video) is None:
        return None
    time = parameter(address.query, "t") or parameter(address.query, "start") or ""
    since = f"&t={time}" if time.isascii() and time.isalnum() else ""
    place = f"#{address.fragment}" if address.fragment.startswith("t=") else ""
    return Found("youtube", f"youtube:{video}", f"https://www.youtube.com/watch?v={video}{since}{place}")


def tweet(address: Address) -> Found | None:
    """`/USER/status/N` on Twitter's own hosts and on those that show its tweets."""
    segments = address.segments
    if not segments and address.fragment.startswith("!/"):
        segments = [segment for segment in address.fragment[2:].split("/") if segment]
    match segments:
        case ["i", "web" | "status" as word, *rest] if rest:
            user, number = "i/web" if word == "web" else "i", rest[-1]
        case [user, "status" | "statuses", number, *_] if re.fullmatch(_USER, user):
            pass
        case _:
            return None
    if re.fullmatch(_NUMBER, number) is None:
        return None
    return Found("tweet", f"tweet:{number}", f"https://x.com/{user}/status/{number}")


def bilibili(address: Address) -> Found | None:
    """`/video/BV...` or `/video/av...`; another part of a video is another video."""
    match address.segments:
        case ["video", name, *_] | ["s", "video", name, *_]:
            pass
        case ["player.html"]:
            name = parameter(address.query, "bvid") or f"av{parameter(address.query, 'aid')}"
        case _:
            return None
    if (old := re.fullmatch(_AV, name)) is not None:
        name = f"av{old[1]}"
    elif re.fullmatch(_BV, name) is None:
        return None
    part = parameter(address.query, "p") or "1"
    if re.fullmatch(_NUMBER, part) is None or part == "1":
        part = ""
    time = parameter(address.query, "t") or ""
    asked = [f"p={part}"] if part else []
    asked += [f"t={time}"] if time.replace(".", "", 1).isascii() and time.replace(".", "", 1).isalnum() else []
    page = f"https://www.bilibili.com/video/{name}/"
    return Found("bilibili", f"bilibili:{name}{'?p=' + part if part else ''}", page + ("?" + "&".join(asked) if asked else ""))
