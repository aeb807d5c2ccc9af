"""Problems whose answers are known from elsewhere, and whether the programme finds them."""

from burdens.known_problems.duty import InventedDuty, invented_duties, with_duties
from burdens.known_problems.in_turn import Week, longest_wait, oldest_first
from burdens.known_problems.known_problem import (
    KnownProblem,
    Outcome,
    Source,
    known_problems,
    solve,
)
from burdens.known_problems.lanes import LaneWeek, kept_in_time
from burdens.known_problems.readings import READINGS, Reading
from burdens.known_problems.window import Window, densest, least_people, windows_of

__all__ = [
    "READINGS",
    "InventedDuty",
    "KnownProblem",
    "LaneWeek",
    "Outcome",
    "Reading",
    "Source",
    "Week",
    "Window",
    "densest",
    "invented_duties",
    "kept_in_time",
    "known_problems",
    "least_people",
    "longest_wait",
    "oldest_first",
    "solve",
    "windows_of",
    "with_duties",
]
