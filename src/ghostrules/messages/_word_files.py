"""Words in and out of documents: one file a language, or a folder of them."""

from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from ghostrules.documents import (
    REQUIRED,
    Faulty,
    Format,
    Key,
    Keys,
    as_table,
    choices,
    fault,
    format_of,
    gather,
    keyed,
    read_file,
    read_id,
    read_keys,
    read_text,
    read_text_as,
    read_texts,
    under,
    unfaulted,
    unknown_keys,
    without,
    word_of,
)
from ghostrules.errors import WordsError
from ghostrules.messages._fields import FIELDS, FieldType
from ghostrules.messages._lexicon import VARIANTS, Letter, Lexicon, Phrases, Template
from ghostrules.messages._texts import Text, read_body, read_subject, read_template_text
from ghostrules.phrases import all_of, phrase

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

MOST_TEMPLATES: Final = 500
_OWN: Final = tuple(type_ for type_ in FieldType if type_ is not FieldType.LIMIT)
_NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})
_SUFFIX: Final = ".toml"
_TEXT: Final = {"type": "string", "minLength": 1}
_TABLE: Final = {"type": "object"}
_PLACES: Final = {
    "moment": frozenset({"date", "time"}),
    "last-day": frozenset({"date"}),
    "zone": frozenset({"moment", "city"}),
}


def load_words(path: str | Path) -> tuple[Lexicon, ...]:
    """Read one's own words from a file, or from every file of a folder.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder, "nl.toml")
    ...     _ = file.write_text('language = "nl"')
    ...     [lexicon.language for lexicon in load_words(folder)]
    ['nl']

    The names end in `.toml` or `.json`. Raises `WordsError` with every fault of a file, `OSError`
    where there is none.
    """
    found = Path(path)
    if not found.is_dir():
        return (_load(found),)
    return tuple(_load(file) for file in sorted(found.iterdir()) if file.suffix in _FORMATS)


_FORMATS: Final = (".toml", ".json")


def loads_words(text: str, format: Format = "toml") -> Lexicon:
    """Read one's own words from a text.

    >>> loads_words('language = "fr"').language
    'fr'

    Raises `WordsError` with every fault of the document.
    """
    return unfaulted(lambda: read_text_as(text, format, _lexicon), WordsError)


@cache
def built_in_words(language: str) -> Lexicon:
    """Give the library's own words in a language.

    >>> built_in_words("en").templates["our-turn"].fields
    ('client', 'replied')

    Raises `WordsError` for a language in which the library has none.
    """

    def read() -> Lexicon:
        if language not in built_in_languages():
            raise fault(
                "GR005", phrase("there are no words in `{language}`", language=language), "language"
            )
        return read_text_as(_text_of(language), "toml", _lexicon)

    return unfaulted(read, WordsError)


@cache
def built_in_languages() -> tuple[str, ...]:
    """List the languages in which the library has words.

    >>> "en" in built_in_languages()
    True
    """
    names = (entry.name for entry in _folder().iterdir())
    return tuple(sorted(n.removesuffix(_SUFFIX) for n in names if n.endswith(_SUFFIX)))


def _folder() -> "Traversable":
    return files("ghostrules.messages") / "words"


def _text_of(language: str) -> str:
    return (_folder() / f"{language}{_SUFFIX}").read_text(encoding="utf-8")


def _load(file: Path) -> Lexicon:
    return unfaulted(
        lambda: read_text_as(read_file(file), format_of(file), _lexicon),
        WordsError,
    )


def _lexicon(document: Mapping[str, object]) -> Lexicon:
    own, others = _apart(document)
    read = gather((lambda: read_keys(_FILE_KEYS, own, ""), lambda: _templates(others)))
    return Lexicon(templates=read[1], **read[0])


def _apart(document: Mapping[str, object]) -> tuple[Mapping[str, object], Mapping[str, object]]:
    own = {name: document[name] for name in _FILE_KEYS if name in document}
    return own, without(document, _FILE_KEYS)


def _templates(document: Mapping[str, object]) -> Mapping[str, Any]:
    if len(document) > MOST_TEMPLATES:
        raise fault(
            "GR501",
            phrase("the document has {count} templates", count=len(document)),
            "",
            expected=phrase("at most {most}", most=MOST_TEMPLATES),
        )
    read = gather(_template(*item) for item in document.items())
    return MappingProxyType({one.id: one for one in read})


def _template(id: str, value: object) -> Callable[[], Template]:
    def read() -> Template:
        table = as_table(value, id)
        _refuse_strangers(table, _TEMPLATE_KEYS, id)
        said = read_keys(_TEMPLATE_KEYS, table, id)
        texts = {name: said[name] for name in VARIANTS if said[name] is not None}
        if not texts:
            raise fault(
                "GR003",
                phrase("`{id}` has no words", id=id),
                id,
                expected="`formal`, `informal`, `note`",
            )
        return Template(id, said["fields"], MappingProxyType(texts))

    return read


def _read_letter(value: object, path: str) -> Letter:
    table = as_table(value, path)
    _refuse_strangers(table, _LETTER_KEYS, path)
    return Letter(**read_keys(_LETTER_KEYS, table, path))


def _refuse_strangers(table: Mapping[str, object], keys: Keys, path: str) -> None:
    strange = unknown_keys(table, keys, path)
    if strange:
        raise Faulty(*strange)


def _read_language(value: object, path: str) -> str:
    from ghostrules.locales import is_language_tag

    tag = read_text(value, path)
    if is_language_tag(tag):
        return tag
    raise fault(
        "GR005",
        phrase("no language that is known"),
        path,
        value=tag,
        expected=phrase("a language such as `nl`, or as a territory speaks it, `nl_BE`"),
    )


def _read_fields(value: object, path: str) -> dict[str, FieldType]:
    return dict(gather(_own_field(*item, path) for item in as_table(value, path).items()))


def _own_field(name: str, said: object, path: str) -> Callable[[], tuple[str, FieldType]]:
    place = under(path, name)

    def read() -> tuple[str, FieldType]:
        if name in FIELDS:
            raise fault(
                "GR116",
                phrase("`{name}` is a field already", name=name),
                place,
                help=phrase("choose another name"),
            )
        if said == FieldType.LIMIT:
            raise fault(
                "GR005", phrase("only the machine sets limits"), place, expected=choices(_OWN)
            )
        return read_id(name, place), word_of(FieldType)(said, place)

    return read


def _read_phrases(value: object, path: str) -> Phrases:
    table = as_table(value, path)
    _refuse_strangers(table, _PHRASE_KEYS, path)
    said = read_keys(_PHRASE_KEYS, table, path)
    return Phrases(**{name.replace("-", "_"): text for name, text in said.items()})


def _phrase(name: str, about: str) -> Key:
    return Key(
        name, about, lambda value, path: _with_places(value, path, name), _TEXT, default=REQUIRED
    )


def _with_places(value: object, path: str, name: str) -> Text:
    text = read_template_text(value, path)
    if text.names == _PLACES[name]:
        return text
    expected = all_of(f"`{{{place}}}`" for place in sorted(_PLACES[name]))
    raise fault("GR501", phrase("the phrase lacks a place"), path, value=value, expected=expected)


def _read_courts(value: object, path: str) -> dict[str, str]:
    return {
        name: read_text(said, under(path, name)) for name, said in as_table(value, path).items()
    }


_LETTER_KEYS: Final[Keys] = keyed(
    (
        Key("subject", phrase("one line"), read_subject, _TEXT, default=REQUIRED),
        Key("body", phrase("plain text"), read_body, _TEXT, default=REQUIRED),
    )
)
_TEMPLATE_KEYS: Final[Keys] = keyed(
    (
        Key("fields", "the names of its fields", read_texts, _TEXT, default=()),
        *(Key(name, "a subject and a body", _read_letter, _TABLE) for name in VARIANTS),
    )
)
_PHRASE_KEYS: Final[Keys] = keyed(
    (
        _phrase("moment", phrase("how a date and a time are said")),
        _phrase("last-day", phrase("how the last day of a term is said")),
        _phrase("zone", phrase("how it is said whose time it is")),
    )
)
_FILE_KEYS: Final[Keys] = keyed(
    (
        Key(
            "language",
            phrase("the language: `nl`, or `nl_BE`"),
            _read_language,
            _TEXT,
            default=REQUIRED,
        ),
        Key(
            "fields", "fields of its own, with their types", _read_fields, _TABLE, default=_NOTHING
        ),
        Key("phrases", "moments and last days", _read_phrases, _TABLE),
        Key("courts", "names of courts by territory", _read_courts, _TABLE, default=_NOTHING),
    )
)
