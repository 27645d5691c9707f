"""Reasons call steps as the policy calls them."""

from datetime import UTC, datetime

import pytest

from ghostrules.calendars import Calendar
from ghostrules.machine import (
    Counted,
    DraftDropped,
    EndedBy,
    MovedBy,
    Planned,
    Reason,
    ReportAwaited,
    Reported,
    compile,
)
from ghostrules.messages import say, say_all
from ghostrules.policy import built_in
from ghostrules.render import plan_document, plan_rows
from ghostrules.timing import After, Labels, Weeks

NL = Calendar.for_country("NL")
AT = datetime(2026, 4, 1, 10, tzinfo=UTC)
LABELS = Labels.of(
    {
        "en": {"follow-up": "the follow-up"},
        "nl": {"follow-up": "de navraag"},
        "de": {"follow-up": {"nom": "die Nachfrage", "dat": "der Nachfrage"}},
        "tr": {"follow-up": {"nom": "ilk mesaj"}},
    }
)
COUNTED = Counted(After(Weeks(1)), "follow-up", AT, AT, AT)


@pytest.mark.parametrize(
    ("reason", "locale", "said"),
    [
        (
            COUNTED,
            "en_GB",
            "“1 week after the follow-up”, counted from Wed 1 Apr 2026 12:00, "
            "gives Wed 1 Apr 2026 12:00.",
        ),
        (
            Planned("follow-up", AT),
            "en_GB",
            "As things stand, the follow-up is planned for Wed 1 Apr 2026 12:00.",
        ),
        (
            Planned("follow-up", AT),
            "nl_NL",
            "Zoals het er nu voor staat, is stap 'de navraag' gepland op wo 1 apr 2026 12:00.",
        ),
        (
            DraftDropped("follow-up"),
            "de_DE",
            "Der Entwurf zum Schritt „die Nachfrage“ wurde verworfen, also entfällt der Schritt.",
        ),
        (
            Reported("done", "follow-up", AT, None),
            "tr_TR",
            "“ilk mesaj” adımı 1 Nis 2026 Çar 12:00 tarihinde yapıldı.",
        ),
        (
            EndedBy("silent", "follow-up"),
            "nl_NL",
            "Na 'de navraag' is er geen stap meer over, en het dossier eindigt: silent.",
        ),
        (
            MovedBy("follow-up+1w", None, None),
            "nl_NL",
            "In dit dossier is de stap verplaatst naar “1 week na de navraag”.",
        ),
    ],
)
def test_a_step_is_called_by_its_label(reason: Reason, locale: str, said: str) -> None:
    """The label stands in every language where the id stood; timings inflect it."""
    assert said == say(reason, NL, locale=locale, labels=LABELS)


@pytest.mark.parametrize(
    ("reason", "begins"),
    [
        (Reported("done", "follow-up", AT, None), "The follow-up was done on "),
        (Reported("opened", "follow-up", AT, None), "The client opened the follow-up on "),
        (Reported("confirmed", "follow-up", AT, None), "The draft of the follow-up was confirmed "),
        (ReportAwaited("follow-up", AT, None), "The follow-up was asked for on "),
        (Reported("done", "call", AT, None), "call was done on "),
    ],
)
def test_an_english_sentence_begins_with_a_capital(reason: Reason, begins: str) -> None:
    """A label at the beginning has a capital, within the sentence none, and an id never."""
    assert say(reason, NL, labels=LABELS).startswith(begins)


def test_without_a_label_in_the_language_the_id_stays() -> None:
    """A label of another language is not said, and a form that is missing is not guessed."""
    labels = Labels.of({"de": {"call": "der Anruf"}, "tr": {"call": {"nom": "arama"}}})
    counted = Counted(After(Weeks(1)), "call", AT, AT, AT)

    assert say(counted, NL, locale="nl_NL") == say(counted, NL, locale="nl_NL", labels=labels)
    assert "“call” adımından 1 hafta sonra" in say(counted, NL, locale="tr_TR", labels=labels)
    assert "„der Anruf“" in say(Planned("call", AT), NL, locale="de_DE", labels=labels)


def test_plans_are_said_with_the_labels_of_their_policy() -> None:
    """The rows with labels and the document of a plan say the same."""
    machine = compile(built_in("negotiation"), sender=NL, client=NL)
    plan, labels = machine.plan(at=AT), machine.policy.labels
    rows = plan_rows(plan, NL, "nl_NL", labels=labels)
    document = plan_document(plan, machine, AT, locale="nl_NL")

    assert [list(row.why) for row in rows] == [step["reasons"] for step in document["steps"]]
    assert rows[-1].why == say_all(plan.steps[-1].reasons, NL, locale="nl_NL", labels=labels)
    assert rows[-1].why[0].startswith("“1 week na het opvolgbericht”, geteld vanaf ")
