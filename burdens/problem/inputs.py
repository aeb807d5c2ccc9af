"""What a Problem is built from: choices, law, evidence and calendar, with a place for notes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from burdens import authorities, law
from burdens.problem.calendar import WEEKS_A_YEAR, Calendar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from burdens.evidence import Evidence, Value
    from burdens.scenario import Scenario


@dataclass(frozen=True)
class Inputs:
    """Everything a Problem is built from.

    Attributes
    ----------
    scenario
        What the user chose.
    evidence
        The values, overrides in place.
    law
        The pathways in force at the start.
    calendar
        The plan's time.
    notes
        What was estimated, assumed or missing; the builder writes here.
    """

    scenario: Scenario
    evidence: Evidence
    law: dict[str, law.Pathway]
    calendar: Calendar
    notes: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, scenario: Scenario, own: Mapping[str, Value] | None = None) -> Inputs:
        """Gather what a scenario stands on, with values of the user's own measures."""
        weeks = scenario.horizon_weeks + scenario.run_out_weeks
        return cls(
            scenario=scenario,
            evidence=scenario.evidence_values().with_values(own or {}),
            law=law.pathways(scenario.start),
            calendar=Calendar(scenario.start, weeks, scenario.bucket_weeks),
        )

    def value(self, name: str) -> float:
        """Give the central value of the evidence [in its unit]."""
        return self.evidence[name].central

    def figure(self, name: str) -> float | None:
        """Give a figure of the authority; None where it is missing."""
        return self.scenario.figure(name)

    def england(self, name: str) -> float:
        """Give England's newest figure."""
        figure = authorities.england().latest(name)
        if figure is None:
            raise KeyError(name)
        return figure.value

    def weeks(self, pathway: str, task: str) -> int:
        """Give a task's limit [whole weeks]."""
        weeks = self.law[pathway].task(task).weeks
        if weeks is None:
            raise KeyError(f"{pathway}.{task}")
        return weeks

    def share(self, what: str, part: tuple[str, ...], rest: tuple[str, ...]) -> float:
        """Give one figure's share of several: the authority's own, or England's with a note.

        Parameters
        ----------
        what
            What the share is of, for the note.
        part, rest
            Figures that count as the part, and those that make up the whole with it; figures
            of `rest` count as nought where only they are missing.
        """
        missing = [name for name in part + rest[:1] if self.figure(name) is None]
        own = None if missing else _share(lambda name: self.figure(name) or 0.0, part, rest)
        if own is not None:
            return own
        england = _share(self.england, part, rest) or 0.0
        self.stand_in(what, f"England's {england:.1%}", missing or list(part))
        return england

    def stand_in(self, what: str, value: str, names: list[str]) -> None:
        """Note that something stands in for figures that are missing or nought."""
        places = " and ".join(f"figures.{name}" for name in names)
        self.note(f"{what}: {value} stands in for {places}; type your own there.")

    def note(self, sentence: str) -> None:
        """Keep a note, once."""
        if sentence not in self.notes:
            self.notes.append(sentence)

    def middle(self, name: str) -> dt.date:
        """Give the middle of the calendar year a figure is of.

        A figure typed without its year is taken as that of the year before the start.
        """
        entry = self.scenario.figures.get(name)
        if entry is None or entry.year is None:
            return self.calendar.monday(-WEEKS_A_YEAR // 2)
        return dt.date(entry.year, 7, 2)


def _share(
    figure: Callable[[str], float], part: tuple[str, ...], rest: tuple[str, ...]
) -> float | None:
    counted = sum(figure(name) for name in part)
    whole = counted + sum(figure(name) for name in rest)
    return counted / whole if whole > 0 else None
