"""Effects as a document writes them: a name, a table of one, or a list of these."""

from collections.abc import Callable, Mapping
from typing import Any, Final, cast

from ghostrules import do
from ghostrules.documents import (
    REQUIRED,
    Faulty,
    Key,
    Keys,
    as_list,
    as_table,
    fault,
    gather,
    keyed,
    read_keys,
    read_text,
    read_texts,
    read_truth,
    suggestion,
    unknown_keys,
    word_of,
    write_keys,
)
from ghostrules.effects import KINDS, Effect, Hours
from ghostrules.errors import PolicyError
from ghostrules.phrases import as_words, phrase
from ghostrules.policy._words import ClientDetail

MOST_EFFECTS: Final = 50
_TEXT: Final = {"type": "string", "minLength": 1}
_TEXTS: Final = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}
_TRUTH: Final = {"type": "boolean"}
_TYPO: Final = 0.85
_DETAIL: Final = {"enum": [detail.value for detail in ClientDetail]}


def _read_detail(value: object, path: str) -> str:
    return str(word_of(ClientDetail)(value, path))


EFFECT_KEYS: Final[Keys] = keyed(
    (
        Key("template", "the words; without it, those named by policy and step", read_text, _TEXT),
        Key("to", "the role of the contact who gets it", read_text, _TEXT),
        Key("cc", "roles of contacts who get a copy", read_texts, _TEXTS, write=list, default=()),
        Key("attach", "documents to attach", read_texts, _TEXTS, write=list, default=()),
    )
)
CUSTOM_KEYS: Final[Keys] = keyed(
    (
        Key("name", phrase("what the effect is called"), read_text, _TEXT, default=REQUIRED),
        Key("reaches_client", "whether the client notices", read_truth, _TRUTH, default=False),
        Key("live", "whether a person performs it live", read_truth, _TRUTH, default=False),
        Key("adverse", "whether it is to the client's harm", read_truth, _TRUTH, default=False),
        Key("detail", "the detail of the client that it needs", _read_detail, _DETAIL),
        *EFFECT_KEYS.values(),
    )
)


def read_effects(value: object, path: str) -> tuple[Effect, ...]:
    """Read what a step does: at least one effect."""
    if isinstance(value, Effect | str | Mapping):
        return (_effect(cast("object", value), path),)
    items = as_list(value, path)
    if not items:
        raise fault(
            "GR004", phrase("a step does at least one thing"), path, expected=phrase("an effect")
        )
    if len(items) > MOST_EFFECTS:
        raise fault(
            "GR023",
            phrase("{count} effects are too many for a step", count=len(items)),
            path,
            expected=phrase("at most {most}", most=MOST_EFFECTS),
        )
    return tuple(gather(_item(item, f"{path}[{i}]") for i, item in enumerate(items)))


def _item(value: object, path: str) -> Callable[[], Effect]:
    return lambda: _effect(value, path)


def _effect(value: object, path: str) -> Effect:
    match value:
        case Effect():
            return _as_document(value, path)
        case str():
            return _named(value, {}, path)
        case _:
            return _from_table(as_table(value, path), path)


def _from_table(table: Mapping[str, object], path: str) -> Effect:
    if len(table) != 1:
        raise fault(
            "GR004",
            phrase("a table holds one effect"),
            path,
            value=table,
            expected=phrase('a table such as `{{ email = {{ to = "billing" }} }}`'),
            help=phrase('several effects are a list: `[{{ email = {{ ... }} }}, "call"]`'),
        )
    name, inside = next(iter(table.items()))
    if name == "custom":
        return _custom(as_table(inside, f"{path}.custom"), f"{path}.custom")
    if name == "first_of":
        return do.first_of(*read_effects(inside, f"{path}.first_of"))
    return _named(name, as_table(inside, f"{path}.{name}"), path)


def _named(name: str, table: Mapping[str, object], path: str) -> Effect:
    if name not in KINDS:
        raise _unknown(name, path)
    place = f"{path}.{name}" if table else path
    strange = unknown_keys(table, EFFECT_KEYS, place)
    if strange:
        raise Faulty(*strange)
    return Effect(KINDS[name], **read_keys(EFFECT_KEYS, table, place))


def _unknown(name: str, path: str) -> Faulty:
    if name == "custom":
        help = phrase('write `{{ custom = {{ name = "..." }} }}`')
    elif name == "first_of":
        help = phrase('write `{{ first_of = ["email", "sms"] }}`')
    else:
        own = phrase('an effect of your own is `{{ custom = {{ name = "{name}" }} }}`', name=name)
        help = suggestion(name, KINDS) or own
    return fault(
        "GR005",
        phrase("`{name}` is no effect that is known", name=name),
        path,
        expected=", ".join(KINDS),
        help=help,
    )


def _custom(table: Mapping[str, object], path: str) -> Effect:
    details = {name: value for name, value in table.items() if name not in CUSTOM_KEYS}
    _refuse_details(details, path)
    try:
        return do.custom(**read_keys(CUSTOM_KEYS, table, path), **cast("Any", details))
    except PolicyError as error:
        found = error.report.diagnostics[0]
        raise fault(found.code, as_words(found.message), f"{path}.name", help=found.help) from error


def _refuse_details(details: Mapping[str, object], path: str) -> None:
    strange = [
        found.diagnostics[0]
        for name, value in details.items()
        if (found := _strange_detail(name, value, f"{path}.{name}")) is not None
    ]
    if strange:
        raise Faulty(*strange)


def _strange_detail(name: str, value: object, path: str) -> Faulty | None:
    meant = suggestion(name, CUSTOM_KEYS, alike=_TYPO)
    if meant is not None:
        return fault(
            "GR002", phrase("`{name}` looks like a key misspelt", name=name), path, help=meant
        )
    if not isinstance(value, str | int):
        expected = phrase("a text, a whole number, `true` or `false`")
        return fault("GR004", phrase("no value for a detail"), path, value=value, expected=expected)
    return None


def _as_document(effect: Effect, path: str) -> Effect:
    """Refuse an effect that no document could hold (L25)."""
    written = write_effect(effect)
    try:
        read = _effect(written, path)
    except Faulty:
        read = None
    if read != effect:
        raise fault(
            "GR018",
            phrase("the effect `{effect}` cannot be written in a document", effect=effect.name),
            path,
            help=phrase("make it with `do.{effect}()` or `do.custom(...)`", effect=effect.name),
        )
    return effect


def write_effects(effects: tuple[Effect, ...]) -> object:
    """Write what a step does, as short as it can be read."""
    written = [write_effect(effect) for effect in effects]
    return written[0] if len(written) == 1 else written


def write_effect(effect: Effect) -> object:
    """Write one effect: its name alone where nothing else is said."""
    if effect.fallbacks:
        return {"first_of": [write_effect(each) for each in effect.alternatives]}
    if effect.name not in KINDS:
        return {"custom": _write_custom(effect)}
    said = write_keys(EFFECT_KEYS, effect)
    return {effect.name: said} if said else effect.name


def _write_custom(effect: Effect) -> dict[str, object]:
    kind = effect.kind
    said: dict[str, object] = {"name": kind.name}
    said |= {flag: True for flag in ("reaches_client", "adverse") if getattr(kind, flag)}
    if kind.hours is Hours.BOTH:
        said["live"] = True
    if kind.detail is not None:
        said["detail"] = str(kind.detail)
    return said | write_keys(EFFECT_KEYS, effect) | dict(effect.details)
