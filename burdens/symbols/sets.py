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
        "April to March. Beside m, the year in which month m lies.",
        ("m", "t"),
        "Problem.years",
    ),
    "p": _set(
        "p",
        "Pathway",
        "A kind of case with a clock, such as a needs assessment. Beside a flow, a stream or a "
        "target, its pathway.",
        ("f", "s", "j", "g"),
        "Problem.pathways",
        "Pathway.id",
    ),
    "k": _set(
        "k",
        "Task",
        "A step of a pathway, such as an educational psychologist's advice. In a flow, only the "
        "steps that are left.",
        (),
        "Pathway.tasks",
        "Task.id",
    ),
    "i": _set(
        "i",
        "Earlier task",
        "A step that must be done just before task k, and is left too.",
        (),
        "Task.after",
    ),
    "z": _set("z", "Last task", "The step that ends a case of the pathway.", ("p", "s", "j")),
    "w": _set(
        "w",
        "Awaited task",
        "A step for which the steps to be done before it are those that flow f has done.",
        (),
        "Waiting.task",
    ),
    "f": _set(
        "f",
        "Flow",
        "Cases of one pathway with the same steps left, in the order in which their clocks "
        "started. New cases, and open ones of which nothing is done yet, are one flow. Beside a "
        "stream, its flow.",
        ("s", "j", "o"),
    ),
    "c": _set(
        "c",
        "Start",
        "The bucket in which a clock starts. It is below 0 for cases that are open already.",
        (),
        "Waiting.age",
    ),
    "b": _set("b", "Start so far", "A start up to c."),
    "s": _set("s", "Stream", "Cases of a flow that are late from the same limit on, or never."),
    "j": _set(
        "j",
        "Late stream",
        "Cases of a flow that meet every limit before a certain one, and none from it on. There "
        "is one for every legal time limit that the flow has left.",
        (),
        "Task.stage",
    ),
    "o": _set("o", "Stream on time", "Cases of a flow that meet every limit."),
    "r": _set(
        "r",
        "Role",
        "A kind of staff, such as caseworkers.",
        (),
        "Problem.roles",
        "Problem.caseload",
        "Caseload.role",
    ),
    "e": _set("e", "Month in post", "Full months since somebody started: 0 in the first month."),
    "g": _set(
        "g",
        "Target",
        "A pathway, a legal time limit of it, a period, and the share wanted on time.",
        (),
        "Pathway.targets",
    ),
    "x": _set(
        "x",
        "Stream late at a target",
        "A late stream of the target's pathway that is late at the target's limit or was before.",
        (),
        "Target.stage",
    ),
    "h": _set("c′", "Start in a period", "A start in the period of target g."),
}
