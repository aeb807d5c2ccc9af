"""Assesses Devon and the trial areas: run `python -m tests.benchmarks.partnerships`.

Each with the usual measures, with every measure and with none; and each measure alone, in the one
solved programme. `--alone` assesses each alone in full, which takes three times as long.
"""

from __future__ import annotations

import argparse
import datetime as dt
import multiprocessing
import sys
import time
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd
from ruamel.yaml import YAML

import burdens
from burdens.assessment import Assessment
from burdens.assessment.accounting import Accounts
from burdens.assessment.duties import applied, duties_of
from burdens.assessment.modelled import WithAndWithout
from burdens.assessment.years import years_of
from burdens.measures import measures
from burdens.problem import Inputs, demand_of, problem_of
from burdens.scenario import Scenario

START = dt.date(2027, 4, 5)
FILE = Path(__file__).with_name("partnerships.yaml")
A_POUND = 1.0
ROUNDING = 1e-6


def trial_areas() -> dict[str, str]:
    """Give the partnership of each of their authorities."""
    read = YAML(typ="safe").load(FILE)["partnerships"]
    return {name: partnership for partnership, names in read.items() for name in names}


def row_of(name: str, fully: bool = False) -> dict[str, Any]:
    """Assess one authority in every way and give its row: £, checks, seconds."""
    began = time.perf_counter()
    scenario = burdens.new(name, start=START)
    row: dict[str, Any] = {"authority": scenario.authority.name}
    try:
        usual, every = burdens.assess(scenario), of(scenario, measures())
        alone = in_full(scenario) if fully else in_place(scenario)
        none = of(scenario, [])
    except burdens.BurdensError as failed:
        return {**row, "failed": str(failed)}
    plans = scenario.figure("plans") or float("nan")
    return row | {
        "plans": plans,
        "usual_net_gbp": usual.net_gbp,
        "usual_net_gbp_a_plan": usual.net_gbp / plans,
        "usual_low_gbp": usual.by_year["low_net_gbp"].sum(),
        "usual_high_gbp": usual.by_year["high_net_gbp"].sum(),
        "caseworkers_needed_fte": _needed(usual),
        "every_gross_gbp": every.gross_gbp,
        "every_net_gbp": every.net_gbp,
        "failed": "; ".join(faults(every, alone, none)),
        "seconds": time.perf_counter() - began,
    }


def of(scenario: Scenario, names: Iterable[str]) -> Assessment:
    """Assess with these measures on."""
    return burdens.assess(scenario.changed(measures=[{"measure": name} for name in names]))


def in_full(scenario: Scenario) -> dict[str, float]:
    """Assess each measure alone; give its gross cost [GBP]."""
    return {name: of(scenario, [name]).gross_gbp for name in measures()}


def in_place(scenario: Scenario) -> dict[str, float]:
    """Switch each measure on alone in one programme; give what its work costs [GBP]."""
    everything = scenario.changed(measures=[{"measure": name} for name in measures()])
    inputs = Inputs.of(everything)
    demanded = demand_of(inputs)
    problem = problem_of(inputs, demanded)
    accounts = Accounts(inputs, years_of(everything, problem))
    duties, _ = duties_of(inputs, demanded, problem, applied(everything))
    both = WithAndWithout(accounts, problem, duties)

    def cost(*names: str) -> float:
        solution = both.solve(frozenset(names), "central", spared=False)
        return float(both.cost.read(solution).sum())

    without = cost()
    return {name: cost(name) - without for name in measures()}


def faults(every: Assessment, alone: dict[str, float], none: Assessment) -> list[str]:
    """Say what does not hold, if anything."""
    found = [] if none.net_gbp == none.gross_gbp == 0 else ["none is not nought"]
    gross, net = every.by_measure["gross_gbp"], every.by_measure["net_gbp"]
    if abs(gross.sum() - every.gross_gbp) + abs(net.sum() - every.net_gbp) > A_POUND:
        found.append("parts do not add up")
    if (gross < -A_POUND).any() or min(alone.values()) < -A_POUND:
        found.append("a measure lowers gross cost")
    most = every.gross_gbp * (1 + ROUNDING) + A_POUND
    return [*found, *(f"{name} alone costs more than all" for name in alone if alone[name] > most)]


def _needed(made: Assessment) -> float:
    rows = made.by_role[made.by_role["role"] == "caseworker"]
    return float(rows["needed_fte"].mean())


def assess_all(names: Iterable[str], workers: int, *, fully: bool) -> pd.DataFrame:
    """Assess authorities; one row each."""
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=fresh) as pool:
        rows = []
        for row in pool.map(partial(row_of, fully=fully), names):
            sys.stderr.write(f"{row['authority']}: {row['failed'] or 'all holds'}\n")
            rows.append(row)
        return pd.DataFrame(rows)


def main(arguments: list[str] | None = None) -> None:
    """Assess all, print the table, and keep it if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-o", "--output", type=Path, help="write the table as CSV here")
    parser.add_argument("-w", "--workers", type=int, default=2)
    parser.add_argument("--alone", action="store_true", help="assess each measure alone in full")
    parser.add_argument("authorities", nargs="*", help="some only")
    chosen = parser.parse_args(arguments)
    areas = trial_areas()
    table = assess_all(chosen.authorities or ["Devon", *areas], chosen.workers, fully=chosen.alone)
    table.insert(1, "partnership", table["authority"].map(areas).fillna(""))
    if chosen.output is not None:
        table.to_csv(chosen.output, index=False)
    sys.stdout.write(table.round(1).to_string() + "\n")


if __name__ == "__main__":
    main()
