"""The work-based caseload, and what a caseload standard takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pandas as pd

from burdens.plan.flow import flows_of
from burdens.plan.live import LiveModel
from burdens.plan.needs import RoleNeed
from burdens.plan.tables import cost
from burdens.plan.timeliness import calendar_year_of, cases, issued
from burdens.plan.periods import financial_year, shared_out
from burdens.problem import Problem

STANDARDS = tuple(range(80, 251, 10))


class Span(NamedTuple):
    """A central number with its range."""

    low: float
    central: float
    high: float


def work_based_caseload(
    problem: Problem, needs: dict[str, RoleNeed], spread: tuple[float, float] = (1.0, 1.0)
) -> Span | None:
    """Return the cases that one caseworker can hold and keep every limit.

    Plans and live assessments of the last financial year over the posts that keep up.

    Parameters
    ----------
    spread
        Low and high work of a case, over the central one.
    """
    rule = problem.caseload
    if rule is None:
        return None
    year, posts = max(needs[rule.role].keep_up.items())
    held = [
        cases
        for bucket, cases in enumerate(rule.cases[: problem.reported_buckets])
        if problem.years[problem.months[bucket]] == year
    ]
    if not posts:
        return None
    central = float(np.mean(held)) / posts
    return Span(central / spread[1], central, central / spread[0])


def caseload_line(
    model: LiveModel, problem: Problem, standards: Sequence[float] = STANDARDS
) -> pd.DataFrame:
    """Return what each caseload standard takes: posts, cost and timeliness, solved in place.

    Parameters
    ----------
    problem
        A Problem whose posts are not set yet.
    standards
        Most cases for each caseworker.

    Returns
    -------
    DataFrame
        standard, posts_fte and cost_gbp (last financial year, all roles), on_time (last calendar
        year), overdue_cases (at the end).
    """
    rows = [_of_standard(model, problem, standard) for standard in standards]
    columns = ["standard", "posts_fte", "cost_gbp", "on_time", "overdue_cases"]
    return pd.DataFrame(rows, columns=columns)


def _of_standard(
    model: LiveModel, problem: Problem, standard: float
) -> tuple[float, float, float, float, float]:
    answer = model.answer(with_standard(problem, standard))
    solved = answer.programme.problem
    flows = flows_of(answer.programme, answer.solution)
    rule = solved.caseload
    role = "" if rule is None else rule.role
    year = max(answer.needs[role].keep_up) if role else max(solved.years)
    posts = answer.needs[role].keep_up[year] if role else float("nan")
    costs = cost(answer.programme, answer.solution)
    late = cases(solved, flows)
    found = issued(solved, flows)
    rate = float("nan")
    if found is not None:
        prompt = shared_out(solved, calendar_year_of, found.on_time)
        all_ = shared_out(solved, calendar_year_of, found.on_time + found.late)
        last = max(all_)
        rate = prompt[last] / all_[last] if all_[last] else rate
    return (
        standard,
        posts,
        float(costs[costs["financial_year"] == financial_year(year)]["gbp"].sum()),
        rate,
        float(late[late["week"] == late["week"].max()]["overdue_cases"].sum()),
    )


def with_standard(problem: Problem, standard: float) -> Problem:
    """Return a Problem with a caseload standard in every bucket."""
    rule = problem.caseload
    if rule is None:
        return problem
    everywhere = rule.model_copy(update={"standard": (float(standard),) * problem.buckets})
    return problem.model_copy(update={"caseload": everywhere})
