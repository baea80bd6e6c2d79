"""What a link leads to, and how its address is best written: offline, by the owners' own rules. Knows nothing of Markdown.

`identify(url)` says which work it is, `canonical(url, policy)` how it's written; `listlint.urls.arxiv` reads arXiv's links
in more detail, `listlint.urls.tracking` names the parameters that track. Loaded when the first name is asked for: a list
without links, or a run without rules about them, doesn't wait.
"""

TYPE_CHECKING = False  # typing itself takes longer to import than a hook should wait
if TYPE_CHECKING:
    from listlint.urls.bare import meant
    from listlint.urls.identity import LANDING, PLAIN, Policy, canonical, identify
    from listlint.urls.work import PAPERS, Work, both_are, describe, join

__all__ = ["LANDING", "PAPERS", "PLAIN", "Policy", "Work", "both_are", "canonical", "describe", "identify", "join", "meant"]

_WORK = ("PAPERS", "Work", "both_are", "describe", "join")

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """A name of `__all__`, imported now."""
        from importlib import import_module  # noqa: PLC0415 - see above

        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        module = "bare" if name == "meant" else "work" if name in _WORK else "identity"
        value = getattr(import_module(f"{__name__}.{module}"), name)
        globals()[name] = value
        return value
