"""The headline cards."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from burdens import words
from burdens.pages.card import card
from burdens.pages.workforce import headlines
from burdens.programme.display import since

if TYPE_CHECKING:
    from burdens.pages.workforce.names import Names
    from burdens.programme import Plan
    from burdens.scenario import Scenario


EVERY_YEAR = "the same in every year"


def cards(plan: Plan, scenario: Scenario, names: Names) -> str:
    """Write the cards as a list: posts by role, the 20-week rate, cost a year."""
    found = [
        *(_posts(post, scenario, names) for post in headlines.posts(plan)),
        _rate(plan, scenario),
        _overdue(plan),
        _cost(plan),
    ]
    return f'<ul class="burdens-cards">{"".join(found)}</ul>'


def first_met(plan: Plan) -> str:
    """Write when each standard is first met."""
    met = plan.first_met
    if not met:
        return "<p>No standard is set.</p>"
    entries = "".join(
        f"<li>{escape(standard)}: <strong>{since(date, plan.problem.start)}</strong></li>"
        for standard, date in met.items()
    )
    return f"<ul>{entries}</ul>"


def _posts(post: headlines.Posts, scenario: Scenario, names: Names) -> str:
    more = max(post.gap, 0.0)
    own = scenario.staff.get(post.role)
    vacant = own.vacant if own else None
    when = (
        f"the average of {post.needed_year}, the highest year" if post.needed_year else EVERY_YEAR
    )
    return card(
        f"{names.role(post.role)} posts",
        [
            ("Needed", words.fte(post.needed)),
            ("In post at the start", words.fte(post.in_post)),
            *([] if vacant is None else [("Vacant posts", words.fte(vacant))]),
            ("More needed", words.fte(more)),
            *([] if vacant is None else [("Of them, new posts", words.fte(max(more - vacant, 0)))]),
            ("In post at the end", words.fte(post.reached)),
        ],
        f"Full-time equivalents. Needed is {when}.",
    )


def _rate(plan: Plan, scenario: Scenario) -> str:
    now, planned = headlines.published_rate(scenario), headlines.planned_rates(plan)
    published = f"Published, {now.when}" if now else "Published"
    pairs = [(published, words.share(now.share) if now else "not published")]
    pairs += [(f"Planned, {rate.when}", words.share(rate.share)) for rate in planned]
    note = "Share of new plans within 20 weeks of the request, exceptions left out."
    return card("New plans within 20 weeks", pairs, note)


def _overdue(plan: Plan) -> str:
    pairs = [(words.month(week), words.count(n)) for week, n in headlines.overdue(plan).items()]
    note = "Open cases of every kind that have missed a legal time limit and wait for their end."
    return card("Cases past a time limit", pairs, note)


def _cost(plan: Plan) -> str:
    pairs = [(year, words.gbp(gbp)) for year, gbp in headlines.cost_by_year(plan).items()]
    note = "Pay with on-costs, agency and recruitment, for this work only."
    return card("Cost a year", pairs, note)
