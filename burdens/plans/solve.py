"""The plan of a Problem file, solved as it is."""

from __future__ import annotations

from burdens.errors import InfeasibleError
from burdens.plans.live import LiveModel
from burdens.plans.needs import needs_of
from burdens.plans.plan import Plan, plan_of
from burdens.problem import Problem
from burdens.programme import UNWATCHED, Watch


def solve(problem: Problem, *, watch: Watch = UNWATCHED) -> Plan:
    """Return the plan of a Problem, solved as it is: what is absent is off, not filled in.

    A Problem without posts neither asks for nor limits staff in post. The objective is the sum of
    the Problem's contract. Where no number of posts keeps up, what is needed says so. What would
    help most and the work-based caseload are not worked out: they need the scenario.

    Raises
    ------
    NotOptimalError
        Where HiGHS stops without an optimum: that is never a plan.
    WorkCancelledError
        Where the watch has it stopped.
    """
    model = LiveModel(watch=watch)
    try:
        needs = model.needs(problem)
    except InfeasibleError:
        needs = needs_of(problem, None)
    return plan_of(model.solve(problem, needs))
