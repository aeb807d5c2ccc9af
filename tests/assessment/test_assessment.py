"""The burden of four measures on Devon: parts add up, nothing costs nothing, words are honest."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

import burdens
from burdens.assessment import Assessment, present_value
from burdens.errors import OutputError, ScenarioError
from burdens.evidence import reprice
from burdens.scenario import Scenario
from tests.assessment.conftest import START, a_measure

pytestmark = pytest.mark.slow
PENNY = 0.02


def net(table: pd.DataFrame) -> float:
    signed = table["modelled_gbp"].where(table["nature"] == "cost", -table["modelled_gbp"])
    return float(signed.sum())


def test_no_measure_costs_exactly_nothing(nothing: Assessment) -> None:
    for name, table in nothing.tables.items():
        for column in table.columns:
            if column.endswith("_gbp") and column not in {"offer_gbp", "per_plan_gbp"}:
                assert (table[column] == 0).all(), f"{name}.{column}"
    assert nothing.net_gbp == nothing.gross_gbp == nothing.savings_gbp == 0
    assert any("No measure is switched on" in warning for warning in nothing.warnings)


def test_an_empty_assessment_keeps_the_columns_of_every_table(
    nothing: Assessment, four: Assessment
) -> None:
    for name, table in nothing.tables.items():
        assert list(table.columns) == list(four.tables[name].columns), name


def test_parts_add_up_to_the_whole(four: Assessment) -> None:
    administration = four.burden[~four.burden["provision"]]
    assert net(administration) == pytest.approx(four.net_gbp, abs=PENNY)
    assert four.by_measure["net_gbp"].sum() == pytest.approx(four.net_gbp, abs=PENNY)
    assert four.by_measure["gross_gbp"].sum() == pytest.approx(four.gross_gbp, abs=PENNY)
    years = four.by_year
    assert (years["one_off_gbp"] + years["recurring_gbp"]).tolist() == pytest.approx(
        years["gross_gbp"].tolist()
    )
    assert (years["gross_gbp"] - years["savings_gbp"]).tolist() == pytest.approx(
        years["net_gbp"].tolist()
    )
    assert four.by_payer["net_gbp"].sum() == pytest.approx(four.net_gbp, abs=PENNY)
    assert four.by_payer["gross_gbp"].sum() == pytest.approx(four.gross_gbp, abs=PENNY)


def test_the_lines_add_up_to_the_accounting_cost(four: Assessment) -> None:
    lines = four.lines[~four.lines["provision"]]
    signed = lines["gbp"].where(lines["nature"] == "cost", -lines["gbp"])
    by_year = signed.groupby(lines["financial_year"]).sum()
    assert by_year.tolist() == pytest.approx(four.by_year["accounting_net_gbp"].tolist())


def test_low_central_and_high_are_in_order(four: Assessment) -> None:
    years, lines = four.by_year, four.lines
    assert (years["low_net_gbp"] <= years["net_gbp"]).all()
    assert (years["net_gbp"] <= years["high_net_gbp"]).all()
    assert (lines["gbp_low"] <= lines["gbp"] + 1e-9).all()
    assert (lines["gbp"] <= lines["gbp_high"] + 1e-9).all()
    assert lines["gbp_mean"].between(lines["gbp_low"] - 1e-9, lines["gbp_high"] + 1e-9).all()


def test_modelled_cost_is_near_what_hours_cost_and_turnover_is_on_top(four: Assessment) -> None:
    """Posts level through a year, with leavers replaced, cost more than their bare hours."""
    work = four.burden[(four.burden["role"] == "caseworker") & (four.burden["nature"] == "cost")]
    ratio = work["modelled_gbp"].sum() / work["accounting_gbp"].sum()
    assert 1.0 < ratio < 1.3


def test_cash_and_present_value_follow_from_the_real_amounts(four: Assessment) -> None:
    for row in four.by_year.to_dict("records"):
        cash = reprice(row["net_gbp"], four.price_year, row["financial_year"])
        assert row["cash_net_gbp"] == pytest.approx(cash)
    rates = four.present_value["rate"].tolist()
    assert rates == [0.035, 0.03]
    for row in four.present_value.to_dict("records"):
        worth = present_value(four.by_year["net_gbp"].tolist(), row["rate"])
        assert row["net_gbp"] == pytest.approx(worth)
        assert row["net_gbp"] < four.net_gbp


def test_overheads_stand_at_none_direct_and_full(four: Assessment) -> None:
    table = four.overheads
    assert table["overheads"].tolist() == [0, 0.29, 0.45]
    assert table["net_gbp"].is_monotonic_increasing
    now = table.set_index("overheads")["net_gbp"][0.29]
    assert now == pytest.approx(four.net_gbp)


def test_provision_is_in_no_total_and_beside_every_one(four: Assessment) -> None:
    """It is counted from the lines here; only bands and tariffs bring any."""
    lines = four.lines[four.lines["provision"]]
    signed = lines["gbp"].where(lines["nature"] == "cost", -lines["gbp"]).sum()
    assert set(four.provision["measure"]) == {"bands_and_tariffs"}
    assert signed > 0
    assert four.provision_gbp == pytest.approx(signed)
    for table in (four.provision.rename(columns={"gbp": "provision_gbp"}), four.by_payer):
        assert table["provision_gbp"].sum() == pytest.approx(signed)
    by_measure = four.by_measure.set_index("measure")["provision_gbp"]
    assert by_measure["bands_and_tariffs"] == pytest.approx(signed)
    assert (by_measure.drop("bands_and_tariffs") == 0).all()
    assert [w for w in four.warnings if w.startswith("Provision") and "left out of every" in w]
    assert "provision, in no total" in repr(four)


def test_a_superseded_measure_that_is_switched_on_is_told(four: Assessment) -> None:
    told = [warning for warning in four.warnings if "superseded, so it may never apply" in warning]
    assert len(told) == 1
    assert told[0].startswith("National bands and tariffs")


def test_posts_of_measures_are_never_fewer_than_none_in_gross(four: Assessment) -> None:
    work = four.burden[four.burden["nature"] == "cost"]
    assert (work["modelled_gbp"] >= 0).all()


def test_every_number_of_a_line_is_traced_to_its_assumptions(four: Assessment) -> None:
    known = set(four.assumptions["id"])
    for ids in four.lines["values"]:
        assert set(ids.split(", ")) <= known
    assert four.assumptions["source"].str.len().min() > 0
    assert set(four.assumptions["grade"]) <= set("ABCD")
    assert (four.unconfirmed["grade"] == "D").all()


OVERRIDE = {"value": "tailored_lists.build_hours", "to": 2.5, "reason": "a diary of May 2026"}
OFFERS = {"2027-28": 1e9, "2028-29": 9848.0, "2029-30": 0.0}


@pytest.fixture(scope="module")
def lists(devon: Scenario) -> Assessment:
    """Return the burden of tailored lists alone."""
    return burdens.assess(devon.changed(measures=[{"measure": "tailored_lists"}]))


@pytest.fixture(scope="module")
def choices(devon: Scenario) -> Assessment:
    """Return the same with every choice made: years, area cost, a grant, a value confirmed."""
    return burdens.assess(
        devon.changed(
            measures=[{"measure": "tailored_lists"}],
            assessment={
                "years": 5,
                "area_cost": 1.1,
                "grant": [{"financial_year": year, "gbp": gbp} for year, gbp in OFFERS.items()],
            },
            overrides=[OVERRIDE],
        )
    )


def test_an_override_confirms_an_assumption_and_carries_its_reason(choices: Assessment) -> None:
    row = choices.assumptions.set_index("id").loc[OVERRIDE["value"]]
    assert row["confirmed"]
    assert row["reason"] == OVERRIDE["reason"]
    assert OVERRIDE["value"] not in set(choices.unconfirmed["id"])


def test_a_grant_is_compared_with_the_cash_of_its_year(choices: Assessment) -> None:
    table = choices.grant.set_index("financial_year")
    verdicts = ["funded", "part funded", "unfunded", "no offer", "no offer"]
    assert table["verdict"].tolist() == verdicts
    cost = choices.by_year.set_index("financial_year")["cash_net_gbp"]
    assert table["funded_share"]["2028-29"] == pytest.approx(9848 / cost["2028-29"])
    assert table["per_plan_gbp"]["2028-29"] == pytest.approx(1 - cost["2028-29"] / 9848)


def test_an_area_cost_adjustment_scales_staff_and_both_are_shown(
    lists: Assessment, choices: Assessment
) -> None:
    """All of the cost of lists is staff; the value confirmed is the central one."""
    first_years = choices.by_year["net_gbp"].iloc[:3].sum()
    assert first_years == pytest.approx(lists.net_gbp * 1.1, rel=1e-6)
    table = choices.overheads.set_index(["area_cost", "overheads"])["net_gbp"]
    assert table[1.1, 0.29] == pytest.approx(choices.net_gbp, rel=1e-6)
    assert table[1.0, 0.29] == pytest.approx(choices.net_gbp / 1.1, rel=1e-6)


def test_later_years_repeat_the_last_full_one_and_say_so(choices: Assessment) -> None:
    assert choices.continued == ("2030-31", "2031-32")
    years = choices.by_year.set_index("financial_year")
    assert years["recurring_gbp"]["2031-32"] == pytest.approx(years["recurring_gbp"]["2029-30"])
    assert years["one_off_gbp"]["2031-32"] == 0
    assert any("is repeated" in warning for warning in choices.warnings)


def test_alternatives_that_are_both_on_are_told_and_savings_break_even(brief: Scenario) -> None:
    both = [{"measure": "mediation"}, {"measure": "informal_resolution"}]
    made = burdens.assess(brief.changed(measures=both))
    assert any("counted twice" in warning for warning in made.warnings)
    for row in made.by_measure.to_dict("records"):
        assert row["break_even"] == pytest.approx(row["gross_gbp"] / row["savings_gbp"])
        assert row["net_gbp"] == pytest.approx(row["gross_gbp"] - row["savings_gbp"])


def test_posts_that_cannot_be_filled_are_told_from_those_that_can(four: Assessment) -> None:
    caseworkers = four.by_role[four.by_role["role"] == "caseworker"]
    assert (caseworkers["needed_fte"] > 0).all()
    gap = (caseworkers["needed_fte"] - caseworkers["hired_fte"].clip(lower=0)).clip(lower=0)
    assert caseworkers["unfilled_fte"].tolist() == pytest.approx(gap.tolist())


def test_work_of_a_role_that_is_not_in_the_plan_is_accounted_and_nobody_is_hired(
    devon: Scenario,
) -> None:
    chosen = [{"measure": "reassessment_at_transfer", "from": START}]
    made = burdens.assess(devon.changed(measures=chosen))
    therapists = made.by_role[made.by_role["role"] == "ot"]
    assert therapists["hired_fte"].isna().all()
    assert any("Occupational therapist: not in the plan" in warning for warning in made.warnings)
    work = made.burden[made.burden["role"] == "ot"]
    assert work["modelled_gbp"].tolist() == work["accounting_gbp"].tolist()
    assert work["modelled_gbp"].sum() > 0


def test_what_is_missed_within_hiring_limits_is_more_than_without_the_measures(
    four: Assessment,
) -> None:
    assert not four.missed.empty
    assert (four.missed["amount"] > four.missed["without_amount"]).all()


def test_the_summary_is_json_without_nan(four: Assessment) -> None:
    text = json.dumps(four.summary(), allow_nan=False)
    assert json.loads(text)["net_gbp"] == pytest.approx(four.net_gbp)


def test_tables_are_written_whole_into_a_new_folder(four: Assessment, tmp_path: Path) -> None:
    four.write(tmp_path / "tables")
    read = pd.read_csv(tmp_path / "tables" / "by_year.csv")
    assert read["net_gbp"].sum() == pytest.approx(four.net_gbp)
    assert {p.stem for p in (tmp_path / "tables").iterdir()} == set(four.tables)
    with pytest.raises(OutputError, match="is there already"):
        four.write(tmp_path / "tables")


def test_a_measure_of_ones_own_is_assessed_beside_the_tools(brief: Scenario) -> None:
    lines: list[dict[str, Any]] = [
        {
            "id": "work",
            "title": "Work",
            "kind": "recurring",
            "each": "plan",
            "hours": {"caseworker": ["own.hours"]},
        }
    ]
    own = a_measure(lines, title="=1+1")
    made = burdens.assess(brief.changed(measures=[]), [own])
    assert made.by_measure["measure"].tolist() == ["own"]
    assert made.gross_gbp > 0
    assert "own.hours" in set(made.unconfirmed["id"])


def test_work_that_never_comes_up_costs_nothing(brief: Scenario) -> None:
    """As where an authority reports no plan amended after a review."""
    figures = {**brief.model_dump()["figures"], "reviews_amended": {"value": 0.0}}
    made = burdens.assess(brief.changed(figures=figures, measures=[{"measure": "tailored_lists"}]))
    lists = made.lines[made.lines["line"] == "list_amendment"]
    assert (lists["gbp"] == 0).all()
    assert made.gross_gbp > 0


BAD: dict[str, tuple[list[dict[str, Any]], str]] = {
    "unknown": ([{"measure": "digital_ehcp"}], "Did you mean digital_ehcps"),
    "twice": ([{"measure": "mediation"}, {"measure": "mediation"}], "switched on 2 times"),
    "late": ([{"measure": "mediation", "from": dt.date(2031, 4, 1)}], "past the end of the plan"),
    "early": ([{"measure": "mediation", "from": dt.date(2026, 4, 1)}], "before the plan starts"),
    "phasing": ([{"measure": "mediation", "phasing": [0.5, 0.4]}], "adds up to 0.9, not to 1"),
    "negative": ([{"measure": "mediation", "phasing": [1.5, -0.5]}], "at least 0"),
}


@pytest.mark.parametrize("case", BAD)
def test_what_cannot_be_assessed_is_refused_with_words(devon: Scenario, case: str) -> None:
    asked, words = BAD[case]
    with pytest.raises(ScenarioError, match=words):
        devon.changed(measures=asked)


def test_all_of_it_is_refused_at_once(devon: Scenario) -> None:
    asked = [{"measure": "nothing_like_it"}, {"measure": "mediation", "phasing": [0.5]}]
    grant = [{"financial_year": "2027-28", "gbp": 1}, {"financial_year": "2027-28", "gbp": 2}]
    with pytest.raises(ScenarioError) as caught:
        devon.changed(measures=asked, assessment={"grant": grant})
    assert len(caught.value.faults) == 4


def test_a_measure_that_starts_past_a_short_plan_says_to_lengthen_it(devon: Scenario) -> None:
    """The proposal of 2026 is for September 2029."""
    with pytest.raises(ScenarioError, match=r"starts on 2029-09-01, past the end.*horizon_weeks"):
        devon.changed(horizon_weeks=104, measures=[{"measure": "reassessment_at_transfer"}])


def test_the_standard_error_is_nought_where_shares_are_exact(four: Assessment) -> None:
    assert np.all(four.by_measure["standard_error_gbp"] == 0)
