"""Which members an equation is written for: by the key of a row, and by its words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from tests.symbols.reading import Bound, Reading, every
from tests.symbols.shapes import KEPT

if TYPE_CHECKING:
    from burdens.symbols import Equation
    from tests.symbols.shapes import Lane

Key = tuple[Any, ...]
Instance = tuple["Equation", Bound]
BY_TASK = ("order", "precedence", "lateness")
BY_PERIOD = ("newcomers", "given_up")
BY_BUCKET = ("capacity", "supervision", "assisted")


def instances_of_rows(reading: Reading, family: Key, count: int) -> list[Instance]:
    """Return the equation that each row of a block is to be, and of which members it speaks."""
    rule, *key = family
    equations = reading.description.rows[rule].equations
    if rule in BY_TASK:
        return [(equations[0], bound) for bound in _steps(reading, rule, key, count)]
    if rule == "steady":
        return _steady(reading, equations, key, count)
    if rule == "in_post":
        first, *later = range(count)
        start = (equations[1], {"r": key[0], "m": first})
        return [start, *((equations[0], {"r": key[0], "m": month}) for month in later)]
    if rule == "caseload":
        return [(equations[0], bound) for bound in _with_standard(reading)]
    if rule == "lasting":
        years = sorted(set(reading.problem.years))[1:]
        return [(equations[0], {"r": key[0], "y": year}) for year in years]
    over = "t" if rule in (*BY_BUCKET, "standing") else "o" if rule in BY_PERIOD else "m"
    numbers = financial_year_ends(reading) if rule == "standing" else range(count)
    return [(equations[0], {"r": key[0], over: number}) for number in numbers]


def _steps(reading: Reading, rule: str, key: list[Any], count: int) -> list[Bound]:
    queue, name, task_id, *rest = key
    lane = lane_of(reading, queue, name)
    task = next(task for task in lane.queue.tasks if task.id == task_id)
    buckets = range(reading.problem.buckets)
    if rule == "lateness":
        late = reading.late_buckets(lane, task, reading.given.read_first_age(lane.pathway))
        return [{"l": lane, "z": task, "t": t} for t in late]
    # The last row is that of the last bucket; with a run-in the first is one bucket earlier.
    last = [{"l": lane, "k": task, "t": t} for t in range(len(buckets) - count, len(buckets))]
    if rule == "precedence":
        before = next(one for one, _ in lane.queue.before(task) if one.id == rest[0])
        return [{**bound, "i": before} for bound in last]
    return last


def _steady(
    reading: Reading, equations: tuple[Equation, ...], key: list[Any], count: int
) -> list[Instance]:
    lane = lane_of(reading, key[0], KEPT)
    task = next(task for task in lane.queue.tasks if task.id == key[1])
    ends = ends_of_years(reading, lane)
    assert len(ends) == count
    return [(equations[0], {"l": lane, "k": task, "t": end}) for end in ends]


def ends_of_years(reading: Reading, lane: Lane) -> list[int]:
    """Return the last bucket of every whole year of the plan; none without a run-in."""
    year = len(lane.pathway.run_in)
    return [t for t in range(reading.problem.buckets) if year and (t + 1) % year == 0]


def financial_year_ends(reading: Reading) -> list[int]:
    """Return the last bucket of every financial year but the last."""
    years = [reading.problem.years[month] for month in reading.problem.months]
    return [bucket for bucket in range(len(years) - 1) if years[bucket + 1] > years[bucket]]


def lane_of(reading: Reading, queue: str, name: str) -> Lane:
    """Return the lane of a key."""
    return next(lane for lane in reading.lanes if lane.key == (queue, name))


def instances(reading: Reading) -> Iterator[tuple[str, Instance]]:
    """Yield every equation of every row for everything that it is said to hold for."""
    of_all = {**_of_cases(reading), **_of_people(reading)}
    for family, rule in reading.description.rows.items():
        for equation, bounds in zip(rule.equations, of_all[family], strict=True):
            yield from ((family, (equation, bound)) for bound in bounds)


def _of_cases(reading: Reading) -> dict[str, list[list[Bound]]]:
    buckets = range(-1 if reading.keeps_up else 0, reading.problem.buckets)
    by_task = [
        {"l": lane, "k": task, "t": bucket}
        for lane in reading.lanes
        for task in lane.queue.tasks
        for bucket in buckets
    ]
    late = [
        {"l": lane, "z": task, "t": bucket}
        for lane in reading.lanes
        if lane.pathway.overdue
        for task in lane.queue.limited
        for bucket in range(reading.problem.buckets)
    ]
    return {
        "order": [[bound for bound in by_task if bound["t"] >= 0]],
        "precedence": [
            [{**one, "i": i} for one in by_task for i, _ in one["l"].queue.before(one["k"])]
        ],
        "lateness": [late],
        "steady": _steady_everywhere(reading),
    }


def _steady_everywhere(reading: Reading) -> list[list[Bound]]:
    ends = [(lane, end) for lane in reading.lanes for end in ends_of_years(reading, lane)]
    return [[{"l": lane, "k": task, "t": end} for lane, end in ends for task in lane.queue.tasks]]


def _of_people(reading: Reading) -> dict[str, list[list[Bound]]]:
    problem = reading.problem
    months, years = range(len(problem.years)), sorted(set(problem.years))
    by_bucket = every(r=problem.roles, t=range(problem.buckets))
    set_posts = [name for name, role in problem.roles.items() if role.posts is not None]
    fixed = [name for name in set_posts if problem.roles[name].fixed_term]
    assistants = [bound for bound in by_bucket if problem.roles[bound["r"]].assists]
    tasks = [task for lane in reading.lanes for task in lane.queue.tasks]
    working = sorted({name for task in tasks for name in task.hours if task.hours[name]})
    return {
        "standing": [every(r=working, t=financial_year_ends(reading))],
        "capacity": [by_bucket],
        "supervision": [by_bucket],
        "assisted": [assistants],
        "in_post": [every(r=problem.roles, m=months[1:]), every(r=problem.roles)],
        "vacancy": [every(r=set_posts, m=months)],
        "ceiling": [every(r=set_posts, m=months)],
        "fixed_term": [every(r=fixed, m=months)],
        "appointed": [every(r=fixed, m=months)],
        "caseload": [_with_standard(reading)],
        "lasting": [every(r=problem.roles, y=years[1:])],
        "newcomers": [every(r=problem.roles, o=sorted(set(reading.periods)))],
        "given_up": [every(r=problem.roles, o=sorted(set(reading.periods)))],
    }


def _with_standard(reading: Reading) -> list[Bound]:
    rule = reading.problem.caseload
    if rule is None:
        return []
    return [{"r": rule.role, "t": t} for t, most in enumerate(rule.standard) if most is not None]
