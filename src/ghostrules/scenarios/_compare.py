"""What a scenario expects, laid beside what came."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from attrs import evolve, frozen

from ghostrules.calendars import Calendar
from ghostrules.diagnostics import Diagnostic, Report
from ghostrules.documents import diagnostic
from ghostrules.machine import Intent
from ghostrules.phrases import Phrase, all_of, phrase
from ghostrules.scenarios._expected import Expected, plain
from ghostrules.scenarios._scenario import Scenario
from ghostrules.scenarios._story import Story, ToldStep

Facts = Mapping[str, Any]


def compare(scenario: Scenario, story: Story) -> Report:
    """Give a diagnostic for everything that a scenario expects and that did not come.

    >>> from ghostrules.scenarios import loads, run
    >>> text = 'policy = "negotiation"\\nclient = "NL"\\nstart = 2026-03-16T10:00:00'
    >>> scenario = loads(text + '\\nexpect = [{step = "follow-up", at = 2026-03-20T10:00:00}]')
    >>> print(compare(scenario, run(scenario)))
    GR405 error: `follow-up` came, but with another `at`
      --> expect[0], line 4
      found: follow-up at 2026-03-20T09:00+01:00
      expected: follow-up at 2026-03-20T10:00+01:00
    """
    page = _Page(scenario.machine.client)
    found = (
        *page.missing(scenario.steps, [_step(one) for one in story.steps], "step"),
        *page.missing(scenario.effects, [_effect(one) for one in story.effects], "kind"),
        *page.standing(scenario, story),
        *_accepted(scenario, story),
    )
    return Report(tuple(evolve(one, line=scenario.line_of(one.path)) for one in found))


def _step(step: ToldStep) -> Facts:
    return {
        "step": step.step,
        "occurrence": step.occurrence,
        "round": step.round,
        "at": step.at,
        "effects": _kinds(step.effects),
        "skipped": step.skipped,
    }


def _effect(intent: Intent) -> Facts:
    return {"kind": intent.kind, "at": intent.at, "template": intent.template}


def _end(story: Story) -> Facts:
    state = story.state
    return {
        "status": plain(state.status),
        "turn": plain(state.turn),
        "outcome": plain(state.outcome),
        "due": plain(state.due),
        "ended": plain(state.ended),
        "round": state.round,
        "steps": tuple(step.step for step in story.steps if not step.skipped),
        "effects": _kinds(story.effects),
    }


def _kinds(intents: Iterable[Intent]) -> tuple[str, ...]:
    return tuple(intent.kind for intent in intents)


def _accepted(scenario: Scenario, story: Story) -> Iterator[Diagnostic]:
    """Tell of events that were to be refused and were not."""
    refused = dict(story.refused)
    for telling in scenario.events:
        if telling.refused and telling.path not in refused:
            yield diagnostic(
                "GR405",
                phrase("the case takes this event"),
                path=telling.path,
                expected=phrase("a refusal"),
            )


@frozen
class _Page:
    """Where differences are written: instants are in the client's time zone."""

    client: Calendar

    def missing(
        self, expected: Sequence[Expected], came: Sequence[Facts], name: str
    ) -> Iterator[Diagnostic]:
        """Look for each expectation after the one before; what is passed over may come too."""
        place = 0
        for one in expected:
            fits = (at for at in range(place, len(came)) if not _unlike(one, came[at]))
            found = next(fits, None)
            if found is None:
                yield self._difference(one, came[place:], name)
            else:
                place = found + 1

    def standing(self, scenario: Scenario, story: Story) -> Iterator[Diagnostic]:
        """Compare how the case stands, key by key."""
        came = _end(story)
        if scenario.end is None:
            return
        for name, value in scenario.end.said:
            if plain(value) != came[name]:
                yield diagnostic(
                    "GR405",
                    phrase("`{name}` is not as expected", name=name),
                    path=f"{scenario.end.path}.{name}",
                    value=self._write(came[name]),
                    expected=self._write(plain(value)),
                )

    def _difference(self, one: Expected, came: Sequence[Facts], name: str) -> Diagnostic:
        wanted = dict(one.said)
        alike = [facts for facts in came if facts[name] == wanted[name]]
        if not alike:
            kinds = ", ".join(str(facts[name]) for facts in came)
            return self._told(
                one,
                phrase("`{wanted}` did not come", wanted=wanted[name]),
                kinds or phrase("nothing more"),
                name,
            )
        nearest = min(alike, key=lambda facts: _distance(one, facts))
        unlike = _unlike(one, nearest)
        names = all_of(f"`{key}`" for key in unlike)
        message = phrase(
            "`{wanted}` came, but with another {names}", wanted=wanted[name], names=names
        )
        return self._told(one, message, self._line(nearest, [name, *unlike]), name)

    def _told(self, one: Expected, message: Phrase, value: str, name: str) -> Diagnostic:
        said = dict(one.said)
        keys = [name, *(key for key in said if key != name and said[key] is not False)]
        expected = self._line(said, keys)
        return diagnostic("GR405", message, path=one.path, value=value, expected=expected)

    def _line(self, facts: Facts, names: Iterable[str]) -> str:
        head, *rest = names
        return " ".join([str(facts[head]), *(f"{key} {self._write(facts[key])}" for key in rest)])

    def _write(self, value: object) -> str:
        match value:
            case datetime():
                local = value.astimezone(ZoneInfo(self.client.timezone))
                return local.isoformat(timespec="minutes" if not local.second else "auto")
            case bool():
                return "true" if value else "false"
            case tuple():
                return "[" + ", ".join(map(str, value)) + "]"  # pyright: ignore
            case _:
                return str(plain(value))


def _unlike(one: Expected, facts: Facts) -> list[str]:
    return [name for name, value in one.said if facts[name] != value]


def _distance(one: Expected, facts: Facts) -> tuple[int, float]:
    """Count what differs; of equal differences the nearest in time is nearer."""
    wanted, came = dict(one.said).get("at"), facts["at"]
    apart = abs((came - wanted).total_seconds()) if wanted and came else 0.0
    return len(_unlike(one, facts)), apart
