"""The work-based caseload by hand, and the line over caseload standards against single solves."""

from __future__ import annotations

import itertools

import pytest

from burdens.errors import ProblemError
from burdens.plans import Answer, LiveModel, Plan, caseload_line, plan_of, work_based_caseload
from burdens.plans.caseloads import STANDARDS
from burdens.problem import Problem
from tests.plans.council import BUCKETS, CASEWORKER, REPORTED, council, with_role


def with_standard(problem: Problem, standard: float, first: int = 0) -> Problem:
    """Return a Problem with a caseload standard from a step on."""
    series = tuple(None if bucket < first else standard for bucket in range(BUCKETS))
    rule = problem.caseload.model_copy(update={"standard": series})  # type: ignore[union-attr]
    return problem.changed(caseload=rule)


def test_the_work_based_caseload_is_the_mean_of_the_cases_over_the_posts_that_keep_up(
    answer: Answer,
) -> None:
    """The first year is whole: 26 steps of 900, 901, ... 925 cases."""
    posts = answer.needs[CASEWORKER].keep_up[2027]
    found = work_based_caseload(LiveModel(), answer, (0.8, 1.25))

    assert found is not None
    assert found.central == pytest.approx(912.5 / posts)
    assert found.low == pytest.approx(912.5 / (1.25 * posts))
    assert found.high == pytest.approx(912.5 / (0.8 * posts))


def test_a_standard_that_is_set_does_not_change_the_work_based_caseload(answer: Answer) -> None:
    model = LiveModel()
    strict = model.answer(with_standard(council(), 90.0))

    assert strict.needs[CASEWORKER].keep_up[2027] > answer.needs[CASEWORKER].keep_up[2027] * 2
    assert work_based_caseload(model, strict) == pytest.approx(
        work_based_caseload(LiveModel(), answer)
    )


def test_without_cases_there_is_no_work_based_caseload_and_no_line() -> None:
    problem = council(caseload=None)
    model = LiveModel()

    assert work_based_caseload(model, model.answer(problem)) is None
    with pytest.raises(ProblemError, match=r"figures\.plans"):
        caseload_line(model, problem)


def test_standards_go_from_80_to_250_by_tens() -> None:
    assert (STANDARDS[0], STANDARDS[-1], len(STANDARDS)) == (80.0, 250.0, 18)
    assert {later - now for now, later in itertools.pairwise(STANDARDS)} == {10.0}


@pytest.fixture(scope="module")
def asked() -> tuple[float, ...]:
    return (80.0, 200.0, 320.0, 1000.0)


def of_nothing(problem: Problem) -> Plan:
    return plan_of(LiveModel().answer(problem))


def test_each_row_of_the_line_is_the_plan_with_that_standard(asked: tuple[float, ...]) -> None:
    line = caseload_line(LiveModel(), council(), asked)

    assert line["standard"].tolist() == list(asked)
    assert not line["chosen"].any()
    for row in line.to_dict("records"):
        plan = of_nothing(with_standard(council(), row["standard"]))
        heads = plan.headlines
        staff = plan.staffing[plan.staffing["role"] == CASEWORKER]
        rates = plan.on_time[plan.on_time["period"] == "year"].set_index("start")["on_time"]
        assert row["posts_fte"] == pytest.approx(plan.needs[CASEWORKER].keep_up[2027], rel=1e-6)
        assert row["in_post_fte"] == pytest.approx(staff["in_post_fte"].iloc[-1], rel=1e-5)
        assert row["cost_gbp"] == pytest.approx(heads.cost["2027-28"], rel=1e-6)
        assert row["on_time"] == pytest.approx(
            next(rate for start, rate in rates.items() if start.year == 2028), rel=1e-5
        )
        assert row["overdue_cases"] == pytest.approx(heads.overdue_end, rel=1e-5, abs=1e-3)


def test_a_stricter_standard_takes_no_fewer_posts_and_no_more_than_cases_ask_for(
    asked: tuple[float, ...],
) -> None:
    line = caseload_line(LiveModel(), council(), asked)
    work = LiveModel().needs(council())[CASEWORKER].keep_up[2027]

    assert line["posts_fte"].is_monotonic_decreasing
    # At 80 cases the standard sets the posts, by the month that holds most of a year.
    assert line["posts_fte"][0] == pytest.approx((900 + 25) / 80, rel=1e-6)
    assert line["posts_fte"].iloc[-1] == pytest.approx(work)


@pytest.mark.parametrize("standard", [200.0, 175.0])
def test_the_standard_chosen_is_marked_on_the_line(
    asked: tuple[float, ...], standard: float
) -> None:
    problem = with_standard(council(), standard, first=REPORTED // 2)
    line = caseload_line(LiveModel(), problem, asked)

    assert line["standard"].tolist() == sorted({*asked, standard})
    assert line[line["chosen"]]["standard"].tolist() == [standard]


def test_posts_that_were_typed_do_not_hide_what_a_standard_takes(asked: tuple[float, ...]) -> None:
    typed = with_role(council(), CASEWORKER, posts=(4.0,) * len(council().years))

    given = caseload_line(LiveModel(), typed, asked)
    free = caseload_line(LiveModel(), council(), asked)
    assert given["posts_fte"].tolist() == pytest.approx(free["posts_fte"].tolist())
    assert given["cost_gbp"].tolist() == pytest.approx(free["cost_gbp"].tolist(), rel=1e-6)


def test_the_line_is_solved_in_place_but_for_its_first_standard() -> None:
    model = LiveModel()
    caseload_line(model, council(), (100.0, 200.0))

    assert model.answer(with_standard(council(), 300.0)).rebuilt is None
