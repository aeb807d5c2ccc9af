"""The modelled burden of Devon against theorems, arithmetic, and solving from nothing."""

from __future__ import annotations

import datetime as dt
from itertools import combinations, permutations

import numpy as np
import pytest

import burdens
from burdens.assessment.accounting import Accounts
from burdens.assessment.duties import applied, duties_of
from burdens.assessment.modelled import model
from burdens.assessment.with_and_without import Posts, WithAndWithout
from burdens.assessment.work import hours_of
from burdens.assessment.years import years_of
from burdens.problem import Inputs, demand_of, problem_of
from burdens.programme import keep_up
from burdens.scenario import Scenario
from tests.assessment.conftest import FOUR, START

pytestmark = [pytest.mark.truth, pytest.mark.slow]
POUND = 1.0


class Case:
    """Devon and some measures, ready to be solved with any of them."""

    def __init__(self, scenario: Scenario) -> None:
        self.chosen = applied(scenario)
        self.names = [measure.id for measure in self.chosen]
        self.inputs = Inputs.of(scenario)
        demanded = demand_of(self.inputs)
        self.problem = problem_of(self.inputs, demanded)
        self.accounts = Accounts(self.inputs, years_of(scenario, self.problem))
        self.duties, _ = duties_of(self.inputs, demanded, self.problem, self.chosen)
        self.both = self.afresh()

    def afresh(self) -> WithAndWithout:
        return WithAndWithout(self.accounts, self.problem, self.duties)

    def subsets(self) -> list[frozenset[str]]:
        sizes = range(len(self.names) + 1)
        return [frozenset(some) for size in sizes for some in combinations(self.names, size)]

    def gross(self, members: frozenset[str]) -> Posts:
        return self.both.posts(members, "central", spared=False)


@pytest.fixture(scope="module")
def devon() -> Scenario:
    return burdens.new("Devon", start=START)


@pytest.fixture(scope="module")
def case(devon: Scenario) -> Case:
    return Case(devon.changed(measures=[{"measure": name} for name in FOUR]))


@pytest.fixture(scope="module")
def later(devon: Scenario) -> Case:
    """Return measures that start one after the other, in the middle of years."""
    starts = {
        "mediation": START,
        "tailored_lists": dt.date(2028, 9, 4),
        "digital_ehcps": dt.date(2029, 1, 8),
    }
    return Case(devon.changed(measures=[{"measure": n, "from": day} for n, day in starts.items()]))


def test_without_is_what_keeps_up(case: Case) -> None:
    for role, by_year in keep_up(case.problem).items():
        assert case.both.established[role] == pytest.approx(by_year)


def test_no_measure_adds_exactly_nobody(case: Case) -> None:
    posts = case.gross(frozenset())
    assert all((added == 0.0).all() for added in posts.values())
    assert (case.both.cost(posts) == 0.0).all()


def test_adding_a_measure_never_lowers_the_cost(case: Case) -> None:
    """More work, every limit kept: a theorem of linear programming, on all 16 sets."""
    cost = {members: case.both.cost(case.gross(members)).sum() for members in case.subsets()}
    for members, gbp in cost.items():
        for name in set(case.names) - members:
            assert cost[members | {name}] >= gbp * (1 - 1e-3)


def test_solving_again_in_place_gives_what_solving_from_nothing_gives(case: Case) -> None:
    for members in (frozenset(case.names), frozenset({"tailored_lists"})):
        for level, spared in (("central", False), ("high", True)):
            case.gross(frozenset({"mediation"}))  # the last answer was another
            again = case.both.posts(members, level, spared=spared)
            fresh = case.afresh().posts(members, level, spared=spared)
            for role, added in fresh.items():
                assert again[role] == pytest.approx(added, abs=1e-5), (members, level, role)


def test_shapley_shares_add_up_to_the_whole(case: Case) -> None:
    found = model(case.accounts, case.problem, case.duties, case.names)
    whole = case.both.cost(case.gross(frozenset(case.names)))
    assert sum(found.gross.shares.values()) == pytest.approx(whole, abs=len(case.names) * 0.01)


def test_each_measure_bears_the_mean_over_all_orders_of_what_it_adds(case: Case) -> None:
    """By the definition, on all 24 orders, all years together; two roles do the work."""
    found = model(case.accounts, case.problem, case.duties, case.names)
    roles = list(case.problem.roles)
    cost = {
        members: case.both.cost(case.gross(members)).reshape(-1, len(roles)).sum(axis=0)
        for members in case.subsets()
    }
    orders = list(permutations(case.names))
    for name in case.names:
        added = sum(
            cost[frozenset(order[: place + 1])] - cost[frozenset(order[:place])]
            for order in orders
            for place in (order.index(name),)
        )
        share = found.gross.shares[name].reshape(-1, len(roles)).sum(axis=0)
        assert share == pytest.approx(added / len(orders), rel=1e-4, abs=POUND), name


def test_dearer_values_never_cost_less(case: Case) -> None:
    everyone = frozenset(case.names)
    costs = [
        case.both.cost(case.both.posts(everyone, level, spared=False)).sum()
        for level in ("low", "central", "high")
    ]
    assert costs == sorted(costs)


def test_what_is_spared_is_no_more_than_the_hours_of_posts_given_up(case: Case) -> None:
    """Over all years together, hours spared over hours of a post bound the posts spared."""
    everyone = frozenset(case.names)
    with_, without = (
        case.both.posts(everyone, "central", spared=spared)["caseworker"][case.both.periods]
        for spared in (True, False)
    )
    hours = sum(
        hours_of(case.accounts, duty, "central").sum()
        for duty in case.both.savings
        if duty.role == "caseworker"
    )
    productive = case.both.terms["caseworker"].productive
    assert 0 < ((without - with_) * productive).sum() <= 1.25 * hours


def test_nobody_is_added_before_the_first_measure_starts(devon: Scenario) -> None:
    late = Case(
        devon.changed(measures=[{"measure": "tailored_lists", "from": dt.date(2028, 9, 4)}])
    )
    first = late.both.begins["tailored_lists"]
    added = late.gross(frozenset(late.names))["caseworker"][late.both.periods]
    assert late.inputs.calendar.first_days[first] >= dt.date(2028, 9, 4)
    assert added[:first] == pytest.approx(np.zeros(first), abs=1e-5)
    assert added[first] > 1


def test_a_measure_costs_and_spares_nothing_before_it_starts(later: Case) -> None:
    """Not for itself, not in the share it bears of all of them: posts until then are settled."""
    found = model(later.accounts, later.problem, later.duties, later.names)
    starts = {"mediation": 2027, "tailored_lists": 2028, "digital_ehcps": 2028}
    for name, share in found.gross.shares.items():
        for (year, role), gbp in zip(found.keys, share, strict=True):
            if year < starts[name]:
                assert gbp == pytest.approx(0, abs=POUND), (name, year, role)


def test_gross_posts_are_never_fewer_than_without(later: Case) -> None:
    for members in later.subsets():
        for role, added in later.gross(members).items():
            assert (added >= -1e-6).all(), (members, role)


def test_a_saving_gives_up_no_more_posts_than_its_hours_fill(later: Case) -> None:
    found = later.both.posts(frozenset(later.names), "central", spared=True)
    for role, added in found.items():
        spared = sum(
            (
                hours_of(later.accounts, duty, "central")
                for duty in later.both.savings
                if duty.role == role
            ),
            np.zeros(later.problem.buckets),
        )
        most = (spared / later.both.terms[role].productive).max()
        assert (added >= -most - 1e-6).all()


def test_posts_with_the_measures_keep_the_caseload_standard(devon: Scenario) -> None:
    """A standard of 100 asks for more caseworkers than the hours do: nobody is given up."""
    caseload = {"caseload": {"cases_per_caseworker": 100}}
    chosen = [{"measure": "mediation"}, {"measure": "key_stage_reviews"}]
    strict = Case(devon.changed(measures=chosen, standards=caseload))
    added = strict.both.posts(frozenset(strict.names), "central", spared=True)["caseworker"]
    rule = strict.problem.caseload
    assert rule is not None
    for bucket, cases in enumerate(rule.cases):
        year = strict.problem.years[strict.problem.months[bucket]]
        posts = strict.both.established["caseworker"][year] + added[strict.both.periods[bucket]]
        assert posts >= cases / 100 - 1e-5
    assert (added >= -1e-5).all()
    free = Case(devon.changed(measures=chosen))
    without_standard = free.both.posts(frozenset(free.names), "central", spared=True)
    assert without_standard["caseworker"].min() < -1


def test_level_work_of_a_new_duty_is_arithmetic(devon: Scenario) -> None:
    """By hand, where there is no other work: hours of a year over hours of a post, times its price.

    Turnover is in the price of a post, and filling the posts costs once, in the first year.
    """
    case = Case(devon.changed(measures=[{"measure": "tailored_lists"}]))
    refresh = [d for d in case.duties if (d.line.id, d.role) == ("register_refresh", "caseworker")]
    pay, hire, ramp, leavers, hours_a_bucket = 2000.0, 3000.0, (0.5, 0.25), 0.01, 60.0
    count, size = case.problem.buckets, case.problem.bucket_weeks
    even = case.problem.roles["caseworker"].model_copy(
        update={
            "productive": (hours_a_bucket,) * count,
            "cost_week": (pay,) * count,
            "hire_cost": hire,
            "ramp": ramp,
            "attrition": leavers,
        }
    )
    alone = case.problem.changed(
        pathways=(), caseload=None, published=None, discount=None, roles={"caseworker": even}
    )
    both = WithAndWithout(case.accounts, alone, refresh)
    posts = both.posts(frozenset(case.names), "central", spared=False)["caseworker"]
    cost = dict(zip(both.keys, both.cost({"caseworker": posts}), strict=True))

    hours = case.inputs.value("tailored_lists.register_refresh_hours")
    fte = hours * size / 52 / hours_a_bucket
    months_a_bucket = size * 7 / (365.25 / 12)
    price = pay + leavers * (months_a_bucket * hire + sum(ramp) * pay)
    newcomer = hire + sum(ramp) * pay / months_a_bucket
    assert posts == pytest.approx(np.full(len(posts), fte), rel=1e-6)
    assert cost[2027, "caseworker"] == pytest.approx(fte * (26 * price + newcomer), rel=1e-6)
    assert cost[2028, "caseworker"] == pytest.approx(fte * 26 * price, rel=1e-6)
