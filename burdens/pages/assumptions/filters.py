"""Which values are wanted: words, a grade, a place of use, and how they stand in the scenario."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from burdens import evidence
from burdens.errors import Fault
from burdens.facts import nearest
from burdens.measures import all_values, measures
from burdens.pages.assumption import GRADES
from burdens.pages.assumptions.used import NOWHERE, places, uses
from burdens.pages.field import Field
from burdens.pages.layout import grid

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import ipywidgets as widgets

    from burdens.evidence import Value

UNCONFIRMED, CHANGED = "unconfirmed", "changed"
STANDINGS = {
    "": "Every value",
    UNCONFIRMED: "Only unconfirmed values",
    CHANGED: "Only values changed in this scenario",
}
NAMES = ("search", "grade", "used", "show")


class Standing(NamedTuple):
    """How values stand in a scenario: the ids of those changed, and of those changed with a reason."""

    changed: frozenset[str]
    explained: frozenset[str]


class Filters:
    """The fields by which values are found.

    Parameters
    ----------
    changed
        Called after every change.

    Attributes
    ----------
    fields
        By name.
    part
        All of them, to be shown.
    """

    def __init__(self, changed: Callable[[], object]) -> None:
        self.fields = {field.name: field for field in _fields()}
        self.part: widgets.Box = grid(list(self.fields.values()))
        for field in self.fields.values():
            field.observe(lambda _: changed(), "value")

    def texts(self) -> dict[str, str]:
        """Give what is asked for; empty fields are left out."""
        found = {name: str(field.value).strip() for name, field in self.fields.items()}
        return {name: text for name, text in found.items() if text}

    def fill(self, texts: Mapping[str, str]) -> list[Fault]:
        """Put texts into the fields that they name; give those that are no choice of a list."""
        faults = []
        for name, text in texts.items():
            field = self.fields[name]
            chosen = _chosen(field, text)
            if chosen is None:
                known = [value for value, _ in field.choices if value]
                fix = nearest(text, known, 1) or f"The choices are {', '.join(known)}."
                faults.append(Fault(f"{field.label}: “{text}” is no choice.", fix))
            else:
                field.value = chosen
        return faults

    def clear(self) -> None:
        """Ask for every value."""
        for field in self.fields.values():
            field.value = ""

    def said(self) -> str:
        """Say in words what is asked for."""
        texts = self.texts()
        parts = [f"with the words “{texts['search']}”"] if "search" in texts else []
        parts += [
            dict(self.fields[name].choices)[texts[name]] for name in NAMES[1:] if name in texts
        ]
        return "; ".join(parts) or STANDINGS[""]

    def found(self, standing: Standing) -> list[Value]:
        """Give the values asked for, in order of their topics and titles."""
        texts = self.texts()
        wanted = texts.get("search", "").casefold().split()
        grade, place = texts.get("grade"), texts.get("used")
        found = [
            value
            for value in all_values().values()
            if all(word in _words_of(value) for word in wanted)
            and grade in (None, value.grade)
            and (place is None or any(place in use.places for use in uses()[value.id]))
            and _stands(value, texts.get("show", ""), standing)
        ]
        order = list(topics())
        return sorted(found, key=lambda value: (order.index(value.topic), value.title))


def topics() -> dict[str, str]:
    """Give the title of every topic of values, measures among them; what is in no sum stands last."""
    titles = {**evidence.topics(), **{one.id: one.title for one in measures().values()}}
    summed = {
        value.topic
        for value in all_values().values()
        if any(NOWHERE not in use.places for use in uses()[value.id])
    }
    return dict(sorted(titles.items(), key=lambda one: one[0] not in summed))


def _stands(value: Value, show: str, standing: Standing) -> bool:
    if show == UNCONFIRMED:
        return value.unconfirmed and value.id not in standing.explained
    return show != CHANGED or value.id in standing.changed


def _words_of(value: Value) -> str:
    return f"{value.title} {value.id} {value.note} {value.source.title}".casefold()


def _chosen(field: Field, text: str) -> str | None:
    """Give the choice that a text of an address means, whatever its capitals; None for none."""
    if not field.choices:
        return text
    return {value.casefold(): value for value, _ in field.choices}.get(text.strip().casefold())


def _fields() -> list[Field]:
    grades = {grade: f"Grade {grade}: {words.partition(',')[0]}" for grade, words in GRADES.items()}
    return [
        Field(
            name="search",
            label="Search",
            hint="Words in the name, the note or the source, such as “advice”. Then press Enter.",
        ),
        Field(
            name="grade",
            label="Grade",
            hint="How good the evidence is.",
            choices=[("", "Every grade"), *grades.items()],
        ),
        Field(
            name="used",
            label="Where it is used",
            hint="The plan, or a measure.",
            choices=[("", "Anywhere"), *places().items()],
        ),
        Field(
            name="show",
            label="How it stands",
            hint="Judgement is unconfirmed until somebody confirms or replaces it.",
            choices=list(STANDINGS.items()),
        ),
    ]
