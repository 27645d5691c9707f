"""The time zone of a country, where it has one that counts as its own."""

from functools import cache
from importlib.resources import files
from typing import Final

from ghostrules.errors import CalendarError
from ghostrules.phrases import phrase

# Source: Unicode CLDR 47, supplemental/metaZones.xml, element primaryZones.
PRIMARY: Final = {
    "CL": "America/Santiago",
    "CN": "Asia/Shanghai",
    "DE": "Europe/Berlin",
    "EC": "America/Guayaquil",
    "ES": "Europe/Madrid",
    "MH": "Pacific/Majuro",
    "MY": "Asia/Kuala_Lumpur",
    "NZ": "Pacific/Auckland",
    "PT": "Europe/Lisbon",
    "UA": "Europe/Kyiv",
    "UZ": "Asia/Tashkent",
}


def principal_zone(country: str) -> str:
    """Give the one time zone of a country, or its principal one; else say what there is."""
    zones = _zones().get(country, ())
    if country in PRIMARY:
        return PRIMARY[country]
    if len(zones) != 1:
        raise _unclear(country, zones)
    return zones[0]


def _unclear(country: str, zones: tuple[str, ...]) -> CalendarError:
    if not zones:
        return CalendarError(
            phrase(
                "territory `{country}` has no time zone of its own; "
                "name its `timezone`, one as in `timezone='Europe/Belgrade'`",
                country=country,
            )
        )
    return CalendarError(
        phrase(
            "territory `{country}` has {count} time zones; name its `timezone`, one of {known}",
            country=country,
            count=len(zones),
            known=", ".join(f"`{zone}`" for zone in zones),
        )
    )


@cache
def _zones() -> dict[str, tuple[str, ...]]:
    """Read which zones each country has, from the table of the tz database."""
    zones: dict[str, tuple[str, ...]] = {}
    table = (files("tzdata") / "zoneinfo" / "zone.tab").read_text("utf-8")
    for line in table.splitlines():
        if not line.startswith("#"):
            country, _place, zone = line.split("\t")[:3]
            zones[country] = (*zones.get(country, ()), zone)
    return zones
