"""What a scenario says beyond what the entries of a page can say, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens import words
from burdens.measures import all_values, measures
from burdens.pages.kept_share import KEPT
from burdens.scenario import kinds, roles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any

    from burdens.scenario import Scenario

MOST_NAMED = 3  # more of a kind are counted


def beyond(scenario: Scenario, said: Scenario) -> list[str]:
    """Name what a scenario says otherwise than another.

    Parameters
    ----------
    scenario
        What is described.
    said
        What is known of it already, such as what the entries of a page say.
    """
    mine, other = _bare(scenario), _bare(said)
    return [
        describe(scenario, said)
        for field, describe in _PARTS.items()
        if mine.get(field) != other.get(field)
    ]


def same(one: Scenario, other: Scenario) -> bool:
    """Whether two scenarios ask for the same, whoever and whichever version wrote them."""
    return _bare(one) == _bare(other)


def _bare(scenario: Scenario) -> dict[str, Any]:
    data = scenario.model_dump(
        exclude={"burdens": True, "evidence": True, "overrides": {"__all__": {"by"}}}
    )
    return {**data, "overrides": sorted(data["overrides"], key=lambda one: str(one["value"]))}


def _named(found: Iterable[str], several: str) -> str:
    every = list(found)
    if len(every) > MOST_NAMED:
        return f"{len(every)} {several}"
    return f"{several} ({words.listed(every)})" if every else several


def _changed(mine: Mapping[str, Any], other: Mapping[str, Any]) -> list[str]:
    return [name for name in {**mine, **other} if mine.get(name) != other.get(name)]


def _title(scenario: Scenario, _: Scenario) -> str:
    return f"the title “{scenario.title}”" if scenario.title else "no title"


def _authority(scenario: Scenario, _: Scenario) -> str:
    found = scenario.authority
    return f"{found.name}, with figures of {found.release or 'a release without a name'}"


def _start(scenario: Scenario, _: Scenario) -> str:
    return f"the start on {words.day(scenario.start)}"


def _horizon(scenario: Scenario, _: Scenario) -> str:
    return f"a length of {scenario.horizon_weeks} weeks"


def _run_out(scenario: Scenario, _: Scenario) -> str:
    return f"{scenario.run_out_weeks} weeks looked ahead past the end"


def _bucket(scenario: Scenario, _: Scenario) -> str:
    return "steps of one week" if scenario.bucket_weeks == 1 else "steps of two weeks"


def _figures(scenario: Scenario, said: Scenario) -> str:
    changed = _changed(scenario.figures, said.figures)
    return _named((words.lower(kinds()[name].title) for name in changed), "figures of its own")


def _opening(scenario: Scenario, _: Scenario) -> str:
    if isinstance(scenario.opening, str):
        return "open cases estimated from the figures"
    return f"{words.count(sum(one.cases for one in scenario.opening))} open cases at the start"


def _staff(scenario: Scenario, said: Scenario) -> str:
    changed = _changed(scenario.staff, said.staff)
    return f"staff ({words.listed([words.several(roles()[name].title) for name in changed])})"


def _standards(scenario: Scenario, said: Scenario) -> str:
    if scenario.standards.timeliness == said.standards.timeliness:
        return "the caseload standard"
    if scenario.standards.caseload == said.standards.caseload:
        return "shares of cases on time"
    return "shares of cases on time, the caseload standard"


def _kept(scenario: Scenario, _: Scenario) -> str:
    share = scenario.kept_share
    if share is None:
        return "as many cases first as are published as on time"
    return f"the limits of {words.share(share)} of cases first"


def _measures(scenario: Scenario, _: Scenario) -> str:
    if not scenario.measures:
        return "no policy measures"
    return _named((f"“{measures()[one.measure].title}”" for one in scenario.measures), "measures")


def _assessment(_scenario: Scenario, _: Scenario) -> str:
    return "how the burden is reported"


def _overrides(scenario: Scenario, said: Scenario) -> str:
    mine, other = (
        {one.value: (one.to, one.reason) for one in s.overrides} for s in (scenario, said)
    )
    titles = (words.lower(all_values()[name].title) for name in _changed(mine, other))
    return _named(titles, "assumptions")


_PARTS: dict[str, Callable[[Scenario, Scenario], str]] = {
    "title": _title,
    "authority": _authority,
    "start": _start,
    "horizon_weeks": _horizon,
    "run_out_weeks": _run_out,
    "bucket_weeks": _bucket,
    "figures": _figures,
    "opening": _opening,
    "staff": _staff,
    "standards": _standards,
    KEPT: _kept,
    "measures": _measures,
    "assessment": _assessment,
    "overrides": _overrides,
}
