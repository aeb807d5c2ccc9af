"""The assumptions page: every value of the tool, where it comes from and where it is used."""

from burdens.pages.assumptions.page import AssumptionsPage

__all__ = ["AssumptionsPage"]
