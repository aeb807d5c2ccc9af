"""What a plan is made from, in groups that can be taken from one scenario to another."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from burdens.measures import all_values
from burdens.scenario import Scenario, Staffing

Data = dict[str, Any]
MOST_OVERRIDES = 4  # replaced values that are explained one by one

# Figures that only make sense together are changed together.
FIGURES = {
    "Requests, assessments and new plans": (
        "requests",
        "requests_withdrawn",
        "decided_to_assess",
        "refused",
        "assessments_issued",
        "assessments_not_issued",
        "assessments_withdrawn",
        "new_plans",
        "reassessments",
        "orders_to_assess",
        "orders_to_make_plan",
    ),
    "Waiting cases and timeliness so far": (
        "decisions_outstanding",
        "decided_within_6_weeks",
        "decided_over_6_weeks",
        "assessments_outstanding",
        "no_plan_within_16_weeks",
        "no_plan_over_16_weeks",
        "timeliness_plans",
        "timeliness_plans_excluding_exceptions",
        "issued_within_20_weeks",
        "issued_within_20_weeks_excluding_exceptions",
        "issued_20_to_52_weeks",
        "issued_over_52_weeks",
        "mean_weeks_to_issue",
        "review_decisions_outstanding",
        "review_decisions_not_due",
        "reviews_decided_within_4_weeks",
        "reviews_decided_over_4_weeks",
    ),
    "Plans, reviews and transfers": (
        "plans",
        "plans_ceased",
        "reviews_held",
        "reviews_not_held",
        "reviews_amended",
        "reviews_ceased",
        "reviews_maintained",
        "reviews_no_outcome",
        "phase_transfers_due",
    ),
    "Appeals and mediation": ("appeals", "mediations"),
    "Spending that the staff in post are read from": ("ep_service_gbp", "sen_administration_gbp"),
}
POSTS = ("posts",)
LIMITS = ("max_hires_a_month", "hiring", "starters", "temporary_posts", "agency_share")
# What a file says of itself, and policy measures, whose cost an assessment works out.
NOT_PLANNED = ("burdens", "evidence", "title", "authority", "measures", "assessment")


@dataclass(frozen=True)
class Group:
    """Choices that are taken from one scenario to another together.

    Attributes
    ----------
    title
        What they are, in words.
    places
        The field of each, or the field and the name of an entry in it.
    """

    title: str
    places: tuple[tuple[str, ...], ...]


def plan_data(scenario: Scenario) -> Data:
    """Return what a plan is made from, by field: no names, no reasons, no sources."""
    data = _staffed(
        scenario, scenario.model_dump(mode="json", by_alias=True, exclude=set(NOT_PLANNED))
    )
    data["figures"] = {
        name: (entry["value"], entry["year"])
        for name, entry in data["figures"].items()
        if entry["value"] is not None
    }
    data["overrides"] = {entry["value"]: entry["to"] for entry in data["overrides"]}
    return data


def plan_key(scenario: Scenario) -> str:
    """Return one text for all scenarios that make the same plan."""
    return hashlib.sha256(json.dumps(plan_data(scenario), sort_keys=True).encode()).hexdigest()


def groups_between(first: Scenario, other: Scenario) -> list[Group]:
    """Return the groups of choices that differ, what is given before what is chosen.

    Replaced values are a group each; more than four are one group together, as each takes two
    more plans. Start and length are in no group: plans of different time are not comparable.
    """
    one, two = plan_data(first), plan_data(other)
    return [
        group
        for group in _groups(one, two)
        if any(_at(one, place) != _at(two, place) for place in group.places)
    ]


def figures_between(first: Scenario, other: Scenario, group: Group) -> tuple[str, ...]:
    """Return the figures of a group that differ."""
    one, two = plan_data(first), plan_data(other)
    figures = [place for place in group.places if place[0] == "figures"]
    return tuple(place[1] for place in figures if _at(one, place) != _at(two, place))


def mixed(first: Scenario, other: Scenario, groups: Iterable[Group]) -> Scenario:
    """Return the first scenario with groups of choices taken from the other.

    Raises
    ------
    ScenarioError
        Where they do not fit together.
    """
    data, source = (_keyed(_staffed(one, one.model_dump(by_alias=True))) for one in (first, other))
    for place in (place for group in groups for place in group.places):
        _take(data, source, place)
    data["overrides"] = list(data["overrides"].values())
    # A measure may not fit what is on the way, and no plan has it.
    return Scenario.from_data({**data, "measures": []})


def _groups(one: Data, two: Data) -> Iterator[Group]:
    waiting = list(FIGURES)[1]
    for title, names in FIGURES.items():
        extra = (("opening",),) if title == waiting else ()
        yield Group(title, (*(("figures", name) for name in names), *extra))
    yield from _staff(one["staff"], two["staff"])
    yield Group("Cases whose time limits come first", (("kept_share",),))
    yield Group("Date by which the backlog is cleared", (("on_time_by",),))
    yield Group("On-time standards", (("standards", "timeliness"),))
    yield Group("Caseload standard", (("standards", "caseload"),))
    yield Group("Length of a step, and weeks looked ahead", (("run_out_weeks",), ("bucket_weeks",)))
    yield from _overrides(one["overrides"], two["overrides"])


def _staff(one: Data, two: Data) -> Iterator[Group]:
    """Return the roles that only one of them plans, and what is said of the others."""
    both = [role for role in one if role in two]
    only = [role for role in {**one, **two} if role not in both]
    rest = [name for name in Staffing.model_fields if name not in (*POSTS, *LIMITS, "vacant")]
    yield Group("Roles planned", tuple(("staff", role) for role in only))
    for title, fields in (
        ("Staff in post, pay and absence", rest),
        ("Posts funded", POSTS),
        ("Limits on hiring, temporary posts and agency work", LIMITS),
    ):
        yield Group(title, tuple(("staff", role, name) for role in both for name in fields))


def _staffed(scenario: Scenario, data: Data) -> Data:
    """Return data in which every role has its staff in post, as far as known, and no vacant posts.

    Posts can so be taken from one scenario to another without being at odds with who is in post.
    """
    staff = {
        role: {
            **{name: value for name, value in entry.items() if name != "vacant"},
            "in_post": scenario.staff[role].known_in_post,
        }
        for role, entry in data["staff"].items()
    }
    return {**data, "staff": staff}


def _overrides(one: Mapping[str, float], two: Mapping[str, float]) -> Iterator[Group]:
    every = dict.fromkeys([*one, *two])
    names = [name for name in every if one.get(name) != two.get(name)]
    if len(names) > MOST_OVERRIDES:
        places = tuple(("overrides", name) for name in names)
        yield Group(f"{len(names)} assumptions replaced", places)
        return
    for name in names:
        yield Group(all_values()[name].title, (("overrides", name),))


def _at(data: Mapping[str, Any], place: tuple[str, ...]) -> Any:
    found: Any = data
    for name in place:
        found = found.get(name)
    return found


def _keyed(data: Data) -> Data:
    return {**data, "overrides": {entry["value"]: entry for entry in data["overrides"]}}


def _take(data: Data, source: Data, place: tuple[str, ...]) -> None:
    *path, name = place
    to, found = data, source
    for part in path:
        to[part] = dict(to[part])
        to, found = to[part], found[part]
    if name in found:
        to[name] = found[name]
    else:
        to.pop(name, None)
