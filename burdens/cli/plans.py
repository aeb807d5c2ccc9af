"""A plan in the terminal: the answer, and a table for each thing that a reader wants first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens import words
from burdens.cli.grid import Grid
from burdens.plans import display, financial_year, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rich.console import Console

    from burdens.plans import Headlines, Load, Plan, Rate

UNKNOWN = "not known"


def show(console: Console, plan: Plan) -> None:
    """Write a plan: nothing is worked out here, all is in the plan, its headlines and its needs."""
    heads = plan.headlines
    console.print(display.title(plan), style="bold", markup=False)
    console.print(sentences.answer(plan), markup=False)
    for grid in _grids(plan, heads):
        console.print()
        console.print(grid)
    for title, lines in _lists(plan).items():
        console.print()
        console.print(title, style="bold", markup=False)
        for line in lines:
            console.print(f"- {line}", markup=False)


def show_objective(console: Console, plan: Plan) -> None:
    """Write the objective, to compare with another solver's."""
    told = f"Objective of the Problem's contract, which is no cost: {plan.objective!r}"
    console.print()
    console.print(told, markup=False)


def _grids(plan: Plan, heads: Headlines) -> Iterator[Grid]:
    yield Grid("People [FTE]", display.POST_HEADS, display.post_rows(plan))
    yield from _needs(plan)
    if heads.planned:
        yield _timeliness(plan, heads)
    yield _late(heads)
    yield Grid("Nothing past a limit", ["Standard", "From"], display.standard_rows(plan))
    yield Grid("Cost [GBP a year]", display.COST_HEADS, display.cost_rows(plan))
    if heads.loads:
        yield _caseload(heads)


def _needs(plan: Plan) -> Iterator[Grid]:
    titles = {role: plan.problem.title(role) for role in plan.needs}
    keep_up = {role: need.keep_up for role, need in plan.needs.items()}
    by_hand = {role: need.work_over_hours for role, need in plan.needs.items()}
    yield _by_year("Posts that keep up [FTE]", titles, keep_up)
    yield _by_year("By hand: hours of work over hours of a post [FTE]", titles, by_hand)
    rows = [
        (
            titles[role],
            words.count(need.catch_up_hours),
            words.fte(need.catch_up_fte),
            words.fte(need.peak),
            words.month(need.peak_month),
        )
        for role, need in plan.needs.items()
    ]
    heads = ["Role", "Hours in the backlog", "Temporary posts", "Most in a month", "Month"]
    yield Grid("To catch up, and the peak [FTE]", heads, rows)


def _by_year(
    title: str, titles: Mapping[str, str], posts: Mapping[str, Mapping[int, float]]
) -> Grid:
    years = sorted({year for by_year in posts.values() for year in by_year})
    rows = [
        (titles[role], *(words.fte(by_year[year]) if by_year else UNKNOWN for year in years))
        for role, by_year in posts.items()
    ]
    return Grid(title, ["Role", *map(financial_year, years)], rows)


def _timeliness(plan: Plan, heads: Headlines) -> Grid:
    rule = plan.problem.published
    weeks = 0 if rule is None else rule.within * plan.problem.bucket_weeks
    published = [] if heads.published is None else [_rate(heads.published, ", published")]
    rows = [*published, *map(_rate, heads.planned)]
    names = ["Issued in", "On time", "Without exceptions", "Plans issued", "Mean weeks"]
    return Grid(f"Plans issued within {weeks} weeks", names, rows)


def _rate(rate: Rate, note: str = "") -> tuple[str, ...]:
    return (
        f"{rate.when}{note}",
        words.share(rate.share),
        "" if rate.unexcused is None else words.share(rate.unexcused),
        "" if rate.issued is None else words.count(rate.issued),
        "" if rate.weeks is None else words.number(round(rate.weeks, 1)),
    )


def _late(heads: Headlines) -> Grid:
    years = list(heads.weeks)
    rows = [
        (
            late.title,
            words.count(late.start),
            *(words.count(late.ends[year]) for year in years),
        )
        for late in heads.late
    ]
    everything = [words.count(heads.overdue_start), *(words.count(_ends(heads, y)) for y in years)]
    names = ["Kind of case", "Start", *(f"End of {year}" for year in years)]
    return Grid("Cases past a limit", names, [*rows, ("All", *everything)])


def _ends(heads: Headlines, year: str) -> float:
    return sum(late.ends[year] for late in heads.late)


def _caseload(heads: Headlines) -> Grid:
    names = ["Month", "Cases", "Caseworkers [FTE]", "Cases for each", "Standard"]
    return Grid("Caseload", names, map(_load, heads.loads))


def _load(load: Load) -> tuple[str, ...]:
    return (
        words.month(load.month),
        words.count(load.cases),
        words.fte(load.staff),
        UNKNOWN if load.each is None else words.count(load.each),
        "none" if load.standard is None else words.count(load.standard),
    )


def _lists(plan: Plan) -> dict[str, list[str]]:
    """Return what follows the tables, by title."""
    found = {}
    if plan.work_based_caseload is not None:
        found["Work-based caseload"] = [sentences.work_based(plan.work_based_caseload)]
    if plan.recovery is not None:
        found["The date asked for"] = [sentences.recovery_words(plan.recovery, plan.problem.titles)]
    if plan.helps:
        found["What would help most"] = [sentences.help_words(one) for one in plan.helps]
    return found
