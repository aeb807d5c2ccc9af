"""Starts a scenario from what is published about an authority."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from burdens import authorities
from burdens.measures import measures
from burdens.scenario import catalogue
from burdens.scenario.role import roles
from burdens.scenario.scenario import Scenario
from burdens.scenario.versions import evidence_date, tool_version

if TYPE_CHECKING:
    from collections.abc import Mapping

    from burdens.scenario.catalogue import Kind

TYPED_IN = "typed in"
APRIL = 4


def new(
    authority: str | authorities.Authority,
    *,
    start: dt.date | None = None,
    caseload: float | None = None,
    figures: Mapping[str, float] | None = None,
    release: authorities.Release | None = None,
) -> Scenario:
    """Start a scenario with an authority's published figures.

    Parameters
    ----------
    authority
        The authority, or its name or three-digit code.
    start
        The Monday on which the plan starts; by default the first on or after the next 1 April.
    caseload
        The caseload standard from the start [cases per caseworker FTE]; by default none.
    figures
        Numbers of the user's own, by figure, in the place of published ones.
    release
        A release of the user's own, read by `burdens.authorities.read_release`; by default, and
        for what a SEN2 release does not hold, the figures that come with the tool.

    Raises
    ------
    UnknownAuthorityError
        Where no authority has this name or code.
    ScenarioError
        With every fault of the other arguments.
    """
    found = authorities.find(authority) if isinstance(authority, str) else authority
    begin = start or next_start(dt.datetime.now(tz=dt.UTC).date())
    standard = {"cases_per_caseworker": caseload, "from": begin}
    return Scenario.from_data(
        {
            "burdens": tool_version(),
            "evidence": evidence_date(),
            "authority": {
                "code": found.code,
                "name": found.name,
                "release": release.name if release else str(found.figures.newest["plans"]),
            },
            "start": begin,
            "figures": _figures(found, release, figures or {}),
            "staff": {name: {} for name, role in roles().items() if role.always},
            "standards": {"caseload": None if caseload is None else standard},
            "measures": [{"measure": one.id} for one in measures().values() if one.by_default],
        }
    )


def next_start(today: dt.date) -> dt.date:
    """Return the first Monday on or after the next 1 April."""
    april = dt.date(today.year, APRIL, 1)
    if april <= today:
        april = april.replace(year=today.year + 1)
    return april + dt.timedelta(days=-april.weekday() % 7)


def _figures(
    authority: authorities.Authority,
    release: authorities.Release | None,
    own: Mapping[str, float],
) -> dict[str, dict[str, Any]]:
    shipped = authority.figures
    read = authorities.figures_of(release, authority.code) if release else shipped
    found = {
        name: _figure(shipped if _stands_elsewhere(kind, read) else read, kind)
        for name, kind in catalogue.kinds().items()
    }
    typed = {name: {"value": value, "source": TYPED_IN} for name, value in own.items()}
    return {**found, **typed}


def _stands_elsewhere(kind: Kind, read: authorities.Figures) -> bool:
    """Whether a figure is of another publication, which the release does not hold."""
    return kind.elsewhere and kind.name not in read.newest


def _figure(published: authorities.Figures, kind: Kind) -> dict[str, Any]:
    if not kind.published:
        return _absent("published nowhere")
    if kind.parts:
        return _sum(published, kind)
    if kind.median_years > 1:
        figure = published.median(kind.name, kind.median_years)
    else:
        figure = published.latest(kind.name)
    missing = published.missing(kind.name)
    if figure is None:
        return _absent(missing or "not published")
    notes = "; ".join(part for part in (figure.source, figure.note, missing) if part)
    return {"value": figure.value, "year": figure.year, "source": notes}


def _absent(why: str) -> dict[str, Any]:
    return {"value": None, "year": None, "source": why}


def _sum(published: authorities.Figures, kind: Kind) -> dict[str, Any]:
    """Add the parts of the newest year in which any has a number, and name those left out."""
    series = {part: published.series(part) for part in kind.parts}
    years = [year for numbers in series.values() for year in numbers]
    if not years:
        return _absent(next(filter(None, map(published.missing, kind.parts)), "not published"))
    newest = max(years)
    there = [part for part in kind.parts if newest in series[part]]
    left_out = [part for part in kind.parts if newest not in series[part]]
    source = f"{published.sources.get(there[0], '')}: {' + '.join(there)}"
    if left_out:
        source += f"; not published: {', '.join(left_out)}"
    value = sum(series[part][newest] for part in there)
    return {"value": value, "year": newest, "source": source}
