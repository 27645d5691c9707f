"""`ghostrules list` and `ghostrules new`: the built-in policies and their copies."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ghostrules.policy import built_in, built_in_names, built_in_text, load

Run = Callable[..., Any]


def test_every_built_in_is_listed_with_its_title(run: Run) -> None:
    """The list names each policy, what it is for, and its steps, within 80 columns."""
    told = run("list")

    for name in built_in_names():
        title = built_in(name).title
        assert title is not None
        assert f"{name} " in told.out
        assert title in told.out
    assert 80 >= max(len(line) for line in told.out.splitlines())


def test_the_list_as_json_names_steps_and_facts(run: Run) -> None:
    """Programs learn which facts a policy wants."""
    told = run("list", "--json")

    payment = next(each for each in told.document if each["name"] == "payment")

    assert list(built_in_names()) == [each["name"] for each in told.document]
    assert {"balance": "money", "due": "date"} == payment["facts"]
    assert [step.id for step in built_in("payment").steps] == payment["steps"]


def test_new_copies_a_built_in_with_its_comments(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The copy is the text of the built-in, in NAME.toml of the current folder."""
    monkeypatch.chdir(tmp_path)

    told = run("new", "late-content")

    assert (0, "") == (told.status, told.err)
    assert built_in_text("late-content") == Path("late-content.toml").read_text("utf-8")
    assert built_in("late-content") == load("late-content.toml")
    assert 0 == run("check", "late-content.toml").status


def test_new_takes_a_path(run: Run, tmp_path: Path) -> None:
    """A second argument names the file."""
    target = tmp_path / "mine.toml"

    assert 0 == run("new", "payment", str(target)).status
    assert built_in("payment") == load(target)


def test_new_never_overwrites(run: Run, tmp_path: Path) -> None:
    """A file that is there stays as it is."""
    target = tmp_path / "mine.toml"
    target.write_text("precious", "utf-8")

    told = run("new", "payment", str(target))

    assert (2, "precious") == (told.status, target.read_text("utf-8"))
    assert f"ghostrules: `{target}` is there already and stays as it is\n" in told.err


def test_new_says_why_it_cannot_write(run: Run, tmp_path: Path) -> None:
    """A folder that is not there is wrong use, told without a traceback."""
    target = tmp_path / "nowhere" / "mine.toml"

    told = run("new", "payment", str(target))

    assert (2, f"ghostrules: `{target}` cannot be written: no such file or directory\n") == (
        told.status,
        told.err,
    )


def test_new_suggests_a_built_in(run: Run) -> None:
    """A mistyped name gets the nearest built-in."""
    told = run("new", "late-contnt")

    assert 2 == told.status
    assert "did you mean `late-content`?" in told.err
