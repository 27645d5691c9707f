"""The verbs of the command line: what each is for, and an example of each that works."""

from typing import Final

from attrs import frozen


@frozen
class Verb:
    """A verb; `run` in the module of its name carries it out."""

    name: str
    help: str
    examples: tuple[str, ...]

    @property
    def source(self) -> str:
        """Where the function is, to be imported when the verb is used."""
        return f"ghostrules.cli._{self.name}:run"

    @property
    def epilogue(self) -> str:
        """The examples, as the help shows them."""
        return "\n".join(("For example:", *(f"  {example}" for example in self.examples)))


VERBS: Final = (
    Verb(
        "plan",
        "Show what a policy does and when, if nobody answers, and why then.",
        (
            "ghostrules plan project --start 2026-03-25T11:00 --client NL",
            "ghostrules plan payment --start 2026-03-02T10:00 --client DE-BY \\\n"
            "      --fact due=2026-02-28 --json",
        ),
    ),
    Verb(
        "explain",
        "Explain one date of a plan: every reason, in order; or tell the story of a case.",
        (
            "ghostrules explain late-content final-notice \\\n"
            "      --start 2026-03-27T16:30 --client NL",
        ),
    ),
    Verb(
        "preview",
        "Show every message that a silent client would get, in words, and when.",
        (
            "ghostrules preview project --start 2026-03-25T11:00 --client NL \\\n"
            '      --field project="Website Acme" --register informal',
        ),
    ),
    Verb(
        "describe",
        "Say in words what a policy means, with a clause for an offer or a contract.",
        (
            "ghostrules describe late-content --locale nl_NL --register informal",
            "ghostrules describe payment --locale de_DE --at 2026-03-02T10:00 \\\n"
            "      --fact due=2026-02-28 --format markdown",
        ),
    ),
    Verb(
        "simulate",
        "Walk a scenario: what happens, when, and why; and compare it with what it expects.",
        ("ghostrules simulate scenario.toml",),
    ),
    Verb(
        "check",
        "Check a policy, and say what is wrong, where, and how to mend it.",
        ("ghostrules check late-content",),
    ),
    Verb("list", "List the built-in policies.", ("ghostrules list",)),
    Verb(
        "new",
        "Copy a built-in policy into a file of your own.",
        ("ghostrules new late-content my-policy.toml",),
    ),
    Verb(
        "demo",
        "Plan built-in policies across Easter, a clock change, Christmas and a bayram.",
        ("ghostrules demo",),
    ),
)
