"""The measures of the new burdens page: which are on, from when, and how they come in."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from burdens.errors import FactsError, Fault
from burdens.measures import measures, parse
from burdens.pages import words
from burdens.pages.errors import problem
from burdens.pages.field import Field
from burdens.pages.layout import grid, part
from burdens.pages.new_burdens.timing import DayField, PhasingField
from burdens.pages.passage import Passage
from burdens.pages.upload import Upload

if TYPE_CHECKING:
    from collections.abc import Callable

    from burdens.measures import Measure
    from burdens.scenario import Scenario

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
            hint=f"Such as 50, 50. Left empty, {_shares(measure)}.",
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
        """Give what is wrong with its entries, for a plan."""
        default = max(self.measure.start or base.start, base.start)
        if not self.on:
            return []
        self.phasing.read()
        field = self.start
        return [*field.faults_within(default, base.start, base.end), *self.phasing.faults()]

    def chosen(self) -> dict[str, Any]:
        """Give its entry in a scenario."""
        entry = {
            "measure": self.measure.id,
            "from": self.start.read(),
            "phasing": self.phasing.read(),
        }
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


class MeasureList:
    """The measures of the tool, and the user's own.

    Parameters
    ----------
    changed
        Called after every change.
    guard
        Lets what goes wrong reach the error panel.

    Attributes
    ----------
    entries, own
        The tool's and the user's own, by id.
    upload
        Where a file is handed in.
    part
        All of it, to be shown.
    """

    def __init__(
        self,
        changed: Callable[[], None],
        guard: Callable[[Callable[[str, str], str]], Callable[[str, str], str | None]],
    ) -> None:
        self._changed = changed
        self.entries = {one.id: MeasureEntry(one, changed) for one in measures().values()}
        self.own: dict[str, MeasureEntry] = {}
        self.upload = Upload(
            guard(self.take),
            name="measures.own",
            label="A measure of your own (YAML file)",
            hint="Written as the tool's own measures are. It is read here and kept nowhere.",
            accept=".yaml,.yml",
        )
        self.wrong = Passage(live="alert")
        self._own_box = part()
        entries = [entry.box for entry in self.entries.values()]
        self.part = part(*entries, self._own_box, self.upload, self.wrong)

    def on(self) -> list[Measure]:
        """Give the measures switched on, the user's own last."""
        every = [*self.entries.values(), *self.own.values()]
        return [entry.measure for entry in every if entry.on]

    def own_on(self) -> tuple[Measure, ...]:
        """Give the user's own measures that are switched on."""
        return tuple(entry.measure for entry in self.own.values() if entry.on)

    def chosen(self) -> list[dict[str, Any]]:
        """Give the scenario's entries of the tool's measures switched on."""
        return [entry.chosen() for entry in self.entries.values() if entry.on]

    def faults(self, base: Scenario) -> list[Fault]:
        """Give what is wrong with the entries, for a plan."""
        found = [entry.faults(base) for entry in self.entries.values()]
        late = [
            Fault(
                f"{measure.title} starts on {words.day(measure.start)}, past the end of the plan.",
                f"Write a day before {words.day(base.end)} in its file, or switch it off.",
                field=f"measures.{measure.id}",
            )
            for measure in self.own_on()
            if measure.start is not None and measure.start >= base.end
        ]
        return [*(fault for faults in found for fault in faults), *late]

    def take(self, name: str, text: str) -> str:
        """Take in a file of the user's own; give what is wrong with it, in short."""
        self.wrong.html = ""
        try:
            measure = parse(text, name)
        except FactsError as broken:
            self.wrong.html = problem(broken.title, broken.faults)
            return f"“{name}” was not taken in. What is wrong with it stands below."
        self.own[measure.id] = MeasureEntry(measure, self._changed, own=True)
        self._own_box.children = tuple(entry.box for entry in self.own.values())
        self._changed()
        return ""


def _standing(measure: Measure) -> str:
    said = f"{measure.status.capitalize()}. From: {measure.vintage}."
    if measure.alternative_to:
        other = measures()[measure.alternative_to].title
        said += f" An alternative to “{other}”: with both on, the cost is counted twice."
    return said


def _start(measure: Measure) -> str:
    return words.day(measure.start) if measure.start else "the first day of the plan"


def _shares(measure: Measure) -> str:
    shares = ", ".join(f"{100 * share:g}" for share in measure.phasing)
    return f"{shares}: all in the first year" if len(measure.phasing) == 1 else shares


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
