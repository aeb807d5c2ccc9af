"""The Assessment: what the measures switched on cost, in tables and words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

import pandas as pd

from burdens.assessment import display
from burdens.documents import whole_folder
from burdens.measures import Measure
from burdens.scenario import Scenario


@dataclass(frozen=True)
class Assessment:
    """The burden of policy measures on one authority.

    Pounds are real, in prices of `price_year`, unless a column says cash. Three costs stand
    beside each other: *accounting*, hours times the cost of a productive hour; *modelled*, least
    cost with the measures less least cost without where every post can be filled and every limit
    is kept; and *within limits*, what would really be spent at today's hiring limits. Every total
    is of administration in whole financial years; provision (top-ups, places, transport) is left
    out of it and stands beside it, and part years stand apart.

    Attributes
    ----------
    scenario
        What it was made from.
    measures
        The measures, start and phasing filled in.
    price_year
        Financial year of the prices.
    years, continued
        Whole financial years reported; of them those past the plan, which repeat its last one.
    lines
        Accounting: measure, line, title, kind (one_off or recurring), nature (cost or saving),
        role (empty for money), payer, provision, financial_year, count, hours, gbp_low, gbp,
        gbp_high, gbp_mean, values.
    burden
        measure, kind, nature, role (or money), payer, provision, financial_year,
        accounting_gbp, modelled_gbp.
    by_year
        financial_year, continued, one_off_gbp, recurring_gbp, gross_gbp, savings_gbp, net_gbp,
        accounting_net_gbp, provision_gbp, low_net_gbp, high_net_gbp, cash_net_gbp.
    part_years
        Years at either end of which the plan covers a part, in no total: financial_year,
        first_day, last_day, one_off_gbp, recurring_gbp, gross_gbp, savings_gbp, net_gbp,
        accounting_net_gbp, provision_gbp, cash_net_gbp.
    provision
        measure, financial_year, gbp.
    by_measure
        measure, title, one_off_gbp, recurring_gbp, gross_gbp, savings_gbp, net_gbp,
        accounting_net_gbp, provision_gbp, standard_error_gbp, break_even (share of the assumed
        savings that would pay for the cost; NaN without any).
    by_role
        role, financial_year, hours, without_fte (posts that keep up without the measures),
        needed_fte (posts that the measures add), hired_fte, unfilled_fte; NaN for roles that the
        plan does not hold.
    by_payer
        payer, financial_year, gross_gbp, savings_gbp, net_gbp, provision_gbp.
    present_value
        rate, gross_gbp, savings_gbp, net_gbp.
    overheads
        overheads, area_cost, net_gbp.
    within_limits
        financial_year, gbp.
    missed
        What is later with the measures than without, at today's hiring limits: standard, period,
        amount (cases or hours past their limit), unit, without_amount.
    assumptions
        id, title, unit, low, central, high, grade, source, href, date, note, used_by, confirmed,
        reason, swing_gbp; the widest swing first.
    grant
        financial_year, offer_gbp, cash_net_gbp, funded_share, verdict, per_plan_gbp.
    """

    scenario: Scenario
    measures: tuple[Measure, ...]
    price_year: str
    years: tuple[str, ...]
    continued: tuple[str, ...]
    lines: pd.DataFrame
    burden: pd.DataFrame
    by_year: pd.DataFrame
    part_years: pd.DataFrame
    provision: pd.DataFrame
    by_measure: pd.DataFrame
    by_role: pd.DataFrame
    by_payer: pd.DataFrame
    present_value: pd.DataFrame
    overheads: pd.DataFrame
    within_limits: pd.DataFrame
    missed: pd.DataFrame
    assumptions: pd.DataFrame
    grant: pd.DataFrame
    warnings: list[str]
    provenance: dict[str, str] = field(default_factory=dict)

    @property
    def gross_gbp(self) -> float:
        """Cost of all years, savings not counted [GBP]."""
        return float(self.by_year["gross_gbp"].sum())

    @property
    def savings_gbp(self) -> float:
        """Savings of all years [GBP]."""
        return float(self.by_year["savings_gbp"].sum())

    @property
    def net_gbp(self) -> float:
        """Net additional cost of all years [GBP]."""
        return float(self.by_year["net_gbp"].sum())

    @property
    def provision_gbp(self) -> float:
        """Net cost of provision in all years, which no total holds [GBP]."""
        return float(self.by_year["provision_gbp"].sum())

    @property
    def unconfirmed(self) -> pd.DataFrame:
        """The assumptions that rest on judgement and that nobody has confirmed."""
        table = self.assumptions
        return table[(table["grade"] == "D") & ~table["confirmed"].astype(bool)]

    @property
    def tables(self) -> dict[str, pd.DataFrame]:
        """Every table by name."""
        named = {entry.name: getattr(self, entry.name) for entry in fields(self)}
        return {name: value for name, value in named.items() if isinstance(value, pd.DataFrame)}

    def summary(self) -> dict[str, Any]:
        """Return the assessment as one JSON object."""
        return {
            "authority": self.scenario.authority.name,
            "price_year": self.price_year,
            "years": list(self.years),
            "continued": list(self.continued),
            "measures": [
                {
                    "measure": measure.id,
                    "title": measure.title,
                    "from": measure.start.isoformat() if measure.start else None,
                    "phasing": list(measure.phasing),
                    "status": measure.status,
                }
                for measure in self.measures
            ],
            "gross_gbp": self.gross_gbp,
            "savings_gbp": self.savings_gbp,
            "net_gbp": self.net_gbp,
            "provision_gbp": self.provision_gbp,
            **{
                name: records(getattr(self, name))
                for name in (
                    "by_year",
                    "part_years",
                    "by_measure",
                    "by_role",
                    "by_payer",
                    "provision",
                    "present_value",
                    "overheads",
                    "within_limits",
                    "missed",
                    "grant",
                )
            },
            "unconfirmed": list(self.unconfirmed["id"]),
            "warnings": self.warnings,
            "provenance": self.provenance,
        }

    def write(self, folder: Path) -> None:
        """Write every table as CSV into a new folder, entirely or not at all.

        Raises
        ------
        OutputError
            Where the folder holds something already, or cannot be written.
        """
        with whole_folder(folder) as made:
            for name, table in self.tables.items():
                table.to_csv(made / f"{name}.csv", index=False)

    def __repr__(self) -> str:
        return display.text(self)

    def _repr_html_(self) -> str:
        return display.html(self)


def records(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Return a table's rows for JSON: no number is None, never NaN; days are ISO dates."""
    return [
        {str(name): _plain(value) for name, value in row.items()}
        for row in table.to_dict("records")
    ]


def _plain(value: Any) -> Any:
    if isinstance(value, dt.date):
        return value.isoformat()
    return None if pd.isna(value) else value
