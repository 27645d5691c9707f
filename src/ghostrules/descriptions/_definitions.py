"""What the words of a clause mean: business day, time zone, end of a period, week."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from attrs import frozen

from ghostrules.calendars import Calendar
from ghostrules.descriptions._speaker import Speaker
from ghostrules.descriptions._toned import Text, Toned
from ghostrules.descriptions._values import Sentence
from ghostrules.locales import territory_name, weekday_name
from ghostrules.phrases import Phrase, phrase
from ghostrules.policy import Prefer, Step
from ghostrules.timing import Between, Within, inner

_WEEK: Final = 7
_WEEKS: Final = 10


@frozen
class Known:
    """What is known of the client: the calendar, whether its zone counts, whether it was given."""

    calendar: Calendar | None
    has_zone: bool = True
    is_given: bool = False


def definitions(speaker: Speaker, known: Known) -> Iterator[Sentence]:
    """Say what is meant by a business day, a week, a period, and whose time counts."""
    calendar = known.calendar
    yield speaker.sentence(_business_days(speaker, calendar))
    yield speaker.sentence(_week(speaker, calendar))
    yield speaker.sentence(_hours())
    yield speaker.sentence(*_days())
    if any(map(_is_early, speaker.policy.steps)):
        yield speaker.sentence(phrase("Within a span of time we act at its earliest moment."))
    zone = calendar.timezone if calendar is not None and known.has_zone else None
    yield speaker.sentence(_zone(zone))
    yield speaker.sentence(*_contact(_hours_of(known)))
    yield speaker.sentence(_held())


def _is_early(step: Step) -> bool:
    in_span = isinstance(inner(step.timing), Within | Between)
    return in_span and step.prefer is not Prefer.LATEST


def _business_days(speaker: Speaker, calendar: Calendar | None) -> Text:
    match speaker.policy.business_days:
        case "client":
            return _of_the_client(speaker, calendar)
        case "sender":
            return phrase("Business days are those of the place where we work.")
        case "both":
            return _OF_BOTH
        case other:
            return phrase("Business days are those of the calendar “{calendar}”.", calendar=other)


_OF_BOTH: Final = Toned(
    phrase("Business days are days that are business days both where you are and where we work."),
    phrase("Business days are days that count as such both where you are and where we work."),
)


def _of_the_client(speaker: Speaker, calendar: Calendar | None) -> Toned:
    if calendar is None:
        return Toned(
            phrase("Business days are those of the place where you are established."),
            phrase("Business days are those of the place where you are."),
        )
    places = {
        "days": _open_days(speaker, calendar),
        "place": territory_name(calendar.territory, speaker.language),
    }
    return Toned(
        phrase(
            "Business days are {days}, save the public holidays where you are: {place}.", **places
        ),
        phrase(
            "Business days are {days}, but not the public holidays where you are: {place}.",
            **places,
        ),
    )


def _open_days(speaker: Speaker, calendar: Calendar) -> str:
    """Name the weekdays that are business days as a rule, a stretch by its ends."""
    in_order = [(calendar.first_weekday + number) % _WEEK for number in range(_WEEK)]
    days = [weekday for weekday in in_order if _is_open(calendar, weekday)]
    names = [weekday_name(weekday, speaker.tag) for weekday in days]
    if len(days) > 2 and (days[-1] - days[0]) % _WEEK == len(days) - 1:
        return phrase("{first} to {last}", first=names[0], last=names[-1])
    return speaker.together(names)


def _is_open(calendar: Calendar, weekday: int) -> bool:
    """Look at some weeks in the last year, of which holidays take a few."""
    first = date(calendar.last_year, 1, 1)
    day = first + timedelta(days=(weekday - first.weekday()) % _WEEK)
    weeks = (day + timedelta(weeks=number) for number in range(_WEEKS))
    return sum(map(calendar.is_business_day, weeks)) * 2 > _WEEKS


def _week(speaker: Speaker, calendar: Calendar | None) -> Phrase:
    if calendar is None:
        return phrase("A calendar week is one of the place where business days are counted.")
    first = calendar.first_weekday
    return phrase(
        "A calendar week runs from {first} to {last}.",
        first=weekday_name(first, speaker.tag),
        last=weekday_name((first - 1) % _WEEK, speaker.tag),
    )


def _hours() -> Phrase:
    return phrase("Hours run on without a break, at night and on days off as well.")


def _days() -> Iterator[Phrase]:
    yield phrase("In days, weeks and months, the day from which we count is left out.")
    yield phrase("A period in days ends at midnight, when its last day is over.")


def _zone(zone: str | None) -> Text:
    if zone is None:
        return Toned(
            phrase("Dates and times of day are those of the time zone where you are established."),
            phrase("Dates and times of day are those of your time zone."),
        )
    return Toned(
        phrase(
            "Dates and times of day are those where you are established (time zone {zone}).",
            zone=zone,
        ),
        phrase("Dates and times of day are those where you are (time zone {zone}).", zone=zone),
    )


def _contact(hours: str | None) -> Iterator[Text]:
    yield _CONTACT if hours is None else _contact_within(hours)
    yield phrase(
        "What would fall outside them comes when they next begin, "
        "or, where we count back from a later step, before they end."
    )


_CONTACT: Final = Toned(
    phrase("We write to you and telephone you in your business hours only."),
    phrase("We only write to you and call you in your business hours."),
)


def _contact_within(hours: str) -> Toned:
    return Toned(
        phrase(
            "We write to you and telephone you in your business hours only ({hours}).", hours=hours
        ),
        phrase("We only write to you and call you in your business hours ({hours}).", hours=hours),
    )


def _hours_of(known: Known) -> str | None:
    """Give hours that need no words: the same on each business day, and said by somebody."""
    if known.calendar is None or not known.is_given:
        return None
    hours = str(known.calendar.hours)
    return None if any(letter.isalpha() for letter in hours) else hours


def _held() -> Text:
    return Toned(
        phrase(
            "Time in which it is our turn, or in which the matter rests, never counts against you."
        ),
        phrase(
            "Time in which it's our turn, or in which the matter rests, never counts against you."
        ),
    )
