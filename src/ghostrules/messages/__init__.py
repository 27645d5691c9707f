"""Words for people: reasons as sentences, instants as dates that a person reads.

A reason is a value without words. `_fill` finds its sentence and what fills it, as a phrase; the
catalogues of `locales` say that phrase in the reader's language, and `_dates` writes dates, times
and amounts as the reader's locale does. The sentence decides the language of everything inside it:
where there is no catalogue for a language the words are English, and so are the names of weekdays
and months among them, in the order that is usual in the territory. `moment_text` stands alone and
follows the locale whatever catalogues there are.
"""

from ghostrules.messages._dates import date_text, moment_text
from ghostrules.messages._say import say, say_all
from ghostrules.messages._words import effect_words

__all__ = ["date_text", "effect_words", "moment_text", "say", "say_all"]
