"""The reference interpreter: a case is its whole history, and every due is worked out from it."""

from .happening import Happening
from .history import Case, Fired

__all__ = ["Case", "Fired", "Reference"]


class Reference(Happening):
    """A policy with its parties."""
