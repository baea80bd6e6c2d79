"""Faults of entries: their links, titles, separators and summaries. Knows lists, nothing of how rules find a fault."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from listlint.edits import Edit
from listlint.style.ordering import runs
from listlint.text import Span
from tests.planted_repairs.faults import Fault, inserted, replaced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.model import Item
    from tests.planted_repairs.faults import Planted

_ARXIV: Final = re.compile(r"https?://arxiv\.org/(?:abs|pdf)/(\d{4}\.\d{4,5})(?:v\d+)?(?:\.pdf)?\Z")
_REPOSITORY: Final = re.compile(r"https://github\.com/[\w.-]+/[\w.-]+\Z")
_SENTENCE: Final = re.compile(r"[A-Z][a-z]+ ")
_PLAIN: Final = re.compile(r"[A-Za-z][\w .-]+\Z")


def _written(item: Item, text: str) -> tuple[str, str, str]:
    """An inline link's label as written, its URL, and all of the entry behind it."""
    link = item.link
    assert link is not None
    return link.label.of(text), link.url, text[link.span.end : item.head.end]


def _link(item: Item) -> Span:
    assert item.link is not None
    return item.link.span


def duplicate_link(lst: Planted) -> Iterator[Fault]:
    """The entry once more, as somebody adds it who hasn't seen it."""
    text, entries = lst.source.text, lst.entries
    for number, item in enumerate(entries):
        line = lst.source.line_span(lst.source.line_of(item.span.start))
        near, far = entries[min(number + 1, len(entries) - 1)], entries[(number + len(entries) // 2) % len(entries)]
        whole = line.of(text).strip()
        for variant, other, written in (
            ("next to it", near, whole),
            ("elsewhere", far, whole),
            ("elsewhere, http", far, whole.replace("https://", "http://")),
            ("elsewhere, slash", far, whole.replace(f"{item.link.url})", f"{item.link.url.rstrip('/')}/)") if item.link else whole),
        ):
            if item is not other and item.children == () == other.children:
                end = lst.source.line_span(lst.source.line_of(other.span.start))
                indent = re.match(r"\s*", end.of(text))
                yield inserted(
                    lst.source.full_line_span(lst.source.line_of(end.start)).end, f"{indent[0] if indent else ''}{written}\n", variant
                )


def shared_link(lst: Planted) -> Iterator[Fault]:
    """The neighbour's address, pasted."""
    for one, other in pairwise(lst.entries):
        if one.link and other.link and one.link.destination and other.link.destination and one.link.url != other.link.url:
            yield replaced(other.link.destination, one.link.url, "of the one before")
            yield replaced(one.link.destination, other.link.url, "of the one behind")


def arxiv_form(lst: Planted) -> Iterator[Fault]:
    """Another form of an arXiv link than the list's."""
    usual = lst.style.arxiv
    if usual is None or usual.value not in {"abs", "pdf"}:
        return
    other = {"abs": "pdf", "pdf": "abs"}[usual.value]
    for link in lst.document.links:
        found = _ARXIV.match(link.url)
        if found and link.destination is not None and link.kind == "inline" and f"/{usual.value}/" in link.url:
            for variant, url in (
                ("form", f"https://arxiv.org/{other}/{found[1]}"),
                (".pdf", f"https://arxiv.org/pdf/{found[1]}.pdf"),
                ("http", f"http://arxiv.org/{usual.value}/{found[1]}"),
                ("doubled slash", f"https://arxiv.org/{usual.value}//{found[1]}"),
                ("www", f"https://www.arxiv.org/{usual.value}/{found[1]}"),
                ("mirror", f"https://ar5iv.labs.arxiv.org/html/{found[1]}"),
            ):
                if url != link.url:
                    yield replaced(link.destination, url, variant)


def url_hygiene(lst: Planted) -> Iterator[Fault]:
    """Scheme, slash, tracking."""
    for item in lst.entries:
        link = item.link
        if link is None or link.destination is None or not link.url.startswith("https://") or "#" in link.url:
            continue
        url, mark = link.url, "&" if "?" in link.url else "?"
        yield replaced(link.destination, url.replace("https://", "http://"), "http")
        yield replaced(link.destination, f"{url}{mark}utm_source=newsletter&utm_medium=email", "utm")
        yield replaced(link.destination, f"{url}{mark}fbclid=IwAR2xk1Yc0aAQvVbJ7x", "fbclid")
        yield replaced(link.destination, f"{url}{mark}ref=producthunt", "ref")
        if _REPOSITORY.match(url):
            yield replaced(link.destination, f"{url}/", "slash behind a repository")
            yield replaced(link.destination, url.replace("github.com/", "github.com//"), "doubled slash")
            yield replaced(link.destination, url.replace("https://", "https://www."), "www")
            yield replaced(link.destination, f"{url}.git", ".git")
        if url.count("/") == 3 and url.endswith("/"):
            yield replaced(link.destination, url.rstrip("/"), "no root slash")
        yield replaced(link.destination, url.replace("https://", "https:/"), "lost slash")
        yield replaced(link.destination, url.replace("https://", "https://https://"), "doubled scheme")


def separator(lst: Planted) -> Iterator[Fault]:
    """Another separator, or a blank too few."""
    usual = lst.style.separator
    for item in lst.entries:
        if usual is None or item.separator is None or item.summary is None or item.separator.text != usual.value:
            continue
        bare = usual.value.strip()
        for variant, other in (
            ("en dash", " – "),
            ("em dash", " — "),
            ("hyphen", " - "),
            ("two hyphens", " -- "),
            ("colon", ": "),
            ("blank colon", " : "),
            ("comma", ", "),
            ("no blank before", f"{bare} "),
            ("no blank behind", f" {bare}"),
            ("no blank", bare),
            ("none", " "),
            ("full-width", "："),
        ):
            if other != usual.value:
                yield replaced(item.separator.span, other, variant)


def marker_space(lst: Planted) -> Iterator[Fault]:
    """No blank behind the marker."""
    for item in lst.entries:
        if item.marker is not None and not item.children:
            yield replaced(item.marker, item.marker.of(lst.source.text).rstrip(), "glued")


def first_letter(lst: Planted) -> Iterator[Fault]:
    """A summary with the wrong first letter."""
    usual = lst.style.first_letter
    for item in lst.entries:
        if usual is None or item.summary is None or item.separator is None:
            continue
        first = Span(item.summary.span.start, item.summary.span.start + 1)
        text = first.of(lst.source.text)
        if usual.value == "upper" and _SENTENCE.match(item.summary.text):
            yield replaced(first, text.lower(), "small")
        elif usual.value == "lower" and text.islower():
            yield replaced(first, text.upper(), "capital")


def final_stop(lst: Planted) -> Iterator[Fault]:
    """A final stop gone, doubled, or another sign in its place."""
    usual = lst.style.ending
    text = lst.source.text
    for item in lst.entries:
        if usual is None or item.summary is None or item.separator is None or item.summary.span.end != item.head.end:
            continue
        end = item.summary.span.end
        last = text[end - 1]
        if usual.value == "." == last and text[end - 2].isalnum():
            for variant, other in (("none", ""), ("doubled", ".."), ("comma", ","), ("semicolon", ";"), ("blank before", " .")):
                yield replaced(Span(end - 1, end), other, variant)
        elif usual.value == "none" and last.isalnum():
            yield inserted(end, ".", "one too many")


def missing_description(lst: Planted) -> Iterator[Fault]:
    """A description that isn't there, or only its separator."""
    usual = lst.style.summary
    for item in lst.entries:
        if usual is None or not usual.value or item.summary is None or item.separator is None or item.fields:
            continue
        yield replaced(Span(item.separator.span.start, item.head.end), "", "none")
        yield replaced(Span(item.separator.span.start, item.head.end), item.separator.text.rstrip(), "separator alone")


def repeated_title(lst: Planted) -> Iterator[Fault]:
    """A description that says the title again."""
    for item in lst.entries:
        if item.summary is None or item.separator is None or item.title is None or not _PLAIN.match(item.title.text):
            continue
        rest, title = item.summary.span.of(lst.source.text), item.title.text
        start = Span(item.summary.span.start, item.summary.span.start)
        yield Fault("as a label", (Edit(start, f"{title} - "),))
        yield Fault("with a colon", (Edit(start, f"{title}: "),))
        if _SENTENCE.match(rest) and rest.split(maxsplit=1)[0] in {"A", "An", "The"}:
            yield Fault("as a sentence", (Edit(Span(start.start, start.start + 1), f"{title} is {rest[0].lower()}"),))
        yield replaced(item.summary.span, f"{title}.", "alone")


def link_syntax(lst: Planted) -> Iterator[Fault]:
    """A link whose brackets are wrong."""
    for item in lst.entries:
        label, url, _ = _written(item, lst.source.text)
        if "[" in label or "(" in url or lst.source.text[_link(item).start] != "[":
            continue
        for variant, written in (
            ("no end", f"[{label}]({url}"),
            ("blank between", f"[{label}] ({url})"),
            ("the wrong way round", f"({label})[{url}]"),
            ("doubled bracket", f"[[{label}]({url})"),
            ("doubled end", f"[{label}]({url}))"),
            ("doubled label end", f"[{label}]]({url})"),
            ("no start", f"{label}]({url})"),
            ("no parenthesis", f"[{label}]{url})"),
            ("no bracket", f"[{label}({url})"),
            ("doubled parenthesis", f"[{label}](({url})"),
            ("blank inside", f"[{label}]( {url} )"),
            ("blank in the label", f"[ {label} ]({url})"),
            ("square", f"[{label}][{url}]"),
            ("empty", f"[{label}]()"),
        ):
            yield replaced(_link(item), written, variant)


def bare_url(lst: Planted) -> Iterator[Fault]:
    """A URL that is no link's destination."""
    for item in lst.entries:
        label, url, _ = _written(item, lst.source.text)
        yield replaced(_link(item), url, "alone")
        yield replaced(_link(item), f"{label} {url}", "behind the title")
        yield replaced(_link(item), f"{label}: {url}", "behind a colon")
        if item.summary is not None and not item.fields:
            yield Fault("in the summary", (Edit(Span(item.head.end, item.head.end), f" {url}docs"),))


def title_without_link(lst: Planted) -> Iterator[Fault]:
    """A title that leads nowhere."""
    for item in lst.entries:
        if len(item.links) == 1 and not item.children:
            label, _, _ = _written(item, lst.source.text)
            yield replaced(_link(item), label, "plain")
            yield replaced(_link(item), f"[{label}]", "in brackets")


def order(lst: Planted) -> Iterator[Fault]:
    """An entry that stands somewhere else than the order asks."""
    ordered = {section.span for section in lst.document.all_sections if (fact := lst.style.of(section).order) and fact.value == "title"}
    for run in runs(lst.document):
        titles = [item.title.text.casefold() if item.title else "" for item in run.entries]
        if len(titles) < 6 or (run.section.span not in ordered and titles != sorted(titles)):
            continue
        for at, (one, other) in enumerate(pairwise(run.entries)):
            if titles[at][:1].isalpha() and titles[at][:1] < titles[at + 1][:1] and not one.children and not other.children:
                text = lst.source.text
                yield Fault("swapped", (Edit(one.span, other.span.of(text)), Edit(other.span, one.span.of(text))))
        last = run.entries[-1]
        for at, item in enumerate(run.entries[: len(titles) // 2]):
            if titles[at][:1].isalpha() and titles[at][:1] < titles[-1][:1] and not item.children and not last.children:
                gone = lst.source.full_line_span(lst.source.line_of(item.span.start))
                end = lst.source.full_line_span(lst.source.line_of(last.span.start)).end
                yield Fault("appended", (Edit(gone, ""), Edit(Span(end, end), gone.of(lst.source.text))))


def nesting(lst: Planted) -> Iterator[Fault]:
    """An entry indented by a slip."""
    known: dict[int, Item] = {item.span.start: item for item in lst.entries}
    for run in runs(lst.document):
        for one, item in pairwise(run.entries):
            if item.span.start in known and one.span.start in known and not item.children and not one.children and run.holder is None:
                yield inserted(item.span.start, "  ", "two blanks")
                yield inserted(item.span.start, "    ", "four blanks")
                yield inserted(item.span.start, " ", "one blank")
