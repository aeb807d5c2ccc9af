"""Whether scenarios are planned on the same basis, and how to put them on one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from burdens import words
from burdens.comparison import readings
from burdens.scenario import Scenario, defaults, kinds, roles

Scenarios = Mapping[str, Scenario]
AT_THE_END = (
    "at_end",
    "overdue_end",
    "cost",
    "needed",
    "temporary",
    "agency",
    "caseload",
)
AT_THE_START = ("at_start", "overdue_start", "catch_up")
TOTALS = "totals"  # numbers of all roles together
CLOSE = dt.timedelta(weeks=1)


@dataclass(frozen=True)
class Difference:
    """One thing in which scenarios differ.

    Attributes
    ----------
    what
        What it is, in words.
    said
        What each scenario says, by name.
    why
        What it means for the numbers.
    hides
        The numbers that cannot be compared because of it.
    mend
        Name of the way to make it equal; empty where there is none.
    """

    what: str
    said: dict[str, str]
    why: str = ""
    hides: tuple[str, ...] = ()
    mend: str = ""


@dataclass(frozen=True)
class Basis:
    """Something that scenarios should have in common; attributes as those of `Difference`."""

    what: str
    reading: Callable[[Scenario], str]
    why: str
    hides: tuple[str, ...] = ()
    mend: str = ""


def unlike(scenarios: Scenarios) -> list[Difference]:
    """Return on which basis scenarios differ, what hides numbers first."""
    found = []
    for basis in _bases(scenarios):
        said = {name: basis.reading(one) for name, one in scenarios.items()}
        if len(set(said.values())) > 1:
            found.append(Difference(basis.what, said, basis.why, basis.hides, basis.mend))
    return sorted(found, key=lambda one: not one.hides)


def years_in_common(scenarios: Sequence[Scenario]) -> set[str]:
    """Return the financial and calendar years of which all plans cover the same weeks."""
    first, *others = [_weeks_by_year(scenario) for scenario in scenarios]
    return {
        year
        for year, weeks in first.items()
        if all(_alike(weeks, other.get(year)) for other in others)
    }


def made_equal(scenarios: Scenarios, mend: str) -> dict[str, Scenario]:
    """Return scenarios put on one basis.

    Parameters
    ----------
    mend
        ``"time"``: start, length and steps of the first for all; ``"standards"``: its standards;
        ``"roles"``: only the roles that all of them have.

    Raises
    ------
    ScenarioError
        Where what a scenario asks for does not fit, such as a measure from before its new start.
    """
    if mend == "roles":
        common = set.intersection(*(set(one.staff) for one in scenarios.values()))
        return {
            name: one.changed(
                staff={r: one.staff[r].model_dump() for r in one.staff if r in common}
            )
            for name, one in scenarios.items()
        }
    first = next(iter(scenarios.values()))
    written = defaults.spare(first.model_dump(by_alias=True))
    names = {"time": ("start", "horizon_weeks", "run_out_weeks", "bucket_weeks")}
    fields = {name: written[name] for name in names.get(mend, ("standards",))}
    return {name: one.changed(**fields) for name, one in scenarios.items()}


def _bases(scenarios: Scenarios) -> Iterator[Basis]:
    yield from _TIME
    yield Basis(
        "Roles planned",
        lambda one: ", ".join(roles()[role].title for role in one.staff),
        "Totals of all roles are not of the same roles, so they are not shown.",
        (TOTALS,),
        "roles",
    )
    stages = "Cheaper may mean that less is asked for."
    yield Basis("On-time standards", readings.timeliness, stages, mend="standards")
    yield Basis("Caseload standard", readings.caseload, stages, mend="standards")
    yield from _CHOSEN
    yield from _MADE_FROM
    for name, kind in kinds().items():
        if len({readings.year(one, name) for one in scenarios.values()}) > 1:
            what = f"Year of the figure “{kind.title}”"
            why = "The figures are not of the same year."
            yield Basis(what, lambda one, name=name: readings.year(one, name), why)  # type: ignore[misc]


def _weeks_by_year(scenario: Scenario) -> dict[str, tuple[dt.date, dt.date]]:
    """Return the first and last Monday of a plan in each financial and each calendar year."""
    ends: dict[str, tuple[dt.date, dt.date]] = {}
    for week in range(scenario.horizon_weeks):
        day = scenario.start + dt.timedelta(weeks=week)
        for year in (words.financial_year(day), str(day.year)):
            ends[year] = (ends.get(year, (day, day))[0], day)
    return ends


def _alike(one: tuple[dt.date, dt.date], other: tuple[dt.date, dt.date] | None) -> bool:
    return other is not None and all(abs(a - b) < CLOSE for a, b in zip(one, other, strict=True))


_TIME = (
    Basis(
        "First day of the plan",
        lambda one: words.day(one.start),
        "Their days and years are not the same, so numbers of the start, of the end and of the "
        "whole plan are not shown, nor those of years that only some of them plan.",
        (*AT_THE_START, *AT_THE_END),
        "time",
    ),
    Basis(
        "Length of the plan",
        lambda one: readings.weeks(one.horizon_weeks),
        "They do not end together, so numbers of the end and of the whole plan are not shown, "
        "nor those of years that only some of them plan.",
        AT_THE_END,
        "time",
    ),
    Basis(
        "Weeks looked ahead past the end",
        lambda one: readings.weeks(one.run_out_weeks),
        "This moves posts near the end of the plan.",
        mend="time",
    ),
    Basis(
        "Length of a step",
        lambda one: readings.weeks(one.bucket_weeks),
        "This moves dates by up to two weeks.",
        mend="time",
    ),
)
_CHOSEN = (
    Basis(
        "Posts funded",
        readings.posts,
        "Where posts were typed, the plan fills those; elsewhere it fills what keeps up. What is "
        "needed does not depend on it.",
    ),
    Basis(
        "Limits on hiring, temporary posts and agency work",
        readings.limits,
        "The tighter they are, the longer cases wait. What is needed does not depend on them.",
    ),
    Basis(
        "Cases whose time limits come first",
        readings.kept_share,
        "This moves which cases wait, and so the share on time; it is a choice of policy.",
    ),
    Basis(
        "Backlog to be cleared",
        readings.on_time_by,
        "The sooner, the more temporary posts it takes.",
    ),
)
_MADE_FROM = (
    Basis(
        "Discount rate",
        readings.discount,
        "The pounds shown are not discounted; the rate moves when posts are filled.",
    ),
    Basis(
        "Open cases at the start",
        lambda one: "estimated" if isinstance(one.opening, str) else "listed in the file",
        "An estimate stands beside a count.",
    ),
    Basis(
        "Evidence the file was written with",
        lambda one: words.day(one.evidence),
        "All are planned with the evidence of this tool.",
    ),
    Basis(
        "DfE release of the figures",
        lambda one: one.authority.release,
        "The figures are not of the same release.",
    ),
    Basis(
        "Policy measures",
        readings.measures,
        "No plan has them in: their cost stands on the New burdens page.",
    ),
)
