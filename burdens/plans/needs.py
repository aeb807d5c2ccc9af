"""What is needed: to keep up, to catch up, and the most that any month asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from burdens.plans.periods import month_of, shared_out
from burdens.problem import Problem, Role
from burdens.programme import Lane, late_at_start, new_cases
from burdens.programme.model import Array, Places

CATCH_UP_WEEKS = 52
SOME = 1e-9  # hours: where a post has none, work is spread evenly

KeepUp = Mapping[str, Mapping[int, float]]


@dataclass(frozen=True)
class RoleNeed:
    """What the work needs of one role.

    Attributes
    ----------
    keep_up
        Least level establishment that has every new case on time [FTE], by financial year; empty
        where no number of posts has.
    work_over_hours
        Work of the cases of a year over the productive hours of a post [FTE], by financial year.
    catch_up_hours
        Work left in the cases past a limit at the start [h].
    catch_up_fte
        Temporary posts that clear them by the date to catch up by [FTE].
    peak, peak_month
        Work of a month over the productive hours of a post there, where each task is done as
        evenly as its limits leave time for, at its most [FTE], and the month.
    """

    keep_up: dict[int, float]
    work_over_hours: dict[int, float]
    catch_up_hours: float
    catch_up_fte: float
    peak: float
    peak_month: date


def needs_of(problem: Problem, keep_up: KeepUp | None) -> dict[str, RoleNeed]:
    """Return what is needed of every role.

    Parameters
    ----------
    keep_up
        Solved by `burdens.programme.keep_up` [FTE], by role and financial year; None where no
        number of posts keeps up.
    """
    years = sorted({problem.years[month] for month in problem.months[: problem.reported_buckets]})
    arrived, evenly = _arriving(problem), _evenly(problem)
    backlog = backlog_hours(problem)
    return {
        name: RoleNeed(
            keep_up={year: float(keep_up[name][year]) for year in years} if keep_up else {},
            work_over_hours=_by_year(problem, role, arrived[name], years),
            catch_up_hours=backlog[name],
            catch_up_fte=_catch_up_fte(problem, role, backlog[name]),
            **_peak(problem, role, evenly[name]),
        )
        for name, role in problem.roles.items()
    }


def _arriving(problem: Problem) -> dict[str, Array]:
    """Return the hours of new cases as they arrive [h], by role and bucket."""
    hours = {name: np.zeros(problem.buckets) for name in problem.roles}
    for pathway in problem.pathways:
        for task in pathway.tasks:
            for role, each in task.hours.items():
                hours[role] += each * task.share * np.array(pathway.arrivals)
    return hours


def _evenly(problem: Problem) -> dict[str, Array]:
    """Return the hours of new cases, done as evenly as their limits leave time for [h].

    Each task is spread from the limit of the one before to its own, in proportion to the hours
    that a post has: less of it falls where schools are closed.
    """
    hours = {name: np.zeros(problem.buckets) for name in problem.roles}
    for pathway in problem.pathways:
        lane = new_cases(pathway)
        due = {task.id: task.due for task in pathway.tasks}
        for task in pathway.tasks:
            begun = max((due[name] + lag for name, lag in task.after), default=-1)
            steps = np.arange(min(begun + 1, task.due), task.due + 1)
            for role, each in task.hours.items():
                productive = np.array(problem.roles[role].productive)
                hours[role] += each * task.share * _spread(lane, steps, productive)
    return hours


def _spread(lane: Lane, steps: Places, productive: Array) -> Array:
    """Return a lane's cases spread over some steps after their start, as there are hours."""
    last = len(productive) - 1
    starts = np.arange(lane.started.first, last + 1)
    cases = np.diff(lane.started.by(starts), prepend=0.0)
    at = starts[:, None] + steps[None]
    weights = productive[np.clip(at, 0, last)] + SOME
    shares = cases[:, None] * weights / weights.sum(axis=1, keepdims=True)
    inside = (at >= 0) & (at <= last)
    return np.bincount(at[inside], shares[inside], minlength=last + 1).astype(np.float64)


def _by_year(problem: Problem, role: Role, work: Array, years: list[int]) -> dict[int, float]:
    of_bucket = np.array([problem.years[month] for month in problem.months])
    of_bucket[problem.reported_buckets :] = 0
    productive = np.array(role.productive)
    return {
        year: _over(
            float(work[of_bucket == year].sum()), float(productive[of_bucket == year].sum())
        )
        for year in years
    }


def _peak(problem: Problem, role: Role, load: Array) -> dict[str, Any]:
    work = shared_out(problem, month_of, load)
    hours = shared_out(problem, month_of, np.array(role.productive))
    whole = [month for month in work if month >= problem.start] or list(work)
    posts = {month: _over(work[month], hours[month]) for month in whole}
    month = max(posts, key=lambda month: posts[month])
    return {"peak": posts[month], "peak_month": month}


def backlog_hours(problem: Problem) -> dict[str, float]:
    """Return the work left in the cases past a limit at the start [h], by role."""
    hours = dict.fromkeys(problem.roles, 0.0)
    for pathway in problem.pathways:
        for tasks, cases in late_at_start(pathway):
            for task in tasks:
                for role, each in task.hours.items():
                    hours[role] += each * task.share * cases
    return hours


def _catch_up_fte(problem: Problem, role: Role, hours: float) -> float:
    """Return the posts that clear some hours in time, beside those that keep up [FTE]."""
    until = problem.on_time_by or max(CATCH_UP_WEEKS // problem.bucket_weeks, 1)
    return _over(hours, float(sum(role.productive[:until])))


def _over(work: float, hours: float) -> float:
    return work / hours if hours > 0 else 0.0
