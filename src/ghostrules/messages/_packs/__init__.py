"""The languages of sentences, each a module of data."""

from functools import cache
from importlib import import_module
from typing import Final, cast

from ghostrules.messages._pack import Pack

LANGUAGES: Final = ("en",)
DEFAULT_LANGUAGE: Final = "en"


@cache
def pack_for(language: str) -> Pack:
    known = language if language in LANGUAGES else DEFAULT_LANGUAGE
    return cast("Pack", import_module(f"ghostrules.messages._packs.{known}").PACK)
