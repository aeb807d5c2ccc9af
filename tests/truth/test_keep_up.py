"""What keeps up: the least establishment by year that never falls and has new cases on time."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdens.problem import Caseload, Pathway, Problem, Waiting
from tests.truth.interface import keep_up
from tests.truth.least import least_establishment, least_objective
from tests.truth.problems import (
    FORBIDDEN,
    a_fixed_role,
    a_role,
    a_single_task,
    a_small_problem,
    by_bucket,
    by_chance,
    with_every_pathway,
    with_every_role,
    with_pathway,
)
from tests.truth.random_problems import a_random_problem, random_problems

pytestmark = pytest.mark.truth

Posts = dict[str, dict[int, float]]
CHANCES = st.randoms(use_true_random=False)


def earliest(pathway: Pathway) -> dict[str, int]:
    """Return the least time from the clock's start to each task's end [buckets]."""
    soonest: dict[str, int] = {}
    for task in pathway.tasks:
        soonest[task.id] = max((soonest[name] + lag for name, lag in task.after), default=0)
    return soonest


def that_can_be_kept_up(problem: Problem, *, one_year: bool = False) -> Problem:
    """Return a Problem whose limits leave the time that lags take."""
    for number, pathway in enumerate(problem.pathways):
        soonest = earliest(pathway)
        tasks = tuple(
            task.model_copy(update={"due": max(task.due, soonest[task.id])})
            for task in pathway.tasks
        )
        kept = 0.0 if pathway.let_off else pathway.kept or 0.0
        problem = with_pathway(problem, number, tasks=tasks, kept=kept)
    years = (2027,) * len(problem.years) if one_year else problem.years
    return problem.changed(reported_weeks=problem.weeks, years=years)


problems = random_problems().map(that_can_be_kept_up)
problems_of_a_year = random_problems().map(lambda each: that_can_be_kept_up(each, one_year=True))


def pay(problem: Problem, posts: Posts) -> float:
    return sum(
        role.cost_week[bucket] * posts[name][problem.years[month]]
        for name, role in problem.roles.items()
        for bucket, month in enumerate(problem.months)
    )


@by_chance(40)
@given(problem=problems)
def test_it_costs_the_least_there_is_and_never_falls(problem: Problem) -> None:
    posts = keep_up(problem)

    assert pay(problem, posts) == pytest.approx(least_establishment(problem), rel=1e-6, abs=1e-6)
    assert set(posts) == set(problem.roles)
    for by_year in posts.values():
        assert list(by_year) == sorted(set(problem.years))
        levels = list(by_year.values())
        assert all(later >= now - 1e-7 for now, later in pairwise(levels))


@by_chance(25)
@given(problem=problems)
def test_with_it_no_new_case_is_overdue(problem: Problem) -> None:
    plain = with_every_role(problem, assists=None, relief=None).changed(caseload=None)
    posts = keep_up(plain)
    staffed = {
        name: a_fixed_role(
            tuple(
                hours * posts[name][problem.years[month]]
                for hours, month in zip(role.productive, problem.months, strict=True)
            )
        ).model_copy(update={"hire_cap": by_bucket(0, len(problem.years))})
        for name, role in plain.roles.items()
    }
    new = with_every_pathway(plain, opening=(), open_weight=0.0, overdue=((0, 1.0),))

    assert least_objective(new.changed(roles=staffed)) == pytest.approx(0.0, abs=1e-4)


@by_chance(25)
@given(problem=problems, chance=CHANCES)
def test_it_depends_on_nothing_but_new_cases_and_time(problem: Problem, chance: Random) -> None:
    """Not on who is in post, who can come, what waits, or what lateness weighs."""
    other = with_every_pathway(
        problem, open_weight=0.5, kept_factor=3.0, overdue=((2, 9.0),),
        opening=(Waiting(task=problem.pathways[0].tasks[0].id, age=9, cases=7.0),),
    )  # fmt: skip
    other = with_every_role(
        other, staff0=chance.randint(0, 9), hire_cap=None, ramp=(0.7,), attrition=0.1, lead=3,
        absent=by_bucket(0.3, problem.buckets), agency_cap=by_bucket(5, problem.buckets),
        posts=by_bucket(1, len(problem.years)), temporary_cap=None,
    )  # fmt: skip

    assert pay(other, keep_up(other)) == pytest.approx(pay(problem, keep_up(problem)), rel=1e-6)


@by_chance(25)
@given(problem=problems_of_a_year)
def test_it_lies_between_the_work_over_the_hours_and_its_peak(problem: Problem) -> None:
    """The work is what falls due within the horizon; the peak is that of doing all work at once."""
    problem = with_every_role(
        with_every_pathway(problem, let_off=None), assists=None, relief=None
    ).changed(caseload=None)
    posts = keep_up(problem)
    at_once: Posts = {}
    for name, role in problem.roles.items():
        due, soonest = work_of(problem, name)
        assert posts[name][2027] >= sum(due) / sum(role.productive) - 1e-6
        peaks = (work / hours for work, hours in zip(soonest, role.productive, strict=True))
        at_once[name] = {2027: max(peaks)}

    assert pay(problem, posts) <= pay(problem, at_once) * (1 + 1e-6) + 1e-6


def work_of(problem: Problem, role: str) -> tuple[list[float], list[float]]:
    """Return the hours of clocked tasks by the bucket they are due, and of all at the soonest."""
    due, soonest = [0.0] * problem.buckets, [0.0] * problem.buckets
    for pathway in problem.pathways:
        first = earliest(pathway)
        awaited = {name for task in pathway.tasks for name, _ in task.after}
        for start, cases in enumerate(pathway.arrivals):
            for task in pathway.tasks:
                hours = cases * task.share * task.hours.get(role, 0.0)
                if start + first[task.id] < problem.buckets:
                    soonest[start + first[task.id]] += hours
                clocked = task.stage or task.id not in awaited
                if clocked and start + task.due < problem.buckets:
                    due[start + task.due] += hours
    return due, soonest


@pytest.mark.parametrize("due", [0, 1, 4])
@pytest.mark.parametrize("years", [1, 3])
def test_level_work_needs_its_hours_over_those_of_a_post(due: int, years: int) -> None:
    """Five cases of 6 h a bucket for posts of 4 h: 7.5, less the work not due in the end.

    From an empty desk, with `due` buckets of time, all but the last `due` buckets' cases fall due.
    """
    buckets = 24
    work = a_single_task(by_bucket(5, buckets), due, 6.0)
    role = a_role(buckets, productive=by_bucket(4, buckets), cost_week=by_bucket(1, buckets))
    of_months = tuple(2027 + month * years // buckets for month in range(buckets))
    posts = keep_up(a_small_problem((work,), role, years=of_months))["ep"]

    if due == 0:
        assert posts == pytest.approx(dict.fromkeys(range(2027, 2027 + years), 7.5))
    if years == 1:
        assert posts[2027] == pytest.approx(7.5 * (buckets - due) / buckets)
    assert max(posts.values()) <= 7.5 + 1e-6


@pytest.mark.parametrize("due", [0, 1, 4])
def test_on_a_desk_that_is_kept_up_level_work_needs_just_its_hours(due: int) -> None:
    """As many cases come as came in the year before, which are on the desk: 7.5, whatever is due."""
    year = 24
    role = a_role(3 * year, productive=by_bucket(4, 3 * year), cost_week=by_bucket(1, 3 * year))
    work = a_single_task(by_bucket(5, 3 * year), due, 6.0, run_in=by_bucket(5, year))
    years = tuple(2027 + month // year for month in range(3 * year))
    posts = keep_up(a_small_problem((work,), role, years=years))["ep"]

    assert posts == pytest.approx({2027: 7.5, 2028: 7.5, 2029: 7.5})


def test_hours_spared_need_no_posts_and_a_caseload_standard_does() -> None:
    """6 h due at once in each bucket, of which 2 are spared: 4; 45 cases at 9 for each FTE: 5."""
    work = a_single_task(by_bucket(6, 4), 0, 1.0)
    role = a_role(4, cost_week=by_bucket(1, 4), relief=by_bucket(2, 4))
    caseload = Caseload(
        role="ep", cases=(0.0, 45.0, 30.0, 90.0), standard=(9.0, 9.0, 9.0, None), weight=0.0
    )

    assert keep_up(a_small_problem((work,), role))["ep"][2027] == pytest.approx(4.0)
    both = a_small_problem((work,), role, caseload=caseload)
    assert keep_up(both)["ep"][2027] == pytest.approx(5.0)


def test_a_year_of_more_work_is_staffed_for_that_year_and_those_after_it() -> None:
    """2, 6 and 4 h a bucket, due at once, for posts of 1 h: 2, then 6, and no less afterwards."""
    arrivals = (*by_bucket(2, 4), *by_bucket(6, 4), *by_bucket(4, 4))
    role = a_role(12, cost_week=by_bucket(1, 12))
    years = (*(2027,) * 4, *(2028,) * 4, *(2029,) * 4)
    problem = a_small_problem((a_single_task(arrivals, 0, 1.0),), role, years=years)

    assert keep_up(problem) == {"ep": pytest.approx({2027: 2.0, 2028: 6.0, 2029: 6.0})}


def test_those_let_off_may_take_the_longest_wait() -> None:
    """12 h in one bucket, a quarter of it let off for 2 buckets: 9 at once, or 12 over three."""
    role = a_role(4, cost_week=by_bucket(1, 4))
    fields = {"let_off": by_bucket(0.25, 4), "max_wait": 2}
    work = a_single_task((12.0, 0.0, 0.0, 0.0), 0, 1.0, **fields)
    later = a_single_task((12.0, 0.0, 0.0, 0.0), 0, 1.0, let_off=by_bucket(0.9, 4), max_wait=2)

    assert keep_up(a_small_problem((work,), role))["ep"][2027] == pytest.approx(9.0)
    assert keep_up(a_small_problem((later,), role))["ep"][2027] == pytest.approx(4.0)


def test_a_role_without_work_needs_no_posts() -> None:
    idle = a_role(4, cost_week=by_bucket(1, 4))
    work = a_single_task(by_bucket(2, 4), 0, 1.0, overdue=((0, FORBIDDEN),))
    problem = a_small_problem((work,), a_role(4, cost_week=by_bucket(1, 4)), {"idle": idle})

    assert keep_up(problem)["idle"] == pytest.approx({2027: 0.0})


@by_chance(20)
@given(problem=problems, chance=CHANCES)
def test_a_later_limit_never_needs_more_and_more_hours_never_less(
    problem: Problem, chance: Random
) -> None:
    number = chance.randrange(len(problem.pathways))
    tasks = problem.pathways[number].tasks
    later = tuple(task.model_copy(update={"due": task.due + 1}) for task in tasks)
    dearer = tuple(
        task.model_copy(update={"hours": {role: 1.5 * each for role, each in task.hours.items()}})
        for task in tasks
    )
    now = pay(problem, keep_up(problem))
    slack = 1e-6 * (1 + now)

    relaxed = with_pathway(problem, number, tasks=later)
    assert pay(relaxed, keep_up(relaxed)) <= now + slack
    heavier = with_pathway(problem, number, tasks=dearer)
    assert pay(heavier, keep_up(heavier)) >= now - slack


def test_twenty_random_problems_have_work_to_keep_up_with() -> None:
    seeds = range(20)
    some = [that_can_be_kept_up(a_random_problem(Random(seed))) for seed in seeds]  # noqa: S311
    assert sum(least_establishment(each) > 0 for each in some) >= 15
