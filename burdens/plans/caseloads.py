"""The work-based caseload, and what a caseload standard takes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from burdens.errors import Fault, ProblemError
from burdens.plans.flow import flows_of
from burdens.plans.live import Answer, LiveModel
from burdens.plans.needs import RoleNeed
from burdens.plans.periods import (
    calendar_year_of,
    settled_calendar_year,
    settled_year,
    shared_out,
)
from burdens.plans.tables import cost_by_year
from burdens.plans.timeliness import issued, overdue
from burdens.problem import Caseload, Problem

STANDARDS = tuple(float(standard) for standard in range(80, 251, 10))
LINE = (
    "standard",
    "chosen",
    "posts_fte",
    "in_post_fte",
    "cost_gbp",
    "on_time",
    "overdue_cases",
)


class Span(NamedTuple):
    """A central number with its range."""

    low: float
    central: float
    high: float


def work_based_caseload(
    model: LiveModel, answer: Answer, spread: tuple[float, float] = (1.0, 1.0)
) -> Span | None:
    """Return the cases that one caseworker can hold and keep every limit.

    Plans and live assessments of the last whole financial year over the posts that keep up without
    a caseload standard. None where cases are not known, or no number of posts keeps up.

    Parameters
    ----------
    spread
        Low and high work of a case, over the central one.
    """
    problem = answer.programme.problem
    rule = problem.caseload
    if rule is None or not answer.needs[rule.role].keep_up:
        return None
    posts = _by_work(model, problem, rule, answer.needs)[rule.role].keep_up
    year = settled_year(problem)
    if not posts.get(year):
        return None
    held = [
        cases
        for bucket, cases in enumerate(rule.cases[: problem.reported_buckets])
        if problem.years[problem.months[bucket]] == year
    ]
    central = float(np.mean(held)) / posts[year]
    return Span(central / spread[1], central, central / spread[0])


def _by_work(
    model: LiveModel, problem: Problem, rule: Caseload, needs: dict[str, RoleNeed]
) -> dict[str, RoleNeed]:
    """Return what the work needs, whatever caseload standard is set."""
    if not any(rule.standard):
        return needs
    return model.needs(_with(problem, rule, None))


def caseload_line(
    model: LiveModel, problem: Problem, standards: Sequence[float] = STANDARDS
) -> pd.DataFrame:
    """Return what each caseload standard takes: posts, cost and timeliness, solved in place.

    Posts of the role that holds cases are those that keep up with the standard, whatever was
    typed; posts of other roles are those of the Problem.

    Parameters
    ----------
    problem
        A Problem before posts that keep up are filled in.
    standards
        Most cases for each caseworker; the one that the Problem ends with is added to them.

    Returns
    -------
    DataFrame
        standard, chosen (whether the Problem ends with it), posts_fte (of the role, that keep up,
        last whole financial year), in_post_fte (of the role, at the end), cost_gbp (all roles,
        last whole financial year), on_time (last whole calendar year), overdue_cases (at the end).

    Raises
    ------
    ProblemError
        Where the Problem has no cases to hold.
    """
    rule = problem.caseload
    if rule is None:
        fault = Fault("is missing.", "Type the number of plans.", field="figures.plans")
        raise ProblemError("There are no cases for caseworkers to hold", [fault])
    chosen = rule.standard[problem.reported_buckets - 1]
    rows = [
        (
            standard,
            standard == chosen,
            *_of_standard(rule, model.answer(_with(problem, rule, standard))),
        )
        for standard in sorted({*standards, *([chosen] if chosen else [])})
    ]
    return pd.DataFrame(rows, columns=list(LINE))


def _of_standard(rule: Caseload, answer: Answer) -> tuple[float, ...]:
    problem = answer.programme.problem
    flows = flows_of(answer.programme, answer.solution)
    year = settled_year(problem)
    costs = cost_by_year(answer.programme, answer.solution)
    staff = answer.solution.at(answer.programme.people[rule.role].staff)
    rate, counted = float("nan"), issued(problem, flows)
    if counted is not None:
        last = settled_calendar_year(problem)
        prompt, late = (
            sum(
                cases
                for start, cases in shared_out(problem, calendar_year_of, series).items()
                if start.year == last
            )
            for series in (counted.on_time, counted.late)
        )
        rate = prompt / (prompt + late) if prompt + late else rate
    return (
        answer.needs[rule.role].keep_up[year],
        float(staff[problem.months[problem.reported_buckets - 1]]),
        sum(gbp for (of, _, _), gbp in costs.items() if of == year),
        rate,
        sum(float(series[-1]) for series in overdue(problem, flows).values()),
    )


def _with(problem: Problem, rule: Caseload, standard: float | None) -> Problem:
    """Return a Problem with one caseload standard throughout, and no posts typed to hold it."""
    everywhere = rule.model_copy(update={"standard": (standard,) * problem.buckets})
    role = problem.roles[rule.role].model_copy(update={"posts": None})
    return problem.model_copy(
        update={"caseload": everywhere, "roles": {**problem.roles, rule.role: role}}
    )
