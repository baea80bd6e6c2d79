"""Data classes as the standard library's, made in a tenth of its time: of the hundred and more that are imported, a run makes few.

`__init__` is compiled when the first instance is made, everything else is shared. `dataclasses.fields` and its kin take these
classes for their own; importing that module, which reads source code, waits until somebody asks.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeVar, cast, dataclass_transform, overload

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

_NONE: Final = object()
"""Stands for what isn't there."""


class _Field:
    """One field, as it was declared."""

    __slots__ = ("default", "default_factory", "hash", "hint", "kw_only", "name", "repr")

    def __init__(self, default: object, default_factory: object, *, repr: bool, hash: bool) -> None:  # noqa: A002 - as the library's
        self.default = default
        self.default_factory = default_factory
        self.repr = repr
        self.hash = hash
        self.name = ""
        self.hint: object = None
        self.kw_only = False


def field(*, default_factory: Callable[[], object] | object = _NONE, repr: bool = True, hash: bool = True) -> Any:  # noqa: A002, ANN401
    """A field with more to say than its type, as `dataclasses.field`."""
    return _Field(_NONE, default_factory, repr=repr, hash=hash)


@overload
def dataclass(cls: type[T], /) -> type[T]: ...
@overload
def dataclass(
    *, frozen: bool = False, slots: bool = False, order: bool = False, kw_only: bool = False, eq: bool = True
) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform(field_specifiers=(field,))
def dataclass(  # noqa: PLR0913 - as the library's
    cls: type[T] | None = None,
    /,
    *,
    frozen: bool = False,
    slots: bool = False,
    order: bool = False,
    kw_only: bool = False,
    eq: bool = True,
) -> type[T] | Callable[[type[T]], type[T]]:
    """As `dataclasses.dataclass`, with as much of it as is used here."""

    def made(cls: type[T]) -> type[T]:
        found = _fields(cls, kw_only=kw_only)
        if slots:
            cls = _slotted(cls, found)
        _equip(cls, found, frozen=frozen, order=order, eq=eq)
        return cls

    return made if cls is None else made(cls)


def names(cls: type) -> tuple[str, ...]:
    """The names of the fields of a class made here, in order."""
    return tuple(cls.__record_fields__)  # type: ignore[attr-defined] # made here


def replace(one: T, **changes: object) -> T:
    """`one` with some fields another value; raises `TypeError` for a field it doesn't have."""
    cls = type(one)
    return cls(**{**{name: getattr(one, name) for name in names(cls)}, **changes})


def _fields(cls: type, *, kw_only: bool) -> dict[str, _Field]:
    """Those of the bases, then its own; their defaults are taken off the class where they aren't values."""
    found: dict[str, _Field] = {}
    for base in reversed(cls.__mro__[1:]):
        found |= base.__dict__.get("__record_fields__", {})
    for name, hint in cls.__dict__.get("__annotations__", {}).items():  # noqa: RUF063 - inspect costs more than all this
        if str(hint).startswith(("ClassVar", "typing.ClassVar")):
            continue
        default = cls.__dict__.get(name, _NONE)
        one = default if isinstance(default, _Field) else _Field(default, _NONE, repr=True, hash=True)
        if one is default:
            delattr(cls, name)
        one.name, one.hint, one.kw_only = name, hint, kw_only
        found[name] = one
    return found


def _slotted(cls: type[T], found: dict[str, _Field]) -> type[T]:
    """The class made anew, with a place for each field and for nothing else."""
    held = {name for base in cls.__mro__[1:] for name in base.__dict__.get("__slots__", ())}
    space = {key: value for key, value in cls.__dict__.items() if key not in found and key not in {"__dict__", "__weakref__"}}
    kind: Any = type(cls)
    made: type[T] = kind(cls.__name__, cls.__bases__, {**space, "__slots__": tuple(name for name in found if name not in held)})
    made.__qualname__ = cls.__qualname__
    return made


def _equip(cls: type, found: dict[str, _Field], *, frozen: bool, order: bool, eq: bool) -> None:
    every: dict[str, object] = {
        "__record_fields__": found,
        "__dataclass_fields__": _Twin(),
        "__match_args__": tuple(name for name, one in found.items() if not one.kw_only),
        "__init__": _first(cls, found, frozen=frozen),
        "__repr__": _repr,
    }
    if eq:
        every |= {
            "__eq__": _equal(tuple(found)),
            "__hash__": _hash(tuple(name for name, one in found.items() if one.hash)) if frozen else None,
        }
    if order:
        every |= _ordering(tuple(found))
    if frozen:
        every |= {"__setattr__": _refuse, "__delattr__": _refuse}
    for name, value in every.items():
        if (
            name not in cls.__dict__
            or name in {"__record_fields__", "__match_args__"}
            or (name == "__hash__" and cls.__dict__[name] is None)
        ):
            setattr(cls, name, value)


def _first(cls: type, found: dict[str, _Field], *, frozen: bool) -> Callable[..., None]:
    """An `__init__` that puts the real one in its place."""

    def __init__(self: object, *args: object, **words: object) -> None:  # noqa: N807 - what it stands for
        real = _init(cls, found, frozen=frozen)
        type.__setattr__(cls, "__init__", real)
        real(self, *args, **words)

    return __init__


def _init(cls: type, found: dict[str, _Field], *, frozen: bool) -> Callable[..., None]:
    space: dict[str, object] = {"_none": _NONE}
    heads: list[str] = []
    body: list[str] = []
    for one in sorted(found.values(), key=lambda one: one.kw_only):
        name = one.name
        if one.kw_only and "*" not in heads:
            heads.append("*")
        value = name
        if one.default_factory is not _NONE:
            space[f"_make_{name}"] = one.default_factory
            heads.append(f"{name}=_none")
            value = f"_make_{name}() if {name} is _none else {name}"
        elif one.default is not _NONE:
            space[f"_default_{name}"] = one.default
            heads.append(f"{name}=_default_{name}")
        else:
            heads.append(name)
        slot = getattr(cls, name, None)
        if not frozen:
            body.append(f" self.{name} = {value}")
        elif type(slot).__name__ == "member_descriptor":
            space[f"_set_{name}"] = cast("Any", slot).__set__
            body.append(f" _set_{name}(self, {value})")
        else:
            body.append(f" self.__dict__[{name!r}] = {value}")
    if hasattr(cls, "__post_init__"):
        body.append(" self.__post_init__()")
    source = f"def __init__(self, {', '.join(heads)}):\n" + ("\n".join(body) or " pass")
    exec(source, space)  # noqa: S102 - made of field names alone
    made = cast("Callable[..., None]", space["__init__"])
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


def _repr(self: object) -> str:
    found: dict[str, _Field] = type(self).__record_fields__  # type: ignore[attr-defined] # made here
    told = ", ".join(f"{name}={getattr(self, name)!r}" for name, one in found.items() if one.repr)
    return f"{type(self).__qualname__}({told})"


def _values(fields: tuple[str, ...]) -> Callable[[object], object]:
    return attrgetter(*fields) if fields else lambda _: ()


def _equal(fields: tuple[str, ...]) -> Callable[[object, object], bool]:
    values = _values(fields)

    def __eq__(self: object, other: object) -> bool:  # noqa: N807
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    return __eq__


def _hash(fields: tuple[str, ...]) -> Callable[[object], int]:
    values = _values(fields)

    def __hash__(self: object) -> int:  # noqa: N807
        return hash(values(self))

    return __hash__


def _ordering(fields: tuple[str, ...]) -> dict[str, object]:
    values = cast("Callable[[object], Any]", _values(fields))

    def __lt__(self: object, other: object) -> bool:  # noqa: N807
        return bool(values(self) < values(other)) if other.__class__ is self.__class__ else NotImplemented

    def __le__(self: object, other: object) -> bool:  # noqa: N807
        return bool(values(self) <= values(other)) if other.__class__ is self.__class__ else NotImplemented

    def __gt__(self: object, other: object) -> bool:  # noqa: N807
        return bool(values(self) > values(other)) if other.__class__ is self.__class__ else NotImplemented

    def __ge__(self: object, other: object) -> bool:  # noqa: N807
        return bool(values(self) >= values(other)) if other.__class__ is self.__class__ else NotImplemented

    return {"__lt__": __lt__, "__le__": __le__, "__gt__": __gt__, "__ge__": __ge__}


def _refuse(self: object, name: str, *_: object) -> NoReturn:
    raise AttributeError(f"{type(self).__qualname__}.{name} is frozen")


class _Twin:
    """What the standard library looks for, made when it looks."""

    def __get__(self, one: object, cls: type) -> dict[str, Any]:
        import dataclasses  # noqa: PLC0415 - see above

        found: dict[str, _Field] = cls.__record_fields__  # type: ignore[attr-defined] # made here
        told = [(name, one.hint, _library(one)) for name, one in found.items()]
        twin = dataclasses.make_dataclass(cls.__name__, cast("Any", told))
        return {one.name: one for one in dataclasses.fields(cast("Any", twin))}


def _library(one: _Field) -> Any:  # noqa: ANN401 - the library's own
    import dataclasses  # noqa: PLC0415 - see above

    words: dict[str, Any] = {"repr": one.repr, "hash": None if one.hash else False, "kw_only": True}
    if one.default is not _NONE:
        words["default"] = one.default
    elif one.default_factory is not _NONE:
        words["default_factory"] = one.default_factory
    return dataclasses.field(**words)
