"""One language for one calendar: everything that fills the places of a sentence."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from attrs import frozen

from ghostrules.calendars import Calendar
from ghostrules.conditions import FactValue
from ghostrules.locales import DEFAULT_LANGUAGE, spoken, territory_of, weekday_name
from ghostrules.messages._dates import (
    date_text,
    localised,
    moment_text,
    money_text,
    number_text,
    time_text,
)
from ghostrules.messages._words import DETAILS, EVENTS, WAYS, effect_words
from ghostrules.money import Money
from ghostrules.phrases import phrase
from ghostrules.timing import NO_LABELS, Amount, Labels, When, write, write_amount

_NAMING = "nom"
_BEFORE_MIDNIGHT = timedelta(microseconds=1)


@frozen
class Voice:
    """A language, dates in the calendar's time zone as `tag` writes them, and labels of steps."""

    language: str
    tag: str
    calendar: Calendar
    labels: Labels = NO_LABELS

    @property
    def in_english(self) -> bool:
        """Whether the reader is spoken to in English."""
        return self.language == DEFAULT_LANGUAGE

    def moment(self, at: datetime) -> str:
        """Write an instant."""
        return moment_text(at, self.calendar, self.tag)

    def day(self, day: date, *, year: bool = True) -> str:
        """Write a date."""
        return date_text(day, self.tag, year=year)

    def point(self, point: date | datetime) -> str:
        """Write a date or an instant."""
        return self.moment(point) if isinstance(point, datetime) else self.day(point)

    def time(self, at: datetime) -> str:
        """Write the time of day of an instant."""
        return time_text(localised(at, self.calendar), self.tag)

    def last_day(self, until: datetime) -> str:
        """Write the last date before an instant that is a midnight."""
        return self.day(localised(until - _BEFORE_MIDNIGHT, self.calendar).date())

    def weekday(self, day: date) -> str:
        """Write the name of a date's weekday."""
        return weekday_name(day.weekday(), self.tag)

    def amount(self, amount: Amount) -> str:
        """Write an amount in canonical words."""
        return write_amount(amount, self.language)

    def rule(self, when: When) -> str:
        """Write a timing in canonical words."""
        return write(when, self.language, labels=self.labels)

    def end(self, at: datetime) -> str:
        """Write the instant at which something ends; a midnight as the end of the day before."""
        if self._is_midnight(at):
            return phrase("the end of {day}", day=self.last_day(at))
        return self.moment(at)

    def until(self, until: datetime | None) -> str:
        """Say until when, or that nobody knows."""
        if until is None:
            return phrase("until it is released")
        if self._is_midnight(until):
            return phrase("until the end of {day}", day=self.last_day(until))
        return phrase("until {moment}", moment=self.moment(until))

    def _is_midnight(self, at: datetime) -> bool:
        return localised(at, self.calendar).time() == time()

    def by(self, person: str | None) -> str:
        """Say by whom, if anybody said so."""
        return "" if person is None else phrase(" by {person}", person=person)

    def why(self, why: str | None) -> str:
        """Say why, if anybody said so."""
        return "" if why is None else phrase(" ({why})", why=self.quoted(why))

    def quoted(self, text: str) -> str:
        """Write somebody's own words."""
        return phrase("“{text}”", text=text)

    def step(self, step: str) -> str:
        """Name a step by its label; in languages that inflect, the carrier noun does so for it."""
        return self.labels.form(self.language, step, _NAMING) or step

    def first_step(self, step: str) -> str:
        """Name a step where the English sentence begins with it; an id keeps its letters."""
        name = self.step(step)
        begins = self.in_english and name != step
        return f"{name[0].upper()}{name[1:]}" if begins else name

    def event(self, name: str) -> str:
        """Name an event; a policy's own keeps its name."""
        return EVENTS.get(name, name)

    def cause(self, name: str) -> str:
        """Name an event, or the step that had the same effect."""
        return EVENTS.get(name) or self.step(name)

    def detail(self, name: str) -> str:
        """Name a detail of the client."""
        return DETAILS.get(name, name)

    def way(self, detail: str) -> str:
        """Name the way to the client for which a detail is needed, or a kind of effect."""
        return WAYS.get(detail) or effect_words(detail)

    def value(self, value: FactValue) -> str:
        """Write the value of a fact."""
        match value:
            case bool():
                return phrase("true") if value else phrase("false")
            case int() | Decimal():
                return number_text(value, self.tag)
            case Money():
                return money_text(value, self.tag)
            case str():
                return self.quoted(value)
            case _:
                return self.point(value)


def voice_for(calendar: Calendar, locale: str | None, labels: Labels = NO_LABELS) -> Voice:
    language = spoken(locale)
    tag = f"{language}_{territory_of(locale or calendar.locale)}"
    return Voice(language, tag, calendar, labels)
