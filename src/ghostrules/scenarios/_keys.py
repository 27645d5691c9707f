"""The keys of a scenario: the tables that read them, and from which the reference is made."""

from typing import Any, Final

from ghostrules.documents import REQUIRED, Key, Keys, as_list, keyed, read_text, word_of
from ghostrules.scenarios._scenario import Ticks

_ANY: Final[dict[str, object]] = {}


def as_it_is(value: object, _path: str) -> Any:  # noqa: ANN401 - read with what else stands there
    """Take a value that is read later, once it is known beside what it stands."""
    return value


def _later(name: str, about: str, default: object = None) -> Key:
    return Key(name, about, as_it_is, _ANY, default=default)


SCENARIO_KEYS: Final[Keys] = keyed(
    (
        _later(
            "policy", "the name of a built-in, the path of a file, or a `[policy]` table", REQUIRED
        ),
        _later(
            "client",
            "the client: a territory such as `NL`, a table of a party, or with `clients` an id",
            REQUIRED,
        ),
        _later("clients", "the path of a document of clients"),
        _later("timezone", "the client's time zone; without it, that of the territory"),
        _later("locale", "the client's locale, such as `nl_NL`; without it, that of the territory"),
        _later("hours", "the client's contact hours, `09:00-17:00` unless said"),
        _later("sender", "ourselves: a territory or a table; without it, as the client"),
        _later("me", "the path of a document of ourselves"),
        _later("sender_timezone", "our time zone"),
        _later("sender_locale", "our locale"),
        _later("sender_hours", "our working hours"),
        _later("other", 'third calendars that the policy names: `{ platform = "NL" }`'),
        Key("case", "the name of the case", read_text, _ANY, default="case"),
        _later("start", "when the case begins; without an offset the client's time", REQUIRED),
        _later("started", "of a case that is taken over with `start`: when the wait began"),
        _later("done", "of such a case: when each step happened that is already done"),
        _later("facts", "the facts that the policy declares: a table from name to value"),
        _later("details", "the details of the client that are known; without it, nobody looked"),
        _later("never", "the kinds of effects that this client does not get"),
        Key(
            "ticks",
            "when somebody looks: `punctual` at every due instant, or only where `listed`",
            word_of(Ticks),
            _ANY,
            default=Ticks.PUNCTUAL,
        ),
        _later("until", "the last instant at which time passes by itself"),
        Key("event", "what happens, in order", as_list, _ANY, default=()),
        Key("expect", "the steps that are to come, in order", as_list, _ANY, default=()),
        Key(
            "expect-effect",
            "the effects that are to come and belong to no step, in order",
            as_list,
            _ANY,
            default=(),
        ),
        _later("expect-end", "how the case is to stand at the end"),
    )
)
