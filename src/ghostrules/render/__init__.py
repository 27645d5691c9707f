"""Plans and descriptions in forms for others: text, tables, Markdown, HTML, JSON.

Nothing here prints. `plan_rows` gives the words of a plan cell by cell and leaves the drawing to
whoever knows the paper; `plan_document` gives the stable form that programs read. A description
is written as text, Markdown or HTML, or given as a document, too.
"""

from ghostrules.render._description import (
    description_document,
    description_html,
    description_markdown,
    description_text,
)
from ghostrules.render._document import plan_document
from ghostrules.render._preview import preview_document
from ghostrules.render._rows import PlanRow, plan_rows

__all__ = [
    "PlanRow",
    "description_document",
    "description_html",
    "description_markdown",
    "description_text",
    "plan_document",
    "plan_rows",
    "preview_document",
]
