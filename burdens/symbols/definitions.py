"""What is settled before anything is solved: put into the rows, not solved for."""

from __future__ import annotations

from burdens.symbols.equation import Equation
from burdens.symbols.symbol import Rule

DEFINITIONS = {
    "starts": Rule(
        "Cases of a start",
        "cases",
        "New cases, and open ones counted as so many starts as would leave that many waiting.",
        (
            Equation(
                "cases[f, c] == arrivals[p, c]",
                "From bucket 0 on, in the flow of which nothing is done; no other has new cases.",
            ),
            Equation("cases[f, c] == total(opening[w, c] / share[w], w)", "Before bucket 0."),
        ),
    ),
    "late_already": Rule(
        "Late already",
        "cases",
        "Open cases whose next legal time limit had passed when the plan began are late from it.",
        (
            Equation(
                "entered[j, c] == entered[j, c - 1] + cases[f, c]",
                "For the stream that is late from the first limit that the flow has left, where "
                "that limit had passed. The other late streams get none of them.",
            ),
        ),
    ),
    "on_time": Rule(
        "The rest are on time",
        "cases",
        "Whoever has started and is in no late stream is in the stream on time.",
        (Equation("entered[o, c] == total(cases[f, b], b) - total(entered[j, c], j)"),),
    ),
}
