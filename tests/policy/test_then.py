"""What a reaction does to a case is said in a few words, and read back from them."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ghostrules.diagnostics import Report
from ghostrules.errors import PolicyError
from ghostrules.policy import Reaction, Then, ThenWord, read_then
from ghostrules.timing import BusinessDays, Duration

Faults = Callable[[str], Report]
STEP = 'id = "chase"\nends = "paid"\n[[step]]\nid = "call"\nwhen = "1 day later"\ndo = "note"\n'


@settings(max_examples=50, deadline=None)
@given(data=st.data())
def test_what_is_written_reads_back(data: st.DataObject, thens: st.SearchStrategy[Then]) -> None:
    """L25: the text of every value reads back as an equal one."""
    then = data.draw(thens)
    assert read_then(str(then), "then") == then


@pytest.mark.parametrize("word", ThenWord)
def test_every_word_is_its_own_text(word: ThenWord) -> None:
    """A word is written as itself, and with what it needs it is read as itself."""
    needs = {
        ThenWord.GO_TO: Then(word, "call"),
        ThenWord.SKIP: Then(word, "call"),
        ThenWord.HOLD_FOR: Then(word, amount=BusinessDays(5)),
    }
    then = needs.get(word, Then(word))
    assert str(then).startswith(word)
    assert read_then(str(then), "then").word is word


@pytest.mark.parametrize(
    ("text", "then"),
    [
        ("our  turn ", Then(ThenWord.OUR_TURN)),
        ("hold", Then(ThenWord.HOLD)),
        ("hold until promised", Then(ThenWord.HOLD_UNTIL_PROMISED)),
        ("hold for 5bd", Then(ThenWord.HOLD_FOR, amount=BusinessDays(5))),
        ("hold for 48 hours", Then(ThenWord.HOLD_FOR, amount=Duration(2880))),
        ("go to call", Then(ThenWord.GO_TO, "call")),
        ("skip call", Then(ThenWord.SKIP, "call")),
        ("end", Then(ThenWord.END)),
        ("end settled", Then(ThenWord.END, "settled")),
    ],
)
def test_texts_are_read(text: str, then: Then) -> None:
    """A text is a word and what the word needs; blanks do not matter."""
    assert read_then(text, "then") == then


@pytest.mark.parametrize(
    ("text", "code", "help"),
    [
        ("hold on", "GR025", "did you mean `hold`?"),
        ("hold for", "GR025", "did you mean `hold for AMOUNT`?"),
        ("go to", "GR025", "did you mean `go to STEP`?"),
        ("our turn now", "GR025", "did you mean `our turn`?"),
        ("dance", "GR025", None),
        ("go to The Call", "GR116", "write `the-call`"),
        ("end as settled", "GR116", "write `as-settled`"),
        ("hold for ever", "GR015", None),
    ],
)
def test_other_texts_are_refused_with_their_place(
    faults: Faults, text: str, code: str, help: str | None
) -> None:
    """L20: the fault stands at `then`, with the words that there are, and the nearest one."""
    (found,) = faults(f'{STEP}[[on]]\nevent = "opened"\nthen = "{text}"\n')
    assert (found.code, found.path, found.line, found.help) == (code, "on[0].then", 9, help)


@pytest.mark.parametrize(
    "then",
    [
        Then(ThenWord.GO_TO),
        Then(ThenWord.GO_TO, amount=BusinessDays(1)),
        Then(ThenWord.RELEASE, "call"),
        Then(ThenWord.HOLD_FOR, "call"),
    ],
)
def test_a_value_that_no_document_could_hold_is_refused(then: Then) -> None:
    """L25: a value with what its word does not take, or without what it needs, is none."""
    with pytest.raises(PolicyError):
        Reaction("opened", then)


def test_a_word_that_is_none_is_refused_in_words() -> None:
    """An unknown word names the words that there are."""
    with pytest.raises(PolicyError) as caught:
        Then("resme")
    (found,) = caught.value.report
    assert (found.code, found.help) == ("GR025", "did you mean `resume`?")
