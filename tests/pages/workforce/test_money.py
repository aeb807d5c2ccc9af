"""No policy weight and no dual value is shown as pounds, anywhere on the page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from burdens.pages import Row, Series, WorkforcePage
from burdens.pages.workforce import results
from burdens.pages.workforce.live_planner import LivePlanner
from burdens.plans import Help
from burdens.programme import UNWATCHED
from burdens.scenario import new
from tests.pages.small_plan import small_helps, small_line
from tests.pages.workforce.shown_money import pounds_in_charts, pounds_in_words, strange_pounds

if TYPE_CHECKING:
    from collections.abc import Callable

    from burdens.pages import Chart
    from burdens.plans import Plan
    from burdens.scenario import Scenario
    from tests.pages.small_planner import SmallPlanner

KINDS = {"pay", "temporary", "agency", "recruitment"}


def worked_out(page: WorkforcePage) -> WorkforcePage:
    """Press every button that works something out."""
    page.progress.click()
    page.line.progress.click()
    return page


@pytest.fixture
def page(planner: SmallPlanner) -> WorkforcePage:
    return worked_out(WorkforcePage("Devon", begin=new, planner=planner))


@pytest.fixture
def whole(plan: Plan) -> Plan:
    """Return the plan with what would help, whose pounds are money."""
    return replace(plan, helps=small_helps())


def line_of(planner: SmallPlanner) -> object:
    return small_line(list(planner.standards[-1]))


def test_every_pound_of_the_page_is_money_of_the_plan(
    page: WorkforcePage, whole: Plan, planner: SmallPlanner
) -> None:
    assert strange_pounds(page, whole, line_of(planner)) == []
    # The answer, the card, the title and the summary of the chart, a lever, and 18 standards.
    assert len(pounds_in_words(page)) == 2 + 5 + 1 + 3 + 1 + 18
    assert len(pounds_in_charts(page)) == 1 + 2 * 4


def test_every_pound_of_a_solved_plan_is_money_of_it(short: Scenario) -> None:
    planner = LivePlanner()
    page = WorkforcePage(begin=new, planner=planner)
    page.opening.upload.error = page.opening.open("short.burdens.yaml", short.to_yaml())
    worked_out(page)
    assert page.plan is not None, page.panel.html
    line = planner.caseload_line(short, [80.0 + 10 * step for step in range(18)], watch=UNWATCHED)
    assert strange_pounds(page, page.plan, line) == []
    assert "£" in page.results.line.html
    assert set(page.plan.cost["kind"]) <= KINDS
    # A lever that is told in weights is worth many times the plan that it changes.
    dearest = max(page.plan.headlines.cost.values())
    assert page.plan.helps
    assert all(abs(one.gbp) < dearest for one in page.plan.helps)


def in_the_answer(page: WorkforcePage) -> None:
    page.results.headlines.html += "<p>That would save £147.8 million.</p>"


def in_the_checks(page: WorkforcePage) -> None:
    page.results.check.html += "<p>A late case counts £20,000 a week.</p>"


def in_a_title(page: WorkforcePage) -> None:
    page.results.figures["cases"].title = "Cases past a limit cost £12,345 a month"


def in_the_hint_of_an_entry(page: WorkforcePage) -> None:
    page.form.kept.hint += " Each case past its limit is worth £40,000."


def in_a_small_amount(page: WorkforcePage) -> None:
    page.results.most_help.html += "<li>One hour more: under £10 a year.</li>"


@pytest.mark.parametrize(
    "plant",
    [in_the_answer, in_the_checks, in_a_title, in_the_hint_of_an_entry, in_a_small_amount],
)
def test_a_weight_in_words_is_caught_wherever_it_stands(
    page: WorkforcePage,
    whole: Plan,
    planner: SmallPlanner,
    plant: Callable[[WorkforcePage], None],
) -> None:
    plant(page)
    assert len(strange_pounds(page, whole, line_of(planner))) == 1


def test_a_weight_in_a_chart_is_caught(
    planner: SmallPlanner, whole: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    cost = results.CHARTS["cost"]

    def weighted(plan: Plan) -> Chart:
        made = cost(plan)
        rows = [*made.rows, Row("", "2028-29", "late", plan.objective)]
        return replace(made, rows=rows, series=[*made.series, Series("late", "Late", "bar")])

    monkeypatch.setitem(results.CHARTS, "cost", weighted)
    page = worked_out(WorkforcePage("Devon", begin=new, planner=planner))
    assert strange_pounds(page, whole, line_of(planner)) == [whole.objective]


def test_a_lever_whose_words_hold_a_weight_is_caught(
    planner: SmallPlanner, whole: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    dual = Help("x", "One more hour, worth £2.34 million to the plan", 3.0, 0.0, 4e5)
    monkeypatch.setattr(planner, "helps", lambda *_, **__: (dual,))
    page = worked_out(WorkforcePage("Devon", begin=new, planner=planner))
    assert strange_pounds(page, replace(whole, helps=(dual,)), line_of(planner)) == [
        "£2.34 million"
    ]
