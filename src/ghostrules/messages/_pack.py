"""What a language pack of sentences says; a pack is data, and `_say` fills it."""

from collections.abc import Mapping
from enum import StrEnum

from attrs import frozen

from ghostrules.effects import Hours


class Sentence(StrEnum):
    """A sentence that every language has."""

    RULE = "the rule and where it falls"
    RULE_BACK = "the rule, counted back"
    RULE_WINDOW = "the rule and its window"
    RULE_DEADLINE = "the end of a window as the rule"
    PLANNED = "what a notice counts back from"
    CROSSED = "closed days that do not count"
    CLIPPED = "a shorter month"
    CLIPPED_BACK = "a shorter month, counted back"
    MOVED_ON = "moved later"
    MOVED_BACK = "moved earlier"
    MOVED_ON_OVER = "moved later, over closed days"
    MOVED_BACK_OVER = "moved earlier, over closed days"
    OPENED = "first open moment of a day"
    TIME_OF_DAY = "time of day asked for"
    IN_ORDER = "the step before comes first"
    GAP = "contacts are kept apart"
    NOTICE = "a notice binds"
    WINDOW_MOMENT = "time to answer, up to a moment"
    WINDOW_DAY = "time to answer, up to a day"
    LATE = "nobody looked in time"
    MISSED = "no open moment in the window"
    STRICT = "no open moment, and the end counts"
    MERGED_ONE = "one occurrence merged"
    MERGED = "several occurrences merged"
    SKIPPED = "left out for being late"
    STOOD_STILL = "the clock stood still"
    WENT_ON = "the case went on"
    ALTERED = "something changed"
    DRAFT_CONFIRMED = "a draft was confirmed"
    RETRIED = "tried again"
    WE_ARE_AWAY = "we are away"
    CONDITION_UNMET = "left out, its condition does not hold"
    CONDITION_EXCLUDES = "left out, a condition excludes it"
    DETAIL_MISSING = "left out, no way to the client"
    KIND_BARRED = "left out, the client does not get it"
    DRAFT_DROPPED = "left out, its draft was dropped"
    SKIPPED_BY = "left out by a person"
    MOVED = "moved by a person"
    DRAFT_WAITS = "a draft waits"
    REPORT_AWAITED = "a report is awaited"
    REPORT_OVERDUE = "a report is late"
    EVIDENCE_STALE = "a source was not read far enough"
    EVIDENCE_MISSING = "a source was not read"
    OUR_TURN = "the client waits for us"
    REPLIED = "the client replied"
    NOTHING_LEFT = "no step is left"
    ENDED_SILENT = "the end after the last step"
    ANSWER_OVERDUE = "our answer is late"
    HELD_BY_PERSON = "held by a person"
    HELD_AUTOMATICALLY = "held automatically"
    HELD_AFTER = "held after an event"
    ASSUMED = "done, since nobody reported"
    PERFORMED = "carried out"
    DELIVERED = "delivered"
    FAILED = "not carried out"
    BOUNCED = "came back"
    READ = "opened by the client"
    DONE = "done by a person"
    DONE_WITH = "done by a person, with a result"
    CONFIRMED = "its draft was confirmed"
    DROPPED = "its draft was dropped"
    REPORTED = "another event about a step"
    FACT = "a fact has a new value"
    KNOWN = "a detail of the client is known"
    UNKNOWN = "a detail of the client is not known"
    REACTED = "what a reaction does"
    REACTED_WITH = "what a reaction does, in its words"
    OUTDATED = "news that is too old"
    REBUILT = "an earlier event was a mistake"
    ANSWER_RESTART = "we answered, a new round"
    ANSWER_CONTINUE = "we answered, the steps go on"
    ANSWER_WAIT = "we answered, and wait"
    NEW_ROUND = "a new round"
    OUR_MESSAGE = "a message of ours"
    HOLD_ENDED = "a hold ended"
    HOLD_ENDED_AFTER = "a hold after an event ended"
    PROMISE_BROKEN = "a promise was not kept"
    END_UNDONE = "the end was undone"
    ENDED = "the case ended"
    ENDED_AS_NAMED = "the case ended, and was named after its cause"


Filled = tuple[Sentence, dict[str, str]]
"""A sentence, and what fills its places."""


@frozen
class ClosedWords:
    """How closed days are listed.

    `on`, `stretch` say when, `own` adds the name in the calendar's own language, `estimated` a
    date that is not yet fixed, `within` and `within_several` whose days they are.
    """

    weekend: str
    quiet: str
    no_hours: str
    half_day: str
    on: str
    stretch: str
    own: str
    estimated: str
    within: str
    within_several: str


@frozen
class Parts:
    """Parts of sentences that are there or not, each with the space before it where it needs one.

    `by` names a person, `why` gives a reason in somebody's own words, `until` and `open_end` say
    how long something lasts; `end_of` is the midnight after a day, `quoted` a text as it stands.
    """

    by: str
    why: str
    until: str
    open_end: str
    end_of: str
    quoted: str


@frozen
class Pack:
    """All words of one language.

    `events` names what can happen to every case, and `ways` how the client is reached by each
    detail; what is missing in them stands as it is. `truth` is yes and no, `joins` stand between
    the items of a list and before the last.
    """

    language: str
    sentences: Mapping[Sentence, str]
    hours: Mapping[Hours, str]
    closed: ClosedWords
    parts: Parts
    events: Mapping[str, str]
    ways: Mapping[str, str]
    truth: tuple[str, str]
    joins: tuple[str, str]

    def listed(self, items: list[str]) -> str:
        """Join the items of a list."""
        between, last = self.joins
        return last.join(part for part in (between.join(items[:-1]), items[-1]) if part)
