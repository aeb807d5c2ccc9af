"""Every symbol of the programme: its title, unit and meaning, in one place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Symbol:
    """A family of columns or rows of the programme."""

    title: str
    unit: str
    description: str


COLUMNS = {
    "entered": Symbol(
        "Cases entered into a late stream",
        "cases",
        "Cumulative cases, by start, that run late from one stage on.",
    ),
    "done": Symbol(
        "Completions of a task",
        "cases",
        "Cumulative completions of a task in a stream, from the start of the plan.",
    ),
    "waiting": Symbol(
        "Cases past the longest wait",
        "cases",
        "Cases that wait for an end task longer than anyone should.",
    ),
    "staff": Symbol("Staff in post", "FTE", "Staff of a role in post in a month."),
    "hires": Symbol("Appointments", "FTE", "Staff of a role appointed in a month."),
    "posts": Symbol("Establishment", "FTE", "Posts of a role paid for in a financial year."),
    "grown": Symbol(
        "New posts", "FTE", "Posts of a role beyond those of the financial year before."
    ),
    "agency": Symbol("Agency work", "h", "Agency work bought for a role in a bucket."),
    "short": Symbol("Work with no capacity", "h", "Hours of a role that nobody can work."),
    "off_target": Symbol(
        "Cases short of a timeliness target",
        "cases",
        "Cases of a period that would have to be on time for the target to be met.",
    ),
    "excess": Symbol(
        "Cases above the caseload standard",
        "cases",
        "Cases beyond what the staff in post may hold under the standard.",
    ),
}

ROWS = {
    "entry": Symbol("Cases enter once", "cases", "A late stream only grows."),
    "split": Symbol("A cohort is split", "cases", "No more cases run late than have started."),
    "order": Symbol("Work is not undone", "cases", "Cumulative completions do not fall."),
    "arrival": Symbol("Nothing before its clock", "cases", "A first task needs a started case."),
    "precedence": Symbol(
        "Nothing before its predecessors", "cases", "A task waits for those before it, and a lag."
    ),
    "deadline": Symbol("The deadline", "cases", "A stream that is on time meets its clock."),
    "longest_wait": Symbol(
        "The longest wait", "cases", "Nobody waits longer than this, if it can be."
    ),
    "capacity": Symbol("Capacity", "h", "Work done needs staff in post, agency, or falls short."),
    "in_post": Symbol("Staff in post", "FTE", "Who was there and stays, and who starts."),
    "establishment": Symbol("Establishment", "FTE", "Staff in post fill posts that are paid for."),
    "lasting": Symbol("Lasting posts", "FTE", "An establishment does not fall from year to year."),
    "growth": Symbol("New posts", "FTE", "A post more than the year before is a new one."),
    "timeliness": Symbol("Timeliness target", "cases", "Enough cases of a period are on time."),
    "caseload": Symbol("Caseload standard", "cases", "No more cases than the staff may hold."),
}
