"""Whether anybody would know of an answer (L19): sources that must have been read."""

from ghostrules import Elapsed, Machine, Step
from ghostrules.events import Replied
from ghostrules.machine import EvidenceStale
from tests.machine.life import Life, at, made

MAIL = Step("mail", "24 hours after start", "email")


def wary(*steps: Step) -> Machine:
    """Compile steps that ask for an inbox read within the hour and a bank within two days."""
    return made(*(steps or (MAIL,)), evidence={"inbox": "1 hour", "bank": "48 hours"})


def test_with_stale_evidence_nothing_is_sent() -> None:
    """L19: the result says what is awaited, and the very same state comes back."""
    life = Life(wary())
    before = life.state

    life.look("02T10:00", inbox=at("02T08:59"), bank=at("01T08:00"))

    assert life.state is before
    assert ([], (EvidenceStale("inbox", at("02T08:59"), at("02T09:00")),)) == (
        life.sent,
        life.last.reasons,
    )


def test_a_source_that_nobody_read_is_stale() -> None:
    """L19: without a word about the bank nothing is known of the bank."""
    life = Life(wary()).look("02T10:00", inbox=at("02T10:00"))

    assert [] == life.sent
    assert (EvidenceStale("bank", None, at("2026-05-31T10:00")),) == life.last.reasons


def test_with_fresh_evidence_the_step_acts() -> None:
    """L19: exactly as old as stated is not older."""
    life = Life(wary()).look("02T10:00", inbox=at("02T09:00"), bank=at("2026-05-31T10:00"))

    assert ["mail 02T10:00"] == life.sent


def test_evidence_is_not_stored() -> None:
    """L19: what one look has seen is no evidence for the next."""
    life = Life(wary(MAIL, Step("again", "48 hours later", "email")))

    life.look("02T10:00", inbox=at("02T10:00"), bank=at("02T10:00")).look("04T10:00")

    assert ["mail 02T10:00"] == life.sent


def test_an_early_look_needs_no_evidence() -> None:
    """L19, L16: only a tick that would fire is judged."""
    life = Life(wary())
    before = life.state

    assert life.look("02T09:00").state is before
    assert () == life.last.reasons


def test_what_is_adverse_needs_evidence_too() -> None:
    """L19: nothing adverse is done while nobody knows whether the client answered."""
    life = Life(wary(Step("stop", "24 hours after start", "stop_work"))).look("02T10:00")

    assert ([], ["EvidenceStale", "EvidenceStale"]) == (life.sent, life.reasons)


def test_a_note_to_ourselves_needs_none() -> None:
    """L19: what is neither sent to the client nor adverse is done."""
    life = Life(wary(Step("look", "24 hours after start", "note"))).look("02T10:00")

    assert ["look 02T10:00"] == life.sent


def test_evidence_that_comes_late_is_a_late_look() -> None:
    """L10, L19: an hour after the due instant the mail goes out then."""
    life = Life(wary()).look("02T10:00")

    life.look("02T11:00", inbox=at("02T11:00"), bank=at("02T11:00"))

    assert ["mail 02T11:00"] == life.sent


def test_every_step_of_an_advance_sees_the_evidence() -> None:
    """L17: what one look did read holds for all that it does."""
    policy = wary(
        Step("a", "24 hours after start", "email"), Step("b", "0 hours later", "stop_work")
    )
    life = Life(policy)

    look = Elapsed(at=at("02T10:00"), observed={"inbox": at("02T10:00"), "bank": at("02T10:00")})

    assert ["a 02T10:00", "b 02T10:00"] == life.tell(look).sent


def test_other_events_need_no_evidence() -> None:
    """L19: a reply is evidence of itself."""
    assert "ours" == Life(wary()).tell(Replied(at=at("01T12:00"))).state.turn


def test_the_plan_assumes_that_everything_is_read() -> None:
    """The silent path is one on which we know that the client is silent."""
    assert [at("02T10:00")] == [one.due for one in wary().plan(at=at("01T10:00"))]
