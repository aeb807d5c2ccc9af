"""How the burden is reported: years, overheads, area cost, and a grant to compare with."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from burdens import evidence
from burdens.errors import Fault
from burdens.evidence import said
from burdens.pages.entries import REASON, touched
from burdens.pages.field import Field, NumberField, digits
from burdens.pages.layout import grid, part
from burdens.plans import financial_year
from burdens.problem.calendar import WEEKS_A_YEAR, Calendar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from burdens.scenario import Scenario

FEWEST, MOST = 3, 10  # financial years that a scenario can report
OVERHEADS = "on_costs.overheads"
CHOSEN = "chosen on the page"
GRANT = "assessment.grant."
SOURCE = "assessment.grant.source"


class Choices:
    """The choices of the new burdens page.

    Parameters
    ----------
    changed
        Called after every change.

    Attributes
    ----------
    years, overheads, area_cost, source
        The fields.
    grant
        One field for each financial year that can be reported.
    part
        All of it, to be shown.
    """

    def __init__(self, changed: Callable[[], None]) -> None:
        self._changed = changed
        self._names: list[str] = []
        self._why = CHOSEN
        self.years = _years()
        self.overheads = _overheads()
        self.area_cost = NumberField(
            name="assessment.area_cost",
            label="Area cost factor",
            hint="Local cost over England's, such as 1.1. Left empty, there is no adjustment.",
            low=0.5,
            high=2,
        )
        self.grant = [_grant(number) for number in range(MOST)]
        self.source = Field(
            name=SOURCE,
            label="Who offers the grant",
            hint="And where that stands; it is named in the files you download.",
            shown=False,
        )
        head = grid([self.years, self.overheads, self.area_cost])
        self.part: widgets.VBox = part(head, grid([*self.grant, self.source]))
        for field in (self.years, self.overheads, self.area_cost, *self.grant, self.source):
            field.observe(self._on_change, "value")
        self.overheads.observe(self._on_overheads, "value")

    def tell(self, base: Scenario | None) -> None:
        """Name the grant's fields after the whole financial years of a plan."""
        self._names = _whole_years(base) if base else []
        self._show()

    def names(self) -> list[str]:
        """Return the name of every entry; a grant goes by its financial year."""
        return [*self._fields(), OVERHEADS, OVERHEADS + REASON, SOURCE]

    def texts(self) -> dict[str, str]:
        """Return what the entries say; overheads in percent, with the reason."""
        fields = {**self._fields(), OVERHEADS: self.overheads, SOURCE: self.source}
        found = {name: str(field.value) for name, field in fields.items()}
        return {**found, OVERHEADS + REASON: self._why if self.overheads.value else ""}

    def fill(self, texts: Mapping[str, str]) -> list[Fault]:
        """Put texts into the entries that they name; give those that are no choice of a list.

        Overheads that are none of the choices are a value like others, which this form leaves to
        others.
        """
        faults = []
        fields = {**self._fields(), SOURCE: self.source}
        if OVERHEADS in texts:
            asked = texts[OVERHEADS]
            self.overheads.value = asked if asked in dict(self.overheads.choices) else ""
            self._why = texts.get(OVERHEADS + REASON, "").strip() or CHOSEN
        for name, field in fields.items():
            text = texts.get(name, str(field.value))
            if field.choices and text not in dict(field.choices):
                faults.append(_no_choice(field, text))
            else:
                field.value = text
        return faults

    def written(self, scenario: Scenario) -> dict[str, str]:
        """Return what the entries would say of a scenario, as far as they can."""
        choices = scenario.assessment
        found = {self.years.name: str(choices.years)}
        if choices.area_cost is not None:
            found[self.area_cost.name] = self.area_cost.written(choices.area_cost)
        years = _whole_years(scenario)
        for one in (offer for offer in choices.grant if offer.financial_year in years):
            found[GRANT + one.financial_year] = self.grant[0].written(one.gbp)
        if len(sources := {one.source for one in choices.grant}) == 1:
            found[SOURCE] = sources.pop()
        for override in scenario.overrides:
            text = _percent(override.to)
            if override.value == OVERHEADS and text in dict(self.overheads.choices):
                found |= {OVERHEADS: text, OVERHEADS + REASON: override.reason}
        return found

    def faults(self) -> list[Fault]:
        """Return what is wrong with the entries."""
        return [fault for field in (self.area_cost, *self._offered()) for fault in field.faults()]

    def assessment(
        self, base: Scenario, texts: Mapping[str, str], shown: Mapping[str, str]
    ) -> dict[str, Any]:
        """Return the part of a scenario that says how the burden is reported.

        Parameters
        ----------
        base
            What the page starts from.
        texts, shown
            What the entries say, and what they said of `base`.
        """
        found: dict[str, Any] = base.assessment.model_dump()
        if touched(self.years.name, texts, shown):
            found["years"] = self._count
        if touched(self.area_cost.name, texts, shown):
            found["area_cost"] = self.area_cost.read()
        offers = {one["financial_year"]: one for one in found["grant"]}
        for name, field in zip(self._names, self._offered(), strict=False):
            if any(touched(entry, texts, shown) for entry in (GRANT + name, SOURCE)):
                kept = {} if touched(SOURCE, texts, shown) else offers.get(name, {})
                offers[name] = {"source": self.source.value.strip(), **kept}
                offers[name] |= {"financial_year": name, "gbp": field.read()}
        found["grant"] = [one for one in offers.values() if one["gbp"] is not None]
        return found

    def override(self) -> dict[str, Any] | None:
        """Return the overheads chosen; None where they are as in the evidence."""
        if not self.overheads.value:
            return None
        share = round(float(self.overheads.value) / 100, 12)
        return {"value": OVERHEADS, "to": share, "reason": self._why}

    def _fields(self) -> dict[str, Field]:
        """Return the fields for numbers by name."""
        named = self.grant if self._names else []
        return {field.name: field for field in (self.years, self.area_cost, *named)}

    @property
    def _count(self) -> int:
        return int(self.years.value)

    def _offered(self) -> list[NumberField]:
        return self.grant[: self._count]

    def _on_overheads(self, _change: Any) -> None:
        self._why = CHOSEN

    def _on_change(self, _change: Any) -> None:
        self._show()
        self._changed()

    def _show(self) -> None:
        for number, field in enumerate(self.grant):
            field.shown = bool(self._names) and number < self._count
            field.name = GRANT + (self._names[number] if self._names else str(number))
            field.label = (
                f"Grant offered, {self._names[number]}" if self._names else "Grant offered"
            )
        self.source.shown = any(field.shown and field.value.strip() for field in self.grant)


def _no_choice(field: Field, text: str) -> Fault:
    known = ", ".join(value or "nothing" for value, _ in field.choices)
    return Fault(f"{field.called}: “{text}” is no choice.", f"Known: {known}.", field=field.name)


def _years() -> Field:
    return Field(
        name="assessment.years",
        label="Financial years to report",
        hint="A new burdens assessment covers three or more. Years past the plan repeat its last.",
        choices=[(str(count), f"{count} years") for count in range(FEWEST, MOST + 1)],
        value=str(FEWEST),
    )


def _overheads() -> Field:
    value = evidence.read()[OVERHEADS]
    return Field(
        name=OVERHEADS,
        label="Overheads on pay",
        hint=f"Share of pay with on-costs. Source: {value.source.title}.",
        choices=[
            ("", f"{said(value)}: managers, admin, offices"),
            (_percent(value.low), "None: only pay added"),
            (_percent(value.high), f"{said(value, value.high)}: indirect costs too"),
        ],
    )


def _percent(share: float) -> str:
    return digits(100 * share)


def _grant(number: int) -> NumberField:
    return NumberField(
        name=f"{GRANT}{number}",
        label="Grant offered",
        unit="pounds, cash",
        hint="For these duties in a whole financial year. Left empty, none is compared.",
        shown=False,
    )


def _whole_years(scenario: Scenario) -> list[str]:
    """Return the financial years from the first that the plan covers whole: a part year has no grant."""
    size = scenario.bucket_weeks
    calendar = Calendar(scenario.start, scenario.horizon_weeks + scenario.run_out_weeks, size)
    weeks = Counter(calendar.years[month] for month in calendar.months)
    first = next((year for year in weeks if weeks[year] * size >= WEEKS_A_YEAR), calendar.years[0])
    return [financial_year(first + number) for number in range(MOST)]
