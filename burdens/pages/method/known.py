"""Checks against known answers, as a table, before and after they are run."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from burdens.pages.tables import table
from burdens.words import exact

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from burdens.checks import Check, Outcome, Source

HEADS = ["Problem", "Known answer", "Found now", "Do they agree?"]
NOT_RUN = "not run yet"


def checks_table(checks: Iterable[Check], outcomes: Mapping[str, Outcome]) -> str:
    """Write every check with its known answer, and what was found where it has been run."""
    rows = [_row(check, outcomes.get(check.id)) for check in checks]
    return table("Problems with known answers", HEADS, rows)


def _row(check: Check, outcome: Outcome | None) -> tuple[str, ...]:
    found, agree = NOT_RUN, NOT_RUN
    if outcome is not None:
        found = amount(check, outcome.found)
        agree = "✓ yes" if outcome.agrees else "✗ no"
    return (check.title, amount(check, check.answer), found, agree)


def how_known(checks: Iterable[Check]) -> str:
    """Write how each answer is known, and where from."""
    entries = "".join(
        f"<li><strong>{escape(one.title)}.</strong> {escape(one.known)} "
        f"Source: {source(one.source)}.</li>"
        for one in checks
    )
    return f"<h3>How each answer is known</h3><ul>{entries}</ul>"


def source(one: Source) -> str:
    """Write where an answer is known from, and whether it was read."""
    title = escape(one.title)
    linked = f'<a href="{escape(one.href)}">{title}</a>' if one.href else title
    return linked if one.read is True else f"{linked}, as told elsewhere"


def amount(check: Check, value: float) -> str:
    """Write a number with its unit, such as 116.667 hours a week."""
    if check.reading.title == "pounds":
        return f"£{value:,.2f}"
    return f"{exact(value)} {check.reading.title}"


def verdict(outcomes: Mapping[str, Outcome]) -> str:
    """Say whether all of them agree."""
    wrong = sum(not outcome.agrees for outcome in outcomes.values())
    if not wrong:
        return f"The checks are ready: all {len(outcomes)} agree with the known answers."
    return (
        f"The checks are ready: {wrong} of {len(outcomes)} do not agree. Do not rely on this "
        "version, and tell whoever runs these pages."
    )
