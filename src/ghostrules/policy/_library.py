"""The built-in policies: TOML files in the package."""

from importlib.resources import files
from typing import TYPE_CHECKING

from ghostrules.documents import choices, fault, suggestion
from ghostrules.phrases import phrase

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_SUFFIX = ".toml"


def built_in_names() -> tuple[str, ...]:
    """List the names of the built-in policies.

    >>> "late-content" in built_in_names()
    True
    """
    names = (entry.name for entry in _folder().iterdir())
    return tuple(sorted(n.removesuffix(_SUFFIX) for n in names if n.endswith(_SUFFIX)))


def read_built_in(name: str, path: str) -> str:
    """Read the text of a built-in policy, named at `path` of a document."""
    names = built_in_names()
    if name not in names:
        raise fault(
            "GR017",
            phrase("no built-in policy is called `{name}`", name=name),
            path,
            expected=choices(names),
            help=suggestion(name, names),
        )
    return (_folder() / f"{name}{_SUFFIX}").read_text(encoding="utf-8")


def _folder() -> "Traversable":
    return files("ghostrules.policy") / "library"
