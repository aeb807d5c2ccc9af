"""What is worked out, read off the printed definitions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.symbols.shapes import KEPT, NEW, WAITING

if TYPE_CHECKING:
    from tests.symbols.reading import Reading
    from tests.symbols.shapes import Lane, Queue


class Definitions:
    """Chooses the definition that holds, by its words, and evaluates it."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._known: dict[tuple[Any, ...], float] = {}

    def _read(self, rule: str, number: int, **bound: Any) -> float:
        """Return the right side of an equation of a rule, worked out once."""
        key = (
            rule,
            number,
            *(one if isinstance(one, int | str) else id(one) for one in bound.values()),
        )
        if key not in self._known:
            equation = self._reading.description.definitions[rule].equations[number]
            self._known[key] = self._reading.right(equation, bound)
        return self._known[key]

    # --- cases ---

    def read_cases(self, queue: Queue, start: int) -> float:
        if start >= 0:
            return 0.0 if queue.done else self._read("queue", 0, q=queue, c=start)
        return self._read("queue", 1, q=queue, c=start)

    def read_cohort(self, lane: Lane, start: int) -> float:
        bound = {"l": lane, "c": start}
        if lane.name == NEW:
            return self._read("cohort", 0 if start >= 0 else 1, **bound)
        if lane.queue.was_late(start):
            return self._read("split", 2, **bound) if lane.name == WAITING else 0.0
        return self._read("split", 0 if lane.name == KEPT else 1, **bound)

    def read_started(self, lane: Lane, bucket: int) -> float:
        return self._read("started", 0, l=lane, t=bucket)

    def read_excused(self, lane: Lane, bucket: int) -> float:
        if lane.name == NEW:
            return self._read("let_off", 0, l=lane, t=bucket)
        if lane.name == KEPT or lane.queue.done:
            return 0.0
        return self._read("spared", 0, l=lane, t=bucket)

    def read_longest(self, lane: Lane, task: Any) -> int:
        return int(self._read("longest", 0, l=lane, k=task))

    def read_owed(self, lane: Lane, task: Any, bucket: int) -> float:
        return self._read("owed", 0, l=lane, k=task, t=bucket)

    def read_in_time(self, lane: Lane, task: Any, bucket: int) -> float:
        return self._read("in_time", 0, l=lane, k=task, t=bucket)

    def read_earliest(self, lane: Lane, task: Any) -> int:
        if not lane.queue.before(task):
            return 0
        return int(self._read("earliest", 0, l=lane, k=task))

    def read_priority(self, lane: Lane) -> float:
        return self._read("priority", 0 if lane.name == KEPT else 1, l=lane)

    # --- people ---

    def read_whole(self, role: str) -> int:
        return int(self._read("starters", 0, r=role))

    def read_starters(self, role: str, month: int) -> float:
        return 0.0 if month < 0 else self._read("starters", 1, r=role, m=month)

    def read_ceiling(self, role: str, month: int) -> float:
        if month == 0:
            return self._read("ceiling", 1, r=role)
        return self._read("ceiling", 0, r=role, m=month)
