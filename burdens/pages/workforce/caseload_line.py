"""The caseload: how many cases one caseworker can hold, and what each standard takes."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from burdens import words
from burdens.pages.tables import Html, table
from burdens.plans.caseloads import STANDARDS

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from burdens.plans import Plan, Span
    from burdens.scenario import Scenario

UNKNOWN = (
    "<p>How many cases one caseworker can hold is not known: the number of plans is missing.</p>"
)
HEADS = [
    "Cases for each caseworker",
    "Caseworkers needed",
    "Cost a year",
    "On time",
    "Past a limit at the end",
]
CHOSEN = "your standard"
NOT_KNOWN = "not known"


def work_based(plan: Plan) -> str:
    """Return how many cases one caseworker can hold and keep every limit, with its range."""
    span = plan.work_based_caseload
    if span is None:
        return UNKNOWN
    return (
        f"<p>One caseworker can hold about <strong>{_with_range(span)}</strong> plans and "
        "assessments and keep every time limit: the open cases of the last financial year over "
        "the caseworkers who keep up. A standard above that does not bind; one below it asks for "
        "more caseworkers than the time limits do.</p>"
    )


def _with_range(span: Span) -> str:
    central = words.count(span.central)
    low, high = words.count(span.low), words.count(span.high)
    return central if low == high else f"{central} ({low} to {high})"


def chosen_standard(scenario: Scenario) -> float | None:
    """Return the caseload standard of a scenario; None where none is set."""
    standard = scenario.standards.caseload
    return None if standard is None else standard.cases_per_caseworker


def standards_of(scenario: Scenario) -> list[float]:
    """Return the standards that the line is worked out for, the chosen one among them."""
    chosen = chosen_standard(scenario)
    return sorted({*map(float, STANDARDS), *([] if chosen is None else [chosen])})


def line_table(line: pd.DataFrame, chosen: float | None) -> str:
    """Return what each caseload standard takes, the chosen one marked."""
    rows = [
        [
            _standard(float(row["standard"]), chosen),
            _known(row["posts_fte"], words.fte),
            _known(row["cost_gbp"], words.gbp),
            _known(row["on_time"], words.share),
            words.count(row["overdue_cases"]),
        ]
        for row in line.to_dict("records")
    ]
    caption = (
        "What each caseload standard takes: caseworkers needed and the cost of all roles in the "
        "last financial year, plans on time in the last calendar year"
    )
    return table(caption, HEADS, rows)


def _standard(standard: float, chosen: float | None) -> str:
    number = words.number(standard)
    return Html(f"<strong>{number}, {CHOSEN}</strong>") if standard == chosen else number


def _known(number: float, write: Callable[[float], str]) -> str:
    return NOT_KNOWN if math.isnan(number) else write(number)
