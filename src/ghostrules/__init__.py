"""Rules for clients who go silent, compiled with real calendars into a pure state machine."""

__version__ = "0.1.0"
