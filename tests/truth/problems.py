"""Small Problems to be solved twice: drawn at random, and written by hand."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from burdens.problem import Caseload, Pathway, Problem, Role, Target, Task, Waiting

MONDAY = date(2027, 4, 5)
FORBIDDEN = 1e5  # a weight no plan can want to pay


def by_chance(examples: int) -> settings:
    """Draw so many examples, the same ones on every run and without a folder of its own."""
    return settings(max_examples=examples, deadline=None, derandomize=True, database=None)


def by_bucket(value: float, buckets: int) -> tuple[float, ...]:
    """Repeat a number for every bucket."""
    return (float(value),) * buckets


def a_role(buckets: int, **fields: Any) -> Role:
    """Give a role nobody of which is in post, that costs nothing and works 1 h a bucket."""
    plain = {
        "productive": by_bucket(1, buckets),
        "staff0": 0.0,
        "cost_week": by_bucket(0, buckets),
        "agency_cap": by_bucket(0, buckets),
        "shortfall_weight": FORBIDDEN,
    }
    return Role(**{**plain, **fields})


def a_single_task(
    arrivals: tuple[float, ...],
    due: int,
    hours: float,
    opening: tuple[Waiting, ...] = (),
    name: str = "one",
) -> Pathway:
    """Give a pathway of one statutory task in which lateness is forbidden."""
    task = Task(id="task", due=due, stage=True, share=1.0, hours={"ep": hours})
    return Pathway(
        id=name,
        arrivals=arrivals,
        opening=opening,
        tasks=(task,),
        late_weight=FORBIDDEN,
        max_wait=len(arrivals),
        wait_weight=0.0,
    )


def a_small_problem(pathways: tuple[Pathway, ...], role: Role, **fields: Any) -> Problem:
    """Give a Problem of one role, with one month to a bucket unless told otherwise."""
    buckets = len(pathways[0].arrivals)
    months = fields.pop("months", tuple(range(buckets)))
    return Problem(
        weeks=buckets,
        reported_weeks=buckets,
        bucket_weeks=1,
        start=MONDAY,
        months=months,
        years=fields.pop("years", (2027,) * (months[-1] + 1)),
        roles={"ep": role},
        pathways=pathways,
        **fields,
    )


def a_random_problem(chance: Random) -> Problem:
    """Draw a Problem with every feature of the model, most of them switched on by chance."""
    bucket_weeks = chance.choice((1, 2))
    buckets = chance.randint(10, 26 if bucket_weeks == 1 else 16)
    a_month = 4 // bucket_weeks
    months = tuple(bucket // a_month for bucket in range(buckets))
    names = ("ep", "caseworker")[: chance.randint(1, 2)]
    pathways = tuple(
        _a_pathway(chance, buckets, f"pathway {number}", names)
        for number in range(chance.randint(2, 3))
    )
    return Problem(
        weeks=buckets * bucket_weeks,
        reported_weeks=(buckets - 2) * bucket_weeks,
        bucket_weeks=bucket_weeks,
        start=MONDAY,
        months=months,
        years=tuple(2027 + month // 3 for month in range(months[-1] + 1)),
        level=chance.choice((True, False)),
        roles={name: _a_role(chance, buckets, months[-1] + 1, name, pathways) for name in names},
        pathways=pathways,
        caseload=_a_caseload(chance, buckets, names[-1]) if chance.randint(0, 2) else None,
    )


def problem_number(seed: int) -> Problem:
    """Draw the same random Problem for the same seed."""
    return a_random_problem(Random(seed))  # noqa: S311  # chance, not cryptography


def random_problems() -> st.SearchStrategy[Problem]:
    """Give Problems that hypothesis can draw and shrink."""
    return st.randoms(use_true_random=False).map(a_random_problem)


def _a_number(chance: Random, low: float, high: float) -> float:
    """Draw a number of at most three decimals, so that counter-examples can be read."""
    return chance.randint(round(low * 1000), round(high * 1000)) / 1000


def _a_pathway(chance: Random, buckets: int, name: str, roles: tuple[str, ...]) -> Pathway:
    count = chance.randint(2, 5)
    dues = sorted(chance.sample(range(1, 8), count))
    staged = set(chance.sample(range(count), chance.randint(1, min(3, count))))
    tasks: list[Task] = []
    for number in range(count):
        after = chance.sample(range(number), chance.randint(min(number, 1), min(number, 2)))
        share = tasks[max(after)].share if after else 1.0
        tasks.append(
            Task(
                id=f"task {number}",
                due=chance.choice(dues[: number + 1])
                if chance.randint(0, 3) == 0
                else dues[number],
                stage=number in staged,
                share=round(share * _a_number(chance, 0.5, 1.0), 3),
                after=tuple((f"task {other}", chance.randint(0, 2)) for other in sorted(after)),
                hours={role: _a_number(chance, 0.5, 6) for role in roles if chance.randint(0, 2)},
            )
        )
    opening = tuple(
        Waiting(
            task=chance.choice(tasks).id,
            age=chance.randint(1, 12),
            cases=_a_number(chance, 0.5, 8),
        )
        for _ in range(chance.randint(0, 4))
    )
    stages = len({task.due for task in tasks if task.stage})
    return Pathway(
        id=name,
        arrivals=tuple(_a_number(chance, 0, 6) * chance.randint(0, 1) for _ in range(buckets)),
        opening=opening,
        tasks=tuple(tasks),
        late_weight=_a_number(chance, 0, 20),
        max_wait=chance.randint(3, 10),
        wait_weight=_a_number(chance, 0, 50),
        targets=tuple(_a_target(chance, buckets, stages) for _ in range(chance.randint(0, 3))),
    )


def _a_target(chance: Random, buckets: int, stages: int) -> Target:
    first = chance.randint(0, buckets - 2)
    return Target(
        stage=chance.randint(1, stages),
        from_=first,
        to=chance.randint(first + 1, buckets),
        on_time=_a_number(chance, 0.3, 1),
        weight=_a_number(chance, 10, 400),
    )


def _a_role(
    chance: Random, buckets: int, months: int, name: str, pathways: tuple[Pathway, ...]
) -> Role:
    demand = sum(
        task.share * task.hours.get(name, 0) * sum(pathway.arrivals)
        for pathway in pathways
        for task in pathway.tasks
    )
    staff = round(demand / (20 * buckets) * _a_number(chance, 0.2, 1.3), 3)
    agency = demand / buckets * chance.choice((0, 0.1, 0.3))
    caps = tuple(_a_number(chance, 0, 1) for _ in range(months))
    return Role(
        productive=tuple(_a_number(chance, 5, 30) for _ in range(buckets)),
        staff0=staff,
        cost_week=tuple(_a_number(chance, 50, 100) for _ in range(buckets)),
        hire_cap=caps if chance.randint(0, 3) else None,
        hire_cost=_a_number(chance, 0, 300),
        lead=chance.randint(0, 2),
        ramp=tuple(_a_number(chance, 0, 1.2) for _ in range(chance.randint(0, 2))),
        attrition=_a_number(chance, 0, 0.1),
        agency_cap=tuple(round(agency * _a_number(chance, 0, 2), 3) for _ in range(buckets)),
        agency_cost=_a_number(chance, 5, 20),
        shortfall_weight=_a_number(chance, 100, 300),
    )


def _a_caseload(chance: Random, buckets: int, role: str) -> Caseload:
    begins = chance.randint(0, buckets - 1)
    standard = _a_number(chance, 20, 60)
    return Caseload(
        role=role,
        cases=tuple(_a_number(chance, 40, 120) for _ in range(buckets)),
        standard=tuple(None if bucket < begins else standard for bucket in range(buckets)),
        weight=_a_number(chance, 0, 10),
    )
