"""The policy that an argument names: a file, or a built-in."""

from pathlib import Path

from ghostrules.cli._wrong import Wrong, lowered, unknown
from ghostrules.policy import Policy, built_in, built_in_names, load


def read_policy(named: str) -> Policy:
    """Read a policy; a file wins over a built-in of the same name."""
    path = Path(named)
    if path.is_file():
        return _load(path)
    if path.suffix or len(path.parts) > 1:
        raise _no_file(path)
    if named not in built_in_names():
        raise unknown(named, "built-in policy and no file", built_in_names())
    return built_in(named)


def toml_text(named: str) -> str | None:
    """Give the text of a policy that is a TOML file, to find lines in it."""
    path = Path(named)
    return path.read_text("utf-8") if path.is_file() and path.suffix == ".toml" else None


def _load(path: Path) -> Policy:
    try:
        return load(path)
    except OSError as error:
        raise Wrong(f"the file `{path}` cannot be read: {lowered(error.strerror)}") from error


def _no_file(path: Path) -> Wrong:
    if path.is_dir():
        return Wrong(f"`{path}` is a folder, expected a file")
    if path.stem in built_in_names():
        return Wrong(f"there is no file `{path}`", f"did you mean the built-in `{path.stem}`?")
    return Wrong(f"there is no file `{path}`", "`ghostrules list` shows the built-in policies")
