"""A programme written like an earlier one is the programme written from nothing."""

from __future__ import annotations

from dataclasses import fields

import numpy as np
import pytest

from burdens.plans import LiveModel
from burdens.problem import Problem
from burdens.programme import Programme, write_programme
from burdens.programme.model import Arrays
from tests.plans.council import EP, council, with_pathway, with_role


@pytest.fixture(scope="module")
def earlier() -> Programme:
    return LiveModel().answer(council()).programme


def of_role(problem: Problem) -> Problem:
    """Return a Problem with other people and the very same pathways."""
    role = problem.roles[EP].model_copy(update={"staff0": 9.0, "hire_cap": None, "lead": 3.0})
    return problem.model_copy(update={"roles": {**problem.roles, EP: role}})


CHANGES = {
    "nothing": lambda problem: problem,
    "people": of_role,
    "arrivals": lambda problem: with_pathway(problem, "mediation", arrivals=(1.0,) * 58),
    "people and lanes": lambda problem: with_role(
        with_pathway(problem, "needs_assessment", kept=None), EP, staff0=9.0
    ),
    "when lateness counts": lambda problem: problem.model_copy(update={"counted_from": 9}),
    "no caseload": lambda problem: problem.model_copy(update={"caseload": None}),
}


@pytest.mark.parametrize("change", CHANGES)
def test_it_has_the_arrays_of_one_written_from_nothing(change: str, earlier: Programme) -> None:
    changed = CHANGES[change](earlier.problem)
    like, nothing = write_programme(changed, earlier), write_programme(changed)

    for field in fields(Arrays):
        one, other = getattr(like.arrays, field.name), getattr(nothing.arrays, field.name)
        assert np.array_equal(one, other), field.name
    assert list(like.model.columns) == list(nothing.model.columns)
    assert list(like.model.rows) == list(nothing.model.rows)


def test_the_earlier_programme_stays_as_it_was(earlier: Programme) -> None:
    before = list(earlier.lanes.columns), list(earlier.model.rows), earlier.arrays.width
    write_programme(of_role(earlier.problem), earlier)

    assert before == (list(earlier.lanes.columns), list(earlier.model.rows), earlier.arrays.width)
    assert len(earlier.lanes.columns) < len(earlier.model.columns)


def test_lanes_are_taken_over_only_where_the_pathways_are_the_same(earlier: Programme) -> None:
    assert write_programme(of_role(earlier.problem), earlier).works is earlier.works
    other = CHANGES["arrivals"](earlier.problem)
    assert write_programme(other, earlier).works is not earlier.works
