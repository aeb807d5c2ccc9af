"""The worked example: how many people five weeks of requests take, by hand and by the programme."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from burdens.known_problems import densest, least_people, oldest_first, windows_of
from burdens.known_problems.window import only_task
from burdens.pages.tables import Html, table
from burdens.words import listed, number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from burdens.known_problems import Outcome, Window
    from burdens.problem import Problem

STRETCHES = ["Weeks", "Cases inside", "Hours inside", "How many weeks", "Hours a week"]
WEEKS = ["Week", "Hours come", "Hours done", "Hours left", "Done so far", "Due so far", "In time?"]


def question(problem: Problem) -> str:
    """Return what is asked."""
    pathway, task = only_task(problem)
    ((role, hours),) = task.hours.items()
    cases = [
        f"{number(cases)} in week {week + 1}"
        for week, cases in enumerate(pathway.arrivals)
        if cases
    ]
    productive = number(problem.roles[role].productive[0])
    return (
        f"<p>Requests come for {len(cases)} weeks: {listed(cases)}. Each takes a caseworker "
        f"<strong>{number(hours)} hours</strong>, and must be answered by the end of the "
        f"<strong>{_ordinal(task.due)} week after</strong> the week in which it comes: those of week 1 "
        f"by the end of week {task.due + 1}. One full-time person has <strong>{productive} hours</strong> a week for it. All these numbers are "
        "invented.</p>"
        "<p>How many people does it take, the same number every week, to answer every request in "
        "time?</p>"
    )


def _ordinal(weeks: int) -> str:
    return {1: "first", 2: "second", 3: "third"}.get(weeks, f"{weeks}th")


def average(problem: Problem) -> str:
    """Return the first step: the average is not enough."""
    pathway, task = only_task(problem)
    (hours,) = task.hours.values()
    cases, weeks = sum(pathway.arrivals), problem.weeks
    need = densest(windows_of(problem)).hours_a_week
    return (
        "<h3>Step 1. Is the average enough?</h3>"
        f"<p>{number(cases)} cases × {number(hours)} hours = {number(cases * hours)} hours. They can "
        f"be worked in {weeks} weeks: {number(cases * hours)} ÷ {weeks} = "
        f"{number(cases * hours / weeks)} hours a week. That is less than the {number(need)} found "
        "below: time limits do not wait for a quiet week, so an average is not enough.</p>"
    )


def windows(problem: Problem) -> str:
    """Return the second step: the hours a week of every window, the densest marked."""
    stretches = windows_of(problem)
    most = densest(stretches)
    rows = [_window(window, most) for window in stretches]
    return (
        "<h3>Step 2. Look at every stretch of weeks</h3>"
        "<p>Take any stretch of weeks. Cases that come in it, and are due by its end, must be worked "
        "inside it: not before, because they have not come, and not after, because they are late. "
        "So add up the hours of cases that come in or after its first week and are due in or before "
        "its last, and divide by its weeks. You cannot do with less.</p>"
        f"{numbers('Every stretch of weeks, and the hours that it needs', STRETCHES, rows)}"
        f"<p>The most is <strong>{number(most.hours_a_week)} hours a week</strong>, from week "
        f"{most.first} to week {most.last}: {number(most.cases)} cases × {number(most.hours)} hours "
        f"= {number(most.work)} hours, in {most.weeks} weeks.</p>"
    )


def _window(window: Window, most: Window) -> Sequence[str]:
    need = number(window.hours_a_week)
    cells = [number(value) for value in (window.cases, window.work, window.weeks)]
    marked = Html(f"<strong>{need} (the most)</strong>") if window is most else need
    return [f"{window.first} to {window.last}", *cells, marked]


def numbers(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table of numbers, each row of which has a short name."""
    return f'<div class="burdens-numbers">{table(caption, heads, rows)}</div>'


def week_by_week(problem: Problem) -> str:
    """Return the third step: so many hours are enough, worked by the oldest case first."""
    most = densest(windows_of(problem)).hours_a_week
    weeks = list(oldest_first(problem, most))
    rows = [
        (
            *(number(value) for value in (week.number, week.come, week.done, week.left)),
            *(number(value) for value in (week.done_so_far, week.due_so_far)),
            "✗ late" if week.late else "✓ in time",
        )
        for week in weeks
    ]
    caption = f"{number(most)} hours a week, the oldest case first"
    return (
        "<h3>Step 3. Are so many hours enough?</h3>"
        "<p>Work the oldest case first. It is enough if, at the end of every week, at least as many "
        "hours are done as are due.</p>"
        f"{numbers(caption, WEEKS, rows)}"
    )


def people(problem: Problem) -> str:
    """Return the fourth step: the hours as people."""
    _, task = only_task(problem)
    (role,) = task.hours
    most, least = densest(windows_of(problem)).hours_a_week, least_people(problem)
    productive = problem.roles[role].productive[0]
    return (
        "<h3>Step 4. How many people is that?</h3>"
        f"<p>{number(most)} hours ÷ {number(productive)} hours = "
        f"<strong>{number(least)} full-time people</strong>.</p>"
    )


def agreement(problem: Problem, outcome: Outcome) -> str:
    """Return the fifth step: whether the programme finds the same as the hand."""
    most = densest(windows_of(problem)).hours_a_week
    return "<h3>Step 5. What does the tool say?</h3>" + verdict(
        "The linear programme of what keeps up, which knows nothing of stretches of weeks, was "
        "solved for these numbers when you opened the page.",
        outcome,
        most,
    )


def verdict(solved: str, outcome: Outcome, by_hand: float) -> str:
    """Return what the programme found, and whether it is what the hand found."""
    same = outcome.agrees and abs(outcome.found - by_hand) < 1e-6
    judgement = (
        "The same."
        if same
        else "That is not the same: do not rely on this version, and tell whoever runs these pages."
    )
    found = f"{number(outcome.found)} {escape(outcome.known_problem.reading.title)}"
    return (
        f'<p class="burdens-answer{"" if same else " burdens-answer-differs"}">{solved} It gives '
        f"<strong>{found}</strong>. {judgement}</p>"
    )


def by_hand(problem: Problem) -> Iterator[str]:
    """Yield every step that needs no solver."""
    for step in (question, average, windows, week_by_week, people):
        yield step(problem)
