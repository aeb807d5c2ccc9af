"""Scenarios that the tests of the builder start from."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from burdens import authorities
from burdens.scenario import Scenario, new

START = dt.date(2027, 4, 5)


@pytest.fixture
def devon() -> Scenario:
    """Devon in steps of one week, which are the easiest to count."""
    return new("Devon", start=START).changed(bucket_weeks=1)


@pytest.fixture
def england() -> Scenario:
    """England as if it were one authority, from January 2025 on."""
    whole = dataclasses.replace(
        authorities.find("Devon"), code="England", name="England", figures=authorities.england()
    )
    return new(whole, start=dt.date(2025, 1, 6))


@pytest.fixture
def typed() -> Callable[..., Scenario]:
    """Replace figures of a scenario; None leaves one out."""

    def replace(scenario: Scenario, **numbers: float | None) -> Scenario:
        entries: dict[str, Any] = {
            name: {"value": value, "year": scenario.figures[name].year, "source": "test"}
            for name, value in numbers.items()
        }
        figures = {name: entry.model_dump() for name, entry in scenario.figures.items()}
        return scenario.changed(figures={**figures, **entries})

    return replace


@pytest.fixture
def overridden() -> Callable[..., Scenario]:
    """Override values of the evidence."""

    def replace(scenario: Scenario, numbers: dict[str, float]) -> Scenario:
        entries = [{"value": k, "to": v, "reason": "test"} for k, v in numbers.items()]
        return scenario.changed(overrides=entries)

    return replace
