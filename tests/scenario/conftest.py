from __future__ import annotations

import datetime as dt

import pytest

from burdens import scenario

START = dt.date(2027, 4, 5)


@pytest.fixture(scope="session")
def devon() -> scenario.Scenario:
    return scenario.new("Devon", start=START)


@pytest.fixture(scope="session")
def devon_yaml(devon: scenario.Scenario) -> str:
    return devon.to_yaml()
