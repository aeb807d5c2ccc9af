"""The method page without a browser: what it says, and what it does when something is wrong."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest

from burdens.errors import Fault, NotOptimalError
from burdens.known_problems import KnownProblem, Outcome, known_problems
from burdens.law import read_pathways
from burdens.pages import MethodPage, Passage
from burdens.programme.definitions import ADDED, KNOWN, NEED, PROGRAMME
from burdens.symbols import GIVEN, SETS, Rule, Symbol, mathml_of, words_of
from burdens.symbols.prices import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterator

PARTS = ("example", "too_few", "run", "burden", "sets", "given", "solved", "settled", "small")
PARTS += ("rules", "needed", "added", "problem", "law", "publications")


class Solver:
    """Returns the known answers, but for those that it is told to get wrong."""

    def __init__(self, **wrong: float) -> None:
        self.wrong = wrong
        self.solved: list[str] = []

    def __call__(self, known: KnownProblem) -> Outcome:
        self.solved.append(known.id)
        return Outcome(known, self.wrong.get(known.id, known.answer))


@pytest.fixture(scope="module")
def page() -> MethodPage:
    return MethodPage(solver=Solver())


def passages(widget: Any) -> Iterator[Passage]:
    if isinstance(widget, Passage):
        yield widget
    for child in getattr(widget, "children", ()):
        yield from passages(child)


def html(widget: Any) -> str:
    return "".join(passage.html for passage in passages(widget))


def words(widget: Any) -> str:
    """What a reader reads, without marks of layout."""
    return " ".join("".join(ET.fromstring(f"<p>{html(widget)}</p>").itertext()).split())  # noqa: S314


def table_rows(text: str) -> list[list[str]]:
    """Return the cells of every row of the tables in a text."""
    root = ET.fromstring(f"<p>{text}</p>")  # noqa: S314
    return [["".join(cell.itertext()) for cell in row] for row in root.iter("tr")]


@pytest.mark.parametrize("part", PARTS)
def test_every_part_is_well_formed_and_says_something(page: MethodPage, part: str) -> None:
    assert len(words(getattr(page, part))) > 50


def test_the_example_can_be_followed_with_a_pocket_calculator(page: MethodPage) -> None:
    said = words(page.example)
    assert "4 in week 1, 10 in week 2, 12 in week 3, 3 in week 4 and 5 in week 5" in said
    assert "those of week 1 by the end of week 3" in said
    assert "34 cases × 6 hours = 204 hours" in said
    assert "204 ÷ 7 = 29.1 hours a week" in said
    assert "from week 2 to week 5: 22 cases × 6 hours = 132 hours, in 4 weeks" in said
    assert "33 hours ÷ 22 hours = 1.5 full-time people" in said


def test_every_stretch_of_weeks_is_shown_and_its_hours_can_be_divided(page: MethodPage) -> None:
    rows = [row for row in table_rows(html(page.example)) if " to " in row[0]]
    cases = {1: 4, 2: 10, 3: 12, 4: 3, 5: 5}
    assert len(rows) == 5 + 4 + 3 + 2 + 1
    for stretch, inside, hours, weeks, need in rows:
        first, last = (int(week) for week in stretch.split(" to "))
        come = sum(number for week, number in cases.items() if first <= week <= last - 2)
        assert (int(inside), int(hours), int(weeks)) == (come, 6 * come, last - first + 1)
        assert float(need.split()[0]) == pytest.approx(6 * come / (last - first + 1), abs=0.05)
    assert [row[0] for row in rows if "the most" in row[-1]] == ["2 to 5"]


def test_the_hours_are_shown_to_be_enough_week_by_week(page: MethodPage) -> None:
    rows = [row for row in table_rows(html(page.example)) if row[-1].endswith("in time")]
    assert [row[2] for row in rows] == ["24", "33", "33", "33", "33", "33", "15"]
    assert all(int(row[4]) >= int(row[5]) for row in rows)


def test_the_programme_is_said_to_agree_with_the_hand_only_where_it_does(page: MethodPage) -> None:
    assert "It gives 33 hours a week. The same." in words(page.agreement)
    other = MethodPage(solver=Solver(five_weeks=34.0))
    assert "It gives 34 hours a week. That is not the same" in words(other.agreement)
    assert "burdens-answer-differs" in other.agreement.html


def test_lateness_in_turn_can_be_counted_from_the_table(page: MethodPage) -> None:
    rows = [row for row in table_rows(html(page.too_few)) if len(row) == 5 and row[0].isdigit()]
    come = [4, 10, 12, 3, 5, 0, 0, 0, 0, 0]
    assert [int(row[1]) for row in rows] == come
    for week, row in enumerate(rows):
        done, due = min(4 * (week + 1), sum(come[: week + 1])), sum(come[: max(week - 1, 0)])
        assert [int(cell) for cell in row[2:]] == [done, due, max(due - done, 0)]
    spoken = words(page.too_few)
    assert "24 ÷ 6 = 4 cases" in spoken
    assert "6, 5, 6 and 2 make 19 case-weeks late. Nobody waits longer than 4 weeks." in spoken


def test_a_kept_share_makes_the_others_late_by_as_much(page: MethodPage) -> None:
    rows = [row for row in table_rows(html(page.too_few)) if len(row) == 6 and row[0].isdigit()]
    numbers = [[float(cell) for cell in row] for row in rows]
    assert all(kept_done >= kept_due for _, kept_due, kept_done, *_ in numbers)
    totals = [0.0, *(kept + waiting for _, _, kept, _, waiting, _ in numbers)]
    assert all(b - a <= 4 for a, b in itertools.pairwise(totals))
    assert totals[-1] == 34
    assert sum(late for *_, late in numbers) == 19
    spoken = words(page.too_few)
    assert "In the waiting lane it is 19 case-weeks, and the longest wait is now 5 weeks." in spoken


def test_the_programme_of_a_plan_is_said_to_agree_only_where_it_does(page: MethodPage) -> None:
    spoken = words(page.lateness)
    assert "It gives 19 case-weeks late. The same." in spoken
    assert "It gives 19 case-weeks late in the waiting lane. The same." in spoken
    other = MethodPage(solver=Solver(five_weeks_kept=18.5))
    assert "gives 18.5 case-weeks late in the waiting lane. That is not" in words(other.lateness)
    assert other.lateness.html.count("burdens-answer-differs") == 1


def test_the_checks_are_listed_with_their_answers_before_they_are_run(page: MethodPage) -> None:
    rows = table_rows(page.table.html)[1:]
    assert [row[0] for row in rows] == [known.title for known in known_problems().values()]
    assert {tuple(row[2:]) for row in rows} == {("not run yet", "not run yet")}
    answers = [row[1] for row in rows]
    assert answers[1:3] == ["19 case-weeks late", "19 case-weeks late in the waiting lane"]
    assert answers[3:5] == ["116.667 hours a week", "200 hours a week"]
    assert answers[-2:] == ["£593,776.51", "£593,776.51"]


def test_the_checks_say_what_was_found_and_whether_it_agrees() -> None:
    solver = Solver(technicians=593_777.5)
    page = MethodPage(solver=solver)
    solver.solved.clear()
    page.progress.click()
    assert solver.solved == list(known_problems())
    found = {row[0]: row[2:] for row in table_rows(page.table.html)[1:]}
    wrong = known_problems()["technicians"].title
    assert found.pop(wrong) == ["£593,777.50", "✗ no"]
    assert {row[1] for row in found.values()} == {"✓ yes"}
    assert "1 of 11 do not agree. Do not rely on this version" in page.status.html
    solver.wrong.clear()
    page.progress.click()
    assert "all 11 agree" in page.status.html


def test_checks_that_are_cancelled_change_nothing() -> None:
    page = MethodPage(solver=Solver())
    before = page.table.html
    page._solver = lambda known: page._work.cancel() or Outcome(known, 0.0)  # noqa: SLF001
    page.progress.click()
    assert "Cancelled" in page.status.html
    assert page.table.html == before
    assert not page.progress.running


def test_a_solver_that_fails_is_shown_in_the_panel_and_the_page_stays() -> None:
    def stops(*_: object) -> Outcome:
        raise NotOptimalError("The plan was not solved", [Fault("HiGHS stopped.")])

    page = MethodPage(solver=stops)
    assert page.agreement.html == ""
    assert "HiGHS stopped" in html(page.example)
    page.progress.click()
    assert "HiGHS stopped" in page.panel.html
    assert page.status.html == ""
    assert "1.5 full-time people" in words(page.example)


def test_a_burden_is_shared_out_whole(page: MethodPage) -> None:
    """Alone 5.5 and 11, after the other 7.33 and 12.83: the means are 6.42 and 11.92."""
    said = words(page.burden)
    assert "The burden is 51.3 − 33 = 18.3 hours a week" in said
    rows = {row[0]: row[1:] for row in table_rows(html(page.burden))}
    assert rows["A, then B"] == ["5.5", "12.8"]
    assert rows["B, then A"] == ["7.3", "11"]
    assert rows["Mean: the share"] == ["6.4", "11.9"]
    assert "add up to the whole burden of 18.3" in said


@pytest.mark.parametrize(
    ("part", "rules"),
    [
        ("settled", PROGRAMME.definitions),
        ("small", PROGRAMME.objective),
        ("rules", {**PROGRAMME.rows, **PROGRAMME.bounds}),
        ("needed", {**NEED.objective, **NEED.bounds, "capacity": NEED.rows["capacity"]}),
        ("added", {**ADDED.objective, **ADDED.bounds, "capacity": ADDED.rows["capacity"]}),
    ],
)
def test_every_rule_is_shown_with_its_sentence_its_equation_and_its_words(
    page: MethodPage, part: str, rules: dict[str, Rule]
) -> None:
    shown, spoken = html(getattr(page, part)), words(getattr(page, part))
    for name, rule in rules.items():
        if part == "added" and rule is NEED.bounds.get(name):
            continue
        assert rule.title in spoken
        assert rule.description in spoken
        for equation in rule.equations:
            assert mathml_of(equation, KNOWN) in shown
            assert words_of(equation, KNOWN)[1:] in spoken
            assert equation.where in spoken


@pytest.mark.parametrize("part", ["needed", "added"])
def test_a_rule_that_is_written_out_above_is_named_and_not_repeated(
    page: MethodPage, part: str
) -> None:
    order = PROGRAMME.rows["order"]
    assert order.title in words(getattr(page, part))
    assert mathml_of(order.equations[0], KNOWN) not in html(getattr(page, part))


@pytest.mark.parametrize(
    ("part", "symbols"),
    [
        ("sets", SETS),
        ("given", GIVEN),
        ("solved", PROGRAMME.columns),
        ("settled", PROGRAMME.derived),
        ("needed", {**NEED.asked, "posts": NEED.columns["posts"]}),
        ("added", {**ADDED.asked, "added": ADDED.columns["added"]}),
    ],
)
def test_every_symbol_is_shown_with_its_meaning_and_its_unit(
    page: MethodPage, part: str, symbols: dict[str, Symbol]
) -> None:
    rows = [row for row in table_rows(html(getattr(page, part))) if len(row) > 1]
    shown = {row[1]: (row[0], row[2:]) for row in rows}
    for symbol in symbols.values():
        named, unit = shown[symbol.description]
        assert named.startswith(symbol.sign)
        assert named.endswith(symbol.title)
        assert unit == ([symbol.unit] if symbol.unit else [])


def test_no_weight_is_shown_as_pounds(page: MethodPage) -> None:
    rows = table_rows(html(page.given))
    weights = {row[0]: row[-1] for row in rows if "Weight of " in row[0]}
    assert len(weights) == len(WEIGHTS)
    assert not any("GBP" in unit or "£" in unit for unit in weights.values())
    units = re.findall(r"Unit: ([^.]+)\.", words(page.small))
    assert Counter(units) == {"GBP": 4, "policy weight": 5}
    assert "£" not in words(page.small)


def test_the_law_that_is_in_force_is_linked_and_no_other(page: MethodPage) -> None:
    linked = set(re.findall(r'href="([^"]+)"', html(page.law)))
    limits = [limit for fact in read_pathways() for task in fact.tasks for limit in task.values]
    assert linked == {one.reference.href for one in limits if one.status == "in force"}
    assert "EHC needs assessment. " in words(page.law)
