"""What would help most, in children, weeks and pounds a year: plans solved again."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from burdens.pages.tables import items
from burdens.plans.sentences import help_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burdens.plans import Help

FEWEST = 0.5  # children, less than what is written
ABOUT = (
    "<p>Each line is the whole plan worked out again with that one thing changed and nothing else. "
    "The pounds are those of its last financial year against the plan above.</p>"
)
NOTHING = "<p>No change of those that the tool tries makes a difference to this plan.</p>"


def what_helps(helps: Sequence[Help]) -> str:
    """Return the changes, those after which fewest children wait first."""
    fewer = [help_words(one) for one in helps if one.cases >= FEWEST]
    rest = [help_words(one) for one in helps if one.cases < FEWEST]
    parts = [ABOUT] if helps else [NOTHING]
    if fewer:
        parts.append(f"<ol>{''.join(f'<li>{escape(one)}</li>' for one in fewer)}</ol>")
    if rest:
        parts += ["<h3>No fewer children past a limit</h3>", items(rest)]
    return "".join(parts)
