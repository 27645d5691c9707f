"""Words for people: reasons as sentences, instants as dates that a person reads.

A reason is a value without words. `_say` finds its sentence and the facts that fill it, a
language pack (`_packs`) holds the sentences as data, and `_dates` writes dates and times as the
locale does. The sentence decides the language of everything inside it: where a locale's language
has no pack the words are English, and so are the names of weekdays and months among them, in the
order that is usual in the territory. `moment_text` stands alone and follows the locale whatever
packs there are.
"""

from ghostrules.messages._dates import date_text, moment_text
from ghostrules.messages._say import say, say_all

__all__ = ["date_text", "moment_text", "say", "say_all"]
