"""English: the sentences for reasons."""

from typing import Final

from ghostrules.effects import Hours
from ghostrules.messages._pack import ClosedWords, Pack, Parts, Sentence

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
        Sentence.GAP: "Contacts keep {gap} apart, counted from {contact}.",
        Sentence.NOTICE: "The {notice} of notice that {step} gives count from {given}.",
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
        Sentence.STOOD_STILL: (
            "The time from {start} to {end} does not count, since the case stood still."
        ),
        Sentence.WENT_ON: "It comes no earlier than {since}, when the case went on.",
        Sentence.ALTERED: "It comes no earlier than {since}, when something changed.",
        Sentence.DRAFT_CONFIRMED: "It comes no earlier than {at}, when its draft was confirmed.",
        Sentence.RETRIED: "It failed on {failed}, so it is tried again.",
        Sentence.WE_ARE_AWAY: "We are away until {until}; nothing adverse is done before.",
        Sentence.CONDITION_UNMET: "It is left out, because “{condition}” does not hold.",
        Sentence.CONDITION_EXCLUDES: "It is left out, because “{condition}” holds.",
        Sentence.DETAIL_MISSING: (
            "It is left out, because the client cannot be reached by {way} in this case."
        ),
        Sentence.KIND_BARRED: "It is left out, because this client does not get {way}.",
        Sentence.DRAFT_DROPPED: "The draft of {step} was dropped, so it is left out.",
        Sentence.SKIPPED_BY: "In this case {step} is left out{by}{why}.",
        Sentence.MOVED: "In this case it is moved{by} to {to}{why}.",
        Sentence.DRAFT_WAITS: (
            "The draft of {step} waits since {since} for a person to confirm it."
        ),
        Sentence.REPORT_AWAITED: (
            "{step} was asked for on {asked}; a report is awaited until {overdue}."
        ),
        Sentence.REPORT_OVERDUE: (
            "{step} was asked for on {asked}, and nobody has reported it yet."
        ),
        Sentence.EVIDENCE_STALE: (
            "The source {source} was read up to {read}; it has to be read up to {needed} first."
        ),
        Sentence.EVIDENCE_MISSING: (
            "The source {source} was not read; it has to be read up to {needed} first."
        ),
        Sentence.REPLIED: "The client replied on {since}, so it is our turn to answer.",
        Sentence.NOTHING_LEFT: "No step is left; only an event can move the case.",
        Sentence.OUR_TURN: "It is our turn to answer since {since}.",
        Sentence.ANSWER_OVERDUE: (
            "The client replied on {since}; we promised an answer within {within}."
        ),
        Sentence.HELD_BY_PERSON: "A person put the case on hold on {since}, {until}{why}.",
        Sentence.HELD_AUTOMATICALLY: (
            "The case was put on hold automatically on {since}, {until}{why}."
        ),
        Sentence.HELD_AFTER: "After {cause} on {since} the case is on hold {until}{why}.",
        Sentence.ASSUMED: (
            "Nobody reported on {step}, so it counts as done on {asked}, "
            "with the result “{result}”."
        ),
        Sentence.PERFORMED: "{step} was carried out on {at}.",
        Sentence.DELIVERED: "{step} was delivered on {at}.",
        Sentence.FAILED: "{step} could not be carried out on {at}.",
        Sentence.BOUNCED: "{step} came back undelivered on {at}.",
        Sentence.READ: "The client opened {step} on {at}.",
        Sentence.DONE: "{step} was done on {at}.",
        Sentence.DONE_WITH: "{step} was done on {at}, with the result “{result}”.",
        Sentence.CONFIRMED: "The draft of {step} was confirmed on {at}.",
        Sentence.DROPPED: "The draft of {step} was dropped on {at}.",
        Sentence.REPORTED: "For {step} this was told of {at}: {event}.",
        Sentence.FACT: "{name} is now {value}.",
        Sentence.KNOWN: "The {detail} of the client is known now.",
        Sentence.UNKNOWN: "The {detail} of the client is not known any more.",
        Sentence.REACTED: "The policy asks for this after {event}.",
        Sentence.REACTED_WITH: "After {event} the policy says “{then}”.",
        Sentence.OUTDATED: (
            "Nothing changes with {event} of {at}, because news of {since} is known already."
        ),
        Sentence.REBUILT: (
            "What was told of {mistaken} was a mistake, and since {at} the case goes without it."
        ),
        Sentence.ANSWER_RESTART: "We answered on {at}, so the steps begin again from there.",
        Sentence.ANSWER_CONTINUE: "We answered on {at}, so the steps go on where they stood.",
        Sentence.ANSWER_WAIT: (
            "We answered on {at}, and nothing happens until a person releases the case."
        ),
        Sentence.OUR_MESSAGE: "We wrote to the client on {at}, in their turn.",
        Sentence.NEW_ROUND: "Round {number} begins on {at}.",
        Sentence.HOLD_ENDED: "The hold ended on {at}.",
        Sentence.HOLD_ENDED_AFTER: "The hold after {cause} ended on {at}.",
        Sentence.PROMISE_BROKEN: "We waited until {until} for what was promised; it has not come.",
        Sentence.END_UNDONE: (
            "The case ended on {ended} and goes on since {at}; the time between does not count."
        ),
        Sentence.ENDED_SILENT: "After {cause} no step is left, and the case ends: {outcome}.",
        Sentence.ENDED: "With {cause} the case ends: {outcome}.",
        Sentence.ENDED_AS_NAMED: "With {cause} the case ends.",
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
    parts=Parts(
        by=" by {by}",
        why=" ({why})",
        until="until {until}",
        open_end="until it is released",
        end_of="the end of {day}",
        quoted="“{text}”",
    ),
    events={
        "replied": "the client's reply",
        "answered": "our answer",
        "performed": "the report of a step carried out",
        "delivered": "the delivery of a message",
        "failed": "the failure of a step",
        "bounced": "the return of a message",
        "opened": "the opening of a message",
        "done": "the report of a step that is done",
        "confirmed": "the confirmation of a draft",
        "dropped": "the drop of a draft",
        "held": "the hold",
        "released": "the release",
        "promised": "the client's promise",
        "away": "the news of an absence",
        "disputed": "the client's objection",
        "paid": "the payment",
        "part-paid": "the part payment",
        "payment-undone": "the return of a payment",
        "fact-changed": "the change of a fact",
        "skipped": "the decision to leave out a step",
        "moved": "the decision to move a step",
        "cancelled": "the cancellation",
        "undone": "the decision to go on",
        "retracted": "the correction of a mistake",
        "elapsed": "the look at the clock",
    },
    ways={
        "email": "email",
        "phone": "phone",
        "handle": "direct message",
        "address": "post",
        "fax": "fax",
    },
    truth=("true", "false"),
    joins=(", ", " and "),
)
