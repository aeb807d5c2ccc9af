"""The caseload standard: cases per member of staff."""

from __future__ import annotations

from burdens.problem import Caseload
from burdens.programme.linear import Linear
from burdens.programme.model import Model
from burdens.programme.staffing import Staffing


def write_caseload(model: Model, caseload: Caseload, staffing: Staffing) -> None:
    """Write the standard for every bucket that has one, elastic at its weight."""
    for bucket, standard in enumerate(caseload.standard):
        if standard is None:
            continue
        excess = model.add("excess", bucket, cost=caseload.weight)
        may_hold = staffing.staff[staffing.months[bucket]] * standard
        line = may_hold + excess - Linear(caseload.cases[bucket])
        model.not_negative("caseload", bucket, line=line)
