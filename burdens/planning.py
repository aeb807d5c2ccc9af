"""From a scenario to its plan, and on from there as the scenario changes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from burdens.plans import (
    Help,
    LiveModel,
    Plan,
    caseload_line,
    helps,
    plan_of,
    recovery,
    work_based_caseload,
)
from burdens.plans.caseloads import STANDARDS
from burdens.problem import Inputs, Problem, build, work_spread
from burdens.programme import UNWATCHED, Watch
from burdens.scenario import Scenario


class LiveScenario:
    """A scenario whose model stays in the solver: a changed number is solved on from there.

    Parameters
    ----------
    watch
        Who hears how far it is, and may have it stopped.

    Attributes
    ----------
    model
        The live model.
    """

    def __init__(self, *, watch: Watch = UNWATCHED) -> None:
        self._watch = watch
        self.model = LiveModel(watch=watch)

    def plan(self, scenario: Scenario, *, helped: bool = True, standards: bool = False) -> Plan:
        """Return the plan of a scenario; the errors are those of `burdens.plan`.

        Parameters
        ----------
        helped
            Whether to work out what would help most, a solve for each change.
        standards
            Whether to work out what each caseload standard takes, a solve for each.
        """
        self._watch.step("Turning your figures into work, week by week")
        problem = build(scenario)
        self._watch.step("Finding the best plan with the staff who can be appointed")
        answer = self.model.answer(problem)
        caseload = work_based_caseload(self.model, answer, _spread(scenario, problem))
        made = plan_of(answer, caseload).made_for(
            scenario.authority.name,
            _once(scenario, problem),
            {
                "scenario": scenario.hash,
                "evidence": scenario.evidence.isoformat(),
                "release": scenario.authority.release,
            },
        )
        made = replace(made, recovery=recovery(self.model, answer))
        if standards:
            self._watch.step("Finding what each caseload standard takes")
            made = replace(made, standards=caseload_line(self.model, problem))
        if not helped:
            return made
        self._watch.step("Finding what would help most")
        return replace(made, helps=helps(self.model, answer, _of_growth(scenario)))

    def helps(self, scenario: Scenario) -> tuple[Help, ...]:
        """Return what would help most in the plan of a scenario; errors as of `burdens.plan`."""
        self._watch.step("Finding what would help most")
        answer = self.model.answer(build(scenario))
        return helps(self.model, answer, _of_growth(scenario))

    def caseload_line(
        self, scenario: Scenario, standards: Sequence[float] = STANDARDS
    ) -> pd.DataFrame:
        """Return what each caseload standard takes; errors as of `burdens.plan`.

        Parameters
        ----------
        standards
            Most cases for each caseworker.

        Returns
        -------
        DataFrame
            As `burdens.plans.caseload_line`.
        """
        self._watch.step("Finding what each caseload standard takes")
        return caseload_line(self.model, build(scenario), standards)


def plan(scenario: Scenario, *, watch: Watch = UNWATCHED) -> Plan:
    """Find what a scenario needs, and the best that can be done with the people it can hire.

    Parameters
    ----------
    watch
        Who hears how far it is, and may have it stopped.

    Raises
    ------
    ProblemError
        Where a figure without which there is nothing to plan is missing.
    NotOptimalError
        Where the solver stops without an optimum.
    WorkCancelledError
        Where the watch has it stopped.
    """
    return LiveScenario(watch=watch).plan(scenario)


def _once(scenario: Scenario, problem: Problem) -> list[str]:
    """Return the warnings of a scenario but for those of missing figures that its plan names too.

    The plan says what stands in for a missing figure, or what it leaves out.
    """
    missing = {name for name, entry in scenario.figures.items() if entry.value is None}
    told = missing & _figures_in(" ".join(problem.notes))
    return [
        warning
        for warning in scenario.warnings
        if not (named := _figures_in(warning)) or named - told
    ]


def _figures_in(text: str) -> set[str]:
    return set(re.findall(r"\bfigures\.(\w+)", text))


def _spread(scenario: Scenario, problem: Problem) -> tuple[float, float]:
    """Return low and high work of the role that holds cases, over the central one."""
    if problem.caseload is None:
        return 1.0, 1.0
    return work_spread(Inputs.of(scenario), problem, problem.caseload.role)


def _of_growth(scenario: Scenario) -> dict[str, tuple[str, Problem]]:
    """Return the Problem of half the growth of requests, for what would help most."""
    growth = scenario.evidence_values()["growth.requests"].central
    reason = "What would help most: half the growth of requests."
    kept = [one for one in scenario.overrides if one.value != "growth.requests"]
    half = [
        *(one.model_dump() for one in kept),
        {"value": "growth.requests", "to": growth / 2, "reason": reason},
    ]
    return {"growth": ("Half the growth of requests", build(scenario.changed(overrides=half)))}
