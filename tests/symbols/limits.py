"""The limits of single columns, as they are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.symbols.instances import lane_of
from tests.symbols.shapes import KEPT

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
    of_family = {
        "done": _of_done,
        "before": _of_before,
        "worked": _of_worked,
        "added": _of_added,
    }
    if family in of_family:
        return of_family[family](reading, equations, rest, number)
    if family == "posts":
        return _of_posts(reading, equations, rest[0], number), INFINITE
    if family == "hires" and reading.problem.roles[rest[0]].hire_cap is None:
        return 0.0, INFINITE
    bound = {"r": rest[0], ("t" if family == "agency" else "m"): number}
    return 0.0, reading.right(equations[0], bound)


def _of_worked(
    reading: Reading, equations: tuple[Equation, ...], key: list[Any], bucket: int
) -> Limits:
    duty = next(one for one in reading.asked.duties if one.id == key[0])
    bound = {"d": duty, "t": bucket}
    least = equations[2 if bucket == reading.problem.buckets - 1 else 1]
    return reading.right(least, bound), reading.right(equations[0], bound)


def _of_added(
    reading: Reading, equations: tuple[Equation, ...], key: list[Any], period: int
) -> Limits:
    bound = {"r": key[0], "n": period}
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
    return reading.right(equations[1], {"l": lane, "z": task, "t": bucket}), most


def _of_before(reading: Reading, equations: tuple[Equation, ...], key: list[Any], _: int) -> Limits:
    lane, task = _step(reading, [key[0], KEPT, key[1]])
    if not any(task is one for one in lane.queue.limited):
        return 0.0, reading.right(equations[0], {"l": lane, "k": task})
    bound = {"l": lane, "z": task}
    return reading.right(equations[2], bound), reading.right(equations[1], bound)


def _step(reading: Reading, key: list[Any]) -> tuple[Any, Any]:
    lane = lane_of(reading, key[0], key[1])
    return lane, next(task for task in lane.queue.tasks if task.id == key[2])


def _of_posts(reading: Reading, equations: tuple[Equation, ...], role: str, number: int) -> float:
    problem, rule = reading.problem, reading.problem.caseload
    year = sorted(set(problem.years))[number]
    least = reading.right(equations[0], {"r": role, "y": year})
    if rule is None or rule.role != role:
        return least
    held = [
        reading.right(equations[1], {"t": bucket})
        for bucket, month in enumerate(problem.months)
        if problem.years[month] == year and rule.standard[bucket] is not None
    ]
    return max([least, *held])
