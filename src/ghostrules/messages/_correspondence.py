"""What is known about a case besides its policy: the parties, the words, and what was told."""

from collections.abc import Mapping
from typing import Final

from attrs import field, frozen

from ghostrules.documents import choices, suggestion
from ghostrules.errors import MessageError
from ghostrules.messages._fields import FIELDS, FieldType, FieldValue, Source, is_of
from ghostrules.messages._wordbook import Words
from ghostrules.parties import Party, Register

LONGEST_VALUE: Final = 5_000


def _register(register: str | None) -> Register | None:
    if register is None or register in tuple(Register):
        return None if register is None else Register(register)
    raise MessageError(f"`{register}` is no register, expected {choices(Register)}")


@frozen(eq=False)
class Correspondence:
    """Who writes to whom about what, and in which words.

    >>> acme = Party("acme", "NL", name="Acme B.V.", register="informal")
    >>> about = Correspondence(client=acme, known={"project": "the new website"})
    >>> about.register.value, about.known["project"]
    ('informal', 'the new website')

    `client` and `sender` are the parties, as far as there are documents of them. `known` gives
    values of fields: text, numbers, `Money` and dates. `words` are one's own; `register` is that
    of the client unless it is said. Raises `MessageError` for a field that nobody knows, or that
    the machine alone can fill, and for a value of another type.
    """

    client: Party | None = field(default=None, kw_only=True)
    sender: Party | None = field(default=None, kw_only=True)
    known: Mapping[str, FieldValue] = field(factory=dict[str, FieldValue], kw_only=True)
    words: Words = field(factory=Words, kw_only=True)
    _register: Register | None = field(
        default=None, kw_only=True, alias="register", converter=_register
    )

    def __attrs_post_init__(self) -> None:
        own = {name: type_ for one in self.words.own for name, type_ in one.fields.items()}
        for name, value in self.known.items():
            _accept(name, value, own)

    @property
    def register(self) -> Register:
        """How the client is spoken to."""
        if self._register is not None:
            return self._register
        return Register.FORMAL if self.client is None else self.client.register


def _accept(name: str, value: FieldValue, own: Mapping[str, FieldType]) -> None:
    known = FIELDS.get(name)
    if known is not None and known.source is Source.MACHINE:
        raise MessageError(f"`{name}` is filled by the machine: nobody else can say it")
    type_ = own.get(name) if known is None else known.type
    if type_ is None:
        names = (
            *own,
            *(each.name for each in FIELDS.values() if each.source is not Source.MACHINE),
        )
        raise MessageError(f"no field is called `{name}`; {suggestion(name, names) or _DECLARE}")
    if not is_of(value, type_):
        raise MessageError(f"`{name}` is no {type_}: `{str(value)[:40]}`")
    if isinstance(value, str) and len(value) > LONGEST_VALUE:
        raise MessageError(f"`{name}` has {len(value)} letters, expected at most {LONGEST_VALUE}")


_DECLARE: Final = "fields of your own stand in your words, under `[fields]`"
