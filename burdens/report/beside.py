"""What stands beside the totals of a report and is in none: provision, and part years."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from burdens import words
from burdens.report.words import pounds, span

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from burdens.assessment import Assessment

PROVISION = "provision (top-ups, places, transport)"


def left_out(assessment: Assessment) -> str:
    """Return the sentence that tells what every total leaves out."""
    if assessment.provision.empty:
        return f"Every total is of administration; no measure brings {PROVISION}."
    net = pounds(assessment.provision_gbp)
    return (
        f"Every total is of administration. Left out of each: {PROVISION}, {net} net over "
        f"{span(assessment.years)}, which stands apart."
    )


def part_year(row: Mapping[Hashable, Any]) -> str:
    """Return a part year with its days, such as 27 March 2028 to 31 March 2028 (of 2027-28)."""
    first, last = words.day(row["first_day"]), words.day(row["last_day"])
    return f"{first} to {last} (of {row['financial_year']})"
