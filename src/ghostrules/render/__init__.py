"""Plans in forms for others: cells of text for tables, plain values for JSON.

Nothing here prints. `plan_rows` gives the words of a plan cell by cell and leaves the drawing to
whoever knows the paper; `plan_document` gives the stable form that programs read.
"""

from ghostrules.render._document import plan_document
from ghostrules.render._preview import preview_document
from ghostrules.render._rows import PlanRow, plan_rows

__all__ = ["PlanRow", "plan_document", "plan_rows", "preview_document"]
