"""What a Problem gives, by the names that equations use."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from burdens.problem import Pathway, Problem, Task

# Symbols whose name is not that of their field.
FIELDS = {"establishment": "posts"}
ASSISTANCE = {"assisted_share": "share", "supervision": "supervision"}


class Given:
    """Reads the numbers of a Problem."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem

    # --- pathways ---

    def read_arrivals(self, pathway: Pathway, bucket: int) -> float:
        return pathway.arrivals[bucket]

    def read_run_in(self, pathway: Pathway, bucket: int) -> float:
        """Return the cases of a start before the plan: the latest is the last."""
        return pathway.run_in[bucket] if -bucket <= len(pathway.run_in) else 0.0

    def read_opening(self, task: Task, bucket: int) -> float:
        pathway = next(p for p in self.problem.pathways if any(one is task for one in p.tasks))
        groups = [g for g in pathway.opening if g.task == task.id and g.age == -bucket]
        return sum(group.cases for group in groups)

    def read_kept(self, pathway: Pathway) -> float:
        return pathway.kept or 0.0

    def read_kept_factor(self, pathway: Pathway) -> float:
        return pathway.kept_factor

    def read_open_weight(self, pathway: Pathway) -> float:
        return pathway.open_weight

    def read_overdue_weight(self, pathway: Pathway, age: int) -> float:
        return dict(pathway.overdue)[age]

    def read_first_age(self, pathway: Pathway) -> int:
        return min(age for age, _ in pathway.overdue)

    def read_let_off(self, pathway: Pathway, bucket: int) -> float:
        return 0.0 if pathway.let_off is None or bucket < 0 else pathway.let_off[bucket]

    def read_max_wait(self, pathway: Pathway) -> int:
        return pathway.max_wait or 0

    # --- tasks ---

    def read_share(self, task: Task) -> float:
        return task.share

    def read_due(self, task: Task) -> int:
        return task.due

    def read_lag(self, earlier: Task, task: Task) -> int:
        return dict(task.after)[earlier.id]

    def read_hours(self, task: Task, role: str) -> float:
        return task.hours.get(role, 0.0)

    # --- caseload ---

    def read_held(self, bucket: int) -> float:
        assert self.problem.caseload is not None
        return self.problem.caseload.cases[bucket]

    def read_standard(self, bucket: int) -> float:
        assert self.problem.caseload is not None
        standard = self.problem.caseload.standard[bucket]
        assert standard is not None
        return standard

    def read_caseload_weight(self) -> float:
        return self.problem.caseload.weight if self.problem.caseload else 0.0

    # --- roles ---

    def __getattr__(self, name: str) -> Callable[..., float]:
        """Return a reader of a role's field, by bucket, month or month in post where it has any."""
        symbol = name.removeprefix("read_")
        field = FIELDS.get(symbol, symbol)
        known = next(iter(self.problem.roles.values()))
        if symbol not in ASSISTANCE and not hasattr(known, field):
            raise AttributeError(name)

        def of_role(role: str, *place: int) -> float:
            numbers: Any = self.problem.roles[role]
            if symbol in ASSISTANCE:
                return getattr(numbers.assists, ASSISTANCE[symbol])
            value = getattr(numbers, field)
            if value is None:
                return 0.0
            return value[place[0]] if place else value

        return of_role
