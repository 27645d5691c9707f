"""The vocabulary of effects."""

import pytest
from attrs import evolve

from ghostrules import do
from ghostrules.effects import KINDS, Hours
from ghostrules.errors import PolicyError
from ghostrules.policy import Step, from_document


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_has_its_function(name: str) -> None:
    """`do.email()` and all the others give an effect of the kind that they name."""
    effect = getattr(do, name)("words", to="billing", cc="owner", attach=["invoice", "terms"])
    assert (effect.kind, effect.template, effect.to, effect.cc, effect.attach) == (
        KINDS[name],
        "words",
        "billing",
        ("owner",),
        ("invoice", "terms"),
    )


def test_the_vocabulary_is_the_kinds_and_custom() -> None:
    """Kinds, `custom` and an order of preference: nothing else is in the vocabulary."""
    assert sorted(do.__all__) == sorted([*KINDS, "custom", "first_of"])


def test_a_name_alone_is_the_effect_without_more() -> None:
    """`do="email"` and `do=do.email()` are the same."""
    assert Step("a", "1 day later", "email") == Step("a", "1 day later", [do.email()])


@pytest.mark.parametrize(
    ("reaches_client", "live", "hours"),
    [
        (False, False, Hours.SENDER),
        (True, False, Hours.CLIENT),
        (True, True, Hours.BOTH),
        (False, True, Hours.BOTH),
    ],
)
def test_an_effect_of_ones_own_demands_the_hours_of_its_kind(
    reaches_client: bool, live: bool, hours: Hours
) -> None:
    """L8: live needs both parties, the client's notice needs the client, work needs us."""
    kind = do.custom("visit", reaches_client=reaches_client, live=live, adverse=True).kind
    assert (kind.hours, kind.reaches_client, kind.adverse) == (hours, reaches_client, True)


@pytest.mark.parametrize("name", ["email", "custom", "first_of", "Visit", "a b", "2nd", ""])
def test_some_names_are_no_names_of_effects(name: str) -> None:
    """An effect of one's own has a name of its own, in small letters."""
    with pytest.raises(PolicyError) as caught:
        do.custom(name)
    assert caught.value.report.codes == ("GR018",)


def test_preferences_are_flat() -> None:
    """An order of preference inside another is one order."""
    nested = do.first_of(do.email(), do.first_of(do.sms(), do.fax()), do.letter())
    assert nested == do.first_of(do.email(), do.sms(), do.fax(), do.letter())
    assert [each.name for each in nested.alternatives] == ["email", "sms", "fax", "letter"]


def test_one_preference_is_the_effect_itself() -> None:
    """With nothing to fall back on there is no order of preference."""
    assert do.first_of(do.email()) == do.email()


def test_a_preference_names_something() -> None:
    """No effect at all cannot be preferred."""
    with pytest.raises(PolicyError) as caught:
        do.first_of()
    assert caught.value.report.codes == ("GR018",)


def test_a_preference_is_the_same_in_a_document() -> None:
    """L25: the table `first_of` and the function give the same effect."""
    written = {"first_of": ["email", {"sms": {"template": "short"}}]}
    step = {"id": "a", "when": "1 day later", "do": written}
    (read,) = from_document({"id": "chase", "step": [step]}).steps
    assert read.do == (do.first_of(do.email(), do.sms("short")),)


def test_a_preference_that_no_document_could_hold_is_refused() -> None:
    """L25: fallbacks of fallbacks are written flat, so they cannot be told apart."""
    nested = evolve(do.email(), fallbacks=(do.first_of(do.sms(), do.fax()),))
    with pytest.raises(PolicyError) as caught:
        Step("a", "1 day later", nested)
    assert caught.value.report.codes == ("GR018",)
