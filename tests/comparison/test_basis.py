from __future__ import annotations

import datetime as dt

import pytest

from burdens.comparison import TOTALS, made_equal, unlike
from burdens.comparison.basis import years_in_common
from burdens.comparison.entries import entries_unlike
from burdens.errors import ScenarioError
from burdens.scenario import new
from tests.comparison.small_plans import GROWN, START, devon, grown, staffed

LATER = dt.date(2028, 4, 3)


def test_scenarios_alike_have_nothing_to_be_said() -> None:
    assert unlike({"A": devon(), "B": devon(staff=staffed(5.0), overrides=grown(0.1))}) == []


def test_every_basis_that_differs_is_named_with_what_each_says() -> None:
    other = new("Devon", start=LATER, caseload=180).changed(
        horizon_weeks=104,
        run_out_weeks=13,
        bucket_weeks=1,
        staff={**staffed(2.0), "ot": {}},
        authority={"code": "878", "name": "Devon", "release": "2024"},
        evidence=dt.date(2026, 1, 5),
        measures=[],
        overrides=[{"value": "discount.rate", "to": 0.02, "reason": "ours"}],
        opening=[],
    )
    first = devon(measures=[{"measure": "mediation"}])
    found = {one.what: list(one.said.values()) for one in unlike({"A": first, "B": other})}
    assert found["First day of the plan"] == ["5 April 2027", "3 April 2028"]
    assert found["Length of the plan"] == ["156 weeks", "104 weeks"]
    assert found["Weeks looked ahead past the end"][1] == "13 weeks"
    assert found["Length of a step"] == ["2 weeks", "1 week"]
    assert found["Roles planned"][1].endswith("Occupational therapist")
    assert found["Caseload standard"] == ["none", "180 cases a caseworker"]
    assert found["Discount rate"][1] == "2% a year"
    assert found["Open cases at the start"] == ["estimated", "listed in the file"]
    assert found["Evidence the file was written with"][1] == "5 January 2026"
    assert found["DfE release of the figures"] == ["2025", "2024"]
    assert found["Policy measures"] == ["Strengthened or mandatory mediation", "none"]
    assert len(found) == 11


def test_an_on_time_standard_is_told_where_it_is_another() -> None:
    asked = [one.model_dump(by_alias=True) for one in devon().standards.timeliness]
    asked[0]["on_time"] = 0.9
    found = unlike({"A": devon(), "B": devon(standards={"timeliness": asked, "caseload": None})})
    (one,) = found
    assert one.said["A"] == f"100% at {len(asked)} stages"
    assert one.said["B"].startswith(f"100% at {len(asked) - 1} stages; 90% at “")
    assert one.hides == ()


def test_the_year_of_a_figure_is_part_of_the_basis() -> None:
    figures = {name: one.model_dump() for name, one in devon().figures.items()}
    figures["plans"] = {**figures["plans"], "year": 2019}
    (one,) = unlike({"A": devon(), "B": devon(figures=figures)})
    assert one.said["B"] == "2019"


def test_other_times_hide_the_numbers_of_the_whole_plan() -> None:
    (time,) = unlike({"A": devon(), "B": devon(horizon_weeks=104)})
    assert {"needed", "at_end", "temporary", "overdue_end", "cost", "caseload"} <= set(time.hides)
    assert not {"at_start", "overdue_start", "catch_up"} & set(time.hides)
    later = unlike({"A": devon(), "B": new("Devon", start=LATER)})[0]
    assert {"at_start", "overdue_start", "catch_up", "cost"} <= set(later.hides)


def test_other_roles_hide_totals() -> None:
    (one,) = unlike({"A": devon(), "B": devon(staff={**staffed(2.0), "ot": {}})})
    assert one.hides == (TOTALS,)


@pytest.mark.parametrize(
    ("start", "weeks", "years"),
    [
        (START, 104, {"2027-28", "2028-29", "2027", "2028"}),
        (START, 80, {"2027-28", "2027"}),
        (LATER, 156, {"2028-29", "2029-30", "2029"}),
        (START.replace(month=6, day=7), 156, {"2028-29", "2029-30", "2028", "2029"}),
    ],
)
def test_only_years_that_all_plan_in_full_can_be_compared(
    start: dt.date, weeks: int, years: set[str]
) -> None:
    other = new("Devon", start=start).changed(horizon_weeks=weeks)
    assert years_in_common([devon(), other]) == years


def test_start_and_length_of_the_first_can_be_used_for_all() -> None:
    other = new("Kent", start=LATER).changed(horizon_weeks=104)
    scenarios = {"A": devon(bucket_weeks=1), "B": other}
    equal = made_equal(scenarios, "time")
    assert equal["A"] == scenarios["A"]
    assert (equal["B"].start, equal["B"].horizon_weeks, equal["B"].bucket_weeks) == (START, 156, 1)
    assert not [one for one in unlike(equal) if one.hides]


def test_what_does_not_fit_another_start_is_refused_in_words() -> None:
    other = devon(measures=[{"measure": "mediation", "from": dt.date(2027, 9, 1)}])
    with pytest.raises(ScenarioError, match="before the plan starts"):
        made_equal({"A": new("Devon", start=LATER), "B": other}, "time")


def test_roles_and_standards_can_be_made_the_same() -> None:
    other = new("Kent", start=START, caseload=180).changed(staff={**staffed(2.0), "ot": {}})
    scenarios = {"A": devon(), "B": other}
    assert set(made_equal(scenarios, "roles")["B"].staff) == set(devon().staff)
    assert made_equal(scenarios, "standards")["B"].standards.caseload is None


def test_entries_that_differ_are_listed_with_what_each_says() -> None:
    other = devon(staff={**staffed(5.0), "ot": {"agency_share": 0.1}}, overrides=grown(0.07))
    found = {
        one.what: list(one.said.values()) for one in entries_unlike({"A": devon(), "B": other})
    }
    assert found["Caseworker: in post at the start [FTE]"] == ["estimated", "5"]
    ot = "Occupational therapist: most agency work [% of own hours]"
    assert found[ot] == ["not planned", "10"]
    assert found[GROWN] == ["as in the evidence", "7% (counted)"]
    assert not [what for what in found if what.startswith("Plans")]


def test_posts_and_limits_that_were_typed_are_part_of_the_basis() -> None:
    other = devon(staff={**staffed(2.0), "ep": {"posts": 45.0, "hiring": [{"a_month": 0.0}]}})
    found = {one.what: one for one in unlike({"A": devon(), "B": other})}
    assert list(found["Posts funded"].said.values()) == [
        "as needed",
        "typed: 45.0 educational psychologists",
    ]
    limits = found["Limits on hiring, temporary posts and agency work"]
    assert limits.said["A"] == "as in the evidence"
    assert "educational psychologists" in limits.said["B"]
    assert "0 from the start to the end" in limits.said["B"]
    assert [one.hides for one in found.values()] == [(), ()]


def test_which_cases_come_first_and_by_when_the_backlog_goes_is_part_of_the_basis() -> None:
    other = devon(kept_share=0.5, on_time_by=dt.date(2027, 12, 31))
    found = {one.what: list(one.said.values()) for one in unlike({"A": devon(), "B": other})}
    assert found == {
        "Cases whose time limits come first": ["as published", "50%"],
        "Backlog to be cleared": ["within a year", "by 31 December 2027"],
    }
