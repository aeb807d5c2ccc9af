"""What a scenario says where its file says nothing: the law's standards, from the start."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from burdens.scenario import stages

# Said of a role's staff in every file, so that a reader sees what can be typed.
SHOWN = (
    "in_post",
    "posts",
    "vacant",
    "agency",
    "pay_salary",
    "max_hires_a_month",
    "agency_share",
)


def filled(data: Mapping[str, Any], start: dt.date | None) -> dict[str, Any]:
    """Fill in timeliness standards that are left out, and the dates of standards without one.

    Parameters
    ----------
    data
        The fields as written.
    start
        The start of the plan; None where it does not read, so that the plan cannot stand anyway.
    """
    standards = data.get("standards", {})
    if not isinstance(standards, Mapping):
        return dict(data)
    begin = start or dt.date.max
    timeliness = standards.get("timeliness", stages.in_full(start))
    if isinstance(timeliness, list | tuple):
        timeliness = [_dated(entry, begin) for entry in timeliness]
    full = {**standards, "timeliness": timeliness}
    if "caseload" in standards:
        full["caseload"] = _dated(standards["caseload"], begin)
    return {**data, "standards": full}


def _dated(entry: Any, begin: dt.date) -> Any:
    undated = isinstance(entry, Mapping) and entry.get("from") is None
    return {**entry, "from": begin} if undated else entry


def spare(data: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out dates that equal the start, so that they move with it, and what is not given.

    Parameters
    ----------
    data
        The fields of a checked scenario, in full; `filled` gives them back.
    """
    standards, start = data["standards"], data["start"]
    caseload = standards["caseload"]
    return {
        **data,
        "standards": {
            "timeliness": [_undated(entry, start) for entry in standards["timeliness"]],
            "caseload": None if caseload is None else _undated(caseload, start),
        },
        "staff": {role: _staffed(entry) for role, entry in data["staff"].items()},
        "measures": [_given(entry) for entry in data["measures"]],
        "overrides": [_given(entry) for entry in data["overrides"]],
    }


def _given(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in entry.items() if value is not None}


def _staffed(entry: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what is seldom said of a role's staff, and of dated entries the dates left out."""
    lists = {
        name: [_given(item) for item in items]
        for name, items in entry.items()
        if isinstance(items, list | tuple)
    }
    return {
        name: lists.get(name, value)
        for name, value in entry.items()
        if name in SHOWN or value not in (None, ())
    }


def _undated(entry: Mapping[str, Any], start: dt.date) -> dict[str, Any]:
    return {name: value for name, value in entry.items() if (name, value) != ("from", start)}
