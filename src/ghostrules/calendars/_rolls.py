"""The ways to move a date that is no business day: ISDA's words."""

from enum import StrEnum


class Roll(StrEnum):
    """Where a date goes that is no business day.

    >>> Roll("modified-following").name
    'MODIFIED_FOLLOWING'

    `unadjusted`: it stays. `following`, `preceding`: the next business day, the one before.
    The modified ones turn round where that would leave the month.
    Source: 2006 ISDA Definitions, section 4.12, business day convention.
    """

    UNADJUSTED = "unadjusted"
    FOLLOWING = "following"
    PRECEDING = "preceding"
    MODIFIED_FOLLOWING = "modified-following"
    MODIFIED_PRECEDING = "modified-preceding"
