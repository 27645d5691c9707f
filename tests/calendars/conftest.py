"""What the tests of the calendars share."""

import pytest

from ghostrules.calendars import Calendar


@pytest.fixture(scope="session")
def nl() -> Calendar:
    """Give the Netherlands, 09:00-17:00."""
    return Calendar.for_country("NL")


@pytest.fixture(scope="session")
def tr() -> Calendar:
    """Give Turkey, 09:00-17:00."""
    return Calendar.for_country("TR")


@pytest.fixture(scope="session")
def us() -> Calendar:
    """Give the United States as New York sees them."""
    return Calendar.for_country("US", timezone="America/New_York")
