"""Repositories, models and data sets: GitHub and Hugging Face. Knows nothing of what they hold.

Facts: GitHub's documentation (owner and repository are case-insensitive; `.git` and `www.` redirect); a README is what the
repository's page shows. Hugging Face's case is folded by what lists do, hence weak.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from listlint.urls.address import encode, strip_directive
from listlint.urls.generic import comparable_query
from listlint.urls.mirrors import in_path
from listlint.urls.tracking import without
from listlint.urls.work import Found

if TYPE_CHECKING:
    from listlint.urls.address import Address

_OWNER: Final = r"[A-Za-z0-9](?:[A-Za-z0-9_-]{0,38})"
_REPOSITORY: Final = r"[A-Za-z0-9._-]{1,100}"
_NOT_OWNERS: Final = """
    topics orgs sponsors features marketplace collections settings search apps about explore trending login site users
    user-attachments stars enterprise pricing readme security customer-stories solutions resources codespaces notifications
    join events sessions new
""".split()  # noqa: SIM905 - thirty quotes say nothing
_README: Final = frozenset(("readme", "readme-ov-file"))
_DEFAULT_TREES: Final = (["tree", "main"], ["tree", "master"])
_NOT_MODELS: Final = """
    blog docs papers collections learn tasks models datasets spaces organizations posts join login pricing settings new chat
    api enterprise inference search welcome course
""".split()  # noqa: SIM905 - as above


def github(address: Address) -> Found | None:
    """Owner and repository folded; a path below them, another branch or an anchor is a target of its own."""
    plain = address._replace(scheme="https", host="github.com")
    segments = address.segments
    if len(segments) < 2 or segments[0].lower() in _NOT_OWNERS:  # noqa: PLR2004 - owner and repository
        return Found("url", "", plain=plain)
    owner, repository, *below = segments
    repository = re.sub(r"\.git\Z", "", repository, flags=re.IGNORECASE)
    if re.fullmatch(_OWNER, owner) is None or re.fullmatch(_REPOSITORY, repository) is None:
        return Found("url", "", plain=plain)
    key = f"{owner}/{repository}".lower()
    page = f"/{owner}/{repository}"
    path = "/".join((page, *below))
    anchor = strip_directive(address.fragment)
    anchor = "" if anchor.lower() in _README else anchor
    mark = f"#{encode(anchor)}" if anchor else ""
    if not below or below in _DEFAULT_TREES:
        landing = plain._replace(path=page, query="", fragment=anchor).text
        return Found("github", f"github:{key}{mark}", landing, plain._replace(path=path))
    query = comparable_query(address)
    deeper = encode("/".join(below))
    landing = plain._replace(path=path, query=without(address.query, plain.host, referral=True), fragment=anchor).text
    plain = plain._replace(path=path + ("/" if address.path.endswith("/") else ""))
    return Found("github-path", f"github:{key}/{deeper}{query}{mark}", landing, plain)


def hugging_face(address: Address) -> Found | None:
    """`owner/model`, `datasets/owner/name`, `spaces/owner/name`, and the papers, which are arXiv's."""
    segments = address.segments
    folder: list[str] = []
    match segments:
        case ["papers", _, *_]:
            return in_path(address)
        case ["datasets" | "spaces" as first, _, *_]:
            folder, segments = [first], segments[1:]
        case [first, _, *_] if first.lower() not in _NOT_MODELS:
            pass
        case _:
            return None
    if segments[2:] not in ([], ["tree", "main"]):
        return None
    name = [*folder, *segments[:2]]
    if not all(re.fullmatch(_REPOSITORY, part) for part in name):
        return None
    landing = address._replace(scheme="https", host="huggingface.co", path="/" + "/".join(name), query="")
    return Found("hf", f"hf:{'/'.join(name)}".lower(), landing._replace(fragment=strip_directive(address.fragment)).text)
