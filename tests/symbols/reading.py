"""Equations read as what they say: with a Problem's numbers, at a point of the programme.

Nothing here knows how the programme writes its rows; it knows the names of its columns. What is
worked out is read off its printed definition.
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from itertools import product
from math import floor
from typing import TYPE_CHECKING, Any

from burdens.symbols import SETS, Description
from tests.symbols.definitions import Definitions
from tests.symbols.given import Given
from tests.symbols.shapes import KEPT, WAITING, Lane, new_lanes_of, queues_of

if TYPE_CHECKING:
    from burdens.problem import Problem
    from burdens.symbols import Equation

Bound = dict[str, Any]
Columns = Mapping[tuple[Any, ...], float]
OPERATORS: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
FUNCTIONS: dict[str, Callable[..., float]] = {"larger": max, "smaller": min, "floor": floor}
OVER: dict[str, Callable[[Iterable[float]], float]] = {"total": sum, "most": max}


@cache
def relation(equation: Equation) -> ast.Compare:
    """Return the tree of an equation that has two sides."""
    tree = equation.tree
    assert isinstance(tree, ast.Compare)
    return tree


class Reading:
    """Evaluates equations.

    Parameters
    ----------
    problem
        Whose numbers the parameters are.
    description
        Which programme they are of.
    columns
        Value of every column that the programme has, by its family, key and place in the block.
    asked
        Reads what whoever asks gives beside the Problem, by the name of its symbol.
    periods
        Period of each bucket, where posts are added by periods.
    """

    def __init__(
        self,
        problem: Problem,
        description: Description,
        columns: Columns,
        asked: Mapping[str, Callable[..., float]],
        periods: Sequence[int] = (),
    ) -> None:
        self.problem, self.description, self.columns = problem, description, columns
        self.asked, self.periods = asked, periods
        self.keeps_up = "before" in description.columns
        self.lanes = self._lanes()
        self.given = Given(problem)
        self.defined = Definitions(self)

    def _lanes(self) -> list[Lane]:
        if self.keeps_up:
            lanes = new_lanes_of(self.problem)
            return [lane for lane in lanes if sum((*lane.pathway.arrivals, *lane.pathway.run_in))]
        return [
            Lane(queue, name)
            for queue in queues_of(self.problem)
            for name in (KEPT, WAITING)
            if name == WAITING or queue.pathway.kept is not None
        ]

    @property
    def oldest(self) -> int:
        """The first bucket in which a case started."""
        ages = [group.age for pathway in self.problem.pathways for group in pathway.opening]
        return -max([0, *ages, *(len(pathway.run_in) for pathway in self.problem.pathways)])

    # --- equations ---

    def sides(self, equation: Equation, bound: Bound) -> tuple[float, float]:
        """Return the value of both sides of a relation."""
        tree = relation(equation)
        return self.value(tree.left, bound), self.value(tree.comparators[0], bound)

    def right(self, equation: Equation, bound: Bound) -> float:
        """Return the value of the right side of a relation."""
        return float(self.value(relation(equation).comparators[0], bound))

    def surplus(self, equation: Equation, bound: Bound) -> float:
        """Return by how much the larger side is larger; for an equality, left less right."""
        left, right = self.sides(equation, bound)
        return right - left if isinstance(relation(equation).ops[0], ast.LtE) else left - right

    def value(self, node: ast.expr, bound: Bound) -> Any:
        """Return the value of a part of an equation."""
        match node:
            case ast.Constant(value=number):
                return number
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return -self.value(operand, bound)
            case ast.Name(id=name):
                return self.member(name, bound) if name in SETS else self._symbol(name)
            case ast.Subscript(value=ast.Name(id=name), slice=index):
                parts = index.elts if isinstance(index, ast.Tuple) else [index]
                return self._symbol(name, *(self.value(part, bound) for part in parts))
            case ast.BinOp(left=left, op=op, right=right):
                return OPERATORS[type(op)](self.value(left, bound), self.value(right, bound))
            case ast.Call(func=ast.Name(id=name), args=parts):
                return self._called(name, parts, bound)
        raise AssertionError(ast.dump(node))

    def _called(self, name: str, parts: list[ast.expr], bound: Bound) -> float:
        if name in OVER:
            what, *over = parts
            names = [part.id for part in over if isinstance(part, ast.Name)]
            return OVER[name](self._each(what, names, bound))
        return FUNCTIONS[name](*(self.value(part, bound) for part in parts))

    def _each(self, what: ast.expr, names: list[str], bound: Bound) -> Iterable[float]:
        if not names:
            yield float(self.value(what, bound))
            return
        first, *rest = names
        for member in self.members(first, bound):
            yield from self._each(what, rest, {**bound, first: member})

    def _symbol(self, name: str, *place: Any) -> Any:
        if name in self.asked:
            return self.asked[name](*place)
        for source in (self, self.defined, self.given):
            reader = getattr(source, f"read_{name}", None)
            if reader is not None:
                return reader(*place)
        raise AssertionError(f"nobody reads {name}")

    # --- members ---

    def member(self, name: str, bound: Bound) -> Any:
        """Return the member that is meant: the one bound, or the one that others settle."""
        if name in bound:
            return bound[name]
        settled: dict[str, Callable[[], Any]] = {
            "m": lambda: self.problem.months[bound["t"]],
            "y": lambda: self.problem.years[self.member("m", bound)],
            "q": lambda: bound["l"].queue,
            "p": lambda: self.member("q", bound).pathway,
            "u": lambda: self.problem.roles[bound["r"]].assists.role,
            "o": lambda: self.periods[bound["t"]],
            "n": lambda: min(age for age in self.members("a", bound) if age > bound["a"]),
            "v": lambda: self.problem.buckets - 1,
        }
        return settled[name]()

    def members(self, name: str, bound: Bound) -> Iterable[Any]:
        """Return everything that a sum goes over."""
        problem = self.problem
        ranges: dict[str, Callable[[], Iterable[Any]]] = {
            "r": lambda: problem.roles,
            "t": lambda: range(problem.buckets),
            "m": lambda: range(len(problem.years)),
            "y": lambda: sorted(set(problem.years)),
            "l": lambda: self.lanes,
            "k": lambda: bound["l"].queue.tasks,
            "z": lambda: bound["l"].queue.limited,
            "i": lambda: [task for task, _ in bound["l"].queue.before(bound["k"])],
            "a": lambda: sorted(age for age, _ in bound["l"].pathway.overdue),
            "g": lambda: [age for age in self.members("a", bound) if age <= bound["a"]],
            "x": lambda: range(problem.counted_from, problem.buckets),
            "o": lambda: sorted(set(self.periods)),
            "b": lambda: range(self.oldest, bound["t"] + 1),
            "w": lambda: self.member("q", bound).awaited,
            "e": lambda: range(len(problem.roles[bound["r"]].ramp)),
            "j": lambda: self.assistants_of(bound["r"]),
        }
        return ranges[name]()

    def assistants_of(self, role: str) -> list[str]:
        """Return the roles that assist one."""
        roles = self.problem.roles.items()
        return [name for name, other in roles if other.assists and other.assists.role == role]

    # --- what is solved for ---

    def read_done(self, lane: Lane, task: Any, bucket: int) -> float:
        if bucket < 0:
            return self.read_before(lane, task)
        queue, name = lane.key
        lanes = (queue, task.id) if self.keeps_up else (queue, name, task.id)
        return self._column("done", *lanes, bucket)

    def read_before(self, lane: Lane, task: Any) -> float:
        return self._column("before", lane.queue.name, task.id, 0)

    def read_overdue(self, lane: Lane, task: Any, age: int, bucket: int) -> float:
        """Return the column of a bucket: there is none before anybody's limit has passed."""
        buckets = self.late_buckets(lane, task, age)
        if bucket not in buckets:
            return 0.0
        return self._column("overdue", *lane.key, task.id, age, buckets.index(bucket))

    def late_buckets(self, lane: Lane, task: Any, age: int) -> list[int]:
        """Return the buckets in which a case of the queue, of either lane, may be of an age."""
        starts = range(self.oldest, self.problem.buckets)
        first = next(c for c in starts if self.defined.read_cases(lane.queue, c) > 0)
        return [t for t in range(self.problem.buckets) if t >= first + task.due + age]

    def read_hires(self, role: str, month: int) -> float:
        return self._column("hires", role, month)

    def read_staff(self, role: str, month: int) -> float:
        return self._column("staff", role, month)

    def read_temporary(self, role: str, month: int) -> float:
        return self._column("temporary", role, month)

    def read_ended(self, role: str, month: int) -> float:
        return self._column("ended", role, month)

    def read_vacant(self, role: str, month: int) -> float:
        return self._column("vacant", role, month)

    def read_agency(self, role: str, bucket: int) -> float:
        return self._column("agency", role, bucket)

    def read_short(self, role: str, bucket: int) -> float:
        return self._column("short", role, bucket)

    def read_assistance(self, role: str, bucket: int) -> float:
        return self._column("assistance", role, bucket)

    def read_posts(self, role: str, year: int) -> float:
        return self._column("posts", role, sorted(set(self.problem.years)).index(year))

    def read_added(self, role: str, period: int) -> float:
        return self._column("added", role, period)

    def read_newcomers(self, role: str, period: int) -> float:
        return self._column("newcomers", role, period)

    def read_given_up(self, role: str, period: int) -> float:
        return self._column("given_up", role, period)

    def read_excess(self, bucket: int) -> float:
        rule = self.problem.caseload
        with_one = [t for t, most in enumerate(rule.standard if rule else ()) if most is not None]
        return self._column("excess", with_one.index(bucket)) if bucket in with_one else 0.0

    def _column(self, *key: Any) -> float:
        """Return a column, or 0 where the programme has no use for it."""
        return self.columns.get(key, 0.0)


def every(**ranges: Iterable[Any]) -> list[Bound]:
    """Return every combination of members."""
    return [dict(zip(ranges, members, strict=True)) for members in product(*ranges.values())]
