"""What the programme solves for: its columns, none of which is below nought."""

from __future__ import annotations

from burdens.symbols.symbol import Symbol

COLUMNS = {
    "entered": Symbol(
        "Cases entered into a stream",
        "cases",
        "Cumulative: those whose clock started in bucket c or before. Solved for in late streams; "
        "the stream on time has the rest.",
        "E",
        ("s", "c"),
        "the cases entered into stream {s} by {c}",
    ),
    "done": Symbol(
        "Completions of a task",
        "cases",
        "Cumulative, from the start of the plan to the end of bucket t. Where the rules leave "
        "no choice the number is put in: nought before a step can be done, and all cases once all "
        "must be.",
        "D",
        ("s", "k", "t"),
        "the completions of task {k} in stream {s} by {t}",
    ),
    "waiting": Symbol(
        "Cases past the longest wait",
        "cases",
        "Cases that wait for an end task longer than anyone should.",
        "V",
        ("s", "k", "t"),
        "the cases past the longest wait for task {k} in stream {s} in {t}",
    ),
    "staff": Symbol(
        "Staff in post",
        "FTE",
        "Staff of a role in post in a month.",
        "S",
        ("r", "m"),
        "the staff of role {r} in post in month {m}",
    ),
    "hires": Symbol(
        "Appointments",
        "FTE",
        "Staff of a role appointed in a month; nobody is appointed before the plan begins.",
        "H",
        ("r", "m"),
        "the appointments to role {r} in month {m}",
    ),
    "posts": Symbol(
        "Establishment",
        "FTE",
        "Posts of a role paid for in a financial year; nought before the plan begins.",
        "P",
        ("r", "y"),
        "the posts of role {r} in year {y}",
    ),
    "grown": Symbol(
        "New posts",
        "FTE",
        "Posts of a role beyond those of the financial year before; in the first year, all.",
        "N",
        ("r", "y"),
        "the new posts of role {r} in year {y}",
    ),
    "agency": Symbol(
        "Agency work",
        "h",
        "Agency work bought for a role in a bucket.",
        "A",
        ("r", "t"),
        "the agency hours for role {r} in {t}",
    ),
    "short": Symbol(
        "Work with no capacity",
        "h",
        "Hours of a role that nobody can work.",
        "U",
        ("r", "t"),
        "the hours short in role {r} in {t}",
    ),
    "off_target": Symbol(
        "Cases short of a timeliness target",
        "cases",
        "Cases of a period that would have to be on time for the target to be met.",
        "O",
        ("g",),
        "the cases short of target {g}",
    ),
    "excess": Symbol(
        "Cases above the caseload standard",
        "cases",
        "Cases beyond what the staff in post may hold under the standard.",
        "X",
        ("t",),
        "the cases above the standard in {t}",
    ),
}
