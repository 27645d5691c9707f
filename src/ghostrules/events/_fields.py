"""The one table of what each event carries: it reads, writes and describes the documents."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from attrs import Factory, field, frozen

from ghostrules.documents import REQUIRED
from ghostrules.events._parts import By, Who
from ghostrules.events._reading import (
    ReadValue,
    read_day_or_instant,
    read_details,
    read_facts,
    read_instant,
    read_instants,
    read_sum,
    read_target,
    read_text,
    read_texts,
    read_value,
    word_reader,
)
from ghostrules.events._values import (
    NAMES,
    Adopted,
    Answered,
    Away,
    Bounced,
    Cancelled,
    Confirmed,
    Delivered,
    Disputed,
    Done,
    Dropped,
    Elapsed,
    FactChanged,
    Failed,
    Held,
    Moved,
    Opened,
    Paid,
    PartPaid,
    PaymentUndone,
    Performed,
    Promised,
    Released,
    Replied,
    Signal,
    Skipped,
    Started,
    Undone,
)
from ghostrules.events._writing import plainly, write_instant, write_pairs, write_set, write_value
from ghostrules.phrases import phrase


@frozen
class Field:
    """One key of an event: its name, what it means, how it is read and written.

    >>> from ghostrules.events import FIELDS, Away
    >>> [(field.name, field.required) for field in FIELDS[Away]]
    [('until', True), ('who', False)]

    `default` is what holds without the key, `attribute` what the event calls it.
    """

    name: str
    about: str
    read: ReadValue = field(repr=False)
    write: Callable[[Any], object] = field(default=plainly, kw_only=True, repr=False)
    default: object = field(default=None, kw_only=True)
    attribute: str = field(
        default=Factory(lambda field: field.name, takes_self=True), kw_only=True, repr=False
    )

    @property
    def required(self) -> bool:
        """Whether there is no event without this key."""
        return self.default is REQUIRED


Fields = tuple[Field, ...]

AT: Final = Field(
    "at", phrase("when it happened"), read_instant, write=write_instant, default=REQUIRED
)
_STEP = Field("step", phrase("the id of the step"), read_text, default=REQUIRED)
REASON: Final = Field("reason", "why, in your own words", read_text)
_WHY = (
    Field("by", "who says so", read_text),
    Field("why", "why, in your own words", read_text),
)
_BY = Field("by", "`person` or `automatic`", word_reader(By), write=str, default=By.PERSON)
_REPORT = (
    Field("step", "the id of the step; this or `key`", read_text),
    Field("key", "the key of the effect; this or `step`", read_text),
    Field("channel", "the kind of effect, where a step has several", read_text),
)
_UNTIL = Field(
    "until",
    phrase("the last date, or the instant at which it ends"),
    read_day_or_instant,
    write=write_value,
    default=REQUIRED,
)
_LAST = Field(
    "until",
    "the last date, or the instant at which it ends; without it, open",
    read_day_or_instant,
    write=write_value,
)
_AMOUNT = Field("amount", "how much; without it, all", read_sum, write=write_value)
_PART = Field("amount", phrase("how much"), read_sum, write=write_value, default=REQUIRED)
_TAKEN_BACK = Field("amount", "how much; without it, the last payment", read_sum, write=write_value)


def _facts(name: str, about: str) -> Field:
    return Field(name, about, read_facts, write=write_pairs, default=())


def _instants(name: str, about: str) -> Field:
    return Field(name, about, read_instants, write=write_pairs, default=())


_CASE = Field("case", phrase("the name of the case"), read_text, default=REQUIRED)
_KNOWN = (
    _facts("facts", "the facts that the policy declares: a table from name to value"),
    Field(
        "details",
        "the details of the client that are known; without it, nobody looked",
        read_details,
        write=write_set,
    ),
    Field(
        "never",
        "the kinds of effects that this client does not get",
        read_texts,
        write=write_set,
        default=frozenset[str](),
    ),
)
_VALUE = Field("value", phrase("its new value"), read_value, write=write_value, default=REQUIRED)
_TO = Field(
    "to",
    phrase("a date, an instant, or a timing in the language of the policy"),
    read_target,
    write=write_value,
    default=REQUIRED,
)

CARRIED: Final[Mapping[type, Fields]] = MappingProxyType(
    {
        Started: (_CASE, *_KNOWN),
        Adopted: (
            _CASE,
            _instants("done", "when each step happened that is already done"),
            Field(
                "started",
                phrase("when the wait began"),
                read_instant,
                write=write_instant,
                default=REQUIRED,
            ),
            *_KNOWN,
        ),
        Elapsed: (_instants("observed", "up to when each source was read"),),
        Signal: (_facts("data", "new values of facts"),),
        Replied: (),
        Answered: (),
        Performed: _REPORT,
        Delivered: _REPORT,
        Failed: _REPORT,
        Bounced: _REPORT,
        Opened: _REPORT,
        Done: (_STEP, Field("result", "what came of it", read_text)),
        Confirmed: (_STEP,),
        Dropped: (_STEP,),
        Held: (_LAST, REASON, _BY),
        Released: (REASON, _BY),
        Promised: (_UNTIL,),
        Away: (
            _UNTIL,
            Field("who", "`client` or `us`", word_reader(Who), write=str, default=Who.CLIENT),
        ),
        Disputed: (REASON,),
        Paid: (_AMOUNT,),
        PartPaid: (_PART,),
        PaymentUndone: (_TAKEN_BACK,),
        FactChanged: (Field("name", phrase("the fact"), read_text, default=REQUIRED), _VALUE),
        Skipped: (_STEP, *_WHY),
        Moved: (_STEP, _TO, *_WHY),
        Cancelled: (REASON,),
        Undone: (REASON,),
    }
)
OPENINGS: Final[Mapping[type, str]] = MappingProxyType({Started: "started", Adopted: "adopted"})
CLASSES: Final[Mapping[str, type]] = MappingProxyType(
    {name: kind for names in (OPENINGS, NAMES) for kind, name in names.items()}
)
