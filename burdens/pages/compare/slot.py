"""One scenario of a comparison: where it comes from, and what it is called."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from burdens import authorities
from burdens.errors import BurdensError, Fault
from burdens.pages.compare.about import about, missing_of, stem
from burdens.pages.compare.change import Change
from burdens.pages.errors import ErrorPanel
from burdens.pages.field import Field
from burdens.pages.layout import grid, part
from burdens.pages.opening import checked
from burdens.pages.passage import Passage
from burdens.pages.upload import Upload
from burdens.scenario.versions import changes

if TYPE_CHECKING:
    from collections.abc import Callable

    import ipywidgets as widgets

    from burdens.scenario import Scenario

PUBLISHED, FILE, COPY = "published", "file", "copy"
SOURCES = {
    PUBLISHED: "An authority, from its published figures",
    FILE: "A scenario file",
    COPY: "A copy of scenario A with one change",
}


class Slot:
    """A place for one scenario.

    Parameters
    ----------
    letter
        Its letter; A is what the others are compared with.
    begin
        Starts a scenario from an authority's name or code.
    changed
        Called with the slot after every change.

    Attributes
    ----------
    name, source, authority, upload, change
        The fields.
    heading
        Names the slot.
    part
        All of it, to be shown.
    """

    def __init__(
        self, letter: str, begin: Callable[[str], Scenario], changed: Callable[[Slot], None]
    ) -> None:
        self.letter, self._begin, self._changed = letter, begin, changed
        self._file: tuple[str, Scenario] | None = None
        self._equal: tuple[str, Scenario] | None = None
        self.heading = Passage(html=f"<h3>Scenario {letter}</h3>")
        self._make_fields(f"compare.{letter.lower()}", f"scenario {letter}")
        self._panel = ErrorPanel()
        self._said = Passage()
        self._box = part()
        self.part: widgets.VBox = part(
            self.heading, grid([self.source, self.name]), self._box, self._panel, self._said
        )
        self._lay_out()
        for field in (self.source, self.authority, self.name):
            field.observe(self._turn, "value")

    @property
    def finished(self) -> bool:
        """Whether it has a scenario."""
        if self._equal:
            return True
        if self.source.value == COPY:
            return self.change.finished
        return bool(self._file if self.source.value == FILE else self.authority.value)

    def faults(self) -> list[Fault]:
        """Give what is wrong with the entries."""
        if self._equal:
            return []
        if self.source.value == COPY:
            return self.change.faults()
        if self.source.value == FILE:
            missing = "" if self._file else f"Scenario {self.letter}: choose a scenario file."
            self.upload.error = self.upload.error or missing
            return [Fault(self.upload.error, field=self.upload.name)] if not self._file else []
        chosen = self.authority.value
        self.authority.error = "" if chosen else f"Scenario {self.letter}: choose an authority."
        return self.authority.faults()

    def scenario(self, first: Callable[[], Scenario]) -> Scenario:
        """Give the scenario of the entries, which have no fault.

        Parameters
        ----------
        first
            Gives scenario A.

        Raises
        ------
        BurdensError
            Where what is changed in a copy does not fit.
        """
        if self._equal:
            return self._equal[1]
        if self.source.value == COPY:
            return self.change.made_in(first())
        if self.source.value == FILE and self._file:
            return self._file[1]
        return self._begin(self.authority.value)

    def called(self, scenario: Scenario) -> str:
        """Give the name it goes by: as typed, or after where it comes from."""
        if typed := str(self.name.value).strip():
            return typed
        if self.source.value == FILE and self._file:
            return scenario.title or stem(self._file[0])
        if self.source.value == COPY:
            return f"{scenario.authority.name} {self.letter}"
        return scenario.authority.name

    def make_equal(self, how: str, scenario: Scenario) -> None:
        """Take a scenario in the place of its own, until the next change of the entries."""
        self._equal = (how, scenario)
        self._describe()

    def forget_equal(self) -> None:
        """Take its own scenario again."""
        self._equal = None
        self._describe()

    def _make_fields(self, name: str, of: str) -> None:
        sources = SOURCES if self.letter != "A" else {k: SOURCES[k] for k in (PUBLISHED, FILE)}
        self.source = Field(
            name=f"{name}.source",
            label="Where it comes from",
            of=of,
            choices=list(sources.items()),
            value=PUBLISHED,
        )
        self.name = Field(
            name=f"{name}.name",
            label="Name",
            of=of,
            hint="Left empty, it is named after where it comes from.",
        )
        found = sorted(authorities.all_authorities(), key=lambda one: one.name)
        self.authority = Field(
            name=name,
            label="Authority",
            of=of,
            hint="The scenario of its published figures, with nothing changed.",
            choices=[("", "Choose an authority"), *((one.code, one.name) for one in found)],
        )
        self.upload = Upload(
            self._take,
            name=f"{name}.file",
            label=f"Scenario file of scenario {self.letter} (YAML)",
            hint="Downloaded from a page, or written by hand. It is read here and kept nowhere.",
            accept=".yaml,.yml",
        )
        self.change = Change(f"{name}.change", of, self._on_change)

    def _on_change(self) -> None:
        self._turn(None)

    def _turn(self, _change: Any) -> None:
        self._equal = None
        self._lay_out()
        self._changed(self)

    def _lay_out(self) -> None:
        """Show the fields of the source chosen, and what comes of them."""
        parts = {PUBLISHED: self.authority, FILE: self.upload, COPY: self.change.part}
        shown = (parts[self.source.value],)
        if self._box.children != shown:
            self._panel.clear()
            self._box.children = shown
        self.authority.error = ""
        self._describe()

    @property
    def typed(self) -> bool:
        """Whether it holds what would be lost with the page."""
        return bool(self._equal or (self.source.value == COPY and self.change.thing.value))

    def open(self, file: str, text: str) -> None:
        """Take in a scenario file."""
        self.source.value = FILE
        self.upload.error = self._take(file, text)

    def _take(self, file: str, text: str) -> str:
        """Take in a file; one that does not read is said, and what was there stays."""
        self._panel.clear()
        try:
            scenario = checked(text, file)
        except BurdensError as broken:
            self._panel.show(broken.title, broken.faults)
            return f"“{file}” was not opened. What is wrong with it stands below."
        self._file = (file, scenario)
        self._turn(None)
        return ""

    def _describe(self) -> None:
        self._said.html = "".join(f"<p>{escape(one)}</p>" for one in self._sentences())

    def _sentences(self) -> list[str]:
        if self._equal:
            return [self._equal[0]]
        if self.source.value == FILE and self._file:
            file, scenario = self._file
            opened = f"“{file}” was opened. {about(scenario)}"
            return [opened, *changes(scenario.burdens, scenario.evidence)]
        if self.source.value == PUBLISHED and self.authority.value:
            scenario = self._begin(self.authority.value)
            return [about(scenario), *missing_of(scenario)]
        return []
