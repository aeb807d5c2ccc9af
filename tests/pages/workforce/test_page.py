from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from burdens.pages import WorkforcePage, asked
from burdens.pages.workforce import results
from burdens.scenario import new, parse
from tests.pages.small_plan import small_helps

if TYPE_CHECKING:
    from burdens.plans import Plan
    from burdens.scenario import Scenario
    from tests.pages.small_planner import SmallPlanner


@pytest.fixture
def page(planner: SmallPlanner) -> WorkforcePage:
    return WorkforcePage("Devon", begin=new, planner=planner)


def press(page: WorkforcePage) -> None:
    page.run.children[1].click()


def test_no_authority_is_chosen_until_somebody_does(planner: SmallPlanner) -> None:
    page = WorkforcePage(begin=new, planner=planner)
    press(page)
    assert planner.asked == []
    assert "Choose your authority." in page.panel.html


def test_an_authority_of_the_address_is_chosen_but_not_planned(page: WorkforcePage) -> None:
    assert page.start.field.value == "878"
    assert page.plan is None


def test_an_unknown_authority_in_the_address_is_said(planner: SmallPlanner) -> None:
    page = WorkforcePage("Devn", begin=new, planner=planner)
    assert "Devon" in page.opening.part.children[-1].html
    assert page.start.field.value == ""


def test_every_authority_can_be_chosen(page: WorkforcePage) -> None:
    assert len(page.start.field.choices) == 1 + 153


def test_empty_fields_plan_the_scenario_as_published(
    page: WorkforcePage, planner: SmallPlanner
) -> None:
    press(page)
    assert planner.asked == [new("Devon")]
    assert page.results.figures["cost"].title.startswith("The staff cost up to")
    assert "is ready" in page.status.html


def test_entries_reach_the_scenario(page: WorkforcePage, planner: SmallPlanner) -> None:
    form = page.form
    form.staff.fill({"staff.ep.in_post": "21.5"})
    form.staff.fill({"staff.salt.agency_share": "10"})
    form.standards["standards.caseload"].value = "200"
    form.standards["standards.timeliness"].value = "90"
    form.levers["growth.requests"].number.value = "7"
    form.levers["growth.requests"].reason.value = "our forecast"
    press(page)
    scenario = planner.asked[0]
    assert scenario.staff["ep"].in_post == 21.5
    assert scenario.staff["salt"].agency_share == 0.1
    assert scenario.standards.caseload is not None
    assert scenario.standards.caseload.cases_per_caseworker == 200
    assert {standard.on_time for standard in scenario.standards.timeliness} == {0.9}
    override = scenario.overrides[0]
    assert (override.value, override.to) == ("growth.requests", pytest.approx(0.07))
    assert override.reason == "our forecast"


def test_another_role_joins_the_plan_once_its_staff_are_typed_in(
    page: WorkforcePage, planner: SmallPlanner
) -> None:
    press(page)
    page.form.staff.fill({"staff.tribunal_officer.in_post": "0"})
    press(page)
    assert "tribunal_officer" not in planner.asked[0].staff
    assert planner.asked[1].staff["tribunal_officer"].in_post == 0


def test_a_missing_figure_is_asked_for_and_used(page: WorkforcePage, planner: SmallPlanner) -> None:
    missing = [name for name, f in page.start.missing.items() if not f.value]
    assert missing
    page.start.missing[missing[0]].value = "321"
    press(page)
    assert planner.asked[0].figure(missing[0].removeprefix("figures.")) == 321


def test_a_plan_that_cannot_be_shown_in_full_is_not_shown_at_all(
    page: WorkforcePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(page)
    assert len(page.charts.children) == len(results.CHARTS)

    def broken(*_: Any) -> None:
        raise ValueError("no such number")

    monkeypatch.setitem(results.CHARTS, "cases", broken)
    page.form.staff.fill({"staff.ep.in_post": "20"})
    press(page)
    assert page.plan is None
    assert "Nothing yet" in page.results.headlines.html
    assert "Nothing yet" in page.charts.children[0].html
    assert "reference" in page.panel.html


def test_an_override_without_a_reason_is_refused(
    page: WorkforcePage, planner: SmallPlanner
) -> None:
    page.form.levers["growth.requests"].number.value = "7"
    lever = page.form.levers["growth.requests"]
    assert lever.reason in lever.box.children
    press(page)
    assert planner.asked == []
    assert "say why" in page.panel.html


def test_every_bad_entry_is_named_at_once_and_kept(
    page: WorkforcePage, planner: SmallPlanner
) -> None:
    page.form.staff.fill({"staff.ep.in_post": "many"})
    page.form.standards["standards.caseload"].value = "-3"
    press(page)
    assert planner.asked == []
    assert page.panel.html.count("<li>") == 2
    assert page.form.staff.text("staff.ep.in_post") == "many"


def test_a_change_marks_the_plan_as_stale_until_it_is_made_again(page: WorkforcePage) -> None:
    press(page)
    assert page.results.stale.html == ""
    page.form.staff.fill({"staff.ep.in_post": "30"})
    assert "You have changed something" in page.results.stale.html
    press(page)
    assert page.results.stale.html == ""


def test_a_field_left_empty_says_what_was_used_until_another_authority_is_chosen(
    page: WorkforcePage,
) -> None:
    press(page)
    used = page.form.staff.used
    assert (
        "used 20.0 in post, implied by published figures; likely 15.0 to 26.0"
        in (used["staff.ep.in_post"])
    )
    assert "used 50.0 in post, an estimate" in used["staff.caseworker.in_post"]
    page.start.field.value = new("Kent").authority.code
    assert page.form.staff.used == {}


def test_the_same_plan_is_not_solved_twice(page: WorkforcePage, planner: SmallPlanner) -> None:
    press(page)
    press(page)
    assert len(planner.asked) == 1
    assert "up to date" in page.status.html


def test_another_authority_clears_the_plan_and_keeps_the_entries(page: WorkforcePage) -> None:
    page.form.staff.fill({"staff.ep.in_post": "30"})
    press(page)
    page.start.field.value = new("Kent").authority.code
    assert page.plan is None
    assert "there is no plan" in page.results.headlines.html
    assert page.form.staff.text("staff.ep.in_post") == "30"


def test_a_planner_that_breaks_reaches_the_panel(
    planner: SmallPlanner, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: Scenario, *, watch: Any) -> Any:  # noqa: ARG001
        raise RuntimeError("secret")

    monkeypatch.setattr(planner, "plan", broken)
    page = WorkforcePage("Devon", begin=new, planner=planner)
    press(page)
    assert "Something went wrong" in page.panel.html
    assert page.status.html == ""


def test_the_scenario_downloaded_reads_back(page: WorkforcePage) -> None:
    page.form.staff.fill({"staff.ep.in_post": "21.5"})
    made = page._scenario_file()  # noqa: SLF001
    assert made is not None
    assert made.name == "devon.burdens.yaml"
    assert parse(made.content.decode()).staff["ep"].in_post == 21.5


def test_the_tables_downloaded_are_a_zip_of_the_plans_files(
    page: WorkforcePage, plan: Plan
) -> None:
    assert page._tables_file() is None  # noqa: SLF001
    assert "work it out first" in page.status.html
    press(page)
    made = page._tables_file()  # noqa: SLF001
    assert made is not None
    with zipfile.ZipFile(io.BytesIO(made.content)) as archive:
        assert set(archive.namelist()) == {f"{name}.csv" for name in plan.tables}


def test_the_address_is_read_without_voila(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUERY_STRING", "authority=Bath%20and+North+East+Somerset")
    assert asked("authority") == "Bath and North East Somerset"
    monkeypatch.delenv("QUERY_STRING")
    assert asked("authority") is None


def test_what_would_help_most_is_found_once_the_plan_is_shown(
    page: WorkforcePage, planner: SmallPlanner
) -> None:
    assert page.results.most_help.html == ""
    press(page)
    assert planner.helped == planner.asked == [page.scenario]
    assert "430 fewer children" in page.results.most_help.html
    assert page.plan is not None
    assert page.plan.helps == small_helps()
    assert "stands below" in page.most_help.status.html


def test_the_caseload_line_is_worked_out_when_asked_for(
    page: WorkforcePage, planner: SmallPlanner
) -> None:
    page.form.standards["standards.caseload"].value = "155"
    press(page)
    assert planner.standards == []
    assert "138 (120 to 150)" in page.results.caseload.html
    page.line.progress.click()
    assert planner.standards[0] == sorted([155.0, *(80.0 + 10 * step for step in range(18))])
    assert "155, your standard" in page.results.line.html


def test_before_there_is_a_plan_nothing_follows_from_it(
    page: WorkforcePage, planner: SmallPlanner
) -> None:
    page.line.progress.click()
    page.most_help.progress.click()
    assert planner.standards == planner.helped == []
    assert "work it out first" in page.line.status.html
    assert "work it out first" in page.most_help.status.html


def test_what_follows_from_a_plan_goes_with_it_and_fades_with_it(page: WorkforcePage) -> None:
    press(page)
    page.line.progress.click()
    assert not page.results.line.faded
    page.form.staff.fill({"staff.ep.in_post": "30"})
    assert page.results.line.faded
    assert page.results.most_help.faded
    press(page)
    assert page.results.line.html == ""
    assert "430 fewer children" in page.results.most_help.html
    assert not page.results.most_help.faded
    page.start.field.value = new("Kent").authority.code
    assert page.results.most_help.html == ""


def test_an_error_in_what_follows_leaves_the_plan_shown(
    page: WorkforcePage, planner: SmallPlanner, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any, **__: Any) -> Any:
        raise RuntimeError("secret")

    monkeypatch.setattr(planner, "helps", broken)
    press(page)
    assert "Something went wrong" in page.panel.html
    assert "To keep every limit Devon needs" in page.results.headlines.html
    assert page.plan is not None


def test_every_part_that_the_notebook_shows_holds_something(page: WorkforcePage) -> None:
    press(page)
    parts = ("answer", "needs", "obstacles", "helps", "caseload", "charts", "check")
    assert all(getattr(page, name).children for name in parts)
    passages = [*page.results.passages, page.results.most_help]
    assert all("Nothing yet" not in one.html and one.html for one in passages)
