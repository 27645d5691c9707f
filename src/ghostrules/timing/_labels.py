"""What the anchors of a policy are called, in each language, with the forms that it needs."""

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from typing import cast

from attrs import frozen

from ghostrules.documents import MOST_LETTERS
from ghostrules.errors import TimingError
from ghostrules.timing._pack import NAMING
from ghostrules.timing._values import Anchor

Said = str | Mapping[str, str]


@frozen(cache_hash=True)
class Labels:
    """Labels for `start`, for steps and for facts, and which names are facts.

    >>> labels = Labels.of({"de": {"pause": {"nom": "die Pausierung", "dat": "der Pausierung"}}})
    >>> labels.form("de", "pause", "dat")
    'der Pausierung'

    English and Dutch need one text with its article, German `nom` and `dat`, Turkish `nom` and
    `abl`; a delivery or a deadline asks German and Turkish for `gen`, too.
    """

    said: tuple[tuple[str, str, str, str], ...] = ()
    facts: tuple[str, ...] = ()

    @classmethod
    def of(cls, said: Mapping[str, Mapping[str, Said]], facts: Collection[str] = ()) -> "Labels":
        """Gather labels from a table: language, then name, then a text or its forms.

        >>> Labels.of({"nl": {"pause": "de pauze"}}).said
        (('nl', 'pause', 'nom', 'de pauze'),)

        Raises `TimingError` for a label that is no text and no table of texts, or longer than 64
        letters.
        """
        rows = (
            (language, name, form, _text(text, name))
            for language, names in said.items()
            for name, label in names.items()
            for form, text in _forms(label, Anchor(name).name).items()
        )
        return cls(tuple(sorted(rows)), tuple(sorted(facts)))

    def form(self, language: str, name: str, form: str) -> str | None:
        """Give one form of a label, if it is there.

        >>> Labels.of({"nl": {"pause": "de pauze"}}).form("en", "pause", "nom") is None
        True
        """
        return self._by_name.get((language, name, form))

    def names(self, language: str) -> tuple[str, ...]:
        """List what has a label in a language.

        >>> Labels.of({"nl": {"pause": "de pauze"}}).names("nl")
        ('pause',)
        """
        return tuple(dict.fromkeys(name for own, name, _, _ in self.said if own == language))

    def forms(self, language: str) -> Iterator[tuple[str, str, str]]:
        """Go through name, form and text of every label of a language.

        >>> next(Labels.of({"nl": {"pause": "de pauze"}}).forms("nl"))
        ('pause', 'nom', 'de pauze')
        """
        return (row[1:] for row in self.said if row[0] == language)

    def over(self, base: "Labels", names: Collection[str]) -> "Labels":
        """Put these labels over those that `base` has for some names.

        >>> base = Labels.of({"nl": {"pause": "de pauze", "call": "het gesprek"}})
        >>> Labels.of({"nl": {"pause": "de stop"}}).over(base, ["pause", "call"]).said
        (('nl', 'call', 'nom', 'het gesprek'), ('nl', 'pause', 'nom', 'de stop'))
        """
        own = {row[:2] for row in self.said}
        kept = [row for row in base.said if row[1] in names and row[:2] not in own]
        return Labels(tuple(sorted((*kept, *self.said))), self.facts)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that have labels.

        >>> Labels.of({"nl": {"pause": "de pauze"}}).languages
        ('nl',)
        """
        return tuple(dict.fromkeys(row[0] for row in self.said))

    @cached_property
    def _by_name(self) -> Mapping[tuple[str, str, str], str]:
        return {row[:3]: row[3] for row in self.said}


NO_LABELS = Labels()


def _forms(label: object, name: str) -> Mapping[str, str]:
    if isinstance(label, str):
        return {NAMING: label}
    if isinstance(label, Mapping):
        return cast("Mapping[str, str]", label)
    raise _no_label(label, name)


def _text(text: object, name: str) -> str:
    if isinstance(text, str) and 0 < len(text.strip()) <= MOST_LETTERS:
        return text.strip()
    raise _no_label(text, name)


def _no_label(label: object, name: str) -> TimingError:
    return TimingError(
        f"`{label}` is no label of `{name}`, expected a text of at most {MOST_LETTERS} letters",
        text=str(label),
    )
