"""A policy that begins from a built-in one."""

from collections.abc import Callable

import pytest

from ghostrules.diagnostics import Report
from ghostrules.errors import PolicyError
from ghostrules.policy import Policy, built_in, built_in_names, built_in_text, check, loads
from ghostrules.timing import symbol

Faults = Callable[[str], Report]


def step_ids(policy: Policy) -> list[str]:
    """Give the ids of the steps."""
    return [step.id for step in policy.steps]


def test_a_changed_built_in_is_three_lines() -> None:
    """Only the named key of the named step differs from the built-in."""
    policy = loads('use = "late-content"\n[change.pause]\nwhen = "5 business days after call"\n')
    base = built_in("late-content")
    assert policy != base
    assert symbol(policy.steps[-1].timing) == "call+5bd"
    assert policy.steps[:-1] == base.steps[:-1]


def test_use_alone_is_the_built_in_itself() -> None:
    """Nothing changed means nothing different."""
    assert loads('use = "late-content"') == built_in("late-content")


def test_a_dropped_step_is_gone() -> None:
    """The table `[drop]` lists the steps to leave out; the others stay in order."""
    policy = loads('use = "late-content"\n[drop]\nsteps = ["final-notice"]\n')
    base = built_in("late-content")
    assert step_ids(policy) == [id for id in step_ids(base) if id != "final-notice"]
    assert check(policy).codes == ("GR106",)


def test_keys_of_the_policy_override_those_of_the_built_in() -> None:
    """A key said replaces the key of the built-in, whole."""
    policy = loads('use = "late-content"\nends = "content-received"\nmin_gap = "2 days"\n')
    assert policy.ends == (("content-received", "content-received"),)
    assert policy.requires == built_in("late-content").requires


def test_under_a_new_id_the_words_are_still_those_of_the_built_in() -> None:
    """Templates are named by policy and step, so a new id keeps the old names."""
    policy = loads('id = "mine"\nuse = "late-content"\n[change.call]\ndo = ["call", "email"]\n')
    templates = {step.id: [effect.template for effect in step.do] for step in policy.steps}
    assert templates["reminder"] == ["late-content/reminder"]
    assert templates["call"] == [None, None]


def test_every_key_of_a_step_can_change() -> None:
    """A change takes any key of a step but its id."""
    policy = loads(
        'use = "late-content"\n[change.reminder]\nwhen = "1 day after start"\ndo = "sms"\n'
        'at = "10:00"\nif_late = "skip"\nanswer_within = "24 hours"\n'
    )
    step = policy.steps[0]
    assert (symbol(step.timing), step.do[0].name, str(step.at), str(step.if_late)) == (
        "start+1d",
        "sms",
        "10:00:00",
        "skip",
    )


def test_faults_of_changes_come_at_once(faults: Faults) -> None:
    """Unknown steps, unknown keys and unreadable values are all placed and helped."""
    report = faults(
        'use = "late-content"\nlanguag = "en"\nsteps = ["1 day later: email"]\n'
        '[change.puase]\nwhen = "1 day later"\n'
        '[change.call]\nwhen = "next Tuesday"\nid = "phone"\nends = "x"\n'
        '[change.reminder]\nwhen = "next Tuesday"\nwehn = "x"\n'
        '[drop]\nsteps = ["final-notise"]\nstep = ["call"]\n'
    )
    found = {(fault.code, fault.path, fault.line) for fault in report}
    assert {("GR002", "languag", 2), ("GR021", "steps", 3), ("GR020", "change.puase", 4)} <= found
    assert ("GR002", "drop.step", 15) in found


@pytest.mark.parametrize(
    ("said", "code", "path"),
    [
        ('[change.call]\nid = "phone"\n', "GR002", "change.call.id"),
        ('[change.call]\nends = "x"\n', "GR011", "change.call.ends"),
        ('[change.call]\nwehn = "x"\n', "GR002", "change.call.wehn"),
        ('[change.call]\nwhen = "next Tuesday"\n', "GR007", "change.call.when"),
        ('change.call = "1 day later"\n', "GR004", "change.call"),
        ('drop = ["call"]\n', "GR004", "drop"),
        ('drop.steps = ["cal"]\n', "GR020", "drop.steps[0]"),
    ],
)
def test_a_fault_of_a_change_is_placed(faults: Faults, said: str, code: str, path: str) -> None:
    """Every fault of a change names its place."""
    found = [(fault.code, fault.path) for fault in faults(f'use = "late-content"\n{said}')]
    assert found == [(code, path)]


def test_not_every_step_can_be_dropped(faults: Faults) -> None:
    """A policy keeps at least one step."""
    steps = ", ".join(f'"{id}"' for id in step_ids(built_in("project")))
    assert faults(f'use = "project"\n[drop]\nsteps = [{steps}]').codes == ("GR003",)


def test_an_unknown_built_in_gets_a_suggestion(faults: Faults) -> None:
    """A mistyped name is answered with the nearest one, in a document and in Python."""
    fault = faults('use = "late-contents"').diagnostics[0]
    assert (fault.code, fault.path, fault.line, fault.help) == (
        "GR017",
        "use",
        1,
        "did you mean `late-content`?",
    )
    with pytest.raises(PolicyError) as caught:
        built_in("projekt")
    assert caught.value.report.diagnostics[0].help == "did you mean `project`?"


def test_a_name_is_no_path() -> None:
    """L22: the name of a built-in reaches nothing outside the library."""
    with pytest.raises(PolicyError):
        built_in_text("../library/project")


@pytest.mark.parametrize("name", built_in_names())
def test_every_built_in_is_fit_for_use(name: str) -> None:
    """A built-in policy has the id of its file, and no errors and no warnings."""
    policy = built_in(name)
    report = check(policy)
    assert (policy.id, report.errors, report.warnings) == (name, (), ())


def test_a_step_that_others_count_from_cannot_be_dropped() -> None:
    """The fault stands at the name in `[drop]`, and names the step that counts from it."""
    text = 'use = "late-content"\n[drop]\nsteps = ["second-reminder"]\n'

    with pytest.raises(PolicyError) as caught:
        loads(text)

    (found,) = caught.value.report
    assert ("GR022", "drop.steps[0]", 3) == (found.code, found.path, found.line)
    assert "`call` counts from `second-reminder`" in found.message


def test_a_dropped_step_is_no_matter_once_nothing_counts_from_it() -> None:
    """With the call counted from the reminder, the second reminder can go."""
    text = (
        'use = "late-content"\n[drop]\nsteps = ["second-reminder"]\n'
        '[change.call]\nwhen = "1 calendar day after reminder"\n'
    )

    assert ["reminder", "call", "final-notice", "pause"] == [s.id for s in loads(text).steps]
