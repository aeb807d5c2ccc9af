"""How long the steps of a plan take, in ratios that hold on any machine, and its memory.

The authority is Devon; the fastest of a few rounds counts.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from time import perf_counter
from typing import Any

import pandas as pd
import pytest

from tests.benchmarks.steps import CHANGES, ROUNDS, STEPS, Steps

pytestmark = [pytest.mark.benchmark, pytest.mark.slow]
LENGTHS = {"weekly": 1, "two-week": 2}
BUCKETS = pytest.mark.parametrize("buckets", LENGTHS)
MOST_MEMORY = 600e6
PEAK = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024)
"""
START = "from burdens.cli import main; main()"
ALIKE = 0.05
COLUMNS = ("in post at the end", "needed, mean", "needed, peak")


@dataclass(frozen=True)
class Whole:
    """What `burdens plan --json` answered, its peak memory [B] and its time [s]."""

    summary: dict[str, Any]
    peak: float
    seconds: float


@pytest.fixture(scope="module")
def steps() -> Callable[[str], Steps]:
    return cache(lambda buckets: Steps(LENGTHS[buckets]))


@pytest.fixture(scope="module")
def whole(
    steps: Callable[[str], Steps], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], Whole]:
    """Run `burdens plan` in a process of its own, once for each length."""

    def run(buckets: str) -> Whole:
        file = tmp_path_factory.mktemp(buckets) / "devon.yaml"
        steps(buckets).scenario.write(file)
        command = [sys.executable, "-c", START, "plan", str(file), "--json"]
        asked, began = [sys.executable, "-c", PEAK, *command], perf_counter()
        told = subprocess.run(asked, check=True, capture_output=True, text=True).stdout
        answer, peak = told.rstrip().rsplit("\n", maxsplit=1)
        return Whole(json.loads(answer), float(peak), perf_counter() - began)

    return cache(run)


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
    steps: Callable[[str], Steps], whole: Callable[[str], Whole], show: Callable[[str], None]
) -> None:
    staff = pd.concat({name: _staff(whole(name)) for name in LENGTHS}, axis=1)
    times = pd.DataFrame({name: _times(steps(name), whole(name)) for name in LENGTHS}).round(2)
    show(f"{staff.swaplevel(axis=1).sort_index(axis=1).round(1)}\n\n{times}")
    assert steps("two-week").seconds("solve") < steps("weekly").seconds("solve")
    needed = [staff[name]["needed, mean"] for name in LENGTHS]
    assert (needed[1] / needed[0] - 1).abs().max() < ALIKE


def _staff(whole: Whole) -> pd.DataFrame:
    people = whole.summary["fte"].items()
    keys = ("end", "needed_mean", "needed_peak")
    return pd.DataFrame({role: [fte[key] for key in keys] for role, fte in people}, index=COLUMNS).T


def _times(one: Steps, whole: Whole) -> dict[str, float]:
    model = one.programme.model
    return {
        **{f"{step} [s]": one.seconds(step) for step in (*STEPS, *CHANGES)},
        "whole command [s]": whole.seconds,
        "peak memory [MB]": whole.peak / 1e6,
        "columns": len(model.columns),
        "rows": len(model.rows),
    }


@pytest.mark.skipif(sys.platform != "linux", reason="other systems count memory in other units")
@BUCKETS
def test_a_whole_plan_stays_below_600_mb(whole: Callable[[str], Whole], buckets: str) -> None:
    assert whole(buckets).peak < MOST_MEMORY
