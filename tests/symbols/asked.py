"""What whoever asks for added posts says: duties, periods, terms and bounds, drawn by chance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from burdens.problem import Pathway, Task
from burdens.programme import Bounds, Live, Terms, hours_done, write_need, write_soonest

if TYPE_CHECKING:
    from random import Random

    from burdens.problem import Problem

HUNDREDTH, TEN_THOUSANDTH, WEEKS_A_YEAR = 0.01, 0.0001, 52


@dataclass(frozen=True)
class Asked:
    """The numbers that no Problem holds."""

    problem: Problem
    duties: tuple[Pathway, ...]
    periods: Any
    terms: dict[str, Terms]
    bounds: dict[str, Bounds]

    @classmethod
    def of(cls, problem: Problem, chance: Random) -> Asked:
        breaks = sorted(chance.sample(range(1, problem.buckets), 2))
        count = len(breaks) + 1
        roles = list(problem.roles)
        stood = _stood(problem)
        return cls(
            problem,
            tuple(_duty(problem, chance, number, roles) for number in range(3)),
            np.searchsorted(breaks, np.arange(problem.buckets), side="right"),
            {
                name: Terms(
                    np.array([chance.uniform(1, 9) for _ in range(problem.buckets)]),
                    np.array([chance.uniform(50, 99) for _ in range(problem.buckets)]),
                    chance.uniform(0, 200),
                )
                for name in roles
            },
            {
                name: Bounds(
                    np.array([chance.uniform(0, 9) for _ in range(problem.buckets)]),
                    stood[name],
                    np.array([-chance.uniform(0, 2) for _ in range(count)]),
                    np.array([chance.choice((1e6, np.inf)) for _ in range(count)]),
                )
                for name in roles
            },
        )

    def of_role(self, role: str) -> list[Pathway]:
        """Return the duties of a role."""
        return [duty for duty in self.duties if role in duty.tasks[0].hours]

    # --- what equations name ---

    def read_come(self, duty: Pathway, bucket: int) -> float:
        return sum(duty.arrivals[: bucket + 1]) if bucket >= 0 else 0.0

    def read_within(self, duty: Pathway) -> int:
        return duty.tasks[0].due

    def read_there(self, role: str, bucket: int) -> float:
        return float(self.bounds[role].there[bucket])

    def read_stood(self, role: str, bucket: int) -> float:
        return float(self.bounds[role].standing[self.year_ends.index(bucket)])

    @property
    def year_ends(self) -> list[int]:
        """The last bucket of every financial year but the last."""
        years = [self.problem.years[month] for month in self.problem.months]
        return [bucket for bucket in range(len(years) - 1) if years[bucket + 1] > years[bucket]]

    def read_casework(self, role: str, bucket: int) -> float:
        return float(self.terms[role].productive[bucket])

    def read_price(self, role: str, bucket: int) -> float:
        years = bucket * self.problem.bucket_weeks / WEEKS_A_YEAR
        return float(self.terms[role].cost[bucket]) * (1 + TEN_THOUSANDTH * years)

    def read_filling(self, role: str) -> float:
        return self.terms[role].newcomer

    def read_uneven(self, role: str) -> float:
        prices = [self.read_price(role, bucket) for bucket in range(self.problem.buckets)]
        years = (self.problem.buckets - 1) * self.problem.bucket_weeks / WEEKS_A_YEAR
        return HUNDREDTH * sum(prices) / years

    def read_fewest(self, role: str, period: int) -> float:
        return float(self.bounds[role].least[period])

    def read_greatest(self, role: str, period: int) -> float:
        return float(self.bounds[role].most[period])


def _stood(problem: Problem) -> dict[str, Any]:
    """Return hours that can be done as years end: those of the posts that keep up."""
    need, live = write_need(problem), Live()
    solution = live.solve(need.arrays)
    return hours_done(need, live.solve(write_soonest(need, solution, 1e-7)))


def _duty(problem: Problem, chance: Random, number: int, roles: list[str]) -> Pathway:
    task = Task(
        id="work",
        due=chance.randint(1, 5),
        stage=False,
        share=1.0,
        hours={chance.choice(roles): 1.0},
    )
    hours = tuple(chance.choice((0.0, chance.uniform(0, 20))) for _ in range(problem.buckets))
    return Pathway(id=f"duty {number}", arrivals=hours, tasks=(task,))
