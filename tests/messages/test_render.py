"""Messages: whose language, whose time zone, which register, and what fills them."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

from ghostrules import MessageError, Money, Party, Policy, Step, compile
from ghostrules.events import Done, Held, PartPaid, Replied, Signal
from ghostrules.messages import (
    Correspondence,
    FieldValue,
    Message,
    Words,
    loads_words,
    preview,
    render,
)
from ghostrules.messages._render import is_for_us
from ghostrules.policy import built_in_names
from tests.messages.conftest import CLIENT, KNOWN, SENDER, facts_of, lived, machine_of, moment
from tests.messages.test_deadlines import silently

LIVES: dict[str, list[Any]] = {
    **{name: [] for name in built_in_names()},
    "late-content": [
        Replied(at=moment("02T10:00")),
        Signal("content-received", at=moment("26T10:00")),
    ],
    "marketplace-complete": [Held(reason="illness", at=moment("02T10:00"))],
    "negotiation": [Signal("declined", at=moment("02T10:00"))],
    "payment": [
        Done("call", "wrong number", at=moment("15T12:00")),
        PartPaid(Money.parse("250 EUR"), at=moment("16T12:00")),
    ],
    "project": [
        Done("call", "wrong number", at=moment("15T12:00")),
        Done("look-online", "write", at=moment("17T12:00")),
    ],
}


def messages(name: str, events: list[Any], about: Correspondence) -> dict[str, Message]:
    """Render everything that a life of a built-in policy asks for, by template."""
    machine = machine_of(name)
    return {
        str(effect.template): render(machine, state, effect, about)
        for state, effect in lived(machine, events)
        if effect.template is not None
    }


@pytest.mark.parametrize("name", LIVES)
def test_every_effect_of_a_life_has_its_message(name: str, about: Correspondence) -> None:
    """Whatever a case asks for can be written, and no brace is left over."""
    for events in ([], LIVES[name]):
        for message in messages(name, events, about).values():
            assert message.subject
            assert not set("{}[]") & set(message.subject + message.body)
            assert message.fallbacks == ()


def test_the_deadline_is_said_in_the_clients_time_with_its_city(about: Correspondence) -> None:
    """L12: weekday, date, time, and whose time it is, for Istanbul's clock shows another."""
    notice = messages("project", [], about)["project/final-notice"]
    assert notice.subject == (
        "the new website: please answer by Monday, 22 June 2026 at 08:00 (Amsterdam time)"
    )


def test_where_both_clocks_agree_no_city_is_named(about: Correspondence) -> None:
    """A zone is named where it makes a difference, and nowhere else."""
    machine = compile(machine_of("project").policy, client=(nl := CLIENT.calendar()), sender=nl)
    letters = [
        render(machine, *one, about) for one in lived(machine) if one[1].step == "final-notice"
    ]
    assert "by Monday, 22 June 2026 at 09:00. If" in letters[0].body


def test_a_window_in_days_names_its_last_day(about: Correspondence) -> None:
    """L12: the term ends with the day that is named."""
    letter = messages("payment", [], about)["payment/final-letter"]
    assert "by Monday, 14 September 2026 (end of the day)." in letter.body


def test_a_note_is_written_for_us_in_our_own_time(about: Correspondence) -> None:
    """A client who wrote at 10:00 in Amsterdam wrote at 11:00 in Istanbul."""
    note = messages("late-content", LIVES["late-content"], about)["late-content/our-turn"]
    assert (note.is_note, note.register) == (True, None)
    assert "since Tuesday, 2 June 2026 at 11:00 (Istanbul time)." in note.body


def test_facts_of_the_policy_fill_fields(about: Correspondence) -> None:
    """What was paid is no longer in the open balance, and the days count to the letter."""
    events = [PartPaid(Money.parse("250 EUR"), at=moment("02T12:00"))]
    letter = messages("payment", events, about)["payment/final-letter"]
    assert "Open balance: €\xa01.000,00" in letter.body
    assert "Original due date: Monday, 1 June 2026\nDays overdue: 91" in letter.body


def test_a_fact_of_the_policy_counts_before_what_was_told(about: Correspondence) -> None:
    """Two balances would be one too many: the case knows."""
    told = evolve(about, known={**KNOWN, "balance": Money.parse("7 EUR")})
    assert (
        "Open balance: €\xa01.250,00" in messages("payment", [], told)["payment/final-letter"].body
    )


def test_the_informal_register_is_that_of_the_client(about: Correspondence) -> None:
    """A client who is spoken to informally gets informal words."""
    client = Party("acme", "NL", name="Acme", language="en", register="informal")
    letter = messages("negotiation", [], evolve(about, client=client))["negotiation/follow-up"]
    assert (letter.register, letter.body[:8]) == ("informal", "Hi Mia,\n")


def test_a_register_can_be_asked_for(about: Correspondence) -> None:
    """What is said for one correspondence counts before the document of the client."""
    informal = Correspondence(client=CLIENT, known=KNOWN, register="informal")
    assert (about.register, informal.register) == ("formal", "informal")


def test_the_person_whom_the_channel_reaches_is_greeted() -> None:
    """Who is written to is greeted by name, a client without one by its own."""
    mia = {"name": "Mia Jansen", "email": "mia@acme.example"}
    named = Party("acme", "NL", name="Acme", contacts={"desk": {"fax": "12345"}, "studio": mia})
    nobody = Party("acme", "NL", name="Acme", contacts={"studio": {"email": "a@acme.example"}})
    known = {name: value for name, value in KNOWN.items() if name != "contact"}
    bodies = [
        messages("project", [], Correspondence(client=client, sender=SENDER, known=known))[
            "project/follow-up"
        ].body
        for client in (named, nobody)
    ]

    assert ["Mia Jansen" in bodies[0], "Mia Jansen" in bodies[1]] == [True, False]
    assert "Acme" in bodies[1].splitlines()[0]


def test_the_court_is_named_by_the_clients_country(about: Correspondence) -> None:
    """A Dutch client is told of the Dutch court, whoever writes; and any court can be named."""
    dutch = messages("payment", [], about)["payment/final-letter"].body
    named = evolve(about, known={**KNOWN, "court": "the arbitrator"})
    assert "the subdistrict court (kantonrechter)" in dutch
    assert "before the arbitrator." in messages("payment", [], named)["payment/final-letter"].body


def test_optional_lines_are_left_out(about: Correspondence) -> None:
    """Without a fee the line about it is gone, and no hole is left."""
    fee = evolve(about, known={**KNOWN, "restart-fee": Money(Decimal(150), "EUR")})
    without = messages("project", [], about)["project/stop"].body
    with_fee = messages("project", [], fee)["project/stop"].body
    assert "costs" not in without
    assert "\n\n\n" not in without
    assert "Taking the project up again costs €\xa0150,00." in with_fee


def test_what_is_missing_is_named() -> None:
    """Nothing is sent with a hole in it."""
    with pytest.raises(MessageError, match="nothing fills `contact` and `project` and `sender`"):
        messages("negotiation", [], Correspondence())


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ({"deadline": date(2026, 1, 1)}, "`deadline` is filled by the machine"),
        ({"projekt": "x"}, "no field is called `projekt`; did you mean `project`?"),
        ({"late-fee": "40 EUR"}, "`late-fee` is no money: `40 EUR`"),
        ({"project": "x" * 6000}, "`project` has 6000 letters"),
    ],
)
def test_what_cannot_fill_a_field_is_refused(known: dict[str, FieldValue], said: str) -> None:
    """A value is of the type of its field, and nobody says what the machine knows (L12)."""
    with pytest.raises(MessageError, match=said):
        Correspondence(known=known)


def test_an_unknown_register_is_refused() -> None:
    """There are two registers."""
    with pytest.raises(MessageError, match="expected `formal` or `informal`"):
        Correspondence(register="rude")


class Sly(str):
    """A text that would like to be asked things."""

    secret = "secret"


def test_only_plain_values_are_filled_in() -> None:
    """L22: an object that looks like text is refused, so nothing can be reached through it."""
    with pytest.raises(MessageError, match="`project` is no text"):
        Correspondence(known={"project": Sly("x")})


def test_what_fills_a_field_is_not_read_again(about: Correspondence) -> None:
    """L22: braces in a value are braces."""
    told = evolve(about, known={**KNOWN, "project": "{sender} {0.__class__} {{x}}"})
    subject = messages("negotiation", [], told)["negotiation/follow-up"].subject
    assert subject == "{sender} {0.__class__} {{x}}: do you have any questions?"


def test_a_subject_stays_one_line(about: Correspondence) -> None:
    """A line break in a value cannot begin another header of a mail."""
    told = evolve(about, known={**KNOWN, "project": "Site\r\nBcc: all@example.com"})
    subject = messages("negotiation", [], told)["negotiation/follow-up"].subject
    assert subject == "Site Bcc: all@example.com: do you have any questions?"


OWN = """
language = "{language}"
["negotiation/follow-up"]
fields = ["contact"]
formal = {{ subject = "in {language}", body = "{{contact}}" }}
"""


def first_letter(client: Party, *own: str) -> Message:
    """Render the first letter of `negotiation`, with words of one's own in some languages."""
    machine = compile(
        machine_of("negotiation").policy, client=client.calendar(), sender=SENDER.calendar()
    )
    words = Words(tuple(loads_words(OWN.format(language=language)) for language in own))
    about = Correspondence(client=client, sender=SENDER, known=KNOWN, words=words)
    return render(machine, *lived(machine)[0], about)


WALLOON = Party("acme", "BE", language="fr")


@pytest.mark.parametrize(
    ("own", "subject", "locale", "fallbacks"),
    [
        (["fr", "fr_BE", "en"], "in fr_BE", "fr_BE", []),
        (["fr_FR", "fr", "en"], "in fr", "fr_BE", []),
        (
            ["de", "en"],
            "in en",
            "en_BE",
            ["nobody has these words in the language `fr_BE`, so `en` is used"],
        ),
        (
            [],
            "the new website: do you have any questions?",
            "en_BE",
            ["nobody has these words in the language `fr_BE`, so `en` is used"],
        ),
    ],
)
def test_the_nearest_language_is_taken(
    own: list[str], subject: str, locale: str, fallbacks: list[str]
) -> None:
    """As the territory speaks it, then the language, then the policy's own, with a reason.

    One's own words come before the library's in every language.
    """
    message = first_letter(WALLOON, *own)
    assert (message.subject, message.locale) == (subject, locale)
    assert fallbacks == [str(one) for one in message.fallbacks]


def test_a_register_without_words_gets_the_other_with_a_reason() -> None:
    """A message with the wrong tone is better than none."""
    message = first_letter(evolve_informal(CLIENT), "en")
    assert message.register == "formal"
    assert [str(one) for one in message.fallbacks] == [
        "nobody has these words in the register `informal`, so `formal` is used"
    ]


def evolve_informal(party: Party) -> Party:
    """Give a party to which one speaks informally."""
    return Party(party.id, party.territory, language=party.language, register="informal")


def test_words_that_nobody_has_are_named() -> None:
    """The message says which, and in which languages they were looked for."""
    policy = Policy("chase", [Step("first", "24 hours after start", "email")], ends="paid")
    machine = compile(policy, client=CLIENT.calendar(), sender=SENDER.calendar())
    with pytest.raises(MessageError, match="nobody has the words `chase/first` in `en_NL`, `en`"):
        render(machine, *lived(machine)[0])


HOLLOW = """
language = "en"
["negotiation/follow-up"]
fields = ["phone", "agreed"]
formal = { subject = "x", body = "{%s?}" }
"""


def test_an_empty_message_is_not_written() -> None:
    """Where every line is left out, nothing is left to send."""
    about = Correspondence(client=CLIENT, words=Words((loads_words(HOLLOW % "phone"),)))
    machine = machine_of("negotiation")
    with pytest.raises(MessageError, match="nothing is left of the words `negotiation/follow-up`"):
        render(machine, *lived(machine)[0], about)


def test_a_message_is_bounded() -> None:
    """L22: values of a bounded length in a bounded number of places."""
    text = HOLLOW % "agreed"
    words = Words((loads_words(text.replace("{agreed?}", "{agreed?}" * 100)),))
    about = Correspondence(client=CLIENT, words=words, known={"agreed": "x" * 5000})
    machine = machine_of("negotiation")
    with pytest.raises(MessageError, match="the message has 500000 letters, at most 100000"):
        render(machine, *lived(machine)[0], about)


def test_an_effect_without_words_has_no_message(about: Correspondence) -> None:
    """Work that pauses is no letter."""
    machine = machine_of("late-content")
    pausing = next(one for one in lived(machine) if one[1].kind == "pause_work")
    with pytest.raises(MessageError, match="the effect `pause_work` has no words"):
        render(machine, *pausing, about)


def test_a_preview_has_what_is_sent_and_nothing_else(about: Correspondence) -> None:
    """The silent client's letters, in order, each once, though it goes out in two ways."""
    machine = machine_of("payment")
    start = moment("01T10:00")
    letters = preview(machine, machine.plan(at=start, facts=facts_of(machine)), about)
    assert [(one.step, one.kinds) for one in letters] == [
        ("follow-up", ("email",)),
        ("invoice-again", ("resend_invoice", "registered_letter", "fax")),
        ("notice", ("email",)),
        ("notice", ("email",)),
        ("final-letter", ("email", "registered_letter")),
    ]


@pytest.mark.parametrize("name", built_in_names())
def test_a_preview_says_what_is_really_sent(name: str, about: Correspondence) -> None:
    """L26: where everybody does at once what they are asked, the letters are those of the plan."""
    machine = machine_of(name)
    state = machine.start(at=moment("01T10:00"), case="c", facts=facts_of(machine))
    plan = machine.plan(at=moment("01T10:00"), facts=facts_of(machine))
    sent = [
        render(machine, after, effect, about).body
        for after, effect in silently(machine, state)
        if effect.template is not None and not is_for_us(effect.effect)
    ]
    assert list(dict.fromkeys(sent)) == [one.message.body for one in preview(machine, plan, about)]


def test_what_nobody_said_shows_in_a_preview() -> None:
    """A preview has gaps where a message would be refused."""
    machine = machine_of("negotiation")
    first, _ = preview(machine, machine.plan(at=moment("01T10:00")))
    assert first.message.body.startswith("Dear [contact],\n\nOn Monday, 1 June 2026 I wrote")
