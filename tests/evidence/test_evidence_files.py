"""Every value in the files, whole: units, grades, sources, ranges, and what belongs together."""

from __future__ import annotations

import datetime as dt
import math

import pytest

from burdens.evidence import pay_point, read
from burdens.law import read_pathways
from burdens.scenario import roles

EVIDENCE = read()
VALUES = list(EVIDENCE.values())
ROLES = set(roles())


def _sum(*names: str) -> float:
    return sum(EVIDENCE[name].central for name in names)


def test_every_range_is_in_order_and_finite() -> None:
    for value in VALUES:
        assert value.low <= value.central <= value.high, value.id
        assert all(map(math.isfinite, (value.low, value.central, value.high)))


def test_every_value_has_a_unit_a_grade_a_source_and_a_note_that_is_a_sentence() -> None:
    for value in VALUES:
        assert value.unit, value.id
        assert value.grade in "ABCD"
        assert value.source.title, value.id
        assert value.date, value.id
        assert value.note[0].isupper() or value.note[0].isdigit() or value.note[0] == "£", value.id
        assert value.note.endswith("."), value.id


def test_only_a_judgement_has_no_address() -> None:
    assert all(value.grade == "D" for value in VALUES if not value.source.href)


def test_every_value_of_grade_d_says_that_it_is_judged_or_derived_and_is_unconfirmed() -> None:
    for value in VALUES:
        assert value.unconfirmed == (value.grade == "D")
        if value.grade == "D":
            assert value.note.startswith(("Judgement:", "Derived:")), value.id


def test_a_value_without_a_range_says_so() -> None:
    for value in VALUES:
        if value.low == value.high:
            assert "no range" in value.note.lower() or "no published range" in value.note, value.id


def test_every_judged_value_has_a_range() -> None:
    judged = [v for v in VALUES if v.grade == "D" and not v.id.startswith("caseload.")]
    assert [value.id for value in judged if value.low == value.high] == []


def test_every_hours_value_names_a_task_of_the_law_and_a_role() -> None:
    tasks = {(p.id, t.id) for p in read_pathways() for t in p.tasks}
    found = set()
    for value in VALUES:
        if value.id.startswith("hours."):
            _, pathway, task, role = value.id.split(".")
            assert (pathway, task) in tasks, value.id
            assert role in ROLES, value.id
            found.add((pathway, task))
    assert found == tasks


def test_the_hours_of_a_new_plan_add_up_to_the_published_totals() -> None:
    stages = ("decide", "draft", "final")
    path = "hours.needs_assessment"
    assert _sum(*(f"{path}.{s}.caseworker" for s in stages)) == pytest.approx(11.3)
    assert _sum(*(f"{path}.{s}.send_manager" for s in stages)) == pytest.approx(9.9)
    assert EVIDENCE[f"{path}.ep_advice.ep"].central == 17.4
    assert EVIDENCE[f"{path}.social_care_advice.social_worker"].central == 4.8


@pytest.mark.truth
@pytest.mark.parametrize(
    ("task", "low", "central", "high"),
    [("response", 20, 60, 4_123 / 35), ("hearing", 60, (4_123 + 1_287) / 35 - 60, 120)],
)
def test_the_hours_of_an_appeal_by_role_lie_within_the_labour_of_the_whole_authority(
    task: str, low: float, central: float, high: float
) -> None:
    """CEDAR's £4,123 to prepare and £1,287 to attend are of everybody, at £35 an hour."""
    of_task = [value for value in VALUES if value.id.startswith(f"hours.appeal.{task}.")]
    assert sum(value.low for value in of_task) < low
    assert 0.5 * central < sum(value.central for value in of_task) < central
    assert sum(value.high for value in of_task) < high


@pytest.mark.truth
def test_one_tribunal_officer_leads_the_appeals_that_one_was_seen_to_lead() -> None:
    """Over 25 open at once, each open 0.6 years: 42 a year."""
    hours = EVIDENCE["time.hours_per_fte_year.tribunal_officer"].central
    casework = hours * EVIDENCE["time.direct_share.tribunal_officer"].central
    heard = EVIDENCE["volumes.appeal_hearing_share"].central
    appeal = EVIDENCE["hours.appeal.response.caseworker"].central
    appeal += heard * EVIDENCE["hours.appeal.hearing.caseworker"].central
    own = appeal * EVIDENCE["staffing.tribunal_officer.share"].central
    assert casework / own == pytest.approx(25 / 0.6, rel=0.02)


def test_every_price_is_of_the_year_of_the_pay_award_or_of_the_year_before() -> None:
    year = EVIDENCE["pay.uplift"].price_year
    before = f"{int(year[:4]) - 1}-{int(year[2:4]):02d}"
    assert {v.price_year for v in VALUES if v.id.startswith("pay.")} <= {year, before}


def test_the_quarters_add_up_to_a_year_and_the_months_average_one() -> None:
    quarters = [f"seasonality.requests.q{number}" for number in range(1, 5)]
    months = [f"seasonality.appeals.{number:02d}" for number in range(1, 13)]
    assert _sum(*quarters) == pytest.approx(1, abs=2e-4)
    assert _sum(*months) / 12 == pytest.approx(1)


@pytest.mark.parametrize(
    ("name", "truth"),
    [
        (
            "growth.requests",
            (154_489 / 138_242) ** (sum(0.6**year for year in range(1, 6)) / 5) - 1,
        ),
        ("volumes.amend_share", 199_980 / (199_980 + 120_460 + 3_300)),
        ("volumes.exception_share", 1 - 95_411 / 102_203),
        (
            "volumes.leaving_share",
            (473_255 + 66_706 - 517_048) / ((473_255 + 517_048) / 2),
        ),
        (
            "volumes.phase_transfer_post16_share",
            44_886 / (4_302 + 22_517 + 31_867 + 41_405 + 44_886),
        ),
        ("staffing.ep_spend_share", 2_238 * 71_385 / 216.9e6),
        ("recruitment.ep.growth_cap_year", 204 / 2_325),
        ("recruitment.caseworker.growth_cap_year", (49.5 / 20) ** 0.5 - 1),
        ("recruitment.caseworker.attrition_year", 8.1 / 26.5),
        ("opening.appeals_open_years", 15_000 / 25_000),
        ("recruitment.ep.agency_premium", 500 / (81_265 / 214)),
        ("recruitment.social_worker.agency_premium", 1_800 / 1_280),
        ("staffing.tribunal_officer.share", 1_607 * 0.85 / (25 / 0.6) / (30 + 0.5 * 36)),
    ],
)
def test_a_derived_value_follows_from_the_figures_in_its_note(name: str, truth: float) -> None:
    assert EVIDENCE[name].central == pytest.approx(truth, rel=0.02)


@pytest.mark.parametrize("role", sorted(ROLES))
def test_every_role_has_pay_time_and_recruitment(role: str) -> None:
    keys = (
        *("lead_months", "ramp_months", "ramp_loss", "attrition_year", "hire_cost"),
        *("agency_cap_share", "agency_premium", "growth_cap_year"),
    )
    wanted = {f"recruitment.{role}.{key}" for key in keys}
    wanted |= {f"time.{key}.{role}" for key in ("hours_per_fte_year", "direct_share")}
    wanted |= {f"time.school_holiday_access.{role}", f"pay.salary.{role}"}
    assert wanted <= set(EVIDENCE)


def test_every_salary_stands_on_its_pay_point_in_its_price_year() -> None:
    salaries = [value for value in VALUES if value.id.startswith("pay.salary.")]
    for value in salaries:
        assert value.pay_point is not None
        on = dt.date(int(value.price_year[:4]), 12, 1)
        point = pay_point(*value.pay_point, on=on)
        tolerance = 0.005 if value.id == "pay.salary.ep" else 0
        assert value.central == pytest.approx(point.gbp, rel=tolerance), value.id


def test_no_caseload_is_recommended() -> None:
    caseloads = [value for value in VALUES if value.id.startswith("caseload.")]
    assert all(value.id.startswith("caseload.observed.") for value in caseloads)
    assert min(value.low for value in caseloads) < 200 < max(value.high for value in caseloads)


def test_policy_weights_are_never_money() -> None:
    weights = [value for value in VALUES if value.id.startswith("weights.")]
    assert not any("GBP" in value.unit or "£" in value.unit for value in weights)
    assert all("never reported as money" in value.note for value in weights)


def test_duty_weighs_more_than_money_and_order_less() -> None:
    """A late case outweighs the dearest employee's week; the order of work, the cheapest hour."""
    pay = [value.high for value in VALUES if value.id.startswith("pay.salary.")]
    cheapest = min(value.low for value in VALUES if value.id.startswith("pay.salary."))
    assert EVIDENCE["weights.overdue_case_week"].low > 2 * max(pay) / 52
    assert EVIDENCE["weights.open_task_week"].high < 0.01 * cheapest / 1_607


@pytest.mark.parametrize("role", sorted(ROLES))
def test_a_vacant_post_weighs_more_than_a_month_s_pay_and_a_hire(role: str) -> None:
    year = 2 * EVIDENCE[f"pay.salary.{role}"].high
    filled = year / 12 + EVIDENCE[f"recruitment.{role}.hire_cost"].high
    assert EVIDENCE["weights.vacant_post_month"].central > filled
