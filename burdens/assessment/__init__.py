"""The burden of policy measures: with and without, by year, measure, role and payer."""

from burdens.assessment.assembly import assess
from burdens.assessment.assessment import Assessment
from burdens.assessment.distribution import Fit, distribute, fit
from burdens.assessment.prices import pert_mean, present_value, to_cash

__all__ = [
    "Assessment",
    "Fit",
    "assess",
    "distribute",
    "fit",
    "pert_mean",
    "present_value",
    "to_cash",
]
