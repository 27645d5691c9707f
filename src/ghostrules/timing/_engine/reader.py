"""One language and the labels of one policy, by which a text is read and a timing is written."""

import re
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from ghostrules.errors import TimingError
from ghostrules.timing._engine.calling import Called, calls
from ghostrules.timing._engine.fold import as_in_english, fold
from ghostrules.timing._engine.reading import readings
from ghostrules.timing._engine.spelling import restored
from ghostrules.timing._engine.writing import write
from ghostrules.timing._labels import Labels
from ghostrules.timing._pack import Pack
from ghostrules.timing._packs import pack_for
from ghostrules.timing._values import When

_QUOTED: Final = re.compile("(?<![\\w])'([a-z][a-z0-9#-]*)'(?![\\w])")


@frozen
class Reader:
    """A language, and what the anchors are called in it."""

    language: str
    labels: Labels

    @property
    def pack(self) -> Pack:
        """The data of the language."""
        return pack_for(self.language)

    def readings(self, text: str) -> tuple[When, ...]:
        """Collect every reading of a text.

        Raises `TimingError` where the words are a timing but its numbers are not.
        """
        found = readings(fold(text, self.language), self.language, self.labels)
        if found or not self.pack.mistaken:
            return found
        again = restored(as_in_english(text), self.language, self.labels)
        return readings(again, self.language, self.labels)

    def readable(self, folded: str) -> When | None:
        """Give the one reading of a folded text, if there is one."""
        found = self._readings(folded)
        return found[0] if len(found) == 1 else None

    def _readings(self, folded: str) -> tuple[When, ...]:
        try:
            return readings(folded, self.language, self.labels)
        except TimingError:
            return ()

    def calls(self, folded: str) -> Iterator[Called]:
        """Give a folded text, and it with each label replaced by the id that it stands for."""
        return calls(folded, self.language, self.labels)

    def write(self, when: When) -> str:
        """Write a timing."""
        return write(when, self.language, labels=self.labels)

    def quoted(self, folded: str) -> str:
        """Write ids of a folded text in the quotes of the language."""
        return _QUOTED.sub(rf"{self.pack.quotes[0]}\1{self.pack.quotes[1]}", folded)
