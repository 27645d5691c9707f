"""All the words that there are: one's own, and behind them those of the library."""

from collections.abc import Iterator
from functools import cached_property
from typing import Final

from attrs import frozen

from ghostrules.diagnostics import Diagnostic
from ghostrules.messages._lexicon import Lexicon, Phrases, Template
from ghostrules.messages._texts import Place, Text
from ghostrules.messages._word_files import built_in_languages, built_in_words
from ghostrules.policy import Policy

_DATE: Final = Place("date")
_WITHOUT_WORDS: Final = Phrases(
    moment=Text(((_DATE, " ", Place("time")),)),
    last_day=Text(((_DATE, " (24:00)"),)),
    zone=Text(((Place("moment"), " (", Place("city"), ")"),)),
)


@frozen(eq=False, slots=False)
class Words:
    """The words that messages are made of.

    >>> Words().template("chase/call/overdue", "en").id
    'overdue'

    `own` are lexicons of one's own, which `load_words` and `loads_words` read. A template is
    looked for under its whole id, in one's own words and then in the library's, and after that
    under the last part of its id, under which stands what serves every policy.
    """

    own: tuple[Lexicon, ...] = ()

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages in which there are words, sorted."""
        return tuple(sorted({*built_in_languages(), *(one.language for one in self.own)}))

    def template(self, id: str, language: str) -> Template | None:
        """Find a template in a language, or as a territory speaks it."""
        names = dict.fromkeys((id, id.rpartition("/")[2]))
        found = (one.templates.get(name) for name in names for one in self._of(language))
        return next((template for template in found if template is not None), None)

    def phrases(self, language: str) -> Phrases:
        """Give the phrases of a language."""
        found = (one.phrases for one in self._spoken(language))
        return next((phrases for phrases in found if phrases is not None), _WITHOUT_WORDS)

    def court(self, territory: str, language: str) -> str | None:
        """Name the court of a territory in a language."""
        found = (one.court(territory) for one in self._spoken(language))
        return next((court for court in found if court is not None), None)

    def judge(self, policy: Policy) -> Iterator[Diagnostic]:
        """Report what is wrong with the words for a policy; this is what `check` asks."""
        from ghostrules.messages._judge import judge

        return judge(self, policy)

    def _spoken(self, language: str) -> Iterator[Lexicon]:
        for name in dict.fromkeys((language, language.partition("_")[0])):
            yield from self._of(name)

    def _of(self, language: str) -> Iterator[Lexicon]:
        yield from (one for one in self.own if one.language == language)
        if language in built_in_languages():
            yield built_in_words(language)
