"""Conditions over the facts of a case (being built)."""

from ghostrules.conditions._facts import FactType, FactValue

__all__ = ["FactType", "FactValue"]
