"""What is expected is laid beside what came, and the difference can be read."""

from collections.abc import Callable

Unmet = Callable[..., str]


def expect(step: str, at: str, more: str = "") -> str:
    """Write an expectation of June 2026."""
    return f'[[expect]]\nstep = "{step}"\nat = 2026-06-{at}:00\n{more}\n'


def test_what_comes_as_expected(unmet: Unmet) -> None:
    """Steps that come are met, and others may come between."""
    assert "" == unmet(expect("pause", "10T09:00"))
    assert "" == unmet(expect("reminder", "03T09:00") + expect("pause", "10T09:00"))


def test_another_instant(unmet: Unmet) -> None:
    """The instant that came stands beside the one that was expected, with its line."""
    assert (
        "GR405 error: `pause` came, but with another `at`\n"
        "  --> expect[0], line 20\n"
        "  found: pause at 2026-06-10T09:00+02:00\n"
        "  expected: pause at 2026-06-09T09:00+02:00"
    ) == unmet(expect("pause", "09T09:00"))


def test_several_differences_at_once(unmet: Unmet) -> None:
    """Each key that differs is named, each expectation that is not met is told."""
    text = unmet(
        expect("reminder", "03T10:00", 'effects = ["sms"]') + '[expect-end]\noutcome = "paid"\n'
    )
    assert "`reminder` came, but with another `at` and `effects`" in text
    assert "  found: reminder at 2026-06-03T09:00+02:00 effects [email]" in text
    assert "`outcome` is not as expected" in text
    assert "  found: paused\n  expected: paid" in text


def test_the_order_counts(unmet: Unmet) -> None:
    """A step that was passed over is not there any more."""
    text = unmet(expect("pause", "10T09:00") + expect("reminder", "03T09:00"))
    assert "`reminder` did not come" in text
    assert "  found: nothing more" in text


def test_a_step_that_is_left_out_is_no_step_that_came(unmet: Unmet) -> None:
    """`skipped` is false unless said."""
    skipped = '[[event]]\nevent = "skipped"\nstep = "reminder"\nat = 2026-06-02T12:00:00\n'
    assert "another `skipped`" in unmet(skipped + expect("reminder", "03T09:00"))
    assert "" == unmet(skipped + expect("reminder", "03T09:00", "skipped = true"))


def test_effects_of_no_step(unmet: Unmet) -> None:
    """A reminder to ourselves is found among the effects that belong to no step."""
    replied = '[[event]]\nevent = "replied"\nat = 2026-06-02T12:00:00\n'
    wanted = '[[expect-effect]]\nkind = "note"\nat = 2026-06-02T16:00:00\n'
    promise = "\n[[policy.on]]\nevent = 'replied'\nthen = 'our turn'\ndo = 'note'\n"
    assert "`note` did not come" in unmet(replied + wanted)
    assert "another `at`" in unmet(promise + replied + wanted)
    assert "" == unmet(promise + replied + wanted.replace("16:00:00", "12:00:00"))


def test_nothing_is_called_none(unmet: Unmet) -> None:
    """At the end nobody has the turn and nothing is due."""
    assert "" == unmet('[expect-end]\nturn = "none"\ndue = "none"\nstatus = "ended"\nround = 1\n')
    assert "expected: none" in unmet('[expect-end]\nended = "none"\n')


def test_an_event_that_was_to_be_refused(unmet: Unmet) -> None:
    """A case that takes an event which it was to refuse is a difference."""
    held = '[[event]]\nevent = "held"\nat = 2026-06-02T12:00:00\nrefused = true\n'
    assert "the case takes this event" in unmet(held)
