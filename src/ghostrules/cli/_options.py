"""Options that all verbs share."""

from typing import Annotated

from cyclopts import Parameter

PolicyName = Annotated[str, Parameter(help="A file (.toml, .json), or the name of a built-in.")]
JsonFlag = Annotated[
    bool,
    Parameter(name="--json", help="Write JSON for programs.", negative="", show_default=False),
]
