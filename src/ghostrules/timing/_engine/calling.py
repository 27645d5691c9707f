"""Labels in a text: an anchor that is called by its label could as well be called by its id."""

import re
from collections.abc import Iterator
from functools import lru_cache

from attrs import frozen

from ghostrules.timing._engine.fold import same
from ghostrules.timing._engine.words import carried
from ghostrules.timing._labels import Labels
from ghostrules.timing._packs import pack_for
from ghostrules.timing._values import Anchor


@frozen
class Called:
    """A text in which an anchor is named by `name` where the original has `label`."""

    text: str
    name: str = ""
    label: str = ""

    def restored(self, text: str) -> str:
        """Put the label back."""
        return text.replace(self.name, self.label) if self.name else text


def calls(folded: str, language: str, labels: Labels) -> Iterator[Called]:
    """Give a folded text, and it with a label in it replaced, for each that it holds."""
    yield Called(folded)
    for label, name in _names(language, labels):
        if label in folded:
            for found in re.finditer(rf"(?<![\w-]){re.escape(label)}(?![\w#-])", folded):
                text = folded[: found.start()] + name + folded[found.end() :]
                yield Called(text, name, label)


@lru_cache(maxsize=64)
def _names(language: str, labels: Labels) -> tuple[tuple[str, str], ...]:
    """Pair each form of each label with the same form of what it is called without one."""
    pack = pack_for(language)
    return tuple(
        (same(text, language), same(carried(Anchor(name), pack, form), language))
        for name, form, text in labels.forms(language)
        if form in pack.step and (name != "start" or form in pack.start)
    )
