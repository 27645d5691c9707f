"""The closed words of a policy."""

from enum import StrEnum


class IfLate(StrEnum):
    """What becomes of a step that is later than its patience (L17).

    `send`: it is done all the same. `merge`: of several overdue occurrences only the last is
    done. `skip`: it is not done.

    >>> IfLate("merge").value
    'merge'
    """

    SEND = "send"
    MERGE = "merge"
    SKIP = "skip"


class Prefer(StrEnum):
    """Which moment of a window a step takes (L9).

    >>> Prefer("latest").value
    'latest'
    """

    EARLIEST = "earliest"
    LATEST = "latest"


class OnResume(StrEnum):
    """What becomes of the ladder when a hold ends (L18).

    `shift`: what counts from the ladder itself moves later by the time held. `keep`: it stays.
    `restart`: a new round begins.

    >>> OnResume("shift").value
    'shift'
    """

    SHIFT = "shift"
    KEEP = "keep"
    RESTART = "restart"


class AfterAnswer(StrEnum):
    """How our answer gives the turn back to the client (L14).

    `restart`: a new round counts from the answer. `continue`: the ladder goes on where it stood.
    `wait`: nothing happens until a person releases the case.

    >>> AfterAnswer("continue").value
    'continue'
    """

    RESTART = "restart"
    CONTINUE = "continue"
    WAIT = "wait"


class ClientDetail(StrEnum):
    """A detail of the client that a policy can require before it starts (D5).

    >>> ClientDetail("phone").value
    'phone'
    """

    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    FAX = "fax"
    HANDLE = "handle"
