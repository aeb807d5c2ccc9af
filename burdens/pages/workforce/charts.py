"""The charts of a workforce plan, each with its finding as the title."""

from __future__ import annotations

from collections import defaultdict
from heapq import nlargest
from typing import TYPE_CHECKING

import pandas as pd

from burdens import words
from burdens.evidence import school_holidays
from burdens.pages.figure import Band, Chart, Row, Series
from burdens.pages.workforce import headlines
from burdens.pages.workforce.clock import clock

if TYPE_CHECKING:
    import datetime as dt

    from burdens.pages.workforce.names import Names
    from burdens.programme import Plan

MOST_TASKS = 4  # more patterns than this cannot be told apart
OTHER = "Other tasks"
SLIGHT = 0.05  # FTE, less than what is written
NEARLY_ALL = 0.995  # of the hours at hand
JUST_SHORT = 0.0005  # of a share, less than what is written


def staffing(plan: Plan, names: Names) -> Chart:
    """Show staff needed against staff in post by month, with agency staff, by role."""
    columns = {"agency": "agency_fte", "needed": "needed_fte", "in_post": "in_post_fte"}
    rows = [
        Row(names.role(row["role"]), row["month"].isoformat(), series, float(row[column]))
        for row in plan.staffing.to_dict("records")
        for series, column in columns.items()
    ]
    found = headlines.posts(plan)
    short = max(found, key=lambda post: post.gap)
    title = "The staff in post are enough for the work"
    if short.gap > SLIGHT:
        who = words.several(names.role(short.role))
        title = f"{words.fte(short.gap)} more {who} are needed than are in post"
    summary = " ".join(
        f"{names.role(post.role)}: {words.fte(post.in_post)} full-time equivalents in post at "
        f"the start, {words.fte(post.needed)} needed in {post.needed_year or 'every year'}, "
        f"{words.fte(post.reached)} in post at the end of the plan."
        for post in found
    )
    series = [
        Series("needed", "Needed for the work", "line"),
        Series("in_post", "In post in this plan", "dashed"),
        Series("agency", "Agency", "area"),
    ]
    label = "Full-time equivalents"
    return Chart(title, summary, rows, series, "month", "Month", label, "fte")


def changes(plan: Plan, names: Names) -> Chart:
    """Show who is appointed and who leaves, by month and role."""
    columns = {"new": ("hires_fte", 1), "leaving": ("leavers_fte", -1)}
    rows = [
        Row(names.role(row["role"]), row["month"].isoformat(), series, sign * float(row[column]))
        for row in plan.staffing.to_dict("records")
        for series, (column, sign) in columns.items()
    ]
    totals = plan.staffing.groupby("role", sort=False)[["hires_fte", "leavers_fte"]].sum()
    most = str(totals["hires_fte"].idxmax())
    who = words.several(names.role(most))
    title = f"{words.fte(totals['hires_fte'][most])} {who} are appointed over the plan"
    summary = " ".join(
        f"{names.role(str(role))}: {words.fte(row['hires_fte'])} appointed, "
        f"{words.fte(row['leavers_fte'])} leaving, in full-time equivalents over the plan."
        for role, row in totals.iterrows()
    )
    series = [Series("new", "New", "bar"), Series("leaving", "Leaving", "bar")]
    label = "Full-time equivalents a month"
    return Chart(title, summary, rows, series, "month", "Month", label, "fte")


def hours(plan: Plan, names: Names) -> Chart:
    """Show hours needed by month and task against hours available, by role."""
    rows = []
    for row in plan.capacity.to_dict("records"):
        panel, month = names.role(row["role"]), row["month"].isoformat()
        rows.append(Row(panel, month, "staff", float(row["available_hours"])))
        with_agency = float(row["available_hours"] + row["agency_hours"])
        rows.append(Row(panel, month, "agency", with_agency))
    worked = _worked(plan, names)
    rows += [
        Row(names.role(role), month.isoformat(), task, number)
        for (role, task, month), number in worked.items()
    ]
    total: dict[str, float] = defaultdict(float)
    for (_, task, _), number in worked.items():
        total[task] += number
    tasks = sorted(total.keys() - {OTHER}, key=lambda task: (-total[task], task))
    series = [Series(task, task, "bar") for task in [*tasks, OTHER]]
    series.append(Series("staff", "Available from staff in post", "line"))
    series.append(Series("agency", "Available with agency", "dashed"))
    title, summary = _about_hours(plan, names)
    label, bands = "Hours a month", _closed(plan)
    return Chart(title, summary, rows, series, "month", "Month", label, bands=bands)


def _worked(plan: Plan, names: Names) -> dict[tuple[str, str, dt.date], float]:
    """Sum the hours by role, task and month.

    All but the longest tasks of a role are one, `OTHER`; a task without hours is left out.
    """
    rows = [
        (role, names.task(pathway, task), month, number)
        for role, pathway, task, month, number in plan.hours.itertuples(index=False, name=None)
    ]
    total: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for role, task, _, number in rows:
        total[role][task] += number
    kept = {
        role: nlargest(MOST_TASKS, tasks, key=tasks.__getitem__) for role, tasks in total.items()
    }
    sums: dict[tuple[str, str, dt.date], float] = defaultdict(float)
    for role, task, month, number in rows:
        if total[role][task] > 0:
            sums[role, task if task in kept[role] else OTHER, month] += number
    return sums


def _closed(plan: Plan) -> list[Band]:
    """Give the times in the plan when schools are closed."""
    months = pd.PeriodIndex(plan.capacity["month"], freq="M")
    found = school_holidays(months.min().start_time.date(), months.max().end_time.date())
    return [Band(h.first.isoformat(), h.last.isoformat(), "School holidays") for h in found]


def _about_hours(plan: Plan, names: Names) -> tuple[str, str]:
    capacity = plan.capacity
    totals = capacity.groupby("role", sort=False)[
        ["worked_hours", "available_hours", "agency_hours", "short_hours"]
    ].sum()
    lacking = totals[totals["short_hours"] >= 1]
    title = "Staff and agency together have enough hours for the work"
    at_hand = totals["available_hours"] + totals["agency_hours"]
    full = totals[totals["worked_hours"] > NEARLY_ALL * at_hand]
    if not full.empty:
        who = [words.several(names.role(str(role))) for role in full.index]
        title = f"Every hour of {words.listed(who)} is needed"
    if not lacking.empty:
        who = [words.several(names.role(str(role))) for role in lacking.index]
        title = f"There are not enough hours of {words.listed(who)}"
    summary = " ".join(
        f"{names.role(row['role'])}: {words.count(row['worked_hours'])} hours of work over the "
        f"plan; {words.count(row['available_hours'])} available from staff, "
        f"{words.count(row['agency_hours'])} bought from agencies, "
        f"{words.count(row['short_hours'])} lacking."
        for row in totals.reset_index().to_dict("records")
    )
    return title, summary


def cases(plan: Plan, names: Names) -> Chart:
    """Show open cases by week, in time and overdue, by pathway; those in time where they differ."""
    most = plan.cases.groupby("pathway", sort=False)[["open_cases", "overdue_cases"]].max()
    busy = plan.cases["pathway"].isin(most.index[most["open_cases"] >= 0.5])
    table = plan.cases[busy].assign(in_time=lambda t: t["open_cases"] - t["overdue_cases"])
    late = set(most.index[most["overdue_cases"] >= 0.5])
    columns = {"open": "open_cases", "in_time": "in_time", "overdue": "overdue_cases"}
    rows = [
        Row(names.pathway(row["pathway"]), row["week"].isoformat(), series, float(row[column]))
        for row in table.to_dict("records")
        for series, column in columns.items()
        if series != "in_time" or row["pathway"] in late
    ]
    series = [
        Series("open", "Open cases", "line"),
        Series("in_time", "Of them still in time", "dashed"),
        Series("overdue", "Of them past a legal deadline", "area"),
    ]
    overdue = table.groupby("week")["overdue_cases"].sum()
    title = f"At the end of the plan {words.count(overdue.iloc[-1])} cases are overdue"
    if overdue.max() < 0.5:
        title = "No case is overdue at any time in this plan"
    elif overdue.iloc[-1] < 0.5:
        last = overdue[overdue >= 0.5].index[-1]
        title = f"No case is overdue after {words.month(last)}"
    ends = table.groupby("pathway", sort=False)[["open_cases", "overdue_cases"]]
    first, last = ends.first().to_dict("index"), ends.last().to_dict("index")
    summary = " ".join(
        f"{names.pathway(str(pathway))}: {words.count(first[pathway]['open_cases'])} open at the "
        f"start, {words.count(at_end['open_cases'])} at the end; "
        f"{words.count(first[pathway]['overdue_cases'])} overdue at the start, "
        f"{words.count(at_end['overdue_cases'])} at the end."
        for pathway, at_end in last.items()
    )
    return Chart(title, summary, rows, series, "week", "Week beginning", "Cases")


def cost(plan: Plan, names: Names) -> Chart:
    """Show the cost by financial year and role."""
    table = plan.cost.groupby(["financial_year", "role"], sort=False)["gbp"].sum().reset_index()
    rows = [
        Row("", row["financial_year"], row["role"], float(row["gbp"]))
        for row in table.to_dict("records")
    ]
    series = [Series(role, names.role(role), "bar") for role in dict.fromkeys(table["role"])]
    yearly = headlines.cost_by_year(plan)
    dearest = max(yearly, key=lambda year: yearly[year])
    title = f"The staff cost up to {words.gbp(yearly[dearest])} a year, in {dearest}"
    kinds = plan.cost.groupby("kind")["gbp"].sum()
    agency = float(kinds.get("agency", 0.0)) / (float(kinds.sum()) or 1)
    each = words.listed([f"{words.gbp(gbp)} in {year}" for year, gbp in yearly.items()])
    summary = f"{each}. Agency staff are {words.share(agency)} of the cost over the plan."
    label = "Pounds a year"
    return Chart(title, summary, rows, series, "category", "Financial year", label, "gbp")


def timeliness(plan: Plan, names: Names) -> Chart:
    """Show the share on time at the last statutory stage of each pathway, by year."""
    ends = headlines.last_stages(plan)
    found = [one for one in headlines.on_time_by_year(plan) if ends.get(one.pathway) == one.stage]
    rows = [
        Row(names.pathway(one.pathway), one.year, series, number)
        for one in found
        for series, number in (("on_time", one.share), ("target", one.target))
    ]
    series = [Series("on_time", "On time", "bar"), Series("target", "Target", "tick")]
    title = "Every kind of case ends on time as the standards ask"
    worst = max(found, key=lambda one: one.target - one.share, default=None)
    if worst is not None and worst.target - worst.share >= JUST_SHORT:
        what = words.lower(names.pathway(worst.pathway))
        title = f"{words.share(worst.share)} on time in {worst.year}: {what} falls short"
    summary = " ".join(
        f"{names.pathway(pathway)}: "
        + words.listed(
            [f"{words.share(one.share)} in {one.year}" for one in found if one.pathway == pathway]
        )
        + "."
        for pathway in dict.fromkeys(one.pathway for one in found)
    )
    label = "Share on time"
    return Chart(title, summary, rows, series, "category", "Year the cases began", label, "percent")


CHARTS = {
    "staffing": staffing,
    "changes": changes,
    "hours": hours,
    "cases": cases,
    "timeliness": timeliness,
    "clock": clock,
    "cost": cost,
}
