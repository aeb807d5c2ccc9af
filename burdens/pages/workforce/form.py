"""The form of the workforce page: fields, what they default to, and the scenario they make."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from burdens import evidence
from burdens.pages import words
from burdens.pages.assumption import GRADES, Assumption, said
from burdens.pages.field import NumberField
from burdens.scenario import roles

if TYPE_CHECKING:
    from collections.abc import Callable

    from burdens.errors import Fault
    from burdens.evidence import Value
    from burdens.programme import Plan
    from burdens.scenario import Scenario

# The evidence that a user of the page can replace, with a reason.
LEVERS = {
    "hours.needs_assessment.ep_advice.ep": "Educational psychologist's time for one advice",
    "growth.requests": "Growth of requests a year",
}
ESTIMATED = "For this statutory work only. Left empty, an estimate is used."


class Form:
    """Every input of the page but the authority; all keep what was typed, right or wrong.

    Parameters
    ----------
    changed
        Called after every change.

    Attributes
    ----------
    others
        Roles that are part of the plan only where their staff are typed in.
    staff, standards
        Fields by name.
    levers
        The values that can be replaced, by id.
    """

    def __init__(self, changed: Callable[[], None]) -> None:
        always = [role for role, fact in roles().items() if fact.always]
        self.others = [role for role in roles() if role not in always]
        fields = [*(f for role in always for f in _role_fields(role)), *map(_other, self.others)]
        self.staff = {field.name: field for field in fields}
        self.standards = {field.name: field for field in _standard_fields()}
        values = evidence.read()
        self.levers = {
            name: Assumption(values[name], changed, label) for name, label in LEVERS.items()
        }
        for field in (*self.staff.values(), *self.standards.values()):
            field.observe(lambda _: changed(), "value")

    def tell(self, _base: Scenario | None, plan: Plan | None) -> None:
        """Say in the empty fields what a plan has used in their place; None forgets it."""
        for name, field in self.staff.items():
            _, role, what = name.split(".")
            if what != "in_post" or role in self.others:
                continue
            if plan is None:
                field.hint = ESTIMATED
            elif role in plan.problem.roles and not field.value.strip():
                used = words.fte(plan.problem.roles[role].staff0)
                field.hint = f"{ESTIMATED} The plan below used {used}."

    def faults(self, _base: Scenario) -> list[Fault]:
        """Give what is wrong with the entries."""
        fields = [*self.staff.values(), *self.standards.values()]
        found = [
            *(field.faults() for field in fields),
            *(lever.faults() for lever in self.levers.values()),
        ]
        return [fault for faults in found for fault in faults]

    def asked(self, base: Scenario, figures: dict[str, Any]) -> tuple[Scenario]:
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
        own = [lever.override() for lever in self.levers.values()]
        scenario = base.changed(
            staff=staff,
            figures=figures,
            standards=self._standards(base),
            overrides=[override for override in own if override],
        )
        return (scenario,)

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


def _role_fields(role: str) -> list[NumberField]:
    title, values = roles()[role].title, evidence.read()
    growth = values[f"recruitment.{role}.growth_cap_year"]
    agency = values[f"recruitment.{role}.agency_cap_share"]
    most = f"Left empty, the team grows by at most {said(growth)} a year. {_source(growth)}"
    share = f"Left empty, at most {said(agency)} of the hours of your own staff. {_source(agency)}"
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


def _source(value: Value) -> str:
    return f"Source: {value.source.title} (grade {value.grade}: {GRADES[value.grade]})."
