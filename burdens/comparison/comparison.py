"""Scenarios side by side: whether they are alike, their numbers, and what explains them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from burdens.comparison import display
from burdens.comparison.basis import TOTALS, Difference, unlike, years_in_common
from burdens.comparison.entries import entries_unlike
from burdens.comparison.numbers import ALL, Number, numbers_of
from burdens.comparison.plans import Plans
from burdens.comparison.steps import Explanation, explain, on_the_way
from burdens.documents import whole_folder, write_tables
from burdens.errors import Fault, ScenarioError

if TYPE_CHECKING:
    import datetime as dt

    import pandas as pd

    from burdens.plans import Plan
    from burdens.programme import Watch
    from burdens.scenario import Scenario

FEWEST, MOST = 2, 4
EVERY_LIMIT = "Every time limit"
Line = tuple[str, str, str]


@dataclass(frozen=True)
class Comparison:
    """Two to four plans side by side.

    Attributes
    ----------
    scenarios, plans
        By name; the others are compared with the first.
    unlike
        On which basis they differ, and what cannot be compared because of it.
    entries
        The figures, staff and replaced values that differ.
    explanations
        How the first plan becomes each of the others, as far as worked out.
    """

    scenarios: dict[str, Scenario]
    plans: dict[str, Plan]
    unlike: list[Difference]
    entries: list[Difference]
    explanations: list[Explanation] = field(default_factory=list)

    @cached_property
    def lines(self) -> dict[Line, dict[str, Number]]:
        """The numbers that can be compared, by what they are (number, role, period) and name."""
        found: dict[Line, dict[str, Number]] = {}
        for name, plan in self.plans.items():
            for one in numbers_of(plan):
                line = (one.number, one.role, one.period)
                found.setdefault(line, {})[name] = one
        return {line: numbers for line, numbers in found.items() if self._comparable(line)}

    @property
    def tables(self) -> dict[str, pd.DataFrame]:
        """The numbers, what differs, first dates and steps, by name."""
        from burdens.comparison import tables  # noqa: PLC0415  (no page opens later for it)

        made = (tables.numbers, tables.what_differs, tables.first_met, tables.steps)
        return {table.__name__: table(self) for table in made}

    @property
    def numbers(self) -> pd.DataFrame:
        """The numbers that can be compared, with the difference from the first scenario."""
        return self.tables["numbers"]

    @property
    def first(self) -> str:
        """The name of the scenario that the others are compared with."""
        return next(iter(self.scenarios))

    @property
    def explainable(self) -> bool:
        """Whether the plans are of the same time, so that steps can lead from one to another."""
        return "cost" not in {number for one in self.unlike for number in one.hides}

    @property
    def on_the_way(self) -> list[Scenario]:
        """Every scenario whose plan an explanation needs."""
        first, *others = self.scenarios.values()
        return [one for other in others for one in on_the_way(first, other)]

    @property
    def first_met(self) -> dict[str, dict[str, dt.date | None]]:
        """The first day on which each standard is met, by standard and scenario; all of them first."""
        found: dict[str, dict[str, dt.date | None]] = {
            EVERY_LIMIT: {name: plan.on_time_from for name, plan in self.plans.items()}
        }
        for name, plan in self.plans.items():
            for standard, day in plan.first_met.items():
                found.setdefault(standard, {})[name] = day
        return found

    def write(self, folder: Path) -> None:
        """Write the tables as CSV, and the scenarios, into a new folder, entirely or not at all.

        Raises
        ------
        OutputError
            Where the folder holds something already, or cannot be written.
        """
        with whole_folder(folder) as made:
            write_tables(made, self.tables)
            for place, scenario in enumerate(self.scenarios.values(), start=1):
                scenario.write(made / f"scenario_{place}.burdens.yaml")

    def __repr__(self) -> str:
        return display.text(self)

    def _repr_html_(self) -> str:
        return display.html(self)

    def _comparable(self, line: Line) -> bool:
        number, role, period = line
        hidden = {number for one in self.unlike for number in one.hides}
        if number in hidden or (TOTALS in hidden and number.startswith("cost") and role == ALL):
            return False
        year = period.partition(",")[0]  # a part of a calendar year is named with its months
        return not period or year in years_in_common(list(self.scenarios.values()))


def compare(
    scenarios: Mapping[str, Scenario] | Sequence[Scenario],
    *,
    explained: bool = True,
    planner: Callable[..., Plan] | None = None,
    watch: Watch | None = None,
) -> Comparison:
    """Return the plans of two to four scenarios side by side, and what explains the difference.

    Parameters
    ----------
    scenarios
        By name; in a list, each goes by its title, or by the name of its authority.
    explained
        Whether to work out step by step how the first plan becomes each of the others: two more plans
        for every group of choices that differs.
    planner
        Makes the plan of a scenario; by default one live scenario makes all of them.
    watch
        Who hears how far it is, and may have it stopped.

    Raises
    ------
    ScenarioError
        Where there are fewer than two or more than four.
    BurdensError
        Where one of them has no plan.
    """
    named = dict(scenarios) if isinstance(scenarios, Mapping) else _named(scenarios)
    if not FEWEST <= len(named) <= MOST:
        fault = Fault(f"{len(named)} are given.", f"Give {FEWEST} to {MOST}.")
        raise ScenarioError("These scenarios cannot be compared", [fault])
    plans = Plans(planner)
    plans.make(named.values(), watch)
    found = side_by_side(named, plans)
    return explained_by(found, plans, watch) if explained else found


def side_by_side(scenarios: dict[str, Scenario], plans: Plans) -> Comparison:
    """Return scenarios compared, the difference not explained."""
    made = {name: plans.of(one) for name, one in scenarios.items()}
    return Comparison(scenarios, made, unlike(scenarios), entries_unlike(scenarios))


def explained_by(found: Comparison, plans: Plans, watch: Watch | None = None) -> Comparison:
    """Return the same comparison with its differences explained, where they can be.

    Raises
    ------
    WorkCancelledError
        Where the watch has it stopped.
    """
    if not found.explainable:
        return found
    plans.make(found.on_the_way, watch)
    first = found.scenarios[found.first]
    explanations = [
        explain((found.first, name), (first, other), plans)
        for name, other in list(found.scenarios.items())[1:]
    ]
    return replace(found, explanations=explanations)


def _named(scenarios: Sequence[Scenario]) -> dict[str, Scenario]:
    """Return scenarios by title or authority, those that share a name numbered."""
    found: dict[str, Scenario] = {}
    for one in scenarios:
        name = called = one.title or one.authority.name
        while called in found:
            called = f"{name} ({len(found) + 1})"
        found[called] = one
    return found
