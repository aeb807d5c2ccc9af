"""A plan in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens.cli.grid import Grid
from burdens.plans import display, in_words, sentences

if TYPE_CHECKING:
    from rich.console import Console

    from burdens.plans import Plan


def show(console: Console, plan: Plan) -> None:
    """Write the answer of a plan, and its headlines and needs as tables and lists."""
    console.print(display.title(plan), style="bold", markup=False)
    console.print(sentences.answer(plan), markup=False)
    for table in in_words.tables_of(plan):
        console.print(Grid(table.title, table.heads, table.rows))
    for title, lines in in_words.lists_of(plan).items():
        console.print()
        console.print(title, style="bold", markup=False)
        for line in lines:
            console.print(f"- {line}", markup=False)


def show_objective(console: Console, plan: Plan) -> None:
    """Write the objective, to compare with another solver's."""
    told = f"Objective of the Problem's contract, which is no cost: {plan.objective!r}"
    console.print()
    console.print(told, markup=False)
