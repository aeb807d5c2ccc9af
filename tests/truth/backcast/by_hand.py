"""The cost of a transfer to an EHC plan, added up by hand from the values of the evidence.

Nothing here reads a line of the measure: the hours are named one by one, so that what the
measure and the engine make of them can be compared with this.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from burdens import evidence
from burdens.evidence import Evidence, reprice
from burdens.measures import Measure, read, values_of
from burdens.problem.prices import with_on_costs

FOLDER = Path(__file__).parent
PRICE_YEAR = "2026-27"
DRAFT = ("hours.reassessment.draft", "hours.reassessment.final")
REVIEW = "hours.annual_review.decision.caseworker"
AMEND = "hours.annual_review.amend.caseworker"
NEW_ADVICE = "transfer_2014_18.new_advice_share"
# What each assumption is made of: values moved together to their low and to their high ends.
ASSUMPTIONS = {
    "share with new psychological advice": (NEW_ADVICE,),
    "manager's hours": tuple(f"{stage}.send_manager" for stage in DRAFT),
    "drafting and finalising hours": tuple(f"{stage}.caseworker" for stage in DRAFT),
    "overheads": ("on_costs.overheads",),
    "annual review replaced": (REVIEW, AMEND, "volumes.amend_share"),
}


def history() -> dict[str, Any]:
    """Read what is known of 2014 to 2018."""
    found: dict[str, Any] = YAML(typ="safe").load(FOLDER / "history.yaml")
    return found


def measure() -> Measure:
    """Read the measure, as a user's own."""
    return read(FOLDER / "transfer_2014_18.yaml")


def all_values() -> Evidence:
    """Return the evidence with the measure's own values."""
    return evidence.read().with_values(values_of(measure()))


def hourly(values: Evidence, role: str) -> float:
    """Return the cost of an hour on cases [GBP, prices of 2026-27]."""
    pay = values[f"pay.salary.{role}"]
    assert pay.price_year == "2025-26"
    salary = pay.central * (1 + values["pay.uplift"].central)
    cost = with_on_costs(salary, values["on_costs.pension.local_government"].central, values)
    hours = values[f"time.hours_per_fte_year.{role}"].central
    direct = values[f"time.direct_share.{role}"].central
    return cost * (1 + values["on_costs.overheads"].central) / (hours * direct)


def parts(values: Evidence) -> dict[str, float]:
    """Return the cost of one statement transferred, by part [GBP, prices of 2026-27]."""

    def at(name: str) -> float:
        return values[name].central

    caseworker, manager, ep = (hourly(values, r) for r in ("caseworker", "send_manager", "ep"))
    return {
        "drafting and finalising, caseworker": caseworker
        * sum(at(f"{stage}.caseworker") for stage in DRAFT),
        "drafting and finalising, SEND manager": manager
        * sum(at(f"{stage}.send_manager") for stage in DRAFT),
        "new psychological advice": ep * at("hours.reassessment.ep_advice.ep") * at(NEW_ADVICE),
        "annual review replaced": -caseworker
        * (at(REVIEW) + at("volumes.amend_share") * at(AMEND)),
    }


def per_plan(values: Evidence, year: str = PRICE_YEAR) -> float:
    """Return the net cost of one statement transferred [GBP, prices of the year]."""
    return reprice(sum(parts(values).values()), PRICE_YEAR, year)


@dataclass(frozen=True)
class Swing:
    """What one assumption moves: the net cost at its low and at its high end [GBP]."""

    name: str
    low: float
    high: float

    @property
    def width(self) -> float:
        return abs(self.high - self.low)


def swings(values: Evidence, year: str) -> list[Swing]:
    """Move each assumption from its low to its high end, the widest first."""

    def at(names: tuple[str, ...], end: str) -> float:
        moved = {name: float(getattr(values[name], end)) for name in names}
        return per_plan(values.with_overrides(moved), year)

    found = [
        Swing(name, at(names, "low"), at(names, "high")) for name, names in ASSUMPTIONS.items()
    ]
    return sorted(found, key=lambda swing: -swing.width)


def by_financial_year(transferred: Mapping[int, float]) -> dict[str, float]:
    """Spread calendar years over financial years: a quarter of each falls before April.

    What was still transferred in 2018 counts before April 2018, the last day of the duty.
    """
    last = max(transferred)
    spread: dict[str, float] = {}
    for year, count in transferred.items():
        before = 1.0 if year == last else 0.0 if year == min(transferred) else 0.25
        for first, share in ((year - 1, before), (year, 1 - before)):
            if share:
                name = f"{first}-{(first + 1) % 100:02d}"
                spread[name] = spread.get(name, 0.0) + count * share
    return spread


def table(values: Evidence) -> str:
    """Write what each year's transfers cost beside the grants of the year."""
    known = history()
    lines = ["year     transfers  £ a plan   cost £m  grants £m  funded"]
    for year, count in by_financial_year(known["transferred"]).items():
        each = per_plan(values, year)
        offer = sum(grant["gbp"] for grant in known["grants"] if grant["financial_year"] == year)
        lines.append(
            f"{year} {count:>10,.0f} {each:>9,.0f} {each * count / 1e6:>9.1f} {offer / 1e6:>10.1f}"
            f" {offer / each / count:>7.0%}"
        )
    return "\n".join(lines)
