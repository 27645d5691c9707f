"""Documents are data, and cost no more than their size allows (L22)."""

from pathlib import Path

import pytest

from ghostrules.errors import PolicyError
from ghostrules.policy import Policy, Step, from_document, load, loads

MEBIBYTE = 1024 * 1024


def codes(text: str, format: str = "toml") -> tuple[str, ...]:
    """Give the codes with which a text is refused."""
    with pytest.raises(PolicyError) as caught:
        loads(text, format)  # type: ignore[arg-type]
    return caught.value.report.codes


@pytest.mark.parametrize("format", ["toml", "json"])
def test_a_document_has_at_most_a_mebibyte(format: str) -> None:
    """One byte more than a mebibyte is refused, counted in UTF-8; a mebibyte is parsed."""
    assert codes("é" * (MEBIBYTE // 2) + "e", format) == ("GR008",)
    assert codes("é" * (MEBIBYTE // 2), format) == ("GR001",)


def test_a_file_is_not_read_beyond_the_bound(tmp_path: Path) -> None:
    """A large file is refused by its size."""
    (tmp_path / "large.toml").write_bytes(b"#" * (MEBIBYTE + 1))
    with pytest.raises(PolicyError) as caught:
        load(tmp_path / "large.toml")
    assert caught.value.report.codes == ("GR008",)


@pytest.mark.parametrize(
    ("text", "format"),
    [
        ("x = " + "[" * 21 + "]" * 21, "toml"),
        ("x = " + "[" * 500_000, "toml"),
        ("x = " + "{a=" * 300_000, "toml"),
        (".".join("a" * 22) + " = 1", "toml"),
        (".".join(["a"] * 500_000) + " = 1", "toml"),
        (" . ".join(['"a"'] * 150_000) + " = 1", "toml"),
        ("[" + ".".join(["a"] * 500_000) + "]", "toml"),
        ("[" * 500_000, "json"),
        ('{"a":' * 200_000, "json"),
    ],
)
def test_a_deep_document_is_refused_before_it_is_parsed(text: str, format: str) -> None:
    """More than 20 levels of brackets or dots are refused at once, never by a recursion."""
    assert codes(text, format) == ("GR009",)


@pytest.mark.parametrize(
    "text",
    [
        "x = '" + "[" * 50 + "'",
        'x = "\\"' + "[" * 50 + '"',
        'x = """\n"' + "[" * 50 + '\n"""',
        "x = '''\n" + "[" * 50 + "\n'''",
        "# " + "[" * 50 + "\nx = 1",
        "x = [" + "1.5, " * 50 + "1.5]",
    ],
)
def test_brackets_and_dots_in_texts_and_comments_do_not_nest(text: str) -> None:
    """Only brackets and dots that nest are counted."""
    assert "GR009" not in codes(text)


def test_a_deep_mapping_is_refused_too() -> None:
    """A mapping of Python is measured level by level, even one that holds itself."""
    endless: dict[str, object] = {"id": "chase"}
    endless["steps"] = [endless]
    with pytest.raises(PolicyError) as caught:
        from_document(endless)
    assert caught.value.report.codes == ("GR009",)


def test_a_policy_has_at_most_two_hundred_steps() -> None:
    """Step 201 is refused, in Python as in a document."""
    assert len(Policy("chase", ["1 day later: email"] * 200).steps) == 200
    with pytest.raises(PolicyError) as caught:
        Policy("chase", ["1 day later: email"] * 201)
    assert caught.value.report.codes == ("GR010",)


def test_steps_happen_at_most_five_hundred_times() -> None:
    """Occurrences are counted over all steps, in Python as in a document."""
    weekly = "every week after start, at most 100 times: email"
    assert len(Policy("chase", [weekly] * 5).steps) == 5
    with pytest.raises(PolicyError) as caught:
        Policy("chase", [*[weekly] * 5, "1 day later: email"])
    assert caught.value.report.codes == ("GR023",)
    changes = "".join(
        f'[change.{step}]\nwhen = "every day after start, at most 100 times"\n'
        for step in ("follow-up", "call", "invoice-again", "notice", "final-letter", "court")
    )
    assert codes('use = "payment"\n' + changes) == ("GR023",)


def test_a_step_has_at_most_fifty_effects() -> None:
    """Effect 51 is refused, in Python as in a document."""
    assert len(Step("a", "1 day later", ["note"] * 50).do) == 50
    with pytest.raises(PolicyError) as caught:
        Step("a", "1 day later", ["note"] * 51)
    assert caught.value.report.codes == ("GR023",)


def test_texts_of_timings_are_bounded() -> None:
    """A timing of more than 200 characters is refused as such."""
    assert codes(f'id = "chase"\nends = "paid"\nsteps = ["{"1 " * 200}day later: email"]') == (
        "GR006",
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("".join(f"k{i} = 1\n" for i in range(20_000)), "GR002"),
        ("requires = [" + '"fone", ' * 30_000 + "]", "GR005"),
        ("[ends]\n" + "".join(f"k{i}.x = 1\n" for i in range(20_000)), "GR012"),
        ('[[step]]\nid = "a"\nwhen = "1 day later"\ndo = [' + '"emial", ' * 30_000 + "]", "GR023"),
    ],
)
def test_a_flood_of_faults_is_cut(text: str, code: str) -> None:
    """A document made of faults is not reported to its end."""
    found = codes(text)
    assert code in found
    assert len(found) < 1000
