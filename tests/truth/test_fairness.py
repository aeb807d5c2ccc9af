"""With one role short, no pathway waits without end so that another can be on time.

Where a weight is in proportion to the hours that a case takes it is a theorem: working whatever is
due first leaves the fewest hours overdue at every age and in every bucket at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import burdens
from burdens.problem import build
from tests.truth.least import least
from tests.truth.problems import a_fixed_role, a_single_task, a_small_problem, by_bucket

if TYPE_CHECKING:
    from burdens.problem import Pathway, Problem
    from tests.truth.least import Least

pytestmark = pytest.mark.truth

Overdue = tuple[tuple[int, float], ...]
AGES = (0, 6, 13, 26)  # in two-week buckets: at once, 12, 26 and 52 weeks
BUCKETS = 60
STAFFED = 0.7  # hours there are for an hour of work
SOME = 1e-6


def starved(answer: Least) -> list[tuple[str, str, int]]:
    """Return who is on time while who waits past the next age, and when."""
    pathways = answer.problem.pathways
    late = {each.id: answer.overdue(each.id, each.overdue[0][0]) for each in pathways}
    later = {each.id: answer.overdue(each.id, each.overdue[1][0]) for each in pathways}
    first_limit = {each.id: min(task.due for task in each.clocked) for each in pathways}
    return [
        (quick, slow, bucket)
        for quick in late
        for slow in late
        for bucket in range(first_limit[quick], answer.problem.buckets)
        if late[quick][bucket] <= SOME < later[slow][bucket]
    ]


def two_pathways(quick: float, slow: float, by_hours: tuple[float, float]) -> Problem:
    """Return cases of few and of many hours; `by_hours` are the weights of one of either."""
    steps = (1.0, 3.0, 10.0, 30.0)
    pathways = tuple(
        a_single_task(
            by_bucket(60 / hours, BUCKETS), 4, hours, name=name,
            overdue=tuple((age, weight * step) for age, step in zip(AGES, steps, strict=True)),
        )
        for name, hours, weight in (("quick", quick, by_hours[0]), ("slow", slow, by_hours[1]))
    )  # fmt: skip
    return a_small_problem(pathways, a_fixed_role(by_bucket(2 * 60 * STAFFED, BUCKETS)))


@pytest.mark.parametrize(("quick", "slow"), [(2.0, 60.0), (5.0, 11.0), (1.0, 155.0)])
def test_weights_in_proportion_to_the_hours_of_a_case_starve_nobody(
    quick: float, slow: float
) -> None:
    answer = least(two_pathways(quick, slow, (quick, slow)))

    assert answer.overdue("slow", AGES[1]).max() > 1  # it is late enough to tell
    assert starved(answer) == []


def test_one_weight_for_every_case_starves_the_long_ones() -> None:
    answer = least(two_pathways(2.0, 60.0, (1.0, 1.0)))

    assert {(quick, slow) for quick, slow, _ in starved(answer)} == {("quick", "slow")}


@pytest.mark.parametrize("role", ["caseworker", "ep"])
def test_the_weights_of_a_built_problem_starve_nobody(role: str) -> None:
    built = build(burdens.new("Rutland"))
    answer = least(short_of(built, role))

    assert any(answer.overdue(each.id, each.overdue[1][0]).max() > SOME
               for each in answer.problem.pathways)  # fmt: skip
    assert starved(answer) == []


def short_of(built: Problem, role: str) -> Problem:
    """Return the level work that a built Problem has for one role, and too few hours for it."""
    pathways = tuple(
        _level(pathway, role)
        for pathway in built.pathways
        if any(role in task.hours for task in pathway.tasks)
    )
    work = sum(
        each.arrivals[0] * task.share * task.hours.get(role, 0.0)
        for each in pathways
        for task in each.tasks
    )
    hours = by_bucket(STAFFED * work, BUCKETS)
    people = {name: a_fixed_role(hours) for name in built.roles if name != role}
    return a_small_problem(pathways, a_fixed_role(hours), {role: a_fixed_role(hours), **people})


def _level(pathway: Pathway, role: str) -> Pathway:
    """Return a pathway with level arrivals, work for one role, and strictly in turn."""
    cases = sum(pathway.arrivals) / len(pathway.arrivals)
    tasks = tuple(
        task.model_copy(update={"hours": {role: task.hours[role]} if role in task.hours else {}})
        for task in pathway.tasks
    )
    return pathway.model_copy(
        update={
            "arrivals": by_bucket(cases, BUCKETS),
            "opening": (),
            "kept": 0.0,
            "let_off": None,
            "max_wait": None,
            "tasks": tasks,
        }
    )
