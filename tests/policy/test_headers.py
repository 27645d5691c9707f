"""The header of a built-in policy says what to change; who follows it gets a sound policy."""

from collections.abc import Callable

import pytest

from ghostrules.diagnostics import Report
from ghostrules.policy import built_in_text, check, loads

ADVICE = {
    "late-content without the call": """
use = "late-content"
requires = []
[change.pause]
when = "4 business days after second-reminder"
[drop]
steps = ["call"]
""",
    "late-content without the last notice": """
use = "late-content"
[drop]
steps = ["final-notice"]
""",
    "late-content with a call for everybody": """
use = "late-content"
[change.call]
unless = "false"
""",
    "late-content with a notice that a person confirms": """
use = "late-content"
[change.final-notice]
confirm = true
""",
    "project without the call": """
use = "project"
[change.look-online]
when = "when the calendar week of follow-up has passed"
[change.stop]
when = "5 business days after look-online"
[drop]
steps = ["call"]
""",
    "payment after 30 and 60 days": """
use = "payment"
[change.notice]
when = "30 calendar days after due"
[change.final-letter]
when = "60 calendar days after due"
""",
    "payment after 30 days alone": """
use = "payment"
[change.final-letter]
when = "30 calendar days after due"
answer_within = "5 business days"
[drop]
steps = ["notice"]
""",
    "payment with the shortest last term": """
use = "payment"
[change.final-letter]
answer_within = "5 business days"
""",
    "payment with the longest last term": """
use = "payment"
[change.final-letter]
answer_within = "30 calendar days"
""",
    "payment by e-mail alone": """
use = "payment"
requires = []
[change.invoice-again]
when = "5 business days after follow-up"
do = { resend_invoice = { attach = ["invoice", "late-fee"] } }
[change.final-letter]
do = { email = { attach = ["invoice"] } }
[drop]
steps = ["call"]
""",
    "negotiation without a second message": """
use = "negotiation"
[change.follow-up]
prefer = "latest"
[drop]
steps = ["last-follow-up"]
""",
    "marketplace-incomplete on the platform's days": """
use = "marketplace-incomplete"
[change.support]
business_days = "platform"
""",
    "marketplace-complete on the platform's days": """
use = "marketplace-complete"
[change.mark-complete]
business_days = "platform"
""",
}


@pytest.mark.parametrize("advice", ADVICE)
def test_who_follows_a_header_gets_a_sound_policy(advice: str) -> None:
    """What a header says to change together is all that must change."""
    assert check(loads(ADVICE[advice])).errors == ()


@pytest.mark.parametrize("advice", ADVICE)
def test_a_header_names_the_timings_that_it_asks_for(advice: str) -> None:
    """A timing from another step than before is given in the header word for word."""
    header = built_in_text(advice.split(maxsplit=1)[0]).partition("\nid = ")[0]
    whens = [line for line in ADVICE[advice].splitlines() if line.startswith("when = ")]
    asked = [line.removeprefix("when = ") for line in whens]
    assert [timing for timing in asked if timing.strip('"') not in header] == []


def test_without_those_changes_a_dropped_step_is_missed(
    faults: Callable[[str], Report],
) -> None:
    """The header of late-content would mislead if it named the step alone."""
    report = faults('use = "late-content"\nrequires = []\n[drop]\nsteps = ["call"]\n')
    assert report.codes == ("GR022",)
