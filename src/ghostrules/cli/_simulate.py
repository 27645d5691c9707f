"""`ghostrules simulate`: a scenario, walked to its end and compared with what it expects."""

import sys
from pathlib import Path
from typing import Annotated, Final

from cyclopts import Parameter

from ghostrules.cli._options import JsonFlag
from ghostrules.cli._paper import paper
from ghostrules.cli._print_story import print_story
from ghostrules.cli._reader import LocaleOption, read_reader
from ghostrules.cli._report import report_unmet
from ghostrules.cli._written import note, write_json
from ghostrules.cli._wrong import Status, Wrong, lowered
from ghostrules.phrases import phrase
from ghostrules.scenarios import Scenario, compare, load, story_document
from ghostrules.scenarios import run as walk

ASSUMED: Final = phrase("assuming that the sender keeps the client's calendar")

ScenarioFile = Annotated[str, Parameter(help="A file with a scenario (.toml, .json).")]


def run(file: ScenarioFile, /, *, locale: LocaleOption = None, as_json: JsonFlag = False) -> Status:
    reader = read_reader(locale)
    scenario = _read(file)
    story = walk(scenario)
    if as_json:
        write_json(story_document(story, locale=reader.locale), sys.stdout)
    else:
        note(ASSUMED if scenario.assumes_sender else None, reader)
        print_story(paper(), story, reader)
    unmet = compare(scenario, story)
    if unmet.ok:
        return Status.FINE
    sys.stdout.flush()
    return report_unmet(unmet, scenario.expects, reader, as_json=as_json)


def _read(named: str) -> Scenario:
    path = Path(named)
    if path.is_dir():
        raise Wrong(f"`{path}` is a folder, expected a file")
    try:
        return load(path)
    except FileNotFoundError:
        raise Wrong(f"there is no file `{path}`") from None
    except OSError as error:
        raise Wrong(f"the file `{path}` cannot be read: {lowered(error.strerror)}") from error
