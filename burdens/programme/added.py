"""Posts that new duties add to those that keep up.

The work that is there keeps every limit with the posts that keep up, and stands where it would
without the duties as each financial year ends, so that no year bears another one's cost. Duties
come with limits of their own; they begin with an empty desk and leave one behind, so that no plan
is cheap by putting work off past its end. What is minimised is the pay of added posts, at one level
from the start of a duty to the end of a financial year, and what filling them costs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from burdens.problem import Pathway, Problem
from burdens.programme.capacity import write_assistance
from burdens.programme.lanes import new_cases
from burdens.programme.model import Array, Arrays, Model, Places
from burdens.programme.need import DESCRIPTION as NEED
from burdens.programme.need import write_new_cases
from burdens.programme.soonest import year_ends
from burdens.programme.work import Work, write_load, write_order
from burdens.symbols import Description, Equation, Rule, Symbol

# Of equal answers the most even is taken, and of these the earliest; neither is in any cost told.
UNEVEN = 1e-2  # price of a post given up, over its pay of a year
LATER = 1e-4  # share a year by which later posts are dearer
WEEKS_A_YEAR = 52

DESCRIPTION = Description.joined(
    NEED.only(
        *("order", "precedence", "steady", "assistance", "assisted", "before"),
        *("cohort", "started", "excused", "longest", "owed", "earliest", "let_off", "in_time"),
    ),
    Description(
        columns={
            "done": NEED.columns["done"],
            "added": Symbol(
                "Posts added",
                "FTE",
                "Posts of a role beside those that keep up; fewer where savings allow, and 0 before "
                "the first period.",
                "P⁺",
                ("r", "o"),
                "the posts added to role {r} in period {o}",
            ),
            "newcomers": Symbol(
                "Posts newly filled",
                "FTE",
                "Added posts beyond those of the period before.",
                "H⁺",
                ("r", "o"),
                "the posts of role {r} newly filled in period {o}",
            ),
            "given_up": Symbol(
                "Posts given up",
                "FTE",
                "Added posts fewer than in the period before.",
                "Z⁺",
                ("r", "o"),
                "the posts of role {r} given up in period {o}",
            ),
        },
        asked={
            "there": Symbol(
                "Posts that keep up",
                "FTE",
                "Posts that keep up without the duties.",
                "K⁺",
                ("r", "t"),
                "the posts of role {r} there in {t}",
            ),
            "own": Symbol(
                "Work that is there",
                "0 or 1",
                "Whether a lane is of the work that is there: 1, or of a duty: 0.",
                "φ⁺",
                ("l",),
                "whether lane {l} is work that is there",
            ),
            "stood": Symbol(
                "Work that is there, done",
                "h",
                "Hours done as a financial year ends where there are no duties, and work is done as "
                "soon as the posts that keep up allow.",
                "D⁺",
                ("r", "t"),
                "the hours of role {r} done by {t} without the duties",
            ),
            "for_duties": Symbol(
                "Hours of an added post",
                "h per FTE",
                "Hours that one added post has for the duties.",
                "η⁺",
                ("r", "t"),
                "the hours of an added post of role {r} in {t}",
            ),
            "added_cost": Symbol(
                "Cost of an added post",
                "GBP per FTE",
                "Pay with on-costs, overheads and turnover.",
                "π⁺",
                ("r", "t"),
                "the cost of an added post of role {r} in {t}",
            ),
            "newcomer_cost": Symbol(
                "Cost of filling a post",
                "GBP per FTE",
                "An appointment, and the time that a newcomer loses.",
                "μ⁺",
                ("r",),
                "the cost of filling a post of role {r}",
            ),
            "least_added": Symbol(
                "Fewest posts added",
                "FTE",
                "Added posts that stay, such as those of other duties.",
                "B⁺",
                ("r", "o"),
                "the fewest posts added to role {r} in period {o}",
            ),
            "most_added": Symbol(
                "Most posts added",
                "FTE",
                "No more may be added.",
                "M⁺",
                ("r", "o"),
                "the most posts added to role {r} in period {o}",
            ),
            "later": Symbol(
                "Factor of a later post",
                "times",
                "Larger by so little a year that it only chooses among equal answers: the earliest. "
                "It is in no cost that is reported.",
                "ι",
                ("t",),
                "the factor of a post in {t}",
            ),
            "uneven_weight": Symbol(
                "Weight of a post given up",
                "per FTE",
                "So small that it only chooses among equal answers: the most even. It is in no cost "
                "that is reported.",
                "υ",
                ("r",),
                "the weight of a post of role {r} given up",
            ),
        },
        rows={
            "capacity": Rule(
                "Capacity with added posts",
                "h",
                "The work that is there and the duties are done by the posts that keep up and those "
                "added.",
                (
                    Equation(
                        "total(hours[k, r] * (done[l, k, t] - done[l, k, t - 1]), l, k)"
                        " <= productive[r, t] * there[r, t] + for_duties[r, t] * added[r, o]"
                        " + relief[r, t] - assistance[r, t]"
                        " + total((1 - supervision[j]) * assistance[j, t], j)"
                    ),
                ),
            ),
            "standing": Rule(
                "No year bears another one's cost",
                "h",
                "The work that is there stands where it would without the duties.",
                (
                    Equation(
                        "total(own[l] * hours[k, r] * done[l, k, t], l, k) == stood[r, t]",
                        "In the last bucket of every financial year but the last.",
                    ),
                ),
            ),
            "newcomers": Rule(
                "Posts newly filled",
                "FTE",
                "A post more than in the period before is filled anew.",
                (Equation("newcomers[r, o] >= added[r, o] - added[r, o - 1]"),),
            ),
            "given_up": Rule(
                "Posts given up",
                "FTE",
                "A post fewer than in the period before is given up.",
                (Equation("given_up[r, o] >= added[r, o - 1] - added[r, o]"),),
            ),
        },
        bounds={
            "done": Rule(
                "Every limit is kept",
                "cases",
                "Duties begin with an empty desk and leave one behind.",
                (
                    *NEED.bounds["done"].equations,
                    Equation("done[l, z, v] >= share[z] * started[l, v]", "For duties."),
                ),
            ),
            "added": Rule(
                "Posts added",
                "FTE",
                "Between the fewest and the most that whoever asks allows.",
                (
                    Equation("added[r, o] >= least_added[r, o]"),
                    Equation("added[r, o] <= most_added[r, o]"),
                ),
            ),
        },
        objective={
            "added": Rule(
                "Pay of added posts",
                "GBP",
                "Added posts are paid for the whole period.",
                (Equation("total(added_cost[r, t] * later[t] * added[r, o], r, t)"),),
            ),
            "newcomers": Rule(
                "Filling added posts",
                "GBP",
                "Appointments, and time that newcomers lose.",
                (Equation("total(newcomer_cost[r] * newcomers[r, o], r, o)"),),
            ),
            "given_up": Rule(
                "Posts given up",
                "policy weight",
                "Chooses among equal answers alone. It is never a pound.",
                (Equation("total(uneven_weight[r] * given_up[r, o], r, o)"),),
            ),
        },
    ),
)


@dataclass(frozen=True)
class Terms:
    """What one added post of a role does and costs.

    Attributes
    ----------
    productive
        Hours for the duties [h per FTE], by bucket.
    cost
        Pay with on-costs, overheads and turnover [GBP per FTE], by bucket.
    newcomer
        Cost of a post more than before: an appointment and the time a newcomer loses
        [GBP per FTE].
    """

    productive: Array
    cost: Array
    newcomer: float


@dataclass(frozen=True)
class Bounds:
    """The posts of a role that are there, and how many may be added.

    Attributes
    ----------
    there
        Posts that keep up without the duties [FTE], by bucket.
    standing
        Hours of the work that is there done as each financial year but the last ends [h].
    least, most
        Added posts [FTE], by period.
    """

    there: Array
    standing: Array
    least: Array
    most: Array


@dataclass(frozen=True)
class Added:
    """The programme of added posts.

    Attributes
    ----------
    model, arrays
        The blocks that were written, and the finished programme.
    posts
        Columns of the added posts [FTE] of each role, by period.
    """

    model: Model
    arrays: Arrays
    posts: dict[str, Places]


def write_added(
    problem: Problem,
    duties: Sequence[Pathway],
    periods: Places,
    terms: Mapping[str, Terms],
    bounds: Mapping[str, Bounds],
) -> Added:
    """Write the programme of the posts that duties add.

    Parameters
    ----------
    problem
        The work that is there; hours that something spares a role are its `relief`.
    duties
        New work: pathways of one task each.
    periods
        The period of each bucket, from 0; posts have one level in each.
    terms, bounds
        By role.
    """
    model = Model(DESCRIPTION)
    works = [
        work for pathway in problem.pathways for work in write_new_cases(model, problem, pathway)
    ]
    for name in problem.roles:
        _write_standing(model, problem, name, works, bounds[name].standing)
    works += [_write_duty(model, problem, pathway) for pathway in duties]
    years = np.arange(problem.buckets) * problem.bucket_weeks / WEEKS_A_YEAR
    posts = {}
    for name in problem.roles:
        pay = np.bincount(periods, terms[name].cost * (1 + LATER * years))
        posts[name] = model.add_columns(
            "added",
            name,
            count=len(pay),
            lower=bounds[name].least,
            upper=bounds[name].most,
            cost=pay,
        )
        uneven = UNEVEN * float(pay.sum() / years[-1])
        _write_change(model, ("newcomers", name), posts[name], terms[name].newcomer, sign=1.0)
        _write_change(model, ("given_up", name), posts[name], uneven, sign=-1.0)
    rows = {}
    for name, role in problem.roles.items():
        relief = 0.0 if role.relief is None else np.array(role.relief)
        there = bounds[name].there * np.array(role.productive) + relief
        rows[name] = model.add_rows("capacity", name, count=problem.buckets, upper=there)
        write_load(model, rows[name], works, name)
        model.put(rows[name], posts[name][periods], -terms[name].productive)
    for name in posts:
        write_assistance(model, problem, name, rows, works)
    return Added(model, model.arrays(), posts)


def _write_standing(
    model: Model, problem: Problem, name: str, works: Sequence[Work], standing: Array
) -> None:
    """Write that the work that is there stands where it would, as financial years end."""
    ends = year_ends(problem)
    mine = [(work, work.task.hours[name]) for work in works if work.task.hours.get(name)]
    if not mine:
        return
    rows = model.add_rows("standing", name, count=len(ends), lower=standing, upper=standing)
    for work, hours in mine:
        model.put(rows, work.done[ends], hours)


def _write_duty(model: Model, problem: Problem, pathway: Pathway) -> Work:
    """Write the work of a duty: done within its limit, and all of it by the end."""
    (task,) = pathway.tasks
    lane, buckets = new_cases(pathway), np.arange(problem.buckets)
    most = lane.asked(task, buckets)
    least = lane.due(task, buckets)
    least[-1] = most[-1]
    done = model.add_columns(
        "done", pathway.id, task.id, count=problem.buckets, lower=least, upper=most
    )
    work = Work(lane, task, done)
    write_order(model, work)
    return work


def _write_change(
    model: Model, key: tuple[str, str], posts: Places, price: float, *, sign: float
) -> None:
    """Write what posts grow (or shrink, with a sign of -1) from one period to the next."""
    changes = model.add_columns(*key, count=len(posts), cost=price)
    rows = model.add_rows(*key, count=len(posts), lower=0.0)
    model.put(rows, changes, 1.0)
    model.put(rows, posts, -sign)
    model.put(rows[1:], posts[:-1], sign)
