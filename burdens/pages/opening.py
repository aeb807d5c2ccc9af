"""A scenario file that is opened on a page: what it holds, and what is wrong with one that is not."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from burdens import authorities, words
from burdens.documents import parse_document
from burdens.errors import BurdensError, Fault, ScenarioError, UnknownAuthorityError
from burdens.pages.errors import problem
from burdens.pages.layout import part
from burdens.pages.passage import Passage
from burdens.pages.upload import Upload
from burdens.scenario import parse
from burdens.scenario.versions import changes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import ipywidgets as widgets

    from burdens.scenario import Scenario

NOT_OPENED = "The scenario file was not opened"


class Opening:
    """A button to open a scenario file; below it what it holds, or what is wrong with it.

    Parameters
    ----------
    take
        Takes the scenario and the file's name; gives what no entry of the page says of it.
    guard
        Lets what nobody foresaw reach the error panel.

    Attributes
    ----------
    upload
        The button.
    part
        All of it, to be shown.
    """

    def __init__(
        self,
        take: Callable[[Scenario, str], list[str]],
        guard: Callable[[Callable[[str, str], str]], Callable[[str, str], str | None]],
    ) -> None:
        self._take = take
        self.upload = Upload(
            guard(self.open),
            name="scenario_file",
            label="Open a scenario file",
            hint="One that you downloaded from a page, or wrote. It fills in what this page asks "
            "for, in the place of what stands there. It is read here and kept nowhere.",
            accept=".yaml,.yml",
        )
        self._words = ""
        self.part: widgets.VBox = part(self.upload)
        self.upload.observe(self._on_error, "error")

    def open(self, name: str, text: str) -> str:
        """Open a file; one that does not read is said, and nothing else changes."""
        self._words = ""
        try:
            scenario = checked(text, name)
            beside = self._take(scenario, name)
        except BurdensError as broken:
            self.refuse(NOT_OPENED, broken.faults)
            self._words = f"“{name}” was not opened. What is wrong with it stands below."
        else:
            self.tell("Also in the file, and used", beside, _news(scenario))
        return self._words

    def tell(self, what: str, beside: Sequence[str], news: Sequence[str] = ()) -> None:
        """Name what is used though no entry shows it, and what has changed since it was written."""
        said = [f"{what}: {words.listed(list(beside))}."] if beside else []
        html = "".join(f"<p>{escape(one)}</p>" for one in [*said, *news])
        note = f'<div class="burdens-inset">{html}</div>'
        self._show(Passage(html=note, live="status") if html else None)

    def refuse(self, title: str, faults: Sequence[Fault]) -> None:
        """Say what is wrong with a file or an address."""
        self._show(Passage(html=problem(title, faults), live="alert"))

    def clear(self) -> None:
        """Say nothing of a file."""
        self.upload.error = ""
        self._show(None)

    def _show(self, passage: Passage | None) -> None:
        self.part.children = (self.upload, passage) if passage else (self.upload,)

    def _on_error(self, _change: object) -> None:
        """Take away what was said of the file before one that could not be read at all."""
        if self.upload.error and self.upload.error != self._words:
            self._show(None)


def checked(text: str, name: str) -> Scenario:
    """Read a scenario whose authority the tool knows.

    Raises
    ------
    ScenarioError
        With every fault: file, line, field, what is wrong and what to do.
    """
    if not text.strip():
        fault = Fault("is empty.", "Download a scenario from a page to see what one holds.", name)
        raise ScenarioError(NOT_OPENED, [fault])
    scenario = parse(text, name)
    try:
        authorities.find(scenario.authority.code)
    except UnknownAuthorityError as unknown:
        line = parse_document(text, name, ScenarioError).line(("authority", "code"))
        faults = [Fault(one.what, one.fix, name, line, "authority.code") for one in unknown.faults]
        raise ScenarioError(NOT_OPENED, faults) from unknown
    return scenario


def _news(scenario: Scenario) -> list[str]:
    return list(changes(scenario.burdens, scenario.evidence))
