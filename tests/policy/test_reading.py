"""Documents that cannot be read: every fault, with its place, what was expected, and a help."""

from collections.abc import Callable
from datetime import time
from pathlib import Path

import pytest

from ghostrules import do
from ghostrules.diagnostics import Report
from ghostrules.effects import Effect, Hours, Kind
from ghostrules.errors import PolicyError
from ghostrules.policy import Policy, Step, dumps, from_document, load, loads
from ghostrules.timing import After, BusinessDays, Duration

Faults = Callable[[str], Report]
HEAD = 'id = "chase"\nends = "paid"\n'

MANY = """\
id = "chase"
end = "paid"
language = 3
requires = ["phone", "fone"]

[[step]]
id = "reminder"
when = "24 hors after start"
do = ["cal", { email = { tempalte = "x" } }]
answer_within = '''
48 hous'''

[[step]]
id = "call"
when = "next Tuesday"
do = "call"
strict = 1
only_if = "late and"

[[step]]
do = "call"
"""


def test_all_faults_come_at_once_in_the_order_of_the_document(faults: Faults) -> None:
    """L20: one reading reports every fault, each with its path and its line."""
    found = [
        (fault.code, fault.path, fault.line) for fault in faults(MANY.replace(" = 3", ' = "en"'))
    ]
    assert found == [
        ("GR002", "end", 2),
        ("GR005", "requires[1]", 4),
        ("GR006", "step[0].when", 8),
        ("GR005", "step[0].do[0]", 9),
        ("GR002", "step[0].do[1].email.tempalte", 9),
        ("GR015", "step[0].answer_within", 10),
        ("GR007", "step[1].when", 15),
        ("GR004", "step[1].strict", 17),
        ("GR024", "step[1].only_if", 18),
        ("GR003", "step[2]", 20),
        ("GR003", "step[2]", 20),
    ]


def test_a_faulty_language_hides_no_other_fault(faults: Faults) -> None:
    """Without a language timings are not read, but all other keys are."""
    codes = [(fault.code, fault.path) for fault in faults(MANY)]
    assert ("GR004", "language") in codes
    assert ("GR015", "step[0].answer_within") in codes
    assert "GR006" not in [code for code, _ in codes]


@pytest.mark.parametrize(
    ("text", "code", "path", "help"),
    [
        ('language = "tlh"\nsteps = ["1 day later: email"]', "GR005", "language", None),
        ('steps = ["1 day later: emial"]', "GR005", "steps[0].do[0]", "did you mean `email`?"),
        ("steps = []", "GR003", "steps", None),
        ('steps = "1 day later: email"', "GR004", "steps", None),
        ("steps = [3]", "GR004", "steps[0]", None),
        ('steps = [": email"]', "GR019", "steps[0]", None),
        ('[step]\nid = "a"', "GR004", "step", "write `[[step]]`, with two brackets"),
        ('stpes = ["1 day later: email"]', "GR002", "stpes", "did you mean `steps`?"),
        ('drop = { steps = ["a"] }\nsteps = ["1 day later: email"]', "GR021", "drop", None),
    ],
)
def test_a_fault_of_the_policy_is_placed_and_helped(
    faults: Faults, text: str, code: str, path: str, help: str | None
) -> None:
    """A fault names its place, and a help where one can be given."""
    found = {fault.path: fault for fault in faults(HEAD + text)}
    assert found[path].code == code
    assert help is None or found[path].help == help


@pytest.mark.parametrize(
    ("said", "code", "path"),
    [
        ("at = 9", "GR016", "at"),
        ('at = "24:00"', "GR016", "at"),
        ("at = 09:30:15", "GR016", "at"),
        ('roll = "forward"', "GR005", "roll"),
        ("prefer = true", "GR005", "prefer"),
        ('strict = "no"', "GR004", "strict"),
        ("answer_within = 48", "GR004", "answer_within"),
        ('answer_within = "soon"', "GR015", "answer_within"),
        ('patience = "99999999 hours"', "GR015", "patience"),
        ('business_days = ""', "GR004", "business_days"),
        ('outcome = "Given up"', "GR116", "outcome"),
        ('confirm = "on"', "GR004", "confirm"),
        ('only_if = ""', "GR004", "only_if"),
        ('unless = "not"', "GR024", "unless"),
        ("if_unreported = 1", "GR004", "if_unreported"),
        ('overdue_after = "soon"', "GR015", "overdue_after"),
        ("counts_from = []", "GR004", "counts_from"),
        ('requires = ["phone"]', "GR011", "requires"),
        ('colour = "red"', "GR002", "colour"),
    ],
)
def test_a_fault_of_a_step_is_placed(faults: Faults, said: str, code: str, path: str) -> None:
    """Every key of a step refuses what it cannot mean."""
    step = f'[[step]]\nid = "a"\nwhen = "1 day later"\ndo = "email"\n{said}\n'
    assert [(fault.code, fault.path, fault.line) for fault in faults(HEAD + step)] == [
        (code, f"step[0].{path}", 7)
    ]


@pytest.mark.parametrize(
    ("do", "code", "path"),
    [
        ("3", "GR004", "do"),
        ("[]", "GR004", "do"),
        ("{}", "GR004", "do"),
        ("{ email = {}, call = {} }", "GR004", "do"),
        ('{ email = "x" }', "GR004", "do.email"),
        ("{ email = { to = 3 } }", "GR004", "do.email.to"),
        ('{ email = { cc = ["a", 3] } }', "GR004", "do.email.cc[1]"),
        ('{ email = { color = "red" } }', "GR002", "do.email.color"),
        ('"custom"', "GR005", "do"),
        ('["email", { custom = {} }]', "GR003", "do[1].custom"),
        ('{ custom = { name = "email" } }', "GR018", "do.custom.name"),
        ('{ custom = { name = "An Own" } }', "GR018", "do.custom.name"),
        ('{ custom = { name = "own", advers = true } }', "GR002", "do.custom.advers"),
        ('{ custom = { name = "own", parts = [1] } }', "GR004", "do.custom.parts"),
        ('{ custom = { name = "own", detail = "shoe" } }', "GR005", "do.custom.detail"),
    ],
)
def test_a_fault_of_an_effect_is_placed(faults: Faults, do: str, code: str, path: str) -> None:
    """Every form of an effect refuses what it cannot mean."""
    step = f'[[step]]\nid = "a"\nwhen = "1 day later"\ndo = {do}\n'
    assert [(fault.code, fault.path) for fault in faults(HEAD + step)] == [
        (code, f"step[0].{path}")
    ]


@pytest.mark.parametrize(
    ("text", "keeps"),
    [
        ("48 hous", "`48 hours`"),
        ("1.5 hours", "`90 minutes`"),
        ("5 busines days", "`5 business days`"),
    ],
)
def test_a_suggested_amount_keeps_the_number(faults: Faults, text: str, keeps: str) -> None:
    """A suggestion for an amount has the user's own number."""
    step = f'[[step]]\nid = "a"\nwhen = "1 day later"\ndo = "email"\nanswer_within = "{text}"\n'
    assert keeps in (faults(HEAD + step).diagnostics[0].help or "")


def test_elapsed_time_is_demanded_of_punctual(faults: Faults) -> None:
    """How punctual a tick is is told in hours or minutes, never in days (L2)."""
    fault = faults(HEAD + 'punctual = "1 day"\nsteps = ["1 day later: email"]').diagnostics[0]
    assert (fault.code, fault.path, fault.value) == ("GR015", "punctual", '"1 calendar day"')


def test_a_readings_fault_lists_the_readings(faults: Faults) -> None:
    """L23: a timing with several readings is refused with all of them."""
    fault = faults(HEAD + 'steps = ["next Tuesday: email"]').diagnostics[0]
    assert fault.code == "GR007"
    assert "@tue+0w" in (fault.expected or "")
    assert "@tue+1w" in (fault.expected or "")


def test_python_raises_every_fault_of_a_step_at_once() -> None:
    """A step made in Python reports all its arguments together."""
    with pytest.raises(PolicyError) as caught:
        Step("Call me", 3, "cal", at="9", strict="yes")  # type: ignore[arg-type]
    assert [(fault.code, fault.path) for fault in caught.value.report] == [
        ("GR116", "id"),
        ("GR004", "when"),
        ("GR005", "do"),
        ("GR016", "at"),
        ("GR004", "strict"),
    ]


def test_python_raises_every_fault_of_a_policy_at_once() -> None:
    """A policy made in Python reports its own arguments and the timings of its steps."""
    with pytest.raises(PolicyError) as caught:
        Policy(
            "chase",
            [Step("a", "whenever", "email"), "1 day later", Step("b", "biweekly", "email")],
            facts={"due": "day"},
        )
    assert [(fault.code, fault.path) for fault in caught.value.report] == [
        ("GR005", "facts.due"),
        ("GR006", "steps[0].when"),
        ("GR019", "steps[1]"),
        ("GR007", "steps[2].when"),
    ]


def test_python_takes_values_where_documents_take_text() -> None:
    """Timings, amounts, times and effects may be values."""
    step = Step(
        "call", After(Duration(60)), (do.call(), "email"), at=time(9), min_gap=BusinessDays(2)
    )
    assert (step.timing, step.at, step.min_gap) == (After(Duration(60)), time(9), BusinessDays(2))
    assert [effect.name for effect in step.do] == ["call", "email"]


@pytest.mark.parametrize(
    "effect",
    [
        Effect(Kind("email", Hours.NONE)),
        Effect(Kind("own", Hours.NONE)),
        Effect(do.email().kind, details=(("parcels", 2),)),
        Effect(do.email().kind, to=""),
    ],
)
def test_an_effect_that_no_document_holds_is_refused(effect: Effect) -> None:
    """L25: nothing can be made in Python that would be lost in a document."""
    with pytest.raises(PolicyError) as caught:
        Step("a", "1 day later", effect)
    assert caught.value.report.codes == ("GR018",)


def test_null_is_no_value() -> None:
    """A key without a value is left out, not null."""
    with pytest.raises(PolicyError) as caught:
        from_document({"id": "chase", "ends": "x", "steps": ["1 day later: email"], "at": None})
    assert caught.value.report.codes == ("GR016",)


def test_a_mapping_has_texts_as_keys() -> None:
    """A mapping whose keys are no texts is no document."""
    with pytest.raises(PolicyError) as caught:
        from_document({"id": "chase", 3: 4})  # type: ignore[dict-item]
    assert caught.value.report.codes == ("GR004",)


def test_a_file_is_read_by_its_suffix(tmp_path: Path) -> None:
    """A file is TOML or JSON by its name, and a byte order mark does not matter."""
    (tmp_path / "a.toml").write_text('\ufeffid = "chase"\nsteps = ["1 day later: email"]', "utf-8")
    (tmp_path / "a.JSON").write_text('{"id": "chase", "steps": ["1 day later: email"]}', "utf-8")
    assert load(tmp_path / "a.toml") == load(str(tmp_path / "a.JSON"))


@pytest.mark.parametrize(
    ("name", "data", "line"), [("a.yaml", b"id: chase", None), ("a.toml", b'# x\nid = "\xff"', 2)]
)
def test_a_file_of_another_kind_is_refused(
    tmp_path: Path, name: str, data: bytes, line: int | None
) -> None:
    """A file that is neither TOML nor JSON, or not in UTF-8, is refused as a document."""
    (tmp_path / name).write_bytes(data)
    with pytest.raises(PolicyError) as caught:
        load(tmp_path / name)
    fault = caught.value.report.diagnostics[0]
    assert (fault.code, fault.line) == ("GR001", line)


def test_a_missing_file_is_no_fault_of_a_document(tmp_path: Path) -> None:
    """Where there is no file, the error is that of the operating system."""
    with pytest.raises(FileNotFoundError):
        load(tmp_path / "none.toml")


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ('{"id": "a",\n "id": "b"}', None, "`id` stands twice"),
        ('{"id":\n }', 2, "expecting value"),
        ('{"id": NaN}', None, "`NaN` is no number"),
        ("[]", None, "an object in braces"),
        ('{"id": ' + "9" * 5000 + "}", None, "no JSON"),
    ],
)
def test_a_text_that_is_no_json_is_refused(text: str, line: int | None, says: str) -> None:
    """What JSON allows and a policy cannot mean is refused too: keys that stand twice, NaN."""
    with pytest.raises(PolicyError) as caught:
        loads(text, "json")
    fault = caught.value.report.diagnostics[0]
    assert (fault.code, fault.line, says in fault.message) == ("GR001", line, True)


def test_lone_surrogates_are_no_text() -> None:
    """JSON can escape half a character; a text cannot hold it."""
    with pytest.raises(PolicyError) as caught:
        loads(
            '{"id": "a", "title": "\\ud800", "ends": "x", "steps": ["1 day later: email"]}', "json"
        )
    assert [fault.path for fault in caught.value.report] == ["title"]


def test_there_are_two_formats() -> None:
    """Neither reading nor writing takes another format for one of the two."""
    policy = Policy("chase", ["1 day later: email"])
    for use in (lambda: loads("id: chase", "yaml"), lambda: dumps(policy, "yaml")):  # type: ignore[arg-type]
        with pytest.raises(PolicyError) as caught:
            use()
        assert caught.value.report.codes == ("GR001",)
