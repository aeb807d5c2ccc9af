"""What the measures ask for, and what the workbook was made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens.report.beside import left_out, part_year
from burdens.report.sheets.book import Column
from burdens.report.words import made_with, phases

if TYPE_CHECKING:
    from burdens.assessment import Assessment
    from burdens.measures import Measure
    from burdens.report.sheets.book import Book


def duties(book: Book, assessment: Assessment) -> None:
    """Write what each measure asks for, from when and in which phases, and where that is laid down."""
    sheet = book.sheet(
        "Duties",
        "What each measure asks of authorities",
        "As the measure's file says. Phasing: the share of cases that each year from the start "
        "brings in; lines that come in otherwise are named beside it.",
    )
    columns = [
        Column("Measure", width=22),
        Column("Title", width=26),
        Column("Objective", width=36),
        Column("Duty, and how it differs from now", width=48),
        Column("Vintage", width=16),
        Column("Status", width=12),
        Column("What the status rests on", width=36),
        Column("Where laid down or proposed", width=30),
        Column("Address", width=30),
        Column("Lead department", width=18),
        Column("Starts", "day", 13),
        Column("Phasing", width=14),
        Column("Phasing of lines of their own", width=36),
    ]
    sheet.table(
        columns,
        [
            (
                *(each.id, each.title, each.objective, each.duty, each.vintage, each.status),
                each.status_note,
                f"{each.policy.title}: {each.policy.provision}",
                each.policy.href,
                *(each.lead_department, each.start, phases(each.phasing), _by_line(each)),
            )
            for each in assessment.measures
        ],
    )


def _by_line(measure: Measure) -> str:
    """Return the lines whose phasing is not their measure's, such as ``Training: 100%``."""
    return "; ".join(
        f"{line.title}: {phases(measure.phasing_of(line))}"
        for line in measure.lines
        if measure.phasing_of(line) != measure.phasing
    )


def about(book: Book, assessment: Assessment) -> None:
    """Write what the workbook was made from, and what its reader must know."""
    sheet = book.sheet(
        "About",
        "About this workbook",
        "The same scenario and the same versions give the same numbers.",
    )
    scenario = assessment.scenario
    parts = [part_year(row) for row in assessment.part_years.to_dict("records")]
    rows = [
        ("Scenario", scenario.title or ""),
        ("Authority", f"{scenario.authority.name} ({scenario.authority.code})"),
        ("Plan starts", scenario.start.isoformat()),
        ("Prices of", assessment.price_year),
        ("Years that repeat the last full year", ", ".join(assessment.continued) or "none"),
        ("Part years, in no total", ", ".join(parts) or "none"),
        ("Left out", left_out(assessment)),
        ("SHA-256 of the scenario", scenario.hash),
        ("Evidence last checked", scenario.evidence.isoformat()),
        *made_with(assessment.provenance).items(),
        *((f"{item.value} replaced", item.reason) for item in scenario.overrides),
        *(("Warning", warning) for warning in dict.fromkeys(assessment.warnings)),
    ]
    sheet.table([Column("What", width=36), Column("", width=110)], rows)
