"""The lines of the measures switched on, counted over time and valued at any level."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import prod
from typing import Literal

from burdens.assessment.prices import pert_mean
from burdens.errors import Fault, ScenarioError
from burdens.evidence import Evidence, Value, reprice
from burdens.measures import Line, Measure, measures
from burdens.problem import Demand, Inputs, Problem, price_year, units_of
from burdens.scenario import Scenario, roles

Level = Literal["low", "central", "high", "mean"]
LEVELS: tuple[Level, ...] = ("low", "central", "high", "mean")
Numbers = Callable[[str], float]


@dataclass(frozen=True)
class Duty:
    """One line of a measure for one role, or its money.

    Attributes
    ----------
    measure, line
        What it is of.
    role
        Who does the work; empty for money.
    units
        How often it comes up, by bucket, before its values are applied.
    """

    measure: Measure
    line: Line
    role: str
    units: tuple[float, ...]

    @property
    def id(self) -> str:
        """Its unique name."""
        return f"{self.measure.id}/{self.line.id}/{self.role}"

    @property
    def nature(self) -> str:
        """Whether it costs or spares."""
        return "saving" if self.line.saving else "cost"

    @property
    def payer(self) -> str:
        """Who pays for it."""
        return self.line.payer or roles()[self.role].payer

    @property
    def assumptions(self) -> tuple[str, ...]:
        """The ids of every value it uses."""
        own = (self.line.hours or {}).get(self.role, ())
        bias = (self.line.optimism_bias,) if self.line.optimism_bias else ()
        return (*self.line.times, *own, *(self.line.money or ()), *bias)

    def count(self, numbers: Numbers) -> float:
        """Return what one unit is multiplied by to be counted."""
        return prod(map(numbers, self.line.times))

    def hours(self, numbers: Numbers, hours_a_post: float) -> float:
        """Return the hours of one unit [h]: none for money."""
        if self.line.posts is not None:
            return self.count(numbers) * hours_a_post
        each = (self.line.hours or {}).get(self.role)
        return 0.0 if each is None else self.count(numbers) * prod(map(numbers, each))

    def pounds(self, numbers: Numbers, evidence: Mapping[str, Value]) -> float:
        """Return the money of one unit, optimism bias included [GBP of the price year]."""
        names = self.line.money or ()
        if not names:
            return 0.0
        priced = next(evidence[name] for name in names if evidence[name].unit.startswith("GBP"))
        repriced = reprice(1.0, priced.price_year, price_year())
        bias = numbers(self.line.optimism_bias) if self.line.optimism_bias else 0.0
        return self.count(numbers) * prod(map(numbers, names)) * repriced * (1 + bias)


def at(evidence: Evidence, level: Level) -> Numbers:
    """Return what reads a value at a level: its low, central or high end, or its PERT mean."""

    def number(name: str) -> float:
        value = evidence[name]
        if level == "mean":
            return pert_mean(value.low, value.central, value.high)
        return float(getattr(value, level))

    return number


def applied(scenario: Scenario, own: Iterable[Measure] = ()) -> tuple[Measure, ...]:
    """Return the measures switched on, start and phasing filled in, the user's own last.

    Raises
    ------
    ScenarioError
        Where a measure of the user's own starts past the end of the plan, or comes twice.
    """
    known = measures()
    chosen = [
        known[entry.measure].model_copy(
            update={
                "start": entry.from_ or _begin(known[entry.measure], scenario),
                "phasing": entry.phasing or known[entry.measure].phasing,
            }
        )
        for entry in scenario.measures
    ]
    extra = [measure.model_copy(update={"start": _begin(measure, scenario)}) for measure in own]
    if faults := [*_faults(extra, scenario)]:
        raise ScenarioError("The measures do not fit the plan", faults)
    return (*chosen, *extra)


def _begin(measure: Measure, scenario: Scenario) -> dt.date:
    return max(measure.start or scenario.start, scenario.start)


def _faults(own: list[Measure], scenario: Scenario) -> Iterator[Fault]:
    ids = [measure.id for measure in own]
    for measure in own:
        if measure.start is not None and measure.start >= scenario.end:
            yield Fault(
                f"{measure.id} starts on {measure.start}, past the end of the plan.",
                f"Write a day before {scenario.end}, or a longer horizon_weeks.",
                field="start",
            )
    for name in {name for name in ids if ids.count(name) > 1}:
        yield Fault(f"{name} is given {ids.count(name)} times.", "Give it once.", field="id")


def duties_of(
    inputs: Inputs, demanded: Demand, problem: Problem, chosen: Iterable[Measure]
) -> tuple[tuple[Duty, ...], list[str]]:
    """Count every line of the measures.

    Returns
    -------
    duties
        One for each line and role.
    left_out
        A sentence for each line that a missing figure leaves out.
    """
    duties: list[Duty] = []
    left_out: list[str] = []
    for measure in chosen:
        for line in measure.lines:
            phased = measure.model_copy(update={"phasing": measure.phasing_of(line)})
            units = units_of(inputs, demanded, problem, phased, line)
            if units is None:
                left_out.append(
                    f"{measure.title}: “{line.title}” is left out, as the number of "
                    f"{line.each.replace('_', ' ')}s is not known. Type the missing figure."
                )
                continue
            roles = [*(line.hours or {}), *([line.posts] if line.posts else [])] or [""]
            duties += [Duty(measure, line, role, units) for role in roles]
    return tuple(duties), left_out
