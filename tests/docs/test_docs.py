"""The documentation is whole: nothing public is left out, and no link leads nowhere."""

import pkgutil
import re
from pathlib import Path
from typing import get_args

import pytest

import ghostrules
from ghostrules.cli._verbs import VERBS
from ghostrules.machine import Reason
from ghostrules.messages import FIELDS
from ghostrules.policy import CODES, built_in, built_in_names, json_schema

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(
    page for page in (ROOT / "README.md", *DOCS.rglob("*.md")) if "_build" not in page.parts
)
LINK = re.compile(r"\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
FENCE = re.compile(r"^(`{3,}).*?^\1$", re.MULTILINE | re.DOTALL)


def _text(page: str) -> str:
    return (DOCS / page).read_text("utf-8")


def _words(page: Path) -> str:
    """Give the text of a page without its examples, in which brackets mean something else."""
    return FENCE.sub("", page.read_text("utf-8"))


def _anchors(page: Path) -> set[str]:
    """Give the anchors of the headings of a page, as GitHub and MyST make them."""
    plain = (heading.lower().replace("`", "") for heading in HEADING.findall(_words(page)))
    return {re.sub(r"[^\w\s-]", "", heading).replace(" ", "-") for heading in plain}


def _leads_nowhere(page: Path, target: str) -> bool:
    path, _, anchor = target.partition("#")
    found = (page.parent / path).resolve() if path else page
    if not found.exists():
        return True
    return bool(anchor) and anchor not in _anchors(found)


def _missing(names: list[str], text: str) -> list[str]:
    return [name for name in names if name not in text]


def _is_there(name: str) -> bool:
    """Tell whether a dotted name is a module, or something in one."""
    try:
        pkgutil.resolve_name(name)
    except (ImportError, AttributeError):
        return False
    return True


def test_every_public_name_is_in_the_reference() -> None:
    """The page of the Python names holds every name of the front."""
    text = _text("reference/api.md")
    names = [name for name in ghostrules.__all__ if not re.search(rf"ghostrules\.{name}\b", text)]
    assert [] == names


def test_every_name_in_the_reference_is_there() -> None:
    """Each name that the page of the Python names documents can be found in the library."""
    named = re.findall(r"^\.\. auto\w+:: (ghostrules[\w.]*)", _text("reference/api.md"), re.M)
    assert named
    assert [] == [name for name in named if not _is_there(name)]


def test_every_built_in_has_a_page() -> None:
    """Each built-in policy has a page among the practices, and the index lists it."""
    pages = [f"{name}.md" for name in built_in_names()]
    assert [] == [page for page in pages if not (DOCS / "practices" / page).is_file()]
    assert [] == _missing([f"]({page})" for page in pages], _text("practices/index.md"))


@pytest.mark.parametrize("name", built_in_names())
def test_a_practice_page_names_every_step_event_and_outcome(name: str) -> None:
    """The page of a practice names its steps, what starts it, and how it ends."""
    policy, text = built_in(name), _text(f"practices/{name}.md")
    steps = [step.id for step in policy.steps]
    ends = [word for end in policy.ends for word in end]
    assert [] == _missing([f"`{word}`" for word in (*steps, policy.starts, *ends)], text)


def test_every_code_has_a_page_and_is_listed() -> None:
    """Each diagnostic code has a page, and the index lists it with its severity and title."""
    index = _text("diagnostics/index.md")
    rows = [f"| [{c}]({c}.md) | {code.severity} | {code.title} |" for c, code in CODES.items()]
    assert [] == [code for code in CODES if not (DOCS / "diagnostics" / f"{code}.md").is_file()]
    assert [] == _missing(rows, index)


def test_every_key_is_in_the_reference() -> None:
    """The page of policy documents has a row for every key of a policy and of a step."""
    schema, text = json_schema(), _text("reference/policy.md")
    keys = [*schema["properties"], *schema["$defs"]["step"]["properties"]]
    assert [] == _missing([f"| `{key}` |" for key in keys], text)


def test_every_verb_is_in_the_reference() -> None:
    """The page of the command line names every verb."""
    text = _text("reference/command-line.md")
    assert [] == _missing([f"`{verb.name}" for verb in VERBS], text)


def test_every_reason_is_in_the_reference() -> None:
    """The page of reasons has a row for every reason."""
    names = [f"| `{reason.__name__}` |" for reason in get_args(Reason)]
    assert [] == _missing(names, _text("reference/reasons.md"))


def test_every_field_of_a_message_is_in_the_reference() -> None:
    """The page of messages has a row for each field, as the library describes it."""
    rows = [
        f"| `{field.name}` | {field.type} | {field.source} | {field.about} |"
        for field in FIELDS.values()
    ]
    assert [] == _missing(rows, _text("reference/messages.md"))


def test_every_law_has_a_paragraph() -> None:
    """The page of laws has a heading for each of the twenty-six, in order."""
    numbers = [
        int(number) for number in re.findall(r"^## L(\d+) ", _text("reference/laws.md"), re.M)
    ]
    assert list(range(1, 27)) == numbers


def test_the_tests_of_a_law_name_it() -> None:
    """Each test file that the page gives for a law exists and names that law."""
    sections = re.split(r"^## ", _text("reference/laws.md"), flags=re.MULTILINE)
    named = [
        (section.split()[0], ROOT / path)
        for section in sections
        for path in re.findall(r"`(tests/[\w/]+\.py)`", section)
        if re.match(r"L\d", section)
    ]
    assert named
    assert [] == [
        (law, path.name)
        for law, path in named
        if not (path.is_file() and re.search(rf"\b{law}\b", path.read_text("utf-8")))
    ]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_relative_links_lead_somewhere(page: Path) -> None:
    """Each relative link of a page leads to a file and, where it names one, to a heading."""
    links = [link for link in LINK.findall(_words(page)) if not re.match(r"\w+:", link)]
    assert [] == [link for link in links if _leads_nowhere(page, link)]


@pytest.mark.parametrize("folder", ["explanation", "how-to", "practices", "reference"])
def test_every_page_is_in_the_index_of_its_folder(folder: str) -> None:
    """The index of a folder links to every page in it, and lists it in its tree."""
    pages = sorted(page.stem for page in (DOCS / folder).glob("*.md") if page.stem != "index")
    text = _text(f"{folder}/index.md")
    assert [] == _missing([f"]({page}.md)" for page in pages], text)
    assert [] == [page for page in pages if not re.search(rf"^{page}$", text, re.MULTILINE)]


def test_the_readme_holds_the_command_of_the_tests() -> None:
    """Between its markers the README has exactly one line that begins with `python`."""
    text = (ROOT / "README.md").read_text("utf-8")
    block = text.partition("<!-- command: test -->")[2].partition("<!-- end -->")[0]
    commands = [line for line in block.splitlines() if line.startswith("python")]
    assert ["python -m pip install -q uv && python -m uv run -q pytest -q"] == commands
