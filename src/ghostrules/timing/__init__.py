"""The timing language: `when` as a value, how it falls, and how it is read and written.

A timing is a frozen value without dates and without words. `_resolve` turns it and an anchor into
plain dates or instants; weeks, business days and time zones come from the calendar given. The same
value is written in two ways: in symbols (`_symbol`), the same everywhere, and in a language. A
language is data (`_packs`): a list of templates for each kind of timing, the first of which is
written, all of which are read. One engine compiles the templates to patterns for reading and fills
them for writing, so that what is written can always be read back (L24).
"""

from ghostrules.documents import MOST_LETTERS
from ghostrules.timing._amounts import (
    Amount,
    BusinessDays,
    DateAmount,
    Days,
    Duration,
    Months,
    Weeks,
    hours,
)
from ghostrules.timing._engine.writing import write
from ghostrules.timing._labels import NO_LABELS, Labels
from ghostrules.timing._naming import alike, anchor_named, label_forms, missing_forms
from ghostrules.timing._packs import LANGUAGES
from ghostrules.timing._read import read, read_amount, write_amount
from ghostrules.timing._reasons import Clipped, Crossed, TimingReason, clips, crossed
from ghostrules.timing._resolve import (
    amounts,
    anchor_of,
    count_back,
    count_forward,
    counts,
    dated,
    fall_dates,
    fall_instants,
    inner,
    occurrences,
    wall_time,
    with_anchor,
)
from ghostrules.timing._symbol import amount_symbol, anchor_from, anchor_symbol, from_symbol, symbol
from ghostrules.timing._values import (
    PREVIOUS,
    START,
    After,
    Anchor,
    AnchorPoint,
    AtTime,
    Before,
    Between,
    DayWhen,
    DeadlinePassed,
    Every,
    OnWeekday,
    Part,
    Passed,
    Period,
    Previous,
    Several,
    When,
    Within,
)
from ghostrules.timing._window import Window, resolve

__all__ = [
    "LANGUAGES",
    "MOST_LETTERS",
    "NO_LABELS",
    "PREVIOUS",
    "START",
    "After",
    "Amount",
    "Anchor",
    "AnchorPoint",
    "AtTime",
    "Before",
    "Between",
    "BusinessDays",
    "Clipped",
    "Crossed",
    "DateAmount",
    "DayWhen",
    "Days",
    "DeadlinePassed",
    "Duration",
    "Every",
    "Labels",
    "Months",
    "OnWeekday",
    "Part",
    "Passed",
    "Period",
    "Previous",
    "Several",
    "TimingReason",
    "Weeks",
    "When",
    "Window",
    "Within",
    "alike",
    "amount_symbol",
    "amounts",
    "anchor_from",
    "anchor_named",
    "anchor_of",
    "anchor_symbol",
    "clips",
    "count_back",
    "count_forward",
    "counts",
    "crossed",
    "dated",
    "fall_dates",
    "fall_instants",
    "from_symbol",
    "hours",
    "inner",
    "label_forms",
    "missing_forms",
    "occurrences",
    "read",
    "read_amount",
    "resolve",
    "symbol",
    "wall_time",
    "with_anchor",
    "write",
    "write_amount",
]
