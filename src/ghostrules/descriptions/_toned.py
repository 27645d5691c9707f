"""A text in two tones: to somebody whom we address formally, and to one whom we do not."""

from attrs import frozen

from ghostrules.parties import Register
from ghostrules.phrases import Phrase


@frozen
class Toned:
    """The same said formally and informally; what names nobody is the same in both."""

    formal: Phrase
    informal: Phrase

    def to(self, register: Register) -> Phrase:
        """Give the text for a register."""
        return self.formal if register is Register.FORMAL else self.informal


Text = Phrase | Toned
