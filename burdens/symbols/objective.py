"""What the programme makes as small as it can, and the limits of single columns."""

from __future__ import annotations

from burdens.symbols.equation import Equation
from burdens.symbols.symbol import Rule

NO_MONEY = "A policy weight: it ranks what to do first, and is never reported as money."


def _sum(title: str, description: str, text: str, where: str = "") -> Rule:
    return Rule(title, "GBP", description, (Equation(text, where),))


OBJECTIVE = {
    "pay": _sum(
        "Pay",
        "Staff in post.",
        "total(cost_week[r, t] * staff[r, m], r, t)",
        "Where staff are paid by the month.",
    ),
    "establishment": _sum(
        "Pay of an establishment",
        "Posts, for the whole year.",
        "total(cost_week[r, t] * posts[r, y], r, t)",
        "Where posts are level through a financial year; then instead of pay.",
    ),
    "recruitment": _sum("Recruitment", "Appointments.", "total(hire_cost[r] * hires[r, m], r, m)"),
    "new_posts": _sum(
        "New posts", "Filling them for the first time.", "total(post_cost[r] * grown[r, y], r, y)"
    ),
    "agency": _sum("Agency work", "Hours bought.", "total(agency_cost[r] * agency[r, t], r, t)"),
    "shortfall": _sum("Work undone", NO_MONEY, "total(shortfall_weight[r] * short[r, t], r, t)"),
    "lateness": _sum(
        "Lateness",
        f"Cases of late streams that are open. {NO_MONEY}",
        "total(late_weight[p] * (share[z] * entered[j, t] - done[j, z, t]), j, t)",
    ),
    "long_waits": _sum("Long waits", NO_MONEY, "total(wait_weight[p] * waiting[s, k, t], s, k, t)"),
    "targets": _sum("Targets missed", NO_MONEY, "total(target_weight[g] * off_target[g], g)"),
    "caseload": _sum(
        "Caseloads above the standard", NO_MONEY, "total(caseload_weight * excess[t], t)"
    ),
}

BOUNDS = {
    "hires": Rule(
        "Most appointments",
        "FTE",
        "Nobody is appointed whom the labour market does not have.",
        (Equation("hires[r, m] <= hire_cap[r, m]", "Where there is a limit."),),
    ),
    "agency": Rule(
        "Most agency work",
        "h",
        "No more is bought than can be had.",
        (Equation("agency[r, t] <= agency_cap[r, t]"),),
    ),
}
