"""The languages of the timing language, each a module of data."""

from functools import cache
from importlib import import_module
from typing import Final, cast

from ghostrules.errors import TimingError
from ghostrules.timing._pack import Pack

LANGUAGES: Final = ("en", "nl", "de", "tr")


def pack_for(language: str) -> Pack:
    if language not in LANGUAGES:
        known = ", ".join(f"`{each}`" for each in LANGUAGES)
        raise TimingError(
            f"`{language}` is no language of timings, expected one of {known}", text=language
        )
    return _loaded(language)


@cache
def _loaded(language: str) -> Pack:
    return cast("Pack", import_module(f"ghostrules.timing._packs.{language}").PACK)
