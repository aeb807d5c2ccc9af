"""How long the steps of a plan take, in ratios that hold on any machine, and its memory.

The authority is Devon; the fastest of a few rounds counts.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import burdens
from burdens.programme import Plan
from tests.benchmarks.steps import CHANGES, ROUNDS, STEPS, Steps

pytestmark = [pytest.mark.benchmark, pytest.mark.slow]
LENGTHS = {"weekly": 1, "two-week": 2}
BUCKETS = pytest.mark.parametrize("buckets", LENGTHS)
MOST_MEMORY = 600e6
PEAK = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024)
"""
ALIKE = 0.05
COLUMNS = ("in post at the end", "needed, mean", "needed, peak")


@pytest.fixture(scope="module")
def steps() -> Callable[[str], Steps]:
    return cache(lambda buckets: Steps(LENGTHS[buckets]))


@BUCKETS
@pytest.mark.parametrize("step", [*STEPS, *CHANGES])
def test_each_step_is_timed(
    benchmark: Any, steps: Callable[[str], Steps], step: str, buckets: str
) -> None:
    one = steps(buckets)
    benchmark.group = f"{buckets} buckets"
    benchmark.pedantic(lambda work: work(), setup=lambda: ((one.prepare(step),), {}), rounds=ROUNDS)
    if benchmark.stats is not None:
        one.least[step] = benchmark.stats.stats.min
    assert one.seconds(step) > 0


def test_building_and_handing_over_take_less_than_half_of_a_cold_solve(
    steps: Callable[[str], Steps],
) -> None:
    weekly = steps("weekly")
    assert weekly.seconds("write") + weekly.seconds("hand over") < weekly.seconds("solve") / 2


@BUCKETS
@pytest.mark.parametrize("change", CHANGES)
def test_solving_again_in_place_is_faster_than_from_nothing(
    steps: Callable[[str], Steps], change: str, buckets: str
) -> None:
    assert steps(buckets).seconds(change) < steps(buckets).seconds("solve")


def test_two_week_buckets_solve_faster_and_ask_for_nearly_the_same_staff(
    steps: Callable[[str], Steps], show: Callable[[str], None]
) -> None:
    plans = {name: burdens.plan(steps(name).scenario) for name in LENGTHS}
    staff = pd.concat({name: _staff(plan) for name, plan in plans.items()}, axis=1)
    times = pd.DataFrame({n: _times(steps(n)) for n in LENGTHS}).round(2)
    show(f"{staff.swaplevel(axis=1).sort_index(axis=1).round(1)}\n\nSeconds\n{times}")
    assert steps("two-week").seconds("solve") < steps("weekly").seconds("solve")
    needed = [staff[name]["needed, mean"] for name in LENGTHS]
    assert (needed[1] / needed[0] - 1).abs().max() < ALIKE


def _staff(plan: Plan) -> pd.DataFrame:
    people = plan.summary()["fte"].items()
    keys = ("end", "needed_mean", "needed_peak")
    return pd.DataFrame({role: [fte[key] for key in keys] for role, fte in people}, index=COLUMNS).T


def _times(one: Steps) -> dict[str, float]:
    model = one.programme.model
    return {
        **{step: one.seconds(step) for step in (*STEPS, *CHANGES)},
        "columns": len(model.columns),
        "rows": len(model.rows),
    }


@pytest.mark.skipif(sys.platform != "linux", reason="other systems count memory in other units")
def test_a_whole_plan_stays_below_600_mb(
    tmp_path: Path, steps: Callable[[str], Steps], show: Callable[[str], None]
) -> None:
    file = tmp_path / "devon.yaml"
    steps("weekly").scenario.write(file)
    command = [sys.executable, "-m", "burdens.cli", "plan", str(file)]
    asked = [sys.executable, "-c", PEAK, *command]
    peak = float(subprocess.run(asked, check=True, capture_output=True, text=True).stdout)
    show(f"Peak memory of burdens plan, weekly buckets: {peak / 1e6:,.0f} MB")
    assert peak < MOST_MEMORY
