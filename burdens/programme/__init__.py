"""The linear programme of a Problem: work in turn, people, and what is needed to keep up."""

from burdens.programme.added import Added, Bounds, Terms, write_added
from burdens.programme.lanes import KEPT, WAITING, Lane, lanes_of, late_at_start, new_cases
from burdens.programme.live import Live, Rebuild, Solution
from burdens.programme.need import Need, write_need, years_of
from burdens.programme.optimise import keep_up, optimise
from burdens.programme.people import monthly
from burdens.programme.programme import Programme, write_programme
from burdens.programme.soonest import hours_done, write_soonest, year_ends
from burdens.programme.watch import UNWATCHED, Watch

__all__ = [
    "KEPT",
    "UNWATCHED",
    "WAITING",
    "Added",
    "Bounds",
    "Lane",
    "Live",
    "Need",
    "Programme",
    "Rebuild",
    "Solution",
    "Terms",
    "Watch",
    "hours_done",
    "keep_up",
    "lanes_of",
    "late_at_start",
    "monthly",
    "new_cases",
    "optimise",
    "write_added",
    "write_need",
    "write_programme",
    "write_soonest",
    "year_ends",
    "years_of",
]
