"""Words for people: reasons as sentences, instants as dates that a person reads.

A reason is a value without words. `_fill` finds its sentence and what fills it, as a phrase; the
catalogues of `locales` say that phrase in the reader's language, and `_dates` writes dates, times
and amounts as the reader's locale does. The sentence decides the language of everything inside it:
where there is no catalogue for a language the words are English, and so are the names of weekdays
and months among them, in the order that is usual in the territory. `moment_text` stands alone and
follows the locale whatever catalogues there are.

A message is words of a template with its places filled. `_texts` reads a text with places once,
`_word_files` the files of words, one a language (`words/` holds the library's own), and `_wordbook`
finds a template among one's own and the library's. `_fields` is the closed list of what a
template can name, `_filling` says what fills each, `_pen` writes it as the reader's locale does,
and `_render` chooses language and register. Nothing in a template is evaluated (L22), and the
deadline that it names is the one for which the machine waits (L12). `_preview` writes what a
plan would send, and `_judge` what is wrong with the words, for `check`.
"""

from ghostrules.messages._correspondence import Correspondence
from ghostrules.messages._dates import (
    date_text,
    long_date_text,
    moment_text,
    money_text,
    time_text,
)
from ghostrules.messages._fields import FIELDS, Field, FieldType, FieldValue, Source
from ghostrules.messages._lexicon import Letter, Lexicon, Template
from ghostrules.messages._preview import Planned, preview
from ghostrules.messages._render import Fallback, Lacking, Message, render
from ghostrules.messages._say import say, say_all
from ghostrules.messages._titles import title_of
from ghostrules.messages._word_files import (
    built_in_languages,
    built_in_words,
    load_words,
    loads_words,
)
from ghostrules.messages._wordbook import Words
from ghostrules.messages._words import effect_words

__all__ = [
    "FIELDS",
    "Correspondence",
    "Fallback",
    "Field",
    "FieldType",
    "FieldValue",
    "Lacking",
    "Letter",
    "Lexicon",
    "Message",
    "Planned",
    "Source",
    "Template",
    "Words",
    "built_in_languages",
    "built_in_words",
    "date_text",
    "effect_words",
    "load_words",
    "loads_words",
    "long_date_text",
    "moment_text",
    "money_text",
    "preview",
    "render",
    "say",
    "say_all",
    "time_text",
    "title_of",
]
