"""Doubts about what a scenario stands on: figures that jump, a council that ends within the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens import authorities, words
from burdens.authorities.layouts import catalogue as published
from burdens.scenario import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from burdens.scenario.catalogue import Kind
    from burdens.scenario.scenario import Scenario


def of_ending(scenario: Scenario) -> Iterator[str]:
    """Yield a sentence where the council ends, or may end, before the plan does."""
    ending = authorities.ending_of(scenario.authority.code)
    if ending is None or ending.on >= scenario.end:
        return
    name = scenario.authority.name
    when = "before this plan starts" if ending.on <= scenario.start else "within this plan"
    verb = "ends" if ending.status == "decided" else "may end"
    after = words.listed([successor for successor, _ in ending.successors])
    who = f"{after} take over" if after else "others would take over"
    yield (
        f"{name} {verb} on {words.day(ending.on)}, {when}: {who}. {ending.note} The plan goes on "
        f"as if it did not. Source: {ending.source}."
    )


def of_jumps(scenario: Scenario) -> Iterator[str]:
    """Yield a sentence on the published figures of the plan that jump against their neighbours."""
    found = [text for kind in catalogue.kinds().values() for text in _jumps_of(scenario, kind)]
    if found:
        share = published().jump_share
        yield (
            f"Check published figures that jump by more than {share:.0%} against both their "
            f"neighbours in time, more than England's did: {'; '.join(found)}. Type better ones "
            "under figures."
        )


def _jumps_of(scenario: Scenario, kind: Kind) -> Iterator[str]:
    """Yield the jumps of one figure in the years that the plan reads.

    Medians of several years are left out, as one wild cell does not move them.
    """
    own, england = authorities.history(scenario.authority.code), authorities.england()
    entry = scenario.figures.get(kind.name)
    if own is None or entry is None or entry.value is None or entry.year is None:
        return
    if not kind.published or kind.median_years > 1:
        return
    for name in kind.parts or (kind.name,):
        series = own.series(name)
        if not kind.parts:
            series[entry.year] = entry.value
        for year in (entry.year, entry.year - 1) if kind.fitted else (entry.year,):
            jump = authorities.jump_in(series, england.series(name), year)
            if jump is not None:
                yield _sentence(name, jump)


def _sentence(name: str, jump: authorities.Jump) -> str:
    kind = published().figures[name]
    when = f"January {jump.year}" if kind.year == "january" else str(jump.year)
    title = f"{kind.title[:1].lower()}{kind.title[1:]}"
    around = ", ".join(f"{value:,.0f} in {year}" for year, value in jump.neighbours)
    return f"{title}, {jump.value:,.0f} in {when} ({around})"
