"""English: the sentences for reasons."""

from typing import Final

from ghostrules.effects import Hours
from ghostrules.messages._pack import ClosedWords, Pack, Sentence

PACK: Final = Pack(
    language="en",
    sentences={
        Sentence.RULE: "“{rule}”, counted from {origin}, gives {point}.",
        Sentence.RULE_BACK: "“{rule}”, counted back from {origin}, gives {point}.",
        Sentence.RULE_WINDOW: (
            "“{rule}”, counted from {origin}, gives the time from {first} to {last}."
        ),
        Sentence.RULE_DEADLINE: "“{rule}” gives {point}.",
        Sentence.PLANNED: "As things stand, {step} is planned for {due}.",
        Sentence.CROSSED: "The count leaves out {closed}.",
        Sentence.CLIPPED: (
            "{amount} after {origin} meets a shorter month, so its last day counts: {to}."
        ),
        Sentence.CLIPPED_BACK: (
            "{amount} before {origin} meets a shorter month, so its last day counts: {to}."
        ),
        Sentence.MOVED_ON: "It moves on from {origin} to {result}, into {hours}.",
        Sentence.MOVED_BACK: "It moves back from {origin} to {result}, into {hours}.",
        Sentence.MOVED_ON_OVER: (
            "It moves on from {origin} to {result}, into {hours}, because of {closed}."
        ),
        Sentence.MOVED_BACK_OVER: (
            "It moves back from {origin} to {result}, into {hours}, because of {closed}."
        ),
        Sentence.OPENED: "On {day} the first open moment is {time}.",
        Sentence.TIME_OF_DAY: "On {day} it comes at the time of day asked for, {time}.",
        Sentence.IN_ORDER: "Steps keep their order, so it comes no earlier than {happened}.",
        Sentence.GAP: "Contacts keep {gap} apart, and the last one is on {contact}.",
        Sentence.NOTICE: "{step} goes out on {given}, and its {notice} of notice come first.",
        Sentence.WINDOW_MOMENT: "The client has {window} to answer {step}, until {until}.",
        Sentence.WINDOW_DAY: (
            "The client has {window} to answer {step}, up to and including {until}."
        ),
        Sentence.LATE: "It was due on {planned}, but nobody looked until {looked}.",
        Sentence.MISSED: (
            "The time up to {end} holds no open moment, so the next one after it is taken."
        ),
        Sentence.STRICT: (
            "The time up to {end} holds no open moment, and its end is strict, so that is taken."
        ),
        Sentence.MERGED_ONE: "The time of number {numbers} has passed, so this one stands for it.",
        Sentence.MERGED: "The times of {numbers} have passed, so this one stands for them.",
        Sentence.SKIPPED: ("It was due on {planned}, more than {patience} ago, so it is left out."),
        Sentence.ENDED: "With {cause} the case ends: {outcome}.",
    },
    hours={
        Hours.CLIENT: "the client's contact hours",
        Hours.BOTH: "hours in which both sides can be reached",
        Hours.SENDER: "the sender's working hours",
        Hours.NONE: "any hour",
    },
    closed=ClosedWords(
        weekend="the weekend ({days})",
        quiet="a quiet day",
        no_hours="no hours on {days}",
        half_day="{name}, a half day,",
        on="{name} on {day}",
        stretch="{name} from {first} to {last}",
        own="{name} ({own})",
        estimated="{name} (an estimated date)",
        within="{days} in the calendar {calendars}",
        within_several="{days} in the calendars {calendars}",
    ),
    joins=(", ", " and "),
)
