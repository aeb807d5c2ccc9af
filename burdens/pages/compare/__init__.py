"""The compare page: two to four scenarios side by side, and what explains the difference."""

from burdens.pages.compare.page import ComparePage

__all__ = ["ComparePage"]
