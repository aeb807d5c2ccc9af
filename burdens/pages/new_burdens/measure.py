"""One measure of the new burdens page: whether it is on, from when, and how it comes in."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from burdens import words
from burdens.measures import measures
from burdens.pages.entries import touched
from burdens.pages.field import Field, digits
from burdens.pages.layout import grid, part
from burdens.pages.new_burdens.timing import DayField, PhasingField

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from burdens.errors import Fault
    from burdens.measures import Measure
    from burdens.scenario import ChosenMeasure, Scenario

ON = "on"
READ = {True: "", "secondary": " Read in a secondary source.", "not read": " Not read."}


class MeasureEntry:
    """One measure: a switch, and its start and phasing where the page can change them.

    Parameters
    ----------
    measure
        What is switched.
    own
        Whether it is of the user's own file, which gives its start and phasing.
    changed
        Called after every change.

    Attributes
    ----------
    switch, start, phasing
        The fields.
    box
        All of them, to be shown.
    """

    def __init__(self, measure: Measure, changed: Callable[[], None], *, own: bool = False) -> None:
        self.measure, self._own, self._changed = measure, own, changed
        self.switch = Field(
            name=f"measures.{measure.id}",
            label=measure.title,
            hint=_standing(measure),
            more_label="What it asks of authorities",
            more=_about(measure),
            switch=True,
            value=ON if own or measure.by_default else "",
        )
        self.start = DayField(
            name=f"measures.{measure.id}.from",
            label="Start",
            of=measure.title,
            hint=f"Such as 1 September 2028. Left empty, {_start(measure)}.",
        )
        self.phasing = PhasingField(
            name=f"measures.{measure.id}.phasing",
            label="Share of its cases in each year",
            of=measure.title,
            unit="%",
            hint=f"Such as 50, 50. Left empty, {_shares(measure)}.{_of_lines(measure)}",
        )
        self._timing = grid([])
        self.box = part(self.switch, self._timing)
        self.box.add_class("burdens-measure")
        self._lay()
        for field in (self.switch, self.start, self.phasing):
            field.observe(self._on_change, "value")

    @property
    def on(self) -> bool:
        """Whether it is switched on."""
        return bool(self.switch.value == ON)

    def faults(self, base: Scenario) -> list[Fault]:
        """Return what is wrong with its entries, for a plan."""
        default = max(self.measure.start or base.start, base.start)
        if not self.on:
            return []
        self.phasing.read()
        field = self.start
        return [*field.faults_within(default, base.start, base.end), *self.phasing.faults()]

    def names(self) -> dict[str, Field]:
        """Return the fields beside the switch by name."""
        return {self.start.name: self.start, self.phasing.name: self.phasing}

    def written(self, chosen: ChosenMeasure) -> dict[str, str]:
        """Return what these fields would say of an entry in a scenario."""
        found = {}
        if chosen.from_ is not None:
            found[self.start.name] = words.day(chosen.from_)
        if chosen.phasing is not None:
            found[self.phasing.name] = ", ".join(digits(100 * share) for share in chosen.phasing)
        return found

    def chosen(
        self, base: ChosenMeasure | None, texts: Mapping[str, str], shown: Mapping[str, str]
    ) -> dict[str, Any]:
        """Return its entry in a scenario.

        Parameters
        ----------
        base
            Its entry in what the page starts from, if any.
        texts, shown
            What the entries say, and what they said of `base`.
        """
        entry: dict[str, Any] = {"measure": self.measure.id}
        if base is not None:
            entry = base.model_dump(by_alias=True)
        if base is None or touched(self.start.name, texts, shown):
            entry["from"] = self.start.read()
        if base is None or touched(self.phasing.name, texts, shown):
            entry["phasing"] = self.phasing.read()
        return {name: value for name, value in entry.items() if value is not None}

    def _lay(self) -> None:
        shown = self.on and not self._own
        self._timing.children = (self.start, self.phasing) if shown else ()

    def _on_change(self, change: Any) -> None:
        if change["owner"] is self.switch:
            self._lay()
        elif change["owner"] is self.phasing:
            self.phasing.read()
        else:
            self.start.read()
        self._changed()


def _standing(measure: Measure) -> str:
    parts = [f"{measure.status.capitalize()}. From: {measure.vintage}."]
    if measure.is_given_up:
        parts.append("It may never apply, so it is off unless you switch it on.")
    if measure.alternative_to:
        other = measures()[measure.alternative_to].title
        parts.append(f"An alternative to “{other}”: with both on, the cost is counted twice.")
    return " ".join(parts)


def _start(measure: Measure) -> str:
    return words.day(measure.start) if measure.start else "the first day of the plan"


def _shares(measure: Measure) -> str:
    shares = ", ".join(f"{100 * share:g}" for share in measure.phasing)
    return f"{shares}: all in the first year" if len(measure.phasing) == 1 else shares


def _of_lines(measure: Measure) -> str:
    """Return what comes in by a phasing of its own, whatever is typed here."""
    own = [words.lower(line.title) for line in measure.lines if line.phasing is not None]
    if not own:
        return ""
    first = "; ".join(dict.fromkeys(own))
    return f" This is of what is spread over plans; these keep a phasing of their own: {first}."


def _about(measure: Measure) -> str:
    policy = measure.policy
    facts = {
        "Objective": measure.objective,
        "Duty": measure.duty,
        "Where it stands": measure.status_note,
        "Lead department": f"{measure.lead_department}.",
    }
    said = "".join(
        f"<p><strong>{name}.</strong> {escape(text)}</p>" for name, text in facts.items()
    )
    return (
        f'{said}<p><strong>Policy.</strong> <a href="{escape(policy.href)}" target="_blank" '
        f'rel="noopener">{escape(policy.title)} (opens in a new tab)</a>: '
        f"{escape(policy.provision)}.{READ[policy.read]}</p>"
    )
