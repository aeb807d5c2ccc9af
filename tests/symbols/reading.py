"""Equations read as what they say: with a Problem's numbers, at a point of the programme.

Nothing here knows how the programme writes its rows; it knows the names of its columns.
"""

from __future__ import annotations

import ast
import operator
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, Any

from burdens.symbols import DEFINITIONS, SETS
from tests.symbols.shapes import Flow, Stream, flows_of, streams_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from burdens.problem import Pathway, Problem, Target, Task
    from burdens.symbols import Equation

Bound = dict[str, Any]
OPERATORS: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


@cache
def relation(equation: Equation) -> ast.Compare:
    """Give the tree of an equation that has two sides."""
    tree = equation.tree
    assert isinstance(tree, ast.Compare)
    return tree


class Reading:
    """Evaluates equations.

    Parameters
    ----------
    problem
        Whose numbers the parameters are.
    columns
        Value of every column that the programme has, by its key.
    """

    def __init__(self, problem: Problem, columns: Mapping[tuple[Any, ...], float]) -> None:
        self.problem, self.columns = problem, columns
        self.flows = flows_of(problem)
        self.streams = [stream for flow in self.flows for stream in streams_of(flow)]

    def sides(self, equation: Equation, bound: Bound) -> tuple[float, float]:
        """Give the value of both sides of a relation."""
        tree = relation(equation)
        return self.value(tree.left, bound), self.value(tree.comparators[0], bound)

    def surplus(self, equation: Equation, bound: Bound) -> float:
        """Give by how much the larger side is larger; for an equality, left less right."""
        left, right = self.sides(equation, bound)
        return right - left if isinstance(relation(equation).ops[0], ast.LtE) else left - right

    def value(self, node: ast.expr, bound: Bound) -> Any:
        """Give the value of a part of an equation."""
        match node:
            case ast.Constant(value=number):
                return number
            case ast.Name(id=name) if name in SETS:
                return self.member(name, bound)
            case ast.Name(id=name):
                return getattr(self, f"_{name}")()
            case ast.Subscript(value=ast.Name(id=name), slice=index):
                parts = index.elts if isinstance(index, ast.Tuple) else [index]
                return getattr(self, f"_{name}")(*(self.value(part, bound) for part in parts))
            case ast.BinOp(left=left, op=op, right=right):
                return OPERATORS[type(op)](self.value(left, bound), self.value(right, bound))
            case ast.Call(args=[what, *over]):
                names = [name.id for name in over if isinstance(name, ast.Name)]
                return self._total(what, names, bound)
        raise AssertionError(ast.dump(node))

    def _total(self, what: ast.expr, names: list[str], bound: Bound) -> float:
        if not names:
            return float(self.value(what, bound))
        first, *rest = names
        return sum(
            self._total(what, rest, {**bound, first: one}) for one in self.members(first, bound)
        )

    def member(self, name: str, bound: Bound) -> Any:
        """Give the member that is meant: the one bound, or the one that others settle."""
        if name in bound:
            return bound[name]
        if name == "m":
            return self.problem.months[bound["t"]]
        if name == "y":
            return self.problem.years[self.member("m", bound)]
        if name == "f":
            return next(bound[one] for one in ("s", "j", "o") if one in bound).flow
        if name == "z":
            return self.member("p", bound).last
        if name == "p":
            return self._pathway(bound)
        raise AssertionError(f"nothing settles {name}")

    def _pathway(self, bound: Bound) -> Pathway:
        if "g" in bound:
            return next(p for p in self.problem.pathways if _holds(p.targets, bound["g"]))
        flow: Flow = self.member("f", bound)
        return flow.pathway

    def members(self, name: str, bound: Bound) -> Iterable[Any]:
        """Give everything that a sum goes over."""
        problem = self.problem
        return {
            "r": lambda: problem.roles,
            "t": lambda: range(problem.buckets),
            "m": lambda: range(len(problem.years)),
            "y": lambda: sorted(set(problem.years)),
            "g": lambda: [target for pathway in problem.pathways for target in pathway.targets],
            "s": lambda: self.streams,
            "k": lambda: bound["s"].flow.tasks,
            "j": lambda: self._late(bound),
            "b": lambda: range(self.oldest, bound["c"] + 1),
            "w": lambda: self.member("f", bound).awaited,
            "e": lambda: range(len(problem.roles[bound["r"]].ramp)),
            "h": lambda: range(bound["g"].from_, bound["g"].to),
            "x": lambda: self._late_at(bound["g"], self.member("p", bound)),
        }[name]()

    @property
    def oldest(self) -> int:
        """Give the first bucket in which a case started."""
        return min([0, *(start for flow in self.flows for start in flow.starts)])

    def _late(self, bound: Bound) -> list[Stream]:
        """Late streams: of one flow where the equation is about one, else all."""
        late = [stream for stream in self.streams if stream.stage is not None]
        if not set(bound) & {"f", "s", "o"}:
            return late
        flow = self.member("f", bound)
        return [stream for stream in late if stream.flow == flow]

    def _late_at(self, target: Target, pathway: Pathway) -> list[Stream]:
        return [
            stream
            for stream in self.streams
            if stream.flow.pathway == pathway
            and stream.stage is not None
            and stream.stage <= target.stage
        ]

    # --- what is given ---

    def _arrivals(self, pathway: Pathway, bucket: int) -> float:
        return pathway.arrivals[bucket]

    def _opening(self, task: Task, bucket: int) -> float:
        pathway = next(p for p in self.problem.pathways if _holds(p.tasks, task))
        groups = [one for one in pathway.opening if one.task == task.id and one.age == -bucket]
        return sum(group.cases for group in groups)

    def _cases(self, flow: Flow, bucket: int) -> float:
        new, old = DEFINITIONS["starts"].equations
        if bucket >= 0 and flow.done:
            return 0.0
        bound = {"f": flow, "p": flow.pathway, "c": bucket}
        return float(self.value(relation(new if bucket >= 0 else old).comparators[0], bound))

    def _share(self, task: Task) -> float:
        return task.share

    def _due(self, task: Task) -> int:
        return task.due

    def _lag(self, earlier: Task, task: Task) -> int:
        return dict(task.after)[earlier.id]

    def _hours(self, task: Task, role: str) -> float:
        return task.hours.get(role, 0.0)

    def _longest(self, pathway: Pathway) -> int:
        return pathway.max_wait

    def _late_weight(self, pathway: Pathway) -> float:
        return pathway.late_weight

    def _wait_weight(self, pathway: Pathway) -> float:
        return pathway.wait_weight

    def _first(self, target: Target) -> int:
        return target.from_

    def _end(self, target: Target) -> int:
        return target.to

    def _on_time(self, target: Target) -> float:
        return target.on_time

    def _target_weight(self, target: Target) -> float:
        return target.weight

    def _held(self, bucket: int) -> float:
        assert self.problem.caseload is not None
        return self.problem.caseload.cases[bucket]

    def _standard(self, bucket: int) -> float:
        assert self.problem.caseload is not None
        standard = self.problem.caseload.standard[bucket]
        assert standard is not None
        return standard

    def _caseload_weight(self) -> float:
        return self.problem.caseload.weight if self.problem.caseload else 0.0

    def _relief(self, role: str, bucket: int) -> float:
        return (self.problem.roles[role].relief or (0.0,) * self.problem.buckets)[bucket]

    def __getattr__(self, name: str) -> Callable[..., float]:
        """Give a field of a role, by bucket, month or month in post where it has several."""
        field = name.removeprefix("_")

        def of_role(role: str, *place: int) -> float:
            value = getattr(self.problem.roles[role], field)
            return value[place[0]] if place else value

        return of_role

    # --- what is solved for ---

    def _entered(self, stream: Stream, bucket: int) -> float:
        start = max((one for one in stream.flow.starts if one <= bucket), default=None)
        if start is None:
            return 0.0
        if stream.stage is None:
            return self._defined("on_time", {"o": stream, "c": start})
        if not stream.flow.was_late(start):
            return self.columns["entered", stream.flow.name, stream.stage, start]
        if stream.stage != stream.flow.stages[0]:
            return 0.0
        return self._defined("late_already", {"j": stream, "c": start})

    def _defined(self, name: str, bound: Bound) -> float:
        (equation,) = DEFINITIONS[name].equations
        return float(self.value(relation(equation).comparators[0], bound))

    def _done(self, stream: Stream, task: Task, bucket: int) -> float:
        key = ("done", *stream.name, task.id, bucket)
        if key in self.columns:
            return self.columns[key]
        if bucket < 0 or bucket < stream.earliest(task):
            return 0.0
        return task.share * self._entered(stream, self.problem.buckets - 1)

    def _waiting(self, stream: Stream, task: Task, bucket: int) -> float:
        return self._column("waiting", *stream.name, task.id, bucket)

    def _hires(self, role: str, month: int) -> float:
        return self.columns["hires", role, month] if month >= 0 else 0.0

    def _staff(self, role: str, month: int) -> float:
        return self.columns["staff", role, month]

    def _posts(self, role: str, year: int) -> float:
        if year < min(self.problem.years):
            return 0.0
        return self.columns["posts", role, year]

    def _grown(self, role: str, year: int) -> float:
        return self._column("grown", role, year)

    def _agency(self, role: str, bucket: int) -> float:
        return self._column("agency", role, bucket)

    def _short(self, role: str, bucket: int) -> float:
        return self._column("short", role, bucket)

    def _off_target(self, target: Target) -> float:
        pathway = self._pathway({"g": target})
        number = next(n for n, one in enumerate(pathway.targets) if one is target)
        return self._column("off_target", pathway.id, number)

    def _excess(self, bucket: int) -> float:
        return self._column("excess", bucket)

    def _column(self, *key: Any) -> float:
        """Give a column, or nought where the programme has no use for it."""
        return self.columns.get(key, 0.0)


def every(**ranges: Iterable[Any]) -> list[Bound]:
    """Give every combination of members."""
    return [dict(zip(ranges, members, strict=True)) for members in product(*ranges.values())]


def _holds(group: Iterable[Any], thing: object) -> bool:
    """Whether this very thing is in a group that may hold its equal."""
    return any(one is thing for one in group)
