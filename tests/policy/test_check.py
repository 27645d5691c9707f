"""What a policy means is judged: each fault where it is, and nothing where there is none."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ghostrules import do
from ghostrules.diagnostics import Severity
from ghostrules.errors import PolicyError
from ghostrules.policy import CODES, Policy, Step, check, loads

Judged = Callable[..., tuple[str, ...]]

HEAD = 'id = "chase"\nends = "paid"\nrequires = ["phone"]\n'


def step(id: str, when: str, do: str = '"email"', more: str = "") -> str:
    """Write a step without its header."""
    return f'id = "{id}"\nwhen = "{when}"\ndo = {do}\n{more}'


REMINDER = step("reminder", "24 hours after start")
STOP = step("stop", "5 business days after reminder", '"stop_work"', 'outcome = "stopped"')
NOTICE = step("notice", "48 hours before stop")


def test_a_sound_ladder_earns_nothing(judged: Judged) -> None:
    """A reminder, a notice, a stop: no diagnostics at all."""
    assert judged(REMINDER, NOTICE, STOP) == ()


def test_the_policy_of_the_front_page_is_sound() -> None:
    """The example of the design earns only the advice to require a phone number (D5)."""
    policy = Policy(
        id="project-follow-up",
        starts="message-sent",
        ends="client-replied",
        steps=[
            Step("follow-up", when="the Tuesday of the following week", do=do.email()),
            Step("call", when="once the week of follow-up has passed", do=do.call()),
            Step("final-notice", when="48h before stop", do=do.email()),
            Step("stop", "5 business days after call", do.stop_work(), outcome="stopped"),
        ],
    )
    assert [(fault.code, fault.path) for fault in check(policy)] == [("GR111", "step[1].do")]


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_checking_never_raises(data: st.DataObject, policies: st.SearchStrategy[Policy]) -> None:
    """L20: whatever the policy says, there is a report, with codes that have pages."""
    report = check(data.draw(policies))
    assert set(report.codes) <= set(CODES)


def test_a_report_follows_the_steps() -> None:
    """Diagnostics come in the order of the steps, those of the whole policy first."""
    policy = loads(
        'id = "chase"\n'
        'steps = ["1 hour after b: email", "1 month later: email", "1 day after c: sms"]'
    )
    assert [(fault.code, fault.path) for fault in check(policy)] == [
        ("GR105", "ends"),
        ("GR101", "step[0].when"),
        ("GR110", "step[1].when"),
        ("GR101", "step[2].when"),
        ("GR111", "step[2].do"),
    ]


@pytest.mark.parametrize(
    ("when", "codes"),
    [
        ("24 hours after remainder", ("GR101",)),
        ("24 hours after second", ("GR118",)),
        ("24 hours after third", ("GR118",)),
        ("24 hours before third", ()),
        ("24 hours before second", ("GR104",)),
        ("24 hours before first", ("GR104",)),
        ("24 hours before start", ("GR104",)),
        ("24 hours after due", ("GR114",)),
        ("within 24 hours after due", ("GR114",)),
        ("24 hours before due", ("GR114",)),
        ("2 days before due", ()),
        ("on Tuesday of the calendar week of due", ()),
        ("2 days after balance", ("GR115",)),
        ("when the deadline of first has passed", ("GR119",)),
        ("2 days after the deadline of due", ("GR119",)),
        ("2 days after first#2", ("GR120",)),
        ("2 days after first#1", ()),
        ("2 days after due#1", ("GR120",)),
        ("2 days after the delivery of first", ()),
        ("2 days after the delivery of noted", ("GR123",)),
        ("2 days after the delivery of due", ("GR123",)),
    ],
)
def test_anchors_are_judged(judged: Judged, when: str, codes: tuple[str, ...]) -> None:
    """An anchor exists, comes in time, and has the part that is asked of it."""
    head = 'ends = "paid"\nfacts = { due = "date", balance = "money" }\n'
    found = judged(
        step("noted", "within 1 hour after start", '"note"'),
        step("first", "24 hours after start"),
        step("second", when),
        step("third", "4 days after due"),
        head=head,
    )
    assert found == codes


def test_an_unknown_anchor_gets_a_suggestion() -> None:
    """The nearest name is suggested, and otherwise a fact to declare."""
    policy = Policy("chase", ["1 day after strat: email", "3 days after due: email"], ends="paid")
    assert [fault.help for fault in check(policy)] == [
        "did you mean `start`?",
        'a fact is declared: `facts = { due = "date" }`',
    ]


@pytest.mark.parametrize(
    ("steps", "where"),
    [
        (["2 days before c", "1 hour after a", "8 days after start"], "step[1].when"),
        (
            ["2 days before b", "2 days before d", "1 hour after a", "8 days after start"],
            "step[2].when",
        ),
        (
            ["2 days before d", "1 day before c", "4 days after start", "3 days after b"],
            "step[3].when",
        ),
    ],
)
def test_a_notice_cannot_be_planned_over_another(steps: list[str], where: str) -> None:
    """L11: nothing on the way to the target of a notice may count from a notice not yet given."""
    policy = Policy(
        "chase",
        [Step(id, when, do.note()) for id, when in zip("abcd", steps, strict=False)],
        ends="paid",
    )

    (found,) = check(policy).errors
    assert ("GR102", where) == (found.code, found.path)
    assert "cannot be planned" in found.message


def test_a_step_before_a_fact_is_no_notice_to_wait_for() -> None:
    """A reminder before the due date can be counted from on the way to a target."""
    policy = Policy(
        "chase",
        [
            Step("notice", "2 days before stop", do.note()),
            Step("early", "3 days before due", do.note()),
            Step("next", "1 day after early", do.note()),
            Step("stop", "8 days after start", do.note()),
        ],
        ends="paid",
        facts={"due": "date"},
    )

    assert check(policy).ok


@pytest.mark.parametrize(
    "stop",
    ["5 business days later", "5 business days after notice", "2 days after between"],
)
def test_a_circle_is_found_and_mended(judged: Judged, stop: str) -> None:
    """A step that a notice counts back from cannot count from it, directly or through others."""
    between = step("between", "1 hour after notice", '"note"')
    found = loads(
        HEAD
        + "".join(
            f"[[step]]\n{each}"
            for each in (
                REMINDER,
                NOTICE,
                *([between] if "between" in stop else []),
                step("stop", stop, '"stop_work"', 'outcome = "stopped"'),
            )
        )
    )
    report = check(found)
    assert report.codes == ("GR102",)
    assert "after reminder`" in (report.diagnostics[0].help or "")


def test_a_circle_through_two_notices_is_one_fault(judged: Judged) -> None:
    """Two notices in one circle earn one diagnostic."""
    found = judged(
        step("one", "2 days before two"),
        step("two", "2 days before three"),
        step("three", "9 days after one", '"stop_work"', 'outcome = "stopped"'),
    )
    assert found == ("GR102",)


def test_two_notices_of_one_step_are_no_circle(judged: Judged) -> None:
    """Several notices may count back from one step, and one from another."""
    found = judged(
        REMINDER,
        step("early-notice", "5 days before notice"),
        NOTICE,
        step("stop", "9 days after reminder", '"stop_work"', 'outcome = "stopped"'),
    )
    assert found == ()


def test_nothing_follows_an_outcome(judged: Judged) -> None:
    """Every step after one with an outcome is reported."""
    found = judged(
        step("a", "1 day later", '"email"', 'outcome = "silent"'),
        step("b", "1 day later"),
        step("c", "1 day later", '"email"', 'outcome = "silent"'),
    )
    assert found == ("GR103", "GR103")


@pytest.mark.parametrize(
    ("head", "codes"),
    [
        ("", ("GR105",)),
        ('starts = "paid"\nends = ["paid", "cancelled"]', ("GR122",)),
        ('ends = "elapsed"', ("GR116",)),
        ('starts = "elapsed"\nends = "paid"', ("GR116",)),
        ('ends = "paid"\nfacts = { start = "date" }', ("GR116",)),
        ('ends = "paid"\nfacts = { reminder = "money" }', ("GR116",)),
        ('ends = "reminder"', ("GR116",)),
        ('ends = "paid"\nfacts = { due = "date", sum = "money", note = "text" }', ("GR113",)),
    ],
)
def test_names_events_and_facts_are_judged(
    judged: Judged, head: str, codes: tuple[str, ...]
) -> None:
    """Events end the case, names mean one thing, and dates are counted from."""
    assert sorted(judged(REMINDER, head=head)) == sorted(codes)


def test_a_step_is_not_called_start(judged: Judged) -> None:
    """L24: `start` is the event that opened the case."""
    assert judged(step("start", "1 day later")) == ("GR116",)


@pytest.mark.parametrize(
    ("notice", "codes"),
    [
        (NOTICE, ()),
        (step("grant", "1 day later", '"email"', 'answer_within = "48 hours"'), ()),
        (step("plain", "1 day later"), ("GR106",)),
        (step("inward", "48 hours before stop", '"note"'), ("GR106",)),
        (step("other", "2 days before due"), ("GR106",)),
    ],
)
def test_harm_is_announced(judged: Judged, notice: str, codes: tuple[str, ...]) -> None:
    """L11, L12: a message announces an adverse step, or grants a window before it."""
    head = 'ends = "paid"\nfacts = { due = "date" }'
    found = judged(REMINDER, notice, STOP, head=head)
    assert tuple(code for code in found if code != "GR113") == codes


@pytest.mark.parametrize(
    ("notice", "window", "severity"),
    [
        ("48 hours", "48 hours", None),
        ("48 hours", "49 hours", Severity.ERROR),
        ("2 days", "48 hours", Severity.WARNING),
        ("48 hours", "1 day", Severity.WARNING),
        ("48 hours", "2 days", Severity.WARNING),
        ("48 hours", "3 days", Severity.ERROR),
        ("48 hours", "3 business days", Severity.ERROR),
        ("48 hours", "5 business days", Severity.ERROR),
        ("48 hours", "1 month", Severity.ERROR),
        ("73 hours", "1 day", None),
        ("2 days", "74 hours", Severity.ERROR),
        ("4 business days", "48 hours", None),
        ("2 business days", "99 hours", Severity.WARNING),
        ("1 week", "7 days", Severity.WARNING),
        ("8 days", "1 week", None),
        ("6 days", "1 week", Severity.ERROR),
        ("7 days", "7 days", Severity.WARNING),
        ("5 business days", "6 business days", Severity.ERROR),
        ("5 business days", "4 days", None),
        ("5 days", "6 business days", Severity.ERROR),
        ("9 days", "5 business days", Severity.WARNING),
        ("1 month", "30 days", Severity.WARNING),
        ("1 month", "28 days", Severity.WARNING),
        ("1 month", "27 days", None),
        ("1 month", "32 days", Severity.ERROR),
    ],
)
def test_a_window_fits_into_its_notice(notice: str, window: str, severity: Severity | None) -> None:
    """L12: what can never fit is an error, what fits on some days or at some hours a warning."""
    steps = [
        Step("notice", f"{notice} before stop", "email", answer_within=window),
        Step("stop", "90 days after start", "stop_work", outcome="stopped"),
    ]
    report = check(Policy("chase", steps, ends="paid"))
    assert [found.severity for found in report if found.code == "GR107"] == (
        [] if severity is None else [severity]
    )


@pytest.mark.parametrize(
    ("more", "when", "codes"),
    [
        ('if_late = "skip"', "48 hours before stop", ("GR108",)),
        ('if_late = "merge"', "48 hours before stop", ()),
        ('at = "09:30"', "48 hours before stop", ("GR117",)),
        ('at = "09:30"', "2 days before stop", ()),
        ('prefer = "latest"', "48 hours before stop", ("GR125",)),
        ('strict = true\nprefer = "latest"', "within 24 hours", ()),
        ("strict = true", "on Tuesday of the following week", ("GR125",)),
        ('answer_within = "1 month"', "2 months before stop", ("GR110", "GR110")),
        ('answer_within = "0 days"', "48 hours before stop", ("GR126",)),
        ('answer_within = "0 hours"', "48 hours before stop", ("GR126",)),
        ('at = "09:30"', "at 10:00 2 days before stop", ("GR128",)),
        ('business_days = "cleint"', "2 days before stop", ("GR127",)),
        ('business_days = "platform"', "2 days before stop", ()),
        ("", "between 9 and 3 days after reminder", ("GR109",)),
        ("", "between 30 days and 5 business days after reminder", ()),
        ("", "between 40 days and 1 month after reminder", ("GR109", "GR110")),
        ("", "1 month after reminder", ("GR110",)),
    ],
)
def test_timings_and_their_keys_are_judged(
    judged: Judged, more: str, when: str, codes: tuple[str, ...]
) -> None:
    """Ranges run forward, months clip, and keys that change nothing are reported."""
    stop = STOP.replace('"stop_work"', '"note"')
    assert judged(REMINDER, step("notice", when, '"email"', more), stop) == codes


@pytest.mark.parametrize(
    ("name", "help"),
    [
        ("cleint", "did you mean `client`?"),
        ("senders", "did you mean `sender`?"),
        ("bot", "did you mean `both`?"),
    ],
)
def test_a_calendar_nearly_named_is_suggested(name: str, help: str) -> None:
    """L4: a third calendar whose name is nearly that of a party is suspected."""
    policy = Policy("chase", ["1 day later: email"], ends="paid", business_days=name)
    assert [(found.path, found.help) for found in check(policy)] == [("business_days", help)]


def test_a_time_of_day_serves_a_deadline_in_days_only(judged: Judged) -> None:
    """A granted deadline is a date if its window is in days, an instant if it is in hours."""
    for window, codes in (("2 days", ()), ("48 hours", ("GR117",))):
        found = judged(
            step("ask", "1 day later", '"email"', f'answer_within = "{window}"'),
            step("go", "when the deadline of ask has passed", '"note"', 'at = "10:00"'),
        )
        assert found == codes


@pytest.mark.parametrize(
    ("effect", "requires", "codes"),
    [
        ('"call"', "", ("GR111",)),
        ('"call"', 'requires = ["phone"]', ()),
        ('["call", "sms"]', "", ("GR111",)),
        ('["call", "fax"]', 'requires = ["phone"]', ("GR111",)),
        ('["email", "resend_invoice", "note"]', "", ()),
        ('{ custom = { name = "visit", detail = "address" } }', "", ("GR111",)),
        ('"direct_message"', 'requires = "handle"', ()),
    ],
)
def test_details_of_the_client_are_required(
    judged: Judged, effect: str, requires: str, codes: tuple[str, ...]
) -> None:
    """D5: a step that calls needs a number, reported once for each detail; e-mail is given."""
    found = judged(
        step("a", "1 day later", effect),
        step("b", "1 week later", effect),
        head=f'ends = "paid"\n{requires}\n',
    )
    assert found == codes


def test_a_window_is_granted_by_what_the_client_notices(judged: Judged) -> None:
    """A message grants a window, and so does an adverse act that the client can answer."""
    window = 'answer_within = "5 business days"'
    assert judged(
        step("mark", "1 day later", '"mark_complete"', window), step("x", "1 week later")
    )[:1] == ("GR106",)
    assert judged(step("mark", "1 day later", '"note"', window)) == ("GR124",)


def test_a_harmful_last_step_names_its_outcome(judged: Judged) -> None:
    """Without an outcome the case ends as `silent`, which is hardly what was done."""
    stop = STOP.replace('outcome = "stopped"', "")
    assert judged(REMINDER, NOTICE, stop) == ("GR121",)


def test_a_second_step_of_one_name_is_told_a_free_one() -> None:
    """The help for two steps with one id names an id that is free."""
    lines = [Step("call", "1 day later", "note"), Step("call", "1 day later", "note")]
    fault = check(
        Policy("chase", [*lines, Step("second-call", "1 day later", "note")], ends="paid")
    )
    assert "`third-call`" in (fault.diagnostics[0].help or "")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('id = "c"\nends = "r"\n\n[[step]]\nid = "a"\nwhen = "1 day after b"\ndo = "email"\n', 6),
        (
            'id = "c"\nends = "r"\nsteps = [\n"1 day later: email",\n"1 day after b: email",\n]',
            3,
        ),
        ('use = "negotiation"\n\n[change.follow-up]\nwhen = "1 day after b"\n', 4),
        ('use = "marketplace-complete"\nends = []\n', 2),
    ],
)
def test_with_its_text_every_judgement_tells_its_line(text: str, line: int) -> None:
    """The line is found in a table, in a short list, and in a change."""
    report = check(loads(text), text)

    assert [line] == [found.line for found in report.errors]


def test_a_long_id_is_refused() -> None:
    """L24: an id has at most as many letters as a timing can write."""
    with pytest.raises(PolicyError) as caught:
        Policy("chase", [Step("a" * 65, "1 day later", do.note())], ends="paid")

    assert ("GR116",) == caught.value.report.codes
    assert "65 letters" in str(caught.value)
