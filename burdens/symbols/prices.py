"""What the programme is given of money, and the weights that only rank: no weight is a price."""

from __future__ import annotations

from burdens.symbols.symbol import Symbol

MONEY = {
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
        "μ",
        ("r",),
        "the cost of an appointment to role {r}",
        ("Role.hire_cost",),
    ),
    "temporary_cost": Symbol(
        "Cost of a temporary post",
        "GBP per FTE and month",
        "What a temporary post costs on top of pay.",
        "ζ",
        ("r",),
        "the cost of a temporary post of role {r}",
        ("Role.temporary_cost",),
    ),
    "agency_cost": Symbol(
        "Price of agency work",
        "GBP per h of casework",
        "One hour of casework done by agency staff.",
        "α",
        ("r",),
        "the price of agency work for role {r}",
        ("Role.agency_cost",),
    ),
}

WEIGHTS = {
    "overdue_weight": Symbol(
        "Weight of an overdue case",
        "per case and bucket",
        "What reaching an age adds to the weight of an overdue case.",
        "β",
        ("p", "a"),
        "the weight of a case {a} buckets past its limit in pathway {p}",
        ("Pathway.overdue",),
    ),
    "kept_factor": Symbol(
        "Weight of the kept lane",
        "times",
        "Weight of an overdue case in the kept lane over one in the waiting lane.",
        "f",
        ("p",),
        "the weight of the kept lane of pathway {p}",
        ("Pathway.kept_factor",),
    ),
    "open_weight": Symbol(
        "Weight of a task not yet done",
        "per case and bucket",
        "So small that it decides only what would else be arbitrary: work is done as soon as staff "
        "allow.",
        "γ",
        ("p",),
        "the weight of a task not yet done in pathway {p}",
        ("Pathway.open_weight",),
    ),
    "vacancy_weight": Symbol(
        "Weight of a vacant post",
        "per FTE and month",
        "Has vacancies filled as fast as the limits on hiring allow.",
        "ν",
        ("r",),
        "the weight of a vacant post of role {r}",
        ("Role.vacancy_weight",),
    ),
    "shortfall_weight": Symbol(
        "Weight of missing supervision",
        "per h",
        "Weight of an hour of supervision that nobody has time for.",
        "ψ",
        ("r",),
        "the weight of an hour of supervision short in role {r}",
        ("Role.shortfall_weight",),
    ),
    "caseload_weight": Symbol(
        "Weight of a caseload",
        "per case and bucket",
        "Weight of one case above the caseload standard.",
        "χ",
        (),
        "the weight of a case above the standard",
        ("Caseload.weight",),
    ),
}

PRICES = {**MONEY, **WEIGHTS}
