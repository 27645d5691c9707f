"""`ghostrules new`: a built-in policy, copied to be changed."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from ghostrules.cli._written import shown
from ghostrules.cli._wrong import Wrong, lowered, unknown
from ghostrules.policy import built_in_names, built_in_text

BuiltInName = Annotated[str, Parameter(help="The name of a built-in policy.")]
Target = Annotated[
    Path | None,
    Parameter(help="The file to write; without it, NAME.toml.", show_default=False),
]


def run(name: BuiltInName, path: Target = None, /) -> None:
    if name not in built_in_names():
        raise unknown(name, "built-in policy", built_in_names())
    target = Path(f"{name}.toml") if path is None else path
    _write(target, built_in_text(name))
    print(shown(f"`{target}` is yours to change; `ghostrules check {target}` reads it."))


def _write(target: Path, text: str) -> None:
    try:
        with target.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise Wrong(
            f"`{target}` is there already and stays as it is", "name another file"
        ) from None
    except OSError as error:
        raise Wrong(f"`{target}` cannot be written: {lowered(error.strerror)}") from error
