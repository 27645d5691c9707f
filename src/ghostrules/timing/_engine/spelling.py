"""Letters in the place of others: a Turkish text in capitals that know one I only."""

import re
from functools import lru_cache
from typing import Final

from ghostrules.timing._engine.fold import same
from ghostrules.timing._engine.patterns import all_wordings, every_words, unit_words
from ghostrules.timing._labels import Labels
from ghostrules.timing._packs import pack_for

WORD: Final = re.compile(r"[^\W\d_]+")
_NO_ID: Final = re.compile(
    r"(?<!['\w-])[^\W\d_]+"
)  # what follows a quote or a hyphen is left as it is


def restored(folded: str, language: str, labels: Labels) -> str:
    """Spell words as the language does that have other letters in the place of some."""
    right = _right(language, labels)
    return _NO_ID.sub(lambda word: right.get(word[0], word[0]), folded)


@lru_cache(maxsize=64)
def _right(language: str, labels: Labels) -> dict[str, str]:
    """Pair the words that can be spelt wrongly, so spelt, with what they should be."""
    wrong = str.maketrans(dict(pack_for(language).mistaken))
    words = _NO_ID.findall(" ".join(_texts(language, labels)))
    return {word.translate(wrong): word for word in words if word.translate(wrong) != word}


def _texts(language: str, labels: Labels) -> list[str]:
    pack = pack_for(language)
    names = [text for forms in (pack.start, pack.step, pack.fact) for text in forms.values()]
    parts = [text for forms in pack.parts.values() for text in forms.values()]
    lists = [*names, *parts, pack.weekdays, pack.ordinals, pack.numbers, pack.articles, pack.timed]
    texts = [text for each in lists for text in each]
    texts += [text for _, _, text in labels.forms(language)]
    known = [*all_wordings(language), *unit_words(language), *every_words(language)]
    refused = [text for refusal in pack.refusals for text in refusal.texts]
    return [*known, *(same(text, language) for text in (*texts, *refused, *pack.joins))]
