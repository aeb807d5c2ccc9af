"""The share of cases whose time limits come first: a statement of policy, on a slider."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens import words
from burdens.pages.slider import Slider
from burdens.problem import Inputs, published_timeliness

if TYPE_CHECKING:
    from burdens.scenario import Scenario

KEPT = "kept_share"
FIRST, LAST = "oldest first", "new cases first"
HINT = (
    "The other cases are taken in turn, oldest first. At 0% every case is: new ones wait behind "
    "those that are late. At 100% new cases come first, and those that are late wait longer."
)
EMPTY = "Left empty, the share published as on time, so that the plan starts where you are."


def published_share(scenario: Scenario | None) -> float | None:
    """Return the published share of plans on time, exceptions counted; None where it is not known."""
    if scenario is None:
        return None
    published = published_timeliness(Inputs.of(scenario))
    return None if published is None else published.on_time


class KeptShare(Slider):
    """The slider; it stands at the published share while nothing is typed."""

    def __init__(self) -> None:
        super().__init__(
            name=KEPT,
            label="Cases whose time limits come first",
            unit="%",
            low=0,
            high=100,
            percent=True,
            ticks=[0, 0, 100],
            hint=f"{HINT} {EMPTY}",
        )
        self.tell(None)

    def tell(self, base: Scenario | None) -> None:
        """Show the published share of what the page starts from."""
        share = published_share(base)
        self.names = [FIRST, "left empty" if share is None else "as published", LAST]
        self.ticks = [0, 0 if share is None else round(100 * share, 1), 100]
        self.note = "" if share is None else f"Left empty, the plan keeps {words.share(share)}."
