"""Timeliness by calendar year and quarter, as the Department for Education measures it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens import words
from burdens.pages.figure import Chart, Row, Series
from burdens.pages.workforce.issued import limit_weeks, periods, year_name

if TYPE_CHECKING:
    from burdens.plans import Plan

PUBLISHED, PLANNED, EXCUSED, LIMIT = "published", "planned", "excused", "limit"
QUARTER = "Calendar quarter beginning"
NONE_ISSUED = "No plan is issued"


def years(plan: Plan) -> Chart:
    """Return the on-time share of the plans issued in a year, beside the last published one."""
    rows = []
    if (last := plan.headlines.published) is not None:
        rows.append(Row("", last.when, PUBLISHED, last.share))
    for period in periods(plan, "year"):
        name = str(period.start.year)
        rows.append(Row("", name, PLANNED, period.on_time))
        rows.append(Row("", name, EXCUSED, period.excused))
    series = [
        Series(PUBLISHED, "Published", "bar"),
        Series(PLANNED, "In this plan", "bar"),
        Series(EXCUSED, "In this plan, exceptions left out", "tick"),
    ]
    title, summary = _about_years(plan)
    return Chart(title, summary, rows, series, "category", "Calendar year", _label(plan), "percent")


def quarters(plan: Plan) -> Chart:
    """Return the on-time share of the plans issued in a quarter, beside the last published year."""
    of_plan, last = periods(plan, "quarter"), plan.headlines.published
    rows = [Row("", one.start.isoformat(), PLANNED, one.on_time) for one in of_plan]
    series = [Series(PLANNED, "In this plan", "line")]
    if last is not None:
        rows += [Row("", one.start.isoformat(), PUBLISHED, last.share) for one in of_plan]
        series.append(Series(PUBLISHED, f"Published for {last.when}", "dashed"))
    title, summary = NONE_ISSUED, ""
    if of_plan:
        first, end = of_plan[0], of_plan[-1]
        low = min(of_plan, key=lambda one: one.on_time)
        high = max(of_plan, key=lambda one: one.on_time)
        title = (
            f"{words.share(first.on_time)} of plans are on time in the first quarter, "
            f"{words.share(end.on_time)} in the last"
        )
        summary = (
            f"{_published(plan)} In this plan the lowest quarter is {low.quarter}, "
            f"{words.share(low.on_time)}; the highest is {high.quarter}, "
            f"{words.share(high.on_time)}."
        )
    return Chart(title, summary, rows, series, "month", QUARTER, _label(plan), "percent")


def waits(plan: Plan) -> Chart:
    """Return the mean time from request to plan, by the quarter of issue."""
    of_plan, limit = periods(plan, "quarter"), limit_weeks(plan)
    rows = [
        Row("", one.start.isoformat(), series, number)
        for one in of_plan
        for series, number in ((PLANNED, one.weeks), (LIMIT, float(limit)))
    ]
    series = [
        Series(PLANNED, "Average in this plan", "line"),
        Series(LIMIT, "The legal limit", "dashed"),
    ]
    title, summary = NONE_ISSUED, ""
    if of_plan:
        first, end = of_plan[0], of_plan[-1]
        title = f"In the last quarter a plan takes {words.count(end.weeks)} weeks on average"
        summary = (
            f"Plans issued in {first.quarter} took {words.count(first.weeks)} weeks from the "
            f"request on average, those of {end.quarter} {words.count(end.weeks)}. The law allows "
            f"{limit} weeks."
        )
    return Chart(title, summary, rows, series, "month", QUARTER, "Weeks from the request")


def _label(plan: Plan) -> str:
    return f"Share of plans issued within {limit_weeks(plan)} weeks"


def _about_years(plan: Plan) -> tuple[str, str]:
    planned, last = periods(plan, "year"), plan.headlines.published
    if not planned:
        return NONE_ISSUED, _published(plan)
    end = planned[-1]
    name = year_name(plan, end.start.year)
    title = f"{words.share(end.on_time)} of the plans issued in {name} are on time"
    if last is not None:
        title += f"; {words.share(last.share)} were in {last.when}"
    each = [f"{words.share(one.on_time)} in {year_name(plan, one.start.year)}" for one in planned]
    excused = [
        f"{words.share(one.excused)} in {year_name(plan, one.start.year)}" for one in planned
    ]
    return title, (
        f"{_published(plan)} In this plan: {words.listed(each)}; with exceptions left out "
        f"{words.listed(excused)}."
    )


def _published(plan: Plan) -> str:
    last = plan.headlines.published
    if last is None:
        return "No share on time is published."
    return f"Published for {last.when}: {words.share(last.share)}, exceptions counted."
