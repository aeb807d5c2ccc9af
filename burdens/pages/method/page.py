"""The method, as parts that a notebook lays out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens.checks import checks, invented_duties, run
from burdens.pages.errors import ErrorPanel
from burdens.pages.layout import part
from burdens.pages.method import example, known, maths, sources
from burdens.pages.method.sharing import Sharing
from burdens.pages.passage import Passage
from burdens.pages.progress import Progress
from burdens.pages.work import Work
from burdens.symbols import (
    BOUNDS,
    COLUMNS,
    DEFINITIONS,
    LEFT_OUT,
    OBJECTIVE,
    PARAMETERS,
    PRICES,
    ROWS,
    SETS,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from burdens.checks import Outcome
    from burdens.programme import Watch

EXAMPLE = "five_weeks"
CANCELLED = "Cancelled: what was found before is kept."


class MethodPage:
    """How the numbers are worked out: an example by hand, live checks, and the maths.

    Parameters
    ----------
    solver
        What solves a check; by default `burdens.checks.run`.

    Attributes
    ----------
    example, run, burden, sets, given, solved, settled, small, rules, problem, law, publications
        The parts, to be shown in this order.
    outcomes
        What the checks found, by the check's id; empty before they are run.
    """

    def __init__(self, *, solver: Callable[..., Outcome] = run) -> None:
        self._solver = solver
        self.outcomes: dict[str, Outcome] = {}
        self._example_panel, self.panel = ErrorPanel(), ErrorPanel()
        self.status = Passage(live="status")
        self.progress = Progress("Run the checks")
        self.progress.on_press(self.panel.guard(self._run))
        self._work = Work(self.progress, self.panel.guard)
        self.checks = checks()
        self._write_examples()
        self._write_maths()
        self._write_sources()
        self._example_panel.guard(self._solve_example)()

    def _write_examples(self) -> None:
        chosen = self.checks[EXAMPLE].problem
        steps = [_tall(step) for step in example.by_hand(chosen)]
        self.agreement = Passage()
        self.example = part(*steps, self._example_panel, self.agreement)
        self.table = _tall(known.checks_table(self.checks.values(), self.outcomes))
        how = Passage(html=known.how_known(self.checks.values()))
        self.run = part(self.panel, self.progress, self.status, self.table, how)
        self.burden = _tall(Sharing(chosen, invented_duties()).html())

    def _write_maths(self) -> None:
        self.sets = _tall(maths.symbols_table("Sets", SETS))
        self.given = part(
            _tall(maths.symbols_table("Cases, work and people", PARAMETERS)),
            _tall(maths.symbols_table("Prices, and weights that only rank", PRICES)),
        )
        self.solved = _tall(maths.symbols_table("Unknowns", COLUMNS))
        self.settled = Passage(html=maths.rules(DEFINITIONS.values()))
        self.small = Passage(html=maths.rules(OBJECTIVE.values()))
        self.rules = part(
            Passage(html=maths.rules(ROWS.values())), Passage(html=maths.rules(BOUNDS.values()))
        )
        self.problem = part(_tall(maths.fields()), Passage(html=maths.left_out(LEFT_OUT)))

    def _write_sources(self) -> None:
        self.law = Passage(html=sources.law())
        self.publications = Passage(html=sources.answers(self.checks.values()))

    def _solve_example(self) -> None:
        check = self.checks[EXAMPLE]
        self.agreement.html = example.agreement(check.problem, self._solver(check))

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
        found = {}
        for number, check in enumerate(self.checks.values()):
            watch.step(f"Solving: {check.title}", number / len(self.checks))
            found[check.id] = self._solver(check, watch)
        return found

    def _show(self, outcomes: dict[str, Outcome]) -> None:
        self.outcomes = outcomes
        self.table.html = known.checks_table(self.checks.values(), outcomes)
        self._say(known.verdict(outcomes))

    def _say(self, words: str) -> None:
        self.status.html = f"<p>{words}</p>" if words else ""


def _tall(html: str) -> Passage:
    """Give a passage whose tables are as long as they are."""
    passage = Passage(html=html)
    passage.add_class("burdens-tall")
    return passage
