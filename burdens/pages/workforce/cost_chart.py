"""The cost of each financial year, beside what the staff in post cost today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens import words
from burdens.pages.figure import Chart, Row, Series

if TYPE_CHECKING:
    from burdens.plans import Plan

KINDS = {
    "pay": "Pay, permanent posts",
    "temporary": "Pay, temporary posts",
    "agency": "Agency staff",
    "recruitment": "Recruitment",
}
TODAY = "Today"


def cost(plan: Plan) -> Chart:
    """Return the cost by financial year and kind."""
    heads = plan.headlines
    table = plan.cost.groupby(["financial_year", "kind"], sort=False)["gbp"].sum().reset_index()
    rows = [Row("", TODAY, "today", heads.today)]
    rows += [
        Row("", row["financial_year"], row["kind"], float(row["gbp"]))
        for row in table.to_dict("records")
    ]
    series = [Series("today", "A year of the staff in post at the start", "bar")]
    series += [Series(kind, KINDS.get(kind, kind), "bar") for kind in dict.fromkeys(table["kind"])]
    dearest = max(heads.cost, key=lambda year: heads.cost[year])
    title = f"The staff cost up to {words.gbp(heads.cost[dearest])} a year, in {dearest}"
    each = words.listed([f"{words.gbp(gbp)} in {year}" for year, gbp in heads.cost.items()])
    kinds = plan.cost.groupby("kind")["gbp"].sum()
    agency = float(kinds.get("agency", 0.0)) / (float(kinds.sum()) or 1)
    summary = (
        f"{each}; a year of the staff in post at the start costs {words.gbp(heads.today)}. Agency "
        f"staff are {words.share(agency)} of the cost over the plan."
    )
    label = "Pounds a year"
    return Chart(title, summary, rows, series, "category", "Financial year", label, "gbp")
