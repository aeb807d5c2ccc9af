"""A plan as JSON: the keys that were promised, numbers as far as they are known, and no NaN."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdens.plans import Answer, Plan, Span, helps, plan_of
from burdens.plans.levers import Help
from burdens.plans.live import LiveModel
from burdens.plans.summary import rounded
from tests.plans.council import CASEWORKER, EP, council
from tests.truth.problems import by_chance


@pytest.fixture(scope="module")
def summary(answer: Answer) -> dict[str, Any]:
    from dataclasses import replace

    model = LiveModel()
    made = plan_of(answer, Span(100.0, 120.0, 150.0))
    found = helps(model, model.answer(council()))
    made = replace(made, helps=(*found, Help("one", "One more", 1.0, None, 2.0)))
    return made.made_for("Anyshire", ["A warning."], {"scenario": "abc"}).summary()


def numbers(value: Any) -> Iterator[float]:
    if isinstance(value, dict):
        for entry in value.values():
            yield from numbers(entry)
    elif isinstance(value, list):
        for entry in value:
            yield from numbers(entry)
    elif isinstance(value, float):
        yield value


def test_the_promised_keys_are_there(summary: dict[str, Any]) -> None:
    assert {
        "status",
        "authority",
        "start",
        "weeks",
        "warnings",
        "provenance",
        "objective",
        "needs",
        "people",
        "on_time",
        "overdue",
        "weeks_to_issue",
        "on_time_from",
        "work_based_caseload",
        "helps",
        "cost_gbp",
    } <= set(summary)
    assert (summary["status"], summary["authority"]) == ("optimal", "Anyshire")
    assert (summary["start"], summary["weeks"]) == ("2027-04-05", 92)
    assert set(summary["needs"]) == set(summary["people"]) == {EP, CASEWORKER}
    assert set(summary["needs"][EP]) == {
        "keep_up",
        "work_over_hours",
        "catch_up_hours",
        "catch_up_fte",
        "peak",
        "peak_month",
    }
    assert set(summary["needs"][EP]["keep_up"]) == {"2027-28", "2028-29"}
    by_month = {"posts", "in_post", "temporary", "agency"}
    assert set(summary["people"][EP]) == by_month | {"in_post_implied"}
    assert set(summary["people"][CASEWORKER]) == by_month
    assert summary["people"][EP]["in_post_implied"] == {"low": 1.5, "central": 2.0, "high": 3.0}
    assert list(summary["people"][EP]["posts"])[:2] == ["2027-04-01", "2027-05-01"]
    assert summary["on_time"]["last_published"] == {"year": 2025, "on_time": 0.4}
    assert set(summary["on_time"]["by_calendar_year"]) == {"2027", "2028", "2029"}
    assert set(summary["on_time"]["by_quarter"]) == set(summary["weeks_to_issue"])
    assert set(summary["overdue"]) == {"needs_assessment", "mediation"}
    assert set(summary["overdue"]["mediation"]) == set(summary["people"][EP]["posts"])
    assert summary["work_based_caseload"] == {"low": 100.0, "central": 120.0, "high": 150.0}
    assert set(summary["helps"][0]) == {"id", "what", "cases", "weeks", "gbp"}
    assert set(summary["cost_gbp"]) == {"2027-28", "2028-29", "today"}
    assert set(summary["cost_gbp"]["2027-28"]) == {"total", "by_role", "by_kind"}


def test_sums_by_role_and_by_kind_are_the_total(summary: dict[str, Any], plan: Plan) -> None:
    for year in ("2027-28", "2028-29"):
        cost = summary["cost_gbp"][year]
        table = plan.cost[plan.cost["financial_year"] == year]["gbp"].sum()
        assert cost["total"] == pytest.approx(table, rel=1e-8)
        assert sum(cost["by_role"].values()) == pytest.approx(table, rel=1e-8)
        assert sum(cost["by_kind"].values()) == pytest.approx(table, rel=1e-8)


def test_overdue_cases_of_a_month_are_those_at_its_end(summary: dict[str, Any], plan: Plan) -> None:
    rows = plan.cases[plan.cases["pathway"] == "needs_assessment"].sort_values("week")
    for month, cases in summary["overdue"]["needs_assessment"].items():
        inside = rows[rows["week"].map(lambda day: day.replace(day=1).isoformat()) == month]
        assert cases == pytest.approx(inside["overdue_cases"].iloc[-1], rel=1e-8)


def test_it_is_json_without_nan_and_with_nine_digits(summary: dict[str, Any]) -> None:
    text = json.dumps(summary, allow_nan=False)

    assert json.loads(text) == summary
    for number in numbers(summary):
        assert number == float(f"{number:.9g}")
        assert str(number) != "-0.0"
    assert summary["helps"][-1]["weeks"] is None


@by_chance(50)
@given(
    value=st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=3)
        | st.floats(allow_nan=False, allow_infinity=False),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
        max_leaves=8,
    )
)  # fmt: skip
def test_rounding_keeps_what_is_known_and_changes_nothing_twice(value: Any) -> None:
    once = rounded(value)

    assert rounded(once) == once
    assert type(once) is type(value)
    for old, new in zip(numbers(value), numbers(once), strict=True):
        assert new == pytest.approx(old, rel=5.1e-9, abs=1e-300)
