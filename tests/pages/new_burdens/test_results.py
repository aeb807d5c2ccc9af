"""What the new burdens page says of a small burden, worked out by hand."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from burdens.pages.new_burdens.cards import cards
from burdens.pages.new_burdens.charts import charts_of
from burdens.pages.new_burdens.tables import tables
from burdens.pages.new_burdens.words import grant_words, to_check, to_confirm
from tests.pages.new_burdens.small_burden import BUILD, YEARS, small_burden

if TYPE_CHECKING:
    from burdens.assessment import Assessment
    from burdens.scenario import Scenario


@pytest.fixture
def burden(scenario: Scenario) -> Assessment:
    return small_burden(scenario)


@pytest.fixture
def granted(scenario: Scenario) -> Assessment:
    grant = [{"financial_year": YEARS[0], "gbp": 1_000_000.0}]
    return small_burden(scenario.changed(assessment={"grant": grant}))


def plain(html: str) -> str:
    return " ".join(re.sub("<[^>]*>", " ", html).split())


def rows(chart: Any, series: str) -> list[float | None]:
    return [row.value for row in chart.rows if row.series == series]


def test_the_cards_have_cash_real_prices_both_ends_posts_and_what_is_left_out(
    burden: Assessment,
) -> None:
    said = plain(cards(burden))
    # Net: 1.4, 0.9 and 0.6 million; cash is two per cent more.
    assert "Net additional cost, cash 2027-28 £1.43 million 2028-29 £918,000" in said
    assert "2026-27 prices 2027-28 £1.40 million 2028-29 £900,000 2029-30 £600,000" in said
    assert "All years £2.90 million" in said
    assert "2027-28 −£60,000 to £5.00 million" in said
    assert "Savings −£500,000 Net £2.90 million" in said
    assert "More caseworkers Needed, 2027-28 12.0 Beside those that keep up without 50.0" in said
    assert "Cannot be filled, 2027-28 10.0" in said
    assert "More SEND managers Needed, 2027-28 3.0 Full-time" in said
    assert "Provision, left out of every total 2027-28 £30,000 All years £30,000" in said
    assert "Part years, in no total 27 March 2027 to 31 March 2027 (of 2026-27) £8,200" in said
    assert "England" not in said


def test_posts_that_measures_spare_are_named_so_and_never_negative(burden: Assessment) -> None:
    said = plain(cards(burden))
    assert "Fewer educational psychologists Spared, 2029-30 1.5" in said
    assert "More educational psychologists" not in said
    chart = charts_of(burden)["posts"]
    assert rows(chart, "spared") == [1.5]
    assert "2029-30: 1.5 spared." in chart.summary
    assert all(row.value is None or row.value >= 0 for row in chart.rows)


def test_no_provision_is_said_where_there_is_none(burden: Assessment) -> None:
    without = replace(burden, provision=burden.provision.iloc[:0])
    assert "Provision, left out of every total All years none" in plain(cards(without))


def test_part_years_stand_in_a_table_of_their_own_and_in_no_total(burden: Assessment) -> None:
    said = plain(tables(burden))
    assert "Part years, in no total and beside no grant, 2026-27 prices Days" in said
    days = "27 March 2027 to 31 March 2027 (of 2026-27 )"
    assert f"{days} £7,000 £1,500 £300 £8,200 £7,400 £8,200 £600" in said
    assert "All years £1.20 million £2.20 million £500,000 £2.90 million" in said
    none = replace(burden, part_years=burden.part_years.iloc[:0])
    assert "Part years" not in plain(tables(none)) + plain(cards(none))
    assert "2026-27" not in {row.x for row in charts_of(burden)["years"].rows}


def test_the_widest_unconfirmed_assumption_is_named_first_until_confirmed(
    burden: Assessment, scenario: Scenario
) -> None:
    said = plain(to_confirm(burden))
    assert said.startswith("2 of 2 assumptions are unconfirmed")
    assert "from 1 to 6 hours a list; moves the cost of all years by £2.00 million" in said
    assert "from 20% to 100%; moves the cost of all years by £400,000" in said
    assert said.index("£2.00 million") < said.index("£400,000")
    override = {"value": BUILD, "to": 3.0, "reason": "our time study"}
    confirmed = small_burden(scenario.changed(overrides=[override]))
    assert plain(to_confirm(confirmed)).startswith("1 of 2 assumptions are unconfirmed")


def test_every_warning_is_said_once_and_escaped(burden: Assessment) -> None:
    said = to_check(burden)
    assert said.count("A &lt;b&gt;warning") == 1
    assert said.count("No caseload standard is set") == 1


def test_savings_stand_below_nought_and_the_net_is_marked(burden: Assessment) -> None:
    chart = charts_of(burden)["years"]
    assert rows(chart, "savings") == [-100_000, -200_000, -200_000]
    assert rows(chart, "net") == [1_400_000, 900_000, 600_000]
    assert chart.title == "The net cost is highest in 2027-28: £1.40 million"


def test_the_measures_add_up_to_the_net_burden(burden: Assessment) -> None:
    chart = charts_of(burden)["measures"]
    assert sum(filter(None, rows(chart, "more"))) == 2_900_000
    assert rows(chart, "total") == [2_900_000]
    assert chart.across
    assert (
        chart.title == "“Tailored lists of settings” costs most: £2.40 million of £2.90 million net"
    )
    assert {one.id for one in chart.series} == {"more", "total"}


def test_posts_that_can_be_filled_and_not_add_up_to_those_needed(burden: Assessment) -> None:
    chart = charts_of(burden)["posts"]
    assert chart.title == "Only 2.0 of the 12.0 more caseworkers needed in 2027-28 can be hired"
    assert rows(chart, "filled") == [2, 10]
    assert rows(chart, "unfilled") == [10, 0]
    assert rows(chart, "unknown") == [3]


def test_the_three_costs_stand_beside_each_other_as_far_as_they_are_known(
    burden: Assessment,
) -> None:
    chart = charts_of(burden)["ways"]
    assert rows(chart, "limits") == [500_000, 700_000, None]
    # Of the two years that hiring limits are known for: 0.5 + 0.7 of 1.4 + 0.9 million.
    assert chart.title == "Within today's hiring limits £1.20 million of £2.30 million is spent"


def test_a_grant_is_compared_only_where_one_is_offered(
    burden: Assessment, granted: Assessment
) -> None:
    assert "grant" not in charts_of(burden)
    assert grant_words(burden) == ""
    chart = charts_of(granted)["grant"]
    # 1.4 million at two per cent more is 1.428 million.
    assert chart.title == "The grant offered is £428,000 short of £1.43 million"
    assert "part funded; £43 a plan short" in plain(grant_words(granted))


def test_a_grant_that_rounding_alone_leaves_short_pays_for_the_cost(granted: Assessment) -> None:
    first = granted.grant["financial_year"] == YEARS[0]
    grant = granted.grant.assign(cash_net_gbp=granted.grant["cash_net_gbp"].mask(first, 1e6 + 1e-7))
    grant = grant.assign(
        verdict=grant["verdict"].mask(first, "funded"), per_plan_gbp=first.map({True: -1e-11})
    )
    equal = replace(granted, grant=grant)
    title = "The grant offered pays for the cost: £1.00 million for £1.00 million"
    assert charts_of(equal)["grant"].title == title
    assert "funded; £0 a plan left over" in plain(grant_words(equal))


def test_a_burden_that_is_rounding_alone_costs_nothing(burden: Assessment) -> None:
    leftover = {"net_gbp": 1e-7}
    level = replace(
        burden,
        by_year=burden.by_year.assign(**leftover),
        by_measure=burden.by_measure.assign(net_gbp=[-1e-7, 1e-7]),
    )
    charts = charts_of(level)
    saved = "The new duties save at least what they cost, in every year"
    assert charts["years"].title == saved
    assert charts["measures"].title == "Every measure saves at least what it costs"
    assert rows(charts["measures"], "less") == []


def test_a_burden_of_nothing_still_reads(burden: Assessment) -> None:
    empty = {name: table.iloc[:0] for name, table in burden.tables.items()}
    years = burden.by_year.assign(
        **{name: 0.0 for name in burden.by_year if str(name).endswith("_gbp")}
    )
    nothing = replace(
        burden, **{**empty, "by_year": years, "grant": burden.grant}, measures=(), warnings=[]
    )
    assert charts_of(nothing)["years"].title == "No measure is switched on, so there is no burden"
    assert set(charts_of(nothing)) == {"years", "ways"}
    assert "£0" in plain(cards(nothing))
    assert "Nothing: all of it can be done" in plain(tables(nothing))
    assert "No assumption in use" in to_confirm(nothing)


def test_the_tables_name_the_continued_year_the_break_even_and_the_work_left_undone(
    burden: Assessment,
) -> None:
    said = plain(tables(burden))
    assert "2029-30 (repeats the year before)" in said
    assert "2.5 times those assumed" in said
    assert "it saves nothing" in said
    assert "Tailored lists: Lists (hours, caseworker) 2,094 5,389" in said
    assert "October 2027 to December 2027 80 cases 66 cases" in said
    assert "Provision (top-ups, places, transport), left out of every total" in said
