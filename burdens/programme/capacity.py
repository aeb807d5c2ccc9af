"""Hours worked against hours available, by role and bucket."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from burdens.problem import Problem
from burdens.programme.model import Model, Places
from burdens.programme.people import People
from burdens.programme.work import Work, write_load
from burdens.symbols import Description, Equation, Rule, Symbol

DESCRIPTION = Description(
    columns={
        "agency": Symbol(
            "Agency work",
            "h",
            "Casework that agency staff do for a role in a bucket.",
            "A",
            ("r", "t"),
            "the agency hours for role {r} in {t}",
        ),
        "short": Symbol(
            "Supervision with nobody to give it",
            "h",
            "Hours by which newcomers or absence take more than there is.",
            "U",
            ("r", "t"),
            "the hours of supervision short in role {r} in {t}",
        ),
        "assistance": Symbol(
            "Work done for another role",
            "h",
            "Hours that an assistant works for the role that it assists.",
            "I",
            ("r", "t"),
            "the hours that role {r} works for another in {t}",
        ),
    },
    rows={
        "capacity": Rule(
            "Capacity",
            "h",
            "No work is done by nobody: it needs staff, agency or assistants. Newcomers have less "
            "time, and take some of their colleagues'.",
            (
                Equation(
                    "total(hours[k, r] * (done[l, k, t] - done[l, k, t - 1]), l, k)"
                    " <= productive[r, t] * (staff[r, m] - absent[r, t]"
                    " - total(ramp[r, e] * starters[r, m - e], e))"
                    " + relief[r, t] + agency[r, t] + short[r, t] - assistance[r, t]"
                    " + total((1 - supervision[j]) * assistance[j, t], j)"
                ),
            ),
        ),
        "supervision": Rule(
            "Only supervision falls short",
            "h",
            "Hours fall short only by what absence takes, and by what newcomers take beyond their "
            "own time.",
            (
                Equation(
                    "short[r, t] <= productive[r, t] * (absent[r, t]"
                    " + total(larger(ramp[r, e] - 1, 0) * starters[r, m - e], e))"
                ),
            ),
        ),
        "assisted": Rule(
            "What assistants may do",
            "h",
            "An assistant does no more than a share of the work of the role that it assists.",
            (
                Equation(
                    "assistance[r, t] <= assisted_share[r]"
                    " * total(hours[k, u] * (done[l, k, t] - done[l, k, t - 1]), l, k)",
                    "For roles that assist another; the rest do only their own work.",
                ),
            ),
        ),
    },
    bounds={
        "agency": Rule(
            "Most agency work",
            "h",
            "No more is bought than can be had.",
            (Equation("agency[r, t] <= agency_cap[r, t]"),),
        ),
    },
    objective={
        "agency": Rule(
            "Agency work",
            "GBP",
            "Hours bought.",
            (Equation("total(agency_cost[r] * agency[r, t], r, t)"),),
        ),
        "shortfall": Rule(
            "Missing supervision",
            "policy weight",
            "Hours that nobody has time for. It is never a pound.",
            (Equation("total(shortfall_weight[r] * short[r, t], r, t)"),),
        ),
    },
)


@dataclass(frozen=True)
class Capacity:
    """The columns beside staff that give one role hours [h], by bucket.

    Attributes
    ----------
    agency, short, assistance
        Bought, supervision that nobody has time for, and done for another role; empty where
        there is none.
    """

    agency: Places
    short: Places
    assistance: Places


def write_capacity(
    model: Model, problem: Problem, people: dict[str, People], works: list[Work]
) -> dict[str, Capacity]:
    """Write that no work of a role is done without staff, agency or assistants."""
    rows = {name: _write_role(model, problem, name, people[name], works) for name in problem.roles}
    return {
        name: Capacity(
            agency=_write_agency(model, problem, name, rows[name]),
            short=_write_shortfall(model, problem, name, people[name], rows[name]),
            assistance=write_assistance(model, problem, name, rows, works),
        )
        for name in problem.roles
    }


def _write_role(
    model: Model, problem: Problem, name: str, people: People, works: list[Work]
) -> Places:
    """Write work less hours available; newcomers have less time, and take some of others'."""
    role = people.role
    productive = np.array(role.productive)
    relief = np.zeros(problem.buckets) if role.relief is None else np.array(role.relief)
    absent = np.zeros(problem.buckets) if role.absent is None else np.array(role.absent)
    rows = model.add_rows(
        "capacity", name, count=problem.buckets, upper=relief - productive * absent
    )
    write_load(model, rows, works, name)
    months = np.array(problem.months)
    model.put(rows, people.staff[months], -productive)
    for since, loss in enumerate(role.ramp):
        for at, columns, share in people.starters(months - since) if loss else ():
            model.put(rows[at], columns, productive[at] * loss * share)
    return rows


def _write_agency(model: Model, problem: Problem, name: str, rows: Places) -> Places:
    role = problem.roles[name]
    if not any(role.agency_cap):
        return np.empty(0, dtype=np.int64)
    agency = model.add_columns(
        "agency", name, count=problem.buckets, upper=role.agency_cap, cost=role.agency_cost
    )
    model.put(rows, agency, -1.0)
    return agency


def _write_shortfall(
    model: Model, problem: Problem, name: str, people: People, rows: Places
) -> Places:
    """Write that supervision may fall short where newcomers or absence take more than there is."""
    role = people.role
    over = [(since, loss - 1) for since, loss in enumerate(role.ramp) if loss > 1]
    if not over and role.absent is None:
        return np.empty(0, dtype=np.int64)
    productive, months = np.array(role.productive), np.array(problem.months)
    absent = np.zeros(problem.buckets) if role.absent is None else np.array(role.absent)
    short = model.add_columns("short", name, count=problem.buckets, cost=role.shortfall_weight)
    model.put(rows, short, -1.0)
    most = model.add_rows("supervision", name, count=problem.buckets, upper=productive * absent)
    model.put(most, short, 1.0)
    for since, loss in over:
        for at, columns, share in people.starters(months - since):
            model.put(most[at], columns, -productive[at] * loss * share)
    return short


def write_assistance(
    model: Model, problem: Problem, name: str, rows: dict[str, Places], works: list[Work]
) -> Places:
    """Write that assistants do a bounded share of another role's work, under supervision."""
    assists = problem.roles[name].assists
    if assists is None:
        return np.empty(0, dtype=np.int64)
    helped = model.add_columns("assistance", name, count=problem.buckets)
    model.put(rows[name], helped, 1.0)
    model.put(rows[assists.role], helped, assists.supervision - 1.0)
    limit = model.add_rows("assisted", name, count=problem.buckets, upper=0.0)
    model.put(limit, helped, 1.0)
    write_load(model, limit, works, assists.role, -assists.share)
    return helped
