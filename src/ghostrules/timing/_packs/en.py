"""English: how timings are written and read, and what is refused."""

from typing import Final

from ghostrules.phrases import phrase
from ghostrules.timing._forms import Form
from ghostrules.timing._pack import Fixed, Pack, Refusal, Templates, UnitWords
from ghostrules.timing._units import Unit
from ghostrules.timing._values import Part

_DAY = (1, Unit.DAY)
_FORTNIGHTS = phrase("can be counted in weeks or in days")
_IN_FORTNIGHT = (("weeks", 2), ("days", 14))
_BUSINESS_DAY = (1, Unit.BUSINESS_DAY)
_OPEN_DAY = "(business day|working day|workday)"

_HALVES = {
    "half an hour": "30 minutes",
    "half hour": "30 minutes",
    "half-hour": "30 minutes",
    "a half hour": "30 minutes",
    "an hour and a half": "90 minutes",
    "one and a half hours": "90 minutes",
    "a quarter of an hour": "15 minutes",
    "quarter of an hour": "15 minutes",
}
_WEEKDAYS = {
    short: name
    for name, all_short in (
        ("Monday", ("mon",)),
        ("Tuesday", ("tue", "tues")),
        ("Wednesday", ("wed", "weds")),
        ("Thursday", ("thu", "thur", "thurs")),
        ("Friday", ("fri",)),
        ("Saturday", ("sat",)),
        ("Sunday", ("sun",)),
    )
    for short in all_short
}
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_NUMBERS = (
    {word: str(number) for number, word in enumerate(_TEENS, 13)}
    | {word: str(10 * number) for number, word in enumerate(_TENS, 2)}
    | {
        f"{ten}{gap}{one}": str(10 * tens + ones)
        for tens, ten in enumerate(_TENS, 2)
        for ones, one in enumerate(_ONES, 1)
        for gap in ("-", " ")
    }
)
_CLOCKS = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"} | {
    f"{hour}{gap}{half}": f"{hour % 12 + later:02}:00"
    for hour in range(1, 13)
    for gap in ("", " ")
    for half, later in (("am", 0), ("pm", 12))
}

PACK: Final = Pack(
    language="en",
    name=phrase("English"),
    quotes=("'", "'"),
    units={
        Unit.HOUR: UnitWords("hour", "hours", ("every hour",), ("h", "hr"), ("hrs",)),
        Unit.MINUTE: UnitWords("minute", "minutes", ("every minute",), ("min",), ("mins",)),
        Unit.DAY: UnitWords(
            "calendar day",
            "calendar days",
            ("every calendar day", "every day"),
            ("day",),
            ("days",),
        ),
        Unit.WEEK: UnitWords("week", "weeks", ("every week",)),
        Unit.MONTH: UnitWords("month", "months", ("every month",)),
        Unit.BUSINESS_DAY: UnitWords(
            "business day",
            "business days",
            ("every business day", "every working day", "every workday"),
            ("working day", "workday"),
            ("working days", "workdays"),
        ),
    },
    numbers={
        "one": 1,
        "two": 2,
        "three": 3,
        "four": 4,
        "five": 5,
        "six": 6,
        "seven": 7,
        "eight": 8,
        "nine": 9,
        "ten": 10,
        "eleven": 11,
        "twelve": 12,
    },
    articles=("a", "an"),
    ordinals={
        "first": 1,
        "second": 2,
        "third": 3,
        "fourth": 4,
        "fifth": 5,
        "sixth": 6,
        "seventh": 7,
        "eighth": 8,
        "ninth": 9,
        "tenth": 10,
        "eleventh": 11,
        "twelfth": 12,
    },
    ordinal_endings=(
        ("11", "th"),
        ("12", "th"),
        ("13", "th"),
        ("1", "st"),
        ("2", "nd"),
        ("3", "rd"),
        ("", "th"),
    ),
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    joins=(", ", " and ", ", and "),
    repeated=("every {amount}",),
    instead=_CLOCKS | _NUMBERS | _HALVES | _WEEKDAYS,
    timed=("at {time} {rest}", "at {time}, {rest}"),
    clock=(":",),
    needed=("nom",),
    start={"nom": ("start", "the start")},
    step={"nom": ("{id}", "the {id}", "[the ][step ]'{id}'", "[the ]step {id}")},
    fact={"nom": ("{id}", "[the ]date [']{id}[']")},
    parts={
        Part.DELIVERY: {"nom": ("the delivery of {step}", "[the ]delivery of {step}")},
        Part.DEADLINE: {"nom": ("the deadline of {step}", "[the ]deadline of {step}")},
    },
    forms={
        Form.AFTER: Templates(
            anchored=(
                "{amount} after {anchor}",
                "{amount} following {anchor}",
                Fixed("[the ][next |following ]day after {anchor}", _DAY),
                Fixed(
                    f"[the ][next |first |following ]{_OPEN_DAY} after {{anchor}}", _BUSINESS_DAY
                ),
            ),
            bare=(
                "{amount} later",
                "after {amount}",
                Fixed("[the ](next|following) [calendar ]day", _DAY),
                Fixed("the day after", _DAY),
                Fixed(f"[the ](next|following) {_OPEN_DAY}", _BUSINESS_DAY),
            ),
        ),
        Form.BEFORE: Templates(
            anchored=(
                "{amount} before {anchor}",
                "{amount} (prior to|ahead of) {anchor}",
                Fixed("[the ]day (before|prior to) {anchor}", _DAY),
                Fixed(f"[the ][last ]{_OPEN_DAY} (before|prior to) {{anchor}}", _BUSINESS_DAY),
            ),
        ),
        Form.WEEKDAY_SAME: Templates(
            anchored=(
                "on {weekday} of the calendar week of {anchor}",
                "[on ][the ]{weekday} (of|in) the [calendar ]week of {anchor}",
            ),
            bare=(
                "on {weekday} of the same calendar week",
                "[on ][the ]{weekday} (of|in) the same [calendar ]week",
            ),
        ),
        Form.WEEKDAY_NEXT: Templates(
            anchored=(
                "on {weekday} of the calendar week following {anchor}",
                "[on ][the ]{weekday} (of|in) the [calendar ]week (following|after) {anchor}",
            ),
            bare=(
                "on {weekday} of the following calendar week",
                "[on ][the ]{weekday} (of|in) the following [calendar ]week",
                "[on ][the ]{weekday} (of|in) the [calendar ]week after",
            ),
        ),
        Form.WEEKDAY_NTH: Templates(
            anchored=(
                "on {weekday} of the {nth} calendar week following {anchor}",
                "[on ][the ]{weekday} (of|in) the {nth} [calendar ]week (following|after) {anchor}",
            ),
            bare=(
                "on {weekday} of the {nth} following calendar week",
                "[on ][the ]{weekday} (of|in) the {nth} following [calendar ]week",
            ),
        ),
        Form.WEEK_SAME: Templates(
            anchored=(
                "when the calendar week of {anchor} has passed",
                "(when|once|after) the [calendar ]week of {anchor} (has passed|is over|has ended)",
                "after the [calendar ]week of {anchor}",
                "[at ]the end of the [calendar ]week of {anchor}",
            ),
            bare=(
                "when the calendar week has passed",
                "(when|once|after) the [same ][calendar ]week (has passed|is over|has ended)",
            ),
        ),
        Form.WEEK_NEXT: Templates(
            anchored=(
                "when the calendar week following {anchor} has passed",
                "(when|once|after) the [calendar ]week (following|after) {anchor} "
                "(has passed|is over|has ended)",
                "[at ]the end of the [calendar ]week (following|after) {anchor}",
            ),
            bare=(
                "when the following calendar week has passed",
                "(when|once|after) the following [calendar ]week (has passed|is over|has ended)",
            ),
        ),
        Form.WEEK_NTH: Templates(
            anchored=(
                "when the {nth} calendar week following {anchor} has passed",
                "(when|once|after) the {nth} [calendar ]week (following|after) {anchor} "
                "(has passed|is over|has ended)",
            ),
            bare=(
                "when the {nth} following calendar week has passed",
                "(when|once|after) the {nth} following [calendar ]week "
                "(has passed|is over|has ended)",
            ),
        ),
        Form.MONTH_SAME: Templates(
            anchored=(
                "when the calendar month of {anchor} has passed",
                "(when|once|after) the [calendar ]month of {anchor} (has passed|is over|has ended)",
                "after the [calendar ]month of {anchor}",
                "[at ]the end of the [calendar ]month of {anchor}",
            ),
            bare=(
                "when the calendar month has passed",
                "(when|once|after) the [same ][calendar ]month (has passed|is over|has ended)",
            ),
        ),
        Form.MONTH_NEXT: Templates(
            anchored=(
                "when the calendar month following {anchor} has passed",
                "(when|once|after) the [calendar ]month (following|after) {anchor} "
                "(has passed|is over|has ended)",
                "[at ]the end of the [calendar ]month (following|after) {anchor}",
            ),
            bare=(
                "when the following calendar month has passed",
                "(when|once|after) the following [calendar ]month (has passed|is over|has ended)",
            ),
        ),
        Form.MONTH_NTH: Templates(
            anchored=(
                "when the {nth} calendar month following {anchor} has passed",
                "(when|once|after) the {nth} [calendar ]month (following|after) {anchor} "
                "(has passed|is over|has ended)",
            ),
            bare=(
                "when the {nth} following calendar month has passed",
                "(when|once|after) the {nth} following [calendar ]month "
                "(has passed|is over|has ended)",
            ),
        ),
        Form.WITHIN: Templates(
            anchored=("within {amount} after {anchor}", "within {amount} of {anchor}"),
            bare=("within {amount}",),
        ),
        Form.BETWEEN: Templates(
            anchored=(
                "between {low} and {high} after {anchor}",
                "[from ]{low} to {high} (after|following) {anchor}",
                "{low}-{high} (after|following) {anchor}",
            ),
            bare=(
                "between {low} and {high} later",
                "between {low} and {high}",
                "[from ]{low} to {high}[ later]",
                "{low}-{high}[ later]",
            ),
        ),
        Form.BETWEEN_MIXED: Templates(
            anchored=(
                "between {first} and {second} after {anchor}",
                "[from ]{first} to {second} (after|following) {anchor}",
            ),
            bare=(
                "between {first} and {second} later",
                "between {first} and {second}",
                "[from ]{first} to {second}[ later]",
            ),
        ),
        Form.SEVERAL: Templates(
            anchored=("{amounts} after {anchor}", "{amounts} following {anchor}"),
            bare=("{amounts} later", "{amounts}"),
        ),
        Form.EVERY: Templates(
            anchored=(
                "{each} after {anchor}, at most {times} times",
                "{each} (after|following) {anchor}[,] (at most|up to) {times} times",
            ),
            bare=(
                "{each}, at most {times} times",
                "{each}[,] (at most|up to) {times} times",
            ),
        ),
        Form.DEADLINE: Templates(
            anchored=(
                "when the deadline of {step} has passed",
                "(when|once|after) the deadline of {step} (has passed|is over|has ended)",
                "after the deadline of {step}",
            ),
        ),
    },
    refusals=(
        Refusal(
            ("[on ](next|this|coming|upcoming) {weekday}", "[on ]the (next|coming) {weekday}"),
            (
                "on {weekday} of the same calendar week",
                "on {weekday} of the following calendar week",
            ),
        ),
        Refusal(
            ("[on ][a ]{weekday}", "(by|until|till|no later than|before) {weekday}"),
            (
                "on {weekday} of the same calendar week",
                "on {weekday} of the following calendar week",
            ),
            phrase("does not say of which week"),
        ),
        Refusal(
            ("[on ][the ]{weekday} (of|in) [the ]next [calendar ]week", "next week {weekday}"),
            ("on {weekday} of the following calendar week",),
            phrase("does not say next to what"),
        ),
        Refusal(
            ("[in |during ][the ]next week",),
            ("1 week later", "on Monday of the following calendar week"),
        ),
        Refusal(
            ("[in |during ][the ]next month",),
            ("1 month later", "when the calendar month has passed"),
        ),
        Refusal(
            ("(biweekly|bi-weekly|fortnightly)",),
            ("every 2 weeks, at most 3 times", "every 3 calendar days, at most 3 times"),
        ),
        Refusal(
            ("[on ][the ]last {weekday}", "last (week|month)", "yesterday"),
            why=phrase("lies in the past"),
            help=phrase(
                "a timing looks ahead: say after what it comes, as in `{example}`",
                example="1 week after start",
            ),
        ),
        Refusal(
            (
                "half a (day|week|month)[ later]",
                "within half a (day|week|month)",
                "half a (day|week|month) (after|from|following|before) {anchor}",
            ),
            why=phrase("is no whole number"),
            help=phrase("use a whole number, of a smaller unit where there is one"),
        ),
        Refusal(
            ("[in |after ]{number} (fortnights|fortnight)[ later]",),
            ("{weeks} weeks later", "{days} calendar days later"),
            _FORTNIGHTS,
            multiples=_IN_FORTNIGHT,
        ),
        Refusal(
            ("{number} (fortnights|fortnight) (after|from|following) {anchor}",),
            ("{weeks} weeks after {anchor}", "{days} calendar days after {anchor}"),
            _FORTNIGHTS,
            multiples=_IN_FORTNIGHT,
        ),
        Refusal(
            ("{number} (fortnights|fortnight) (before|prior to) {anchor}",),
            ("{weeks} weeks before {anchor}", "{days} calendar days before {anchor}"),
            _FORTNIGHTS,
            multiples=_IN_FORTNIGHT,
        ),
        Refusal(
            ("within {number} (fortnights|fortnight)",),
            ("within {weeks} weeks", "within {days} calendar days"),
            _FORTNIGHTS,
            multiples=_IN_FORTNIGHT,
        ),
        Refusal(
            ("within {number} (fortnights|fortnight) (of|after) {anchor}",),
            ("within {weeks} weeks after {anchor}", "within {days} calendar days after {anchor}"),
            _FORTNIGHTS,
            multiples=_IN_FORTNIGHT,
        ),
        Refusal(
            ("[in |after ][a ]fortnight[ later]", "within [a ]fortnight"),
            ("2 weeks later", "10 business days later"),
            phrase("can be counted in weeks or in business days"),
        ),
        Refusal(
            ("[a ]fortnight (after|from|following) {anchor}", "within [a ]fortnight of {anchor}"),
            ("2 weeks after {anchor}", "10 business days after {anchor}"),
            phrase("can be counted in weeks or in business days"),
        ),
        Refusal(
            ("[a ]fortnight (before|prior to) {anchor}",),
            ("2 weeks before {anchor}", "10 business days before {anchor}"),
            phrase("can be counted in weeks or in business days"),
        ),
        Refusal(
            (
                "[by ](eod|cob|eob)",
                "[by |at |before ][the ]end of [the |this ][business |working ]day",
                "[by |at |before ][the ]close of business",
            ),
            ("within 0 calendar days", "at 17:00 0 calendar days later"),
        ),
        Refusal(
            ("[by ]eow", "[by |at |before ][the ]end of [the |this ]week"),
            ("when the calendar week has passed", "on Friday of the same calendar week"),
        ),
        Refusal(
            ("[by ]eom", "[by |at |before ][the ]end of [the |this ]month"),
            ("when the calendar month has passed",),
            phrase("does not say which day and which month"),
        ),
        Refusal(
            ("(mid-week|midweek|mid week)", "[in ][the ]middle of the week"),
            (
                "on Wednesday of the same calendar week",
                "on Wednesday of the following calendar week",
            ),
        ),
        Refusal(
            ("(at|on|over|after|by) the weekend",),
            (
                "on Saturday of the same calendar week",
                "on Monday of the following calendar week",
            ),
        ),
        Refusal(
            ("in a (couple of|few) days", "a (couple of|few) days later"),
            ("2 calendar days later", "between 2 and 3 calendar days later"),
            phrase("does not say how many days"),
        ),
        Refusal(
            ("a (couple of|few) days after {anchor}",),
            ("2 calendar days after {anchor}", "between 2 and 3 calendar days after {anchor}"),
            phrase("does not say how many days"),
        ),
        Refusal(
            ("in {amount}", "{amount} from now"),
            ("{amount} later", "{amount} after start"),
            phrase("does not say what it counts from"),
        ),
        Refusal(
            ("{amount}", "for {amount}"),
            ("{amount} later", "within {amount}"),
        ),
        Refusal(
            ("tomorrow",),
            ("1 calendar day later", "1 calendar day after start"),
            phrase("does not say what it counts from"),
        ),
        Refusal(
            ("today", "(immediately|at once|now|asap|right away|straight away)"),
            ("0 hours later", "0 hours after start"),
            phrase("does not say what it counts from"),
        ),
        Refusal(
            ("{amount} (before|earlier|ago)",),
            why=phrase("does not say what it counts back from"),
            help=phrase("name the step, as in `{example}`", example="{amount} before pause"),
        ),
        Refusal(
            ("[repeat ]{each}",),
            ("{each}, at most 2 times", "{each}, at most 3 times"),
            phrase("does not say how often"),
        ),
        Refusal(
            ("{each} (after|from|following) {anchor}",),
            (
                "{each} after {anchor}, at most 2 times",
                "{each} after {anchor}, at most 3 times",
            ),
            phrase("does not say how often"),
        ),
        Refusal(
            ("every other (week|weeks)",),
            ("every 2 weeks, at most 2 times", "every 2 weeks, at most 3 times"),
            phrase("does not say how often"),
        ),
        Refusal(
            ("weekly",),
            ("every week, at most 2 times", "every week, at most 3 times"),
            phrase("does not say how often"),
        ),
        Refusal(
            ("daily",),
            ("every calendar day, at most 3 times", "every business day, at most 3 times"),
        ),
        Refusal(
            ("monthly",),
            ("every month, at most 2 times", "every month, at most 3 times"),
            phrase("does not say how often"),
        ),
        Refusal(
            ("{rest} at {time}", "{rest}, at {time}"),
            ("at {time} {rest}",),
            phrase("could set the time of either date; the time of day goes first"),
        ),
    ),
    date="{weekday} {day} {month} {year}",
    moment="{date} at {time}",
    counted="counted from {start}: {falls}",
)
