"""The shape of `[[rules.custom]]`, as pydantic models. Imported with the rest of the schema; knows no files."""

from __future__ import annotations

import re
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator, model_validator
from pydantic_core import PydanticCustomError

from listlint import patterns, registry
from listlint.custom import CODE, SCOPE
from listlint.regex import lazy

_STRICT = ConfigDict(extra="forbid", strict=True, frozen=True)
_NAME = lazy(r"[a-z][a-z0-9-]{0,60}")
_PATTERN_KINDS = ("forbid", "require", "replace", "consistent")
_KEYS = {
    "forbid": {"pattern"},
    "require": {"pattern"},
    "replace": {"pattern", "replacement", "safety"},
    "length": {"min", "max"},
    "one-of": {"values"},
    "consistent": {"pattern"},
}
"""What each kind takes besides what all of them do."""


def _wrong(complaint: str) -> PydanticCustomError:
    return PydanticCustomError("custom_rule", "{complaint}", {"complaint": complaint})


class CustomExample(BaseModel):
    """An example that `listlint rules test` runs."""

    model_config = _STRICT

    bad: str | None = Field(default=None, description="A list that the rule complains of.")
    fixed: str | None = Field(default=None, description="What its fix makes of the bad one.")
    good: str | None = Field(default=None, description="A list that the rule leaves alone.")

    @model_validator(mode="after")
    def _is_one(self) -> Self:
        if (self.bad is None) == (self.good is None):
            raise _wrong('an example has "bad" or "good", expected one of them')
        if self.fixed is not None and self.bad is None:
            raise _wrong('"fixed" belongs to "bad"')
        return self


class CustomRule(BaseModel):
    """A rule as data."""

    model_config = _STRICT

    name: str = Field(description="What it's called, in small letters with hyphens.")
    code: str = Field(default="", description="X and three digits; rules without one are numbered in order.")
    scope: str = Field(description="entry.title, entry.url, entry.summary, entry.field.NAME, section.title, or document (line by line).")
    kind: Literal["forbid", "require", "replace", "length", "one-of", "consistent"] = Field(description="What it asks.")
    pattern: str = Field(default="", description="A regular expression that can't be slow, as docs/custom-rules.md says.")
    replacement: str = Field(default="", description=r"What takes the place of a match; \1 is its first group.")
    values: list[str] = Field(default=[], description="What a text must be one of.")
    min: int = Field(default=0, ge=0, description="The fewest characters.")
    max: int = Field(default=0, ge=0, description="The most characters; 0 knows no limit.")
    message: str = Field(default="", description="What to say, {found} and {expected} in it.")
    severity: Literal["error", "warning", "info"] = Field(default="warning", description="How much it matters.")
    safety: Literal["safe", "unsafe"] = Field(default="unsafe", description="Whether a replacement needs --unsafe.")
    examples: list[CustomExample] = Field(default=[], description="Examples that the command `rules test` runs.")

    @field_validator("name")
    @classmethod
    def _is_free(cls, value: str) -> str:
        if not _NAME.fullmatch(value):
            raise _wrong(f'"{value}" is no name, expected small letters, digits and hyphens')
        if value in registry.codes() or value == "custom":
            raise _wrong(f'"{value}" is a rule that listlint has, expected another name')
        return value

    @field_validator("code")
    @classmethod
    def _is_code(cls, value: str) -> str:
        if not CODE.fullmatch(value):
            raise _wrong(f'"{value}" is no code of a custom rule, expected X and three digits, such as X001')
        return value

    @field_validator("scope")
    @classmethod
    def _is_scope(cls, value: str) -> str:
        if not SCOPE.fullmatch(value):
            raise _wrong(
                f'"{value}" is no scope, expected entry.title, entry.url, entry.summary, entry.field.NAME, section.title or document'
            )
        return value

    @field_validator("pattern")
    @classmethod
    def _is_quick(cls, value: str, info: ValidationInfo) -> str:
        try:
            found = patterns.compiled(value)
        except patterns.PatternError as error:
            raise _wrong(f"`{value[:60]}`: {error}") from None
        if info.data.get("kind") not in (None, "require") and found.search(""):
            raise _wrong(f"`{value}` matches an empty text, expected something to match")
        return value

    @field_validator("replacement")
    @classmethod
    def _can_be_written(cls, value: str, info: ValidationInfo) -> str:
        if "\n" in value or "\r" in value:
            raise _wrong("replacement has a new line, expected none")
        if "pattern" in info.data:
            try:
                patterns.compiled(info.data["pattern"]).sub(value, "")
            except (re.error, IndexError) as error:
                raise _wrong(f"{value!r} can't be filled in: {error}") from None
        return value

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        given = self.model_fields_set
        every = set().union(*_KEYS.values())
        if strange := sorted((given & every) - _KEYS[self.kind]):
            raise _wrong(f'kind "{self.kind}" takes no "{strange[0]}"')
        needs = {"forbid": ["pattern"], "replace": ["pattern", "replacement"], "one-of": ["values"], "consistent": ["pattern"]}
        if missing := [key for key in needs.get(self.kind, ()) if key not in given]:
            raise _wrong(f'kind "{self.kind}" needs the key "{missing[0]}"')
        if self.kind == "length" and not (self.min or self.max):
            raise _wrong('kind "length" needs the key "min" or "max"')
        if self.max and self.min > self.max:
            raise _wrong(f"min is {self.min}, expected at most max, {self.max}")
        if self.kind == "require" and self.scope in ("document", "section.title") and not self.pattern:
            raise _wrong(f'kind "require" in "{self.scope}" needs the key "pattern"')
        if self.kind == "one-of" and self.scope == "document":
            raise _wrong('kind "one-of" has no meaning in "document"')
        if self.kind != "replace" and any(example.fixed is not None for example in self.examples):
            raise _wrong(f'kind "{self.kind}" fixes nothing, expected no "fixed" in its examples')
        return self
