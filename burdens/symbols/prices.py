"""What the programme is given of money, and the weights that only rank: no weight is ever paid."""

from __future__ import annotations

from burdens.symbols.symbol import Symbol

PRICES = {
    "cost_week": Symbol(
        "Cost of a person",
        "GBP per FTE",
        "Pay with on-costs and overheads for a bucket, discounted to the start.",
        "π",
        ("r", "t"),
        "the cost of one person of role {r} in {t}",
        ("Role.cost_week",),
    ),
    "hire_cost": Symbol(
        "Cost of an appointment",
        "GBP per FTE",
        "What it costs to recruit one person.",
        "η",
        ("r",),
        "the cost of an appointment to role {r}",
        ("Role.hire_cost",),
    ),
    "post_cost": Symbol(
        "Cost of a new post",
        "GBP per FTE",
        "What one more post than in the year before costs, once.",
        "ν",
        ("r",),
        "the cost of a new post of role {r}",
        ("Role.post_cost",),
    ),
    "agency_cost": Symbol(
        "Price of agency work",
        "GBP per h",
        "One hour of agency work.",
        "α",
        ("r",),
        "the price of agency work for role {r}",
        ("Role.agency_cost",),
    ),
    "shortfall_weight": Symbol(
        "Weight of work undone",
        "GBP per h",
        "Policy weight of an hour that nobody can work.",
        "φ",
        ("r",),
        "the weight of an hour short in role {r}",
        ("Role.shortfall_weight",),
    ),
    "late_weight": Symbol(
        "Weight of lateness",
        "GBP per case and bucket",
        "Policy weight of a case of a late stream that is still open.",
        "β",
        ("p",),
        "the weight of lateness in pathway {p}",
        ("Pathway.late_weight",),
    ),
    "wait_weight": Symbol(
        "Weight of a long wait",
        "GBP per case and bucket",
        "Policy weight of a case past the longest wait.",
        "γ",
        ("p",),
        "the weight of a long wait in pathway {p}",
        ("Pathway.wait_weight",),
    ),
    "target_weight": Symbol(
        "Weight of a target",
        "GBP per case",
        "Policy weight of one case short of a target.",
        "ω",
        ("g",),
        "the weight of a case short of target {g}",
        ("Target.weight",),
    ),
    "caseload_weight": Symbol(
        "Weight of a caseload",
        "GBP per case and bucket",
        "Policy weight of one case above the caseload standard.",
        "χ",
        (),
        "the weight of a case above the standard",
        ("Caseload.weight",),
    ),
}

LEFT_OUT = {
    "Problem.reported_weeks": "says how much of the plan is shown",
    "Problem.start": "turns buckets into dates",
    "Problem.level": "is said in words beside the rules that it switches on",
    "Problem.lasting": "is said in words beside the rule that it switches on",
    "Problem.discount": "is counted in the prices already",
    "Problem.notes": "are for the reader",
    "Target.exceptions": "is taken off the share wanted already, and kept to report it both ways",
}
