"""The charts of a burden, each with its finding as the title."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, Any

from burdens import words
from burdens.pages.figure import Chart, Row, Series
from burdens.pages.new_burdens.words import role_title

if TYPE_CHECKING:
    from collections.abc import Hashable

    from burdens.assessment import Assessment

MOST_SWINGS, NAMED = 10, 3
SLIGHT = 0.05  # FTE, less than what is written
NEARLY = 0.95  # of the modelled cost
YEAR = "Financial year"
NO_OFFER = "no offer"


def charts_of(assessment: Assessment) -> dict[str, Chart]:
    """Return the charts by name, in the order of the page."""
    charts = {"years": years(assessment)}
    if len(assessment.by_measure):
        charts["measures"] = measures(assessment)
    if len(assessment.by_role):
        charts["posts"] = posts(assessment)
    charts["ways"] = ways(assessment)
    if len(assessment.assumptions):
        charts["swings"] = swings(assessment)
    if (assessment.grant["verdict"] != NO_OFFER).any():
        charts["grant"] = grant(assessment)
    return charts


def years(assessment: Assessment) -> Chart:
    """Show the burden by whole financial year: one-off, recurring, and savings below the line."""
    table = assessment.by_year.to_dict("records")
    columns = {"one_off": 1, "recurring": 1, "savings": -1, "net": 1}
    rows = [
        Row("", row["financial_year"], name, words.rounded(sign * row[f"{name}_gbp"]))
        for row in table
        for name, sign in columns.items()
    ]
    dearest = max(table, key=lambda row: row["net_gbp"])
    title = "The new duties save at least what they cost, in every year"
    if not len(assessment.measures):
        title = "No measure is switched on, so there is no burden"
    elif dearest["net_gbp"] > words.HALF_A_POUND:
        most = words.gbp(dearest["net_gbp"])
        title = f"The net cost is highest in {dearest['financial_year']}: {most}"
    summary = " ".join(
        f"{row['financial_year']}: {words.gbp(row['one_off_gbp'])} one-off and "
        f"{words.gbp(row['recurring_gbp'])} recurring, less {words.gbp(row['savings_gbp'])} saved, "
        f"are {words.gbp(row['net_gbp'])}."
        for row in table
    )
    series = [
        Series("one_off", "One-off", "bar"),
        Series("recurring", "Recurring", "bar"),
        Series("savings", "Savings", "bar"),
        Series("net", "Net", "tick"),
    ]
    label = f"Pounds, {assessment.price_year} prices"
    return Chart(title, summary, rows, series, "category", YEAR, label, "gbp")


def measures(assessment: Assessment) -> Chart:
    """Show how the measures add up to the net burden of all years."""
    table = assessment.by_measure.to_dict("records")
    rows = [
        Row(
            "",
            row["title"],
            "more" if row["net_gbp"] >= -words.HALF_A_POUND else "less",
            words.rounded(row["net_gbp"]),
        )
        for row in table
    ]
    rows.append(Row("", "Net burden", "total", words.rounded(assessment.net_gbp)))
    dearest = max(table, key=lambda row: row["net_gbp"])
    total = words.gbp(assessment.net_gbp)
    title = f"“{dearest['title']}” costs most: {words.gbp(dearest['net_gbp'])} of {total} net"
    if dearest["net_gbp"] <= words.HALF_A_POUND:
        title = "Every measure saves at least what it costs"
    parts = [f"{row['title']} {words.gbp(row['net_gbp'])}" for row in table]
    summary = f"Net over {len(assessment.years)} years: {words.listed(parts)}; together {total}."
    series = [
        Series("more", "Adds to the burden", "step"),
        Series("less", "Takes from it", "step"),
        Series("total", "Net burden", "bar"),
    ]
    used = {row.series for row in rows}
    return Chart(
        title,
        summary,
        rows,
        [one for one in series if one.id in used],
        "category",
        "Measure",
        f"Pounds, {assessment.price_year} prices",
        "gbp",
        across=True,
    )


def posts(assessment: Assessment) -> Chart:
    """Show the posts needed by role and year, and how many of them can be filled."""
    table = assessment.by_role.to_dict("records")
    rows: list[Row] = []
    for row in table:
        place = (role_title(row["role"]), row["financial_year"])
        if row["needed_fte"] < 0:
            rows.append(Row(*place, "spared", -row["needed_fte"]))
            continue
        rows.append(Row(*place, "needed", row["needed_fte"]))
        if isnan(row["unfilled_fte"]):
            rows.append(Row(*place, "unknown", row["needed_fte"]))
        else:
            rows.append(Row(*place, "filled", row["needed_fte"] - row["unfilled_fte"]))
            rows.append(Row(*place, "unfilled", row["unfilled_fte"]))
    title = _posts_title(table)
    summary = " ".join(map(_sentence, table))
    series = [
        Series("filled", "Can be filled", "bar"),
        Series("unfilled", "Cannot be filled", "bar"),
        Series("unknown", "Not in the plan: hiring not known", "bar"),
        Series("spared", "Spared", "bar"),
        Series("needed", "Needed", "tick"),
    ]
    used = {row.series for row in rows}
    series = [each for each in series if each.id in used or each.id != "spared"]
    label = "Full-time equivalents"
    return Chart(title, summary, rows, series, "category", YEAR, label, "fte")


def _posts_title(table: list[dict[Hashable, Any]]) -> str:
    worst = max(table, key=lambda row: (_known(row["unfilled_fte"]), row["needed_fte"]))
    who = words.several(role_title(worst["role"]))
    needed, year = words.fte(worst["needed_fte"]), worst["financial_year"]
    if worst["needed_fte"] <= SLIGHT:
        return "The new duties need no more posts"
    if worst["unfilled_fte"] > SLIGHT:
        short = words.fte(worst["unfilled_fte"])
        some = "None" if short == needed else f"Only {_filled(worst)}"
        return f"{some} of the {needed} more {who} needed in {year} can be hired"
    if isnan(worst["unfilled_fte"]):
        return f"Up to {needed} more {who} are needed"
    return f"Up to {needed} more {who} are needed, and can be hired"


def _filled(row: dict[Hashable, Any]) -> str:
    return words.fte(row["needed_fte"] - row["unfilled_fte"])


def _known(number: float) -> float:
    return 0.0 if isnan(number) else number


def _sentence(row: dict[Hashable, Any]) -> str:
    unfilled = row["unfilled_fte"]
    place = f"{role_title(str(row['role']))}, {row['financial_year']}"
    if row["needed_fte"] < 0:
        return f"{place}: {words.fte(-row['needed_fte'])} spared."
    open_ = "" if isnan(unfilled) else ", all of them filled"
    if unfilled > SLIGHT:
        open_ = f", {words.fte(unfilled)} of them not filled"
    return f"{place}: {words.fte(row['needed_fte'])} needed{open_}."


def ways(assessment: Assessment) -> Chart:
    """Show the modelled cost beside the accounting cost and what hiring limits let through."""
    table = assessment.by_year.merge(assessment.within_limits, on="financial_year", how="left")
    columns = {"modelled": "net_gbp", "accounting": "accounting_net_gbp", "limits": "gbp"}
    rows = [
        Row(
            "",
            row["financial_year"],
            series,
            None if isnan(row[column]) else words.rounded(row[column]),
        )
        for row in table.to_dict("records")
        for series, column in columns.items()
    ]
    planned = table.dropna(subset=["gbp"])
    modelled, spent = float(planned["net_gbp"].sum()), float(planned["gbp"].sum())
    title = f"The new duties cost {words.gbp(modelled)}, and it can be spent as posts are filled"
    if spent < NEARLY * modelled:
        title = f"Within today's hiring limits {words.gbp(spent)} of {words.gbp(modelled)} is spent"
    accounted = words.gbp(float(table["accounting_net_gbp"].sum()))
    summary = (
        f"All years, net: {words.gbp(assessment.net_gbp)} modelled, where every post can be "
        f"filled; {accounted} by accounting, hours times the cost of an hour; "
        f"{words.gbp(spent)} within today's hiring limits, where the rest is not done."
    )
    series = [
        Series("modelled", "Modelled: every post filled", "bar"),
        Series("accounting", "Accounting: hours times cost", "tick"),
        Series("limits", "Within today's hiring limits", "dot"),
    ]
    label = f"Pounds net, {assessment.price_year} prices"
    return Chart(title, summary, rows, series, "category", YEAR, label, "gbp")


def swings(assessment: Assessment) -> Chart:
    """Show the assumptions that move the burden most, from their low to their high end."""
    table = assessment.assumptions.head(MOST_SWINGS).to_dict("records")
    left = set(assessment.unconfirmed["id"])
    rows = [
        Row(
            "",
            row["title"],
            "judgement" if row["id"] in left else "evidence",
            words.rounded(abs(row["swing_gbp"])),
        )
        for row in table
    ]
    widest = words.gbp(abs(table[0]["swing_gbp"]))
    title = f"One assumption alone moves the cost by {widest}"
    listed = [f"{row['title']} {words.gbp(abs(row['swing_gbp']))}" for row in table[:NAMED]]
    summary = (
        "How much the net cost of all years moves between the low and the high end of each "
        f"assumption, the others held. The widest: {'; '.join(listed)}."
    )
    series = [
        Series("judgement", "Unconfirmed judgement", "bar"),
        Series("evidence", "Evidence, or confirmed", "bar"),
    ]
    used = {row.series for row in rows}
    return Chart(
        title,
        summary,
        rows,
        [one for one in series if one.id in used],
        "category",
        "Assumption",
        f"Pounds, {assessment.price_year} prices",
        "gbp",
        across=True,
    )


def grant(assessment: Assessment) -> Chart:
    """Show the grant offered against the cost in cash."""
    table = assessment.grant[assessment.grant["verdict"] != NO_OFFER].to_dict("records")
    rows = [
        Row("", row["financial_year"], series, words.rounded(row[column]))
        for row in table
        for series, column in (("cost", "cash_net_gbp"), ("offer", "offer_gbp"))
    ]
    offered = sum(row["offer_gbp"] for row in table)
    cost = sum(row["cash_net_gbp"] for row in table)
    title = f"The grant offered pays for the cost: {words.gbp(offered)} for {words.gbp(cost)}"
    if cost - offered > words.HALF_A_POUND:
        title = f"The grant offered is {words.gbp(cost - offered)} short of {words.gbp(cost)}"
    summary = " ".join(
        f"{row['financial_year']}: {words.gbp(row['offer_gbp'])} offered, "
        f"{words.gbp(row['cash_net_gbp'])} net cost in cash."
        for row in table
    )
    series = [Series("cost", "Net additional cost", "bar"), Series("offer", "Grant", "tick")]
    return Chart(title, summary, rows, series, "category", YEAR, "Pounds, cash", "gbp")
