"""The forms in which timings are said: what a sentence of each form holds, free of words."""

from enum import StrEnum

from attrs import frozen

from ghostrules.timing._amounts import Amount
from ghostrules.timing._units import counted
from ghostrules.timing._values import (
    PREVIOUS,
    After,
    Anchor,
    AnchorPoint,
    Before,
    Between,
    DayWhen,
    DeadlinePassed,
    Every,
    OnWeekday,
    Passed,
    Period,
    Several,
    Within,
)


class Form(StrEnum):
    """A way to say a timing; a language has templates for each."""

    AFTER = "after"
    BEFORE = "before"
    WEEKDAY_SAME = "weekday, same week"
    WEEKDAY_NEXT = "weekday, following week"
    WEEKDAY_NTH = "weekday, later week"
    WEEK_SAME = "week passed"
    WEEK_NEXT = "following week passed"
    WEEK_NTH = "later week passed"
    MONTH_SAME = "month passed"
    MONTH_NEXT = "following month passed"
    MONTH_NTH = "later month passed"
    WITHIN = "within"
    BETWEEN = "between"
    BETWEEN_MIXED = "between, mixed units"
    SEVERAL = "several"
    EVERY = "every"
    DEADLINE = "deadline passed"


_WEEKDAY = (Form.WEEKDAY_SAME, Form.WEEKDAY_NEXT, Form.WEEKDAY_NTH)
_WEEK = (Form.WEEK_SAME, Form.WEEK_NEXT, Form.WEEK_NTH)
_MONTH = (Form.MONTH_SAME, Form.MONTH_NEXT, Form.MONTH_NTH)


@frozen
class Said:
    """A timing taken apart for a sentence; `count` is a number of periods or of times."""

    form: Form
    anchor: AnchorPoint = PREVIOUS
    amounts: tuple[Amount, ...] = ()
    weekday: int = 0
    count: int = 0


def take_apart(when: DayWhen) -> Said:
    match when:
        case After(amount, anchor):
            return Said(Form.AFTER, anchor, (amount,))
        case Before(amount, anchor):
            return Said(Form.BEFORE, anchor, (amount,))
        case OnWeekday(weekday, week, anchor):
            return Said(_by_count(_WEEKDAY, week), anchor, weekday=weekday, count=week)
        case Passed(period, later, anchor):
            return Said(_by_count(_periods(period), later), anchor, count=later)
        case DeadlinePassed(step, occurrence=occurrence):
            return Said(Form.DEADLINE, Anchor(step, occurrence=occurrence))
        case _:
            return _take_stretch_apart(when)


def _take_stretch_apart(when: Within | Between | Several | Every) -> Said:
    match when:
        case Within(amount, anchor):
            return Said(Form.WITHIN, anchor, (amount,))
        case Between(low, high, anchor):
            return Said(_range_form(low, high), anchor, (low, high))
        case Several(amounts, anchor):
            return Said(Form.SEVERAL, anchor, amounts)
        case Every(amount, times, anchor):
            return Said(Form.EVERY, anchor, (amount,), count=times)


def _range_form(low: Amount, high: Amount) -> Form:
    return Form.BETWEEN if counted(low)[1] is counted(high)[1] else Form.BETWEEN_MIXED


def _periods(period: Period) -> tuple[Form, ...]:
    return _WEEK if period is Period.WEEK else _MONTH


def _by_count(forms: tuple[Form, ...], count: int) -> Form:
    return forms[min(count, 2)]


def put_together(said: Said) -> DayWhen:
    if said.form in _WEEKDAY:
        return OnWeekday(said.weekday, _count(said, _WEEKDAY), said.anchor)
    if said.form in _WEEK:
        return Passed(Period.WEEK, _count(said, _WEEK), said.anchor)
    if said.form in _MONTH:
        return Passed(Period.MONTH, _count(said, _MONTH), said.anchor)
    if isinstance(said.anchor, Anchor) and said.form is Form.BEFORE:
        return Before(said.amounts[0], said.anchor)
    if isinstance(said.anchor, Anchor) and said.form is Form.DEADLINE:
        return DeadlinePassed(said.anchor.name, occurrence=said.anchor.occurrence)
    return _put_amounts_together(said)


def _put_amounts_together(said: Said) -> DayWhen:
    match said.form:
        case Form.WITHIN:
            return Within(said.amounts[0], said.anchor)
        case Form.BETWEEN | Form.BETWEEN_MIXED:
            return Between(said.amounts[0], said.amounts[1], said.anchor)
        case Form.SEVERAL:
            return Several(said.amounts, said.anchor)
        case Form.EVERY:
            return Every(said.amounts[0], said.count, said.anchor)
        case _:
            return After(said.amounts[0], said.anchor)


def _count(said: Said, forms: tuple[Form, ...]) -> int:
    place = forms.index(said.form)
    return said.count if place == 2 else place
