"""What the form says: every field of its template, in words and written numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from burdens import words
from burdens.report.beside import left_out, part_year
from burdens.report.tables import (
    by_measure,
    by_payer,
    by_role,
    by_year,
    grant,
    lines,
    missed,
    overheads,
    part_years,
    present_value,
    provision,
    timing,
    ways,
)
from burdens.report.words import (
    figure,
    ids,
    made_with,
    plain,
    pounds,
    share,
    short,
    span,
)

if TYPE_CHECKING:
    import datetime as dt

    from burdens.assessment import Assessment
    from burdens.measures import Measure

READ = {True: "read", "secondary": "read in a secondary source", "not read": "not read"}


def answers(assessment: Assessment, made_on: dt.date) -> dict[str, Any]:
    """Return every field of the form's template.

    Parameters
    ----------
    made_on
        The day that stands on the form.
    """
    scenario = assessment.scenario
    departments = dict.fromkeys(plain(each.lead_department) for each in assessment.measures)
    versions = made_with(assessment.provenance)
    return {
        "title": plain(scenario.title or "New duties on the SEND team"),
        "authority": plain(scenario.authority.name),
        "made_on": words.day(made_on),
        "scenario_hash": scenario.hash,
        "evidence_date": words.day(scenario.evidence),
        "price_year": assessment.price_year,
        "period": span(assessment.years),
        "continued": words.listed(assessment.continued),
        "parts": words.listed([*map(part_year, assessment.part_years.to_dict("records"))]),
        "left_out": left_out(assessment),
        "headline": list(_headline(assessment)),
        "unconfirmed": [plain(title) for title in assessment.unconfirmed["title"]],
        "lead_departments": list(departments),
        "measures": [_measure(each) for each in assessment.measures],
        "timing": timing(assessment),
        "one_off_lines": lines(assessment, kind="one_off", nature="cost"),
        "recurring_lines": lines(assessment, kind="recurring", nature="cost"),
        "saving_lines": lines(assessment, nature="saving"),
        "by_year": by_year(assessment),
        "part_years": part_years(assessment),
        "by_measure": by_measure(assessment),
        "ways": ways(assessment),
        "by_role": by_role(assessment),
        "by_payer": by_payer(assessment),
        "present_value": present_value(assessment),
        "overheads": overheads(assessment),
        "grant": grant(assessment),
        "provision": provision(assessment),
        "missed": missed(assessment),
        "assumptions": list(_assumptions(assessment)),
        "grades": _grades(assessment),
        "warnings": [plain(warning) for warning in dict.fromkeys(assessment.warnings)],
        "versions": plain(", ".join(f"{name} {version}" for name, version in versions.items())),
    }


def _headline(assessment: Assessment) -> Iterator[dict[str, str]]:
    table = assessment.by_year
    total = {str(name): float(table[name].sum()) for name in table if str(name).endswith("_gbp")}
    low, high = pounds(total["low_net_gbp"]), pounds(total["high_net_gbp"])
    real = f"{assessment.price_year} prices"
    rows = [
        (f"Net additional cost, {real}", pounds(total["net_gbp"])),
        ("Every assumption at its low end, and at its high end, at once", f"{low} to {high}"),
        (f"Gross cost, {real}", pounds(total["gross_gbp"])),
        (f"Savings, {real}", pounds(total["savings_gbp"])),
        ("Net additional cost in cash", pounds(total["cash_net_gbp"])),
    ]
    rows += [
        (f"Present value of the net cost at {share(row['rate'])}", pounds(row["net_gbp"]))
        for _, row in assessment.present_value.iterrows()
    ]
    for name, amount in rows:
        yield {"name": name, "amount": amount}


def _measure(measure: Measure) -> dict[str, str]:
    policy = measure.policy
    return {
        "title": plain(measure.title),
        "objective": plain(measure.objective),
        "duty": plain(measure.duty),
        "vintage": plain(measure.vintage),
        "status": plain(measure.status),
        "status_note": plain(measure.status_note),
        "policy": plain(f"{policy.title}: {policy.provision}"),
        "address": plain(policy.href),
        "read": READ[policy.read],
    }


def _assumptions(assessment: Assessment) -> Iterator[dict[str, str]]:
    for _, row in assessment.assumptions.iterrows():
        yield {
            "title": plain(row["title"]),
            "id": plain(row["id"]),
            "unit": plain(row["unit"]),
            **{name: short(row[name]) for name in ("low", "central", "high")},
            "grade": row["grade"],
            "source": plain(", ".join(part for part in (row["source"], row["date"]) if part)),
            "used_by": plain(", ".join(ids(row["used_by"]))),
            "confirmed": plain(row["reason"]) if row["confirmed"] else "",
            "swing": pounds(row["swing_gbp"]),
        }


def _grades(assessment: Assessment) -> str:
    counts = assessment.assumptions["grade"].value_counts().sort_index()
    return words.listed([f"{figure(number)} of grade {grade}" for grade, number in counts.items()])
