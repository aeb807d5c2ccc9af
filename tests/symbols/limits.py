"""The limits of single columns, as they are printed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tests.symbols.instances import lane_of
from tests.symbols.shapes import KEPT, is_duty

if TYPE_CHECKING:
    from burdens.symbols import Equation
    from tests.symbols.reading import Reading

Limits = tuple[float, float]
INFINITE = float("inf")


def limits_of(reading: Reading, key: tuple[Any, ...], number: int) -> Limits:
    """Return the least and the most that a column of a block may be."""
    family, *rest = key
    if family not in reading.description.bounds:
        return 0.0, INFINITE
    equations = reading.description.bounds[family].equations
    return OF_FAMILY.get(family, _of_role)(reading, equations, rest, number)


def _of_role(
    reading: Reading, equations: tuple[Equation, ...], key: list[Any], number: int
) -> Limits:
    """Return the limits of agency work by bucket, and of people by month, where there are any."""
    (equation,) = equations
    if "hire_cap" in equation.names and reading.problem.roles[key[0]].hire_cap is None:
        return 0.0, INFINITE
    over = "t" if "t" in equation.names else "m"
    return 0.0, reading.right(equation, {"r": key[0], over: number})


def _of_added(
    reading: Reading, equations: tuple[Equation, ...], key: list[Any], period: int
) -> Limits:
    bound = {"r": key[0], "o": period}
    return reading.right(equations[0], bound), reading.right(equations[1], bound)


def _of_done(
    reading: Reading, equations: tuple[Equation, ...], key: list[Any], bucket: int
) -> Limits:
    if not reading.keeps_up:
        lane, task = _step(reading, key)
        if bucket < reading.defined.read_earliest(lane, task):
            return 0.0, 0.0
        return 0.0, reading.right(equations[0], {"l": lane, "k": task, "t": bucket})
    lane, task = _step(reading, [key[0], KEPT, key[1]])
    most = reading.right(equations[0], {"l": lane, "k": task, "t": bucket})
    if not any(task is one for one in lane.queue.limited):
        return 0.0, most
    least = reading.right(equations[1], {"l": lane, "z": task, "t": bucket})
    if is_duty(lane.pathway) and bucket == reading.problem.buckets - 1:
        least = max(least, reading.right(equations[2], {"l": lane, "z": task}))
    return least, most


def _of_overdue(
    reading: Reading, equations: tuple[Equation, ...], key: list[Any], number: int
) -> Limits:
    lane, task = _step(reading, key)
    age, bucket = key[3], reading.late_buckets(lane, task, key[3])[number]
    if age == max(age for age, _ in lane.pathway.overdue):
        return 0.0, INFINITE
    return 0.0, reading.right(equations[0], {"l": lane, "z": task, "a": age, "t": bucket})


def _of_before(reading: Reading, equations: tuple[Equation, ...], key: list[Any], _: int) -> Limits:
    lane, task = _step(reading, [key[0], KEPT, key[1]])
    most = reading.right(equations[0], {"l": lane, "k": task})
    if not any(task is one for one in lane.queue.limited):
        return 0.0, most
    return reading.right(equations[1], {"l": lane, "z": task}), most


def _step(reading: Reading, key: list[Any]) -> tuple[Any, Any]:
    lane = lane_of(reading, key[0], key[1])
    return lane, next(task for task in lane.queue.tasks if task.id == key[2])


def _of_posts(
    reading: Reading, equations: tuple[Equation, ...], key: list[Any], number: int
) -> Limits:
    problem, rule = reading.problem, reading.problem.caseload
    year = sorted(set(problem.years))[number]
    least = reading.right(equations[0], {"r": key[0], "y": year})
    if rule is None or rule.role != key[0]:
        return least, INFINITE
    held = [
        reading.right(equations[1], {"t": bucket})
        for bucket, month in enumerate(problem.months)
        if problem.years[month] == year and rule.standard[bucket] is not None
    ]
    return max([least, *held]), INFINITE


OF_FAMILY: dict[str, Callable[..., Limits]] = {
    "done": _of_done,
    "before": _of_before,
    "overdue": _of_overdue,
    "added": _of_added,
    "posts": _of_posts,
}
