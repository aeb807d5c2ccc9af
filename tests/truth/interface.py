"""The functions of the programme that these truths test, imported in this one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens.programme import keep_up, optimise

if TYPE_CHECKING:
    from burdens.problem import Problem

__all__ = ["keep_up", "objective", "optimise"]


def objective(problem: Problem) -> float:
    """Return the objective of the programme's optimum."""
    return float(optimise(problem).objective)
