"""The form of the workforce page: fields, what they default to, and the scenario they make."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from burdens import authorities, evidence
from burdens.pages import words
from burdens.pages.field import Field, NumberField
from burdens.scenario import kinds, roles

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from burdens.errors import Fault
    from burdens.evidence import Value
    from burdens.problem import Problem
    from burdens.scenario import Scenario

GRADES = {
    "A": "official",
    "B": "survey or research",
    "C": "one authority",
    "D": "judgement, unconfirmed",
}
# The evidence that a user of the page can replace, with a reason.
LEVERS = {
    "hours.needs_assessment.ep_advice.ep": "Educational psychologist's time for one advice",
    "growth.requests": "Growth of requests a year",
}
ESTIMATED = "For this statutory work only. Left empty, an estimate is used."
TYPED_IN = "typed in on the page"


class Form:
    """Every input of the page; all keep what was typed, right or wrong.

    Parameters
    ----------
    changed
        Called after every change but that of the authority.

    Attributes
    ----------
    authority
        The choice among the authorities.
    others
        Roles that are part of the plan only where their staff are typed in.
    staff, standards, levers, missing
        Fields by name; `missing` holds one for each figure that is needed and not published.
    missing_box
        Where the fields of `missing` stand.
    """

    def __init__(self, changed: Callable[[], None]) -> None:
        self._changed = changed
        self.authority = Field(
            name="authority",
            label="Local authority",
            hint="Its published figures are filled in for you.",
            choices=[("", "Choose your authority"), *_authority_choices()],
        )
        always = [role for role, fact in roles().items() if fact.always]
        self.others = [role for role in roles() if role not in always]
        fields = [*(f for role in always for f in _role_fields(role)), *map(_other, self.others)]
        self.staff = {field.name: field for field in fields}
        self.standards = {field.name: field for field in _standard_fields()}
        self.levers: dict[str, Field] = {f.name: f for v in LEVERS for f in _lever_fields(v)}
        self.missing: dict[str, NumberField] = {}
        self.missing_box = grid([])
        for field in (*self.staff.values(), *self.standards.values(), *self.levers.values()):
            field.observe(self._on_change, "value")

    def fields(self) -> list[Field]:
        """Give every field but the authority, in the order of the page."""
        groups: tuple[Mapping[str, Field], ...] = (
            self.missing,
            self.staff,
            self.standards,
            self.levers,
        )
        return [field for group in groups for field in group.values()]

    def ask_for_missing(self, base: Scenario) -> None:
        """Lay a field for every figure that a plan needs and nobody published."""
        needed = [
            kind for kind in kinds().values() if kind.needed and base.figure(kind.name) is None
        ]
        self.missing = {f"figures.{kind.name}": _missing_field(kind, base) for kind in needed}
        for field in self.missing.values():
            field.observe(self._on_change, "value")
        self.missing_box.children = tuple(self.missing.values())

    def tell_used(self, problem: Problem | None) -> None:
        """Say in the empty fields what the plan has used in their place; None forgets it."""
        for name, field in self.staff.items():
            _, role, what = name.split(".")
            if what != "in_post" or role in self.others:
                continue
            if problem is None:
                field.hint = ESTIMATED
            elif role in problem.roles and not field.value.strip():
                used = words.fte(problem.roles[role].staff0)
                field.hint = f"{ESTIMATED} The plan below used {used}."

    def faults(self) -> list[Fault]:
        """Give what is wrong with the entries."""
        for name in LEVERS:
            self._check_reason(name)
        return [fault for field in self.fields() for fault in field.faults()]

    def scenario(self, base: Scenario) -> Scenario:
        """Put the entries into a scenario.

        Raises
        ------
        ScenarioError
            Where they do not fit together.
        """
        staff = {role: self._staffing(role, base) for role in base.staff}
        for role in self.others:
            if (number := self.staff[f"staff.{role}.in_post"].read()) is not None:
                staff[role] = {"in_post": number}
        figures = {name: entry.model_dump() for name, entry in base.figures.items()}
        for name, field in self.missing.items():
            if (number := field.read()) is not None:
                figures[name.removeprefix("figures.")] = {"value": number, "source": TYPED_IN}
        return base.changed(
            staff=staff, figures=figures, standards=self._standards(base), overrides=self._own()
        )

    def _staffing(self, role: str, base: Scenario) -> dict[str, Any]:
        values = base.staff[role].model_dump()
        for name in values:
            field = self.staff.get(f"staff.{role}.{name}")
            if isinstance(field, NumberField):
                values[name] = field.read()
        return values

    def _standards(self, base: Scenario) -> dict[str, Any]:
        cases = self.standards["standards.caseload"].read()
        target = self.standards["standards.timeliness"].read()
        timeliness = [
            {"pathway": entry.pathway, "stage": entry.stage, "on_time": target}
            if target is not None
            else {"pathway": entry.pathway, "stage": entry.stage, "on_time": entry.on_time}
            for entry in base.standards.timeliness
        ]
        caseload = None if cases is None else {"cases_per_caseworker": cases}
        return {"timeliness": timeliness, "caseload": caseload}

    def _own(self) -> list[dict[str, Any]]:
        found = []
        for name in LEVERS:
            field = self.levers[name]
            if isinstance(field, NumberField) and (number := field.read()) is not None:
                reason = self.levers[f"{name}.reason"].value.strip()
                found.append({"value": name, "to": number, "reason": reason})
        return found

    def _check_reason(self, name: str) -> None:
        number, reason = self.levers[name], self.levers[f"{name}.reason"]
        wanting = bool(number.value.strip()) and not reason.value.strip()
        reason.error = f"{reason.label}: say why, so that a reader can check it." if wanting else ""

    def _on_change(self, change: Mapping[str, Any]) -> None:
        field = change["owner"]
        if field.name in LEVERS:
            self.levers[f"{field.name}.reason"].shown = bool(field.value.strip())
        if field.name.endswith(".reason"):
            self._check_reason(field.name.removesuffix(".reason"))
        self._changed()


def grid(fields: list[Field]) -> widgets.Box:
    """Lay fields side by side where there is room."""
    box = widgets.Box(fields)
    box.add_class("burdens-fields")
    return box


def _authority_choices() -> list[tuple[str, str]]:
    found = sorted(authorities.all_authorities(), key=lambda authority: authority.name)
    return [(authority.code, authority.name) for authority in found]


def _role_fields(role: str) -> list[NumberField]:
    title, values = roles()[role].title, evidence.read()
    growth = values[f"recruitment.{role}.growth_cap_year"]
    agency = values[f"recruitment.{role}.agency_cap_share"]
    most = f"Left empty, the team grows by at most {_said(growth)} a year. {_source(growth)}"
    share = f"Left empty, at most {_said(agency)} of the hours of your own staff. {_source(agency)}"
    return [
        NumberField(
            name=f"staff.{role}.in_post",
            label=f"{words.several_title(title)} in post",
            unit="full-time equivalents",
            hint=ESTIMATED,
            high=10_000,
        ),
        NumberField(
            name=f"staff.{role}.max_hires_a_month",
            label=f"Most {words.several(title)} you can appoint in a month",
            unit="full-time equivalents",
            hint=most,
            high=1000,
        ),
        NumberField(
            name=f"staff.{role}.agency_share",
            label=f"Most agency work, {words.several(title)}",
            unit="% of own hours",
            hint=share,
            high=100,
            percent=True,
        ),
    ]


def _other(role: str) -> NumberField:
    title = roles()[role].title
    return NumberField(
        name=f"staff.{role}.in_post",
        label=f"{words.several_title(title)} in post",
        unit="full-time equivalents",
        hint=f"Left empty, the plan leaves {words.several(title)} out. Type 0 where their work "
        "counts but nobody is in post.",
        high=10_000,
    )


def _standard_fields() -> list[NumberField]:
    seen = [v for name, v in evidence.read().items() if name.startswith("caseload.observed.")]
    low, high = min(v.low for v in seen), max(v.high for v in seen)
    return [
        NumberField(
            name="standards.timeliness",
            label="Share of cases on time",
            unit="%",
            hint="At every legal time limit, exceptions left out. Left empty, 100: the law.",
            low=1,
            high=100,
            percent=True,
        ),
        NumberField(
            name="standards.caseload",
            label="Most cases one caseworker should hold",
            unit="plans and assessments",
            hint="Left empty, no caseload standard is set. There is no national one; "
            f"caseloads of {low:g} to {high:g} have been reported (grades B to D).",
            low=1,
            high=10_000,
        ),
    ]


def _lever_fields(name: str) -> list[Field]:
    value, label = evidence.read()[name], LEVERS[name]
    share = not value.unit.startswith("hours")
    number = NumberField(
        name=name,
        label=label,
        unit="%" if share else "hours",
        hint=f"Left empty, {_said(value)}; the evidence runs from {_said(value, value.low)} to "
        f"{_said(value, value.high)}. {_source(value)}",
        low=-50 if share else 0,
        high=200,
        percent=share,
    )
    reason = Field(
        name=f"{name}.reason",
        label=f"Why: {words.lower(label)}",
        hint="Where your number comes from, such as “our time study of 2026”.",
        shown=False,
    )
    return [number, reason]


def _missing_field(kind: Any, base: Scenario) -> NumberField:
    why = base.figures[kind.name].source if kind.name in base.figures else ""
    return NumberField(
        name=f"figures.{kind.name}",
        label=kind.title,
        unit="pounds a year" if kind.unit == "GBP" else kind.unit,
        hint=f"Not published for {base.authority.name}{f' ({why})' if why else ''}. "
        "Type in your own figure for the latest year; left empty, it is estimated or left out.",
    )


def _said(value: Value, number: float | None = None) -> str:
    """Say a value in the unit in which the page asks for it."""
    number = value.central if number is None else number
    if value.unit.startswith(("share", "growth")):
        return f"{100 * number:.3g}%"
    return f"{number:g}"


def _source(value: Value) -> str:
    return f"Source: {value.source.title} (grade {value.grade}: {GRADES[value.grade]})."
