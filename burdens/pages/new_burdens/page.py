"""The burden of new duties, as parts that a notebook lays out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens.assessment import assess
from burdens.pages import values
from burdens.pages.download import EXCEL, Download, Made, named, tables_file
from burdens.pages.layout import part
from burdens.pages.link import Link
from burdens.pages.new_burdens.form import BurdensForm
from burdens.pages.new_burdens.results import BurdensResults
from burdens.pages.request import Address
from burdens.pages.state import Elsewhere
from burdens.pages.worked import WorkedPage
from burdens.pages.workforce.form import Form, knows
from burdens.scenario import new

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from burdens.assessment import Assessment
    from burdens.measures import Measure
    from burdens.scenario import Scenario

    Assessor = Callable[[Scenario, Iterable[Measure]], Assessment]

# Whose entries an address may hold too.
ELSEWHERE = (
    Elsewhere(values.knows, values.Values),
    Elsewhere(knows, lambda: Form(lambda: None)),
)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class BurdensPage(WorkedPage):
    """What new duties cost an authority: inputs, a button, and what comes of them.

    Parameters
    ----------
    authority
        Name or code of the authority chosen from the start.
    scenario, entries
        A scenario file below the server's folder that is opened, and what is filled in, by the
        names of the entries, such as ``{"measures": "mediation,tailored_lists"}``.
    begin, assessor
        What starts a scenario from an authority's code, and what works out its burden; by
        default `burdens.new` and `burdens.assessment.assess`.

    Attributes
    ----------
    authority, measures, assumptions, choices, run, answer, confirm, charts, tables, check, link
        The parts, to be shown in this order; `downloads` stand last.
    """

    def __init__(
        self,
        authority: str | None = None,
        *,
        scenario: str | None = None,
        entries: Mapping[str, str] | None = None,
        begin: Callable[[str], Scenario] | None = None,
        assessor: Assessor | None = None,
    ) -> None:
        super().__init__("burden", begin or new, assessor or assess)
        self.form = BurdensForm(self._changed, self.panel.guard)
        self.results = BurdensResults()
        self._lay_out()
        address = Address(authority, scenario, entries or {})
        self._join(self.form, self.results, ELSEWHERE, address)

    @property
    def assessment(self) -> Assessment | None:
        """The burden shown; None before there is any."""
        found: Assessment | None = self.result
        return found

    def _lay_out(self) -> None:
        form, results = self.form, self.results
        self.measures = form.measures.part
        self.assumptions = form.assumptions.part
        self.choices = form.choices.part
        self.answer = part(results.stale, results.headlines)
        self.confirm = part(results.confirm)
        self.charts = results.charts
        self.tables = part(results.tables)
        self.check = part(results.check)
        self.link = part(
            Link(
                self.panel.guard(self._query),
                page="new_burdens",
                onward=[
                    ("workforce", "Use this scenario on the Workforce plan page"),
                    ("assumptions", "See and change every assumption of it"),
                ],
            )
        )
        self.downloads = part(*self._downloads())

    def _downloads(self) -> list[Download]:
        guard = self.panel.guard
        return [
            Download(
                guard(self._form_file),
                label="Download the assessment form (Word)",
                hint="The new burdens assessment, filled in as far as the tool can.",
            ),
            Download(
                guard(self._workbook_file),
                label="Download the workbook (Excel)",
                hint="The same with every line and assumption, and formulas.",
            ),
            Download(
                guard(self._tables_file),
                label="Download the tables (CSV)",
                hint="Every number of the burden, zipped.",
            ),
            Download(
                guard(self._scenario_file),
                label="Download the scenario (YAML)",
                hint="Your choices, to keep or work out again. A measure of your own stays in its "
                "own file.",
            ),
        ]

    def _form_file(self) -> Made | None:
        if (assessment := self._shown_or_said()) is None:
            return None
        from burdens.report import form_bytes  # noqa: PLC0415  (no page opens later for it)

        return named(assessment.scenario, "-new-burdens.docx", WORD, form_bytes(assessment))

    def _workbook_file(self) -> Made | None:
        if (assessment := self._shown_or_said()) is None:
            return None
        from burdens.report import workbook_bytes  # noqa: PLC0415  (no page opens later for it)

        return named(assessment.scenario, "-new-burdens.xlsx", EXCEL, workbook_bytes(assessment))

    def _tables_file(self) -> Made | None:
        if (assessment := self._shown_or_said()) is None:
            return None
        return tables_file(assessment.write, assessment.scenario, "new-burdens")
