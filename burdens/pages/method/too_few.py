"""The worked example with too few hours: cases in turn, and a kept share, by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens.known_problems import kept_in_time, longest_wait, oldest_first
from burdens.known_problems.window import only_task
from burdens.pages.method.example import numbers, verdict
from burdens.words import listed, number, share

if TYPE_CHECKING:
    from burdens.known_problems import LaneWeek, Outcome, Week
    from burdens.problem import Problem

IN_TURN = ["Week", "Cases come", "Done so far", "Due so far", "Late"]
LANES = ["Week", "Kept: due so far", "Kept: done so far", "Waiting: due so far"]
LANES += ["Waiting: done so far", "Waiting: late"]


def hours_of(problem: Problem) -> float:
    """Return the hours that there are in a week [h]."""
    _, task = only_task(problem)
    (name,) = task.hours
    role = problem.roles[name]
    return role.staff0 * role.productive[0]


def each_of(problem: Problem) -> float:
    """Return the hours that a case takes [h]."""
    (each,) = only_task(problem)[1].hours.values()
    return each


def weeks_in_turn(problem: Problem) -> list[Week]:
    """Return the weeks of work, the oldest case first."""
    return list(oldest_first(problem, hours_of(problem)))


def late_in_turn(problem: Problem) -> float:
    """Return the cases late at the end of each week, added up."""
    return sum(week.late for week in weeks_in_turn(problem)) / each_of(problem)


def in_turn(problem: Problem) -> str:
    """Return the sixth step: who is late where hours are too few, and cases go in turn."""
    pathway, _ = only_task(problem)
    hours, each, weeks = hours_of(problem), each_of(problem), weeks_in_turn(problem)
    rows = [[number(week.number), *(number(value / each) for value in _of(week))] for week in weeks]
    late = [number(week.late / each) for week in weeks if week.late]
    longest = longest_wait(pathway.arrivals, [week.done_so_far / each for week in weeks])
    caption = f"{number(hours)} hours a week, in turn: cases"
    return (
        "<h3>Step 6. And with too few people?</h3>"
        f"<p>Suppose there are only <strong>{number(hours)} hours a week</strong>: "
        f"{number(hours)} ÷ {number(each)} = {number(hours / each)} cases. The programme does not "
        "choose which cases run late. Work goes <strong>in turn</strong>: the case that came first is "
        "done first, late or not. So count: late are those due and not done.</p>"
        f"{numbers(caption, IN_TURN, rows)}"
        f"<p>{listed(late)} make <strong>{number(late_in_turn(problem))} case-weeks late</strong>. "
        f"Nobody waits longer than {longest} weeks.</p>"
    )


def _of(week: Week) -> tuple[float, float, float, float]:
    return week.come, week.done_so_far, week.due_so_far, week.late


def weeks_of_lanes(problem: Problem) -> list[LaneWeek]:
    """Return the weeks of work in two lanes."""
    return list(kept_in_time(problem, hours_of(problem)))


def kept(problem: Problem) -> str:
    """Return the seventh step: what a kept share changes."""
    pathway, _ = only_task(problem)
    part, weeks = pathway.kept or 0.0, weeks_of_lanes(problem)
    rows = [
        [number(week.number), *(number(value) for value in (week.kept_due, week.kept_done))]
        + [number(value) for value in (week.waiting_due, week.waiting_done, week.late)]
        for week in weeks
    ]
    waiting = [cases * (1 - part) for cases in pathway.arrivals]
    longest = longest_wait(waiting, [week.waiting_done for week in weeks])
    total = sum(week.late for week in weeks)
    return (
        "<h3>Step 7. What does a kept share change?</h3>"
        "<p>Councils keep some cases in time while others wait. So a fixed share of the cases goes "
        "into a <strong>kept lane</strong>, whose limits come first, and the rest "
        f"into a <strong>waiting lane</strong>, in turn. Take {share(part)}. Each week, first do the "
        "kept cases without which the kept lane would be late now or later; then waiting cases, the "
        "oldest first; then more kept ones.</p>"
        f"{numbers(f'The same hours, {share(part)} of the cases kept', LANES, rows)}"
        f"<p>No kept case is late. In the waiting lane it is <strong>{number(total)} case-weeks"
        f"</strong>, and the longest wait is now {longest} weeks. A kept share makes nobody faster: "
        "it decides who waits.</p>"
    )


def agreement(turn: Outcome, lanes: Outcome) -> str:
    """Return the eighth step: whether the programme finds the same as the hand in both."""
    by_turn = late_in_turn(turn.known_problem.problem)
    by_lanes = sum(week.late for week in weeks_of_lanes(lanes.known_problem.problem))
    return (
        "<h3>Step 8. What does the tool say of that?</h3>"
        f"{verdict('The linear programme of a plan was solved in turn.', turn, by_turn)}"
        f"{verdict('It was solved again with the kept share.', lanes, by_lanes)}"
    )
