"""What English texts mean, by their symbols."""

import pytest

from ghostrules.timing import BusinessDays, Duration, Months, read, read_amount, symbol

MEANINGS = {
    "24 hours after reminder": "reminder+24h",
    "48h before pause": "pause-48h",
    "48 hours prior to the pause": "pause-48h",
    "24 hours later": "+24h",
    "24hours later": "+24h",
    "after 48 hours": "+48h",
    "90 min after start": "start+90min",
    "an hour later": "+1h",
    "30 days after due": "due+30d",
    "a week after follow-up": "follow-up+1w",
    "1 week later": "+1w",
    "two months after start": "start+2mo",
    "the next day": "+1d",
    "the day after": "+1d",
    "the day after call": "call+1d",
    "the next business day": "+1bd",
    "the next working day after call": "call+1bd",
    "5 working days after completion": "completion+5bd",
    "twelve workdays after completion": "completion+12bd",
    "the Tuesday of the following week": "@tue+1w",
    "on Tuesday of the calendar week of start": "start@tue+0w",
    "on Tuesday of the calendar week following start": "start@tue+1w",
    "Tuesday of the week after start": "start@tue+1w",
    "on Tuesday of the 2nd calendar week following start": "start@tue+2w",
    "on Tuesday of the first week following start": "start@tue+1w",
    "on Sunday of the 111th week after start": "start@sun+111w",
    "once the week of follow-up has passed": "follow-up@eow+0w",
    "when the week of follow-up is over": "follow-up@eow+0w",
    "at the end of the week of follow-up": "follow-up@eow+0w",
    "when the calendar month following start has passed": "start@eom+1mo",
    "when the second month after start has passed": "start@eom+2mo",
    "within 24 hours": "..+24h",
    "within 24 hours of start": "start..+24h",
    "4 to 7 days after start": "start+4d..+7d",
    "four to seven days": "+4d..+7d",
    "4-7 days": "+4d..+7d",
    "4\u20137 days": "+4d..+7d",
    "between 5 business days and 30 calendar days after due": "due+5bd..+30d",
    "30/60/90 days after due": "due+30/60/90d",
    "30, 60, and 90 days after due": "due+30/60/90d",
    "every week after call, at most 3 times": "call+1w*3",
    "every 2 business days up to four times": "+2bd*4",
    "when the deadline of final-letter has passed": "final-letter.deadline",
    "after the deadline of final-letter": "final-letter.deadline",
    "30 days after the deadline of final-letter": "final-letter.deadline+30d",
    "14 days after the delivery of letter": "letter.delivery+14d",
    "7 days after notice#2": "notice#2+7d",
    "at 09:30 30 days after due": "due+30d T09:30",
    "at 9:30, the next day": "+1d T09:30",
    "\uff12\uff14 hours after follow\u2010up": "follow-up+24h",
}


@pytest.mark.parametrize("text", MEANINGS)
def test_a_text_has_its_one_meaning(text: str) -> None:
    """The table of texts and symbols holds."""
    assert symbol(read(text)) == MEANINGS[text]


def test_a_step_may_have_the_name_of_a_word() -> None:
    """An id that is a word of the language is still an id."""
    assert symbol(read("24 hours after after")) == "after+24h"


def test_units_stay_as_they_were_said() -> None:
    """L2: a week is not seven days, a day is not 24 hours."""
    texts = ("7 days later", "1 week later", "24 hours later", "1 day later")
    assert len({read(text) for text in texts}) == 4


def test_amounts_are_read_on_their_own() -> None:
    """Amounts stand alone where no timing is asked for."""
    texts = ("48 hours", "5 working days", "a month")
    assert [read_amount(text) for text in texts] == [Duration(2880), BusinessDays(5), Months(1)]
