"""What a step does, as a vocabulary: `do.email()`, `do.call()`, `do.custom("ship-samples")`.

Every function gives a frozen `Effect`, an intent that the caller carries out. All but `custom`
and `first_of` take the same four things. `template` names the words, and without one the template
named by policy and step is meant. `to` is the role of a contact, `cc` lists further ones, `attach`
names documents. `first_of` puts several in an order of preference.
"""

import re
from collections.abc import Iterable

from attrs import evolve

from ghostrules.diagnostics import Diagnostic, Report
from ghostrules.effects import KINDS, Effect, Hours, Kind
from ghostrules.errors import PolicyError
from ghostrules.phrases import Phrase, phrase

__all__ = [
    "call",
    "charge",
    "close",
    "custom",
    "direct_message",
    "email",
    "escalate",
    "fax",
    "first_of",
    "letter",
    "mark_complete",
    "note",
    "pause_work",
    "registered_letter",
    "request_release",
    "resend_invoice",
    "resume_work",
    "sms",
    "stop_work",
]

Detail = str | int | bool

_NAME = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*")


def email(
    template: str | None = None,
    *,
    to: str | None = None,
    cc: str | Iterable[str] = (),
    attach: str | Iterable[str] = (),
) -> Effect:
    """Write the client an e-mail.

    >>> email("project/follow-up", cc="assistant").cc
    ('assistant',)
    """
    return _effect("email", template, to, cc, attach)


def call(
    template: str | None = None,
    *,
    to: str | None = None,
    cc: str | Iterable[str] = (),
    attach: str | Iterable[str] = (),
) -> Effect:
    """Call the client, live, in hours that suit both.

    >>> call().kind.hours.value
    'both'
    """
    return _effect("call", template, to, cc, attach)


def direct_message(
    template: str | None = None,
    *,
    to: str | None = None,
    cc: str | Iterable[str] = (),
    attach: str | Iterable[str] = (),
) -> Effect:
    """Write the client privately on a platform where they are active.

    >>> direct_message().name
    'direct_message'
    """
    return _effect("direct_message", template, to, cc, attach)


def letter(
    template: str | None = None,
    *,
    to: str | None = None,
    cc: str | Iterable[str] = (),
    attach: str | Iterable[str] = (),
) -> Effect:
    """Send the client a letter.

    >>> letter().name
    'letter'
    """
    return _effect("letter", template, to, cc, attach)


def registered_letter(
    template: str | None = None,
    *,
    to: str | None = None,
    cc: str | Iterable[str] = (),
    attach: str | Iterable[str] = (),
) -> Effect:
    """Send the client a letter whose delivery is proven.

    >>> registered_letter().name
    'registered_letter'
    """
    return _effect("registered_letter", template, to, cc, attach)


def fax(
    template: str | None = None,
    *,
    to: str | None = None,
    cc: str | Iterable[str] = (),
    attach: str | Iterable[str] = (),
) -> Effect:
    """Send the client a fax.

    >>> fax().name
    'fax'
    """
    return _effect("fax", template, to, cc, attach)


def sms(
    template: str | None = None,
    *,
    to: str | None = None,
    cc: str | Iterable[str] = (),
    attach: str | Iterable[str] = (),
) -> Effect:
    """Send the client a text message.

    >>> sms().name
    'sms'
    """
    return _effect("sms", template, to, cc, attach)


def resend_invoice(
    template: str | None = None,
    *,
    to: str | None = None,
    cc: str | Iterable[str] = (),
    attach: str | Iterable[str] = (),
) -> Effect:
    """Send the client the invoice again.

    >>> resend_invoice(attach="invoice").attach
    ('invoice',)
    """
    return _effect("resend_invoice", template, to, cc, attach)


def pause_work(
    template: str | None = None,
    *,
    to: str | None = None,
    cc: str | Iterable[str] = (),
    attach: str | Iterable[str] = (),
) -> Effect:
    """Pause the work; adverse, so it waits for every window granted (L12).

    >>> pause_work().name
    'pause_work'
    """
    return _effect("pause_work", template, to, cc, attach)


def stop_work(
    template: str | None = None,
    *,
    to: str | None = None,
    cc: str | Iterable[str] = (),
    attach: str | Iterable[str] = (),
) -> Effect:
    """Stop the work; adverse, so it waits for every window granted (L12).

    >>> stop_work().name
    'stop_work'
    """
    return _effect("stop_work", template, to, cc, attach)


def mark_complete(
    template: str | None = None,
    *,
    to: str | None = None,
    cc: str | Iterable[str] = (),
    attach: str | Iterable[str] = (),
) -> Effect:
    """Mark the work as complete; adverse, so it waits for every window granted (L12).

    >>> mark_complete().name
    'mark_complete'
    """
    return _effect("mark_complete", template, to, cc, attach)


def request_release(
    template: str | None = None,
    *,
    to: str | None = None,
    cc: str | Iterable[str] = (),
    attach: str | Iterable[str] = (),
) -> Effect:
    """Ask the platform to release the payment; adverse (L12).

    >>> request_release().name
    'request_release'
    """
    return _effect("request_release", template, to, cc, attach)


def charge(
    template: str | None = None,
    *,
    to: str | None = None,
    cc: str | Iterable[str] = (),
    attach: str | Iterable[str] = (),
) -> Effect:
    """Charge a fee; adverse, so it waits for every window granted (L12).

    >>> charge().name
    'charge'
    """
    return _effect("charge", template, to, cc, attach)


def escalate(
    template: str | None = None,
    *,
    to: str | None = None,
    cc: str | Iterable[str] = (),
    attach: str | Iterable[str] = (),
) -> Effect:
    """Hand the case to someone with more power; adverse (L12).

    >>> escalate().name
    'escalate'
    """
    return _effect("escalate", template, to, cc, attach)


def resume_work(
    template: str | None = None,
    *,
    to: str | None = None,
    cc: str | Iterable[str] = (),
    attach: str | Iterable[str] = (),
) -> Effect:
    """Take the work up again.

    >>> resume_work().name
    'resume_work'
    """
    return _effect("resume_work", template, to, cc, attach)


def close(
    template: str | None = None,
    *,
    to: str | None = None,
    cc: str | Iterable[str] = (),
    attach: str | Iterable[str] = (),
) -> Effect:
    """Close the case in the books, at any hour.

    >>> close().name
    'close'
    """
    return _effect("close", template, to, cc, attach)


def note(
    template: str | None = None,
    *,
    to: str | None = None,
    cc: str | Iterable[str] = (),
    attach: str | Iterable[str] = (),
) -> Effect:
    """Note something for ourselves, at any hour.

    >>> note().name
    'note'
    """
    return _effect("note", template, to, cc, attach)


def custom(  # noqa: PLR0913 - one argument a key
    name: str,
    template: str | None = None,
    *,
    to: str | None = None,
    cc: str | Iterable[str] = (),
    attach: str | Iterable[str] = (),
    reaches_client: bool = False,
    live: bool = False,
    adverse: bool = False,
    detail: str | None = None,
    **details: Detail,
) -> Effect:
    """Do something of your own, with whatever details you want back.

    >>> effect = custom("ship-samples", reaches_client=True, detail="address", parcels=2)
    >>> effect.name, effect.kind.hours.value, effect.details
    ('ship-samples', 'client', (('parcels', 2),))

    What a person performs `live` demands hours that suit both parties, what else
    `reaches_client` demands the client's contact hours, the rest our own working hours (L8).
    `detail` is the detail of the client that it needs. Raises `PolicyError` for the name of a
    kind that exists, or a name that is not lower case.
    """
    _refuse_name(name)
    hours = _hours(reaches_client=reaches_client, live=live)
    return Effect(
        Kind(name, hours, reaches_client=reaches_client, adverse=adverse, detail=detail),
        template=template,
        to=to,
        cc=_listed(cc),
        attach=_listed(attach),
        details=tuple(sorted(details.items())),
    )


def first_of(*effects: Effect) -> Effect:
    """Do the first of some effects that can be done, the most preferred first.

    >>> effect = first_of(email(), sms(), letter())
    >>> effect.name, [fallback.name for fallback in effect.fallbacks]
    ('email', ['sms', 'letter'])

    Where the client lacks the detail that an effect needs, or where it fails, the next is done
    instead. Raises `PolicyError` without an effect.
    """
    if not effects:
        _refuse(
            phrase("an order of preference names no effect"),
            phrase("write `do.first_of(do.email(), ...)`"),
        )
    preferred, *others = (each for effect in effects for each in effect.alternatives)
    return evolve(preferred, fallbacks=tuple(others))


def _hours(*, reaches_client: bool, live: bool) -> Hours:
    if live:
        return Hours.BOTH
    return Hours.CLIENT if reaches_client else Hours.SENDER


def _refuse_name(name: str) -> None:
    if name in KINDS or name in ("custom", "first_of"):
        _refuse(
            phrase("`{name}` exists already", name=name),
            phrase("write `do.{name}()`, or choose another name", name=name),
        )
    if not _NAME.fullmatch(name):
        _refuse(
            phrase("`{name}` is no name of an effect", name=name),
            phrase("write it like `ship-samples`"),
        )


def _refuse(message: Phrase, help: Phrase) -> None:
    raise PolicyError(Report((Diagnostic("GR018", message, help=help),)))


def _effect(
    kind: str,
    template: str | None,
    to: str | None,
    cc: str | Iterable[str],
    attach: str | Iterable[str],
) -> Effect:
    return Effect(KINDS[kind], template=template, to=to, cc=_listed(cc), attach=_listed(attach))


def _listed(names: str | Iterable[str]) -> tuple[str, ...]:
    return (names,) if isinstance(names, str) else tuple(names)
