"""Small Problems drawn by chance, with every feature of the model."""

from __future__ import annotations

from random import Random

from hypothesis import strategies as st

from burdens.problem import Caseload, Pathway, Problem, Role, Task, Waiting
from burdens.problem.problem import Assistance
from tests.truth.problems import MONDAY


def a_random_problem(chance: Random) -> Problem:
    """Draw a Problem with every feature of the model, most of them switched on by chance."""
    bucket_weeks = chance.choice((1, 2))
    buckets = chance.randint(10, 26 if bucket_weeks == 1 else 16)
    a_month = 4 // bucket_weeks
    months = tuple(bucket // a_month for bucket in range(buckets))
    names = ("ep", "caseworker")[: chance.randint(1, 2)]
    pathways = tuple(
        _a_pathway(chance, buckets, f"pathway {number}", names)
        for number in range(chance.randint(1, 3))
    )
    roles = {name: _a_role(chance, buckets, months[-1] + 1, name, pathways) for name in names}
    if len(names) > 1 and chance.randint(0, 1):
        share, supervision = _a_number(chance, 0, 0.6), _a_number(chance, 0, 0.5)
        helps = Assistance(role="ep", share=share, supervision=supervision)
        roles["caseworker"] = roles["caseworker"].model_copy(update={"assists": helps})
    return Problem(
        weeks=buckets * bucket_weeks,
        reported_weeks=(buckets - 2) * bucket_weeks,
        bucket_weeks=bucket_weeks,
        start=MONDAY,
        months=months,
        years=tuple(2027 + month // 3 for month in range(months[-1] + 1)),
        roles=roles,
        pathways=pathways,
        counted_from=chance.choice((0, 0, 0, chance.randrange(buckets))),
        caseload=_a_caseload(chance, buckets, names[-1]) if chance.randint(0, 2) == 0 else None,
    )


def problem_number(seed: int) -> Problem:
    """Draw the same random Problem for the same seed."""
    return a_random_problem(Random(seed))  # noqa: S311  # chance, not cryptography


def random_problems() -> st.SearchStrategy[Problem]:
    """Return Problems that hypothesis can draw and shrink."""
    return st.randoms(use_true_random=False).map(a_random_problem)


def _a_number(chance: Random, low: float, high: float) -> float:
    """Draw a number of at most three decimals, so that counter-examples can be read."""
    return chance.randint(round(low * 1000), round(high * 1000)) / 1000


def _numbers(chance: Random, low: float, high: float, count: int) -> tuple[float, ...]:
    return tuple(_a_number(chance, low, high) for _ in range(count))


def _a_pathway(chance: Random, buckets: int, name: str, roles: tuple[str, ...]) -> Pathway:
    tasks = _tasks(chance, roles)
    some = [task.id for task in tasks]
    opening = tuple(
        Waiting(
            task=chance.choice(some), age=chance.randint(1, 12), cases=_a_number(chance, 0.5, 8)
        )
        for _ in range(chance.randint(0, 5))
    )
    let_off = _numbers(chance, 0, 0.6, buckets) if chance.randint(0, 2) == 0 else None
    return Pathway(
        id=name,
        arrivals=tuple(_a_number(chance, 0, 6) * chance.randint(0, 1) for _ in range(buckets)),
        opening=opening,
        tasks=tasks,
        kept=chance.choice((None, 0.0, 1.0, _a_number(chance, 0.1, 0.9))),
        kept_factor=chance.choice((1.0, _a_number(chance, 0.5, 10))),
        overdue=_ages(chance),
        open_weight=chance.choice((0.0, _a_number(chance, 0.001, 0.2))),
        let_off=let_off,
        max_wait=None if let_off is None else chance.randint(1, 12),
    )


def _tasks(chance: Random, roles: tuple[str, ...]) -> tuple[Task, ...]:
    count = chance.randint(1, 5)
    dues = sorted(chance.sample(range(8), count))
    staged = set(chance.sample(range(count), chance.randint(1, min(3, count))))
    tasks: list[Task] = []
    for number in range(count):
        after = chance.sample(range(number), chance.randint(min(number, 1), min(number, 2)))
        if chance.randint(0, 5) == 0:
            after = []
        share = min((tasks[other].share for other in after), default=1.0)
        tasks.append(
            Task(
                id=f"task {number}",
                due=chance.choice(dues) if chance.randint(0, 4) == 0 else dues[number],
                stage=number in staged,
                share=max(round(share * _a_number(chance, 0.5, 1.0), 3), 0.001),
                after=tuple((f"task {other}", chance.randint(0, 2)) for other in sorted(after)),
                hours={role: _a_number(chance, 0.5, 6) for role in roles if chance.randint(0, 2)},
            )
        )
    return tuple(tasks)


def _ages(chance: Random) -> tuple[tuple[int, float], ...]:
    """Draw one to three ages, mostly from 0 on."""
    later = sorted(chance.sample(range(1, 10), chance.randint(0, 2)))
    first = 0 if chance.randint(0, 4) else chance.randint(0, later[0] if later else 3)
    return tuple((age, _a_number(chance, 1, 100)) for age in sorted({first, *later}))


def _a_role(
    chance: Random, buckets: int, months: int, name: str, pathways: tuple[Pathway, ...]
) -> Role:
    demand = sum(
        task.share * task.hours.get(name, 0) * sum(pathway.arrivals)
        for pathway in pathways
        for task in pathway.tasks
    )
    staff = round(demand / (17 * buckets) * _a_number(chance, 0.2, 1.3), 3)
    agency = demand / buckets * chance.choice((0, 0.1, 0.3))
    posts = temporary = None
    if chance.randint(0, 1):
        posts = tuple(staff * times for times in _numbers(chance, 0.5, 1.8, months))
        if chance.randint(0, 2):
            temporary = tuple(staff * times for times in _numbers(chance, 0, 0.8, months))
    return Role(
        productive=_numbers(chance, 5, 30, buckets),
        staff0=staff,
        cost_week=_numbers(chance, 50, 100, buckets),
        posts=posts,
        vacancy_weight=_a_number(chance, 0, 900),
        temporary_cap=temporary,
        temporary_cost=_a_number(chance, 0, 50),
        fixed_term=chance.choice((True, False)),
        hire_cap=_numbers(chance, 0, 1, months) if chance.randint(0, 3) else None,
        hire_cost=_a_number(chance, 0, 300),
        lead=chance.choice((0, 1, 1.5, 2, 0.25)),
        ramp=_numbers(chance, 0, 1.4, chance.randint(0, 2)),
        attrition=chance.choice((0.0, _a_number(chance, 0.01, 0.1))),
        absent=_numbers(chance, 0, 0.5 * staff, buckets) if chance.randint(0, 2) == 0 else None,
        relief=_numbers(chance, 0, 8, buckets) if chance.randint(0, 2) == 0 else None,
        agency_cap=tuple(round(agency * times, 3) for times in _numbers(chance, 0, 2, buckets)),
        agency_cost=_a_number(chance, 1, 20),
        shortfall_weight=_a_number(chance, 100, 300),
    )


def _a_caseload(chance: Random, buckets: int, role: str) -> Caseload:
    begins = chance.randint(0, buckets - 1)
    standard = _a_number(chance, 20, 60)
    return Caseload(
        role=role,
        cases=_numbers(chance, 40, 120, buckets),
        standard=tuple(None if bucket < begins else standard for bucket in range(buckets)),
        weight=_a_number(chance, 0, 10),
    )
