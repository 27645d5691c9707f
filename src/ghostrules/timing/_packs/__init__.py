"""The languages of the timing language, each a module of data: whichever are here are known."""

from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Final, cast

from ghostrules.errors import TimingError
from ghostrules.phrases import phrase
from ghostrules.timing._pack import Pack

LANGUAGES: Final = tuple(
    sorted((each.name for each in iter_modules(__path__)), key=lambda name: (name != "en", name))
)


def pack_for(language: object) -> Pack:
    pack = _loaded(language) if isinstance(language, str) else None
    if pack is None:
        known = ", ".join(f"`{each}`" for each in LANGUAGES)
        raise TimingError(
            phrase(
                "`{language}` is no language of timings, expected one of {known}",
                language=language,
                known=known,
            ),
            text=str(language),
        )
    return pack


@lru_cache(maxsize=64)
def _loaded(language: str) -> Pack | None:
    if language not in {each.name for each in iter_modules(__path__)}:
        return None
    return cast("Pack", import_module(f"{__name__}.{language}").PACK)
