"""Problems whose answers are known from elsewhere, and whether the programme finds them."""

from burdens.checks.check import Check, Outcome, Source, checks, run
from burdens.checks.duty import InventedDuty, invented_duties, with_duties
from burdens.checks.readings import READINGS, Reading
from burdens.checks.window import Window, densest, least_people, windows_of
from burdens.checks.working import Week, oldest_first

__all__ = [
    "READINGS",
    "Check",
    "InventedDuty",
    "Outcome",
    "Reading",
    "Source",
    "Week",
    "Window",
    "checks",
    "densest",
    "invented_duties",
    "least_people",
    "oldest_first",
    "run",
    "windows_of",
    "with_duties",
]
