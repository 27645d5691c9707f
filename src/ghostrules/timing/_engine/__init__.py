"""The one engine of all languages: it compiles templates to read, and fills them to write.

`words` turns single slots into values and back, `patterns` whole templates into regular
expressions; `reading` collects every reading of a text, `writing` fills the first template of a
form. Where there is no reading, `broken` looks for fractions, `refusing` in the table of refusals,
`repair` mends one or two words, and `progress` tells how far the text was understood.
"""
