"""Every measure file of the tool, whole: its policy, its lines, and what they rest on."""

from __future__ import annotations

import datetime as dt
import math
from typing import TYPE_CHECKING

import pytest
from pydantic import ValidationError

from burdens import evidence
from burdens.errors import FactsError
from burdens.measures import Line, Measure, all_values, measures, values_of
from burdens.scenario import roles

if TYPE_CHECKING:
    from pathlib import Path

MEASURES = measures()
LINES = [(measure, line) for measure in MEASURES.values() for line in measure.lines]
VALUES = list(values_of(*MEASURES.values()).values())
BIAS = [value for value in evidence.read().values() if value.topic == "optimism_bias"]
# The GDP deflator as HM Treasury published it in March 2026, 2024-25 = 100.
DEFLATOR = {"2021-22": 85.3036, "2022-23": 91.2996, "2023-24": 96.1117, "2025-26": 103.2388}


def _roles(line: Line) -> set[str]:
    return {*(line.hours or {}), *([line.posts] if line.posts else [])}


def _lines(name: str) -> dict[str, Line]:
    return {line.id: line for line in MEASURES[name].lines}


def _central(name: str) -> float:
    return all_values()[name].central


def test_the_measures_of_the_improvement_plan_that_still_stand_are_on_by_default() -> None:
    assert {name for name, measure in MEASURES.items() if measure.by_default} == {
        "digital_ehcps",
        "tailored_lists",
        "mediation",
    }


@pytest.mark.parametrize("status", ["superseded", "withdrawn"])
def test_what_its_department_has_given_up_is_never_on_by_default(status: str) -> None:
    for measure in MEASURES.values():
        assert measure.is_given_up == (measure.status in {"superseded", "withdrawn"})
        assert not (measure.is_given_up and measure.by_default), measure.id
    fields = {**dict(MEASURES["mediation"]), "status": status, "by_default": True}
    with pytest.raises(ValidationError, match=f"{status} cannot be on by default"):
        Measure.model_validate(fields)


def test_a_system_is_bought_once_and_only_what_is_spread_over_plans_is_spread() -> None:
    digital = MEASURES["digital_ehcps"]
    phased = {line.id: digital.phasing_of(line) for line in digital.lines}
    assert len(digital.phasing) == 3
    spread = {name for name, phasing in phased.items() if phasing == digital.phasing}
    assert spread == {"convert", "parent_check", "shorter_amending"}
    assert all(phasing == (1.0,) for name, phasing in phased.items() if name not in spread)


def test_those_who_start_later_are_trained_every_year() -> None:
    starters = _lines("digital_ehcps")["training_of_starters"]
    assert starters.kind == "recurring"
    assert "recruitment.caseworker.attrition_year" in starters.times
    assert starters.hours == _lines("digital_ehcps")["training"].hours


@pytest.mark.parametrize("measure", MEASURES.values(), ids=MEASURES)
def test_every_measure_says_what_it_is_for_what_it_changes_and_where_it_stands(
    measure: Measure,
) -> None:
    texts = [measure.objective, measure.duty, measure.status_note]
    texts += [value.note for value in values_of(measure).values()]
    assert all(text[0].isupper() or text[0] in "£0123456789" for text in texts), texts
    assert all(text.endswith(".") for text in texts)
    assert "ow " in measure.duty or "does not change" in measure.duty, "what is it now?"
    assert measure.vintage[:4].isdigit() or measure.vintage == "Surrey pilot, 2025"
    assert measure.lead_department == "Department for Education"


@pytest.mark.parametrize("measure", MEASURES.values(), ids=MEASURES)
def test_every_policy_has_an_address_a_provision_and_the_day_it_was_checked(
    measure: Measure,
) -> None:
    policy = measure.policy
    assert policy.href.startswith("https://")
    assert policy.provision
    assert dt.date(2026, 1, 1) < policy.checked_on < dt.date(2027, 1, 1)
    assert policy.read is True or policy.note, "not read at its source, and no word on that"


def test_no_measure_on_a_proposal_starts_before_the_law_can() -> None:
    started = {name: m.start for name, m in MEASURES.items() if m.start is not None}
    assert started == {
        "reassessment_at_transfer": dt.date(2029, 9, 1),
        "specialist_posts": dt.date(2027, 9, 1),
    }


def test_bands_are_superseded_and_mediation_is_a_proposal_not_a_duty() -> None:
    assert MEASURES["bands_and_tariffs"].status == "superseded"
    assert "specialist provision packages" in MEASURES["bands_and_tariffs"].status_note
    assert MEASURES["mediation"].status == "proposed"
    assert MEASURES["informal_resolution"].alternative_to == "mediation"


def test_no_measure_saves_without_costing() -> None:
    for measure in MEASURES.values():
        assert not all(line.saving for line in measure.lines), measure.id


def test_every_role_of_a_line_has_pay_time_and_a_payer() -> None:
    for measure, line in LINES:
        for role in _roles(line):
            assert f"pay.salary.{role}" in all_values(), (measure.id, line.id)
            assert f"time.hours_per_fte_year.{role}" in all_values()
            assert line.payer or roles()[role].payer


def test_every_value_of_a_line_is_held() -> None:
    for measure, line in LINES:
        assert line.values, (measure.id, line.id)
        assert set(line.values) <= set(all_values()), (measure.id, line.id)


def test_every_money_line_comes_out_in_pounds_of_a_year_with_a_deflator() -> None:
    for measure, line in LINES:
        if line.money:
            priced = [all_values()[n] for n in line.money if all_values()[n].unit[:3] == "GBP"]
            assert len(priced) == 1, (measure.id, line.id)
            assert evidence.deflator(priced[0].price_year) > 0


def test_provision_is_never_hours_and_only_provision_is_in_the_bands_and_places() -> None:
    shown_apart = {(m.id, line.id) for m, line in LINES if line.provision}
    assert all(line.money for _, line in LINES if line.provision)
    assert {name for name, _ in shown_apart} == {
        "bands_and_tariffs",
        "special_school_places",
        "sen_transport",
    }


@pytest.mark.parametrize("value", [*VALUES, *BIAS], ids=lambda value: value.id)
def test_every_range_is_in_order_finite_and_never_below_nought(value: evidence.Value) -> None:
    assert 0 <= value.low <= value.central <= value.high
    assert math.isfinite(value.high)
    assert value.high <= 1 or not value.unit.startswith("share")
    assert value.low < value.high or "no range" in value.note


@pytest.mark.parametrize("value", [*VALUES, *BIAS], ids=lambda value: value.id)
def test_what_nobody_measured_says_so_and_has_a_wide_range(value: evidence.Value) -> None:
    if value.grade != "D":
        assert value.source.href, "only a judgement has no address"
        return
    assert value.note.startswith(("Judgement:", "Derived:"))
    if value.note.startswith("Judgement:"):
        assert "source" in value.note, "it does not say that none was found"
        assert value.high >= 1.4 * value.low, "too narrow for a judgement"


def test_only_a_judgement_has_no_address_and_every_address_is_safe() -> None:
    for value in VALUES:
        href = value.source.href
        assert href.startswith("https://") or (href == "" and value.grade == "D"), value.id


@pytest.mark.truth
@pytest.mark.parametrize(
    ("name", "truth"),
    [
        ("digital_ehcps.licence", 84_000 / 2 * DEFLATOR["2025-26"] / DEFLATOR["2023-24"]),
        ("digital_ehcps.system_price", 188_757 * DEFLATOR["2025-26"] / DEFLATOR["2021-22"]),
        ("early_support.share_assessed", 101_045 / 154_489),
        ("early_support.share_with_plan", 98_547 / 105_340),
        ("trial_area.remedy", (7_100 + 6_050 + 4_150) / (12 + 8 + 11)),
        ("special_school_places.top_up", 26_000 - 10_000),
        ("special_school_places.capital_shortfall", 86_666 - 3e9 / 50_000),
        ("special_school_places.independent_placement", 64_000),
        ("sen_transport.cost_of_child", 8_116),
        ("mediation.appeals_avoided", 0.1358),
        ("mediation.fee", 440),
        ("specialist_posts.eps_trained", 400 + 200),
        ("specialist_posts.salts_trained", 3 * (800 - 642) / 5 / 0.1),
        ("optimism_bias.outsourcing", 0.41),
        ("optimism_bias.equipment_development", 2),
    ],
)
def test_a_published_figure_stands_as_published(name: str, truth: float) -> None:
    assert _central(name) == pytest.approx(truth, rel=0.06 if "salts" in name else 0.002)


@pytest.mark.truth
def test_the_ends_of_ranges_are_the_published_ones() -> None:
    values = all_values()
    avoided, extra = values["mediation.appeals_avoided"], values["mediation.extra_per_appeal"]
    assert (avoided.low, avoided.high) == (0.1020, 0.1697)
    assert extra.central == 0.42
    assert extra.high == pytest.approx(1 - 2_649 / 22_276, abs=0.005)
    assert values["trial_area.remedy"].high == pytest.approx(17_300 / 9, abs=1)
    assert values["early_support.share_assessed"].high == pytest.approx(
        101_045 / (101_045 + 38_889), abs=5e-4
    )
    mean = (DEFLATOR["2022-23"] + DEFLATOR["2023-24"]) / 2
    whole = 467_000 * DEFLATOR["2025-26"] / mean
    assert values["digital_ehcps.system_price"].high == pytest.approx(whole, rel=0.001)
    assert values["digital_ehcps.licence"].high == pytest.approx(whole / 2, rel=0.001)


def test_a_mediation_takes_the_officers_hours_of_the_evidence_and_spares_an_appeals() -> None:
    lines = _lines("mediation")
    assert set(lines["meetings"].hours or {}) == {"caseworker", "send_manager"}
    assert lines["hearings_avoided"].times[-1] == "volumes.appeal_hearing_share"
    assert all(lines[name].after_weeks > 0 for name in ("appeals_avoided", "hearings_avoided"))


def test_every_plan_converted_once_is_written_checked_and_shown_to_the_family() -> None:
    once = [line for line in MEASURES["digital_ehcps"].lines if line.each == "plan"]
    assert {line.kind for line in once} == {"one_off"}
    assert set.union(*(_roles(line) for line in once)) == {"caseworker", "send_manager"}


def test_the_saving_in_drafting_comes_later_than_its_cost() -> None:
    lines = _lines("digital_ehcps")
    assert lines["longer_drafting"].after_weeks == 0
    assert lines["shorter_drafting"].after_weeks >= 52


def test_a_reassessment_replaces_no_more_than_the_transfer_it_stands_for() -> None:
    line = _lines("reassessment_at_transfer")["transfer_review_replaced"]
    replaced = math.prod(all_values()[name].high for name in line.times)
    assert line.saving
    assert replaced <= 1


def test_new_places_replace_no_more_placements_than_there_are_places() -> None:
    shares = [
        all_values()[f"special_school_places.share_from_{kind}"]
        for kind in ("independent", "mainstream")
    ]
    assert sum(share.high for share in shares) <= 1


def test_money_estimated_before_a_tender_carries_optimism_bias() -> None:
    lines = _lines("digital_ehcps")
    assert lines["buy_system"].optimism_bias == "optimism_bias.outsourcing"
    assert lines["move_data"].optimism_bias == "optimism_bias.outsourcing"


def test_the_tools_own_values_are_never_of_two_measures() -> None:
    ids = [value.id for value in VALUES]
    assert len(ids) == len(set(ids))
    assert not set(ids) & set(evidence.read())
    assert all(value.id.startswith(f"{value.topic}.") for value in VALUES)


def test_a_folder_with_two_broken_files_names_both(tmp_path: Path) -> None:
    (tmp_path / "one.yaml").write_text("id: [", encoding="utf-8")
    (tmp_path / "two.yaml").write_text("id: two\n", encoding="utf-8")
    with pytest.raises(FactsError) as caught:
        measures(tmp_path)
    assert "one.yaml" in str(caught.value)
    assert "two.yaml" in str(caught.value)
