"""No pound of form, workbook or page is a weight: each is one of the assessment's money tables."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

import burdens
from burdens import words
from burdens.assessment import Assessment
from burdens.problem import Inputs, Problem, demand_of, problem_of
from burdens.report.words import pounds
from tests.pages.new_burdens.small_burden import small_burden
from tests.report.amounts import (
    form_texts,
    page_texts,
    stray_numbers,
    strays,
    workbook_pounds,
    workbook_texts,
)

FEWEST = 20  # amounts that each must show for its test to be worth anything
MOST = 0.85
CASES = 317.3  # late, each at its weight


def weights_of(problem: Problem) -> list[float]:
    """Return what the programme puts on lateness, caseload and vacancies, in its own units."""
    late = [weight for path in problem.pathways for _, weight in path.overdue]
    roles = [role.vacancy_weight for role in problem.roles.values()]
    caseload = [] if problem.caseload is None else [problem.caseload.weight]
    return [float(weight) for weight in {*late, *roles, *caseload} if weight > 0]


@pytest.fixture(scope="module")
def problem() -> Problem:
    inputs = Inputs.of(burdens.new("Devon"))
    return problem_of(inputs, demand_of(inputs))


@pytest.fixture(scope="module")
def devon() -> Assessment:
    """Return a burden with provision, savings, part years, a grant and hiring limits that bite."""
    offer = {"financial_year": "2028-29", "gbp": 123_456.0, "source": "a letter"}
    names = ("bands_and_tariffs", "mediation", "tailored_lists")
    return burdens.assess(
        burdens.new("Devon").changed(
            start=dt.date(2027, 9, 6),
            horizon_weeks=104,
            run_out_weeks=26,
            measures=[{"measure": name} for name in names],
            assessment={"grant": [offer]},
        )
    )


def everything(assessment: Assessment) -> list[str]:
    return [*form_texts(assessment), *workbook_texts(assessment), *page_texts(assessment)]


@pytest.fixture
def small() -> Assessment:
    """Return the burden of the page's own tests."""
    return small_burden(burdens.new("Devon"))


def test_every_pound_of_the_examples_is_in_their_tables(
    assessment: Assessment, small: Assessment
) -> None:
    for made, texts in ((assessment, form_texts(assessment)), (small, page_texts(small))):
        assert " ".join(texts).count("£") > FEWEST
        assert strays(texts, made) == []
    assert strays(workbook_texts(assessment), assessment) == []
    numbers = workbook_pounds(assessment)
    assert len(numbers) > FEWEST
    assert stray_numbers(numbers, assessment) == []


@pytest.mark.slow
def test_every_pound_of_devon_is_in_its_tables(devon: Assessment) -> None:
    assert len(devon.part_years)
    assert devon.provision_gbp
    assert strays(everything(devon), devon) == []
    assert stray_numbers(workbook_pounds(devon), devon) == []


@pytest.mark.slow
def test_lateness_at_its_weight_is_no_pound_of_devon(devon: Assessment, problem: Problem) -> None:
    """Two figures of a rounded number may be those of another: few are, and none is in full."""
    weights = weights_of(problem)
    late = [weight * amount for weight in weights for amount in devon.missed["amount"]]
    assert len(late) > FEWEST
    assert stray_numbers([*weights, *late], devon) == [*weights, *late]
    for write in (words.gbp, pounds):
        sentences = [f"One more a month would save {write(gbp)}." for gbp in late]
        assert len(strays(sentences, devon)) > MOST * len(late)


def test_a_weight_added_to_what_is_shown_is_told_from_money(
    assessment: Assessment, small: Assessment, problem: Problem
) -> None:
    """As where the objective, in which lateness has a weight, is shown as the cost of a year."""
    for weight in weights_of(problem):
        for table, column in (
            ("by_year", "net_gbp"),
            ("within_limits", "gbp"),
            ("by_measure", "net_gbp"),
            ("part_years", "net_gbp"),
            ("present_value", "net_gbp"),
        ):
            wrong = heavier(assessment, table, column, CASES * weight)
            assert stray_numbers(workbook_pounds(wrong), assessment), (table, weight)
            assert strays(form_texts(wrong), assessment), (table, weight)
            if table != "present_value":  # the page has none
                wrong = heavier(small, table, column, CASES * weight)
                assert strays(page_texts(wrong), small), (table, weight)


def heavier(assessment: Assessment, table: str, column: str, weight: float) -> Assessment:
    """Return an assessment with a weight in each number of a column."""
    rows = getattr(assessment, table)
    return replace(assessment, **{table: rows.assign(**{column: rows[column] + weight})})
