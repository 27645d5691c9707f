"""Third calendars, which a policy names and an option gives."""

from typing import Final

from ghostrules.calendars import Calendar
from ghostrules.cli._wrong import Wrong, unknown
from ghostrules.errors import CalendarError
from ghostrules.policy import Policy

_OWN_NAMES: Final = ("client", "sender", "both")


def read_others(given: tuple[str, ...], policy: Policy) -> dict[str, Calendar]:
    """Make the calendars that are given, which are those that the policy names."""
    others = _others(given)
    _demand_named(policy, {*_OWN_NAMES, *others})
    _demand_used(policy, others)
    return others


def _others(given: tuple[str, ...]) -> dict[str, Calendar]:
    others: dict[str, Calendar] = {}
    for text in given:
        name, calendar = _other(text)
        if name in others:
            raise Wrong(f"the calendar `{name}` is given twice", "give it once")
        others[name] = calendar
    return others


def _other(text: str) -> tuple[str, Calendar]:
    """Only its business days are ever asked for, so zone and language do not matter."""
    name, _, territory = text.partition("=")
    if not name or not territory:
        raise Wrong(f"`--other` is `{text}`, expected a name and a territory as in `platform=NL`")
    if name in _OWN_NAMES:
        raise Wrong(f"`--other` is `{text}`, but `{name}` is a party of every case")
    try:
        locale = f"en_{territory[:2].upper()}"
        return name, Calendar.for_country(territory, timezone="UTC", locale=locale, name=name)
    except CalendarError as error:
        raise Wrong(str(error)) from error


def _named(policy: Policy) -> dict[str, None]:
    steps = (step.business_days or "client" for step in policy.steps)
    return dict.fromkeys((policy.business_days, *steps))


def _demand_named(policy: Policy, given: set[str]) -> None:
    for name in _named(policy):
        if name not in given:
            raise Wrong(
                f"the policy counts business days of `{name}`, which was not given",
                f"give its territory as in `--other {name}=NL`",
            )


def _demand_used(policy: Policy, others: dict[str, Calendar]) -> None:
    wanted = [name for name in _named(policy) if name not in _OWN_NAMES]
    for name in others:
        if name not in wanted:
            raise unknown(name, f"calendar that `{policy.id}` names", wanted)
