"""What a Problem is built from: choices, law, evidence, calendar and published figures."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from burdens import authorities, law
from burdens.problem.calendar import WEEKS_A_YEAR, Calendar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from burdens.authorities import Figures
    from burdens.evidence import Evidence, Value
    from burdens.law import Pathway
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
    own
        Everything published about the authority, year by year; None where nothing is.
    national
        The same for England.
    """

    scenario: Scenario
    evidence: Evidence
    law: dict[str, law.Pathway]
    calendar: Calendar
    own: Figures | None = None
    national: Figures = field(default_factory=authorities.england)

    @classmethod
    def of(cls, scenario: Scenario, own: Mapping[str, Value] | None = None) -> Inputs:
        """Return what a scenario stands on, with values of the user's own measures."""
        weeks = scenario.horizon_weeks + scenario.run_out_weeks
        return cls(
            scenario=scenario,
            evidence=scenario.evidence_values().with_values(own or {}),
            law=law.pathways(scenario.start),
            calendar=Calendar(scenario.start, weeks, scenario.bucket_weeks),
            own=authorities.history(scenario.authority.code),
        )

    @property
    def needs_assessment(self) -> Pathway:
        """The pathway whose steps the published times to issue a plan are about.

        Raises
        ------
        LookupError
            Where the law in force has none.
        """
        for pathway in self.law.values():
            opening = pathway.open_at_start
            if opening is not None and opening.rule == "timeliness":
                return pathway
        raise LookupError("no pathway is open at the start by the published timeliness")

    def value(self, name: str) -> float:
        """Return the central value of the evidence [in its unit]."""
        return self.evidence[name].central

    def figure(self, name: str) -> float | None:
        """Return a figure of the scenario; None where it is missing."""
        return self.scenario.figure(name)

    def england(self, name: str) -> float:
        """Return England's newest figure.

        Raises
        ------
        KeyError
            Where none is published.
        """
        figure = self.national.latest(name)
        if figure is None:
            raise KeyError(name)
        return figure.value

    def share(
        self, what: str, part: tuple[str, ...], rest: tuple[str, ...]
    ) -> tuple[float, tuple[str, ...]]:
        """Return one figure's share of several, with a note where England's stands in.

        Parameters
        ----------
        what
            What the share is of, for the note.
        part, rest
            Figures that count as the part, and those that make up the whole with it; figures
            of `rest` count as zero where only they are missing.
        """
        missing = [name for name in part + rest[:1] if self.figure(name) is None]
        own = None if missing else _share(lambda name: self.figure(name) or 0.0, part, rest)
        if own is not None:
            return own, ()
        england = _share(self.england, part, rest) or 0.0
        return england, (stand_in(what, f"England's {england:.1%}", missing or list(part)),)

    def middle(self, name: str) -> dt.date:
        """Return the middle of the calendar year a figure is of.

        A figure typed without its year is taken as that of the year before the start.
        """
        entry = self.scenario.figures.get(name)
        if entry is None or entry.year is None:
            return self.calendar.monday(-WEEKS_A_YEAR // 2)
        return dt.date(entry.year, 7, 2)


def stand_in(what: str, value: str, names: list[str]) -> str:
    """Return the note that something stands in for figures that are missing or zero."""
    places = " and ".join(f"figures.{name}" for name in names)
    return f"{what}: {value} stands in for {places}; type your own there."


def _share(
    figure: Callable[[str], float], part: tuple[str, ...], rest: tuple[str, ...]
) -> float | None:
    counted = sum(figure(name) for name in part)
    whole = counted + sum(figure(name) for name in rest)
    return counted / whole if whole > 0 else None
