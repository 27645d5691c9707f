"""A reason becomes a sentence of the reader's language."""

from collections.abc import Iterable

from ghostrules.calendars import Calendar
from ghostrules.locales import in_language
from ghostrules.machine import Reason
from ghostrules.messages._fill import fill
from ghostrules.messages._voice import voice_for
from ghostrules.timing import NO_LABELS, Labels


def say(
    reason: Reason,
    calendar: Calendar,
    *,
    locale: str | None = None,
    labels: Labels = NO_LABELS,
) -> str:
    """Say a reason in one plain sentence.

    >>> from datetime import UTC, datetime
    >>> from ghostrules.machine import Planned
    >>> due = datetime(2026, 4, 7, 7, tzinfo=UTC)
    >>> say(Planned("pause", due), Calendar.for_country("NL"))
    'As things stand, pause is planned for Tue 7 Apr 2026 09:00.'
    >>> say(Planned("pause", due), Calendar.for_country("NL"), locale="nl_NL")
    "Zoals het er nu voor staat, is stap 'pause' gepland op di 7 apr 2026 09:00."
    >>> labels = Labels.of({"en": {"pause": "the pause"}})
    >>> say(Planned("pause", due), Calendar.for_country("NL"), labels=labels)
    'As things stand, the pause is planned for Tue 7 Apr 2026 09:00.'

    `calendar` is that of the client, in whose time zone dates are written. The language is that
    of `locale`; English without one, and where there are no words for it. `labels` are those of
    the policy; a step without one in that language is called by its id.
    """
    voice = voice_for(calendar, locale, labels)
    return in_language(fill(voice, reason), voice.language)


def say_all(
    reasons: Iterable[Reason],
    calendar: Calendar,
    *,
    locale: str | None = None,
    labels: Labels = NO_LABELS,
) -> tuple[str, ...]:
    """Say every reason, in order.

    >>> from ghostrules.machine import EndedBy
    >>> say_all([EndedBy("silent", "call")], Calendar.for_country("NL"))
    ('After call no step is left, and the case ends: silent.',)
    """
    return tuple(say(reason, calendar, locale=locale, labels=labels) for reason in reasons)
