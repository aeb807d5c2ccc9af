"""What is needed, what would help, and the caseload, as the page says them."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING

import pytest

from burdens.pages.workforce.caseload_line import line_table, standards_of, work_based
from burdens.pages.workforce.needs_tables import needs_tables
from burdens.pages.workforce.what_helps import what_helps
from burdens.plans import Help, Span
from tests.pages.small_plan import small_helps, small_line

if TYPE_CHECKING:
    from burdens.plans import Plan
    from burdens.scenario import Scenario


def rows(html: str) -> list[list[str]]:
    """Return the cells of every row of the tables."""
    return [
        [unescape(re.sub(r"<[^>]+>", "", cell)) for cell in re.findall(r"<t[hd].*?</t[hd]>", row)]
        for row in re.findall(r"<tr>.*?</tr>", html)
    ]


def test_each_role_has_what_keeps_up_and_the_plain_arithmetic_below_it(plan: Plan) -> None:
    found = rows(needs_tables(plan))
    assert found[0] == ["Role", "2027-28", "2028-29"]
    assert found[1] == ["Educational psychologist: to keep up", "30.0", "26.0"]
    assert found[2] == ["Educational psychologist: work divided by hours", "29.0", "25.0"]
    assert found[6] == ["Caseworker: work divided by hours", "59.0", "65.5"]


def test_each_role_has_hours_and_posts_to_catch_up_and_a_peak_with_its_month(plan: Plan) -> None:
    found = rows(needs_tables(plan))
    assert found[8] == ["Educational psychologist", "3,000", "3.0", "41.2", "August 2028"]
    assert found[10] == ["Caseworker", "6,000", "6.0", "80.0", "August 2028"]


def test_what_helps_is_told_in_children_weeks_and_pounds_a_year_most_children_first() -> None:
    said = re.findall(r"<li>(.*?)</li>", what_helps(small_helps()))
    assert said == [
        (
            "Educational psychologist: one more appointed a month: 430 fewer children past a limit at the end; "
            "plans issued 6 weeks sooner; £400,000 a year more."
        ),
        (
            "Educational psychologist: a tenth fewer hours a case: 120 fewer children past a limit at the end; "
            "at the same cost."
        ),
        (
            "New cases first: 35 more children past a limit at the end; plans issued 2.5 weeks sooner; "
            "at the same cost."
        ),
    ]


def test_what_does_not_help_a_child_stands_apart() -> None:
    html = what_helps(small_helps())
    ranked, rest = html.split("<h3>No fewer children past a limit</h3>")
    assert "New cases first" in rest
    assert ranked.count("<li>") == 2
    assert "<ol>" in ranked


def test_a_change_with_markup_in_its_words_is_escaped() -> None:
    assert "&lt;b&gt;" in what_helps([Help("x", "<b>", 5.0, 0.0, 0.0)])


def test_where_nothing_helps_that_is_said() -> None:
    assert "No change of those that the tool tries" in what_helps(())


def test_the_work_based_caseload_has_its_range(plan: Plan) -> None:
    assert "<strong>138 (120 to 150)</strong>" in work_based(plan)
    alike = replace(plan, work_based_caseload=Span(138.0, 138.0, 138.0))
    assert "<strong>138</strong>" in work_based(alike)
    assert "is not known" in work_based(replace(plan, work_based_caseload=None))


def test_the_line_marks_the_chosen_standard_alone() -> None:
    found = rows(line_table(small_line([100.0, 150.5, 200.0]), 150.5))
    assert [row[0] for row in found[1:]] == ["100", "150.5, your standard", "200"]
    # 12,000 cases over 100 are 120 caseworkers, at GBP 50,000.
    assert found[1][1:] == ["120.0", "£6.00 million", "90%", "12"]
    assert "your standard" not in line_table(small_line([100.0, 200.0]), None)


def test_a_number_that_the_line_does_not_know_is_no_number_on_the_page() -> None:
    line = small_line([100.0]).assign(posts_fte=math.nan, on_time=math.nan)
    assert rows(line_table(line, None))[1] == [
        "100",
        "not known",
        "£6.00 million",
        "not known",
        "12",
    ]


@pytest.mark.parametrize("chosen", [None, 120.0, 155.5, 400.0])
def test_the_line_goes_from_80_to_250_by_tens_with_the_chosen_standard_in_its_place(
    scenario: Scenario, chosen: float | None
) -> None:
    caseload = None if chosen is None else {"cases_per_caseworker": chosen}
    found = standards_of(scenario.changed(standards={"caseload": caseload}))
    tens = [80.0 + 10 * step for step in range(18)]
    assert found == sorted({*tens, *([chosen] if chosen else [])})
