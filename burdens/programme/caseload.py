"""The caseload standard: cases for each member of staff."""

from __future__ import annotations

import numpy as np

from burdens.problem import Caseload, Problem
from burdens.programme.model import Array, Model, Places
from burdens.programme.people import People
from burdens.symbols import Description, Equation, Rule, Symbol

DESCRIPTION = Description(
    columns={
        "excess": Symbol(
            "Cases above the caseload standard",
            "cases",
            "Cases beyond what the staff in post may hold under the standard.",
            "X",
            ("t",),
            "the cases above the standard in {t}",
        ),
    },
    rows={
        "caseload": Rule(
            "Caseload standard",
            "cases",
            "No more cases than the staff may hold, or the rest is above the standard.",
            (
                Equation(
                    "excess[t] >= held[t] - standard[t] * staff[r, m]",
                    "For the role that holds the cases, in buckets that have a standard.",
                ),
            ),
        ),
    },
    objective={
        "caseload": Rule(
            "Caseloads above the standard",
            "policy weight",
            "Cases above it. It is never a pound.",
            (Equation("total(caseload_weight * excess[t], t)"),),
        ),
    },
)


def write_caseload(model: Model, problem: Problem, rule: Caseload, people: People) -> None:
    """Write the standard for every bucket that has one, elastic at its weight."""
    buckets, standard = standards_of(rule)
    if not len(buckets):
        return
    held = np.array(rule.cases)[buckets]
    excess = model.add_columns("excess", count=len(buckets), cost=rule.weight)
    rows = model.add_rows("caseload", count=len(buckets), lower=held)
    model.put(rows, excess, 1.0)
    model.put(rows, people.staff[np.array(problem.months)[buckets]], standard)


def standards_of(rule: Caseload) -> tuple[Places, Array]:
    """Return the buckets that have a standard, and the standards [cases per FTE]."""
    buckets = [bucket for bucket, standard in enumerate(rule.standard) if standard is not None]
    values = [standard for standard in rule.standard if standard is not None]
    return np.array(buckets, dtype=np.int64), np.array(values, dtype=np.float64)
