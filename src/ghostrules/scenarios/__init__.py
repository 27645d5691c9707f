"""Scenarios: a case as a file, from its beginning to its end, and what is expected of it.

A scenario names a policy, two parties and what happens; `load` reads one, with every fault at
once. `run` walks it through the public machine alone: it tells the events of the file in their
order, lets time pass at every due instant between them, and folds what each transition gives into
a `Story`. `compare` lays what the file expects beside what came, and `story_document` writes the
story for programs. `load_journal` and `tell` make the same story of a journal, of which nothing
is expected.
"""

from ghostrules.scenarios._compare import compare
from ghostrules.scenarios._document import story_document
from ghostrules.scenarios._expected import ExpectedEffect, ExpectedEnd, ExpectedStep
from ghostrules.scenarios._journals import load_journal
from ghostrules.scenarios._keys import SCENARIO_KEYS
from ghostrules.scenarios._reading import load, loads
from ghostrules.scenarios._run import run, tell, upcoming
from ghostrules.scenarios._scenario import Scenario, Telling, Ticks
from ghostrules.scenarios._story import Moment, Story, ToldStep

__all__ = [
    "SCENARIO_KEYS",
    "ExpectedEffect",
    "ExpectedEnd",
    "ExpectedStep",
    "Moment",
    "Scenario",
    "Story",
    "Telling",
    "Ticks",
    "ToldStep",
    "compare",
    "load",
    "load_journal",
    "loads",
    "run",
    "story_document",
    "tell",
    "upcoming",
]
