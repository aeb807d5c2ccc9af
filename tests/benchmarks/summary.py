"""The table of every authority in words: time, staff, money, and need beside spending."""

from __future__ import annotations

from math import log

import pandas as pd
from scipy.stats import spearmanr

ROLES = ("ep", "salt", "caseworker")
LINES = {
    "caseworker": "Casework beside section 251 line 2.1.2 (SEN administration, 3-year median)",
    "ep": "Psychology beside section 251 line 2.1.1 (EP service, 3-year median)",
}
COLUMNS = ("in_post", "keep_up", "arithmetic", "catch_up", "peak", "end")
EPI = (
    "ep: the Education Policy Institute (2026, read in the press) finds about 1,400 more, 40 % of "
    "the workforce, for all plans; arithmetic is work over hours, without any limit kept"
)
WIDEST = 10


def summary(table: pd.DataFrame) -> str:
    """Write the table and what it comes to."""
    planned = table[table["status"] == "optimal"]
    failed = table[table["status"] != "optimal"]
    parts = [_rows(planned), _time(planned, len(table)), _totals(planned), the_start(planned)]
    parts += [beside_spending(planned, role) for role in LINES]
    parts += [f"FAILED {row.authority}: {row.status}" for row in failed.itertuples()]
    return "\n\n".join(parts) + "\n"


def _rows(planned: pd.DataFrame) -> str:
    shown = pd.DataFrame({"authority": planned["authority"]})
    for role in ROLES:
        for when in COLUMNS:
            shown[f"{role} {when}"] = planned[f"{role}_{when}"].round(1)
    shown["cases a caseworker"] = planned["work_based_caseload"].round(0)
    shown["GBP m, year 1"] = (planned["first_year_gbp"] / 1e6).round(2)
    shown["published"] = planned["published"].map("{:.0%}".format)
    for end in ("first", "last"):
        shown[f"{end} quarter"] = planned[f"{end}_quarter_on_time"].map("{:.0%}".format)
    shown["s"] = planned["seconds"].round(1)
    return shown.to_string(index=False)


def _time(planned: pd.DataFrame, asked: int) -> str:
    taken = planned["seconds"]
    return (
        f"{len(planned)} of {asked} authorities planned, each in {taken.min():.1f} to "
        f"{taken.max():.1f} s of processor time, median {taken.median():.1f} s "
        f"({taken.sum():,.0f} s of work); posts fall in {int((planned['posts_fall'] > 0).sum())}."
    )


def _totals(planned: pd.DataFrame) -> str:
    lines = ["England, sum of the authorities [FTE]:"]
    for role in ROLES:
        numbers = {when: planned[f"{role}_{when}"].sum() for when in COLUMNS}
        more = numbers["keep_up"] / numbers["in_post"] - 1 if numbers["in_post"] else float("nan")
        told = ", ".join(f"{when} {number:,.0f}" for when, number in numbers.items())
        lines.append(f"  {role}: {told}; keeping up asks for {more:+.0%} of those implied")
    lines.append(f"  {EPI}")
    cost = planned["first_year_gbp"].sum() / 1e6
    lines.append(f"  cost of the first year: GBP {cost:,.0f} m")
    held = planned["work_based_caseload"].quantile([0.1, 0.5, 0.9])
    lines.append("  work-based caseload, P10, median, P90: " + ", ".join(f"{n:.0f}" for n in held))
    return "\n".join(lines)


def the_start(planned: pd.DataFrame) -> str:
    """Compare the first quarter and year of the plans with the last published 20-week rate."""
    both = planned.dropna(subset=["published", "first_quarter_on_time"])
    lines = [f"The start beside the last published 20-week rate, {len(both)} authorities:"]
    for period in ("first_quarter", "first_year"):
        rank = spearmanr(both["published"], both[f"{period}_on_time"]).statistic
        difference = (both[f"{period}_on_time"] - both["published"]).mean()
        lines.append(
            f"  {period.replace('_', ' ')}: rank correlation {rank:.2f}, mean difference "
            f"{100 * difference:+.0f} points"
        )
    return "\n".join(lines)


def beside_spending(planned: pd.DataFrame, role: str) -> str:
    """Compare the cost of the need with reported spending: rank correlation, widest misses.

    The need is that of the least establishment that meets every standard, mean over the plan,
    at full cost. Size alone gives a high correlation, so that per plan maintained stands beside it.
    """
    both = planned[planned[f"{role}_spent_gbp"].fillna(0) > 0].copy()
    need, spent = both[f"{role}_needed_gbp"], both[f"{role}_spent_gbp"]
    both["ratio"] = need / spent
    alone = spearmanr(need, spent).statistic
    per_plan = spearmanr(need / both["plans"], spent / both["plans"]).statistic
    low, middle, high = both["ratio"].quantile([0.25, 0.5, 0.75])
    both["miss"] = both["ratio"].map(lambda ratio: abs(log(ratio)))
    widest = both.sort_values("miss", ascending=False).head(WIDEST)
    lines = [
        f"{LINES[role]}: {len(both)} authorities that report more than nought",
        f"  needed GBP {need.sum() / 1e6:,.0f} m, spent GBP {spent.sum() / 1e6:,.0f} m",
        f"  rank correlation {alone:.2f}, per plan maintained {per_plan:.2f}",
        f"  needed / spent: median {middle:.2f}, middle half {low:.2f} to {high:.2f}; widest:",
    ]
    lines += [
        f"    {row['authority']}: {row['ratio']:.2f} (GBP {row[f'{role}_needed_gbp'] / 1e6:.2f} m "
        f"needed, {row[f'{role}_spent_gbp'] / 1e6:.2f} m spent)"
        for _, row in widest.iterrows()
    ]
    return "\n".join(lines)
