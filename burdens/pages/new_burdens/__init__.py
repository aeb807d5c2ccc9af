"""The new burdens page: measures, their assumptions, and what they cost."""

from burdens.pages.new_burdens.page import BurdensPage

__all__ = ["BurdensPage"]
