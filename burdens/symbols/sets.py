"""What the symbols are counted over.

Some sets are settled by another: beside a bucket t, the month m is the month of that bucket.
"""

from __future__ import annotations

from burdens.symbols.symbol import Symbol


def _set(sign: str, title: str, description: str, of: tuple[str, ...] = (), *fields: str) -> Symbol:
    return Symbol(title, "", description, sign, fields=fields, of=of)


SETS = {
    "t": _set(
        "t",
        "Bucket",
        "A week, or two weeks together, as the scenario says; the first is 0. Buckets run past "
        "the weeks that are reported, so that a plan does not run its staff down at the end.",
        (),
        "Problem.weeks",
        "Problem.bucket_weeks",
    ),
    "m": _set(
        "m",
        "Month",
        "A month; the first is 0. Beside t, the month in which bucket t lies.",
        ("t",),
        "Problem.months",
    ),
    "y": _set(
        "y",
        "Financial year",
        "April to March. Beside t or m, the year in which that bucket or month lies.",
        ("m", "t"),
        "Problem.years",
    ),
    "p": _set(
        "p",
        "Pathway",
        "A kind of case with a clock, such as a needs assessment. Beside a queue or a lane, its "
        "pathway.",
        ("q", "l"),
        "Problem.pathways",
        "Pathway.id",
    ),
    "q": _set(
        "q",
        "Queue",
        "Cases of one pathway with the same tasks left, in the order in which their clocks "
        "started. New cases, and open ones of which nothing is done yet, are one queue. Beside a "
        "lane, its queue.",
        ("l",),
    ),
    "l": _set(
        "l",
        "Lane",
        "Cases of a queue that are done in turn, the oldest first. A queue has two: the kept lane, "
        "whose limits come first, and the waiting lane.",
    ),
    "k": _set(
        "k",
        "Task",
        "A step of a pathway, such as an educational psychologist's advice. In a queue or a lane, "
        "only the steps that are left.",
        (),
        "Pathway.tasks",
        "Task.id",
    ),
    "z": _set(
        "z",
        "Task with a limit",
        "A task whose lateness counts: one with a legal time limit, or one that no other waits "
        "for.",
        (),
        "Task.stage",
    ),
    "i": _set(
        "i",
        "Earlier task",
        "A task that must be done just before task k, and is left too.",
        (),
        "Task.after",
    ),
    "w": _set(
        "w",
        "Awaited task",
        "A task that cases of queue q wait for: all that must be done before it is what they have "
        "had done.",
        (),
        "Waiting.task",
    ),
    "c": _set(
        "c",
        "Start",
        "The bucket in which a clock starts. It is below 0 for cases that are open already.",
        (),
        "Waiting.age",
    ),
    "b": _set("b", "Start so far", "A start in bucket t or before."),
    "x": _set(
        "t′",
        "Counted bucket",
        "A bucket in which overdue cases have a weight: every one, but where a Problem asks what it "
        "takes to be on time by a date.",
        (),
        "Problem.counted_from",
    ),
    "v": _set("end", "Last bucket", "The last bucket, after the weeks that are reported.", ("l",)),
    "a": _set(
        "a",
        "Age",
        "How many buckets past its limit a case is: an age from which overdue cases weigh more.",
        (),
        "Pathway.overdue",
    ),
    "n": _set("a′", "Next age", "The age after age a.", ("a",)),
    "g": _set("g", "Age so far", "An age up to age a."),
    "r": _set(
        "r",
        "Role",
        "A kind of staff, such as caseworkers.",
        (),
        "Problem.roles",
        "Problem.caseload",
        "Caseload.role",
    ),
    "j": _set(
        "j",
        "Assistant",
        "A role that may do some of the work of role r under its supervision.",
        (),
        "Role.assists",
    ),
    "u": _set(
        "r′",
        "Assisted role",
        "Beside an assistant r, the role whose work it may do some of.",
        ("r",),
        "Assistance.role",
    ),
    "e": _set("e", "Month in post", "Full months since somebody started: 0 in the first month."),
    "o": _set(
        "o",
        "Period",
        "A stretch of the plan with one level of added posts: from the start of a duty to the end of "
        "a financial year, and then year by year. Beside t, the period in which bucket t lies.",
        ("t",),
    ),
}
