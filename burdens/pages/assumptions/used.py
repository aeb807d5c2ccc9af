"""Where each value is used: in the workforce plan, in a line of a measure, or in no sum."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from burdens import law, words
from burdens.measures import all_values, measures
from burdens.pages.assumptions.readings import read_by_plan, read_for_posts
from burdens.scenario import roles
from burdens.scenario.remarks import OBSERVED
from burdens.scenario.versions import evidence_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from burdens.measures import Line

PLAN, BURDENS, NOWHERE = "plan", "burdens", "nowhere"
SHOWN = "In no sum: shown beside the caseload standard, as what has been reported."
WIDTH = "In no sum: it sets how wide a range is that stands beside a number."
RANGES = ("growth.requests_outturn_", "growth.plans_outturn_", "implied.observed_ratio.")
UNUSED = "In no sum: nothing in the tool reads it yet."

# What the assessment reads itself. It solves programmes, so it is not watched here but in a test.
IN_ASSESSMENT = ("discount.rate", "on_costs.overheads")


class Use(NamedTuple):
    """A place where a value is used.

    Attributes
    ----------
    places
        `PLAN`, `BURDENS`, the id of a measure, or `NOWHERE`.
    words
        The same for readers.
    """

    places: tuple[str, ...]
    words: str


def places() -> dict[str, str]:
    """Give the name of every place, for readers."""
    return {
        PLAN: "Workforce plan",
        BURDENS: "New burdens: any measure",
        **{measure.id: f"Measure: {measure.title}" for measure in measures().values()},
        NOWHERE: "In no sum",
    }


@cache
def uses() -> dict[str, tuple[Use, ...]]:
    """Give where each value of the tool is used; every value has at least one entry."""
    found: dict[str, list[Use]] = {name: [] for name in all_values()}
    for name, use in (*_in_plan(), *_in_lines(), *_in_posts(), *_in_burdens()):
        found[name].append(use)
    return {name: tuple(all_of) or (_nowhere(name),) for name, all_of in found.items()}


def _in_plan() -> Iterator[tuple[str, Use]]:
    for name, takes in read_by_plan().items():
        said = f"Workforce plan{_step(name)}"
        yield name, Use((PLAN,), f"{said} ({takes})." if takes else f"{said}.")


def _step(name: str) -> str:
    """Say which step of which pathway, and whose, the parts of an id name."""
    pathways, parts = law.pathways(evidence_date()), name.split(".")
    said = [words.lower(roles()[part].title) for part in parts if part in roles()]
    pathway = next((pathways[part] for part in parts if part in pathways), None)
    if pathway is not None:
        steps = {task.id: task.title for task in pathway.tasks}
        of = [words.lower(steps[part]) for part in parts if part in steps]
        said = [words.lower(pathway.title), *of, *said]
    return f": {', '.join(said)}" if said else ""


def _in_lines() -> Iterator[tuple[str, Use]]:
    for measure in measures().values():
        for line in measure.lines:
            for name in line.values:
                yield name, Use((BURDENS, measure.id), f"{measure.title}: {line.title}.")


def _in_posts() -> Iterator[tuple[str, Use]]:
    """Give what is read to cost the hours of a role; measures name the role, not the values."""
    every = [line for measure in measures().values() for line in measure.lines]
    wanted = dict.fromkeys(role for line in every for role in _roles_of(line))
    users: dict[str, list[str]] = {}
    for role, names in read_for_posts(wanted).items():
        for name in names:
            users.setdefault(name, []).append(words.lower(roles()[role].title))
    for name, of in users.items():
        whose = words.listed(of) if len(of) < len(wanted) else "every role"
        yield name, Use((BURDENS,), f"New burdens: cost of an hour, {whose}.")


def _roles_of(line: Line) -> list[str]:
    return [*(line.hours or {}), *([line.posts] if line.posts else [])]


def _in_burdens() -> Iterator[tuple[str, Use]]:
    for name in IN_ASSESSMENT:
        yield name, Use((BURDENS,), "New burdens: how the burden is worked out.")


def _nowhere(name: str) -> Use:
    shown = {OBSERVED: SHOWN, **dict.fromkeys(RANGES, WIDTH)}
    return Use(
        (NOWHERE,), next((of for begin, of in shown.items() if name.startswith(begin)), UNUSED)
    )
