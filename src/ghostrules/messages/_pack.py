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
    ENDED = "the case ended"


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
class Pack:
    """All words of one language; `joins` stand between the items of a list and before the last."""

    language: str
    sentences: Mapping[Sentence, str]
    hours: Mapping[Hours, str]
    closed: ClosedWords
    joins: tuple[str, str]

    def listed(self, items: list[str]) -> str:
        """Join the items of a list."""
        between, last = self.joins
        return last.join(part for part in (between.join(items[:-1]), items[-1]) if part)
