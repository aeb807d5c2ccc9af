"""Posts that new duties add to those that keep up.

The work that is there keeps every limit with the posts that keep up, and stands where it would
without the duties as each financial year ends, so that no year bears another one's cost; duties
come with limits of their own. What is minimised is the pay of added posts, at one level from the start of a duty to
the end of a financial year, and what filling them costs. Duties begin with an empty desk and leave
one behind, so that no plan is cheap by putting work off past its end.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from burdens.problem import Pathway, Problem
from burdens.programme.capacity import write_assistance
from burdens.programme.duties import DESCRIPTION as DUTIES
from burdens.programme.duties import write_duty
from burdens.programme.model import Array, Arrays, Model, Places
from burdens.programme.need import DESCRIPTION as NEED
from burdens.programme.need import write_new_cases
from burdens.programme.soonest import year_ends
from burdens.programme.work import Work, write_load
from burdens.symbols import Description, Equation, Rule, Symbol

# Of equal answers the most even is taken, and of these the earliest; neither is in any cost told.
UNEVEN = 1e-2  # price of a post given up, over its pay of a year
LATER = 1e-4  # share a year by which later posts are dearer
WEEKS_A_YEAR = 52

DESCRIPTION = Description.joined(
    NEED.only(
        "done",
        "before",
        "order",
        "precedence",
        "steady",
        "cohort",
        "started",
        "excused",
        "let_off",
        "longest",
        "owed",
        "earliest",
        "assistance",
    ),
    DUTIES,
    Description(
        columns={
            "added": Symbol(
                "Added posts",
                "FTE",
                "Posts beside those that keep up without the duties; below nought where hours that "
                "are spared give posts up.",
                "E′",
                ("r", "n"),
                "the added posts of role {r} in period {n}",
            ),
            "newcomers": Symbol(
                "Posts to fill",
                "FTE",
                "Added posts beyond those of the period before.",
                "H′",
                ("r", "n"),
                "the posts of role {r} to be filled in period {n}",
            ),
            "given_up": Symbol(
                "Posts given up",
                "FTE",
                "Added posts fewer than in the period before.",
                "Z′",
                ("r", "n"),
                "the posts of role {r} given up in period {n}",
            ),
        },
        derived={
            "there": Symbol(
                "Posts without the duties",
                "FTE",
                "Posts that keep up without them.",
                "P′",
                ("r", "t"),
                "the posts of role {r} without the duties in {t}",
            ),
            "stood": Symbol(
                "Work that is there, done",
                "h",
                "Hours done as a financial year ends, where work is done as soon as the posts "
                "without the duties allow.",
                "D′",
                ("r", "t"),
                "the hours of role {r} done by {t} without the duties",
            ),
            "casework": Symbol(
                "Hours of an added post",
                "h per FTE",
                "Hours that an added post has for the duties.",
                "η′",
                ("r", "t"),
                "the hours of an added post of role {r} in {t}",
            ),
            "price": Symbol(
                "Pay of an added post",
                "GBP per FTE",
                "In prices of the day, with what turnover costs; a ten-thousandth a year dearer "
                "later, so that of equal answers the earliest is taken.",
                "π′",
                ("r", "t"),
                "the pay of an added post of role {r} in {t}",
            ),
            "filling": Symbol(
                "Cost of filling a post",
                "GBP per FTE",
                "An appointment, and the time that a newcomer loses.",
                "μ′",
                ("r",),
                "the cost of filling a post of role {r}",
            ),
            "uneven": Symbol(
                "Price of unevenness",
                "per FTE",
                "A hundredth of a year's pay, so that of equal answers the most even is taken. It "
                "is in no cost that is told.",
                "ζ′",
                ("r",),
                "the price of unevenness of role {r}",
            ),
            "fewest": Symbol(
                "Fewest added posts",
                "FTE",
                "Those settled before a measure begins; else nought, less the posts that hours "
                "spared fill.",
                "K′",
                ("r", "n"),
                "the fewest added posts of role {r} in period {n}",
            ),
            "greatest": Symbol(
                "Most added posts",
                "FTE",
                "Those settled before a measure begins; else without end.",
                "K″",
                ("r", "n"),
                "the most added posts of role {r} in period {n}",
            ),
        },
        rows={
            "capacity": Rule(
                "Capacity with added posts",
                "h",
                "The work that is there and the duties need the posts that are there or are added.",
                (
                    Equation(
                        "total(hours[k, r] * (done[l, k, t] - done[l, k, t - 1]), l, k)"
                        " + total(worked[d, t] - worked[d, t - 1], d)"
                        " <= productive[r, t] * there[r, t] + casework[r, t] * added[r, n]"
                        " + relief[r, t] - assistance[r, t]"
                        " + total((1 - supervision[j]) * assistance[j, t], j)"
                    ),
                ),
            ),
            "assisted": Rule(
                "What assistants may do",
                "h",
                "No more than a share of the work of the role that they assist, duties among it.",
                (
                    Equation(
                        "assistance[r, t] <= assisted_share[r]"
                        " * (total(hours[k, u] * (done[l, k, t] - done[l, k, t - 1]), l, k)"
                        " + total(worked[d, t] - worked[d, t - 1], d))",
                        "For roles that assist another, with the duties of the role assisted.",
                    ),
                ),
            ),
            "standing": Rule(
                "No year bears another one's cost",
                "h",
                "The work that is there stands where it would without the duties.",
                (
                    Equation(
                        "total(hours[k, r] * done[l, k, t], l, k) == stood[r, t]",
                        "In the last bucket of every financial year but the last.",
                    ),
                ),
            ),
            "newcomers": Rule(
                "Added posts are filled",
                "FTE",
                "Each post more than in the period before needs a newcomer.",
                (Equation("newcomers[r, n] >= added[r, n] - added[r, n - 1]"),),
            ),
            "given_up": Rule(
                "Posts given up",
                "FTE",
                "Posts fewer than in the period before.",
                (Equation("given_up[r, n] >= added[r, n - 1] - added[r, n]"),),
            ),
        },
        bounds={
            "added": Rule(
                "Nobody before a measure begins",
                "FTE",
                "Posts until a measure begins are those without it. A saving gives up no more posts "
                "than its hours fill, and none that a caseload standard asks for.",
                (
                    Equation("added[r, n] >= fewest[r, n]"),
                    Equation("added[r, n] <= greatest[r, n]"),
                ),
            ),
        },
        objective={
            "pay": Rule(
                "Pay of added posts",
                "GBP",
                "At one level from the start of a duty to the end of a financial year.",
                (Equation("total(price[r, t] * added[r, n], r, t)"),),
            ),
            "filling": Rule(
                "Filling added posts",
                "GBP",
                "Once for each post more than in the period before.",
                (Equation("total(filling[r] * newcomers[r, n], r, n)"),),
            ),
            "uneven": Rule(
                "Unevenness",
                "tie-break",
                "Of equal answers the most even is taken. It is in no cost that is told.",
                (Equation("total(uneven[r] * given_up[r, n], r, n)"),),
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
    works += [write_duty(model, problem, pathway) for pathway in duties]
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


def _write_change(
    model: Model, key: tuple[str, str], posts: Places, price: float, *, sign: float
) -> None:
    """Write what posts grow (or shrink, with a sign of -1) from one period to the next."""
    changes = model.add_columns(*key, count=len(posts), cost=price)
    rows = model.add_rows(*key, count=len(posts), lower=0.0)
    model.put(rows, changes, 1.0)
    model.put(rows, posts, -sign)
    model.put(rows[1:], posts[:-1], sign)
