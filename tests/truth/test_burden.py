"""The modelled burden against theorems, and against solving from nothing."""

from __future__ import annotations

from itertools import combinations

import pytest

import burdens
from burdens.assessment.accounting import Accounts
from burdens.assessment.duties import applied, duties_of
from burdens.assessment.modelled import WithAndWithout, model
from burdens.assessment.staffed import fully_staffed, hours_of, with_work
from burdens.assessment.years import years_of
from burdens.problem import Inputs, Problem, demand_of, problem_of
from burdens.programme import Session, write_programme

pytestmark = [pytest.mark.truth, pytest.mark.slow]
TOLERANCE = 1e-6


class Case:
    """Devon and the four measures of a new scenario, ready to be solved with any of them."""

    def __init__(self) -> None:
        scenario = burdens.new("Devon")
        self.chosen = applied(scenario)
        self.names = [measure.id for measure in self.chosen]
        self.inputs = Inputs.of(scenario)
        demanded = demand_of(self.inputs)
        self.problem = problem_of(self.inputs, demanded)
        self.accounts = Accounts(self.inputs, years_of(scenario, self.problem))
        self.duties, _ = duties_of(self.inputs, demanded, self.problem, self.chosen)
        self.both = WithAndWithout(self.accounts, self.problem, self.duties)

    def subsets(self) -> list[frozenset[str]]:
        sizes = range(len(self.names) + 1)
        return [frozenset(some) for size in sizes for some in combinations(self.names, size)]


@pytest.fixture(scope="module")
def case() -> Case:
    return Case()


def test_adding_a_measure_never_lowers_the_least_cost(case: Case) -> None:
    """More work, the same standards: a theorem of linear programming, on all 16 sets."""
    solved = {
        members: case.both.solve(members, "central", spared=False) for members in case.subsets()
    }
    gross = {members: case.both.cost.read(one).sum() for members, one in solved.items()}
    for members, one in solved.items():
        for name in set(case.names) - members:
            more = solved[members | {name}]
            assert more.objective >= one.objective * (1 - TOLERANCE)
            assert gross[members | {name}] >= gross[members] * (1 - TOLERANCE)


def test_solving_again_in_place_gives_what_solving_from_nothing_gives(case: Case) -> None:
    for members in (frozenset(case.names), frozenset({"tailored_lists"}), frozenset[str]()):
        again = case.both.solve(members, "central", spared=False).objective
        assert again == pytest.approx(afresh(case, members).objective, rel=TOLERANCE)


def test_savings_in_place_are_hours_that_need_not_be_worked(case: Case) -> None:
    """The same as taking the spared hours off what a programme written anew must work."""
    again = case.both.solve(frozenset(case.names), "central", spared=True)
    fresh = afresh(case, frozenset(case.names), spared=True)
    assert again.objective == pytest.approx(fresh.objective, rel=TOLERANCE)
    full = case.both.solve(frozenset(case.names), "central", spared=False)
    assert again.objective < full.objective


def afresh(case: Case, members: frozenset[str], *, spared: bool = False):  # noqa: ANN201
    """Write the programme of these measures alone and solve it from nothing."""
    work = [duty for duty in case.both.work if duty.measure.id in members]
    weight = case.inputs.value("weights.overdue_case_week")
    problem = with_work(fully_staffed(case.inputs, case.problem), case.accounts, work, weight)
    if spared:
        problem = with_relief(case, problem, members)
    return Session(write_programme(problem)).solve()


def with_relief(case: Case, problem: Problem, members: frozenset[str]) -> Problem:
    roles = dict(problem.roles)
    for name, role in roles.items():
        hours = [
            hours_of(case.accounts, duty, "central")
            for duty in case.both.savings
            if duty.role == name and duty.measure.id in members
        ]
        relief = tuple(map(sum, zip(*hours, strict=True))) if hours else role.relief
        roles[name] = role.model_copy(update={"relief": relief})
    return problem.changed(roles=roles)


def test_shapley_shares_add_up_to_the_whole(case: Case) -> None:
    found = model(case.accounts, case.problem, case.duties, case.names)
    everyone = case.both.cost.read(
        case.both.solve(frozenset(case.names), "central", spared=False)
    ).sum()
    without = case.both.cost.read(case.both.solve(frozenset(), "central", spared=False)).sum()
    shares = sum(share.sum() for share in found.gross.shares.values())
    assert shares == pytest.approx(everyone - without, rel=1e-6)


def test_dearer_values_never_cost_less(case: Case) -> None:
    everyone = frozenset(case.names)
    costs = [
        case.both.solve(everyone, level, spared=False).objective
        for level in ("low", "central", "high")
    ]
    assert costs == sorted(costs)
