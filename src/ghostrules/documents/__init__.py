"""Documents: how they are parsed, read key by key, written, and told where they are wrong.

A reader takes a value and the path at which it stands, and raises its faults as values. Faults
are gathered on the way up, so that one reading reports all of them (L20); the text of a document
is looked at again only to tell the lines. Documents are data: their size and depth are bounded
before they are parsed, and nothing in them is evaluated (L22).
"""

from ghostrules.documents._codes import CODES, Code, diagnostic
from ghostrules.documents._faults import Faulty, choices, fault, gather, suggestion
from ghostrules.documents._files import Format, format_of, known_format, read_file, read_text_as
from ghostrules.documents._keys import (
    REQUIRED,
    Key,
    Keys,
    Schema,
    keyed,
    read_keys,
    under,
    unknown_keys,
    without,
    write_keys,
)
from ghostrules.documents._lines import line_of, lines_of
from ghostrules.documents._parse import MOST_BYTES, parse, refuse_deep, refuse_large
from ghostrules.documents._readers import (
    MOST_LETTERS,
    Reader,
    are_pairs,
    as_list,
    as_table,
    is_table,
    pairs_of,
    read_clock,
    read_id,
    read_text,
    read_texts,
    read_truth,
    texts_of,
    word_of,
    words_of,
)
from ghostrules.documents._settle import settle, unfaulted
from ghostrules.documents._toml import write_toml

__all__ = [
    "CODES",
    "MOST_BYTES",
    "MOST_LETTERS",
    "REQUIRED",
    "Code",
    "Faulty",
    "Format",
    "Key",
    "Keys",
    "Reader",
    "Schema",
    "are_pairs",
    "as_list",
    "as_table",
    "choices",
    "diagnostic",
    "fault",
    "format_of",
    "gather",
    "is_table",
    "keyed",
    "known_format",
    "line_of",
    "lines_of",
    "pairs_of",
    "parse",
    "read_clock",
    "read_file",
    "read_id",
    "read_keys",
    "read_text",
    "read_text_as",
    "read_texts",
    "read_truth",
    "refuse_deep",
    "refuse_large",
    "settle",
    "suggestion",
    "texts_of",
    "under",
    "unfaulted",
    "unknown_keys",
    "without",
    "word_of",
    "words_of",
    "write_keys",
    "write_toml",
]
