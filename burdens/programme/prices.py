"""What one unit more or less is worth: the dual values of a plan.

Every price is the change of the objective, in money and policy weights together; the tests check
each by solving again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from burdens.programme.build import Programme
from burdens.programme.solve import Solution

SMALLEST = 1.0  # below a pound a price is the solver's rounding


@dataclass(frozen=True)
class Price:
    """What one unit more is worth.

    Attributes
    ----------
    of
        What is changed: ``("hires", role)`` one more FTE that can be appointed every month,
        ``("agency", role)`` one more hour of agency work on offer every week,
        ``("in_post", role)`` one more FTE in post at the start,
        ``("cases", pathway)`` one more case every week that has any,
        ``("caseload",)`` a caseload standard one case higher,
        ``("timeliness", pathway, stage)`` a target one percentage point lower.
    change
        Change of the objective [GBP]; negative saves.
    until
        Last day on which the limit binds; None where it is no limit or does not bind.
    """

    of: tuple[str | int, ...]
    change: float
    until: date | None = None


def prices_of(programme: Programme, solution: Solution) -> list[Price]:
    """Give every price that is worth a pound, dearest first."""
    found = [
        *_of_caps(programme, solution, "hires"),
        *_of_caps(programme, solution, "agency"),
        *_of_staff(programme, solution),
        *_of_cases(programme, solution),
        *_of_caseload(programme, solution),
        *_of_targets(programme, solution),
    ]
    worth = [price for price in found if abs(price.change) >= SMALLEST]
    return sorted(worth, key=lambda price: -abs(price.change))


def _of_caps(programme: Programme, solution: Solution, symbol: str) -> list[Price]:
    """Price of raising a cap by one unit throughout: appointments a month, agency hours a week."""
    problem = programme.problem
    width = problem.bucket_weeks if symbol == "agency" else 1
    found = []
    for name in problem.roles:
        costs = {
            int(key[2]): min(float(solution.reduced_costs[number]), 0.0)
            for key, number in programme.model.columns.items()
            if key[:2] == (symbol, name)
        }
        binding = [place for place, cost in costs.items() if cost < -SMALLEST / 1000]
        last = max(binding, default=None)
        until = None
        if last is not None:
            bucket = last if symbol == "agency" else problem.months.index(last)
            until = problem.start + timedelta(weeks=bucket * problem.bucket_weeks)
        found.append(Price((symbol, name), width * sum(costs.values()), until))
    return found


def _of_staff(programme: Programme, solution: Solution) -> list[Price]:
    return [
        Price(("in_post", name), float(solution.duals[programme.model.rows["in_post", name, 0]]))
        for name in programme.problem.roles
    ]


def _of_cases(programme: Programme, solution: Solution) -> list[Price]:
    changes = {pathway.id: 0.0 for pathway in programme.problem.pathways}
    for row, (pathway, per_case) in programme.model.per_case.items():
        changes[pathway] -= float(solution.duals[row]) * per_case
    return [Price(("cases", pathway), change) for pathway, change in changes.items()]


def _of_caseload(programme: Programme, solution: Solution) -> list[Price]:
    rule, problem = programme.problem.caseload, programme.problem
    if rule is None:
        return []
    staff = programme.staffing[rule.role].staff
    change = -sum(
        float(solution.duals[programme.model.rows["caseload", bucket]])
        * solution.value(staff[problem.months[bucket]])
        for bucket, standard in enumerate(rule.standard)
        if standard is not None
    )
    return [Price(("caseload",), change)]


def _of_targets(programme: Programme, solution: Solution) -> list[Price]:
    found = []
    for pathway in programme.problem.pathways:
        changes: dict[int, float] = {}
        for number, target in enumerate(pathway.targets):
            row = programme.model.rows.get(("timeliness", pathway.id, number))
            if row is not None:
                point = 0.01 * sum(pathway.arrivals[target.from_ : target.to])
                change = -float(solution.duals[row]) * point
                changes[target.stage] = changes.get(target.stage, 0.0) + change
        found += [
            Price(("timeliness", pathway.id, stage), change) for stage, change in changes.items()
        ]
    return found
