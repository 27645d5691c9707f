"""Whoever speaks: in a language and a register, with the dates and amounts of a locale."""

from collections.abc import Iterable, Mapping
from datetime import datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from attrs import frozen

from ghostrules.calendars import Calendar
from ghostrules.conditions import Condition, FactValue
from ghostrules.descriptions._mentions import mentioned
from ghostrules.descriptions._provisos import proviso
from ghostrules.descriptions._toned import Text, Toned
from ghostrules.descriptions._values import Sentence
from ghostrules.locales import in_language
from ghostrules.messages import long_date_text, money_text, time_text
from ghostrules.money import Money
from ghostrules.parties import Register
from ghostrules.phrases import Listing, all_of, one_of, phrase
from ghostrules.policy import Policy
from ghostrules.timing import Amount, When, write, write_amount

_DAY: Final = timedelta(days=1)
_NAMING: Final = "nom"


@frozen(eq=False)
class Speaker:
    """Everything that fills the places of a sentence.

    `tag` is a language that we have words for with the territory of the reader.
    """

    policy: Policy
    language: str
    tag: str
    register: Register
    facts: Mapping[str, FactValue]

    @property
    def mentioned(self) -> frozenset[str]:
        """The steps that are counted from, that a condition asks about, or an event leads to."""
        return mentioned(self.policy)

    def toned(self, text: Text) -> str:
        """Choose the tone."""
        return text.to(self.register) if isinstance(text, Toned) else text

    def said(self, text: Text | str) -> str:
        """Say a text in the language."""
        chosen = text if isinstance(text, str) else self.toned(text)
        return in_language(chosen, self.language)

    def sentence(self, *texts: Text | str) -> Sentence:
        """Say one thing after the other."""
        return Sentence(self.run(texts))

    def run(self, texts: Iterable[Text | str]) -> str:
        """Say one thing after the other, each beginning with a capital."""
        return " ".join(self.capital(self.said(text)) for text in texts)

    def capital(self, text: str) -> str:
        """Begin with a capital; the Turkish one of `i` has its dot."""
        first = "İ" if self.language == "tr" and text[:1] == "i" else text[:1].upper()
        return f"{first}{text[1:]}"

    def named(self, step: str) -> str:
        """Name a step by its label, or so that nothing has to agree with it."""
        label = self.policy.labels.form(self.language, step, _NAMING)
        return label or phrase("the step “{step}”", step=step)

    def timing(self, when: When) -> str:
        """Write a timing in canonical words."""
        return write(when, self.language, labels=self.policy.labels)

    def amount(self, amount: Amount) -> str:
        """Write an amount in canonical words."""
        return write_amount(amount, self.language)

    def proviso(self, condition: Condition) -> str:
        """Say what a condition asks, as it stands behind the word `if`."""
        return proviso(condition, self.named)

    def moment(self, at: datetime, calendar: Calendar) -> str:
        """Write an instant, in the calendar's time zone, so that it cannot be misread."""
        local = at.astimezone(ZoneInfo(calendar.timezone))
        if local.time() == time():
            before = local.date() - _DAY
            return phrase("the end of {date}", date=long_date_text(before, self.tag))
        return phrase(
            "{date}, {time}",
            date=long_date_text(local.date(), self.tag),
            time=time_text(local, self.tag),
        )

    def time(self, at: time) -> str:
        """Write a time of day."""
        return time_text(datetime(2000, 1, 1, at.hour, at.minute), self.tag)  # noqa: DTZ001

    def money(self, name: str, blank: str) -> str:
        """Write an amount of money that is known, or a blank that says what belongs there."""
        known = self.facts.get(name)
        return money_text(known, self.tag) if isinstance(known, Money) else blank

    def together(self, items: Iterable[Text | str]) -> Listing:
        """Join what all holds."""
        return all_of([self._tone(item) for item in items])

    def either(self, items: Iterable[Text | str]) -> Listing:
        """Join what one of holds."""
        return one_of([self._tone(item) for item in items])

    def _tone(self, item: Text | str) -> str:
        return item if isinstance(item, str) else self.toned(item)
