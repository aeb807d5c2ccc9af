"""Which members an equation is written for: by its `where`, and by the key of a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from burdens.symbols import ROWS
from tests.symbols.reading import Bound, Reading, every

if TYPE_CHECKING:
    from collections.abc import Iterator

    from burdens.symbols import Equation
    from tests.symbols.shapes import Stream

Key = tuple[Any, ...]
Instance = tuple["Equation", Bound]
BY_TASK = ("order", "arrival", "precedence", "deadline", "longest_wait")


def instance_of(reading: Reading, row: Key) -> Instance:
    """Give the equation that a row is to be, and of which members it speaks."""
    family, *key = row
    if family in BY_TASK:
        return ROWS[family].equations[0], _step(reading, key)
    if family == "in_post":
        later, start = ROWS[family].equations
        return (later if key[1] else start), {"r": key[0], "m": key[1]}
    return ROWS[family].equations[0], _members(reading, family, key)


def _step(reading: Reading, key: list[Any]) -> Bound:
    flow, stage, task_id, bucket, *earlier = key
    stream = next(one for one in reading.streams if one.name == (flow, stage))
    tasks = {task.id: task for task in stream.flow.tasks}
    before = {"i": tasks[earlier[0]]} if earlier else {}
    return {"s": stream, "k": tasks[task_id], "t": bucket, **before}


def _members(reading: Reading, family: str, key: list[Any]) -> Bound:
    problem = reading.problem
    if family == "entry":
        stream = next(one for one in reading.streams if one.name == (key[0], key[1]))
        return {"j": stream, "c": key[2]}
    if family == "split":
        return {"f": next(flow for flow in reading.flows if flow.name == key[0]), "c": key[1]}
    if family == "timeliness":
        pathway = next(one for one in problem.pathways if one.id == key[0])
        return {"g": pathway.targets[key[1]]}
    if family == "caseload":
        assert problem.caseload is not None
        return {"t": key[0], "r": problem.caseload.role}
    last = {"capacity": "t", "establishment": "m", "lasting": "y", "growth": "y"}[family]
    return {"r": key[0], last: key[1]}


def instances_of(reading: Reading) -> Iterator[tuple[str, Instance]]:
    """Give every equation of every rule for everything that it is said to hold for."""
    for family, found in {**_of_cases(reading), **_of_people(reading)}.items():
        equation = ROWS[family].equations[0]
        yield from ((family, (equation, bound)) for bound in found)
    start = ROWS["in_post"].equations[1]
    yield from (("in_post", (start, {"r": role})) for role in reading.problem.roles)


def _of_cases(reading: Reading) -> dict[str, list[Bound]]:
    buckets = range(reading.problem.buckets)
    starts = range(reading.oldest, reading.problem.buckets)
    late = [stream for stream in reading.streams if stream.stage is not None]
    steps = [(stream, task) for stream in reading.streams for task in stream.flow.tasks]
    by_task = [
        {"s": stream, "k": task, "t": bucket} for stream, task in steps for bucket in buckets
    ]
    return {
        "entry": every(j=late, c=starts),
        "split": every(f=reading.flows, c=starts),
        "order": by_task,
        "arrival": [one for one in by_task if not one["s"].before(one["k"])],
        "precedence": [
            {**one, "i": earlier} for one in by_task for earlier, _ in one["s"].before(one["k"])
        ],
        "deadline": [one for one in by_task if one["s"].meets(one["k"])],
        "longest_wait": [one for one in by_task if _may_wait(one["s"], one["k"])],
        "timeliness": [{"g": target} for p in reading.problem.pathways for target in p.targets],
    }


def _may_wait(stream: Stream, task: Any) -> bool:
    longest = stream.flow.pathway.max_wait
    return stream.ends_at(task) and not (stream.meets(task) and task.due <= longest)


def _of_people(reading: Reading) -> dict[str, list[Bound]]:
    problem = reading.problem
    months, years = range(len(problem.years)), sorted(set(problem.years))
    priced = [name for name, role in problem.roles.items() if role.post_cost]
    standards = problem.caseload.standard if problem.caseload else ()
    holder = problem.caseload.role if problem.caseload else ""
    return {
        "capacity": every(r=problem.roles, t=range(problem.buckets)),
        "in_post": every(r=problem.roles, m=months[1:]),
        "establishment": every(r=problem.roles, m=months) if problem.level else [],
        "lasting": every(r=problem.roles, y=years) if problem.lasting and problem.level else [],
        "growth": every(r=priced, y=years) if problem.level else [],
        "caseload": [{"r": holder, "t": t} for t, most in enumerate(standards) if most is not None],
    }
