"""What would help most: the same plan solved again with one thing changed, in place.

Ranked by children no longer past a limit at the end of the plan. No dual value and no policy weight
is in it: what is reported is cases, weeks and money of two solved plans.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from burdens.plans.flow import Flow, flows_of
from burdens.plans.live import Answer, LiveModel
from burdens.plans.tables import cost_of_last_year
from burdens.plans.timeliness import FEWEST_CASES, issued, overdue
from burdens.problem import Pathway, Problem, Role

TENTH = 0.1
QUARTER_WEEKS = 13
SLIGHT_CASES, SLIGHT_GBP = 0.5, 500.0
DIGITS = 3  # of cases and weeks

Change = Callable[[Problem], Problem]


@dataclass(frozen=True)
class Help:
    """What one change would do.

    Attributes
    ----------
    id
        Name of the change, such as ``hire.ep``.
    what
        The change, in words.
    cases
        Children no longer past a limit at the end of the plan; negative are more.
    weeks
        By how many weeks plans are issued sooner in the last quarter; negative is later, None
        where no plan is issued then, or the Problem has no published measure.
    gbp
        What it costs more in the last year of the plan [GBP a year]; negative saves.
    """

    id: str
    what: str
    cases: float
    weeks: float | None
    gbp: float


@dataclass(frozen=True)
class Lever:
    """A change to a Problem whose posts are set."""

    id: str
    what: str
    change: Change


@dataclass(frozen=True)
class _Outcome:
    overdue: float
    weeks: float | None
    gbp: float


def helps(
    model: LiveModel, answer: Answer, others: Mapping[str, tuple[str, Problem]] | None = None
) -> tuple[Help, ...]:
    """Return what would help most, most children first.

    Parameters
    ----------
    answer
        The plan as it stands.
    others
        Problems of changed scenarios that no change of this Problem gives, such as half the
        growth: words and Problem, by id. Their posts are those of the plan.
    """
    problem = answer.programme.problem
    before = _outcome(answer)
    changed = [(lever.id, lever.what, lever.change(problem)) for lever in levers(problem)]
    for name, (what, other) in (others or {}).items():
        changed.append((name, what, with_posts_of(other, problem)))
    ranked = [
        _help(name, what, before, _outcome(model.solve(made, answer.needs, after=answer)))
        for name, what, made in changed
    ]
    worth = [one for one in ranked if abs(one.cases) >= SLIGHT_CASES or one.gbp <= -SLIGHT_GBP]
    return tuple(sorted(worth, key=lambda one: (-one.cases, one.gbp, one.id)))


def levers(problem: Problem) -> Iterator[Lever]:
    """Yield the changes that can be made to a Problem."""
    for name, role in problem.roles.items():
        title = problem.title(name)
        if role.hire_cap is not None and role.posts is not None:
            yield Lever(
                f"hire.{name}", f"{title}: one more appointed a month", _of_role(name, _hire)
            )
        if role.posts is not None:
            yield Lever(f"post.{name}", f"{title}: one more post funded", _of_role(name, _post))
        yield Lever(f"hours.{name}", f"{title}: a tenth fewer hours a case", _hours(name))
    for kept, what in ((0.0, "Every case strictly in turn"), (1.0, "New cases first")):
        yield Lever(f"kept.{kept:g}", what, _kept(kept))


def with_posts_of(problem: Problem, planned: Problem) -> Problem:
    """Return a Problem with the posts and temporary posts of another plan."""
    roles = {
        name: role.model_copy(
            update={
                "posts": planned.roles[name].posts,
                "temporary_cap": planned.roles[name].temporary_cap,
            }
        )
        for name, role in problem.roles.items()
    }
    return problem.model_copy(update={"roles": roles})


def _of_role(name: str, change: Callable[[Role], Role]) -> Change:
    def changed(problem: Problem) -> Problem:
        roles = {**problem.roles, name: change(problem.roles[name])}
        return problem.model_copy(update={"roles": roles})

    return changed


def _hire(role: Role) -> Role:
    return role.model_copy(update={"hire_cap": tuple(cap + 1 for cap in role.hire_cap or ())})


def _post(role: Role) -> Role:
    """Fund one more post, and let it be filled at once."""
    posts = tuple(post + 1 for post in role.posts or ())
    return role.model_copy(update={"posts": posts, "staff0": role.staff0 + 1})


def _hours(name: str) -> Change:
    def fewer(pathway: Pathway) -> Pathway:
        tasks = tuple(
            task.model_copy(
                update={
                    "hours": {
                        role: hours * (1 - TENTH) if role == name else hours
                        for role, hours in task.hours.items()
                    }
                }
            )
            for task in pathway.tasks
        )
        return pathway.model_copy(update={"tasks": tasks})

    def changed(problem: Problem) -> Problem:
        pathways = tuple(fewer(pathway) for pathway in problem.pathways)
        return problem.model_copy(update={"pathways": pathways})

    return changed


def _kept(share: float) -> Change:
    def changed(problem: Problem) -> Problem:
        pathways = tuple(
            pathway if pathway.kept is None else pathway.model_copy(update={"kept": share})
            for pathway in problem.pathways
        )
        return problem.model_copy(update={"pathways": pathways})

    return changed


def _help(name: str, what: str, before: _Outcome, after: _Outcome) -> Help:
    """Return what lies between two plans, free of what the solver's rounding leaves."""
    weeks = None
    if before.weeks is not None and after.weeks is not None:
        weeks = _rounded(before.weeks - after.weeks, DIGITS)
    return Help(
        name,
        what,
        _rounded(before.overdue - after.overdue, DIGITS),
        weeks,
        _rounded(after.gbp - before.gbp, 0),
    )


def _rounded(number: float, digits: int) -> float:
    return round(number, digits) + 0.0  # no negative zero


def _outcome(answer: Answer) -> _Outcome:
    problem = answer.programme.problem
    flows = flows_of(answer.programme, answer.solution)
    return _Outcome(
        overdue=sum(float(late[-1]) for late in overdue(problem, flows).values()),
        weeks=_weeks_to_issue(problem, flows),
        gbp=cost_of_last_year(answer.programme, answer.solution),
    )


def _weeks_to_issue(problem: Problem, flows: list[Flow]) -> float | None:
    """Return the mean weeks to issue in the last quarter of the plan."""
    counted = issued(problem, flows)
    if counted is None:
        return None
    end = problem.reported_buckets
    last = slice(max(end - QUARTER_WEEKS // problem.bucket_weeks, 0), end)
    count = float(np.sum(counted.on_time[last] + counted.late[last]))
    return float(np.sum(counted.weeks[last])) / count if count > FEWEST_CASES else None
