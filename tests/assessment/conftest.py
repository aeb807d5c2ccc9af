"""Scenarios and measures small enough to be checked by hand."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

import burdens
from burdens.assessment import Assessment
from burdens.measures import Measure, measures
from burdens.scenario import Scenario

START = dt.date(2027, 4, 5)
DEFAULT = ("digital_ehcps", "mediation", "tailored_lists")
FOUR = ("bands_and_tariffs", *DEFAULT)


@pytest.fixture(scope="session")
def devon() -> Scenario:
    return burdens.new("Devon", start=START)


@pytest.fixture(scope="session")
def brief(devon: Scenario) -> Scenario:
    """Return a scenario that is assessed in half the time."""
    return devon.changed(horizon_weeks=104, run_out_weeks=26)


@pytest.fixture(scope="session")
def four(devon: Scenario) -> Assessment:
    """Return the burden of the three measures of a new scenario, and of a superseded one."""
    assert tuple(entry.measure for entry in devon.measures) == DEFAULT
    return burdens.assess(devon.changed(measures=[{"measure": name} for name in FOUR]))


@pytest.fixture(scope="session")
def nothing(devon: Scenario) -> Assessment:
    """Return the burden of no measure."""
    return burdens.assess(devon.changed(measures=[]))


def a_measure(lines: list[dict[str, Any]], **fields: Any) -> Measure:
    """Return a measure with lines of our own, by the form of a file; tuples for lists."""
    like = measures()["digital_ehcps"].model_dump(by_alias=True)
    values = [
        {"id": f"own.{name}", "unit": unit, "low": low, "central": central, "high": high}
        | ({"price_year": "2026-27"} if unit.startswith("GBP") else {})
        for name, (unit, low, central, high) in {
            "hours": ("hours a case", 1.0, 2.0, 6.0),
            "share": ("share", 0.0, 0.5, 1.0),
            "price": ("GBP a case", 10.0, 100.0, 400.0),
            "bias": ("times the estimate", 0.0, 0.25, 1.0),
        }.items()
    ]
    given = [
        {**value, "title": "A value", "grade": "D", "source": "own", "note": "Judgement."}
        for value in values
    ]
    source = {"own": {"title": "Our own", "href": "", "date": "2026"}}
    plain = {"start": None, "phasing": (1.0,), "alternative_to": None, "by_default": False}
    return Measure.model_validate(
        {
            **like,
            **plain,
            "id": "own",
            "values": tuple(given),
            "sources": source,
            "lines": tuple(_tuples(line) for line in lines),
            **fields,
        }
    )


def _tuples(data: Any) -> Any:
    if isinstance(data, dict):
        return {name: _tuples(value) for name, value in data.items()}
    return tuple(map(_tuples, data)) if isinstance(data, list) else data
