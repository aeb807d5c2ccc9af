"""What somebody does at the new burdens page, without a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.pages.new_burdens.small_burden import small_burden

if TYPE_CHECKING:
    from burdens.measures import Measure
    from burdens.pages import BurdensPage
    from burdens.pages.assumption import Assumption
    from burdens.scenario import Scenario

UNUSED = "hours.needs_assessment.no_plan.caseworker"  # by any measure of the tool
OWN = """\
id: quality_panel
title: A quality panel
objective: Plans are of one quality.
duty: Read one plan in ten again. Now no plan is read again.
vintage: Our own idea
status: hypothetical
status_note: Nobody has proposed it.
policy:
  title: A paper of ours
  provision: paragraph 3
  href: https://example.org/paper
  checked_on: 2026-11-24
  read: true
lead_department: Department for Education
lines:
  - id: reading
    title: Reading plans again
    kind: recurring
    each: new_plan
    times: [quality_panel.share_read]
    hours:
      caseworker: [hours.needs_assessment.no_plan.caseworker]
sources:
  ours:
    title: Our own time sheets
    href: https://example.org/times
    date: "2026"
values:
  - id: quality_panel.share_read
    title: Plans read again
    unit: share of plans
    low: 0.05
    central: 0.1
    high: 0.2
    grade: D
    source: ours
    note: As guessed.
"""


class Assessor:
    """Remembers what it was asked to assess."""

    def __init__(self) -> None:
        self.asked: list[Scenario] = []
        self.own: list[tuple[Measure, ...]] = []

    def __call__(self, scenario: Scenario, own: tuple[Measure, ...], *, watch: Any) -> Any:
        watch.step("Assessing")
        self.asked.append(scenario)
        self.own.append(own)
        return small_burden(scenario)


def press(page: BurdensPage) -> None:
    page.run.children[1].click()


def opened(page: BurdensPage, measure: str, value: str) -> Assumption:
    """Open the assumptions of a measure, and give one."""
    page.form.assumptions.folds[measure].unfold()
    return page.form.assumptions.made[value]


def hand_in(page: BurdensPage, text: str, name: str = "own.yaml") -> None:
    content = text.encode()
    message = {"file": name, "bytes": len(content)}
    page.form.measures.upload._came(None, message, [content])  # noqa: SLF001  (the browser's part)
