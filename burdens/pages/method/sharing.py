"""How a burden is worked out and shared, on the numbers of the worked example."""

from __future__ import annotations

from html import escape
from itertools import permutations
from typing import TYPE_CHECKING

import numpy as np

from burdens.assessment.attribution import shapley
from burdens.known_problems import densest, windows_of, with_duties
from burdens.pages.tables import table
from burdens.words import number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burdens.known_problems import InventedDuty
    from burdens.problem import Problem


class Sharing:
    """Made-up duties on the worked example.

    Parameters
    ----------
    problem
        The example without them.
    duties
        The duties.
    """

    def __init__(self, problem: Problem, duties: Sequence[InventedDuty]) -> None:
        self.problem = problem
        self.duties = {duty.id: duty for duty in duties}
        self.letters = dict(zip(self.duties, "ABCDEF", strict=False))

    def need(self, members: frozenset[str]) -> float:
        """Return the hours a week that the example needs with some of the duties [h a week]."""
        chosen = [duty for name, duty in self.duties.items() if name in members]
        return densest(windows_of(with_duties(self.problem, chosen))).hours_a_week

    def html(self) -> str:
        """Return the burden, and what falls on each duty."""
        without, both = self.need(frozenset()), self.need(frozenset(self.duties))
        named = "".join(
            f"<li>Duty {self.letters[name]}: {escape(duty.title[0].lower() + duty.title[1:])}.</li>"
            for name, duty in self.duties.items()
        )
        return (
            f"<p>Take the example above, and two made-up duties:</p><ul>{named}</ul>"
            f"<p>Without them it needs {number(without)} hours a week, with both "
            f"{number(both)}. The burden is {number(both)} − {number(without)} = "
            f"<strong>{number(both - without)} hours a week</strong>.</p>"
            f"{self._sets()}{self._orders()}"
        )

    def _sets(self) -> str:
        rows = [
            ("Neither duty", number(self.need(frozenset()))),
            *(
                (f"Duty {self.letters[name]} alone", number(self.need(frozenset({name}))))
                for name in self.duties
            ),
            ("Both duties", number(self.need(frozenset(self.duties)))),
        ]
        heads = ["With", "Hours a week"]
        return table("Hours a week with and without each duty, by the densest stretch", heads, rows)

    def _orders(self) -> str:
        """Return what each duty adds in every order, and the mean of it."""
        rows = []
        for order in permutations(self.duties):
            added = {
                name: self.need(frozenset(order[: at + 1])) - self.need(frozenset(order[:at]))
                for at, name in enumerate(order)
            }
            sequence = ", then ".join(self.letters[name] for name in order)
            rows.append((sequence, *(number(added[name]) for name in self.duties)))
        shares = shapley(list(self.duties), lambda members: np.array([self.need(members)])).shares
        rows.append(("Mean: the share", *(number(shares[name].sum()) for name in self.duties)))
        heads = ["Order", *(f"Duty {self.letters[name]} adds" for name in self.duties)]
        total = number(sum(share.sum() for share in shares.values()))
        return (
            "<p>What a duty adds depends on which was there before it, because a shorter time for "
            "longer work costs more than either. So each bears the mean of what it adds over all "
            f"orders, its Shapley value.</p>{table('What each duty adds, by order', heads, rows)}"
            f"<p>The shares add up to the whole burden of {total} hours a week.</p>"
        )
