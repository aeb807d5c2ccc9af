"""Assessments and measures as tables for people, and the measures a command switches on."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from burdens.cli.grid import Grid
from burdens.errors import Fault, ScenarioError
from burdens.facts import nearest
from burdens.measures import measures, read
from burdens.measures.payers import payers
from burdens.scenario import roles

if TYPE_CHECKING:
    import pandas as pd
    from rich.console import Console

    from burdens.assessment import Assessment
    from burdens.measures import Measure
    from burdens.scenario import Scenario

YAML = {".yaml", ".yml"}
MOST_ASSUMPTIONS = 10
SUMS = ("one_off", "recurring", "gross", "savings", "net")
BESIDE = ("accounting_net", "provision")


def switched_on(scenario: Scenario, asked: Iterable[str]) -> tuple[Scenario, tuple[Measure, ...]]:
    """Switch on measures by name in the scenario, and read those that are files.

    Raises
    ------
    ScenarioError
        With every word that is neither a measure nor a measure file.
    FactsError
        Where a measure file does not read.
    """
    chosen = [entry.model_dump(by_alias=True) for entry in scenario.measures]
    own: list[Measure] = []
    faults: list[Fault] = []
    for word in asked:
        if word in measures():
            if word not in {entry["measure"] for entry in chosen}:
                chosen.append({"measure": word})
        elif Path(word).suffix in YAML:
            own.append(read(word))
        else:
            hint = nearest(word, measures()) or f"Known: {', '.join(measures())}."
            fix = f"{hint} A measure of your own is a .yaml file."
            faults.append(Fault(f"no measure is called {word}.", fix, field="--measure"))
    if faults:
        raise ScenarioError("The measures are not known", faults)
    return scenario.changed(measures=chosen), tuple(own)


def show(console: Console, made: Assessment) -> None:
    """Write an assessment: by year, measure, role and payer, and what it rests on."""
    console.print(
        f"{made.scenario.authority.name}: net additional cost of {len(made.measures)} measures, "
        f"{made.years[0]} to {made.years[-1]}, prices of {made.price_year} unless cash; provision "
        "is left out of every total and stands beside. "
        f"Scenario {made.scenario.hash[:12]}."
    )
    console.print(_years(made))
    if len(made.part_years):
        console.print(_part_years(made))
    console.print(_measures(made))
    console.print("Break-even: how many times the assumed savings would pay for the cost.")
    console.print(_roles(made.by_role))
    titles = [payers()[payer].title for payer in made.by_payer["payer"]]
    who_pays = made.by_payer.assign(payer=titles)
    console.print(_gbp("Who pays [GBP thousand]", who_pays, ["payer", "financial_year"]))
    if made.provision.empty:
        console.print("No measure brings provision (top-ups, places, transport).")
    else:
        title = "Provision, left out of every total [GBP thousand]"
        console.print(_gbp(title, made.provision, ["measure", "financial_year"]))
    console.print(
        _gbp("Within today's hiring limits [GBP thousand]", made.within_limits, ["financial_year"])
    )
    if made.scenario.assessment.grant:
        console.print(_grant(made.grant))
    console.print(_assumptions(made))


def _years(made: Assessment) -> Any:
    names = [*SUMS, "low_net", "high_net", "cash_net", *BESIDE]
    rows = [
        (
            f"{row['financial_year']}{' *' if row['continued'] else ''}",
            *(_pounds(row[f"{name}_gbp"]) for name in names),
        )
        for row in made.by_year.to_dict("records")
    ]
    heads = ["financial year", *(name.replace("_", " ") for name in names)]
    title = "Burden by year, low and high: every assumption at that end at once [GBP thousand]"
    if made.continued:
        title += "; * repeats the plan's last full year"
    return Grid(title, heads, rows)


def _part_years(made: Assessment) -> Any:
    names = [*SUMS, "cash_net", *BESIDE]
    rows = [
        (
            row["financial_year"],
            *(row[day].isoformat() for day in ("first_day", "last_day")),
            *(_pounds(row[f"{name}_gbp"]) for name in names),
        )
        for row in made.part_years.to_dict("records")
    ]
    heads = ["part of", "first day", "last day", *(name.replace("_", " ") for name in names)]
    return Grid("Part years, in no total and beside no grant [GBP thousand]", heads, rows)


def _measures(made: Assessment) -> Any:
    names = [*SUMS, *BESIDE]
    rows = [
        (row["title"], *(_pounds(row[f"{name}_gbp"]) for name in names), _times(row["break_even"]))
        for row in made.by_measure.to_dict("records")
    ]
    heads = ["measure", *(name.replace("_", " ") for name in names), "break-even"]
    return Grid("Burden by measure, all years [GBP thousand]", heads, rows)


def _roles(by_role: pd.DataFrame) -> Any:
    rows = [
        (
            roles()[row["role"]].title,
            row["financial_year"],
            f"{row['hours']:,.0f}",
            _fte(row["without_fte"]),
            *(_fte(max(posts, 0.0)) for posts in (row["needed_fte"], -row["needed_fte"])),
            _fte(0.0 if row["hired_fte"] < 0 else row["hired_fte"]),
            _fte(row["unfilled_fte"]),
        )
        for row in by_role.to_dict("records")
    ]
    heads = ["role", "financial year", "hours", "without", "needed", "spared"]
    heads += ["can be hired", "cannot be filled"]
    return Grid("Posts for the measures [FTE]", heads, rows)


def _gbp(title: str, table: pd.DataFrame, keys: list[str]) -> Any:
    numbers = [name for name in table.columns if name not in keys]
    rows = [
        (*(str(row[key]) for key in keys), *(_pounds(row[name]) for name in numbers))
        for row in table.to_dict("records")
    ]
    heads = [name.removesuffix("_gbp").replace("_", " ") for name in (*keys, *numbers)]
    return Grid(title, heads, rows)


def _grant(grant: pd.DataFrame) -> Any:
    rows = [
        (
            row["financial_year"],
            _pounds(row["offer_gbp"]),
            _pounds(row["cash_net_gbp"]),
            row["verdict"],
            "-" if math.isnan(row["per_plan_gbp"]) else f"{row['per_plan_gbp']:,.0f}",
        )
        for row in grant.to_dict("records")
    ]
    heads = ["financial year", "offer", "burden", "verdict", "offer less burden [GBP a plan]"]
    return Grid("Grant offered, in cash [GBP thousand]", heads, rows)


def _assumptions(made: Assessment) -> Any:
    rows = [
        (
            row["id"],
            f"{row['low']:g} / {row['central']:g} / {row['high']:g}",
            row["unit"],
            f"{row['grade']}{'' if row['confirmed'] or row['grade'] != 'D' else ' unconfirmed'}",
            _pounds(row["swing_gbp"]),
        )
        for row in made.assumptions.head(MOST_ASSUMPTIONS).to_dict("records")
    ]
    heads = ["assumption", "low / central / high", "unit", "grade", "swing [GBP thousand]"]
    title = f"What moves it most, of {len(made.assumptions)} assumptions"
    return Grid(f"{title} ({len(made.unconfirmed)} grade D and unconfirmed)", heads, rows)


def show_measures(console: Console, known: Mapping[str, Measure]) -> None:
    """Write the measures that can be switched on."""
    rows = [
        (one.id, one.title, one.vintage, one.status, _start(one), "yes" if one.by_default else "no")
        for one in known.values()
    ]
    heads = ["measure", "title", "policy", "status", "from", "on by default"]
    console.print(Grid("Measures", heads, rows))


def data_of(known: Mapping[str, Measure]) -> list[dict[str, Any]]:
    """Return the measures as JSON data."""
    return [one.model_dump(mode="json", exclude={"sources", "values"}) for one in known.values()]


def _start(measure: Measure) -> str:
    return "the plan's start" if measure.start is None else measure.start.isoformat()


def _pounds(number: float) -> str:
    """Write thousands of pounds: no more exactly than they are known."""
    return "-" if math.isnan(number) else f"{number / 1000:,.0f}"


def _times(number: float) -> str:
    """Write how many times the assumed savings would pay for the cost."""
    return "-" if math.isnan(number) else f"{number:,.1f} times"


def _fte(number: float) -> str:
    return "not known" if math.isnan(number) else f"{number:,.1f}"
