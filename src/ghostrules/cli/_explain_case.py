"""`ghostrules explain --journal`: the story of a case so far, and what comes next."""

import sys

from ghostrules.cli._paper import paper
from ghostrules.cli._parties import Parties, make_calendars
from ghostrules.cli._policy import read_policy
from ghostrules.cli._print_story import print_story
from ghostrules.cli._reader import read_reader
from ghostrules.cli._written import note, write_json
from ghostrules.cli._wrong import Wrong, lowered
from ghostrules.machine import compile
from ghostrules.scenarios import Story, load_journal, story_document, tell, upcoming


def explain_case(named: str, journal: str, parties: Parties, *, as_json: bool) -> None:
    policy = read_policy(named)
    given = make_calendars(parties, policy)
    machine = compile(policy, sender=given.sender, client=given.client, others=given.others)
    try:
        events = load_journal(journal, machine)
    except OSError as error:
        raise Wrong(f"the file `{journal}` cannot be read: {lowered(error.strerror)}") from error
    story, reader = tell(machine, events), read_reader(parties.locale)
    if as_json:
        write_json(_document(story, reader.locale), sys.stdout)
    else:
        note(given.assumed, reader)
        print_story(paper(), story, reader)


def _document(story: Story, locale: str | None) -> dict[str, object]:
    machine, state = story.machine, story.state
    next = upcoming(machine, state)
    return {
        "policy": machine.policy.id,
        "fingerprint": machine.policy.fingerprint,
        "case": state.case,
        **story_document(story, locale=locale),
        "next": None if next is None else next.step,
    }
