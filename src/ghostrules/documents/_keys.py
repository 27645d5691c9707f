"""One table of keys serves reading, writing, the JSON Schema and the reference page."""

from collections.abc import Callable, Collection, Iterable, Mapping
from itertools import islice
from typing import Any, Final, cast

from attrs import field, frozen

from ghostrules.diagnostics import Diagnostic
from ghostrules.documents._codes import diagnostic
from ghostrules.documents._faults import Faulty, fault, shown, suggestion
from ghostrules.documents._readers import Reader
from ghostrules.phrases import phrase

REQUIRED: Final = object()
_MOST_STRANGE: Final = 40
_TYPO: Final = 0.75
Schema = Mapping[str, object]
Writer = Callable[[Any], object]


def plainly(value: object) -> object:
    """Write a value as it is."""
    return value


@frozen
class Key:
    """One key of a document: its name, what it means, how it is read, written and described.

    `default` is what holds without the key, `REQUIRED` where there must be one.
    """

    name: str
    about: str
    read: Reader
    schema: Schema
    write: Writer = field(default=plainly, kw_only=True)
    default: object = field(default=None, kw_only=True)


Keys = Mapping[str, Key]


def keyed(keys: Iterable[Key]) -> Keys:
    """Put keys under their names, in order."""
    return {key.name: key for key in keys}


def read_keys(keys: Keys, table: Mapping[str, object], path: str) -> dict[str, Any]:
    """Read every key of a table that is known; what is absent gets its default."""
    values: dict[str, Any] = {}
    faults: list[Diagnostic] = []
    for key in keys.values():
        try:
            values[key.name] = read_key(key, table, path)
        except Faulty as faulty:
            faults.extend(faulty.diagnostics)
    if faults:
        raise Faulty(*faults)
    return values


def read_key(key: Key, table: Mapping[str, object], path: str) -> Any:  # noqa: ANN401 - as the key says
    """Read one key of a table, or give its default."""
    if key.name in table:
        return key.read(table[key.name], under(path, key.name))
    if key.default is REQUIRED:
        raise fault(
            "GR003",
            phrase("`{key}` is missing", key=key.name),
            path,
            expected=phrase("`{key}`: {about}", key=key.name, about=key.about),
        )
    return key.default


def write_keys(keys: Keys, value: object) -> dict[str, Any]:
    """Write the attributes of a value that differ from the defaults of their keys."""
    return {
        key.name: key.write(getattr(value, key.name))
        for key in keys.values()
        if getattr(value, key.name) != key.default
    }


def unknown_keys(table: Mapping[str, object], known: Iterable[str], path: str) -> list[Diagnostic]:
    """Report the first keys that nobody knows, each with the one that was probably meant."""
    names = list(known)
    strange = ((name, value) for name, value in table.items() if name not in names)
    return [
        _unknown(name, value, names, under(path, name))
        for name, value in islice(strange, _MOST_STRANGE)
    ]


def without(table: Mapping[str, object], names: Collection[str]) -> Mapping[str, object]:
    """Leave out keys that are dealt with elsewhere."""
    return {name: value for name, value in table.items() if name not in names}


def _unknown(name: str, value: object, names: list[str], path: str) -> Diagnostic:
    nested = list(cast("Mapping[str, object]", value)) if isinstance(value, Mapping) else []
    if len(nested) == 1 and suggestion(name, names, alike=_TYPO) is None:
        return diagnostic(
            "GR012",
            phrase(
                "`{name}.{nested}` is no key: a dot opens a table, here one called `{name}`",
                name=name,
                nested=nested[0],
            ),
            path=path,
            help=suggestion(nested[0], names) or phrase("keys have no dots"),
        )
    return diagnostic(
        "GR002",
        phrase("`{name}` is no key that is known here", name=name),
        path=path,
        value=shown(name),
        help=suggestion(name, names) or phrase("the keys are {known}", known=", ".join(names)),
    )


def under(path: str, name: str) -> str:
    """Name a key of the table at `path`.

    >>> under("", "id"), under("step[2]", "when")
    ('id', 'step[2].when')
    """
    return f"{path}.{name}" if path else name
