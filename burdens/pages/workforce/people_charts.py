"""Charts of the people of a plan: who is needed and who is there, who comes and who goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens import words
from burdens.pages.figure import Chart, Row, Series

if TYPE_CHECKING:
    from burdens.plans import Plan, Posts

SLIGHT = 0.05  # FTE, less than what is written

PEOPLE = [
    Series("permanent", "In permanent posts", "bar"),
    Series("temporary", "In temporary posts", "bar"),
    Series("agency", "Agency staff", "bar"),
    Series("needed", "Needed to keep up", "line"),
    Series("posts", "Permanent posts", "dashed"),
]


def staffing(plan: Plan) -> Chart:
    """Return the people by month and role: needed to keep up, posts, in post and agency."""
    columns = {
        "permanent": "permanent_fte",
        "temporary": "temporary_fte",
        "agency": "agency_fte",
        "needed": "needed_fte",
        "posts": "posts_fte",
    }
    table = plan.staffing.assign(
        permanent_fte=lambda t: (t["in_post_fte"] - t["temporary_fte"]).clip(lower=0.0)
    )
    rows = [
        Row(plan.problem.title(row["role"]), row["month"].isoformat(), series, float(row[column]))
        for row in table.to_dict("records")
        for series, column in columns.items()
    ]
    short = max(plan.headlines.posts, key=lambda post: post.short)
    title = "As many are in post as are needed to keep up"
    if short.short > SLIGHT:
        title = (
            f"{words.fte(short.short)} more {words.several(short.title)} are needed to keep up "
            "than are in post"
        )
    summary = " ".join(_of_role(post) for post in plan.headlines.posts)
    return Chart(
        title, summary, rows, PEOPLE, "month", "Month", "Full-time equivalents", format="fte"
    )


def _of_role(post: Posts) -> str:
    implied = ""
    if post.implied is not None:
        low, _, high = post.implied
        implied = f" (implied by published figures; likely {words.fte(low)} to {words.fte(high)})"
    return (
        f"{post.title}: {words.fte(post.in_post)} full-time equivalents in post at the "
        f"start{implied}, {words.fte(post.needed)} needed to keep up in {post.needed_year}, "
        f"{words.fte(post.reached)} in post at the end of the plan, temporary posts included; at "
        f"most {words.fte(post.temporary)} temporary posts and {words.fte(post.agency)} agency "
        "staff in any month."
    )
