"""The measures of the new burdens page: those of the tool, and the user's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from burdens import words
from burdens.errors import FactsError, Fault
from burdens.facts import nearest
from burdens.measures import measures, parse
from burdens.pages.errors import problem
from burdens.pages.layout import part
from burdens.pages.new_burdens.measure import ON, MeasureEntry
from burdens.pages.passage import Passage
from burdens.pages.upload import Upload

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from burdens.measures import Measure
    from burdens.scenario import Scenario

MEASURES, NONE = "measures", "none"


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
        self.entries = {name: MeasureEntry(each, changed) for name, each in measures().items()}
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
        """Return the measures switched on, the user's own last."""
        every = [*self.entries.values(), *self.own.values()]
        return [entry.measure for entry in every if entry.on]

    def own_on(self) -> tuple[Measure, ...]:
        """Return the user's own measures that are switched on."""
        return tuple(entry.measure for entry in self.own.values() if entry.on)

    def names(self) -> list[str]:
        """Return the name of every entry; the switches together go by one."""
        return [MEASURES, *(name for entry in self.entries.values() for name in entry.names())]

    def texts(self) -> dict[str, str]:
        """Return what the entries say: the ids of the measures switched on, and their timing."""
        on = ",".join(name for name, entry in self.entries.items() if entry.on)
        fields = [field for entry in self.entries.values() for field in entry.names().items()]
        return {MEASURES: on or NONE, **{name: str(field.value) for name, field in fields}}

    def fill(self, texts: Mapping[str, str]) -> list[Fault]:
        """Put texts into the entries that they name; give the measures that nobody knows."""
        for entry in self.entries.values():
            for name, field in entry.names().items():
                field.value = texts.get(name, field.value)
        if MEASURES not in texts:
            return []
        on = {name.strip() for name in texts[MEASURES].split(",")} - {NONE, ""}
        for name, entry in self.entries.items():
            entry.switch.value = ON if name in on else ""
        return [
            Fault(f"{MEASURES}: no measure is called “{name}”.", nearest(name, self.entries))
            for name in sorted(on - set(self.entries))
        ]

    def written(self, scenario: Scenario) -> dict[str, str]:
        """Return what the entries would say of a scenario."""
        found = {MEASURES: ",".join(one.measure for one in scenario.measures) or NONE}
        for one in scenario.measures:
            found |= self.entries[one.measure].written(one)
        return found

    def chosen(
        self, base: Scenario, texts: Mapping[str, str], shown: Mapping[str, str]
    ) -> list[dict[str, Any]]:
        """Return the scenario's entries of the tool's measures switched on.

        Parameters
        ----------
        base
            What the page starts from; its measures keep their order.
        texts, shown
            What the entries say, and what they said of `base`.
        """
        there = {one.measure: one for one in base.measures}
        return [
            self.entries[name].chosen(there.get(name), texts, shown)
            for name in dict.fromkeys([*there, *self.entries])
            if self.entries[name].on
        ]

    def faults(self, base: Scenario) -> list[Fault]:
        """Return what is wrong with the entries, for a plan."""
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
