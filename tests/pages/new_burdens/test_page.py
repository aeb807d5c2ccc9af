"""The new burdens page from the choice of an authority to what is handed on."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from burdens.assessment.years import years_of
from burdens.evidence import read as read_evidence
from burdens.pages import BurdensPage
from burdens.problem import Inputs, demand_of, problem_of
from burdens.scenario import new, parse
from tests.pages.new_burdens.desk import OWN, hand_in, press
from tests.pages.new_burdens.small_burden import LISTS, small_burden

if TYPE_CHECKING:
    from tests.pages.new_burdens.desk import Assessor

OVERHEADS = "on_costs.overheads"


@pytest.fixture
def page(assessor: Assessor) -> BurdensPage:
    return BurdensPage("Devon", begin=new, assessor=assessor)


def test_untouched_it_asks_for_the_scenario_as_a_new_one_is(
    page: BurdensPage, assessor: Assessor
) -> None:
    press(page)
    assert page.panel.html == ""
    assert assessor.asked == [new("Devon")]
    assert assessor.own == [()]


def test_the_choices_reach_the_scenario(page: BurdensPage, assessor: Assessor) -> None:
    choices, none = page.form.choices, read_evidence()[OVERHEADS].low
    choices.years.value = "4"
    choices.overheads.value = f"{100 * none:g}"
    choices.area_cost.value = "1.1"
    choices.grant[0].value = "£1,000,000"
    choices.grant[3].value = "5000"
    choices.grant[4].value = "beyond the years reported"
    choices.source.value = "a letter of May"
    press(page)
    (scenario,) = assessor.asked
    assert scenario.assessment.years == 4
    assert scenario.assessment.area_cost == 1.1
    offers = [(one.financial_year, one.gbp, one.source) for one in scenario.assessment.grant]
    assert offers == [
        ("2027-28", 1_000_000, "a letter of May"),
        ("2030-31", 5000, "a letter of May"),
    ]
    (override,) = scenario.overrides
    assert (override.value, override.to) == (OVERHEADS, none)
    assert override.reason == "chosen on the page"


def test_the_grant_is_asked_for_by_financial_year_of_the_plan(page: BurdensPage) -> None:
    shown = [field.label for field in page.form.choices.grant if field.shown]
    assert shown == [f"Grant offered, {year}" for year in ("2027-28", "2028-29", "2029-30")]
    page.form.choices.years.value = "5"
    assert sum(field.shown for field in page.form.choices.grant) == 5


def test_a_grant_is_asked_for_in_whole_years_only(page: BurdensPage) -> None:
    """A plan from 6 September 2027 covers seven months of 2027-28."""
    for start, first in (
        (dt.date(2027, 9, 6), "2028-29"),
        (dt.date(2028, 3, 27), "2028-29"),
        (dt.date(2027, 3, 29), "2027-28"),
        (dt.date(2027, 4, 5), "2027-28"),
        (dt.date(2027, 4, 26), "2028-29"),
    ):
        moved = new("Devon", start=start)
        page.form.choices.tell(moved)
        assert page.form.choices.grant[0].label == f"Grant offered, {first}"
        inputs = Inputs.of(moved)
        whole = years_of(moved, problem_of(inputs, demand_of(inputs))).names
        shown = [field.label for field in page.form.choices.grant if field.shown]
        assert shown == [f"Grant offered, {year}" for year in whole]


def test_a_change_marks_the_burden_as_stale_until_it_is_worked_out_again(
    page: BurdensPage, assessor: Assessor
) -> None:
    press(page)
    assert page.results.stale.html == ""
    for change in (
        lambda: setattr(page.form.measures.entries[LISTS].switch, "value", ""),
        lambda: setattr(page.form.choices.years, "value", "5"),
        lambda: hand_in(page, OWN),
    ):
        change()
        assert "You have changed something" in page.results.stale.html
        assert page.results.headlines.faded
        press(page)
        assert page.results.stale.html == ""
    assert len(assessor.asked) == 4
    press(page)
    assert len(assessor.asked) == 4
    assert "up to date" in page.status.html


def test_another_authority_clears_the_burden_and_keeps_the_entries(page: BurdensPage) -> None:
    page.form.choices.area_cost.value = "1.2"
    press(page)
    page.start.field.value = new("Kent").authority.code
    assert page.assessment is None
    assert "there is no burden" in page.results.headlines.html
    assert page.form.choices.area_cost.value == "1.2"


def test_an_assessor_that_breaks_reaches_the_panel() -> None:
    def broken(*_: Any, **__: Any) -> Any:
        raise RuntimeError("secret")

    page = BurdensPage("Devon", begin=new, assessor=broken)
    press(page)
    assert "Something went wrong" in page.panel.html
    assert page.status.html == ""


def test_nothing_is_downloaded_before_there_is_a_burden_but_the_scenario(page: BurdensPage) -> None:
    for make in (page._form_file, page._workbook_file, page._tables_file):  # noqa: SLF001
        assert make() is None
        assert "work it out first" in page.status.html
    made = page._scenario_file()  # noqa: SLF001
    assert made is not None
    assert parse(made.content.decode()) == new("Devon")


def test_the_tables_downloaded_are_those_of_the_burden(page: BurdensPage, tmp_path: Path) -> None:
    press(page)
    made = page._tables_file()  # noqa: SLF001
    assert made is not None
    assert made.name == "devon-new-burdens.zip"
    small_burden(new("Devon")).write(tmp_path / "tables")
    with zipfile.ZipFile(io.BytesIO(made.content)) as archive:
        names = sorted(archive.namelist())
        assert names == sorted(path.name for path in (tmp_path / "tables").iterdir())
        text = archive.read("by_year.csv").decode()
    assert text == (tmp_path / "tables" / "by_year.csv").read_text(encoding="utf-8")
