"""Short words for the facts that conditions are built from."""

from ghostrules.conditions._terms import Fact


def fact(name: str) -> Fact:
    """Name a fact of the case, a detail of the client, or `round`.

    >>> print(fact("complete") & fact("phone").known() & fact("round").at_least(2))
    complete and phone is known and round >= 2

    Raises `ConditionError` for what is no name.
    """
    return Fact(name)


def happened(step: str) -> Fact:
    """Tell whether a step has happened.

    >>> print(~happened("call"))
    not call.happened
    """
    return Fact(f"{step}.happened")


def opened(step: str) -> Fact:
    """Tell whether the client has opened a message of a step.

    >>> print(opened("reminder"))
    reminder.opened
    """
    return Fact(f"{step}.opened")


def delivered(step: str) -> Fact:
    """Tell whether a message of a step has arrived.

    >>> print(delivered("final-letter"))
    final-letter.delivered
    """
    return Fact(f"{step}.delivered")


def bounced(step: str) -> Fact:
    """Tell whether a message of a step has come back.

    >>> print(bounced("reminder"))
    reminder.bounced
    """
    return Fact(f"{step}.bounced")


def failed(step: str) -> Fact:
    """Tell whether an effect of a step could not be done.

    >>> print(failed("reminder"))
    reminder.failed
    """
    return Fact(f"{step}.failed")


def result(step: str) -> Fact:
    """Name what a person reported about a step.

    >>> print(result("call").one_of("voicemail", "no answer"))
    call.result in ("voicemail", "no answer")
    """
    return Fact(f"{step}.result")
