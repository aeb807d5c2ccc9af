"""The method, as parts that a notebook lays out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens.known_problems import invented_duties, known_problems, solve
from burdens.pages.errors import ErrorPanel
from burdens.pages.layout import part
from burdens.pages.method import example, known, maths, programmes, sources, too_few
from burdens.pages.method.sharing import Sharing
from burdens.pages.passage import Passage
from burdens.pages.progress import Progress
from burdens.pages.work import Work
from burdens.symbols import LEFT_OUT

if TYPE_CHECKING:
    from collections.abc import Callable

    from burdens.known_problems import Outcome
    from burdens.programme import Watch

EXAMPLE, IN_TURN, KEPT = "five_weeks", "five_weeks_in_turn", "five_weeks_kept"
CANCELLED = "Cancelled: earlier results are kept."


class MethodPage:
    """How the numbers are worked out: an example by hand, live checks, and the maths.

    Parameters
    ----------
    solver
        What solves a known problem; by default `burdens.known_problems.solve`.

    Attributes
    ----------
    example, too_few, run, burden, sets, given, solved, settled, small, rules, needed, added, \
problem, law, publications
        The parts, to be shown in this order.
    outcomes
        What the checks found, by the id of the known problem; empty before they are run.
    """

    def __init__(self, *, solver: Callable[..., Outcome] = solve) -> None:
        self._solver = solver
        self.outcomes: dict[str, Outcome] = {}
        self._example_panel, self.panel = ErrorPanel(), ErrorPanel()
        self.status = Passage(live="status")
        self.progress = Progress("Run the checks")
        self.progress.on_press(self.panel.guard(self._run))
        self._work = Work(self.progress, self.panel.guard)
        self.known = known_problems()
        self._write_examples()
        self._write_maths()
        self._write_sources()
        self._example_panel.guard(self._solve_example)()

    def _write_examples(self) -> None:
        chosen = self.known[EXAMPLE].problem
        steps = [_tall(step) for step in example.by_hand(chosen)]
        self.agreement, self.lateness = Passage(), Passage()
        self.example = part(*steps, self._example_panel, self.agreement)
        self.too_few = part(
            _tall(too_few.in_turn(self.known[IN_TURN].problem)),
            _tall(too_few.kept(self.known[KEPT].problem)),
            self.lateness,
        )
        self.table = _tall(known.problems_table(self.known.values(), self.outcomes))
        how = Passage(html=known.how_known(self.known.values()))
        self.run = part(self.panel, self.progress, self.status, self.table, how)
        self.burden = _tall(Sharing(chosen, invented_duties()).html())

    def _write_maths(self) -> None:
        self.sets = _tall(programmes.counted_over())
        self.given = part(*map(_tall, programmes.given()))
        self.solved = _tall(programmes.solved())
        self.settled = part(*map(_tall, programmes.worked_out()))
        self.small = Passage(html=programmes.made_small())
        self.rules = Passage(html=programmes.kept())
        self.needed = part(*map(_tall, programmes.keeping_up()))
        self.added = part(*map(_tall, programmes.adding()))
        self.problem = part(_tall(maths.fields()), Passage(html=maths.left_out(LEFT_OUT)))

    def _write_sources(self) -> None:
        self.law = Passage(html=sources.law())
        self.publications = Passage(html=sources.answers(self.known.values()))

    def _solve_example(self) -> None:
        chosen = self.known[EXAMPLE]
        self.agreement.html = example.agreement(chosen.problem, self._solver(chosen))
        turn, lanes = (self._solver(self.known[name]) for name in (IN_TURN, KEPT))
        self.lateness.html = too_few.agreement(turn, lanes)

    def _run(self) -> None:
        self.panel.clear()
        self.status.html = "<p>Running the checks.</p>"
        self._work.run(
            self._solve_all,
            done=self._show,
            cancelled=lambda: self._say(CANCELLED),
            failed=lambda: self._say(""),
        )

    def _solve_all(self, watch: Watch) -> dict[str, Outcome]:
        outcomes = {}
        for number, problem in enumerate(self.known.values()):
            watch.step(f"Solving: {problem.title}", number / len(self.known))
            outcomes[problem.id] = self._solver(problem)
        return outcomes

    def _show(self, outcomes: dict[str, Outcome]) -> None:
        self.outcomes = outcomes
        self.table.html = known.problems_table(self.known.values(), outcomes)
        self._say(known.verdict(outcomes))

    def _say(self, words: str) -> None:
        self.status.html = f"<p>{words}</p>" if words else ""


def _tall(html: str) -> Passage:
    """Return a passage whose tables are as long as they are."""
    passage = Passage(html=html)
    passage.add_class("burdens-tall")
    return passage
