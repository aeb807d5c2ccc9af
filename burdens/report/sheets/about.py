"""What the measures ask for, and what the workbook was made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens.report.sheets.book import Column
from burdens.report.words import made_with, phases, pounds, share

if TYPE_CHECKING:
    from burdens.assessment import Assessment
    from burdens.report.sheets.book import Book


def duties(book: Book, assessment: Assessment) -> None:
    """Write what each measure asks for, from when, and where that is laid down."""
    sheet = book.sheet(
        "Duties",
        "What each measure asks of authorities",
        "As the measure's file says. Phasing: the share of cases that each year from the start "
        "brings in.",
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
    ]
    sheet.table(
        columns,
        [
            (
                *(one.id, one.title, one.objective, one.duty, one.vintage, one.status),
                *(one.status_note, f"{one.policy.title}: {one.policy.provision}", one.policy.href),
                *(one.lead_department, one.start, phases(one.phasing)),
            )
            for one in assessment.measures
        ],
    )


def about(book: Book, assessment: Assessment) -> None:
    """Write what the workbook was made from, and what its reader must know."""
    sheet = book.sheet(
        "About",
        "About this workbook",
        "The same scenario and the same versions give the same numbers.",
    )
    scenario, national = assessment.scenario, assessment.national
    rows = [
        ("Scenario", scenario.title or ""),
        ("Authority", f"{scenario.authority.name} ({scenario.authority.code})"),
        ("Plan starts", scenario.start.isoformat()),
        ("Prices of", assessment.price_year),
        ("Authority's share of England's plans", share(national["share_of_england"])),
        ("Net cost of England, shared out by plans", pounds(national["net_gbp"])),
        ("Years that repeat the last full year", ", ".join(assessment.continued) or "none"),
        ("SHA-256 of the scenario", scenario.hash),
        ("Evidence last checked", scenario.evidence.isoformat()),
        *made_with(assessment.provenance).items(),
        *((f"{item.value} replaced", item.reason) for item in scenario.overrides),
        *(("Warning", words) for words in assessment.warnings),
    ]
    sheet.table([Column("What", width=36), Column("", width=110)], rows)
