"""What the tests of the pages share: a small plan, a planner, scenarios, and a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from burdens.scenario import new
from tests.pages.small_plan import START, small_plan
from tests.pages.small_planner import SmallPlanner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from burdens.plans import Plan
    from burdens.scenario import Scenario
    from tests.pages.new_burdens.desk import Assessor


@pytest.fixture
def short() -> Scenario:
    """Return a scenario that is planned in a second or two."""
    begin = new("Rutland", start=START)
    return begin.changed(horizon_weeks=52, run_out_weeks=26, title="As it is")


@pytest.fixture
def plan() -> Plan:
    return small_plan()


@pytest.fixture
def planner(plan: Plan) -> SmallPlanner:
    return SmallPlanner(plan)


@pytest.fixture
def scenario() -> Scenario:
    return new("Devon", start=START)


@pytest.fixture
def assessor() -> Assessor:
    from tests.pages.new_burdens.desk import Assessor

    return Assessor()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """Open an empty window."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()
