"""From a scenario and its measures to their burden."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from importlib.metadata import version

from burdens.assessment import conclusions, hiring, remarks, sums
from burdens.assessment.accounting import Accounts, lines_of
from burdens.assessment.assessment import Assessment
from burdens.assessment.burden import burden_of
from burdens.assessment.duties import Duty, applied, duties_of
from burdens.assessment.limits import WithinLimits, within_limits
from burdens.assessment.modelled import MOST_OF_IT, Modelled, model
from burdens.assessment.work import works_in_plan
from burdens.assessment.years import Array, Years, years_of
from burdens.measures import Measure, values_of
from burdens.problem import Inputs, Problem, demand_of, price_year, problem_of
from burdens.programme import UNWATCHED, Watch
from burdens.scenario import Scenario

SOLVED_WITH = ("burdens", "pulp", "highspy")
NEARLY_ALL = 0.95  # of an assessment's time


def assess(
    scenario: Scenario, own: Iterable[Measure] = (), *, watch: Watch = UNWATCHED
) -> Assessment:
    """Return what the measures switched on in a scenario cost.

    Parameters
    ----------
    own
        Measures of the user's own, read by `burdens.measures.read`; they are switched on.
    watch
        Who hears how far it is, and may have it stopped.

    Raises
    ------
    ScenarioError
        Where a measure starts past the end of the plan, or the plan covers no whole financial year.
    ProblemError
        Where a figure without which there is nothing to plan is missing.
    NotOptimalError
        Where the solver stops without an optimum.
    WorkCancelledError
        Where the watch has it stopped.
    """
    watch.step("Turning your figures into work, week by week")
    extra = tuple(own)
    chosen = applied(scenario, extra)
    inputs = Inputs.of(scenario, values_of(*extra))
    demanded = demand_of(inputs)
    problem = problem_of(inputs, demanded)
    accounts = Accounts(inputs, years_of(scenario, problem))
    duties, left_out = duties_of(inputs, demanded, problem, chosen)
    names = [measure.id for measure in chosen]
    modelled = model(accounts, problem, duties, names, watch=watch)
    watch.step("Finding what can be done within today's hiring limits", MOST_OF_IT)
    limits = within_limits(accounts, problem, duties, modelled, watch=watch)
    watch.step("Putting the burden into tables", NEARLY_ALL)
    worked = _Worked(accounts, problem, chosen, duties, modelled, limits)
    made = _assembled(worked)
    made.warnings.extend(left_out)
    return made


@dataclass(frozen=True)
class _Worked:
    """Everything worked out, before it is put into tables."""

    accounts: Accounts
    problem: Problem
    measures: tuple[Measure, ...]
    duties: tuple[Duty, ...]
    modelled: Modelled
    limits: WithinLimits


def _assembled(worked: _Worked) -> Assessment:
    accounts, modelled, limits = worked.accounts, worked.modelled, worked.limits
    years, scenario = accounts.years, accounts.inputs.scenario
    inside = [duty for duty in worked.duties if works_in_plan(accounts, duty, worked.problem)]
    lines = lines_of(accounts, worked.duties)
    burden = burden_of(lines, years, modelled, inside)
    by_year = sums.by_year_of(burden, years.names)
    beyond = by_year["net_gbp"] - by_year["accounting_net_gbp"]
    ends = sums.ends_by_year(lines, years, modelled, inside, beyond)
    in_years = conclusions.years_table(years, by_year, ends)
    return Assessment(
        scenario=scenario,
        measures=worked.measures,
        price_year=price_year(),
        years=years.names,
        continued=years.names[len(years.covered) :],
        lines=lines,
        burden=burden,
        by_year=in_years,
        part_years=conclusions.part_years_table(years, _in_part_years(worked, inside)),
        provision=sums.provision_of(burden),
        by_measure=sums.by_measure_of(burden, worked.measures, modelled.gross.standard_errors),
        by_role=hiring.roles_table(accounts, sums.hours_by_role(lines), modelled, limits),
        by_payer=sums.by_payer_of(burden),
        present_value=conclusions.present_values(accounts, in_years),
        overheads=conclusions.overheads_table(accounts, burden),
        within_limits=hiring.limits_table(accounts, lines, inside, limits),
        missed=limits.missed,
        assumptions=conclusions.assumptions_table(accounts, worked.duties),
        grant=conclusions.grant_table(scenario, in_years),
        warnings=[
            *remarks.warnings_of(
                accounts, worked.problem, worked.measures, worked.duties, modelled.established
            ),
            *remarks.of_provision(in_years),
        ],
        provenance={
            **{name: version(name) for name in SOLVED_WITH},
            "scenario": scenario.hash,
            "evidence": scenario.evidence.isoformat(),
            "release": scenario.authority.release,
        },
    )


def _in_part_years(worked: _Worked, inside: list[Duty]) -> dict[str, Array]:
    """Return the sums of the part years, by the same accounts and solutions."""
    years: Years = worked.accounts.years.of_parts
    lines = lines_of(replace(worked.accounts, years=years), worked.duties)
    return sums.by_year_of(burden_of(lines, years, worked.modelled, inside), years.names)
