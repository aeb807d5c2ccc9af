"""The linear programme of a Problem, its solution, and the Plan it yields."""

from burdens.programme.plan import Plan, solve
from burdens.programme.prices import Price
from burdens.programme.requirement import requirement_of

__all__ = ["Plan", "Price", "requirement_of", "solve"]
