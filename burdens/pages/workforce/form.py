"""The form of the workforce page: fields, what they default to, and the scenario they make."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from burdens import evidence
from burdens.pages.assumption import Assumption
from burdens.pages.entries import REASON, fill_in, replaced, texts_of, touched, typed_in, written_of
from burdens.pages.field import NumberField
from burdens.pages.kept_share import KEPT, KeptShare
from burdens.pages.staff_columns import cells
from burdens.pages.workforce import staff

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from burdens.errors import Fault
    from burdens.plans import Plan
    from burdens.scenario import Scenario

TIMELINESS, CASELOAD = "standards.timeliness", "standards.caseload"
ON_TIME = "At every legal time limit, exceptions left out."

# The evidence that a user of the page can replace, with a reason.
LEVERS = {
    "hours.needs_assessment.ep_advice.ep": "Educational psychologist's time for one advice",
    "growth.requests": "Growth of requests a year",
}


class Form:
    """Every input of the page but the authority; all keep what was typed, right or wrong.

    Parameters
    ----------
    changed
        Called after every change.

    Attributes
    ----------
    staff
        The table of staff.
    standards
        Fields by name.
    kept
        The share of cases whose time limits come first.
    levers
        The values that can be replaced, by id.
    """

    def __init__(self, changed: Callable[[], None]) -> None:
        self.staff = staff.staff_grid()
        self.staff.observe(lambda _: changed(), "texts")
        self.standards = {field.name: field for field in _standard_fields()}
        values = evidence.read()
        self.levers = {
            name: Assumption(values[name], changed, label) for name, label in LEVERS.items()
        }
        self.kept = KeptShare()
        for field in (*self.standards.values(), self.kept):
            field.observe(lambda _: changed(), "value")

    def names(self) -> list[str]:
        """Return the name of every entry."""
        return names()

    def certain(self, name: str) -> bool:
        """Whether what is typed there is used whatever else is chosen."""
        return name in names()

    def texts(self) -> dict[str, str]:
        """Return what the entries say; empty ones are left out."""
        fields = {name: str(field.value) for name, field in self._fields().items()}
        return typed_in({**self.staff.texts, **fields, **texts_of(self.levers)})

    def fill(self, texts: Mapping[str, str]) -> list[Fault]:
        """Fill texts into the entries that they name; each can show any text."""
        self.staff.fill({name: texts[name] for name in self.staff.names if name in texts})
        for name, field in self._fields().items():
            field.value = texts.get(name, field.value)
        fill_in(self.levers, texts)
        return []

    def written(self, scenario: Scenario) -> dict[str, str]:
        """Return what the entries would say of a scenario, as far as they can."""
        found = {}
        for name, role, column in _cells():
            number = getattr(scenario.staff.get(role), column, None)
            if number is not None:
                found[name] = self.staff.written(name, number)
        if (share := on_time(scenario)) not in (None, 1.0):
            found[TIMELINESS] = self.standards[TIMELINESS].written(share)
        if (standard := scenario.standards.caseload) is not None:
            number = standard.cases_per_caseworker
            found[CASELOAD] = self.standards[CASELOAD].written(number)
        if (kept := scenario.kept_share) is not None:
            found[KEPT] = self.kept.written(kept)
        return {**found, **written_of(self.levers, scenario)}

    def tell(self, base: Scenario | None, plan: Plan | None) -> None:
        """Show in the empty fields what a plan uses in their place; None forgets it."""
        staff.tell(self.staff, plan)
        self.kept.tell(base)
        mixed = base is not None and on_time(base) is None
        empty = "as in the scenario, stage by stage" if mixed else "100: the law"
        self.standards[TIMELINESS].hint = f"{ON_TIME} Left empty, {empty}."

    def faults(self, _base: Scenario) -> list[Fault]:
        """Return what is wrong with the entries."""
        found = [
            self.staff.faults(),
            *(field.faults() for field in self._fields().values()),
            *(lever.faults() for lever in self.levers.values()),
        ]
        return [fault for faults in found for fault in faults]

    def asked(
        self, base: Scenario, figures: dict[str, Any], shown: Mapping[str, str]
    ) -> tuple[Scenario]:
        """Return a scenario that asks for what the entries say.

        Parameters
        ----------
        base, figures
            What the page starts from, and its figures with those that were typed in.
        shown
            What the entries said of `base`; an entry that still says so changes nothing.

        Raises
        ------
        ScenarioError
            Where they do not fit together.
        """
        texts = self.texts()
        own = {name: lever.override for name, lever in self.levers.items()}
        scenario = base.changed(
            staff=self._staff(base, texts, shown),
            figures=figures,
            standards=self._standards(base, texts, shown),
            overrides=replaced(base.overrides, own, texts, shown),
            **({KEPT: self.kept.read()} if touched(KEPT, texts, shown) else {}),
        )
        return (scenario,)

    def _fields(self) -> dict[str, NumberField]:
        """Return the fields that are no cell of the table and no value of the evidence, by name."""
        return {**self.standards, KEPT: self.kept}

    def _staff(
        self, base: Scenario, texts: Mapping[str, str], shown: Mapping[str, str]
    ) -> dict[str, dict[str, Any]]:
        """Return the staff typed in; a role or a cell that was not touched stays as it is."""
        found = self.staff.staffing(base.staff)
        changed = {role for name, role, _ in _cells() if touched(name, texts, shown)}
        for name, role, column in _cells():
            if role in base.staff and role in found and not touched(name, texts, shown):
                found[role][column] = getattr(base.staff[role], column)
        kept = {role: one.model_dump() for role, one in base.staff.items() if role not in changed}
        return {**found, **kept}

    def _standards(
        self, base: Scenario, texts: Mapping[str, str], shown: Mapping[str, str]
    ) -> dict[str, Any]:
        found: dict[str, Any] = base.standards.model_dump(by_alias=True)
        if touched(TIMELINESS, texts, shown):
            target = self.standards[TIMELINESS].read()
            on = 1.0 if target is None else target
            found["timeliness"] = [{**entry, "on_time": on} for entry in found["timeliness"]]
        if touched(CASELOAD, texts, shown):
            since = found["caseload"]["from"] if found["caseload"] else base.start
            cases = self.standards[CASELOAD].read()
            asked = {"cases_per_caseworker": cases, "from": since}
            found["caseload"] = None if cases is None else asked
        return found


def names() -> list[str]:
    """Return the name of every entry of the form."""
    levers = [name for lever in LEVERS for name in (lever, lever + REASON)]
    return [*cells(), TIMELINESS, CASELOAD, KEPT, *levers]


def knows(name: str) -> bool:
    """Whether the form has an entry of this name, or one like it."""
    return name.startswith(("staff.", "standards.")) or name in names()


def on_time(scenario: Scenario) -> float | None:
    """Return the share on time that a scenario asks for at every stage; None where they differ."""
    shares = {standard.on_time for standard in scenario.standards.timeliness}
    return shares.pop() if len(shares) == 1 else None


def _cells() -> list[tuple[str, str, str]]:
    """Return the name of each cell of the staff, its role and its column."""
    return [(name, role, column.key) for name, (role, column) in cells().items()]


def _standard_fields() -> list[NumberField]:
    seen = [v for name, v in evidence.read().items() if name.startswith("caseload.observed.")]
    low, high = min(v.low for v in seen), max(v.high for v in seen)
    return [
        NumberField(
            name=TIMELINESS,
            label="Share of cases on time",
            unit="%",
            hint=f"{ON_TIME} Left empty, 100: the law.",
            low=1,
            high=100,
            percent=True,
        ),
        NumberField(
            name=CASELOAD,
            label="Most cases one caseworker should hold",
            unit="plans and assessments",
            hint="Left empty, no caseload standard is set. There is no national one; "
            f"caseloads of {low:g} to {high:g} have been reported (grades B to D).",
            low=1,
            high=10_000,
        ),
    ]
