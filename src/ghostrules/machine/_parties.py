"""The calendars of a machine, under the names by which a policy calls them."""

from collections.abc import Mapping

from attrs import frozen

from ghostrules.calendars import Calendar
from ghostrules.effects import Hours
from ghostrules.errors import CalendarError
from ghostrules.machine._hours import ANYTIME, Slots
from ghostrules.machine._table import AnyCalendar
from ghostrules.phrases import phrase

OWN_NAMES = ("client", "sender", "both")


@frozen(eq=False)
class Parties:
    """The client's calendar, the sender's, that of both, and any others by name."""

    client: Calendar
    sender: Calendar
    both: AnyCalendar
    others: Mapping[str, AnyCalendar]

    @classmethod
    def of(cls, client: Calendar, sender: Calendar, others: Mapping[str, AnyCalendar]) -> "Parties":
        """Bring the calendars together; the names of both parties cannot be given to others."""
        for name in OWN_NAMES:
            if name in others:
                raise CalendarError(
                    phrase("`{name}` is a party of every case, expected another name", name=name)
                )
        both = client if client == sender else client & sender
        return cls(client, sender, both, dict(others))

    @property
    def digests(self) -> tuple[str, ...]:
        """The digests of all calendars: client, sender, then the others by name (L21)."""
        others = (self.others[name].digest for name in sorted(self.others))
        return (self.client.digest, self.sender.digest, *others)

    def named(self, name: str) -> AnyCalendar:
        """Give a calendar by the name that the policy uses."""
        known = {"client": self.client, "sender": self.sender, "both": self.both, **self.others}
        if name not in known:
            raise CalendarError(
                f"the policy counts business days of `{name}`, which was not given; "
                f"known are {', '.join(f'`{one}`' for one in known)}; "
                f"compile with `others={{'{name}': ...}}`"
            )
        return known[name]

    def demanded(self, hours: Hours) -> AnyCalendar | None:
        """Give the calendar whose hours an effect demands, if it demands any (L8)."""
        match hours:
            case Hours.CLIENT:
                return self.client
            case Hours.SENDER:
                return self.sender
            case Hours.BOTH:
                return self.both
            case Hours.NONE:
                return None

    def slots(self, hours: Hours) -> Slots:
        """Give the admissible moments of an effect, or refuse parties that are never open (L8)."""
        calendar = self.demanded(hours)
        if calendar is None:
            return ANYTIME
        opened = calendar.working_hours if hours is Hours.SENDER else calendar.contact_hours
        if not opened.has_slot_within():
            raise CalendarError(
                phrase(
                    "`{calendar}` has fortnights without any open hours, "
                    "expected hours in which the policy can act; widen them",
                    calendar=calendar.name,
                )
            )
        return opened
