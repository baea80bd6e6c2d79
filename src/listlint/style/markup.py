"""What stretches of source may become parts of an inline link, and how. Knows nothing of lists."""

from __future__ import annotations

from typing import Final

from listlint.regex import lazy

_CODE: Final = lazy(r"`+")
_PLAIN: Final = lazy(r"[^\s<>()\\&]+")
_SCHEME: Final = lazy(r"(?i)(?:https?|ftp)://[^\s/]")


def label_escapes(text: str) -> tuple[int, ...] | None:
    """Offsets in `text` where a backslash must go for it to stand between `[` and `]`; None where that isn't certain.

    CommonMark 6.3: brackets must be balanced or escaped; code spans bind more tightly, and a backslash shows in them.
    """
    if (len(text) - len(text.rstrip("\\"))) % 2 or "![" in text or "](" in text:
        return None
    if "[" not in text and "]" not in text:
        return ()
    if "<" in text or _CODE.search(text):
        return () if _balanced(text) else None
    return _unmatched(text)


def destination(url: str) -> str | None:
    """`url` as an inline link's destination, in angle brackets where it needs them; None where it can't be one unchanged.

    A backslash or an ampersand may begin an escape or an entity, which a bare URL doesn't have.
    """
    if not _SCHEME.match(url) or any(char in "\\<>\n\r" for char in url) or _has_entity(url):
        return None
    if _PLAIN.fullmatch(url.replace("&", "")):
        return url
    return url if _parentheses_match(url) and not any(char.isspace() for char in url) else f"<{url}>"


def _unmatched(text: str) -> tuple[int, ...]:
    opened: list[int] = []
    stray: list[int] = []
    escaped = False
    for at, char in enumerate(text):
        if escaped:
            escaped = False
        elif char == "\\":
            escaped = True
        elif char == "[":
            opened.append(at)
        elif char == "]":
            if opened:
                opened.pop()
            else:
                stray.append(at)
    return tuple(sorted([*opened, *stray]))


def _balanced(text: str) -> bool:
    return not _unmatched(text)


def _has_entity(url: str) -> bool:
    """Whether an `&` is followed by a `;` before any other punctuation, as in `&amp;`."""
    for piece in url.split("&")[1:]:
        name, semicolon, _ = piece.partition(";")
        if semicolon and name.lstrip("#").isalnum():
            return True
    return False


def _parentheses_match(url: str) -> bool:
    depth = 0
    for char in url:
        depth += (char == "(") - (char == ")")
        if depth < 0:
            return False
    return depth == 0
