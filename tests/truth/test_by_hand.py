"""Small plans whose least objective one can count, by the programme and by the cohorts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from burdens.problem import Caseload, Pathway, Problem, Task, Waiting
from burdens.problem.problem import Assistance
from tests.truth.interface import objective
from tests.truth.least import least_objective
from tests.truth.problems import (
    FORBIDDEN,
    a_fixed_role,
    a_role,
    a_single_task,
    a_small_problem,
    by_bucket,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    Least = Callable[[Problem], float]

pytestmark = pytest.mark.truth

ONE_AGE = ((0, 1.0),)
TWO_AGES = ((0, 1.0), (1, 1.0))
NO_WORK = a_single_task(by_bucket(0, 3), 0, 1.0)


@pytest.fixture(params=[objective, least_objective])
def by(request: pytest.FixtureRequest) -> Least:
    return request.param


def one_task(hours: tuple[float, ...], arrivals: tuple[float, ...], **fields: Any) -> Problem:
    pathway = a_single_task(arrivals, fields.pop("due", 0), 1.0, **fields)
    return a_small_problem((pathway,), a_fixed_role(hours))


def two_tasks(opening: tuple[Waiting, ...], hours: tuple[float, ...], lag: int = 0) -> Problem:
    """Return a task without a clock, due in 9 buckets, before one with a clock, due in 5."""
    tasks = (
        Task(id="first", due=9, stage=False, share=1.0, hours={"ep": 1.0}),
        Task(id="second", due=5, stage=True, share=0.5, hours={"ep": 2.0},
             after=(("first", lag),)),
    )  # fmt: skip
    pathway = Pathway(
        id="one", arrivals=by_bucket(0, len(hours)), opening=opening, tasks=tasks, overdue=ONE_AGE
    )
    return a_small_problem((pathway,), a_fixed_role(hours))


def test_a_case_due_this_week_is_on_time_and_one_due_last_week_is_late(by: Least) -> None:
    """Two open cases of 10 h with a clock of 3; there are 10 h a bucket. Past it by 1: one case."""
    waiting = tuple(Waiting(task="task", age=age, cases=10.0) for age in (3, 4))
    problem = one_task(by_bucket(10, 4), by_bucket(0, 4), due=3, opening=waiting, overdue=TWO_AGES)

    assert by(problem) == pytest.approx(10.0)


def test_the_oldest_comes_first_in_the_waiting_lane(by: Least) -> None:
    """One case is late by a bucket, one is due at once; 1 h a bucket. Only the newer is overdue."""
    late = (Waiting(task="task", age=1, cases=1.0),)
    problem = one_task((1.0, 1.0), (1.0, 0.0), opening=late, overdue=TWO_AGES)

    assert by(problem) == pytest.approx(1.0)


def test_the_kept_lane_comes_before_older_cases_at_its_weight(by: Least) -> None:
    """The late case waits for the new one, overdue at both ages; the other way costs the factor."""
    late = (Waiting(task="task", age=1, cases=1.0),)
    fields = {"opening": late, "overdue": TWO_AGES, "kept": 1.0}

    assert by(one_task((1.0, 1.0), (1.0, 0.0), kept_factor=10.0, **fields)) == pytest.approx(2.0)
    assert by(one_task((1.0, 1.0), (1.0, 0.0), kept_factor=1.5, **fields)) == pytest.approx(1.5)


def test_a_part_of_every_cohort_is_kept(by: Least) -> None:
    """Of 4 due at once, 1 is kept at weight 10; of the 2 h, one is worked on it: 2 are overdue."""
    problem = one_task((2.0, 9.0), (4.0, 0.0), overdue=ONE_AGE, kept=0.25, kept_factor=10.0)

    assert by(problem) == pytest.approx(2.0)


def test_those_let_off_are_overdue_past_the_longest_wait_only(by: Least) -> None:
    """Half of 2 are let off for 2 buckets; nobody works: overdue are 1, 1, 2 and 2."""
    fields = {"overdue": ONE_AGE, "let_off": by_bucket(0.5, 4), "max_wait": 2}

    assert by(one_task(by_bucket(0, 4), (2.0, 0.0, 0.0, 0.0), **fields)) == pytest.approx(6.0)


def test_nobody_kept_is_let_off(by: Least) -> None:
    """Three quarters are kept, so a quarter at most is let off: 1.5, 1.5, 2 and 2."""
    fields = {"overdue": ONE_AGE, "let_off": by_bucket(0.5, 4), "max_wait": 2, "kept": 0.75}

    assert by(one_task(by_bucket(0, 4), (2.0, 0.0, 0.0, 0.0), **fields)) == pytest.approx(7.0)


def test_a_longest_wait_within_the_clock_lets_nobody_off_earlier(by: Least) -> None:
    fields = {"overdue": ONE_AGE, "let_off": by_bucket(1, 4), "max_wait": 1, "due": 2}

    assert by(one_task(by_bucket(0, 4), (2.0, 0.0, 0.0, 0.0), **fields)) == pytest.approx(4.0)


def test_lateness_before_a_date_to_catch_up_by_has_no_weight(by: Least) -> None:
    """Of three cases due at once, one is done in each bucket: 2, 1 and 0, counted from bucket 1."""
    problem = one_task(by_bucket(1, 3), (3.0, 0.0, 0.0), overdue=ONE_AGE)

    assert by(problem) == pytest.approx(3.0)
    assert by(problem.changed(counted_from=1)) == pytest.approx(1.0)


def test_work_not_done_costs_its_weight_from_the_start_of_the_clock(by: Least) -> None:
    """Three cases in bucket 1, 2 h in bucket 2, half a task an hour: 3, 1 and 1 are open."""
    problem = one_task((5.0, 0.0, 2.0, 0.0), (0.0, 3.0, 0.0, 0.0), open_weight=0.5, overdue=())

    assert by(problem) == pytest.approx(0.5 * (3 + 1 + 1))


def test_a_younger_case_further_along_does_not_wait_for_an_older_one(by: Least) -> None:
    """The younger needs its last task only: 4 h for half of the 4 cases that stand behind it."""
    opening = (Waiting(task="first", age=3, cases=1.0), Waiting(task="second", age=5, cases=1.0))

    assert by(two_tasks(opening, (2.0, 0.0, 2.0))) == pytest.approx(0.0, abs=1e-9)
    assert by(two_tasks(opening, (0.0, 2.0, 2.0))) == pytest.approx(1.0)


def test_a_task_follows_its_predecessor_by_the_lag(by: Least) -> None:
    """First at 0 at the earliest, second 2 later: half a case, due in bucket 0, is late by 2."""
    opening = (Waiting(task="first", age=5, cases=1.0),)

    assert by(two_tasks(opening, by_bucket(9, 4), lag=2)) == pytest.approx(2 * 0.5)
    assert by(two_tasks(opening, by_bucket(9, 4))) == pytest.approx(0.0, abs=1e-9)


def vacancies(**fields: Any) -> Problem:
    """Return three months without work, in which every post wanting costs 1."""
    return a_small_problem((NO_WORK,), a_role(3, vacancy_weight=1.0, **fields))


def test_half_of_those_appointed_start_after_one_month_and_half_after_two(by: Least) -> None:
    """Two are appointed in month 0, with a lead of 1.5: 0, 1 and 2 are in post."""
    problem = vacancies(posts=(0.0, 2.0, 2.0), lead=1.5, hire_cap=(2.0, 0.0, 0.0))

    assert by(problem) == pytest.approx(1.0)


def test_a_part_of_a_month_of_lead_is_the_part_that_starts_later(by: Least) -> None:
    problem = vacancies(posts=(4.0, 4.0, 4.0), lead=0.25, hire_cap=(4.0, 0.0, 0.0))

    assert by(problem) == pytest.approx(1.0)


def test_who_leaves_has_left_from_the_second_month_on(by: Least) -> None:
    """Of 8 a quarter leaves a month, and 1 may come: 9, 7.75 and 6.8125 of 10 posts."""
    problem = vacancies(
        posts=by_bucket(10, 3), staff0=8.0, attrition=0.25, hire_cap=by_bucket(1, 3)
    )

    assert by(problem) == pytest.approx(1 + 2.25 + 3.1875)


def test_recruits_and_leavers_draw_near_to_their_ratio(by: Least) -> None:
    """The closed form of stock and flow: r / w + (S - r / w) (1 - w)^m, S being there at first."""
    months, rate, leave = 24, 0.6, 0.04
    problem = a_small_problem(
        (a_single_task(by_bucket(0, months), 0, 1.0),),
        a_role(months, posts=by_bucket(99, months), vacancy_weight=1.0, staff0=3.0,
               attrition=leave, hire_cap=by_bucket(rate, months)),
    )  # fmt: skip
    stays = rate / leave
    staff = [stays + (3.0 + rate - stays) * (1 - leave) ** month for month in range(months)]

    assert by(problem) == pytest.approx(sum(99 - each for each in staff))


def test_posts_hold_no_more_than_the_establishment_or_those_already_there(by: Least) -> None:
    """Work for 6 FTE, posts for 2, and 4 already there of whom half leave: 4, 2 and 2 in post."""
    role = a_role(3, posts=by_bucket(2, 3), staff0=4.0, attrition=0.5)
    work = a_single_task(by_bucket(6, 3), 0, 1.0, overdue=ONE_AGE)

    assert by(a_small_problem((work,), role)) == pytest.approx(2 + (2 + 4) + (2 + 4 + 4))


def test_posts_that_fall_keep_room_for_who_is_there(by: Least) -> None:
    """Three posts fall to none; a third leaves and may be replaced up to what has not left."""
    role = a_role(3, posts=(3.0, 0.0, 0.0), staff0=0.0, attrition=1 / 3)
    work = a_single_task(by_bucket(3, 3), 0, 1.0, overdue=ONE_AGE)

    assert by(a_small_problem((work,), role)) == pytest.approx(1 + (1 + 5 / 3))


def test_temporary_posts_come_on_top_at_their_price(by: Least) -> None:
    """Work for 5 FTE and posts for 2, with at most 2 temporary ones at 10 a month; pay is 7."""
    role = a_role(3, posts=by_bucket(2, 3), temporary_cap=by_bucket(2, 3), temporary_cost=10,
                  cost_week=by_bucket(7, 3))  # fmt: skip
    work = a_single_task((5.0, 0.0, 0.0), 0, 1.0, overdue=((0, 1e3),))
    stay = 4 * 7 * 3 + 2 * 10 * 3

    assert by(a_small_problem((work,), role)) == pytest.approx(stay + 1e3)


def test_a_contract_of_fixed_term_ends_with_its_post(by: Least) -> None:
    """The same, but the 2 are there in month 0 and, for the case left over, 1 of them in month 1."""
    role = a_role(3, posts=by_bucket(2, 3), temporary_cap=by_bucket(2, 3), temporary_cost=10,
                  cost_week=by_bucket(7, 3), fixed_term=True, vacancy_weight=1e3)  # fmt: skip
    work = a_single_task((5.0, 0.0, 0.0), 0, 1.0, overdue=((0, 1e3),))

    assert by(a_small_problem((work,), role)) == pytest.approx((4 + 2 + 2) * 7 + 2 * 10 + 1e3)


def test_supervision_that_nobody_can_give_is_a_shortfall_even_without_casework(by: Least) -> None:
    """Two who start in month 0 take 3 h of the 2 h a bucket they bring, for two buckets."""
    role = a_role(3, ramp=(1.5,), shortfall_weight=0.1, hire_cap=(2.0, 0.0))
    work = a_single_task((0.0, 0.0, 2.0), 0, 1.0)

    assert by(a_small_problem((work,), role, months=(0, 0, 1))) == pytest.approx(0.2)


def test_no_casework_falls_short(by: Least) -> None:
    """Nobody is there and a shortfall costs next to nothing: the case is overdue all the same."""
    work = a_single_task((1.0, 0.0, 0.0), 0, 1.0, overdue=ONE_AGE)
    problem = a_small_problem((work,), a_role(3, shortfall_weight=1e-3, hire_cap=by_bucket(0, 3)))

    assert by(problem) == pytest.approx(3.0)


def test_who_is_away_does_no_work(by: Least) -> None:
    """Two FTE of 3 h, half of one away in buckets 0 and 1: 4.5 h of the 6 h are done in each."""
    role = a_fixed_role(by_bucket(3, 3), staff0=2.0, absent=(0.5, 0.5, 0.0))
    work = a_single_task((6.0, 0.0, 0.0), 0, 1.0, overdue=ONE_AGE)

    assert by(a_small_problem((work,), role)) == pytest.approx(1.5)


def test_more_away_than_in_post_is_a_shortfall(by: Least) -> None:
    role = a_fixed_role(by_bucket(3, 3), staff0=2.0, absent=(2.5, 2.0, 0.0), shortfall_weight=2.0)

    assert by(a_small_problem((NO_WORK,), role)) == pytest.approx(0.5 * 3 * 2)


def test_hours_spared_are_worked_and_hours_bought_are_paid(by: Least) -> None:
    """Of 6 h, 1 h is there, 2 h are spared and 2 h can be bought at 4 each: 1 is overdue at 9."""
    role = a_fixed_role((1.0, 9.0, 0.0), relief=(2.0, 0.0, 0.0), agency_cap=(2.0, 0.0, 0.0),
                        agency_cost=4.0)  # fmt: skip
    work = a_single_task((6.0, 0.0, 0.0), 0, 1.0, overdue=((0, 9.0),))

    assert by(a_small_problem((work,), role)) == pytest.approx(2 * 4 + 9)


@pytest.mark.parametrize(
    ("share", "supervision", "done"),
    [(0.4, 0.5, 1 / (1 - 0.4 * 0.5)), (0.0, 0.0, 1.0), (0.4, 0.0, 1 / 0.6), (0.9, 0.0, 4.0)],
)
def test_an_assistant_does_a_share_of_the_work_under_supervision(
    by: Least, share: float, supervision: float, done: float
) -> None:
    """One hour of the role and 3 h of assistants: w = 1 + (1 - supervision) help, help = share w."""
    helps = Assistance(role="ep", share=share, supervision=supervision)
    assistants = a_fixed_role((3.0, 0.0, 0.0), assists=helps)
    work = a_single_task((10.0, 0.0, 0.0), 0, 1.0, overdue=ONE_AGE)
    problem = a_small_problem((work,), a_fixed_role((1.0, 0.0, 0.0)), {"assistant": assistants})

    assert by(problem) == pytest.approx(3 * (10 - done))


def test_an_hour_of_help_is_none_of_one_s_own(by: Least) -> None:
    """Assistants with 3 h and 2 h of work of their own, which weighs more, can help for 1 h."""
    helps = Assistance(role="ep", share=1.0)
    assistants = a_fixed_role((3.0, 0.0, 0.0), assists=helps)
    work = a_single_task((10.0, 0.0, 0.0), 0, 1.0, overdue=ONE_AGE)
    task = Task(id="task", due=0, stage=True, share=1.0, hours={"assistant": 1.0})
    own = work.model_copy(
        update={"id": "own", "tasks": (task,), "arrivals": (2.0, 0.0, 0.0), "overdue": ((0, 5.0),)}
    )
    role = a_fixed_role((1.0, 0.0, 0.0))

    assert by(a_small_problem((work, own), role, {"assistant": assistants})) == pytest.approx(24.0)


def test_cases_above_the_standard_cost_their_weight_in_every_bucket_that_has_one(by: Least) -> None:
    """Two FTE may hold 10 each: of 15, 25 and 30, 5 are too many at 3 each; then none is asked."""
    caseload = Caseload(
        role="ep", cases=(15.0, 25.0, 30.0), standard=(10.0, 10.0, None), weight=3.0
    )
    role = a_fixed_role(by_bucket(1, 3), staff0=2.0)

    assert by(a_small_problem((NO_WORK,), role, caseload=caseload)) == pytest.approx(15.0)


def test_people_are_paid_by_the_bucket(by: Least) -> None:
    role = a_fixed_role(by_bucket(1, 3), staff0=2.0, cost_week=(5.0, 7.0, 11.0))

    assert by(a_small_problem((NO_WORK,), role)) == pytest.approx(46.0)


def test_an_appointment_is_paid_in_the_month_it_is_made(by: Least) -> None:
    """One FTE must be there in month 1, with a lead of 1; she costs 100 to appoint and 7 a month."""
    role = a_role(3, hire_cost=100.0, lead=1, cost_week=by_bucket(7, 3))
    work = a_single_task((0.0, 1.0, 0.0), 0, 1.0, overdue=((0, FORBIDDEN),))

    assert by(a_small_problem((work,), role)) == pytest.approx(100 + 2 * 7)
