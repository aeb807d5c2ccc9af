"""Waits in a plan beside work on what is due first with the same people.

Run `python -m tests.benchmarks.in_turn`. Of needs assessments at each quarter's end: how long the
oldest open case has waited, and how many have waited more than 52 weeks.
"""

from __future__ import annotations

import sys
from collections import defaultdict

import numpy as np

import burdens
from burdens.plans import LiveModel
from burdens.plans.flow import flows_of
from burdens.plans.live import Answer
from burdens.plans.tables import capacity_series
from burdens.problem import build
from tests.truth.simulation import simulate

COUNCILS = (
    "Devon",
    "Surrey",
    "Rutland",
    "Birmingham",
    "Hackney",
    "Leeds",
    "Shropshire",
    "Bolton",
    "Kent",
    "Oldham",
)
PATHWAY, LAST = "needs_assessment", "final"
WEEKS_A_YEAR, QUARTER = 52, 13
SOME = 0.5


def waits(answer: Answer, bucket: int) -> tuple[int, float]:
    """Return the wait of the oldest open case [weeks], and the cases that wait over 52 weeks."""
    problem = answer.programme.problem
    longest, old = 0, 0.0
    for flow in flows_of(answer.programme, answer.solution):
        if flow.lane.pathway.id != PATHWAY or flow.task.id != LAST:
            continue
        starts = np.arange(flow.lane.started.first, bucket + 1)
        asked = flow.task.share * flow.lane.started.by(starts)
        left = np.maximum(asked - flow.done[bucket], 0.0)
        open_at = starts[left > SOME]
        if len(open_at):
            longest = max(longest, (bucket - int(open_at[0])) * problem.bucket_weeks)
        year_ago = np.array([bucket - WEEKS_A_YEAR // problem.bucket_weeks - 1])
        old += max(
            flow.task.share * float(flow.lane.started.by(year_ago)[0]) - flow.done[bucket], 0.0
        )
    return longest, old


def beside(council: str) -> str:
    """Return a council's waits in the plan and in the simulation, by quarter."""
    answer = LiveModel().answer(build(burdens.new(council)))
    problem = answer.programme.problem
    hours = {name: _hours(answer, name) for name in problem.roles}
    simulated = simulate(problem, hours)
    rows: dict[str, list[str]] = defaultdict(list)
    size = problem.bucket_weeks
    for week in range(QUARTER, problem.reported_weeks + 1, QUARTER):
        bucket = week // size - 1
        longest, old = waits(answer, bucket)
        limit = WEEKS_A_YEAR // size
        rows["plan"].append(f"{longest:3d}/{old:5.0f}")
        rows["due first"].append(
            f"{_longest(simulated.open_cases(PATHWAY, bucket)) * size:3d}/"
            f"{simulated.waiting_longer(PATHWAY, limit, bucket):5.0f}"
        )
    return "\n".join(f"{council:11} {name:10} {'  '.join(cells)}" for name, cells in rows.items())


def _hours(answer: Answer, name: str) -> list[float]:
    series = capacity_series(answer.programme, answer.solution, name)
    return list(series["available_hours"] + series["agency_hours"])


def _longest(waiting: list[tuple[int, float]]) -> int:
    return max((wait for wait, cases in waiting if cases > SOME), default=0)


def main() -> None:
    """Print the table of ten councils: weeks / cases over 52 weeks, at the end of each quarter."""
    for council in COUNCILS:
        sys.stdout.write(beside(council) + "\n")


if __name__ == "__main__":
    main()
