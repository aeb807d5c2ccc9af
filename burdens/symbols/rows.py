"""The rules of the programme: its families of rows, each with its equation and in words.

An equation is written with the names of the symbols; `total` is a sum over the sets named after
what is added up.
"""

from __future__ import annotations

from burdens.symbols.equation import Equation
from burdens.symbols.symbol import Rule

ROWS = {
    "entry": Rule(
        "Cases enter once",
        "cases",
        "Whoever has entered a late stream stays in it.",
        (Equation("entered[j, c] >= entered[j, c - 1]"),),
    ),
    "split": Rule(
        "A start is split over the streams",
        "cases",
        "No more cases run late than have started; the rest are on time.",
        (Equation("total(entered[j, c] - entered[j, c - 1], j) <= cases[f, c]"),),
    ),
    "order": Rule(
        "Work is not undone",
        "cases",
        "Cumulative completions do not fall.",
        (Equation("done[s, k, t] >= done[s, k, t - 1]"),),
    ),
    "arrival": Rule(
        "Nothing before its clock",
        "cases",
        "A first step needs a case whose clock has started.",
        (
            Equation(
                "done[s, k, t] <= share[k] * entered[s, t]",
                "For tasks that wait for no other that is left.",
            ),
        ),
    ),
    "precedence": Rule(
        "Nothing before its predecessors",
        "cases",
        "A step waits for those before it, and for the least wait after them.",
        (Equation("done[s, k, t] <= share[k] / share[i] * done[s, i, t - lag[i, k]]"),),
    ),
    "deadline": Rule(
        "The deadline",
        "cases",
        "A stream meets every legal time limit before the one from which it is late.",
        (
            Equation(
                "done[s, k, t] >= share[k] * entered[s, t - due[k]]",
                "For tasks with a legal time limit that stream s meets. A working convention, such "
                "as a date for the draft, is no legal limit and binds nothing.",
            ),
        ),
    ),
    "longest_wait": Rule(
        "The longest wait",
        "cases",
        "Nobody waits longer than this, if it can be.",
        (
            Equation(
                "done[s, k, t] + waiting[s, k, t] >= share[k] * entered[s, t - longest[p]]",
                "For tasks that no other waits for, unless the stream meets a legal limit there "
                "that is no longer.",
            ),
        ),
    ),
    "capacity": Rule(
        "Capacity",
        "h",
        "Work done needs staff in post, agency, or is admitted to fall short. Newcomers have less "
        "time, and take some of their colleagues'.",
        (
            Equation(
                "total(hours[k, r] * (done[s, k, t] - done[s, k, t - 1]), s, k)"
                " <= productive[r, t] * "
                "(staff[r, m] - total(ramp[r, e] * hires[r, m - lead[r] - e], e))"
                " + relief[r, t] + agency[r, t] + short[r, t]"
            ),
        ),
    ),
    "in_post": Rule(
        "Staff in post",
        "FTE",
        "Those who were there and stay, and those who start.",
        (
            Equation(
                "staff[r, m] == (1 - attrition[r]) * staff[r, m - 1] + hires[r, m - lead[r]]",
                "From the second month on.",
            ),
            Equation("staff[r, 0] == staff0[r] + hires[r, 0 - lead[r]]", "In the first month."),
        ),
    ),
    "establishment": Rule(
        "Establishment",
        "FTE",
        "Staff in post fill posts that are paid for.",
        (
            Equation(
                "posts[r, y] >= staff[r, m]", "Where posts are level through a financial year."
            ),
        ),
    ),
    "lasting": Rule(
        "Lasting posts",
        "FTE",
        "An establishment does not fall from year to year.",
        (
            Equation(
                "posts[r, y] >= posts[r, y - 1]",
                "Where posts are level and lasting: when the posts needed are worked out.",
            ),
        ),
    ),
    "growth": Rule(
        "New posts",
        "FTE",
        "A post more than the year before is a new one; in the first year every post is.",
        (
            Equation(
                "grown[r, y] >= posts[r, y] - posts[r, y - 1]",
                "Where posts are level and a new one has a price.",
            ),
        ),
    ),
    "timeliness": Rule(
        "Timeliness target",
        "cases",
        "Enough cases of a period are on time, or are admitted to fall short.",
        (
            Equation(
                "total(entered[x, end[g] - 1] - entered[x, first[g] - 1], x)"
                " <= (1 - on_time[g]) * total(arrivals[p, h], h) + off_target[g]"
            ),
        ),
    ),
    "caseload": Rule(
        "Caseload standard",
        "cases",
        "No more cases than the staff may hold, or the rest is admitted.",
        (
            Equation(
                "held[t] <= standard[t] * staff[r, m] + excess[t]",
                "For the role that holds the cases, in buckets that have a standard.",
            ),
        ),
    ),
}
