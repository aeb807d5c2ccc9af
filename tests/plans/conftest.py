"""One council, solved once for all tests of this room."""

from __future__ import annotations

import pytest

from burdens.plans import Answer, LiveModel, Plan, plan_of
from tests.plans.council import council


@pytest.fixture(scope="session")
def answer() -> Answer:
    return LiveModel().answer(council())


@pytest.fixture(scope="session")
def plan(answer: Answer) -> Plan:
    return plan_of(answer).made_for("Anyshire", ["A warning."], {"scenario": "abc"})
