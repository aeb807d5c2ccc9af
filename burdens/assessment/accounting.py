"""The accounting cost: hours times the cost of a productive hour, and money."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from burdens.assessment.duties import LEVELS, Duty, Numbers, at
from burdens.assessment.years import Array, Years
from burdens.problem import Inputs, casework_hours, full_cost

COLUMNS = [
    "measure",
    "line",
    "title",
    "kind",
    "nature",
    "role",
    "payer",
    "provision",
    "financial_year",
    "count",
    "hours",
    "gbp_low",
    "gbp",
    "gbp_high",
    "gbp_mean",
    "values",
]
GBP = {"low": "gbp_low", "central": "gbp", "high": "gbp_high", "mean": "gbp_mean"}


@dataclass(frozen=True)
class Accounts:
    """What turns duties into hours and pounds, in prices of the price year.

    Attributes
    ----------
    inputs
        Where pay, hours and values stand.
    years
        The years reported.
    """

    inputs: Inputs
    years: Years

    @cached_property
    def area_cost(self) -> float:
        """Local cost over England's; 1 without an adjustment."""
        return self.inputs.scenario.assessment.area_cost or 1.0

    def post(self, role: str) -> float:
        """Return the cost of a post [GBP per FTE and year]."""
        return full_cost(self.inputs, role) * self.area_cost

    def hours_a_post(self, role: str) -> float:
        """Return the productive hours of a post [h a year]."""
        return casework_hours(self.inputs, role)

    def hourly(self, role: str) -> float:
        """Return the cost of a productive hour [GBP]."""
        return self.post(role) / self.hours_a_post(role)

    def unit_hours(self, duty: Duty, numbers: Numbers) -> float:
        """Return the hours of one unit of a duty [h]."""
        return duty.hours(numbers, self.hours_a_post(duty.role)) if duty.role else 0.0

    def unit_gbp(self, duty: Duty, numbers: Numbers) -> float:
        """Return the pounds of one unit of a duty [GBP]."""
        if not duty.role:
            return duty.pounds(numbers, self.inputs.evidence)
        return self.unit_hours(duty, numbers) * self.hourly(duty.role)

    def units(self, duty: Duty) -> Array:
        """Return a duty's units by year."""
        return self.years.sums(duty.units, recurring=duty.line.kind == "recurring")


def lines_of(accounts: Accounts, duties: Iterable[Duty]) -> Any:
    """Return the account of every duty by year; columns as `Assessment.lines` says."""
    rows = [row for duty in duties for row in _rows(accounts, duty)]
    return pd.DataFrame(rows, columns=COLUMNS)


def _rows(accounts: Accounts, duty: Duty) -> list[dict[str, Any]]:
    central = at(accounts.inputs.evidence, "central")
    hours = accounts.unit_hours(duty, central)
    pounds = {
        GBP[level]: accounts.unit_gbp(duty, at(accounts.inputs.evidence, level)) for level in LEVELS
    }
    return [
        {
            "measure": duty.measure.id,
            "line": duty.line.id,
            "title": duty.line.title,
            "kind": duty.line.kind,
            "nature": duty.nature,
            "role": duty.role,
            "payer": duty.payer,
            "provision": duty.line.provision,
            "financial_year": year,
            "count": units * duty.count(central),
            "hours": units * hours,
            **{name: units * each for name, each in pounds.items()},
            "values": ", ".join(duty.assumptions),
        }
        for year, units in zip(accounts.years.names, accounts.units(duty), strict=True)
    ]


def swings(accounts: Accounts, duties: Iterable[Duty]) -> dict[str, float]:
    """Return what each value moves the net accounting cost of administration by [GBP].

    From its low to its high end, all else central, over all years.
    """
    evidence = accounts.inputs.evidence
    central = at(evidence, "central")
    moved: dict[str, float] = {}
    for duty in duties:
        units = float(accounts.units(duty).sum())
        sign = 0.0 if duty.line.provision else -1.0 if duty.line.saving else 1.0
        for name in dict.fromkeys(duty.assumptions):
            low, high = (
                accounts.unit_gbp(duty, _with(central, name, end))
                for end in (evidence[name].low, evidence[name].high)
            )
            moved[name] = moved.get(name, 0.0) + sign * units * (high - low)
    return moved


def _with(numbers: Numbers, name: str, number: float) -> Numbers:
    return lambda asked: number if asked == name else numbers(asked)
