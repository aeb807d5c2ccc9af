"""The workforce page: inputs, the plan, and what a reader needs to trust it."""

from burdens.pages.workforce.page import WorkforcePage

__all__ = ["WorkforcePage"]
