"""Problems with known answers, as a table, before and after they are solved."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from burdens.pages.tables import table
from burdens.words import exact

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from burdens.known_problems import KnownProblem, Outcome, Source

HEADS = ["Problem", "Known answer", "Found now", "Do they agree?"]
NOT_RUN = "not run yet"


def problems_table(problems: Iterable[KnownProblem], outcomes: Mapping[str, Outcome]) -> str:
    """Return every problem with its known answer, and what the programme found if it ran."""
    rows = [_row(known, outcomes.get(known.id)) for known in problems]
    return table("Problems with known answers", HEADS, rows)


def _row(known: KnownProblem, outcome: Outcome | None) -> tuple[str, ...]:
    answer = amount(known, known.answer)
    if outcome is None:
        return (known.title, answer, NOT_RUN, NOT_RUN)
    agree = "✓ yes" if outcome.agrees else "✗ no"
    return (known.title, answer, amount(known, outcome.found), agree)


def how_known(problems: Iterable[KnownProblem]) -> str:
    """Return how each answer is known, and where from."""
    entries = "".join(
        f"<li><strong>{escape(known.title)}.</strong> {escape(known.known)} "
        f"Source: {source_of(known.source)}.</li>"
        for known in problems
    )
    return f"<h3>How each answer is known</h3><ul>{entries}</ul>"


def source_of(source: Source) -> str:
    """Return where an answer is known from, and whether it was read."""
    title = escape(source.title)
    linked = f'<a href="{escape(source.href)}">{title}</a>' if source.href else title
    return linked if source.read is True else f"{linked}, as told elsewhere"


def amount(known: KnownProblem, value: float) -> str:
    """Return a number with its unit, such as 116.667 hours a week."""
    if known.reading.title == "pounds":
        return f"£{value:,.2f}"
    return f"{exact(value)} {known.reading.title}"


def verdict(outcomes: Mapping[str, Outcome]) -> str:
    """Return whether all of them agree, in words."""
    wrong = sum(not outcome.agrees for outcome in outcomes.values())
    if not wrong:
        return f"The checks are ready: all {len(outcomes)} agree with the known answers."
    return (
        f"The checks are ready: {wrong} of {len(outcomes)} do not agree. Do not rely on this "
        "version, and tell whoever runs these pages."
    )
