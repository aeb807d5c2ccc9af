"""How wide a number of staff is that is only implied, from what was observed elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens import evidence as facts

if TYPE_CHECKING:
    from burdens.evidence import Evidence

OTHERS = "other"
NAME = "implied.observed_ratio.{}"


def implied_range(
    role: str, implied: float, evidence: Evidence | None = None
) -> tuple[float, float, float]:
    """Return low, central and high of the staff in post that published figures imply [FTE].

    The ends are the implied number times the ratios of observed to implied staff between which
    eight of ten councils lie that have both; roles without such councils take those of all roles.
    The centre is the implied number itself, for the councils are too few to correct it by.

    Parameters
    ----------
    role
        Id of the role.
    implied
        Staff implied by spending or by the work done [FTE].
    evidence
        The values, overrides in place; by default those that come with the tool.
    """
    known = facts.read() if evidence is None else evidence
    own = NAME.format(role)
    value = known[own if own in known else NAME.format(OTHERS)]
    return implied * min(value.low, 1.0), implied, implied * max(value.high, 1.0)
