"""One live model of a scenario's Problem: a changed number changes it in place."""

from __future__ import annotations

from dataclasses import dataclass

from burdens.errors import Fault, InfeasibleError
from burdens.plans.established import with_posts
from burdens.plans.needs import RoleNeed, needs_of
from burdens.problem import Problem
from burdens.programme import (
    UNWATCHED,
    Live,
    Programme,
    Rebuild,
    Solution,
    Watch,
    write_need,
    write_programme,
    years_of,
)

NO_POSTS = Fault(
    "no number of posts keeps every limit: some work is due before anybody has hours for it.",
    "Check contracts that end in the school holidays, and limits that fall into them.",
)


@dataclass(frozen=True)
class Answer:
    """A solved Problem.

    Attributes
    ----------
    programme, solution
        What was solved, posts filled in, and its optimum.
    needs
        What is needed of every role.
    """

    programme: Programme
    solution: Solution
    needs: dict[str, RoleNeed]

    @property
    def rebuilt(self) -> Rebuild | None:
        """Why the solver was given the programme anew; None where it was changed in place."""
        return self.solution.rebuilt


class LiveModel:
    """What is needed and what can be done, kept in the solver from one change to the next.

    Parameters
    ----------
    watch
        Who hears how far it is, and may have it stopped.

    """

    def __init__(self, *, watch: Watch = UNWATCHED) -> None:
        self._need = Live(watch=watch)
        self._plan = Live(watch=watch)

    def answer(self, problem: Problem) -> Answer:
        """Return what a Problem needs, and the best that can be done with its people.

        Raises
        ------
        NotOptimalError
            Where HiGHS stops without an optimum: that is never a plan.
        WorkCancelledError
            Where the watch has it stopped.
        """
        needs = self.needs(problem)
        return self.solve(with_posts(problem, needs), needs)

    def needs(self, problem: Problem) -> dict[str, RoleNeed]:
        """Return what a Problem needs of every role; see `answer` for the errors."""
        need = write_need(problem)
        try:
            solution = self._need.solve(need.arrays)
        except InfeasibleError as none:
            raise InfeasibleError("What is needed is not known", [NO_POSTS]) from none
        keep_up = {
            name: dict(zip(years_of(problem), solution.at(places).tolist(), strict=True))
            for name, places in need.posts.items()
        }
        return needs_of(problem, keep_up)

    def solve(
        self, problem: Problem, needs: dict[str, RoleNeed], *, after: Answer | None = None
    ) -> Answer:
        """Return the best that can be done in a Problem whose posts are set.

        Parameters
        ----------
        after
            An answer of this model that differs in little: it is solved on from there.
        """
        if after is None:
            programme = write_programme(problem)
            return Answer(programme, self._plan.solve(programme.arrays), needs)
        programme = write_programme(problem, after.programme)
        solution = self._plan.solve(programme.arrays, after=after.solution)
        return Answer(programme, solution, needs)
