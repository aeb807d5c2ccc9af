"""The headline cards, below the answer as a sentence."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from burdens import words
from burdens.pages.card import card
from burdens.pages.workforce.issued import limit_weeks
from burdens.plans.in_words import since, standard_rows
from burdens.plans.sentences import answer

if TYPE_CHECKING:
    from burdens.plans import Headlines, Plan, Posts
    from burdens.scenario import Scenario

IMPLIED = (
    "In post is implied by published figures and not counted: type your own above. What is needed "
    "does not depend on it."
)


def answer_and_cards(plan: Plan, scenario: Scenario) -> str:
    """Return the answer as a sentence, and the cards as a list."""
    heads = plan.headlines
    cards = [
        *(_posts(post, scenario) for post in heads.posts),
        *([] if plan.problem.published is None else [_rate(plan, heads)]),
        _overdue(plan, heads),
        _cost(heads),
    ]
    return (
        f'<p class="burdens-answer">{escape(answer(plan))}</p>'
        f'<ul class="burdens-cards">{"".join(cards)}</ul>'
    )


def first_met(plan: Plan) -> str:
    """Return from when nothing is past a limit, in all and by pathway."""
    start, when = plan.problem.start, plan.headlines.on_time_from
    every = f"Every time limit: <strong>{since(when, start)}</strong>"
    entries = [
        f"{escape(standard)}: <strong>{escape(met)}</strong>"
        for standard, met in standard_rows(plan)
    ]
    return f"<ul>{''.join(f'<li>{entry}</li>' for entry in [every, *entries])}</ul>"


def _posts(post: Posts, scenario: Scenario) -> str:
    short = max(post.short, 0.0)
    staffed = scenario.staff.get(post.role)
    vacant = staffed.vacant if staffed else None
    pairs = [
        ("Needed to keep up", words.fte(post.needed)),
        ("In post at the start", words.fte(post.in_post)),
    ]
    if post.implied is not None:
        low, _, high = post.implied
        pairs.append(("Implied; likely range", f"{words.fte(low)} to {words.fte(high)}"))
    pairs.append(("Short at the start", words.fte(short)))
    if vacant is not None:
        pairs.append(("Vacant posts", words.fte(vacant)))
        pairs.append(("Of those short, new posts", words.fte(max(short - vacant, 0.0))))
    pairs += [
        ("Temporary posts, at most", words.fte(post.temporary)),
        ("Agency staff, at most", words.fte(post.agency)),
        ("In post at the end", words.fte(post.reached)),
    ]
    note = f"Full-time equivalents. Needed is that of {post.needed_year}, the highest year."
    return card(
        words.several_title(post.title), pairs, f"{note} {IMPLIED}" if post.implied else note
    )


def _rate(plan: Plan, heads: Headlines) -> str:
    now = heads.published
    published = f"Published, {now.when}" if now else "Published"
    pairs = [(published, words.share(now.share) if now else "not published")]
    pairs += [(f"Planned, {rate.when}", words.share(rate.share)) for rate in heads.planned]
    note = (
        "Share of the plans issued in a calendar year, as the Department for Education publishes "
        "it: exceptions are counted."
    )
    return card(f"New plans within {limit_weeks(plan)} weeks", pairs, note)


def _overdue(plan: Plan, heads: Headlines) -> str:
    weeks = plan.cases["week"]
    pairs = [
        (f"At the start, {words.month(weeks.min())}", words.count(heads.overdue_start)),
        (f"At the end, {words.month(weeks.max())}", words.count(heads.overdue_end)),
    ]
    note = "Open cases of every kind that have missed a legal time limit and wait for their end."
    return card("Cases past a time limit", pairs, note)


def _cost(heads: Headlines) -> str:
    pairs = [("Today, a year", words.gbp(heads.today))]
    for year, gbp in heads.cost.items():
        more = gbp - heads.today
        pairs.append((year, words.gbp(gbp)))
        pairs.append((f"{year}, {'more' if more >= 0 else 'less'}", words.gbp(abs(more))))
    note = (
        "Pay with on-costs and overheads, agency and recruitment, for this work only, in prices of "
        "the start. Today is a year of the staff in post at the start; more and less are against it."
    )
    return card("Cost a year", pairs, note)
