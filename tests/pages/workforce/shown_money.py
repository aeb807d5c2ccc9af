"""Every pound that a workforce page shows, and every pound that its plan accounts for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import ipywidgets
import pytest

from burdens import words
from burdens.pages import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from burdens.pages import WorkforcePage
    from burdens.plans import Plan

PARTS = (
    "authority",
    "staff",
    "standards",
    "assumptions",
    "run",
    "answer",
    "needs",
    "obstacles",
    "helps",
    "caseload",
    "charts",
    "check",
    "link",
    "downloads",
)
POUNDS = re.compile(r"under £\d+|£[\d.,]*\d(?: million)?")
NEAR = 1e-9


def widgets_of(widget: Any) -> Iterator[Any]:
    """Yield a widget and all that stand in it."""
    yield widget
    for child in getattr(widget, "children", ()):
        yield from widgets_of(child)


def texts_of(value: Any) -> Iterator[str]:
    """Yield every text in what a widget sends to the browser."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts_of(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from texts_of(part)


def shown_on(page: WorkforcePage) -> Iterator[Any]:
    """Yield every widget that the notebook shows."""
    for name in PARTS:
        yield from widgets_of(getattr(page, name))


def pounds_in_words(page: WorkforcePage) -> list[str]:
    """Return every amount of pounds that stands in words."""
    found = []
    for widget in shown_on(page):
        traits = {name: getattr(widget, name) for name in widget.keys if not name.startswith("_")}
        plain = {n: v for n, v in traits.items() if not isinstance(v, ipywidgets.Widget)}
        for text in texts_of(plain):
            found += POUNDS.findall(text)
    return found


def pounds_in_charts(page: WorkforcePage) -> list[float]:
    """Return every number of the charts whose unit is pounds."""
    return [
        row["value"]
        for widget in shown_on(page)
        if isinstance(widget, Figure) and (widget.format == "gbp" or "ound" in widget.y_label)
        for row in widget.rows
    ]


def money_of(plan: Plan, line: pd.DataFrame | None = None) -> set[float]:
    """Return every amount that a plan accounts for as money [GBP]: sums of cost, and differences."""
    heads, cost = plan.headlines, plan.cost
    years = cost.groupby("financial_year")["gbp"].sum()
    sums = [
        *years,
        *cost.groupby(["financial_year", "kind"])["gbp"].sum(),
        *cost.groupby(["financial_year", "role"])["gbp"].sum(),
        *(years - heads.today),
        heads.today,
        *(one.gbp for one in plan.helps),
        *([] if line is None else line["cost_gbp"]),
    ]
    return {float(amount) for amount in sums}


def strange_pounds(
    page: WorkforcePage, plan: Plan, line: pd.DataFrame | None = None
) -> list[str | float]:
    """Return the pounds shown that are no money of the plan."""
    money = money_of(plan, line)
    written = {words.gbp(abs(amount)) for amount in money}
    in_words = [said for said in pounds_in_words(page) if said not in written]
    drawn = [
        number
        for number in pounds_in_charts(page)
        if not any(number == pytest.approx(amount, rel=NEAR) for amount in money)
    ]
    return [*in_words, *drawn]
