"""The headlines and needs of a plan as tables of words, the same in a notebook and a terminal."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from math import isnan
from typing import TYPE_CHECKING, NamedTuple

from burdens import words
from burdens.plans.periods import financial_year
from burdens.plans.sentences import help_words, part_year, recovery_words, work_based

if TYPE_CHECKING:
    from burdens.plans.headlines import Headlines, Load, Rate
    from burdens.plans.plan import Plan

UNKNOWN = "not known"


class WordTable(NamedTuple):
    """A table of words; the first cell of each row names it.

    Attributes
    ----------
    title, heads, rows
        What it is, its columns and its cells.
    texts
        How many columns after the first hold words; the others hold numbers.
    """

    title: str
    heads: Sequence[str]
    rows: Sequence[tuple[str, ...]]
    texts: int = 0


def tables_of(plan: Plan) -> Iterator[WordTable]:
    """Yield people, needs, timeliness, cases past a limit, cost and caseload."""
    heads = plan.headlines
    yield _people(heads)
    yield from _needs(plan)
    if heads.planned:
        yield _timeliness(plan, heads)
    yield _late(heads)
    yield WordTable("Nothing past a limit", ["Standard", "From"], standard_rows(plan), texts=1)
    yield _cost(heads)
    if heads.loads:
        yield _caseload(heads)


def lists_of(plan: Plan) -> dict[str, list[str]]:
    """Return what a plan says in sentences, by title; what it does not know is left out."""
    found = {}
    if plan.work_based_caseload is not None:
        found["Work-based caseload"] = [work_based(plan.work_based_caseload)]
    if plan.recovery is not None:
        found["The date asked for"] = [recovery_words(plan.recovery, plan.problem.titles)]
    if plan.helps:
        found["What would help most"] = [help_words(one) for one in plan.helps]
    return found


def _people(heads: Headlines) -> WordTable:
    names = [
        "Role",
        "In post at the start",
        "Needed to keep up",
        "Short",
        "In post at the end",
        "Most temporary",
        "Most agency",
    ]
    rows = [
        (
            post.title,
            words.fte(post.in_post) + (" (implied)" if post.implied else ""),
            _fte(post.needed),
            _fte(max(post.short, 0.0)),
            words.fte(post.reached),
            words.fte(post.temporary),
            words.fte(post.agency),
        )
        for post in heads.posts
    ]
    return WordTable("People [full-time equivalents]", names, rows)


def _fte(number: float) -> str:
    return UNKNOWN if isnan(number) else words.fte(number)


def _needs(plan: Plan) -> Iterator[WordTable]:
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
    names = ["Role", "Hours in the backlog", "Temporary posts", "Most in a month", "Month"]
    yield WordTable("To catch up, and the peak [FTE]", names, rows)


def _by_year(
    title: str, titles: Mapping[str, str], posts: Mapping[str, Mapping[int, float]]
) -> WordTable:
    years = sorted({year for by_year in posts.values() for year in by_year})
    rows = [
        (titles[role], *(words.fte(by_year[year]) if by_year else UNKNOWN for year in years))
        for role, by_year in posts.items()
    ]
    return WordTable(title, ["Role", *map(financial_year, years)], rows)


def _timeliness(plan: Plan, heads: Headlines) -> WordTable:
    rule = plan.problem.published
    weeks = 0 if rule is None else rule.within * plan.problem.bucket_weeks
    published = [] if heads.published is None else [_rate(heads.published, ", published")]
    names = ["Issued in", "On time", "Without exceptions", "Plans issued", "Mean weeks"]
    rows = [*published, *map(_rate, heads.planned)]
    return WordTable(f"Plans issued within {weeks} weeks", names, rows)


def _rate(rate: Rate, note: str = "") -> tuple[str, ...]:
    return (
        f"{rate.when}{note}",
        words.share(rate.share),
        "" if rate.unexcused is None else words.share(rate.unexcused),
        "" if rate.issued is None else words.count(rate.issued),
        "" if rate.weeks is None else words.number(round(rate.weeks, 1)),
    )


def _late(heads: Headlines) -> WordTable:
    years = list(heads.weeks)
    rows = [
        (late.title, words.count(late.start), *(words.count(late.ends[year]) for year in years))
        for late in heads.late
    ]
    ends = [sum(late.ends[year] for late in heads.late) for year in years]
    everything = ("All", words.count(heads.overdue_start), *map(words.count, ends))
    names = ["Kind of case", "Start", *(f"End of {year}" for year in years)]
    return WordTable("Cases past a limit", names, [*rows, everything])


def _cost(heads: Headlines) -> WordTable:
    rows = [
        ("Today, a year of the staff in post", words.gbp(heads.today), ""),
        *(
            (part_year(heads, year), words.gbp(gbp), words.gbp(heads.over_today(year)))
            for year, gbp in heads.cost.items()
        ),
    ]
    names = ["Financial year", "Cost", "More than today"]
    return WordTable("Cost a year: pay with on-costs, agency, recruitment", names, rows)


def _caseload(heads: Headlines) -> WordTable:
    names = ["Month", "Cases", "Caseworkers [FTE]", "Cases for each", "Standard"]
    return WordTable("Caseload", names, [_load(load) for load in heads.loads])


def _load(load: Load) -> tuple[str, ...]:
    return (
        words.month(load.month),
        words.count(load.cases),
        words.fte(load.staff),
        UNKNOWN if load.each is None else words.count(load.each),
        "none" if load.standard is None else words.count(load.standard),
    )


def standard_rows(plan: Plan) -> list[tuple[str, str]]:
    """Return from when each standard is met, as words."""
    return [(name, since(day, plan.problem.start)) for name, day in plan.first_met.items()]


def since(day: dt.date | None, start: dt.date) -> str:
    """Return from when a standard is met, as words."""
    if day is None:
        return "not within this plan"
    return "from the start" if day <= start else f"from {words.day(day)}"
