"""Plans every authority of England in turn: run `python -m tests.benchmarks.authorities`."""

from __future__ import annotations

import argparse
import datetime as dt
import multiprocessing
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import pandas as pd

import burdens
from burdens.authorities import all_authorities, england
from burdens.planning import LiveScenario
from burdens.plans import Plan
from burdens.problem import build
from burdens.problem.inputs import Inputs
from burdens.problem.prices import full_cost
from burdens.scenario import Scenario
from tests.benchmarks.summary import summary

START = dt.date(2027, 4, 5)
WORKERS = 2
SPENT = {"ep": "ep_service_gbp", "caseworker": "sen_administration_gbp"}
ANY_COUNT = 20.0


def plan_authorities(workers: int = WORKERS, step: int = 1) -> pd.DataFrame:
    """Plan the 153 authorities, or every second, third, ...; one row each, by code.

    A row without a plan says why under `status`, so that one authority does not hide the rest.
    """
    codes = [authority.code for authority in all_authorities()][::step]
    fresh = multiprocessing.get_context("spawn")  # a forked solver would share its threads
    with ProcessPoolExecutor(workers, mp_context=fresh) as pool:
        return pd.DataFrame(list(pool.map(row_of, codes)))


def row_of(code: str) -> dict[str, Any]:
    """Plan one authority and return its row: FTE, GBP, on-time shares, seconds."""
    began = time.process_time()
    scenario = burdens.new(code, start=START)
    row: dict[str, Any] = {"code": code, "authority": scenario.authority.name}
    try:
        plan = LiveScenario().plan(scenario, helped=False)
    except burdens.BurdensError as failed:
        return {**row, "status": str(failed)}
    row |= {"status": plan.status, "seconds": time.process_time() - began}
    row |= {"unnamed": " ".join(unnamed(scenario, plan)), **_staff(plan), **_results(plan)}
    return row | _beside_spending(scenario, plan)


def unnamed(scenario: Scenario, plan: Plan) -> list[str]:
    """Give the missing figures that shape the plan and that no warning names.

    A figure shapes the plan where typing a number in its place changes the Problem.
    """
    said = {word.strip(".,;:()") for warning in plan.warnings for word in warning.split()}
    missing = [name for name, figure in scenario.figures.items() if figure.value is None]
    return [
        name
        for name in missing
        if f"figures.{name}" not in said and _numbers(_typed(scenario, name)) != _numbers(scenario)
    ]


def _typed(scenario: Scenario, name: str) -> Scenario:
    figures = scenario.model_dump(by_alias=True)["figures"]
    known = england().latest(name)
    value = ANY_COUNT if known is None else known.value
    return scenario.changed(figures={**figures, name: {"value": value, "source": "typed"}})


def _numbers(scenario: Scenario) -> dict[str, Any]:
    return build(scenario).model_dump(exclude={"notes"})


def _staff(plan: Plan) -> dict[str, float]:
    """Return the three needs and the people of each role [FTE], and posts that fall."""
    row: dict[str, float] = {}
    for post in plan.headlines.posts:
        need = plan.needs[post.role]
        row |= {
            f"{post.role}_in_post": post.in_post,
            f"{post.role}_keep_up": post.needed,
            f"{post.role}_arithmetic": max(need.work_over_hours.values()),
            f"{post.role}_catch_up": need.catch_up_fte,
            f"{post.role}_peak": need.peak,
            f"{post.role}_end": post.reached,
        }
    posts = plan.staffing.groupby("role")["posts_fte"]
    return row | {"posts_fall": float((posts.diff().fillna(0.0) < -1e-6).sum())}


def _results(plan: Plan) -> dict[str, float]:
    heads = plan.headlines
    quarters = plan.on_time[plan.on_time["period"] == "quarter"]["on_time"].dropna()
    caseload = plan.work_based_caseload
    return {
        "first_year_gbp": next(iter(heads.cost.values())),
        "published": heads.published.share if heads.published else float("nan"),
        "first_quarter_on_time": quarters.iloc[0] if len(quarters) else float("nan"),
        "first_year_on_time": heads.planned[0].share if heads.planned else float("nan"),
        "last_quarter_on_time": quarters.iloc[-1] if len(quarters) else float("nan"),
        "overdue_start": heads.overdue_start,
        "overdue_end": heads.overdue_end,
        "work_based_caseload": caseload.central if caseload else float("nan"),
    }


def _beside_spending(scenario: Scenario, plan: Plan) -> dict[str, float | None]:
    """Return the cost of the need beside what section 251 says was spent [GBP a year].

    The need does not know the spending, unlike the staff in post, which are implied by it.
    """
    inputs = Inputs.of(scenario)
    found: dict[str, float | None] = {"plans": scenario.figure("plans")}
    for role, figure in SPENT.items():
        keep_up = list(plan.needs[role].keep_up.values())
        found[f"{role}_needed_gbp"] = sum(keep_up) / len(keep_up) * full_cost(inputs, role)
        found[f"{role}_spent_gbp"] = scenario.figure(figure)
    return found


def main(arguments: list[str] | None = None) -> None:
    """Plan all, print the table and the summary, and keep the table if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-o", "--output", type=Path, help="write the table as CSV here")
    parser.add_argument("-w", "--workers", type=int, default=WORKERS)
    chosen = parser.parse_args(arguments)
    table = plan_authorities(chosen.workers)
    if chosen.output is not None:
        table.to_csv(chosen.output, index=False)
    sys.stdout.write(summary(table))


if __name__ == "__main__":
    main()
