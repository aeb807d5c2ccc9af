"""One thing that is changed in a copy of a scenario."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from burdens import evidence, words
from burdens.errors import Fault
from burdens.pages.assumption import Assumption
from burdens.pages.field import Field, NumberField
from burdens.pages.layout import part
from burdens.scenario import roles

if TYPE_CHECKING:
    from collections.abc import Callable

    from burdens.scenario import Scenario

# What has been observed, but is used by no plan.
UNUSED = ("caseload.observed.", "optimism_bias.")
STANDARDS = {
    "standards.timeliness": "Share of cases on time",
    "standards.caseload": "Most cases one caseworker should hold",
}
KEPT = "kept_share"


class Change:
    """What is changed, and to what.

    Parameters
    ----------
    name
        Begins the names of its fields.
    of
        The scenario that it is a change of, for those who hear the labels.
    changed
        Called after every change.

    Attributes
    ----------
    thing
        The choice of what is changed.
    entry
        The field of the new value, or the value of the evidence; None before there is a choice.
    part
        All of it, to be shown.
    """

    def __init__(self, name: str, of: str, changed: Callable[[], None]) -> None:
        self._name, self._of, self._changed = name, of, changed
        self.entry: NumberField | Assumption | None = None
        self.thing = Field(
            name=f"{name}.thing",
            label="What is changed",
            of=of,
            hint="Staff, standards, or any value of the evidence.",
            choices=[("", "Choose one thing"), *_things()],
        )
        self._box = part()
        self.part = part(self.thing, self._box)
        self.thing.observe(self._choose, "value")

    @property
    def finished(self) -> bool:
        """Whether a new value is typed, with its reason where one is asked for."""
        if isinstance(self.entry, Assumption):
            return self.entry.override() is not None and bool(self.entry.reason.value.strip())
        return self.entry is not None and self.entry.read() is not None

    def faults(self) -> list[Fault]:
        """Return what is wrong with the entries."""
        self.thing.error = "" if self.entry else "Choose what is changed."
        if self.entry is None:
            return self.thing.faults()
        number = self.entry if isinstance(self.entry, NumberField) else self.entry.number
        if not number.value.strip():
            number.error = f"{number.called}: type the new number."
            return number.faults()
        return self.entry.faults()

    def made_in(self, first: Scenario) -> Scenario:
        """Return a copy of a scenario with the change made.

        Raises
        ------
        ScenarioError
            Where it does not fit.
        """
        if isinstance(self.entry, Assumption):
            kept = [one.model_dump() for one in first.overrides if one.value != self.thing.value]
            return first.changed(overrides=[*kept, self.entry.override()])
        number = self.entry.read() if self.entry else None
        what, *place = self.thing.value.split(".")
        if what == KEPT:
            return first.changed(kept_share=number)
        if what == "standards":
            return _with_standard(first, place[0], number)
        staff = {role: entry.model_dump() for role, entry in first.staff.items()}
        role, field = place
        return first.changed(staff={**staff, role: {**staff.get(role, {}), field: number}})

    def _choose(self, _change: Any) -> None:
        thing = self.thing.value
        self.thing.error = ""
        self.entry = self._entry(thing) if thing else None
        box = self.entry.box if isinstance(self.entry, Assumption) else self.entry
        self._box.children = (box,) if box else ()
        self._changed()

    def _entry(self, thing: str) -> NumberField | Assumption:
        if thing in evidence.read():
            return self._value(thing)
        share = thing.endswith(("agency_share", "timeliness", KEPT))
        field = NumberField(
            name=f"{self._name}.to",
            label=dict(_own_things())[thing],
            of=self._of,
            unit="%" if share else "cases" if thing.endswith("caseload") else "FTE",
            hint="The number in this scenario.",
            low=1 if thing.startswith("standards") else 0,
            high=100 if share else 10_000,
            percent=share,
        )
        field.observe(lambda _: self._changed(), "value")
        return field

    def _value(self, thing: str) -> Assumption:
        made = Assumption(evidence.read()[thing], self._changed)
        made.number.name, made.reason.name = f"{self._name}.to", f"{self._name}.reason"
        made.number.of = made.reason.of = self._of
        return made


def _with_standard(first: Scenario, name: str, number: float | None) -> Scenario:
    standards = first.standards.model_dump(by_alias=True)
    if name == "caseload":
        since = first.standards.caseload.from_ if first.standards.caseload else first.start
        standards["caseload"] = {"cases_per_caseworker": number, "from": since}
    else:
        standards["timeliness"] = [{**one, "on_time": number} for one in standards["timeliness"]]
    return first.changed(standards=standards)


def _own_things() -> list[tuple[str, str]]:
    found = [*STANDARDS.items(), (KEPT, "Cases whose time limits come first")]
    for role, fact in roles().items():
        several = words.several(fact.title)
        found += [
            (f"staff.{role}.in_post", f"{words.several_title(fact.title)} in post"),
            (f"staff.{role}.posts", f"Posts funded, {several}"),
            (f"staff.{role}.max_hires_a_month", f"Most {several} appointed in a month"),
            (f"staff.{role}.agency_share", f"Most agency work, {several}, of own hours"),
        ]
    return found


def _things() -> list[tuple[str, str]]:
    values = [
        (name, value.title)
        for name, value in evidence.read().items()
        if not name.startswith(UNUSED)
    ]
    return [*_own_things(), *sorted(values, key=lambda pair: pair[1])]
