"""What a policy means, in words: the rule in plain sentences, and a clause for a contract.

Every sentence is a phrase of the catalogues, in two tones where it addresses the client. The
timing of a step stands in it as the timing language writes it, so that it can be read back; what
is done follows it as a whole, in the word order that the language asks for behind such an
opening (`_actions`); what can happen (`_happenings`) and what must hold (`_provisos`) follow a
conjunction. No ending is ever put on what is filled in. With real dates the same is said of the
plan that the machine gives.
"""

from ghostrules.descriptions._describe import describe
from ghostrules.descriptions._doing import FEES
from ghostrules.descriptions._values import Description, Headings, Paragraph, Sentence

__all__ = ["FEES", "Description", "Headings", "Paragraph", "Sentence", "describe"]
