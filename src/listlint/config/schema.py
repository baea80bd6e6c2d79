"""The shape of a configuration, as pydantic models: checks a table, and describes it as JSON Schema.

Imported only where there is a configuration file or the schema is asked for. Knows no files.
"""

from __future__ import annotations

from dataclasses import MISSING, fields
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_type_hints

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, create_model
from pydantic_core import PydanticCustomError

from listlint import registry
from listlint.config.custom import repeated
from listlint.config.custom_schema import CustomRule
from listlint.config.nearest import expected
from listlint.style import StyleOptions
from listlint.style.template import TemplateError, read

if TYPE_CHECKING:
    from collections.abc import Mapping

    from listlint.config.original import Original
    from listlint.errors import ConfigError
    from listlint.rule import RuleOptions


def _kebab(name: str) -> str:
    return name.replace("_", "-")


_STRICT = ConfigDict(extra="forbid", alias_generator=_kebab, strict=True, frozen=True)
_LAX = ConfigDict(extra="forbid", alias_generator=_kebab, validate_by_alias=True, validate_by_name=True, frozen=True)


Selector = str
"""A rule's code or name, or the prefix of a family; whether there is such a rule, `selectors` tells."""


def _template(value: str) -> str:
    try:
        read(value)
    except TemplateError as error:
        raise PydanticCustomError("entry_template", "{complaint}", {"complaint": str(error)}) from None
    return value


EntryTemplate = Annotated[str, AfterValidator(_template)]
"""An entry template that can be read."""
Level = Literal["error", "warning", "info", "off"]


class _Table(BaseModel):
    model_config = _STRICT


class _SectionOverride(_Table):
    """`[[sections.overrides]]`: severities in some sections."""

    sections: list[str] = Field(description="Names, or paths such as `Tools > Parsers`; what stands below counts, too.", min_length=1)
    severity: dict[Selector, Level] = Field(description="Severity there, by code, name or prefix.")


class Sections(_Table):
    """`[sections]`."""

    known: list[str] = Field(default=[], description="The sections the list may have: names, or paths such as `Tools > Parsers`.")
    required: list[str] = Field(default=[], description="The sections it must have.")
    order: list[str] = Field(default=[], description="Sections in the order they must stand; others may stand anywhere.")
    aliases: dict[str, str] = Field(default={}, description="Other names of known sections, with the name to use.")
    allow_new_under: list[str] = Field(default=[], description="Sections below which any section may be.")
    max_depth: int = Field(default=0, ge=0, le=6, description="The deepest level of heading; 0 knows no limit.")
    min_entries: int = Field(default=0, ge=0, description="The fewest entries of a section that has any; 0 asks for none.")
    max_entries: int = Field(default=0, ge=0, description="The most entries of a section; 0 knows no limit.")
    overrides: list[_SectionOverride] = Field(default=[], description="Severities in some sections.")


class _Shared(_Table):
    """What holds for a whole configuration as well as in `[[overrides]]`."""

    select: list[Selector] = Field(default=[], description="Rules to run: codes and names in full, prefixes for the profile's rules.")
    ignore: list[Selector] = Field(default=[], description="Rules to leave out.")
    extend_select: list[Selector] = Field(default=[], description="Rules to run besides; a prefix takes its whole family.")
    extend_ignore: list[Selector] = Field(default=[], description="Rules to leave out besides.")
    severity: dict[Selector, Level] = Field(default={}, description="Severity by code, name or prefix; off silences a rule.")
    sections: Sections = Field(default=Sections(), description="What is known of the list's sections.")


class _Override(_Shared):
    """`[[overrides]]`: settings for some files."""

    files: list[str] = Field(description="Patterns as in .gitignore, from the configuration's folder.", min_length=1)


class _Configuration(_Shared):
    """`listlint.toml`, or `[tool.listlint]` in `pyproject.toml`."""

    required_version: str | None = Field(default=None, description="The versions of listlint that may read this, such as `>=0.1,<1`.")
    extend: str | None = Field(default=None, description="Another configuration file that this one builds on.")
    profile: str = Field(default="default", description="The profile that the selection starts from.")
    files: list[str] = Field(default=[], description="What to read where the command line names no path.")
    exclude: list[str] = Field(default=[], description="What never to read, in place of the default; patterns as in .gitignore.")
    extend_exclude: list[str] = Field(default=[], description="What never to read, besides.")
    per_file_ignores: dict[str, list[Selector]] = Field(default={}, description="Rules to leave out, by file pattern.")


@cache
def _options_model(options: type[RuleOptions]) -> type[BaseModel]:
    return _model_of(options.__qualname__.replace(".", ""), options, options.__doc__)


def _model_of(
    name: str, shape: type, text: str | None, skip: tuple[str, ...] = (), types: Mapping[str, object] | None = None
) -> type[BaseModel]:
    """A model with the fields of the dataclass `shape`, by kebab-case keys; `types` has narrower types for some."""
    hints = get_type_hints(shape) | dict(types or {})
    made: dict[str, Any] = {}
    for item in fields(shape):
        if item.name not in skip:
            factory = item.default_factory
            made[item.name] = (hints[item.name], item.default if factory is MISSING else Field(default_factory=factory))
    return create_model(name, __config__=_LAX, __doc__=text, **made)


@cache
def model() -> type[BaseModel]:
    """The model of a whole configuration, with the options of every rule there is."""
    options: dict[str, Any] = {}
    for rule in registry.all_rules():
        table = _options_model(rule.Options)
        for key in (rule.name, rule.code):
            options[key.replace("-", "_")] = (table, Field(default=table(), alias=key, description=rule.summary))
    options["custom"] = (list[CustomRule], Field(default=[], description="Rules of one's own, as data."))
    rules = create_model("Rules", __config__=_STRICT, __doc__="Options by rule.", **options)
    entries = {"entry": EntryTemplate | None, "entry_by_section": dict[str, EntryTemplate]}
    style = _model_of(
        "Style",
        StyleOptions,
        "The house style where the list itself shouldn't decide.",
        skip=("sections", "section_options"),
        types=entries,
    )
    extra: dict[str, Any] = {
        "rules": (rules, Field(default=rules(), description="Options of single rules, by name or code.")),
        "style": (style, Field(default=style(), description="The house style where the list itself shouldn't decide.")),
    }
    override = create_model("Override", __base__=_Override, __doc__=_Override.__doc__, **extra)
    extra["overrides"] = (list[override], Field(default=[], description="Settings for some files."))  # type: ignore[valid-type] # made here
    return create_model("Configuration", __base__=_Configuration, __doc__=_Configuration.__doc__, **extra)


def validate(table: Mapping[str, object], original: Original) -> dict[str, Any]:
    """`table` with kebab-case keys and only what it sets; it was read from `original`.

    Raises `ConfigError` with file, line, column, key and what was expected.
    """
    try:
        valid = model().model_validate(dict(table)).model_dump(by_alias=True, exclude_unset=True)
    except ValidationError as error:
        raise _fault(error, original) from None
    if (twice := repeated(valid)) is not None:
        place, message = twice
        raise original.fault(message, place, value=True)
    return valid


def _fault(error: ValidationError, original: Original) -> ConfigError:
    # A misspelled key comes first: what is missing beside it is the same mistake.
    faults = sorted(error.errors(), key=lambda fault: fault["type"] != "extra_forbidden")
    place, kind = faults[0]["loc"], faults[0]["type"]
    message = _message(place, kind, faults[0]["msg"], faults[0]["input"])
    more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
    return original.fault(f"{message}{more}", place, value=kind not in {"extra_forbidden", "missing"})


def _message(loc: tuple[int | str, ...], kind: str, text: str, given: object) -> str:
    key = ".".join(str(part) for part in loc if isinstance(part, str) and part != "[key]")
    if kind == "extra_forbidden":
        word = str(loc[-1])
        where = f" in [{'.'.join(str(part) for part in loc[:-1] if isinstance(part, str))}]" if len(loc) > 1 else ""
        what = "rule" if loc[:-1] and loc[-2] == "rules" else "key"
        return f'unknown {what} "{word}"{where}, {expected(word, _keys(model(), loc[:-1]))}'
    if kind == "missing":
        return f'[{".".join(str(part) for part in loc[:-1] if isinstance(part, str))}] needs the key "{loc[-1]}"'
    if kind in {"entry_template", "custom_rule"}:
        return f"{key}: {text}"
    text = text.removeprefix("Input ")
    return f"{key}: {given!r} {text}" if isinstance(given, (str, int, float, bool)) else f"{key}: {text}"


def _keys(table: type[BaseModel], loc: tuple[int | str, ...]) -> list[str]:
    """The keys that may stand in the table at `loc`, below `table`."""
    for part in loc:
        if isinstance(part, int):
            continue
        found = next(item for name, item in table.model_fields.items() if part in (name, item.alias))
        inner = found.annotation if isinstance(found.annotation, type) else None
        if inner is None or not issubclass(inner, BaseModel):
            inner = next((item for item in getattr(found.annotation, "__args__", ()) if issubclass(item, BaseModel)), None)
        if inner is None:
            return []
        table = inner
    return [item.alias or name for name, item in table.model_fields.items()]


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a configuration file."""
    return model().model_json_schema(by_alias=True)
