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
